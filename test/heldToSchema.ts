import { dirname, resolve } from 'node:path';
import { loadOutputSchema } from 'n8n-core';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { simplified } from '../nodes/shared/run/simplify';
import type { JsonSchema } from '../scripts/outputSchemas/jsonSchema';
import { notInSchema } from '../scripts/outputSchemas/jsonSchema';
import { NODES_WITH_TABLES } from '../scripts/outputSchemas/nodesWithTables';
import { nodeFiles } from '../scripts/sourceNodes';
import { nothingMissing } from './whatToDo';

const root = resolve(__dirname, '..');

const SAY_IT = `The schema that n8n's editor shows before the first run does not say this. What an operation's own function adds is said in
scripts/outputSchemas/ (notDescribed.ts, reportColumns.ts, financeRows.ts). Then run: npm run accept`;

/** The folder that n8n looks in for a node's schemas, as the source has it. @param name of the node, as n8n saves it */
export function nodeFolder(name: string): string {
	const compiled = nodeFiles.find((file) => file.toLowerCase().endsWith(`/${name.toLowerCase()}.node.js`))!;
	return dirname(resolve(root, compiled.replace(/^dist\//, '')));
}

/** The schema of an operation, found by n8n's own code; undefined where there is none. */
export const schemaOf = (name: string, what: string): JsonSchema | undefined => {
	const [resource, operation] = what.split('.') as [string, string];
	return loadOutputSchema({ nodeDir: nodeFolder(name), version: 1, resource, operation }) as JsonSchema | undefined;
};

/** What else a panel can ask for than it begins with, where items are of another shape then. Simplify is none: it is done here. */
const OTHER_SHAPES: ReadonlyArray<readonly [parameter: string, values: readonly unknown[], of?: string]> = [
	['layout', ['raw', 'amounts']],
	['output', ['raw']],
	['oneRowPer', ['account', 'day', 'line']],
	['readBack', [true]],
	['byEmployee', [true]],
	['rows', ['contacts'], 'owing.customerStatement'],
];

function isOfOtherShape(what: string, { options = {}, filters = {}, ...panel }: INodeParameters): boolean {
	const given = { ...panel, ...(filters as INodeParameters), ...(options as INodeParameters) };
	return OTHER_SHAPES.some(([parameter, values, of = what]) => of === what && values.includes(given[parameter]));
}

/**
 * Holds what came out of an operation to its schema: no property that this does not have, none of another type. What is not simplified
 * is simplified first; `_findings` are in a row only when something is to be looked at.
 * @param type of the node, with or without the name of the package
 */
export function heldToSchema(type: string, what: string, parameters: INodeParameters, items: readonly IDataObject[]): void {
	const name = type.replace(/^.*\./, '');
	const schema = schemaOf(name, what);
	if (!schema || isOfOtherShape(what, parameters)) return;
	const [resource, operation] = what.split('.') as [string, string];
	const { api } = NODES_WITH_TABLES.find((node) => node.name === name)!;
	const keep = api.resources.find(({ key }) => key === resource)!.operations[operation]!.simplified;
	const unknown = items.flatMap(({ _findings, ...item }) =>
		notInSchema(keep && parameters.simplify === false ? simplified(item, keep) : item, schema),
	);
	nothingMissing(
		[...new Set(unknown)].map((one) => `${name} ${what}: ${one}`),
		SAY_IT,
	);
}
