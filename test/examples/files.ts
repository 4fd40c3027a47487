import type { INodeExecutionData } from 'n8n-workflow';
import type { Examples } from './example';
import { byId, fromList, withFile } from './example';
import { apiRequest } from './apiRequest';

const FILE = '5b0d1c2e-0001-4b3c-8d9e-1a2b3c4d5e6f';
const FOLDER = '5b0d1c2e-0002-4b3c-8d9e-1a2b3c4d5e6f';
const OTHER = '5b0d1c2e-0003-4b3c-8d9e-1a2b3c4d5e6f';
const RECORD = '5b0d1c2e-0004-4b3c-8d9e-1a2b3c4d5e6f';

const receipt = { Id: FILE, Name: 'receipt.pdf', MimeType: 'application/pdf', Size: 4, FolderId: FOLDER };

/** A form with one file, as it goes over the wire. */
const form = (boundary: string, ...lines: readonly string[]): { headers: Record<string, string>; body: Buffer } => ({
	headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
	body: Buffer.from(lines.join('\r\n')),
});

const pdf = form(
	'----n8n-a5e97de31442ee046c90c940f1bd30b713220148015a2c65',
	'------n8n-a5e97de31442ee046c90c940f1bd30b713220148015a2c65',
	'Content-Disposition: form-data; name="name"',
	'',
	'receipt.pdf',
	'------n8n-a5e97de31442ee046c90c940f1bd30b713220148015a2c65',
	'Content-Disposition: form-data; name="filename"',
	'',
	'receipt.pdf',
	'------n8n-a5e97de31442ee046c90c940f1bd30b713220148015a2c65',
	'Content-Disposition: form-data; name="mimeType"',
	'',
	'application/pdf',
	'------n8n-a5e97de31442ee046c90c940f1bd30b713220148015a2c65',
	'Content-Disposition: form-data; name="receipt.pdf"; filename="receipt.pdf"',
	'Content-Type: application/pdf',
	'',
	'%PDF',
	'------n8n-a5e97de31442ee046c90c940f1bd30b713220148015a2c65--',
	'',
);

const text = form(
	'----n8n-4b1094c414f53ee3d93a75e31661ea7a9d346bce691538d9',
	'------n8n-4b1094c414f53ee3d93a75e31661ea7a9d346bce691538d9',
	'Content-Disposition: form-data; name="name"',
	'',
	'a.txt',
	'------n8n-4b1094c414f53ee3d93a75e31661ea7a9d346bce691538d9',
	'Content-Disposition: form-data; name="filename"',
	'',
	'a.txt',
	'------n8n-4b1094c414f53ee3d93a75e31661ea7a9d346bce691538d9',
	'Content-Disposition: form-data; name="mimeType"',
	'',
	'text/plain',
	'------n8n-4b1094c414f53ee3d93a75e31661ea7a9d346bce691538d9',
	'Content-Disposition: form-data; name="a.txt"; filename="a.txt"',
	'Content-Type: text/plain',
	'',
	'a',
	'------n8n-4b1094c414f53ee3d93a75e31661ea7a9d346bce691538d9--',
	'',
);

const scan = withFile('scan-0001.pdf', 'application/pdf', '%PDF');
const two: INodeExecutionData = {
	json: {},
	binary: {
		...withFile('receipt.pdf', 'application/pdf', '%PDF').binary,
		note: withFile('a.txt', 'text/plain', 'a').binary!.data!,
	},
};

