import type { INodePropertyOptions } from 'n8n-workflow';

/** One thing a workflow may touch: its name, Xero's scope for it (reading and writing, unless it ends in `.read`), what it covers. */
type Area = readonly [name: string, scope: string, covers?: string];

/**
 * Xero's granular scopes, in words. Apps made since 2 March 2026 (Custom Connections since 29 April 2026) get only these;
 * the broad `accounting.transactions` and `accounting.reports.read` are refused for them.
 * Source: https://developer.xero.com/documentation/guides/oauth2/scopes
 */
const areas: readonly Area[] = [
	['Attachments', 'accounting.attachments', 'Files attached to invoices, bills, contacts and other records'],
	['Bank Feeds', 'bankfeeds', 'Feed connections and statements; for approved partners'],
	['Bank Transactions', 'accounting.banktransactions', 'Spend and receive money, bank transfers'],
	['Budgets', 'accounting.budgets.read'],
	['Contacts', 'accounting.contacts', 'Contacts and contact groups'],
	['Expense Claims', 'accounting.classicexpenses', 'Classic expense claims and receipts'],
	['Files', 'files', 'The file inbox, folders and their links'],
	['Finance: Bank Statements', 'finance.bankstatementsplus.read', 'Statement lines with their accounting; for approved lenders'],
	['Finance: Cash Validation', 'finance.cashvalidation.read', 'Bank and reconciliation checks; for approved lenders'],
	['Finance: Financial Statements', 'finance.statements.read', 'Balance sheet, cash flow, profit and loss; for approved lenders'],
	['Fixed Assets', 'assets', 'Assets, asset types and depreciation settings'],
	['Invoices and Bills', 'accounting.invoices', 'Invoices, bills, credit notes, quotes, purchase orders, items'],
	['Journals', 'accounting.journals.read', 'The general ledger; for apps on the Advanced tier and above'],
	['Manual Journals', 'accounting.manualjournals'],
	['Payment Services', 'paymentservices', 'Payment services of branding themes; for approved partners'],
	['Payments', 'accounting.payments', 'Payments, batch payments, overpayments, prepayments'],
	['Payroll: Employees', 'payroll.employees', 'Employees, their leave, tax, pay and bank details'],
	['Payroll: Pay Runs', 'payroll.payruns'],
	['Payroll: Payslips', 'payroll.payslip'],
	['Payroll: Settings', 'payroll.settings', 'Pay items, calendars, leave types and other payroll settings'],
	['Payroll: Timesheets', 'payroll.timesheets'],
	['Projects', 'projects', 'Projects, tasks and time entries'],
	['Report: 1099', 'accounting.reports.tenninetynine.read', '1099 reports of US organisations'],
	['Report: Aged Receivables and Payables', 'accounting.reports.aged.read'],
	['Report: Balance Sheet', 'accounting.reports.balancesheet.read'],
	['Report: Bank Summary', 'accounting.reports.banksummary.read'],
	['Report: Budget Summary', 'accounting.reports.budgetsummary.read'],
	['Report: Executive Summary', 'accounting.reports.executivesummary.read'],
	['Report: Profit and Loss', 'accounting.reports.profitandloss.read'],
	['Report: Tax', 'accounting.reports.taxreports.read', 'Published GST and BAS reports'],
	['Report: Trial Balance', 'accounting.reports.trialbalance.read'],
	['Settings', 'accounting.settings', 'Organisation, accounts, tax rates, tracking, currencies, branding themes, users'],
];

/** These have no read-only form. */
const undivided = ['bankfeeds', 'paymentservices'];

/** The entries of the credential's Access list: the value of each is one scope. Alphabetical, as n8n wants long lists. */
export const accessOptions: INodePropertyOptions[] = areas.flatMap(([name, scope, description]) => {
	const readOnly = `${name} (Read Only)`;
	if (scope.endsWith('.read')) return [{ name: readOnly, value: scope, description }];
	if (undivided.includes(scope)) return [{ name, value: scope, description }];
	return [
		{ name, value: scope, description },
		{ name: readOnly, value: `${scope}.read`, description },
	];
});

/**
 * What every new app may ask for. One scope the app lacks makes Xero refuse the whole consent, so nothing is in here that
 * needs a partner agreement, a paid tier, a country's payroll, or a tick of its own in the app's settings.
 */
export const defaultAccess: string[] = [
	'accounting.attachments',
	'accounting.banktransactions',
	'accounting.contacts',
	'accounting.invoices',
	'accounting.manualjournals',
	'accounting.payments',
	'accounting.settings',
];

/** Scopes of a sign-in: who signed in (n8n shows it on the credential) and a refresh token. A Custom Connection has no sign-in. */
export const signInScopes: string[] = ['openid', 'profile', 'email', 'offline_access'];
