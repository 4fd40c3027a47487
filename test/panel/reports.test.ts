import { DateTime } from 'luxon';
import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { reports } from '../../nodes/XeroReports/reports';
import { XeroReports } from '../../nodes/XeroReports/XeroReports.node';
import { clock } from '../../nodes/shared/http/clock';
import { execute } from '../../nodes/shared/run/execute';
import { byId } from '../examples/example';
import { fakeExecute } from '../fakeContext';
import { shownIn } from './shownIn';

const { description } = new XeroReports();
const ID = 'e5f4d3c2-b1a0-4998-8776-554433221101';

/** Names of what the panel shows, without those that every panel has. */
const shown = (values: INodeParameters) =>
	shownIn(description, values)
		.map(({ name }) => name)
		.filter((name) => !['organisation', 'resource', 'operation', 'options'].includes(name));

const input = (name: string, values: INodeParameters): INodeProperties =>
	shownIn(description, values).find((property) => property.name === name)!;

describe('the panel of Xero Financial Reports', () => {
	const profitAndLoss = { resource: 'statement', operation: 'profitAndLoss' };

	test('asks for the days of a period only where they are one’s own', () => {
		expect(shown({ ...profitAndLoss, period: 'lastMonth' })).toEqual(['period', 'layout', 'rows']);
		expect(shown({ ...profitAndLoss, period: 'custom' })).toEqual(['period', 'fromDate', 'toDate', 'layout', 'rows']);
	});

	test('asks for the day of a report as of a day only where it is one’s own', () => {
		const aged = { resource: 'owing', operation: 'agedReceivablesByContact' };
		expect(shown({ ...aged, asOf: 'today' })).toEqual(['contactId', 'asOf', 'layout']);
		expect(shown({ ...aged, asOf: 'custom' })).toEqual(['contactId', 'asOf', 'date', 'layout']);
	});

	test('begins with the month before', () => {
		expect(input('period', profitAndLoss).default).toBe('lastMonth');
		expect(input('asOf', { resource: 'statement', operation: 'balanceSheet' }).default).toBe('endOfLastMonth');
		// A budget is of what is to come.
		expect(input('asOf', { resource: 'statement', operation: 'budgetSummary' }).default).toBe('today');
	});

	test('asks no days of a published report and of the 1099 forms', () => {
		expect(shown({ resource: 'tax', operation: 'get' })).toEqual(['ReportID', 'layout']);
		expect(shown({ resource: 'tax', operation: 'tenNinetyNine' })).toEqual(['layout']);
		expect(shown({ resource: 'tax', operation: 'getAll' })).toEqual(['returnAll', 'limit']);
	});

	test('starts with the statements', () => {
		expect(description.properties.find(({ name }) => name === 'resource')!.default).toBe('statement');
	});
});

describe('a wrong value is named by its label before any call is made', () => {
	test.each<[string, string, string, INodeParameters, string]>([
		[
			'more periods than Xero compares',
			'statement',
			'balanceSheet',
			{ asOf: 'today', options: { periods: 12 } },
			'Item 1, Periods “12”: can be at most 11',
		],
		[
			'days the wrong way round',
			'currency',
			'bankSummary',
			{ period: 'custom', fromDate: '2026-03-31', toDate: '2026-03-01' },
			'Item 1, Date To “2026-03-01”: is before Date From (“2026-03-31”). Give a Date To that is the same day or later',
		],
		[
			'a custom period without its last day',
			'currency',
			'bankSummary',
			{ period: 'custom', fromDate: '2026-03-31' },
			'Item 1, Date To: is empty. Give a day such as 2026-03-31, or choose another Period than Custom',
		],
		[
			'a custom day that is none',
			'statement',
			'trialBalance',
			{ asOf: 'custom' },
			'Item 1, Date: is empty. Give a day such as 2026-03-31, or choose another As Of than Custom',
		],
		[
			'a period that is none',
			'statement',
			'profitAndLoss',
			{ period: 'last week' },
			'Item 1, Period “last week”: is none of This Month, Last Month, This Quarter, Last Quarter, This Financial Year, Last Financial Year, Month to Date, Year to Date, Custom',
		],
		[
			'a tracking option by its ID without its category',
			'statement',
			'profitAndLoss',
			{ period: 'custom', fromDate: '2026-03-01', toDate: '2026-03-31', options: { trackingOptionID2: byId(ID) } },
			'Item 1: Second Tracking Category is missing. Xero takes an option by its ID only together with its category: add it in Options',
		],
		[
			'a report of no contact',
			'owing',
			'agedPayablesByContact',
			{ asOf: 'today', contactId: byId('Ridgeway') },
			'Item 1, Contact “Ridgeway”: is not an ID of Xero. Choose it From List',
		],
	])('%s', async (_what, resource, operation, values, message) => {
		const { ctx, requests } = fakeExecute({ parameters: [{ organisation: byId(ID), resource, operation, ...values }] });
		const thrown: unknown = await execute(reports, ctx).catch((cause: unknown) => cause);
		expect([(thrown as Error).message, requests]).toEqual([message, []]);
	});

	test('a period by the words of the panel is understood', async () => {
		const { ctx, requests } = fakeExecute({
			parameters: [
				{ organisation: byId(ID), resource: 'currency', operation: 'bankSummary', period: 'last month', layout: 'raw' },
			],
			reply: ({ path }) => ({
				body: path.endsWith('/Organisation')
					? { Organisations: [{ Timezone: 'NEWZEALANDSTANDARDTIME', FinancialYearEndDay: 31, FinancialYearEndMonth: 3 }] }
					: { Reports: [{ ReportName: 'Bank Summary' }] },
			}),
		});
		await execute(reports, ctx);
		expect(requests.map(({ path }) => path)).toEqual(['/api.xro/2.0/Organisation', '/api.xro/2.0/Reports/BankSummary']);
	});
});

describe('today', () => {
	test.each([
		['UTC11', 'Etc/GMT+11'],
		['NEWZEALANDSTANDARDTIME', 'Pacific/Auckland'],
		['LINEISLANDSSTANDARDTIME', 'Pacific/Kiritimati'],
	])('is the day of an organisation in %s, whatever the workflow’s time zone', async (Timezone, zone) => {
		const { ctx, requests } = fakeExecute({
			parameters: [{ organisation: byId(ID), resource: 'statement', operation: 'trialBalance', asOf: 'today', layout: 'raw' }],
			reply: ({ path }) => ({
				body: path.endsWith('/Organisation')
					? { Organisations: [{ Timezone, FinancialYearEndDay: 31, FinancialYearEndMonth: 3 }] }
					: { Reports: [{ ReportName: 'Trial Balance' }] },
			}),
		});
		await execute(reports, ctx);
		expect(requests[1]!.query).toEqual({ date: DateTime.fromMillis(clock.now(), { zone }).toFormat('yyyy-MM-dd') });
	});
});
