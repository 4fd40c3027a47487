import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import { contactField, freeNumber, linesField, rateFields, themeField } from '../documents/documentFields';
import type { PurchaseOrderRow } from '../book/documentRows';
import type { Input } from '../resource/input';
import { totals } from '../documents/lines';

type Status = PurchaseOrderRow['Status'];

/** Unit prices of purchase orders have four decimals, whatever unitdp says. */
export const ORDER_PLACES = 4;

export const ORDER_STATUSES: readonly Status[] = ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'BILLED', 'DELETED'];

/** Where each status may go by a request; staying is an edit. */
const NEXT: Readonly<Record<Status, readonly Status[]>> = {
	DRAFT: ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'DELETED'],
	SUBMITTED: ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'DELETED'],
	AUTHORISED: ['AUTHORISED', 'BILLED', 'DELETED'],
	BILLED: ['BILLED', 'AUTHORISED'],
	DELETED: [],
};

const CHANGES: Readonly<Record<Status, string>> = {
	DRAFT: 'Returned to draft',
	SUBMITTED: 'Submitted',
	AUTHORISED: 'Approved',
	BILLED: 'Billed',
	DELETED: 'Deleted',
};

/** PUT: a new purchase order. */
export function createPurchaseOrder(book: Book, input: Input): PurchaseOrderRow | undefined {
	const id = input.guid('PurchaseOrderID');
	if (id !== undefined && book.purchaseOrders.get(id))
		return void input.fail('A purchase order with the specified PurchaseOrderID already exists.');
	return save(book, input, undefined);
}

/** POST: the one with the PurchaseOrderID or the PurchaseOrderNumber, else a new one. */
export function upsertPurchaseOrder(book: Book, input: Input): PurchaseOrderRow | undefined {
	const id = input.guid('PurchaseOrderID');
	if (id !== undefined) {
		const row = book.purchaseOrders.get(id);
		if (row) return save(book, input, row);
		return void input.fail('The purchase order with the specified PurchaseOrderID could not be found.');
	}
	const number = input.text('PurchaseOrderNumber');
	return save(book, input, number ? book.purchaseOrders.first('number', fold(number)) : undefined);
}

/** POST /PurchaseOrders/{PurchaseOrderID}. */
export function updatePurchaseOrder(book: Book, row: PurchaseOrderRow, input: Input): PurchaseOrderRow | undefined {
	return save(book, input, row);
}

function save(book: Book, input: Input, before: PurchaseOrderRow | undefined): PurchaseOrderRow | undefined {
	if (before) input.findings.id = before.PurchaseOrderID;
	const status = nextStatus(input, before?.Status);
	if (before && input.findings.failed) return undefined;
	// Other fields of a request that deletes are not looked at.
	if (before && status === 'DELETED') return noted(book, { ...before, Status: status, UpdatedDateUTC: book.stamp() }, before);

	const contact = contactField(book, input, before?.ContactID);
	if (!contact) return undefined;
	const approved = status === 'AUTHORISED' || status === 'BILLED';
	const types = ['Exclusive', 'Inclusive', 'NoTax'] as const;
	const amounts = input.choice('LineAmountTypes', types) ?? before?.LineAmountTypes ?? 'Exclusive';
	const context = { type: 'ACCPAY' as const, amounts, approved, places: ORDER_PLACES, discounts: true };
	const lines = linesField(book, input, input.list('LineItems'), before, context);
	if (lines.length === 0 && status !== 'DRAFT') input.fail('One or more line items must be specified');
	const added = totals(lines, amounts);
	if (added.Total < 0) input.fail('The Total field must not be less than zero.');
	const row: PurchaseOrderRow = {
		PurchaseOrderID: before?.PurchaseOrderID ?? book.newId(),
		PurchaseOrderNumber: numberOf(book, input, before),
		Status: status,
		Reference: input.text('Reference', 255) ?? before?.Reference,
		ContactID: contact.ContactID,
		Date: input.date('Date') ?? before?.Date ?? book.today(),
		DeliveryDate: input.date('DeliveryDate') ?? before?.DeliveryDate,
		ExpectedArrivalDate: input.date('ExpectedArrivalDate') ?? before?.ExpectedArrivalDate,
		DeliveryAddress: input.text('DeliveryAddress', 500) ?? before?.DeliveryAddress,
		AttentionTo: input.text('AttentionTo', 255) ?? before?.AttentionTo,
		Telephone: input.text('Telephone', 50) ?? before?.Telephone,
		DeliveryInstructions: input.text('DeliveryInstructions', 500) ?? before?.DeliveryInstructions,
		LineAmountTypes: amounts,
		LineItems: lines,
		BrandingThemeID: themeField(book, input, before?.BrandingThemeID),
		...rateFields(book, input, before, 'document'),
		SentToContact: sentOf(input, approved, before),
		...added,
		UpdatedDateUTC: book.stamp(),
	};
	if (before?.Status === 'BILLED' && worth(row) !== worth(before))
		input.fail('A billed purchase order cannot be edited; only its status and SentToContact can be updated.');
	if (input.findings.failed) return undefined;
	return noted(book, row, before);
}

