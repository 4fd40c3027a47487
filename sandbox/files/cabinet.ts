import type { Body } from './replies';
import { newIds } from '../newIds';

/** Who put a file there: `Name` is the email address. */
export interface FileUser {
	Id: string;
	Name: string;
	FirstName: string;
	LastName: string;
	FullName: string;
}

/** Moments are ISO in UTC with milliseconds. */
export interface FileRow {
	Id: string;
	Name: string;
	MimeType: string;
	FolderId: string;
	CreatedDateUtc: string;
	UpdatedDateUtc: string;
	User: FileUser;
	bytes: Buffer;
}

export interface FolderRow {
	Id: string;
	Name: string;
	/** Files sent there land in the folder; only the Inbox has one. */
	Email?: string;
	IsInbox: boolean;
	CreatedDateUtc: string;
}

/** What ties a file to a record of the Accounting API. */
export interface AssociationRow {
	FileId: string;
	ObjectId: string;
	ObjectGroup: string;
	ObjectType: string;
	SendWithObject: boolean;
	AssociationDateUtc: string;
}

/** The files of one organisation. Ids are in lower case; maps keep the order in which things were added. */
export class Cabinet {
	readonly files = new Map<string, FileRow>();
	readonly folders = new Map<string, FolderRow>();
	associations: readonly AssociationRow[] = [];
	/** Where new ids come from: seeded while the demo data is made, random afterwards. */
	newId: () => string = newIds();

	constructor(readonly inbox: FolderRow) {
		this.folders.set(inbox.Id, inbox);
	}

	/** The files of a folder. */
	filesIn(folderId: string): FileRow[] {
		return [...this.files.values()].filter((file) => file.FolderId === folderId);
	}

	/** Remembers what is in it; the function returned puts that back. Rows are never changed in place. */
	restorePoint(): () => void {
		const [files, folders, { associations }] = [[...this.files], [...this.folders], this];
		return () => {
			refill(this.files, files);
			refill(this.folders, folders);
			this.associations = associations;
		};
	}

	/** Takes a file away, and what ties it to records. */
	removeFile(id: string): void {
		this.files.delete(id);
		this.associations = this.associations.filter(({ FileId }) => FileId !== id);
	}
}

/** Makes a map hold these entries and no others. */
function refill<Key, Value>(map: Map<Key, Value>, entries: ReadonlyArray<readonly [Key, Value]>): void {
	map.clear();
	for (const [key, value] of entries) map.set(key, value);
}

/** The moment as this API writes it: without a zone, with seven decimals. */
export function moment(iso: string): string {
	return `${iso.slice(0, 23)}0000`;
}

/** A file as the API answers it; `time` is how its moments are written. */
export function fileBody({ bytes, ...row }: FileRow, time: (iso: string) => string = moment): Body {
	const { Name, MimeType, CreatedDateUtc, UpdatedDateUtc, User, FolderId, Id } = row;
	const times = { CreatedDateUtc: time(CreatedDateUtc), UpdatedDateUtc: time(UpdatedDateUtc) };
	return { Name, MimeType, Size: bytes.length, ...times, User, FolderId, Id };
}

/** A folder as the API answers it. */
export function folderBody(cabinet: Cabinet, { Name, Email, IsInbox, Id }: FolderRow): Body {
	const FileCount = cabinet.filesIn(Id).length;
	return { Name, FileCount, ...(Email === undefined ? {} : { Email }), IsInbox, Id };
}

/** An association as a file lists it; the other list says more. */
export function associationBody({ FileId, ObjectId, ObjectType, ObjectGroup }: AssociationRow): Body {
	return { FileId, ObjectId, ObjectType, ObjectGroup };
}
