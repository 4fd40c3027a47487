import { setImmediate as turnOfTheLoop } from 'node:timers/promises';

import { forgetLimits } from '../../nodes/shared/http/rateLimiter';
import { HARBOUR, KERERU, byId, sales, SALE, staged } from './stage';

// A minute of limits passes in a third of a second.
const on = staged({ seed: 'empty' });

const rows = (count: number) => Array.from({ length: count }, (_, n) => ({ n }));
/** One call per item: Xero takes accounts one by one. */
const ACCOUNT = { Code: '=T{{ $json.n }}', Name: '=Till {{ $json.n }}', Type: 'EXPENSE', options: { longestWait: 30 } };
const tills = (tenant = KERERU) => on.records('Accounts', tenant).filter(({ Name }) => String(Name).startsWith('Till'));
const ats = () => on.sandbox.calls.map(({ at }) => at);
const limited = () => on.sandbox.calls.filter(({ status }) => status === 429);

/** A header's number in the hint, e.g. secondsWaited(['…, 61 seconds waited for its limits, …']) → 61. */
const secondsWaited = (hints: readonly string[]): number =>
	Number(/([\d,]+) seconds? waited/.exec(hints.join())?.[1]?.replace(',', '') ?? 0);

it('makes 300 calls under the minute limit without one refusal', async () => {
	const { json, pairs, error, hints } = await on.run('account.create', ACCOUNT, rows(300));
	expect(error).toBe('');
	expect(json.map(({ Name }) => Name)).toEqual(rows(300).map(({ n }) => `Till ${n}`));
	expect(pairs).toEqual(rows(300).map(({ n }) => n));
	expect(on.asked).toHaveLength(300);
	expect(limited()).toEqual([]);
	// Sixty at once and sixty a minute: the last ones leave in the fifth minute.
	expect(Math.max(...ats()) - Math.min(...ats())).toBeGreaterThanOrEqual(240_000);
	expect(secondsWaited(hints)).toBeGreaterThan(0);
});

it('shares the limit between two executions at the same time', async () => {
	const [one, two] = await Promise.all([
		on.run('account.create', ACCOUNT, rows(70)),
		on.run('account.create', { ...ACCOUNT, Code: '=V{{ $json.n }}', Name: '=Till V{{ $json.n }}' }, rows(70)),
	]);
	expect([one!.error, two!.error]).toEqual(['', '']);
	expect(on.asked).toHaveLength(140);
	expect(limited()).toEqual([]);
	expect(tills()).toHaveLength(140);
});

it('counts each organisation on its own', async () => {
	await on.run('account.create', ACCOUNT, rows(60));
	const { error, hints } = await on.run('account.create', ACCOUNT, rows(1), { organisation: byId(HARBOUR) });
	expect(error).toBe('');
	expect(secondsWaited(hints)).toBe(0);
	expect([tills().length, tills(HARBOUR).length]).toEqual([60, 1]);
});

it('lets one organisation of a run not wait for the minute of another', async () => {
	const items = [...rows(120).map((row) => ({ ...row, to: KERERU })), ...rows(60).map((row) => ({ ...row, to: HARBOUR }))];
	const organisation = byId('={{ $json.to }}');
	const { error } = await on.run('account.create', ACCOUNT, items, { organisation });
	expect(error).toBe('');
	const begun = Math.min(...ats());
	const of = (tenant: string) => on.sandbox.calls.filter((call) => call.tenant === tenant).map(({ at }) => at - begun);
	expect([tills().length, tills(HARBOUR).length]).toEqual([120, 60]);
	expect(Math.max(...of(KERERU))).toBeGreaterThanOrEqual(60_000);
	expect(Math.max(...of(HARBOUR))).toBeLessThan(60_000);
});

