import { files } from '../../../nodes/XeroFiles/files';
import { formOf } from '../../../nodes/XeroFiles/multipart';
import type { Reply, Sent } from '../../fakeContext';
import { fromList } from '../../examples/example';
import { acting, holding } from '../act';

const act = acting(files);

const ID = '5b0d1c2e-0001-4b3c-8d9e-1a2b3c4d5e6f';
const FOLDER = '5b0d1c2e-0002-4b3c-8d9e-1a2b3c4d5e6f';
const REFUSED: Reply = {
	statusCode: 400,
	body: [{ type: 'Validation', title: 'Validation failure', detail: 'Extension: boo is not a valid File extension.' }],
};

const nameIn = ({ body }: Sent): string => /name="name"\r\n\r\n(.*)\r\n/.exec((body as Buffer).toString('utf8'))?.[1] ?? '';
const keeps = (sent: Sent): Reply => ({ statusCode: 201, body: { Id: ID, Name: nameIn(sent) } });
/** Xero takes all files but those that end on .boo. */
const particular = (sent: Sent): Reply => (nameIn(sent).endsWith('.boo') ? REFUSED : keeps(sent));

describe('uploading', () => {
	test('several files of one item go one after another and come out as one item each', async () => {
		const { json, calls } = await act('file.upload', [{ binaryPropertyName: 'one, two ,,' }], keeps, {
			items: [holding(['one', 'a.txt', 'text/plain', 'a'], ['two', 'b.txt', 'text/plain', 'b'])],
		});
		expect(calls).toEqual(['POST /Files', 'POST /Files']);
		expect(json).toMatchObject([
			{ Id: ID, Name: 'a.txt' },
			{ Id: ID, Name: 'b.txt' },
		]);
	});

	test('each item goes to its own folder, or to the Inbox', async () => {
		const items = [holding(['data', 'a.txt', 'text/plain', 'a']), holding(['data', 'b.txt', 'text/plain', 'b'])];
		const { calls, items: out } = await act(
			'file.upload',
			[{ binaryPropertyName: 'data' }, { binaryPropertyName: 'data', FolderId: fromList(FOLDER) }],
			keeps,
			{ items },
		);
		expect(calls).toEqual(['POST /Files', `POST /Files/${FOLDER}`]);
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test('the bytes and the type are those of the file', async () => {
		const data = Buffer.from([0, 255, 13, 10, 45, 45]);
		const item = { json: {}, binary: { data: { fileName: 'x.png', mimeType: 'image/png; x=1', data: data.toString('base64') } } };
		const { sent } = await act('file.upload', [{ binaryPropertyName: 'data' }], keeps, { items: [item] });
		const { body, contentType } = formOf({ name: 'x.png', type: 'image/png', data });
		expect([(sent[0]!.body as Buffer).equals(body), sent[0]!.headers['Content-Type']]).toEqual([true, contentType]);
	});

	test('n8n running the node again repeats the same write', async () => {
		const once = async (): Promise<string | undefined> => {
			const { sent } = await act('file.upload', [{ binaryPropertyName: 'data' }], keeps, {
				items: [holding(['data', 'a.txt', 'text/plain', 'a'])],
				executionId: '7',
				node: { id: 'same' },
			});
			return sent[0]!.headers['Idempotency-Key'];
		};
		expect(await once()).toBe(await once());
	});

	test.each([
		['', ''],
		[' ', ''],
		['..', '..'],
		['a/../b.txt', 'a/../b.txt'],
		['half \ud800.txt', 'half \ud800.txt'],
	])('%j is no name, and nothing is uploaded', async (name, shown) => {
		const { error, calls } = await act('file.upload', [{ binaryPropertyName: 'one,two' }], keeps, {
			items: [holding(['one', 'a.txt', 'text/plain', 'a'], ['two', name, 'text/plain', 'b'])],
		});
		expect(error).toBe(`Item 1: “${shown}” is no name for a file. Set File Name in Options\nNothing was uploaded for this item.`);
		expect(calls).toEqual([]);
	});

	test('one name for two files is refused before anything is sent', async () => {
		const { error, calls } = await act(
			'file.upload',
			[{ binaryPropertyName: 'one,two', options: { FileName: 'a.txt' } }],
			keeps,
			{
				items: [holding(['one', 'a.txt', 'text/plain', 'a'], ['two', 'b.txt', 'text/plain', 'b'])],
			},
		);
		expect(error).toContain('Item 1, File Name: fits one file only. Leave it empty to keep the names of the binary fields');
		expect(calls).toEqual([]);
	});

	test('commas alone name no field', async () => {
		const { error, calls } = await act('file.upload', [{ binaryPropertyName: ' , ' }], keeps);
		expect(error).toContain('Item 1: Input Binary Field is missing');
		expect(calls).toEqual([]);
	});

	test("Xero's reason is told in its words, with the files that were uploaded before", async () => {
		const { error } = await act('file.upload', [{ binaryPropertyName: 'one,two' }], particular, {
			items: [holding(['one', 'a.txt', 'text/plain', 'a'], ['two', 'b.boo', 'text/plain', 'b'])],
		});
		expect(error).toBe(
			'Item 1: Xero says: Extension: boo is not a valid File extension; uploaded before it: a.txt (5b0d1c2e-0001-4b3c-8d9e-1a2b3c4d5e6f)\nNothing of this call was written. Change the values Xero names and run again. Look in Xero: a.txt (5b0d1c2e-0001-4b3c-8d9e-1a2b3c4d5e6f) is there already.',
		);
	});

	test('with Continue On Fail a refused file becomes the row of its item', async () => {
		const items = ['a.txt', 'b.boo', 'c.txt'].map((name) => holding(['data', name, 'text/plain', name]));
		const { json } = await act(
			'file.upload',
			items.map(() => ({ binaryPropertyName: 'data' })),
			particular,
			{
				items,
				continueOnFail: true,
			},
		);
		expect(json).toMatchObject([
			{ Id: ID, Name: 'a.txt' },
			{
				error: 'Item 2: Xero says: Extension: boo is not a valid File extension.',
				details: { description: 'Nothing of this call was written. Change the values Xero names and run again.' },
			},
			{ Id: ID, Name: 'c.txt' },
		]);
	});

	test('a file that is too large is refused with the limit', async () => {
		const { error } = await act('file.upload', [{ binaryPropertyName: 'data' }], () => ({ statusCode: 413, body: '' }), {
			items: [holding(['data', 'a.txt', 'text/plain', 'a'])],
		});
		expect(error).toBe(
			'Item 1: Xero takes no request of this size. Send fewer or smaller records or files at once\nXero takes 3.5 MB of records, 10 MB for a file.',
		);
	});
});
