import { sum } from '../../accounting/values/decimal';
import { addDays } from '../../accounting/values/dates';
import type { Office } from '../office';
import { WEEKDAYS } from '../rows';
import type { Period } from '../time/periods';

/** Hours of a day where nothing else is known. */
const USUAL = 8;

/** The position of a day in its week, Monday first. */
const weekday = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The hours that an employee usually works on a day: by the working pattern of that time, else by the pay, from Monday to Friday. */
export function hoursOn(office: Office, employeeID: string, day: string): number {
	const [pattern] = office.patterns
		.all('employee', employeeID)
		.filter(({ effectiveFrom }) => effectiveFrom <= day)
		.sort((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom));
	const week = pattern?.workingWeeks[0];
	const name = WEEKDAYS[weekday(day)];
	if (week && name) return week[name];
	if (weekday(day) > 4) return 0;
	const pay = office.salaries.all('employee', employeeID).find(({ status }) => status === 'Active');
	return pay === undefined ? USUAL : (pay.numberOfUnitsPerDay ?? pay.numberOfUnitsPerWeek / 5);
}

/** The hours of those days of a pay period that lie between two days. */
export function hoursIn(office: Office, employeeID: string, period: Period, from: string, to: string): number {
	const hours: number[] = [];
	for (let day = period.start; day <= period.end; day = addDays(day, 1))
		if (day >= from && day <= to) hours.push(hoursOn(office, employeeID, day));
	return sum(hours);
}

/** The hours of a week of the employee. */
export function hoursAWeek(office: Office, employeeID: string): number {
	const pay = office.salaries.all('employee', employeeID).find(({ status }) => status === 'Active');
	return pay?.numberOfUnitsPerWeek ?? USUAL * 5;
}
