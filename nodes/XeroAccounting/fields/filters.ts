import type { Choice, Words } from '../../shared/fields';
import type { Picked } from '../../shared/pickers';
import { choice, flag, instant, text } from '../../shared/fields';
import { clause } from '../../shared/conditions';
import { record } from '../../shared/pickers';
import type { Field, Fields } from '../../shared/model';

/** Xero's own condition and order, for what the other filters do not reach. `where` and `order` are examples. */
export const raw = (where: string, order: string): Fields => ({
	where: clause('Where', { placeholder: `e.g. ${where}`, description: "Condition in Xero's syntax, besides the other filters" }),
	order: text('Order By', { placeholder: `e.g. ${order}` }),
});

/** Sent as a header, which is why it is written like one. */
export const modifiedSince: Fields = { 'If-Modified-Since': instant('Modified After') };

/** Xero rounds unit prices to two decimals unless told otherwise. */
export const fourDecimals: Fields = {
	unitdp: {
		...flag('Four-Decimal Prices', 'Whether unit prices have four decimals instead of two'),
		write: (four: unknown) => (four === true ? 4 : undefined),
	},
};

/** One of Xero's codes as a condition. */
export const is = (name: string, property: string, of: readonly Choice[], more: Words = {}): Field<string> => ({
	...choice(name, of, more),
	clause: (value) => `${property}=="${value}"`,
});

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A picked record as a condition; `property` is where its ID stands, e.g. Invoice.InvoiceID. */
export const belongsTo = (name: string, finds: string, property: string): Field<Picked> => {
	const picker = record(name, finds);
	return {
		...picker,
		schema: picker.schema.refine(({ value }) => GUID.test(value), 'is not an ID of Xero (8-4-4-4-12 hexadecimal digits)'),
		clause: ({ value }) => `${property}==guid("${value}")`,
	};
};
