// For which resources and operations an input shows.

import type { IDisplayOptions } from 'n8n-workflow';
import type { Api } from '../model/operation';

/** Where a property shows, beside resource and operation. */
export type DisplayConditions = Readonly<Record<string, readonly string[]>>;

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

/** How displayOptions say an area. What follows from the other half is left out: operations that no other resource has need no resource. */
export function shownIn(api: Api, { resources, operations }: Area, at = ''): NonNullable<IDisplayOptions['show']> {
	const alone = api.resources.every(
		({ key, operations: own }) => resources.has(key) || ![...operations].some((name) => name in own),
	);
	return {
		...(alone ? {} : { [`${at}resource`]: [...resources] }),
		[`${at}operation`]: [...operations].sort(),
	};
}
