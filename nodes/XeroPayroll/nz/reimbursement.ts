import { choice } from '../../shared/inputs/scalars';
import { amount, inWords } from '../builders/inputs';
import { reimbursements } from '../builders/payItems';

export const reimbursement = reimbursements({
	calculationType: choice('Calculation Type', inWords(['FixedAmount', 'RatePerUnit', 'Unknown'])),
	reimbursementCategory: choice(
		'Category',
		inWords(['GST', 'NoGST', 'GSTInclusive'], { NoGST: 'No GST', GSTInclusive: 'GST Inclusive' }),
	),
	// Xero's schema has text here.
	standardAmount: { ...amount('Standard Amount'), write: String },
	standardRatePerUnit: amount('Standard Rate per Unit'),
	standardTypeOfUnits: choice('Standard Type of Units', [
		['Hours', 'Hours'],
		['km', 'Kilometres'],
	]),
});
