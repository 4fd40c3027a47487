import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { PageRequest } from '../../nodes/shared/run/pagination';
import type { Page } from '../../nodes/shared/http/response';
import { Incomplete, readPages } from '../../nodes/shared/run/pagination';

const PAGED = { by: 'page', size: 100 } as const;
const FIXED = { by: 'page', size: 100, fixed: true } as const;

const numbered = (count: number, from = 1): IDataObject[] => Array.from({ length: count }, (_, index) => ({ ID: from + index }));
const idsOf = (records: readonly IDataObject[]): unknown[] => records.map(({ ID }) => ID);
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** A list as Xero keeps it; `change` may alter it before a page is given. */
function list(
	records: IDataObject[],
	{ counts = true, change }: { counts?: boolean; change?: (records: IDataObject[], call: number) => void } = {},
) {
	const asked: IDataObject[] = [];
	let under = 0;
	let most = 0;
	const turn: PageRequest = async (query) => {
		asked.push(query);
		change?.(records, asked.length);
		const size = Number(query.pageSize ?? 100);
		const page = Number(query.page ?? 1);
		const given: Page = {
			records: records.slice((page - 1) * size, page * size),
			...(counts ? { pages: Math.ceil(records.length / size), total: records.length } : {}),
		};
		under += 1;
		most = Math.max(most, under);
		// Later pages are answered sooner.
		for (let wait = 0; wait < 50 - page; wait += 1) await Promise.resolve();
		under -= 1;
		return given;
	};
	return { turn, asked, most: () => most };
}

