// The properties of a node's panel, made from its tables.

import mapValues from 'lodash/mapValues';
import sortBy from 'lodash/sortBy';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { resultInputs } from '../inputs/resultOptions';
import type { Field } from '../model/field';
import type { Api, Operation, Resource } from '../model/operation';
import { pathParametersOf } from '../model/path';
import { alphabetically } from '../model/values';
import { byHand, COLLECTIONS, collection, named, printOf } from './collections';
import type { DisplayConditions } from './displayOptions';
import { areas, shownIn } from './displayOptions';

interface Entry {
	readonly property: Omit<INodeProperties, 'displayOptions'>;
	readonly also: DisplayConditions;
	/** The same for inputs that are alike. */
	readonly print: string;
}

interface Shared extends Entry {
	/** resource → operations that show it */
	readonly on: Map<string, Set<string>>;
}

const byName = (options: INodePropertyOptions[]): INodePropertyOptions[] =>
	[...options].sort((a, b) => alphabetically(a.name, b.name));

/** Which organisation to work in: at the top of every panel. */
export const organisation: INodeProperties = {
	displayName: 'Organisation',
	name: 'organisation',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: 'The Xero organisation to work in. May stay empty when the credential is connected to one only.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'organisations', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33',
			hint: 'The tenant ID of the organisation',
		},
	],
};

const inputChoice = (operation: Operation): INodeProperties | undefined => {
	if (!operation.acceptsJson) return undefined;
	return {
		displayName: 'Input',
		name: 'input',
		type: 'options',
		noDataExpression: true,
		default: 'fields',
		options: [
			{ name: 'Fields', value: 'fields', description: 'Fill in the inputs below' },
			{ name: 'JSON', value: 'json', description: 'Give one record as Xero takes it' },
			...(operation.linesField
				? [
						{
							name: 'One Item per Line',
							value: 'lines',
							description: 'Items with the same Document Key become one document, a line each',
						},
					]
				: []),
		],
	};
};

const documentKey: INodeProperties = {
	displayName: 'Document Key',
	name: 'documentKey',
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.order }}',
	description:
		'Items with the same value become one document; the later ones may leave empty what the first says. Its number or reference when left empty.',
};

/** The same for every document that has a number, or another text to tell it by. */
const documentKeyOf = ({ documentKeyDefault, documentKeyPreset = '' }: Operation): INodeProperties =>
	documentKeyDefault
		? documentKey
		: {
				...documentKey,
				required: true,
				default: documentKeyPreset,
				description: 'Items with the same value become one document; the later ones may leave empty what the first says',
			};

const body: INodeProperties = {
	displayName: 'JSON',
	name: 'body',
	type: 'json',
	required: true,
	default: '{}',
	description: 'One record with the names of Xero\'s API, such as {"Name": "Ridgeway University"}',
};

const isCollection = (field: Field): boolean =>
	field.ui.type === 'fixedCollection' || field.ui.type === 'boolean' || field.ui.type === 'options';

const onPanel = (name: string, field: Field): Omit<INodeProperties, 'displayOptions'> => ({
	...named(name, field),
	...(isCollection(field) ? {} : { required: true }),
});

/** The inputs of one operation, in panel order, without the collections at the end. */
function entries(operation: Operation): Entry[] {
	const list: Entry[] = [];
	const put = (property: Entry['property'], look: string, also: DisplayConditions = {}): void =>
		void list.push({ property, also, print: `${look} ${JSON.stringify(also)}` });
	const add = (property: INodeProperties | undefined, also?: DisplayConditions): void => {
		if (property) put(property, JSON.stringify(property), also);
	};
	const ask = (name: string, field: Field, also?: DisplayConditions): void =>
		put(onPanel(name, field), `${isCollection(field) ? '' : 'required '}${printOf(name, field)}`, { ...also, ...field.shownFor });
	const offer = (name: string, field: Field, also?: DisplayConditions): void =>
		put(named(name, field), printOf(name, field), { ...also, ...field.shownFor });
	const pathParameters = pathParametersOf(operation.path);
	// The notice stands after the record that is picked, so that all operations of a resource share one picker.
	for (const name of pathParameters) if (operation.required[name]) ask(name, operation.required[name]);
	if (operation.notice) add({ displayName: operation.notice, name: 'notice', type: 'notice', default: '' });
	add(inputChoice(operation));
	if (operation.acceptsJson) add(body, { input: ['json'] });
	if (operation.linesField) add(documentKeyOf(operation), { input: ['lines'] });
	const order = operation.panelOrder ?? [];
	const placeOf = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
	const asked = Object.entries(operation.required).filter(([key]) => !pathParameters.includes(key));
	const offered = Object.entries(operation.panelOptional ?? {});
	for (const [key, field] of sortBy([...asked, ...offered], ([name]) => placeOf(name)))
		(key in operation.required ? ask : offer)(key, field, byHand(operation));
	for (const [key, field] of Object.entries(resultInputs(operation)))
		offer(key, field, key === 'limit' ? { returnAll: ['false'] } : {});
	return list;
}

/**
 * Lays one operation's inputs over those collected so far: an equal one further down is shared, others are put in between,
 * so that the order of each operation stays as it is.
 */
function lay(shared: Shared[], resource: string, operation: string, list: readonly Entry[]): void {
	let after = 0;
	for (const entry of list) {
		let place = after;
		while (place < shared.length && shared[place]!.print !== entry.print) place += 1;
		if (place === shared.length) {
			place = after;
			shared.splice(place, 0, { ...entry, on: new Map() });
		}
		const on = shared[place]!.on;
		on.set(resource, (on.get(resource) ?? new Set<string>()).add(operation));
		after = place + 1;
	}
}

function shown(api: Api, { property, also, on }: Shared): INodeProperties[] {
	return areas(api, on).map((area) => {
		const { show, hide } = shownIn(api, area);
		const besides = mapValues(also, (values) => values.map((value) => (value === 'false' ? false : value)));
		return { ...property, displayOptions: { show: { ...show, ...besides }, ...(hide ? { hide } : {}) } };
	});
}

const operationChoice = ({ key, operations }: Resource): INodeProperties => {
	const options = byName(
		Object.entries(operations).map(([value, { name, action, description }]) => ({
			name,
			value,
			action,
			...(description === undefined ? {} : { description }),
		})),
	);
	const preset = 'getAll' in operations ? 'getAll' : (options[0]?.value as string);
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [key] } },
		options,
		default: preset,
	};
};

/** The whole parameters panel of one API: Organisation, Resource, Operation, then what the operation asks for. */
export function describe(api: Api): INodeProperties[] {
	const shared: Shared[] = [];
	for (const { key, operations } of api.resources) {
		for (const [name, operation] of Object.entries(operations)) lay(shared, key, name, entries(operation));
	}
	const [first] = api.resources.filter(({ key }) => key !== 'apiRequest');
	const preset = api.preset ?? first?.key ?? '';
	return [
		organisation,
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: byName(api.resources.map(({ key, name, description }) => ({ name, value: key, description }))),
			default: preset,
		},
		...api.resources.map(operationChoice),
		...shared.flatMap((one) => shown(api, one)),
		...COLLECTIONS.flatMap((one) => collection(api, one)),
	];
}
