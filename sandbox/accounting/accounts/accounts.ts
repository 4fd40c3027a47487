import { attachmentRoutes, hasAttachments } from '../resource/attachments';
import { banked, lineNames } from '../documents/bankedLines';
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import { renameAccount } from '../documents/codes';
import { notSubscribed } from '../settings/currencies';
import { usedInPapers } from '../documents/documentCodes';
import type { Input } from '../resource/input';
import { existing, getMany, getOne, recordsOf } from '../resource/reading';
import { answer, type Body, invalidOne } from '../resource/replies';
import { hole, type Kind, type Resource, settings } from '../resource/resource';
import type { AccountClass, AccountRow } from '../book/rows';
import { writeOne } from '../resource/writing';

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

const kind: Kind<AccountRow> = {
	singular: 'Account',
	plural: 'Accounts',
	id: 'AccountID',
	idOf: (row) => row.AccountID,
	table: (book) => book.accounts,
	columns: {
		AccountID: 'id',
		Code: 'text',
		Name: 'text',
		Type: 'text',
		Class: 'text',
		Status: 'text',
		TaxType: 'text',
		Description: 'text',
		BankAccountNumber: 'text',
		BankAccountType: 'text',
		CurrencyCode: 'text',
		EnablePaymentsToAccount: 'flag',
		ShowInExpenseClaims: 'flag',
		AddToWatchlist: 'flag',
		SystemAccount: 'text',
		ReportingCode: 'text',
		HasAttachments: 'flag',
		UpdatedDateUTC: 'time',
	},
	look: (book, row, path) => (path[0] === 'HasAttachments' ? hasAttachments(book, row.AccountID) : undefined),
	render: (book, row) => ({
		AccountID: row.AccountID,
		...(row.Code === '' ? {} : { Code: row.Code }),
		Name: row.Name,
		Status: row.Status,
		Type: row.Type,
		TaxType: row.TaxType,
		Description: row.Description,
		Class: row.Class,
		SystemAccount: row.SystemAccount,
		EnablePaymentsToAccount: row.EnablePaymentsToAccount,
		ShowInExpenseClaims: row.ShowInExpenseClaims,
		BankAccountNumber: row.BankAccountNumber,
		BankAccountType: row.BankAccountType ?? '',
		CurrencyCode: row.CurrencyCode,
		ReportingCode: row.ReportingCode,
		HasAttachments: hasAttachments(book, row.AccountID),
		UpdatedDateUTC: row.UpdatedDateUTC,
		AddToWatchlist: row.AddToWatchlist,
	}),
};

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

/** Changes the account with an id. @throws 404 when there is none */
export function updateAccount(book: Book, id: string, input: Input): AccountRow | undefined {
	const row = existing(kind, book, id);
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
	const usedByItem = book.items
		.values()
		.some((item) =>
			[
				item.InventoryAssetAccountCode,
				item.SalesDetails.AccountCode,
				item.PurchaseDetails.AccountCode,
				item.PurchaseDetails.COGSAccountCode,
			].some((used) => used !== undefined && fold(used) === code),
		);
	const used =
		book.journals.all('account', row.AccountID).length > 0 ||
		book.manualJournals.all('account', row.AccountID).length > 0 ||
		book.payments.all('account', row.AccountID).length > 0 ||
		(code !== '' && book.invoices.all('account', code).length > 0) ||
		banked(book, row.AccountID) ||
		lineNames(book, 'account', code) ||
		usedInPapers(book, 'account', code);
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

export const accounts: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getAccounts', settings, { modified: true }),
		{
			operationId: 'createAccount',
			method: 'PUT',
			path: '/Accounts',
			scopes: settings.write,
			handle: (book, request) => writeOne(kind, book, request, (input) => createAccount(book, input)),
		},
		getOne(kind, 'getAccount', settings),
		{
			operationId: 'updateAccount',
			method: 'POST',
			path: '/Accounts/{AccountID}',
			scopes: settings.write,
			handle(book, request) {
				const row = existing(kind, book, hole(request, kind.id));
				return writeOne(kind, book, request, (input) => updateAccount(book, row.AccountID, input));
			},
		},
		{
			operationId: 'deleteAccount',
			method: 'DELETE',
			path: '/Accounts/{AccountID}',
			scopes: settings.write,
			handle: (book, request) => answer(book, kind.plural, [remove(book, existing(kind, book, hole(request, kind.id)))]),
		},
		...attachmentRoutes(kind, (book, row) => book.accounts.put({ ...row, UpdatedDateUTC: book.stamp() })),
	],
};
