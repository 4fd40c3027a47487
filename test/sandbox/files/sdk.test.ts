import { type FilesApi, XeroClient } from 'xero-node';

import type { Sandbox } from '../../../sandbox/contract';
import { startSandbox } from '../../../sandbox/server';

/** Xero's own SDK as a second client: what it cannot read or send is not like Xero. */
describe("Xero's own SDK with files", () => {
	let sandbox: Sandbox;
	let xero: FilesApi;
	let tenant: string;

	beforeAll(async () => {
		sandbox = await startSandbox({ seed: 'small', limits: { minute: 10_000 } });
		tenant = sandbox.organisations[0]?.tenantId ?? '';
		const client = new XeroClient();
		client.setTokenSet({ access_token: sandbox.issue().access_token });
		xero = client.filesApi as FilesApi;
		xero.basePath = `${sandbox.url}/files.xro/1.0`;
	});
	afterAll(() => sandbox.stop());

	/** Its types want a text or a stream; it sends a Buffer as well, and only so the bytes arrive as they are. */
	const bytes = Buffer.from([0, 255, 13, 10]);
	const upload = async (name: string, folder?: string): Promise<string> => {
		const [body, type] = [bytes as never, 'image/png'];
		const sent =
			folder === undefined
				? await xero.uploadFile(tenant, body, name, name, undefined, type)
				: await xero.uploadFileToFolder(tenant, folder, body, name, name, undefined, type);
		expect([sent.response.status, sent.body.name, sent.body.mimeType, sent.body.size]).toEqual([201, name, 'image/png', 4]);
		return sent.body.id ?? '';
	};
	/** The SDK rejects with a JSON string. */
	const refused = async (call: Promise<unknown>): Promise<unknown> => {
		const told = await call.then(
			() => '{}',
			(error: unknown) => error,
		);
		const { response } = JSON.parse(String(told)) as { response?: { statusCode: number; body: unknown } };
		return [response?.statusCode, response?.body];
	};

	it('keeps folders', async () => {
		const inbox = (await xero.getInbox(tenant)).body;
		expect(inbox).toMatchObject({ name: 'Inbox', isInbox: true, email: 'xero.inbox.kru7d@files.example' });
		const { id = '' } = (await xero.createFolder(tenant, { name: 'My Docs' })).body;
		expect((await xero.updateFolder(tenant, id, { name: 'Your Docs' })).body).toMatchObject({ name: 'Your Docs', fileCount: 0 });
		expect((await xero.getFolder(tenant, id)).body.isInbox).toBe(false);
		expect((await xero.getFolders(tenant, 'Name')).body.map(({ name }) => name)).toEqual([
			'Contracts',
			'Inbox',
			'Receipts',
			'Your Docs',
		]);
		expect((await xero.deleteFolder(tenant, id)).response.status).toBe(204);
		expect(await refused(xero.createFolder(tenant, { name: 'a/b' }))).toEqual([
			400,
			[{ type: 'Validation', title: 'Validation failure', detail: 'Name contains one or more bad characters' }],
		]);
	});

	it('uploads, reads, moves, renames and deletes files', async () => {
		const { id: folder = '' } = (await xero.createFolder(tenant, { name: 'Pictures' })).body;
		const [one, other] = [await upload('No. 1 #draft & "Übersicht".png'), await upload('b.png', folder)];
		expect((await xero.getFile(tenant, one)).body).toMatchObject({
			user: { name: 'demo.owner@sandbox.example', firstName: 'Demo', lastName: 'Owner', fullName: 'Demo Owner' },
		});
		expect((await xero.updateFile(tenant, one, { folderId: folder })).body.folderId).toBe(folder);
		expect((await xero.updateFile(tenant, one, { name: 'a.png' })).body.name).toBe('a.png');
		expect((await xero.getFolder(tenant, folder)).body.fileCount).toBe(2);
		expect(Buffer.compare((await xero.getFileContent(tenant, other)).body, bytes)).toBe(0);
		expect((await xero.deleteFile(tenant, other)).response.status).toBe(204);
		expect(await refused(xero.getFile(tenant, other))).toMatchObject([404, [{ type: 'NotFound' }]]);
	});

	it('pages through files', async () => {
		const { body } = await xero.getFiles(tenant, 2, 2, 'CreatedDateUTC', 'ASC');
		expect(body).toMatchObject({ page: 2, perPage: 2 });
		expect(body.items).toHaveLength(2);
		expect(body.totalCount).toBeGreaterThanOrEqual(5);
		expect(body.items?.[0]?.createdDateUtc).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}$/);
	});

	it('ties files to records', async () => {
		const [file, objectId] = [await upload('c.png'), String(sandbox.records(tenant, 'Contacts')[0]?.ContactID)];
		// The enumerations of this API are not among what the SDK exports.
		const tie = { objectId, objectGroup: 'Contact' as never, objectType: 'Business' as never };
		const before = (await xero.getAssociationsByObject(tenant, objectId)).body.length;
		const made = await xero.createFileAssociation(tenant, file, tie);
		expect([made.response.status, made.body]).toMatchObject([201, { fileId: file, ...tie }]);
		expect((await xero.getFileAssociations(tenant, file)).body).toMatchObject([tie]);
		const [listed] = (await xero.getAssociationsByObject(tenant, objectId, 10, 1, 'AssociationDateUtc', 'DESC')).body;
		expect(listed).toMatchObject({ name: 'c.png', size: 4, sendWithObject: false });
		expect((await xero.getAssociationsCount(tenant, [objectId, file])).body).toEqual({ [objectId]: before + 1, [file]: 0 });
		expect((await xero.deleteFileAssociation(tenant, file, objectId)).response.status).toBe(204);
		expect(await refused(xero.createFileAssociation(tenant, file, { ...tie, objectGroup: 'Account' as never }))).toEqual([
			400,
			[{ type: 'Validation', title: 'Validation failure', detail: 'Object is not a Account' }],
		]);
	});
});
