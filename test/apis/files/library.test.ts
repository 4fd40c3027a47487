import { files } from '../../../nodes/XeroFiles/files';
import type { IDataObject } from 'n8n-workflow';
import type { Reply, Sent } from '../../fakeContext';
import { byId, fromList } from '../../examples/example';
import { acting } from '../act';

const act = acting(files);

const FOLDER = '5b0d1c2e-0002-4b3c-8d9e-1a2b3c4d5e6f';
const ELSEWHERE = '5b0d1c2e-0003-4b3c-8d9e-1a2b3c4d5e6f';
const idAt = (index: number): string => `5b0d1c2e-0001-4b3c-8d9e-${String(index).padStart(12, '0')}`;

/** 250 files: every hundredth one is a receipt, one of them written with a combining accent. */
const all: readonly IDataObject[] = Array.from({ length: 250 }, (_, index) => ({
	Id: idAt(index),
	Name: index === 240 ? 'Cafe\u0301 Receipt.pdf' : index % 100 === 7 ? `receipt-${index}.pdf` : `note-${index}.txt`,
	FolderId: index < 200 ? FOLDER : ELSEWHERE,
}));

const library = ({ query }: Sent): Reply => {
	const [page, size] = [Number(query.page), Number(query.pagesize)];
	const Items = all.slice((page - 1) * size, page * size);
	return { body: { TotalCount: all.length, Page: page, PerPage: size, Items } };
};
const PAGES = ['GET /Files?page=1&pagesize=100', 'GET /Files?page=2&pagesize=100', 'GET /Files?page=3&pagesize=100'];
const namesOf = (json: readonly IDataObject[]) => json.map(({ Name }) => Name);

describe('finding files', () => {
	test('a part of a name is looked for in all pages', async () => {
		const { json, calls } = await act('file.find', [{ Name: 'Receipt' }], library);
		expect(calls).toEqual(PAGES);
		expect(namesOf(json)).toEqual(['receipt-7.pdf', 'receipt-107.pdf', 'receipt-207.pdf', 'Cafe\u0301 Receipt.pdf']);
	});

	test('a whole name is found in any case, and however its accents are put together', async () => {
		const { json } = await act('file.find', [{ Name: 'CAFÉ receipt.PDF', options: { match: 'whole' } }], library);
		expect(json.map(({ Id }) => Id)).toEqual([idAt(240)]);
	});

	test('a folder narrows a name, and does for itself', async () => {
		const inFolder = await act(
			'file.find',
			[{ Name: 'receipt', options: { FolderId: fromList(ELSEWHERE.toUpperCase()) } }],
			library,
		);
		expect(inFolder.json.map(({ Id }) => Id)).toEqual([idAt(207), idAt(240)]);
		const whole = await act('file.find', [{ options: { FolderId: fromList(ELSEWHERE) } }], library);
		expect(whole.json).toHaveLength(50);
	});

	test('without either there is nothing to look for', async () => {
		const { error, calls } = await act('file.find', [{ Name: '' }], library);
		expect(error).toBe('Item 1: Name is missing. Give a name or a part of it, or choose a folder in Options\n');
		expect(calls).toEqual([]);
	});
});

