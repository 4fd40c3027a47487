import isEqual from 'lodash/isEqual';
import type { IDataObject } from 'n8n-workflow';
import type { Picked } from '../../../shared/inputs/locators';
import type { JoinedContext, JoinedItem } from '../../../shared/model/context';
import type { Decimal } from '../../../shared/model/decimal';
import { decimalOf } from '../../../shared/model/decimal';
import { isObject } from '../../../shared/model/values';
import type { WhenThere } from './hoursPlan';
import type { PayCalendar, PayPeriod } from './payPeriods';
import { periodOf } from './payPeriods';
import type { HoursEmployee, TimesheetStore } from './timesheetStore';
import { refuse, RowRefused } from './timesheetStore';

/** How hours are written, beside the rows. */
export interface Choices {
	/** What to do with a timesheet that is there already. */
	readonly ifThere: WhenThere | 'refuse';
	readonly changesApproved: boolean;
	readonly approves: boolean;
	/** Units that an employee can have on one day, over all rates. */
	readonly most: number;
	/** Given by the user, in place of the calendar's. */
	readonly period: PayPeriod | undefined;
}

/** A row whose employee, period and rate are known. */
export interface Hours {
	readonly item: number;
	readonly employee: string;
	readonly calendar: string;
	readonly period: PayPeriod;
	readonly day: string;
	readonly rate: string;
	readonly tracking: string | undefined;
	readonly units: Decimal;
}

export const choicesOf = (options: Readonly<Record<string, unknown>>): Choices => {
	const { ifTimesheetExists = 'replaceDays', ifApproved = 'refuse', afterwards = 'leave', mostUnits = 24 } = options;
	const { periodStart, periodEnd } = options;
	return {
		ifThere: ifTimesheetExists as Choices['ifThere'],
		changesApproved: ifApproved === 'change',
		approves: afterwards === 'approve',
		most: mostUnits as number,
		period: periodStart && periodEnd ? { start: periodStart as string, end: periodEnd as string } : undefined,
	};
};

const idIn = (picked: unknown): string | undefined => (isObject(picked) ? String(picked.value) : undefined);

/** Rows of one timesheet cannot be written in two ways, and a period has two ends. */
function checkOptions({ options }: JoinedItem, first: JoinedItem): void {
	const { periodStart, periodEnd } = options;
	if (!isEqual(options, first.options))
		refuse({
			place: ['Options'],
			says: 'are not those of the first row',
			todo: 'Give all rows the same, or use a node for each',
		});
	if ((periodStart === undefined) !== (periodEnd === undefined))
		refuse({
			place: [periodStart === undefined ? 'Period Start' : 'Period End'],
			says: 'is missing',
			todo: 'A period has both',
		});
	if (String(periodEnd) < String(periodStart))
		refuse({ place: ['Period End'], value: String(periodEnd), says: 'is before the start', todo: 'Give days in order' });
}

const employeeOf = ({ value }: Picked, employees: readonly HoursEmployee[]): HoursEmployee =>
	employees.find(({ id }) => id.toLowerCase() === value.toLowerCase()) ??
	refuse({ place: ['Employee'], value, says: 'is not among the employees that Xero lists' });

/** The pay period that a day is in: the one that is given, or the calendar's. */
function periodIn(given: PayPeriod | undefined, calendar: PayCalendar, day: string): PayPeriod {
	if (given) {
		if (given.start <= day && day <= given.end) return given;
		return refuse({ place: ['Date'], value: day, says: `is not in the period from ${given.start} to ${given.end}` });
	}
	return (
		periodOf(calendar, day) ??
		refuse({
			place: ['Date'],
			value: day,
			says: 'is in a pay period that cannot be told from the calendar',
			todo: 'Give Period Start and Period End',
		})
	);
}

async function hoursOf(
	{ item, input }: JoinedItem,
	{ period: given }: Choices,
	employees: readonly HoursEmployee[],
	calendars: ReadonlyMap<string, PayCalendar>,
): Promise<Hours> {
	const row = input as IDataObject;
	const employee = employeeOf(row.employeeID as unknown as Picked, employees);
	const day = String(row.date);
	const calendar = calendars.get(employee.calendar ?? '');
	if (!calendar) return refuse({ says: 'the employee has no pay calendar', todo: 'Set one in Employment' });
	const period = periodIn(given, calendar, day);
	const rate = idIn(row.earningsRateID) ?? (await employee.rateOn(day));
	return {
		...{ item, period, day },
		employee: employee.id,
		calendar: employee.calendar!,
		rate:
			rate ??
			refuse({
				place: ['Earnings Rate'],
				says: 'is empty, and the employee has no salary or wages on that day',
				todo: 'Choose one',
			}),
		tracking: idIn(row.trackingItemID),
		units: decimalOf(row.numberOfUnits)!,
	};
}

/** Puts a row, or what ended it, where its fault is told. */
export const errorOf = (call: JoinedContext, item: number, cause: unknown): Error =>
	cause instanceof RowRefused ? call.refusalOf(item, cause.details) : (cause as Error);

/** The rows with all that is known of them; those that cannot be written are put among the refused. */
export async function readHours(call: JoinedContext, store: TimesheetStore, refused: Map<number, Error>): Promise<Hours[]> {
	const first = call.joined[0]!;
	const choices = choicesOf(first.options);
	const employees = await store.employees();
	const calendars = await store.calendars();
	const hours: Hours[] = [];
	for (const row of call.joined) {
		try {
			checkOptions(row, first);
			hours.push(await hoursOf(row, choices, employees, calendars));
		} catch (cause) {
			refused.set(row.item, errorOf(call, row.item, cause));
		}
	}
	return hours;
}
