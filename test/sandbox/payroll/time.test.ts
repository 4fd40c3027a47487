import { periodOf, periodsBetween } from '../../../sandbox/payroll/time/periods';
import type { Json } from '../accounting/desk';
import { openPayroll, type PayrollDesk, wrong } from './desk';

/** A timesheet of the week after next for the employee who is paid by the hour. */
const sheet = (desk: PayrollDesk, more: Json = {}): Json => ({
	payrollCalendarID: desk.named('/PayRunCalendars', 'payRunCalendars', 'Weekly'),
	employeeID: desk.employee('Example'),
	...{ startDate: '2026-03-23', endDate: '2026-03-29' },
	...more,
});

const line = (desk: PayrollDesk, more: Json = {}): Json => {
	const [rate] = desk.call('GET', '/EarningsRates').at('earningsRates') as Json[];
	return { date: '2026-03-23', earningsRateID: rate?.earningsRateID, numberOfUnits: 8, ...more };
};

describe('Pay periods', () => {
	it.each([
		['Weekly', '2026-03-02', '2026-03-08', '2026-03-02', '2026-03-08'],
		['Weekly', '2026-03-02', '2026-02-28', '2026-02-23', '2026-03-01'],
		['Fortnightly', '2026-03-02', '2026-03-16', '2026-03-16', '2026-03-29'],
		['FourWeekly', '2026-03-02', '2026-03-01', '2026-02-02', '2026-03-01'],
		['Monthly', '2026-01-31', '2026-02-28', '2026-02-28', '2026-03-30'],
		['Monthly', '2026-03-01', '2024-02-10', '2024-02-01', '2024-02-29'],
		['Quarterly', '2026-01-01', '2026-05-05', '2026-04-01', '2026-06-30'],
		['Annual', '2026-04-01', '2026-03-31', '2025-04-01', '2026-03-31'],
		['TwiceMonthly', '2026-03-01', '2026-03-15', '2026-03-01', '2026-03-15'],
		['TwiceMonthly', '2026-03-16', '2026-02-28', '2026-02-16', '2026-02-28'],
	])('of a %s calendar from %s hold the day %s in %s to %s', (calendarType, periodStartDate, day, start, end) => {
		expect(periodOf({ calendarType, periodStartDate }, day)).toEqual({ start, end });
	});

	it('follow each other without a gap', () => {
		const weekly = { calendarType: 'Weekly', periodStartDate: '2026-03-02' };
		expect(periodsBetween(weekly, '2026-03-08', '2026-03-16').map(({ start }) => start)).toEqual([
			...['2026-03-02', '2026-03-09', '2026-03-16'],
		]);
	});
});

describe('Pay run calendars', () => {
	it('get the end of their period from Xero, and are kept for good', () => {
		const { call, api } = openPayroll('nz', 'empty');
		const body = { name: 'Staff', calendarType: 'fortnightly', periodStartDate: '2026-03-02', paymentDate: '2026-03-17' };
		expect(call('POST', '/PayRunCalendars', body).at('payRunCalendar')).toMatchObject({
			...{ calendarType: 'Fortnightly', periodEndDate: '2026-03-15T00:00:00' },
		});
		expect(wrong(call('POST', '/PayRunCalendars', { ...body, name: 'staff', paymentDate: '2026-03-01' }))).toEqual([
			'name: The name of the pay run calendar must be unique.',
			'paymentDate: The payment date must be on or after the start of the period.',
		]);
		expect(api.routes.filter(({ path, method }) => path.startsWith('/PayRunCalendars') && method !== 'GET')).toHaveLength(1);
	});

	it('of the United Kingdom are never twice monthly', () => {
		const body = { name: 'Halves', calendarType: 'TwiceMonthly', periodStartDate: '2026-03-01', paymentDate: '2026-03-17' };
		expect(openPayroll('nz', 'empty').call('POST', '/PayRunCalendars', body).status).toBe(200);
		expect(openPayroll('uk', 'empty').call('POST', '/PayRunCalendars', body).status).toBe(400);
	});
});

