/** Linked transactions: billable expenses. */
import type { LinkedTransactionRow } from '../book/documentRows';
import { kindOf } from '../resource/kind';
import { invalidOne } from '../resource/replies';
import { listedIds, query } from '../resource/request';
import { getMany, getOne, recordOf, resourceOf, update, writeSingle } from '../resource/routes';
import { fieldsOf } from '../schema';
import { createLinkedTransaction, linkedStatus, targetOf, updateLinkedTransaction } from './linkedTransactionWrites';

const kind = kindOf<LinkedTransactionRow>('LinkedTransaction', {
	table: (book) => book.linkedTransactions,
	render(book, row) {
		const { TargetTransactionID, TargetLineItemID, ...fields } = fieldsOf('LinkedTransaction', row);
		return {
			...fields,
			...(targetOf(book, row) ? { TargetTransactionID, TargetLineItemID } : {}),
			Status: linkedStatus(book, row),
			Type: 'BILLABLEEXPENSE',
		};
	},
});

export const linkedTransactions = resourceOf(kind, {
	getLinkedTransactions: getMany(kind, {
		alwaysPaged: true,
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
	createLinkedTransaction: writeSingle(kind, createLinkedTransaction),
	getLinkedTransaction: getOne(kind),
	updateLinkedTransaction: update(kind, updateLinkedTransaction),
	deleteLinkedTransaction(book, request) {
		const row = recordOf(kind, book, request);
		if (linkedStatus(book, row) === 'BILLED')
			throw invalidOne(kind.render(book, row, 'full', 2), 'A linked transaction of status BILLED cannot be deleted.');
		book.linkedTransactions.remove(row.LinkedTransactionID);
		return { status: 204 };
	},
});
