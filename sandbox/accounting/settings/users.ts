import { getMany, getOne, recordsOf } from '../resource/reading';
import { type Kind, type Resource, settings } from '../resource/resource';
import type { UserRow } from '../book/rows';

const kind: Kind<UserRow> = {
	singular: 'User',
	plural: 'Users',
	id: 'UserID',
	idOf: (row) => row.UserID,
	table: (book) => book.users,
	columns: {
		UserID: 'id',
		EmailAddress: 'text',
		FirstName: 'text',
		LastName: 'text',
		UpdatedDateUTC: 'time',
		IsSubscriber: 'flag',
		OrganisationRole: 'text',
	},
	render: (_book, row) => ({ ...row }),
};

export const users: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [getMany(kind, 'getUsers', settings, { modified: true }), getOne(kind, 'getUser', settings)],
};