describe.each(['nz', 'uk'] as const)('Timesheets of the local payroll (%s)', (country) => {
	it('are listed without lines, and read with them', () => {
		const desk = openPayroll(country);
		const made = desk.call(
			'POST',
			'/Timesheets',
			sheet(desk, { timesheetLines: [line(desk), line(desk, { date: '2026-03-24', numberOfUnits: 7.25 })] }),
		);
		expect(made.at('timesheet')).toMatchObject({ status: 'Draft', totalHours: 15.25, startDate: '2026-03-23T00:00:00' });
		const listed = desk.call(
			'GET',
			`/Timesheets?startDate=2026-03-23&endDate=2026-03-29&filter=employeeId==${desk.employee('Example')}`,
		);
		expect(listed.at('timesheets')).toMatchObject([{ totalHours: 15.25, timesheetLines: null }]);
		const read = desk.call('GET', `/Timesheets/${made.id('timesheet.timesheetID')}`);
		expect(read.at('timesheet.timesheetLines')).toMatchObject([
			{ numberOfUnits: 8, trackingItemID: null },
			{ numberOfUnits: 7.25 },
		]);
	});

	it('are for a pay period of the calendar that the employee is on, once', () => {
		const desk = openPayroll(country);
		const post = (more: Json = {}): string[] => wrong(desk.call('POST', '/Timesheets', sheet(desk, more)));
		expect(post({ startDate: '2026-03-24', endDate: '2026-03-30' })).toEqual([
			"startDate: Provided period doesn't correspond with a pay period",
		]);
		expect(post({ endDate: '2026-03-28' })).toEqual(["startDate: Provided period doesn't correspond with a pay period"]);
		expect(post({ payrollCalendarID: desk.named('/PayRunCalendars', 'payRunCalendars', 'Monthly') })).toEqual([
			'payrollCalendarID: The employee is not on this pay run calendar.',
		]);
		expect(post({ employeeID: desk.employee('Newcomer') })).toEqual([
			'payrollCalendarID: The employee is not on this pay run calendar.',
		]);
		expect(post()).toEqual([]);
		expect(post()).toEqual(['_default: A timesheet already exists for this employee and period.']);
	});

	it('take hours above zero on their own days, at a rate there is', () => {
		const desk = openPayroll(country);
		const bad = [
			line(desk, { numberOfUnits: 0 }),
			line(desk, { date: '2026-03-30' }),
			line(desk, { earningsRateID: '11111111-1111-4111-8111-111111111111' }),
		];
		expect(wrong(desk.call('POST', '/Timesheets', sheet(desk, { timesheetLines: bad })))).toEqual([
			'timesheetLines[0].numberOfUnits: The number of units must be greater than 0.',
			'timesheetLines[1].date: The date must be within the timesheet period.',
			'timesheetLines[2].earningsRateID: The earnings rate could not be found.',
		]);
		expect(desk.call('GET', '/Timesheets?startDate=2026-03-23').at('pagination.itemCount')).toBe(1);
	});

	it('change as drafts only: approved ones are reverted first, paid ones never change', () => {
		const desk = openPayroll(country);
		const made = desk.call('POST', '/Timesheets', sheet(desk, { timesheetLines: [line(desk)] }));
		const at = `/Timesheets/${made.id('timesheet.timesheetID')}`;
		const lineAt = `${at}/Lines/${made.id('timesheet.timesheetLines.0.timesheetLineID')}`;
		expect(desk.call('POST', `${at}/RevertToDraft`).status).toBe(400);
		expect(desk.call('POST', `${at}/Approve`).at('timesheet.status')).toBe('Approved');
		expect(desk.call('POST', `${at}/Approve`).status).toBe(400);
		for (const [method, path] of [
			['POST', `${at}/Lines`],
			['PUT', lineAt],
			['DELETE', lineAt],
			['DELETE', at],
		] as const)
			expect(wrong(desk.call(method, path, method === 'DELETE' ? undefined : line(desk)))).toEqual([
				'_default: An approved timesheet cannot be changed. Revert it to draft first.',
			]);
		desk.call('POST', `${at}/RevertToDraft`);
		expect(desk.call('PUT', lineAt, line(desk, { numberOfUnits: 3 })).at('timesheetLine.numberOfUnits')).toBe(3);
		const paid = desk.call('GET', '/Timesheets?status=Completed').id('timesheets.0.timesheetID');
		for (const [method, path] of [
			['POST', 'Approve'],
			['POST', 'RevertToDraft'],
			['POST', 'Lines'],
		] as const)
			expect(desk.call(method, `/Timesheets/${paid}/${path}`, line(desk)).status).toBe(400);
		expect(desk.call('DELETE', `/Timesheets/${paid}`).status).toBe(400);
	});

	it('are deleted with an answer that holds the wrapper and no record', () => {
		const desk = openPayroll(country);
		const made = desk.call('POST', '/Timesheets', sheet(desk));
		const gone = desk.call('DELETE', `/Timesheets/${made.id('timesheet.timesheetID')}`);
		expect([gone.status, Object.keys(gone.body as Json)]).toEqual([
			...[200, ['id', 'providerName', 'dateTimeUTC', 'httpStatusCode', 'pagination', 'problem']],
		]);
		expect(desk.call('GET', `/Timesheets/${made.id('timesheet.timesheetID')}`).status).toBe(404);
	});

	it('are in every state in the demo data, newest first when asked by their start', () => {
		const desk = openPayroll(country);
		const states = (query: string): unknown[] =>
			(desk.call('GET', `/Timesheets${query}`).at('timesheets') as Json[]).map(({ status }) => status);
		const last = country === 'nz' ? 'Requested' : 'Draft';
		expect(states('')).toEqual(['Completed', 'Draft', 'Approved', last]);
		expect(states('?sort=startDate')).toEqual([last, 'Draft', 'Approved', 'Completed']);
		expect(desk.call('GET', '/Timesheets?status=Posted').status).toBe(400);
		expect(desk.call('GET', '/Timesheets?filter=employeeID').status).toBe(400);
	});
});
