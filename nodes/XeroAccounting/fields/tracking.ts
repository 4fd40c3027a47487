import type { IDataObject } from 'n8n-workflow';
import { rows } from '../../shared/inputs/collections';
import type { Picked } from '../../shared/inputs/locators';
import { record } from '../../shared/inputs/locators';
import { GUID } from '../../shared/model/values';
import type { Field } from '../../shared/model/field';

const picker = record('Option', 'trackingOption', ['name'], {
	modes: { name: { placeholder: 'e.g. Region: North', hint: 'The category, a colon and the option' } },
});

const isPair = new RegExp(`^${GUID.source}/${GUID.source}$`, 'i');

/** A line of From List holds both IDs, `<category>/<option>`; By Name holds both names, "Region: North". */
const option: Field<Picked> = {
	...picker,
	schema: picker.schema.refine(
		({ by, value }) => (by === 'list' ? isPair.test(value) : /^[^:]+:\s*\S/.test(value)),
		'is not a category and its option, such as Region: North',
	),
	write: ({ by, value }) => {
		if (by === 'list') {
			const [TrackingCategoryID, TrackingOptionID] = value.split('/');
			return { TrackingCategoryID, TrackingOptionID };
		}
		const colon = value.indexOf(':');
		return { Name: value.slice(0, colon).trim(), Option: value.slice(colon + 1).trim() };
	},
};

/** An option by its ID alone; a line of From List names its category as well. */
export const trackingOptionId = (name = 'Tracking Option'): Field<Picked> => ({
	...record(name, 'trackingOption'),
	write: ({ value }) => value.split('/').pop(),
});

/**
 * Tracking of a line: one option of at most two categories. n8n hands rows over only as they are filled in (an expression for
 * all of them is dropped before the node sees it), so that Xero's own shape of Tracking comes in by Input: JSON alone.
 */
export const tracking: Field<IDataObject[]> = {
	...rows('Tracking', 'Category', { Option: option }, { max: 2 }),
	write: (value) => value.map((one) => option.write?.(one.Option as unknown as Picked)),
};

const ofIds = record('Option', 'trackingOption', ['code'], {
	modes: { code: { displayName: 'By IDs', placeholder: 'e.g. ID of the category/ID of the option' } },
});
const optionOfIds: Field<Picked> = {
	...ofIds,
	schema: ofIds.schema.refine(({ value }) => isPair.test(value), 'is not the ID of a category, a slash and the ID of its option'),
};

/** Tracking where Xero takes no names, as in bank transfers. */
export const trackingIds = (name: string): Field<IDataObject[]> => ({
	...rows(name, 'Category', { Option: optionOfIds }, { max: 2 }),
	write: (value) => value.map((one) => option.write?.({ ...(one.Option as unknown as Picked), by: 'list' })),
});
