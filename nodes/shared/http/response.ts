// The records and the page inside an answer.

import get from 'lodash/get';
import type { IDataObject } from 'n8n-workflow';
import type { Conventions } from '../model/operation';
import type { XeroResponse } from '../model/request';
import { makeDatesIso, makeDatesIsoAt } from '../model/xeroDates';

const objects = (value: unknown): IDataObject[] =>
	Array.isArray(value) ? value.filter((one): one is IDataObject => one !== null && typeof one === 'object') : [];

/**
 * The records inside an answer, their dates made ISO in the answer itself: what stands under the envelope's name (dotted where it is further inside), a bare array, or the body itself.
 * 304 (nothing new since If-Modified-Since) and an empty body hold none.
 * @param reads places in a record outside of which dates may stay as Xero writes them: all that will be read of it
 */
export function recordsIn(
	{ status, body }: XeroResponse,
	envelope: string | undefined,
	conventions: Conventions,
	reads?: ReadonlyArray<readonly string[]>,
): IDataObject[] {
	if (status === 304 || body === null || typeof body !== 'object' || Buffer.isBuffer(body)) return [];
	const inside = envelope === undefined ? undefined : get(body, envelope);
	const records = Array.isArray(body)
		? body
		: inside === undefined
			? envelope === undefined
				? [body]
				: []
			: Array.isArray(inside)
				? inside
				: [inside];
	const found = objects(records);
	if (reads) for (const record of found) makeDatesIsoAt(record, reads, conventions);
	else makeDatesIso(found, conventions, '');
	return found;
}

const countIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** One page of a list with what Xero says of the whole. */
export function pageIn(
	answer: XeroResponse,
	envelope: string | undefined,
	conventions: Conventions,
	reads?: ReadonlyArray<readonly string[]>,
): Page {
	const records = recordsIn(answer, envelope, conventions, reads);
	const body = (answer.body ?? {}) as IDataObject;
	const { pageCount, itemCount } = (body.pagination ?? {}) as IDataObject;
	const { pages, total, here } = conventions.listSize?.(body) ?? { pages: countIn(pageCount), total: countIn(itemCount) };
	return {
		records,
		...(pages === undefined ? {} : { pages }),
		...(total === undefined ? {} : { total }),
		...(here === undefined ? {} : { here }),
	};
}

/** One page of a list: its records and, where Xero says so, how many pages and records the whole list has. */
export interface Page {
	readonly records: readonly IDataObject[];
	readonly pages?: number;
	readonly total?: number;
	/** Records that Xero says this page has. */
	readonly here?: number;
}
