import type { Book } from '../book/book';
import { batchColumns, renderBatch } from './batchPaymentBodies';
import { sum } from '../values/decimal';
import { historyRoutes } from '../resource/history';
import { Findings, Input } from '../resource/input';
import { createBatchedPayment, paymentAccount, undoPayment } from './paymentWrites';
import { existing, getMany, getOne, recordsOf } from '../resource/reading';
import { type Body, invalidOne, notFound } from '../resource/replies';
import { hole, type Kind, paymentsScope, type Resource } from '../resource/resource';
import type { BatchPaymentRow } from '../book/moneyRows';
import type { PaymentRow } from '../book/rows';
import { elements, writeMany, writeOne } from '../resource/writing';

const kind: Kind<BatchPaymentRow> = {
	singular: 'BatchPayment',
	plural: 'BatchPayments',
	id: 'BatchPaymentID',
	idOf: (row) => row.BatchPaymentID,
	table: (book) => book.batchPayments,
	columns: batchColumns,
	look: (book, row, path) =>
		path[0] === 'Account' ? (book.accounts.get(row.AccountID) as Body | undefined)?.[path[1] ?? ''] : undefined,
	render: renderBatch,
};

/**
 * Whether every payment has the reference it needs: outside New Zealand, where the schema calls the field its own. Without it Xero has
 * answered 200 with a batch that has no id, the sentences at its payments, and saved nothing.
 */
function referenced(book: Book, input: Input): boolean {
	const without = (input.list('Payments', true) ?? []).filter((part) => !part.text('Reference')?.trim());
	if (book.organisation.CountryCode === 'NZ' || without.length === 0) return true;
	for (const part of without) part.fail('Reference is required');
	input.findings.inParts = true;
	return false;
}

/** A new batch: every line pays one approved document, all of them sales invoices or all of them bills. */
export function createBatch(book: Book, input: Input): BatchPaymentRow | undefined {
	const account = paymentAccount(book, input);
	if (account && account.Type !== 'BANK') input.fail('The account of a batch payment must be of type BANK.');
	const date = input.date('Date');
	if (date === undefined) input.fail('The Date field must be specified.');
	const parts = input.list('Payments') ?? [];
	if (parts.length === 0) input.fail('A batch payment must have at least one payment.');
	if (!account || date === undefined || input.findings.failed) return undefined;
	if (!referenced(book, input)) return undefined;

	const BatchPaymentID = book.newId();
	const paid = parts.map((part) => createBatchedPayment(book, part, { BatchPaymentID, account, date }));
	const rows = paid.filter((row): row is PaymentRow => row !== undefined);
	const [type, other] = new Set(rows.map((row) => row.PaymentType));
	if (type !== undefined && other !== undefined)
		input.fail('The payments of a batch must be all for sales invoices or all for bills.');
	const row: BatchPaymentRow = {
		BatchPaymentID,
		Type: type === 'ACCRECPAYMENT' ? 'RECBATCH' : 'PAYBATCH',
		Status: 'AUTHORISED',
		AccountID: account.AccountID,
		Date: date,
		Reference: input.text('Reference', 255),
		Particulars: input.text('Particulars', 12),
		Code: input.text('Code', 12),
		Details: input.text('Details', 18),
		Narrative: input.text('Narrative', 18),
		TotalAmount: sum(rows.map((one) => one.BankAmount)),
		IsReconciled: false,
		UpdatedDateUTC: book.stamp(),
	};
	if (input.findings.failed) return undefined;
	book.note(BatchPaymentID, 'Created', `Batch of ${rows.length} payments for ${row.TotalAmount.toFixed(2)}.`);
	return book.batchPayments.put(row);
}

/** Deletes a batch with all of its payments; what they paid is due again. */
function deleteBatch(book: Book, row: BatchPaymentRow, input: Input): BatchPaymentRow | undefined {
	input.findings.id = row.BatchPaymentID;
	if (input.choice('Status', ['DELETED']) === undefined && !input.findings.failed)
		input.fail('The Status field must be DELETED.');
	if (row.Status === 'DELETED') input.fail('The batch payment has already been deleted.');
	const lock = book.lockedUntil();
	if (lock && row.Date <= lock.day) input.fail(lock.sentence);
	if (input.findings.failed) return undefined;
	for (const payment of book.payments.all('batch', row.BatchPaymentID)) undoPayment(book, payment);
	book.note(row.BatchPaymentID, 'Deleted', `Batch payment of ${row.TotalAmount.toFixed(2)} was deleted.`);
	return book.batchPayments.put({ ...row, Status: 'DELETED', UpdatedDateUTC: book.stamp() });
}

export const batchPayments: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getBatchPayments', paymentsScope, { modified: true }),
		{
			operationId: 'deleteBatchPayment',
			method: 'POST',
			path: '/BatchPayments',
			scopes: paymentsScope.write,
			handle(book, request) {
				const [body = {}] = elements(request.body, kind.plural, kind.singular);
				const id = new Input(body, new Findings()).guid(kind.id);
				if (id === undefined) throw invalidOne(body, 'The BatchPaymentID field must be specified.');
				const row = book.batchPayments.get(id);
				if (!row) throw notFound();
				return writeOne(kind, book, request, (input) => deleteBatch(book, row, input));
			},
		},
		{
			operationId: 'createBatchPayment',
			method: 'PUT',
			path: '/BatchPayments',
			scopes: paymentsScope.write,
			handle: (book, request) => writeMany(kind, book, request, (input) => createBatch(book, input)),
		},
		getOne(kind, 'getBatchPayment', paymentsScope),
		{
			operationId: 'deleteBatchPaymentByUrlParam',
			method: 'POST',
			path: '/BatchPayments/{BatchPaymentID}',
			scopes: paymentsScope.write,
			handle(book, request) {
				const row = existing(kind, book, hole(request, kind.id));
				return writeOne(kind, book, request, (input) => deleteBatch(book, row, input));
			},
		},
		...historyRoutes(kind, paymentsScope, { get: 'getBatchPaymentHistory', create: 'createBatchPaymentHistoryRecord' }),
	],
};
