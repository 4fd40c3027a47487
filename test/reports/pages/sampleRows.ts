// Rows of reports as the node gives them, for pages: made up.

import type { IDataObject } from 'n8n-workflow';
import type { PageHead } from '../../../nodes/XeroReports/pages/page';

const PERIOD = { from: '2026-10-01', to: '2026-10-31' };

export const head = (reportName: string, more: Partial<PageHead> = {}): PageHead => ({
	organisationName: 'Kauri & Sons Ltd',
	reportName,
	span: PERIOD,
	baseCurrency: 'NZD',
	madeAt: '2026-11-23T20:15:00Z',
	zone: 'Pacific/Auckland',
	...more,
});

export const asOf = { asOf: '2026-10-31' };

const row = (report: string, label: string, sectionPath: string[], more: IDataObject): IDataObject => ({
	report,
	rowType: 'row',
	organisationId: 'ORG-1',
	section: sectionPath.join(' / '),
	sectionPath,
	label,
	xeroRowType: 'Row',
	computed: false,
	...more,
});

const total = (report: string, label: string, sectionPath: string[], more: IDataObject): IDataObject =>
	row(report, label, sectionPath, { rowType: 'total', xeroRowType: 'SummaryRow', ...more });

const yearBefore = (amount: number): IDataObject => ({ comparatives: [{ label: '31 Oct 2025', asOf: '2025-10-31', amount }] });

export const balanceSheet: IDataObject[] = [
	row('balanceSheet', 'Business Account', ['Assets', 'Bank'], { amount: 982.5, ...yearBefore(1200) }),
	row('balanceSheet', 'USD Account', ['Assets', 'Bank'], { amount: 1034.48, ...yearBefore(0) }),
	total('balanceSheet', 'Total Bank', ['Assets', 'Bank'], { amount: 2016.98, ...yearBefore(1200) }),
	row('balanceSheet', 'Accounts Receivable', ['Assets', 'Current Assets'], { amount: 560, ...yearBefore(1234567.89) }),
	total('balanceSheet', 'Total Current Assets', ['Assets', 'Current Assets'], { amount: 560, ...yearBefore(1234567.89) }),
	total('balanceSheet', 'Total Assets', ['Assets'], { amount: 2576.98, ...yearBefore(1235767.89) }),
	row('balanceSheet', 'GST', ['Liabilities', 'Current Liabilities'], { amount: 67.5, ...yearBefore(-12.25) }),
	total('balanceSheet', 'Total Current Liabilities', ['Liabilities', 'Current Liabilities'], {
		amount: 67.5,
		...yearBefore(-12.25),
	}),
	total('balanceSheet', 'Total Liabilities', ['Liabilities'], { amount: 67.5, ...yearBefore(-12.25) }),
	total('balanceSheet', 'Net Assets', [], { amount: 2509.48, ...yearBefore(1235780.14) }),
	row('balanceSheet', 'Current Year Earnings', ['Equity'], {
		rowType: 'total',
		computed: true,
		amount: -1690.52,
		...yearBefore(0),
	}),
	row('balanceSheet', 'Owner Capital', ['Equity'], { amount: 4200, ...yearBefore(1235780.14) }),
	total('balanceSheet', 'Total Equity', ['Equity'], { amount: 2509.48, ...yearBefore(1235780.14) }),
];

const byOption = (north: number, south: number, unassigned: number, amount: number): IDataObject => ({
	amount,
	comparatives: [],
	options: [
		{ trackingCategoryId: 'CAT-1', trackingOptionId: 'OPT-1', option: 'North', amount: north },
		{ trackingCategoryId: 'CAT-1', trackingOptionId: 'OPT-2', option: 'South', amount: south },
		{ trackingCategoryId: 'CAT-1', trackingOptionId: null, option: 'Unassigned', amount: unassigned },
	],
});

