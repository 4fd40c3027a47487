// One of Xero's own reports: asked for, and handed on as rows.

import omit from 'lodash/omit';
import type { IDataObject } from 'n8n-workflow';
import type { Picked } from '../../shared/inputs/locators';
import type { OperationContext, OutputItem, RowFinding } from '../../shared/model/context';
import type { Fields } from '../../shared/model/field';
import type { Operation } from '../../shared/model/operation';
import { pathParametersOf } from '../../shared/model/path';
import { asOfAsked, periodAsked } from './daysAsked';
import { asOf, asOfDate, period, periodDays } from '../fields/days';
import { notSent } from '../fields/notSent';
import { alsoAsPage } from '../fields/ownReports';
import { readBooks } from '../load/books';
import { statementPage } from '../pages/statementPage';
import { withPage } from './reportPage';
import { rangesToAskFor, sideBySide, TIMEFRAME_MONTHS } from '../rows/comparedPeriods';
import { endOfMonth, startOfMonth } from '../rows/days';
import type { DayRange } from '../rows/financialYear';
import type { AsOf, Period } from '../rows/periods';
import type { ReadReport } from '../rows/readReport';
import { readReport } from '../rows/readReport';
import type { ReportKind, RowLayout, RowSource } from '../rows/reportRows';
import { rowsOf } from '../rows/reportRows';
import { trackingColumnsOf } from '../rows/trackingColumns';
import type { AddFinding } from '../load/settings';
import { accountsOf, trackingCategoriesOf } from '../load/settings';
import { withCategory } from './trackingOfOptions';

/** What a report is about: days, a day, the end of that day's month, that day's month; nothing of it where it says so itself. */
type Time = 'period' | 'asOf' | 'endOfMonth' | 'month' | 'none';

/** What tells one of Xero's reports from the others. */
export interface XeroReport {
	/** Xero's operationId. */
	readonly xero: string;
	/** The key of the operation: `report` of its rows. */
	readonly report: string;
	/** Last part of the scope. */
	readonly scope: string;
	/** Last part of the path. */
	readonly path: string;
	readonly description: string;
	readonly kind: ReportKind;
	readonly time: Time;
	/** What As Of begins with, and what the report makes of the day. */
	readonly asOf?: { readonly preset?: AsOf; readonly says?: string };
	readonly required?: Fields;
	readonly layout: Fields;
	readonly query?: Fields;
	/** Whether it can come as a page as well. */
	readonly hasPage?: true;
}

/** What an item asks for: the time of the rows, and the queries of the calls. */
interface Asked {
	readonly time?: NonNullable<RowSource['time']>;
	readonly queries: readonly IDataObject[];
}

/** Query values in Xero's shape, of those that are parameters of the report. */
function queryOf(parameters: Fields, given: Readonly<Record<string, unknown>>): IDataObject {
	const query: IDataObject = {};
	for (const [key, field] of Object.entries(parameters)) {
		const value = given[key] ?? (key === 'standardLayout' ? true : undefined);
		const sent = value === undefined ? undefined : field.write ? field.write(value) : value;
		if (sent !== undefined) query[key] = sent as IDataObject;
	}
	return query;
}

/** How far apart compared periods are where Timeframe is left out: as long as Period. */
const OWN_TIMEFRAME: Readonly<Partial<Record<Period, string>>> = {
	thisMonth: 'MONTH',
	lastMonth: 'MONTH',
	thisQuarter: 'QUARTER',
	lastQuarter: 'QUARTER',
	thisFinancialYear: 'YEAR',
	lastFinancialYear: 'YEAR',
};

/** The calls for a range of days: one, or one for each compared period where Xero would cut off the last day of some. */
function queriesOf(call: OperationContext, range: DayRange, query: IDataObject, addFinding: AddFinding): IDataObject[] {
	const days = { fromDate: range.from, toDate: range.to };
	const { periods, timeframe: given, ...rest } = query;
	const own = OWN_TIMEFRAME[call.input.period as Period];
	const timeframe = given ?? own;
	if (typeof periods !== 'number' || own === undefined || 'trackingCategoryID' in query || 'trackingCategoryID2' in query)
		return [{ ...query, ...(typeof periods === 'number' && timeframe !== undefined ? { timeframe } : {}), ...days }];
	const ranges = rangesToAskFor(range, periods, TIMEFRAME_MONTHS[timeframe as string] ?? 1);
	if (!ranges) return [{ ...query, timeframe, ...days } as IDataObject];
	addFinding({
		code: 'periodsAskedOneByOne',
		place: ['Periods'],
		says: `each period was asked for by itself, in ${ranges.length} calls, as Xero would have ended all of them on day ${Number(range.to.slice(8))} of their months`,
		details: { calls: ranges.length },
	});
	return ranges.map(({ from, to }) => ({ ...rest, fromDate: from, toDate: to }));
}

/** What an item asks for, in Xero's shape. */
async function askedOf(
	call: OperationContext,
	{ time, path, required = {}, query: fields = {} }: XeroReport,
	addFinding: AddFinding,
): Promise<Asked> {
	const parameters = omit({ ...required, ...fields }, pathParametersOf(path));
	const query = queryOf(parameters, withCategory(call, parameters, { ...call.input, ...call.options }));
	if (time === 'none') return { queries: [query] };
	if (time === 'period') {
		const range = await periodAsked(call, addFinding);
		return { time: { from: range.from, to: range.to }, queries: queriesOf(call, range, query, addFinding) };
	}
	const date = await asOfAsked(call, addFinding);
	const queries = [{ ...query, date }];
	if (time === 'month') return { time: { from: startOfMonth(date), to: endOfMonth(date) }, queries };
	return { time: { asOf: time === 'endOfMonth' ? endOfMonth(date) : date }, queries };
}

