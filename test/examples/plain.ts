import type { IDataObject } from 'n8n-workflow';
import type { Field } from '../../nodes/shared/model/field';
import type { Operation } from '../../nodes/shared/model/operation';
import type { Example } from './example';
import { fromList } from './example';

/** Filters that many lists have: what they send is seen in the examples of others. */
const GENERAL = new Set(['where', 'order', 'If-Modified-Since']);

/** The names in the holes of a path, in their order. */
export const holesIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

/** Whether path and method say all that a row sends: a GET or DELETE with no input but the pickers of its path and filters of its own. */
export const isPlain = ({ method, path, required, panelOptional, optional, run }: Operation): boolean => {
	const more = [
		...Object.keys(required).filter((key) => !holesIn(path).includes(key)),
		...Object.keys({ ...panelOptional, ...optional }),
	];
	return (method === 'GET' || method === 'DELETE') && path !== '' && run === undefined && more.length === 0;
};

/** Inputs of a plain row that need no example: what fills its path, and filters that other lists have. */
export const needsNoExample = (row: Operation, key: string): boolean =>
	isPlain(row) && (holesIn(row.path).includes(key) || GENERAL.has(key));

/** The ID that goes into a hole, told apart by its place. */
const idAt = (place: number): string => `5c8f0d3e-71b4-4a92-8d16-3e9fa0b7c2d${place}`;

const picked = (field: Field | undefined, id: string): unknown => (field?.ui.type === 'resourceLocator' ? fromList(id) : id);

/**
 * What a plain row sends when its path is filled in and nothing else is.
 * @param wirePath the path that Xero's description gives the call, and its method: the holes are filled in the same order
 */
export function plainExample(row: Operation, method: string = row.method, wirePath = row.path): Example {
	const { path, required } = row;
	const given = holesIn(path).map((name, at) => [name, picked(required[name], idAt(at))]);
	let place = 0;
	return {
		parameters: [Object.fromEntries(given) as IDataObject],
		sends: [{ method, path: wirePath.replace(/\{\w+\}/g, () => idAt(place++)) }],
	};
}
