import type { IDataObject } from 'n8n-workflow';
import type { Picked } from '../../shared/inputs/locators';
import { record } from '../../shared/inputs/locators';
import { choice, date, flag, number } from '../../shared/inputs/scalars';
import type { OperationContext, OutputItem } from '../../shared/model/context';
import type { Fields } from '../../shared/model/field';
import type { ListOption, Operation } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { get, list } from '../../shared/operations/crud';
import { joined } from '../fields/document';
import { trackingOptionId } from '../fields/tracking';
import { flatten } from '../reports/flatten';

const output: Fields = {
	output: choice('Output', [
		[
			'rows',
			'One Item per Row',
			'Numbers as numbers, with section, label and account ID, and with the name and dates of the report alone',
		],
		['raw', 'As Xero Sends It', 'The whole report as one item, every value a text'],
	]),
};

const dateFrom = date('Date From');
const dateTo = date('Date To');
const period: Fields = { fromDate: dateFrom, toDate: dateTo };
const paymentsOnly = flag('Cash Basis', 'Whether to count what was paid and received instead of what was invoiced');
const standardLayout = flag('Standard Layout', "Whether to use Xero's standard layout in place of a layout of your own");
const timeframe = choice('Timeframe', [
	['MONTH', 'Month'],
	['QUARTER', 'Quarter'],
	['YEAR', 'Year'],
]);
const compared: Fields = {
	periods: number('Periods', { min: 1, max: 11, whole: true, description: 'How many earlier periods to compare with' }),
	timeframe,
};
/** The budget summary has the same choice, but takes the number of months. */
const MONTHS: Readonly<Record<string, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };
const category = (name: string) => record(name, 'trackingCategory');

/** Query values in Xero's shape, of those that are parameters of the report. */
function queryOf(parameters: Fields, given: Readonly<Record<string, unknown>>): IDataObject {
	const query: IDataObject = {};
	for (const [key, field] of Object.entries(parameters)) {
		const value = given[key];
		if (value !== undefined) query[key] = (field.write ? field.write(value) : value) as IDataObject;
	}
	return query;
}

/** An option narrows its category's columns; From List knows the category, By ID does not. */
function withCategory(
	call: OperationContext,
	parameters: Fields,
	given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
	const all: Record<string, unknown> = { ...given };
	for (const [of, narrowed, label] of [
		['trackingCategoryID', 'trackingOptionID', 'Tracking Category'],
		['trackingCategoryID2', 'trackingOptionID2', 'Second Tracking Category'],
	] as const) {
		if (!(of in parameters) || all[narrowed] === undefined || all[of] !== undefined) continue;
		const [held, option] = (all[narrowed] as Picked).value.split('/');
		if (option === undefined)
			call.refuse({
				says: `${label} is missing`,
				todo: 'Xero takes an option by its ID only together with its category: add it in Options',
			});
		all[of] = { by: 'list', value: held! } satisfies Picked;
	}
	return all;
}

/** Asks for a report and hands it on as it is or row by row. */
async function reported(call: OperationContext, parameters: Fields): Promise<OutputItem[]> {
	const given = withCategory(call, parameters, { ...call.input, ...call.options });
	const { fromDate, toDate } = given;
	if (typeof fromDate === 'string' && typeof toDate === 'string' && fromDate > toDate)
		call.refuse({ place: ['Date To'], value: toDate, says: `is before Date From (“${fromDate}”)` });
	const query = queryOf(parameters, given);
	const reports = call.recordsIn(await call.request({ path: call.path, query, envelope: 'Reports' }), 'Reports');
	if (reports.length === 0)
		call.refuse({ says: 'Xero sent no report', todo: 'Check the values, and run again', state: 'refused' });
	return (call.input.output === 'raw' ? reports : reports.flatMap(flatten)).map((json) => ({ json }));
}

interface Wanted {
	readonly xero: string;
	/** Last part of Xero's scope and path. */
	readonly scope: string;
	readonly path: string;
	readonly description: string;
	readonly required?: Fields;
	/** What the panel shows at once; it may stay empty. */
	readonly panelOptional?: Fields;
	readonly query?: Fields;
}

const known = (
	name: string,
	{ xero, scope, path, description, required = {}, panelOptional = {}, query = {} }: Wanted,
): Operation => ({
	xero,
	name: `Get ${name}`,
	action: `Get ${name.charAt(0).toLowerCase()}${name.slice(1).toLowerCase()}`,
	description,
	method: 'GET',
	path: `/Reports/${path}`,
	envelope: 'Reports',
	required: { ...required, ...output },
	panelOptional,
	query,
	scope: `accounting.reports.${scope}.read`,
	run: async (call) => await reported(call, { ...required, ...panelOptional, ...query }),
});

