// The input Clear Fields: texts that are to be emptied.

import type { Fields } from '../model/field';
import { choices } from './scalars';

/** Name of the input by which texts are emptied. */
export const CLEAR = 'clearFields';

/** What no record of Xero's can be without. */
const NEEDED = /^(Name|Code|Narration|(Invoice|CreditNote|Quote|PurchaseOrder|Receipt)Number)$/i;

/** A choice of the texts of a table, to be emptied: a blank alone keeps what is there. */
export function clearing(fields: Fields): Fields {
	const texts = Object.entries(fields).filter(
		([key, field]) => field.mayBeBlank && !NEEDED.test(key) && field.schema.safeParse('').success,
	);
	if (texts.length === 0) return {};
	const field = choices(
		'Clear Fields',
		texts.map(([key, { ui }]) => [key, ui.displayName] as const),
		{ description: 'What to empty, as a blank keeps what is there' },
	);
	return { [CLEAR]: { ...field, write: () => undefined } };
}
