import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId, byName } from '../stage';
import { AuStage, every, MONDAY, raw } from './walk';

const stage = new AuStage('auTimesheets');

const idOf = (record: IDataObject, name: string) => byId(String(record[name]));
const SUNDAY = '2096-03-11';
const week = { startDate: MONDAY, endDate: SUNDAY };
const weekV1 = { StartDate: MONDAY, EndDate: SUNDAY };
const rateOf = async (name = 'Ordinary Hours') => await stage.pick('earningsRate', 'timesheetLine.create', name);

/** Somebody on a calendar of their own. */
async function worker(name: string) {
	const calendar = await stage.calendar(`${name}'s weeks`);
	const person = await stage.person(name, 'Hours', calendar);
	return { calendar, person, employeeID: idOf(person, 'EmployeeID') };
}

test('a timesheet is made, with its lines one by one, changed, approved, reverted and deleted', async () => {
	const { calendar, person, employeeID } = await worker('Robin');
	const [ordinary, overtime] = [await rateOf(), await rateOf('Overtime')];
	const line = (date: string, numberOfUnits: string) => ({ date, earningsRateID: ordinary, numberOfUnits });
	const made = await stage.json('timesheet.create', {
		...{ employeeID, ...week, timesheetLines: { line: [line(MONDAY, '8'), line('2096-03-06', '7.6')] } },
		...raw,
	});
	const written = {
		...{ timesheetID: made.timesheetID, employeeID: person.EmployeeID, payrollCalendarID: calendar.PayrollCalendarID },
		...{ ...week, status: 'Draft', totalHours: 15.6 },
	};
	expect(made).toMatchObject({
		...written,
		timesheetLines: [
			{ date: MONDAY, earningsRateID: ordinary.value, numberOfUnits: 8 },
			{ date: '2096-03-06', earningsRateID: ordinary.value, numberOfUnits: 7.6 },
		],
	});
	const { line: said, picked: TimesheetID } = await stage.choose('timesheet', 'timesheet.get', {}, MONDAY);
	expect([said, TimesheetID.value]).toEqual([`Robin Hours · ${MONDAY} to ${SUNDAY} · Draft · 15.6 h`, made.timesheetID]);
	expect(await stage.json('timesheet.get', { TimesheetID })).toMatchObject({
		startDate: MONDAY,
		endDate: SUNDAY,
		totalHours: 15.6,
	});
	const hours = async () =>
		(await stage.all('timesheet.get', { TimesheetID, options: { oneRowPer: 'line' } })).map(
			({ date, earningsRateID, numberOfUnits }) => [date, earningsRateID === ordinary.value ? 'ordinary' : 'more', numberOfUnits],
		);
	expect(await stage.lines('draftTimesheet', 'timesheetLine.create', {}, MONDAY)).toEqual([
		`Robin Hours · ${MONDAY} to ${SUNDAY} · Draft · 15.6 h`,
	]);
	const added = await stage.json('timesheetLine.create', {
		...{ TimesheetID, date: '2096-03-07', earningsRateID: overtime, numberOfUnits: '1.25' },
	});
	expect(added).toMatchObject({ date: '2096-03-07', earningsRateID: overtime.value, numberOfUnits: 1.25 });
	const { line: lineName, picked: TimesheetLineID } = await stage.choose(
		'timesheetLine',
		'timesheetLine.update',
		{ TimesheetID },
		MONDAY,
	);
	expect(lineName).toBe(`${MONDAY} · Ordinary Hours · 8`);
	const changed = { TimesheetID, TimesheetLineID, additionalFields: { numberOfUnits: '6' } };
	expect(await stage.json('timesheetLine.update', changed)).toMatchObject({
		...{ timesheetLineID: TimesheetLineID.value, date: MONDAY, earningsRateID: ordinary.value, numberOfUnits: 6 },
	});
	expect(await hours()).toEqual([
		[MONDAY, 'ordinary', 6],
		['2096-03-06', 'ordinary', 7.6],
		['2096-03-07', 'more', 1.25],
	]);
	expect(
		await stage.json('timesheetLine.delete', { TimesheetID, TimesheetLineID: idOf(added, 'timesheetLineID') }),
	).toMatchObject({ deleted: true });
	expect((await hours()).length).toBe(2);

	const draft = await stage.pick('timesheetToApprove', 'timesheet.approve', `Robin Hours · ${MONDAY}`);
	expect(draft.value).toBe(made.timesheetID);
	expect(await stage.json('timesheet.approve', { TimesheetID: draft })).toMatchObject({ status: 'Approved', totalHours: 13.6 });
	const approved = await stage.pick('approvedTimesheet', 'timesheet.revertToDraft', `Robin Hours · ${MONDAY}`);
	expect(await stage.refused('timesheetLine.update', changed)).toContain(
		'Item 1: Xero says: An approved timesheet cannot be changed.',
	);
	expect(await stage.json('timesheet.revertToDraft', { TimesheetID: approved })).toMatchObject({ status: 'Draft' });
	expect(await stage.json('timesheet.delete', { TimesheetID })).toMatchObject({ deleted: true });
	expect(await stage.refused('timesheet.get', { TimesheetID })).toContain('is not in the organisation chosen');
});

