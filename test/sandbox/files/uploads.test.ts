import { randomBytes } from 'node:crypto';

import { fetch, FormData, type Response } from 'undici';

import type { Sandbox } from '../../../sandbox/contract';
import { startSandbox } from '../../../sandbox/server';
import { type CabinetDesk, fileForm, form, openCabinet } from './cabinetDesk';

const refused = (detail: string) => [{ type: 'Validation', title: 'Validation failure', detail }];

describe('an upload', () => {
	let desk: CabinetDesk;
	beforeEach(() => {
		desk = openCabinet();
	});

	it('lands in the Inbox with its size, type, times and user', () => {
		const answer = desk.send('/Files', fileForm('Plan.PDF', '12345'));
		expect(answer.status).toBe(201);
		expect(answer.body).toEqual({
			Id: answer.id('Id'),
			Name: 'Plan.PDF',
			MimeType: 'application/pdf',
			Size: 5,
			CreatedDateUtc: '2026-03-09T22:00:00.0000000',
			UpdatedDateUtc: '2026-03-09T22:00:00.0000000',
			User: {
				Id: '3f0a6d6e-92c1-4c7e-b7a5-0d5f8c1e2b94',
				Name: 'demo.owner@sandbox.example',
				FirstName: 'Demo',
				LastName: 'Owner',
				FullName: 'Demo Owner',
			},
			FolderId: desk.call('GET', '/Inbox').at('Id'),
		});
		expect(desk.call('GET', `/Files/${answer.id('Id')}`).body).toEqual(answer.body);
	});

	it('lands in the folder that the path names', () => {
		const folder = desk.call('POST', '/Folders', { Name: 'Bills' }).id('Id');
		expect(desk.send(`/Files/${folder.toUpperCase()}`, fileForm('a.txt')).at('FolderId')).toBe(folder);
		expect(desk.call('GET', `/Folders/${folder}`).at('FileCount')).toBe(1);
		expect(desk.send(`/Files/${desk.put('b.txt')}`, fileForm('a.txt')).status).toBe(404);
	});

	it.each([
		// As xero-node sends a Buffer, and a stream.
		[form(['name="name"', 'a b.txt'], ['name="filename"', 'other.txt'], ['name="a b.txt"', 'x']), 'a b.txt'],
		[form(['name="name"', 'a b.txt'], ['name="filename"', 'o.txt'], ['name="a b.txt"; filename="disk.txt"', 'x']), 'a b.txt'],
		// By the specification's own names.
		[form(['name="body"; filename="x.txt"', 'x'], ['name="name"', 'a.txt'], ['name="filename"', 'b.txt']), 'a.txt'],
		[form(['name="Name"', 'Title'], ['name="Filename"', 'b.txt'], ['name="File"; filename="c.txt"', 'x']), 'b.txt'],
		[form(['name="a.txt"; filename="b.txt"', 'x']), 'b.txt'],
		[form(['name="a.txt"', 'x']), 'a.txt'],
	])('has its name from the form %#', (sent, name) => {
		expect(desk.send('/Files', sent).at('Name')).toBe(name);
	});

	it.each([
		[form(['name="mimeType"', 'image/x-odd'], ['name="a.png"', 'x', 'Content-Type: image/png\r\n']), 'image/x-odd'],
		[form(['name="a.png"', 'x', 'Content-Type: image/webp; q=1\r\n']), 'image/webp'],
		[form(['name="a.PNG"', 'x', 'Content-Type: application/octet-stream\r\n']), 'image/png'],
		[form(['name="mimeType"', 'text/html\r\nX-Header: 1'], ['name="a.csv"', 'x']), 'text/csv'],
	])('has its type from the form %#', (sent, type) => {
		expect(desk.send('/Files', sent).at('MimeType')).toBe(type);
	});

	it.each([
		['an extension that is not taken', fileForm('a.boo'), 'Extension: boo is not a valid File extension.'],
		['no extension', fileForm('README'), 'Extension:  is not a valid File extension.'],
		['a line break in the name', fileForm('a%0D%0Ab.txt'), 'Name contains one or more bad characters'],
		[
			'a line break in the field',
			form(['name="name"', 'a\r\nb.txt'], ['name="x.txt"', 'x']),
			'Name contains one or more bad characters',
		],
		['a path for a name', fileForm('../a.txt'), 'Name contains one or more bad characters'],
		['no file', form(['name="name"', 'a.txt']), 'A file must be provided.'],
		['two files', form(['name="a.txt"', 'x'], ['name="b.txt"', 'x']), 'Only one file can be uploaded in a request.'],
		['nothing in the file', fileForm('a.txt', ''), 'The file must not be empty.'],
		[
			'JSON',
			{ bytes: Buffer.from('{}'), contentType: 'application/json' },
			'The request body must be multipart/form-data with one file.',
		],
	])('is refused with %s', (_what, sent, detail) => {
		const answer = desk.send('/Files', sent);
		expect([answer.status, answer.body]).toEqual([400, refused(detail)]);
		expect(desk.call('GET', '/Files').at('TotalCount')).toBe(0);
	});

	it('may have the name of another file in the same folder', () => {
		expect(desk.put('a.txt')).not.toBe(desk.put('a.txt'));
		expect(desk.call('GET', '/Files').at('TotalCount')).toBe(2);
	});

	it('is renamed and moved, and stays what it is otherwise', () => {
		const [id, folder] = [desk.put('a.txt', 'hello'), desk.call('POST', '/Folders', { Name: 'Bills' }).id('Id')];
		desk.clock.advance(1500);
		const moved = desk.call('PUT', `/Files/${id}`, { FolderId: folder, Size: 99, Id: 'x', Name: null });
		expect(moved.body).toMatchObject({ Id: id, Name: 'a.txt', Size: 5, FolderId: folder });
		expect(moved.at('CreatedDateUtc')).toBe('2026-03-09T22:00:00.0000000');
		expect(moved.at('UpdatedDateUtc')).toBe('2026-03-09T22:00:01.5000000');
		expect(desk.call('PUT', `/Files/${id}`, { Name: 'b "2".md.txt' }).at('Name')).toBe('b "2".md.txt');
		expect(desk.call('PUT', `/Files/${id}`, { Name: 'FooBar' }).body).toEqual([
			{ type: 'Rename', title: 'Rename failed', detail: `Unable to rename ${id} to FooBar` },
		]);
		expect(desk.call('PUT', `/Files/${id}`, { FolderId: id }).body).toEqual(refused(`Folder ${id} does not exist.`));
		expect(desk.call('PUT', `/Files/${id}`, {}).body).toEqual(refused('Name or FolderId must be provided.'));
		expect(desk.call('PUT', `/Files/${folder}`, { Name: 'c.txt' }).status).toBe(404);
	});

	it('is gone after its deletion', () => {
		const id = desk.put('a.txt');
		expect(desk.call('DELETE', `/Files/${id}`)).toMatchObject({ status: 204, body: undefined });
		for (const url of [`/Files/${id}`, `/Files/${id}/Content`, `/Files/${id}/Associations`, '/Files/nonsense'])
			expect(desk.call('GET', url)).toMatchObject({ status: 404, body: [{ type: 'NotFound' }] });
		expect(desk.call('DELETE', `/Files/${id}`).status).toBe(404);
	});
});

