import type { IDataObject } from 'n8n-workflow';
import { record } from '../../shared/inputs/locators';
import { choice, flag, text } from '../../shared/inputs/scalars';
import type { Fields } from '../../shared/model/field';
import { resource } from '../../shared/model/operation';
import { fillPath } from '../../shared/model/path';
import { getOne, listItems, removeOne, replaceOne } from '../../shared/operations/bareCrud';
import { readScope } from '../../shared/operations/crud';
import { download } from '../download';
import { ObjectGroup, ObjectId, ofKind, TYPES } from '../fields/object';
import { sorting } from '../fields/sorting';
import { find, PAGES } from '../find';
import { removeAssociation } from '../removeAssociation';
import { upload } from '../upload';

const which: Fields = { FileId: record('File', 'file') };
const path = '/Files/{FileId}';
const associations = `${path}/Associations`;

/** `receipt.pdf · 2026-03-31`: names need not be unique. */
const titled = ({ Name, CreatedDateUtc }: IDataObject): string =>
	[Name, String(CreatedDateUtc ?? '').slice(0, 10)].filter((part) => part !== undefined && part !== '').join(' · ');

export const file = resource({
	key: 'file',
	name: 'File',
	plural: 'Files',
	description: 'A file in the file library',
	path: 'Files',
	id: 'Id',
	scope: 'files',
	simplified: ['Id', 'Name', 'MimeType', 'Size', 'FolderId', 'CreatedDateUtc', 'UpdatedDateUtc', 'User.FullName'],
	fields: {
		Name: text('Name', { min: 1, description: 'With its extension', placeholder: 'e.g. receipt.pdf' }),
		FolderId: record('Folder', 'folder'),
	},
	listOptions: { file: (file) => [{ name: titled(file), value: String(file.Id) }] },
	operations: (file) => ({
		associate: {
			xero: 'createFileAssociation',
			name: 'Associate',
			action: 'Associate a file',
			description: 'Tie the file to an invoice, a bill, a contact or another record',
			method: 'POST',
			path: associations,
			required: { ...which, ...ObjectGroup },
			panelOptional: ObjectId,
			optional: {
				ObjectType: choice('Object Type', TYPES, {
					description: 'Xero finds it out by itself when it is left out',
					preset: 'AccRec',
				}),
				SendWithObject: flag('Send With Document', 'Whether the file goes along when Xero sends the document to the customer'),
			},
			confirmedBy: ['FileId', 'ObjectId'],
			acceptsJson: true,
			scope: file.scope,
		},
		delete: removeOne(file, 'deleteFile', { path, required: which }),
		find: {
			xero: 'getFiles',
			name: 'Find',
			action: 'Find files by name',
			description: 'By name or folder. Xero cannot search files, so all are read, 100 a call.',
			method: 'GET',
			path: '/Files',
			required: {},
			panelOptional: {
				Name: text('Name', { description: 'A part of the name, in any case', placeholder: 'e.g. receipt' }),
			},
			query: {
				FolderId: record('Folder', 'folder', ['id'], { description: 'All folders when left out' }),
				match: choice('Match', [
					['part', 'Part of the Name'],
					['whole', 'Whole Name'],
				]),
			},
			scope: readScope(file.scope),
			simplified: file.simplified!,
			run: find,
		},
		get: getOne(file, 'getFile', { path, required: which }),
		getAll: listItems(file, 'getFiles', sorting, PAGES, { envelope: 'Items' }),
		getAssociations: {
			xero: 'getFileAssociations',
			name: 'Get Associations',
			action: 'Get associations of a file',
			description: 'The records that the file is tied to',
			method: 'GET',
			path: associations,
			required: which,
			scope: readScope(file.scope),
		},
		getContent: {
			xero: ['getFileContent', 'getFile'],
			name: 'Download',
			action: 'Download a file',
			description: 'Get the file as binary data, with its name and type',
			method: 'GET',
			path: `${path}/Content`,
			required: which,
			query: {
				binaryPropertyName: text('Put Output in Field', {
					description: 'Name of the binary field that takes the file; "data" when left empty',
					placeholder: 'e.g. data',
				}),
			},
			scope: readScope(file.scope),
			simplified: file.simplified!,
			run: download,
		},
		removeAssociation: {
			xero: 'deleteFileAssociation',
			name: 'Remove Association',
			action: 'Remove an association of a file',
			description: 'File and record stay',
			method: 'DELETE',
			path: `${associations}/{ObjectId}`,
			required: { ...which, ...ofKind },
			panelOptional: ObjectId,
			scope: file.scope,
			run: removeAssociation,
		},
		update: replaceOne(
			file,
			['updateFile', 'getFile'],
			({ Name, FolderId }) => ({ Name, FolderId }),
			which,
			file.fields,
			// Xero answers with the file: nothing needs to be read back.
			{
				path,
				query: {},
				confirmedBy: file.id,
				description: 'Rename it, move it to another folder, or both; it is read first, and what is not given stays',
			},
		),
		upload: {
			xero: ['uploadFile', 'uploadFileToFolder'],
			name: 'Upload',
			action: 'Upload a file',
			description: 'Put one or several files into the Inbox or a folder',
			method: 'POST',
			path: '/Files',
			required: {
				binaryPropertyName: text('Input Binary Field', {
					description: 'Name of the binary field with the file; several names with commas between them upload several files',
					hint: 'The name of the input binary field containing the file to be uploaded',
					min: 1,
				}),
			},
			panelOptional: { FolderId: record('Folder', 'folder', ['id'], { description: 'The Inbox when left empty' }) },
			query: {
				FileName: text('File Name', {
					description: 'Name of the file in Xero, with its extension; the name of the binary file when left empty',
					placeholder: 'e.g. receipt.pdf',
					max: 255,
				}),
			},
			scope: file.scope,
			simplified: file.simplified!,
			run: async (call) => {
				const folder = call.input.FolderId as { value: string } | undefined;
				return await upload(call, folder === undefined ? call.path : fillPath(`${call.path}/{folder}`, { folder: folder.value }));
			},
		},
	}),
});
