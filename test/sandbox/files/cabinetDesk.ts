import { accounting } from '../../../sandbox/accounting/api';
import { files } from '../../../sandbox/files/api';
import { accountingObjects } from '../../../sandbox/files/objects';
import { person } from '../../../sandbox/identity/tokens';
import { organisations } from '../../../sandbox/organisations';
import type { SandboxApi } from '../../../sandbox/route';
import { type Answer, type Desk, openDesk } from '../accounting/desk';

/** A form as bytes, with its header. */
export interface Form {
	bytes: Buffer;
	contentType: string;
}

/** A part of a form: the parameters of its Content-Disposition as they go over the wire, its other headers, its content. */
export type FormPart = readonly [parameters: string, content: Buffer | string, headers?: string];

/** A form of parts, to be sent as it is. */
export function form(...parts: readonly FormPart[]): Form {
	const boundary = '----made-up-boundary';
	const bytes = parts.flatMap(([parameters, content, headers = '']) => [
		Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${parameters}\r\n${headers}\r\n`),
		Buffer.from(content),
		Buffer.from('\r\n'),
	]);
	return {
		bytes: Buffer.concat([...bytes, Buffer.from(`--${boundary}--\r\n`)]),
		contentType: `multipart/form-data; boundary=${boundary}`,
	};
}

/** A file as a browser sends it. */
export const fileForm = (name: string, content: Buffer | string = 'hello'): Form =>
	form([`name="file"; filename="${name}"`, content, 'Content-Type: application/octet-stream\r\n']);

/** The Files API without a server, and the books that files are tied to. */
export interface CabinetDesk extends Desk {
	books: SandboxApi;
	send(url: string, form: Form): Answer;
	/** Uploads a file to the Inbox and gives its id. */
	put(name: string, content?: Buffer | string): string;
}

export function openCabinet(seed: 'demo' | 'small' | 'empty' = 'empty', heard?: (answer: Answer) => void): CabinetDesk {
	const made: { books?: SandboxApi } = {};
	const desk = openDesk(seed, heard, (clock) => {
		// Only the demo's many files are asked of it: a small set of books does for them.
		const books = accounting({ clock, seed: 'small', organisations });
		made.books = books;
		const api = files({ clock, seed, organisations, objects: accountingObjects(books, clock) });
		const { userId } = person;
		return { ...api, routes: api.routes.map((route) => ({ ...route, handle: (call) => route.handle({ ...call, userId }) })) };
	});
	const { books } = made;
	if (!books) throw new Error('the desk was opened without books');
	const send = (url: string, { bytes, contentType }: Form): Answer =>
		desk.call('POST', url, bytes, { headers: { 'content-type': contentType } });
	return { ...desk, books, send, put: (name, content) => send('/Files', fileForm(name, content)).id('Id') };
}
