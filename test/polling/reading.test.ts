import fc from 'fast-check';
import { clock } from '../../nodes/shared/http/clock';
import type { Ways } from './ledger';
import { Ledger, PLAIN } from './ledger';

const MINUTE = 60_000;

/** Polls until nothing comes any more. */
async function drained(ledger: Ledger, polls = 60): Promise<string[]> {
	const all: string[] = [];
	for (let poll = 0; poll < polls; poll += 1) {
		all.push(...(await ledger.poll()));
		ledger.now += MINUTE;
	}
	return all;
}

describe('Thousands of changes', () => {
	it('are read by their times and not by page numbers, a page of 1,000 at a time', async () => {
		const ledger = await new Ledger('invoice', {}, PLAIN).activate();
		const ids = ledger.createMany(2_500, 20);

		expect(await ledger.poll()).toEqual(ids);
		expect(ledger.calls.map(([, , page]) => page)).toEqual([1, 1, 1]);
	});

	it('come once each, though records change all the while they are read', async () => {
		const ledger = await new Ledger('quote', {}, PLAIN).activate();
		const ids = ledger.createMany(1_000, 50);
		// Before each page one of the first records moves to the end, and would pull another one over the edge of a page.
		ledger.before = (_call, index) => {
			if (index < 9) ledger.update(ids[index]!);
		};
		const first = await ledger.poll();
		ledger.before = () => undefined;
		const rest = await ledger.poll();

		expect(new Set(first)).toEqual(new Set(ids));
		expect(first).toHaveLength(1_000);
		expect([...first, ...rest].filter((id) => ids.indexOf(id) >= 9)).toHaveLength(991);
	});

	it.each([
		['in pages of 100', 'quote', {}],
		['in pages of 1,000', 'invoice', {}],
		['in smaller pages than were asked for', 'invoice', { most: 100 }],
		['with times in whole seconds', 'invoice', { wholeSeconds: true, most: 100 }],
		['since a second that itself is left out', 'quote', { exclusive: true, wholeSeconds: true }],
		['in an order of its own', 'invoice', { most: 1_000, order: (a, b) => (a.id < b.id ? 1 : -1) }],
		['in an order of its own, without a count', 'quote', { order: (a, b) => (a.id < b.id ? 1 : -1) }],
	] satisfies Array<[string, 'quote' | 'invoice', Ways]>)('of one second come once each: %s', async (_how, resource, ways) => {
		const ledger = await new Ledger(resource, ways, PLAIN).activate();
		ledger.now += 5 * MINUTE;
		const ids = [...ledger.createMany(150, 40), ...ledger.createMany(1_700, 0), ...ledger.createMany(150, 40)];
		const all = await drained(ledger, 4);

		expect(all).toHaveLength(2_000);
		expect(new Set(all)).toEqual(new Set(ids));
	});

	it('of one second come once each, though some of them change while its pages are read', async () => {
		const ledger = await new Ledger('quote', {}, PLAIN).activate();
		ledger.now += 5 * MINUTE;
		const ids = ledger.createMany(450, 0);
		ledger.before = (_call, index) => {
			ledger.now += 1_500;
			if (index >= 1 && index <= 3) ledger.update(ids[index]!);
		};
		const all = await ledger.poll();

		expect(new Set(all)).toEqual(new Set(ids));
		expect(all).toHaveLength(450);
	});

	it('are handed on as far as the time reaches, and the rest comes with the next polls', async () => {
		const ledger = await new Ledger('quote', { takes: 10_000 }, PLAIN, 60_000).activate();
		const ids = ledger.createMany(1_000, 500);
		const first = await ledger.poll();

		expect(first).toEqual(ids.slice(0, first.length));
		expect(first.length).toBeGreaterThanOrEqual(400);
		expect(first.length).toBeLessThan(700);
		expect([...first, ...(await drained(ledger, 5))]).toEqual(ids);
	});

	it('of which each takes a call are handed on as far as the time reaches, too', async () => {
		const ledger = await new Ledger('invoice', { takes: 1_000 }, {}, 60_000).activate();
		const ids = ledger.createMany(200, 500);
		const first = await ledger.poll();

		expect(first).toEqual(ids.slice(0, first.length));
		expect(first.length).toBeGreaterThan(40);
		expect(first.length).toBeLessThan(60);
		expect([...first, ...(await drained(ledger, 6))]).toEqual(ids);
	});

	it('get on by one at least with each poll, however short its time is', async () => {
		const ledger = await new Ledger('invoice', { takes: 10_000 }, {}, 5_000).activate();
		const ids = ledger.createMany(3, 500);

		expect(await ledger.poll()).toEqual([ids[0]]);
		expect(await ledger.poll()).toEqual([ids[1]]);
		expect(await ledger.poll()).toEqual([ids[2]]);
		expect(await ledger.poll()).toEqual([]);
	});

	it('are not read ahead where each takes a call', async () => {
		const ledger = await new Ledger('invoice', { takes: 1_000 }, {}, 60_000).activate();
		ledger.createMany(5_000, 500);
		await ledger.poll();

		expect(ledger.calls.filter(([path]) => path === '/Invoices')).toHaveLength(1);
	});

	it('handed on up to a limit of Xero are not asked for again', async () => {
		const ledger = await new Ledger().activate();
		const ids = ledger.createMany(20, 500);
		ledger.before = (_call, index) =>
			index < 8 ? undefined : { statusCode: 429, headers: { 'x-rate-limit-problem': 'day', 'retry-after': '3600' }, body: '' };
		const first = await ledger.poll();

		expect(first).toEqual(ids.slice(0, first.length));
		expect(first.length).toBeGreaterThan(2);
		ledger.before = () => undefined;
		ledger.now += 2 * 60 * MINUTE;
		expect([...first, ...(await ledger.poll())]).toEqual(ids);
	});
});

