import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { stoppedClock } from '../../../sandbox/clock';
import type { Sandbox } from '../../../sandbox/contract';
import { caller, things } from './callers';
import { kereru, thingsSandbox } from './thingsApi';

const path = '/api.xro/2.0/Things';
const write = { method: 'PUT', json: things('Kea') };

let sandbox: Sandbox;
let call: ReturnType<typeof caller>;
beforeEach(async () => {
	sandbox = await thingsSandbox({ limits: { minute: 1000 } });
	call = caller(sandbox);
});
afterEach(() => sandbox.stop());

const statuses = async (count: number, options = {}): Promise<number[]> => {
	const seen: number[] = [];
	for (let n = 0; n < count; n += 1) seen.push((await call(path, options)).status);
	return seen;
};

describe('which calls a fault hits', () => {
	it('are all of them until it is taken away', async () => {
		const takeAway = sandbox.fail({ what: { kind: 'status', status: 503 } });
		expect(await statuses(3)).toEqual([503, 503, 503]);
		takeAway();
		expect(await statuses(1)).toEqual([200]);
	});

	it('are as many as times, after as many as after', async () => {
		sandbox.fail({ times: 2, after: 1, what: { kind: 'status', status: 500 } });
		expect(await statuses(5)).toEqual([200, 500, 500, 200, 200]);
	});

	it('are those within its time, which begins with the first of them', async () => {
		const clock = stoppedClock();
		const other = await thingsSandbox({ clock });
		const ask = caller(other);
		other.fail({ after: 1, lasts: 10_000, what: { kind: 'status', status: 503 } });
		const seen: number[] = [];
		for (const ms of [0, 20_000, 5_000, 4_999, 1]) {
			clock.advance(ms);
			seen.push((await ask(path)).status);
		}
		await other.stop();
		expect(seen).toEqual([200, 503, 503, 503, 200]);
	});

	it('are those whose method and path match', async () => {
		sandbox.fail({ match: { method: 'put', path: '/Things' }, what: { kind: 'status', status: 500 } });
		expect((await call(path)).status).toBe(200);
		expect((await call(path, write)).status).toBe(500);
		sandbox.clearFaults();
		sandbox.fail({ match: { path: /\/Things$/g }, what: { kind: 'status', status: 500 } });
		expect((await call(`${path}?page=1`)).status).toBe(500);
		expect((await call(`${path}?page=1`)).status).toBe(500);
		expect((await call(`${path}/1`)).status).toBe(200);
		sandbox.clearFaults();
		sandbox.fail({ match: { path: 'page=2' }, what: { kind: 'status', status: 500 } });
		expect([(await call(`${path}?page=1`)).status, (await call(`${path}?page=2`)).status]).toEqual([200, 500]);
	});

	it('are a share of them, the same ones for the same seed', async () => {
		const run = async (seed: number): Promise<number[]> => {
			const takeAway = sandbox.fail({ share: 0.3, seed, what: { kind: 'status', status: 500 } });
			const seen = await statuses(100);
			takeAway();
			return seen;
		};
		const [first, again, other] = [await run(7), await run(7), await run(8)];
		expect(again).toEqual(first);
		expect(other).not.toEqual(first);
		const hit = first.filter((status) => status === 500).length;
		expect(hit).toBeGreaterThan(15);
		expect(hit).toBeLessThan(45);
	});

	it('are hit by the first fault that fits, and a used-up one makes room for the next', async () => {
		sandbox.fail({ times: 1, what: { kind: 'status', status: 500 } });
		sandbox.fail({ times: 1, what: { kind: 'status', status: 503 } });
		expect(await statuses(3)).toEqual([500, 503, 200]);
	});

	it('are not those that are refused anyway', async () => {
		sandbox.fail({ times: 1, what: { kind: 'status', status: 500 } });
		expect((await call(path, { tenant: null })).status).toBe(403);
		expect(await statuses(2)).toEqual([500, 200]);
	});

	it('may be connections', async () => {
		sandbox.fail({ match: { path: '/connections' }, times: 1, what: { kind: 'status', status: 500 } });
		expect([(await call('/connections')).status, (await call('/connections')).status]).toEqual([500, 200]);
	});
});

