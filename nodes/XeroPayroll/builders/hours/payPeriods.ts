import { DateTime } from 'luxon';

/** The first and the last day of a pay period, `YYYY-MM-DD`. */
export interface PayPeriod {
	readonly start: string;
	readonly end: string;
}

/** A pay calendar as Xero tells of it: one of its periods, and how long each is. */
export interface PayCalendar {
	/** Weekly, FORTNIGHTLY, FourWeekly …: the regions write it differently. */
	readonly type: string;
	/** The first day of one of its periods, `YYYY-MM-DD`. */
	readonly start: string;
	/** The last day of that period, where Xero says it. */
	readonly end?: string | undefined;
}

const DAYS: Readonly<Record<string, number>> = { weekly: 7, fortnightly: 14, fourweekly: 28 };
const MONTHS: Readonly<Record<string, number>> = { monthly: 1, quarterly: 3, annual: 12 };

const dayOf = (iso: string): DateTime => DateTime.fromISO(iso, { zone: 'utc' });
const isoOf = (day: DateTime): string => day.toISODate()!;

/** The period between two starts. */
const until = (start: DateTime, next: DateTime): PayPeriod => ({ start: isoOf(start), end: isoOf(next.minus({ days: 1 })) });

function byDays(first: DateTime, day: DateTime, length: number): PayPeriod {
	const steps = Math.floor(day.diff(first, 'days').days / length);
	const start = first.plus({ days: steps * length });
	return until(start, start.plus({ days: length }));
}

/** Each period begins on the day of the month that the calendar's does, or on the last day of a shorter month. */
function byMonths(first: DateTime, day: DateTime, length: number): PayPeriod {
	const startOf = (step: number): DateTime => first.plus({ months: step * length });
	let step = Math.floor(((day.year - first.year) * 12 + day.month - first.month) / length);
	if (startOf(step) > day) step -= 1;
	return until(startOf(step), startOf(step + 1));
}

/** The halves of a month, where the calendar begins with one of them. */
function byHalfMonths(first: DateTime, day: DateTime): PayPeriod | undefined {
	if (first.day !== 1 && first.day !== 16) return undefined;
	const [start, middle] = [day.startOf('month'), day.set({ day: 16 })];
	return day < middle ? until(start, middle) : until(middle, start.plus({ months: 1 }));
}

function counted({ type, start }: PayCalendar, iso: string): PayPeriod | undefined {
	const name = type.toLowerCase();
	const [first, day] = [dayOf(start), dayOf(iso)];
	if (DAYS[name] !== undefined) return byDays(first, day, DAYS[name]);
	if (MONTHS[name] !== undefined) return byMonths(first, day, MONTHS[name]);
	return name === 'twicemonthly' ? byHalfMonths(first, day) : undefined;
}

/**
 * The pay period that a day is in, before the calendar's own as well as after it.
 * @param day `YYYY-MM-DD`
 * @returns undefined where it cannot be told: a type that is not known, halves of a month that begin on other days, or a calendar whose
 * own period ends otherwise than it is counted here. Xero refuses a timesheet of any other period.
 */
export function periodOf(calendar: PayCalendar, day: string): PayPeriod | undefined {
	if (calendar.end !== undefined && counted(calendar, calendar.start)?.end !== calendar.end) return undefined;
	return counted(calendar, day);
}
