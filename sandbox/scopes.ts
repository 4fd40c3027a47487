/** What scopes let a person's apps do, in words, for the consent page. Read-only forms are worded from these. */
const words: Readonly<Record<string, string>> = {
	openid: 'Know who you are',
	profile: 'See your name',
	email: 'See your email address',
	offline_access: 'Keep access while you are away, until you disconnect',
	'accounting.invoices': 'invoices, bills, credit notes, quotes, purchase orders, repeating invoices and items',
	'accounting.payments': 'payments, batch payments, prepayments and overpayments',
	'accounting.banktransactions': 'bank transactions and bank transfers',
	'accounting.manualjournals': 'manual journals',
	'accounting.classicexpenses': 'classic expense claims and receipts',
	'accounting.contacts': 'contacts and contact groups',
	'accounting.settings': 'organisation settings, accounts, items, tax rates and tracking categories',
	'accounting.attachments': 'attachments',
	'accounting.budgets.read': 'budgets',
	'accounting.reports.aged.read': 'the aged payables and receivables reports',
	'accounting.reports.balancesheet.read': 'the balance sheet',
	'accounting.reports.banksummary.read': 'the bank summary',
	'accounting.reports.budgetsummary.read': 'the budget summary',
	'accounting.reports.executivesummary.read': 'the executive summary',
	'accounting.reports.profitandloss.read': 'the profit and loss report',
	'accounting.reports.trialbalance.read': 'the trial balance',
	'accounting.reports.taxreports.read': 'published tax reports',
	'accounting.reports.tenninetynine.read': 'the 1099 report',
	assets: 'fixed assets',
	projects: 'projects, tasks and time',
	files: 'files and folders',
	'payroll.employees': 'payroll employees',
	'payroll.payruns': 'pay runs',
	'payroll.payslip': 'payslips',
	'payroll.settings': 'payroll settings',
	'payroll.timesheets': 'timesheets',
	paymentservices: 'payment services',
};

/** Scopes about the person, not an organisation's data. */
const personal = ['openid', 'profile', 'email', 'offline_access'];

/** `paymentservices` is the one read-write scope without a `.read` form. */
const readable = (scope: string): boolean => !personal.includes(scope) && scope !== 'paymentservices' && !scope.endsWith('.read');

/**
 * Every scope that gives data of an organisation to an app made since 2 March 2026: the granular ones with their `.read` forms. Not here,
 * as Xero does not give them to such apps: the broad `accounting.transactions` and `accounting.reports.read`. Nor those
 * given only on application: `accounting.journals.read`, `bankfeeds`, `finance.*`, `marketplace.billing`.
 */
export const dataScopes: readonly string[] = Object.keys(words)
	.filter((scope) => !personal.includes(scope))
	.flatMap((scope) => (readable(scope) ? [scope, `${scope}.read`] : [scope]));

/** What Xero gives on application only, to the apps of banks and lenders. */
export const partnerScopes: readonly string[] = [
	'bankfeeds',
	'finance.bankstatementsplus.read',
	'finance.cashvalidation.read',
	'finance.statements.read',
];

/** What an app with a consent page may ask for. */
export const consentScopes: readonly string[] = [...personal, ...dataScopes];

/** True when the scope is about an organisation's data, so that a consent needs an organisation to go with it. */
export const needsOrganisation = (scope: string): boolean => !personal.includes(scope);

/** A scope as a person reads it on the consent page, e.g. 'View contacts and contact groups'. The scope itself when it is unknown. */
export function inWords(scope: string): string {
	if (personal.includes(scope)) return words[scope] ?? scope;
	const readOnly = scope.endsWith('.read');
	const what = words[scope] ?? words[scope.replace(/\.read$/, '')];
	if (what === undefined) return scope;
	return `${readOnly ? 'View' : 'View and manage'} ${what}`;
}