test('a timesheet whose line is refused is told of with what is there of it', async () => {
	const { employeeID } = await worker('Sage');
	const ordinary = await rateOf();
	const unknown = byId('0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d');
	const line = (date: string, earningsRateID: typeof unknown) => ({ date, earningsRateID, numberOfUnits: '8' });
	const create = async (...lines: INodeParameters[]) =>
		await stage.refused('timesheet.create', { employeeID, ...week, timesheetLines: { line: lines } });
	expect(await create(line('2096-03-12', ordinary))).toContain('Item 1, Line 1, Date: is no day of the timesheet');
	expect(await stage.all('timesheet.getAll', { returnAll: true, filters: { employeeId: employeeID } })).toEqual([]);
	const half = await create(line(MONDAY, ordinary), line('2096-03-06', unknown));
	expect(half).toMatch(/Item 1, Line 2: .*Earnings rate/i);
	expect(half).toContain(
		'The timesheet is saved with the line before it: delete it, or add the others with Timesheet Line, Create',
	);
	const [made] = await stage.all('timesheet.getAll', { returnAll: true, filters: { employeeId: employeeID } });
	expect(made).toMatchObject({ totalHours: 8, status: 'Draft' });
	expect(await create(line(MONDAY, ordinary))).toContain(
		'Item 1: Xero says: A timesheet already exists for this employee and period.',
	);
	const nobody = await stage.person('Martin', 'Nowhere');
	expect(await stage.refused('timesheet.create', { employeeID: idOf(nobody, 'EmployeeID'), ...week })).toContain(
		'Item 1, Employee: has no pay calendar. Give the employee one with Employee, Update, or choose Payroll Calendar',
	);
});

