// Records of a list by their IDs: many in one call, or the whole list where that takes fewer.

import chunk from 'lodash/chunk';
import type { IDataObject } from 'n8n-workflow';
import type { OperationContext } from '../../shared/model/context';
import { toError } from '../../shared/model/values';
import type { CallsLimit } from './callsLimit';
import type { PartOfList } from './lists';
import { readList } from './lists';

/** IDs that one call takes; Xero advises no more (xero-facts 2.5). */
const IDS_AT_ONCE = 40;
/** From so many calls by ID on, it is asked whether all paid ones would take fewer. */
const WORTH_ASKING = 4;

/** The other way takes fewer calls. */
class Dearer extends Error {}

/**
 * The pages of a list that has all of them, unless by ID they are fewer.
 * @param byId calls that asking by ID takes
 */
async function inPages<T extends object>(
	call: Pick<OperationContext, 'listAll'>,
	part: PartOfList,
	byId: number,
	limit: CallsLimit,
	shape: (record: IDataObject) => T,
): Promise<T[] | undefined> {
	const counted: CallsLimit = {
		...limit,
		// The first page was read to know this.
		heard: async (what, pages) => {
			if (pages >= byId) {
				limit.add(what, 1);
				throw new Dearer();
			}
			limit.add(what, pages, pages - 1);
			await Promise.resolve();
		},
		ended: () => undefined,
	};
	try {
		return await readList(call, part, counted, shape);
	} catch (cause) {
		if (cause instanceof Dearer) return undefined;
		throw toError(cause);
	}
}

/**
 * Reads records by ID, 40 a call, or the whole of a list that has them, whichever takes fewer calls.
 * @param part the list, and what its calls are counted as; its conditions hold for the whole list alone, which may have more records
 * @param always what is asked with IDs, too
 */
export async function recordsById<T extends object>(
	call: Pick<OperationContext, 'listAll'>,
	ids: readonly string[],
	part: PartOfList,
	limit: CallsLimit,
	shape: (record: IDataObject) => T,
	always: IDataObject = {},
): Promise<T[]> {
	if (ids.length === 0) return [];
	const { list, what } = part;
	const portions = chunk(ids, IDS_AT_ONCE);
	if (portions.length >= WORTH_ASKING) {
		const whole = await inPages(call, part, portions.length, limit, shape);
		if (whole !== undefined) return whole;
	}
	limit.add(what, portions.length);
	// One page is as many as were asked for: nothing is counted there.
	const known: CallsLimit = { ...limit, heard: async () => await Promise.resolve(), ended: () => undefined };
	const read = await Promise.all(
		portions.map(
			async (portion) => await readList(call, { list, what, query: { ...always, IDs: portion.join(',') } }, known, shape),
		),
	);
	return read.flat();
}