const file: Examples = {
	associate: [
		{
			parameters: [
				{
					FileId: fromList(FILE),
					ObjectGroup: 'Bill',
					ObjectId: fromList(RECORD),
					additionalFields: { ObjectType: 'Accpay', SendWithObject: true },
				},
			],
			replies: [{ body: { FileId: FILE, ObjectId: RECORD, ObjectGroup: 'Invoice', ObjectType: 'Accpay' } }],
			sends: [
				{
					method: 'POST',
					path: `/Files/${FILE}/Associations`,
					body: { ObjectGroup: 'Invoice', ObjectId: RECORD, ObjectType: 'Accpay', SendWithObject: true },
				},
			],
		},
		{
			parameters: [{ FileId: byId(FILE), ObjectGroup: 'BankTransaction', ObjectId: byId(RECORD) }],
			sends: [
				{ method: 'POST', path: `/Files/${FILE}/Associations`, body: { ObjectGroup: 'BankTransaction', ObjectId: RECORD } },
			],
		},
		{
			parameters: [{ FileId: byId(FILE), input: 'json', body: `{ "ObjectGroup": "Contact", "ObjectId": "${RECORD}" }` }],
			sends: [{ method: 'POST', path: `/Files/${FILE}/Associations`, body: { ObjectGroup: 'Contact', ObjectId: RECORD } }],
		},
	],
	delete: [
		{
			parameters: [{ FileId: byId(FILE) }],
			replies: [{ statusCode: 204 }],
			sends: [{ method: 'DELETE', path: `/Files/${FILE}` }],
			gives: [{ json: { deleted: true, FileId: FILE }, pairedItem: { item: 0 } }],
		},
	],
	find: [
		{
			parameters: [{ Name: 'RECEIPT', simplify: true }],
			replies: [{ body: { TotalCount: 2, Page: 1, PerPage: 100, Items: [receipt, { ...receipt, Id: OTHER, Name: 'van.jpg' }] } }],
			sends: [{ method: 'GET', path: '/Files', query: { page: '1', pagesize: '100' } }],
			gives: [{ json: receipt, pairedItem: { item: 0 } }],
		},
		{
			parameters: [{ Name: 'receipt.pdf', options: { FolderId: fromList(FOLDER), match: 'whole' } }],
			replies: [{ body: { TotalCount: 1, Page: 1, PerPage: 100, Items: [receipt] } }],
			sends: [{ method: 'GET', path: '/Files', query: { page: '1', pagesize: '100' } }],
		},
	],
	get: [
		{
			parameters: [{ FileId: byId(FILE), simplify: true }],
			replies: [
				{
					body: {
						...receipt,
						CreatedDateUtc: '2026-03-31T22:10:05.0000000',
						UpdatedDateUtc: '2026-04-01T01:02:03.4567000',
						User: { Id: OTHER, Name: 'jo@demo.example', FirstName: 'Jo', LastName: 'Reed', FullName: 'Jo Reed' },
					},
				},
			],
			sends: [{ method: 'GET', path: `/Files/${FILE}` }],
			gives: [
				{
					json: {
						...receipt,
						CreatedDateUtc: '2026-03-31T22:10:05Z',
						UpdatedDateUtc: '2026-04-01T01:02:03.456Z',
						UserFullName: 'Jo Reed',
					},
					pairedItem: { item: 0 },
				},
			],
		},
	],
	getAll: [
		{
			parameters: [{ returnAll: true, filters: { sort: 'CreatedDateUTC', direction: 'DESC' } }],
			sends: [
				{ method: 'GET', path: '/Files', query: { sort: 'CreatedDateUTC', direction: 'DESC', page: '1', pagesize: '100' } },
			],
		},
		{
			parameters: [{ returnAll: false, limit: 5 }],
			sends: [{ method: 'GET', path: '/Files', query: { page: '1', pagesize: '5' } }],
		},
	],
	getAssociations: [
		{
			parameters: [{ FileId: byId(FILE) }],
			replies: [{ body: [{ FileId: FILE, ObjectId: RECORD, ObjectGroup: 'Contact', ObjectType: 'Business' }] }],
			sends: [{ method: 'GET', path: `/Files/${FILE}/Associations` }],
			gives: [
				{
					json: { FileId: FILE, ObjectId: RECORD, ObjectGroup: 'Contact', ObjectType: 'Business' },
					pairedItem: { item: 0 },
				},
			],
		},
		{
			parameters: [{ FileId: byId(FILE) }],
			replies: [{ body: [] }],
			sends: [{ method: 'GET', path: `/Files/${FILE}/Associations` }],
			gives: [],
		},
	],
	getContent: [
		{
			parameters: [{ FileId: byId(FILE), options: { binaryPropertyName: 'receipt' } }],
			replies: [{ body: receipt }, { body: Buffer.from('%PDF') }],
			sends: [
				{ method: 'GET', path: `/Files/${FILE}` },
				{ method: 'GET', path: `/Files/${FILE}/Content`, headers: { Accept: 'application/octet-stream' } },
			],
			gives: [
				{
					json: receipt,
					binary: { receipt: { data: 'JVBERg==', mimeType: 'application/pdf', fileName: 'receipt.pdf' } },
					pairedItem: { item: 0 },
				},
			],
		},
	],
	removeAssociation: [
		{
			parameters: [{ FileId: byId(FILE), ObjectGroup: 'Quote', ObjectId: fromList(RECORD) }],
			replies: [{ statusCode: 204 }],
			sends: [{ method: 'DELETE', path: `/Files/${FILE}/Associations/${RECORD}` }],
			gives: [{ json: { deleted: true, FileId: FILE, ObjectId: RECORD }, pairedItem: { item: 0 } }],
		},
	],
	update: [
		{
			parameters: [{ FileId: byId(FILE), simplify: true, additionalFields: { FolderId: fromList(OTHER) } }],
			replies: [{ body: receipt }, { body: { ...receipt, FolderId: OTHER } }],
			sends: [
				{ method: 'GET', path: `/Files/${FILE}` },
				{ method: 'PUT', path: `/Files/${FILE}`, body: { Name: 'receipt.pdf', FolderId: OTHER } },
			],
			gives: [{ json: { ...receipt, FolderId: OTHER }, pairedItem: { item: 0 } }],
		},
		{
			parameters: [{ FileId: byId(FILE), additionalFields: { Name: 'van.pdf' } }],
			replies: [{ body: receipt }, { body: { ...receipt, Name: 'van.pdf' } }],
			sends: [
				{ method: 'GET', path: `/Files/${FILE}` },
				{ method: 'PUT', path: `/Files/${FILE}`, body: { Name: 'van.pdf', FolderId: FOLDER } },
			],
			gives: [{ json: { ...receipt, Name: 'van.pdf' }, pairedItem: { item: 0 } }],
		},
	],
	upload: [
		{
			parameters: [{ binaryPropertyName: 'data', options: { FileName: 'receipt.pdf' } }],
			items: [scan],
			replies: [{ statusCode: 201, body: receipt }],
			sends: [{ method: 'POST', path: '/Files', ...pdf }],
			gives: [{ json: receipt, pairedItem: { item: 0 } }],
		},
		{
			parameters: [{ binaryPropertyName: 'data, note', FolderId: fromList(FOLDER), options: {} }],
			items: [two],
			replies: [
				{ statusCode: 201, body: receipt },
				{ statusCode: 201, body: { ...receipt, Id: OTHER, Name: 'a.txt' } },
			],
			sends: [
				{ method: 'POST', path: `/Files/${FOLDER}`, ...pdf },
				{ method: 'POST', path: `/Files/${FOLDER}`, ...text },
			],
			gives: [
				{ json: receipt, pairedItem: { item: 0 } },
				{ json: { ...receipt, Id: OTHER, Name: 'a.txt' }, pairedItem: { item: 0 } },
			],
		},
	],
};

