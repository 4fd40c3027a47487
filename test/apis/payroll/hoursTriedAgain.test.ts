import type { IDataObject } from 'n8n-workflow';
import { payrollAu } from '../../../nodes/XeroPayroll/au/payrollAu';
import { payrollNz } from '../../../nodes/XeroPayroll/nz/payrollNz';
import { execute } from '../../../nodes/shared/run/execute';
import { inVirtualTime } from '../../engine/virtualTime';
import type { Reply, Sent } from '../../fakeContext';
import { fakeExecute } from '../../fakeContext';
import { id, listed, picked, wrapped } from './fakePayroll';

const time = inVirtualTime();

/** Hours of an employee: '2026-03-02 f1' and how many. */
type Hours = Record<string, number>;

/** Xero's timesheets of one week, by employee, in either version; writes under a key that it knows are not done again. */
abstract class FakeTimesheets {
	readonly writes: string[] = [];
	readonly hours = new Map<string, Hours>();
	readonly status = new Map<string, string>();
	private readonly answers = new Map<string, Reply>();
	/** Of the write with this number no answer comes, however often it is sent; done or not. */
	loses: { readonly write: number; readonly isDone: boolean } | undefined;
	/** The write with this number is refused, once. */
	refuses: number | undefined;
	private readonly lost = new Set<string>();

	abstract read(request: Sent): Reply;
	abstract write(request: Sent): Reply;

	readonly reply = (request: Sent): Reply | Error => {
		if (request.method === 'GET') return this.read(request);
		const key = request.headers['Idempotency-Key'];
		const name = key ?? `${request.method} ${request.path}`;
		if (this.lost.has(name)) return cut();
		const known = key === undefined ? undefined : this.answers.get(key);
		if (known) return known;
		this.writes.push(
			`${request.method} ${request.path.replace(/.*(Timesheets)/, '$1').replace(/000000-0000-4000-8000-000000000000/g, '')}`,
		);
		if (this.refuses === this.writes.length) {
			this.refuses = undefined;
			return { statusCode: 400, body: { Message: 'Not now', problem: { title: 'BadRequest', detail: 'Not now' } } };
		}
		const loses = this.loses?.write === this.writes.length ? this.loses : undefined;
		if (loses?.isDone !== false) {
			const answer = this.write(request);
			if (key !== undefined) this.answers.set(key, answer);
			if (!loses) return answer;
		}
		this.lost.add(name);
		return cut();
	};

	/** The network is there again. */
	mend(): void {
		this.lost.clear();
		this.loses = undefined;
	}

	total(employee: string): number {
		return Object.values(this.hours.get(employee) ?? {}).reduce((sum, units) => sum + units, 0);
	}
}

const cut = (): Error => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
const ms = (day: string): string => `/Date(${Date.parse(day)}+0000)/`;
const dayAt = (index: number): string => `2026-03-0${index + 2}`;
const PEOPLE = ['e1', 'e2'];

class FakeTimesheetsV1 extends FakeTimesheets {
	private one(employee: string): IDataObject {
		const hours = this.hours.get(employee)!;
		const NumberOfUnits = Array.from({ length: 7 }, (_day, at) => hours[dayAt(at)] ?? 0);
		return {
			...{ TimesheetID: id(employee.replace('e', 'b')), EmployeeID: id(employee), Status: this.status.get(employee) },
			...{ StartDate: ms('2026-03-02'), EndDate: ms('2026-03-08'), Hours: this.total(employee) },
			TimesheetLines: [{ EarningsRateID: id('f1'), NumberOfUnits }],
		};
	}

	read({ path }: Sent): Reply {
		if (path.endsWith('/Employees'))
			return {
				body: {
					Employees: PEOPLE.map((one) => ({
						...{ EmployeeID: id(one), FirstName: one, LastName: 'X', PayrollCalendarID: id('c1') },
						OrdinaryEarningsRateID: id('f1'),
					})),
				},
			};
		if (path.endsWith('/PayrollCalendars'))
			return {
				body: { PayrollCalendars: [{ PayrollCalendarID: id('c1'), CalendarType: 'WEEKLY', StartDate: ms('2026-03-02') }] },
			};
		return { body: { Timesheets: [...this.hours.keys()].map((employee) => this.one(employee)) } };
	}

