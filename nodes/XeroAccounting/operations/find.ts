import { choice, text } from '../../shared/inputs/scalars';
import type { Fields, Field } from '../../shared/model/field';
import { shown } from '../../shared/model/findings';
import type { Operation, RecordType } from '../../shared/model/operation';
import { aNoun, readScope, simpleOf } from '../../shared/operations/crud';
import type { Search, Sought } from '../findOrCreate';
import { found } from '../findOrCreate';

const ifNothing: Field<string> = choice(
	'If Nothing Is Found',
	[
		['nothing', 'Return Nothing'],
		['row', 'Return Found: False'],
		['refuse', 'Refuse the Item'],
	],
	{},
);

/** How one kind of record is looked for. */
interface Ways {
	readonly sought: Omit<Sought, 'query'>;
	/** The choice of the property, where there are several. */
	readonly by?: Field<string>;
	/** What the record is looked up by, for a choice. */
	search(by: string): Search;
}

/**
 * Find: the one active record with a value, whole or nothing. Costs one call for each value, once a run.
 * @param xero the operation of the list that it is looked up in
 */
export const find = (kind: RecordType, xero: string, { sought, by, search }: Ways): Operation => ({
	xero,
	name: 'Find',
	action: `Find ${aNoun(kind)}`,
	description: 'Look up the one that has a value',
	method: 'GET',
	path: `/${kind.path}`,
	envelope: kind.path,
	required: { ...(by ? { by } : {}), value: text('Look For') } as Fields,
	panelOptional: { ifNothing },
	keepsToItself: ['by', 'value', 'ifNothing'],
	scope: readScope(kind.scope),
	...simpleOf({ ...kind, simplified: ['found', ...(kind.simplified ?? [])] }),
	run: async (call) => {
		const way = search(String(call.input.by ?? ''));
		const value = String(call.input.value).trim();
		const key = `find ${kind.path} ${way.property} ${way.anyCase ? value.toLowerCase() : value}`;
		const record = await call.once(key, async () => await found(call, { ...sought, query: call.query }, way, value));
		if (record !== undefined) return [{ json: { found: true, ...record } }];
		const otherwise = (call.input as { ifNothing?: string }).ifNothing ?? 'nothing';
		if (otherwise === 'refuse')
			call.refuse({
				place: [way.label],
				value: shown(value),
				says: `Xero has no ${sought.singular} with it`,
				todo: 'Check the value, or choose what to return If Nothing Is Found',
			});
		return otherwise === 'row' ? [{ json: { found: false } }] : [];
	},
});
