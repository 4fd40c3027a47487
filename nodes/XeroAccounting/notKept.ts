import type { IDataObject } from 'n8n-workflow';
import type { Finding } from '../shared/model/findings';
import { shown } from '../shared/model/findings';
import type { Compared } from '../shared/model/sameValue';
import { alike, folded, isBlank } from '../shared/model/sameValue';
import { objectsIn } from '../shared/model/values';

/** What a bank transaction may make: its reference stands there. */
const MADE = ['OverpaymentID', 'PrepaymentID'];

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

const COMPARED_NAMES = Object.keys(COMPARED);

/** The rows in which Xero may drop tracking, and those with amounts of their own. */
const TRACKED = ['LineItems', 'JournalLines'];
const PAID = ['Payments'];

/** The label of a property's input, its own name where it has none. */
type LabelOf = (name: string) => string;

type Found = Omit<Finding, 'items'>;

const DROPPED = 'Xero did not keep it';
const LOOK = 'Look at the record in Xero';

/** The values of one object that came back otherwise than they were sent. */
function valuesIn(sent: IDataObject, came: IDataObject, place: readonly string[], labelOf: LabelOf): Found[] {
	// An answer that has none of them tells of something else.
	if (!COMPARED_NAMES.some((name) => name in came)) return [];
	return COMPARED_NAMES.flatMap((name) => {
		const how = COMPARED[name]!;
		const [value, kept] = [sent[name], came[name]];
		if (isBlank(value) || typeof value === 'object' || (!isBlank(kept) && alike(how, value, kept) !== false)) return [];
		if (kept === undefined && (how === 'money' || (name === 'Reference' && MADE.some((id) => !isBlank(came[id]))))) return [];
		const says = isBlank(kept) ? DROPPED : `Xero has ${String(shown(kept))} in its place`;
		return [{ place: [...place, labelOf(name)], value: shown(value), says, todo: LOOK }];
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
	objectsIn(sent.Tracking)
		.filter((one) => BY.some((name) => !isBlank(one[name])) && !isKept(one, objectsIn(came.Tracking)))
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
		const [given, kept] = [objectsIn(sent[name]), objectsIn(came[name])];
		return given.length === kept.length ? given.map((one, index) => [one, kept[index]!, index] as const) : [];
	});
}

/**
 * What Xero did not keep of a record, or keeps otherwise, though it took the record.
 * @param sent the record in Xero's shape
 * @param came the record as the answer has it, dates made ISO
 */
export function notKept(sent: IDataObject, came: IDataObject, labelOf: LabelOf): Found[] {
	return [
		...valuesIn(sent, came, [], labelOf),
		...rowsIn(sent, came, TRACKED).flatMap(([one, kept, index]) => trackingIn(one, kept, [`Line ${index + 1}`])),
		...rowsIn(sent, came, PAID).flatMap(([one, kept, index]) => valuesIn(one, kept, [`Payment ${index + 1}`], (name) => name)),
	];
}
