import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import type { Fault } from '../../sandbox/contract';
import { byId, KERERU, Stage, staged, thrown, told, triggerOf } from './stage';

const root = resolve(__dirname, '../..');

describe('A poll that breaks off', () => {
	const stage = staged();

	const faults: ReadonlyArray<readonly [string, Fault['what']]> = [
		['the answer is status 500', { kind: 'status', status: 500 }],
		['the answer is a web page', { kind: 'status', status: 200, as: 'html' }],
		['the connection is cut', { kind: 'dropBefore' }],
		['the calls of the day are used up', { kind: 'limit', problem: 'day', retryAfter: 3_600 }],
		['the minute is used up for longer than it may wait', { kind: 'limit', problem: 'minute', retryAfter: 3_600 }],
	];
	it.each(faults)('leaves nothing behind, and the next one hands on everything: %s', async (_why, what) => {
		const trigger = await stage.watching('invoice');
		const ids = [await stage.invoice(), await stage.invoice(), await stage.invoice()];
		const memory = trigger.memory;
		const repair = stage.sandbox.fail({ match: { path: '/Invoices' }, what });
		const error = await thrown(trigger.raw());
		repair();

		expect(error.name).toBe('NodeApiError');
		expect(trigger.memory).toEqual(memory);
		await stage.pass(2 * 60 * 60_000);
		expect(told(await trigger.poll())).toEqual(ids.map((id) => ['new', id]));
		expect(await trigger.poll()).toEqual([]);
	});

	it.each(faults.slice(0, 3))('in the middle of it leaves nothing behind either: %s', async (_why, what) => {
		const trigger = await stage.watching('invoice');
		const ids = [await stage.invoice(), await stage.invoice(), await stage.invoice()];
		const memory = trigger.memory;
		const repair = stage.sandbox.fail({ match: { path: '/History' }, after: 1, what });
		await thrown(trigger.raw());
		repair();

		expect(trigger.memory).toEqual(memory);
		expect(told(await trigger.poll())).toEqual(ids.map((id) => ['new', id]));
	});

	it('by a limit in the middle of it hands on what it got to, and the rest comes once the limit is over', async () => {
		const trigger = await stage.watching('invoice');
		const ids: string[] = [];
		for (let count = 0; count < 12; count += 1) ids.push(await stage.invoice());
		const repair = stage.sandbox.fail({
			match: { path: '/History' },
			after: 6,
			what: { kind: 'limit', problem: 'day', retryAfter: 3_600 },
		});
		const first = told(await trigger.poll());
		repair();
		expect(first.length).toBeGreaterThan(0);
		expect(first.length).toBeLessThan(12);
		expect((await thrown(trigger.raw())).failure).toMatchObject({ cause: 'quota-exhausted' });
		await stage.pass(2 * 60 * 60_000);

		expect([...first, ...told(await trigger.poll())]).toEqual(ids.map((id) => ['new', id]));
	});

	it('says to n8n when the calls of the day work again', async () => {
		const trigger = await stage.watching('invoice');
		stage.sandbox.fail({ what: { kind: 'limit', problem: 'day', retryAfter: 3_600 } });
		const { failure } = await thrown(trigger.raw());

		expect(failure).toMatchObject({ cause: 'quota-exhausted' });
		const { resetsAtEpochMs } = failure as { resetsAtEpochMs: number };
		expect(Math.abs(resetsAtEpochMs - stage.clock.now() - 3_600_000)).toBeLessThan(10_000);
	});

	it('says to n8n how long to wait for the minute', async () => {
		const trigger = await stage.watching('invoice', { options: { longestWait: 1 } });
		stage.sandbox.fail({ what: { kind: 'limit', problem: 'minute', retryAfter: 600 } });
		const { failure } = await thrown(trigger.raw());

		expect(failure).toMatchObject({ cause: 'rate-limited' });
		expect((failure as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(500_000);
	});

	it('at activation keeps the workflow from being activated, and starts later', async () => {
		const trigger = stage.trigger('invoice');
		const repair = stage.sandbox.fail({ what: { kind: 'status', status: 503 } });
		await thrown(trigger.raw());
		repair();
		await stage.invoice();

		expect(trigger.memory).toEqual({});
		expect(await trigger.activate()).toEqual([]);
	});

	it('over half a page reads it again', async () => {
		const trigger = await stage.watching('invoice', { options: { tellNew: false } });
		const ids = [await stage.invoice(), await stage.invoice(), await stage.invoice(), await stage.invoice()];
		stage.sandbox.fail({ what: { kind: 'halfPage' }, times: 1 });

		expect((await trigger.poll()).map(({ InvoiceID }) => InvoiceID)).toEqual(ids);
		expect(stage.asked).toEqual(['GET /Invoices', 'GET /Invoices']);
	});
});

describe('A process that ends', () => {
	const stage = staged();
	let folder: string;
	const children: ChildProcess[] = [];
	beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'polling-'))));
	afterEach(() => {
		for (const child of children.splice(0)) child.kill('SIGKILL');
		rmSync(folder, { recursive: true });
	});

	it('after polls that handed on nothing goes on where it last saved, and tells nothing twice', async () => {
		const trigger = await stage.watching('invoice');
		const first = await stage.invoice();
		expect(told(await trigger.poll())).toEqual([['new', first]]);
		for (let polls = 0; polls < 5; polls += 1) {
			await stage.pass(10 * 60_000);
			expect(await trigger.poll()).toEqual([]);
		}
		const second = await stage.invoice();
		trigger.restart();

		expect(told(await trigger.poll())).toEqual([['new', second]]);
		trigger.restart();
		expect(await trigger.poll()).toEqual([]);
	});

	/** A trigger whose memory is in a file, activated, with three changes to tell of. */
	async function waiting() {
		const file = join(folder, 'static-data.json');
		const parameters = { organisation: byId(KERERU), resource: 'invoice' };
		const trigger = triggerOf(stage.credentials, parameters, { id: 'killed' });
		await trigger.activate();
		trigger.saveTo(file);
		const ids = [await stage.invoice(), await stage.invoice(), await stage.invoice()];
		stage.sandbox.forget();
		const node = 'XeroPollingTrigger';
		const argument = JSON.stringify({ node, credentials: stage.credentials, parameters, file, id: 'killed' });
		const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'test/polling/killed.ts'), argument], {
			cwd: root,
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		children.push(child);
		const next = () => triggerOf(stage.credentials, parameters, { id: 'killed', file });
		return { ids, child, file, next };
	}

	it('killed between what it read and what it saved loses nothing', async () => {
		const { ids, child, file, next } = await waiting();
		const before = readFileSync(file, 'utf8');
		const [said] = (await once(child.stdout!, 'data')) as [Buffer];
		expect(said.toString()).toBe('handed on 3\n');
		child.kill('SIGKILL');
		await once(child, 'exit');

		expect(readFileSync(file, 'utf8')).toBe(before);
		expect(told(await next().poll())).toEqual(ids.map((id) => ['new', id]));
		expect(await next().poll()).toEqual([]);
	});

	it('killed in the middle of reading loses nothing', async () => {
		const slow = { match: { path: '/History' }, what: { kind: 'latency', ms: 60_000 } } as const;
		const repair = stage.sandbox.fail(slow);
		const { ids, child, next } = await waiting();
		while (!stage.asked.includes('GET /Invoices')) await pause(20);
		await pause(200);
		child.kill('SIGKILL');
		await once(child, 'exit');
		repair();

		expect(told(await next().poll())).toEqual(ids.map((id) => ['new', id]));
		expect(await next().poll()).toEqual([]);
	});
});

