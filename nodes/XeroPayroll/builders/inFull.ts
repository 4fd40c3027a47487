import type { IDataObject } from 'n8n-workflow';
import chunk from 'lodash/chunk';
import type { OperationContext, OutputItem } from '../../shared/model/context';
import { reasonOf, stateOf } from '../../shared/model/errorState';
import type { Field } from '../../shared/model/field';
import { pathSegment } from '../../shared/model/path';
import { toError } from '../../shared/model/values';

/** Records asked for at the same time; the client decides how fast the calls go. */
const AT_ONCE = 5;

/** Says something to the node, and not to Xero. */
export const toTheNode = <T>(field: Field<T>): Field<T> => ({ ...field, write: () => undefined });

/** What would end the same way for every other record as well. */
export function endsAll(cause: unknown): boolean {
	const { state, lacks } = stateOf(cause) ?? {};
	return lacks !== undefined || state === 'limited' || state === 'canceled';
}

/** The same error, with the record that could not be read. */
export function errorOf(call: OperationContext, label: string, id: string, cause: unknown): Error {
	const { state = 'refused', sentences = [] } = stateOf(cause) ?? {};
	try {
		return call.refuse({ place: [label], value: id, says: reasonOf(cause), state, sentences });
	} catch (named) {
		return toError(named);
	}
}

/**
 * Asks for each of some records, a few at the same time. One that cannot be had is told of by itself, where a run goes on.
 * @param read the rows of one record
 * @param of the record's ID under its name, and what people call it
 */
export async function eachOf(
	call: OperationContext,
	records: readonly IDataObject[],
	of: { readonly id: string; readonly label: string },
	read: (record: IDataObject) => Promise<readonly OutputItem[]>,
): Promise<OutputItem[]> {
	const rows: OutputItem[] = [];
	for (const some of chunk(records, AT_ONCE)) {
		if (rows.length >= call.limit) break;
		const asked = some.map(async (record): Promise<readonly OutputItem[]> => {
			const { [of.id]: id } = record;
			try {
				return await read(record);
			} catch (cause) {
				if (endsAll(cause)) throw toError(cause);
				const error = errorOf(call, of.label, String(id), cause);
				if (call.stopsAtRefusals) throw error;
				return [{ json: { [of.id]: id }, error }];
			}
		});
		rows.push(...(await Promise.all(asked)).flat());
	}
	return rows.slice(0, call.limit);
}

/** The records of a list as the path of each has them, where the list leaves something out. */
export const eachInFull = async (
	call: OperationContext,
	records: readonly IDataObject[],
	{ path, envelope, ...of }: { readonly path: string; readonly id: string; readonly envelope: string; readonly label: string },
): Promise<OutputItem[]> =>
	await eachOf(call, records, of, async ({ [of.id]: id }) => {
		const answer = await call.request({ path: `${path}/${pathSegment(id)}`, envelope });
		return call.recordsIn(answer, envelope).map((json) => ({ json }));
	});
