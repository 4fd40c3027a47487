import type { IDataObject } from 'n8n-workflow';
import type { Operation, Resource } from '../../nodes/shared/model/operation';
import { pathParametersOf } from '../../nodes/shared/model/path';
import { simplified } from '../../nodes/shared/run/simplify';
import type { Call, Description } from '../../test/xeroDescription';
import { callsOf, described } from '../../test/xeroDescription';
import { describedRecord } from './describedRecord';
import type { JsonSchema, Properties } from './jsonSchema';
import { jsonSchemaOf } from './jsonSchema';
import { GAPS, knownOf } from './notDescribed';
import type { KnownItems } from './knownItems';
import type { NodeWithTable } from './nodesWithTables';

/** A node with its API's calls and the description they are in. */
interface NodeCalls {
	readonly node: NodeWithTable;
	readonly description: Description;
	readonly calls: readonly Call[];
}

const texts = (names: readonly string[]): IDataObject => Object.fromEntries(names.map((name) => [name, 'text']));

/** The record that an operation is answered with; undefined where the answer is empty. */
function answered(
	{ xero, envelope, simplified: keep }: Operation,
	{ node, description, calls }: NodeCalls,
	at = envelope,
): IDataObject | undefined {
	const gaps = GAPS[node.described] ?? {};
	const own = [xero].flat().flatMap((id) => calls.filter((call) => call.id === id));
	return own
		.map((call) => describedRecord(call, at, description, gaps, keep !== undefined))
		.find((record) => record !== undefined);
}

/** Inputs as `shape` gets them: a record for each picker, a text for any other input. */
const inputOf = ({ required, panelOptional = {} }: Operation): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries({ ...required, ...panelOptional }).map(([key, { ui }]) => [
			key,
			ui.type === 'resourceLocator' ? { by: 'id', value: 'text' } : 'text',
		]),
	);

/** One item of an operation, made up: Xero's record with what the engine, the row's `shape` and Simplify make of it. */
function itemOf(row: Operation, calls: NodeCalls, { at, more }: KnownItems): IDataObject {
	const record = answered(row, calls, at);
	const ids = texts(pathParametersOf(row.path));
	const isSilent = record === undefined || 'readBack' in (row.query ?? {});
	const whole = {
		...more,
		...(row.method === 'DELETE' ? { deleted: true, ...ids, ...record } : isSilent ? { success: true, ...ids } : record),
	};
	const shaped = row.shape?.(whole, inputOf(row)) ?? whole;
	return row.simplified ? simplified(shaped, row.simplified) : shaped;
}

/**
 * What one item of an operation is when it runs as its panel begins.
 * @throws Error that names a property whose type nothing says
 */
function propertiesOf(resource: Resource, name: string, calls: NodeCalls): Properties {
	const known = knownOf(calls.node.name, resource.key, name);
	const { like = name, also, is = jsonSchemaOf(itemOf(resource.operations[like]!, calls, known)).properties ?? {} } = known;
	const properties = { ...(typeof is === 'function' ? is(resource) : is), ...also };
	const unknown = Object.entries(properties).find(([, { type }]) => type === 'null');
	if (unknown || Object.keys(properties).length === 0)
		throw new Error(
			`${calls.node.name} ${resource.key}.${name}: Xero's description does not say what ${unknown?.[0] ?? 'its items'} is. Say it in scripts/outputSchemas/notDescribed.ts.`,
		);
	return properties;
}

/** The schema of an operation's items as its file holds it; n8n's `version` is that of the schema. */
export type OutputSchema = JsonSchema & { readonly properties: Properties; readonly version: number };

/** Operations whose items are whatever Xero answers to a call of one's own. */
const ofAnyShape = new Set(['apiRequest']);

/** Every operation of a node that has a schema, as [resource, operation, schema]. */
export function operationSchemas(
	node: NodeWithTable,
): Array<readonly [resource: string, operation: string, schema: OutputSchema]> {
	const description = described(node.described);
	const calls: NodeCalls = { node, description, calls: callsOf(description) };
	return node.api.resources
		.filter(({ key }) => !ofAnyShape.has(key))
		.flatMap((resource) =>
			Object.keys(resource.operations).map(
				(name) => [resource.key, name, { type: 'object', properties: propertiesOf(resource, name, calls), version: 1 }] as const,
			),
		);
}
