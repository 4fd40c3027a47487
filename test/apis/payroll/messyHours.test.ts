import { payrollAu } from '../../../nodes/XeroPayroll/au/payrollAu';
import { execute } from '../../../nodes/shared/run/execute';
import { inVirtualTime } from '../../engine/virtualTime';
import { fakeExecute } from '../../fakeContext';
import { id, picked } from './fakePayroll';

const time = inVirtualTime();

/** Imports one row with what a spreadsheet has in its cells; gives what was sent, or what was said. */
async function sent(date: unknown, numberOfUnits: unknown, CalendarType = 'WEEKLY', start = '2026-03-02'): Promise<unknown> {
	let body: unknown;
	const { ctx } = fakeExecute({
		parameters: [
			{
				...{ organisation: picked(id('99')), resource: 'timesheet', operation: 'import', employeeID: picked(id('e1')) },
				...{ date, numberOfUnits, earningsRateID: picked(id('f1')), trackingItemID: picked(''), options: {} },
			} as never,
		],
		node: { parameters: { date: '={{ $json.Date }}', numberOfUnits: '={{ $json.Hours }}' } },
		continueOnFail: true,
		reply: (request) => {
			const { path, method } = request;
			if (method === 'POST') {
				const [one] = request.body as [
					{ TimesheetLines: Array<{ NumberOfUnits: number[] }>; StartDate: string; EndDate: string },
				];
				const [{ NumberOfUnits }] = one.TimesheetLines as [{ NumberOfUnits: number[] }];
				const day = NumberOfUnits.findIndex((units) => units > 0);
				const iso = (text: string): string => new Date(Number(/\d+/.exec(text)![0])).toISOString().slice(0, 10);
				body = [iso(one.StartDate), iso(one.EndDate), day, NumberOfUnits[day]];
				return { body: { Timesheets: [{ ...one, TimesheetID: id('b1'), Hours: NumberOfUnits[day] }] } };
			}
			if (path.endsWith('/Employees')) return { body: { Employees: [{ EmployeeID: id('e1'), PayrollCalendarID: id('c1') }] } };
			const StartDate = `/Date(${Date.parse(start)}+0000)/`;
			if (path.endsWith('/PayrollCalendars'))
				return { body: { PayrollCalendars: [{ PayrollCalendarID: id('c1'), CalendarType, StartDate }] } };
			return { body: { Timesheets: [] } };
		},
	});
	const [[row] = []] = await time().until(execute(payrollAu, ctx));
	return body ?? row?.json.error ?? row?.json;
}

const WEEK = ['2026-03-02', '2026-03-08'];

describe('A row of hours from a spreadsheet', () => {
	it.each([
		['2026-03-04', 7.5, [...WEEK, 2, 7.5]],
		[' 2026-03-04 ', ' 7.5 ', [...WEEK, 2, 7.5]],
		[new Date('2026-03-04T00:00:00Z'), 0.1 + 0.2, [...WEEK, 2, 0.3]],
		['2026-03-04T00:00:00.000Z', '7.6125', [...WEEK, 2, 7.6125]],
		['2026-03-03T23:30:00Z', 1, [...WEEK, 2, 1]],
	])('of %s and %s is written', async (date, units, expected) => {
		expect(await sent(date, units)).toEqual(expected);
	});

	it.each([
		['04/03/2026', 8],
		[46085, 8],
		['46085', 8],
		['2026-02-30', 8],
		['', 8],
		[null, 8],
		['2026-03-04', ''],
		['2026-03-04', '  '],
		['2026-03-04', null],
		['2026-03-04', undefined],
		['2026-03-04', '7,5'],
		['2026-03-04', '1,200.50'],
		['2026-03-04', '8 h'],
		['2026-03-04', -3],
		['2026-03-04', '(3)'],
		['2026-03-04', true],
		['2026-03-04', NaN],
		['2026-03-04', 24.01],
	])('of %s and %s is refused, and takes nothing away', async (date, units) => {
		expect(await sent(date, units)).toMatch(/^Item 1(:|, (Date|Units))/);
	});

	it.each([
		['MONTHLY', '2024-02-01', '2024-02-29', ['2024-02-01', '2024-02-29', 28, 8]],
		['MONTHLY', '2026-01-31', '2026-03-30', ['2026-02-28', '2026-03-30', 30, 8]],
		['TWICEMONTHLY', '2026-01-16', '2026-02-28', ['2026-02-16', '2026-02-28', 12, 8]],
		['FORTNIGHTLY', '2026-03-02', '2026-02-28', ['2026-02-16', '2026-03-01', 12, 8]],
		['QUARTERLY', '2026-01-01', '2026-06-30', ['2026-04-01', '2026-06-30', 90, 8]],
	])('is in the period of a calendar of type %s from %s that %s is in', async (type, start, day, expected) => {
		expect(await sent(day, 8, type, start)).toEqual(expected);
	});
});
