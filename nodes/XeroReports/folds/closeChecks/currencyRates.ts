// Rates of foreign records that are missing, or far off the others of the day.

import type { Decimal } from '../../../shared/model/decimal';
import { asNumber, isSame, minus, plus, rounded, times } from '../../../shared/model/decimal';
import type { BookRecord } from '../../facts/bookRecord';
import type { CloseFacts } from './closeFacts';
import { isOfMonth, stands } from './closeFacts';
import type { CheckOutcome, CloseFinding } from './findings';
import { recordFinding, recordText } from './findings';

const TWO: Decimal = { digits: 2n, decimals: 0 };
const TEN: Decimal = { digits: 10n, decimals: 0 };

/** Twice the median, which needs no rounding; undefined of nothing. */
export function twiceMedian(rates: readonly Decimal[]): Decimal | undefined {
	const sorted = [...rates].sort((a, b) => (isSame(a, b) ? 0 : minus(a, b).digits < 0n ? -1 : 1));
	const middle = sorted[Math.floor(sorted.length / 2)];
	if (middle === undefined) return undefined;
	return sorted.length % 2 === 1 ? times(middle, TWO) : plus(middle, sorted[sorted.length / 2 - 1]!);
}

/** Whether a rate is more than 10 % off the median, which is given twice; exactly 10 % is not. */
export function isFarOff(rate: Decimal, twice: Decimal): boolean {
	const off = minus(times(rate, TWO), twice);
	const distance: Decimal = { ...off, digits: off.digits < 0n ? -off.digits : off.digits };
	return minus(times(distance, TEN), twice).digits > 0n;
}

const shown = (rate: Decimal): number => asNumber(rounded(rate, 6));

function rateFinding(record: BookRecord, others: readonly Decimal[], decimals: number): CloseFinding[] {
	const { rate } = record;
	const named = `${recordText(record)}`;
	if (rate === undefined) return [recordFinding(record, 'error', `${named} has no rate`, decimals)];
	const twice = twiceMedian(others);
	if (twice === undefined || !isFarOff(rate, twice)) return [];
	const median = asNumber(twice) / 2;
	const percent = ((Math.abs(asNumber(rate) - median) / median) * 100).toFixed(1);
	const text = `${named} has the rate ${shown(rate)}, others of that day ${Number(median.toFixed(6))}: ${percent} % off`;
	return [recordFinding(record, 'warning', text, decimals)];
}

/** Foreign invoices, bills, credit notes and bank transactions of the month, each beside the others of its currency and day. */
export function currencyRates(facts: CloseFacts): CheckOutcome {
	const foreign = facts.records.filter((record) => record.isForeign && stands(record) && isOfMonth(record, facts));
	const byDay = new Map<string, BookRecord[]>();
	for (const record of foreign) {
		const key = `${record.currency} ${record.date}`;
		const day = byDay.get(key);
		if (day) day.push(record);
		else byDay.set(key, [record]);
	}
	const findings = [...byDay.values()].flatMap((day) =>
		day.flatMap((record) => {
			const others = day.flatMap((other) => (other === record ? [] : (other.rate ?? [])));
			return rateFinding(record, others, facts.organisation.decimals);
		}),
	);
	return { findings };
}
