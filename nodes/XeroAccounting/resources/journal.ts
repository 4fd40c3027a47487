import { record } from '../../shared/inputs/locators';
import { flag, instant, number } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { get, list } from '../../shared/operations/crud';
import { withoutList } from '../fields/pickers';

export const journal = resource({
	key: 'journal',
	name: 'Journal',
	plural: 'Journals',
	description: 'Entries of the general ledger, which Xero gives to apps on its Advanced tier and above',
	path: 'Journals',
	id: 'JournalID',
	scope: 'accounting.journals.read',
	fields: {},
	operations: (journal) => ({
		get: get(journal, ['getJournal', 'getJournalByNumber'], {
			description: 'Retrieve one journal; what it comes from (SourceID, SourceType) is in Get Many only',
			// The list begins with the oldest journals, so that From List would hold no others.
			required: {
				JournalID: withoutList(
					record('Journal', '', ['id', 'number'], { modes: { number: { placeholder: 'e.g. 1234' } } }),
					'number',
				),
			},
		}),
		getAll: list(
			journal,
			'getJournals',
			{
				offset: number('After Journal Number', {
					blank: '',
					whole: true,
					min: 0,
					description: 'Where to go on: the highest number that is known already',
				}),
				paymentsOnly: flag('Cash Basis', 'Whether to return journals on a cash basis instead of an accrual basis'),
				'If-Modified-Since': instant('Modified After', {
					description: 'Xero advises against it, as journals may be missing; After Journal Number finds the new ones',
				}),
			},
			{ by: 'offset', from: 'JournalNumber' },
		),
	}),
});
