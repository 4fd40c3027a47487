import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import type { Fault } from '../../sandbox/contract';
import { came, PayrollStage, payrollStaged } from './payrollStage';
import { thrown } from './stage';

const root = resolve(__dirname, '../..');

describe('A poll of payroll that breaks off', () => {
	const payroll = payrollStaged('nz');

	const faults: ReadonlyArray<readonly [string, Fault['what']]> = [
		['the answer is status 500', { kind: 'status', status: 500 }],
		['the answer is a web page', { kind: 'status', status: 200, as: 'html' }],
		['the answer has no list', { kind: 'answer', change: () => ({ problem: null }) }],
		['the connection is cut', { kind: 'dropBefore' }],
		['the calls of the day are used up', { kind: 'limit', problem: 'day', retryAfter: 3_600 }],
		['the minute is used up for longer than it may wait', { kind: 'limit', problem: 'minute', retryAfter: 3_600 }],
	];
	it.each(faults)('leaves nothing behind, and the next one hands on everything: %s', async (_why, what) => {
		const trigger = await payroll.watching('employee');
		const ids = [await payroll.hire(), await payroll.hire(), await payroll.hire()];
		const { memory } = trigger;
		const repair = payroll.stage.sandbox.fail({ match: { path: '/Employees' }, what });
		await thrown(trigger.raw());
		repair();

		expect(trigger.memory).toEqual(memory);
		await payroll.stage.pass(2 * 60 * 60_000);
		expect(new Set(came(await trigger.poll(), 'employeeID'))).toEqual(new Set(ids.map((id) => ['new', id])));
		expect(await trigger.poll()).toEqual([]);
	});

	it('over half a page reads it again', async () => {
		const trigger = await payroll.watching('employee');
		const id = await payroll.hire();
		payroll.stage.sandbox.fail({ what: { kind: 'halfPage' }, times: 1 });

		expect(came(await trigger.poll(), 'employeeID')).toEqual([['new', id]]);
		expect(payroll.asked).toEqual(['GET /Employees', 'GET /Employees']);
	});

	it('over the payslips of a pay run hands them on with the next poll', async () => {
		const trigger = await payroll.watching('payslipPosted');
		const payRunID = payroll.draft;
		payroll.post(payRunID);
		const repair = payroll.stage.sandbox.fail({ match: { path: '/PaySlips' }, what: { kind: 'status', status: 500 } });
		await thrown(trigger.raw());
		repair();

		expect((await trigger.poll()).every((item) => item.payRunID === payRunID)).toBe(true);
		expect(await trigger.poll()).toEqual([]);
	});

	it('by a limit over the second of two pay runs hands on the first, and the second with the next poll', async () => {
		const trigger = await payroll.watching('payslipPosted');
		const first = payroll.draft;
		payroll.post(first);
		await payroll.stage.pass();
		const second = await payroll.draftAgain();
		payroll.post(second);
		const repair = payroll.stage.sandbox.fail({
			match: { path: '/PaySlips' },
			after: 1,
			what: { kind: 'limit', problem: 'day', retryAfter: 60 },
		});
		const items = await trigger.poll();
		repair();
		await payroll.stage.pass(2 * 60_000);
		payroll.stage.sandbox.forget();

		expect(new Set(items.map(({ payRunID }) => payRunID))).toEqual(new Set([first]));
		// An unscheduled pay run has no payslips: that they are asked for is all there is to see.
		expect(await trigger.poll()).toEqual([]);
		expect(payroll.stage.calls.map(({ url }) => url).filter((url) => url.includes('/PaySlips'))).toEqual([
			`/payroll.xro/2.0/PaySlips?PayRunID=${second}&page=1`,
		]);
		payroll.stage.sandbox.forget();
		expect(await trigger.poll()).toEqual([]);
		expect(payroll.asked).toEqual(['GET /PayRuns']);
	});
});

