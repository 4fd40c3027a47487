import type { Json } from '../accounting/desk';
import { day, openPayroll, type PayrollDesk, wrong } from './desk';

/** A timesheet of the week after next for the employee who is paid by the hour. */
const sheet = (desk: PayrollDesk, more: Json = {}): Json => ({
	EmployeeID: desk.employee('Example'),
	...{ StartDate: day('2026-03-23'), EndDate: day('2026-03-29'), Status: 'DRAFT' },
	TimesheetLines: [{ EarningsRateID: desk.named('EarningsRates', 'Ordinary Hours'), NumberOfUnits: [8, 7.6, 0, 0, 0, 0, 0] }],
	...more,
});

describe('Payroll calendars of the local payroll of Australia', () => {
	it('have a type, a start and a payday, and no end', () => {
		const { call } = openPayroll('empty');
		const body = { Name: 'Staff', CalendarType: 'twicemonthly', StartDate: '2026-03-01', PaymentDate: day('2026-03-17') };
		expect(call('POST', '/PayrollCalendars', [body]).at('PayrollCalendars')).toEqual([
			{
				...{ Name: 'Staff', CalendarType: 'TWICEMONTHLY', PayrollCalendarID: expect.any(String) as string },
				...{ StartDate: '/Date(1772323200000+0000)/', PaymentDate: '/Date(1773705600000+0000)/' },
				UpdatedDateUTC: '/Date(1773093600000+0000)/',
			},
		]);
		expect(
			wrong(call('POST', '/PayrollCalendars', [{ ...body, Name: 'STAFF', PaymentDate: '2026-02-01' }]), 'PayrollCalendars'),
		).toEqual(['The Name of the payroll calendar must be unique.', 'The Payment Date must be on or after the Start Date.']);
		expect(wrong(call('POST', '/PayrollCalendars', [{}]), 'PayrollCalendars')).toEqual([
			'The Name is required.',
			'The Calendar Type is required.',
			'The Start Date is required.',
			'The Payment Date is required.',
		]);
	});
});