function noted(book: Book, row: PurchaseOrderRow, before: PurchaseOrderRow | undefined): PurchaseOrderRow {
	const name = book.contacts.get(row.ContactID)?.Name ?? '';
	const details = `${row.PurchaseOrderNumber} to ${name} for ${row.Total.toFixed(2)}.`;
	if (!before) book.note(row.PurchaseOrderID, 'Created', details);
	if (before || row.Status !== 'DRAFT')
		book.note(row.PurchaseOrderID, before?.Status === row.Status ? 'Edited' : CHANGES[row.Status], details);
	return book.purchaseOrders.put(row);
}

/** Everything about an order but its status, its sending and its stamp, in an order of keys that does not matter. */
function worth(row: PurchaseOrderRow): string {
	const { Status: _status, SentToContact: _sent, UpdatedDateUTC: _stamp, LineItems, ...rest } = row;
	const sorted = (one: object): unknown[] =>
		Object.entries(one)
			.filter(([, value]) => value !== undefined)
			.sort(([a], [b]) => (a < b ? -1 : 1));
	return JSON.stringify([sorted(rest), LineItems.map(({ LineItemID: _id, ...line }) => sorted(line))]);
}

function nextStatus(input: Input, before: Status | undefined): Status {
	const wanted = input.choice('Status', ORDER_STATUSES);
	if (before === undefined) {
		if (wanted === 'BILLED' || wanted === 'DELETED')
			input.fail(`A new purchase order must have the status DRAFT, SUBMITTED or AUTHORISED; '${wanted}' is not valid.`);
		return wanted ?? 'DRAFT';
	}
	const status = wanted ?? before;
	if (NEXT[before].length === 0) input.fail('Purchase order not of valid status for modification');
	else if (!NEXT[before].includes(status)) input.fail(`A purchase order of status ${before} cannot be changed to ${status}.`);
	return status;
}

function numberOf(book: Book, input: Input, before: PurchaseOrderRow | undefined): string {
	const table = book.purchaseOrders;
	const sent = input.text('PurchaseOrderNumber', 255)?.trim();
	const same = sent ? table.first('number', fold(sent)) : undefined;
	if (same && same.PurchaseOrderID !== before?.PurchaseOrderID) input.fail('Order number must be unique');
	return sent || before?.PurchaseOrderNumber || freeNumber('PO', table.size, (number) => !!table.first('number', number));
}

function sentOf(input: Input, approved: boolean, before: PurchaseOrderRow | undefined): boolean {
	const sent = input.flag('SentToContact');
	if (sent === undefined || approved) return sent ?? before?.SentToContact ?? false;
	if (sent) input.findings.warnings.push('Only AUTHORISED and BILLED purchase orders may have SentToContact updated.');
	return before?.SentToContact ?? false;
}
