import type { LineKind } from '../builders/paySlipLines';
import { paySlips } from '../builders/paySlips';

/** The lists of a payslip, in the order of their rows. */
export const LINE_KINDS: readonly LineKind[] = [
	// Xero's earningsLineID is that of the rate: no key.
	{ kind: 'earnings', list: 'earningsLines', lineID: 'earningsLineID', itemID: 'earningsRateID', pays: 1 },
	{ kind: 'leaveEarnings', list: 'leaveEarningsLines', itemID: 'earningsRateID', pays: 1 },
	{ kind: 'timesheetEarnings', list: 'timesheetEarningsLines', itemID: 'earningsRateID', pays: 1 },
	{ kind: 'deduction', list: 'deductionLines', itemID: 'deductionTypeID', pays: -1 },
	{ kind: 'reimbursement', list: 'reimbursementLines', itemID: 'reimbursementTypeID', pays: 1 },
	{ kind: 'leaveAccrual', list: 'leaveAccrualLines', itemID: 'leaveTypeID' },
	{ kind: 'benefit', list: 'benefitLines', itemID: 'benefitTypeID' },
	{ kind: 'employeeTax', list: 'employeeTaxLines', lineID: 'taxLineID', pays: -1 },
	{ kind: 'employerTax', list: 'employerTaxLines', lineID: 'taxLineID' },
	{ kind: 'courtOrder', list: 'courtOrderLines', itemID: 'courtOrderTypeID', pays: -1 },
	{ kind: 'payment', list: 'paymentLines', lineID: 'paymentLineID' },
];

export const paySlip = paySlips({
	path: 'Payslips',
	hole: 'PayslipID',
	kinds: LINE_KINDS,
});
