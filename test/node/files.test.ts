import { createHash, randomBytes } from 'node:crypto';
import type { INodeExecutionData } from 'n8n-workflow';
import { byId, staged } from './stage';

const on = staged({ seed: 'small' });

type Files = Record<string, { name: string; type: string; data: Buffer }>;

/** An n8n item with files behind named binary fields. */
const withFiles = (files: Files): INodeExecutionData => ({
	json: {},
	binary: Object.fromEntries(
		Object.entries(files).map(([field, { name, type, data }]) => [
			field,
			{ data: data.toString('base64'), mimeType: type, fileName: name },
		]),
	),
});

const bytesIn = ({ binary }: INodeExecutionData, field = 'data'): Buffer => Buffer.from(binary![field]!.data, 'base64');
/** Always the same one: an attachment changes the order of Xero's list. */
const invoice = () =>
	byId(
		on
			.records('Invoices')
			.map(({ InvoiceID }) => String(InvoiceID))
			.sort()[0]!,
	);
const text = (words: string) => Buffer.from(words, 'utf8');

describe('Attachments', () => {
	it.each([
		['Delivery note 7.txt'],
		['50% #1 & more?.txt'],
		['Räkning für Ōtāhuhu.txt'],
		['請求書.txt'],
		["it's (a) [test] + 1=2;,.txt"],
		['100%25.txt'],
		['a😀b.txt'],
	])('go up and come down under the name they have: %s', async (name) => {
		const up = await on.run('invoice.addAttachment', { InvoiceID: invoice(), binaryPropertyName: 'data' }, [
			withFiles({ data: { name, type: 'text/plain', data: text(`Content of ${name}`) } }),
		]);
		expect(up.error).toBe('');
		expect(up.json).toEqual([
			expect.objectContaining({ FileName: name, MimeType: 'text/plain', ContentLength: text(`Content of ${name}`).length }),
		]);
		const listed = await on.run('invoice.getAttachments', { InvoiceID: invoice() });
		expect(listed.json.map(({ FileName }) => FileName)).toEqual([name]);
		const down = await on.run('invoice.downloadAttachment', {
			InvoiceID: invoice(),
			files: 'name',
			options: { attachment: name },
		});
		expect(down.error).toBe('');
		expect(down.items[0]!.binary!.data).toMatchObject({ fileName: name, mimeType: 'text/plain' });
		expect(bytesIn(down.items[0]!).toString('utf8')).toBe(`Content of ${name}`);
	});

	it('go up several from one item, and come down all at once, byte for byte', async () => {
		const scan = randomBytes(70_000);
		const files: Files = {
			receipt: { name: 'receipt.pdf', type: 'application/pdf', data: Buffer.concat([text('%PDF-1.4\n'), scan]) },
			photo: { name: 'photo.png', type: 'image/png', data: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 254, 128, 10, 13]) },
			note: { name: 'note.txt', type: 'text/plain', data: text('Drei Stühle') },
		};
		const up = await on.run('invoice.addAttachment', { InvoiceID: invoice(), binaryPropertyName: 'receipt, photo,note' }, [
			withFiles(files),
		]);
		expect(up.error).toBe('');
		expect(up.json.map(({ FileName }) => FileName)).toEqual(['receipt.pdf', 'photo.png', 'note.txt']);
		expect(up.pairs).toEqual([0, 0, 0]);
		const down = await on.run('invoice.downloadAttachment', {
			InvoiceID: invoice(),
			files: 'all',
			options: { binaryPropertyName: 'file' },
		});
		expect(Object.fromEntries(down.items.map((item) => [item.json.FileName, bytesIn(item, 'file')]))).toEqual({
			'receipt.pdf': files.receipt!.data,
			'photo.png': files.photo!.data,
			'note.txt': files.note!.data,
		});
	});

	it('come down by ID', async () => {
		await on.run('invoice.addAttachment', { InvoiceID: invoice(), binaryPropertyName: 'data' }, [
			withFiles({ data: { name: 'a.txt', type: 'text/plain', data: text('A') } }),
		]);
		const [listed] = (await on.run('invoice.getAttachments', { InvoiceID: invoice() })).json;
		const down = await on.run('invoice.downloadAttachment', {
			InvoiceID: invoice(),
			files: 'id',
			options: { attachment: String(listed!.AttachmentID) },
		});
		expect(bytesIn(down.items[0]!).toString()).toBe('A');
	});

	it('may be ten megabytes large', async () => {
		const large = randomBytes(10 * 1024 * 1024);
		const up = await on.run('invoice.addAttachment', { InvoiceID: invoice(), binaryPropertyName: 'data' }, [
			withFiles({ data: { name: 'large.zip', type: 'application/zip', data: large } }),
		]);
		expect(up.error).toBe('');
		expect(up.json[0]).toMatchObject({ ContentLength: 10_485_760 });
		const down = await on.run('invoice.downloadAttachment', { InvoiceID: invoice(), files: 'all' });
		const hash = (data: Buffer) => createHash('sha256').update(data).digest('hex');
		expect(hash(bytesIn(down.items[0]!))).toBe(hash(large));
	});

	it('that are too large are refused with a word on the size', async () => {
		const { error } = await on.run('invoice.addAttachment', { InvoiceID: invoice(), binaryPropertyName: 'data' }, [
			withFiles({ data: { name: 'huge.zip', type: 'application/zip', data: Buffer.alloc(11 * 1024 * 1024) } }),
		]);
		expect(error).toContain('Xero takes no request of this size');
		expect(error).toContain('Item 1: Xero takes no request of this size. Send fewer or smaller records or files at once');
	});

	it('can be shown with the online invoice, renamed on the way, and replaced', async () => {
		await on.run(
			'invoice.addAttachment',
			{ InvoiceID: invoice(), binaryPropertyName: 'data', options: { FileName: 'Terms & conditions.txt', IncludeOnline: true } },
			[withFiles({ data: { name: 'x.txt', type: 'text/plain', data: text('old') } })],
		);
		const [listed] = (await on.run('invoice.getAttachments', { InvoiceID: invoice() })).json;
		expect(listed).toMatchObject({ FileName: 'Terms & conditions.txt', IncludeOnline: true });
		const replaced = await on.run(
			'invoice.replaceAttachment',
			{ InvoiceID: invoice(), binaryPropertyName: 'data', options: { FileName: 'Terms & conditions.txt' } },
			[withFiles({ data: { name: 'x.txt', type: 'text/plain', data: text('newer') } })],
		);
		expect(replaced.error).toBe('');
		const down = await on.run('invoice.downloadAttachment', { InvoiceID: invoice(), files: 'all' });
		expect(down.items).toHaveLength(1);
		expect(bytesIn(down.items[0]!).toString()).toBe('newer');
	});

	it('belong to contacts and accounts as well', async () => {
		const file = withFiles({ data: { name: 'Card #4.txt', type: 'text/plain', data: text('card') } });
		const contact = byId(String(on.records('Contacts')[0]!.ContactID));
		const account = byId(String(on.records('Accounts')[0]!.AccountID));
		const [one, two] = [
			await on.run('contact.addAttachment', { ContactID: contact, binaryPropertyName: 'data' }, [file]),
			await on.run('account.addAttachment', { AccountID: account, binaryPropertyName: 'data' }, [file]),
		];
		expect([one.error, two.error]).toEqual(['', '']);
		expect(
			(await on.run('contact.downloadAttachment', { ContactID: contact, files: 'all' })).items.map((item) =>
				bytesIn(item).toString(),
			),
		).toEqual(['card']);
		expect(
			(await on.run('account.downloadAttachment', { AccountID: account, files: 'all' })).items.map((item) =>
				bytesIn(item).toString(),
			),
		).toEqual(['card']);
	});

	it('are uploaded once although the answer is lost', async () => {
		on.sandbox.fail({ match: { method: 'PUT', path: '/Attachments' }, times: 2, what: { kind: 'dropAfter' } });
		const { error } = await on.run('invoice.addAttachment', { InvoiceID: invoice(), binaryPropertyName: 'data' }, [
			withFiles({ data: { name: 'a.txt', type: 'text/plain', data: text('A') } }),
		]);
		expect(error).toBe('');
		const puts = on.sandbox.calls.filter(({ method }) => method === 'PUT');
		expect(puts.map(({ status, replayed }) => [status, replayed])).toEqual([
			[0, false],
			[0, true],
			[200, true],
		]);
	});

	it('go up again whole after the token was refreshed', async () => {
		on.sandbox.expireTokens();
		const { error } = await on.run('invoice.addAttachment', { InvoiceID: invoice(), binaryPropertyName: 'data' }, [
			withFiles({ data: { name: 'a.txt', type: 'text/plain', data: text('whole') } }),
		]);
		expect(error).toBe('');
		const down = await on.run('invoice.downloadAttachment', { InvoiceID: invoice(), files: 'all' });
		expect(bytesIn(down.items[0]!).toString()).toBe('whole');
	});

	it('are missed by the name of their field, and nothing is sent', async () => {
		const { error } = await on.run('invoice.addAttachment', { InvoiceID: invoice(), binaryPropertyName: 'data, scan' }, [
			withFiles({ data: { name: 'a.txt', type: 'text/plain', data: text('A') } }),
		]);
		expect(error).toContain('Item 1, Input Binary Field “scan”: the item has no binary data under this name. It has data');
		expect(on.asked).toEqual([]);
	});

	it('are missed as well when the item has no file at all', async () => {
		const { error } = await on.run('invoice.addAttachment', { InvoiceID: invoice(), binaryPropertyName: 'data' });
		expect(error).toMatch(/binary/i);
		expect(on.asked).toEqual([]);
	});

	it('that are not there are named', async () => {
		const { error } = await on.run('invoice.downloadAttachment', {
			InvoiceID: invoice(),
			files: 'name',
			options: { attachment: 'none.pdf' },
		});
		expect(error).toContain(
			'Item 1, Attachment “none.pdf”: the record has no such attachment. Use Get Attachments to see what is attached',
		);
	});

	it('of one name for one record are uploaded once, and each other item is told so before it sends anything', async () => {
		const note = (content: string) => withFiles({ data: { name: 'Scan.txt', type: 'text/plain', data: text(content) } });
		const { error } = await on.run('invoice.addAttachment', { InvoiceID: invoice(), binaryPropertyName: 'data' }, [
			note('one'),
			note('two'),
		]);
		expect(error).toContain('Item 2: an earlier item has a file Scan.txt for the same record');
		expect(error).toContain('set File Name in Options');
		expect(on.asked).toEqual([`PUT /Invoices/${invoice().value}/Attachments/Scan.txt`]);
	});

	it('of names that differ in capitals alone count as one name, and one record given in capitals as one record', async () => {
		const { value } = invoice();
		const { json } = await on.run(
			'invoice.addAttachment',
			{ InvoiceID: byId('={{ $itemIndex ? "' + value.toUpperCase() + '" : "' + value + '" }}'), binaryPropertyName: 'data' },
			['a.txt', 'A.TXT', 'b.txt'].map((name) => withFiles({ data: { name, type: 'text/plain', data: text(name) } })),
			{ settings: { onError: 'continueRegularOutput' } },
		);
		expect(json.map((row) => row.error ?? row.FileName)).toEqual([
			'a.txt',
			'Item 2: an earlier item has a file A.TXT for the same record. Xero would keep the last of them only: set File Name in Options',
			'b.txt',
		]);
	});

	it('of one name may go to different records', async () => {
		const contacts = on.records('Contacts').map(({ ContactID }) => String(ContactID));
		const file = withFiles({ data: { name: 'a.txt', type: 'text/plain', data: text('A') } });
		const { error, json } = await on.run(
			'contact.addAttachment',
			{ ContactID: byId(`={{ $itemIndex ? "${contacts[1]}" : "${contacts[0]}" }}`), binaryPropertyName: 'data' },
			[file, file],
		);
		expect(error).toBe('');
		expect(json.map(({ FileName }) => FileName)).toEqual(['a.txt', 'a.txt']);
	});

	it('of one name in one item are refused before either is sent', async () => {
		const { error } = await on.run('invoice.addAttachment', { InvoiceID: invoice(), binaryPropertyName: 'a, b' }, [
			withFiles({
				a: { name: 'same.txt', type: 'text/plain', data: text('A') },
				b: { name: 'Same.txt', type: 'text/plain', data: text('B') },
			}),
		]);
		expect(error).toContain(
			'Item 1: the item names two files Same.txt. Xero would keep the last of them only: set File Name in Options',
		);
		expect(on.asked).toEqual([]);
	});

	it('are replaced as often as asked, the last one winning', async () => {
		const note = (content: string) => withFiles({ data: { name: 'a.txt', type: 'text/plain', data: text(content) } });
		await on.run('invoice.addAttachment', { InvoiceID: invoice(), binaryPropertyName: 'data' }, [note('first')]);
		const { error, json } = await on.run('invoice.replaceAttachment', { InvoiceID: invoice(), binaryPropertyName: 'data' }, [
			note('second'),
			note('third'),
		]);
		expect([error, json.length]).toEqual(['', 2]);
	});

	it.each([['..'], ['.'], ['../x'], ['a/..'], ['..\\x']])(
		'under a name that would lead out of the record are refused: “%s”',
		async (FileName) => {
			for (const operation of ['addAttachment', 'replaceAttachment']) {
				const { error } = await on.run(
					`invoice.${operation}`,
					{ InvoiceID: invoice(), binaryPropertyName: 'data', options: { FileName } },
					[withFiles({ data: { name: 'a.txt', type: 'text/plain', data: text('A') } })],
				);
				expect(error).toContain(`Item 1: “${FileName.trim()}” is no name for an attachment. Set File Name in Options`);
			}
			expect(on.asked).toEqual([]);
		},
	);

	it.each([
		['text/plain; charset=utf-8', 'text/plain'],
		['text/plain\r\nX-Other: 1', 'application/octet-stream'],
		['text/plän', 'application/octet-stream'],
		['', 'application/octet-stream'],
		['image/svg+xml', 'image/svg+xml'],
	])('say what they are only when it is a media type: %j goes as %s', async (type, sent) => {
		const { error } = await on.run('invoice.addAttachment', { InvoiceID: invoice(), binaryPropertyName: 'data' }, [
			withFiles({ data: { name: 'file', type, data: text('A') } }),
		]);
		expect(error).toBe('');
		expect(on.sandbox.calls.map(({ headers }) => [headers['content-type'], headers['x-other']])).toEqual([[sent, undefined]]);
	});

	it('of which one is refused say which others are in Xero already', async () => {
		on.sandbox.fail({
			match: { path: /third/ },
			what: { kind: 'status', status: 400, as: 'json', body: { Message: 'The file is damaged' } },
		});
		const names = ['first', 'second', 'third', 'fourth'];
		const { error } = await on.run('invoice.addAttachment', { InvoiceID: invoice(), binaryPropertyName: names.join() }, [
			withFiles(Object.fromEntries(names.map((name) => [name, { name: `${name}.txt`, type: 'text/plain', data: text(name) }]))),
		]);
		expect(error.split('\n')[0]).toBe('Item 1: Xero says: The file is damaged; uploaded before it: first.txt, second.txt');
		const listed = await on.run('invoice.getAttachments', { InvoiceID: invoice() });
		expect(listed.json.map(({ FileName }) => FileName)).toEqual(['first.txt', 'second.txt']);
	});

	it('come down by an ID in capitals as well', async () => {
		await on.run('invoice.addAttachment', { InvoiceID: invoice(), binaryPropertyName: 'data' }, [
			withFiles({ data: { name: 'a.txt', type: 'text/plain', data: text('A') } }),
		]);
		const [listed] = (await on.run('invoice.getAttachments', { InvoiceID: invoice() })).json;
		const down = await on.run('invoice.downloadAttachment', {
			InvoiceID: invoice(),
			files: 'id',
			options: { attachment: String(listed!.AttachmentID).toUpperCase() },
		});
		expect(bytesIn(down.items[0]!).toString()).toBe('A');
	});

	it('are not taken for a web page that came in their place, unless they are one', async () => {
		const html = '<!DOCTYPE html><p>Terms</p>';
		await on.run('invoice.addAttachment', { InvoiceID: invoice(), binaryPropertyName: 'a, b' }, [
			withFiles({
				a: { name: 'a.txt', type: 'text/plain', data: text('A') },
				b: { name: 'b.html', type: 'text/html', data: text(html) },
			}),
		]);
		const page = await on.run('invoice.downloadAttachment', {
			InvoiceID: invoice(),
			files: 'name',
			options: { attachment: 'b.html' },
		});
		expect(bytesIn(page.items[0]!).toString()).toBe(html);
		on.sandbox.fail({ match: { path: /Attachments\/.+/ }, what: { kind: 'status', status: 200, as: 'html' } });
		const { error } = await on.run('invoice.downloadAttachment', {
			InvoiceID: invoice(),
			files: 'name',
			options: { attachment: 'a.txt' },
		});
		expect(error).toContain('Xero did not answer: a web page came instead. Run again later');
	});

	it('give no item where nothing is attached', async () => {
		const { items, error } = await on.run('invoice.downloadAttachment', { InvoiceID: invoice(), files: 'all' });
		expect([items, error]).toEqual([[], '']);
	});
});

