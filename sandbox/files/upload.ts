import { header } from '../accounting/resource/request';
import type { SandboxRequest } from '../route';
import { extension, isBadName, isKnown, mimeType } from './fileNames';
import { isMultipart, type Part, parts } from './multipart';
import { invalid } from './replies';

/** A file as a form brought it. `bytes` is a view of the request's body. */
export interface Upload {
	Name: string;
	MimeType: string;
	bytes: Buffer;
}

/** Fields that speak of the file, as the specification names them; the rest of the form is the file. */
const FIELDS = ['name', 'filename', 'mimetype'] as const;

/**
 * The file of a multipart form. The official SDKs send it in a field with the name of the file, some without a `filename` of its own,
 * beside the text fields `name`, `filename` and `mimeType`; browsers send `filename` with the file. Both are taken.
 *
 * @throws 400
 */
export function uploaded(request: SandboxRequest): Upload {
	const type = header(request, 'content-type');
	const form = isMultipart(type) ? parts(request.raw, type ?? '') : undefined;
	if (!form) throw invalid('The request body must be multipart/form-data with one file.');
	const said = new Map<string, string>();
	const files: Part[] = [];
	for (const part of form) {
		const field = FIELDS.find((name) => name === part.name.toLowerCase());
		if (part.filename === undefined && field !== undefined && !said.has(field))
			said.set(field, part.bytes.toString('utf8').trim());
		else files.push(part);
	}
	const [file, second] = files;
	if (!file) throw invalid('A file must be provided.');
	if (second) throw invalid('Only one file can be uploaded in a request.');
	const Name = nameOf([said.get('name'), said.get('filename'), file.filename, file.name]);
	if (isBadName(Name)) throw invalid('Name contains one or more bad characters');
	if (!isKnown(Name)) throw invalid(`Extension: ${extension(Name)} is not a valid File extension.`);
	if (file.bytes.length === 0) throw invalid('The file must not be empty.');
	return { Name, MimeType: mimeType(Name, said.get('mimetype'), file.contentType), bytes: file.bytes };
}

/** The first name with an extension: some clients give a title as the name. */
function nameOf(names: ReadonlyArray<string | undefined>): string {
	const given = names.flatMap((name) => (name === undefined || name.trim() === '' ? [] : [name.trim()]));
	return given.find((name) => extension(name) !== '') ?? given[0] ?? '';
}
