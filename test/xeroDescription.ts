import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Xero's OpenAPI files are not part of the project: where they lie beside it, more is compared. */
const FOLDER = join(__dirname, '../../shared/xero-openapi');

/** Path of one of Xero's own OpenAPI files; undefined when it is not there. */
export function described(file: string): string | undefined {
	const path = join(FOLDER, file);
	return existsSync(path) ? path : undefined;
}

/** Names the test that stands in for those that compare. */
export const NOT_COMPARED = "stands by itself: Xero's own description is not part of this checkout";
