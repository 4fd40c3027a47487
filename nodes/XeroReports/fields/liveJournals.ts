// Inputs of live journals.

import { choice, instant } from '../../shared/inputs/scalars';
import type { Fields } from '../../shared/model/field';
import { ownReport, tieOut, totals } from './ownReports';

/** What journals come from. */
export const journalSource = choice('Source', [
	['documents', 'Documents', 'Rebuilt from invoices, payments and all other records: every app may read them'],
	['journals', 'Journals', 'Only for apps on the Advanced tier of Xero; all journals since the beginning are read'],
]);

/** What is asked for besides. */
export const liveJournalOptions: Fields = {
	pairs: choice(
		'Voided Pairs',
		[
			['leaveOut', 'Leave Out', 'What was voided or edited, and what took it back'],
			['mark', 'Mark', 'All journals, each with its status and the number of its partner'],
		],
		{ description: 'With Source: Journals' },
	),
	knownAt: instant('Known At', {
		description: 'Journals as they stood at this moment, whatever was voided or edited since; with Source: Journals',
	}),
	totals: totals('Account'),
	tieOut: {
		...tieOut,
		ui: {
			...tieOut.ui,
			description:
				'Whether to hold journals against the documents that they come from, with Source: Journals; on unless it is added and switched off',
		},
	},
	...ownReport,
};
