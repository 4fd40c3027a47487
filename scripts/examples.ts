import type { WorkflowFile } from '../test/n8n';

/** One step of an example and what it must come to. */
export interface Step {
	readonly node: string;
	/** What the step does, for the account: '120 rows become invoices'. */
	readonly says: string;
	/** Requests Xero must have answered for it, as `METHOD /Path` with {id} for an ID and {file} for a file's name. */
	readonly request: string;
	/** Absent where their number depends on the day. */
	readonly calls?: number;
	/** Items that come out; absent where their number depends on the day. */
	readonly out?: number;
	readonly refused?: { readonly row: string; readonly sentence: string };
}

export interface Example {
	readonly file: string;
	readonly steps: readonly Step[];
}

const REPORTS = 'GET /api.xro/2.0/Reports';
const STATEMENTS = 'GET /finance.xro/1.0/FinancialStatements';

/** The workflows of `examples/` and what each of their steps must come to, against a sandbox of seed 'demo'. */
export const EXAMPLES: readonly Example[] = [
	{
		file: 'rows-to-invoices.json',
		steps: [
			{
				node: 'Create Invoices',
				says: '120 rows become invoices',
				request: 'PUT /api.xro/2.0/Invoices',
				calls: 3,
				out: 119,
				refused: { row: 'DEMO-0057', sentence: "Account code '999' is not a valid code for this document." },
			},
			{ node: 'Read Back', says: 'everything is read back', request: 'GET /api.xro/2.0/Invoices', calls: 1, out: 119 },
		],
	},
	{
		file: 'csv-to-invoices.json',
		steps: [
			{
				node: 'Create Invoices',
				says: '7 lines of a CSV file become invoices',
				request: 'PUT /api.xro/2.0/Invoices',
				calls: 1,
				out: 3,
			},
		],
	},
	{
		file: 'lines-to-bills.json',
		steps: [
			{ node: 'Create Bills', says: '12 spreadsheet lines become bills', request: 'PUT /api.xro/2.0/Invoices', calls: 1, out: 4 },
			{ node: 'Approve Bills', says: 'the bills are approved', request: 'POST /api.xro/2.0/Invoices', calls: 1, out: 4 },
		],
	},
	{
		file: 'lines-to-invoices-with-files.json',
		steps: [
			{
				node: 'Create Invoices',
				says: '6 spreadsheet lines become invoices',
				request: 'PUT /api.xro/2.0/Invoices',
				calls: 1,
				out: 3,
			},
			{
				node: 'Attach File',
				says: 'each gets a file',
				request: 'PUT /api.xro/2.0/Invoices/{id}/Attachments/{file}',
				calls: 3,
				out: 3,
			},
		],
	},
	{
		file: 'paid-orders.json',
		steps: [
			{ node: 'Create Invoices', says: '4 orders become invoices', request: 'PUT /api.xro/2.0/Invoices', calls: 1, out: 4 },
			{ node: 'Take Payments', says: 'each is paid as its order says', request: 'PUT /api.xro/2.0/Payments', calls: 1, out: 4 },
		],
	},
	{
		file: 'pay-open-invoices.json',
		steps: [
			{
				node: 'Open Invoices',
				says: 'the oldest open invoices are read',
				request: 'GET /api.xro/2.0/Invoices',
				calls: 1,
				out: 60,
			},
			{ node: 'Pay Them', says: 'each is paid in full', request: 'PUT /api.xro/2.0/Payments', calls: 2, out: 60 },
		],
	},
	{
		file: 'month-end-pack.json',
		steps: [
			{ node: 'Profit and Loss', says: 'last month, row by row', request: `${REPORTS}/ProfitAndLoss`, calls: 1 },
			{ node: 'Balance Sheet', says: 'its end beside the month before', request: `${REPORTS}/BalanceSheet`, calls: 1 },
			{ node: 'Trial Balance', says: 'every account, and for the checks', request: `${REPORTS}/TrialBalance`, calls: 4 },
			{ node: 'Aged Receivables', says: 'what each customer owes', request: 'GET /api.xro/2.0/Invoices' },
			{
				node: 'General Ledger',
				says: 'what moved on each account, and why',
				request: 'GET /api.xro/2.0/BankTransactions',
				calls: 1,
			},
		],
	},
	{
		file: 'weekly-aged-receivables.json',
		steps: [
			{
				node: 'Aged Receivables',
				says: 'what all customers owe today',
				request: `${REPORTS}/TrialBalance`,
				calls: 1,
			},
			{ node: 'To the Owner', says: 'the sums and the page', request: 'GET /api.xro/2.0/Payments', calls: 1, out: 1 },
			{
				node: 'Send It Again',
				says: 'what passed 30 days this week',
				request: 'POST /api.xro/2.0/Invoices/{id}/Email',
			},
		],
	},
	{
		file: 'customer-statements-by-mail.json',
		steps: [
			{ node: 'Statements', says: 'a page for each customer', request: 'GET /api.xro/2.0/Payments', calls: 1 },
			{ node: 'Mail It', says: 'to those who owe something', request: 'GET /api.xro/2.0/Contacts', calls: 1 },
		],
	},
	{
		file: 'cash-flow-to-sheet.json',
		steps: [
			{
				node: 'Cash Flow',
				says: 'where the cash of last month came from and went',
				request: `${REPORTS}/TrialBalance`,
				calls: 4,
			},
			{ node: 'Sheet of the Month', says: 'a file of rows and totals', request: `${REPORTS}/BankSummary`, calls: 1, out: 1 },
		],
	},
	{
		file: 'close-checks-to-slack.json',
		steps: [
			{ node: 'Close Checks', says: 'what is not right yet', request: `${REPORTS}/TrialBalance`, calls: 1 },
			{
				node: 'To the Team',
				says: 'the checks that found something',
				request: 'GET /api.xro/2.0/BankTransfers',
				calls: 1,
				out: 1,
			},
			{ node: 'What Was Found', says: 'each with its record', request: 'GET /api.xro/2.0/ManualJournals', calls: 1 },
		],
	},
	{
		file: 'gst-working-paper.json',
		steps: [
			{ node: 'GST or VAT Detail', says: 'the tax of last quarter', request: `${REPORTS}/TrialBalance` },
			{ node: 'Lines', says: 'every line behind it', request: 'GET /api.xro/2.0/TaxRates', calls: 1 },
			{ node: 'To the Accountant', says: 'the sums and the page', request: 'GET /api.xro/2.0/BankTransfers', calls: 1, out: 1 },
		],
	},
	{
		file: 'assets-from-rows.json',
		steps: [
			{
				node: 'Create Assets',
				says: '6 purchases become draft assets',
				request: 'POST /assets.xro/1.0/Assets',
				calls: 6,
				out: 6,
			},
			{ node: 'Draft Assets', says: 'what waits to be registered', request: 'GET /assets.xro/1.0/Assets', calls: 1, out: 6 },
		],
	},
	{
		file: 'lender-statements.json',
		steps: [
			{ node: 'Balance Sheet', says: 'every account of last month’s end', request: `${STATEMENTS}/BalanceSheet`, calls: 1 },
			{ node: 'Cash Flow', says: 'where money came from and went', request: `${STATEMENTS}/Cashflow`, calls: 1 },
			{ node: 'Revenue by Contact', says: 'who it came from', request: `${STATEMENTS}/contacts/revenue`, calls: 1 },
		],
	},
	{
		file: 'time-entries-from-rows.json',
		steps: [
			{
				node: 'Log Time',
				says: '8 rows become time entries',
				request: 'POST /projects.xro/2.0/Projects/{id}/Time',
				calls: 8,
				out: 8,
			},
			{
				node: 'Project So Far',
				says: 'what it comes to by now',
				request: 'GET /projects.xro/2.0/Projects/{id}',
				calls: 1,
				out: 1,
			},
		],
	},
	{
		file: 'hours-to-timesheets-nz.json',
		steps: [
			{
				node: 'Write Timesheets',
				says: '11 rows of hours become timesheets',
				request: 'POST /payroll.xro/2.0/Timesheets',
				calls: 3,
				out: 11,
			},
			{
				node: 'Approved Timesheets',
				says: 'what the next pay run takes',
				request: 'POST /payroll.xro/2.0/Timesheets/{id}/Approve',
				calls: 3,
			},
		],
	},
	{
		file: 'new-employees-nz.json',
		steps: [
			{
				node: 'Set Up Employees',
				says: '2 rows become employees who can be paid',
				request: 'POST /payroll.xro/2.0/Employees/{id}/PaymentMethods',
				calls: 2,
				out: 2,
			},
		],
	},
	{
		file: 'file-receipts.json',
		steps: [
			{ node: 'Create Bills', says: '3 purchases become bills', request: 'PUT /api.xro/2.0/Invoices', calls: 1, out: 3 },
			{
				node: 'Upload Receipt',
				says: 'each receipt goes into a folder',
				request: 'POST /files.xro/1.0/Files/{id}',
				calls: 3,
				out: 3,
			},
			{ node: 'Tie to Bill', says: 'and to its bill', request: 'POST /files.xro/1.0/Files/{id}/Associations', calls: 3, out: 3 },
		],
	},
	{
		file: 'bank-statement-from-rows.json',
		steps: [
			{
				node: 'Feed Connections',
				says: 'the accounts that are fed',
				request: 'GET /bankfeeds.xro/1.0/FeedConnections',
				calls: 1,
				out: 3,
			},
			{
				node: 'Create Statements',
				says: '10 bank rows become 3 statements',
				request: 'POST /bankfeeds.xro/1.0/Statements',
				calls: 2,
				out: 3,
			},
		],
	},
];

