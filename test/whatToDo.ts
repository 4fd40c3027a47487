import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Field, Fields } from '../nodes/shared/model/field';
import type { Operation } from '../nodes/shared/model/operation';
import type { CallRecord } from '../sandbox/contract';

/** Fails the test, when anything is missing, with what it is and what to do about it. */
export function nothingMissing(missing: readonly string[], toDo: string): void {
	if (missing.length === 0) return;
	const error = new Error(`${missing.join('\n')}\n\n${toDo}`);
	// The code shown below the message is the caller's.
	Error.captureStackTrace(error, nothingMissing);
	throw error;
}

const folder = 'test/examples/accounting';

/** The file of the examples of a resource, from the root of the project. */
export function exampleFileOf({ file }: { readonly file: string }, resource: string): string {
	if (file.endsWith('.ts')) return file;
	const index = readFileSync(join(__dirname, '..', folder, 'index.ts'), 'utf8');
	const own = [...index.matchAll(/^import \{ ([^}]+) \} from '\.\/(\w+)';$/gm)].find(([, names = '']) =>
		names.split(', ').includes(resource),
	)?.[2];
	return `${folder}/${own ?? resource}.ts${own === undefined ? `, new and named in ${folder}/index.ts` : ''}`;
}

/** A value to be written over, of the shape that an input takes. */
const standIn = ({ ui }: Field): string => {
	if (ui.type === 'resourceLocator') return "byId('…')";
	if (ui.type === 'boolean') return 'true';
	return ui.type === 'collection' || ui.type === 'fixedCollection' ? '{ … }' : "'…'";
};

/** `{ AccountID: byId('…'), Name: '…' }`, or '' for no input. */
function filledIn(fields: Fields): string {
	const all = Object.entries(fields).map(([name, field]) => `${/^\w+$/.test(name) ? name : `'${name}'`}: ${standIn(field)}`);
	return all.length ? `{ ${all.join(', ')} }` : '';
}

/** What an operation without an example needs. */
export function addExample(file: string, name: string, row: Operation): string {
	const body = ['GET', 'DELETE'].includes(row.method) ? '' : ', body: { … }';
	return `Add an example to ${file}: what a person fills in (parameters) and the calls that must come of it (sends),
written out from Xero's own pages and not from the row. It looks like this:

	${name}: [
		{
			parameters: [${filledIn(row.required) || '{}'}],
			sends: [{ method: '${row.method}', path: '${row.path.replace(/\{\w+\}/g, '…')}'${body} }],
		},
	],

The type Example in test/examples/example.ts says what else it may have.`;
}

/** What the example of an operation that is gone needs. */
export const removeExample = (file: string): string =>
	`No table has these operations: take their examples out of ${file}, or bring the rows back. Their keys may be misspelt.`;

/** What an input without an example needs. */
export const fillIn = (file: string): string =>
	`Fill these inputs in, each in an example in ${file}, and write what is sent for them into its sends.
"fields." stands for Additional Fields, "filters." and "options." for those collections.`;

/** What an example needs that fills in what the panel does not show. */
export const notShown = (file: string): string =>
	`The panel of the operation shows no such inputs. Call them as the row does, in ${file}, or bring them back to the row.`;

/** What a request needs that Xero's description does not take. */
export const notTaken = (described: string): string =>
	`Xero's description of the API takes no such request (sandbox/schema/${described.replace('-all', '')}.json). Name and place inputs as it does, in the
fields of the resource or in the row; what it leaves out and Xero takes all the same is listed in test/panel/requests/gaps.ts.`;

/** The calls that the sandbox has no operation for, to be shown beside an error: a 404 looks as if a record were missing. */
export const unknownCalls = (calls: readonly CallRecord[]): string[] => [
	...new Set(
		calls
			.filter(({ unknown }) => unknown)
			.map(
				({ method, url }) =>
					`The sandbox has no ${method} ${url.split('?')[0]!}: teach it the call (sandbox/), from Xero's schema`,
			),
	),
];

/**
 * What operations that no test runs need.
 * @param call how a test of the file runs an operation: 'walk.run'
 */
export function walkThrough(file: string, call: string, rows: ReadonlyArray<readonly [what: string, row: Operation]>): string {
	const steps = rows.map(([what, { required }]) => {
		const given = filledIn(required);
		return `	await ${call}('${what}'${given && `, ${given}`});`;
	});
	return `When a test of the file failed above, mend that first: its other steps did not come to run.
Else run each of these in a test of ${file}, through n8n's engine against the sandbox:

${steps.join('\n')}

and expect of what comes out what Xero's own pages say. What is to be filled in comes from a record that the test made or read before.`;
}
