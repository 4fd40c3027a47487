import { resource } from '../../shared/model/operation';
import { generalLedgerReport } from '../operations/generalLedgerReport';

export const ledger = resource({
	key: 'ledger',
	name: 'Ledger',
	plural: 'Ledger',
	description: 'What moved on each account, and why',
	path: 'Reports',
	id: 'ReportID',
	scope: 'accounting.reports.trialbalance.read',
	fields: {},
	operations: () => ({
		generalLedger: generalLedgerReport,
	}),
});