describe('Timesheets of the local payroll of Australia in version 1.0', () => {
	it('have one number a day in a line, and their lines in the list too', () => {
		const desk = openPayroll();
		const TrackingItemID = desk.option();
		const lines = [...(sheet(desk).TimesheetLines as Json[]), { ...(sheet(desk).TimesheetLines as Json[])[0], TrackingItemID }];
		const made = desk.call('POST', '/Timesheets', [sheet(desk, { TimesheetLines: lines })]);
		expect(made.at('Timesheets.0')).toMatchObject({
			...{ Status: 'DRAFT', Hours: 31.2, StartDate: '/Date(1774224000000+0000)/', EndDate: '/Date(1774742400000+0000)/' },
			TimesheetLines: [{ NumberOfUnits: [8, 7.6, 0, 0, 0, 0, 0] }, { TrackingItemID, NumberOfUnits: [8, 7.6, 0, 0, 0, 0, 0] }],
		});
		const id = made.id('Timesheets.0.TimesheetID');
		const filter = `EmployeeID==guid("${desk.employee('Example')}") AND StartDate>=DateTime(2026,3,23)`;
		const listed = desk.call('GET', `/Timesheets?where=${encodeURIComponent(filter)}`);
		expect(listed.at('Timesheets')).toMatchObject([{ TimesheetID: id, TimesheetLines: [{}, {}] }]);
		expect(desk.call('GET', `/Timesheets/${id}`).at('Timesheet.Hours')).toBe(31.2);
	});

	it('are for a pay period of the calendar of the employee, once', () => {
		const desk = openPayroll();
		const post = (more: Json = {}): string[] => wrong(desk.call('POST', '/Timesheets', [sheet(desk, more)]), 'Timesheets');
		expect(post({ StartDate: '2026-03-24', EndDate: '2026-03-30' })).toEqual([
			"Provided period doesn't correspond with a pay period",
		]);
		expect(post({ EmployeeID: desk.employee('Newcomer') })).toEqual(['The employee is not assigned to a payroll calendar']);
		expect(
			post({ TimesheetLines: [{ EarningsRateID: desk.named('EarningsRates', 'Ordinary Hours'), NumberOfUnits: [8] }] }),
		).toEqual(['The number of units must be given for each of the 7 days of the timesheet period']);
		expect(
			post({ TimesheetLines: [{ EarningsRateID: desk.employee('Example'), NumberOfUnits: [8, 0, 0, 0, 0, 0, -1] }] }),
		).toEqual(['Earnings rate not found', 'The number of units must not be less than 0']);
		expect(post()).toEqual([]);
		expect(post()).toEqual(['This timesheet already exists, please provide the timesheet ID']);
	});

	it('are changed by their id: lines that are sent replace all, a processed one never changes', () => {
		const desk = openPayroll();
		const made = desk.call('POST', '/Timesheets', [sheet(desk)]);
		const at = `/Timesheets/${made.id('Timesheets.0.TimesheetID')}`;
		expect(desk.call('POST', at, [{ Status: 'APPROVED' }]).at('Timesheets.0')).toMatchObject({ Status: 'APPROVED', Hours: 15.6 });
		const lines = [{ EarningsRateID: desk.named('EarningsRates', 'Ordinary Hours'), NumberOfUnits: [0, 0, 0, 0, 1, 0, 0] }];
		expect(desk.call('POST', at, [sheet(desk, { TimesheetLines: lines })]).at('Timesheets.0')).toMatchObject({
			Status: 'DRAFT',
			Hours: 1,
		});
		expect(wrong(desk.call('POST', at, [{ Status: 'PROCESSED', EndDate: '2026-03-30' }]), 'Timesheets')).toEqual([
			'The period of a timesheet cannot be changed',
			'The status of a timesheet cannot be set to PROCESSED',
		]);
	});

	it('are the same ones in version 2.0, where each line is a day', () => {
		const desk = openPayroll();
		const made = desk.call('POST', '/Timesheets', [sheet(desk)]);
		const id = made.id('Timesheets.0.TimesheetID');
		expect(desk.two('GET', `/Timesheets/${id}`).at('timesheet')).toMatchObject({
			...{ timesheetID: id, status: 'Draft', totalHours: 15.6, startDate: '2026-03-23T00:00:00' },
			timesheetLines: [
				{ date: '2026-03-23T00:00:00', numberOfUnits: 8 },
				{ date: '2026-03-24T00:00:00', numberOfUnits: 7.6 },
			],
		});
		const earningsRateID = desk.named('EarningsRates', 'Ordinary Hours');
		const line = { date: '2026-03-23', earningsRateID, numberOfUnits: 2 };
		const added = desk.two('POST', `/Timesheets/${id}/Lines`, line);
		expect(desk.call('GET', `/Timesheets/${id}`).at('Timesheet')).toMatchObject({
			Hours: 17.6,
			TimesheetLines: [{ NumberOfUnits: [8, 7.6, 0, 0, 0, 0, 0] }, { NumberOfUnits: [2, 0, 0, 0, 0, 0, 0] }],
		});
		const gone = desk.two('DELETE', `/Timesheets/${id}/Lines/${added.id('timesheetLine.timesheetLineID')}`);
		expect([gone.status, gone.body]).toEqual([200, undefined]);
		desk.two('POST', `/Timesheets/${id}/Approve`);
		expect(desk.call('GET', `/Timesheets/${id}`).at('Timesheet.Status')).toBe('APPROVED');
		expect(desk.two('POST', `/Timesheets/${id}/Lines`, line).status).toBe(400);
		desk.two('POST', `/Timesheets/${id}/RevertToDraft`);
		expect(desk.two('DELETE', `/Timesheets/${id}`).body).toBeUndefined();
		expect(desk.call('GET', `/Timesheets/${id}`).status).toBe(404);
	});
});
