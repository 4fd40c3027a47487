import type { IDataObject } from 'n8n-workflow';
import type { Choice } from '../../shared/inputs/scalars';
import { choice, flag, text } from '../../shared/inputs/scalars';
import type { ListOption, PanelValue } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { create, get, list, remove, setStatus, update } from '../../shared/operations/crud';
import { currencyCode, sideOf, taxType } from '../fields/pickers';
import { is, modifiedSince, quoted, raw } from '../../shared/inputs/where';
import type { Sought } from '../findOrCreate';
import { attachments } from '../operations/attachments';
import { find } from '../operations/find';

const TYPES: readonly Choice[] = [
	['BANK', 'Bank'],
	['CURRENT', 'Current Asset'],
	['CURRLIAB', 'Current Liability'],
	['DEPRECIATN', 'Depreciation'],
	['DIRECTCOSTS', 'Direct Costs'],
	['EQUITY', 'Equity'],
	['EXPENSE', 'Expense'],
	['FIXED', 'Fixed Asset'],
	['INVENTORY', 'Inventory'],
	['LIABILITY', 'Liability'],
	['NONCURRENT', 'Non-Current Asset'],
	['OTHERINCOME', 'Other Income'],
	['OVERHEADS', 'Overhead'],
	['PAYG', 'PAYG Liability'],
	['PREPAYMENT', 'Prepayment'],
	['REVENUE', 'Revenue'],
	['SALES', 'Sales'],
	['TERMLIAB', 'Non-Current Liability'],
];

const titled = ({ Code, Name }: IDataObject): string => (Code ? `${String(Code)} · ${String(Name)}` : String(Name));
const byCode = (account: IDataObject): ListOption[] =>
	account.Code ? [{ name: titled(account), value: String(account.Code) }] : [];
const active = ({ Status }: IDataObject): boolean => Status !== 'ARCHIVED';
const byId = (account: IDataObject): ListOption => ({
	name: active(account) ? titled(account) : `${titled(account)} · Archived`,
	value: String(account.AccountID),
});

const ACCOUNTS: Sought = {
	singular: 'active account',
	plural: 'accounts',
	path: 'Accounts',
	id: 'AccountID',
	paging: { by: 'nothing' },
	query: {},
	isActive: active,
};
const findBy = choice('Find By', [
	['Code', 'Code'],
	['Name', 'Name'],
]);

/** Accounts that Xero books on by itself: no line of a document may use them. */
const OF_XERO: ReadonlySet<string> = new Set([
	'DEBTORS',
	'CREDITORS',
	'GST',
	'GSTONIMPORTS',
	'HISTORICAL',
	'ROUNDING',
	'TRACKINGTRANSFERS',
	'UNPAIDEXPCLM',
	'WAGEPAYABLES',
	'CISASSETS',
	'CISLIABILITY',
]);
/** A journal is by hand: it may use all but what documents and bank lines alone make. */
const NO_JOURNAL: ReadonlySet<string> = new Set(['DEBTORS', 'CREDITORS']);

const INCOME: ReadonlySet<unknown> = new Set(['REVENUE', 'SALES', 'OTHERINCOME']);
const COSTS: ReadonlySet<unknown> = new Set(['EXPENSE', 'OVERHEADS', 'DIRECTCOSTS', 'DEPRECIATN']);

/** The line of an account in a document, those of the document's side first. */
function inLine(account: IDataObject, panel?: PanelValue): ListOption[] {
	const system = String(account.SystemAccount ?? '');
	const isRefused = (panel?.('resource') === 'manualJournal' ? NO_JOURNAL : OF_XERO).has(system);
	if (!active(account) || account.Type === 'BANK' || isRefused) return [];
	const own = { sales: INCOME, purchases: COSTS }[sideOf(panel) ?? 'sales'];
	return byCode(account).map((line) => (sideOf(panel) && !own.has(account.Type) ? { ...line, rank: 1 } : line));
}