const folder: Examples = {
	create: [
		{
			parameters: [{ Name: 'Contracts' }],
			sends: [{ method: 'POST', path: '/Folders', body: { Name: 'Contracts' } }],
		},
		{
			parameters: [{ input: 'json', body: '{ "Name": "Contracts" }' }],
			sends: [{ method: 'POST', path: '/Folders', body: { Name: 'Contracts' } }],
		},
	],
	delete: [
		{
			parameters: [{ FolderId: fromList(FOLDER) }],
			replies: [{ statusCode: 204 }],
			sends: [{ method: 'DELETE', path: `/Folders/${FOLDER}` }],
			gives: [{ json: { deleted: true, FolderId: FOLDER }, pairedItem: { item: 0 } }],
		},
	],
	get: [{ parameters: [{ FolderId: byId(FOLDER) }], sends: [{ method: 'GET', path: `/Folders/${FOLDER}` }] }],
	getAll: [
		{
			parameters: [{ returnAll: true, filters: { sort: 'Name' } }],
			replies: [{ body: [{ Id: FOLDER, Name: 'Inbox', FileCount: 14, IsInbox: true }] }],
			sends: [{ method: 'GET', path: '/Folders', query: { sort: 'Name' } }],
			gives: [{ json: { Id: FOLDER, Name: 'Inbox', FileCount: 14, IsInbox: true }, pairedItem: { item: 0 } }],
		},
	],
	update: [
		{
			parameters: [{ FolderId: byId(FOLDER), Name: 'Leases' }],
			sends: [{ method: 'PUT', path: `/Folders/${FOLDER}`, body: { Name: 'Leases' } }],
		},
	],
};

