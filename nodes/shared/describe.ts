import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { number } from './fields';
import { holesOf } from './gather';
import type { Api, Field, Fields, Operation, Resource } from './model';

/** Where a property shows, beside resource and operation. */
type Also = Readonly<Record<string, readonly string[]>>;

interface Entry {
	readonly property: Omit<INodeProperties, 'displayOptions'>;
	readonly also: Also;
}

interface Shared extends Entry {
	/** resource → operations that show it */
	readonly on: Map<string, Set<string>>;
	readonly print: string;
}

const byDisplayName = (properties: INodeProperties[]): INodeProperties[] =>
	[...properties].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));

const byName = (options: INodePropertyOptions[]): INodePropertyOptions[] =>
	[...options].sort((a, b) => a.name.localeCompare(b.name, 'en'));

const named = (name: string, { ui }: Field): INodeProperties => ({ ...ui, name });

/** Inputs of a collection, alphabetical as n8n wants them. */
const inside = (fields: Fields): INodeProperties[] =>
	byDisplayName(Object.entries(fields).map(([key, field]) => named(key, field)));

/** The engine's own options, on every operation. Minutes and seconds, as people think of them. */
export const ENGINE_OPTIONS: Fields = {
	longestWait: number('Longest Wait (Minutes)', {
		description:
			"How long one call may wait for Xero's limits (60 calls a minute for each organisation) and for retries before the node gives up",
		min: 0,
	}),
	timeout: number('Timeout (Seconds)', { description: 'How long to wait for one answer of Xero', min: 1 }),
};
/** Defaults of the engine's options: minutes, seconds. */
export const ENGINE_DEFAULTS = { longestWait: 5, timeout: 100 } as const;

const engineOptions = (): INodeProperties[] =>
	Object.entries(ENGINE_OPTIONS).map(([key, field]) => ({
		...named(key, field),
		default: ENGINE_DEFAULTS[key as keyof typeof ENGINE_DEFAULTS],
	}));

const organisation: INodeProperties = {
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
	if (!operation.json) return undefined;
	return {
		displayName: 'Input',
		name: 'input',
		type: 'options',
		noDataExpression: true,
		default: 'fields',
		options: [
			{ name: 'Fields', value: 'fields', description: 'Fill in the inputs below' },
			{ name: 'JSON', value: 'json', description: 'Give one record as Xero takes it' },
			...(operation.lines
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
	required: true,
	default: '={{ $json.InvoiceNumber }}',
	placeholder: 'e.g. {{ $json.InvoiceNumber }}',
	description:
		'Items with the same value become one document. What belongs to the whole document is taken from its first item; a later item may leave it empty or repeat it.',
};

const body = (envelope: string): INodeProperties => ({
	displayName: 'JSON',
	name: 'body',
	type: 'json',
	required: true,
	default: '{}',
	description: `One record with the names of Xero's API, as in its documentation of ${envelope}`,
});

const isCollection = (field: Field): boolean =>
	field.ui.type === 'fixedCollection' || field.ui.type === 'boolean' || field.ui.type === 'options';

const onPanel = (name: string, field: Field): Omit<INodeProperties, 'displayOptions'> => ({
	...named(name, field),
	...(isCollection(field) ? {} : { required: true }),
});

/** The inputs of one operation, in panel order. */
function entries(operation: Operation): Entry[] {
	const list: Entry[] = [];
	const add = (property: Omit<INodeProperties, 'displayOptions'> | undefined, also: Also = {}): void => {
		if (property) list.push({ property, also });
	};
	const byHand: Also = operation.json ? { input: operation.lines ? ['fields', 'lines'] : ['fields'] } : {};
	const holes = holesOf(operation.path);
	if (operation.notice) add({ displayName: operation.notice, name: 'notice', type: 'notice', default: '' });
	for (const hole of holes) if (operation.required[hole]) add(onPanel(hole, operation.required[hole]));
	add(inputChoice(operation));
	if (operation.json) add(body(operation.envelope ?? operation.name), { input: ['json'] });
	if (operation.lines) add(documentKey, { input: ['lines'] });
	for (const [key, field] of Object.entries(operation.required)) if (!holes.includes(key)) add(onPanel(key, field), byHand);
	if (operation.paging) {
		add({
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
		});
		add(
			{
				displayName: 'Limit',
				name: 'limit',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 50,
				description: 'Max number of results to return',
			},
			{ returnAll: ['false'] },
		);
	}
	if (operation.simple) {
		add({
			displayName: 'Simplify',
			name: 'simplify',
			type: 'boolean',
			default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
		});
	}
	if (operation.optional && Object.keys(operation.optional).length) {
		const updates = operation.collection === 'updateFields';
		add(
			{
				displayName: updates ? 'Update Fields' : 'Additional Fields',
				name: operation.collection ?? 'additionalFields',
				type: 'collection',
				placeholder: 'Add Field',
				default: {},
				options: inside(operation.optional),
			},
			byHand,
		);
	}
	const query = operation.query ?? {};
	if (operation.paging && Object.keys(query).length) {
		add({
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: inside(query),
		});
	}
	add({
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: byDisplayName([...(operation.paging ? [] : inside(query)), ...engineOptions()]),
	});
	return list;
}

/**
 * Lays one operation's inputs over those collected so far: an equal one further down is shared, others are put in between,
 * so that the order of each operation stays as it is.
 */
function lay(shared: Shared[], resource: string, operation: string, list: readonly Entry[]): void {
	let after = 0;
	for (const entry of list) {
		const print = JSON.stringify([entry.property, entry.also]);
		const found = shared.findIndex((one, index) => index >= after && one.print === print);
		const place = found >= 0 ? found : after;
		if (found < 0) shared.splice(place, 0, { ...entry, print, on: new Map() });
		const on = shared[place]!.on;
		on.set(resource, (on.get(resource) ?? new Set<string>()).add(operation));
		after = place + 1;
	}
}

/** displayOptions know only "any of these resources and any of these operations": resources with the same operations go together. */
function shown({ property, also, on }: Shared): INodeProperties[] {
	const groups = new Map<string, string[]>();
	for (const [resource, operations] of on) {
		const key = [...operations].sort().join(' ');
		groups.set(key, [...(groups.get(key) ?? []), resource]);
	}
	return [...groups].map(([operations, resources]) => {
		const show: IDisplayOptions['show'] = { resource: resources, operation: operations.split(' ') };
		for (const [name, values] of Object.entries(also)) show[name] = values.map((value) => (value === 'false' ? false : value));
		return { ...property, displayOptions: { show } };
	});
}

const operationChoice = ({ key, operations }: Resource): INodeProperties => {
	const options = byName(
		Object.entries(operations).map(([value, { name, action, description }]) => ({ name, value, action, description })),
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
	const preset = api.resources.some(({ key }) => key === 'invoice') ? 'invoice' : (api.resources[0]?.key ?? '');
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
		...shared.flatMap(shown),
	];
}
