import * as fc from 'fast-check';
import { sleep } from 'n8n-workflow';
import { useStore } from './deduplicationStore';
import { Processes, processes } from './n8nProcesses';
import { bodyOf, event, until } from './stage';

const all = processes(3);
afterAll(() => useStore(undefined));

const id = (number: number): string => `0a6f7c1e-1111-4aaa-8bbb-${String(number).padStart(12, '0')}`;
const delivery = (...numbers: number[]): string => bodyOf(numbers.map((number) => event({ resourceId: id(number) })));

const MODES = ['stored', 'atOnce'] as const;
const begin = (answer: (typeof MODES)[number], ms: () => number = () => 1): Processes =>
	new Processes(all, { fetchRecord: false, additionalOptions: { answer } }, ms);

/** How often each event left a trigger. */
const given = ({ executions }: Processes): Record<string, number> => {
	const counts: Record<string, number> = {};
	for (const { resourceId } of executions.flatMap((one) => one.given))
		counts[Number(String(resourceId).slice(-12))] = (counts[Number(String(resourceId).slice(-12))] ?? 0) + 1;
	return counts;
};

describe.each(MODES)('answering %s', (answer) => {
	test('redeliveries after a restart start nothing, however many deliveries came before it', async () => {
		const n8n = begin(answer);
		const bodies = Array.from({ length: 5 }, (_, index) => delivery(index));
		for (const body of bodies) expect(await n8n.deliver(0, body)).toBe(200);
		await n8n.rest();
		n8n.restart(0);
		for (const body of bodies) expect(await n8n.deliver(0, body)).toBe(200);
		await n8n.rest();
		expect(n8n.executions).toHaveLength(5);
	});

	test('redeliveries to another process start nothing', async () => {
		const n8n = begin(answer);
		const bodies = Array.from({ length: 60 }, (_, index) => delivery(index));
		for (const [index, body] of bodies.entries()) {
			expect(await n8n.deliver(index % 3, body)).toBe(200);
			// In the mode At Once n8n saves the list soon after Xero was answered.
			if (answer === 'atOnce') await sleep(10);
		}
		for (const [index, body] of bodies.entries()) expect(await n8n.deliver((index + 1) % 3, body)).toBe(200);
		await n8n.rest();
		expect(n8n.executions).toHaveLength(60);
	});

	test('what another process takes before the list was saved gives nothing a second time', async () => {
		const n8n = begin(answer);
		const body = delivery(1, 2);
		await Promise.all([n8n.deliver(0, body), n8n.deliver(1, body), n8n.deliver(2, delivery(2, 3))]);
		await n8n.rest();
		await n8n.deliver(0, delivery(1, 2, 3));
		await n8n.rest();
		expect(Object.keys(given(n8n))).toEqual(['1', '2', '3']);
		const before = given(n8n);
		for (const at of [0, 1, 2]) {
			n8n.restart(at);
			await n8n.deliver(at, delivery(1, 2, 3));
		}
		await n8n.rest();
		expect(given(n8n)).toEqual(before);
	});
});

test('a process that is killed before it has answered has recorded nothing: the redelivery runs', async () => {
	const n8n = begin('stored');
	let first = true;
	n8n.whenStored = async () => {
		if (!first) return;
		first = false;
		// Long enough for the execution to run through, were it not to wait for the answer.
		await sleep(1_500);
		n8n.restart(0);
	};
	expect(await n8n.deliver(0, delivery(1))).toBeUndefined();
	await n8n.rest();
	expect(n8n.executions.map(({ status }) => status)).toEqual(['crashed']);
	expect(await n8n.deliver(0, delivery(1))).toBe(200);
	await n8n.rest();
	expect(given(n8n)).toEqual({ 1: 1 });
});

test('an execution that a person tries again gets its events again', async () => {
	const n8n = begin('stored');
	await n8n.deliver(0, delivery(1, 2));
	await n8n.rest();
	expect((await n8n.retry(n8n.executions[0]!)).given).toHaveLength(2);
	expect((await n8n.retry(n8n.executions[0]!, 'manual')).given).toHaveLength(2);
});

test('the same execution that runs again gets its own events again, and not those of another one', async () => {
	const n8n = begin('stored');
	await n8n.deliver(0, delivery(1));
	await n8n.rest();
	const { items } = n8n.executions[0]!;
	await n8n.deliver(1, delivery(2));
	await n8n.rest();
	const second = n8n.executions[1]!;
	second.items.push(...items);
	expect((await n8n.rerun(second, 1)).given).toHaveLength(1);
	expect((await n8n.rerun(second, 2)).given.map(({ resourceId }) => resourceId)).toEqual([id(2)]);
	expect((await n8n.rerun(n8n.executions[0]!, 2)).given).toHaveLength(1);
});

test('an execution whose events all ran before gives nothing and ends well', async () => {
	const n8n = begin('stored');
	await n8n.deliver(0, delivery(1));
	await n8n.rest();
	const again = await n8n.retry(n8n.executions[0]!, 'webhook');
	expect([again.status, again.given]).toEqual(['success', []]);
});

