import { rounded } from '../../accounting/values/decimal';
import { PERIODS_A_YEAR } from '../../payroll/pay/weeklyPay';
import type { TimesheetRow } from '../../payroll/rows';
import type { Office } from '../office';
import type { EarningsRateRow, EmployeeRow, Line, PayRunRow } from '../rows';

/** The lines of a payslip that are earned. */
interface Earned {
	EarningsLines: Line[];
	LeaveEarningsLines: Line[];
	TimesheetEarningsLines: Line[];
}

/** What a unit of a line of a pay template is paid, to four decimals; a multiple is one of the usual rate. */
function priceOf(line: Line, rate: EarningsRateRow | undefined, usual: number): number {
	const { CalculationType, AnnualSalary, NumberOfUnitsPerWeek, RatePerUnit } = line;
	if (CalculationType === 'ANNUALSALARY') return rounded(Number(AnnualSalary ?? 0) / 52 / Number(NumberOfUnitsPerWeek ?? 38), 4);
	if (rate?.RateType === 'MULTIPLE') return rounded(usual * (rate.Multiplier ?? 1), 4);
	return RatePerUnit ?? Number(rate?.RatePerUnit ?? usual);
}

/** How many units a line of a pay template has in a period of so many weeks. */
function unitsOf({ CalculationType, NumberOfUnitsPerWeek, NormalNumberOfUnits, NumberOfUnits }: Line, weeks: number): number {
	if (CalculationType === 'ANNUALSALARY') return rounded(Number(NumberOfUnitsPerWeek ?? 38) * weeks, 4);
	return Number(NormalNumberOfUnits ?? NumberOfUnits ?? 0);
}

/** The approved hours of a period, one line for each rate. */
function fromTimesheets(office: Office, sheets: readonly TimesheetRow[], usual: number): Line[] {
	const hours = new Map<string, number>();
	for (const { timesheetLines } of sheets)
		for (const { earningsRateID: id, numberOfUnits } of timesheetLines) hours.set(id, (hours.get(id) ?? 0) + numberOfUnits);
	return [...hours].flatMap(([EarningsRateID, units]) => {
		const rate = office.earningsRates.get(EarningsRateID);
		const RatePerUnit = rate?.RateType === 'MULTIPLE' ? priceOf({}, rate, usual) : usual;
		return units === 0 ? [] : [{ EarningsRateID, RatePerUnit, NumberOfUnits: rounded(units, 4) }];
	});
}

/** The scheduled leave of a period. Every line has the ordinary rate, so that none tells its leave type; unpaid leave has a rate of 0. */
function fromLeave(office: Office, { EmployeeID }: EmployeeRow, run: PayRunRow, EarningsRateID: unknown, usual: number): Line[] {
	return office.leave.all('employee', EmployeeID).flatMap(({ LeaveTypeID, LeavePeriods, PayOutType }) => {
		const units = LeavePeriods.filter(
			({ PayPeriodStartDate, LeavePeriodStatus: state }) =>
				PayPeriodStartDate === run.PayRunPeriodStartDate && (state === 'SCHEDULED' || state === 'PROCESSED'),
		).reduce((all, { NumberOfUnits }) => all + NumberOfUnits, 0);
		const RatePerUnit = office.leaveTypes.get(LeaveTypeID)?.IsPaidLeave === true ? usual : 0;
		return units === 0 ? [] : [{ EarningsRateID, RatePerUnit, NumberOfUnits: rounded(units, 4), PayOutType }];
	});
}

/** What an employee earns in the period of a pay run: the pay template, approved timesheets and scheduled leave. */
export function earned(office: Office, employee: EmployeeRow, run: PayRunRow): Earned {
	const template = employee.PayTemplate.EarningsLines ?? [];
	const own = employee.OrdinaryEarningsRateID ?? template[0]?.EarningsRateID;
	const first = template.find(({ EarningsRateID }) => EarningsRateID === own) ?? {};
	const usual = priceOf(first, office.earningsRates.get(String(own)), 0);
	const LeaveEarningsLines = fromLeave(office, employee, run, own, usual);
	const away = LeaveEarningsLines.filter(({ PayOutType }) => PayOutType !== 'CASHED_OUT').reduce(
		(all, { NumberOfUnits = 0 }) => all + NumberOfUnits,
		0,
	);
	const sheets = office.timesheets
		.all('employee', employee.EmployeeID)
		.filter(
			({ startDate, status }) => startDate === run.PayRunPeriodStartDate && (status === 'Approved' || status === 'Completed'),
		);
	const weeks = 52 / (PERIODS_A_YEAR[run.calendarType] ?? 52);
	const EarningsLines = template.flatMap((line): Line[] => {
		const rate = office.earningsRates.get(String(line.EarningsRateID));
		const { EarningsRateID } = line;
		if (rate?.RateType === 'FIXEDAMOUNT')
			return [{ EarningsRateID, FixedAmount: line.FixedAmount ?? line.Amount ?? rate.Amount ?? 0 }];
		// Hours of a timesheet take the place of the usual ones.
		if (line === first && sheets.length > 0 && line.CalculationType !== 'ANNUALSALARY') return [];
		const NumberOfUnits = rounded(Math.max(unitsOf(line, weeks) - (line === first ? away : 0), 0), 4);
		return NumberOfUnits === 0 ? [] : [{ EarningsRateID, RatePerUnit: priceOf(line, rate, usual), NumberOfUnits }];
	});
	return { EarningsLines, LeaveEarningsLines, TimesheetEarningsLines: fromTimesheets(office, sheets, usual) };
}