describe('a status', () => {
	it("comes as JSON in the API's words by default, with the limits left", async () => {
		sandbox.fail({ what: { kind: 'status', status: 500 } });
		const { headers, body } = await call(path);
		expect(headers['content-type']).toBe('application/json; charset=utf-8');
		expect(headers['x-minlimit-remaining']).toBe('999');
		expect(body).toMatchObject({ Code: 500 });
	});

	it('comes with the body and headers it was given', async () => {
		sandbox.fail({ what: { kind: 'status', status: 412, body: { Message: 'No' }, headers: { 'X-Made-Up': 'yes' } } });
		const { status, headers, body } = await call(path);
		expect([status, headers['x-made-up'], body]).toEqual([412, 'yes', { Message: 'No' }]);
	});

	it.each([
		['text', 'text/plain; charset=utf-8', 'Service Unavailable'],
		['html', 'text/html; charset=utf-8', '<h1>Service Unavailable</h1>'],
	] as const)('comes as %s', async (as, type, part) => {
		sandbox.fail({ what: { kind: 'status', status: 503, as } });
		const { headers, text } = await call(path);
		expect(headers['content-type']).toBe(type);
		expect(text).toContain(part);
	});

	it('of 304 has no body', async () => {
		sandbox.fail({ what: { kind: 'status', status: 304 } });
		const { status, text } = await call(path);
		expect([status, text]).toEqual([304, '']);
	});

	it('comes before the write: nothing was written', async () => {
		sandbox.fail({ times: 1, what: { kind: 'status', status: 503 } });
		await call(path, write);
		expect(sandbox.records(kereru, 'Things')).toEqual([]);
	});
});

describe('a limit', () => {
	it.each([
		['minute', 'x-minlimit-remaining', '60'],
		['day', 'x-daylimit-remaining', '86400'],
		['appminute', 'x-appminlimit-remaining', '60'],
	] as const)('of the %s comes as Xero sends it', async (problem, header, seconds) => {
		sandbox.fail({ what: { kind: 'limit', problem } });
		const { status, headers } = await call(path);
		expect([status, headers['x-rate-limit-problem'], headers[header], headers['retry-after']]).toEqual([
			429,
			problem,
			'0',
			seconds,
		]);
	});

	it('may say how long to wait, and of calls at once says nothing about it', async () => {
		sandbox.fail({ times: 1, what: { kind: 'limit', problem: 'day', retryAfter: 66_975 } });
		expect((await call(path)).headers['retry-after']).toBe('66975');
		sandbox.fail({ times: 1, what: { kind: 'limit', problem: 'concurrent' } });
		expect((await call(path)).headers['retry-after']).toBeUndefined();
	});
});

describe('a dropped connection', () => {
	it('before the write leaves nothing written', async () => {
		sandbox.fail({ times: 1, what: { kind: 'dropBefore' } });
		await expect(call(path, write)).rejects.toThrow('fetch failed');
		expect(sandbox.records(kereru, 'Things')).toEqual([]);
		expect(sandbox.calls.map(({ status }) => status)).toEqual([0]);
	});

	it('after the write leaves it written', async () => {
		sandbox.fail({ times: 1, what: { kind: 'dropAfter' } });
		await expect(call(path, write)).rejects.toThrow('fetch failed');
		expect(sandbox.records(kereru, 'Things')).toEqual([{ Name: 'Kea' }]);
		expect((await call(path)).status).toBe(200);
	});
});

