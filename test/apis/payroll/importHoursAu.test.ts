import type { IDataObject } from 'n8n-workflow';
import { payrollAu } from '../../../nodes/XeroPayroll/au/payrollAu';
import { execute } from '../../../nodes/shared/run/execute';
import { inVirtualTime } from '../../engine/virtualTime';
import type { Reply, Sent } from '../../fakeContext';
import { fakeExecute } from '../../fakeContext';
import { id, picked } from './fakePayroll';

const time = inVirtualTime();

const ms = (day: string): string => `/Date(${Date.parse(day)}+0000)/`;
const byName = (value: string) => ({ __rl: true, mode: 'name', value });

interface Row {
	readonly employee: string;
	readonly date: string;
	readonly units: number;
	/** By name. */
	readonly rate?: string;
	/** By ID. */
	readonly option?: string;
}

interface World {
	readonly employees?: readonly IDataObject[];
	readonly timesheets?: readonly IDataObject[];
	readonly options?: IDataObject;
	/** What is answered in place of the usual; undefined for that. */
	reply?(request: Sent): Reply | undefined;
}

const ANA = {
	EmployeeID: id('e1'),
	FirstName: 'Ana',
	LastName: 'Reyes',
	PayrollCalendarID: id('c1'),
	OrdinaryEarningsRateID: id('f1'),
};
const WEEKLY = { PayrollCalendarID: id('c1'), CalendarType: 'WEEKLY', StartDate: ms('2026-03-02') };
const RATES = ['Ordinary Hours', 'Overtime'].map((Name, at) => ({
	...{ EarningsRateID: id(`f${at + 1}`), Name, CurrentRecord: true },
}));
const WEEK = { StartDate: ms('2026-03-02'), EndDate: ms('2026-03-08') };
const draft = (TimesheetLines: readonly IDataObject[], Status = 'DRAFT'): IDataObject => ({
	...{ TimesheetID: id('b1'), EmployeeID: id('e1'), ...WEEK, Status, TimesheetLines },
});
const hoursOf = (lines: unknown): number =>
	(lines as ReadonlyArray<{ NumberOfUnits: number[] }>).reduce(
		(sum, { NumberOfUnits }) => sum + NumberOfUnits.reduce((own, units) => own + Math.round(units * 100), 0),
		0,
	) / 100;

/** Runs the rows; gives what came out, and the calls with where and body: 'POST /1.0/Timesheets/b1'. */
async function run(rows: readonly Row[], { employees = [ANA], timesheets = [], options = {}, reply }: World = {}) {
	const calls: Array<readonly [call: string, sent?: unknown]> = [];
	let made = 0;
	const { ctx, hints } = fakeExecute({
		parameters: rows.map(({ employee, date, units, rate = '', option = '' }) => ({
			...{ organisation: picked(id('99')), resource: 'timesheet', operation: 'import' },
			employeeID: employee.includes(' ') ? byName(employee) : picked(employee),
			...{ date, numberOfUnits: units, earningsRateID: byName(rate), trackingItemID: picked(option), options },
		})),
		continueOnFail: true,
		reply: (request) => {
			const path = request.path.replace('/payroll.xro', '');
			const call = `${request.method} ${path.replace(/000000-0000-4000-8000-000000000000/g, '')}`;
			const { where } = request.query;
			const said: unknown = request.body ?? where;
			calls.push(said === undefined ? [call] : [call, said]);
			const own = reply?.(request);
			if (own) return own;
			if (path === '/1.0/Employees') {
				const page = Number(request.query.page);
				return { body: { Employees: employees.slice((page - 1) * 100, page * 100) } };
			}
			if (path === '/1.0/PayrollCalendars') return { body: { PayrollCalendars: [WEEKLY] } };
			if (path === '/1.0/PayItems') return { body: { PayItems: { EarningsRates: RATES } } };
			if (call === 'GET /1.0/Timesheets') return { body: { Timesheets: timesheets } };
			const [sent] = request.body as unknown as [IDataObject];
			made += 1;
			const TimesheetID = sent.TimesheetID ?? id(`b${made}`.slice(0, 2));
			return { body: { Timesheets: [{ ...sent, TimesheetID, Hours: hoursOf(sent.TimesheetLines) }] } };
		},
	});
	const out = (await time().until(execute(payrollAu, ctx)))[0]!;
	return { out: out.map(({ json }) => json), calls, hints: hints.map(({ message }) => message) };
}

/** What is sent for the week of 2 March. */
const sent = (TimesheetLines: readonly IDataObject[], more: IDataObject = {}) => [
	{ ...more, EmployeeID: id('e1'), ...WEEK, Status: 'DRAFT', ...more, TimesheetLines },
];