test('timesheets are found by employee, calendar, status and days, in either order', async () => {
	const { calendar, employeeID } = await worker('Jay');
	const other = await worker('Kite');
	await stage.json('timesheet.create', { employeeID, ...week });
	const later = await stage.json('timesheet.create', {
		...{ employeeID: byName('jay hours'), payrollCalendarID: byName("jay's weeks") },
		...{ startDate: '2096-03-12', endDate: '2096-03-18' },
	});
	await stage.json('timesheet.create', { employeeID: other.employeeID, ...week });
	await stage.json('timesheet.approve', { TimesheetID: idOf(later, 'timesheetID') });
	const found = async (filters: INodeParameters) =>
		every(await stage.all('timesheet.getAll', { filters, returnAll: true }), 'startDate');
	const employeeId = await stage.pick('employee', 'timesheet.getAll', 'Jay Hours');
	expect(await found({ employeeId })).toEqual([MONDAY, '2096-03-12']);
	expect(await found({ employeeId, sort: 'startDate' })).toEqual(['2096-03-12', MONDAY]);
	expect(await found({ payrollCalendarId: idOf(calendar, 'PayrollCalendarID'), status: 'Approved' })).toEqual(['2096-03-12']);
	expect(await found({ employeeId, startDate: '2096-03-06' })).toEqual(['2096-03-12']);
	expect(await found({ employeeId, endDate: '2096-03-17' })).toEqual([MONDAY]);
	expect(await stage.all('timesheet.getAll', { returnAll: false, limit: 2 })).toHaveLength(2);
	const [withLines] = await stage.all('timesheet.getAll', { filters: { employeeId, lines: true }, returnAll: true, ...raw });
	expect(withLines).toMatchObject({ startDate: MONDAY, timesheetLines: [] });
});

test('a timesheet of version 1 has whole days in a line, is changed line by line or in its status, and comes by day', async () => {
	const { person, employeeID } = await worker('Wren');
	const [ordinary, overtime] = [await rateOf(), await rateOf('Overtime')];
	const line = (EarningsRateID: typeof ordinary, NumberOfUnits: string) => ({ EarningsRateID, NumberOfUnits });
	const create = { EmployeeID: employeeID, ...weekV1 };
	expect(
		await stage.refused('timesheetV1.create', { ...create, TimesheetLines: { line: [line(ordinary, '8, 8, 8')] } }),
	).toContain(
		'Item 1, Line 1, Units of Each Day: has 3 numbers, and the timesheet 7 days. Give one for each, 0 for a day without work',
	);
	expect(
		await stage.refused('timesheetV1.create', { ...create, TimesheetLines: { line: [line(ordinary, '8, x, 0, 0, 0, 0, 0')] } }),
	).toContain('Units of Each Day “x”: is not a number written like 7.5');
	const made = await stage.json('timesheetV1.create', {
		...create,
		TimesheetLines: { line: [line(ordinary, '8, 8, 7.5, 0, 0, 0, 0'), line(overtime, '0,0,2,0,0,0,0')] },
		...raw,
	});
	expect(made).toMatchObject({
		...{ EmployeeID: person.EmployeeID, ...weekV1, Status: 'DRAFT', Hours: 25.5 },
		TimesheetLines: [
			{ EarningsRateID: ordinary.value, NumberOfUnits: [8, 8, 7.5, 0, 0, 0, 0] },
			{ EarningsRateID: overtime.value, NumberOfUnits: [0, 0, 2, 0, 0, 0, 0] },
		],
	});
	const { line: said, picked: TimesheetID } = await stage.choose('timesheetV1', 'timesheetV1.get', {}, 'Wren Hours');
	expect([said.startsWith(`Wren Hours · ${MONDAY} to ${SUNDAY} · `), typeof TimesheetID.value]).toEqual([true, 'string']);
	const own = { TimesheetID: idOf(made, 'TimesheetID') };
	expect(await stage.json('timesheetV1.get', { ...own, ...raw })).toEqual(made);
	const days = async () =>
		(await stage.all('timesheetV1.get', { ...own, options: { oneRowPer: 'day' } })).map(
			({ Date: day, EarningsRateID, NumberOfUnits }) => [
				...[day, EarningsRateID === ordinary.value ? 'ordinary' : 'more', NumberOfUnits],
			],
		);
	expect(await days()).toEqual([
		[MONDAY, 'ordinary', 8],
		['2096-03-06', 'ordinary', 8],
		['2096-03-07', 'ordinary', 7.5],
		['2096-03-07', 'more', 2],
	]);
	expect(await stage.json('timesheetV1.update', { ...own, additionalFields: { Status: 'APPROVED' } })).toMatchObject({
		...{ Status: 'APPROVED', Hours: 25.5 },
	});
	expect(
		await stage.json('timesheetV1.update', { ...own, TimesheetLines: { line: [line(ordinary, '4, 0, 0, 0, 0, 0, 0')] } }),
	).toMatchObject({ Status: 'APPROVED', Hours: 4 });
	expect(await days()).toEqual([[MONDAY, 'ordinary', 4]]);
	expect(await stage.refused('timesheetV1.update', { ...own, TimesheetLines: { line: [line(ordinary, '4')] } })).toContain(
		'Item 1, Line 1, Units of Each Day: has 1 number, and the timesheet 7 days',
	);
	expect(await stage.refused('timesheetV1.create', create)).toContain(
		'Item 1: Xero says: This timesheet already exists, please provide the timesheet ID',
	);

	const found = async (filters: INodeParameters) =>
		every(
			await stage.all('timesheetV1.getAll', { filters: { EmployeeID: byName('wren hours'), ...filters }, returnAll: true }),
			'Hours',
		);
	expect(await found({})).toEqual([4]);
	expect(await found({ Status: 'APPROVED' })).toEqual([4]);
	expect(await found({ Status: 'DRAFT' })).toEqual([]);
	expect(await found({ from: SUNDAY, to: SUNDAY })).toEqual([4]);
	expect(await found({ from: '2096-03-12' })).toEqual([]);
	expect(await found({ 'If-Modified-Since': '2097-01-01T00:00:00Z' })).toEqual([]);
	expect(
		await stage.all('timesheetV1.getAll', {
			...{ filters: { EmployeeID: employeeID, oneRowPer: 'day' }, returnAll: true },
		}),
	).toMatchObject([{ EmployeeID: person.EmployeeID, Date: MONDAY, NumberOfUnits: 4, Status: 'APPROVED' }]);
});