describe('slowness', () => {
	/** ms: far more than another call takes on a busy machine. */
	const LONG = 1_500;

	/** The order in which two calls under way end, with what they end. */
	async function order(first: Promise<{ status: number }>, second: Promise<{ status: number }>): Promise<string[]> {
		const ended: string[] = [];
		const note = async (name: string, call: Promise<{ status: number }>) => ended.push(`${name} ${(await call).status}`);
		await Promise.all([note('first', first), note('second', second)]);
		return ended;
	}

	it('of a whole answer delays it', async () => {
		sandbox.fail({ times: 1, what: { kind: 'latency', ms: LONG } });
		expect(await order(call(path), call(path))).toEqual(['second 200', 'first 200']);
	});

	it('goes by the clock of the sandbox when it is told to', async () => {
		const clock = stoppedClock();
		const other = await thingsSandbox({ clock, delays: 'clock', latency: 60_000 });
		const ended: string[] = [];
		const slow = caller(other)(path).then(({ status }) => ended.push(`slow ${status}`));
		for (let turns = 0; turns < 500; turns += 1) await turnOfTheLoop();
		ended.push('a minute');
		clock.advance(60_000);
		await slow;
		await other.stop();
		expect(ended).toEqual(['a minute', 'slow 200']);
	});

	it('of every answer delays refusals too', async () => {
		sandbox.latency = LONG;
		const slow = Promise.all([call(path), call(path, { token: null })]);
		// On the loopback address a call arrives within a few turns of the event loop, however busy the machine is.
		for (let turns = 0; turns < 500; turns += 1) await turnOfTheLoop();
		sandbox.latency = 0;
		const ended: string[] = [];
		await Promise.all([
			slow.then((answers) => ended.push(`slow ${answers.map(({ status }) => status).join(' ')}`)),
			call(path).then(({ status }) => ended.push(`other ${status}`)),
		]);
		expect(ended).toEqual(['other 200', 'slow 200 401']);
	});

	const open = (signal?: AbortSignal): Promise<Response> =>
		fetch(`${sandbox.url}${path}`, {
			headers: { authorization: `Bearer ${sandbox.issue().access_token}`, 'xero-tenant-id': kereru, accept: 'application/json' },
			signal,
		});

	it('of a body sends it over time, complete', async () => {
		await call(path, { method: 'PUT', json: things('Kea', 'Tui', 'Moa') });
		sandbox.fail({ times: 1, what: { kind: 'slowBody', ms: LONG } });
		const slow = open().then(async (response) => ({ status: ((await response.json()) as { Things: unknown[] }).Things.length }));
		expect(await order(slow, call(path))).toEqual(['second 200', 'first 3']);
	});

	it('without an end sends blanks for ever, once what was asked for is done', async () => {
		sandbox.fail({ times: 1, what: { kind: 'drip', ms: 5 } });
		const given = new AbortController();
		const response = await fetch(`${sandbox.url}${path}`, {
			method: 'PUT',
			headers: {
				authorization: `Bearer ${sandbox.issue().access_token}`,
				'xero-tenant-id': kereru,
				'content-type': 'application/json',
			},
			body: JSON.stringify(things('Kea')),
			signal: given.signal,
		});
		expect([response.status, sandbox.records(kereru, 'Things')]).toEqual([200, [{ Name: 'Kea' }]]);
		const reader = response.body!.getReader();
		let came = '';
		while (came.length < 20) came += Buffer.from((await reader.read()).value!).toString();
		expect(came.trim()).toBe('');
		given.abort();
		expect((await call(path)).status).toBe(200);
	});

	it('of a body sends the headers at once, so that only a limit on the whole answer notices', async () => {
		sandbox.fail({ times: 1, what: { kind: 'slowBody', ms: 600_000 } });
		const given = new AbortController();
		const response = await open(given.signal);
		expect(response.status).toBe(200);
		given.abort();
		await expect(response.json()).rejects.toThrow('aborted');
	});
});

describe('a page', () => {
	beforeEach(() => call(path, { method: 'PUT', json: things('a', 'b', 'c', 'd', 'e', 'f') }));
	const names = async (url: string): Promise<string[]> =>
		((await call(url)).body as { Things: Array<{ Name: string }> }).Things.map(({ Name }) => Name);

	it('can be cut in half, while what it says about pages stays', async () => {
		sandbox.fail({ times: 1, what: { kind: 'halfPage' } });
		await call(path, write);
		const { body } = await call(`${path}?page=1`);
		expect(body).toEqual({
			Status: 'OK',
			pagination: { page: 1, itemCount: 7 },
			Warnings: [],
			Things: [{ Name: 'a' }, { Name: 'b' }],
		});
		expect(await names(`${path}?page=1`)).toEqual(['a', 'b', 'c', 'd']);
	});

	it('can be the same whatever page is asked for', async () => {
		expect(await names(`${path}?page=2`)).toEqual(['e', 'f']);
		sandbox.fail({ what: { kind: 'samePage' } });
		expect(await names(`${path}?page=2`)).toEqual(['a', 'b', 'c', 'd']);
	});
});
