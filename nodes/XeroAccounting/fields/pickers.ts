export { currency as currencyCode } from '../../shared/inputs/locators';
import { locator, named, NOT_AN_ID, record } from '../../shared/inputs/locators';
import { number, text } from '../../shared/inputs/scalars';
import { GUID } from '../../shared/model/values';
import type { Field } from '../../shared/model/field';
import type { PanelValue } from '../../shared/model/operation';
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

/** The example of names is one of a contact. */
const NO_EXAMPLE = { placeholder: undefined };

/** A record by its code, or by its name, which is looked up once a run. */
const coded = (
	name: string,
	finds: string,
	modes: Readonly<Record<'code' | 'name', { placeholder?: string | undefined }>>,
): Field<Picked> => ({
	...record(name, finds, ['code', 'name'], { modes }),
	namedIn: finds,
});

/** An account by its code, as line items and defaults name it. */
export const accountCode = (name: string, finds = 'accountCode'): Field<Picked> =>
	coded(name, finds, { code: {}, name: NO_EXAMPLE });

export const taxType = (name = 'Tax Rate'): Field<Picked> =>
	coded(name, 'taxRate', { code: { placeholder: 'e.g. OUTPUT2' }, name: NO_EXAMPLE });

export const itemCode: Field<Picked> = coded('Item', 'itemCode', {
	code: { placeholder: 'e.g. GB1-White' },
	name: NO_EXAMPLE,
});

/** Which side of the books a document is on. */
export type Side = 'sales' | 'purchases';

const SIDES: Readonly<Record<string, Side>> = {
	invoice: 'sales',
	quote: 'sales',
	bill: 'purchases',
	purchaseOrder: 'purchases',
	receipt: 'purchases',
};

/** The side of the document on the panel, by its resource, else by its Type; undefined where it has none. */
export function sideOf(panel: PanelValue | undefined): Side | undefined {
	const own = SIDES[String(panel?.('resource'))];
	if (own !== undefined || panel === undefined) return own;
	const type = String(panel('Type') ?? '');
	if (/^(ACCREC|RECEIVE)/.test(type)) return 'sales';
	return /^(ACCPAY|SPEND)/.test(type) ? 'purchases' : undefined;
}

/** Which way round every rate of Xero's is: a USD document of an organisation in NZD has 0.60 where 1 NZD buys 0.60 USD. */
const DIRECTION =
	"Units of the other currency that one unit of the organisation's own buys: 0.60 for USD where 1 NZD buys 0.60 USD";

/** Starts blank: a 0 nobody typed would be refused, or worse, be taken. */
export const currencyRate = (more: string): Field<number> =>
	number('Currency Rate', { blank: '', description: `${DIRECTION}. ${more}.`, placeholder: 'e.g. 0.60', min: 0.000001 });

export const brandingTheme: Field<Picked> = named('Branding Theme', 'brandingTheme', { modes: { name: NO_EXAMPLE } });

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
