/** How calls write bank transactions, and what these say in the books. */
import { accountByCode } from '../accounts/accounts';
import type { Book } from '../book/book';
import type { BankTransactionRow } from '../book/moneyRows';
import type { AccountRow, LineRow } from '../book/rows';
import { type Amounts, amountTypesField, givenContactField, linesField, lockedField, urlField } from '../documents/fields';
import { fixedFields } from '../documents/fixedFields';
import { ALLOCATED, typeField } from '../documents/invoiceStatus';
import { notModifiable, writesOf } from '../documents/lifecycle';
import { checkTotals, settleLines, totals } from '../documents/lines';
import { costPostings, movesOf, moveStock } from '../items/stock';
import { documentPostings, type Entry, post, type Source, systemAccount } from '../ledger/ledger';
import type { Input } from '../resource/input';
import type { Call } from '../resource/routes';
import { dayRate, notSubscribed } from '../settings/currencies';
import { kind } from './bankTransaction';
import { saveCreditOf, usedOf } from './moneyOnAccount';

const TYPES = [
	'RECEIVE',
	'SPEND',
	'RECEIVE-PREPAYMENT',
	'SPEND-PREPAYMENT',
	'RECEIVE-OVERPAYMENT',
	'SPEND-OVERPAYMENT',
	'RECEIVE-TRANSFER',
	'SPEND-TRANSFER',
] as const;
const RECONCILED = 'This Bank Transaction cannot be edited as it has been reconciled with a Bank Statement.';
const TRANSFER = 'Bank transfers cannot be created or changed as bank transactions. Use the BankTransfers endpoint instead.';

const NAMED = { name: 'bank transaction' };

/** Whether money comes in. */
function receives(type: string): boolean {
	return type.startsWith('RECEIVE');
}

function source(row: BankTransactionRow): Source {
	const side = receives(row.Type) ? 'AR' : 'AP';
	if (row.PrepaymentID !== undefined) return { SourceType: `${side}PREPAYMENT`, SourceID: row.PrepaymentID };
	if (row.OverpaymentID !== undefined) return { SourceType: `${side}OVERPAYMENT`, SourceID: row.OverpaymentID };
	return { SourceType: receives(row.Type) ? 'CASHREC' : 'CASHPAID', SourceID: row.BankTransactionID };
}

/**
 * Money in or out against the accounts of its lines. That of an overpayment names debtors or creditors; the lines of a prepayment
 * stay on their accounts until it is used. The two sides of a transfer are booked by the transfer.
 */
function bankTransactionEntry(book: Book, row: BankTransactionRow): Entry | undefined {
	if (row.Status !== 'AUTHORISED' || row.Type.endsWith('-TRANSFER')) return undefined;
	const costs = row.Type === 'RECEIVE' ? costPostings(book, row.moves) : [];
	return {
		date: row.Date,
		reference: row.Reference || undefined,
		postings: [...documentPostings(book, row, row.AccountID, receives(row.Type) ? -1 : 1), ...costs],
	};
}

