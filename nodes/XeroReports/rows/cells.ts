/** The text of a report's cell as what it means. */
export interface Typed {
	readonly value: string | number | null;
	/** The text had a percent sign, which the number has not. */
	readonly percent: boolean;
}

/** Thousands may be set off by commas; a zero in front of other digits belongs to a code, not to a number. */
const NUMBER = /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/;
const MIDNIGHT = /^(\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?Z?$/;
/** Beyond it a number of JavaScript no longer holds every cent. */
const LARGEST = 1e13;

/** "1,250.09" → 1250.09, "(200.00)" → -200; undefined for what is no number. */
function amountIn(text: string): number | undefined {
	const bracketed = /^\((.*)\)$/.exec(text)?.[1];
	const minus = bracketed !== undefined || text.startsWith('-');
	const digits = bracketed ?? text.replace(/^-/, '');
	if (!NUMBER.test(digits)) return undefined;
	const size = Number(digits.replace(/,/g, ''));
	if (size >= LARGEST) return undefined;
	return minus && size !== 0 ? -size : size;
}

/**
 * Types the text of a cell: amounts and percentages become numbers, "2026-03-31T00:00:00" a calendar date, nothing null.
 * Everything else stays the text it is.
 */
export function typed(given: unknown): Typed {
	const plain = (value: Typed['value']): Typed => ({ value, percent: false });
	if (given === null || given === undefined) return plain(null);
	if (typeof given === 'number') return plain(given);
	const text = String(given).trim();
	if (text === '') return plain(null);
	const day = MIDNIGHT.exec(text)?.[1];
	if (day !== undefined) return plain(day);
	const percent = /%\)?$/.test(text);
	const amount = amountIn(percent ? text.replace(/%(\)?)$/, '$1') : text);
	return amount === undefined ? plain(String(given)) : { value: amount, percent };
}

/** A cell of a column that holds texts, such as the numbers of invoices. */
export const asText = (given: unknown): string | null =>
	given === null || given === undefined || String(given).trim() === '' ? null : String(given);
