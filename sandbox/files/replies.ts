import type { Reply } from '../route';

/** A JSON object as it came in or goes out, with Xero's own keys. */
export type Body = Record<string, unknown>;

/** Thrown anywhere in a handler, before it changes anything: the call is answered with `reply`. */
export class Refusal extends Error {
	constructor(readonly reply: Reply) {
		super(`refused with ${reply.status}`);
	}
}

/** What the gateway says in the name of this API: an array of one, as every refusal of it. */
export function refuse(status: number, title: string, detail: string): Body[] {
	return status === 400 ? [{ type: 'Validation', title: 'Validation failure', detail }] : [{ type: title, title, detail }];
}

/** 400 for what breaks a rule. */
export function invalid(detail: string): Refusal {
	return new Refusal({ status: 400, body: refuse(400, '', detail) });
}

/** 400 for a name that a file cannot be given, in the words of Xero's example. */
export function renameFailed(id: string, name: string): Refusal {
	const body = [{ type: 'Rename', title: 'Rename failed', detail: `Unable to rename ${id} to ${name}` }];
	return new Refusal({ status: 400, body });
}

/** 404 for a file, folder or association that the organisation does not have. */
export function notFound(): Refusal {
	return new Refusal({ status: 404, body: refuse(404, 'NotFound', 'The resource you are looking for cannot be found.') });
}

/** The request's JSON object. @throws 400 when it is none */
export function jsonObject(body: unknown): Body {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalid('The request body must be a JSON object.');
	return body as Body;
}

/** A text of a body, undefined when it is absent or null. @throws 400 when it is something else */
export function textOf(body: Body, key: string): string | undefined {
	const value = body[key];
	if (value === undefined || value === null) return undefined;
	if (typeof value !== 'string') throw invalid(`${key} must be a text.`);
	return value.trim();
}