function save(
	book: Book,
	input: Input,
	before: BankTransactionRow | undefined,
	{ places }: Call,
): BankTransactionRow | undefined {
	const status = input.choice('Status', ['AUTHORISED', 'DELETED', 'VOIDED']) ?? 'AUTHORISED';
	const type = typeOf(input, before);
	if (before && before.Status !== 'AUTHORISED') input.fail(notModifiable(NAMED));
	if (before?.IsReconciled) input.fail(RECONCILED);
	if (!before && status !== 'AUTHORISED') input.fail('A new bank transaction must have the status AUTHORISED.');
	if (input.findings.failed || type === undefined) return undefined;
	if (before && status !== 'AUTHORISED') return close(book, input, before);

	const contact = givenContactField(book, input, before && (before.ContactID ?? ''));
	const account =
		input.given('BankAccount') || !before ? bankAccount(book, input, 'BankAccount') : book.accounts.get(before.AccountID);
	if (!contact || !account) return undefined;

	const amounts = amountsOf(book, input, before, type, places);
	const onAccount = /-(PRE|OVER)PAYMENT$/.test(type);
	if (amounts.Total < 0) input.fail('The Total field must not be less than zero.');
	checkTotals(input, amounts);
	if (onAccount && amounts.Total === 0) input.fail('The Total field must be greater than zero.');
	const reference = input.text('Reference', 255);
	const row: BankTransactionRow = {
		BankTransactionID: before?.BankTransactionID ?? book.newId(),
		Type: type,
		Status: 'AUTHORISED',
		AccountID: account.AccountID,
		ContactID: contact.ContactID,
		Date: input.date('Date') ?? before?.Date ?? book.today(),
		Reference: onAccount ? undefined : (reference ?? before?.Reference),
		Url: urlField(input, 'Url') ?? before?.Url,
		IsReconciled: input.flag('IsReconciled') ?? false,
		...currencyOf(book, input, account, before, type),
		...amounts,
		...(type.endsWith('-PREPAYMENT') ? { PrepaymentID: before?.PrepaymentID ?? book.newId() } : {}),
		...(type.endsWith('-OVERPAYMENT') ? { OverpaymentID: before?.OverpaymentID ?? book.newId() } : {}),
		moves: [],
		UpdatedDateUTC: book.stamp(),
	};
	lockedField(book, input, row.Date, before?.Date);
	if (before && usedOf(book, before) > 0 && fixedFields(row) !== fixedFields(before)) input.fail(ALLOCATED);
	if (before) moveStock(book, before.moves, -1);
	if (!onAccount) {
		const Type = receives(type) ? ('ACCREC' as const) : ('ACCPAY' as const);
		row.moves = movesOf(book, input.findings, { ...row, Type });
	}
	if (input.findings.failed) return undefined;
	moveStock(book, row.moves, 1);
	return put(book, row, before ? 'Edited' : 'Created', reference);
}

function put(book: Book, row: BankTransactionRow, change: string, reference?: string): BankTransactionRow {
	const contact = book.contacts.get(row.ContactID ?? '')?.Name ?? '';
	const details = `${row.Type} of ${row.Total.toFixed(2)} with ${contact}.`;
	book.note(row.BankTransactionID, change, details);
	const credit = row.PrepaymentID ?? row.OverpaymentID;
	if (credit !== undefined) book.note(credit, change, details);
	saveCreditOf(book, row, reference);
	const saved = book.bankTransactions.put(row);
	post(book, source(saved), bankTransactionEntry(book, saved));
	return saved;
}

/** Deletes money in or out; a prepayment or overpayment is voided with its bank transaction, unless something of it was used. */
function close(book: Book, input: Input, before: BankTransactionRow): BankTransactionRow | undefined {
	if (usedOf(book, before) > 0) return void input.fail(ALLOCATED);
	if (lockedField(book, input, before.Date)) return undefined;
	moveStock(book, before.moves, -1);
	const Status = (before.PrepaymentID ?? before.OverpaymentID) ? ('VOIDED' as const) : ('DELETED' as const);
	const change = Status === 'VOIDED' ? 'Voided' : 'Deleted';
	return put(book, { ...before, Status, moves: [], UpdatedDateUTC: book.stamp() }, change);
}

function typeOf(input: Input, before: BankTransactionRow | undefined): BankTransactionRow['Type'] | undefined {
	const transfer = before?.Type.endsWith('-TRANSFER') ?? false;
	const type = transfer ? input.choice('Type', TYPES) : typeField(input, before?.Type, TYPES, { of: 'a bank transaction' });
	return transfer || type?.endsWith('-TRANSFER') ? void input.fail(TRANSFER) : type;
}