describe('A record whose history Xero does not give', () => {
	it.each([
		['there is none', { statusCode: 404, headers: {}, body: 'The resource cannot be found' }],
		['it is empty', { HistoryRecords: [] }],
	])('is new when it is first seen, and updated from then on: %s', async (_why, answer) => {
		const ledger = await new Ledger().activate();
		ledger.before = ([path]) => (path.endsWith('/History') ? answer : undefined);
		const id = ledger.create();

		expect((await ledger.items()).map(({ changeType }) => changeType)).toEqual(['new']);
		ledger.now += 10;
		ledger.update(id);
		expect((await ledger.items()).map(({ changeType }) => changeType)).toEqual(['updated']);
	});
});

describe('A list that does not come whole', () => {
	it('is asked for again, and refused when it stays so', async () => {
		const ledger = await new Ledger('invoice', {}, PLAIN).activate();
		const ids = ledger.createMany(10, 10);
		const memory = JSON.stringify(ledger.data);
		const half = {
			DateTimeUTC: '/Date(1772442000000)/',
			pagination: { page: 1, pageSize: 1000, pageCount: 1, itemCount: 10 },
			Invoices: [],
		};
		ledger.before = () => half;

		await expect(ledger.poll()).rejects.toThrow('The list came back with 0 of 10 records, even when read again');
		expect(ledger.calls).toHaveLength(3);
		expect(JSON.stringify(ledger.data)).toBe(memory);

		ledger.before = (_call, index) => (index === 3 ? half : undefined);
		expect(await ledger.poll()).toEqual(ids);
	});
});

describe("Xero's clock", () => {
	it.each([-3 * 60 * MINUTE, -MINUTE, MINUTE, 3 * 60 * MINUTE])(
		'decides where the trigger starts, though that of the host is off by %d ms',
		async (off) => {
			const ledger = new Ledger('invoice', {}, PLAIN);
			ledger.create();
			ledger.now += 30_000;
			ledger.create();
			ledger.now += 1_000;
			const given = (): number => ledger.now;
			clock.now = () => given() + off;
			await ledger.activate();
			ledger.now += 10;
			const id = ledger.create();

			expect(await ledger.poll()).toEqual([id]);
			expect(await drained(ledger, 5)).toEqual([]);
		},
	);

	it('moves the cursor on where nothing changes, so that a mass import is read once', async () => {
		const ledger = await new Ledger('invoice', {}, PLAIN).activate();
		ledger.createMany(1_500, 1);
		await ledger.poll();
		ledger.now += 10 * MINUTE;
		await ledger.poll();
		ledger.calls.length = 0;
		ledger.now += 10 * MINUTE;
		await ledger.poll();

		const [[, since]] = ledger.calls as [(typeof ledger.calls)[0]];
		expect(ledger.calls).toHaveLength(1);
		expect(since * 1000).toBeGreaterThan(ledger.now - 14 * MINUTE);
		expect(ledger.data.watch).toMatchObject({ seen: '' });
		expect(JSON.stringify(ledger.data).length).toBeLessThan(60_000);
	});

	it.each([
		['up to a minute after another one', 30_000, true],
		['up to three minutes after, where nothing else changes', 2.5 * MINUTE, false],
	])('leaves room for a change that Xero shows late: %s', async (_how, after, others) => {
		const ledger = await new Ledger('invoice', {}, PLAIN).activate();
		ledger.now += 10 * MINUTE;
		const late = ledger.create();
		const hidden = ledger.entries.get(late)!;
		ledger.entries.delete(late);
		ledger.now += after;
		const other = others ? [idAfter(ledger)] : [];
		expect(await ledger.poll()).toEqual(other);
		ledger.entries.set(late, hidden);

		expect(await ledger.poll()).toEqual([late]);
		expect(await drained(ledger, 5)).toEqual([]);
	});
});

