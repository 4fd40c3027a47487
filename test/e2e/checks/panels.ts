import { organisations } from '../../../sandbox/organisations';
import type { Check } from '../check';
import { openPanel, openWorkflow } from '../editor';
import { shoot } from '../screenshot';
import { madeCredential } from '../stage';
import { manualWorkflow, type Parameters } from '../workflows';
import { polling } from './polling';

const byName = (value: string) => ({ __rl: true, mode: 'name', value });
const byCode = (value: string) => ({ __rl: true, mode: 'code', value });
const byNumber = (value: string) => ({ __rl: true, mode: 'number', value });
const PAYROLL_TRIGGER = { type: 'xeroPayrollPollingTrigger', name: 'Xero Payroll Polling Trigger' };
const fromList = { __rl: true, mode: 'list', value: '' };
/** The organisation that has a payroll in Australia. */
const AUSTRALIAN = { ...fromList, value: organisations[1].tenantId, cachedResultName: organisations[1].name };

/** A panel as a person fills it in, and the labels that must be there to be read. */
interface Panel {
	readonly name: string;
	readonly parameters: Parameters;
	readonly labels: readonly string[];
	/** Another node than Xero Accounting. */
	readonly node?: { type: string; name: string };
}

const PANELS: readonly Panel[] = [
	{
		name: 'panel-bank-transaction',
		parameters: {
			resource: 'bankTransaction',
			operation: 'create',
			Type: 'SPEND',
			Contact: byName('Northgate Timber'),
			BankAccount: byCode('090'),
			LineAmountTypes: 'Exclusive',
			LineItems: { line: [{ Description: 'Pine boards', Quantity: 40, UnitAmount: 6.2, AccountCode: byCode('300') }] },
			Date: '2026-11-03',
			Reference: 'Card 4410',
			additionalFields: { IsReconciled: true },
		},
		labels: ['It is in the books at once, as Xero keeps no drafts of it', 'Type', 'Contact', 'Bank Account', 'Line Items'],
	},
	{
		name: 'panel-allocate',
		parameters: {
			resource: 'creditNote',
			operation: 'allocate',
			CreditNoteID: fromList,
			Invoice: byNumber('INV-0042'),
			Date: '2026-11-20',
			Amount: '57.50',
		},
		labels: ['Credit Note', 'Invoice', 'Date', 'Amount'],
	},
	{
		name: 'panel-manual-journal',
		parameters: {
			resource: 'manualJournal',
			operation: 'create',
			Narration: 'Accrued rent for November',
			LineAmountTypes: 'Exclusive',
			JournalLines: {
				line: [
					{ AccountCode: byCode('469'), Description: 'Rent', LineAmount: '1200' },
					{ AccountCode: byCode('850'), Description: 'Accrual', LineAmount: '-1200' },
				],
			},
			Date: '2026-11-30',
			Status: 'POSTED',
		},
		labels: ['Narration', 'Date', 'Journal Lines', 'Status', 'Additional Fields'],
	},
	{
		name: 'panel-repeating-invoice',
		parameters: {
			resource: 'repeatingInvoice',
			operation: 'create',
			Type: 'ACCREC',
			Contact: byName('Ridgeway University'),
			Schedule: {
				values: { Period: '1', Unit: 'MONTHLY', DueDate: '20', DueDateType: 'OFFOLLOWINGMONTH', StartDate: '2026-12-01' },
			},
			LineAmountTypes: 'Exclusive',
			LineItems: { line: [{ Description: 'Website care plan', Quantity: 1, UnitAmount: 95, AccountCode: byCode('200') }] },
		},
		labels: ['Type', 'Contact', 'Schedule', 'Line Items'],
	},
	{
		name: 'panel-purchase-orders',
		parameters: {
			resource: 'purchaseOrder',
			operation: 'getAll',
			show: 'authorised',
			returnAll: true,
			filters: { DateFrom: '2026-10-01', DateTo: '2026-10-31', 'If-Modified-Since': '2026-10-01T00:00:00Z' },
		},
		labels: ['Show', 'Return All', 'Simplify', 'Filters', 'Modified After'],
	},
	{
		name: 'panel-bill',
		parameters: {
			resource: 'bill',
			operation: 'create',
			Contact: byName('Northgate Timber'),
			Date: '2026-11-03',
			DueDate: '2026-11-20',
			InvoiceNumber: 'NT-4410',
			LineAmountTypes: 'Exclusive',
			LineItems: { line: [{ Description: 'Pine boards', Quantity: 40, UnitAmount: 6.2, AccountCode: byName('Purchases') }] },
			Status: 'SUBMITTED',
			options: { attachFiles: 'data' },
		},
		labels: ['Contact', 'Due Date', 'Bill Number', 'Amounts Are', 'Line Items', 'Status', 'Attach Input Files'],
	},
	{
		name: 'panel-asset',
		node: { type: 'xeroAssets', name: 'Xero Fixed Assets' },
		parameters: {
			resource: 'asset',
			operation: 'create',
			assetName: 'Delivery Van',
			additionalFields: {
				assetNumber: 'FA-0042',
				assetTypeId: fromList,
				purchaseDate: '2026-10-14',
				purchasePrice: '34500',
				bookDepreciationSetting: { values: { depreciationMethod: 'StraightLine', depreciationRate: '20' } },
			},
		},
		labels: ['Asset Name', 'Additional Fields', 'Asset Type', 'Depreciation', 'Method'],
	},
	{
		name: 'panel-bank-statement',
		node: { type: 'xeroBankFeeds', name: 'Xero Bank Feeds' },
		parameters: {
			resource: 'statement',
			operation: 'create',
			input: 'fields',
			feedConnectionId: fromList,
			startDate: '2026-11-02',
			endDate: '2026-11-08',
			startBalance: '5120.40',
			endBalance: '4893.65',
			statementLines: { line: [{ postedDate: '2026-11-03', amount: '-38.40', description: 'Paper, A4 carton' }] },
		},
		labels: ['Feed Connection', 'Start Date', 'End Date', 'Statement Lines'],
	},
	{
		name: 'panel-file-associate',
		node: { type: 'xeroFiles', name: 'Xero Files and Folders' },
		parameters: { resource: 'file', operation: 'associate', FileId: fromList },
		labels: ['File', 'Kind of Record', 'Additional Fields'],
	},
	{
		name: 'panel-payroll-hours',
		node: { type: 'xeroPayrollNz', name: 'Xero Payroll NZ' },
		parameters: {
			resource: 'timesheet',
			operation: 'import',
			employeeID: byName('Aroha Testcase'),
			date: '2026-11-03',
			numberOfUnits: '7.5',
			earningsRateID: byName('Ordinary Time'),
			options: { ifApproved: 'change', afterwards: 'approve' },
		},
		labels: [
			...['Rows of one employee and pay period become one timesheet', 'Employee', 'Units', 'Earnings Rate'],
			...['Tracking Option', 'If It Is Approved', 'Afterwards'],
		],
	},
	{
		name: 'panel-payroll-set-up',
		node: { type: 'xeroPayrollUk', name: 'Xero Payroll UK' },
		parameters: {
			...{ resource: 'employee', operation: 'onboard', input: 'fields' },
			...{ title: 'Mr', firstName: 'Owen', lastName: 'Price', dateOfBirth: '1990-02-03', gender: 'M' },
			address: { values: { addressLine1: '9 Mill Lane', city: 'York', postCode: 'YO1 7HH' } },
			employment: {
				values: {
					payrollCalendarID: byName('Weekly'),
					startDate: '2026-11-02',
					employeeNumber: '17',
					niCategories: { nICategory: [{ niCategory: 'A', startDate: '2026-11-02' }] },
				},
			},
		},
		labels: ['First Name', 'Address', 'Employment', 'Salary and Wages', 'Leave Types', 'Payment Method'],
	},
	{
		name: 'panel-payroll-post',
		node: { type: 'xeroPayrollAu', name: 'Xero Payroll AU' },
		parameters: { organisation: AUSTRALIAN, resource: 'payRun', operation: 'post', PayRunID: fromList, onlyIfNetPay: '9843.20' },
		labels: [
			'A posted pay run cannot be set back to draft through the API. Its wages go into the ledger.',
			...['Pay Run', 'Only If Net Pay Is'],
		],
	},
	{
		name: 'panel-time-entry',
		node: { type: 'xeroProjects', name: 'Xero Projects and Time' },
		parameters: {
			resource: 'timeEntry',
			operation: 'create',
			projectId: byName('Shop fitting 01'),
			taskId: byName('Planning'),
			userId: byName('Cleo Foxglen'),
			dateUtc: '2026-11-03T09:00:00',
			duration: '1:30',
		},
		labels: ['Project', 'Task', 'User', 'Duration'],
	},
	{
		name: 'panel-finance',
		node: { type: 'xeroFinance', name: 'Xero Finance for Lenders' },
		parameters: {
			resource: 'bankStatement',
			operation: 'getAll',
			BankAccountID: fromList,
			FromDate: '2026-04-01',
			ToDate: '2026-09-30',
			output: 'rows',
		},
		labels: ['Bank Account', 'Date From', 'Date To', 'Output'],
	},
	{
		name: 'panel-reports',
		node: { type: 'xeroReports', name: 'Xero Financial Reports' },
		parameters: {
			resource: 'statement',
			operation: 'profitAndLoss',
			period: 'custom',
			fromDate: '2026-10-01',
			toDate: '2026-10-31',
			options: { periods: 2, timeframe: 'MONTH' },
		},
		labels: ['Period', 'Date From', 'Date To', 'Layout of Items', 'Rows', 'Options', 'Periods'],
	},
	{
		name: 'panel-aged-receivables',
		node: { type: 'xeroReports', name: 'Xero Financial Reports' },
		parameters: {
			resource: 'owing',
			operation: 'agedReceivables',
			asOf: 'endOfLastMonth',
			rows: 'both',
			options: {
				alsoAsPage: true,
				bucketCount: 4,
				rates: { rate: [{ currency: { __rl: true, mode: 'code', value: 'USD' }, rate: '0.60' }] },
				onDifference: 'stop',
			},
		},
		labels: ['As Of', 'Rows', 'Options', 'Also as a Page', 'Bucket Count', 'Rates', 'When a Check Differs'],
	},
];

