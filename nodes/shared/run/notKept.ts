// What Xero did not keep of what was sent.

import type { IDataObject } from 'n8n-workflow';
import type { Fields } from '../model/field';
import type { Finding } from '../model/findings';
import { shown } from '../model/findings';
import type { Operation } from '../model/operation';

/** What a bank transaction may make: its reference stands there. */
const MADE = ['OverpaymentID', 'PrepaymentID'];

/** How what was sent is held against what came back. */
type Compared = 'text' | 'day' | 'money';

/** What Xero is known to drop, or to set as it likes, without a word (xero-facts 2.12). */
const COMPARED: Readonly<Record<string, Compared>> = {
	InvoiceNumber: 'text',
	CreditNoteNumber: 'text',
	PurchaseOrderNumber: 'text',
	QuoteNumber: 'text',
	Reference: 'text',
	Date: 'day',
	DueDate: 'day',
	ExpiryDate: 'day',
	DeliveryDate: 'day',
	Amount: 'money',
	SubTotal: 'money',
	Total: 'money',
	TotalTax: 'money',
};

/** The rows in which Xero may drop tracking, and those with amounts of their own. */
const TRACKED = ['LineItems', 'JournalLines'];
const PAID = ['Payments'];

const isObject = (value: unknown): value is IDataObject => value !== null && typeof value === 'object' && !Array.isArray(value);

const objects = (value: unknown): IDataObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Blanks at the ends and rows of blanks say nothing, nor does case. */
export const folded = (value: unknown): string => String(value).replace(/\s+/g, ' ').trim().toLowerCase();

export const DAY = /^\d{4}-\d{2}-\d{2}/;

/** Half a cent: what is nearer is the same amount, rounded. */
const ROUNDING = 0.005;

/** Whether two values mean the same; undefined when that cannot be told. */
export function alike(how: Compared, sent: unknown, came: unknown): boolean | undefined {
	if (how === 'day') return DAY.test(String(sent)) ? String(came).slice(0, 10) === String(sent).slice(0, 10) : undefined;
	if (how === 'text') return folded(sent) === folded(came);
	const [one, other] = [Number(sent), Number(came)];
	return Number.isFinite(one) ? Math.abs(one - other) <= ROUNDING : undefined;
}

export const isBlank = (value: unknown): boolean => value === undefined || value === null || String(value).trim() === '';

type Found = Omit<Finding, 'items'>;

const DROPPED = 'Xero did not keep it';
const LOOK = 'Look at the record in Xero';

/** The values of one object that came back otherwise than they were sent. */
function valuesIn(sent: IDataObject, came: IDataObject, place: readonly string[], fields: Fields): Found[] {
	// An answer that has none of them tells of something else.
	if (!Object.keys(COMPARED).some((name) => name in came)) return [];
	return Object.entries(COMPARED).flatMap(([name, how]) => {
		const [value, kept] = [sent[name], came[name]];
		if (isBlank(value) || typeof value === 'object' || (!isBlank(kept) && alike(how, value, kept) !== false)) return [];
		if (kept === undefined && (how === 'money' || (name === 'Reference' && MADE.some((id) => !isBlank(came[id]))))) return [];
		const says = isBlank(kept) ? DROPPED : `Xero has ${String(shown(kept))} in its place`;
		return [{ place: [...place, fields[name]?.ui.displayName ?? name], value: shown(value), says, todo: LOOK }];
	});
}

/** What tells one option of one category from others, as it may be sent and come back. */
const BY = ['Name', 'Option', 'TrackingCategoryID', 'TrackingOptionID'];

function isKept(sent: IDataObject, among: readonly IDataObject[]): boolean {
	return among.some((one) => {
		const both = BY.filter((name) => !isBlank(sent[name]) && !isBlank(one[name]));
		return both.every((name) => folded(sent[name]) === folded(one[name]));
	});
}

/** A line's tracking that did not come back. */
const trackingIn = (sent: IDataObject, came: IDataObject, place: readonly string[]): Found[] =>
	objects(sent.Tracking)
		.filter((one) => BY.some((name) => !isBlank(one[name])) && !isKept(one, objects(came.Tracking)))
		.map(({ Name, Option }) => ({
			place: [...place, 'Tracking'],
			value: shown([Name, Option].filter((part) => !isBlank(part)).join(': ')),
			says: DROPPED,
			todo: 'Check that category and option are written as in Xero, and active there',
		}));

/** Rows of what was sent with those that came back; none where they are not as many, and cannot be told apart. */
function rowsIn(
	sent: IDataObject,
	came: IDataObject,
	names: readonly string[],
): Array<readonly [IDataObject, IDataObject, number]> {
	return names.flatMap((name) => {
		const [given, kept] = [objects(sent[name]), objects(came[name])];
		return given.length === kept.length ? given.map((one, index) => [one, kept[index]!, index] as const) : [];
	});
}

/**
 * What Xero did not keep of a record, or keeps otherwise, though it took the record.
 * @param sent the record in Xero's shape
 * @param came the record as the answer has it, dates made ISO
 */
export function notKept({ required, panelOptional, optional }: Operation, sent: IDataObject, came: IDataObject): Found[] {
	const fields: Fields = { ...optional, ...panelOptional, ...required };
	return [
		...valuesIn(sent, came, [], fields),
		...rowsIn(sent, came, TRACKED).flatMap(([one, kept, index]) => trackingIn(one, kept, [`Line ${index + 1}`])),
		...rowsIn(sent, came, PAID).flatMap(([one, kept, index]) => valuesIn(one, kept, [`Payment ${index + 1}`], {})),
	];
}

/** Findings as a row carries them, for a workflow to go by. */
export const inRow = (findings: readonly Finding[]): IDataObject =>
	findings.length === 0
		? {}
		: {
				_findings: findings.map(({ items, place = [], value, says, todo }) => ({
					level: 'warning',
					code: 'notKept',
					item: items[0]! + 1,
					field: place.join(', '),
					value: value ?? null,
					reason: [says, ...(todo ? [todo] : [])].join('. '),
				})),
			};