export const profitAndLossByRegion: IDataObject[] = [
	row('profitAndLoss', 'Sales', ['Income'], byOption(900, 200, 0, 1100)),
	total('profitAndLoss', 'Total Income', ['Income'], byOption(900, 200, 0, 1100)),
	total('profitAndLoss', 'Gross Profit', [], byOption(900, 200, 0, 1100)),
	row('profitAndLoss', 'Advertising', ['Less Operating Expenses'], byOption(400, 50, 0, 450)),
	row('profitAndLoss', 'Wages', ['Less Operating Expenses'], byOption(0, 0, 2000, 2000)),
	total('profitAndLoss', 'Total Operating Expenses', ['Less Operating Expenses'], byOption(400, 50, 2000, 2450)),
	total('profitAndLoss', 'Net Profit', [], byOption(500, 150, -2000, -1350)),
];

const months = (first: number, second: number): IDataObject => ({
	amount: first,
	comparatives: [{ label: '30 Sep 26', to: '2026-09-30', amount: second }],
	options: [],
});

export const profitAndLoss: IDataObject[] = [
	row('profitAndLoss', 'Sales', ['Income'], months(1100, 950)),
	total('profitAndLoss', 'Total Income', ['Income'], months(1100, 950)),
	row('profitAndLoss', 'Rent', ['Less Operating Expenses'], months(1200, 1150)),
	total('profitAndLoss', 'Total Operating Expenses', ['Less Operating Expenses'], months(1200, 1150)),
	total('profitAndLoss', 'Net Profit', [], months(-100, -200)),
];

const account = (accountCode: string, accountName: string): IDataObject => ({
	accountId: `ID-${accountCode}`,
	accountCode,
	accountName,
});

const trial = (debit: number | null, credit: number | null, ytdDebit: number | null, ytdCredit: number | null): IDataObject => ({
	debit,
	credit,
	ytdDebit,
	ytdCredit,
});

export const trialBalance: IDataObject[] = [
	row('trialBalance', 'Sales (200)', ['Revenue'], { ...account('200', 'Sales'), ...trial(null, 1100, null, 5100) }),
	row('trialBalance', 'Business Account (090)', ['Assets'], {
		...account('090', 'Business Account'),
		...trial(null, 4017.5, 982.5, null),
	}),
	row('trialBalance', 'Currency Gains (FXGROUPID)', ['Expenses'], { accountId: null, ...trial(null, 34.48, null, 34.48) }),
	total('trialBalance', 'Total', [], trial(5151.98, 5151.98, 5134.48, 5134.48)),
];

export const bankSummary: IDataObject[] = [
	row('bankSummary', 'Business Account', [], {
		...account('090', 'Business Account'),
		opening: 5000,
		received: 905,
		spent: 4922.5,
		closing: 982.5,
	}),
	total('bankSummary', 'Total', [], { opening: 5000, received: 905, spent: 4922.5, closing: 982.5 }),
];

const budget = (...amounts: number[]): IDataObject => ({
	months: amounts.map((amount, at) => ({ month: `2026-${String(at + 1).padStart(2, '0')}`, amount })),
});

export const budgetSummary: IDataObject[] = [
	row('budgetSummary', 'Sales', ['Income'], budget(1500, 1500, 1600, 1600, 1700, 1700, 1800, 1800, 1900, 1900, 2000, 2100)),
	total(
		'budgetSummary',
		'Total Income',
		['Income'],
		budget(1500, 1500, 1600, 1600, 1700, 1700, 1800, 1800, 1900, 1900, 2000, 2100),
	),
];

export const executiveSummary: IDataObject[] = [
	row('executiveSummary', 'Cash received', ['Cash'], { amount: 905, previous: 1200, variance: -24.58, isPercent: false }),
	row('executiveSummary', 'Gross profit margin', ['Performance'], {
		amount: 72.7,
		previous: 70,
		variance: 3.86,
		isPercent: true,
	}),
	row('executiveSummary', 'Number of invoices issued', ['Income'], { amount: 1, previous: 0, variance: 100, isPercent: false }),
];

export const check = (report: string, more: IDataObject): IDataObject => ({
	report,
	rowType: 'check',
	organisationId: 'ORG-1',
	accountId: null,
	note: '',
	...more,
});

const BUCKETS = ['1-30', '31-60', '61-90', 'Older'];

