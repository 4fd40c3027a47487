import { choice, date, flag, text } from '../../shared/inputs/scalars';
import { amount, inWords, pay, percentage } from '../builders/inputs';
import { employeeLeaveType as leaveTypeOf } from '../builders/leave';

export const employeeLeaveType = leaveTypeOf(
	{
		scheduleOfAccrual: choice(
			'Schedule of Accrual',
			inWords(['AnnuallyAfter6Months', 'OnAnniversaryDate', 'PercentageOfGrossEarnings', 'NoAccruals'], {
				AnnuallyAfter6Months: 'Annually After 6 Months',
				PercentageOfGrossEarnings: 'Percentage of Gross Earnings',
			}),
		),
		unitsAccruedAnnually: amount('Units Accrued Annually'),
		typeOfUnitsToAccrue: text('Type of Units to Accrue', { placeholder: 'e.g. Hours' }),
		maximumToAccrue: amount('Maximum to Accrue'),
		openingBalance: amount('Opening Balance', { min: -10_000 }),
		openingBalanceTypeOfUnits: text('Type of Units of Opening Balance', { placeholder: 'e.g. Days' }),
		percentageOfGrossEarnings: percentage('Percentage of Gross Earnings'),
		includeHolidayPayEveryPay: flag('Include Holiday Pay Every Pay', 'Whether holiday pay is paid with every pay'),
		showAnnualLeaveInAdvance: flag('Show Annual Leave in Advance', 'Whether leave not yet due shows on payslips'),
		annualLeaveTotalAmountPaid: pay('Annual Leave Total Amount Paid'),
		scheduleOfAccrualDate: date('Schedule of Accrual Date'),
	},
	['leaveTypeID', 'scheduleOfAccrual', 'unitsAccruedAnnually', 'typeOfUnitsToAccrue', 'maximumToAccrue', 'openingBalance'],
);
