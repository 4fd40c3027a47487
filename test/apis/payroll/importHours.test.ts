import type { IDataObject } from 'n8n-workflow';
import { payrollNz } from '../../../nodes/XeroPayroll/nz/payrollNz';
import { execute } from '../../../nodes/shared/run/execute';
import { inVirtualTime } from '../../engine/virtualTime';
import type { Reply, Sent } from '../../fakeContext';
import { fakeExecute } from '../../fakeContext';

const time = inVirtualTime();

const id = (short: string): string => `${short}000000-0000-4000-8000-000000000000`;
const picked = (value: string, mode = 'id') => ({ __rl: true, mode, value });

interface Row {
	readonly employee: string;
	readonly date: string;
	readonly units: number;
	readonly rate?: string;
	/** Those of the run unless given. */
	readonly options?: IDataObject;
}

const EMPLOYEES = [
	{ employeeID: id('e2'), firstName: 'Mere', lastName: 'Tane', payrollCalendarID: id('c2') },
	{ employeeID: id('e3'), firstName: 'Owen', lastName: 'Price', payrollCalendarID: id('c3') },
	{ employeeID: id('e4'), firstName: 'Isla', lastName: 'Hart', payrollCalendarID: null },
];
const CALENDARS = [
	{
		payrollCalendarID: id('c2'),
		calendarType: 'Weekly',
		periodStartDate: '2026-03-02T00:00:00',
		periodEndDate: '2026-03-08T00:00:00',
	},
	{
		payrollCalendarID: id('c3'),
		calendarType: 'Monthly',
		periodStartDate: '2026-03-01T00:00:00',
		periodEndDate: '2026-03-31T00:00:00',
	},
];
const RATES = [
	{ earningsRateID: id('f4'), name: 'Ordinary Hours', currentRecord: true },
	{ earningsRateID: id('f5'), name: 'Old Rate', currentRecord: false },
];
const SALARY = { salaryAndWagesID: id('a1'), earningsRateID: id('f3'), status: 'Active', effectiveFrom: '2026-03-03T00:00:00' };
const APPROVED = {
	timesheetID: id('b2'),
	payrollCalendarID: id('c2'),
	employeeID: id('e2'),
	startDate: '2026-03-02T00:00:00',
	endDate: '2026-03-08T00:00:00',
	status: 'Approved',
	totalHours: 20,
};
const line = (short: string, day: string, units: number): IDataObject => ({
	timesheetLineID: id(short),
	date: `${day}T00:00:00`,
	earningsRateID: id('f3'),
	trackingItemID: null,
	numberOfUnits: units,
});
const LINES = [line('b3', '2026-03-02', 8), line('b4', '2026-03-03', 8), line('b5', '2026-03-04', 4)];
const HOURS_OF_A_WEEK: readonly Row[] = [
	{ employee: id('e2'), date: '2026-03-02', units: 8, rate: id('f3') },
	{ employee: id('e2'), date: '2026-03-03', units: 6, rate: id('f3') },
	{ employee: id('e2'), date: '2026-03-04', units: 0, rate: id('f3') },
	{ employee: id('e2'), date: '2026-03-05', units: 5, rate: id('f3') },
];

const list = (name: string, records: readonly IDataObject[]): Reply => ({
	body: { problem: null, pagination: { page: 1, pageSize: 100, pageCount: 1, itemCount: records.length }, [name]: records },
});

interface World {
	readonly timesheets?: readonly IDataObject[];
	readonly options?: IDataObject;
	readonly goesOn?: boolean;
	/** The same execution, tried again by n8n. */
	readonly execution?: string;
	/** What is answered in place of the usual; undefined for that. */
	reply?(call: string, request: Sent): Reply | undefined;
}

