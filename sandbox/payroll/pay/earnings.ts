import { rounded, sum } from '../../accounting/values/decimal';
import type { Office } from '../office';
import type { EarningsRateRow, PayLine, PayRunRow, SalaryRow, TimesheetRow } from '../rows';
import { activePay, hourlyRate, PERIODS_A_YEAR } from './weeklyPay';

/** The lines of a payslip that are earned. */
interface Earned {
	earningsLines: PayLine[];
	leaveEarningsLines: PayLine[];
	timesheetEarningsLines: PayLine[];
}

/** A line of hours at a rate; Xero gives it the id of its rate, so that it is not unique. */
function line(rate: EarningsRateRow | undefined, numberOfUnits: number, ratePerUnit: number, more: PayLine = {}): PayLine {
	return {
		earningsLineID: rate?.earningsRateID,
		earningsRateID: rate?.earningsRateID,
		displayName: rate?.name,
		...{ ratePerUnit, numberOfUnits, amount: rounded(ratePerUnit * numberOfUnits, 2), isLinkedToTimesheet: false },
		...more,
	};
}

/** What an hour of a rate is paid: its own figure, or a multiple of the usual one. */
function priceOf(rate: EarningsRateRow | undefined, usual: number): number {
	if (rate?.rateType === 'MultipleOfOrdinaryEarningsRate') return rounded(usual * (rate.multipleOfOrdinaryEarningsRate ?? 1), 6);
	return rate?.rateType === 'RatePerUnit' ? (rate.ratePerUnit ?? usual) : usual;
}

/** The approved hours of a period, one line for each rate. */
function fromTimesheets(office: Office, sheets: readonly TimesheetRow[], usual: number): PayLine[] {
	const hours = new Map<string, number[]>();
	for (const { timesheetLines } of sheets)
		for (const { earningsRateID, numberOfUnits } of timesheetLines)
			hours.set(earningsRateID, [...(hours.get(earningsRateID) ?? []), numberOfUnits]);
	return [...hours].map(([id, units]) => {
		const rate = office.earningsRates.get(id);
		return line(rate, sum(units), priceOf(rate, usual), { isLinkedToTimesheet: true });
	});
}

/** The leave of a period at the usual rate. */
function fromLeave(office: Office, employeeID: string, run: PayRunRow, pay: SalaryRow): PayLine[] {
	const rate = office.earningsRates.get(pay.earningsRateID);
	return office.leave.all('employee', employeeID).flatMap(({ leaveTypeID, periods }) => {
		const type = office.leaveTypes.get(leaveTypeID);
		const units = periods.find(({ periodStartDate }) => periodStartDate === run.periodStartDate)?.numberOfUnits ?? 0;
		if (units === 0 || type?.isPaidLeave !== true) return [];
		return [line(rate, units, hourlyRate(pay), { earningsLineID: leaveTypeID, displayName: type.name })];
	});
}

/** What an employee earns in the period of a pay run: the pay, or the hours of timesheets, and pay template and leave. */
export function earned(office: Office, employeeID: string, run: PayRunRow): Earned {
	const pay = activePay(office, employeeID);
	if (pay === undefined) return { earningsLines: [], leaveEarningsLines: [], timesheetEarningsLines: [] };
	const rate = office.earningsRates.get(pay.earningsRateID);
	const usual = hourlyRate(pay);
	const leaveEarningsLines = fromLeave(office, employeeID, run, pay);
	const onLeave = sum(leaveEarningsLines.map(({ numberOfUnits = 0 }) => numberOfUnits));
	const sheets = office.timesheets
		.all('employee', employeeID)
		.filter(({ startDate, status }) => startDate === run.periodStartDate && (status === 'Approved' || status === 'Completed'));
	const weeks = 52 / (PERIODS_A_YEAR[run.calendarType] ?? 52);
	const hours = rounded(pay.numberOfUnitsPerWeek * weeks - onLeave, 4);
	const ordinary = sheets.length > 0 && pay.paymentType === 'Hourly' ? [] : [line(rate, hours, usual)];
	const template = office.templates.all('employee', employeeID).map((one) => {
		const its = office.earningsRates.get(one.earningsRateID);
		return one.fixedAmount === undefined
			? line(its, one.numberOfUnits ?? 0, one.ratePerUnit ?? priceOf(its, usual))
			: {
					earningsLineID: one.earningsRateID,
					earningsRateID: one.earningsRateID,
					displayName: one.name,
					fixedAmount: one.fixedAmount,
					amount: one.fixedAmount,
					isLinkedToTimesheet: false,
				};
	});
	return {
		earningsLines: [...ordinary, ...template].filter(({ amount }) => amount !== 0),
		leaveEarningsLines,
		timesheetEarningsLines: fromTimesheets(office, sheets, usual),
	};
}
