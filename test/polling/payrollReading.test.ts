import type { IDataObject } from 'n8n-workflow';
import { Memory } from '../../nodes/XeroPayrollPollingTrigger/memory';
import { came, payrollStaged, TENANTS } from './payrollStage';
import { byId, HARBOUR, thrown } from './stage';

const iso = (ms: number): string => new Date(ms).toISOString();

/** Changes the records of an answer. */
const records =
	(name: string, change: (all: IDataObject[]) => IDataObject[]) =>
	(body: unknown): unknown => ({
		...(body as IDataObject),
		[name]: change((body as Record<string, IDataObject[]>)[name]!),
	});

describe('A list longer than a page', () => {
	const payroll = payrollStaged('uk', { seed: 'empty' });

	it('takes a call for each 100, and each change comes once', async () => {
		const old: string[] = [];
		for (let count = 0; count < 205; count += 1) old.push(await payroll.hire());
		await payroll.stage.pass();
		const trigger = await payroll.watching('employee');
		const fresh = await payroll.hire();
		await payroll.renamed(old[0]!);
		await payroll.renamed(old[150]!);
		const items = came(await trigger.poll(), 'employeeID');

		expect(new Set(items)).toEqual(
			new Set([
				['updated', old[0]],
				['updated', old[150]],
				['new', fresh],
			]),
		);
		expect(items).toHaveLength(3);
		expect(payroll.asked).toEqual(['GET /Employees', 'GET /Employees', 'GET /Employees']);
		expect(await trigger.poll()).toEqual([]);
		// 206 records of 21 characters, and no name among them.
		const text = JSON.stringify(trigger.memory);
		expect(text.length).toBeLessThan(206 * 21 + 200);
		expect(text).not.toMatch(/Person|Example|1994/);
	});

	it('of which records move while its pages are read loses none and tells of none twice', async () => {
		const old: string[] = [];
		for (let count = 0; count < 120; count += 1) old.push(await payroll.hire());
		await payroll.stage.pass();
		const trigger = await payroll.watching('employee');
		const fresh = await payroll.hire();
		// The first page comes as if its last record had moved to the end before the second one was read: nobody has number 100.
		const repair = payroll.stage.sandbox.fail({
			match: { path: /Employees\?page=2/ },
			what: { kind: 'answer', change: records('employees', (all) => [...all.slice(1), all[1]!]) },
			times: 1,
		});
		const items = await trigger.poll();
		repair();

		expect(came(items, 'employeeID')).toEqual([['new', fresh]]);
		expect(payroll.asked).toHaveLength(4);
		expect(await trigger.poll()).toEqual([]);
	});
});

