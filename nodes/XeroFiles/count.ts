import chunk from 'lodash/chunk';
import type { IDataObject } from 'n8n-workflow';
import type { OperationContext, OutputItem } from '../shared/model/context';

/** IDs in one call: an address has room for about fifty. */
const PORTION = 40;

/**
 * How many files each record has, one row per record: Xero answers with an object of IDs and numbers.
 */
export async function count(call: OperationContext): Promise<OutputItem[]> {
	const portions = chunk(call.input.ObjectIds as string[], PORTION);
	const answers = await Promise.all(
		portions.map(async (ids) => call.recordsIn(await call.request({ path: call.path, query: { ObjectIds: ids.join(',') } }))),
	);
	const counts = new Map(
		answers.flatMap(([counts = {}]: IDataObject[]) =>
			Object.entries(counts).map(([id, number]) => [id.toLowerCase(), number] as const),
		),
	);
	return portions.flat().map((ObjectId) => ({ json: { ObjectId, Count: Number(counts.get(ObjectId.toLowerCase()) ?? 0) } }));
}
