import type { Reply, SandboxRequest } from '../route';
import { type Cabinet, folderBody, type FolderRow } from './cabinet';
import { isBadName } from './fileNames';
import { sorted } from './listing';
import { invalid, jsonObject, textOf } from './replies';
import { type CabinetRoute, folderAt, now, read, write } from './routes';

function list(cabinet: Cabinet, request: SandboxRequest): Reply {
	const all = [...cabinet.folders.values()];
	const size = (row: FolderRow): number => cabinet.filesIn(row.Id).reduce((sum, { bytes }) => sum + bytes.length, 0);
	const keys = {
		Name: (row: FolderRow) => row.Name.toLowerCase(),
		Size: size,
		CreatedDateUTC: (row: FolderRow) => row.CreatedDateUtc,
	};
	return { body: sorted(request, all, keys).map((row) => folderBody(cabinet, row)) };
}

/** The name that a body gives a folder. @throws 400 */
function nameIn(cabinet: Cabinet, request: SandboxRequest, own?: string): string {
	const name = textOf(jsonObject(request.body), 'Name');
	if (name === undefined || name === '') throw invalid('Name must be provided.');
	if (isBadName(name)) throw invalid('Name contains one or more bad characters');
	const same = [...cabinet.folders.values()].find((row) => row.Name.toLowerCase() === name.toLowerCase());
	if (same && same.Id !== own) throw invalid(`A folder with the name ${name} already exists.`);
	return name;
}

/** A folder that may be changed. @throws 404, or 400 for the Inbox */
function changeable(cabinet: Cabinet, request: SandboxRequest, what: string): FolderRow {
	const folder = folderAt(cabinet, request);
	if (folder.IsInbox) throw invalid(`The Inbox cannot be ${what}.`);
	return folder;
}

/** Folders, the Inbox being one of them. */
export const folderRoutes: readonly CabinetRoute[] = [
	{ operationId: 'getFolders', method: 'GET', path: '/Folders', scopes: read, handle: list },
	{
		operationId: 'createFolder',
		method: 'POST',
		path: '/Folders',
		scopes: write,
		handle(cabinet, request) {
			const Name = nameIn(cabinet, request);
			const row = { Id: cabinet.newId(), Name, IsInbox: false, CreatedDateUtc: now(request) };
			cabinet.folders.set(row.Id, row);
			return { body: folderBody(cabinet, row) };
		},
	},
	{
		operationId: 'getFolder',
		method: 'GET',
		path: '/Folders/{FolderId}',
		scopes: read,
		handle: (cabinet, request) => ({ body: folderBody(cabinet, folderAt(cabinet, request)) }),
	},
	{
		operationId: 'updateFolder',
		method: 'PUT',
		path: '/Folders/{FolderId}',
		scopes: write,
		handle(cabinet, request) {
			const row = changeable(cabinet, request, 'renamed');
			const next = { ...row, Name: nameIn(cabinet, request, row.Id) };
			cabinet.folders.set(row.Id, next);
			return { body: folderBody(cabinet, next) };
		},
	},
	{
		operationId: 'deleteFolder',
		method: 'DELETE',
		path: '/Folders/{FolderId}',
		scopes: write,
		handle(cabinet, request) {
			const { Id } = changeable(cabinet, request, 'deleted');
			const at = now(request);
			// Nobody loses files with a folder: they go back to where they came in.
			for (const file of cabinet.filesIn(Id))
				cabinet.files.set(file.Id, { ...file, FolderId: cabinet.inbox.Id, UpdatedDateUtc: at });
			cabinet.folders.delete(Id);
			return { status: 204 };
		},
	},
	{
		operationId: 'getInbox',
		method: 'GET',
		path: '/Inbox',
		scopes: read,
		handle: (cabinet) => ({ body: folderBody(cabinet, cabinet.inbox) }),
	},
];
