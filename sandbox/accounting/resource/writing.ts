/** The elements of a body, written together or each by itself. */
import type { Reply, SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import { Findings, Input, isBody } from './input';
import type { Kind } from './kind';
import { answer, type Body, exception, invalid } from './replies';
import { query, unitdp } from './request';

/** Writes one element: gives the row as saved, or nothing when `input.findings` says why not. */
export type Write<Row> = (input: Input) => Row | undefined;

/**
 * The elements of a body: wrapped (`{ Invoices: [...] }`, in whatever case), a bare array, or one bare object, as Xero takes all three.
 * @throws 400: NoDataProcessedException (17) when there is nothing, PostDataInvalidException (14) when it is no object
 */
export function elements(body: unknown, plural: string, singular: string): Body[] {
	const name = isBody(body) && Object.keys(body).find((key) => key.toLowerCase() === plural.toLowerCase());
	const wrapped = isBody(body) && name ? body[name] : body;
	const many: unknown[] = Array.isArray(wrapped) ? wrapped : wrapped === undefined || wrapped === null ? [] : [wrapped];
	if (many.length === 0 || many.every((entry) => isBody(entry) && Object.keys(entry).length === 0)) {
		const text = `No data has been processed for this endpoint. This endpoint is expecting ${singular} data to be specifed in the request body.`;
		throw exception(17, 'NoDataProcessedException', text);
	}
	if (!many.every(isBody)) throw exception(14, 'PostDataInvalidException', 'JSON for post data was invalid');
	return many;
}

/**
 * Writes many elements. With `summarizeErrors=false` each stands alone: 200, every element with its StatusAttributeString. Otherwise one
 * bad element refuses the whole call (400 with all elements as they were sent) and nothing is saved.
 */
export function writeMany<Row extends object>(kind: Kind<Row>, book: Book, request: SandboxRequest, write: Write<Row>): Reply {
	if (query(request, 'summarizeErrors')?.toLowerCase() !== 'false') return writeAll(kind, book, request, write);
	const outcomes = elements(request.body, kind.plural, kind.singular).map((element) =>
		attempt(kind, book, element, write, unitdp(request)),
	);
	return answer(
		book,
		kind.plural,
		outcomes.map((outcome) => ({
			...(outcome.saved ?? outcome.echo()),
			...(outcome.status === undefined ? {} : { StatusAttributeString: outcome.status }),
		})),
	);
}

/** Writes many elements or none: for operations without `summarizeErrors`. */
export function writeAll<Row extends object>(kind: Kind<Row>, book: Book, request: SandboxRequest, write: Write<Row>): Reply {
	return summarized(kind, book, elements(request.body, kind.plural, kind.singular), request, write);
}

/** Writes exactly one element; what is wrong with it refuses the call. @throws 400 when there are more */
export function writeOne<Row extends object>(kind: Kind<Row>, book: Book, request: SandboxRequest, write: Write<Row>): Reply {
	const sent = elements(request.body, kind.plural, kind.singular);
	if (sent.length > 1) throw exception(14, 'PostDataInvalidException', `Only one ${kind.singular} can be sent in this request`);
	return summarized(kind, book, sent, request, write);
}

function summarized<Row extends object>(
	kind: Kind<Row>,
	book: Book,
	sent: readonly Body[],
	request: SandboxRequest,
	write: Write<Row>,
): Reply {
	const outcomes = sent.map((element) => attempt(kind, book, element, write, unitdp(request)));
	if (outcomes.some((outcome) => outcome.saved === undefined)) throw invalid(outcomes.map((outcome) => outcome.echo()));
	return answer(
		book,
		kind.plural,
		outcomes.map((outcome) => outcome.saved ?? {}),
	);
}

interface Outcome {
	/** Undefined where Xero says nothing of it though the element was refused. */
	status: 'OK' | 'WARNING' | 'ERROR' | undefined;
	/** The record as saved, with its warnings; undefined when it was refused. */
	saved?: Body;
	/** The element as sent, with its sentences. */
	echo(): Body;
}

function attempt<Row extends object>(kind: Kind<Row>, book: Book, element: Body, write: Write<Row>, places: number): Outcome {
	const findings = new Findings();
	const row = book.undo.attempt(
		() => write(new Input(element, findings)),
		() => !findings.failed,
	);
	const echo = (): Body => findings.echo(element, kind.id, kind.flag);
	if (row === undefined || findings.failed) return { status: findings.inParts ? undefined : 'ERROR', echo };
	const saved = kind.render(book, row, 'full', places);
	if (findings.warnings.length === 0) return { status: 'OK', saved, echo };
	return { status: 'WARNING', saved: { ...saved, Warnings: findings.warnings.map((message) => ({ Message: message })) }, echo };
}
