import { group, rows } from '../../shared/inputs/collections';
import { choice, flag, text } from '../../shared/inputs/scalars';
import { amount, earningsRate, inWords, leaveType, pay, percentage, plainId } from '../builders/inputs';
import { personal } from '../builders/personalData';
import { accountCode, deductionType, reimbursementType } from './inputs';

/** What an employee's super is worked out by; lines of payslips have the same words. */
export const CONTRIBUTIONS = inWords(['SGC', 'SALARYSACRIFICE', 'EMPLOYERADDITIONAL', 'EMPLOYEE'], {
	SGC: 'Superannuation Guarantee',
	SALARYSACRIFICE: 'Salary Sacrifice',
	EMPLOYERADDITIONAL: 'Employer Additional',
	EMPLOYEE: 'Employee',
});
export const SUPER_CALCULATIONS = inWords(['STATUTORY', 'PERCENTAGEOFEARNINGS', 'FIXEDAMOUNT'], {
	STATUTORY: 'Statutory',
	PERCENTAGEOFEARNINGS: 'Percentage of Earnings',
	FIXEDAMOUNT: 'Fixed Amount',
});

const numberOfUnits = amount('Number of Units');

const earningsLines = rows(
	'Earnings Lines',
	'Earnings Line',
	{
		EarningsRateID: earningsRate,
		CalculationType: choice(
			'Calculation Type',
			inWords(['USEEARNINGSRATE', 'ENTEREARNINGSRATE', 'ANNUALSALARY'], {
				USEEARNINGSRATE: 'Use Earnings Rate',
				ENTEREARNINGSRATE: 'Enter Earnings Rate',
				ANNUALSALARY: 'Annual Salary',
			}),
		),
	},
	{
		folded: {
			Amount: pay('Amount'),
			AnnualSalary: pay('Annual Salary'),
			FixedAmount: pay('Fixed Amount'),
			NormalNumberOfUnits: amount('Normal Number of Units'),
			NumberOfUnits: numberOfUnits,
			NumberOfUnitsPerWeek: amount('Hours per Week'),
			RatePerUnit: pay('Rate per Unit'),
		},
	},
);

const deductionLines = rows(
	'Deduction Lines',
	'Deduction Line',
	{
		DeductionTypeID: deductionType,
		CalculationType: choice(
			'Calculation Type',
			inWords(['FIXEDAMOUNT', 'PRETAX', 'POSTTAX'], { FIXEDAMOUNT: 'Fixed Amount', PRETAX: 'Before Tax', POSTTAX: 'After Tax' }),
		),
	},
	{ folded: { Amount: pay('Amount'), NumberOfUnits: numberOfUnits, Percentage: personal(percentage('Percentage')) } },
);

const superLines = rows(
	'Super Lines',
	'Super Line',
	{
		SuperMembershipID: plainId('Super Membership ID', { description: 'Of the employee, as Get has it' }),
		ContributionType: choice('Contribution Type', CONTRIBUTIONS),
		CalculationType: choice('Calculation Type', SUPER_CALCULATIONS),
	},
	{
		folded: {
			Amount: pay('Amount'),
			ExpenseAccountCode: accountCode('Expense Account Code'),
			LiabilityAccountCode: accountCode('Liability Account Code'),
			MinimumMonthlyEarnings: pay('Minimum Monthly Earnings'),
			Percentage: personal(percentage('Percentage')),
		},
	},
);

const reimbursementLines = rows(
	'Reimbursement Lines',
	'Reimbursement Line',
	{ ReimbursementTypeID: reimbursementType, Amount: pay('Amount') },
	{ folded: { Description: personal(text('Description', { max: 50 })), ExpenseAccount: accountCode('Expense Account Code') } },
);

const leaveLines = rows(
	'Leave Lines',
	'Leave Line',
	{
		LeaveTypeID: leaveType,
		CalculationType: choice(
			'Calculation Type',
			inWords(['BASEDONORDINARYEARNINGS', 'FIXEDAMOUNTEACHPERIOD', 'ENTERRATEINPAYTEMPLATE', 'NOCALCULATIONREQUIRED'], {
				BASEDONORDINARYEARNINGS: 'Based on Ordinary Earnings',
				FIXEDAMOUNTEACHPERIOD: 'Fixed Amount Each Period',
				ENTERRATEINPAYTEMPLATE: 'Enter Rate in Pay Template',
				NOCALCULATIONREQUIRED: 'No Calculation Required',
			}),
		),
		IsQualifyingEarnings: flag('Qualifying Earnings', 'Whether super is paid on this leave'),
	},
	{
		folded: {
			AnnualNumberOfUnits: amount('Hours Accrued Annually'),
			EmploymentTerminationPaymentType: choice('ETP Type', inWords(['O', 'R'], { O: 'Type O', R: 'Type R' })),
			EntitlementFinalPayPayoutType: choice(
				'On Final Pay',
				inWords(['NOTPAIDOUT', 'PAIDOUT'], { NOTPAIDOUT: 'Not Paid Out', PAIDOUT: 'Paid Out' }),
			),
			FullTimeNumberOfUnitsPerPeriod: amount('Full-Time Hours per Period'),
			IncludeSuperannuationGuaranteeContribution: flag('Include Super', 'Whether the super guarantee is paid on a payout'),
			NumberOfUnits: numberOfUnits,
		},
	},
);

/** What an employee is paid in each pay run. */
export const payTemplate = group('Pay Template', {
	EarningsLines: earningsLines,
	DeductionLines: deductionLines,
	SuperLines: superLines,
	ReimbursementLines: reimbursementLines,
	LeaveLines: leaveLines,
});