describe('Records of payroll', () => {
	const payroll = payrollStaged('nz');

	it('without a moment of change are told apart by what they hold', async () => {
		payroll.stage.sandbox.fail({
			match: { path: /Employees\?/ },
			what: {
				kind: 'answer',
				change: records('employees', (all) => all.map((one) => ({ ...one, updatedDateUTC: null, createdDateUTC: null }))),
			},
		});
		const trigger = await payroll.watching('employee');
		const id = await payroll.hire();
		expect(came(await trigger.poll(), 'employeeID')).toEqual([['new', id]]);
		expect(await trigger.poll()).toEqual([]);
		await payroll.employ(id);

		expect(came(await trigger.poll(), 'employeeID')).toEqual([['updated', id]]);
		expect(await trigger.poll()).toEqual([]);
	});

	it('that leave the list and come back are not new', async () => {
		const trigger = await payroll.watching('employee');
		const id = await payroll.employed();
		expect(came(await trigger.poll(), 'employeeID')).toEqual([['new', id]]);
		await payroll.renamed(id, { endDate: '2026-02-01' });
		expect(await trigger.poll()).toEqual([]);
		await payroll.stage.pass();
		await payroll.renamed(id);

		expect(came(await trigger.poll(), 'employeeID')).toEqual([['updated', id]]);
	});

	it('that were made before the trigger, and come into the list only now, are not new', async () => {
		const id = await payroll.employed();
		await payroll.renamed(id, { endDate: '2026-02-01' });
		await payroll.stage.pass(10 * 60_000);
		const trigger = await payroll.watching('employee');
		await payroll.renamed(id);

		expect(came(await trigger.poll(), 'employeeID')).toEqual([['updated', id]]);
	});

	it('that changed since Start From come with the first poll', async () => {
		const early = await payroll.hire();
		await payroll.stage.pass(60 * 60_000);
		const startFrom = iso(payroll.stage.clock.now());
		await payroll.stage.pass();
		const late = await payroll.hire();
		await payroll.renamed(early);
		const trigger = payroll.trigger('employee', { options: { startFrom } });

		expect(new Set(came(await trigger.poll(), 'employeeID'))).toEqual(
			new Set([
				['new', late],
				['updated', early],
			]),
		);
		expect(await trigger.poll()).toEqual([]);
	});

	it('come whole without Simplify, and without what is private with it', async () => {
		const [simple, whole] = [await payroll.watching('employee'), await payroll.watching('employee', { simplify: false })];
		const id = await payroll.hire();
		const [short] = await simple.poll();
		const [long] = await whole.poll();

		expect(Object.keys(short!)).toEqual([
			'changeType',
			'employeeID',
			'firstName',
			'lastName',
			'email',
			'jobTitle',
			'engagementType',
			'startDate',
			'endDate',
			'payrollCalendarID',
			'updatedDateUTC',
		]);
		expect(long).toMatchObject({ changeType: 'new', employeeID: id, dateOfBirth: '1994-05-17' });
		expect(long!.updatedDateUTC).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
	});

	it('are narrowed to the timesheets of the days in Look Back', async () => {
		const trigger = await payroll.watching('timesheet', { options: { lookBack: 10 } });
		await trigger.poll();
		const from = iso(payroll.stage.clock.now() - 10 * 86_400_000).slice(0, 10);

		expect(payroll.stage.calls.map(({ url }) => url)).toEqual([`/payroll.xro/2.0/Timesheets?startDate=${from}&page=1`]);
	});

	it('of another organisation, kind, or number of days begin anew', async () => {
		const trigger = await payroll.watching('timesheet', {}, { id: 'moved' });
		const as = async (resource: string, more = {}) => {
			const other = payroll.trigger(resource, more, { id: 'moved' });
			other.saved = trigger.saved;
			other.restart();
			return await other.poll();
		};
		await payroll.timesheet(await payroll.employed());

		expect(await as('employee')).toEqual([]);
		expect(await as('timesheet', { options: { lookBack: 90 } })).toEqual([]);
		expect(await as('timesheet')).toHaveLength(1);
	});
});

describe('A test in the editor', () => {
	const payroll = payrollStaged('nz');

	it('shows up to three records that fit, and remembers nothing', async () => {
		const trigger = await payroll.watching('employee');
		const id = await payroll.hire();
		const memory = JSON.stringify(trigger.memory);
		const shown = await trigger.test();

		expect(shown).toHaveLength(3);
		expect(shown[0]).toMatchObject({ changeType: 'updated', employeeID: id });
		expect(JSON.stringify(trigger.memory)).toBe(memory);
		expect(await trigger.poll()).toHaveLength(1);
	});

	it('shows what is approved, or posted, for these events', async () => {
		const approved = await payroll.trigger('timesheet', { event: 'approved' }).test();
		const runs = await payroll.trigger('payRunPosted').test();
		const payslips = await payroll.trigger('payslipPosted').test();

		expect(approved.length).toBeGreaterThan(0);
		for (const { changeType, status } of approved) {
			expect(changeType).toBe('approved');
			expect(['Approved', 'Completed']).toContain(status);
		}
		expect(runs).toMatchObject([{ changeType: 'posted', payRunStatus: 'Posted' }]);
		expect(payslips.length).toBeGreaterThan(0);
		expect(new Set(payslips.map(({ payRunID }) => payRunID))).toEqual(new Set([runs[0]!.payRunID]));
	});

	it('says when nothing fits', async () => {
		payroll.stage.sandbox.fail({
			match: { path: '/PayRuns' },
			what: { kind: 'answer', change: (body) => ({ ...(body as IDataObject), pagination: null, payRuns: [] }) },
		});
		const error = await thrown(payroll.trigger('payRunPosted').test());

		expect(error.message).toBe('No data with the current filter could be found');
	});
});

