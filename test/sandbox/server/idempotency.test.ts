import { stoppedClock } from '../../../sandbox/clock';
import type { Sandbox } from '../../../sandbox/contract';
import { caller, things, type Answered } from './callers';
import { harbour, kereru, thingsSandbox } from './thingsApi';

const MINUTE = 60_000;
const path = '/api.xro/2.0/Things';
const clock = stoppedClock();

let sandbox: Sandbox;
let call: ReturnType<typeof caller>;
beforeEach(async () => {
	sandbox = await thingsSandbox({ clock });
	call = caller(sandbox);
});
afterEach(() => sandbox.stop());

const put = (key: string, name = 'Kea', options: object = {}): Promise<Answered> =>
	call(path, { method: 'PUT', json: things(name), headers: { 'idempotency-key': key }, ...options });
const written = (tenant = kereru): number => sandbox.records(tenant, 'Things').length;
const different = (key: string): object => ({
	status: 400,
	body: { Message: `Idempotency Key ${key} is used with a different request.` },
});

it('writes once for the same key and request, and answers the same', async () => {
	const [first, second] = [await put('k1'), await put('k1')];
	expect(second.body).toEqual(first.body);
	expect([first.status, second.status, written()]).toEqual([200, 200, 1]);
	expect(sandbox.calls.map(({ replayed }) => replayed)).toEqual([false, true]);
});

it('writes once when the same call comes twice at once', async () => {
	sandbox.latency = 20;
	await Promise.all([put('k1'), put('k1'), put('k1')]);
	expect(written()).toBe(1);
	expect(sandbox.calls.map(({ replayed }) => replayed)).toEqual([false, true, true]);
});

it('counts a replay for the limits', async () => {
	await put('k1');
	expect((await put('k1')).headers['x-minlimit-remaining']).toBe('58');
});

it('refuses the key with another body, another address, another method or for another organisation', async () => {
	await put('k1');
	expect(await put('k1', 'Tui')).toMatchObject(different('k1'));
	expect(await call(`${path}?x=1`, { method: 'PUT', json: things('Kea'), headers: { 'idempotency-key': 'k1' } })).toMatchObject(
		different('k1'),
	);
	expect(await put('k1', 'Kea', { method: 'POST' })).toMatchObject(different('k1'));
	expect(await put('k1', 'Kea', { tenant: harbour })).toMatchObject(different('k1'));
	expect([written(), written(harbour)]).toEqual([1, 0]);
	expect((await put('k1')).status).toBe(200);
});

it('remembers for six minutes from the first call', async () => {
	await put('k1');
	clock.advance(4 * MINUTE);
	await put('k1');
	clock.advance(2 * MINUTE - 1);
	await put('k1');
	expect(written()).toBe(1);
	clock.advance(1);
	expect((await put('k1', 'Tui')).status).toBe(200);
	expect(written()).toBe(2);
});

it('remembers refusals as well', async () => {
	const refuse = (): Promise<Answered> => call(path, { method: 'PUT', json: {}, headers: { 'idempotency-key': 'k1' } });
	expect([(await refuse()).status, (await refuse()).status]).toEqual([400, 400]);
	expect(sandbox.calls.map(({ replayed }) => replayed)).toEqual([false, true]);
});

it('replays what was written before the connection was cut', async () => {
	sandbox.fail({ times: 1, what: { kind: 'dropAfter' } });
	await expect(put('k1')).rejects.toThrow();
	const second = await put('k1');
	expect([second.status, second.body, written()]).toEqual([200, { Status: 'OK', Things: [{ Name: 'Kea' }] }, 1]);
});

it.each([{ kind: 'dropBefore' }, { kind: 'status', status: 503 }, { kind: 'limit', problem: 'minute' }] as const)(
	'does not remember what came before the write: %j',
	async (what) => {
		sandbox.fail({ times: 1, what });
		await put('k1').catch(() => undefined);
		expect(written()).toBe(0);
		expect((await put('k1')).status).toBe(200);
		expect([written(), sandbox.calls.at(-1)?.replayed]).toEqual([1, false]);
	},
);

it('does not remember what a limit refused', async () => {
	sandbox.limits.minute = 0;
	expect((await put('k1')).status).toBe(429);
	sandbox.limits.minute = 60;
	expect((await put('k1')).status).toBe(200);
});

it('keeps the keys of each app apart', async () => {
	await put('k1');
	const other = caller(sandbox, sandbox.issue({ app: 'custom' }).access_token);
	expect((await other(path, { method: 'PUT', json: things('Tui'), headers: { 'idempotency-key': 'k1' } })).status).toBe(200);
	expect(written()).toBe(2);
});

it('takes no notice of keys on GET and DELETE', async () => {
	const headers = { 'idempotency-key': 'k1' };
	await call(path, { headers });
	await put('k2');
	expect((await call(path, { headers })).body).toMatchObject({ Things: [{ Name: 'Kea' }] });
	expect((await call(`${path}/1`, { method: 'DELETE', headers })).status).toBe(204);
	expect((await put('k1')).status).toBe(200);
});

it('takes keys of 128 characters and no longer ones', async () => {
	expect((await put('k'.repeat(128))).status).toBe(200);
	const answer = await put('k'.repeat(129));
	expect(answer).toMatchObject({ status: 400, body: { Message: 'Idempotency Key must not be longer than 128 characters.' } });
	expect(written()).toBe(1);
});

it('writes every time without a key', async () => {
	await put('');
	await call(path, { method: 'PUT', json: things('Kea') });
	expect(written()).toBe(2);
});

it('leaves exactly 200 records after 200 writes of which a share was cut after the write and repeated', async () => {
	sandbox.limits = { minute: 1000, day: 5000, concurrent: 5, appMinute: 10_000 };
	sandbox.fail({ share: 0.1, seed: 3, what: { kind: 'dropAfter' } });
	let repeated = 0;
	for (let n = 0; n < 200; n += 1) {
		for (;;) {
			const answer = await put(`key-${n}`, `Bird ${n}`).catch(() => undefined);
			if (answer !== undefined) break;
			repeated += 1;
		}
	}
	expect(repeated).toBeGreaterThan(5);
	expect(new Set(sandbox.records(kereru, 'Things').map(({ Name }) => Name)).size).toBe(200);
	expect(written()).toBe(200);
});
