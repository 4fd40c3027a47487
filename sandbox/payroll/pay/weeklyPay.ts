import { rounded } from '../../accounting/values/decimal';
import type { Office } from '../office';
import type { SalaryRow } from '../rows';

/** Pay periods in a year, by type of calendar. */
export const PERIODS_A_YEAR: Readonly<Record<string, number>> = {
	Weekly: 52,
	Fortnightly: 26,
	FourWeekly: 13,
	TwiceMonthly: 24,
	Monthly: 12,
	Quarterly: 4,
	Annual: 1,
};

/** The pay that holds for an employee now. */
export function activePay(office: Office, employeeID: string): SalaryRow | undefined {
	return office.salaries.all('employee', employeeID).find(({ status }) => status === 'Active');
}

/** What an hour is paid, to six decimals as Xero writes it. */
export function hourlyRate({ paymentType, annualSalary, numberOfUnitsPerWeek, ratePerUnit = 0 }: SalaryRow): number {
	return paymentType === 'Salary' ? rounded(annualSalary / 52 / numberOfUnitsPerWeek, 6) : ratePerUnit;
}

/** What an employee earns in a usual week; undefined without pay. */
export function weeklyPay(office: Office, employeeID: string): number | undefined {
	const pay = activePay(office, employeeID);
	if (pay === undefined) return undefined;
	return pay.paymentType === 'Salary'
		? rounded(pay.annualSalary / 52, 2)
		: rounded((pay.ratePerUnit ?? 0) * pay.numberOfUnitsPerWeek, 2);
}
