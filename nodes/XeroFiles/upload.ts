import type { OperationContext, OutputItem } from '../shared/model/context';
import { identifies } from '../shared/model/element';
import { withProgress } from '../shared/model/errorState';
import { shown } from '../shared/model/findings';
import { mediaType } from '../shared/operations/mediaType';
import type { Upload } from './multipart';
import { formOf } from './multipart';

/** Names that are none: nothing, a step of dots, half a surrogate pair. */
const isNoName = (name: string): boolean =>
	name.trim() === '' || name.split(/[\\/]/).some((part) => /^\.{1,2}$/.test(part.trim())) || /\p{Cs}/u.test(name);

const propertiesOf = ({ input }: OperationContext): string[] => [
	...new Set(
		String(input.binaryPropertyName)
			.split(',')
			.map((name) => name.trim())
			.filter((name) => name !== ''),
	),
];

/** One file of the item under the name it is to have. */
async function fileOf(call: OperationContext, property: string): Promise<Upload> {
	const { name: own, data, type } = await call.readBinary(property);
	const name = typeof call.options.FileName === 'string' ? call.options.FileName : own;
	if (isNoName(name))
		call.refuse({
			says: `“${shown(name) ?? ''}” is no name for a file`,
			todo: 'Set File Name in Options',
			description: 'Nothing was uploaded for this item.',
		});
	return { name, data, type: mediaType(type) };
}

async function send(call: OperationContext, path: string, property: string): Promise<OutputItem & { readonly name: string }> {
	const file = await fileOf(call, property);
	const { body, contentType } = formOf(file);
	const answer = await call.request({ method: 'POST', path, body, headers: { 'Content-Type': contentType }, confirmedBy: 'Id' });
	const [json] = call.recordsIn(answer);
	if (!json || !identifies(json.Id))
		call.refuse({
			says: `Xero did not say that it keeps ${file.name}`,
			todo: 'Look in Xero whether the file is in Files before uploading it again',
			state: 'unconfirmed',
		});
	call.assertSaved([json!], 'Id');
	return { json: json!, name: file.name };
}

/**
 * Uploads the files that an item names, one after another, so that no more than one of them is held at a time.
 * @param path where they go: the Inbox, or a folder
 * @returns one row per file
 */
export async function upload(call: OperationContext, path: string): Promise<OutputItem[]> {
	const properties = propertiesOf(call);
	if (properties.length === 0) call.refuse({ says: 'Input Binary Field is missing' });
	if (properties.length > 1) {
		if (typeof call.options.FileName === 'string')
			call.refuse({
				place: ['File Name'],
				says: 'fits one file only',
				todo: 'Leave it empty to keep the names of the binary fields',
			});
		// All of them are looked at before the first is sent.
		for (const property of properties) await fileOf(call, property);
	}
	const rows: OutputItem[] = [];
	const uploaded: string[] = [];
	for (const property of properties) {
		try {
			const { json, name } = await send(call, path, property);
			rows.push({ json });
			uploaded.push(`${name} (${String(json.Id)})`);
		} catch (cause) {
			throw withProgress(cause, 'uploaded', uploaded);
		}
	}
	return rows;
}
