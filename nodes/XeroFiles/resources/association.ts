import { ids } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { listAll } from '../../shared/operations/bareCrud';
import { readScope } from '../../shared/operations/crud';
import { count } from '../count';
import { ObjectId, ofKind } from '../fields/object';
import { sortingOfObject } from '../fields/sorting';
import { PAGES } from '../find';

export const association = resource({
	key: 'association',
	name: 'Association',
	plural: 'Associations',
	description: 'What ties files to an invoice, a bill, a contact or another record',
	path: 'Associations',
	id: 'FileId',
	scope: 'files',
	fields: {},
	operations: (association) => ({
		getAll: {
			...listAll(association, 'getAssociationsByObject', sortingOfObject),
			action: 'Get many associations of a record',
			path: '/Associations/{ObjectId}',
			required: ofKind,
			panelOptional: ObjectId,
			paging: PAGES,
		},
		getCount: {
			xero: 'getAssociationsCount',
			name: 'Get Count',
			action: 'Get the count of associations',
			description: 'How many files each of several records has, one item per record',
			method: 'GET',
			path: '/Associations/Count',
			required: {
				ObjectIds: ids('Record IDs', { description: 'IDs of invoices, contacts and so on, 40 of them to a call' }),
			},
			scope: readScope(association.scope),
			run: count,
		},
	}),
});
