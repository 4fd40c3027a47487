import { createHash } from 'node:crypto';

/** A file on its way to Xero. */
export interface Upload {
	readonly name: string;
	readonly type: string;
	readonly data: Buffer;
}

/** Said of a file of which nothing is known: Xero then goes by the extension. */
const UNSPECIFIC = 'application/octet-stream';

/** A name inside quotes of a part's header: what would end the quotes or the line is written as browsers write it, by its code. */
const quoted = (name: string): string => `"${name.replace(/["\\\p{Cc}\p{Zl}\p{Zp}]/gu, encodeURIComponent)}"`;

/**
 * Taken from what it stands between: a form that is made again, for another try, is the same to the byte, or Xero would not
 * know the write again. It cannot occur in the file, as the file would have to hold its own hash.
 */
const boundaryOf = ({ name, type, data }: Upload): string => {
	const hash = createHash('sha256').update(name).update('\0').update(type).update('\0').update(data);
	return `----n8n-${hash.digest('hex').slice(0, 48)}`;
};

/**
 * A file as the form that Xero takes: what its specification names (`name`, `filename`, `mimeType`) as texts, and the file in a field
 * of its own name, as the official clients send it.
 * @returns one Buffer, and the header that goes with it
 */
export function formOf(file: Upload): { readonly body: Buffer; readonly contentType: string } {
	const { name, type, data } = file;
	const boundary = boundaryOf(file);
	const text = (field: string, value: string): string =>
		`--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`;
	const head = [
		text('name', name),
		text('filename', name),
		...(type === UNSPECIFIC ? [] : [text('mimeType', type)]),
		`--${boundary}\r\nContent-Disposition: form-data; name=${quoted(name)}; filename=${quoted(name)}\r\n`,
		`Content-Type: ${type}\r\n\r\n`,
	].join('');
	const body = Buffer.concat([Buffer.from(head), data, Buffer.from(`\r\n--${boundary}--\r\n`)]);
	return { body, contentType: `multipart/form-data; boundary=${boundary}` };
}