describe('Whatever happens to Xero and to n8n', () => {
	const step = fc.oneof(
		{ weight: 3, arbitrary: fc.constant({ do: 'create' } as const) },
		{ weight: 3, arbitrary: fc.record({ do: fc.constant('update' as const), which: fc.nat({ max: 50 }) }) },
		{ weight: 3, arbitrary: fc.constant({ do: 'poll' } as const) },
		{
			weight: 2,
			arbitrary: fc.record({
				do: fc.constant('break' as const),
				path: fc.constantFrom('/Invoices?', '/History'),
				after: fc.integer({ min: 0, max: 2 }),
				what: fc.constantFrom<Fault['what']>(
					{ kind: 'status', status: 500 },
					{ kind: 'dropBefore' },
					{ kind: 'limit', problem: 'day', retryAfter: 60 },
				),
			}),
		},
		{ weight: 1, arbitrary: fc.constant({ do: 'restart' } as const) },
		{ weight: 1, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(1_000, 5 * 60_000) }) },
	);

	it('every state of an invoice that was there at a poll is told of once, and only the first as new', async () => {
		const stage = new Stage();
		await stage.open();
		try {
			await fc.assert(
				fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 18 }), async (steps) => {
					await stage.pass(10 * 60_000);
					const old = stage.records('Invoices').filter(({ Status, Type }) => Status === 'DRAFT' && Type === 'ACCREC');
					const ids = old.map(({ InvoiceID }) => String(InvoiceID));
					const before = new Set(ids);
					const trigger = await stage.watching('invoice', { simplify: false });
					const open = new Map<string, number>();
					const changed = (id: string): void => {
						const { UpdatedDateUTC } = stage.records('Invoices').find(({ InvoiceID }) => InvoiceID === id)!;
						open.set(id, Date.parse(String(UpdatedDateUTC)));
					};
					const toldOf = new Set<string>();
					const poll = async (): Promise<void> => {
						for (const { changeType, InvoiceID, UpdatedDateUTC } of await trigger.poll()) {
							const id = String(InvoiceID);
							expect(open.get(id)).toBe(Date.parse(String(UpdatedDateUTC)));
							expect(changeType).toBe(before.has(id) || toldOf.has(id) ? 'updated' : 'new');
							open.delete(id);
							toldOf.add(id);
						}
					};
					for (const one of steps) {
						if (one.do === 'create') {
							const id = await stage.invoice();
							ids.push(id);
							changed(id);
						} else if (one.do === 'update' && ids.length) {
							const id = ids[one.which % ids.length]!;
							await stage.changed('Invoices', id, { Reference: `Changed ${stage.clock.now()}` });
							changed(id);
						} else if (one.do === 'poll') {
							await poll();
							expect([...open]).toEqual([]);
						} else if (one.do === 'break') {
							const repair = stage.sandbox.fail({ match: { path: one.path }, after: one.after, what: one.what });
							const memory = JSON.stringify(trigger.memory);
							try {
								await poll();
							} catch {
								expect(JSON.stringify(trigger.memory)).toBe(memory);
							}
							repair();
							await stage.pass(2 * 60_000);
						} else if (one.do === 'restart') trigger.restart();
						else if (one.do === 'pass') await stage.pass(one.ms);
					}
					await poll();
					expect([...open]).toEqual([]);
					expect(await trigger.poll()).toEqual([]);
				}),
				{ numRuns: 30 },
			);
		} finally {
			await stage.close();
		}
	});
});
