/** Operations of a resource: each by its operationId, from which method, path and scopes follow. */
import type { Reply, Route, SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import { type Operation, operations } from '../schema';
import type { Input } from './input';
import type { Kind } from './kind';
import { list, type ListOptions } from './list';
import { answer, type Body, notFound } from './replies';
import { header, pathParameter, queryFlag, unitdp } from './request';
import { writeAll, writeMany, writeOne } from './writing';

/** One operation over the books of the organisation that the call names. */
export interface BookRoute extends Omit<Route, 'handle'> {
	handle(book: Book, request: SandboxRequest): Reply;
}

/** One of Xero's resources: its plural name, what `records` shows of it, and its operations. */
export interface Resource {
	plural: string;
	records(book: Book): Body[];
	routes: readonly BookRoute[];
}

/** What an operation does. */
export type Handler = (book: Book, request: SandboxRequest, operation: Operation) => Reply;

const byId = new Map(operations.map((operation) => [operation.operationId, operation]));

function route(operation: Operation, handler: Handler): BookRoute {
	const { operationId, method, path, scopes } = operation;
	return { operationId, method, path, scopes, handle: (book, request) => handler(book, request, operation) };
}

/** Operations by their ids. @throws for one that Xero does not have */
export function routes(handlers: Readonly<Record<string, Handler>>): BookRoute[] {
	return Object.entries(handlers).map(([operationId, handler]) => {
		const operation = byId.get(operationId);
		if (!operation) throw new Error(`Xero has no operation ${operationId}`);
		return route(operation, handler);
	});
}

/** The operations at a path, by their methods. */
export function routesAt(path: string, handlers: Partial<Record<Route['method'], Handler>>): BookRoute[] {
	const here = operations.filter((operation) => operation.path === path);
	return here.flatMap((operation) => {
		const handler = handlers[operation.method];
		return handler ? [route(operation, handler)] : [];
	});
}

/** The resource of a kind of record. */
export function resourceOf<Row extends object>(
	kind: Kind<Row>,
	handlers: Readonly<Record<string, Handler>>,
	...more: ReadonlyArray<readonly BookRoute[]>
): Resource {
	return { plural: kind.plural, records: recordsOf(kind), routes: [...routes(handlers), ...more.flat()] };
}

/** Every record of a kind with all details, dates in ISO. */
function recordsOf<Row extends object>(kind: Kind<Row>): Resource['records'] {
	return (book) =>
		kind
			.table(book)
			.values()
			.map((row): Body => kind.render(book, row, 'full', 4));
}

/** The record with an id. @throws 404 */
export function existing<Row extends object>(kind: Kind<Row>, book: Book, id: string): Row {
	const row = kind.table(book).get(id);
	if (!row) throw notFound();
	return row;
}

/** The record that the path names by its id. @throws 404 */
export function recordOf<Row extends object>(kind: Kind<Row>, book: Book, request: SandboxRequest): Row {
	return existing(kind, book, pathParameter(request, kind.id));
}

/** The record that the path names by its id, or by its number or code where Xero takes that as well. @throws 404 */
export function found<Row extends object>(kind: Kind<Row>, book: Book, request: SandboxRequest): Row {
	if (!kind.find) return recordOf(kind, book, request);
	const row = kind.find(book, pathParameter(request, kind.id));
	if (!row) throw notFound();
	return row;
}

/** One record in an answer, with every detail. */
export function answerOne<Row extends object>(kind: Kind<Row>, book: Book, row: Row, places = 2): Reply {
	return answer(book, kind.plural, [kind.render(book, row, 'full', places)]);
}

/** GET of many records. */
export function getMany<Row extends object>(kind: Kind<Row>, options: ListOptions<Row> = {}): Handler {
	return (book, request, operation) => list(kind, options, book, request, operation);
}

/** GET of one record: an array of one. With `pdf`, a client that wants a PDF gets that. */
export function getOne<Row extends object>(kind: Kind<Row>, pdf?: (book: Book, row: Row) => Buffer): Handler {
	return (book, request) => reply(kind, book, request, found(kind, book, request), pdf);
}

/** A record as the call wants it. */
export function reply<Row extends object>(
	kind: Kind<Row>,
	book: Book,
	request: SandboxRequest,
	row: Row,
	pdf?: (book: Book, row: Row) => Buffer,
): Reply {
	// On the wire the PDF is the same path with Accept: application/pdf (the spec's x-path).
	if (pdf && header(request, 'accept')?.includes('application/pdf'))
		return { status: 200, binary: pdf(book, row), contentType: 'application/pdf' };
	return answerOne(kind, book, row, unitdp(request));
}

/** What a call says about the whole request. */
export interface Call {
	/** Decimals of unit prices. */
	places: number;
	/** The app, for createdByMyApp. */
	clientId: string;
	/** allowBackorders */
	backorders: boolean;
}

function callOf(request: SandboxRequest): Call {
	return { places: unitdp(request), clientId: request.clientId, backorders: queryFlag(request, 'allowBackorders') };
}

type Create<Row> = (book: Book, input: Input, call: Call) => Row | undefined;
type Update<Row> = (book: Book, row: Row, input: Input, call: Call) => Row | undefined;

/**
 * Writes the elements of a body: each by itself with `summarizeErrors=false`, where the operation knows that parameter, else all or none.
 */
export function write<Row extends object>(kind: Kind<Row>, create: Create<Row>): Handler {
	return (book, request, { parameters }) => {
		const writeEach = parameters.has('summarizeErrors') ? writeMany : writeAll;
		return writeEach(kind, book, request, (input) => create(book, input, callOf(request)));
	};
}

/** Writes exactly one element. */
export function writeSingle<Row extends object>(kind: Kind<Row>, create: Create<Row>): Handler {
	return (book, request) => writeOne(kind, book, request, (input) => create(book, input, callOf(request)));
}

/** Changes the record that the path names. */
export function update<Row extends object>(kind: Kind<Row>, change: Update<Row>): Handler {
	return (book, request) => {
		const row = found(kind, book, request);
		return writeOne(kind, book, request, (input) => change(book, row, input, callOf(request)));
	};
}