it('believes Xero when another program uses up the minute', async () => {
	// What another process of the same app did: Xero has counted it, this process has not.
	await on.run('account.create', { ...ACCOUNT, Code: '=O{{ $json.n }}', Name: '=Other {{ $json.n }}' }, rows(50));
	forgetLimits();
	on.sandbox.forget();
	const { error } = await on.run('account.create', ACCOUNT, rows(40));
	expect(error).toBe('');
	expect(tills()).toHaveLength(40);
	// The five that go out before the first answer may be refused at worst; no storm after that.
	expect(limited().length).toBeLessThanOrEqual(5);
});

it.each([['minute'], ['appminute']] as const)(
	'waits as long as Xero says after a 429 of the %s, then writes',
	async (problem) => {
		on.sandbox.fail({ match: { method: 'PUT' }, times: 1, what: { kind: 'limit', problem, retryAfter: 17 } });
		const { json, error, hints } = await on.run('contact.create', { Name: 'Ngaio Sports' });
		expect(error).toBe('');
		expect(json).toHaveLength(1);
		const [first, second] = on.called('PUT /Contacts');
		expect([first!.status, second!.status]).toEqual([429, 200]);
		expect(second!.at - first!.at).toBeGreaterThanOrEqual(17_000);
		expect(second!.idempotencyKey).toBe(first!.idempotencyKey);
		expect(secondsWaited(hints)).toBeGreaterThanOrEqual(17);
		expect(on.records('Contacts')).toHaveLength(1);
	},
);

it('holds back every call of the organisation after a 429 of the minute', async () => {
	on.sandbox.fail({ match: { method: 'PUT' }, after: 2, times: 1, what: { kind: 'limit', problem: 'minute', retryAfter: 40 } });
	const { error } = await on.run('account.create', ACCOUNT, rows(20));
	expect(error).toBe('');
	const refusal = limited()[0]!;
	const early = on.sandbox.calls.filter(({ at }) => at > refusal.at && at < refusal.at + 40_000);
	// Only those that were under way when the answer came.
	expect(early.length).toBeLessThanOrEqual(4);
	expect(tills()).toHaveLength(20);
});

it('asks again shortly after a 429 for too many calls at once, which names no time', async () => {
	on.sandbox.fail({ match: { method: 'PUT' }, times: 3, what: { kind: 'limit', problem: 'concurrent' } });
	const { error } = await on.run('account.create', ACCOUNT, rows(12));
	expect(error).toBe('');
	expect(limited()).toHaveLength(3);
	expect(tills()).toHaveLength(12);
});

it('never has more than five calls under way', async () => {
	on.sandbox.latency = 5;
	const { error } = await on.run('account.create', ACCOUNT, rows(50));
	expect(error).toBe('');
	expect(limited()).toEqual([]);
});

describe('The limit of the day', () => {
	it('fails at once with the time at which calls work again, and sends nothing more', async () => {
		on.sandbox.fail({ match: { method: 'PUT' }, after: 1, what: { kind: 'limit', problem: 'day', retryAfter: 66_975 } });
		const began = on.clock.now();
		const { error, ran } = await on.run('invoice.create', SALE, sales(500));
		expect(error).toContain('The organisation has no calls left today');
		expect(error).toMatch(/They work again from \d{4}-\d\d-\d\d \d\d:\d\d \([A-Z]\w+\/\w+\)/);
		expect(error).toContain('50 of 500 were written to Xero');
		expect(ran.error).toMatchObject({ httpCode: '429', failure: { cause: 'quota-exhausted' } });
		const { resetsAtEpochMs } = (ran.error as unknown as { failure: { resetsAtEpochMs: number } }).failure;
		expect(resetsAtEpochMs).toBeGreaterThanOrEqual(began + 66_975_000);
		expect(on.asked.length).toBeLessThanOrEqual(6);
		expect(on.records('Invoices')).toHaveLength(50);

		// The next execution does not even ask.
		on.sandbox.forget();
		const next = await on.run('contact.getAll');
		expect(next.error).toContain('The organisation has no calls left today');
		expect(on.asked).toEqual([]);
		// Another organisation has a day of its own.
		expect((await on.run('contact.getAll', {}, [{}], { organisation: byId(HARBOUR) })).error).toBe('');
	});

	it('warns when few calls are left', async () => {
		on.sandbox.limits.day = 150;
		const { hints, ran } = await on.run('contact.create', { Name: 'Ngaio Sports' });
		expect(hints).toEqual(['1 call to Xero, 149 calls left today']);
		expect(ran.hints('Xero')).toEqual([expect.objectContaining({ type: 'warning', location: 'outputPane' })]);
	});
});

