import type { Book } from './book';
import { fold } from './book';
import { accountByCode } from './accounts';
import { dayRate } from './currencies';
import { momentString } from './dates';
import { divide, number, sum, units } from './decimal';
import { historyRoutes } from './history';
import type { Input } from './input';
import { contactReference } from './contacts';
import { paymentsOn, renderInvoice } from './invoiceBodies';
import { existing, getMany, getOne, recordsOf } from './reading';
import type { Body } from './replies';
import { type Detail, hole, type Kind, paymentsScope, type Resource } from './resource';
import type { AccountRow, InvoiceRow, PaymentRow } from './rows';
import { writeMany, writeOne } from './writing';

function render(book: Book, row: PaymentRow, detail: Detail, places: number): Body {
	const invoice = book.invoices.get(row.InvoiceID);
	const account = book.accounts.get(row.AccountID);
	return {
		PaymentID: row.PaymentID,
		Date: row.Date,
		BankAmount: row.BankAmount,
		Amount: row.Amount,
		Reference: row.Reference ?? '',
		CurrencyRate: row.CurrencyRate,
		PaymentType: row.PaymentType,
		Status: row.Status,
		UpdatedDateUTC: row.UpdatedDateUTC,
		UpdatedDateUTCString: momentString(row.UpdatedDateUTC),
		HasAccount: true,
		IsReconciled: row.IsReconciled,
		BankAccountNumber: row.BankAccountNumber,
		Particulars: row.Particulars,
		Details: row.Details,
		Account: {
			AccountID: row.AccountID,
			...(account?.Code ? { Code: account.Code } : {}),
			...(detail === 'full' ? { Name: account?.Name } : {}),
		},
		Invoice: invoice && (detail === 'full' ? wholeInvoice(book, invoice, places) : shortInvoice(book, invoice)),
		HasValidationErrors: false,
	};
}

function wholeInvoice(book: Book, row: InvoiceRow, places: number): Body {
	return { ...renderInvoice(book, row, 'page', places), Contact: contactReference(book, row.ContactID) };
}

function shortInvoice(book: Book, row: InvoiceRow): Body {
	const lists = { Payments: [], CreditNotes: [], Prepayments: [], Overpayments: [] };
	const head = {
		Type: row.Type,
		InvoiceID: row.InvoiceID,
		InvoiceNumber: row.InvoiceNumber,
		...lists,
		HasErrors: false,
		IsDiscounted: false,
	};
	return { ...head, Contact: contactReference(book, row.ContactID), LineItems: [], CurrencyCode: row.CurrencyCode };
}

const kind: Kind<PaymentRow> = {
	singular: 'Payment',
	plural: 'Payments',
	id: 'PaymentID',
	idOf: (row) => row.PaymentID,
	table: (book) => book.payments,
	flag: 'HasValidationErrors',
	columns: {
		PaymentID: 'id',
		PaymentType: 'text',
		Status: 'text',
		Date: 'time',
		Amount: 'number',
		BankAmount: 'number',
		CurrencyRate: 'number',
		Reference: 'text',
		IsReconciled: 'flag',
		Invoice: { InvoiceID: 'id', InvoiceNumber: 'text', Type: 'text', Contact: { ContactID: 'id', Name: 'text' } },
		Account: { AccountID: 'id', Code: 'text', Name: 'text' },
		UpdatedDateUTC: 'time',
	},
	look(book, row, path) {
		if (path[0] === 'Account') return (book.accounts.get(row.AccountID) as Body | undefined)?.[path[1] ?? ''];
		if (path[0] !== 'Invoice') return undefined;
		const invoice = book.invoices.get(row.InvoiceID);
		if (path[1] !== 'Contact') return (invoice as Body | undefined)?.[path[1] ?? ''];
		return (book.contacts.get(invoice?.ContactID ?? '') as Body | undefined)?.[path[2] ?? ''];
	},
	render,
};

