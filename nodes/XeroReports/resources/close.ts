import { resource } from '../../shared/model/operation';
import { closeChecksReport } from '../operations/closeChecksReport';

export const close = resource({
	key: 'close',
	name: 'Close',
	plural: 'Findings',
	description: 'What is not right yet before a month is closed',
	path: 'Reports',
	id: 'ReportID',
	scope: 'accounting.reports.trialbalance.read',
	fields: {},
	operations: () => ({
		closeChecks: closeChecksReport,
	}),
});
