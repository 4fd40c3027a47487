import omit from 'lodash/omit';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions, IDataObject, INodeParameters } from 'n8n-workflow';
import type { Operation } from '../../../nodes/shared/model/operation';
import type { Field, Fields } from '../../../nodes/shared/model/field';
import { shownFor } from '../panel';

/** What an input takes: the choice that is made in this filling of the panel. */
interface Filling {
	/** Number of the filling: each takes the next option of every dropdown and the next mode of every picker. */
	readonly turn: number;
	readonly resource: string;
}

/** The ID that stands for a record in one filling. */
export const idOf = (turn: number): string => `0f1e2d3c-4b5a-4968-8776-5544332211${String(turn).padStart(2, '0')}`;

/** Values of lists whose lines do not stand for IDs. */
const LISTED: Readonly<Record<string, string>> = {
	accountCode: '200',
	currency: 'NZD',
	inventoryAccount: '630',
	itemCode: 'GB1-White',
	reportTaxType: 'OUTPUT',
	taxRate: 'OUTPUT2',
};
/** What a picker without a list finds, by the name of the input. */
const JSONS: Readonly<Record<string, unknown>> = {
	Accounts: [{ Code: '200', Name: 'Sales', Type: 'SALES' }],
	TaxBreakdown: [{ Name: 'New York', TaxPercentage: 4, Type: 'SYSGST/USSTATE' }],
};
/** Texts that a check may ask for, the plainest first. */
const TEXTS = ['1', '0.05', '2024', 'name@email.com', 'https://example.com/orders/1001', 'NZD', 'one'];

function picked({ modes = [], name }: INodeProperties, filling: Filling): IDataObject {
	const mode = modes[filling.turn % modes.length]!;
	const finds = String((mode.typeOptions as { searchListMethod?: string } | undefined)?.searchListMethod ?? '');
	const id = idOf(filling.turn);
	const option = modes.some((one) => /trackingOption/.test(JSON.stringify(one.typeOptions ?? {})));
	const both = `${id}/${id}`;
	const values: Readonly<Record<string, string>> = {
		list: finds === 'trackingOption' ? both : (LISTED[finds] ?? id),
		id,
		code: option ? both : name === 'TaxType' || /TaxType$/.test(name) ? 'OUTPUT2' : /Currency/.test(name) ? 'NZD' : '200',
		number: '1001',
		name: 'Region: North',
	};
	return { __rl: true, mode: mode.name, value: values[mode.name]! };
}

const firstOf = (field: Field | undefined, values: readonly string[]): string =>
	values.find((value) => {
		const plain = field?.read ? field.read(value, 'utc') : value;
		return plain !== undefined && (field?.schema.safeParse(plain).success ?? true);
	}) ?? values[0]!;

/** An option, but not the one that says that none is chosen. */
function chosen(options: readonly INodePropertyOptions[], turn: number): INodePropertyOptions['value'] {
	const real = options.filter((one) => one.value !== '');
	return real[turn % real.length]!.value;
}

/** One input filled in; `field` is its row in the tables, where its check is. */
function value(property: INodeProperties, field: Field | undefined, filling: Filling): unknown {
	const { name, type, options = [] } = property;
	const { turn } = filling;
	switch (type) {
		case 'resourceLocator':
			return picked(property, filling);
		case 'options':
			return chosen(options as INodePropertyOptions[], turn);
		case 'multiOptions':
			return (options as INodePropertyOptions[]).map((one) => one.value);
		case 'boolean':
			// What is shown may be archived itself.
			return name === 'includeArchived' || turn % 2 === 0;
		case 'number':
			return Math.max(1, Number(property.typeOptions?.minValue ?? 1));
		case 'dateTime':
			return '2026-03-31T00:00:00';
		case 'json':
			return JSON.stringify(JSONS[name] ?? { Name: 'Ridgeway University' });
		case 'collection':
			return filledIn(options as INodeProperties[], field?.within ?? {}, filling);
		case 'fixedCollection':
			return Object.fromEntries(
				(options as INodePropertyCollection[]).map((row) => {
					const one = filledIn(row.values, field?.within ?? {}, filling);
					// Two rows, so that nothing counts on there being one.
					return [row.name, property.typeOptions?.multipleValues ? [one, one] : one];
				}),
			);
		default:
			if (name === 'binaryPropertyName' || name === 'attachFiles') return 'data';
			if (name === 'FileName') return `file ${turn}.pdf`;
			return /IDs?$/.test(name) || name === 'attachment' ? idOf(filling.turn) : firstOf(field, TEXTS);
	}
}