const aged = (name: string, xero: string, path: string, description: string): Operation =>
	known(name, {
		xero,
		scope: 'aged',
		path,
		description,
		required: { contactId: record('Contact', 'contact') },
		panelOptional: {
			date: date('Date', { description: 'Payments count up to this day; to the end of the month when left empty' }),
			...period,
		},
	});

const line = ({ ReportID, ReportName, ReportTitle, ReportDate }: IDataObject): ListOption => ({
	name: joined([ReportName, ReportTitle === ReportName ? '' : ReportTitle, ReportDate]),
	value: String(ReportID),
});

export const report = resource({
	key: 'report',
	name: 'Report',
	plural: 'Reports',
	description: 'Balance sheet, profit and loss and the other reports of Xero',
	path: 'Reports',
	id: 'ReportID',
	scope: 'accounting.reports.taxreports.read',
	fields: {},
	listOptions: { report: (published) => [line(published)] },
	operations: (kind) => ({
		balanceSheet: known('Balance Sheet', {
			xero: 'getReportBalanceSheet',
			scope: 'balancesheet',
			path: 'BalanceSheet',
			description: 'Assets, liabilities and equity at the end of a month',
			panelOptional: { date: date('Date', { description: "The report is as at the end of its month; today's when left empty" }) },
			query: {
				...compared,
				paymentsOnly,
				standardLayout,
				trackingOptionID1: trackingOptionId(),
				trackingOptionID2: trackingOptionId('Second Tracking Option'),
			},
		}),
		profitAndLoss: known('Profit and Loss', {
			xero: 'getReportProfitAndLoss',
			scope: 'profitandloss',
			path: 'ProfitAndLoss',
			description: 'Income and expenses of a period; with a tracking category in a column for each of its options',
			panelOptional: {
				fromDate: date('Date From', {
					description: 'Periods compared with have as many days as this one: for whole months take one of 31 days',
				}),
				toDate: dateTo,
			},
			query: {
				...compared,
				paymentsOnly,
				standardLayout,
				trackingCategoryID: category('Tracking Category'),
				trackingCategoryID2: category('Second Tracking Category'),
				trackingOptionID: trackingOptionId(),
				trackingOptionID2: trackingOptionId('Second Tracking Option'),
			},
		}),
		trialBalance: known('Trial Balance', {
			xero: 'getReportTrialBalance',
			scope: 'trialbalance',
			path: 'TrialBalance',
			description: 'Debits and credits of every account: of the month, and of the year to date',
			panelOptional: { date: date('Date', { description: 'Today when left empty' }) },
			query: { paymentsOnly },
		}),
		bankSummary: known('Bank Summary', {
			xero: 'getReportBankSummary',
			scope: 'banksummary',
			path: 'BankSummary',
			description: 'Opening balance, cash received and spent, and closing balance of every bank account',
			panelOptional: period,
		}),
		budgetSummary: known('Budget Summary', {
			xero: 'getReportBudgetSummary',
			scope: 'budgetsummary',
			path: 'BudgetSummary',
			description: 'The overall budget by account and period',
			panelOptional: { date: date('Date', { description: 'Today when left empty' }) },
			query: {
				periods: number('Periods', { min: 1, max: 12, whole: true, description: 'How many periods to show' }),
				timeframe: { ...timeframe, write: (size: unknown) => MONTHS[String(size)] },
			},
		}),
		executiveSummary: known('Executive Summary', {
			xero: 'getReportExecutiveSummary',
			scope: 'executivesummary',
			path: 'ExecutiveSummary',
			description: 'Key figures of a month beside those of the month before',
			panelOptional: { date: date('Date', { description: 'Today when left empty' }) },
		}),
		agedReceivables: aged(
			'Aged Receivables',
			'getReportAgedReceivablesByContact',
			'AgedReceivablesByContact',
			'What a customer owes, invoice by invoice',
		),
		agedPayables: aged(
			'Aged Payables',
			'getReportAgedPayablesByContact',
			'AgedPayablesByContact',
			'What is owed to a supplier, bill by bill',
		),
		tenNinetyNine: known('1099', {
			xero: 'getReportTenNinetyNine',
			scope: 'tenninetynine',
			path: 'TenNinetyNine',
			description: 'The boxes of the 1099 forms for each contact (US); a row is a contact',
			panelOptional: { reportYear: number('Year', { blank: '', whole: true, min: 2000, max: 2100, placeholder: 'e.g. 2025' }) },
		}),
		get: {
			...get(kind, 'getReportFromId', { description: 'Retrieve a published tax report, such as a GST or activity statement' }),
			required: { ReportID: record('Report', 'report'), ...output },
			run: async (call) => await reported(call, {}),
		},
		getAll: list(kind, 'getReportsList', {}, { by: 'nothing' }, { description: 'List the published tax reports (GST, BAS)' }),
	}),
});