/** Xero's answers, in the order of the queries. */
async function reportsOf(call: OperationContext, queries: readonly IDataObject[]): Promise<IDataObject[]> {
	const answers = await Promise.all(
		queries.map(async (query) => await call.request({ path: call.path, query, envelope: 'Reports' })),
	);
	const reports = answers.flatMap((answer) => call.recordsIn(answer, 'Reports'));
	if (reports.length === 0)
		call.refuse({ says: 'Xero sent no report', todo: 'Check the values, and run again', state: 'refused' });
	return reports;
}

const picked = (value: unknown): string | undefined => (value === undefined ? undefined : (value as Picked).value);

/** Which option each column of a profit and loss is of; undefined where it is not split by tracking. */
async function trackingOf(call: OperationContext, query: IDataObject, headings: readonly string[], addFinding: AddFinding) {
	const categories = [query.trackingCategoryID, query.trackingCategoryID2].filter((id) => id !== undefined);
	if (categories.length === 0) return undefined;
	const known = await trackingCategoriesOf(call, addFinding);
	const found = trackingColumnsOf(headings, categories.length === 1 ? String(categories[0]) : null, known ?? []);
	if (known && found.unclear.length)
		addFinding({
			code: 'optionNotKnown',
			place: ['Tracking Category'],
			says: `these columns stand for no option or for several of the same name, so that their IDs are empty: ${found.unclear.join(', ')}`,
			todo: 'Give each option of the category a name of its own in Xero',
			details: { options: [...found.unclear] },
		});
	return found;
}

/** Rows of reports, with the findings about them: of accounts in the rows that have some, of everything else in the first one. */
function withFindings(rows: readonly IDataObject[], findings: readonly RowFinding[]): OutputItem[] {
	return rows.map((json, index): OutputItem => {
		const own = findings.filter(({ code }) => (code === 'accountsNotRead' ? json.accountId !== null : index === 0));
		return own.length ? { json, findings: own } : { json };
	});
}

/** What the rows of the reports are made with. */
async function sourceOf(
	call: OperationContext,
	wanted: XeroReport,
	{ time, queries: [query = {}] }: Asked,
	reports: readonly ReadReport[],
	addFinding: AddFinding,
): Promise<RowSource> {
	const tracking = await trackingOf(call, query, reports[0]?.lines[0]?.headings ?? [], addFinding);
	const withAccounts = wanted.kind.hasAccounts && reports.some(({ lines }) => lines.some(({ accountId }) => accountId !== null));
	const contactId = picked(call.input.contactId);
	return {
		report: wanted.report,
		organisationId: call.organisation,
		...(time ? { time } : {}),
		...('paymentsOnly' in (wanted.query ?? {}) ? { basis: query.paymentsOnly === true ? 'cash' : 'accrual' } : {}),
		accounts: withAccounts ? await accountsOf(call, addFinding) : new Map(),
		...(tracking ? { tracking } : {}),
		...(contactId === undefined ? {} : { contactId }),
	};
}

/** The items with the report as a page, whatever their layout. */
async function asPage(
	call: OperationContext,
	name: string,
	{ time, basis }: RowSource,
	rows: readonly IDataObject[],
	items: readonly OutputItem[],
): Promise<OutputItem[]> {
	const { organisation } = await readBooks(call);
	const title = { report: name, span: time ?? { asOf: '' }, ...(basis ? { basis } : {}) };
	return await withPage(call, items, organisation, title, (head) => statementPage({ head, rows }));
}

async function reported(call: OperationContext, name: string, wanted: XeroReport): Promise<OutputItem[]> {
	const findings: RowFinding[] = [];
	const addFinding: AddFinding = (finding) => void findings.push(finding);
	const asked = await askedOf(call, wanted, addFinding);
	const sent = await reportsOf(call, asked.queries);
	const isRaw = call.input.layout === 'raw';
	const isPage = call.options.alsoAsPage === true;
	if (isRaw && !isPage) return withFindings(sent, findings);
	const read = sent.map(readReport);
	const reports = asked.queries.length > 1 ? [sideBySide(read)] : read;
	const source = await sourceOf(call, wanted, asked, reports, addFinding);
	const rowsIn = (layout: RowLayout): IDataObject[] => reports.flatMap((report) => rowsOf(wanted.kind, report, source, layout));
	const rows = isRaw ? sent : rowsIn((call.input.layout ?? 'rows') as RowLayout);
	const isShown = ({ rowType }: IDataObject): boolean => isRaw || call.input.rows !== 'accounts' || rowType === 'row';
	const items = withFindings(rows.filter(isShown), findings);
	return isPage ? await asPage(call, name, source, rowsIn('rows'), items) : items;
}

/** The operation that gets one of Xero's reports. */
export function xeroReport(name: string, wanted: XeroReport): Operation {
	const { xero, path, description, time, required = {}, query = {}, scope, layout, hasPage } = wanted;
	const byPeriod = time === 'period';
	const byDay = time !== 'none' && !byPeriod;
	return {
		xero,
		name: `Get ${name}`,
		action: `Get ${/^\d/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1).toLowerCase()}`,
		description,
		method: 'GET',
		path: `/Reports/${path}`,
		envelope: 'Reports',
		required: {
			...required,
			...(byPeriod ? { period } : byDay ? { asOf: asOf(wanted.asOf?.preset, wanted.asOf?.says) } : {}),
		},
		panelOptional: { ...(byPeriod ? periodDays : byDay ? asOfDate : {}), ...layout },
		query: hasPage ? { ...query, alsoAsPage: notSent(alsoAsPage) } : query,
		scope: `accounting.reports.${scope}.read`,
		run: async (call) => await reported(call, name, wanted),
	};
}