describe('renaming and moving', () => {
	/** One file that changes as it is told. */
	const cabinet = (): ((sent: Sent) => Reply) => {
		let file: IDataObject = { Id: idAt(1), Name: 'a.txt', FolderId: FOLDER };
		return ({ method, body }) => {
			if (method === 'PUT') file = { Id: idAt(1), ...(body as IDataObject) };
			return { body: file };
		};
	};
	const change = (additionalFields: IDataObject): IDataObject => ({ FileId: byId(idAt(1)), additionalFields });

	test('a new name keeps the folder, a new folder keeps the name', async () => {
		const renamed = await act('file.update', [change({ Name: 'b.txt' })], cabinet());
		expect(renamed.json).toMatchObject([{ Id: idAt(1), Name: 'b.txt', FolderId: FOLDER }]);
		const moved = await act('file.update', [change({ FolderId: fromList(ELSEWHERE) })], cabinet());
		expect(moved.json).toMatchObject([{ Id: idAt(1), Name: 'a.txt', FolderId: ELSEWHERE }]);
	});

	test('two items that change the same file keep what the other one changed', async () => {
		const { json } = await act('file.update', [change({ Name: 'b.txt' }), change({ FolderId: byId(ELSEWHERE) })], cabinet());
		expect(json).toMatchObject([
			{ Id: idAt(1), Name: 'b.txt', FolderId: FOLDER },
			{ Id: idAt(1), Name: 'b.txt', FolderId: ELSEWHERE },
		]);
	});

	test('nothing to change is refused, as a blank name is', async () => {
		const nothing = await act('file.update', [change({})], cabinet());
		expect([nothing.error.split('\n')[0], nothing.calls]).toEqual([
			'Item 1: there is nothing to change. Add a field, or leave the item out',
			[],
		]);
		const empty = await act('file.update', [change({ Name: '' })], cabinet());
		expect([empty.error.split('\n')[0], empty.calls]).toEqual([
			'Item 1: there is nothing to change. Add a field, or leave the item out',
			[],
		]);
	});

	test("a name that Xero does not take is refused in Xero's words", async () => {
		const refusing = ({ method }: Sent): Reply =>
			method === 'GET'
				? { body: { Id: idAt(1), Name: 'a.txt', FolderId: FOLDER } }
				: { statusCode: 400, body: [{ type: 'Rename', title: 'Rename failed', detail: 'Unable to rename it to FooBar' }] };
		const { error } = await act('file.update', [change({ Name: 'FooBar' })], refusing);
		expect(error.split('\n')[0]).toBe('Item 1: Xero says: Unable to rename it to FooBar');
	});
});

describe('downloading', () => {
	const file = { Id: idAt(1), Name: 'a.png', MimeType: 'image/png', Size: 3 };
	const serving =
		(content: Buffer): ((sent: Sent) => Reply) =>
		({ path }) => ({ body: path.endsWith('/Content') ? content : file });

	test('bytes, name and type are those of the file', async () => {
		const { items } = await act('file.getContent', [{ FileId: byId(idAt(1)) }], serving(Buffer.from([0, 255, 10])));
		expect(items).toMatchObject([
			{
				json: file,
				binary: { data: { data: 'AP8K', mimeType: 'image/png', fileName: 'a.png' } },
				pairedItem: { item: 0 },
			},
		]);
	});

	test('a file that comes without its content is no file', async () => {
		const { error } = await act('file.getContent', [{ FileId: byId(idAt(1)) }], serving(Buffer.alloc(0)));
		expect(error).toBe('Item 1: a.png came without content. Run again later\n');
	});

	test('a refusal that comes as bytes is read', async () => {
		const { error } = await act('file.getContent', [{ FileId: byId(idAt(1)) }], ({ path }) =>
			path.endsWith('/Content')
				? { statusCode: 400, body: Buffer.from('[{"type":"Validation","title":"No","detail":"The file is being scanned."}]') }
				: { body: file },
		);
		expect(error.split('\n')[0]).toBe('Item 1: Xero says: The file is being scanned.');
	});
});