/** Another record, though one is hidden: IDs are counted. */
function idAfter(ledger: Ledger): string {
	ledger.entries.set('gap', { id: 'gap', created: 0, updated: 0, more: {} });
	return ledger.create();
}

describe('Whatever happens', () => {
	const step = fc.oneof(
		{
			weight: 4,
			arbitrary: fc.record({
				do: fc.constant('create' as const),
				count: fc.integer({ min: 1, max: 120 }),
				apart: fc.constantFrom(0, 1, 400, 1_500),
			}),
		},
		{
			weight: 4,
			arbitrary: fc.record({ do: fc.constant('update' as const), which: fc.nat(), apart: fc.constantFrom(0, 1, 900) }),
		},
		{ weight: 2, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(1, 1_000, 30_000, 10 * MINUTE) }) },
		{ weight: 4, arbitrary: fc.record({ do: fc.constant('poll' as const), moves: fc.integer({ min: 0, max: 4 }) }) },
		{ weight: 2, arbitrary: fc.record({ do: fc.constant('break' as const), at: fc.integer({ min: 0, max: 3 }) }) },
	);
	const ways = fc.record({
		wholeSeconds: fc.boolean(),
		exclusive: fc.boolean(),
		most: fc.constantFrom(20, 50, 1_000),
		counts: fc.boolean(),
	});

	it('every state of a record that a poll can see is handed on once', async () => {
		await fc.assert(
			fc.asyncProperty(ways, fc.array(step, { minLength: 4, maxLength: 25 }), async (how, steps) => {
				// Two states of a record in one whole second are one to Xero; a count is what tells a smaller page from the last.
				const ledger = new Ledger('invoice', { ...how, counts: how.counts || how.most < 1_000 }, PLAIN);
				ledger.createMany(30, 700);
				await ledger.activate();
				ledger.now += 1_000;
				const open = new Map<string, number>();
				const changed = (id: string): void => void open.set(id, ledger.entries.get(id)!.updated);
				const update = (which: number): void => {
					const id = [...ledger.entries.keys()][which % ledger.entries.size]!;
					ledger.now += how.wholeSeconds ? 1_000 : 1;
					ledger.update(id);
					changed(id);
				};
				const times = new Set<string>();
				const given = async (): Promise<void> => {
					for (const { InvoiceID, UpdatedDateUTC } of await ledger.items()) {
						const id = String(InvoiceID);
						const time = Date.parse(String(UpdatedDateUTC));
						expect(times.has(`${id} ${time}`)).toBe(false);
						times.add(`${id} ${time}`);
						if (open.get(id) === time) open.delete(id);
					}
				};
				for (const one of steps) {
					if (one.do === 'create') ledger.createMany(one.count, one.apart).forEach(changed);
					else if (one.do === 'update') update(one.which);
					else if (one.do === 'pass') ledger.now += one.ms;
					else if (one.do === 'poll') {
						const from = ledger.calls.length;
						ledger.before = (_call, index) => void (index - from < one.moves && index > from && update(index * 7));
						await given();
						ledger.before = () => undefined;
					} else {
						const from = ledger.calls.length;
						ledger.before = (_call, index) => (index - from >= one.at ? { statusCode: 500, headers: {}, body: '' } : undefined);
						const memory = JSON.stringify(ledger.data);
						const before = times.size;
						try {
							await given();
						} catch {
							expect(JSON.stringify(ledger.data)).toBe(memory);
							expect(times.size).toBe(before);
						}
						ledger.before = () => undefined;
					}
				}
				ledger.now += 1_000;
				await given();
				await given();
				expect([...open.keys()]).toEqual([]);
			}),
			{ numRuns: 150 },
		);
	});
});