describe('PDF', () => {
	it('is the invoice as binary data under a name of its own', async () => {
		const { items, error } = await on.run('invoice.getPdf', { InvoiceID: invoice(), options: { FileName: 'Invoice № 1.pdf' } });
		expect(error).toBe('');
		expect(items[0]!.binary!.data).toMatchObject({ fileName: 'Invoice № 1.pdf', mimeType: 'application/pdf' });
		expect(bytesIn(items[0]!).subarray(0, 5).toString()).toBe('%PDF-');
		expect(on.called(`GET /Invoices/${invoice().value}`)[0]!.headers.accept).toBe('application/pdf');
	});

	it.each([
		['json', 'Item 1: Xero did not send a PDF of the invoice. Check in Xero that it can be printed there, and run again later'],
		['text', 'Item 1: Xero did not send a PDF of the invoice. Check in Xero that it can be printed there, and run again later'],
		['html', 'Xero did not answer: a web page came instead. Run again later'],
	] as const)('is not taken for what came in its place: %s', async (as, says) => {
		on.sandbox.fail({ match: { method: 'GET', path: '/Invoices' }, what: { kind: 'status', status: 200, as } });
		const { error, items } = await on.run('invoice.getPdf', { InvoiceID: invoice() });
		expect(error).toContain(says);
		expect(items).toEqual([]);
	});

	it('that cannot be had says so in words, although bytes were asked for', async () => {
		const { error } = await on.run('invoice.getPdf', { InvoiceID: byId('2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33') });
		expect(error).toContain('is not in the organisation chosen');
	});
});