const association: Examples = {
	getAll: [
		{
			parameters: [
				{
					ObjectGroup: 'CreditNote',
					ObjectId: byId(RECORD),
					returnAll: true,
					filters: { sort: 'AssociationDateUtc', direction: 'ASC' },
				},
			],
			replies: [
				{
					body: [
						{
							FileId: FILE,
							ObjectId: RECORD,
							ObjectGroup: 'CreditNote',
							SendWithObject: false,
							CreatedDateUtc: '2020-12-10T01:22:00.0000000',
							AssociationDateUtc: '2020-12-10T01:22:00.5000000',
						},
					],
				},
			],
			sends: [
				{
					method: 'GET',
					path: `/Associations/${RECORD}`,
					query: { sort: 'AssociationDateUtc', direction: 'ASC', page: '1', pagesize: '100' },
				},
			],
			gives: [
				{
					json: {
						FileId: FILE,
						ObjectId: RECORD,
						ObjectGroup: 'CreditNote',
						SendWithObject: false,
						CreatedDateUtc: '2020-12-10T01:22:00Z',
						AssociationDateUtc: '2020-12-10T01:22:00.500Z',
					},
					pairedItem: { item: 0 },
				},
			],
		},
	],
	getCount: [
		{
			parameters: [{ ObjectIds: `${RECORD}, ${OTHER}` }],
			replies: [{ body: { [OTHER]: 0, [RECORD.toUpperCase()]: 2 } }],
			sends: [{ method: 'GET', path: '/Associations/Count', query: { ObjectIds: `${RECORD},${OTHER}` } }],
			gives: [
				{ json: { ObjectId: RECORD, Count: 2 }, pairedItem: { item: 0 } },
				{ json: { ObjectId: OTHER, Count: 0 }, pairedItem: { item: 0 } },
			],
		},
	],
};

const inbox: Examples = { get: [{ parameters: [{}], sends: [{ method: 'GET', path: '/Inbox' }] }] };

/** Lists of files count in words of their own, and name the size of a page in lower case. */
const everyFile: Examples = {
	send: [
		...apiRequest.send!,
		{
			parameters: [{ method: 'GET', path: '/Files', options: { allPages: true } }],
			replies: [
				{ body: { TotalCount: 101, Page: 1, PerPage: 50, Items: Array.from({ length: 50 }, (_, Id) => ({ Id })) } },
				{ body: { TotalCount: 101, Page: 1, PerPage: 100, Items: Array.from({ length: 100 }, (_, Id) => ({ Id })) } },
				{ body: { TotalCount: 101, Page: 2, PerPage: 100, Items: [{ Id: 100 }] } },
			],
			sends: [
				{ method: 'GET', path: '/Files', query: { page: '1', pageSize: '1' } },
				{ method: 'GET', path: '/Files', query: { page: '1', pagesize: '100' } },
				{ method: 'GET', path: '/Files', query: { page: '2', pagesize: '100' } },
			],
			gives: Array.from({ length: 101 }, (_, Id) => ({ json: { Id }, pairedItem: { item: 0 } })),
		},
	],
};

export const examples: Readonly<Record<string, Examples>> = { apiRequest: everyFile, association, file, folder, inbox };
