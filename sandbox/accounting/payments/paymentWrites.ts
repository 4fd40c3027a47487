/** How calls write payments and take them back. */
import { accountByCode } from '../accounts/accounts';
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import type { PaymentRow } from '../book/moneyRows';
import type { AccountRow } from '../book/rows';
import { deletedField, lockedField } from '../documents/fields';
import type { Input } from '../resource/input';
import { dayRate, placesOf } from '../settings/currencies';
import { divide, fromUnits, rounded, units } from '../values/decimal';
import { creditById, numberOf, openAmount, paymentType, type Settled, settledById } from './settled';
import { settle } from './settling';

/** The document a payment is for: an invoice by its id or number, a credit note likewise, a prepayment or overpayment by its id. */
function documentOf(book: Book, input: Input): Settled | undefined {
	const [invoice, note] = [input.object('Invoice'), input.object('CreditNote')];
	const [prepayment, overpayment] = [input.object('Prepayment'), input.object('Overpayment')];
	const invoiceNumber = invoice?.text('InvoiceNumber') ?? input.text('InvoiceNumber');
	const noteNumber = note?.text('CreditNoteNumber') ?? input.text('CreditNoteNumber');
	const [invoiceId, noteId] = [invoice?.guid('InvoiceID'), note?.guid('CreditNoteID')];
	const named = [
		{ is: invoiceId ?? invoiceNumber, find: () => invoiceId ?? byNumber(book, invoiceNumber ?? '') },
		{ is: noteId ?? noteNumber, find: () => noteId ?? noteByNumber(book, noteNumber ?? '') },
		{ is: prepayment?.guid('PrepaymentID'), find: () => prepayment?.guid('PrepaymentID') },
		{ is: overpayment?.guid('OverpaymentID'), find: () => overpayment?.guid('OverpaymentID') },
	];
	const names = ['Invoice', 'CreditNote', 'Prepayment', 'Overpayment'];
	const given = named.map((one, at) => ({ ...one, name: names[at] })).filter((one) => one.is);
	const [first, second] = given;
	if (!first) return void input.fail('An invoice, credit note, prepayment or overpayment must be specified.');
	if (second) return void input.fail('Only one of an invoice, credit note, prepayment or overpayment must be specified.');
	const document = settledById(book, first.find() ?? '');
	return document?.name === first.name ? document : void input.fail('The document to be paid could not be found.');
}

function byNumber(book: Book, text: string): string | undefined {
	return book.invoices.first('anyNumber', fold(text))?.InvoiceID;
}

function noteByNumber(book: Book, text: string): string | undefined {
	return book.creditNotes.first('anyNumber', fold(text))?.CreditNoteID;
}

/** The account money goes through: a bank account, or one with payments enabled. `code` is where else its code may stand. */
export function paymentAccount(book: Book, input: Input, code?: string): AccountRow | undefined {
	const account = input.object('Account');
	const id = account?.guid('AccountID');
	const named = account?.code('Code') ?? code;
	const row = id !== undefined ? book.accounts.get(id) : named ? accountByCode(book, named) : undefined;
	if (!row || row.Status === 'ARCHIVED')
		return void input.fail(id || named ? 'The payment account could not be found.' : 'An account must be specified.');
	if (row.Type !== 'BANK' && !row.EnablePaymentsToAccount)
		return void input.fail('The account must be of type BANK or have payments enabled.');
	return row;
}

/** Amount in the document's currency, BankAmount in the account's, and the rate between the document's and the base currency. */
function amountsOf(
	book: Book,
	input: Input,
	{ row: { CurrencyCode } }: Settled,
	account: AccountRow,
	day: string,
): Pick<PaymentRow, 'Amount' | 'BankAmount' | 'CurrencyRate'> | undefined {
	const base = book.organisation.BaseCurrency;
	const bank = account.CurrencyCode ?? base;
	const sent = input.number('CurrencyRate', 6);
	if (sent !== undefined && sent <= 0) return void input.fail('The CurrencyRate field must be greater than zero.');
	const rate = CurrencyCode === base ? 1 : (sent ?? dayRate(book, CurrencyCode, day));
	if (bank !== CurrencyCode && bank !== base)
		return void input.fail(`The account is in ${bank}; it must be in ${CurrencyCode} or ${base}.`);
	const factor = bank === CurrencyCode ? 1_000_000n : units(rate, 6);
	const [amount, banked] = [input.number('Amount', 2), input.number('BankAmount', 2)];
	if (amount === undefined && banked === undefined) return void input.fail('The Amount field must be specified.');
	const derived = (cents: bigint, currency: string): number => rounded(fromUnits(cents, 2), placesOf(currency));
	const Amount = amount ?? derived(divide(units(banked ?? 0, 2) * factor, 1_000_000n), CurrencyCode);
	const BankAmount = banked ?? derived(divide(units(Amount, 2) * 1_000_000n, factor), bank);
	if (Amount <= 0) return void input.fail('The payment amount must be greater than zero.');
	return { Amount, BankAmount, CurrencyRate: rate };
}

