// Values into the path of a request, encoded.

import type { IDataObject } from 'n8n-workflow';

/** The names between braces in a path. */
export const pathParametersOf = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);

/** What can be no step of a path: a dot survives encoding and would lead elsewhere, to the list or out of it; nothing would be left out. */
export const isInvalidSegment = (value: unknown): boolean => /^\s*\.{0,2}\s*$/.test(String(value ?? ''));

/** One value as a step of a path, encoded. @throws RangeError for one that can be no step */
export function pathSegment(value: unknown): string {
	if (isInvalidSegment(value)) throw new RangeError('a dot or nothing cannot be a step of a path');
	return encodeURIComponent(String(value));
}

/**
 * Fills those path parameters that are given, each encoded, so that no value can change the path (or the host). The one way by which values get into paths.
 * @throws RangeError for a value that is no step; inputs are checked before, so that people hear of it by their label
 */
export const fillPath = (path: string, pathParameters: IDataObject): string =>
	path.replace(/\{(\w+)\}/g, (open, name: string) => (name in pathParameters ? pathSegment(pathParameters[name]) : open));