/** The document a payment is for: by InvoiceID, or by the number of a sales invoice or a bill. */
function documentOf(book: Book, input: Input): InvoiceRow | undefined {
	const invoice = input.object('Invoice');
	const id = invoice?.guid('InvoiceID');
	const number = invoice?.text('InvoiceNumber') ?? input.text('InvoiceNumber');
	const row = id !== undefined ? book.invoices.get(id) : number ? book.invoices.first('anyNumber', fold(number)) : undefined;
	if (row) return row;
	const others = ['CreditNote', 'CreditNoteNumber', 'Prepayment', 'Overpayment'].some((key) => input.given(key));
	const named = id !== undefined || number || others;
	return void input.fail(
		named
			? 'The document to be paid could not be found.'
			: 'An invoice, credit note, prepayment or overpayment must be specified.',
	);
}

/** The account money goes through: a bank account, or one with payments enabled. */
function accountOf(book: Book, input: Input): AccountRow | undefined {
	const account = input.object('Account');
	const id = account?.guid('AccountID');
	const code = account?.text('Code') || input.text('Code');
	const row = id !== undefined ? book.accounts.get(id) : code ? accountByCode(book, code) : undefined;
	if (!row || row.Status === 'ARCHIVED')
		return void input.fail(id || code ? 'The payment account could not be found.' : 'An account must be specified.');
	if (row.Type !== 'BANK' && !row.EnablePaymentsToAccount)
		return void input.fail('The account must be of type BANK or have payments enabled.');
	return row;
}

/** Amount in the document's currency, BankAmount in the account's, and the rate between the document's and the base currency. */
function amountsOf(
	book: Book,
	input: Input,
	invoice: InvoiceRow,
	account: AccountRow,
): Pick<PaymentRow, 'Amount' | 'BankAmount' | 'CurrencyRate'> | undefined {
	const base = book.organisation.BaseCurrency;
	const bank = account.CurrencyCode ?? base;
	const sent = input.number('CurrencyRate', 6);
	if (sent !== undefined && sent <= 0) return void input.fail('The CurrencyRate field must be greater than zero.');
	const rate = invoice.CurrencyCode === base ? 1 : (sent ?? dayRate(book, invoice.CurrencyCode));
	if (bank !== invoice.CurrencyCode && bank !== base)
		return void input.fail(`The account is in ${bank}; it must be in ${invoice.CurrencyCode} or ${base}.`);
	const factor = bank === invoice.CurrencyCode ? 1_000_000n : units(rate, 6);
	const [amount, banked] = [input.number('Amount', 2), input.number('BankAmount', 2)];
	if (amount === undefined && banked === undefined) return void input.fail('The Amount field must be specified.');
	const Amount = amount ?? number(divide(units(banked ?? 0, 2) * factor, 1_000_000n), 2);
	const BankAmount = banked ?? number(divide(units(Amount, 2) * 1_000_000n, factor), 2);
	if (Amount <= 0) return void input.fail('The payment amount must be greater than zero.');
	return { Amount, BankAmount, CurrencyRate: rate };
}

