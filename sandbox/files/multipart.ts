/** One part of a multipart/form-data body. */
export interface Part {
	/** Of the form field. */
	name: string;
	/** Only files have one. */
	filename?: string;
	contentType?: string;
	/** A view of the body, not a copy. */
	bytes: Buffer;
}

const [LINE, BLANK, LAST] = [Buffer.from('\r\n'), Buffer.from('\r\n\r\n'), Buffer.from('--')];

/** True when a Content-Type says that the body is a form with files. */
export function isMultipart(contentType: string | undefined): boolean {
	return /^\s*multipart\/form-data\s*(;|$)/i.test(contentType ?? '');
}

/** The parts of a body (RFC 7578) in their order; undefined when it is not well-formed to its end. */
export function parts(raw: Buffer, contentType: string): Part[] | undefined {
	const [, quoted, bare] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
	const boundary = quoted ?? bare;
	if (boundary === undefined) return undefined;
	const delimiter = Buffer.from(`--${boundary}`);
	const between = Buffer.concat([LINE, delimiter]);
	let at = raw.indexOf(delimiter);
	if (at > 0) at = raw.indexOf(between) + LINE.length;
	if (at < 0 || !raw.subarray(at, at + delimiter.length).equals(delimiter)) return undefined;
	at += delimiter.length;
	const found: Part[] = [];
	while (!follows(raw, at, LAST)) {
		const head = follows(raw, at, LINE) ? raw.indexOf(BLANK, at) : -1;
		const end = head < 0 ? -1 : endOf(raw, between, head + LINE.length);
		if (end < 0) return undefined;
		const bytes = raw.subarray(Math.min(head + BLANK.length, end), end);
		const part = partOf(raw.subarray(at + LINE.length, head).toString('utf8'), bytes);
		if (!part) return undefined;
		found.push(part);
		at = end + between.length;
	}
	return found;
}

/** Where a part ends: before a delimiter that is nothing longer. */
function endOf(raw: Buffer, between: Buffer, from: number): number {
	for (let at = raw.indexOf(between, from); at >= 0; at = raw.indexOf(between, at + 1)) {
		const after = at + between.length;
		if (follows(raw, after, LINE) || follows(raw, after, LAST)) return at;
	}
	return -1;
}

function follows(raw: Buffer, at: number, what: Buffer): boolean {
	return raw.subarray(at, at + what.length).equals(what);
}

function partOf(head: string, bytes: Buffer): Part | undefined {
	const headers = new Map<string, string>();
	for (const line of head.split('\r\n')) {
		const [, name, value] = /^([!#$%&'*+.^`|~\w-]+):[ \t]*(.*)$/.exec(line) ?? [];
		// A line break inside of a file name ends here.
		if (name === undefined || value === undefined) return undefined;
		headers.set(name.toLowerCase(), value);
	}
	const given = disposition(headers.get('content-disposition') ?? '');
	const name = given.get('name');
	if (name === undefined) return undefined;
	const [filename, contentType] = [given.get('filename*') ?? given.get('filename'), headers.get('content-type')];
	return { name, ...(filename === undefined ? {} : { filename }), ...(contentType === undefined ? {} : { contentType }), bytes };
}

/** The parameters of a Content-Disposition; empty unless it is `form-data`. */
function disposition(header: string): Map<string, string> {
	const given = new Map<string, string>();
	if (!/^form-data\s*;/i.test(header)) return given;
	for (const [, key = '', value = ''] of header.matchAll(/;\s*([\w*]+)=("(?:[^"\\]|\\.)*"|[^;]*)/g)) {
		const read = key.endsWith('*') ? extended(value) : plain(value);
		if (read !== undefined) given.set(key.toLowerCase(), read);
	}
	return given;
}

/** Browsers and fetch write quotes and line breaks as %22, %0D and %0A and nothing else so; older clients put a backslash before a quote. */
function plain(value: string): string {
	const text = value.startsWith('"') ? value.slice(1, -1).replaceAll('\\"', '"') : value.trim();
	return text.replace(/%(22|0D|0A)/gi, (escape) => decodeURIComponent(escape));
}

/** `UTF-8''na%C3%AFve.txt` (RFC 5987), as .NET sends it. */
function extended(value: string): string | undefined {
	const encoded = /^"?utf-8'[^']*'([^"]*)"?$/i.exec(value.trim())?.[1];
	try {
		return encoded === undefined ? undefined : decodeURIComponent(encoded);
	} catch {
		return undefined;
	}
}