export const account = resource({
	key: 'account',
	name: 'Account',
	plural: 'Accounts',
	description: 'An account of the chart of accounts, bank accounts included',
	path: 'Accounts',
	id: 'AccountID',
	scope: 'accounting.settings',
	simplified: [
		'AccountID',
		'Code',
		'Name',
		'Type',
		'Class',
		'Status',
		'TaxType',
		'CurrencyCode',
		'SystemAccount',
		'EnablePaymentsToAccount',
	],
	fields: {
		Code: text('Code', { max: 10, placeholder: 'e.g. 200' }),
		Name: text('Name', { max: 150 }),
		Type: choice('Type', TYPES, { preset: 'EXPENSE' }),
		BankAccountNumber: text('Bank Account Number', { description: 'For bank accounts, which need one' }),
		BankAccountType: choice('Bank Account Type', [
			['BANK', 'Bank'],
			['CREDITCARD', 'Credit Card'],
			['PAYPAL', 'PayPal'],
		]),
		CurrencyCode: currencyCode(),
		Description: text('Description', { max: 4000, rows: 2 }),
		TaxType: taxType(),
		EnablePaymentsToAccount: flag('Enable Payments', 'Whether payments can be made to and from the account'),
		ShowInExpenseClaims: flag('Show in Expense Claims', 'Whether expense claims may use the account'),
		AddToWatchlist: flag('Show on Dashboard', "Whether the account is on the dashboard's watchlist"),
		ReportingCode: text('Reporting Code'),
	},
	namesOf: ({ Name }) => [String(Name)],
	listOptions: {
		// An archived account must be found to be restored, but is nothing to book on.
		account: (account) => [byId(account)],
		activeAccount: (account) => (active(account) ? [byId(account)] : []),
		expenseAccount: (account) => (active(account) && account.Class === 'EXPENSE' ? [byId(account)] : []),
		liabilityAccount: (account) => (active(account) && account.Class === 'LIABILITY' ? [byId(account)] : []),
		accountCode: (account, { panel } = {}) => inLine(account, panel),
		inventoryAccount: (account) => (active(account) && account.Type === 'INVENTORY' ? byCode(account) : []),
		bankAccount: (account) => (active(account) && account.Type === 'BANK' ? [byId(account)] : []),
		paymentAccount: (account) =>
			active(account) && (account.Type === 'BANK' || account.EnablePaymentsToAccount === true) ? [byId(account)] : [],
	},
	operations: (account) => ({
		// Accounts are written one per request: created from a bare object, updated from an array of one.
		create: create(account, 'createAccount', ['Code', 'Name', 'Type'], { body: 'bare', identity: ['Code'] }),
		find: find(account, 'getAccounts', {
			sought: ACCOUNTS,
			by: findBy,
			search: (property) => ({ property, label: property, anyCase: property === 'Name' }),
		}),
		get: get(account, 'getAccount'),
		getAll: list(
			account,
			'getAccounts',
			{
				Code: quoted('Code', 'Code'),
				Type: is('Type', 'Type', TYPES),
				Class: is('Class', 'Class', [
					['ASSET', 'Asset'],
					['EQUITY', 'Equity'],
					['EXPENSE', 'Expense'],
					['LIABILITY', 'Liability'],
					['REVENUE', 'Revenue'],
				]),
				Status: is('Status', 'Status', [
					['ACTIVE', 'Active'],
					['ARCHIVED', 'Archived'],
				]),
				...modifiedSince,
				...raw,
			},
			{ by: 'nothing' },
		),
		update: update(account, 'updateAccount'),
		archive: setStatus(
			account,
			'updateAccount',
			'Archive',
			{ Status: 'ARCHIVED' },
			'Take an account out of use; its transactions stay',
		),
		restore: setStatus(account, 'updateAccount', 'Restore', { Status: 'ACTIVE' }, ''),
		// A DELETE that answers with the record: bare, as it sends no body.
		delete: remove(account, 'deleteAccount', {
			envelope: 'Accounts',
			confirmedBy: account.id,
			body: 'bare',
			description: 'Delete an account that has no transactions',
		}),
		...attachments(account, {
			get: 'getAccountAttachments',
			byId: 'getAccountAttachmentById',
			byName: 'getAccountAttachmentByFileName',
			create: 'createAccountAttachmentByFileName',
			replace: 'updateAccountAttachmentByFileName',
		}),
	}),
});
