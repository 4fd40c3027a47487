import type { OperationContext, OutputItem } from '../shared/model/context';
import type { Paging } from '../shared/model/request';

/** How lists of files go on: 100 a page at most, and the size in a spelling of its own. */
export const PAGES: Paging = { by: 'page', size: 100, sizeName: 'pagesize' };

/** Letters count, whatever their case and however their accents are put together. */
const plain = (text: unknown): string => String(text).normalize('NFC').toLowerCase();

/**
 * The files of a name, or of a folder. Xero has no search for files: every page is read, and what does not match is left out here.
 */
export async function find(call: OperationContext): Promise<OutputItem[]> {
	const { Name } = call.input;
	const { FolderId, match } = call.options;
	const folder = (FolderId as { value: string } | undefined)?.value.toLowerCase();
	if (Name === undefined && folder === undefined)
		call.refuse({ says: 'Name is missing', todo: 'Give a name or a part of it, or choose a folder in Options' });
	const named = (name: unknown): boolean =>
		Name === undefined || (match === 'whole' ? plain(name) === plain(Name) : plain(name).includes(plain(Name)));
	const all = await call.listAll({ path: call.path, envelope: 'Items' }, PAGES, 'Items');
	return all
		.filter((file) => named(file.Name) && (folder === undefined || String(file.FolderId).toLowerCase() === folder))
		.map((json) => ({ json }));
}
