import { modifiedSinceOf, ordered } from '../../accounting/resource/list';
import { type Body, exception, notFound, type Refusal } from '../../accounting/resource/replies';
import { query } from '../../accounting/resource/request';
import { parseWhere, queryError } from '../../accounting/resource/where';
import { tokens } from '../../accounting/resource/whereTokens';
import type { Column, Columns } from '../../accounting/schema';
import type { Schema } from '../../payroll/wire/description';
import type { Reply } from '../../route';
import { type Call, versions } from '../office';
import { type Form, shown } from './output';
import { answer } from './replies';

/** Records on a page; no parameter changes it. */
const PAGE_SIZE = 100;

/** A kind of record of 1.0: its names, and what answers show of it. */
export interface Kind<Row extends object> {
	readonly plural: string;
	/** Of its schema, and its id. */
	readonly singular: string;
	readonly id: string;
	/** The fields of a row that are worked out. */
	readonly look?: (call: Pick<Call, 'office'>, row: Row) => object;
	/** Whether a list leaves out a field. */
	readonly hidden?: (field: string) => boolean;
}

/** A record with every field. */
export function whole<Row extends object>(call: Pick<Call, 'office'>, kind: Kind<Row>, row: Row, form?: Form): Body {
	return shown(kind.singular, { ...row, ...kind.look?.(call, row) }, form);
}

/** The fields with a single value, which `where` and `order` may name. */
function columnsOf(singular: string): Columns {
	const { properties = {} } = versions.one.schema(singular);
	const all = Object.entries(properties).flatMap(([name, property]) => {
		const column = columnOf(versions.one.meant(property), property);
		return column ? [[name, column] as const] : [];
	});
	return Object.fromEntries(all);
}

function columnOf({ type, format, properties }: Schema, own: Schema): Column | undefined {
	if (own['x-is-msdate'] || own['x-is-msdate-time']) return 'time';
	if (type === 'number' || type === 'integer') return 'number';
	if (type === 'boolean') return 'flag';
	if (type === 'string' && !properties) return format === 'uuid' ? 'id' : 'text';
	return undefined;
}

/** The rows that pass `where` and If-Modified-Since, in `order`. @throws 400: 16 for a filter or an order that cannot be understood */
function sifted<Row extends object>(call: Call, kind: Kind<Row>, rows: readonly Row[], since: boolean): readonly Row[] {
	const { request } = call;
	const columns = columnsOf(kind.singular);
	const read = (row: Row, [name = '']: readonly string[]): unknown => whole(call, kind, row, 'plain')[name];
	const filter = query(request, 'where');
	// Accounting takes one sign of equality, this API two alone.
	const single = filter !== undefined && tokens(filter).some(({ kind: what, text }) => what === 'sign' && text === '=');
	if (single) throw queryError('Syntax error');
	const fits = filter === undefined ? () => true : parseWhere(filter, columns, kind.singular, read);
	const from = since ? modifiedSinceOf(request) : undefined;
	const fresh = (row: Row): boolean => from === undefined || Date.parse(`${String((row as Body).UpdatedDateUTC)}Z`) >= from;
	const idOf = (row: Row): string => String((row as Body)[kind.id]);
	return ordered(
		rows.filter((row) => fits(row) && fresh(row)),
		query(request, 'order'),
		{ columns, singular: kind.singular, idOf },
		read,
	);
}

/** Answers a page of a list: 100 records, the first ones where no page is asked for; beyond the last one it is empty. @throws 400 */
export function listed<Row extends object>(call: Call, kind: Kind<Row>, rows: readonly Row[], since = true): Reply {
	const asked = query(call.request, 'page') ?? '1';
	const page = Math.max(Number(asked), 1);
	if (!Number.isInteger(page)) throw queryError(`'${asked}' is not a valid page`);
	const found = sifted(call, kind, rows, since).slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
	const bodies = found.map((row) =>
		Object.fromEntries(Object.entries(whole(call, kind, row)).filter(([name]) => kind.hidden?.(name) !== true)),
	);
	return answer(call, kind.plural, bodies);
}

/** The row that the path names. @throws 404 */
export function inPath<Row>({ request }: Call, hole: string, table: { get(id: string): Row | undefined }): Row {
	const row = table.get(request.params[hole] ?? '');
	if (!row) throw notFound();
	return row;
}

/** 400 for a parameter that is missing or cannot be read. */
export const badParameter = (message: string): Refusal => exception(14, 'PostDataInvalidException', message);
