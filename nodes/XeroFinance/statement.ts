import chunk from 'lodash/chunk';
import type { IDataObject } from 'n8n-workflow';
import { choice } from '../shared/inputs/scalars';
import type { OperationContext, OutputItem } from '../shared/model/context';
import type { Fields } from '../shared/model/field';
import type { Operation } from '../shared/model/operation';

export const RESTRICTED = 'Xero gives the Finance API to approved lenders only; all others are answered with “no access” (403)';

const output: Fields = {
	output: {
		...choice('Output', [
			['rows', 'One Item per Row'],
			['raw', 'As Xero Sends It'],
		]),
		// Said to this node, not to Xero.
		write: () => undefined,
	},
};

/** Contacts asked for in one call: more make an address longer than Xero's servers take. */
const CONTACTS = 25;

/** A list of many contacts is asked for in parts; everything else as it is. */
function portions(query: IDataObject): IDataObject[] {
	const { contactIds } = query;
	if (!Array.isArray(contactIds)) return [query];
	return chunk(contactIds as string[], CONTACTS).map((some) => ({ ...query, contactIds: some }));
}

/** One reading of the Finance API: its dates and filters stand in Options, and what comes back is cut into rows unless told otherwise. */
export const statement = (
	xero: string,
	name: string,
	action: string,
	path: string,
	scope: string,
	options: Fields,
	rows: (body: IDataObject) => IDataObject[],
	more: Partial<Pick<Operation, 'required' | 'panelOptional' | 'description'>> = {},
): Operation => ({
	xero,
	name,
	action,
	method: 'GET',
	path,
	required: {},
	panelOptional: output,
	query: options,
	scope,
	notice: RESTRICTED,
	...more,
	async run(call: OperationContext): Promise<readonly OutputItem[]> {
		const answers: IDataObject[] = [];
		for (const query of portions(call.query)) answers.push(...call.recordsIn(await call.request({ path: call.path, query })));
		return (call.input.output === 'raw' ? answers : answers.flatMap(rows)).map((json) => ({ json }));
	},
});