/** What a batch says for all of its payments. */
interface Batch {
	BatchPaymentID: string;
	account: AccountRow;
	date: string;
}

/** A new payment on an approved invoice or bill, or the refund of a credit. */
export function createPayment(book: Book, input: Input): PaymentRow | undefined {
	const status = input.choice('Status', ['AUTHORISED', 'DELETED']);
	if (status === 'DELETED') input.fail('A new payment must have the status AUTHORISED.');
	const [document, account] = [documentOf(book, input), paymentAccount(book, input, input.code('Code'))];
	if (!document || !account) return undefined;
	return pay(book, input, document, account, input.date('Date') ?? book.today(), {
		IsReconciled: input.flag('IsReconciled') ?? false,
	});
}

/** One payment of a batch: account and date are the batch's, Code is a reference of the bank's. */
export function createBatchedPayment(book: Book, input: Input, { BatchPaymentID, account, date }: Batch): PaymentRow | undefined {
	const document = documentOf(book, input);
	if (!document) return undefined;
	if (document.name !== 'Invoice') return void input.fail('A batch payment can only pay invoices or bills.');
	return pay(book, input, document, account, date, { BatchPaymentID, Code: input.text('Code', 12), IsReconciled: false });
}

function pay(
	book: Book,
	input: Input,
	document: Settled,
	account: AccountRow,
	Date: string,
	more: Pick<PaymentRow, 'IsReconciled' | 'BatchPaymentID' | 'Code'>,
): PaymentRow | undefined {
	if (document.row.Status !== 'AUTHORISED' && document.row.Status !== 'PAID')
		return void input.fail('Payments can only be made against Authorised documents');
	const amounts = amountsOf(book, input, document, account, Date);
	if (amounts && amounts.Amount > openAmount(document))
		input.fail('Payment amount exceeds the amount outstanding on this document');
	lockedField(book, input, Date);
	const row = {
		PaymentID: book.newId(),
		InvoiceID: document.id,
		AccountID: account.AccountID,
		PaymentType: paymentType(document),
		Status: 'AUTHORISED' as const,
		Date,
		Reference: input.text('Reference', 255),
		BankAccountNumber: input.text('BankAccountNumber', 50),
		Particulars: input.text('Particulars', 12),
		Details: input.text('Details', 255),
		...more,
		turn: book.turn(),
		UpdatedDateUTC: book.stamp(),
	};
	if (!amounts || input.findings.failed) return undefined;
	const saved = book.payments.put({ ...row, ...amounts });
	const amount = saved.Amount.toFixed(2);
	const [title, change] = document.name === 'Invoice' ? ['Payment', 'Payment received'] : ['Refund', 'Refunded'];
	book.note(saved.PaymentID, 'Created', `${title} of ${amount} on ${numberOf(document) || TITLES[document.name]}.`);
	settle(book, document.id, change, `${title} of ${amount} on ${saved.Date}.`);
	return saved;
}

const TITLES = { Invoice: 'a bill', CreditNote: 'a credit note', Prepayment: 'a prepayment', Overpayment: 'an overpayment' };

/** Takes a payment back: what it paid is due again, what it refunded can be used again. */
export function undoPayment(book: Book, row: PaymentRow): PaymentRow {
	const saved = book.payments.put({ ...row, Status: 'DELETED', UpdatedDateUTC: book.stamp() });
	const title = creditById(book, row.InvoiceID) ? 'Refund' : 'Payment';
	book.note(row.PaymentID, 'Deleted', `${title} of ${row.Amount.toFixed(2)} was deleted.`);
	settle(book, row.InvoiceID, `${title} deleted`, `${title} of ${row.Amount.toFixed(2)} was deleted.`);
	return saved;
}

/** POST /Payments/{PaymentID} with the status DELETED. */
export function deletePayment(book: Book, row: PaymentRow, input: Input): PaymentRow | undefined {
	input.findings.id = row.PaymentID;
	deletedField(input);
	if (row.Status === 'DELETED') input.fail('The payment has already been deleted.');
	else if (row.BatchPaymentID !== undefined)
		input.fail('The payment belongs to a batch payment and cannot be deleted on its own. Delete the batch payment instead.');
	lockedField(book, input, row.Date);
	if (input.findings.failed) return undefined;
	return undoPayment(book, row);
}
