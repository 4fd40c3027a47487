import type { RefusalDetails } from '../../../shared/model/context';
import type { HoursLine, HoursPlan, Place, WhenThere } from './hoursPlan';
import type { PayCalendar, PayPeriod } from './payPeriods';

/** An employee as hours need one. */
export interface HoursEmployee {
	readonly id: string;
	/** ID of the pay calendar; undefined for one who is on none. */
	readonly calendar: string | undefined;
	/** ID of the earnings rate that is paid on a day where a row names none; undefined where there is none. */
	rateOn(day: string): Promise<string | undefined>;
}

/** Whether hours of a timesheet can be changed: as they are, once it is set back, or not any more. */
export type TimesheetState = 'open' | 'approved' | 'posted';

/** A timesheet that is there. */
export interface FoundTimesheet {
	readonly id: string;
	readonly employee: string;
	readonly period: PayPeriod;
	readonly state: TimesheetState;
}

/** What a timesheet is after a step, as Xero tells of it. */
export interface WrittenTimesheet {
	readonly id: string;
	/** In Xero's spelling. */
	readonly status: string;
	readonly state: TimesheetState;
	/** Hours in it. */
	readonly hours: unknown;
}

/** A timesheet that is there, with its lines. */
export interface ReadTimesheet extends FoundTimesheet, WrittenTimesheet {
	readonly lines: readonly HoursLine[];
	/** Its hours were not agreed to; it is open. */
	readonly wasRejected?: boolean;
}

/** How far the work on a timesheet came, for whoever has to be told that it broke off. */
export interface Progress {
	lines: number;
	/** Lines that were to be written. */
	of: number;
	isReverted: boolean;
	isDeleted: boolean;
}

/** Whose timesheet, and of which days. */
export interface TimesheetOf {
	readonly employee: string;
	readonly calendar: string;
	readonly period: PayPeriod;
}

/** Writes of a timesheet by which another try of the run (Retry On Fail) knows what is its own work. */
export type OwnWrite = 'created' | 'set back' | 'approved';

/** How a version of Xero's Payroll API keeps timesheets. Lists are read once a run. */
export interface TimesheetStore {
	employees(): Promise<readonly HoursEmployee[]>;
	/** By ID. */
	calendars(): Promise<ReadonlyMap<string, PayCalendar>>;
	/** The timesheets that touch any of these days. */
	find(days: PayPeriod): Promise<readonly FoundTimesheet[]>;
	/** @throws RowRefused when it is not there any more */
	read(timesheet: FoundTimesheet): Promise<ReadTimesheet>;
	create(of: TimesheetOf, plan: HoursPlan, progress: Progress): Promise<WrittenTimesheet>;
	/** Brings a timesheet that is open or approved to what the plan says; it is open then. */
	change(of: TimesheetOf, there: ReadTimesheet, plan: HoursPlan, how: WhenThere, progress: Progress): Promise<WrittenTimesheet>;
	approve(of: TimesheetOf, timesheet: WrittenTimesheet, plan: HoursPlan): Promise<WrittenTimesheet>;
	/** Whether an earlier try of the run did this, or it is open whether it did. */
	isOwn(write: OwnWrite, of: TimesheetOf): boolean;
	/**
	 * Sends again, as they went, what an earlier try of the run sent to add hours: they are not to be added once more.
	 * @returns the hours that were in it
	 */
	addedBefore<T extends Place>(of: TimesheetOf, given: readonly T[]): Promise<readonly T[]>;
}

/** Why a row cannot be written, found before anything is. */
export class RowRefused extends Error {
	constructor(readonly details: RefusalDetails) {
		super(details.says);
	}
}

/** @throws RowRefused */
export const refuse = (details: RefusalDetails): never => {
	throw new RowRefused(details);
};

/** What a write is called, so that another try of the run, which finds less to do, does not take it for another one. */
export const stepOf = (method: string, path: string, body?: unknown): string =>
	[method, path, JSON.stringify(body ?? null)].join(' ');

/** What a write is called in every try of the run, whatever is in it: one of its kind for an employee and period. */
export const ownStep = (write: string, { employee, period }: Pick<TimesheetOf, 'employee' | 'period'>): string =>
	[write, employee, period.start, period.end].join(' ');

/** By day, as people read a timesheet. */
export const byDay = (lines: readonly HoursLine[]): HoursLine[] => [...lines].sort((a, b) => a.day.localeCompare(b.day));
