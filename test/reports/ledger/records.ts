import type { IDataObject } from 'n8n-workflow';
import type { Entries } from '../../../nodes/XeroReports/entries/entry';
import type { LedgerContext } from '../../../nodes/XeroReports/entries/postings';
import { accountsOf } from '../../../nodes/XeroReports/facts/accounts';
import { organisationOf } from '../../../nodes/XeroReports/facts/organisation';
import type { TrialBalance } from '../../../nodes/XeroReports/facts/trialBalance';
import { trialBalanceOf } from '../../../nodes/XeroReports/facts/trialBalance';

/** Code, name, type, class, and what is special about an account. */
const CHART: ReadonlyArray<readonly [string, string, string, string, IDataObject?]> = [
	['090', 'Business Account', 'BANK', 'ASSET', { BankAccountType: 'BANK' }],
	['095', 'US Dollar Account', 'BANK', 'ASSET', { BankAccountType: 'BANK', CurrencyCode: 'USD' }],
	['098', 'Yen Account', 'BANK', 'ASSET', { BankAccountType: 'BANK', CurrencyCode: 'JPY' }],
	['200', 'Sales', 'REVENUE', 'REVENUE'],
	['310', 'Cost of Goods Sold', 'DIRECTCOSTS', 'EXPENSE'],
	['400', 'Advertising', 'EXPENSE', 'EXPENSE'],
	['416', 'Depreciation', 'DEPRECIATN', 'EXPENSE'],
	['437', 'Interest', 'EXPENSE', 'EXPENSE'],
	['478', 'Wages', 'EXPENSE', 'EXPENSE'],
	['497', 'Bank Revaluations', 'EXPENSE', 'EXPENSE', { SystemAccount: 'BANKCURRENCYGAIN' }],
	['498', 'Unrealised Currency Gains', 'EXPENSE', 'EXPENSE', { SystemAccount: 'UNREALISEDCURRENCYGAIN' }],
	['499', 'Realised Currency Gains', 'EXPENSE', 'EXPENSE', { SystemAccount: 'REALISEDCURRENCYGAIN' }],
	['610', 'Accounts Receivable', 'CURRENT', 'ASSET', { SystemAccount: 'DEBTORS' }],
	['630', 'Inventory', 'INVENTORY', 'ASSET'],
	['710', 'Equipment', 'FIXED', 'ASSET'],
	['711', 'Accumulated Depreciation', 'FIXED', 'ASSET'],
	['800', 'Accounts Payable', 'CURRLIAB', 'LIABILITY', { SystemAccount: 'CREDITORS' }],
	['801', 'Unpaid Expense Claims', 'CURRLIAB', 'LIABILITY', { SystemAccount: 'UNPAIDEXPCLM' }],
	['814', 'Wages Payable', 'CURRLIAB', 'LIABILITY', { SystemAccount: 'WAGEPAYABLES' }],
	['820', 'GST', 'CURRLIAB', 'LIABILITY', { SystemAccount: 'GST' }],
	['825', 'CIS Liability', 'CURRLIAB', 'LIABILITY', { SystemAccount: 'CISLIABILITY' }],
	['826', 'CIS Asset', 'CURRENT', 'ASSET', { SystemAccount: 'CISASSET' }],
	['835', 'Customer Deposits', 'CURRLIAB', 'LIABILITY'],
	['840', 'Historical Adjustment', 'CURRLIAB', 'LIABILITY', { SystemAccount: 'HISTORICAL' }],
	['860', 'Rounding', 'CURRLIAB', 'LIABILITY', { SystemAccount: 'ROUNDING' }],
	['900', 'Loan', 'TERMLIAB', 'LIABILITY'],
	['960', 'Retained Earnings', 'EQUITY', 'EQUITY', { SystemAccount: 'RETAINEDEARNINGS' }],
	['970', 'Owner Capital', 'EQUITY', 'EQUITY'],
];

/** IDs that read like what they are of: an account's ends with its code. */
export const idOf = (code: string): string => `a0000000-0000-4000-8000-000000000${code}`;

/** The code in an account's ID; '' of none. */
export const codeIn = (id: string): string => id.slice(-3);

export const chart = CHART.map(([Code, Name, Type, Class, more]): IDataObject => ({
	AccountID: idOf(Code),
	Code,
	Name,
	Type,
	Class,
	Status: 'ACTIVE',
	...more,
}));

/** Base NZD, year end 31 March, the month of October 2026, unless said otherwise. */
export function contextOf({
	baseCurrency = 'NZD',
	...more
}: Partial<LedgerContext> & { baseCurrency?: string } = {}): LedgerContext {
	const record = {
		OrganisationID: 'o',
		Name: 'K',
		BaseCurrency: baseCurrency,
		FinancialYearEndDay: 31,
		FinancialYearEndMonth: 3,
	};
	return {
		organisation: organisationOf(record),
		accounts: accountsOf(chart, baseCurrency),
		from: '2026-10-01',
		to: '2026-10-31',
		basis: 'accrual',
		...more,
	};
}

