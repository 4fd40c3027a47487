// For which resources and operations an input shows.

import memoize from 'lodash/memoize';
import minBy from 'lodash/minBy';
import type { IDisplayOptions } from 'n8n-workflow';
import type { Api } from '../model/operation';

/** Where a property shows, beside resource and operation. */
export type DisplayConditions = Readonly<Record<string, readonly string[]>>;

/** Some resources with some operations, which is all that displayOptions can say. */
export interface Area {
	readonly resources: ReadonlySet<string>;
	readonly operations: ReadonlySet<string>;
}

/** Which operations a resource has, and which resources have an operation. */
interface Names {
	readonly of: ReadonlyMap<string, ReadonlySet<string>>;
	readonly having: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Made once for a panel, of which each input is asked for. */
const namesOf = memoize(({ resources }: Api): Names => {
	const having = new Map<string, Set<string>>();
	for (const { key, operations } of resources)
		for (const name of Object.keys(operations)) having.set(name, (having.get(name) ?? new Set<string>()).add(key));
	return { of: new Map(resources.map(({ key, operations }) => [key, new Set(Object.keys(operations))])), having };
});
namesOf.cache = new WeakMap();

const union = (a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> => new Set([...a, ...b]);

/**
 * As few areas as cover exactly these operations of these resources. An area may name an operation that one of its
 * resources does not have, as nobody can choose it there.
 */
export function areas(api: Api, on: ReadonlyMap<string, ReadonlySet<string>>): Area[] {
	const { of } = namesOf(api);
	/** Whether these resources show all that they have of these operations. */
	const showAll = (resources: Iterable<string>, operations: ReadonlySet<string>): boolean => {
		for (const resource of resources)
			for (const name of operations) if (of.get(resource)!.has(name) && !on.get(resource)!.has(name)) return false;
		return true;
	};
	const found: Area[] = [];
	for (const [resource, operations] of on) {
		const area: Area = { resources: new Set([resource]), operations };
		const place = found.findIndex((other) => showAll(area.resources, other.operations) && showAll(other.resources, operations));
		if (place >= 0) found[place] = joined(found[place]!, area);
		else found.push(area);
	}
	return found;
}
const joined = (a: Area, b: Area): Area => ({
	resources: union(a.resources, b.resources),
	operations: union(a.operations, b.operations),
});

/**
 * How displayOptions say an area, in the shortest way: what follows from the other half is left out, and where that is shorter, the other
 * resources, or the other operations of these resources, are hidden.
 */
export function shownIn(api: Api, { resources, operations }: Area, at = ''): IDisplayOptions {
	const { of, having } = namesOf(api);
	const shown = [...operations].sort();
	const others = [...new Set(shown.flatMap((name) => [...having.get(name)!]))].filter((name) => !resources.has(name));
	if (others.length === 0) return { show: { [`${at}operation`]: shown } };
	const left = [...new Set([...resources].flatMap((name) => [...of.get(name)!]))].filter((name) => !operations.has(name)).sort();
	const ways: IDisplayOptions[] = [
		{ show: { [`${at}operation`]: shown }, hide: { [`${at}resource`]: others } },
		{ show: { [`${at}resource`]: [...resources], [`${at}operation`]: shown } },
		{ show: { [`${at}resource`]: [...resources] }, ...(left.length ? { hide: { [`${at}operation`]: left } } : {}) },
	];
	return minBy(ways, (way) => JSON.stringify(way).length)!;
}