const aged = (
	contactName: string | null,
	current: number,
	buckets: number[],
	total: number,
	more: IDataObject = {},
): IDataObject => ({
	report: 'agedReceivables',
	rowType: 'row',
	organisationId: 'ORG-1',
	level: 'contact',
	contactId: contactName && `ID of ${contactName}`,
	contactName,
	current,
	buckets,
	bucketLabels: BUCKETS,
	credits: 0,
	total,
	rateMissing: false,
	...more,
});

const document = (contactName: string, number: string, more: IDataObject): IDataObject => ({
	report: 'agedReceivables',
	rowType: 'row',
	organisationId: 'ORG-1',
	level: 'document',
	contactId: `ID of ${contactName}`,
	contactName,
	documentType: 'invoice',
	documentId: `ID of ${number}`,
	number,
	reference: '',
	currency: 'NZD',
	overSettled: false,
	mismatch: false,
	...more,
});

/** Worked example W1: as of 31 October 2026, by due date, at the rates of the day. */
export const agedReceivables: IDataObject[] = [
	aged('Alder Ltd', 0, [135, 345, 0, 750], 1230),
	document('Alder Ltd', 'INV-1', {
		date: '2026-07-01',
		dueDate: '2026-07-31',
		days: 92,
		bucketLabel: 'Older',
		total: 1150,
		outstanding: 750,
		amount: 750,
	}),
	document('Alder Ltd', 'INV-2', {
		date: '2026-09-01',
		dueDate: '2026-10-01',
		days: 30,
		bucketLabel: '1-30',
		total: 230,
		outstanding: 230,
		amount: 230,
	}),
	document('Alder Ltd', 'INV-3', {
		...{ reference: 'PO 77', date: '2026-09-02', dueDate: '2026-09-30' },
		...{ days: 31, bucketLabel: '31-60', total: 345, outstanding: 345, amount: 345 },
	}),
	document('Alder Ltd', 'CN-1', {
		...{ documentType: 'creditNote', date: '2026-10-20', dueDate: null },
		...{ days: 11, bucketLabel: '1-30', total: 115, outstanding: -95, amount: -95 },
	}),
	aged('Birch GmbH', 1400, [0, 0, 0, 0], 1400),
	document('Birch GmbH', 'INV-4', {
		...{ currency: 'EUR', date: '2026-10-01', dueDate: '2026-10-31' },
		...{ days: 0, bucketLabel: 'Current', total: 1000, outstanding: 700, amount: 1400 },
	}),
	aged('Cedar & Co', 150, [-2.5, 0, 0, 0], 147.5),
	document('Cedar & Co', 'INV-6', {
		date: '2026-10-10',
		dueDate: null,
		days: 21,
		bucketLabel: '1-30',
		total: 57.5,
		outstanding: 57.5,
		amount: 57.5,
	}),
	document('Cedar & Co', '', {
		...{ documentType: 'overpayment', date: '2026-10-05', dueDate: null },
		...{ days: 26, bucketLabel: '1-30', total: 60, outstanding: -60, amount: -60 },
	}),
	document('Cedar & Co', 'INV-8', {
		date: '2026-10-30',
		dueDate: '2026-11-29',
		days: -29,
		bucketLabel: 'Current',
		total: 200,
		outstanding: 150,
		amount: 150,
	}),
	aged(null, 1550, [132.5, 345, 0, 750], 2777.5, { rowType: 'total', level: 'report' }),
	check('agedReceivables', {
		check: 'receivablesTie',
		...{ ours: 2777.5, xeros: 2777.5, difference: 0, status: 'ties' },
		note: 'The sum of the documents, against the account in the trial balance.',
	}),
	check('agedReceivables', {
		check: 'documentsAgree',
		...{ ours: 0, xeros: 0, difference: 0, status: 'ties' },
		note: 'What Xero says is open of each document is what its payments and allocations leave.',
	}),
];

