/** What linked transactions link, the status that follows from it, and how calls write them. */
import type { Book } from '../book/book';
import type { LinkedTransactionRow } from '../book/documentRows';
import type { InvoiceRow, LineRow } from '../book/rows';
import type { Input } from '../resource/input';

/** A document whose lines can be billed on to a customer. */
interface LinkedSource {
	type: LinkedTransactionRow['SourceTransactionTypeCode'];
	state: 'open' | 'approved' | 'gone';
	LineItems: readonly LineRow[];
}

/** How far a document has come, by its status. */
function stateOf(status: string): LinkedSource['state'] {
	if (status === 'VOIDED' || status === 'DELETED') return 'gone';
	return status === 'DRAFT' || status === 'SUBMITTED' ? 'open' : 'approved';
}

/** The bill or the spent money with this id. */
function linkedSource(book: Book, id: string): LinkedSource | undefined {
	const row = book.invoices.get(id) ?? book.bankTransactions.get(id);
	if (row?.Type !== 'ACCPAY' && row?.Type !== 'SPEND') return undefined;
	return { type: row.Type, state: stateOf(row.Status), LineItems: row.LineItems };
}

type LinkedStatus = 'DRAFT' | 'APPROVED' | 'ONDRAFT' | 'BILLED' | 'VOIDED';

/** The sales invoice an expense is billed with, as long as both it and its line stand. */
export function targetOf(book: Book, row: LinkedTransactionRow): InvoiceRow | undefined {
	const target = row.TargetTransactionID === undefined ? undefined : book.invoices.get(row.TargetTransactionID);
	if (!target || stateOf(target.Status) === 'gone') return undefined;
	return target.LineItems.some((line) => line.LineItemID === row.TargetLineItemID) ? target : undefined;
}

/** The status of a billable expense follows from its documents. */
export function linkedStatus(book: Book, row: LinkedTransactionRow): LinkedStatus {
	const source = linkedSource(book, row.SourceTransactionID);
	const line = source?.LineItems.some((one) => one.LineItemID === row.SourceLineItemID);
	if (!source || !line || source.state === 'gone') return 'VOIDED';
	const target = targetOf(book, row);
	if (target) return stateOf(target.Status) === 'open' ? 'ONDRAFT' : 'BILLED';
	return source.state === 'open' ? 'DRAFT' : 'APPROVED';
}

/** PUT: makes a line of a bill (or of spent money) billable, at once for a customer and on an invoice when those are named. */
export function createLinkedTransaction(book: Book, input: Input): LinkedTransactionRow | undefined {
	const [id, line] = [input.guid('SourceTransactionID'), input.guid('SourceLineItemID')];
	if (id === undefined) input.fail('The SourceTransactionID field must be specified.');
	if (line === undefined) input.fail('The SourceLineItemID field must be specified.');
	if (id === undefined || line === undefined) return undefined;
	const source = linkedSource(book, id);
	if (!source) return void input.fail('The source transaction could not be found; it must be of type ACCPAY or SPEND.');
	if (source.state === 'gone') return void input.fail('The source transaction must not be voided or deleted.');
	if (!source.LineItems.some((one) => one.LineItemID === line))
		return void input.fail('The SourceLineItemID and SourceTransactionID do not match');
	if (book.linkedTransactions.first('source', line))
		return void input.fail('The source line item has already been assigned as a billable expense.');
	const row = {
		LinkedTransactionID: book.newId(),
		SourceTransactionID: id,
		SourceLineItemID: line,
		SourceTransactionTypeCode: source.type,
		UpdatedDateUTC: book.stamp(),
	};
	return save(book, input, row);
}

/** POST /LinkedTransactions/{LinkedTransactionID}: the customer, and the line of the invoice that bills it. */
export function updateLinkedTransaction(book: Book, row: LinkedTransactionRow, input: Input): LinkedTransactionRow | undefined {
	input.findings.id = row.LinkedTransactionID;
	const status = linkedStatus(book, row);
	if (status === 'BILLED' || status === 'VOIDED')
		return void input.fail(`A linked transaction of status ${status} cannot be updated.`);
	const moved = (['SourceTransactionID', 'SourceLineItemID'] as const).some((key) => (input.guid(key) ?? row[key]) !== row[key]);
	if (moved) return void input.fail('The source of a linked transaction must not be changed.');
	return save(book, input, { ...row, UpdatedDateUTC: book.stamp() });
}

function save(book: Book, input: Input, row: LinkedTransactionRow): LinkedTransactionRow | undefined {
	const target = targetField(book, input);
	const contact = input.guid('ContactID') ?? row.ContactID ?? target?.ContactID;
	if (contact !== undefined && book.contacts.get(contact)?.ContactStatus !== 'ACTIVE')
		input.fail('The contact with the specified ContactID could not be found.');
	const { ContactID: _of, ...link } = target ?? { ContactID: undefined };
	const next = { ...row, ...link, ContactID: contact };
	const invoice = targetOf(book, next);
	if (invoice && invoice.ContactID !== contact) input.fail('The ContactID and the TargetTransaction ContactID do not match');
	return input.findings.failed ? undefined : book.linkedTransactions.put(next);
}

/** The invoice and the line that are sent, and whose they are. */
function targetField(
	book: Book,
	input: Input,
): Required<Pick<LinkedTransactionRow, 'TargetTransactionID' | 'TargetLineItemID' | 'ContactID'>> | undefined {
	const [id, line] = [input.guid('TargetTransactionID'), input.guid('TargetLineItemID')];
	if (id === undefined && line === undefined) return undefined;
	if (id === undefined || line === undefined)
		return void input.fail('The TargetTransactionID and TargetLineItemID fields must be specified together.');
	const invoice = book.invoices.get(id);
	if (invoice?.Type !== 'ACCREC') return void input.fail('The target transaction could not be found; it must be of type ACCREC.');
	if (stateOf(invoice.Status) !== 'open') return void input.fail('The target transaction must be a draft.');
	if (!invoice.LineItems.some((one) => one.LineItemID === line))
		return void input.fail('The TargetLineItemID and TargetTransactionID do not match');
	return { TargetTransactionID: id, TargetLineItemID: line, ContactID: invoice.ContactID };
}
