import type { IDataObject } from 'n8n-workflow';
import type { Picked } from '../../shared/fields';
import { record, rows } from '../../shared/fields';
import type { Field } from '../../shared/model';

/** Xero's shape of an option → the one text a picker holds: `<category>/<option>` of IDs, or "Region: North". */
const asText = (value: unknown): unknown => {
	if (value === null || typeof value !== 'object') return value;
	const { TrackingCategoryID, TrackingOptionID, Name, Option } = value as Readonly<Record<string, unknown>>;
	if (typeof TrackingCategoryID === 'string' && typeof TrackingOptionID === 'string')
		return { mode: 'list', value: `${TrackingCategoryID}/${TrackingOptionID}` };
	if (typeof Name === 'string' && typeof Option === 'string') return { mode: 'name', value: `${Name}: ${Option}` };
	return value;
};

const picker = record('Option', 'trackingOption', ['name'], {
	modes: { name: { placeholder: 'e.g. Region: North', hint: 'The category, a colon and the option' } },
});

const option: Field<Picked> = {
	...picker,
	schema: picker.schema.refine(
		({ by, value }) => (by === 'list' ? value.includes('/') : /^[^:]+:\s*\S/.test(value)),
		'must be a category and its option, such as “Region: North”',
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

const listed = rows('Tracking', 'Category', { Option: option }, { max: 2 });

/** Tracking of a line: one option of at most two categories. An expression may give Xero's own shape as well. */
export const tracking: Field<IDataObject[]> = {
	...listed,
	read: (value, zone) =>
		listed.read?.(Array.isArray(value) ? value.map((one: unknown) => ({ Option: asText(one) })) : value, zone),
	write: (value) => value.map((one) => option.write?.(one.Option as unknown as Picked)),
};
