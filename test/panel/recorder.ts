import type { IncomingHttpHeaders, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Reply } from '../fakeContext';

/** A call as it came over the wire. */
export interface Heard {
	readonly method: string;
	/** Path, as encoded on the wire. */
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	readonly headers: IncomingHttpHeaders;
	/** Parsed where it is JSON, else its bytes; undefined when there was none. */
	readonly body: unknown;
}

const read = (raw: Buffer, type = ''): unknown =>
	raw.length === 0 ? undefined : /json/.test(type) ? (JSON.parse(raw.toString('utf8')) as unknown) : raw;

/** Stands where Xero would, on loopback: hears what is sent, and answers what it is told to. */
export class Recorder {
	heard: Heard[] = [];
	private reply: (call: Heard, index: number) => Reply = () => ({});
	private readonly server: Server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const { pathname, searchParams } = new URL(request.url ?? '/', 'http://xero');
			const call: Heard = {
				method: request.method ?? 'GET',
				path: pathname,
				query: Object.fromEntries(searchParams),
				headers: request.headers,
				body: read(Buffer.concat(chunks), request.headers['content-type']),
			};
			this.heard.push(call);
			const { statusCode = 200, headers = {}, body } = this.reply(call, this.heard.length - 1);
			const bytes = Buffer.isBuffer(body);
			response.writeHead(statusCode, { ...(bytes ? {} : { 'content-type': 'application/json' }), ...headers });
			response.end(bytes ? body : body === undefined || body === '' ? '' : JSON.stringify(body));
		});
	});

	/** @returns its address */
	async open(): Promise<string> {
		await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise<void>((done) => this.server.close(() => done()));
	}

	/** Forgets what it heard, and answers anew. */
	answers(reply: (call: Heard, index: number) => Reply): void {
		this.heard = [];
		this.reply = reply;
	}
}