test('of one item for each delivery the events that ran before are taken out', async () => {
	const n8n = new Processes(all, { fetchRecord: false, additionalOptions: { output: 'delivery' } }, () => 1);
	await n8n.deliver(0, delivery(1));
	await n8n.rest();
	const { items } = n8n.executions[0]!;
	await n8n.deliver(1, delivery(2));
	await n8n.rest();
	const both = { ...items[0]!.json, events: [items, n8n.executions[1]!.items].flatMap(([one]) => one!.json.events as never[]) };
	n8n.executions[1]!.items.splice(0, 1, { json: both });
	const { given: left } = await n8n.rerun(n8n.executions[1]!);
	expect((left[0]!.events as Array<{ resourceId: string }>).map(({ resourceId }) => resourceId)).toEqual([id(2)]);
});

test('where n8n’s store cannot be asked the events are passed on', async () => {
	const n8n = begin('stored');
	useStore(undefined);
	await n8n.deliver(0, delivery(1, 2));
	await n8n.rest();
	expect(given(n8n)).toEqual({ 1: 1, 2: 1 });
});

test('deliveries at once to one process are all recorded: n8n’s store loses what is written to it at once', async () => {
	const n8n = begin('stored', () => 3);
	await Promise.all(Array.from({ length: 20 }, async (_, index) => await n8n.deliver(0, delivery(index))));
	await n8n.rest();
	for (let index = 0; index < 20; index += 1)
		expect((await n8n.retry({ ...n8n.executions[index]! }, 'webhook')).given).toEqual([]);
});

test('what processes lost as they wrote at the same moment is recorded again within seconds', async () => {
	const n8n = begin('stored', () => 3);
	await Promise.all([0, 1, 2].map(async (at) => await n8n.deliver(at, delivery(at))));
	await n8n.rest();
	await sleep(5_000);
	for (const execution of [...n8n.executions]) expect((await n8n.retry(execution, 'webhook')).given).toEqual([]);
});

test('while n8n holds an execution back nothing is lost, and what it saves then is up to date', async () => {
	const n8n = begin('stored');
	let release = (): void => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	n8n.whenStored = async ({ items }) => (items[0]!.json.resourceId === id(1) ? await held : undefined);
	const first = n8n.deliver(0, delivery(1));
	await until(() => n8n.executions.length === 1);
	for (const number of [2, 3]) expect(await n8n.deliver(0, delivery(number))).toBe(200);
	await sleep(400);
	release();
	expect(await first).toBe(200);
	await n8n.rest();
	useStore(undefined);
	n8n.restart(0);
	for (const number of [1, 2, 3]) expect(await n8n.deliver(0, delivery(number))).toBe(200);
	expect(n8n.executions).toHaveLength(3);
});

/** What happens to n8n: Xero sends a delivery (an event may be in several), or a process is killed. `after` ms after what came before. */
interface Step {
	readonly at: number;
	readonly events: readonly number[];
	readonly kills: boolean;
	readonly after: number;
}

const step = fc.record<Step>({
	at: fc.nat(2),
	events: fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 3 }),
	kills: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
	after: fc.nat(12),
});
const trips = fc.infiniteStream(fc.integer({ min: 1, max: 4 }));
const mode = fc.constantFrom(...MODES);

/** Delivers until it is answered with 200, as Xero does. */
async function insisting(n8n: Processes, at: number, events: readonly number[]): Promise<void> {
	for (let tries = 0; (await n8n.deliver((at + tries) % 3, delivery(...events))) !== 200; tries += 1) await sleep(5);
}

test('whatever comes at once, to whichever process, and whenever processes are killed, nothing is lost', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), trips, async (steps, ms) => {
			const n8n = begin('stored', () => ms.next().value);
			const sent: Array<Promise<void>> = [];
			for (const { at, events, kills, after } of steps) {
				await sleep(after);
				if (kills) n8n.restart(at);
				else sent.push(insisting(n8n, at, events));
			}
			await Promise.all(sent);
			await n8n.rest();
			// n8n keeps an execution that was cut off, for a person to try it again.
			for (const crashed of n8n.executions.filter(({ status }) => status === 'crashed')) await n8n.retry(crashed);
			const wanted = new Set(steps.filter(({ kills }) => !kills).flatMap(({ events }) => events));
			expect(Object.keys(given(n8n)).map(Number).sort()).toEqual([...wanted].sort());
		}),
		{ numRuns: 40 },
	);
});

test('an event that was answered is given once, with deliveries at once to one process that is killed between them', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
			trips,
			mode,
			async (rounds, ms, answer) => {
				const n8n = begin(answer, () => ms.next().value);
				for (const round of rounds) {
					await Promise.all(
						round.map(async ({ events, after }) => {
							await sleep(after);
							await insisting(n8n, 0, events).catch(() => {});
						}),
					);
					await n8n.rest();
					n8n.restart(0);
				}
				const counts = Object.values(given(n8n));
				expect(counts).toEqual(counts.map(() => 1));
			},
		),
		{ numRuns: 40 },
	);
});

test('an event that was answered is given once, delivered one after the other to any process, each killed at any time between', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), trips, mode, async (steps, ms, answer) => {
			const n8n = begin(answer, () => ms.next().value);
			for (const { at, events, kills, after } of steps) {
				if (kills) n8n.restart(at);
				else expect(await n8n.deliver(at, delivery(...events))).toBe(200);
				await sleep(answer === 'atOnce' ? 12 : after);
			}
			await n8n.rest();
			const counts = Object.values(given(n8n));
			expect(counts).toEqual(counts.map(() => 1));
		}),
		{ numRuns: 40 },
	);
});
