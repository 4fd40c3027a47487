import type { Reply, Route, SandboxRequest } from '../route';
import type { Cabinet, FileRow, FolderRow } from './cabinet';
import { notFound } from './replies';

/** One operation over the files of the organisation that the call names. */
export interface CabinetRoute extends Omit<Route, 'handle'> {
	handle(cabinet: Cabinet, request: SandboxRequest): Reply;
}

/** Scopes of reading and of writing. */
export const [read, write] = [['files', 'files.read'], ['files']] as const;

/** The file with the id in the path. @throws 404 */
export function fileAt(cabinet: Cabinet, request: SandboxRequest): FileRow {
	const file = cabinet.files.get(request.params['FileId']?.toLowerCase() ?? '');
	if (!file) throw notFound();
	return file;
}

/** The folder with the id in the path. @throws 404 */
export function folderAt(cabinet: Cabinet, request: SandboxRequest): FolderRow {
	const folder = cabinet.folders.get(request.params['FolderId']?.toLowerCase() ?? '');
	if (!folder) throw notFound();
	return folder;
}

/** The moment of a call, ISO in UTC with milliseconds. */
export function now({ clock }: SandboxRequest): string {
	return new Date(clock.now()).toISOString();
}
