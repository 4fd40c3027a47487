import type { IDataObject } from 'n8n-workflow';
import type { Picked } from '../../../shared/inputs/locators';
import { named, record } from '../../../shared/inputs/locators';
import { flag } from '../../../shared/inputs/scalars';
import { modifiedSince } from '../../../shared/inputs/where';
import type { JoinedItem } from '../../../shared/model/context';
import type { Field, Fields } from '../../../shared/model/field';
import type { Finding } from '../../../shared/model/findings';
import type { ListOption, Operation, RecordType, Resource } from '../../../shared/model/operation';
import { resource } from '../../../shared/model/operation';
import { create, list, update, withClearing } from '../../../shared/operations/crud';
import { WHOLE } from '../../builders/conventions';
import { activeOnly } from '../../builders/inputs';
import type { Change } from './changes';
import type { PayItemKind } from './lists';
import type { Asked } from './writePayItems';
import { PAY_ITEMS, writePayItems } from './writePayItems';

/** Whether a pay item is in use. */
export const active: Field<boolean> = flag('Active', 'Whether it is in use', true);

/** An account by its code; the list is that of the Accounting API. */
export const accountCode = (name = 'Account'): Field<Picked> =>
	record(name, 'accountCode', ['code'], {
		description: "The list needs access to the organisation's settings",
		modes: { code: { placeholder: 'e.g. 477' } },
	});

/** What all writes of pay items say and offer. */
export const sendsAll: Pick<Operation, 'notice' | 'query'> = {
	notice: 'Sends every pay item of the organisation back to Xero, as Xero deletes what is not sent',
	query: {
		fillInUnits: {
			...flag(
				'Fill In Missing Type of Units',
				'Whether rates per unit without a type of units get Hours: Xero takes none back without, not even its own',
			),
			write: () => undefined,
		},
	},
};

/** What is given of a pay item, its flags as true or false: Xero takes anything else for false. */
export function plainFlags(fields: Fields, given: IDataObject): IDataObject | Omit<Finding, 'items'> {
	const plain: IDataObject = {};
	for (const [name, value] of Object.entries(given)) {
		const field = fields[name];
		const isFlag = field?.ui.type === 'boolean' && value !== null && value !== '';
		const read = isFlag ? field.read?.(value, '') : value;
		if (isFlag && typeof read !== 'boolean') return { place: [field.ui.displayName], says: 'is neither true nor false' };
		plain[name] = read as IDataObject;
	}
	return plain;
}

export const isFault = (given: IDataObject | Omit<Finding, 'items'>): given is Omit<Finding, 'items'> => 'says' in given;

/** The one change of an item, or what is wrong with it. */
const asks =
	(kind: PayItemKind, fields: Fields, mode: 'create' | 'update') =>
	({ item, body }: JoinedItem): Asked => {
		const { [kind.id]: id, ...rest } = body;
		const given = plainFlags(fields, rest);
		if (isFault(given)) return given;
		if (mode === 'create' && id !== undefined)
			return { place: [kind.id], says: `is that of a ${kind.noun} that exists`, todo: 'Use Update, or leave it out' };
		if (mode === 'update' && Object.keys(given).length === 0)
			return { says: 'there is nothing to change', todo: 'Add a field, or leave the item out' };
		const change: Change = { item, kind, mode, given, ...(id === undefined ? {} : { id: String(id) }) };
		return [change];
	};

/** What the names of a kind do not say. */
interface KindOfPayItem extends Pick<RecordType, 'name' | 'plural' | 'description' | 'fields' | 'simplified'> {
	readonly kind: PayItemKind;
	readonly required: readonly string[];
	readonly filters?: Fields;
	/** Property that a line of the list shows besides the name. */
	readonly shows?: string;
	readonly placeholder: string;
}

/** One of the four kinds of pay items: read from the one list of them all, and written with them all. */
export function payItemKind({ kind, required, filters = {}, shows, placeholder, ...words }: KindOfPayItem): Resource {
	const { key, id } = kind;
	const every = `every${key.charAt(0).toUpperCase()}${key.slice(1)}`;
	const line = (item: IDataObject, more: readonly unknown[] = []): readonly ListOption[] => [
		{
			name: [item.Name, shows === undefined ? undefined : item[shows], ...more]
				.filter((part) => typeof part === 'string' && part !== '')
				.join(' · '),
			value: String(item[id]),
		},
	];
	const fields = { ...words.fields, CurrentRecord: active };
	return resource({
		...words,
		key,
		path: PAY_ITEMS.path.slice(1),
		id,
		scope: 'payroll.settings',
		envelopes: { one: `${PAY_ITEMS.envelope}.${kind.list}`, many: `${PAY_ITEMS.envelope}.${kind.list}` },
		namesOf: ({ Name }) => [String(Name)],
		listOptions: {
			[key]: (item) => (item.CurrentRecord === false ? [] : line(item)),
			[every]: (item) => line(item, item.CurrentRecord === false ? ['not in use'] : []),
		},
		operations: (own) => ({
			create: {
				...create(own, ['createPayItem', 'getPayItems'], required),
				method: 'POST',
				body: 'bare',
				...sendsAll,
				joinItems: () => '',
				runJoined: writePayItems(asks(kind, fields, 'create'), ({ record: made }) => made),
			},
			getAll: list(own, 'getPayItems', { activeOnly, ...filters, ...modifiedSince }, WHOLE),
			update: {
				...update(own, ['createPayItem', 'getPayItems']),
				path: PAY_ITEMS.path,
				body: 'bare',
				required: { [id]: named(own.name, every, { modes: { name: { placeholder } } }) },
				optional: withClearing(fields),
				...sendsAll,
				joinItems: () => '',
				runJoined: writePayItems(asks(kind, fields, 'update'), ({ record: made }) => made),
			},
		}),
	});
}

/** Rows of several kinds: what they are, and their ID under one name. */
export const rowOf = (kind: PayItemKind, item: IDataObject): IDataObject => ({ kind: kind.key, id: item[kind.id], ...item });