describe('Hours from rows become timesheets of Australia', () => {
	it('one with all days of a rate in one line, rows of a day added up', async () => {
		const { out, calls } = await run([
			{ employee: 'Ana Reyes', date: '2026-03-02', units: 7.6 },
			{ employee: 'Ana Reyes', date: '2026-03-03', units: 3 },
			{ employee: 'Ana Reyes', date: '2026-03-03', units: 4.6 },
			{ employee: 'Ana Reyes', date: '2026-03-04', units: 2, rate: 'Overtime' },
		]);

		expect(calls).toEqual([
			['GET /1.0/Employees', 'Status=="ACTIVE"'],
			['GET /1.0/PayItems'],
			['GET /1.0/PayrollCalendars'],
			['GET /1.0/Timesheets', 'StartDate>=DateTime(2026,3,2) AND StartDate<=DateTime(2026,3,8)'],
			[
				'POST /1.0/Timesheets',
				sent([
					{ EarningsRateID: id('f1'), NumberOfUnits: [7.6, 7.6, 0, 0, 0, 0, 0] },
					{ EarningsRateID: id('f2'), NumberOfUnits: [0, 0, 2, 0, 0, 0, 0] },
				]),
			],
		]);
		const row = {
			...{ employeeID: id('e1'), earningsRateID: id('f1'), trackingItemID: null, timesheetID: id('b1') },
			...{ periodStart: '2026-03-02', periodEnd: '2026-03-08', result: 'created', status: 'DRAFT', timesheetHours: 17.2 },
		};
		expect(out).toEqual([
			{ ...row, date: '2026-03-02', numberOfUnits: 7.6 },
			{ ...row, date: '2026-03-03', numberOfUnits: 3 },
			{ ...row, date: '2026-03-03', numberOfUnits: 4.6 },
			{ ...row, date: '2026-03-04', numberOfUnits: 2, earningsRateID: id('f2') },
		]);
	});

	it('somebody named in one row and picked by ID in another has one; a name that two have is refused, by ID it is not', async () => {
		const { out, calls } = await run([
			{ employee: 'ana  REYES', date: '2026-03-02', units: 3, rate: 'Overtime' },
			{ employee: id('e1').toUpperCase(), date: '2026-03-02', units: 4.25, rate: 'overtime' },
			{ employee: id('e1'), date: '2026-03-02', units: 0.1, rate: 'Overtime' },
		]);
		const posts = calls.filter(([call]) => call.startsWith('POST'));
		expect(posts).toEqual([
			['POST /1.0/Timesheets', sent([{ EarningsRateID: id('f2'), NumberOfUnits: [7.35, 0, 0, 0, 0, 0, 0] }])],
		]);
		expect(out.map(({ timesheetHours }) => timesheetHours)).toEqual([7.35, 7.35, 7.35]);

		const two = await run(
			[
				{ employee: 'Ana Reyes', date: '2026-03-02', units: 3 },
				{ employee: id('e2'), date: '2026-03-02', units: 4 },
			],
			{ employees: [ANA, { ...ANA, EmployeeID: id('e2') }] },
		);
		expect(two.out.map(({ error, employeeID }) => (error === undefined ? employeeID : 'refused'))).toEqual(['refused', id('e2')]);
	});

	const there = draft([
		{ EarningsRateID: id('f1'), NumberOfUnits: [8, 8, 8, 0, 0, 0, 0] },
		{ EarningsRateID: id('f2'), NumberOfUnits: [0, 0, 0, 0, 0, 4, 0] },
	]);
	const tuesday: readonly Row[] = [
		{ employee: id('e1'), date: '2026-03-03', units: 6.5 },
		{ employee: id('e1'), date: '2026-03-03', units: 1.5, option: id('a9') },
	];
	const whole = [
		{ EarningsRateID: id('f1'), NumberOfUnits: [8, 6.5, 8, 0, 0, 0, 0] },
		{ EarningsRateID: id('f2'), NumberOfUnits: [0, 0, 0, 0, 0, 4, 0] },
		{ EarningsRateID: id('f1'), TrackingItemID: id('a9'), NumberOfUnits: [0, 1.5, 0, 0, 0, 0, 0] },
	];

	it('one that is there keeps its other days, and is sent whole', async () => {
		const { out, calls } = await run(tuesday, { timesheets: [there] });

		expect(calls.slice(-1)).toEqual([['POST /1.0/Timesheets/b1', sent(whole, { TimesheetID: id('b1') })]]);
		expect(out.map(({ result, timesheetHours }) => [result, timesheetHours])).toEqual([
			['replaced', 28],
			['replaced', 28],
		]);
	});

	it('other hours in Xero than were sent are told of, and not approved', async () => {
		const { out, calls } = await run(tuesday, {
			timesheets: [there],
			options: { afterwards: 'approve' },
			reply: ({ method, body }) =>
				method === 'POST' ? { body: { Timesheets: [{ ...(body as unknown as [object])[0], Hours: 26.5 }] } } : undefined,
		});

		expect(calls.filter(([call]) => call.startsWith('POST'))).toHaveLength(1);
		expect(JSON.stringify(out[0])).toContain('Xero has 26.5 hours in this timesheet, 28 were sent');
		expect(out[1]).toMatchObject({ status: 'DRAFT', timesheetHours: 26.5 });
	});

	it('an approved one is changed as a draft and approved again', async () => {
		const approved = { ...there, Status: 'APPROVED' };
		const refused = await run(tuesday, { timesheets: [approved] });
		expect(JSON.stringify(refused.out)).toContain('its timesheet is approved. Set If It Is Approved to Change and Approve Again');

		const { out, calls } = await run(tuesday, { timesheets: [approved], options: { ifApproved: 'change' } });
		expect(calls.slice(-2)).toEqual([
			['POST /1.0/Timesheets/b1', sent(whole, { TimesheetID: id('b1') })],
			['POST /1.0/Timesheets/b1', sent(whole, { TimesheetID: id('b1'), Status: 'APPROVED' })],
		]);
		expect(out.map(({ status }) => status)).toEqual(['APPROVED', 'APPROVED']);
	});

	it('a rejected one is a draft again, which is said; one that is paid stays', async () => {
		const { out } = await run(tuesday, { timesheets: [{ ...there, Status: 'REJECTED' }] });
		expect(out[0]).toMatchObject({ status: 'DRAFT', result: 'replaced' });
		expect(JSON.stringify(out[0])).toContain('its timesheet was rejected before');

		const { out: paid, calls } = await run(tuesday, { timesheets: [{ ...there, Status: 'PROCESSED' }] });
		expect(JSON.stringify(paid[0])).toContain('the pay run of its timesheet is posted');
		expect(calls.every(([call]) => call.startsWith('GET'))).toBe(true);
	});

	it('one from which all hours are taken keeps zeros: an empty list might say nothing', async () => {
		const { out, calls } = await run([{ employee: id('e1'), date: '2026-03-02', units: 0 }], {
			timesheets: [draft([{ EarningsRateID: id('f1'), NumberOfUnits: [8, 0, 0, 0, 0, 0, 0] }])],
		});
		const zeros = [{ EarningsRateID: id('f1'), NumberOfUnits: [0, 0, 0, 0, 0, 0, 0] }];
		expect(calls.slice(-1)).toEqual([['POST /1.0/Timesheets/b1', sent(zeros, { TimesheetID: id('b1') })]]);
		expect(out).toMatchObject([{ result: 'cleared', timesheetHours: 0 }]);
	});

	it('the rate of somebody of whom the list does not say it is read once', async () => {
		const { OrdinaryEarningsRateID: _rate, ...listed } = ANA;
		const { out, calls } = await run(
			[
				{ employee: id('e1'), date: '2026-03-02', units: 1 },
				{ employee: id('e1'), date: '2026-03-03', units: 2 },
			],
			{
				employees: [listed],
				reply: ({ path }) => (path.endsWith(`/Employees/${id('e1')}`) ? { body: { Employees: [ANA] } } : undefined),
			},
		);
		expect(calls.filter(([call]) => call === 'GET /1.0/Employees/e1')).toHaveLength(1);
		expect(out.map(({ earningsRateID }) => earningsRateID)).toEqual([id('f1'), id('f1')]);
	});

	it('a fortnight of 500 employees takes a call each and 9 more, hours in are hours out', async () => {
		const people = Array.from({ length: 500 }, (_one, at) => ({
			...ANA,
			EmployeeID: `${String(at).padStart(8, '0')}-0000-4000-8000-000000000001`,
		}));
		const fortnight = { ...WEEKLY, CalendarType: 'FORTNIGHTLY' };
		const days = Array.from({ length: 14 }, (_day, at) => new Date(Date.UTC(2026, 2, 2 + at)).toISOString().slice(0, 10));
		const units = (at: number, day: number): number => ((at * 7 + day * 3) % 38) / 4;
		const rows = people.flatMap(({ EmployeeID }, at) =>
			days.map((date, day) => ({ employee: EmployeeID, date, units: units(at, day), rate: 'Ordinary Hours' })),
		);
		const { out, calls } = await run(rows, {
			employees: people,
			reply: ({ path }) => (path.endsWith('/PayrollCalendars') ? { body: { PayrollCalendars: [fortnight] } } : undefined),
		});

		// Five full pages of employees, and the empty one after them: 500 + 6 + calendars, pay items, timesheets.
		expect(calls).toHaveLength(509);
		const given = rows.reduce((sum, row) => sum + row.units, 0);
		const written = calls
			.filter(([call]) => call.startsWith('POST'))
			.reduce((sum, [, body]) => sum + hoursOf((body as [IDataObject])[0].TimesheetLines), 0);
		expect([written, out.length, out.filter(({ result }) => result === 'created').length]).toEqual([
			given,
			7000,
			rows.filter(({ units: own }) => own > 0).length,
		]);
	});
});
