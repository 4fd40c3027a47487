/** Lists: filters, order and pages. */
import type { Reply, SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import type { Operation } from '../schema';
import { modifiedSince } from '../values/dates';
import { hasAttachments } from './attachments';
import type { Detail, Kind } from './kind';
import { answer, type Body } from './replies';
import { header, invalidParameter, query, queryFlag, unitdp } from './request';
import { column, comparable, parseWhere, queryError } from './where';

/** What of a list does not follow from the parameters of its operation. */
export interface ListOptions<Row> {
	/** Gives the first page also when none is asked for. */
	alwaysPaged?: boolean;
	/** Takes `where` and `order` though Xero's file names neither. */
	filtered?: boolean;
	/** The resource's own parameters: the rows that stay. */
	keep?(book: Book, request: SandboxRequest): (row: Row) => boolean;
}

/**
 * Answers a list: rows that pass every filter, in `order` (Xero's default: UpdatedDateUTC ASC, id ASC), cut into pages when asked.
 * Without `page` everything comes back, with less detail; without a `pageSize` there is no pagination object. A parameter that the
 * operation does not have is ignored. @throws the 400 of a filter, order or date that cannot be understood
 */
export function list<Row extends object>(
	kind: Kind<Row>,
	{ alwaysPaged = false, filtered = false, keep }: ListOptions<Row>,
	book: Book,
	request: SandboxRequest,
	{ parameters }: Pick<Operation, 'parameters'>,
): Reply {
	const read = (row: Row, path: readonly string[]): unknown => valueAt(kind, book, row, path);
	const filters: Array<(row: Row) => boolean> = [];
	if (keep) filters.push(keep(book, request));
	const asked = (name: string): string | undefined => (parameters.has(name) || filtered ? query(request, name) : undefined);
	const where = asked('where');
	if (where !== undefined) filters.push(parseWhere(where, kind.columns, kind.singular, read));
	const since = parameters.has('If-Modified-Since') ? modifiedSinceOf(request) : undefined;
	if (since !== undefined) filters.push((row) => Date.parse(String((row as Body).UpdatedDateUTC)) >= since);
	const rows = kind
		.table(book)
		.values()
		.filter((row) => filters.every((filter) => filter(row)));
	const sorted = ordered(rows, asked('order'), kind, read);

	const summary = parameters.has('summaryOnly') && queryFlag(request, 'summaryOnly');
	const page = parameters.has('page') ? (query(request, 'page') ?? (alwaysPaged ? '1' : undefined)) : undefined;
	if (page === undefined && !summary) return answer(book, kind.plural, render(kind, book, sorted, 'list', request));
	const sized = parameters.has('pageSize');
	const size = sized ? clamp(query(request, 'pageSize'), 100, 1000) : 100;
	const number = clamp(page, 1, Number.MAX_SAFE_INTEGER);
	const part = sorted.slice((number - 1) * size, number * size);
	const pagination = { page: number, pageSize: size, pageCount: Math.ceil(sorted.length / size), itemCount: sorted.length };
	const bodies = render(kind, book, part, summary ? 'summary' : 'page', request);
	return answer(book, kind.plural, bodies, sized ? pagination : undefined);
}

/** The value of a column of a row. */
function valueAt<Row extends object>(kind: Kind<Row>, book: Book, row: Row, [name = '', ...below]: readonly string[]): unknown {
	if (below.length > 0) {
		const start: unknown = kind.nested[name]?.of(book, row);
		return below.reduce((value, step) => (value as Body | undefined)?.[step], start);
	}
	return kind.look?.(book, row, name) ?? (name === 'HasAttachments' ? hasAttachments(book, kind.idOf(row)) : (row as Body)[name]);
}

/** The moment (ms) of the If-Modified-Since header. @throws 400 */
export function modifiedSinceOf(request: SandboxRequest): number | undefined {
	const since = header(request, 'if-modified-since');
	const time = since === undefined ? undefined : modifiedSince(since);
	if (since !== undefined && time === undefined)
		throw invalidParameter(`The If-Modified-Since header '${since}' is not a valid date`);
	return time;
}

function render<Row extends object>(
	kind: Kind<Row>,
	book: Book,
	rows: readonly Row[],
	detail: Detail,
	request: SandboxRequest,
): Body[] {
	const places = unitdp(request);
	return rows.map((row) => kind.render(book, row, detail, places));
}

/** The rows in an `order` of columns, rows alike in all of them by id. @throws the 400 of an order that cannot be understood */
export function ordered<Row extends object>(
	rows: readonly Row[],
	order: string | undefined,
	kind: Pick<Kind<Row>, 'columns' | 'singular' | 'idOf'>,
	read: (row: Row, path: readonly string[]) => unknown,
): readonly Row[] {
	if (order === undefined) return rows;
	const keys = order.split(',').map((part) => {
		const match = /^\s*([A-Za-z_][\w.]*)(?:\s+(ASC|DESC|ASCENDING|DESCENDING))?\s*$/i.exec(part);
		if (!match) throw queryError('Syntax error');
		const found = column(kind.columns, (match[1] ?? '').split('.'), kind.singular);
		return { ...found, sign: /^desc/i.test(match[2] ?? '') ? -1 : 1 };
	});
	const decorated = rows.map((row) => ({ row, values: keys.map((key) => comparable(read(row, key.path), key.type)) }));
	decorated.sort((a, b) => {
		for (const [at, key] of keys.entries()) {
			const [x = null, y = null] = [a.values[at], b.values[at]];
			if (x === y) continue;
			if (x === null || y === null) return (x === null ? -1 : 1) * key.sign;
			return (x < y ? -1 : 1) * key.sign;
		}
		return kind.idOf(a.row) < kind.idOf(b.row) ? -1 : 1;
	});
	return decorated.map(({ row }) => row);
}

/** Values out of range are moved into it silently, as Xero does with page sizes. */
function clamp(text: string | undefined, otherwise: number, max: number): number {
	if (text === undefined) return otherwise;
	const value = Number(text);
	if (!Number.isInteger(value)) throw invalidParameter(`'${text}' is not a valid page or pageSize`);
	return Math.min(Math.max(value, 1), max);
}
