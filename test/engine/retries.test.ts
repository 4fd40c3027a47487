import { retryMemoryOf } from '../../nodes/shared/run/retryMemory';
import type { Step } from './scriptedCaller';
import { CUT, KERERU, N8NS, OK, READ, scripted, TIMEOUT, WRITE } from './scriptedCaller';
import { inVirtualTime, START } from './virtualTime';

const time = inVirtualTime();
const times = (calls: ReadonlyArray<{ at: number }>): number[] => calls.map(({ at }) => at - START);
const MINUTE = 60_000;

/** An error page as gateways send it. */
const html = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';
const passing: ReadonlyArray<readonly [string, Step]> = [
	['500 as JSON', { status: 500, body: { Message: 'An error occurred' } }],
	['502 as HTML', { status: 502, body: html }],
	['503 as text', { status: 503, body: 'The organisation is offline' }],
	['503 without a body', { status: 503 }],
	['504 as HTML', { status: 504, body: html }],
	['a connection that is cut', CUT],
	['no answer in time', TIMEOUT],
	['a connection that is refused', { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:4010' }],
	['a name that cannot be resolved', { code: 'EAI_AGAIN', message: 'getaddrinfo EAI_AGAIN api.xero.com' }],
	['a broken pipe', { code: 'EPIPE', message: 'write EPIPE' }],
	['a web page in place of an answer', { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: html }],
	['an answer that breaks off', { code: 'ERR_BAD_RESPONSE', message: 'stream has been aborted' }],
];

describe.each(N8NS)('In %s a call that meets', (_n8n, causeless) => {
	it.each(passing)('%s is tried again', async (_, step) => {
		const { ask, calls } = await scripted({ steps: [step, OK], causeless });

		expect(await time().until(ask(READ))).toEqual({ status: 200, headers: {}, body: { Contacts: [] } });
		expect(calls).toHaveLength(2);
	});

	it.each(passing)('%s is written again with the same Idempotency-Key', async (_, step) => {
		const { ask, calls } = await scripted({ steps: [step, step, OK], causeless });
		await time().until(ask(WRITE));

		expect(calls).toHaveLength(3);
		expect(calls[0]!.key).toMatch(/^[0-9a-f]{64}$/);
		expect(new Set(calls.map(({ key }) => key)).size).toBe(1);
		expect(new Set(calls.map(({ options }) => JSON.stringify(options.body))).size).toBe(1);
	});

	it.each([400, 403, 404, 405, 409, 412, 413, 422, 501])('status %i is not tried again', async (status) => {
		const { send, calls } = await scripted({ steps: [{ status, body: { Message: 'No' } }], causeless });

		expect(await time().until(send(WRITE))).toEqual({ status, headers: {}, body: { Message: 'No' } });
		expect(calls).toHaveLength(1);
	});
});

describe('Retries', () => {
	it('go on within Longest Wait, each after twice the wait of the one before, half a minute at most', async () => {
		const { send, calls } = await scripted({ steps: () => ({ status: 500 }), settings: { longestWait: MINUTE } });

		expect(await time().until(send(READ))).toMatchObject({ status: 500 });
		expect(times(calls)).toEqual([0, 375, 1_125, 2_625, 5_625, 11_625, 23_625, 46_125]);
	});

	it('outlast an outage of ten seconds', async () => {
		const { ask, calls } = await scripted({ steps: ({ at }) => (at - START < 10_000 ? CUT : OK) });
		await time().until(ask(READ));

		expect(times(calls)).toEqual([0, 375, 1_125, 2_625, 5_625, 11_625]);
	});

	it('wait from half to the whole of that', async () => {
		time().random = 0;
		const { send, calls } = await scripted({ steps: () => ({ status: 500 }), settings: { longestWait: 5_000 } });
		await time().until(send(READ));

		expect(times(calls)).toEqual([0, 250, 750, 1_750, 3_750]);
	});

	it('wait as long as Xero says when it says so', async () => {
		const { ask, calls } = await scripted({ steps: [{ status: 503, headers: { 'retry-after': '20' } }, OK] });
		await time().until(ask(READ));

		expect(times(calls)).toEqual([0, 20_000]);
	});

	it('end when patience does', async () => {
		const { send, calls } = await scripted({
			steps: () => ({ status: 503, headers: { 'retry-after': '200' } }),
			settings: { longestWait: 5 * MINUTE },
		});

		expect(await time().until(send(READ))).toMatchObject({ status: 503 });
		expect(times(calls)).toEqual([0, 200_000]);
	});

	it('become few for the organisation when nothing gets through any more, and come back with time', async () => {
		const { send, calls } = await scripted({ steps: () => ({ status: 503 }), settings: { longestWait: MINUTE } });
		const made = async (sending = {}): Promise<number> => {
			const before = calls.length;
			await time().until(Promise.all(Array.from({ length: 8 }, async () => await send(READ, sending))));
			return calls.length - before;
		};

		// 20 retries are in stock, and five seconds give back one: without that limit it would be 64 calls.
		expect(await made()).toBe(40);
		expect(await made({ organisation: KERERU })).toBe(40);
		await time().pass(10 * MINUTE);
		expect(await made()).toBe(40);
	});
});

describe('A write of which it is open whether it was done', () => {
	const openText = expect.stringMatching(/^A retry by n8n within this execution \(Retry On Fail\) is safe\./);
	const OPEN = 'It is open whether it was written: look for it in Xero before sending it again';

	it.each(N8NS)('ends, after its retries, with an error that says so: %s', async (_n8n, causeless) => {
		const { ask, calls } = await scripted({ steps: () => CUT, causeless });

		await expect(time().until(ask(WRITE, { items: [7] }))).rejects.toMatchObject({
			message: `Item 8: Xero did not answer: the connection was cut. ${OPEN}`,
			description: openText,
			context: { xero: { items: [7], state: 'unconfirmed' } },
			failure: { cause: 'temporarily-unavailable' },
		});
		expect(times(calls).at(-1)).toBeGreaterThan(4.5 * MINUTE);
	});

	it('is not repeated once Xero may have forgotten its key, however long the patience', async () => {
		const { ask, calls } = await scripted({ steps: () => TIMEOUT, settings: { longestWait: 60 * MINUTE } });

		await expect(time().until(ask(WRITE))).rejects.toMatchObject({
			message: `Xero did not answer in 100 seconds. ${OPEN}`,
			description: openText,
		});
		expect(times(calls).every((at) => at < 5.5 * MINUTE)).toBe(true);
		expect(calls).toHaveLength(4);
	});

	it('is not repeated then after waits for limits either', async () => {
		const limited: Step = { status: 429, headers: { 'x-rate-limit-problem': 'minute', 'retry-after': '60' } };
		const { ask, calls } = await scripted({
			steps: (_, index) => (index === 0 ? CUT : limited),
			settings: { longestWait: 60 * MINUTE },
		});

		await expect(time().until(ask(WRITE))).rejects.toMatchObject({
			message: `Xero did not answer: the connection was cut. ${OPEN}`,
			description: openText,
		});
		expect(times(calls).at(-1)).toBeLessThan(5.5 * MINUTE);
	});

	it('may wait for limits as long as it likes while nothing is open', async () => {
		const limited: Step = { status: 429, headers: { 'x-rate-limit-problem': 'minute', 'retry-after': '60' } };
		const { ask } = await scripted({ steps: (_, index) => (index < 8 ? limited : OK), settings: { longestWait: 60 * MINUTE } });
		await time().until(ask(WRITE));

		expect(time().passed).toBe(8 * MINUTE);
	});

	it.each<readonly [string, Step]>([
		['silence', CUT],
		['status 504', { status: 504 }],
	])('is not called unwritten when a retry is given up after %s: day used up', async (_, step) => {
		const day: Step = { status: 429, headers: { 'x-rate-limit-problem': 'day', 'retry-after': '3600' } };
		const { ask } = await scripted({ steps: [step, day] });

		await expect(time().until(ask(WRITE))).rejects.toMatchObject({ description: openText });
	});

	it('is neither called unwritten nor failed when the execution is canceled before the retry', async () => {
		const cancel = new AbortController();
		const { ask } = await scripted({ steps: [CUT, OK], settings: { cancelled: cancel.signal } });
		const asking = ask(WRITE);
		const seen = expect(asking).rejects.toMatchObject({
			message: `The execution was canceled before Xero had answered. ${OPEN}`,
			description: openText,
			context: { xero: { state: 'canceled', open: true } },
		});
		await time().pass(100);
		cancel.abort();
		await time().settle();

		await seen;
	});

	it('is not repeated by a retry of the whole node once its key may be forgotten, as the run remembers it', async () => {
		const settings = { longestWait: 60 * MINUTE, run: 'retried' };
		const first = await scripted({ steps: () => TIMEOUT, settings: { ...settings, attempts: retryMemoryOf('retried', 3) } });
		await expect(time().until(first.ask(WRITE))).rejects.toMatchObject({ description: openText });
		const again = await scripted({ steps: () => OK, settings: { ...settings, attempts: retryMemoryOf('retried', 3) } });

		await expect(time().until(again.ask(WRITE, { items: [0] }))).rejects.toMatchObject({
			message: `Item 1: Xero did not answer: an earlier try had no answer. ${OPEN}`,
			description: openText,
		});
		expect(again.calls).toHaveLength(0);
		retryMemoryOf('retried', 3).end('rows');
	});

	it('is repeated with the same key by a retry of the whole node while Xero remembers it', async () => {
		const first = await scripted({ steps: () => CUT, settings: { run: 'soon', attempts: retryMemoryOf('soon', 3) } });
		await expect(time().until(first.ask(WRITE))).rejects.toMatchObject({ description: openText });
		const again = await scripted({ steps: () => OK, settings: { run: 'soon', attempts: retryMemoryOf('soon', 3) } });
		await time().until(again.ask(WRITE));

		expect(again.calls.map(({ key }) => key)).toEqual([first.calls[0]!.key]);
		retryMemoryOf('soon', 3).end('rows');
	});
});

describe('A read without an answer', () => {
	it('says what to check, and nothing of writes', async () => {
		const { ask } = await scripted({ steps: () => ({ code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND api.xero.com' }) });

		await expect(time().until(ask(READ))).rejects.toMatchObject({
			message: 'Xero did not answer: its address was not found. Run again later',
			description: 'Check the network, and that the Environment in the credential is right. (ENOTFOUND)',
		});
	});
});

describe('Cancelling', () => {
	it('ends the wait for a limit before the call, and says that nothing was written', async () => {
		const cancel = new AbortController();
		const { ask, calls } = await scripted({
			steps: [{ status: 429, headers: { 'x-rate-limit-problem': 'minute', 'retry-after': '50' } }],
			settings: { cancelled: cancel.signal },
		});
		const seen = expect(ask(WRITE, { items: [2] })).rejects.toMatchObject({
			message: 'The execution was canceled before this call was sent',
			description: 'Nothing of this call was written.',
		});
		await time().pass(3_000);
		cancel.abort();
		await time().settle();

		await seen;
		expect(calls).toHaveLength(1);
	});

	it('in the middle of a call is no reason to reconnect, and leaves a write open', async () => {
		const cancel = new AbortController();
		const aborted: Step = { code: 'ERR_CANCELED', message: 'canceled', after: 2_000 };
		const { ask } = await scripted({ steps: () => aborted, settings: { cancelled: cancel.signal } });
		const write = expect(ask(WRITE)).rejects.toMatchObject({
			message:
				'The execution was canceled before Xero had answered. It is open whether it was written: look for it in Xero before sending it again',
			context: { xero: { state: 'canceled', open: true } },
		});
		const read = expect(ask(READ)).rejects.toMatchObject({ message: 'The execution was canceled before Xero had answered' });
		await time().pass(1_000);
		cancel.abort();
		await time().pass(1_000);

		await Promise.all([write, read]);
	});
});
