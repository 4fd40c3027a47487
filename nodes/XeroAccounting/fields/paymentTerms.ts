import type { IDataObject } from 'n8n-workflow';
import { group } from '../../shared/inputs/collections';
import { choice, number } from '../../shared/inputs/scalars';
import type { Field, Fields } from '../../shared/model/field';

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
