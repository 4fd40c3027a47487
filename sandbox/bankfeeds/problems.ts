import type { Reply } from '../route';

/** A JSON object as it came in or goes out, with Xero's own keys. */
export type Body = Record<string, unknown>;

/** What is wrong with a request, a connection or a statement: an RFC 7807 problem with Xero's types. */
export interface Problem {
	type: ProblemType;
	title: string;
	/** The HTTP status of its kind; one of the types comes without. */
	status?: number;
	detail: string;
}

/** Titles and statuses by type. Those that Xero's examples show are marked; the others are guessed from their names. */
const KINDS = {
	'invalid-request': ['Invalid Request', 400], // [S]
	'duplicate-statement': ['Duplicate Statement Received', 409], // [S]
	'invalid-end-balance': ['Invalid End Balance', 422], // [S]
	'internal-error': ['Intermittent Internal Xero Error', 500], // [S]
	'feed-connected-in-different-organisation': ['Feed connected in different organisation', undefined], // [S]
	'invalid-application': ['Invalid Application', 403], // [S]
	'invalid-feed-connection': ['Invalid Feed Connection', 403],
	'invalid-start-date': ['Invalid Start Date', 422],
	'invalid-end-date': ['Invalid End Date', 422],
	'invalid-start-and-end-date': ['Invalid Start And End Date', 422],
	'statement-not-found': ['Statement Not Found', 404],
	'bank-feed-not-found': ['Bank Feed Not Found', 404],
	'feed-already-connected-in-current-organisation': ['Feed already connected in current organisation', 409],
	'feed-already-connected-in-different-organisation': ['Feed already connected in different organisation', 409],
	'feed-not-found-or-already-deleted': ['Feed not found or already deleted', 404],
	'account-not-valid': ['Account not valid', 400],
	'invalid-country-specified': ['Invalid country specified', 400],
	'invalid-organisation-multi-currency': ['Invalid organisation multi currency', 400],
} as const;

/** The types that this sandbox gives; the OpenAPI file names three more. */
export type ProblemType = keyof typeof KINDS;

/** A problem of a type. */
export function problem(type: ProblemType, detail: string): Problem {
	const [title, status] = KINDS[type];
	return { type, title, ...(status === undefined ? {} : { status }), detail };
}

/** Refusals have a content type of their own (OpenAPI file). */
export const asProblem = { 'Content-Type': 'application/problem+json; charset=utf-8' };

/** A call refused as a whole: the problem itself is the body. */
export function refused(what: Problem): Reply {
	return { status: what.status ?? 400, body: what, headers: asProblem };
}

/** What the gateway says in the name of this API. */
export function refuse(status: number, title: string, detail: string): Problem {
	if (status === 413) return { type: 'invalid-request', title: 'Request too large', status, detail };
	if (status >= 500) return { ...problem('internal-error', detail), status };
	return { ...problem('invalid-request', detail), title, status };
}
