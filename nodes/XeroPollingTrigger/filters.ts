import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import type { Picked } from '../shared/inputs/locators';
import { record } from '../shared/inputs/locators';
import type { Choice } from '../shared/inputs/scalars';
import { choices, number } from '../shared/inputs/scalars';
import type { Field } from '../shared/model/field';
import type { Resource } from '../shared/model/operation';

/** A filter of the trigger: an input, and whether a record that came passes it. */
export interface Filter<T = unknown> extends Field<T> {
	keeps(record: IDataObject, value: T): boolean;
}
export type Filters = Readonly<Record<string, Filter>>;

/** Types one filter's row, as `operation` does for operations. */
const filter = <T>(field: Field<T>, keeps: (record: IDataObject, value: T) => boolean): Filter =>
	({ ...field, keeps }) as unknown as Filter;

const inside = (value: unknown, name: string): unknown =>
	value !== null && typeof value === 'object' ? (value as IDataObject)[name] : undefined;

/** Codes with the words of Xero's screens, as a filter of the resource's own list has them. */
export const choicesOf = ({ operations }: Resource, filter: string): Choice[] =>
	((operations.getAll?.query?.[filter]?.ui.options ?? []) as INodePropertyOptions[]).map(({ value, name, description }) =>
		description === undefined ? [String(value), name] : [String(value), name, description],
	);

/** One of several codes of a property. */
const oneOf = (name: string, property: string, of: readonly Choice[]): Filter =>
	filter(choices(name, of), (record, codes) => codes.includes(String(record[property])));

export const status = (of: readonly Choice[], property = 'Status'): Filters => ({ Status: oneOf('Status', property, of) });
export const type = (of: readonly Choice[], property = 'Type'): Filters => ({ Type: oneOf('Type', property, of) });

/** Payments have the contact of what they pay, under the name of its kind. */
const HOLDERS = ['Invoice', 'CreditNote', 'Prepayment', 'Overpayment'];

const contactIds = (record: IDataObject): unknown[] =>
	[record, ...HOLDERS.map((holder) => record[holder])].map((holder) => inside(inside(holder, 'Contact'), 'ContactID'));

const BANKS = ['BankAccount', 'Account', 'FromBankAccount', 'ToBankAccount'];

const accountIds = (record: IDataObject): unknown[] => BANKS.map((name) => inside(record[name], 'AccountID'));

const among = (ids: readonly unknown[], { value }: Picked): boolean =>
	ids.some((id) => typeof id === 'string' && id.toLowerCase() === value.toLowerCase());

export const ofContact: Filters = {
	Contact: filter(record('Contact', 'contact'), (record, picked) => among(contactIds(record), picked)),
};

export const ofBankAccount: Filters = {
	BankAccount: filter(record('Bank Account', 'bankAccount'), (record, picked) => among(accountIds(record), picked)),
};

/** Spent money is above zero as well at Xero; where it is not, its size counts. */
export const minimumAmount = (property = 'Total'): Filters => ({
	MinimumAmount: filter(
		number('Minimum Amount', {
			blank: '',
			min: 0,
			description: "In the record's own currency, whatever its sign",
			placeholder: 'e.g. 1000.00',
		}),
		(record, least) => Math.abs(Number(record[property] ?? 0)) >= least,
	),
});

/** Asked of Xero with the list, so that every record that came passes. */
export const daysOverdue: Filters = {
	DaysOverdue: filter(
		number('Days Overdue', { min: 1, whole: true, description: 'How many days after its due date, at least' }),
		() => true,
	),
};
