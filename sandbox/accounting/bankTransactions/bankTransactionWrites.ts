import { accountByCode } from '../accounts/accounts';
import { postBankTransaction, receives } from './bankTransactionEntries';
import type { Book } from '../book/book';
import { contactOfDocument } from '../contacts/contactWrites';
import { dayRate, notSubscribed } from '../settings/currencies';
import { urlField } from '../documents/documentFields';
import { fixedFields } from '../documents/fixedFields';
import type { Input } from '../resource/input';
import { checkTotals, readLines, settleLines, totals } from '../documents/lines';
import { ALLOCATED } from '../documents/status';
import { systemAccount } from '../ledger/ledger';
import { saveCreditOf, usedOf } from './moneyOnAccount';
import type { BankTransactionRow } from '../book/moneyRows';
import type { AccountRow, LineRow } from '../book/rows';
import { moveStock, movesOf } from '../items/stock';

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

/** PUT: money in or out, or a payment on account. */
export function createBankTransaction(book: Book, input: Input, places: number): BankTransactionRow | undefined {
	const id = input.guid('BankTransactionID');
	if (id !== undefined && book.bankTransactions.get(id))
		return void input.fail('A bank transaction with the specified BankTransactionID already exists.');
	return save(book, input, undefined, places);
}

/** POST: the one with the BankTransactionID, else a new one. */
export function upsertBankTransaction(book: Book, input: Input, places: number): BankTransactionRow | undefined {
	const id = input.guid('BankTransactionID');
	if (id === undefined) return save(book, input, undefined, places);
	const row = book.bankTransactions.get(id);
	return row
		? save(book, input, row, places)
		: void input.fail('The bank transaction with the specified BankTransactionID could not be found.');
}

/** POST /BankTransactions/{BankTransactionID}. */
export function updateBankTransaction(
	book: Book,
	row: BankTransactionRow,
	input: Input,
	places: number,
): BankTransactionRow | undefined {
	return save(book, input, row, places);
}

function save(book: Book, input: Input, before: BankTransactionRow | undefined, places: number): BankTransactionRow | undefined {
	if (before) input.findings.id = before.BankTransactionID;
	const status = input.choice('Status', ['AUTHORISED', 'DELETED', 'VOIDED']) ?? 'AUTHORISED';
	const type = typeOf(input, before);
	if (before && before.Status !== 'AUTHORISED') input.fail('Bank transaction not of valid status for modification');
	if (before?.IsReconciled) input.fail(RECONCILED);
	if (!before && status !== 'AUTHORISED') input.fail('A new bank transaction must have the status AUTHORISED.');
	if (input.findings.failed || type === undefined) return undefined;
	if (before && status !== 'AUTHORISED') return close(book, input, before);

	const contact =
		input.given('Contact') || !before
			? contactOfDocument(book, input.object('Contact'))
			: book.contacts.get(before.ContactID ?? '');
	if (!contact && !input.findings.failed) input.fail('A Contact must be specified for this type of transaction.');
	const account =
		input.given('BankAccount') || !before ? bankAccount(book, input, 'BankAccount') : book.accounts.get(before.AccountID);
	if (!contact || !account) return undefined;

	const lines = linesOf(book, input, before, type, places);
	const onAccount = /-(PRE|OVER)PAYMENT$/.test(type);
	if (lines.Total < 0) input.fail('The Total field must not be less than zero.');
	checkTotals(input, lines);
	if (onAccount && lines.Total === 0) input.fail('The Total field must be greater than zero.');
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
		...lines,
		...(type.endsWith('-PREPAYMENT') ? { PrepaymentID: before?.PrepaymentID ?? book.newId() } : {}),
		...(type.endsWith('-OVERPAYMENT') ? { OverpaymentID: before?.OverpaymentID ?? book.newId() } : {}),
		moves: [],
		UpdatedDateUTC: book.stamp(),
	};
	const lock = book.lockedUntil();
	if (lock && (row.Date <= lock.day || (before && before.Date <= lock.day))) input.fail(lock.sentence);
	if (before && usedOf(book, before) > 0 && fixedFields(row) !== fixedFields(before)) input.fail(ALLOCATED);
	if (before) moveStock(book, before.moves, -1);
	if (!onAccount) {
		const Type = receives(type) ? ('ACCREC' as const) : ('ACCPAY' as const);
		row.moves = movesOf(book, input.findings, { ...row, Type }, false);
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
	postBankTransaction(book, saved);
	return saved;
}

/** Deletes money in or out; a prepayment or overpayment is voided with its bank transaction, unless something of it was used. */
function close(book: Book, input: Input, before: BankTransactionRow): BankTransactionRow | undefined {
	if (usedOf(book, before) > 0) return void input.fail(ALLOCATED);
	const lock = book.lockedUntil();
	if (lock && before.Date <= lock.day) return void input.fail(lock.sentence);
	moveStock(book, before.moves, -1);
	const Status = (before.PrepaymentID ?? before.OverpaymentID) ? ('VOIDED' as const) : ('DELETED' as const);
	const change = Status === 'VOIDED' ? 'Voided' : 'Deleted';
	return put(book, { ...before, Status, moves: [], UpdatedDateUTC: book.stamp() }, change);
}

function typeOf(input: Input, before: BankTransactionRow | undefined): BankTransactionRow['Type'] | undefined {
	const type = input.choice('Type', TYPES);
	if ((before?.Type ?? type)?.endsWith('-TRANSFER')) return void input.fail(TRANSFER);
	if (before) {
		if (type !== undefined && type !== before.Type) input.fail('The Type of a bank transaction must not be changed.');
		return before.Type;
	}
	if (type === undefined && !input.findings.failed) input.fail('The Type field must be specified.');
	return type;
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

type Amounts = Pick<BankTransactionRow, 'LineAmountTypes' | 'LineItems' | 'SubTotal' | 'TotalTax' | 'Total'>;

function linesOf(
	book: Book,
	input: Input,
	before: BankTransactionRow | undefined,
	type: BankTransactionRow['Type'],
	places: number,
): Amounts {
	const over = type.endsWith('-OVERPAYMENT');
	const sent = input.choice('LineAmountTypes', ['Exclusive', 'Inclusive', 'NoTax']);
	const LineAmountTypes = over ? 'NoTax' : (sent ?? before?.LineAmountTypes ?? 'Exclusive');
	const side = receives(type) ? ('ACCREC' as const) : ('ACCPAY' as const);
	const undiscounted = 'Discounts may not be applied to bank transactions.';
	const context = { type: side, amounts: LineAmountTypes, approved: true, places, undiscounted } as const;
	const parts = input.list('LineItems');
	const kept = (before?.LineItems ?? []).map((line): LineRow =>
		LineAmountTypes === before?.LineAmountTypes ? line : { ...line, TaxAmount: NaN },
	);
	const read = parts ? readLines(book, parts, kept, context) : kept;
	if (read.length === 0) input.fail('One or more line items must be specified');
	const LineItems = over ? overpaid(book, input, read, receives(type)) : settleLines(book, input.findings, read, context);
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
	return { CurrencyCode: code, CurrencyRate: rate ?? kept ?? dayRate(book, code) };
}