describe('A process that ends', () => {
	const payroll = payrollStaged('nz');
	let folder: string;
	const children: ChildProcess[] = [];
	beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'payroll-polling-'))));
	afterEach(() => {
		for (const child of children.splice(0)) child.kill('SIGKILL');
		rmSync(folder, { recursive: true });
	});

	/** A trigger whose memory is in a file, activated, with three changes to tell of. */
	async function waiting() {
		const file = join(folder, 'static-data.json');
		const trigger = payroll.trigger('employee', {}, { id: 'killed' });
		await trigger.activate();
		trigger.saveTo(file);
		const ids = [await payroll.hire(), await payroll.hire(), await payroll.hire()];
		payroll.stage.sandbox.forget();
		const argument = JSON.stringify({
			...{ node: 'XeroPayrollPollingTrigger', credentials: payroll.stage.credentials },
			...{ parameters: payroll.parameters('employee'), file, id: 'killed' },
		});
		const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'test/polling/killed.ts'), argument], {
			cwd: root,
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		children.push(child);
		const next = () => payroll.trigger('employee', {}, { id: 'killed', file });
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
		expect(new Set(came(await next().poll(), 'employeeID'))).toEqual(new Set(ids.map((id) => ['new', id])));
		expect(await next().poll()).toEqual([]);
	});

	it('killed in the middle of reading loses nothing', async () => {
		const slow = { match: { path: '/Employees' }, what: { kind: 'slowBody', ms: 60_000 } } as const;
		let repair = (): void => undefined;
		const { ids, child, next } = await waiting();
		repair = payroll.stage.sandbox.fail(slow);
		while (payroll.asked.length === 0) await pause(20);
		await pause(200);
		child.kill('SIGKILL');
		await once(child, 'exit');
		repair();

		expect(new Set(came(await next().poll(), 'employeeID'))).toEqual(new Set(ids.map((id) => ['new', id])));
		expect(await next().poll()).toEqual([]);
	});

	it('gives way while a poll of the same node is under way', async () => {
		const trigger = await payroll.watching('employee');
		const id = await payroll.hire();
		const [first, second] = await Promise.all([trigger.raw(), trigger.raw()]);

		expect(second).toBeNull();
		expect(first![0]!.map(({ json }) => json.employeeID)).toEqual([id]);
		expect(await trigger.raw()).toBeNull();
	});

	it('after activation goes on from there though n8n saved nothing', async () => {
		const trigger = payroll.trigger('employee');
		expect(await trigger.raw()).toBeNull();
		const id = await payroll.hire();
		trigger.restart();

		expect(came(await trigger.poll(), 'employeeID')).toEqual([['new', id]]);
		expect(await trigger.poll()).toEqual([]);
	});
});

describe('Whatever happens to Xero and to n8n', () => {
	const step = fc.oneof(
		{ weight: 2, arbitrary: fc.constant({ do: 'hire' } as const) },
		{ weight: 4, arbitrary: fc.record({ do: fc.constant('update' as const), which: fc.nat({ max: 50 }) }) },
		{ weight: 3, arbitrary: fc.constant({ do: 'poll' } as const) },
		{
			weight: 2,
			arbitrary: fc.record({
				do: fc.constant('break' as const),
				what: fc.constantFrom<Fault['what']>(
					{ kind: 'status', status: 500 },
					{ kind: 'dropBefore' },
					{ kind: 'halfPage' },
					{ kind: 'limit', problem: 'day', retryAfter: 60 },
				),
			}),
		},
		{ weight: 1, arbitrary: fc.constant({ do: 'restart' } as const) },
		{ weight: 1, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(1_000, 5 * 60_000) }) },
	);

	it.each(['au', 'nz', 'uk'] as const)(
		'every change of an employee is told of once, and only the first as new: %s',
		async (country) => {
			const payroll = new PayrollStage(country, { seed: 'empty' });
			await payroll.stage.open();
			let missed = 0;
			let twice = 0;
			let changes = 0;
			try {
				await fc.assert(
					fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 18 }), async (steps) => {
						const ids = payroll.records('Employees').map((one) => String(one[payroll.employeeID]));
						const known = new Set(ids);
						const trigger = await payroll.watching('employee');
						const open = new Set<string>();
						const poll = async (): Promise<void> => {
							for (const { changeType, [payroll.employeeID]: employee } of await trigger.poll()) {
								const id = String(employee);
								if (!open.delete(id)) twice += 1;
								expect(changeType).toBe(known.has(id) ? 'updated' : 'new');
								known.add(id);
							}
							missed += open.size;
							open.clear();
						};
						for (const one of steps) {
							if (one.do === 'hire') {
								const id = await payroll.hire();
								ids.push(id);
								open.add(id);
								changes += 1;
							} else if (one.do === 'update' && ids.length) {
								const id = ids[one.which % ids.length]!;
								// Twice within a second looks like once.
								await payroll.stage.pass(1_000);
								await payroll.renamed(id);
								open.add(id);
								changes += 1;
							} else if (one.do === 'poll') await poll();
							else if (one.do === 'break') {
								// Australia's lists are not counted: half a page cannot be told from a whole one.
								const what = country === 'au' && one.what.kind === 'halfPage' ? ({ kind: 'dropBefore' } as const) : one.what;
								const repair = payroll.stage.sandbox.fail({ match: { path: '/Employees' }, what });
								const memory = JSON.stringify(trigger.memory);
								await trigger.raw().then(
									(items) => expect(items).toBeNull(),
									() => expect(JSON.stringify(trigger.memory)).toBe(memory),
								);
								repair();
								await payroll.stage.pass(2 * 60_000);
							} else if (one.do === 'restart') trigger.restart();
							else if (one.do === 'pass') await payroll.stage.pass(one.ms);
						}
						await poll();
						expect(await trigger.poll()).toEqual([]);
					}),
					{ numRuns: 20 },
				);
			} finally {
				await payroll.stage.close();
			}
			process.stdout.write(`Polling of payroll, ${country}: ${changes} changes, missed ${missed}, twice ${twice}\n`);
			expect([missed, twice]).toEqual([0, 0]);
		},
	);
});