describe('associations', () => {
	const RECORD = '5b0d1c2e-0004-4b3c-8d9e-1a2b3c4d5e6f';

	test('a record that was not chosen is asked for before anything is sent', async () => {
		const blank = { __rl: true, mode: 'list', value: '' };
		for (const what of ['file.associate', 'file.removeAssociation', 'association.getAll']) {
			const { error, calls } = await act(
				what,
				[{ FileId: byId(idAt(1)), ObjectGroup: 'Invoice', ObjectId: blank, returnAll: true }],
				() => ({ body: [] }),
			);
			expect([what, error.split('\n')[0], calls]).toEqual([what, 'Item 1, Record: names no record. Choose it From List', []]);
		}
	});

	test('a bill is an invoice to Xero, and nothing else of a kind is sent', async () => {
		const bodies: unknown[] = [];
		const associate = async (ObjectGroup: string) =>
			await act('file.associate', [{ FileId: byId(idAt(1)), ObjectGroup, ObjectId: byId(RECORD) }], ({ body }) => {
				bodies.push(body);
				return { statusCode: 201, body: { FileId: idAt(1), ObjectId: RECORD } };
			});
		await associate('Bill');
		await associate('Manual Journal');
		expect(bodies).toEqual([
			{ ObjectGroup: 'Invoice', ObjectId: RECORD },
			{ ObjectGroup: 'ManualJournal', ObjectId: RECORD },
		]);
	});

	test('a list of associations goes on until a page is not full', async () => {
		const associations = Array.from({ length: 130 }, (_, index) => ({ FileId: idAt(index), ObjectId: RECORD }));
		const { json, calls } = await act(
			'association.getAll',
			[{ ObjectGroup: 'Contact', ObjectId: byId(RECORD), returnAll: true }],
			({ query }) => ({ body: associations.slice((Number(query.page) - 1) * 100, Number(query.page) * 100) }),
		);
		expect([json.length, calls]).toEqual([
			130,
			[`GET /Associations/${RECORD}?page=1&pagesize=100`, `GET /Associations/${RECORD}?page=2&pagesize=100`],
		]);
	});

	test('many records are counted 40 at a time, and one that Xero leaves out has none', async () => {
		const many = Array.from({ length: 45 }, (_, index) => idAt(index));
		const { json, sent } = await act('association.getCount', [{ ObjectIds: many.join(',') }], ({ query }) => ({
			body: Object.fromEntries(
				query.ObjectIds!.split(',').flatMap((id) => (id === idAt(44) ? [] : [[id, Number(id.slice(-2))]])),
			),
		}));
		expect(sent.map(({ query }) => query.ObjectIds!.split(',').length)).toEqual([40, 5]);
		expect(json).toEqual(many.map((ObjectId, index) => ({ ObjectId, Count: index === 44 ? 0 : index })));
	});
});

test.each([null, '', { __rl: true, mode: 'id', value: '' }])(
	'a record that came to nothing (%j) is asked for, and no call is made',
	async (ObjectId) => {
		const { calls, error } = await act(
			'file.removeAssociation',
			[{ FileId: byId('5b0d1c2e-0001-4b3c-8d9e-1a2b3c4d5e6f'), ObjectGroup: 'Invoice', ObjectId }],
			() => ({ statusCode: 204 }),
		);
		expect([calls, error]).toEqual([
			[],
			expect.stringMatching(/^Item 1(: Record is missing|, Record: names no record\. Choose it From List)\n/),
		]);
	},
);

test('a folder alone finds all of its files, whatever Match says', async () => {
	const FolderId = '5b0d1c2e-0009-4b3c-8d9e-1a2b3c4d5e6f';
	const Items = [
		{ Id: 'a', Name: 'a.txt', FolderId },
		{ Id: 'b', Name: 'b.txt', FolderId: 'other' },
	];
	const { json } = await act('file.find', [{ options: { FolderId: byId(FolderId), match: 'whole' }, simplify: false }], () => ({
		body: { TotalCount: 2, Page: 1, PerPage: 100, Items },
	}));
	expect(json.map(({ Id }) => Id)).toEqual(['a']);
});

test('a folder named in a cell with a blank at its end is sent without it', async () => {
	const echo = ({ body }: Sent): Reply => ({ body: { ...(body as IDataObject), Id: FOLDER } });
	const { json } = await act('folder.create', [{ Name: 'Contracts ' }], echo);
	expect(namesOf(json)).toEqual(['Contracts']);
});
