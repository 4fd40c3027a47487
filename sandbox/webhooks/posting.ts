import { Agent, request } from 'undici';

/** What came of a POST. */
export interface Posted {
	/** 0 when there was no answer in time. */
	status: number;
	body: string;
	/** Whether the answer sets cookies. */
	cookies: boolean;
	/** Real ms. */
	took: number;
	/** Why there was no answer: a sentence without its full stop. */
	silence?: string;
}

/** Bytes of an answer that are read; nobody needs more. */
const LONGEST_ANSWER = 64 * 1024;

const loopback = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * The URL as it is POSTed to.
 * @throws RangeError when it is no http(s) URL of a loopback address: nothing may leave this machine.
 */
export function loopbackUrl(text: string): string {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url === undefined || !['http:', 'https:'].includes(url.protocol) || !loopback.includes(url.hostname))
		throw new RangeError(
			`The sandbox delivers to http://localhost or another loopback address only, not to ${text === '' ? 'an empty URL' : text}`,
		);
	return url.href;
}

/** POSTs over connections of the sandbox's own: past any proxy, and a new one each time, since a receiver may restart in between. */
export class Poster {
	private readonly agent = new Agent({ pipelining: 0 });

	/** `timeout`: real ms for the whole answer. */
	constructor(private readonly timeout: number) {}

	/** POSTs once, without following redirects. Never rejects; `ending` cuts it short. */
	async post(url: string, body: string, headers: Record<string, string>, ending: AbortSignal): Promise<Posted> {
		const started = performance.now();
		const took = (): number => Math.round(performance.now() - started);
		const late = AbortSignal.timeout(this.timeout);
		try {
			const signal = AbortSignal.any([ending, late]);
			const answer = await request(url, { method: 'POST', body, headers, signal, dispatcher: this.agent });
			const text = await beginning(answer.body);
			return { status: answer.statusCode, body: text, cookies: 'set-cookie' in answer.headers, took: took() };
		} catch (error) {
			const silence = late.aborted ? `there was no answer within ${this.timeout} ms` : `nobody answered (${why(error)})`;
			return { status: 0, body: '', cookies: false, took: took(), silence };
		}
	}

	/** Closes every connection at once. */
	end(): Promise<void> {
		return this.agent.destroy();
	}
}

async function beginning(stream: AsyncIterable<Buffer>): Promise<string> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of stream) {
		chunks.push(chunk);
		length += chunk.length;
		if (length >= LONGEST_ANSWER) break;
	}
	return Buffer.concat(chunks).subarray(0, LONGEST_ANSWER).toString('utf8');
}

function why(error: unknown): string {
	const coded = typeof error === 'object' && error !== null && 'code' in error;
	return coded ? String(error.code) : String(error);
}