describe('A list with page numbers', () => {
	it('comes in the order Xero has it, though its pages come in another', async () => {
		const { turn, asked } = list(numbered(950));

		expect(idsOf(await readPages(turn, PAGED, 'ID'))).toEqual(range(1, 950));
		expect(asked.map(({ page }) => page)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
	});

	it('is asked for five pages at a time once the first has said how many there are', async () => {
		const { turn, most } = list(numbered(3_000));
		await readPages(turn, PAGED, 'ID');

		expect(most()).toBe(5);
	});

	it('of 5,000 takes 5 calls of 1,000', async () => {
		const { turn, asked } = list(numbered(5_000));
		await readPages(turn, { by: 'page', size: 1_000 }, 'ID');

		expect(asked).toEqual([1, 2, 3, 4, 5].map((page) => ({ page, pageSize: 1_000 })));
	});

	it('says how many pages it has before the second is asked for, and ends there when that is too many', async () => {
		const { turn, asked } = list(numbered(950));
		const heard: number[] = [];
		const tooMany = async (pages: number): Promise<void> => {
			heard.push(pages);
			await Promise.reject(new Error('too many pages'));
		};

		await expect(readPages(turn, PAGED, 'ID', undefined, tooMany)).rejects.toThrow('too many pages');
		expect(heard).toEqual([10]);
		expect(asked).toHaveLength(1);
	});

	it('is not asked for more than the limit needs', async () => {
		const small = list(numbered(950));
		expect(idsOf(await readPages(small.turn, PAGED, 'ID', 7))).toEqual([1, 2, 3, 4, 5, 6, 7]);
		expect(small.asked).toEqual([{ page: 1, pageSize: 7 }]);

		const large = list(numbered(950));
		expect(idsOf(await readPages(large.turn, PAGED, 'ID', 250))).toEqual(range(1, 250));
		expect(large.asked.map(({ page }) => page)).toEqual([1, 2, 3]);
	});

	it('is not asked for at all when the limit is nothing', async () => {
		const { turn, asked } = list(numbered(10));

		expect(await readPages(turn, PAGED, 'ID', 0)).toEqual([]);
		expect(asked).toEqual([]);
	});

	it('that is empty takes one call', async () => {
		const { turn, asked } = list([]);

		expect(await readPages(turn, PAGED, 'ID')).toEqual([]);
		expect(asked).toHaveLength(1);
	});

	it('ends with an error instead of a loop when a page comes twice', async () => {
		const turn: PageRequest = async () => ({ records: numbered(100), pages: 3, total: 300 });

		await expect(readPages(turn, PAGED, 'ID')).rejects.toEqual(new Incomplete('gave the same page twice'));
	});

	it('ends with an error when a page stays shorter than it should be', async () => {
		const { turn, asked } = list(numbered(300));
		const half: PageRequest = async (query) => {
			const page = await turn(query);
			return query.page === 2 ? { ...page, records: page.records.slice(0, 50) } : page;
		};

		await expect(readPages(half, PAGED, 'ID')).rejects.toEqual(
			new Incomplete('came back with 250 of 300 records, even when read again'),
		);
		expect(asked).toHaveLength(9);
	});

	it('is read again, and then whole, when a page came half once', async () => {
		const { turn, asked } = list(numbered(300));
		const half: PageRequest = async (query) => {
			const page = await turn(query);
			return asked.length === 2 ? { ...page, records: page.records.slice(0, 50) } : page;
		};

		expect(idsOf(await readPages(half, PAGED, 'ID'))).toEqual(range(1, 300));
	});

	it('that grows while it is read comes with what was added', async () => {
		const { turn } = list(numbered(250), { change: (records, call) => void (call === 2 && records.push(...numbered(100, 251))) });

		expect(idsOf(await readPages(turn, PAGED, 'ID'))).toEqual(range(1, 350));
	});

	it('loses no record when one that was changed moves to the end and pulls the others over the edges', async () => {
		const change = (records: IDataObject[], call: number): void => {
			if (call === 2) records.push({ ...records.shift()!, Changed: true });
		};
		const { turn } = list(numbered(300), { change });
		const found = await readPages(turn, PAGED, 'ID');

		expect(idsOf(found).sort((a, b) => Number(a) - Number(b))).toEqual(range(1, 300));
		expect(found.filter(({ Changed }) => Changed)).toEqual([{ ID: 1, Changed: true }]);
	});

	it('misses nothing when one record leaves it while another comes in, which keeps the count as it was', async () => {
		const { turn } = list(numbered(300), {
			change: (records, call) => {
				if (call === 2) records.shift();
				if (call === 3) records.push({ ID: 301 });
			},
		});

		expect(idsOf(await readPages(turn, PAGED, 'ID'))).toEqual(range(2, 301));
	});

	it('ends with an error when records leave it whenever it is read', async () => {
		const { turn } = list(numbered(300), {
			change: (records, call) => void (call % 3 === 2 && records.shift() && records.push({ ID: 300 + call })),
		});
		const shrinking: PageRequest = async (query) => {
			const page = await turn(query);
			return { ...page, total: query.page === 2 ? 299 : 300 };
		};

		await expect(readPages(shrinking, PAGED, 'ID')).rejects.toThrow('lost records each time it was read');
	});

	it('leaves out what was deleted while it was read, and nothing else', async () => {
		const { turn } = list(numbered(300), { change: (records, call) => void (call === 2 && records.shift()) });

		expect(idsOf(await readPages(turn, PAGED, 'ID'))).toEqual(range(2, 300));
	});

	it('is not asked for further when one page cannot be read', async () => {
		const { turn, asked } = list(numbered(5_000));
		const broken: PageRequest = async (query) => {
			if (query.page === 2) throw new Error('Xero did not answer');
			return await turn(query);
		};

		await expect(readPages(broken, PAGED, 'ID')).rejects.toThrow('Xero did not answer');
		await new Promise(setImmediate);
		expect(asked.length).toBeLessThanOrEqual(6);
	});
});

describe('A list in fixed pages of 100 without a count', () => {
	it.each([
		[99, 1],
		[100, 2],
		[101, 2],
		[250, 3],
		[0, 1],
	])('of %i records takes %i calls, the page size not named', async (count, calls) => {
		const { turn, asked } = list(numbered(count), { counts: false });

		expect(idsOf(await readPages(turn, FIXED, 'ID'))).toEqual(count ? range(1, count) : []);
		expect(asked).toEqual(range(1, calls).map((page) => ({ page })));
	});

	it('says how many pages it has before the second is asked for, and ends there when that is too many', async () => {
		const { turn, asked } = list(numbered(950));
		const heard: number[] = [];
		const tooMany = async (pages: number): Promise<void> => {
			heard.push(pages);
			await Promise.reject(new Error('too many pages'));
		};

		await expect(readPages(turn, PAGED, 'ID', undefined, tooMany)).rejects.toThrow('too many pages');
		expect(heard).toEqual([10]);
		expect(asked).toHaveLength(1);
	});

	it('is not asked for more than the limit needs', async () => {
		const { turn, asked } = list(numbered(500), { counts: false });

		expect(idsOf(await readPages(turn, FIXED, 'ID', 120))).toEqual(range(1, 120));
		expect(asked).toHaveLength(2);
	});
});

describe('A list with offsets', () => {
	const journals = (numbers: readonly number[], sizes: readonly number[]): { turn: PageRequest; offsets: unknown[] } => {
		const offsets: unknown[] = [];
		return {
			offsets,
			turn: async ({ offset }) => {
				offsets.push(offset);
				const rest = numbers.filter((number) => number > Number(offset));
				return { records: rest.slice(0, sizes[offsets.length - 1] ?? 100).map((JournalNumber) => ({ JournalNumber })) };
			},
		};
	};

	it('goes on after a short answer until an empty one', async () => {
		const { turn, offsets } = journals([1, 2, 5, 6, 9], [2, 1, 2]);
		const found = await readPages(turn, { by: 'offset', from: 'JournalNumber' }, 'JournalID');

		expect(found.map(({ JournalNumber }) => JournalNumber)).toEqual([1, 2, 5, 6, 9]);
		expect(offsets).toEqual([0, 2, 5, 9]);
	});

	it('stops when the limit is reached', async () => {
		const { turn, offsets } = journals(range(1, 300), []);
		const found = await readPages(turn, { by: 'offset', from: 'JournalNumber' }, 'JournalID', 150);

		expect(found).toHaveLength(150);
		expect(offsets).toEqual([0, 100]);
	});

	it('goes on after the number where an earlier reading stopped', async () => {
		const { turn, offsets } = journals([1, 2, 5, 6, 9], [2]);
		const found = await readPages(turn, { by: 'offset', from: 'JournalNumber', after: 2 }, 'JournalID');

		expect(found).toEqual([{ JournalNumber: 5 }, { JournalNumber: 6 }, { JournalNumber: 9 }]);
		expect(offsets).toEqual([2, 6, 9]);
	});

	it('ends with an error instead of a loop when the offset is not heeded', async () => {
		const turn: PageRequest = async () => ({ records: [{ JournalNumber: 7 }] });

		await expect(readPages(turn, { by: 'offset', from: 'JournalNumber' }, 'JournalID')).rejects.toEqual(
			new Incomplete('gave the same page twice'),
		);
	});
});

describe('A list that comes whole', () => {
	it('takes one call, and is cut to the limit here', async () => {
		const { turn, asked } = list(numbered(20));

		expect(idsOf(await readPages(turn, { by: 'nothing' }, 'ID', 3))).toEqual([1, 2, 3]);
		expect(asked).toEqual([{}]);
	});
});

describe('Whatever the list, the page size and the limit', () => {
	it('every record comes exactly once and in order', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.nat(400),
				fc.integer({ min: 1, max: 60 }),
				fc.boolean(),
				fc.option(fc.integer({ min: 1, max: 450 })),
				async (count, size, counts, limit) => {
					const { turn } = list(numbered(count), { counts });
					const found = await readPages(turn, { by: 'page', size }, 'ID', limit ?? Infinity);

					expect(idsOf(found)).toEqual(range(1, Math.min(count, limit ?? Infinity)));
				},
			),
			{ numRuns: 150 },
		);
	});

	it('every record that stays is found though others are added, changed and deleted meanwhile, or the reading ends with an error', async () => {
		const change = fc.record({
			before: fc.integer({ min: 1, max: 12 }),
			what: fc.constantFrom('add', 'touch', 'delete'),
			which: fc.nat(200),
		});
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 200 }),
				fc.integer({ min: 2, max: 40 }),
				fc.uniqueArray(change, { maxLength: 4, selector: ({ before }) => before }),
				async (count, size, changes) => {
					const deleted = new Set<unknown>();
					let added = count;
					const { turn } = list(numbered(count), {
						change: (records, call) => {
							for (const { before, what, which } of changes) {
								if (before !== call) continue;
								if (what === 'add') records.push({ ID: (added += 1) });
								const [taken] = what !== 'add' && records.length ? records.splice(which % records.length, 1) : [];
								if (taken && what === 'touch') records.push(taken);
								if (taken && what === 'delete') deleted.add(taken.ID);
							}
						},
					});
					const found = await readPages(turn, { by: 'page', size }, 'ID').catch((cause: unknown) => cause as Incomplete);
					if (!Array.isArray(found)) return expect(found).toBeInstanceOf(Incomplete);
					const seen = idsOf(found);

					expect(new Set(seen).size).toBe(seen.length);
					expect(range(1, count).filter((id) => !deleted.has(id) && !seen.includes(id))).toEqual([]);
				},
			),
			{ numRuns: 300 },
		);
	});
});