export const panelChecks: readonly Check[] = [
	...PANELS.map(({ name, parameters, labels, node }): Check => ({
		sentence: `The panel ${name.replace('panel-', '').replaceAll('-', ' ')} asks for what it needs`,
		async run(stage) {
			const page = await openWorkflow(stage, manualWorkflow(stage, name, madeCredential(stage, 'code'), parameters, node));
			const panel = await openPanel(page, node?.name);
			for (const label of labels) await panel.getByText(label, { exact: true }).first().waitFor();
			await shoot(page, name);
			return labels.join(', ');
		},
	})),
	{
		sentence: 'The panel of the payroll trigger says what a poll costs',
		async run(stage) {
			const parameters = {
				organisation: AUSTRALIAN,
				...{ country: 'au', resource: 'leaveApplication', event: 'approved', options: { lookBack: 31 } },
			};
			const page = await openWorkflow(stage, polling(stage, parameters, PAYROLL_TRIGGER));
			const panel = await openPanel(page, PAYROLL_TRIGGER.name);
			const labels = ['Poll Times', 'Country', 'Trigger On', 'Event', 'Simplify', 'Look Back (Days)'];
			const cost = 'Each poll reads the leave of the days in Look Back and all that is to come: one call for each 100.';
			for (const label of [...labels, cost]) await panel.getByText(label, { exact: true }).first().waitFor();
			await shoot(page, 'panel-payroll-trigger');
			return labels.join(', ');
		},
	},
];
