export { currency as currencyCode } from '../../shared/inputs/locators';
import { locator, NOT_AN_ID, record } from '../../shared/inputs/locators';
import { number, text } from '../../shared/inputs/scalars';
import { GUID } from '../../shared/model/values';
import type { Field } from '../../shared/model/field';
import type { Picked } from '../../shared/inputs/locators';

/** A contact inside a document: only what tells it, as other properties would change the contact itself. */
export const contact = (description?: string): Field<Picked> =>
	locator(
		'Contact',
		'contact',
		{ id: 'ContactID', name: 'Name', number: 'ContactNumber' },
		{
			...(description ? { description } : {}),
			modes: {
				name: { hint: 'Xero takes the contact with this name, or creates one' },
				number: { placeholder: 'e.g. CUST-100' },
			},
		},
	);

/** An account by its code, as line items and defaults name it. */
export const accountCode = (name: string, finds = 'accountCode'): Field<Picked> => record(name, finds, ['code']);

export const taxType = (name = 'Tax Rate'): Field<Picked> =>
	record(name, 'taxRate', ['code'], { modes: { code: { placeholder: 'e.g. OUTPUT2' } } });

export const itemCode: Field<Picked> = record('Item', 'itemCode', ['code'], {
	modes: { code: { placeholder: 'e.g. GB1-White' } },
});

/** Which way round every rate of Xero's is: a USD document of an organisation in NZD has 0.60 where 1 NZD buys 0.60 USD. */
const DIRECTION =
	"Units of the other currency that one unit of the organisation's own buys: 0.60 for USD where 1 NZD buys 0.60 USD";

/** Starts blank: a 0 nobody typed would be refused, or worse, be taken. */
export const currencyRate = (more: string): Field<number> =>
	number('Currency Rate', { blank: '', description: `${DIRECTION}. ${more}.`, placeholder: 'e.g. 0.60', min: 0.000001 });

export const brandingTheme: Field<Picked> = record('Branding Theme', 'brandingTheme');

/** The ID by which an upsert finds its record: a box without a list, as it comes from the data, or is empty for what is new. */
export const existing = (name: string): Field<string> => {
	const box = text(name);
	const isId = new RegExp(`^${GUID.source}$`, 'i');
	return {
		...box,
		schema: box.schema.refine((value) => isId.test(value), NOT_AN_ID),
	};
};

/** A picker without From List, for a record whose own resource is not in the node. */
export const withoutList = (field: Field<Picked>, mode: 'id' | 'number'): Field<Picked> => ({
	...field,
	ui: { ...field.ui, default: { mode, value: '' }, modes: (field.ui.modes ?? []).filter(({ name }) => name !== 'list') },
});
