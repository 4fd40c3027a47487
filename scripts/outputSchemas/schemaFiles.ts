import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Generated } from '../generated';
import type { JsonSchema } from './jsonSchema';
import { NODES_WITH_TABLES } from './nodesWithTables';
import { operationSchemas } from './operationSchema';

const root = resolve(__dirname, '../..');

/** Where n8n looks for the schemas of a node of version 1: beside its compiled file, from the root of the project. */
const folderOf = (node: string): string => `nodes/${node}/__schema__/v1.0.0`;

/** What a schema says of each property, by its path: `JournalLines[].NetAmount number`. */
function linesOf({ type, properties = {}, items }: JsonSchema, at = ''): string[] {
	const own = at === '' ? [] : [`${at} ${[type].flat().join(' or ')}`];
	const inner = Object.entries(properties).flatMap(([name, schema]) => linesOf(schema, at === '' ? name : `${at}.${name}`));
	return [...own, ...inner, ...(items ? linesOf(items, `${at}[]`) : [])];
}

/** The file of every operation that gives JSON of a known shape, for n8n's editor to show its fields before the first run. */
export const schemaFiles = (): Generated[] =>
	NODES_WITH_TABLES.flatMap((node) =>
		operationSchemas(node).map(([resource, operation, schema]) => ({
			file: `${folderOf(node.folder)}/${resource}/${operation}.json`,
			text: `${JSON.stringify(schema)}\n`,
			linesOf: (text: string) => (text === '' ? [] : linesOf(JSON.parse(text) as JsonSchema)),
		})),
	);

/** Files of schemas that are checked in, from the root of the project. */
export const checkedInSchemas = (): string[] =>
	NODES_WITH_TABLES.map(({ folder }) => folderOf(folder))
		.filter((folder) => existsSync(join(root, folder)))
		.flatMap((folder) =>
			readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
				.filter((file) => file.endsWith('.json'))
				.map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
		)
		.sort();
