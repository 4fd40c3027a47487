import type { IDataObject } from 'n8n-workflow';
import { group } from '../../shared/inputs/collections';
import { choice, date, number } from '../../shared/inputs/scalars';
import type { Field } from '../../shared/model/field';

/** When a repeating invoice makes its invoices, and when those fall due. */
export const schedule: Field<IDataObject> = group('Schedule', {
	DueDate: number('Due Day', { min: 0, whole: true, blank: '', description: 'The number that goes with Due, such as 20' }),
	DueDateType: choice('Due', [
		['DAYSAFTERBILLDATE', 'Days After the Bill Date'],
		['DAYSAFTERBILLMONTH', 'Days After the End of the Bill Month'],
		['DAYSAFTERINVOICEDATE', 'Days After the Invoice Date'],
		['DAYSAFTERINVOICEMONTH', 'Days After the End of the Invoice Month'],
		['OFCURRENTMONTH', 'Day of the Current Month'],
		['OFFOLLOWINGMONTH', 'Day of the Following Month'],
	]),
	EndDate: date('End Date', { description: 'It goes on without end when left out' }),
	Period: number('Every', { min: 1, whole: true, blank: '1', description: 'Number of weeks or months between two invoices' }),
	StartDate: date('Start Date', { description: 'Date of the first invoice' }),
	Unit: choice('Unit', [
		['MONTHLY', 'Months'],
		['WEEKLY', 'Weeks'],
	]),
});
