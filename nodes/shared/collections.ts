import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { number } from './fields';
import type { Api, Field, Fields, Operation } from './model';

/** Where a property shows, beside resource and operation. */
export type Also = Readonly<Record<string, readonly string[]>>;

/** A field under its name. */
export const named = (name: string, { ui }: Field): INodeProperties => ({ ...ui, name });

const byDisplayName = (properties: INodeProperties[]): INodeProperties[] =>
	[...properties].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));

/** Inputs that JSON stands in for. 'lines' is harmless where there are none: it cannot be chosen there. */
export const byHand = ({ json }: Operation): Also => (json ? { input: ['fields', 'lines'] } : {});

/** Some resources with some operations, which is all that displayOptions can say. */
export interface Area {
	readonly resources: ReadonlySet<string>;
	readonly operations: ReadonlySet<string>;
}

const union = (a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> => new Set([...a, ...b]);

/**
 * As few areas as cover exactly these operations of these resources. An area may name an operation that one of its
 * resources does not have, as nobody can choose it there.
 */
export function areas(api: Api, on: ReadonlyMap<string, ReadonlySet<string>>): Area[] {
	const exact = ({ resources, operations }: Area): boolean =>
		api.resources.every(
			({ key, operations: own }) =>
				!resources.has(key) || [...operations].every((name) => !(name in own) || on.get(key)?.has(name)),
		);
	const found: Area[] = [];
	for (const [resource, operations] of on) {
		const area: Area = { resources: new Set([resource]), operations };
		const place = found.findIndex((other) => exact(joined(other, area)));
		if (place >= 0) found[place] = joined(found[place]!, area);
		else found.push(area);
	}
	return found;
}

const joined = (a: Area, b: Area): Area => ({
	resources: union(a.resources, b.resources),
	operations: union(a.operations, b.operations),
});

/** The engine's own options, on every operation. Minutes and seconds, as people think of them. */
export const ENGINE_OPTIONS: Fields = {
	longestWait: number('Longest Wait (Minutes)', {
		description:
			"How long one call may wait for Xero's limits (60 calls a minute for each organisation) and for retries before the node gives up",
		min: 0,
	}),
	timeout: number('Timeout (Seconds)', { description: 'How long to wait for one answer of Xero', min: 1 }),
};
/** Defaults of the engine's options: minutes, seconds. */
export const ENGINE_DEFAULTS = { longestWait: 5, timeout: 100 } as const;

const engineOption = (key: string, field: Field): INodeProperties => ({
	...named(key, field),
	default: ENGINE_DEFAULTS[key as keyof typeof ENGINE_DEFAULTS],
});

/** The collections at the end of every panel, in this order. */
export const COLLECTIONS: ReadonlyArray<{
	readonly name: string;
	readonly displayName: string;
	readonly placeholder: string;
	of(operation: Operation): Fields | undefined;
	also(operation: Operation): Also;
}> = [
	{
		name: 'additionalFields',
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		of: ({ optional, collection }) => (collection === 'updateFields' ? undefined : optional),
		also: byHand,
	},
	{
		name: 'updateFields',
		displayName: 'Update Fields',
		placeholder: 'Add Field',
		of: ({ optional, collection }) => (collection === 'updateFields' ? optional : undefined),
		also: byHand,
	},
	{
		name: 'filters',
		displayName: 'Filters',
		placeholder: 'Add Filter',
		of: ({ paging, query }) => (paging ? query : undefined),
		also: () => ({}),
	},
	{
		name: 'options',
		displayName: 'Options',
		placeholder: 'Add Option',
		of: ({ paging, query }) => (paging ? undefined : query),
		also: () => ({}),
	},
];

type On = Map<string, Set<string>>;

const put = (on: On, resource: string, operation: string): void =>
	void on.set(resource, (on.get(resource) ?? new Set<string>()).add(operation));

const within = (on: On, { resources, operations }: Area): On =>
	new Map(
		[...on]
			.filter(([resource]) => resources.has(resource))
			.map(([resource, own]) => [resource, new Set([...own].filter((name) => operations.has(name)))] as const)
			.filter(([, own]) => own.size > 0),
	);

const sizeOf = (on: On): number => [...on.values()].reduce((sum, { size }) => sum + size, 0);

/** One collection for the whole node: what several resources have in common is in it once, each input shown where it belongs. */
export function collection(
	api: Api,
	{ name, displayName, placeholder, of, also }: (typeof COLLECTIONS)[number],
): INodeProperties[] {
	const engine: Fields = name === 'options' ? ENGINE_OPTIONS : {};
	const holders = new Map<string, { also: Also; on: On; members: Map<string, { property: INodeProperties; on: On }> }>();
	for (const { key: resource, operations } of api.resources) {
		for (const [operation, row] of Object.entries(operations)) {
			const fields = Object.entries(of(row) ?? {});
			if (fields.length === 0 && name !== 'options') continue;
			const where = JSON.stringify(also(row));
			const holder = holders.get(where) ?? { also: also(row), on: new Map(), members: new Map() };
			holders.set(where, holder);
			put(holder.on, resource, operation);
			for (const [key, field] of fields) {
				const property = named(key, field);
				const print = JSON.stringify(property);
				const member = holder.members.get(print) ?? { property, on: new Map() };
				holder.members.set(print, member);
				put(member.on, resource, operation);
			}
		}
	}
	return [...holders.values()].flatMap((holder) =>
		areas(api, holder.on).map((area) => {
			const options = [...holder.members.values()].flatMap(({ property, on }) => {
				const here = within(on, area);
				const all = within(holder.on, area);
				if (sizeOf(here) === sizeOf(all)) return [property];
				// Where a resource shows the input in all operations that have the collection, the resource is condition enough.
				const everywhere = [...here]
					.filter(([resource, own]) => own.size === all.get(resource)?.size)
					.map(([resource]) => resource);
				const somewhere: On = new Map([...here].filter(([resource]) => !everywhere.includes(resource)));
				return [
					...(everywhere.length ? [{ '/resource': everywhere }] : []),
					...areas(api, somewhere).map(({ resources, operations }) => ({
						'/resource': [...resources],
						'/operation': [...operations].sort(),
					})),
				].map((show): INodeProperties => ({ ...property, displayOptions: { show } }));
			});
			const whole = byDisplayName([...options, ...Object.entries(engine).map(([key, field]) => engineOption(key, field))]);
			const show: IDisplayOptions['show'] = {
				resource: [...area.resources],
				operation: [...area.operations].sort(),
				...holder.also,
			} as IDisplayOptions['show'];
			// Options are everywhere: they need no condition.
			const place = name === 'options' ? {} : { displayOptions: { show } };
			return { displayName, name, type: 'collection', placeholder, default: {}, options: whole, ...place } as INodeProperties;
		}),
	);
}
