import { addDays } from '../../accounting/values/dates';
import { rounded } from '../../accounting/values/decimal';
import { PERIODS_A_YEAR } from '../../payroll/pay/weeklyPay';
import type { CalendarRow, EmployeeRow, LeavePeriod } from '../rows';
import { counted, periodsIn } from '../time/calendars';

/** Hours of a full week, for somebody without usual hours. */
const FULL_WEEK = 38;

/** The hours of a usual week, by the ordinary line of the pay template. */
function weeklyHours({ PayTemplate, OrdinaryEarningsRateID: own }: EmployeeRow, calendar: CalendarRow): number {
	const lines = PayTemplate.EarningsLines ?? [];
	const line = lines.find(({ EarningsRateID }) => EarningsRateID === own) ?? lines[0] ?? {};
	const weeks = 52 / (PERIODS_A_YEAR[counted(calendar).calendarType] ?? 52);
	const hours = Number(line.NumberOfUnitsPerWeek ?? Number(line.NormalNumberOfUnits ?? 0) / weeks);
	return hours > 0 ? hours : FULL_WEEK;
}

function workdays(from: string, to: string): number {
	let days = 0;
	for (let day = from; day <= to; day = addDays(day, 1))
		if (![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) days += 1;
	return days;
}

/** The pay periods that leave touches, each with the usual hours of its working days. */
export function workedOut(
	employee: EmployeeRow,
	calendar: CalendarRow,
	from: string,
	to: string,
	LeavePeriodStatus: LeavePeriod['LeavePeriodStatus'],
): LeavePeriod[] {
	const daily = weeklyHours(employee, calendar) / 5;
	return periodsIn(calendar, from, to).map(({ start, end }) => ({
		...{ PayPeriodStartDate: start, PayPeriodEndDate: end, LeavePeriodStatus },
		NumberOfUnits: rounded(workdays(from > start ? from : start, to < end ? to : end) * daily, 4),
	}));
}