describe('files over the wire', () => {
	let sandbox: Sandbox;
	let headers: Record<string, string>;
	const start = async (maxBody?: number): Promise<void> => {
		sandbox = await startSandbox({ seed: 'empty', limits: { minute: 10_000 }, ...(maxBody === undefined ? {} : { maxBody }) });
		const { access_token } = sandbox.issue({ scopes: ['files'] });
		headers = { authorization: `Bearer ${access_token}`, 'xero-tenant-id': sandbox.organisations[0]?.tenantId ?? '' };
	};
	afterEach(() => sandbox.stop());

	const upload = (name: string, bytes: Buffer, more: Record<string, string> = {}): Promise<Response> => {
		const sent = new FormData();
		sent.append('file', new Blob([Uint8Array.from(bytes)]), name);
		return fetch(`${sandbox.url}/files.xro/1.0/Files`, { method: 'POST', headers: { ...headers, ...more }, body: sent });
	};
	const download = (id: string): Promise<Response> => fetch(`${sandbox.url}/files.xro/1.0/Files/${id}/Content`, { headers });

	it('come back byte for byte, whatever is in them and in their names', async () => {
		await start();
		const bytes = Buffer.from([0, 255, 13, 10, 45, 45, 13, 10, 128]);
		for (const name of [
			'plain.pdf',
			'two words.pdf',
			'No. 1 #draft & "co"; x=\'y\'.png',
			'Übersicht Kererū 猫.csv',
			'100%+.txt',
		]) {
			const answer = await upload(name, bytes);
			const { Id, Name, Size } = (await answer.json()) as Record<string, string>;
			expect([answer.status, Name, Size]).toEqual([201, name, 9]);
			const content = await download(Id ?? '');
			expect(Buffer.from(await content.arrayBuffer()).equals(bytes)).toBe(true);
			const given = /^attachment; filename="([ -~]+)"; filename\*=UTF-8''([\w%.~!&+-]+)$/.exec(
				content.headers.get('content-disposition') ?? '',
			);
			expect(given?.[1]).not.toContain('\\');
			expect(decodeURIComponent(given?.[2] ?? '')).toBe(name);
		}
	});

	it('come with their type and their name', async () => {
		await start();
		const { Id } = (await (await upload('a.csv', Buffer.from('x'))).json()) as Record<string, string>;
		const { status, headers: given } = await download(Id ?? '');
		expect([status, given.get('content-type'), given.get('content-disposition')]).toEqual([
			200,
			'text/csv',
			`attachment; filename="a.csv"; filename*=UTF-8''a.csv`,
		]);
	});

	it('keep line breaks out of names and headers', async () => {
		await start();
		const answer = await upload('a\r\nSet-Cookie: x=1.txt', Buffer.from('x'));
		expect([answer.status, await answer.json()]).toEqual([400, refused('Name contains one or more bad characters')]);
	});

	it('are as large as the sandbox lets them be', async () => {
		await start();
		const answer = await upload('big.zip', Buffer.alloc(10 * 1024 * 1024));
		expect([answer.status, await answer.json()]).toEqual([
			413,
			[{ type: 'RequestEntityTooLarge', title: 'RequestEntityTooLarge', detail: 'The request is larger than allowed.' }],
		]);
		await sandbox.stop();
		await start(30 * 1024 * 1024);
		const bytes = randomBytes(25 * 1024 * 1024);
		const { Id, Size } = (await (await upload('big.zip', bytes)).json()) as Record<string, string>;
		expect(Size).toBe(26_214_400);
		expect(Buffer.from(await (await download(Id ?? '')).arrayBuffer()).equals(bytes)).toBe(true);
	});

	it('are uploaded once under an Idempotency-Key, if the form is the same byte for byte', async () => {
		await start();
		const { bytes, contentType } = fileForm('a.txt');
		const send = async (body: Buffer): Promise<[number, unknown]> => {
			const options = { method: 'POST', headers: { ...headers, 'content-type': contentType, 'idempotency-key': 'k' }, body };
			const answer = await fetch(`${sandbox.url}/files.xro/1.0/Files`, options);
			return [answer.status, await answer.json()];
		};
		const first = await send(bytes);
		expect(first[0]).toBe(201);
		expect(await send(bytes)).toEqual(first);
		expect(await send(fileForm('b.txt').bytes)).toEqual([400, refused('Idempotency Key k is used with a different request.')]);
		expect(sandbox.records(sandbox.organisations[0]?.tenantId ?? '', 'Files')).toHaveLength(1);
	});

	it('need the scope for what is done with them', async () => {
		await start();
		const reader = sandbox.issue({ scopes: ['files.read'] }).access_token;
		expect((await upload('a.txt', Buffer.from('x'), { authorization: `Bearer ${reader}` })).status).toBe(401);
		const list = await fetch(`${sandbox.url}/files.xro/1.0/Files`, {
			headers: { ...headers, authorization: `Bearer ${reader}` },
		});
		expect([list.status, await list.json()]).toEqual([200, { TotalCount: 0, Page: 1, PerPage: 50, Items: [] }]);
	});

	it('are refused in the words of this API where the gateway refuses', async () => {
		await start();
		const json = { ...headers, 'content-type': 'application/json' };
		const answer = await fetch(`${sandbox.url}/files.xro/1.0/Folders`, { method: 'POST', headers: json, body: '{' });
		expect([answer.status, await answer.json()]).toEqual([400, refused('The request body is not valid JSON.')]);
		const nowhere = await fetch(`${sandbox.url}/files.xro/1.0/Drawers`, { headers });
		expect([nowhere.status, await nowhere.json()]).toMatchObject([404, [{ type: 'NotFound' }]]);
	});
});
