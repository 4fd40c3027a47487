/** What webhooks are told of a call. */
import type { WebhookCategory } from '../contract';
import type { RecordChange } from '../route';
import type { Book } from './book/book';
import type { Replaced } from './book/table';
import { momentString } from './values/dates';

/** What a change is told by: contacts have neither Type nor Status. */
interface Row {
	UpdatedDateUTC: string;
	Type?: string;
	Status?: string;
}

interface Kind {
	category: WebhookCategory;
	plural: string;
	table: (book: Book) => { get(id: string): Row | undefined };
	/** Whether its events say Type and Status. */
	telling?: true;
}

/** What Xero has webhooks for [S: CONTACT, INVOICE, CREDITNOTE; R: PREPAYMENT, OVERPAYMENT]. INVOICE does not say whether sale or bill. */
const kinds: readonly Kind[] = [
	{ category: 'CONTACT', plural: 'Contacts', table: (book) => book.contacts },
	{ category: 'INVOICE', plural: 'Invoices', table: (book) => book.invoices },
	{ category: 'CREDITNOTE', plural: 'CreditNotes', table: (book) => book.creditNotes, telling: true },
	{ category: 'PREPAYMENT', plural: 'Prepayments', table: (book) => book.prepayments, telling: true },
	{ category: 'OVERPAYMENT', plural: 'Overpayments', table: (book) => book.overpayments, telling: true },
];

/**
 * The records that a call created or updated, each once, in the order the call came to them. A row counts as updated when its
 * UpdatedDateUTC moved. `replaced` is what the call replaced, `since` the moment it began.
 */
export function recordChanges(book: Book, tenantId: string, replaced: readonly Replaced[], since: string): RecordChange[] {
	const byTable = new Map<object, Kind>(kinds.map((kind) => [kind.table(book), kind]));
	// The first time a row was replaced tells what it was before the call.
	const first = new Map<string, { kind: Kind; id: string; before: object | undefined }>();
	for (const { table, id, before } of replaced) {
		const kind = byTable.get(table);
		if (kind && !first.has(id)) first.set(id, { kind, id, before });
	}
	return [...first.values()].flatMap(({ kind, id, before }): RecordChange[] => {
		const { category, plural, table, telling } = kind;
		const row = table(book).get(id);
		if (!row || (before && !moved(before, row, since))) return [];
		const { UpdatedDateUTC, Type = '', Status = '' } = row;
		const data = telling && { Type, Status, UpdatedDateUTCString: momentString(UpdatedDateUTC) };
		return [{ tenantId, category, plural, id, isNew: before === undefined, at: UpdatedDateUTC, ...(data ? { data } : {}) }];
	});
}

function moved(before: object, row: Row, since: string): boolean {
	const stamp = 'UpdatedDateUTC' in before ? before.UpdatedDateUTC : undefined;
	if (stamp !== row.UpdatedDateUTC) return true;
	// Two calls within a millisecond stamp a row alike; then what else is in it tells.
	return row.UpdatedDateUTC >= since && content(before) !== content(row);
}

/** A row as text, without the two flags that a contact's first document sets and does not stamp. */
function content(row: object): string {
	return JSON.stringify({ ...row, IsCustomer: undefined, IsSupplier: undefined });
}