/** Amounts by account code, debit positive. */
export type Amounts = Readonly<Record<string, number>>;

/** Xero's report, with amounts in its year-to-date columns. */
export function trialBalanceReport(balances: Amounts): IDataObject {
	const rows = Object.entries(balances).map(([code, amount]) => {
		const Attributes = [{ Id: 'account', Value: idOf(code) }];
		const cell = (Value: string): IDataObject => ({ Value, Attributes });
		const sides = [amount > 0 ? amount.toFixed(2) : '', amount < 0 ? (-amount).toFixed(2) : ''];
		return { RowType: 'Row', Cells: [cell(`Account (${code})`), cell(''), cell(''), ...sides.map(cell)] };
	});
	const headings = ['Account', 'Debit', 'Credit', 'YTD Debit', 'YTD Credit'];
	return {
		ReportID: 'TrialBalance',
		Rows: [
			{ RowType: 'Header', Cells: headings.map((Value) => ({ Value })) },
			{ RowType: 'Section', Title: 'All', Rows: rows },
			{
				RowType: 'Section',
				Title: '',
				Rows: [{ RowType: 'SummaryRow', Cells: ['Total', '', '', '1', '1'].map((Value) => ({ Value })) }],
			},
		],
	};
}

export const trialBalance = (balances: Amounts, decimals = 2): TrialBalance =>
	trialBalanceOf(trialBalanceReport(balances), decimals);

/** A line: net or gross as the document says, the tax of it, and its account's code. */
export const line = (AccountCode: string, LineAmount: number, TaxAmount = 0, more: IDataObject = {}): IDataObject => ({
	AccountCode,
	AccountID: idOf(AccountCode),
	LineAmount,
	TaxAmount,
	TaxType: TaxAmount === 0 ? 'NONE' : 'OUTPUT2',
	Description: `To ${AccountCode}`,
	...more,
});

/** What any document has. */
const document = (Date: string, Total: number, LineItems: IDataObject[], more: IDataObject): IDataObject => ({
	Status: 'AUTHORISED',
	Date,
	DateString: Date,
	Total,
	LineAmountTypes: 'Exclusive',
	LineItems,
	CurrencyCode: 'NZD',
	Contact: { ContactID: 'c', Name: 'Alder Ltd' },
	...more,
});

export const invoice = (id: string, Date: string, Total: number, lines: IDataObject[], more: IDataObject = {}): IDataObject =>
	document(Date, Total, lines, { InvoiceID: id, InvoiceNumber: id, Type: 'ACCREC', Payments: [], ...more });

export const bill = (id: string, Date: string, Total: number, lines: IDataObject[], more: IDataObject = {}): IDataObject =>
	invoice(id, Date, Total, lines, { Type: 'ACCPAY', ...more });

export const creditNote = (id: string, Date: string, Total: number, lines: IDataObject[], more: IDataObject = {}): IDataObject =>
	document(Date, Total, lines, { CreditNoteID: id, CreditNoteNumber: id, Type: 'ACCRECCREDIT', ...more });

export const money = (id: string, Date: string, Total: number, lines: IDataObject[], more: IDataObject = {}): IDataObject =>
	document(Date, Total, lines, {
		BankTransactionID: id,
		Type: 'SPEND',
		BankAccount: { AccountID: idOf('090'), Code: '090' },
		LineAmountTypes: 'Inclusive',
		...more,
	});

/** A payment through 090 unless said otherwise, of an invoice of the number. */
export const payment = (id: string, Date: string, Amount: number, of: string, more: IDataObject = {}): IDataObject => ({
	PaymentID: id,
	Status: 'AUTHORISED',
	PaymentType: 'ACCRECPAYMENT',
	Date,
	Amount,
	BankAmount: Amount,
	CurrencyRate: 1,
	Account: { AccountID: idOf('090'), Code: '090' },
	Invoice: { InvoiceID: of, InvoiceNumber: of, CurrencyCode: 'NZD', Contact: { ContactID: 'c', Name: 'Alder Ltd' } },
	...more,
});

/** Entries as [account code, amount in units of the base currency], in their order. */
export const posted = ({ entries }: Entries, decimals = 2): Array<[string, number]> =>
	entries.map(({ accountId, amount }) => [codeIn(accountId), Number(amount) / 10 ** decimals]);

/** What entries come to by account code, accounts that come to nothing left out. */
export function sums({ entries }: Entries, decimals = 2): Record<string, number> {
	const totals = new Map<string, bigint>();
	for (const { accountId, amount } of entries) totals.set(codeIn(accountId), (totals.get(codeIn(accountId)) ?? 0n) + amount);
	return Object.fromEntries(
		[...totals].filter(([, total]) => total !== 0n).map(([code, total]) => [code, Number(total) / 10 ** decimals]),
	);
}
