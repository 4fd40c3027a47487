import type { Json } from '../accounting/desk';
import { type CabinetDesk, openCabinet } from './cabinetDesk';

const names = (desk: CabinetDesk, query = ''): unknown[] =>
	(desk.call('GET', `/Files${query}`).at('Items') as Json[]).map(({ Name }) => Name);

describe('the list of files', () => {
	let desk: CabinetDesk;
	beforeEach(() => {
		desk = openCabinet();
		for (const [name, size] of [
			['b.txt', 3],
			['A.txt', 1],
			['c.txt', 2],
		] as const) {
			desk.put(name, 'x'.repeat(size));
			desk.clock.advance(1000);
		}
	});

	it('has the newest first', () => {
		expect(names(desk)).toEqual(['c.txt', 'A.txt', 'b.txt']);
	});

	it.each([
		['?sort=Name', ['A.txt', 'b.txt', 'c.txt']],
		['?sort=name&direction=desc', ['c.txt', 'b.txt', 'A.txt']],
		['?sort=Size', ['A.txt', 'c.txt', 'b.txt']],
		['?sort=Size&direction=DESC', ['b.txt', 'c.txt', 'A.txt']],
		['?sort=CreatedDateUTC&direction=ASC', ['b.txt', 'A.txt', 'c.txt']],
		['?sort=CreatedDateUTC%20DESC', ['c.txt', 'A.txt', 'b.txt']],
		['?direction=ASC', ['b.txt', 'A.txt', 'c.txt']],
	])('comes in the order of %s', (query, expected) => {
		expect(names(desk, query)).toEqual(expected);
	});

	it('comes in pages that say how many files there are', () => {
		expect(desk.call('GET', '/Files?page=2&pagesize=2').body).toMatchObject({
			TotalCount: 3,
			Page: 2,
			PerPage: 2,
			Items: [{ Name: 'b.txt' }],
		});
		expect(desk.call('GET', '/Files?PAGE=3&pageSize=2').body).toEqual({ TotalCount: 3, Page: 3, PerPage: 2, Items: [] });
	});

	it.each(['page=0', 'page=x', 'pagesize=0', 'pagesize=101', 'sort=Colour', 'direction=UP', 'sort=Name%20UP'])(
		'refuses %s',
		(query) => {
			expect(desk.call('GET', `/Files?${query}`)).toMatchObject({ status: 400, body: [{ type: 'Validation' }] });
		},
	);
});

describe('made-up files', () => {
	it('are enough for three pages in the demo, and can be opened', () => {
		const desk = openCabinet('demo');
		expect([1, 2, 3, 4].map((page) => names(desk, `?page=${page}`).length)).toEqual([50, 50, 30, 0]);
		expect(desk.call('GET', '/Files').at('TotalCount')).toBe(130);
		const folders = desk.call('GET', '/Folders').body as Json[];
		expect(folders.map(({ Name }) => Name)).toEqual([
			'Inbox',
			'Contracts',
			'Receipts',
			'Insurance',
			'Payroll papers',
			'Tax returns',
		]);
		expect(folders.reduce((sum, { FileCount }) => sum + Number(FileCount), 0)).toBe(130);
		const begins: Record<string, string> = { pdf: '%PDF-', png: '\x89PNG', csv: 'Item,', txt: 'Rang ' };
		for (const { Id, Name, Size } of desk.call('GET', '/Files?pagesize=100').at('Items') as Json[]) {
			const { binary } = desk.call('GET', `/Files/${String(Id)}/Content`);
			expect(binary).toHaveLength(Number(Size));
			expect(binary?.toString('latin1').startsWith(begins[String(Name).slice(-3)] ?? '?')).toBe(true);
		}
	});

	it('are tied to records that exist', () => {
		for (const [seed, count] of [
			['demo', 24],
			['small', 2],
			['empty', 0],
		] as const) {
			const desk = openCabinet(seed);
			const ties = desk.api.records(desk.tenantId, 'Associations');
			expect(ties).toHaveLength(count);
			for (const { ObjectId, ObjectGroup } of ties) {
				const kept = desk.books.records(desk.tenantId, `${String(ObjectGroup)}s`);
				expect(kept.map((row) => row[`${String(ObjectGroup)}ID`])).toContain(ObjectId);
			}
		}
	});

	it('are the same for the same clock, and none when empty', () => {
		expect(openCabinet('small').call('GET', '/Files').body).toEqual(openCabinet('small').call('GET', '/Files').body);
		expect(openCabinet('small').call('GET', '/Files').at('TotalCount')).toBe(5);
		const empty = openCabinet('empty');
		expect(empty.call('GET', '/Folders').body).toMatchObject([{ Name: 'Inbox', FileCount: 0, IsInbox: true }]);
	});

	it('are told as records with dates in ISO and without their bytes', () => {
		const desk = openCabinet();
		const id = desk.put('a.txt');
		const [record] = desk.api.records(desk.tenantId, 'Files');
		expect(record).toMatchObject({ Id: id, Name: 'a.txt', Size: 5, CreatedDateUtc: '2026-03-09T22:00:00.000Z' });
		expect(record).not.toHaveProperty('bytes');
		expect(desk.api.records(desk.tenantId, 'Folders')).toMatchObject([{ Name: 'Inbox', FileCount: 1 }]);
		expect(desk.api.records(desk.tenantId, 'Drawers')).toEqual([]);
		expect(desk.api.records('elsewhere', 'Files')).toEqual([]);
	});
});
