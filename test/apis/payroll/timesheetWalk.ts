import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId, byName } from '../stage';
import { every, holdsNone, MONDAY, of, type PayrollStage, raw, whole, withoutMoments } from './walk';

const idOf = (record: IDataObject, key: string) => byId(String(record[key]));

const SUNDAY = '2096-03-11';
/** A later Monday, on which nothing else of the file has hours. */
const WEEK = '2096-06-04';
const TRACKED = '3e000001-0000-4000-8000-000000000009';

/** Timesheets and their lines, which are alike in every country; `overtime` is what the second earnings rate is called. */
export function walksTimesheets(stage: PayrollStage, overtime: string): void {
	const week = { startDate: MONDAY, endDate: SUNDAY };

	test('hours go into a timesheet of the pay calendar, are changed line by line, approved, reverted and deleted', async () => {
		const calendar = await stage.calendar('Bench');
		const person = await stage.paidHourly('Robin', 'Hours', calendar);
		const [ordinary, more] = [await stage.ordinary(), await stage.pick('earningsRate', 'timesheetLine.create', overtime)];
		const line = (date: string, numberOfUnits: string) => ({ date, earningsRateID: ordinary, numberOfUnits });
		const given = { employeeID: of(person).EmployeeID, ...week };
		const made = await stage.json('timesheet.create', {
			...given,
			timesheetLines: { line: [{ ...line(MONDAY, '8'), trackingItemID: byId(TRACKED) }, line('2096-03-06', '7.6')] },
			...raw,
		});
		const written = {
			...{ timesheetID: made.timesheetID, employeeID: person.employeeID, payrollCalendarID: calendar.payrollCalendarID },
			...{ ...week, status: 'Draft', totalHours: 15.6 },
		};
		const lineOf = (date: string, numberOfUnits: number, trackingItemID: string | null = null) => ({
			...{ timesheetLineID: expect.any(String), date, earningsRateID: ordinary.value, numberOfUnits, trackingItemID },
		});
		expect(withoutMoments(made)).toEqual({
			...written,
			timesheetLines: [lineOf(MONDAY, 8, TRACKED), lineOf('2096-03-06', 7.6)],
		});
		const found = await stage.pick('timesheet', 'timesheet.get', `Robin Hours · ${MONDAY}`);
		expect(found.value).toBe(made.timesheetID);
		expect(await stage.lines('timesheet', 'timesheet.get', {}, MONDAY)).toEqual([
			'Robin Hours · 2096-03-05 to 2096-03-11 · Draft · 15.6 h',
		]);
		const TimesheetID = idOf(made, 'timesheetID');
		const hours = async () =>
			(await stage.all('timesheet.get', { TimesheetID, options: { oneRowPer: 'line' } })).map(
				({ timesheetID, employeeID, date, earningsRateID, numberOfUnits, trackingItemID }) => [
					...[timesheetID === made.timesheetID, employeeID === person.employeeID, date],
					...[earningsRateID === ordinary.value ? 'ordinary' : 'more', numberOfUnits, trackingItemID],
				],
			);
		expect(await hours()).toEqual([
			[true, true, MONDAY, 'ordinary', 8, TRACKED],
			[true, true, '2096-03-06', 'ordinary', 7.6, null],
		]);
		expect(withoutMoments(await stage.json('timesheet.get', { TimesheetID }))).toEqual(written);

		expect(await stage.lines('draftTimesheet', 'timesheetLine.create', {}, MONDAY)).toEqual([
			'Robin Hours · 2096-03-05 to 2096-03-11 · Draft · 15.6 h',
		]);
		const added = await stage.json('timesheetLine.create', {
			...{ TimesheetID, date: '2096-03-07', earningsRateID: more, numberOfUnits: '1.25' },
			additionalFields: { trackingItemID: byId(TRACKED) },
		});
		expect(added).toMatchObject({ date: '2096-03-07', earningsRateID: more.value, numberOfUnits: 1.25, trackingItemID: TRACKED });
		const { line: lineName, picked: TimesheetLineID } = await stage.choose(
			'timesheetLine',
			'timesheetLine.update',
			{ TimesheetID },
			MONDAY,
		);
		expect(lineName).toMatch(/^2096-03-05 · (Ordinary Time|Regular Hours) · 8$/);
		const changed = { TimesheetID, TimesheetLineID, additionalFields: { numberOfUnits: '6' } };
		expect(await stage.json('timesheetLine.update', changed)).toMatchObject({
			...{ timesheetLineID: TimesheetLineID.value, date: MONDAY, earningsRateID: ordinary.value, numberOfUnits: 6 },
			trackingItemID: TRACKED,
		});
		const gone = { TimesheetID, TimesheetLineID: idOf(added, 'timesheetLineID') };
		expect(await stage.json('timesheetLine.delete', gone)).toMatchObject({ deleted: true });
		expect(await hours()).toEqual([
			[true, true, MONDAY, 'ordinary', 6, TRACKED],
			[true, true, '2096-03-06', 'ordinary', 7.6, null],
		]);

		const draft = await stage.pick('timesheetToApprove', 'timesheet.approve', `Robin Hours · ${MONDAY}`);
		expect(draft.value).toBe(made.timesheetID);
		expect(await stage.lines('approvedTimesheet', 'timesheet.revertToDraft', {}, MONDAY)).toEqual([]);
		expect(await stage.json('timesheet.approve', { TimesheetID: draft })).toMatchObject({ status: 'Approved', totalHours: 13.6 });
		expect(await stage.lines('timesheetToApprove', 'timesheet.approve', {}, MONDAY)).toEqual([]);
		const approved = await stage.pick('approvedTimesheet', 'timesheet.revertToDraft', `Robin Hours · ${MONDAY}`);
		expect(await stage.refused('timesheetLine.update', changed)).toContain(
			'Xero says: An approved timesheet cannot be changed. Revert it to draft first.',
		);
		expect(await stage.refused('timesheet.approve', { TimesheetID })).toContain(
			'Xero says: Only a draft timesheet can be approved.',
		);
		expect(await stage.json('timesheet.revertToDraft', { TimesheetID: approved })).toMatchObject({ status: 'Draft' });
		expect(await stage.refused('timesheet.revertToDraft', { TimesheetID })).toContain(
			'Xero says: Only an approved timesheet can be reverted to draft.',
		);
		expect(await stage.json('timesheet.delete', { TimesheetID })).toMatchObject({ deleted: true });
		expect(await stage.refused('timesheet.get', { TimesheetID })).toContain('is not in the organisation chosen');
		expect(await stage.lines('timesheet', 'timesheet.get', {}, MONDAY)).toEqual([]);
	});

	test('hours come from rows, with people and rates by name; run again they change nothing', async () => {
		const calendar = await stage.calendar('Loom');
		const [first, second] = [await stage.paidHourly('Ibis', 'Rows', calendar), await stage.paidHourly('Jade', 'Rows', calendar)];
		// As payroll's picker shows the options of the books: 'Region: Auckland'.
		const [line = ''] = await stage.lines('timesheetTracking', 'timesheetLine.create');
		const [, option = ''] = line.split(': ');
		const rows = [
			{ person: 'ibis rows', day: WEEK, hours: 7.5, rate: '' },
			{ person: 'Jade Rows', day: '2096-06-05', hours: '4.25', rate: '', place: option.toLowerCase() },
			{ person: 'Ibis Rows', day: WEEK, hours: 1.5, rate: overtime.toUpperCase(), place: '' },
			{ person: 'Ibis Rows', day: '2096-06-11', hours: 8, rate: '' },
		];
		const given = {
			...{ employeeID: byName('={{ $json.person }}'), date: '={{ $json.day }}', numberOfUnits: '={{ $json.hours }}' },
			trackingItemID: byName('={{ $json.place }}'),
			...{ earningsRateID: byName('={{ $json.rate }}'), options: { ifApproved: 'change', afterwards: 'approve' } },
		};
		const results = async () =>
			(await stage.all('timesheet.import', given, rows)).map(({ employeeID, periodStart, result, status, timesheetHours }) => [
				...[employeeID === first.employeeID ? 'Ibis' : 'Jade', periodStart, result, status, timesheetHours],
			]);
		const all = (result: string) => [
			['Ibis', WEEK, result, 'Approved', 9],
			['Jade', WEEK, result, 'Approved', 4.25],
			['Ibis', WEEK, result, 'Approved', 9],
			['Ibis', '2096-06-11', result, 'Approved', 8],
		];
		const misspelt = { ...given, earningsRateID: byName('={{ $json.raet }}') };
		expect((await stage.try('timesheet.import', misspelt, rows)).error).toContain(
			'Item 1: Earnings Rate came to nothing. Its expression is {{ $json.raet }}; the item has person, day, hours, rate',
		);
		expect(await results()).toEqual(all('created'));
		expect(await results()).toEqual(all('unchanged'));
		rows[1]!.hours = 5;
		expect((await results())[1]).toEqual(['Jade', WEEK, 'replaced', 'Approved', 5]);
		const found = await stage.all('timesheet.getAll', { filters: { employeeId: byName('Jade Rows') }, ...whole });
		expect(every(found, 'totalHours')).toEqual([5]);
		expect(every(found, 'employeeID')).toEqual([second.employeeID]);
	});

	test('timesheets are found by employee, calendar, status and days, in either order', async () => {
		const [weekly, monthly] = [await stage.calendar('Lathe'), await stage.calendar('Forge', 'Monthly')];
		const [first, second] = [await stage.paidHourly('Jay', 'Finder', weekly), await stage.paidHourly('Kite', 'Finder', monthly)];
		const create = async (person: IDataObject, startDate: string, endDate: string, more: INodeParameters = {}) =>
			await stage.json('timesheet.create', { employeeID: of(person).EmployeeID, startDate, endDate, ...more });
		await create(first, MONDAY, SUNDAY);
		const later = await create(first, '2096-03-12', '2096-03-18', {
			payrollCalendarID: idOf(weekly, 'payrollCalendarID'),
		});
		await create(second, MONDAY, '2096-04-04');
		await stage.json('timesheet.approve', { TimesheetID: idOf(later, 'timesheetID') });

		const found = async (filters: INodeParameters) =>
			(await stage.all('timesheet.getAll', { filters, returnAll: true })).map(
				({ startDate, endDate }) => `${String(startDate)}/${String(endDate)}`,
			);
		const [early, last, month] = ['2096-03-05/2096-03-11', '2096-03-12/2096-03-18', '2096-03-05/2096-04-04'];
		const employeeId = await stage.pick('employee', 'timesheet.getAll', 'Jay Finder');
		expect(await found({ employeeId })).toEqual([early, last]);
		expect(await found({ employeeId, sort: 'startDate' })).toEqual([last, early]);
		expect(await found({ payrollCalendarId: await stage.pick('payRunCalendar', 'timesheet.getAll', 'Forge') })).toEqual([month]);
		expect(await found({ employeeId, payrollCalendarId: idOf(weekly, 'payrollCalendarID') })).toEqual([early, last]);
		expect(await found({ employeeId, payrollCalendarId: idOf(monthly, 'payrollCalendarID') })).toEqual([]);
		expect(await found({ employeeId, status: 'Approved' })).toEqual([last]);
		expect(await found({ employeeId, startDate: '2096-03-06' })).toEqual([last]);
		expect(await found({ startDate: MONDAY, endDate: '2096-03-17' })).toEqual([early]);
		expect(every(await stage.all('timesheet.getAll', { filters: { employeeId }, ...whole }), 'timesheetLines')).toEqual([
			null,
			null,
		]);
		expect(await stage.all('timesheet.getAll', { returnAll: false, limit: 2 })).toHaveLength(2);
	});

	test('hours that Xero refuses are told of by the label', async () => {
		const calendar = await stage.calendar('Refused hours');
		const person = await stage.paidHourly('Lark', 'Refused', calendar);
		const given = { employeeID: of(person).EmployeeID, ...week };
		const line = { date: MONDAY, earningsRateID: await stage.ordinary(), numberOfUnits: '8' };
		const refused = async (more: INodeParameters) => await stage.refused('timesheet.create', { ...given, ...more });
		expect(await refused({ endDate: '2096-03-10' })).toContain(
			"Item 1: Xero says: Start Date: Provided period doesn't correspond with a pay period",
		);
		expect(await refused({ endDate: '2096-03-04' })).toContain('Item 1, End Date: is before the start. Give days in order');
		const elsewhere = await stage.calendar('Other hours');
		expect(await refused({ payrollCalendarID: idOf(elsewhere, 'payrollCalendarID') })).toContain(
			'Item 1: Xero says: Payroll Calendar: The employee is not on this pay run calendar.',
		);
		expect(await refused({ timesheetLines: { line: [line, { ...line, date: '2096-03-12' }] } })).toContain(
			'Item 1: Xero says: Line 2, Date: The date must be within the timesheet period.',
		);
		expect(await refused({ timesheetLines: { line: [{ ...line, numberOfUnits: '0' }] } })).toContain(
			'Item 1, Line 1, Number of Units “0”: must be more than 0',
		);
		await stage.json('timesheet.create', given);
		const twice = await refused({});
		expect(twice).toContain('Item 1: Xero says: A timesheet already exists for this employee and period.');
		const nobody = await stage.person('Martin', 'Nowhere');
		const nowhere = await refused({ employeeID: of(nobody).EmployeeID });
		expect(nowhere).toContain('Item 1, Employee: has no pay calendar. Create an employment for the employee');
		holdsNone([twice, nowhere], ['Lark', 'Martin']);
	});
}
