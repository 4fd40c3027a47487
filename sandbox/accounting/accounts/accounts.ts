/** The chart of accounts. */
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import type { AccountClass, AccountRow } from '../book/rows';
import { banked, namedInLines, renameAccount } from '../documents/codeUses';
import { attachmentRoutes } from '../resource/attachmentRoutes';
import { hasAttachments } from '../resource/attachments';
import type { Input } from '../resource/input';
import { kindOf, type Nested } from '../resource/kind';
import { answer, type Body, invalidOne } from '../resource/replies';
import { getMany, getOne, recordOf, resourceOf, update, writeSingle } from '../resource/routes';
import { columnsOf, fieldsOf } from '../schema';
import { notSubscribed } from '../settings/currencies';

/** Account types and the class each belongs to. */
const CLASSES: Readonly<Record<string, AccountClass>> = {
	BANK: 'ASSET',
	CURRENT: 'ASSET',
	FIXED: 'ASSET',
	INVENTORY: 'ASSET',
	NONCURRENT: 'ASSET',
	PREPAYMENT: 'ASSET',
	EQUITY: 'EQUITY',
	DEPRECIATN: 'EXPENSE',
	DIRECTCOSTS: 'EXPENSE',
	EXPENSE: 'EXPENSE',
	OVERHEADS: 'EXPENSE',
	CURRLIAB: 'LIABILITY',
	LIABILITY: 'LIABILITY',
	PAYG: 'LIABILITY',
	TERMLIAB: 'LIABILITY',
	OTHERINCOME: 'REVENUE',
	REVENUE: 'REVENUE',
	SALES: 'REVENUE',
};

const kind = kindOf<AccountRow>('Account', {
	table: (book) => book.accounts,
	without: ['ReportingCodeName'],
	render(book, row) {
		const { Code, ...fields } = fieldsOf('Account', row);
		return {
			...(Code === '' ? {} : { Code }),
			...fields,
			BankAccountType: row.BankAccountType ?? '',
			HasAttachments: hasAttachments(book, row.AccountID),
		};
	},
});

/** What filters may name of a bank account, and `more`; `idOf` gives its id in a row. */
export function accountNested<Row>(idOf: (row: Row) => string, ...more: readonly string[]): Nested<Row> {
	return {
		columns: columnsOf('Account', ['AccountID', 'Code', 'Name', ...more]),
		of: (book, row) => book.accounts.get(idOf(row)),
	};
}

/** Tax an account of this class starts with when none is named. */
function defaultTax(book: Book, type: string): string {
	const report = CLASSES[type] === 'REVENUE' ? 'OUTPUT' : CLASSES[type] === 'EXPENSE' ? 'INPUT' : 'NONE';
	const rates = book.taxRates.values().filter((rate) => rate.Status === 'ACTIVE' && rate.ReportTaxType === report);
	return rates.sort((a, b) => b.EffectiveRate - a.EffectiveRate)[0]?.TaxType ?? 'NONE';
}

/** The checks that creating and updating share. `row` is the account as it would become. */
function check(book: Book, input: Input, row: AccountRow): void {
	const bank = row.Type === 'BANK';
	if (row.Name.trim() === '') input.fail('The Name field must be specified.');
	const sameName = book.accounts.first('name', fold(row.Name));
	if (sameName && sameName.AccountID !== row.AccountID) input.fail('Please enter a unique Name.');
	if (row.Code === '' && !bank) input.fail('The Code field must be specified.');
	const sameCode = row.Code === '' ? undefined : book.accounts.first('code', fold(row.Code));
	if (sameCode && sameCode.AccountID !== row.AccountID) input.fail('Please enter a unique Code.');
	const rate = book.taxRates.get(row.TaxType);
	if (!rate || rate.Status !== 'ACTIVE') input.fail(`The TaxType code '${row.TaxType}' does not exist.`);
	else if (!bank && !rate.applies.includes(row.Class))
		input.fail(`The TaxType code '${row.TaxType}' cannot be used with account type '${row.Type}'.`);
	if (bank && row.BankAccountType !== 'PAYPAL' && !row.BankAccountNumber)
		input.fail('The BankAccountNumber field must be specified for a bank account.');
	if (bank && input.given('Description')) input.fail('The Description field must not be specified for a bank account.');
	if (!bank && (input.text('BankAccountNumber') || input.code('CurrencyCode'))) {
		input.fail('The BankAccountNumber and CurrencyCode fields must only be specified for a bank account.');
	}
	const unknown = bank && row.CurrencyCode !== undefined ? notSubscribed(book, row.CurrencyCode) : undefined;
	if (unknown !== undefined) input.fail(unknown);
}