/** Runs the rows, and gives what came out with the calls in their order: 'PUT /Timesheets/b2…/Lines/b4…'. */
async function run(rows: readonly Row[], { timesheets = [], options = {}, goesOn = true, execution, reply }: World = {}) {
	const calls: Array<readonly [call: string, body?: unknown]> = [];
	let changed = 0;
	const { ctx } = fakeExecute({
		parameters: rows.map((row) => ({
			organisation: picked('2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33'),
			resource: 'timesheet',
			operation: 'import',
			employeeID: picked(row.employee, row.employee.includes(' ') ? 'name' : 'id'),
			date: row.date,
			numberOfUnits: row.units,
			earningsRateID: picked(row.rate ?? '', row.rate?.includes(' ') ? 'name' : 'id'),
			trackingItemID: picked('', 'list'),
			options: row.options ?? options,
		})),
		continueOnFail: goesOn,
		...(execution
			? { executionId: execution, node: { id: 'hours', retryOnFail: true, maxTries: 2 }, credential: { clientId: execution } }
			: {}),
		reply: (request) => {
			const path = request.path.replace('/payroll.xro/2.0', '');
			const short = path.replace(/000000-0000-4000-8000-000000000000/g, '');
			const call = `${request.method} ${short}`;
			calls.push(request.body === undefined ? [call] : [call, request.body]);
			const own = reply?.(call, request);
			if (own) return own;
			if (request.method !== 'GET') changed += 1;
			if (path === '/Employees') return list('employees', EMPLOYEES);
			if (path === '/PayRunCalendars') return list('payRunCalendars', CALENDARS);
			if (path === '/EarningsRates') return list('earningsRates', RATES);
			if (path.endsWith('/SalaryAndWages')) return list('salaryAndWages', [SALARY]);
			if (call === 'GET /Timesheets') return list('timesheets', timesheets);
			if (call === 'POST /Timesheets') {
				const { timesheetLines, ...made } = request.body as IDataObject & { timesheetLines: IDataObject[] };
				const totalHours = timesheetLines.reduce((sum, { numberOfUnits }) => sum + Number(numberOfUnits), 0);
				return {
					body: { problem: null, timesheet: { ...made, timesheetID: id(`b${5 + changed}`), status: 'Draft', totalHours } },
				};
			}
			if (request.method === 'DELETE') return { body: '' };
			if (path.includes('/Lines'))
				return { body: { problem: null, timesheetLine: { ...(request.body as object), timesheetLineID: id('b9') } } };
			const [there] = timesheets;
			const status = path.endsWith('/Approve') ? 'Approved' : changed === 0 ? there!.status : 'Draft';
			return { body: { problem: null, timesheet: { ...there, status, totalHours: changed ? 19 : 20, timesheetLines: LINES } } };
		},
	});
	const out = (await time().until(execute(payrollNz, ctx)))[0]!;
	return { out: out.map(({ json }) => json), calls, writes: calls.filter(([call]) => !call.startsWith('GET')) };
}

