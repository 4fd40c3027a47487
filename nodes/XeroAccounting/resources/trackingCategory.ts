import type { IDataObject } from 'n8n-workflow';
import { flag, text } from '../../shared/inputs/scalars';
import type { Fields } from '../../shared/model/field';
import type { ListPlace } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { create, get, list, remove, setStatus, update, recordPicker } from '../../shared/operations/crud';
import { raw } from '../../shared/inputs/where';
import { trackingOptionId } from '../fields/tracking';
import { DELETED } from '../notices';

const active = ({ Status }: IDataObject): boolean => Status === undefined || Status === 'ACTIVE';

const archived = ({ Status }: IDataObject): boolean => Status === 'ARCHIVED';

const options = (category: IDataObject, { restoring = false }: ListPlace = {}) =>
	((restoring || active(category) ? (category.Options ?? []) : []) as IDataObject[])
		.filter(restoring ? archived : active)
		.map((option) => ({
			name: `${String(category.Name)}: ${String(option.Name)}`,
			value: `${String(category.TrackingCategoryID)}/${String(option.TrackingOptionID)}`,
		}));

/** The list's values name the category as well; the path has its own place for that. */
const option: Fields = { TrackingOptionID: trackingOptionId() };

const OPTION = '/TrackingCategories/{TrackingCategoryID}/Options/{TrackingOptionID}';

export const trackingCategory = resource({
	key: 'trackingCategory',
	name: 'Tracking Category',
	plural: 'Tracking Categories',
	description: 'A category such as Region, and its options',
	path: 'TrackingCategories',
	id: 'TrackingCategoryID',
	scope: 'accounting.settings',
	fields: { Name: text('Name', { max: 100 }) },
	listOptions: {
		trackingCategory: (category) => [
			{
				name: archived(category) ? `${String(category.Name)} · Archived` : String(category.Name),
				value: String(category.TrackingCategoryID),
			},
		],
		trackingOption: options,
	},
	operations: (category) => {
		const inOption = {
			path: OPTION,
			envelope: 'Options',
			confirmedBy: 'TrackingOptionID',
			body: 'bare' as const,
			required: { ...recordPicker(category), ...option },
		};
		return {
			create: create(category, 'createTrackingCategory', ['Name'], { body: 'bare' }),
			get: get(category, 'getTrackingCategory'),
			getAll: list(
				category,
				'getTrackingCategories',
				{
					includeArchived: flag('Include Archived', 'Whether to return archived categories and options as well'),
					...raw,
				},
				{ by: 'nothing' },
			),
			update: update(category, 'updateTrackingCategory', {
				body: 'bare',
				required: { ...recordPicker(category), Name: category.fields.Name! },
				optional: undefined,
				description: 'Rename a tracking category',
			}),
			archive: setStatus(
				category,
				'updateTrackingCategory',
				'Archive',
				{ Status: 'ARCHIVED' },
				'Take a tracking category out of use',
				{ body: 'bare' },
			),
			restore: setStatus(category, 'updateTrackingCategory', 'Restore', { Status: 'ACTIVE' }, '', { body: 'bare' }),
			delete: remove(category, 'deleteTrackingCategory', {
				envelope: 'TrackingCategories',
				confirmedBy: category.id,
				body: 'bare',
			}),
			createOption: create(category, 'createTrackingOptions', [], {
				name: 'Create Option',
				action: 'Create a tracking option',
				description: 'Add an option to a tracking category',
				path: '/TrackingCategories/{TrackingCategoryID}/Options',
				envelope: 'Options',
				confirmedBy: 'TrackingOptionID',
				body: 'bare',
				required: { ...recordPicker(category), Name: category.fields.Name! },
				optional: undefined,
			}),
			updateOption: update(category, 'updateTrackingOptions', {
				...inOption,
				name: 'Update Option',
				action: 'Update a tracking option',
				description: 'Rename an option',
				required: { ...inOption.required, Name: category.fields.Name! },
				optional: undefined,
			}),
			archiveOption: setStatus(
				category,
				'updateTrackingOptions',
				'Archive Option',
				{ Status: 'ARCHIVED' },
				'Take an option out of use',
				{
					...inOption,
					action: 'Archive a tracking option',
				},
			),
			restoreOption: setStatus(category, 'updateTrackingOptions', 'Restore Option', { Status: 'ACTIVE' }, '', {
				...inOption,
				action: 'Restore a tracking option',
			}),
			deleteOption: remove(category, 'deleteTrackingOptions', {
				...inOption,
				name: 'Delete Option',
				action: 'Delete a tracking option',
				description: 'Delete an option permanently',
				notice: DELETED,
			}),
		};
	},
});
