import { classOf } from '../accounts/accounts';
import type { Book } from '../book/book';
import type { AccountRow } from '../book/rows';
import { country } from './countries';

type Tax = 'sales' | 'purchases' | 'none';
type Extra = Partial<
	Pick<
		AccountRow,
		'SystemAccount' | 'EnablePaymentsToAccount' | 'ShowInExpenseClaims' | 'AddToWatchlist' | 'ReportingCode' | 'Description'
	>
>;

/** Code, name, type, tax, and what is special about it. System accounts are found by SystemAccount, never by code. */
const CHART: ReadonlyArray<readonly [string, string, string, Tax, Extra?]> = [
	[
		'200',
		'Sales',
		'REVENUE',
		'sales',
		{ Description: 'Income from any normal business activity', ReportingCode: 'REV.TRA.GOO', AddToWatchlist: true },
	],
	['210', 'Services', 'REVENUE', 'sales', { ReportingCode: 'REV.TRA.SER' }],
	['220', 'Export Sales', 'REVENUE', 'sales'],
	['260', 'Other Revenue', 'REVENUE', 'sales'],
	['270', 'Interest Income', 'REVENUE', 'none'],
	['300', 'Purchases', 'DIRECTCOSTS', 'purchases'],
	['310', 'Cost of Goods Sold', 'DIRECTCOSTS', 'purchases', { ReportingCode: 'EXP.COS' }],
	['400', 'Advertising', 'EXPENSE', 'purchases', { AddToWatchlist: true, ShowInExpenseClaims: true }],
	['404', 'Bank Fees', 'EXPENSE', 'none'],
	['408', 'Cleaning', 'EXPENSE', 'purchases'],
	['412', 'Consulting & Accounting', 'EXPENSE', 'purchases'],
	['416', 'Depreciation', 'DEPRECIATN', 'none'],
	['420', 'Entertainment', 'EXPENSE', 'purchases', { ShowInExpenseClaims: true }],
	['425', 'Freight & Courier', 'EXPENSE', 'purchases'],
	['429', 'General Expenses', 'EXPENSE', 'purchases', { ShowInExpenseClaims: true }],
	['433', 'Insurance', 'EXPENSE', 'purchases'],
	['437', 'Interest Expense', 'EXPENSE', 'none'],
	['441', 'Legal expenses', 'EXPENSE', 'purchases'],
	['445', 'Light, Power, Heating', 'EXPENSE', 'purchases'],
	['449', 'Motor Vehicle Expenses', 'EXPENSE', 'purchases', { ShowInExpenseClaims: true }],
	['453', 'Office Expenses', 'EXPENSE', 'purchases', { ShowInExpenseClaims: true }],
	['461', 'Printing & Stationery', 'EXPENSE', 'purchases'],
	['469', 'Rent', 'EXPENSE', 'purchases'],
	['473', 'Repairs and Maintenance', 'EXPENSE', 'purchases'],
	['477', 'Salaries', 'EXPENSE', 'none'],
	['485', 'Subscriptions', 'EXPENSE', 'purchases'],
	['489', 'Telephone & Internet', 'EXPENSE', 'purchases'],
	['493', 'Travel - National', 'EXPENSE', 'purchases', { ShowInExpenseClaims: true }],
	['497', 'Bank Revaluations', 'EXPENSE', 'none', { SystemAccount: 'BANKCURRENCYGAIN' }],
	['498', 'Unrealised Currency Gains', 'EXPENSE', 'none', { SystemAccount: 'UNREALISEDCURRENCYGAIN' }],
	['499', 'Realised Currency Gains', 'EXPENSE', 'none', { SystemAccount: 'REALISEDCURRENCYGAIN' }],
	['610', 'Accounts Receivable', 'CURRENT', 'none', { SystemAccount: 'DEBTORS' }],
	['620', 'Prepayments', 'CURRENT', 'none'],
	['630', 'Inventory', 'INVENTORY', 'none'],
	['710', 'Office Equipment', 'FIXED', 'purchases'],
	['711', 'Less Accumulated Depreciation on Office Equipment', 'FIXED', 'none'],
	['720', 'Computer Equipment', 'FIXED', 'purchases'],
	['800', 'Accounts Payable', 'CURRLIAB', 'none', { SystemAccount: 'CREDITORS' }],
	['801', 'Unpaid Expense Claims', 'CURRLIAB', 'none', { SystemAccount: 'UNPAIDEXPCLM' }],
	['814', 'Wages Payable - Payroll', 'CURRLIAB', 'none', { SystemAccount: 'WAGEPAYABLES' }],
	['820', 'Tax', 'CURRLIAB', 'none', { SystemAccount: 'GST' }],
	['840', 'Historical Adjustment', 'CURRLIAB', 'none', { SystemAccount: 'HISTORICAL' }],
	['850', 'Suspense', 'CURRLIAB', 'none', { EnablePaymentsToAccount: true }],
	['860', 'Rounding', 'CURRLIAB', 'none', { SystemAccount: 'ROUNDING' }],
	['877', 'Tracking Transfers', 'CURRLIAB', 'none', { SystemAccount: 'TRACKINGTRANSFERS' }],
	['880', 'Owner A Drawings', 'CURRLIAB', 'none'],
	['881', 'Owner A Funds Introduced', 'CURRLIAB', 'none', { EnablePaymentsToAccount: true }],
	['900', 'Loan', 'TERMLIAB', 'none'],
	['960', 'Retained Earnings', 'EQUITY', 'none', { SystemAccount: 'RETAINEDEARNINGS' }],
	['970', 'Share Capital', 'EQUITY', 'none'],
];

/** Xero's chart of accounts for a new organisation. */
export function seedChart(book: Book): void {
	const { sales, purchases } = country(book.organisation.CountryCode);
	const taxes = { sales, purchases, none: 'NONE' };
	for (const [Code, Name, Type, tax, extra] of CHART)
		book.accounts.put({ ...account(book, Code, Name, Type, taxes[tax]), ...extra });
}

function account(book: Book, Code: string, Name: string, Type: string, TaxType: string): AccountRow {
	const flags = { EnablePaymentsToAccount: false, ShowInExpenseClaims: false, AddToWatchlist: false };
	return {
		AccountID: book.newId(),
		Code,
		Name,
		Type,
		Class: classOf(Type),
		Status: 'ACTIVE',
		TaxType,
		...flags,
		UpdatedDateUTC: book.stamp(),
	};
}

/** The bank accounts of a business that has started: current, savings, a card, and one in US dollars. */
export function seedBanks(book: Book): void {
	const base = book.organisation.BaseCurrency;
	const banks: ReadonlyArray<readonly [string, string, string, string, string]> = [
		['090', 'Business Bank Account', 'BANK', '00-0000-0000001-00', base],
		['091', 'Business Savings Account', 'BANK', '00-0000-0000002-00', base],
		['092', 'Business Credit Card', 'CREDITCARD', '0000', base],
		['093', 'US Dollar Account', 'BANK', '00-0000-0000003-00', 'USD'],
	];
	for (const [Code, Name, BankAccountType, BankAccountNumber, CurrencyCode] of banks) {
		book.accounts.put({ ...account(book, Code, Name, 'BANK', 'NONE'), BankAccountType, BankAccountNumber, CurrencyCode });
	}
}
