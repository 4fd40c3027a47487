import { group } from '../../shared/inputs/collections';
import { date } from '../../shared/inputs/scalars';
import type { Field } from '../../shared/model/field';
import { pay } from '../builders/inputs';
import { personal } from '../builders/personalData';
import { jsonRows } from './inputs';

/** A number that Xero's description calls a text. */
const tax: Field<number> = { ...pay('Tax'), write: (value) => String(value) };

/** What an employee was paid this year before payroll began in Xero. */
export const openingBalances = personal(
	group(
		'Opening Balances',
		{ OpeningBalanceDate: date('Opening Balance Date') },
		{
			folded: {
				DeductionLines: jsonRows('Deduction Lines', '{"DeductionTypeID": "…", "Amount": 50}'),
				EarningsLines: jsonRows('Earnings Lines', '{"EarningsRateID": "…", "Amount": 1000}'),
				LeaveLines: jsonRows('Leave Lines', '{"LeaveTypeID": "…", "NumberOfUnits": 20}'),
				PaidLeaveEarningsLines: jsonRows('Paid Leave Earnings Lines', '{"LeaveTypeID": "…", "Amount": 300}'),
				ReimbursementLines: jsonRows('Reimbursement Lines', '{"ReimbursementTypeID": "…", "Amount": 30}'),
				SuperLines: jsonRows('Super Lines', '{"SuperMembershipID": "…", "ContributionType": "SGC", "Amount": 110}'),
				Tax: tax,
			},
		},
	),
);
