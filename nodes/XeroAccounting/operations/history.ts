import { text } from '../../shared/inputs/scalars';
import type { RecordType, Operation } from '../../shared/model/operation';
import { aNoun, member, readScope, recordPicker } from '../../shared/operations/crud';

/** History and notes of a record; a note can be neither changed nor deleted. */
export const history = (kind: RecordType, xero: { get: string; create: string }): Readonly<Record<string, Operation>> => ({
	addNote: {
		xero: xero.create,
		name: 'Add Note',
		action: `Add note to ${aNoun(kind)}`,
		method: 'PUT',
		path: `${member(kind)}/History`,
		envelope: 'HistoryRecords',
		// Notes have no ID.
		confirmedBy: 'Details',
		required: {
			...recordPicker(kind),
			// Said here once, and not with each of the operations.
			Details: text('Note', {
				min: 1,
				max: 450,
				rows: 3,
				placeholder: 'e.g. Approved by phone',
				description: 'A note can be neither changed nor deleted',
			}),
		},
		scope: kind.scope,
	},
	getHistory: {
		xero: xero.get,
		name: 'Get History',
		action: `Get history of ${aNoun(kind)}`,
		method: 'GET',
		path: `${member(kind)}/History`,
		envelope: 'HistoryRecords',
		required: recordPicker(kind),
		scope: readScope(kind.scope),
	},
});
