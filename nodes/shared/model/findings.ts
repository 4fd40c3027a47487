// What is wrong with an item, and the words that tell it.

/** One thing that keeps an item from being done: where it is, the value found there, what is so, and what to do about it. */
export interface Finding {
	/** Input items it is about, from 0; empty where it is about none of them alone. */
	readonly items: readonly number[];
	/** What a person calls the record: its number, name or code. */
	readonly record?: string;
	/** Labels from the outside in: 'Line 2', 'Price'. */
	readonly place?: readonly string[];
	/** The value as it may be seen; see `shown`. */
	readonly value?: string;
	/** A clause that follows the place. */
	readonly says: string;
	/** What to do, as a sentence without its full stop. */
	readonly todo?: string;
}

/** Characters of a value that a message holds at most. */
const LONGEST = 60;

/** What is known by its form to be no one's business: e-mail addresses, numbers of bank accounts and phones, tokens. */
const PRIVATE = [/@/, /^\+?\d(?:[ -]?\d){11,}$/, /^(?:Bearer\s|eyJ)/, /^(?=.*\d)(?=.*[A-Za-z])\w{32,}$/];

/** A value as a message may show it, in one line; undefined for what is no single value, or is nothing. */
export function shown(value: unknown): string | undefined {
	if (!['string', 'number', 'boolean', 'bigint'].includes(typeof value)) return undefined;
	const text = String(value).replace(/\s+/g, ' ').trim();
	if (text === '') return undefined;
	if (PRIVATE.some((form) => form.test(text))) return `${text.slice(0, 3)}…`;
	return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** What kind of value something is, in words; a value that is a list or an object is told by it. */
export function kindOf(value: unknown): string {
	if (value === undefined || value === null) return 'nothing';
	if (Array.isArray(value)) return 'a list';
	if (value instanceof Date) return 'a date';
	return { string: 'text', number: 'a number', boolean: 'true or false' }[typeof value as string] ?? 'an object';
}

const listed = (words: readonly string[]): string => (words.length === 2 ? words.join(' and ') : words.join(', '));

/** "item 5", "items 1 and 2", "items 3, 7, 9 to 31": numbers of items as people count them, runs of them folded. */
export function itemsInWords(items: readonly number[]): string {
	const numbers = [...new Set(items)].sort((a, b) => a - b).map((item) => item + 1);
	const runs: number[][] = [];
	for (const number of numbers) {
		const last = runs[runs.length - 1];
		if (last && number === last[last.length - 1]! + 1) last.push(number);
		else runs.push([number]);
	}
	const words = runs.flatMap((run) => (run.length < 3 ? run.map(String) : [`${run[0]} to ${run[run.length - 1]}`]));
	return `${numbers.length === 1 ? 'item' : 'items'} ${listed(words)}`;
}

const capital = (text: string): string => text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());

/** Sentences one after another, each with its full stop but the last. */
export const asSentences = (...parts: readonly string[]): string =>
	parts
		.map((part, index) => (index < parts.length - 1 ? part.replace(/\.?$/, (stop) => (/[?!…]$/.test(part) ? stop : '.')) : part))
		.join(' ');

/** `Item 1, Line 2, Price “1.234,50”: is not a number written like 1234.50. Give 1234.50` */
export function formatFinding({ items, record, place = [], value, says, todo }: Finding): string {
	const where = [...(items.length ? [capital(itemsInWords(items)) + (record ? ` (${record})` : '')] : []), ...place].join(', ');
	const what = value === undefined ? where : `${where} “${value}”`.trim();
	return asSentences(what === '' ? capital(says) : `${what}: ${says}`, ...(todo ? [todo] : []));
}

/** Findings that are told in full; more are counted. */
const MOST = 20;

/** Findings that say the same of several items, told once. */
function folded(findings: readonly Finding[]): Finding[] {
	const kinds = new Map<string, Finding>();
	for (const { items, record, ...finding } of findings) {
		const kind = JSON.stringify([finding.place ?? [], finding.value, finding.says, finding.todo]);
		const before = kinds.get(kind);
		if (before) kinds.set(kind, { ...finding, items: [...before.items, ...items] });
		else kinds.set(kind, { ...finding, items, ...(record ? { record } : {}) });
	}
	return [...kinds.values()];
}

/**
 * Findings as text: a line each, those of one kind folded into one (`Items 3, 7, 9 to 31, Account “90”: …`).
 * At most 20 lines; how many more there are is counted.
 */
export function formatFindings(findings: readonly Finding[]): string {
	const lines = folded(findings).map(formatFinding);
	const more = lines.length - MOST;
	return [...lines.slice(0, MOST), ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}
/** A refusal that Xero gives no sentence for. */
export const NO_REASON: Omit<Finding, 'items'> = {
	says: 'Xero refused it and gave no reason',
	todo: "Try the same record in Xero's screen to see what it misses",
};
const ELSEWHERE = 'It may belong to another organisation: check Organisation';
/** A record that is asked for and not found, by the value that picks it, and without one. */
export const NOT_THERE: Omit<Finding, 'items'> = { says: 'is not in the organisation chosen', todo: ELSEWHERE };
export const NO_RECORD: Omit<Finding, 'items'> = { says: 'the record is not in the organisation chosen', todo: ELSEWHERE };