describe('What Xero or the panel does not take', () => {
	const payroll = payrollStaged('nz');

	it('says that an organisation has no such payroll', async () => {
		payroll.stage.credentials = payroll.stage.credentialWith(['offline_access', 'payroll.employees.read'], [HARBOUR]);
		const error = await thrown(payroll.trigger('employee', { organisation: byId(HARBOUR) }).raw());

		expect(`${error.message} ${error.description}`).toContain('organisations in New Zealand');
	});

	it.each([
		['au', 'nz', 'Kererū Trading (Demo) is of another country: New Zealand. Set Country to New Zealand'],
		['au', 'uk', 'Foxglove Mill (Demo) is of another country: United Kingdom. Set Country to United Kingdom'],
		['nz', 'au', 'Harbour Lane Studio (Demo) is of another country: Australia. Set Country to Australia'],
		['uk', 'au', 'Harbour Lane Studio (Demo) is of another country: Australia. Set Country to Australia'],
	] as const)('says at activation with Country %s of an organisation of %s which one it takes', async (country, own, says) => {
		const scopes = ['offline_access', 'payroll.employees.read', 'accounting.settings.read'];
		payroll.stage.credentials = payroll.stage.credentialWith(scopes, [TENANTS[own]]);
		const trigger = payroll.trigger('employee', { country, organisation: byId(TENANTS[own]) });
		const error = await thrown(trigger.raw());

		expect(`${error.message} ${error.description}`).toContain(says);
		expect(trigger.memory).toEqual({});
	});

	it('says which scope is missing, and that it takes a payroll administrator', async () => {
		payroll.stage.credentials = payroll.stage.credentialWith(['offline_access', 'accounting.settings.read'], [TENANTS.nz]);
		const error = await thrown(payroll.trigger('timesheet').raw());

		expect(error.message).toContain('Payroll: Timesheets');
		expect(error.description).toContain('payroll administrator');
	});

	it.each([
		[{ country: 'fr' }, 'Country “fr”: is none of Australia, New Zealand, United Kingdom'],
		[{ resource: 'leave' }, 'Trigger On “leave”: is none of the list'],
		[{ event: 'approved' }, 'Event “approved”: is none of New, New or Updated, Updated'],
		[{ resource: 'timesheet', options: { lookBack: 0 } }, 'Look Back (Days) “0”: must be at least 1'],
		[
			{ organisation: byId(''), options: { startFrom: 'soon' } },
			'Start From “soon”: is not a date and time like 2026-03-31T09:00:00Z. Use DateTime in an expression',
		],
	])('is refused with the label and no call: %j', async (parameters, says) => {
		const error = await thrown(payroll.trigger('employee', parameters).raw());

		expect(error.message).toBe(says);
		expect(payroll.asked).toEqual([]);
	});
});

describe('The memory', () => {
	const known = { mark: '0123456789', phase: 'approved' } as const;

	it('forgets those that were seen longest ago, and none of those just seen', () => {
		const memory = new Memory(0);
		for (const id of ['a', 'b', 'c', 'd', 'e']) memory.see(id, known);
		for (const id of ['a', 'b']) memory.see(id, known);
		memory.forget(2, 1);

		expect(['a', 'b', 'c', 'd', 'e'].filter((id) => memory.of(id) !== undefined)).toEqual(['a', 'b', 'e']);
	});

	it('comes out of the static data as it went in', () => {
		const memory = new Memory(7);
		memory.see('a', known);
		memory.see('b', { mark: 'abcdefghij', phase: 'posted' });
		const again = Memory.from(JSON.parse(JSON.stringify(memory.kept('key', {}))) as IDataObject);

		expect([again.start, again.of('a'), again.of('b'), again.of('c')]).toEqual([
			7,
			known,
			{ mark: 'abcdefghij', phase: 'posted' },
			undefined,
		]);
	});
});
