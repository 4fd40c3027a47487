import { choice, date } from '../../shared/inputs/scalars';
import { amount, inWords } from '../builders/inputs';
import { employeeLeaveType as leaveTypeOf } from '../builders/leave';

export const employeeLeaveType = leaveTypeOf(
	{
		scheduleOfAccrual: choice(
			'Schedule of Accrual',
			inWords(['BeginningOfCalendarYear', 'OnAnniversaryDate', 'EachPayPeriod', 'OnHourWorked'], {
				BeginningOfCalendarYear: 'Beginning of Calendar Year',
			}),
		),
		hoursAccruedAnnually: amount('Hours Accrued Annually'),
		maximumToAccrue: amount('Maximum to Accrue'),
		openingBalance: amount('Opening Balance', { min: -10_000 }),
		rateAccruedHourly: amount('Rate Accrued Hourly'),
		scheduleOfAccrualDate: date('Schedule of Accrual Date'),
	},
	['leaveTypeID', 'scheduleOfAccrual', 'hoursAccruedAnnually', 'maximumToAccrue', 'openingBalance'],
);
