import { stoppedClock } from '../../../sandbox/clock';
import type { Sandbox } from '../../../sandbox/contract';
import { startSandbox } from '../../../sandbox/server';
import { START } from '../accounting/desk';

/** The payrolls at their addresses, through the gateway. */
describe('The payroll of an organisation', () => {
	let sandbox: Sandbox;
	let newZealand: string;
	let australia: string;
	let unitedKingdom: string;

	beforeAll(async () => {
		sandbox = await startSandbox({ seed: 'small', clock: stoppedClock(START), limits: { minute: 10_000 } });
		[newZealand = '', australia = '', unitedKingdom = ''] = sandbox.organisations.map(({ tenantId }) => tenantId);
	});
	afterAll(() => sandbox.stop());

	const callAt = async (
		version: '1.0' | '2.0',
		tenantId: string,
		path: string,
		more: RequestInit = {},
		scopes?: string[],
	): Promise<Response> => {
		const { access_token } = sandbox.issue({ tenants: [tenantId], ...(scopes ? { scopes } : {}) });
		const headers = { Authorization: `Bearer ${access_token}`, 'Xero-tenant-id': tenantId, 'Content-Type': 'application/json' };
		return await fetch(`${sandbox.url}/payroll.xro/${version}${path}`, { ...more, headers: { ...headers, ...more.headers } });
	};
	const call = (tenantId: string, path: string, more?: RequestInit, scopes?: string[]): Promise<Response> =>
		callAt('2.0', tenantId, path, more, scopes);
	const json = async (answer: Promise<Response>): Promise<Record<string, unknown>> => (await (await answer).json()) as never;

	it('is that of its country', async () => {
		expect((await json(call(newZealand, '/Employees'))).employees).toHaveLength(5);
		expect((await json(call(unitedKingdom, '/Employees'))).employees).toHaveLength(6);
		expect((await call(newZealand, '/Superannuations')).status).toBe(200);
		expect((await call(unitedKingdom, '/Benefits')).status).toBe(200);
	});

	it('does not know the paths of the other one, nor what the other one alone may do', async () => {
		expect((await call(unitedKingdom, '/Superannuations')).status).toBe(404);
		expect((await call(newZealand, '/Benefits')).status).toBe(404);
		const body = JSON.stringify({});
		expect((await call(unitedKingdom, '/PayRuns', { method: 'POST', body })).status).toBe(405);
		expect((await json(call(unitedKingdom, '/Superannuations'))).problem).toMatchObject({ title: 'NotFound', status: '404' });
	});

	it('is timesheets alone in version 2.0 of Australia, and has a version 1.0 there only: 405 in plain text elsewhere', async () => {
		const answer = await call(australia, '/Employees');
		expect([answer.status, answer.headers.get('content-type')]).toEqual([405, 'text/plain; charset=utf-8']);
		expect((await json(call(australia, '/Timesheets'))).timesheets).toHaveLength(5);
		expect((await json(callAt('1.0', australia, '/Timesheets'))).Timesheets).toHaveLength(5);
		for (const tenantId of [newZealand, unitedKingdom]) {
			const other = await callAt('1.0', tenantId, '/Employees');
			expect([other.status, other.headers.get('content-type')]).toEqual([405, 'text/plain; charset=utf-8']);
		}
		expect((await json(callAt('1.0', australia, '/Superannuations'))).Title).toBe('NotFound');
	});

	it('of Australia writes once under an Idempotency-Key, and takes back what a fault lets fail', async () => {
		const calendar = { Name: 'Staff', CalendarType: 'WEEKLY', StartDate: '2026-03-02', PaymentDate: '2026-03-10' };
		const post = { method: 'POST', body: JSON.stringify([calendar]), headers: { 'Idempotency-Key': 'au' } };
		const match = { method: 'POST', path: '/PayrollCalendars' };
		sandbox.fail({ match, times: 1, what: { kind: 'answer', change: () => ({}), status: 500, keepWrite: false } });
		expect((await callAt('1.0', australia, '/PayrollCalendars', { ...post, headers: {} })).status).toBe(500);
		const [first, second] = [
			await callAt('1.0', australia, '/PayrollCalendars', post),
			await callAt('1.0', australia, '/PayrollCalendars', post),
		];
		expect(await second.json()).toEqual(await first.json());
		expect(sandbox.records(australia, 'PayrollCalendars').filter(({ Name }) => Name === 'Staff')).toHaveLength(1);
	});

	it('of Australia is given a rate that Xero does not take back, where a test asks for it', async () => {
		const add = (tenantId: string): Promise<Response> =>
			fetch(`${sandbox.url}/sandbox/payItems/${tenantId}/redundancy`, { method: 'POST' });
		expect([(await add(australia)).status, (await add(newZealand)).status]).toEqual([204, 400]);
		const rate = sandbox.records(australia, 'EarningsRates').find(({ Name }) => Name === 'Redundancy');
		expect([rate?.RateType, rate?.TypeOfUnits]).toEqual(['RATEPERUNIT', undefined]);
	});

	it('wants the scope of its part, read-only for reading alone', async () => {
		const { status } = await call(newZealand, '/Timesheets', {}, ['payroll.employees', 'payroll.settings']);
		expect(status).toBe(401);
		expect((await call(newZealand, '/Timesheets', {}, ['payroll.timesheets.read'])).status).toBe(200);
		const body = JSON.stringify({});
		expect((await call(newZealand, '/Timesheets', { method: 'POST', body }, ['payroll.timesheets.read'])).status).toBe(401);
	});

	it('writes once under an Idempotency-Key, and also when the answer was lost', async () => {
		const calendar = { name: 'Staff', calendarType: 'Weekly', periodStartDate: '2026-03-02', paymentDate: '2026-03-10' };
		const post = { method: 'POST', body: JSON.stringify(calendar), headers: { 'Idempotency-Key': 'staff' } };
		sandbox.fail({ match: { method: 'POST', path: '/PayRunCalendars' }, times: 1, what: { kind: 'dropAfter' } });
		const { access_token } = sandbox.issue();
		const headers = { Authorization: `Bearer ${access_token}`, 'Xero-tenant-id': newZealand, 'Content-Type': 'application/json' };
		const send = () =>
			fetch(`${sandbox.url}/payroll.xro/2.0/PayRunCalendars`, { ...post, headers: { ...headers, ...post.headers } });
		await expect(send()).rejects.toThrow();
		expect((await send()).status).toBe(200);
		expect(sandbox.records(newZealand, 'PayRunCalendars').filter(({ name }) => name === 'Staff')).toHaveLength(1);
	});

	it('is posted by a person, whom a test stands in for', async () => {
		const drafts = async (): Promise<Array<{ payRunID: string }>> =>
			(await json(call(unitedKingdom, '/PayRuns?status=Draft'))).payRuns as never;
		const [draft] = await drafts();
		const url = `${sandbox.url}/sandbox/payRuns/${unitedKingdom}/${draft?.payRunID}/post`;
		expect((await fetch(url, { method: 'POST' })).status).toBe(204);
		expect(await drafts()).toEqual([]);
		expect((await fetch(url, { method: 'POST' })).status).toBe(400);
	});
});
