/** Answers and refusals in the forms of the Accounting API. */
import { randomUUID } from 'node:crypto';
import type { Reply } from '../../route';
import type { Book } from '../book/book';
import { wire } from '../values/dates';

/** A JSON object as it came in or goes out, with Xero's own keys. */
export type Body = Record<string, unknown>;

/** Thrown anywhere in a handler: the call is answered with `reply` and nothing it did is kept. */
export class Refusal extends Error {
	constructor(readonly reply: Reply) {
		super(`refused with ${reply.status}`);
	}
}

/** What the gateway and the handlers say when there is nothing to validate: unknown path, unknown id, no permission. */
export function refuse(status: number, title: string, detail: string): Body {
	return { Type: null, Title: title, Status: status, Detail: detail, Instance: randomUUID(), Extensions: {} };
}

/** 404 for a record that does not exist in this organisation. */
export function notFound(): Refusal {
	return new Refusal({ status: 404, body: refuse(404, 'NotFound', 'The resource you’re looking for cannot be found') });
}

/** 400 with one of Xero's numbered exceptions that concern the whole call: 14 post data, 16 query, 17 no data. */
export function exception(number: number, type: string, message: string): Refusal {
	return new Refusal({ status: 400, body: { ErrorNumber: number, Type: type, Message: message } });
}

/** 500, which is all that Xero says of a call that it did not see coming. */
export function broke(): Refusal {
	const detail =
		'An error occurred in Xero. Check the API Status page http://status.developer.xero.com for current service status.';
	return new Refusal({ status: 500, body: refuse(500, 'An error occurred', detail) });
}

/** 400 ValidationException (10) with the elements as they were sent and what is wrong with each. */
export function invalid(elements: readonly Body[]): Refusal {
	const body = {
		ErrorNumber: 10,
		Type: 'ValidationException',
		Message: 'A validation exception occurred',
		Elements: wire(elements),
	};
	return new Refusal({ status: 400, body });
}

/** 400 ValidationException for one record and one sentence. */
export function invalidOne(element: Body, message: string): Refusal {
	return invalid([{ ...element, ValidationErrors: [{ Message: message }] }]);
}

/** 200 in the envelope of the Accounting API: Id, Status, ProviderName, DateTimeUTC, the elements under their plural. */
export function answer(book: Book, plural: string, elements: readonly Body[], pagination?: Body): Reply {
	const head = { Id: randomUUID(), Status: 'OK', ProviderName: 'Xero Suite Sandbox', DateTimeUTC: `/Date(${book.now()})/` };
	return { status: 200, body: { ...head, ...(pagination ? { pagination } : {}), [plural]: wire(elements) } };
}