/** A new payment on an approved invoice or bill. */
export function createPayment(book: Book, input: Input): PaymentRow | undefined {
	const status = input.choice('Status', ['AUTHORISED', 'DELETED']);
	if (status === 'DELETED') input.fail('A new payment must have the status AUTHORISED.');
	const [invoice, account] = [documentOf(book, input), accountOf(book, input)];
	if (!invoice || !account) return undefined;
	if (invoice.Status !== 'AUTHORISED' && invoice.Status !== 'PAID')
		return void input.fail('Payments can only be made against Authorised documents');
	const amounts = amountsOf(book, input, invoice, account);
	if (amounts && amounts.Amount > invoice.AmountDue) input.fail('Payment amount exceeds the amount outstanding on this document');
	const date = input.date('Date') ?? book.today();
	const lock = book.lockedUntil();
	if (lock && date <= lock.day) input.fail(lock.sentence);
	const row = {
		PaymentID: book.newId(),
		InvoiceID: invoice.InvoiceID,
		AccountID: account.AccountID,
		PaymentType: invoice.Type === 'ACCREC' ? ('ACCRECPAYMENT' as const) : ('ACCPAYPAYMENT' as const),
		Status: 'AUTHORISED' as const,
		Date: date,
		Reference: input.text('Reference', 255),
		IsReconciled: input.flag('IsReconciled') ?? false,
		BankAccountNumber: input.text('BankAccountNumber', 50),
		Particulars: input.text('Particulars', 12),
		Details: input.text('Details', 255),
		UpdatedDateUTC: book.stamp(),
	};
	if (!amounts || input.findings.failed) return undefined;
	const saved = book.payments.put({ ...row, ...amounts });
	book.note(saved.PaymentID, 'Created', `Payment of ${saved.Amount.toFixed(2)} on ${invoice.InvoiceNumber || 'a bill'}.`);
	settle(book, invoice.InvoiceID, 'Payment received', `Payment of ${saved.Amount.toFixed(2)} on ${saved.Date}.`);
	return saved;
}

/** Brings a document in line with its payments: amounts, PAID when nothing is due, AUTHORISED again when something is. */
function settle(book: Book, id: string, change: string, details: string): void {
	const row = book.invoices.get(id);
	if (!row) return;
	const payments = paymentsOn(book, id);
	const paid = sum(payments.map((payment) => payment.Amount));
	const due = sum([row.Total, -paid, -row.AmountCredited]);
	const done =
		due === 0
			? payments
					.map((payment) => payment.Date)
					.sort()
					.at(-1)
			: undefined;
	book.note(id, change, details);
	book.invoices.put({
		...row,
		AmountPaid: paid,
		AmountDue: due,
		Status: due === 0 ? 'PAID' : 'AUTHORISED',
		FullyPaidOnDate: done,
		UpdatedDateUTC: book.stamp(),
	});
}

function remove(book: Book, row: PaymentRow, input: Input): PaymentRow | undefined {
	input.findings.id = row.PaymentID;
	if (input.choice('Status', ['DELETED']) === undefined && !input.findings.failed)
		input.fail('The Status field must be DELETED.');
	if (row.Status === 'DELETED') input.fail('The payment has already been deleted.');
	const lock = book.lockedUntil();
	if (lock && row.Date <= lock.day) input.fail(lock.sentence);
	if (input.findings.failed) return undefined;
	const saved = book.payments.put({ ...row, Status: 'DELETED', UpdatedDateUTC: book.stamp() });
	book.note(row.PaymentID, 'Deleted', `Payment of ${row.Amount.toFixed(2)} was deleted.`);
	settle(book, row.InvoiceID, 'Payment deleted', `Payment of ${row.Amount.toFixed(2)} was deleted.`);
	return saved;
}

export const payments: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getPayments', paymentsScope, { paged: true, modified: true }),
		{
			operationId: 'createPayment',
			method: 'POST',
			path: '/Payments',
			scopes: paymentsScope.write,
			handle: (book, request) => writeOne(kind, book, request, (input) => createPayment(book, input)),
		},
		{
			operationId: 'createPayments',
			method: 'PUT',
			path: '/Payments',
			scopes: paymentsScope.write,
			handle: (book, request) => writeMany(kind, book, request, (input) => createPayment(book, input)),
		},
		getOne(kind, 'getPayment', paymentsScope),
		{
			operationId: 'deletePayment',
			method: 'POST',
			path: '/Payments/{PaymentID}',
			scopes: paymentsScope.write,
			handle(book, request) {
				const row = existing(kind, book, hole(request, kind.id));
				return writeOne(kind, book, request, (input) => remove(book, row, input));
			},
		},
		...historyRoutes(kind, paymentsScope),
	],
};