/** The bank account under `key`, by its id or code. */
export function bankAccount(book: Book, input: Input, key: string): AccountRow | undefined {
	const account = input.object(key);
	const [id, code] = [account?.guid('AccountID'), account?.code('Code')];
	const row = id !== undefined ? book.accounts.get(id) : code ? accountByCode(book, code) : undefined;
	if (id === undefined && !code) return void input.fail(`The ${key} must be specified by its AccountID or Code.`);
	if (!row || row.Status === 'ARCHIVED') return void input.fail(`The ${key} could not be found.`);
	return row.Type === 'BANK' ? row : void input.fail(`The ${key} must be an account of type BANK.`);
}

function amountsOf(
	book: Book,
	input: Input,
	before: BankTransactionRow | undefined,
	type: BankTransactionRow['Type'],
	places: number,
): Omit<Amounts, 'TotalDiscount'> {
	const over = type.endsWith('-OVERPAYMENT');
	const sent = amountTypesField(input);
	const LineAmountTypes = over ? 'NoTax' : (sent ?? before?.LineAmountTypes ?? 'Exclusive');
	const undiscounted = 'Discounts may not be applied to bank transactions.';
	const side = receives(type) ? ('ACCREC' as const) : ('ACCPAY' as const);
	const context = { type: side, amounts: LineAmountTypes, approved: true, places, undiscounted };
	const lines = linesField(book, input, before, context);
	if (lines.length === 0) input.fail('One or more line items must be specified');
	const LineItems = over ? overpaid(book, input, lines, receives(type)) : settleLines(book, input.findings, lines, context);
	const { TotalDiscount: _none, ...added } = totals(LineItems, LineAmountTypes);
	return { LineAmountTypes, LineItems, ...added };
}

/** The single line of an overpayment: on debtors or creditors, without tax. */
function overpaid(book: Book, input: Input, lines: readonly LineRow[], receivable: boolean): LineRow[] {
	const id = systemAccount(book, receivable ? 'DEBTORS' : 'CREDITORS');
	const code = book.accounts.get(id)?.Code;
	if (lines.length > 1) input.fail('An overpayment must have exactly one line item.');
	const wrong = lines.find((line) => line.AccountCode !== undefined && line.AccountCode !== code)?.AccountCode;
	if (wrong !== undefined)
		input.fail(`Account code '${wrong}' is not a valid code for this document. The line of an overpayment is on ${code}.`);
	return lines.map((line) => ({ ...line, AccountCode: code, TaxType: 'NONE', TaxAmount: 0 }));
}

/** The currency of the bank account; only overpayments may be in another one, through an account in the base currency (spec). */
function currencyOf(
	book: Book,
	input: Input,
	account: AccountRow,
	before: BankTransactionRow | undefined,
	type: BankTransactionRow['Type'],
): Pick<BankTransactionRow, 'CurrencyCode' | 'CurrencyRate'> {
	const base = book.organisation.BaseCurrency;
	const bank = account.CurrencyCode ?? base;
	const free = type.endsWith('-OVERPAYMENT') && bank === base;
	const sent = input.code('CurrencyCode')?.toUpperCase();
	const code = sent ?? (free ? before?.CurrencyCode : undefined) ?? bank;
	const unknown = notSubscribed(book, code);
	if (unknown !== undefined) input.fail(unknown);
	if (code !== bank && !free) input.fail(`The currency of a bank transaction is that of its bank account, ${bank}.`);
	const rate = input.number('CurrencyRate', 6);
	if (rate !== undefined && rate <= 0) input.fail('The CurrencyRate field must be greater than zero.');
	if (code === base) return { CurrencyCode: code, CurrencyRate: 1 };
	const kept = before?.CurrencyCode === code ? before.CurrencyRate : undefined;
	return {
		CurrencyCode: code,
		CurrencyRate: rate ?? kept ?? dayRate(book, code, input.date('Date') ?? before?.Date ?? book.today()),
	};
}

/** How calls write bank transactions. */
export const bankTransactionWrites = writesOf(kind, NAMED, save);
