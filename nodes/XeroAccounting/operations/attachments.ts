import type { IDataObject } from 'n8n-workflow';
import { choice, flag, text } from '../../shared/inputs/scalars';
import type { OperationContext, OutputItem } from '../../shared/model/context';
import { sentencesIn, identifies } from '../../shared/model/element';
import { withProgress } from '../../shared/model/errorState';
import { shown } from '../../shared/model/findings';
import type { RecordType, Operation } from '../../shared/model/operation';
import { pathSegment } from '../../shared/model/path';
import type { XeroResponse, XeroRequest } from '../../shared/model/request';
import { aNoun, member, readScope, recordPicker } from '../../shared/operations/crud';
import { mediaType } from '../../shared/operations/mediaType';

const ATTACHMENTS = 'accounting.attachments';

const property = text('Input Binary Field', {
	// Said here once, and not with each of the operations.
	description:
		'Name of the binary field with the file; several names with commas between them upload several files. A record keeps up to 10, and one of each name: a second one replaces the first.',
	hint: 'The name of the input binary field containing the file to be uploaded',
	min: 1,
});

/** File names go into the path: encoded whole, so that #, &, spaces and any letter stay what they are. */
const fileName = (name: string): string => pathSegment(name);

/** Whether no attachment can have a name: a step of dots survives encoding and would lead out of the record's attachments; half a surrogate pair has no encoding. */
export const cannotBeSent = (name: string): boolean =>
	name.trim() === '' || name.split(/[\\/]/).some((part) => /^\.{1,2}$/.test(part.trim())) || /\p{Cs}/u.test(name);

interface Upload {
	readonly name: string;
	readonly data: Buffer;
	readonly type: string;
}

/** Names of binary fields, with commas between them. */
export const namesIn = (given: unknown): string[] =>
	String(given ?? '')
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');

/** The files one item names, checked before any of them is sent. */
async function filesOf(call: OperationContext): Promise<Upload[]> {
	const properties = namesIn(call.input.binaryPropertyName);
	const given = typeof call.options.FileName === 'string' ? call.options.FileName : undefined;
	const files = await Promise.all(properties.map(async (property) => await call.readBinary(property)));
	if (given !== undefined && files.length > 1)
		call.refuse({
			place: ['File Name'],
			says: 'fits one file only',
			todo: 'Leave it empty to keep the names of the binary fields',
		});
	return files.map((file) => named(call, { ...file, name: given ?? file.name }));
}

/** A file under a name that can be sent. */
function named(call: Pick<OperationContext, 'refuse'>, { name, data, type }: Upload): Upload {
	if (cannotBeSent(name))
		call.refuse({
			says: `“${shown(name) ?? ''}” is no name for an attachment`,
			todo: 'Set File Name in Options',
			description: 'Nothing was uploaded for this item.',
		});
	return { name, data, type: mediaType(type) };
}

/** Xero keeps one attachment of a name for each record: a second one would take the place of the first unnoticed. */
function refuseTwins(call: OperationContext, files: readonly Upload[]): void {
	const remedy = {
		todo: 'Xero would keep the last of them only: set File Name in Options',
		description: 'Nothing was uploaded for this item.',
	};
	const names = files.map(({ name }) => name.toLowerCase());
	const twin = files.find((_, index) => names.indexOf(names[index]!) !== index);
	if (twin) call.refuse({ says: `the item names two files ${twin.name}`, ...remedy });
	for (const { name } of files)
		if (!call.isFirst(`${call.path}/${name}`.toLowerCase()))
			call.refuse({ says: `an earlier item has a file ${name} for the same record`, ...remedy });
}

/**
 * Uploads one file.
 * @param path of the record's attachments
 * @returns what Xero says of the attachment
 * @throws NodeOperationError or NodeApiError when Xero refuses it, or does not say that it keeps it
 */
export async function uploadOne(
	call: Pick<OperationContext, 'request' | 'recordsIn' | 'refuse' | 'assertSaved'>,
	path: string,
	file: Upload,
	method: 'PUT' | 'POST',
	query: IDataObject = {},
): Promise<readonly IDataObject[]> {
	const { data, name, type } = named(call, file);
	const request: XeroRequest = {
		method,
		path: `${path}/${fileName(name)}`,
		query,
		body: data,
		headers: { 'Content-Type': type },
		envelope: 'Attachments',
		scope: ATTACHMENTS,
	};
	const saved = call.recordsIn(await call.request(request), 'Attachments');
	if (!saved.some(({ AttachmentID }) => identifies(AttachmentID)) && sentencesIn(saved).length === 0)
		call.refuse({
			says: `Xero did not say that it keeps ${name}`,
			todo: 'Look in Xero whether the file is attached before uploading it again',
			state: 'unconfirmed',
		});
	return call.assertSaved(saved, 'AttachmentID');
}

/**
 * Uploads files one after another, as Xero changes the same record with each.
 * @returns one row per file
 */
