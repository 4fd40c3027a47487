import { leapingClock, scaledClock, stoppedClock } from '../../../sandbox/clock';
import type { Sandbox, SandboxOptions } from '../../../sandbox/contract';
import { caller } from './callers';
import { harbour, kereru, thingsSandbox } from './thingsApi';

const MINUTE = 60_000;
const path = '/api.xro/2.0/Things';

let sandbox: Sandbox;
const start = async (options: SandboxOptions): Promise<ReturnType<typeof caller>> => {
	sandbox = await thingsSandbox(options);
	return caller(sandbox, sandbox.issue({ expiresIn: 10 * 86_400 }).access_token);
};
afterEach(() => sandbox.stop());

const left = ({ headers }: { headers: Record<string, string> }): Array<string | undefined> =>
	['x-minlimit-remaining', 'x-daylimit-remaining', 'x-appminlimit-remaining'].map((name) => headers[name]);
const refusal = ({ status, headers }: { status: number; headers: Record<string, string> }): unknown[] => [
	status,
	headers['x-rate-limit-problem'],
	headers['retry-after'],
];

it("tells what is left of Xero's limits with every answer", async () => {
	const call = await start({});
	expect(left(await call(path))).toEqual(['59', '4999', '9999']);
	expect(left(await call(path, { tenant: harbour }))).toEqual(['59', '4999', '9998']);
	expect(left(await call(`${path}?page=x`, { method: 'PUT', json: {} }))).toEqual(['58', '4998', '9997']);
});

it('refuses the call after the last of the minute until the fixed window ends', async () => {
	const clock = stoppedClock();
	const call = await start({ clock, limits: { minute: 3 } });
	await call(path);
	clock.advance(20_500);
	await call(path);
	await call(path);
	const refused = await call(path);
	expect(refusal(refused)).toEqual([429, 'minute', '40']);
	expect(left(refused)).toEqual(['0', '4997', '9997']);
	clock.advance(39_499);
	expect(refusal(await call(path))).toEqual([429, 'minute', '1']);
	clock.advance(1);
	const next = await call(path);
	expect([next.status, ...left(next)]).toEqual([200, '2', '4996', '9999']);
});

it('lets a call in again a minute after each one where minutes slide', async () => {
	const clock = stoppedClock();
	const call = await start({ clock, limits: { minute: 2 }, minutes: 'sliding' });
	await call(path);
	clock.advance(20_000);
	await call(path);
	expect(refusal(await call(path))).toEqual([429, 'minute', '40']);
	clock.advance(39_999);
	expect(refusal(await call(path))).toEqual([429, 'minute', '1']);
	clock.advance(1);
	expect(left(await call(path))).toEqual(['0', '4997', '9998']);
	expect(refusal(await call(path))).toEqual([429, 'minute', '20']);
	clock.advance(MINUTE);
	expect(left(await call(path))[0]).toBe('1');
});

it.each([
	['answer', ['57', '57', '57']],
	['arrival', ['59', '58', '57']],
] as const)("tells what is left as of each call's %s", async (remainingAt, told) => {
	const call = await start({ remainingAt, clock: leapingClock(), delays: 'clock', latency: MINUTE / 2 });
	const answers = await Promise.all([call(path), call(path), call(path)]);
	expect(
		answers
			.map((answer) => left(answer)[0])
			.sort()
			.reverse(),
	).toEqual(told);
});

it('records which limit refused a call', async () => {
	const call = await start({ clock: stoppedClock(), limits: { minute: 1 } });
	await call(path);
	await call(path);
	sandbox.limits.minute = 60;
	sandbox.fail({ times: 1, what: { kind: 'limit', problem: 'concurrent' } });
	await call(path);
	expect(sandbox.calls.map(({ limit }) => limit)).toEqual([undefined, 'minute', 'concurrent']);
});

it('counts each organisation by itself', async () => {
	const call = await start({ clock: stoppedClock(), limits: { minute: 1 } });
	expect((await call(path, { tenant: kereru })).status).toBe(200);
	expect((await call(path, { tenant: harbour })).status).toBe(200);
	expect((await call(path, { tenant: harbour })).status).toBe(429);
});

it('counts each app by itself', async () => {
	const call = await start({ clock: stoppedClock(), limits: { minute: 1 } });
	const other = caller(sandbox, sandbox.issue({ app: 'custom' }).access_token);
	expect((await call(path)).status).toBe(200);
	expect((await other(path)).status).toBe(200);
	expect((await call(path)).status).toBe(429);
});

it('refuses the day with the seconds to its end', async () => {
	const clock = stoppedClock();
	const call = await start({ clock, limits: { day: 2 } });
	await call(path);
	clock.advance(5 * 60 * MINUTE);
	await call(path);
	expect(refusal(await call(path))).toEqual([429, 'day', String(19 * 3600)]);
	clock.advance(19 * 60 * MINUTE);
	expect((await call(path)).status).toBe(200);
});

it('refuses an app that calls too much over all organisations', async () => {
	const call = await start({ clock: stoppedClock(), limits: { appMinute: 2 } });
	await call(path, { tenant: kereru });
	await call(path, { tenant: harbour });
	expect(refusal(await call(path, { tenant: harbour }))).toEqual([429, 'appminute', '60']);
});

it('refuses more than five calls under way at once, without Retry-After, and lets calls in again as others end', async () => {
	const call = await start({});
	// As long as a busy machine may need to send seven.
	sandbox.fail({ times: 5, what: { kind: 'latency', ms: 4_000 } });
	const answers = await Promise.all(Array.from({ length: 7 }, () => call(path)));
	const refused = answers.filter(({ status }) => status === 429);
	expect(refused).toHaveLength(2);
	expect(refused.map(refusal)).toEqual([
		[429, 'concurrent', undefined],
		[429, 'concurrent', undefined],
	]);
	expect(left(await call(path))).toEqual(['54', '4994', '9994']);
});

it('never refuses a client that keeps to five at once', async () => {
	const call = await start({ limits: { minute: 1000 } });
	const worker = async (): Promise<number[]> => {
		const statuses: number[] = [];
		for (let n = 0; n < 40; n += 1) statuses.push((await call(path)).status);
		return statuses;
	};
	const statuses = (await Promise.all([worker(), worker(), worker(), worker(), worker()])).flat();
	expect(statuses.filter((status) => status !== 200)).toEqual([]);
	expect(statuses).toHaveLength(200);
});

it('follows limits that are changed while it runs', async () => {
	const call = await start({});
	await call(path);
	sandbox.limits.minute = 1;
	expect((await call(path)).status).toBe(429);
	sandbox.limits = { ...sandbox.limits, minute: 5 };
	expect(left(await call(path))[0]).toBe('3');
});

it('refuses before it looks at the organisation only what has no right to it, and such calls count for nothing', async () => {
	const call = await start({});
	await call(path, { tenant: null });
	await call('/api.xro/2.0/Nothings');
	expect(left(await call(path))).toEqual(['59', '4999', '9999']);
});

it('passes a minute in half a second on a clock that runs 120 times faster', async () => {
	const clock = scaledClock(120);
	const call = await start({ clock, limits: { minute: 2 } });
	await call(path);
	await call(path);
	const [status, problem, seconds] = refusal(await call(path));
	expect([status, problem]).toEqual([429, 'minute']);
	await clock.sleep(Number(seconds) * 1000);
	expect((await call(path)).status).toBe(200);
});
