import type {
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import type { Api } from '../../nodes/shared/model/operation';
import { shownIn } from './shownIn';

/** Resource → operation → every name a saved workflow may hold there: parameters, what is inside them, codes, modes. */
export type OperationNames = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** The same on every operation. */
const EVERYWHERE = new Set(['organisation', 'resource', 'operation', 'notice']);

/** Every name that a saved workflow may hold inside of a parameter: those of inputs, `input=code`, `input@mode`. */
function inside({ name, type, options = [], modes = [] }: INodeProperties): string[] {
	const under = (inner: INodeProperties, at: string): string[] => [
		`${at}.${inner.name}`,
		...inside(inner).map((one) => `${at}.${one}`),
	];
	if (type === 'collection') return (options as INodeProperties[]).flatMap((option) => under(option, name));
	if (type === 'fixedCollection')
		return (options as INodePropertyCollection[]).flatMap((row) =>
			row.values.flatMap((value) => under(value, `${name}.${row.name}`)),
		);
	if (type === 'options' || type === 'multiOptions')
		return (options as INodePropertyOptions[]).map(({ value }) => `${name}=${String(value)}`);
	return modes.map((mode) => `${name}@${mode.name}`);
}

const sorted = (properties: readonly INodeProperties[]): string[] =>
	[...new Set(properties.flatMap((property) => [property.name, ...inside(property)]))].sort();

/** The names of a node that is made from a table, by its operations. */
export function operationNames({ resources }: Api, description: INodeTypeDescription): OperationNames {
	const namesOf = (resource: string, operation: string): string[] => {
		const shown = ['fields', 'json', 'lines'].flatMap((input) => shownIn(description, { resource, operation, input }));
		return sorted(shown.filter(({ name }) => !EVERYWHERE.has(name)));
	};
	return Object.fromEntries(
		resources.map(({ key, operations }) => [
			key,
			Object.fromEntries(Object.keys(operations).map((operation) => [operation, namesOf(key, operation)])),
		]),
	);
}

/** The names of a whole node. */
export const nodeNames = ({ description }: INodeType): readonly string[] =>
	sorted(description.properties.filter(({ type }) => type !== 'notice'));