function filledIn(properties: readonly INodeProperties[], fields: Fields, filling: Filling): IDataObject {
	const inputs = properties.filter(({ type }) => type !== 'notice' && type !== 'hidden');
	return Object.fromEntries(
		inputs.map((property) => {
			// Folded inputs of a row stand beside its others in the tables.
			const own = property.type === 'collection' ? { within: fields } : fields[property.name];
			return [property.name, value(property, own as Field | undefined, filling) as IDataObject];
		}),
	);
}

const tableOf = ({ required, panelOptional: offered, optional, query }: Operation): Fields => ({
	...query,
	...optional,
	...offered,
	...required,
});
const COLLECTIONS = ['additionalFields', 'filters', 'options'];
/** The panel's own inputs, that say how the others are read. */
const HOW = ['organisation', 'resource', 'operation', 'input', 'returnAll', 'limit', 'simplify'];
/** The engine's own, and what empties others: it goes with none that is filled in. */
const ENGINE = ['links', 'longestWait', 'timeout', 'clearFields'];

function shown(resource: string, operation: string): INodeProperties[] {
	return shownFor({ resource, operation } as INodeParameters)
		.filter(({ name, type }) => !HOW.includes(name) && type !== 'notice')
		.map((property) =>
			COLLECTIONS.includes(property.name)
				? { ...property, options: (property.options as INodeProperties[]).filter(({ name }) => !ENGINE.includes(name)) }
				: property,
		);
}

const most = (properties: readonly INodeProperties[]): number =>
	Math.max(
		1,
		...properties.map(({ type, options = [], modes = [] }) =>
			type === 'options'
				? options.length
				: type === 'boolean'
					? 2
					: type === 'resourceLocator'
						? modes.length
						: type === 'collection'
							? most(options as INodeProperties[])
							: type === 'fixedCollection'
								? most((options as INodePropertyCollection[]).flatMap(({ values }) => values))
								: 1,
		),
	);

/** What goes with documents of a supplier: Xero keeps no Reference on them. */
function ofOneSide(values: IDataObject): IDataObject {
	if (!String(values.Type).startsWith('ACCPAY')) return values;
	const { Reference: _none, ...kept } = values;
	return { ...kept, additionalFields: omit(values.additionalFields as IDataObject | undefined, 'Reference') };
}

/** A draft is not mailed. */
const mailable = (values: IDataObject): IDataObject =>
	values.Status === 'DRAFT' ? { ...values, options: omit(values.options as IDataObject | undefined, 'emailIt') } : values;

/** Every input of an operation filled in, as often as it takes to have chosen every option and every mode once. */
export function full(resource: string, operation: string, row: Operation): IDataObject[] {
	const properties = shown(resource, operation);
	return Array.from({ length: most(properties) }, (_, turn) =>
		mailable(ofOneSide(filledIn(properties, tableOf(row), { turn, resource }))),
	);
}

/** What must be there and nothing else; a change of a record needs one field, and gets each of them once. */
export function least(resource: string, operation: string, row: Operation): IDataObject[] {
	const properties = shown(resource, operation);
	const filling: Filling = { turn: 1, resource };
	const bare: IDataObject = {};
	for (const property of properties) {
		if (COLLECTIONS.includes(property.name)) continue;
		bare[property.name] =
			property.name in row.required
				? (property.type === 'options' && property.default !== '') || property.type === 'boolean'
					? (property.default as IDataObject[string])
					: (value(property, row.required[property.name], filling) as IDataObject)
				: (property.default as IDataObject[string]);
	}
	if (!row.isUpdate || !row.optional) return [bare];
	const all = properties.find(({ name }) => name === 'additionalFields');
	return ((all?.options ?? []) as INodeProperties[]).map((property, index) => ({
		...bare,
		...Object.fromEntries(
			Object.keys(bare)
				.filter((name) => row.path.includes(`{${name}}`))
				.map((name) => [
					name,
					value(
						properties.find((one) => one.name === name)!,
						row.required[name],
						{ ...filling, turn: index },
					),
				]),
		),
		additionalFields: { [property.name]: value(property, row.optional?.[property.name], filling) as IDataObject },
	}));
}