describe('Longest Wait', () => {
	const TWO_MINUTES = { ...ACCOUNT, options: { longestWait: 2 } };

	/** After sixty calls Xero wants a wait of more than two minutes. */
	beforeEach(() =>
		on.sandbox.fail({ match: { method: 'PUT' }, after: 60, what: { kind: 'limit', problem: 'minute', retryAfter: 250 } }),
	);

	it('ends a wait that would get longer, says which option to raise, and how much was written', async () => {
		const { error, ran } = await on.run('account.create', TWO_MINUTES, rows(75));
		expect(error).toContain('Xero allows 60 calls a minute; the queue was longer than the 2 minutes of Longest Wait');
		expect(error).toContain('Raise Longest Wait in Options');
		expect(error).toContain('60 of 75 were written to Xero');
		expect(ran.error).toMatchObject({ httpCode: '429', failure: { cause: 'rate-limited' } });
		expect(tills()).toHaveLength(60);
		expect(on.asked.length).toBeLessThanOrEqual(65);
	});

	it('gives each row that was not sent its own refusal when the node goes on', async () => {
		const { json, pairs } = await on.run('account.create', TWO_MINUTES, rows(63), {
			settings: { onError: 'continueRegularOutput' },
		});
		expect(pairs).toEqual(rows(63).map(({ n }) => n));
		const refused = json.map(({ error }) => ({ error })).filter(({ error }) => error !== undefined);
		expect(refused).toHaveLength(3);
		for (const { error } of refused)
			expect(error).toBe('Xero allows 60 calls a minute; the queue was longer than the 2 minutes of Longest Wait');
	});
});

describe('Cancelling the execution', () => {
	it('stops the wait for the limits, and sends nothing more', async () => {
		let cancel = (): void => {};
		const running = on.run('account.create', ACCOUNT, rows(200), { started: (stop) => (cancel = stop) });
		while (on.asked.length < 60) await on.clock.sleep(500);
		// All sixty calls of the minute are made: the rest waits, for some minutes.
		await on.clock.sleep(3000);
		const sent = on.asked.length;
		cancel();
		const { ran } = await running;
		expect(ran.status).toBe('canceled');
		await on.clock.sleep(70_000);
		expect(on.asked.length).toBeLessThanOrEqual(sent + 5);
		expect(sent).toBeLessThan(150);
	});

	it('stops the wait before a retry', async () => {
		on.sandbox.fail({ match: { method: 'GET' }, what: { kind: 'limit', problem: 'minute', retryAfter: 250 } });
		let cancel = (): void => {};
		const running = on.run('contact.getAll', {}, [{}], { started: (stop) => (cancel = stop) });
		while (on.asked.length < 1) await on.clock.sleep(500);
		const at = on.clock.now();
		await on.clock.sleep(3000);
		cancel();
		expect((await running).ran.status).toBe('canceled');
		expect(on.clock.now() - at).toBeLessThan(240_000);
		expect(on.asked).toHaveLength(1);
	});

	it('while a write that had no answer waits to go again, ends as canceled and says that the write is open', async () => {
		on.sandbox.fail({ match: { method: 'PUT' }, what: { kind: 'dropAfter' } });
		let cancel = (): void => {};
		const running = on.run('invoice.create', SALE, sales(1), { started: (stop) => (cancel = stop) });
		while (on.sandbox.calls.length < 2) await turnOfTheLoop();
		cancel();
		const { error, ran } = await running;

		expect(ran.status).toBe('canceled');
		expect(error).toContain('Item 1: the execution was canceled before Xero had answered. It is open whether it was written');
		const calls = on.sandbox.calls.length;
		await on.passMinute();
		expect(on.sandbox.calls.length).toBe(calls);
	});
});