describe('Hours from rows become timesheets', () => {
	it('of an approved one only what differs is changed, and it is approved again', async () => {
		const { out, calls } = await run(HOURS_OF_A_WEEK, { timesheets: [APPROVED], options: { ifApproved: 'change' } });

		expect(calls).toEqual([
			['GET /Employees'],
			['GET /PayRunCalendars'],
			['GET /Timesheets'],
			['GET /Timesheets/b2'],
			['POST /Timesheets/b2/RevertToDraft'],
			['PUT /Timesheets/b2/Lines/b4', { date: '2026-03-03', earningsRateID: id('f3'), numberOfUnits: 6 }],
			['POST /Timesheets/b2/Lines', { date: '2026-03-05', earningsRateID: id('f3'), numberOfUnits: 5 }],
			['DELETE /Timesheets/b2/Lines/b5'],
			['GET /Timesheets/b2'],
			['POST /Timesheets/b2/Approve'],
		]);
		expect(out.map(({ result, status, timesheetHours }) => [result, status, timesheetHours])).toEqual([
			['unchanged', 'Approved', 19],
			['replaced', 'Approved', 19],
			['cleared', 'Approved', 19],
			['created', 'Approved', 19],
		]);
	});

	it('one for each employee and pay period, and a row that is wrong keeps none of them back when the run goes on', async () => {
		const { out, writes } = await run([
			{ employee: id('e3'), date: '2026-03-31', units: 8, rate: id('f4') },
			{ employee: id('e4'), date: '2026-03-31', units: 8, rate: id('f4') },
			{ employee: 'owen  PRICE', date: '2026-04-01', units: 7.25, rate: id('f4') },
		]);

		const made = (startDate: string, endDate: string, day: string, numberOfUnits: number) => ({
			payrollCalendarID: id('c3'),
			employeeID: id('e3'),
			startDate,
			endDate,
			timesheetLines: [{ date: day, earningsRateID: id('f4'), numberOfUnits }],
		});
		expect(writes).toEqual([
			['POST /Timesheets', made('2026-03-01', '2026-03-31', '2026-03-31', 8)],
			['POST /Timesheets', made('2026-04-01', '2026-04-30', '2026-04-01', 7.25)],
		]);
		expect(out.map(({ error, periodStart, timesheetHours }) => error ?? [periodStart, timesheetHours])).toEqual([
			['2026-03-01', 8],
			'Item 2: the employee has no pay calendar. Set one in Employment',
			['2026-04-01', 7.25],
		]);
	});

	it('but nothing is sent when the run stops at what is wrong, and all that is wrong is said', async () => {
		const rows = [
			{ employee: id('e3'), date: '2026-03-31', units: 8, rate: id('f4') },
			{ employee: id('e4'), date: '2026-03-31', units: 8, rate: id('f4') },
			{ employee: id('e9'), date: '2026-03-31', units: 8, rate: id('f4') },
		];
		let wrote = 0;
		const failing = run(rows, {
			goesOn: false,
			reply: (call) => {
				wrote += Number(!call.startsWith('GET'));
				return undefined;
			},
		});

		await expect(failing).rejects.toMatchObject({
			message: '3 of 3 were not written. First: Item 2: the employee has no pay calendar. Set one in Employment',
			description: expect.stringContaining(
				`Item 3, Employee “${id('e9')}”: is not among the employees that Xero lists`,
			) as string,
		});
		expect(wrote).toBe(0);
	});

	it('nor when a name stands for nobody, or a rate for none that hours can have', async () => {
		const { out, calls } = await run([
			{ employee: 'Nobody Here', date: '2026-03-31', units: 8, rate: 'Ordinary  hours' },
			{ employee: 'Owen Price', date: '2026-03-31', units: 8, rate: 'Old Rate' },
			{ employee: 'Owen Price', date: '2026-03-31', units: 8, rate: 'Ordinary Hours' },
		]);

		expect(out.map(({ error, result }) => error ?? result)).toEqual([
			'Item 1, Employee “Nobody Here”: Xero has no employee so named. Check the name, or choose it From List',
			'Item 2, Earnings Rate “Old Rate”: Xero has this earnings rate, but it cannot be used here. Choose another From List',
			'created',
		]);
		expect(calls.map(([call]) => call)).toEqual([
			'GET /Employees',
			'GET /EarningsRates',
			'GET /PayRunCalendars',
			'GET /Timesheets',
			'POST /Timesheets',
		]);
	});

	it('and options that rows do not share, or a period with one end, are refused', async () => {
		const week: readonly Row[] = [
			{ employee: id('e2'), date: '2026-03-02', units: 8, rate: id('f3') },
			{ employee: id('e2'), date: '2026-03-03', units: 8, rate: id('f3'), options: { periodStart: '2026-03-01' } },
		];
		const { out } = await run(week);

		expect(out.map(({ error, result }) => error ?? result)).toEqual([
			'created',
			'Item 2, Options: are not those of the first row. Give all rows the same, or use a node for each',
		]);
		expect((await run(week.slice(1))).out.map(({ error }) => error)).toEqual([
			'Item 1, Period End: is missing. A period has both',
		]);
		const options = { periodStart: '2026-03-09', periodEnd: '2026-03-02' };
		expect((await run(week.slice(0, 1), { options })).out.map(({ error }) => error)).toEqual([
			'Item 1, Period End “2026-03-02”: is before the start. Give days in order',
		]);
	});

	it('at the rate that the employee is paid by on the day, when none is given', async () => {
		const { out, writes } = await run([
			{ employee: id('e2'), date: '2026-03-03', units: 8 },
			{ employee: id('e2'), date: '2026-03-02', units: 8 },
		]);

		expect(writes.map(([, body]) => (body as IDataObject).timesheetLines)).toEqual([
			[{ date: '2026-03-03', earningsRateID: id('f3'), numberOfUnits: 8 }],
		]);
		expect(out.map(({ error, result }) => error ?? result)).toEqual([
			'created',
			'Item 2, Earnings Rate: is empty, and the employee has no salary or wages on that day. Choose one',
		]);
	});

	it('and a timesheet stays as it is when it is approved, posted, or not to be changed', async () => {
		const sayings = async (status: string, options: IDataObject = {}) =>
			(await run(HOURS_OF_A_WEEK.slice(0, 1), { timesheets: [{ ...APPROVED, status }], options })).out.map(({ error }) => error);

		expect(await sayings('Approved')).toEqual([
			'Item 1: its timesheet is approved. Set If It Is Approved to Change and Approve Again',
		]);
		expect(await sayings('Completed', { ifApproved: 'change' })).toEqual(['Item 1: the pay run of its timesheet is posted']);
		expect(await sayings('Draft', { ifTimesheetExists: 'refuse' })).toEqual([
			'Item 1: there is a timesheet for the period already',
		]);
	});

	it('and a day with more hours than it has is refused, with the other rows of its timesheet', async () => {
		const { out, writes } = await run([
			{ employee: id('e3'), date: '2026-03-30', units: 20, rate: id('f4') },
			{ employee: id('e3'), date: '2026-03-30', units: 5.5, rate: id('f5') },
			{ employee: id('e3'), date: '2026-03-31', units: 8, rate: id('f4') },
			{ employee: id('e2'), date: '2026-03-31', units: 8, rate: id('f4') },
		]);

		expect(out.map(({ error, result }) => error ?? result)).toEqual([
			'Item 1, Units: come to 25.5 on 2026-03-30, and Most Units a Day is 24',
			'Item 2, Units: come to 25.5 on 2026-03-30, and Most Units a Day is 24',
			'Item 3: another row of the same timesheet is wrong',
			'created',
		]);
		expect(writes).toHaveLength(1);
	});

	it('and a refusal on the way says how far the timesheet came', async () => {
		const { out } = await run(HOURS_OF_A_WEEK, {
			timesheets: [APPROVED],
			options: { ifApproved: 'change' },
			reply: (call) =>
				call === 'POST /Timesheets/b2/Lines'
					? { statusCode: 400, body: { problem: { title: 'BadRequest', detail: 'The rate is not for timesheets' } } }
					: undefined,
		});

		expect(new Set(out.map(({ error }) => String(error).replace(/^Item \d/, 'Item')))).toEqual(
			new Set([
				'Item: Xero says: The rate is not for timesheets; its timesheet is a draft now, 1 of 3 lines was written. Run the rows again with Afterwards set to Approve',
			]),
		);
	});

	it('and an answer that holds no list is not taken for an empty one: nothing is written twice', async () => {
		for (const lost of ['GET /Employees', 'GET /PayRunCalendars', 'GET /Timesheets']) {
			const { out, writes } = await run(HOURS_OF_A_WEEK.slice(0, 1), {
				reply: (call) => (call === lost ? { body: { problem: null } } : undefined),
			});
			expect([lost, writes, typeof out[0]!.error]).toEqual([lost, [], 'string']);
		}
	});

	it('and when n8n tries the node again, each write gets its own answer', async () => {
		const more = { options: { ifApproved: 'change' }, execution: 'tried again' };
		const refused = { statusCode: 400, body: { problem: { title: 'BadRequest', detail: 'Not now' } } };
		const first = run(HOURS_OF_A_WEEK, {
			...{ ...more, timesheets: [APPROVED], goesOn: false },
			reply: (call) => (call === 'POST /Timesheets/b2/Lines' ? refused : undefined),
		});
		await expect(first).rejects.toThrow('Xero says: Not now; its timesheet is a draft now, 1 of 3 lines was written');

		const [monday, , wednesday] = LINES;
		const draft = { ...APPROVED, status: 'Draft' };
		const { writes } = await run(HOURS_OF_A_WEEK, {
			...{ ...more, timesheets: [draft], goesOn: false },
			reply: (call) =>
				call === 'GET /Timesheets/b2'
					? { body: { problem: null, timesheet: { ...draft, timesheetLines: [monday, line('b4', '2026-03-03', 6), wednesday] } } }
					: undefined,
		});
		expect(writes.map(([call]) => call)).toEqual(['POST /Timesheets/b2/Lines', 'DELETE /Timesheets/b2/Lines/b5']);
	});

	it('and hours that Xero has otherwise are told in every row, and not approved', async () => {
		const { out, writes } = await run(HOURS_OF_A_WEEK, {
			timesheets: [APPROVED],
			options: { ifApproved: 'change', ifTimesheetExists: 'add' },
		});

		expect(out.map(({ _findings }) => (_findings as IDataObject[])[0]!.reason)).toEqual(
			Array.from(
				{ length: 4 },
				() => 'Xero has 19 hours in this timesheet, 39 were sent. Look at it in Xero; it was not approved',
			),
		);
		expect(writes.map(([call]) => call)).not.toContain('POST /Timesheets/b2/Approve');
	});
});