async function upload(
	call: OperationContext,
	files: readonly Upload[],
	method: 'PUT' | 'POST',
	query: IDataObject,
): Promise<OutputItem[]> {
	const rows: OutputItem[] = [];
	const uploaded: string[] = [];
	for (const file of files) {
		try {
			rows.push(...(await uploadOne(call, call.path, file, method, query)).map((json) => ({ json })));
		} catch (cause) {
			throw withProgress(cause, 'uploaded', uploaded);
		}
		uploaded.push(file.name);
	}
	return rows;
}

/** Attachments of a record: list, download, add, replace. `online` where the file can be shown with the online invoice. */
export const attachments = (
	kind: RecordType,
	xero: { get: string; byId: string; byName: string; create: string; replace: string },
	online = false,
): Readonly<Record<string, Operation>> => {
	const path = `${member(kind)}/Attachments`;
	const name = {
		FileName: text('File Name', {
			description: 'Name of the attachment in Xero; the name of the binary file when left empty',
			placeholder: 'e.g. receipt.pdf',
			max: 255,
		}),
	};
	return {
		addAttachment: {
			xero: xero.create,
			name: 'Add Attachment',
			action: `Add attachment to ${aNoun(kind)}`,
			method: 'PUT',
			path,
			required: { ...recordPicker(kind), binaryPropertyName: property },
			query: {
				...name,
				...(online
					? { IncludeOnline: flag('Include Online', 'Whether the customer sees the file with the online invoice') }
					: {}),
			},
			scope: ATTACHMENTS,
			run: async (call) => {
				const files = await filesOf(call);
				refuseTwins(call, files);
				return await upload(call, files, 'PUT', call.options.IncludeOnline === true ? { IncludeOnline: 'true' } : {});
			},
		},
		downloadAttachment: {
			xero: [xero.byId, xero.byName],
			name: 'Download Attachment',
			action: `Download attachment of ${aNoun(kind)}`,
			method: 'GET',
			path,
			required: {
				...recordPicker(kind),
				files: choice('Files', [
					['all', 'All', 'Every file attached to the record'],
					['id', 'By ID', 'The file with this Attachment ID'],
					['name', 'By Name', 'The file with this name'],
				]),
			},
			query: {
				attachment: text('Attachment', {
					description: 'ID or name of the file, for Files set to By ID or By Name',
					placeholder: 'e.g. receipt.pdf',
				}),
				binaryPropertyName: text('Put Output in Field', {
					description: 'Name of the binary field that takes the file; "data" when left empty',
					placeholder: 'e.g. data',
				}),
			},
			scope: readScope(ATTACHMENTS),
			run: async (call) => await download(call),
		},
		getAttachments: {
			xero: xero.get,
			name: 'Get Attachments',
			action: `Get attachments of ${aNoun(kind)}`,
			method: 'GET',
			path,
			envelope: 'Attachments',
			required: recordPicker(kind),
			scope: readScope(ATTACHMENTS),
		},
		replaceAttachment: {
			xero: xero.replace,
			name: 'Replace Attachment',
			action: `Replace attachment of ${aNoun(kind)}`,
			method: 'POST',
			path,
			required: { ...recordPicker(kind), binaryPropertyName: property },
			query: name,
			scope: ATTACHMENTS,
			run: async (call) => await upload(call, await filesOf(call), 'POST', {}),
		},
	};
};

const bytesOf = ({ body }: XeroResponse): Buffer => Buffer.from(body as Buffer);

async function download(call: OperationContext): Promise<OutputItem[]> {
	const wanted = String(call.options.attachment ?? '');
	const how = String(call.input.files);
	if (how !== 'all' && wanted === '')
		call.refuse({
			says: 'Attachment is missing',
			todo: 'Add it in Options, with the ID or the name of the file; or set Files to All',
		});
	const listed = call.recordsIn(await call.request({ path: call.path, envelope: 'Attachments' }), 'Attachments');
	const isWanted = ({ AttachmentID, FileName }: IDataObject): boolean =>
		how === 'all' || (how === 'id' ? String(AttachmentID).toLowerCase() === wanted.toLowerCase() : FileName === wanted);
	const chosen = listed.filter(isWanted);
	if (how !== 'all' && chosen.length === 0)
		call.refuse({
			place: ['Attachment'],
			value: shown(wanted),
			says: 'the record has no such attachment',
			todo: 'Use Get Attachments to see what is attached',
			state: 'refused',
		});
	const target = String(call.options.binaryPropertyName ?? 'data');
	return await Promise.all(
		chosen.map(async (json) => {
			const last = how === 'name' ? fileName(String(json.FileName)) : String(json.AttachmentID);
			const type = String(json.MimeType ?? 'application/octet-stream');
			// Xero wants to be told which type is asked for (parameter contentType in its spec).
			const answer = await call.request({
				path: `${call.path}/${last}`,
				binary: true,
				headers: { Accept: type, contentType: type },
			});
			const data = bytesOf(answer);
			if (data.length === 0 && Number(json.ContentLength ?? 1) > 0)
				call.refuse({ says: `${String(json.FileName)} came without content`, todo: 'Run again later', state: 'refused' });
			return { json, binary: { [target]: await call.toBinary(data, String(json.FileName), type) } };
		}),
	);
}
