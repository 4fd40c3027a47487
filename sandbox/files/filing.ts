import { person } from '../identity/tokens';
import type { Reply, SandboxRequest } from '../route';
import { type Cabinet, fileBody, type FileRow } from './cabinet';
import { disposition, isBadName, isKnown } from './fileNames';
import { cut, pageOf, sorted, type SortKeys } from './listing';
import { invalid, jsonObject, renameFailed, textOf } from './replies';
import { type CabinetRoute, fileAt, folderAt, now, read, write } from './routes';
import { uploaded } from './upload';

const sortKeys: SortKeys<FileRow> = {
	Name: (row) => row.Name.toLowerCase(),
	Size: (row) => row.bytes.length,
	CreatedDateUTC: (row) => row.CreatedDateUtc,
};

function list(cabinet: Cabinet, request: SandboxRequest): Reply {
	const page = pageOf(request);
	const all = [...cabinet.files.values()];
	const Items = cut(sorted(request, all, sortKeys, 'DESC'), page).map((row) => fileBody(row));
	return { body: { TotalCount: all.length, Page: page.page, PerPage: page.size, Items } };
}

function upload(cabinet: Cabinet, request: SandboxRequest, FolderId: string): Reply {
	const file = uploaded(request);
	const { email, given, family } = person;
	const User = { Id: request.userId, Name: email, FirstName: given, LastName: family, FullName: `${given} ${family}` };
	const [at, Id] = [now(request), cabinet.newId()];
	const row = { Id, ...file, FolderId, CreatedDateUtc: at, UpdatedDateUtc: at, User };
	cabinet.files.set(Id, row);
	return { status: 201, body: fileBody(row) };
}

/** Renames, moves, or both. */
function update(cabinet: Cabinet, request: SandboxRequest): Reply {
	const row = fileAt(cabinet, request);
	const body = jsonObject(request.body);
	const [name, folder] = [textOf(body, 'Name'), textOf(body, 'FolderId')?.toLowerCase()];
	if (name === undefined && folder === undefined) throw invalid('Name or FolderId must be provided.');
	if (name !== undefined && (isBadName(name) || !isKnown(name))) throw renameFailed(row.Id, name);
	if (folder !== undefined && !cabinet.folders.has(folder)) throw invalid(`Folder ${folder} does not exist.`);
	const next = { ...row, Name: name ?? row.Name, FolderId: folder ?? row.FolderId, UpdatedDateUtc: now(request) };
	cabinet.files.set(row.Id, next);
	return { body: fileBody(next) };
}

/** Files: upload, list, rename, move, download, delete. */
export const fileRoutes: readonly CabinetRoute[] = [
	{ operationId: 'getFiles', method: 'GET', path: '/Files', scopes: read, handle: list },
	{
		operationId: 'uploadFile',
		method: 'POST',
		path: '/Files',
		scopes: write,
		handle: (cabinet, request) => upload(cabinet, request, cabinet.inbox.Id),
	},
	{
		operationId: 'uploadFileToFolder',
		method: 'POST',
		path: '/Files/{FolderId}',
		scopes: write,
		handle: (cabinet, request) => upload(cabinet, request, folderAt(cabinet, request).Id),
	},
	{
		operationId: 'getFile',
		method: 'GET',
		path: '/Files/{FileId}',
		scopes: read,
		handle: (cabinet, request) => ({ body: fileBody(fileAt(cabinet, request)) }),
	},
	{ operationId: 'updateFile', method: 'PUT', path: '/Files/{FileId}', scopes: write, handle: update },
	{
		operationId: 'deleteFile',
		method: 'DELETE',
		path: '/Files/{FileId}',
		scopes: write,
		handle(cabinet, request) {
			cabinet.removeFile(fileAt(cabinet, request).Id);
			return { status: 204 };
		},
	},
	{
		operationId: 'getFileContent',
		method: 'GET',
		path: '/Files/{FileId}/Content',
		scopes: read,
		handle(cabinet, request) {
			const { bytes, MimeType, Name } = fileAt(cabinet, request);
			return { binary: bytes, contentType: MimeType, headers: { 'Content-Disposition': disposition(Name) } };
		},
	},
];
