import type { Reply, SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import { modifiedSince } from '../values/dates';
import { isGuid } from './input';
import { answer, type Body, exception } from './replies';
import { type Detail, header, type Kind, query, unitdp } from './resource';
import { column, comparable, parseWhere, queryError } from './where';

/** What a list has beside `where` and `order`. */
export interface ListOptions<Row> {
	/** `page` and `pageSize`, with the pagination object; 'always' gives the first page also when none is asked for. */
	paged?: boolean | 'always';
	/** Parameters the resource does not have, which are ignored; without `pageSize` there is no pagination object either. */
	without?: ReadonlyArray<'where' | 'order' | 'pageSize'>;
	/** If-Modified-Since. */
	modified?: boolean;
	/** `summaryOnly`, which forces paging. */
	summary?: boolean;
	/** The resource's own parameters: the rows that stay. */
	keep?(book: Book, request: SandboxRequest): (row: Row) => boolean;
}

/**
 * Answers a list: rows that pass every filter, in `order` (Xero's default: UpdatedDateUTC ASC, id ASC), cut into pages when asked.
 * Without `page` everything comes back, with less detail. @throws the 400 of a filter, order or date that cannot be understood
 */
export function list<Row extends object>(kind: Kind<Row>, options: ListOptions<Row>, book: Book, request: SandboxRequest): Reply {
	const read = (row: Row, path: readonly string[]): unknown =>
		kind.look?.(book, row, path) ?? (path.length === 1 ? (row as Body)[path[0] ?? ''] : undefined);
	const filters: Array<(row: Row) => boolean> = [];
	if (options.keep) filters.push(options.keep(book, request));
	const lacks = (name: 'where' | 'order' | 'pageSize'): boolean => options.without?.includes(name) ?? false;
	const where = lacks('where') ? undefined : query(request, 'where');
	if (where !== undefined) filters.push(parseWhere(where, kind.columns, kind.singular, read));
	const since = options.modified ? header(request, 'if-modified-since') : undefined;
	if (since !== undefined) {
		const time = modifiedSince(since);
		if (time === undefined)
			throw exception(14, 'PostDataInvalidException', `The If-Modified-Since header '${since}' is not a valid date`);
		filters.push((row) => Date.parse(String((row as Body).UpdatedDateUTC)) >= time);
	}
	const rows = kind
		.table(book)
		.values()
		.filter((row) => filters.every((filter) => filter(row)));
	const sorted = ordered(rows, lacks('order') ? undefined : query(request, 'order'), kind, read);

	const summary = options.summary === true && query(request, 'summaryOnly')?.toLowerCase() === 'true';
	const page = options.paged ? (query(request, 'page') ?? (options.paged === 'always' ? '1' : undefined)) : undefined;
	if (page === undefined && !summary) return answer(book, kind.plural, render(kind, book, sorted, 'list', request));
	const size = lacks('pageSize') ? 100 : clamp(query(request, 'pageSize'), 100, 1000);
	const number = clamp(page, 1, Number.MAX_SAFE_INTEGER);
	const part = sorted.slice((number - 1) * size, number * size);
	const pagination = { page: number, pageSize: size, pageCount: Math.ceil(sorted.length / size), itemCount: sorted.length };
	const bodies = render(kind, book, part, summary ? 'summary' : 'page', request);
	return answer(book, kind.plural, bodies, lacks('pageSize') ? undefined : pagination);
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

function ordered<Row extends object>(
	rows: readonly Row[],
	order: string | undefined,
	kind: Kind<Row>,
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
	if (!Number.isInteger(value)) throw exception(14, 'PostDataInvalidException', `'${text}' is not a valid page or pageSize`);
	return Math.min(Math.max(value, 1), max);
}

/** The entries of a comma-separated parameter, in lower case, or undefined when it is not given. */
export function listed(request: SandboxRequest, name: string): ReadonlySet<string> | undefined {
	const text = query(request, name);
	if (text === undefined) return undefined;
	return new Set(
		text
			.split(',')
			.map((entry) => entry.trim().toLowerCase())
			.filter((entry) => entry !== ''),
	);
}

/** The same for ids, each of which must be a GUID. @throws 400 */
export function listedIds(request: SandboxRequest, name: string): ReadonlySet<string> | undefined {
	const ids = listed(request, name);
	for (const id of ids ?? [])
		if (!isGuid(id)) throw exception(14, 'PostDataInvalidException', `'${id}' in ${name} is not a valid Guid`);
	return ids;
}
