import { documentPdf } from '../accounting/documents/pdf';
import { type Random, random } from '../accounting/seed/random';
import { FIRST_NAMES, LAST_NAMES, PLACES, TRADES } from '../accounting/seed/words';
import type { Organisation } from '../organisations';
import { Cabinet, type FileUser } from './cabinet';
import { mimeType } from './fileNames';
import { type ObjectGroup, type Objects, typeOfRecord } from './objects';

const DAY = 86_400_000;
const FOLDERS = ['Contracts', 'Receipts', 'Insurance', 'Payroll papers', 'Tax returns'];
/** How many files and folders there are, and how many files are tied to records. */
const SIZES = {
	demo: { files: 130, folders: 5, ties: 24 },
	small: { files: 5, folders: 2, ties: 2 },
	empty: { files: 0, folders: 0, ties: 0 },
} as const;
const TIED: readonly ObjectGroup[] = ['Invoice', 'Contact', 'BankTransaction'];

/** A picture of one grey pixel. */
const PIXEL = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
	'base64',
);

/** The files of a made-up organisation. The same clock, organisation and size give the same files, ids included. */
export function seededCabinet(
	{ tenantId, name, shortCode }: Organisation,
	size: keyof typeof SIZES,
	objects: Objects,
	now: number,
): Cabinet {
	const chance = random(`${tenantId} ${size} files`);
	const start = now - 400 * DAY;
	const Email = `xero.inbox.${shortCode.replace(/\W/g, '').toLowerCase()}@files.example`;
	const cabinet = new Cabinet({ Id: chance.uuid(), Name: 'Inbox', Email, IsInbox: true, CreatedDateUtc: iso(start) });
	const counts = SIZES[size];
	const folders = [cabinet.inbox.Id];
	for (const [at, Name] of FOLDERS.slice(0, counts.folders).entries()) {
		const Id = chance.uuid();
		cabinet.folders.set(Id, { Id, Name, IsInbox: false, CreatedDateUtc: iso(start + (at + 1) * DAY) });
		folders.push(Id);
	}
	const users = [1, 2].map(() => user(chance));
	for (let at = 0; at < counts.files; at += 1) {
		const created = start + 10 * DAY + Math.floor((at / counts.files) * 380 * DAY) + chance.whole(0, DAY / 2);
		const Id = chance.uuid();
		const { Name, bytes } = paper(chance, name, at);
		cabinet.files.set(Id, {
			...{ Id, Name, MimeType: mimeType(Name), FolderId: chance.pick(folders), bytes, User: chance.pick(users) },
			...{ CreatedDateUtc: iso(created), UpdatedDateUtc: iso(created + chance.whole(0, DAY)) },
		});
	}
	tie(cabinet, tenantId, objects, counts.ties);
	return cabinet;
}

/** Ties the first files to records, several files to some of them. */
function tie(cabinet: Cabinet, tenantId: string, objects: Objects, count: number): void {
	const files = [...cabinet.files.values()].slice(0, count);
	const records = TIED.map((group) => objects.first(tenantId, group, 4).map((record) => ({ group, record })));
	cabinet.associations = files.flatMap((file, at) => {
		const object = records[at % TIED.length]?.[at % 4];
		if (!object) return [];
		const { group, record } = object;
		const ObjectId = String(record[`${group}ID`]);
		const ties = { FileId: file.Id, ObjectId, ObjectGroup: group, ObjectType: typeOfRecord(group, record) };
		return [{ ...ties, SendWithObject: at % 6 === 0, AssociationDateUtc: file.UpdatedDateUtc }];
	});
}

function user(chance: Random): FileUser {
	const [FirstName, LastName] = [chance.pick(FIRST_NAMES), chance.pick(LAST_NAMES)];
	const Name = `${FirstName}.${LastName}@demo.example`.toLowerCase();
	return { Id: chance.uuid(), Name, FirstName, LastName, FullName: `${FirstName} ${LastName}` };
}

/** One of the papers a business keeps: a bill as PDF, a picture of a receipt, a list, a note. */
function paper(chance: Random, organisation: string, at: number): { Name: string; bytes: Buffer } {
	const contact = `${chance.pick(PLACES)} ${chance.pick(TRADES)}`;
	const Total = chance.whole(1000, 90_000) / 100;
	switch (at % 4) {
		case 0: {
			const bill = { title: 'BILL', number: `B-${1000 + at}`, organisation, contact, head: [], currency: '' };
			const lines = [{ Quantity: 1, Description: 'Goods', LineAmount: Total }];
			return {
				Name: `${contact} ${1000 + at}.pdf`,
				bytes: documentPdf({ ...bill, lines, totals: { SubTotal: Total, TotalTax: 0, Total } }),
			};
		}
		case 1:
			return { Name: `receipt-${String(at).padStart(4, '0')}.png`, bytes: PIXEL };
		case 2:
			return { Name: `${contact} prices.csv`, bytes: Buffer.from(`Item,Price\r\n${contact},${Total.toFixed(2)}\r\n`) };
		default:
			return {
				Name: `Note on ${contact}.txt`,
				bytes: Buffer.from(`Rang ${contact} about ${Total.toFixed(2)}.\n`.repeat(1 + (at % 7))),
			};
	}
}

function iso(time: number): string {
	return new Date(time).toISOString();
}