/** Those for an organisation of another country than the one that the demo is connected to; `npm start` has them to look at. */
export const ELSEWHERE: ReadonlyArray<Example & { readonly countryCode: string }> = [
	{
		countryCode: 'AU',
		file: 'hours-to-timesheets-au.json',
		steps: [
			{
				node: 'Write Timesheets',
				says: '9 rows of hours become timesheets',
				request: 'POST /payroll.xro/1.0/Timesheets',
				calls: 2,
				out: 9,
			},
			{
				node: 'Approved Timesheets',
				says: 'what the next pay run takes',
				request: 'POST /payroll.xro/1.0/Timesheets/{id}',
				calls: 2,
			},
		],
	},
	{
		countryCode: 'AU',
		file: 'pay-run-journal-au.json',
		steps: [
			{
				node: 'Last Posted Pay Run',
				says: 'the pay run that was paid last',
				request: 'GET /payroll.xro/1.0/PayRuns',
				calls: 1,
				out: 1,
			},
			{
				node: 'Journal Rows',
				says: 'becomes rows by account',
				request: 'GET /payroll.xro/1.0/Payslip/{id}',
				calls: 2,
			},
			{ node: 'CSV File', says: 'and a file', request: 'GET /payroll.xro/1.0/PayItems', calls: 1, out: 1 },
		],
	},
	{
		countryCode: 'GB',
		file: 'hours-to-timesheets-uk.json',
		steps: [
			{
				node: 'Write Timesheets',
				says: '8 rows of hours become timesheets',
				request: 'POST /payroll.xro/2.0/Timesheets',
				calls: 2,
				out: 8,
			},
			{
				node: 'Approved Timesheets',
				says: 'what the next pay run takes',
				request: 'POST /payroll.xro/2.0/Timesheets/{id}/Approve',
				calls: 2,
			},
		],
	},
];

/** Those that begin with a trigger of the pack: they wait for Xero, so `test/e2e` activates them and makes something happen. */
export const STARTED_BY_XERO: readonly string[] = ['overdue-invoices.json', 'xero-events-fan-out.json'];

/** A call as the table above names it. */
export const callName = (method: string, url: string): string =>
	`${method} ${url
		.split('?')[0]!
		.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '{id}')
		.replace(/(\/Attachments)\/.+$/, '$1/{file}')}`;

/** A workflow with the nodes that are switched off until their user has looked at what they send; where nothing can leave the machine. */
export const switchedOn = (file: WorkflowFile): WorkflowFile => ({
	...file,
	nodes: file.nodes.map((node) => ({ ...node, disabled: false })),
});
