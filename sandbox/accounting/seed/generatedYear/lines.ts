/** Lines of sales and purchases in all their kinds. */
import type { Body } from '../../resource/replies';
import { rounded } from '../../values/decimal';
import { cents, trackingBody, type Year } from './year';

type Line = (year: Year) => Body;

/** Sales in the base currency, one kind of line after the other: plain, four decimals, discounts, typed-over tax, zero-rated, rounded. */
const SALES: readonly Line[] = [
	(year) => ({
		Description: 'Calibration',
		Quantity: year.chance.pick([1, 2, 3.5]),
		UnitAmount: cents(year, 8_000, 60_000),
		AccountCode: '210',
	}),
	(year) => ({
		Description: 'Signal wire, metre',
		Quantity: year.chance.whole(15, 900),
		UnitAmount: year.chance.whole(2_001, 49_999) / 10_000,
		AccountCode: '200',
	}),
	(year) => ({
		Description: 'Wind vane',
		Quantity: 3,
		UnitAmount: cents(year, 5_000, 30_000),
		DiscountRate: year.chance.pick([5, 7.5, 12.5]),
		AccountCode: '200',
	}),
	(year) => ({
		Description: 'Rain gauge',
		Quantity: 2,
		UnitAmount: cents(year, 4_000, 20_000),
		DiscountAmount: cents(year, 100, 999),
		AccountCode: '200',
	}),
	(year) => typedTax({ Description: 'Repair', UnitAmount: cents(year, 3_000, 40_000), AccountCode: '210' }, year),
	(year) => ({
		Description: 'Sold abroad',
		Quantity: 1,
		UnitAmount: cents(year, 9_000, 90_000),
		AccountCode: '220',
		TaxType: 'ZERORATED',
	}),
	() => ({ Description: 'Rounding', Quantity: 1, UnitAmount: 0.02, AccountCode: '860', TaxType: 'NONE' }),
];

const CODES = ['300', '400', '408', '425', '429', '445', '453', '469', '485', '489', '493'];

/** Purchases in the base currency. */
const PURCHASES: readonly Line[] = [
	(year) => ({
		Description: 'Supplies',
		Quantity: 1,
		UnitAmount: cents(year, 1_500, 70_000),
		AccountCode: year.chance.pick(CODES),
	}),
	(year) => ({
		Description: 'Paper, sheet',
		Quantity: year.chance.whole(300, 5_000),
		UnitAmount: year.chance.whole(101, 3_999) / 10_000,
		AccountCode: '461',
	}),
	(year) => typedTax({ Description: 'Courier', UnitAmount: cents(year, 1_000, 9_000), AccountCode: '425' }, year),
	(year) => ({ Description: 'Workshop bench', Quantity: 1, UnitAmount: cents(year, 60_000, 200_000), AccountCode: '710' }),
	(year) => ({ Description: 'Interest', Quantity: 1, UnitAmount: cents(year, 100, 2_000), AccountCode: '437', TaxType: 'NONE' }),
];

/** A line whose tax somebody typed over by a cent or two. */
function typedTax(line: Body & { UnitAmount: number }, { chance }: Year): Body {
	const TaxAmount = rounded(line.UnitAmount * 0.15 + chance.pick([-0.02, -0.01, 0.01, 0.03]), 2);
	return { ...line, Quantity: 1, TaxAmount, TaxType: line.AccountCode === '425' ? 'INPUT2' : 'OUTPUT2' };
}

/** Lines of a document; `at` counts documents, so that every kind of line comes up. */
export function linesOf(year: Year, sale: boolean, currency: string, at: number): Body[] {
	const count = year.chance.pick([1, 2, 2, 3, 4]);
	const kinds = sale ? SALES : PURCHASES;
	return Array.from({ length: count }, (_, index) => {
		const line = currency === 'NZD' ? kinds[(at + index * 2) % kinds.length]?.(year) : foreignLine(year, sale, currency);
		return { ...line, Tracking: trackingBody(year) };
	});
}

/** Sales abroad are zero-rated; yen are whole. */
function foreignLine(year: Year, sale: boolean, currency: string): Body {
	const price = currency === 'JPY' ? year.chance.whole(1_200, 180_000) : cents(year, 1_111, 99_999);
	const Quantity = currency === 'JPY' ? year.chance.whole(1, 4) : year.chance.pick([1, 2, 2.75]);
	return sale
		? { Description: 'Instrument', Quantity, UnitAmount: price, AccountCode: '220', TaxType: 'ZERORATED' }
		: {
				Description: 'Parts',
				Quantity,
				UnitAmount: price,
				AccountCode: year.chance.pick(['300', '425', '485']),
				TaxType: 'NONE',
			};
}

/** Tracked items, sold or bought. */
export function goodsLines(year: Year, quantity: readonly [low: number, high: number]): Body[] {
	const [low, high] = quantity;
	return ['BARO', 'ANEMO'].map((ItemCode) => ({
		ItemCode,
		Quantity: year.chance.whole(low, high),
		Tracking: trackingBody(year),
	}));
}

/** Goods and services tax that customs take: a line of nothing with all its tax. */
export function importTaxLine(year: Year): Body {
	const TaxAmount = cents(year, 2_000, 30_000);
	return { Description: 'GST on imports', Quantity: 1, UnitAmount: 0, TaxAmount, TaxType: 'GSTONIMPORTS', AccountCode: '820' };
}