/** What the body says over what the account has. */
function merged(book: Book, input: Input, row: AccountRow): AccountRow {
	const type = input.choice('Type', Object.keys(CLASSES)) ?? row.Type;
	const bank = type === 'BANK';
	return {
		...row,
		Code: input.text('Code', 10)?.trim() ?? row.Code,
		Name: input.text('Name', 150) ?? row.Name,
		Type: type,
		Class: CLASSES[type] ?? row.Class,
		TaxType: input.code('TaxType') ?? (row.TaxType || defaultTax(book, type)),
		Description: input.text('Description', 4000) ?? row.Description,
		BankAccountNumber: input.text('BankAccountNumber', 50) ?? row.BankAccountNumber,
		BankAccountType: bank
			? (input.choice('BankAccountType', ['BANK', 'CREDITCARD', 'PAYPAL']) ?? row.BankAccountType ?? 'BANK')
			: undefined,
		CurrencyCode: bank
			? (input.code('CurrencyCode')?.toUpperCase() ?? row.CurrencyCode ?? book.organisation.BaseCurrency)
			: undefined,
		EnablePaymentsToAccount: input.flag('EnablePaymentsToAccount') ?? row.EnablePaymentsToAccount,
		ShowInExpenseClaims: input.flag('ShowInExpenseClaims') ?? row.ShowInExpenseClaims,
		AddToWatchlist: input.flag('AddToWatchlist') ?? row.AddToWatchlist,
		UpdatedDateUTC: book.stamp(),
	};
}

/** A new account. */
export function createAccount(book: Book, input: Input): AccountRow | undefined {
	if (!input.given('Type')) input.fail('The Type field must be specified.');
	const status = input.choice('Status', ['ACTIVE', 'ARCHIVED']);
	if (status === 'ARCHIVED') input.fail('The Status field must be ACTIVE for a new account.');
	const row = merged(book, input, {
		AccountID: book.newId(),
		Code: '',
		Name: '',
		Type: '',
		Class: 'EXPENSE',
		Status: 'ACTIVE',
		TaxType: '',
		EnablePaymentsToAccount: false,
		ShowInExpenseClaims: false,
		AddToWatchlist: false,
		UpdatedDateUTC: book.stamp(),
	});
	check(book, input, row);
	return input.findings.failed ? undefined : book.accounts.put(row);
}

/** Changes an account. */
export function updateAccount(book: Book, row: AccountRow, input: Input): AccountRow | undefined {
	input.findings.id = row.AccountID;
	const status = input.choice('Status', ['ACTIVE', 'ARCHIVED']) ?? row.Status;
	const next = { ...merged(book, input, row), Status: status };
	const fixed = next.Code !== row.Code || next.Type !== row.Type || next.TaxType !== row.TaxType || status !== row.Status;
	if (row.SystemAccount && fixed)
		input.fail(`The account '${row.Name}' is a system account: its Code, Type, TaxType and Status must not be changed.`);
	// Xero's own rule: an account is archived in a request of its own.
	if (status === 'ARCHIVED' && row.Status === 'ACTIVE' && input.others('AccountID', 'Status').length > 0)
		input.fail('The Status field must be the only one sent to archive an account.');
	check(book, input, next);
	if (input.findings.failed) return undefined;
	renameAccount(book, row.Code, next.Code);
	return book.accounts.put(next);
}

function remove(book: Book, row: AccountRow): Body {
	const refuse = (sentence: string) => invalidOne(kind.render(book, row, 'full', 2), sentence);
	if (row.SystemAccount) throw refuse('System accounts cannot be deleted.');
	const code = fold(row.Code);
	const usedByItem = book.items.values().some(({ InventoryAssetAccountCode, SalesDetails, PurchaseDetails }) => {
		const codes = [
			InventoryAssetAccountCode,
			SalesDetails.AccountCode,
			PurchaseDetails.AccountCode,
			PurchaseDetails.COGSAccountCode,
		];
		return codes.some((used) => used !== undefined && fold(used) === code);
	});
	const posted = [book.journals, book.manualJournals, book.payments].some(
		(table) => table.all('account', row.AccountID).length > 0,
	);
	const used = posted || banked(book, row.AccountID) || namedInLines(book, 'account', code);
	if (used || usedByItem)
		throw refuse('The account cannot be deleted as it is used by transactions or items. Archive it instead.');
	book.accounts.remove(row.AccountID);
	return { ...kind.render(book, row, 'full', 2), Status: 'DELETED', UpdatedDateUTC: book.stamp() };
}

/** The account with this code, archived ones included. */
export function accountByCode(book: Book, code: string): AccountRow | undefined {
	return book.accounts.first('code', fold(code));
}

/** The class of an account type. */
export function classOf(type: string): AccountClass {
	return CLASSES[type] ?? 'EXPENSE';
}

export const accounts = resourceOf(
	kind,
	{
		getAccounts: getMany(kind),
		createAccount: writeSingle(kind, createAccount),
		getAccount: getOne(kind),
		updateAccount: update(kind, updateAccount),
		deleteAccount: (book, request) => answer(book, kind.plural, [remove(book, recordOf(kind, book, request))]),
	},
	attachmentRoutes(kind),
);
