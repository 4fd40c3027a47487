import type { IncomingHttpHeaders } from 'node:http';

import type { SandboxApi } from './route';

/** A call as it came. */
export interface Incoming {
	method: string;
	/** Below the host, with query string, still percent-encoded. */
	url: string;
	headers: IncomingHttpHeaders;
	raw: Buffer;
}

/** Path and query string of a URL below the host. */
export function split(url: string): [string, string] {
	const mark = url.indexOf('?');
	return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

/** The Accounting API's default is XML; only a client that asks for JSON gets it. */
export function formatOf({ basePath }: SandboxApi, accept: string | undefined): 'json' | 'xml' {
	return basePath.startsWith('/api.xro/') && !/\bjson\b/i.test(accept ?? '') ? 'xml' : 'json';
}

/** True when the body is JSON to be read, and not a file that happens to be JSON. */
export function hasJson({ headers, raw }: Pick<Incoming, 'headers' | 'raw'>, path: string): boolean {
	return raw.length > 0 && /\bjson\b/i.test(headers['content-type'] ?? '') && !/\/Attachments\//i.test(path);
}

/** A body of XML, by itself or as the field `xml` of a form, as the oldest clients send it; undefined when there is none. */
export function xmlOf({ headers, raw }: Pick<Incoming, 'headers' | 'raw'>, path: string): string | undefined {
	const type = headers['content-type'] ?? '';
	if (raw.length === 0 || /\/Attachments\//i.test(path)) return undefined;
	if (/^(text|application)\/xml\b/i.test(type)) return raw.toString('utf8');
	if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return undefined;
	const text = raw.toString('utf8');
	return text.trimStart().startsWith('<') ? text : (new URLSearchParams(text).get('xml') ?? undefined);
}

/** What `parsed` gives for a body that is not valid JSON. */
export const malformed: unique symbol = Symbol('malformed');

/** The value of a JSON body, or {@link malformed}. */
export function parsed(raw: Buffer): unknown {
	try {
		return JSON.parse(raw.toString('utf8'));
	} catch {
		return malformed;
	}
}
