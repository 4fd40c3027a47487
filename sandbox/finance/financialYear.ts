import { addDays } from '../accounting/values/dates';
import { daysIn } from '../accounting/values/calendar';

/** When an organisation's financial year ends, by the names that Xero's organisation has. */
export interface YearEnd {
	readonly FinancialYearEndDay: number;
	readonly FinancialYearEndMonth: number;
}

/** The first day of the financial year that `day` (`YYYY-MM-DD`) is in. A day that the month does not have is its last one. */
export function yearStart({ FinancialYearEndDay: date, FinancialYearEndMonth: month }: YearEnd, day: string): string {
	const two = (part: number): string => String(part).padStart(2, '0');
	const endIn = (year: number): string => `${year}-${two(month)}-${two(Math.min(date, daysIn(year, month)))}`;
	const year = Number(day.slice(0, 4));
	return addDays(endIn(year) < day ? endIn(year) : endIn(year - 1), 1);
}
