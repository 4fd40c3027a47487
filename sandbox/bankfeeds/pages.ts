import { query } from '../accounting/resource/request';
import type { SandboxRequest } from '../route';
import type { Body } from './problems';

/** The OpenAPI file's default. */
const PAGE_SIZE = 10;

/**
 * A page of rows under `pagination` and `items`. What is no whole number from 1 counts as not sent (OpenAPI file: "by default, the first
 * set of records is returned"); any size goes. `itemCount` is how many items this page has, not how many there are (same file).
 */
export function paged<Row>(request: SandboxRequest, rows: readonly Row[], render: (row: Row) => Body): Body {
	const [page, pageSize] = [whole(request, 'page') ?? 1, whole(request, 'pageSize') ?? PAGE_SIZE];
	const items = rows.slice((page - 1) * pageSize, page * pageSize).map(render);
	return { pagination: { page, pageSize, pageCount: Math.ceil(rows.length / pageSize), itemCount: items.length }, items };
}

function whole(request: SandboxRequest, name: string): number | undefined {
	const text = query(request, name) ?? '';
	return /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
}
