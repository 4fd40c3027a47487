import { addMonths, daysBetween } from '../../accounting/values/calendar';
import { addDays } from '../../accounting/values/dates';

/** The first and the last day of a pay period. */
export interface Period {
	start: string;
	end: string;
}

const DAYS: Readonly<Record<string, number>> = { Weekly: 7, Fortnightly: 14, FourWeekly: 28 };
const MONTHS: Readonly<Record<string, number>> = { Monthly: 1, Quarterly: 3, Annual: 12 };

/** The pay period of a calendar that a day is in: periods follow each other from the calendar's own, forwards and backwards. */
export function periodOf(calendar: { calendarType: string; periodStartDate: string }, day: string): Period {
	const { calendarType: type, periodStartDate: first } = calendar;
	const days = DAYS[type];
	if (days !== undefined) {
		const start = addDays(first, Math.floor(daysBetween(first, day) / days) * days);
		return { start, end: addDays(start, days - 1) };
	}
	if (type === 'TwiceMonthly') return halfMonth(first, day);
	const months = MONTHS[type] ?? 1;
	let step = Math.floor(daysBetween(first, day) / (31 * months)) - 1;
	while (addMonths(first, (step + 1) * months) <= day) step += 1;
	return { start: addMonths(first, step * months), end: addDays(addMonths(first, (step + 1) * months), -1) };
}

/** Halves of a month: from the day of the first period (16th and later: 15 days before it) on, and from 15 days after that. */
function halfMonth(first: string, day: string): Period {
	const date = Number(first.slice(8));
	const opening = date > 15 ? addDays(first, -15) : first;
	const { start, end } = periodOf({ calendarType: 'Monthly', periodStartDate: opening }, day);
	const middle = addDays(start, 15);
	return day < middle ? { start, end: addDays(middle, -1) } : { start: middle, end };
}

/** The pay periods that touch the days from `from` to `to`. */
export function periodsBetween(calendar: { calendarType: string; periodStartDate: string }, from: string, to: string): Period[] {
	const found: Period[] = [];
	for (let day = from; day <= to;) {
		const period = periodOf(calendar, day);
		found.push(period);
		day = addDays(period.end, 1);
	}
	return found;
}
