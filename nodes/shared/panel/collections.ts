// Additional Fields, Filters and Options of all operations as n8n's collections.

import memoize from 'lodash/memoize';
import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { ENGINE_DEFAULTS, ENGINE_OPTIONS, LINKS } from '../inputs/engineOptions';
import type { Field, Fields } from '../model/field';
import type { Api, Operation } from '../model/operation';
import { alphabetically } from '../model/values';
import type { DisplayConditions, Area } from './displayOptions';
import { shownIn, areas } from './displayOptions';

/** A field under its name. */
export const named = (name: string, { ui }: Field): INodeProperties => ({ ...ui, name });

/** How a field looks, as one text: many operations share a field. */
const lookOf = memoize((ui: Field['ui']): string => JSON.stringify(ui));
lookOf.cache = new WeakMap();

/** Two fields under their names have the same print when they are the same input. */
export const printOf = (name: string, { ui }: Field): string => `${name} ${lookOf(ui)}`;

const byDisplayName = (properties: INodeProperties[]): INodeProperties[] =>
	[...properties].sort((a, b) => alphabetically(a.displayName, b.displayName));

/** Inputs that JSON stands in for. 'lines' is harmless where there are none: it cannot be chosen there. */
export const byHand = ({ acceptsJson }: Operation): DisplayConditions => (acceptsJson ? { input: ['fields', 'lines'] } : {});

const engineOption = (key: string, field: Field): INodeProperties => ({
	...named(key, field),
	default: ENGINE_DEFAULTS[key as keyof typeof ENGINE_DEFAULTS],
});

interface Collection {
	readonly name: string;
	readonly displayName: string;
	readonly placeholder: string;
	of(operation: Operation): Fields | undefined;
	also(operation: Operation): DisplayConditions;
}

/** The collections at the end of every panel, in this order. */
export const COLLECTIONS: readonly Collection[] = [
	{
		name: 'additionalFields',
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		of: ({ optional }) => optional,
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

/** What operations have in one collection: the inputs by their print, and where each of them shows. */
interface Holder {
	readonly also: DisplayConditions;
	readonly on: On;
	readonly members: Map<string, { readonly property: INodeProperties; readonly on: On }>;
}

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

function held(api: Api, { of, also }: Collection, everywhere: boolean): Holder[] {
	const holders = new Map<string, Holder>();
	for (const { key: resource, operations } of api.resources) {
		for (const [operation, row] of Object.entries(operations)) {
			const fields = Object.entries(of(row) ?? {});
			if (fields.length === 0 && !everywhere) continue;
			const where = JSON.stringify(also(row));
			const holder = holders.get(where) ?? { also: also(row), on: new Map(), members: new Map() };
			holders.set(where, holder);
			put(holder.on, resource, operation);
			for (const [key, field] of fields) {
				const print = printOf(key, field);
				const member = holder.members.get(print) ?? { property: named(key, field), on: new Map() };
				holder.members.set(print, member);
				put(member.on, resource, operation);
			}
		}
	}
	return [...holders.values()];
}

/** Where an input shows, when not in all of its collection: a condition for each place. */
function conditions(api: Api, here: On, all: On): IDisplayOptions[] {
	// Where a resource shows the input in all operations that have the collection, the resource is condition enough.
	const everywhere = [...here].filter(([resource, own]) => own.size === all.get(resource)?.size).map(([resource]) => resource);
	const somewhere: On = new Map([...here].filter(([resource]) => !everywhere.includes(resource)));
	const nowhere = [...all.keys()].filter((resource) => !here.has(resource));
	if (somewhere.size === 0 && nowhere.length < everywhere.length) return [{ hide: { '/resource': nowhere } }];
	return [
		...(everywhere.length ? [{ show: { '/resource': everywhere } }] : []),
		...areas(api, somewhere).map((area) => shownIn(api, area, '/')),
	];
}

/** The properties of one collection: what several resources have in common is in it once, each input shown where it belongs. */
export function collection(api: Api, kind: Collection): INodeProperties[] {
	const { name, displayName, placeholder } = kind;
	// Options are on every operation: one collection without a condition.
	const everywhere = name === 'options';
	const links = Object.entries(everywhere && api.conventions.pages ? LINKS : {}).map(([key, field]) => named(key, field));
	const engine = [...Object.entries(everywhere ? ENGINE_OPTIONS : {}).map(([key, field]) => engineOption(key, field)), ...links];
	return held(api, kind, everywhere).flatMap((holder) =>
		areas(api, holder.on).map((area, _, { length }): INodeProperties => {
			const inArea = (on: On): On => (length === 1 ? on : within(on, area));
			const all = inArea(holder.on);
			const options = [...holder.members.values()].flatMap(({ property, on }) => {
				const here = inArea(on);
				if (sizeOf(here) === sizeOf(all)) return [property];
				return conditions(api, here, all).map((displayOptions): INodeProperties => ({ ...property, displayOptions }));
			});
			const { show, hide } = shownIn(api, area);
			const displayOptions = { show: { ...show, ...holder.also }, ...(hide ? { hide } : {}) } as IDisplayOptions;
			return {
				displayName,
				name,
				type: 'collection',
				placeholder,
				default: {},
				options: byDisplayName([...options, ...engine]),
				...(everywhere ? {} : { displayOptions }),
			};
		}),
	);
}
