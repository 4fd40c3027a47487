/** Extensions that Xero takes, and the type of each when the client names none. */
const TYPES: Readonly<Record<string, string>> = {
	'7z': 'application/x-7z-compressed',
	bmp: 'image/bmp',
	csv: 'text/csv',
	doc: 'application/msword',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	eml: 'message/rfc822',
	gif: 'image/gif',
	jpeg: 'image/jpeg',
	jpg: 'image/jpeg',
	key: 'application/x-iwork-keynote-sffkey',
	keynote: 'application/x-iwork-keynote-sffkey',
	msg: 'application/vnd.ms-outlook',
	numbers: 'application/x-iwork-numbers-sffnumbers',
	odf: 'application/vnd.oasis.opendocument.formula',
	ods: 'application/vnd.oasis.opendocument.spreadsheet',
	odt: 'application/vnd.oasis.opendocument.text',
	pages: 'application/x-iwork-pages-sffpages',
	pdf: 'application/pdf',
	png: 'image/png',
	ppt: 'application/vnd.ms-powerpoint',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	rar: 'application/vnd.rar',
	rtf: 'application/rtf',
	tif: 'image/tiff',
	tiff: 'image/tiff',
	txt: 'text/plain',
	xls: 'application/vnd.ms-excel',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	zip: 'application/zip',
	zipx: 'application/zip',
};

/** What clients send when they say nothing of the file. */
const UNSPECIFIC = new Set(['', 'application/octet-stream']);
const TYPE = /^[\w.+-]+\/[\w.+-]+$/;

/** What is after the last dot, in lower case; empty when there is no dot. */
export function extension(name: string): string {
	return name.includes('.') ? (name.split('.').at(-1)?.toLowerCase() ?? '') : '';
}

/** True when files with this extension are taken. */
export function isKnown(name: string): boolean {
	return Object.hasOwn(TYPES, extension(name));
}

/** True when a file or folder cannot have this name: it is empty, or has control characters, slashes or angle brackets. */
export function isBadName(name: string): boolean {
	// Also U+2028 and U+2029, which break lines as well.
	return name === '' || /[\p{Cc}\p{Zl}\p{Zp}/\\<>]/u.test(name);
}

/** The first type that says something and has the form of one, else the one of the extension. */
export function mimeType(name: string, ...sent: ReadonlyArray<string | undefined>): string {
	const types = sent.map((type) => type?.split(';')[0]?.trim().toLowerCase() ?? '');
	const said = types.find((type) => !UNSPECIFIC.has(type) && TYPE.test(type));
	return said ?? TYPES[extension(name)] ?? 'application/octet-stream';
}

/** The header that gives a download its name: plain for old readers, percent-encoded UTF-8 (RFC 6266) for the rest. */
export function disposition(name: string): string {
	const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
	const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
	return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
