import { STATUS_CODES } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

import type { FastifyReply } from 'fastify';

import type { Fault } from './contract';
import type { Reply } from './route';
import { asXml } from './xml';

/** What goes over the wire. */
export interface Answer {
	status: number;
	headers: Record<string, string>;
	payload?: Buffer;
	/** The connection is cut instead of answering. */
	cut?: true;
	/** Real ms over which the payload trickles. */
	slow?: number;
	/** Real ms between blanks that are sent for ever in place of the payload. */
	drip?: number;
}

/** An answer that never comes: the connection is cut. Its status in the records is 0. */
export const cut: Answer = { status: 0, headers: {}, cut: true };

/**
 * A route's reply as bytes and headers; JSON, or XML where the API speaks it to those who do not ask for JSON. What is refused before it
 * gets to the records (by its `Title`) is JSON for everybody. `kind` is what a refusal's elements are.
 */
export function encoded(
	{ status = 200, body, binary, contentType, headers = {} }: Reply,
	format: 'json' | 'xml' = 'json',
	kind?: string,
): Answer {
	if (binary !== undefined) {
		return { status, headers: { 'Content-Type': contentType ?? 'application/octet-stream', ...headers }, payload: binary };
	}
	if (body === undefined) return { status, headers };
	const inJson = format === 'json' || (typeof body === 'object' && body !== null && 'Title' in body);
	const [type, text] = inJson ? ['application/json', JSON.stringify(body)] : ['text/xml', asXml(body, kind)];
	return { status, headers: { 'Content-Type': `${type}; charset=utf-8`, ...headers }, payload: Buffer.from(text) };
}

/** The answer of a `status` fault; `refusal` is the JSON body when the fault brings none. */
export function broken(
	{ status, as = 'json', body, headers = {} }: Fault['what'] & { kind: 'status' },
	refusal: unknown,
): Answer {
	if (status === 204 || status === 304) return { status, headers };
	const title = STATUS_CODES[status] ?? 'Unknown';
	if (as === 'json') return encoded({ status, body: body ?? refusal, headers });
	const [type, text] =
		as === 'text'
			? ['text/plain', title]
			: ['text/html', `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`];
	const payload = Buffer.from(typeof body === 'string' ? body : text);
	return { status, headers: { 'Content-Type': `${type}; charset=utf-8`, ...headers }, payload };
}

/** Waits real milliseconds; false when the sandbox stopped meanwhile. */
export async function waited(ms: number, stopping: AbortSignal): Promise<boolean> {
	try {
		if (ms > 0) await pause(ms, undefined, { signal: stopping });
		return !stopping.aborted;
	} catch {
		return false;
	}
}

/** In how many pieces a slow payload is sent. */
const PIECES = 10;

/** Sends the answer. `leave` is called when the call no longer counts as under way: just before its last bytes go out. */
export async function send(
	reply: FastifyReply,
	answer: Answer,
	stopping: AbortSignal,
	leave?: () => void,
): Promise<FastifyReply> {
	const { status, headers, payload = Buffer.alloc(0), slow, drip } = answer;
	if (answer.cut !== undefined) {
		leave?.();
		reply.hijack();
		reply.raw.destroy();
		return reply;
	}
	if (drip !== undefined) {
		reply.hijack();
		reply.raw.writeHead(status, headers);
		reply.raw.flushHeaders();
		while ((await waited(drip, stopping)) && !reply.raw.destroyed) reply.raw.write(' ');
		leave?.();
		reply.raw.destroy();
		return reply;
	}
	if (slow === undefined) {
		leave?.();
		return reply
			.code(status)
			.headers(headers)
			.send(payload.length === 0 ? undefined : payload);
	}
	reply.hijack();
	reply.raw.writeHead(status, { ...headers, 'Content-Length': payload.length });
	reply.raw.flushHeaders();
	for (let piece = 0; piece < PIECES; piece += 1) {
		if (!(await waited(slow / PIECES, stopping)) || reply.raw.destroyed) break;
		if (piece === PIECES - 1) leave?.();
		reply.raw.write(payload.subarray((payload.length * piece) / PIECES, (payload.length * (piece + 1)) / PIECES));
	}
	leave?.();
	reply.raw.end();
	return reply;
}
