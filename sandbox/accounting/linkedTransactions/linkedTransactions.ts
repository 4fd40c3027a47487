import type { Book } from '../book/book';
import type { LinkedTransactionRow } from '../book/documentRows';
import { createLinkedTransaction, linkedStatus, targetOf, updateLinkedTransaction } from './linkedTransactionWrites';
import { listedIds } from '../resource/list';
import { existing, getMany, getOne, recordsOf } from '../resource/reading';
import { type Body, invalidOne } from '../resource/replies';
import { hole, invoicesScope, type Kind, query, type Resource } from '../resource/resource';
import { writeOne } from '../resource/writing';

function render(book: Book, row: LinkedTransactionRow): Body {
	const billed = targetOf(book, row) !== undefined;
	return {
		LinkedTransactionID: row.LinkedTransactionID,
		SourceTransactionID: row.SourceTransactionID,
		SourceLineItemID: row.SourceLineItemID,
		ContactID: row.ContactID,
		...(billed ? { TargetTransactionID: row.TargetTransactionID, TargetLineItemID: row.TargetLineItemID } : {}),
		Status: linkedStatus(book, row),
		Type: 'BILLABLEEXPENSE',
		UpdatedDateUTC: row.UpdatedDateUTC,
		SourceTransactionTypeCode: row.SourceTransactionTypeCode,
	};
}

const kind: Kind<LinkedTransactionRow> = {
	singular: 'LinkedTransaction',
	plural: 'LinkedTransactions',
	id: 'LinkedTransactionID',
	idOf: (row) => row.LinkedTransactionID,
	table: (book) => book.linkedTransactions,
	columns: {},
	render,
};

export const linkedTransactions: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getLinkedTransactions', invoicesScope, {
			paged: 'always',
			without: ['where', 'order', 'pageSize'],
			keep(book, request) {
				const [ids, sources] = [listedIds(request, 'LinkedTransactionID'), listedIds(request, 'SourceTransactionID')];
				const [contacts, targets] = [listedIds(request, 'ContactID'), listedIds(request, 'TargetTransactionID')];
				// "Filter by the combination of ContactID and Status" (spec): alone it is not looked at.
				const status = contacts && query(request, 'Status')?.toUpperCase();
				return (row) =>
					(ids === undefined || ids.has(row.LinkedTransactionID)) &&
					(sources === undefined || sources.has(row.SourceTransactionID)) &&
					(contacts === undefined || contacts.has(row.ContactID ?? '')) &&
					(targets === undefined || targets.has(targetOf(book, row)?.InvoiceID ?? '')) &&
					(status === undefined || linkedStatus(book, row) === status);
			},
		}),
		{
			operationId: 'createLinkedTransaction',
			method: 'PUT',
			path: '/LinkedTransactions',
			scopes: invoicesScope.write,
			handle: (book, request) => writeOne(kind, book, request, (input) => createLinkedTransaction(book, input)),
		},
		getOne(kind, 'getLinkedTransaction', invoicesScope),
		{
			operationId: 'updateLinkedTransaction',
			method: 'POST',
			path: '/LinkedTransactions/{LinkedTransactionID}',
			scopes: invoicesScope.write,
			handle(book, request) {
				const row = existing(kind, book, hole(request, kind.id));
				return writeOne(kind, book, request, (input) => updateLinkedTransaction(book, row, input));
			},
		},
		{
			operationId: 'deleteLinkedTransaction',
			method: 'DELETE',
			path: '/LinkedTransactions/{LinkedTransactionID}',
			scopes: invoicesScope.write,
			handle(book, request) {
				const row = existing(kind, book, hole(request, kind.id));
				if (linkedStatus(book, row) === 'BILLED')
					throw invalidOne(render(book, row), 'A linked transaction of status BILLED cannot be deleted.');
				book.linkedTransactions.remove(row.LinkedTransactionID);
				return { status: 204 };
			},
		},
	],
};
