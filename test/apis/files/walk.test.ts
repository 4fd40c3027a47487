import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { files } from '../../../nodes/XeroFiles/files';
import { OBJECTS } from '../../../nodes/XeroFiles/fields/object';
import { XeroFiles } from '../../../nodes/XeroFiles/XeroFiles.node';
import { ApiStage, byId } from '../stage';
import { holding } from '../act';

/** A name that needs care everywhere. */
const NAME = 'Größe "A4" #1 & co; 100%.txt';

const idOf = (record: IDataObject | undefined) => byId(String(record?.Id));

describe('the file library, through n8n and against the sandbox', () => {
	const xero = new ApiStage(new XeroFiles(), files);
	xero.leavesNothingOut('test/apis/files/walk.test.ts', 'xero');

	const upload = async (item: INodeExecutionData, more: IDataObject = {}) =>
		await xero.all('file.upload', { binaryPropertyName: 'data', simplify: false, ...more } as never, [item]);
	const content = async (picked: ReturnType<typeof byId>) => {
		const { items } = await xero.try('file.getContent', { FileId: picked });
		const { data, fileName, mimeType } = items[0]!.binary!.data!;
		return [fileName, mimeType, Buffer.from(data, 'base64').toString()];
	};

	test('folders are made, renamed, listed and deleted, the Inbox is not', async () => {
		const inbox = await xero.json('inbox.get');
		expect([inbox.Name, inbox.IsInbox]).toEqual(['Inbox', true]);
		const made = await xero.json('folder.create', { Name: 'Leases' });
		expect([made.Name, made.FileCount]).toEqual(['Leases', 0]);
		expect((await xero.json('folder.update', { FolderId: idOf(made), Name: 'Rental' })).Name).toBe('Rental');
		expect(await xero.json('folder.get', { FolderId: idOf(made) })).toEqual({ ...made, Name: 'Rental' });
		const names = (await xero.all('folder.getAll', { returnAll: true, filters: { sort: 'Name' } })).map(({ Name }) => Name);
		expect(names).toEqual(['Contracts', 'Inbox', 'Receipts', 'Rental']);
		const lines = async (list: string) => (await xero.search(list, 'folder.get')).results.map(({ name }) => name);
		expect([await lines('folder'), await lines('ownFolder')]).toEqual([names, ['Contracts', 'Receipts', 'Rental']]);
		expect(await xero.refused('folder.delete', { FolderId: idOf(inbox) })).toContain('The Inbox cannot be deleted.');
		expect(await xero.refused('folder.create', { Name: 'Rental' })).toContain('A folder with the name Rental already exists.');
		expect(await xero.json('folder.delete', { FolderId: idOf(made) })).toEqual({ deleted: true, FolderId: made.Id });
	});

	test('a file is uploaded, found, renamed, moved, downloaded and deleted', async () => {
		const { picked: receipts } = await xero.choose('folder', 'file.upload', {}, 'Receipts');
		const item = holding(['data', NAME, 'text/plain', 'first\r\n--'], ['more', 'b.csv', 'text/csv', 'a,b']);
		const [one, other] = await upload(item, { binaryPropertyName: 'data, more', FolderId: receipts });
		expect([one!.Name, one!.Size, one!.FolderId, other!.Name]).toEqual([NAME, 9, receipts.value, 'b.csv']);
		expect(String(one!.CreatedDateUtc)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/);
		const [inInbox] = await upload(holding(['data', 'c.txt', 'text/plain', 'c']), { options: { FileName: 'd.txt' } });
		expect([inInbox!.Name, inInbox!.FolderId]).toEqual(['d.txt', (await xero.json('inbox.get')).Id]);

		const found = await xero.all('file.find', { Name: 'größe', options: { FolderId: receipts } });
		expect(found.map(({ Id }) => Id)).toEqual([one!.Id]);
		const { line, picked } = await xero.choose('file', 'file.get', {}, 'größe');
		expect([line, picked.value]).toEqual([`${NAME} · ${String(one!.CreatedDateUtc).slice(0, 10)}`, one!.Id]);
		expect(await xero.json('file.get', { FileId: picked, simplify: false })).toEqual(one);
		expect(await content(picked as never)).toEqual([NAME, 'text/plain', 'first\r\n--']);

		const renamed = await xero.json('file.update', { FileId: picked, additionalFields: { Name: 'plain.txt' } });
		expect([renamed.Name, renamed.FolderId]).toEqual(['plain.txt', receipts.value]);
		const moved = await xero.json('file.update', {
			FileId: picked,
			additionalFields: { FolderId: byId(String(inInbox!.FolderId)) },
		});
		expect([moved.Name, moved.FolderId]).toEqual(['plain.txt', inInbox!.FolderId]);

		const listed = await xero.all('file.getAll', { returnAll: true, filters: { sort: 'Name', direction: 'ASC' } });
		expect(listed.map(({ Name }) => Name)).toEqual(expect.arrayContaining(['b.csv', 'd.txt', 'plain.txt']));
		expect(await xero.json('file.delete', { FileId: picked })).toEqual({ deleted: true, FileId: one!.Id });
		expect(await xero.refused('file.get', { FileId: picked })).toContain('is not in the organisation chosen');
	});

	test('every kind of record is listed, and takes a file where there is one', async () => {
		const [file] = await upload(holding(['data', 'a.txt', 'text/plain', 'a']));
		const FileId = idOf(file);
		const tied: string[] = [];
		for (const { key, group, list } of OBJECTS) {
			const { results } = await xero.search('object', 'file.associate', { ObjectGroup: key });
			const [first] = results;
			if (!first) continue;
			const ObjectId = { __rl: true, mode: 'list', value: String(first.value) };
			const made = await xero.json('file.associate', { FileId, ObjectGroup: key, ObjectId });
			expect([list, made.ObjectGroup, made.ObjectId]).toEqual([list, group, ObjectId.value]);
			tied.push(ObjectId.value);
		}
		expect(tied.length).toBeGreaterThan(8);
		expect((await xero.all('file.getAssociations', { FileId })).map(({ ObjectId }) => ObjectId)).toEqual(tied);
		const last = byId(tied.at(-1)!);
		const [association] = await xero.all('association.getAll', { ObjectId: last, returnAll: true });
		expect([association!.FileId, association!.Name, association!.SendWithObject]).toEqual([file!.Id, 'a.txt', false]);
		const counted = await xero.all('association.getCount', { ObjectIds: [String(last.value), String(file!.Id)].join(',') });
		expect(counted).toEqual([
			{ ObjectId: last.value, Count: 1 },
			{ ObjectId: file!.Id, Count: 0 },
		]);
		const removed = { deleted: true, FileId: file!.Id, ObjectId: last.value };
		expect(await xero.json('file.removeAssociation', { FileId, ObjectId: last })).toEqual(removed);
		expect(await xero.all('association.getAll', { ObjectId: last, returnAll: true })).toEqual([]);
		expect(await xero.refused('file.removeAssociation', { FileId, ObjectId: last })).toContain(
			'is not in the organisation chosen',
		);
	});

	test('a file goes with the document when it is told to', async () => {
		const [file] = await upload(holding(['data', 'terms.txt', 'text/plain', 'a']));
		const { picked } = await xero.choose('object', 'file.associate', { ObjectGroup: 'Invoice' });
		const additionalFields = { ObjectType: 'AccRec', SendWithObject: true };
		await xero.json('file.associate', { FileId: idOf(file), ObjectGroup: 'Invoice', ObjectId: picked, additionalFields });
		const all = await xero.all('association.getAll', { ObjectId: picked, returnAll: true, filters: { sort: 'Name' } });
		expect(all.find(({ FileId }) => FileId === file!.Id)).toMatchObject({ ObjectType: 'AccRec', SendWithObject: true });
	});

	test('what Xero refuses becomes the row of its item, and the others are uploaded', async () => {
		const items = ['a.txt', 'b.boo', 'c.txt'].map((name) => holding(['data', name, 'text/plain', name]));
		const { json } = await xero.try('file.upload', { binaryPropertyName: 'data' }, items, {
			settings: { onError: 'continueRegularOutput' },
		});
		expect(json.map(({ Name, error }) => Name ?? error)).toEqual([
			'a.txt',
			'Item 2: Xero says: Extension: boo is not a valid File extension.',
			'c.txt',
		]);
	});

	test('any other call can be sent as well', async () => {
		const { items } = await xero.try('apiRequest.send', { method: 'GET', path: '/Inbox' });
		expect(items[0]!.json.Name).toBe('Inbox');
	});
});