const event = (
	type: string,
	contactName: string,
	currency: string,
	date: string,
	name: string,
	more: IDataObject,
): IDataObject => ({
	report: 'customerStatement',
	rowType: 'row',
	organisationId: 'ORG-1',
	statement: 'customer',
	type,
	contactId: `ID of ${contactName}`,
	contactName,
	currency,
	date,
	dueDate: null,
	event: name,
	documentId: more.number === undefined ? null : `ID of ${String(more.number)}`,
	number: '',
	reference: '',
	total: null,
	amount: null,
	memoAmount: null,
	from: type === 'activity' ? '2026-10-01' : null,
	to: '2026-10-31',
	...more,
});

const nzd = (date: string, name: string, more: IDataObject): IDataObject =>
	event('activity', 'Dunlin Ltd', 'NZD', date, name, more);
const eur = (date: string, name: string, more: IDataObject): IDataObject =>
	event('activity', 'Dunlin Ltd', 'EUR', date, name, more);

export const activity: IDataObject[] = [
	nzd('2026-10-01', 'opening', { balance: 480 }),
	nzd('2026-10-06', 'invoice', { number: 'INV-2002', reference: 'PO 4411', dueDate: '2026-11-05', amount: 345, balance: 825 }),
	nzd('2026-10-06', 'creditNote', { number: 'CN-1', amount: -172.5, balance: 652.5 }),
	nzd('2026-10-12', 'prepayment', { amount: 0, memoAmount: 250, balance: 652.5 }),
	nzd('2026-10-19', 'payment', { number: 'INV-2002', amount: -345, balance: 307.5 }),
	nzd('2026-10-20', 'prepaymentAllocation', { number: 'INV-2003', amount: -150, balance: 157.5 }),
	nzd('2026-10-22', 'refund', { number: 'CN-2', amount: 80.5, balance: 238 }),
	nzd('2026-10-31', 'closing', { balance: 238 }),
	eur('2026-10-01', 'opening', { balance: 300 }),
	eur('2026-10-07', 'invoice', { number: 'INV-3002', dueDate: '2026-11-06', amount: 1000, balance: 1300 }),
	eur('2026-10-08', 'payment', { number: 'INV-3001', amount: -300, balance: 1000 }),
	eur('2026-10-31', 'closing', { balance: 1000 }),
];

const open = (contactName: string, date: string, name: string, more: IDataObject): IDataObject =>
	event('outstanding', contactName, 'NZD', date, name, more);

export const outstanding: IDataObject[] = [
	open('Dunlin Ltd', '2026-08-20', 'invoice', {
		number: 'INV-2001',
		dueDate: '2026-09-20',
		total: 920,
		amount: 420,
		balance: 420,
	}),
	open('Dunlin Ltd', '2026-09-18', 'overpayment', { total: 140, amount: -80, balance: 340 }),
	open('Dunlin Ltd', '2026-10-06', 'invoice', {
		number: 'INV-2003',
		dueDate: '2026-11-05',
		total: 575,
		amount: 250,
		balance: 590,
	}),
	open('Dunlin Ltd', '2026-10-29', 'earlyPayment', { number: 'INV-2005', amount: -120, balance: 470 }),
	open('Dunlin Ltd', '2026-10-31', 'closing', { balance: 470 }),
	open('Elm Ltd', '2026-10-12', 'creditNote', { number: 'CN-9', total: 50, amount: -50, balance: -50 }),
	open('Elm Ltd', '2026-10-31', 'closing', { balance: -50 }),
];

const ledgerAccount = (code: string, name: string, more: IDataObject): IDataObject => ({
	report: 'generalLedger',
	rowType: 'row',
	organisationId: 'ORG-1',
	level: 'account',
	...account(code, name),
	notInApi: 0,
	yearEndClose: 0,
	...more,
});

const transaction = (code: string, name: string, date: string, sourceType: string, more: IDataObject): IDataObject => ({
	report: 'generalLedger',
	rowType: 'row',
	organisationId: 'ORG-1',
	level: 'transaction',
	...account(code, name),
	date,
	sourceType,
	number: '',
	contactName: null,
	description: '',
	currency: 'NZD',
	foreign: null,
	rate: 1,
	...more,
});

