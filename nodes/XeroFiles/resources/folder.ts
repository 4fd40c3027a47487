import { record } from '../../shared/inputs/locators';
import { text } from '../../shared/inputs/scalars';
import type { Fields } from '../../shared/model/field';
import { resource } from '../../shared/model/operation';
import { createOne, getOne, listAll, removeOne } from '../../shared/operations/bareCrud';
import { sort } from '../fields/sorting';

/** The Inbox can be neither renamed nor deleted, so its line is left out. */
const own: Fields = { FolderId: record('Folder', 'ownFolder') };
const path = '/Folders/{FolderId}';

export const folder = resource({
	key: 'folder',
	name: 'Folder',
	plural: 'Folders',
	description: 'A folder of the file library; the Inbox is one of them',
	path: 'Folders',
	id: 'Id',
	scope: 'files',
	fields: { Name: text('Name', { min: 1, placeholder: 'e.g. Contracts' }) },
	listOptions: {
		folder: ({ Name, Id }) => [{ name: String(Name), value: String(Id) }],
		ownFolder: ({ Name, Id, IsInbox }) => (IsInbox === true ? [] : [{ name: String(Name), value: String(Id) }]),
	},
	operations: (folder) => ({
		create: createOne(folder, 'createFolder', ['Name']),
		delete: removeOne(folder, 'deleteFolder', { path, required: own }),
		get: getOne(folder, 'getFolder', { path, required: { FolderId: record('Folder', 'folder') } }),
		getAll: listAll(folder, 'getFolders', { sort }),
		update: createOne(folder, 'updateFolder', ['Name'], {
			name: 'Update',
			action: 'Update a folder',
			method: 'PUT',
			path,
			required: { ...own, ...folder.fields },
		}),
	}),
});
