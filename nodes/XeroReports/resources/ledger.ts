import { resource } from '../../shared/model/operation';
import { generalLedgerReport } from '../operations/generalLedgerReport';
import { liveJournalsReport } from '../operations/liveJournalsReport';

export const ledger = resource({
	key: 'ledger',
	name: 'Ledger',
	plural: 'Rows',
	description: 'What moved on each account, and why',
	path: 'Reports',
	id: 'ReportID',
	scope: 'accounting.reports.trialbalance.read',
	fields: {},
	operations: () => ({
		generalLedger: generalLedgerReport,
		liveJournals: liveJournalsReport,
	}),
});
