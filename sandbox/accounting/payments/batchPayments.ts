/** Batch payments: many invoices, or many bills, paid through one bank account on one day. */
import { accountNested } from '../accounts/accounts';
import type { Book } from '../book/book';
import type { BatchPaymentRow, PaymentRow } from '../book/moneyRows';
import { deletedField, lockedField } from '../documents/fields';
import { historyRoutes } from '../resource/history';
import { Findings, Input } from '../resource/input';
import { kindOf } from '../resource/kind';
import { type Body, invalidOne } from '../resource/replies';
import { existing, getMany, getOne, resourceOf, update, write } from '../resource/routes';
import { elements, writeOne } from '../resource/writing';
import { fieldsOf } from '../schema';
import { twinsOf } from '../values/dates';
import { sum } from '../values/decimal';
import { invoiceStub } from './allocations';
import { createBatchedPayment, paymentAccount, undoPayment } from './paymentWrites';

const kind = kindOf<BatchPaymentRow>('BatchPayment', {
	table: (book) => book.batchPayments,
	without: ['Amount'],
	nested: { Account: accountNested((row) => row.AccountID, 'CurrencyCode') },
	// A deleted batch has no payments any more.
	render: (book, row) => ({
		...fieldsOf('BatchPayment', row),
		...twinsOf(row, 'Date'),
		Account: {
			AccountID: row.AccountID,
			CurrencyCode: book.accounts.get(row.AccountID)?.CurrencyCode ?? book.organisation.BaseCurrency,
		},
		Payments: row.Status === 'DELETED' ? [] : paymentsIn(book, row.BatchPaymentID),
	}),
});

function paymentsIn(book: Book, batchId: string): Body[] {
	return book.payments.all('batch', batchId).map((payment) => {
		const { PaymentID, Reference, BankAccountNumber, Particulars, Code, Details, Amount, BankAmount } = payment;
		return {
			...{ PaymentID, Reference, BankAccountNumber, Particulars, Code, Details, Amount, BankAmount },
			Invoice: invoiceStub(payment, { CurrencyCode: book.invoices.get(payment.InvoiceID)?.CurrencyCode }),
		};
	});
}

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
		...input.texts({ Reference: 255, Particulars: 12, Code: 12, Details: 18, Narrative: 18 }),
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
	deletedField(input);
	if (row.Status === 'DELETED') input.fail('The batch payment has already been deleted.');
	lockedField(book, input, row.Date);
	if (input.findings.failed) return undefined;
	for (const payment of book.payments.all('batch', row.BatchPaymentID)) undoPayment(book, payment);
	book.note(row.BatchPaymentID, 'Deleted', `Batch payment of ${row.TotalAmount.toFixed(2)} was deleted.`);
	return book.batchPayments.put({ ...row, Status: 'DELETED', UpdatedDateUTC: book.stamp() });
}

export const batchPayments = resourceOf(
	kind,
	{
		getBatchPayments: getMany(kind),
		deleteBatchPayment(book, request) {
			const [body = {}] = elements(request.body, kind.plural, kind.singular);
			const id = new Input(body, new Findings()).guid(kind.id);
			if (id === undefined) throw invalidOne(body, 'The BatchPaymentID field must be specified.');
			const row = existing(kind, book, id);
			return writeOne(kind, book, request, (input) => deleteBatch(book, row, input));
		},
		createBatchPayment: write(kind, createBatch),
		getBatchPayment: getOne(kind),
		deleteBatchPaymentByUrlParam: update(kind, deleteBatch),
	},
	historyRoutes(kind),
);
