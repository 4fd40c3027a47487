import { choice } from '../../shared/inputs/scalars';
import type { Field, Fields } from '../../shared/model/field';

const direction: Field<string> = choice('Sort Direction', [
	['ASC', 'Ascending'],
	['DESC', 'Descending'],
]);

/** What files and folders can be sorted by; Xero spells the moment otherwise there than in the records. */
export const sort: Field<string> = choice('Sort By', [
	['CreatedDateUTC', 'Created'],
	['Name', 'Name'],
	['Size', 'Size'],
]);

/** Order of files. */
export const sorting: Fields = { sort, direction };

/** Order of the files of a record. */
export const sortingOfObject: Fields = {
	sort: choice('Sort By', [
		['AssociationDateUtc', 'Associated'],
		['CreatedDateUtc', 'Created'],
		['Name', 'Name'],
		['Size', 'Size'],
	]),
	direction,
};
