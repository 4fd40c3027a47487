import { query } from '../accounting/resource/request';
import type { SandboxRequest } from '../route';
import { invalid } from './replies';

/** Xero's own default and maximum of `pagesize`. */
const [PAGE_SIZE, LARGEST] = [50, 100];

/** A page that was asked for. */
export interface Page {
	page: number;
	size: number;
}

/** The parameters `page` (from 1) and `pagesize`. @throws 400 when one is no whole number in its range */
export function pageOf(request: SandboxRequest): Page {
	return { page: whole(request, 'page', 1, Infinity), size: whole(request, 'pagesize', PAGE_SIZE, LARGEST) };
}

/** The rows of a page. */
export function cut<Row>(rows: readonly Row[], { page, size }: Page): Row[] {
	return rows.slice((page - 1) * size, page * size);
}

function whole(request: SandboxRequest, name: string, otherwise: number, most: number): number {
	const text = query(request, name);
	if (text === undefined) return otherwise;
	const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
	if (value >= 1 && value <= most) return value;
	throw invalid(most === Infinity ? `${name} must be 1 or more.` : `${name} must be between 1 and ${most}.`);
}

/** What a list can be sorted by: the parameter's values and what each compares. The last one is what it is sorted by when none is asked. */
export type SortKeys<Row> = Readonly<Record<string, (row: Row) => string | number>>;

/**
 * The rows in the order of `sort` and `direction` (which `sort` may carry as a second word); rows that compare equal keep their order.
 * `otherwise` is the direction when neither is asked.
 *
 * @throws 400
 */
export function sorted<Row>(
	request: SandboxRequest,
	rows: readonly Row[],
	keys: SortKeys<Row>,
	otherwise: 'ASC' | 'DESC' = 'ASC',
): Row[] {
	const [field, ...more] = query(request, 'sort')?.trim().split(/\s+/) ?? [];
	const asked = (query(request, 'direction') ?? more[0])?.toUpperCase();
	if (![undefined, 'ASC', 'DESC'].includes(asked) || more.length > 1) throw invalid('direction must be ASC or DESC.');
	const names = Object.keys(keys);
	const name = field === undefined ? names.at(-1) : names.find((one) => one.toLowerCase() === field.toLowerCase());
	const key = keys[name ?? ''];
	if (!key) throw invalid(`sort must be one of ${names.join(', ')}.`);
	const sign = (asked ?? (field === undefined ? otherwise : 'ASC')) === 'ASC' ? 1 : -1;
	return [...rows].sort((a, b) => sign * compare(key(a), key(b)));
}

function compare(a: string | number, b: string | number): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
