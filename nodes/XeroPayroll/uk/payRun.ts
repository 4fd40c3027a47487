import { payRuns } from '../builders/parts';
import { getJournalRows } from '../builders/payRunJournal';
import { journal } from './journal';

export const payRun = payRuns('Read only: in the UK pay runs are made, posted and filed in Xero', {}, () => ({
	getJournalRows: getJournalRows(journal),
}));