const gst = (date: string, sourceType: string, more: IDataObject): IDataObject =>
	transaction('820', 'GST', date, sourceType, more);

/** Worked example W6, two of its accounts. */
export const generalLedger: IDataObject[] = [
	ledgerAccount('090', 'Business Account', {
		opening: 5000,
		debit: 905,
		credit: 3422.5,
		movement: -2517.5,
		notInApi: -1500,
		closing: 982.5,
	}),
	ledgerAccount('820', 'GST', { opening: -120, debit: 232.5, credit: 180, movement: 52.5, closing: -67.5 }),
	transaction('090', 'Business Account', '2026-10-12', 'ACCRECPAYMENT', {
		number: 'INV-21',
		contactName: 'Alder Ltd',
		amount: 675,
		balance: 5675,
	}),
	transaction('090', 'Business Account', '2026-10-23', 'TRANSFER', {
		...{ description: 'To USD Account', amount: -1000, balance: 4675 },
		...{ currency: 'USD', foreign: -600, rate: 0.6 },
	}),
	gst('2026-10-02', 'ACCREC', {
		number: 'INV-21',
		contactName: 'Alder Ltd',
		description: 'Timber, sawn',
		amount: -150,
		balance: -270,
	}),
	gst('2026-10-05', 'ACCPAY', { number: 'BILL-9', contactName: 'Print Co', amount: 60, balance: -210 }),
	gst('2026-10-09', 'EXPCLAIM', { number: 'EC-1', amount: 7.5, balance: -202.5 }),
	{
		...{ report: 'generalLedger', rowType: 'notInApi', organisationId: 'ORG-1' },
		...{
			...account('090', 'Business Account'),
			amount: -1500,
			reason: 'payments',
			note: 'Likely payroll, claims or other payments that Xero’s API does not list.',
		},
	},
	check('generalLedger', { check: 'notInApiSum', ours: 0, xeros: 0, difference: 0, status: 'ties' }),
];

const closeRow = (
	level: string,
	check: string,
	name: string,
	severity: string,
	text: string,
	more: IDataObject = {},
): IDataObject => ({
	...{ report: 'closeChecks', rowType: 'row', organisationId: 'ORG-1', level, check, name, severity },
	...{ count: null, amount: null, currency: 'NZD', accountCode: null, accountName: null, contactName: null },
	...{ text, todo: null, url: null, asOf: '2026-10-31' },
	...more,
});

export const closeChecks: IDataObject[] = [
	closeRow('check', 'receivablesTie', 'Receivables Against the Ledger', 'error', '1 finding.', { count: 1, amount: 25 }),
	closeRow('finding', 'receivablesTie', 'Receivables Against the Ledger', 'error', 'Documents 2065.00, ledger 2090.00.', {
		...{ count: 1, amount: 25, accountCode: '610', accountName: 'Accounts Receivable' },
		todo: 'Look for manual journals on the account.',
	}),
	closeRow('check', 'unreconciled', 'Unreconciled Items', 'ok', 'Nothing found. Statement lines are not in the API.', {
		...{ count: 0, amount: 0 },
	}),
	closeRow('check', 'drafts', 'Drafts', 'warning', '2 findings.', { count: 2, amount: 198 }),
	closeRow('finding', 'drafts', 'Drafts', 'warning', 'Credit note CN-5 of Alder Ltd (2026-10-29, NZD 12.00) is a draft.', {
		...{ count: 1, amount: -12, contactName: 'Alder Ltd', todo: 'Approve or delete it.' },
		url: 'https://go.xero.com/app/!kRu7d/x',
	}),
	closeRow('finding', 'drafts', 'Drafts', 'warning', 'Invoice INV-10 of Cedar & Co (2026-10-30, NZD 210.00) is a draft.', {
		...{ count: 1, amount: 210, contactName: 'Cedar & Co', todo: 'Approve or delete it.' },
	}),
	closeRow(
		'check',
		'negativeBank',
		'Bank Accounts Below Zero',
		'notChecked',
		'Not checked: the trial balance could not be read.',
	),
];