	write({ body }: Sent): Reply {
		const [{ EmployeeID, Status, TimesheetLines }] = body as unknown as [IDataObject & { TimesheetLines: IDataObject[] }];
		const employee = String(EmployeeID).slice(0, 2);
		const hours: Hours = {};
		for (const { NumberOfUnits } of TimesheetLines)
			for (const [at, units] of (NumberOfUnits as number[]).entries())
				if (units) hours[dayAt(at)] = (hours[dayAt(at)] ?? 0) + units;
		this.hours.set(employee, hours);
		this.status.set(employee, String(Status));
		return { body: { Timesheets: [this.one(employee)] } };
	}
}

class FakeTimesheetsV2 extends FakeTimesheets {
	private one(employee: string): IDataObject {
		const lines = Object.entries(this.hours.get(employee)!).map(([day, numberOfUnits]) => ({
			...{ timesheetLineID: `${day.slice(-2)}${employee}0000-0000-4000-8000-000000000000`, date: `${day}T00:00:00` },
			...{ earningsRateID: id('f1'), numberOfUnits },
		}));
		return {
			...{ timesheetID: id(employee.replace('e', 'b')), employeeID: id(employee), status: this.status.get(employee) },
			...{ startDate: '2026-03-02T00:00:00', endDate: '2026-03-08T00:00:00', totalHours: this.total(employee) },
			timesheetLines: lines,
		};
	}

	read({ path }: Sent): Reply {
		if (path.endsWith('/Employees'))
			return listed(
				'employees',
				PEOPLE.map((one) => ({ employeeID: id(one), firstName: one, lastName: 'X', payrollCalendarID: id('c1') })),
			);
		if (path.endsWith('/PayRunCalendars'))
			return listed('payRunCalendars', [
				{
					...{ payrollCalendarID: id('c1'), calendarType: 'Weekly', periodStartDate: '2026-03-02T00:00:00' },
					periodEndDate: '2026-03-08T00:00:00',
				},
			]);
		const of = /Timesheets\/b(\d)/.exec(path);
		if (of) return wrapped('timesheet', this.one(`e${of[1]}`));
		return listed(
			'timesheets',
			[...this.hours.keys()].map((employee) => ({ ...this.one(employee), timesheetLines: undefined })),
		);
	}

	write({ method, path, body }: Sent): Reply {
		const sent = body as IDataObject & { timesheetLines: IDataObject[] };
		const employee = `e${/Timesheets\/b(\d)/.exec(path)?.[1] ?? String(sent.employeeID).slice(1, 2)}`;
		const hours = this.hours.get(employee) ?? {};
		const line = /Lines\/(\d\d)/.exec(path);
		if (path.endsWith('/Timesheets')) {
			this.hours.set(employee, Object.fromEntries(sent.timesheetLines.map((one) => [one.date, Number(one.numberOfUnits)])));
			this.status.set(employee, 'Draft');
		} else if (path.endsWith('/Approve')) this.status.set(employee, 'Approved');
		else if (path.endsWith('/RevertToDraft')) this.status.set(employee, 'Draft');
		else if (method === 'DELETE' && !line) {
			this.hours.delete(employee);
			return { body: '' };
		} else if (method === 'DELETE') {
			delete hours[`2026-03-${line![1]}`];
			return { body: '' };
		} else {
			hours[String(sent.date)] = Number(sent.numberOfUnits);
			return wrapped('timesheetLine', { ...sent, timesheetLineID: id('99') });
		}
		return wrapped('timesheet', this.one(employee));
	}
}

const VERSIONS = {
	'1.0': { api: payrollAu, fake: FakeTimesheetsV1, approved: 'APPROVED', draft: 'DRAFT' },
	'2.0': { api: payrollNz, fake: FakeTimesheetsV2, approved: 'Approved', draft: 'Draft' },
} as const;
type Version = keyof typeof VERSIONS;

const ROWS = [
	{ employee: 'e1', date: '2026-03-02', units: 2 },
	{ employee: 'e1', date: '2026-03-04', units: 3 },
	{ employee: 'e2', date: '2026-03-02', units: 4 },
];

