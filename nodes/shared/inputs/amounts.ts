// Checks the amounts of a body: decimals of their currency, prices of four decimals.

import mapValues from 'lodash/mapValues';
import memoize from 'lodash/memoize';
import type { IDataObject } from 'n8n-workflow';
import { decimalsOf } from '../model/currency';
import type { Decimal } from '../model/decimal';
import { asNumber, decimalOf, isSame, minus, rounded, times } from '../model/decimal';
import type { Fields } from '../model/field';
import type { Finding } from '../model/findings';
import { shown } from '../model/findings';
import type { MoneyFields } from '../model/operation';
import { placeIn } from './fieldIssues';

/** Decimals of a unit price that Xero keeps. */
const PRICE = 4;

const COUNT = ['none', 'one', 'two', 'three', 'four'];

type Fault = Omit<Finding, 'items'>;
type Path = ReadonlyArray<string | number>;

interface Checking {
	readonly money: MoneyFields;
	readonly fields: Fields;
	readonly faults: Fault[];
}

const isComplex = (value: unknown): value is object => value !== null && typeof value === 'object';

const isGroup = (value: unknown): value is IDataObject =>
	isComplex(value) && [Object.prototype, null].includes(Object.getPrototypeOf(value) as null);

const inLowerCase = memoize((names: readonly string[]): ReadonlySet<string> => new Set(names.map((name) => name.toLowerCase())));
inLowerCase.cache = new WeakMap();

/** Xero takes its names in any case, and so does JSON that people have. */
const among = (names: readonly string[] | undefined, key: string): boolean =>
	names !== undefined && inLowerCase(names).has(key.toLowerCase());

function within(record: IDataObject, name: string | undefined): unknown {
	const wanted = name?.toLowerCase();
	return wanted === undefined ? undefined : record[Object.keys(record).find((key) => key.toLowerCase() === wanted) ?? ''];
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Labels on the way to an input; what has none goes by Xero's name, but for the parts of one input. */
function placeOf(fields: Fields, [key, ...steps]: Path): string[] {
	const last = steps[steps.length - 1];
	if (last === undefined) return placeIn(fields, String(key), []).place;
	const { place, field } = placeIn(fields, String(key), steps.slice(0, -1));
	if (field !== undefined && field.within === undefined) return place;
	return [...place, field?.within?.[last]?.ui.displayName ?? String(last)];
}

/** The value without what adding up left in its last places; a text stays as it was written. */
const plain = (value: unknown, decimal: Decimal): unknown => (typeof value === 'number' ? asNumber(decimal) : value);

/** What is wrong with an amount that has more decimals than its currency; `place` says where it stands. */
export function amountFault(place: readonly string[], value: unknown, currency: unknown): Fault | undefined {
	const amount = decimalOf(value);
	const decimals = decimalsOf(currency);
	if (amount === undefined || amount.decimals <= decimals) return undefined;
	const unit = isGiven(currency) ? ` in ${shown(currency)}` : '';
	return {
		place,
		value: shown(value),
		says: `has more decimals than an amount${unit} can have, which is ${COUNT[decimals]}`,
		todo: 'Round it first',
	};
}

function amountIn({ fields, faults }: Checking, path: Path, value: unknown, currency: unknown): unknown {
	const fault = amountFault(placeOf(fields, path), value, currency);
	if (fault) faults.push(fault);
	const amount = decimalOf(value);
	return amount === undefined ? value : plain(value, amount);
}

/** What a line comes to with a price: its quantity times the price, less the discount, in the decimals of the currency. */
function lineAmount(
	line: NonNullable<MoneyFields['line']>,
	row: IDataObject,
	price: Decimal,
	decimals: number,
): Decimal | undefined {
	const given = within(row, line.quantity);
	// A new line is for one; how many an existing one is for, is not known here.
	const quantity = decimalOf(isGiven(given) ? given : isGiven(within(row, line.id)) ? undefined : 1);
	if (quantity === undefined) return undefined;
	const whole = times(quantity, price);
	const percent = within(row, line.discountRate);
	const off = within(row, line.discountAmount);
	if (isGiven(percent)) {
		const rate = decimalOf(percent);
		return rate && rounded(times(whole, minus({ digits: 1n, decimals: 0 }, { ...rate, decimals: rate.decimals + 2 })), decimals);
	}
	if (!isGiven(off)) return rounded(whole, decimals);
	const discount = decimalOf(off);
	return discount && rounded(minus(whole, discount), decimals);
}

function priceIn({ money, fields, faults }: Checking, path: Path, value: unknown, row: IDataObject, currency: unknown): unknown {
	const price = decimalOf(value);
	if (price === undefined) return value;
	if (price.decimals <= PRICE) return plain(value, price);
	const near = rounded(price, PRICE);
	// What is no line (an item) comes to nothing that could stay the same.
	const line = typeof path[path.length - 2] === 'number' ? money.line : undefined;
	const [exact, sent] = [price, near].map((one) => line && lineAmount(line, row, one, decimalsOf(currency)));
	if (exact && sent && isSame(exact, sent)) return asNumber(near);
	const says = `has more than ${COUNT[PRICE]} decimals, as many as Xero keeps`;
	const label = line && placeOf(fields, [...path.slice(0, -1), line.amount]).pop();
	faults.push({
		place: placeOf(fields, path),
		value: shown(value),
		...(label
			? { says: `${says}; rounded, the line could come to another amount`, todo: `Give ${label} instead` }
			: { says, todo: 'Round it first' }),
	});
	return value;
}

function walk(checking: Checking, value: unknown, path: Path, currency: unknown): unknown {
	if (Array.isArray(value)) return value.map((one: unknown, index) => walk(checking, one, [...path, index], currency));
	if (!isGroup(value)) return value;
	const { money } = checking;
	const own = within(value, money.currency) ?? currency;
	return mapValues(value, (inner, key): unknown => {
		const place = [...path, key];
		if (among(money.amounts, key)) return amountIn(checking, place, inner, own);
		if (among(money.prices, key)) return priceIn(checking, place, inner, value, own);
		return isComplex(inner) ? walk(checking, inner, place, own) : inner;
	});
}

/**
 * Holds what is written against the decimals that Xero and the currency have, wherever it came from.
 * @param fields the operation's inputs, for labels
 * @returns the body as it is sent, and what cannot be sent
 */
export function inMoney(
	money: MoneyFields | undefined,
	fields: Fields,
	body: IDataObject,
): { readonly body: IDataObject; readonly faults: readonly Fault[] } {
	if (money === undefined) return { body, faults: [] };
	const faults: Fault[] = [];
	return { body: walk({ money, fields, faults }, body, [], undefined) as IDataObject, faults };
}
