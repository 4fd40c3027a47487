import { choice, date } from '../../shared/inputs/scalars';
import { daysInOrder, payrollCalendar } from '../builders/inputs';
import { payRuns } from '../builders/parts';
import { getJournalRows } from '../builders/payRunJournal';
import { verbs } from '../builders/verbs';
import { journal } from './journal';

export const payRun = payRuns(
	'The pay of all employees of a calendar for one period; paying and filing are done in Xero',
	{
		payrollCalendarID: payrollCalendar,
		payRunType: choice('Pay Run Type', [
			['Scheduled', 'Scheduled'],
			['Unscheduled', 'Unscheduled'],
		]),
		paymentDate: date('Payment Date'),
		periodEndDate: date('Period End'),
		periodStartDate: date('Period Start'),
	},
	(kind) => ({
		create: verbs(kind).create('createPayRun', ['payrollCalendarID'], {
			notice:
				'A pay run is made as a draft here and posted in Xero. A calendar has one draft, and every employee on it must be set up completely.',
			validate: daysInOrder('periodStartDate', 'periodEndDate', 'Period End'),
		}),
		getJournalRows: getJournalRows(journal),
	}),
);
