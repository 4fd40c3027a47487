import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Fails the test, when anything is missing, with what it is and what to do about it. */
export function nothingMissing(missing: readonly string[], toDo: string): void {
	if (missing.length === 0) return;
	const error = new Error(`${missing.join('\n')}\n\n${toDo}`);
	// The code shown below the message is the caller's.
	Error.captureStackTrace(error, nothingMissing);
	throw error;
}

/** The file of the examples of a resource of Xero Accounting, from the root of the project. */
export function exampleFileOf(resource: string): string {
	const index = readFileSync(join(__dirname, 'panel/examples/index.ts'), 'utf8');
	const file = [...index.matchAll(/^import \{ ([^}]+) \} from '\.\/(\w+)';$/gm)].find(([, names = '']) =>
		names.split(', ').includes(resource),
	)?.[2];
	return `test/panel/examples/${file ?? resource}.ts${file === undefined ? ', new and named in test/panel/examples/index.ts' : ''}`;
}

/** What an operation without an example needs. */
export const addExample = (file: string): string =>
	`Add an example to ${file}: what a person fills in (parameters) and the calls that must come of it (sends),
written out from Xero's own pages. The type Example in test/panel/examples/example.ts says what else it may have.`;

/** What an input without an example needs. */
export const fillIn = (file: string): string =>
	`Fill these inputs in, each in an example in ${file}, and write what is sent for them into its sends.
"fields." stands for Additional Fields, "filters." and "options." for those collections.`;

/** What an operation that no test runs needs. */
export const walkThrough = (file: string): string =>
	`Run each of these in ${file}, through n8n's engine against the sandbox, which has to know the call.`;

/** What new names in a panel need. */
export const ADD_NAMES = `Workflows will hold these names for good: look at them once more, then add them by
ADD_NAMES=yes npx jest test/panel/frozenNames test/panel/otherNodes && npx prettier --write "test/panel/frozen*.json"`;