test('hours come from rows into whole weeks, with people and rates by name; run again they change nothing', async () => {
	const [first, second] = [await worker('Ibis'), await worker('Jade')];
	const rows = [
		{ person: 'ibis hours', day: MONDAY, hours: 7.5, rate: 'Ordinary Hours' },
		{ person: 'Jade Hours', day: '2096-03-06', hours: '4.25', rate: 'ordinary hours' },
		{ person: 'Ibis Hours', day: MONDAY, hours: 1.5, rate: 'OVERTIME HOURS (exempt from super)' },
		{ person: 'Ibis Hours', day: '2096-03-13', hours: 8, rate: 'Ordinary Hours' },
	];
	const given = {
		...{ employeeID: byName('={{ $json.person }}'), date: '={{ $json.day }}', numberOfUnits: '={{ $json.hours }}' },
		...{ earningsRateID: byName('={{ $json.rate }}'), options: { ifApproved: 'change', afterwards: 'approve' } },
	};
	const results = async () =>
		(await stage.all('timesheet.import', given, rows)).map(({ employeeID, periodStart, result, status, timesheetHours }) => [
			...[employeeID === first.person.EmployeeID ? 'Ibis' : 'Jade', periodStart, result, status, timesheetHours],
		]);
	const all = (result: string) => [
		['Ibis', MONDAY, result, 'APPROVED', 9],
		['Jade', MONDAY, result, 'APPROVED', 4.25],
		['Ibis', MONDAY, result, 'APPROVED', 9],
		['Ibis', '2096-03-12', result, 'APPROVED', 8],
	];
	expect(await results()).toEqual(all('created'));
	expect(await results()).toEqual(all('unchanged'));
	rows[1]!.hours = 5;
	expect((await results())[1]).toEqual(['Jade', MONDAY, 'replaced', 'APPROVED', 5]);
	const [own] = await stage.all('timesheetV1.getAll', { filters: { EmployeeID: second.employeeID }, returnAll: true });
	expect(own).toMatchObject({ EmployeeID: second.person.EmployeeID, Status: 'APPROVED', Hours: 5 });
});
