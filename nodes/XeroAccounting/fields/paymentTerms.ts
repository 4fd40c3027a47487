import type { IDataObject } from 'n8n-workflow';
import { choice, number } from '../../shared/fields';
import { group } from '../../shared/rows';
import type { Field, Fields } from '../../shared/model';

const due: Fields = {
	Day: number('Day', { min: 0, max: 31, whole: true, blank: '' }),
	Type: choice('Due', [
		['DAYSAFTERBILLDATE', 'Days After the Invoice Date'],
		['DAYSAFTERBILLMONTH', 'Days After the End of the Invoice Month'],
		['OFCURRENTMONTH', 'Day of the Current Month'],
		['OFFOLLOWINGMONTH', 'Day of the Following Month'],
	]),
};

/** When bills and sales invoices of a contact fall due by default. */
export const paymentTerms: Field<IDataObject> = group('Payment Terms', {
	Bills: group('Bills', due),
	Sales: group('Sales Invoices', due),
});