let executions = 0;

/** Two tries of one execution, as n8n makes them with Retry On Fail; the network is there again at the second. */
async function tries(version: Version, xero: FakeTimesheets, options: IDataObject, count = 2) {
	executions += 1;
	const executionId = `hours ${executions}`;
	const once = async () => {
		const { ctx } = fakeExecute({
			parameters: ROWS.map(({ employee, date, units }) => ({
				...{ organisation: picked(id('99')), resource: 'timesheet', operation: 'import', employeeID: picked(id(employee)) },
				...{ date, numberOfUnits: units, earningsRateID: picked(id('f1')), trackingItemID: picked(''), options },
			})),
			...{ executionId, node: { id: 'hours', retryOnFail: true, maxTries: 3 }, credential: { clientId: executionId } },
			reply: xero.reply,
		});
		const ended = await time().until(
			execute(VERSIONS[version].api, ctx).then(
				([out = []]) => ({ rows: out.map(({ json }) => json), error: '' }),
				(cause: Error) => ({ rows: [] as IDataObject[], error: cause.message }),
			),
		);
		xero.mend();
		return ended;
	};
	let ended = await once();
	const errors = [ended.error];
	for (let done = 1; done < count && ended.error; done += 1) {
		ended = await once();
		errors.push(ended.error);
	}
	return { ...ended, errors };
}

const start = (version: Version, status: 'draft' | 'approved' | 'none'): FakeTimesheets => {
	const { fake: Fake, ...words } = VERSIONS[version];
	const xero = new Fake();
	for (const [employee, hours] of [
		['e1', { '2026-03-02': 8, '2026-03-03': 5 }],
		['e2', { '2026-03-03': 1 }],
	] as const) {
		if (status === 'none') break;
		xero.hours.set(employee, { ...hours });
		xero.status.set(employee, words[status]);
	}
	return xero;
};

const stateOf = (xero: FakeTimesheets) => PEOPLE.map((one) => [one, xero.status.get(one), xero.hours.get(one)]);

describe.each(['1.0', '2.0'] as const)('Hours of version %s', (version) => {
	describe.each([
		['replaceDays', 'none', {}],
		['replaceDays', 'draft', { afterwards: 'approve' }],
		['replaceDays', 'approved', { ifApproved: 'change' }],
		['replaceAll', 'approved', { ifApproved: 'change' }],
		['add', 'none', { afterwards: 'approve' }],
		['add', 'draft', {}],
		['add', 'approved', { ifApproved: 'change' }],
		['refuse', 'none', {}],
		['refuse', 'none', { afterwards: 'approve' }],
	] as const)('written by %s where they are %s, %o', (ifTimesheetExists, status, more) => {
		const options = { ifTimesheetExists, ...more };

		it('come to the same when n8n tries again, whichever write had no answer or was refused', async () => {
			const plain = start(version, status);
			const { error } = await tries(version, plain, options, 1);
			expect(error).toBe('');
			const wrong: unknown[] = [];
			for (let write = 1; write <= plain.writes.length; write += 1)
				for (const how of ['lost but done', 'lost', 'refused'] as const) {
					const xero = start(version, status);
					if (how === 'refused') xero.refuses = write;
					else xero.loses = { write, isDone: how === 'lost but done' };
					const ended = await tries(version, xero, options);
					const [is, should] = [stateOf(xero), stateOf(plain)].map((one) => JSON.stringify(one));
					if (is !== should || ended.rows.length !== ROWS.length)
						wrong.push([how, write, plain.writes[write - 1], is, should, ended.errors]);
				}
			expect(wrong).toEqual([]);
		});
	});

	it('are told to be written where it is the approval that is refused, and that more of them would be too many', async () => {
		const xero = start(version, 'none');
		xero.refuses = 3;
		const { error } = await tries(version, xero, { ifTimesheetExists: 'add', afterwards: 'approve' }, 1);
		expect(error).toContain(
			'Xero says: Not now; its hours are written, it is a draft. Go on in Xero: rows that are run again are added again',
		);
	});
});
