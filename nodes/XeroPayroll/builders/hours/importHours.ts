import groupBy from 'lodash/groupBy';
import isEqual from 'lodash/isEqual';
import type { IDataObject } from 'n8n-workflow';
import type { Picked } from '../../../shared/inputs/locators';
import type { JoinedContext, JoinedItem, JoinedResult, RefusalDetails } from '../../../shared/model/context';
import { asNumber, decimalOf, isSame, minus } from '../../../shared/model/decimal';
import { reasonOf, stateOf } from '../../../shared/model/errorState';
import { shown } from '../../../shared/model/findings';
import { pathSegment } from '../../../shared/model/path';
import { isObject, objectsIn } from '../../../shared/model/values';
import { PAGES } from '../conventions';
import type { HoursLine, HoursPlan, WhenThere } from './hoursPlan';
import { planHours, unitsOf } from './hoursPlan';
import type { PayPeriod } from './payPeriods';
import { periodOf } from './payPeriods';

/** What to do with a timesheet that is there already. */
export type IfThere = WhenThere | 'refuse';

/** How hours are written, beside the rows. */
interface Choices {
	readonly ifThere: IfThere;
	readonly changesApproved: boolean;
	readonly approves: boolean;
	/** Units that an employee can have on one day, over all rates. */
	readonly most: number;
	/** Given by the user, in place of the calendar's. */
	readonly period: PayPeriod | undefined;
}

/** A row whose employee, period and rate are known. */
interface Hours {
	readonly row: JoinedItem;
	readonly employee: string;
	readonly calendar: string;
	readonly period: PayPeriod;
	readonly day: string;
	readonly rate: string;
	readonly tracking: string | undefined;
	readonly units: NonNullable<ReturnType<typeof decimalOf>>;
}

/** All rows of one employee and pay period, with the timesheet that is there. */
interface Timesheet {
	readonly hours: readonly [Hours, ...Hours[]];
	readonly there: IDataObject | undefined;
	readonly lines: readonly HoursLine[];
	readonly plan: HoursPlan;
	readonly replacesAll: boolean;
}

const choicesOf = (options: Readonly<Record<string, unknown>>): Choices => {
	const { ifTimesheetExists = 'replaceDays', ifApproved = 'refuse', afterwards = 'leave', mostUnits = 24 } = options;
	const { periodStart, periodEnd } = options;
	return {
		ifThere: ifTimesheetExists as IfThere,
		changesApproved: ifApproved === 'change',
		approves: afterwards === 'approve',
		most: mostUnits as number,
		period: periodStart && periodEnd ? { start: periodStart as string, end: periodEnd as string } : undefined,
	};
};

const EMPLOYEES = 'payroll.employees.read';

/** Why a row cannot be written, found before anything is. */
class RowRefused extends Error {
	constructor(readonly details: RefusalDetails) {
		super(details.says);
	}
}

const refuse = (details: RefusalDetails): never => {
	throw new RowRefused(details);
};

const idIn = (picked: unknown): string | undefined => (isObject(picked) ? String(picked.value) : undefined);

/** Hours from rows into timesheets of version 2.0 of Xero's Payroll APIs. */
class HoursImport {
	private readonly choices: Choices;

	constructor(private readonly call: JoinedContext) {
		this.choices = choicesOf(call.joined[0]!.options);
	}

	/** What became of each row. */
	async run(): Promise<JoinedResult[]> {
		const refused = new Map<number, Error>();
		const hours = await this.readHours(refused);
		const timesheets = await this.readTimesheets(hours, refused);
		const rows = this.call.joined.map(({ item }) => item);
		const [first] = [...refused.values()];
		if (first && this.call.stopsAtRefusals)
			return rows.map((item) => {
				const error = refused.get(item);
				return error ? { item, error } : { item, heldBackBy: first };
			});
		const written = await Promise.all(timesheets.map(async (one) => await this.write(one)));
		return [...[...refused].map(([item, error]) => ({ item, error })), ...written.flat()];
	}

	private async list(path: string, scope: string, envelope: string, id: string, query: IDataObject = {}): Promise<IDataObject[]> {
		return await this.call.listOnce({ path, query, scope }, PAGES, envelope, id);
	}

	/** The rows with all that is known of them; those that cannot be written are put among the refused. */
	private async readHours(refused: Map<number, Error>): Promise<Hours[]> {
		const employees = await this.list('/Employees', EMPLOYEES, 'employees', 'employeeID');
		const calendars = await this.list('/PayRunCalendars', 'payroll.settings.read', 'payRunCalendars', 'payrollCalendarID');
		const hours: Hours[] = [];
		for (const row of this.call.joined) {
			try {
				this.checkOptions(row);
				hours.push(await this.hoursOf(row, employees, calendars));
			} catch (cause) {
				refused.set(row.item, cause instanceof RowRefused ? this.call.refusalOf(row.item, cause.details) : (cause as Error));
			}
		}
		return hours;
	}

	/** Rows of one timesheet cannot be written in two ways, and a period has two ends. */
	private checkOptions({ options }: JoinedItem): void {
		const { periodStart, periodEnd } = options;
		if (!isEqual(options, this.call.joined[0]!.options))
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

	private async hoursOf(row: JoinedItem, employees: readonly IDataObject[], calendars: readonly IDataObject[]): Promise<Hours> {
		const input = row.input as IDataObject;
		const employee = employeeOf(input.employeeID as unknown as Picked, employees);
		const day = String(input.date);
		const { payrollCalendarID } = employee;
		const calendar = calendars.find((one) => one.payrollCalendarID === payrollCalendarID);
		if (!calendar) return refuse({ says: 'the employee has no pay calendar', todo: 'Set one in Employment' });
		const period = this.periodOf(calendar, day);
		const id = String(employee.employeeID);
		return {
			row,
			employee: id,
			calendar: String(payrollCalendarID),
			period,
			day,
			rate: idIn(input.earningsRateID) ?? (await this.rateOf(id, day)),
			tracking: input.trackingItemID === undefined ? undefined : String(input.trackingItemID),
			units: decimalOf(input.numberOfUnits)!,
		};
	}

	private periodOf({ calendarType, periodStartDate, periodEndDate }: IDataObject, day: string): PayPeriod {
		const { period } = this.choices;
		if (period) {
			if (period.start <= day && day <= period.end) return period;
			return refuse({ place: ['Date'], value: day, says: `is not in the period from ${period.start} to ${period.end}` });
		}
		const calendar = { type: String(calendarType), start: String(periodStartDate), end: periodEndDate as string | undefined };
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

	/** The rate that an employee is paid by on a day, where the row names none. */
	private async rateOf(employee: string, day: string): Promise<string> {
		const path = `/Employees/${pathSegment(employee)}/SalaryAndWages`;
		const [latest] = (await this.list(path, EMPLOYEES, 'salaryAndWages', 'salaryAndWagesID'))
			.filter(({ status, effectiveFrom }) => status === 'Active' && String(effectiveFrom) <= day)
			.sort((a, b) => String(b.effectiveFrom).localeCompare(String(a.effectiveFrom)));
		return latest?.earningsRateID === undefined
			? refuse({
					place: ['Earnings Rate'],
					says: 'is empty, and the employee has no salary or wages on that day',
					todo: 'Choose one',
				})
			: String(latest.earningsRateID);
	}

	/** What is to be done with each timesheet. Rows of those that must stay as they are, are put among the refused. */
	private async readTimesheets(hours: readonly Hours[], refused: Map<number, Error>): Promise<Timesheet[]> {
		if (hours.length === 0) return [];
		const startDate = hours.map(({ period }) => period.start).sort()[0]!;
		const endDate = hours.map(({ period }) => period.end).sort()[hours.length - 1]!;
		const found = await this.list('/Timesheets', 'payroll.timesheets.read', 'timesheets', 'timesheetID', { startDate, endDate });
		const groups = groupBy(hours, ({ employee, period }) => `${employee} ${period.start} ${period.end}`);
		const read = Object.values(groups).map(async (group): Promise<Timesheet[]> => {
			const own = group as [Hours, ...Hours[]];
			try {
				return [await this.planned(own, found)];
			} catch (cause) {
				for (const { row } of own)
					refused.set(row.item, cause instanceof RowRefused ? this.call.refusalOf(row.item, cause.details) : (cause as Error));
				return [];
			}
		});
		const timesheets = (await Promise.all(read)).flat();
		return timesheets.filter((one) => this.isWithinMost(one, refused));
	}

	private async planned(hours: readonly [Hours, ...Hours[]], found: readonly IDataObject[]): Promise<Timesheet> {
		const { ifThere, changesApproved } = this.choices;
		const [{ employee, period }] = hours;
		const [same, ...others] = found.filter(
			(one) => one.employeeID === employee && one.startDate === period.start && one.endDate === period.end,
		);
		if (others.length) refuse({ says: 'the employee has several timesheets for the period', todo: 'Delete all but one in Xero' });
		const status = String(same?.status ?? '').toLowerCase();
		if (status === 'completed') refuse({ says: 'the pay run of its timesheet is posted' });
		if (same && ifThere === 'refuse') refuse({ says: 'there is a timesheet for the period already' });
		if (status === 'approved' && !changesApproved)
			refuse({ says: 'its timesheet is approved', todo: 'Set If It Is Approved to Change and Approve Again' });
		const there = same && (await this.read(String(same.timesheetID)));
		const lines = objectsIn(there?.timesheetLines).map((one): HoursLine => ({
			id: String(one.timesheetLineID),
			day: String(one.date),
			rate: String(one.earningsRateID),
			tracking: one.trackingItemID ? String(one.trackingItemID) : undefined,
			units: decimalOf(one.numberOfUnits)!,
		}));
		const given = hours.map(({ row: { item }, day, rate, tracking, units }) => ({ item, day, rate, tracking, units }));
		const plan = planHours(lines, given, ifThere === 'refuse' ? 'replaceDays' : ifThere);
		return { hours, there, lines, plan, replacesAll: ifThere === 'replaceAll' };
	}

	/** Refuses the rows of days with more hours than they can have. */
	private isWithinMost({ hours, plan }: Timesheet, refused: Map<number, Error>): boolean {
		const { most } = this.choices;
		const byDay = groupBy(plan.lines, 'day');
		const full = new Set(Object.keys(byDay).filter((day) => asNumber(unitsOf(byDay[day]!)) > most));
		const wrong = hours.filter(({ day }) => full.has(day));
		for (const { row, day } of wrong) {
			const says = `come to ${asNumber(unitsOf(byDay[day]!))} on ${day}, and Most Units a Day is ${most}`;
			refused.set(row.item, this.call.refusalOf(row.item, { place: ['Units'], says }));
		}
		// Half of a timesheet would be worse than none.
		for (const { row, day } of wrong.length ? hours : [])
			if (!full.has(day))
				refused.set(row.item, this.call.refusalOf(row.item, { says: 'another row of the same timesheet is wrong' }));
		return wrong.length === 0;
	}

	private async read(timesheetID: string): Promise<IDataObject> {
		const answer = await this.call.request({ path: `/Timesheets/${pathSegment(timesheetID)}`, envelope: 'timesheet' });
		const [timesheet] = this.call.recordsIn(answer, 'timesheet');
		return timesheet ?? refuse({ says: 'its timesheet is not there any more', todo: 'Run the rows again' });
	}

	/** Does a write, and gives the record of the answer; one that the answer has not is not done. */
	private async send(method: 'POST' | 'PUT', path: string, envelope: string, body?: IDataObject): Promise<IDataObject> {
		const answer = await this.call.request({
			method,
			path,
			envelope,
			...(body ? { body } : {}),
			step: stepOf(method, path, body),
		});
		const confirmedBy = envelope === 'timesheet' ? 'timesheetID' : 'timesheetLineID';
		return this.call.assertSaved(this.call.recordsIn(answer, envelope), confirmedBy)[0] ?? {};
	}

	/** Writes one timesheet, and tells of its rows. */
	private async write(one: Timesheet): Promise<JoinedResult[]> {
		const done: Done = { lines: 0, of: 0, isReverted: false };
		try {
			const timesheet = await this.written(one, done);
			return this.results(one, timesheet);
		} catch (cause) {
			return one.hours.map(({ row: { item } }) => ({ item, error: this.broken(item, cause, done) }));
		}
	}

	/** Brings the timesheet to what it is to be; undefined where there is none and none is needed. */
	private async written({ hours: [first], there, plan, replacesAll }: Timesheet, done: Done): Promise<IDataObject | undefined> {
		const changes = [...plan.toUpdate, ...plan.toCreate, ...plan.toDelete];
		if (!there) return plan.lines.length ? await this.approved(await this.create(first, plan, done), plan, false) : undefined;
		const wasApproved = String(there.status).toLowerCase() === 'approved';
		const path = `/Timesheets/${pathSegment(there.timesheetID)}`;
		if (changes.length === 0) return await this.approved(there, plan, false);
		done.of = changes.length;
		if (wasApproved) {
			await this.send('POST', `${path}/RevertToDraft`, 'timesheet');
			done.isReverted = true;
		}
		if (replacesAll && changes.length > 2) {
			await this.call.request({ method: 'DELETE', path, step: stepOf('DELETE', path) });
			done.isDeleted = true;
			return await this.approved(await this.create(first, plan, done), plan, wasApproved);
		}
		for (const line of plan.toUpdate) {
			await this.send('PUT', `${path}/Lines/${pathSegment(line.id)}`, 'timesheetLine', bodyOf(line));
			done.lines += 1;
		}
		for (const line of plan.toCreate) {
			await this.send('POST', `${path}/Lines`, 'timesheetLine', bodyOf(line));
			done.lines += 1;
		}
		for (const line of plan.toDelete) {
			const own = `${path}/Lines/${pathSegment(line.id)}`;
			await this.call.request({ method: 'DELETE', path: own, step: stepOf('DELETE', own) });
			done.lines += 1;
		}
		return await this.approved(await this.read(String(there.timesheetID)), plan, wasApproved);
	}

	private async create({ employee, calendar, period }: Hours, plan: HoursPlan, done: Done): Promise<IDataObject> {
		const timesheetLines = [...plan.lines].sort((a, b) => a.day.localeCompare(b.day)).map((line) => bodyOf(line) as IDataObject);
		done.of = timesheetLines.length;
		const body = {
			payrollCalendarID: calendar,
			employeeID: employee,
			startDate: period.start,
			endDate: period.end,
			timesheetLines,
		};
		const made = await this.send('POST', '/Timesheets', 'timesheet', body);
		return { ...made, isNew: true };
	}

	/** Approves a timesheet that was approved before, or is to be, when its hours are those that were meant. */
	private async approved(timesheet: IDataObject, plan: HoursPlan, wasApproved: boolean): Promise<IDataObject> {
		const isApproved = String(timesheet.status).toLowerCase() === 'approved';
		if (isApproved || !(wasApproved || this.choices.approves) || !hasHours(timesheet, plan)) return timesheet;
		const path = `/Timesheets/${pathSegment(timesheet.timesheetID)}/Approve`;
		return { ...timesheet, ...(await this.send('POST', path, 'timesheet')) };
	}

	private results({ hours, plan }: Timesheet, timesheet: IDataObject | undefined): JoinedResult[] {
		const findings =
			timesheet && !hasHours(timesheet, plan)
				? [
						{
							place: ['Units'],
							value: shown(asNumber(plan.total)),
							says: `Xero has ${String(shown(timesheet.totalHours))} hours in this timesheet, ${asNumber(plan.total)} were sent`,
							todo: 'Look at it in Xero; it was not approved',
						},
					]
				: [];
		return hours.map(({ row: { item }, employee, period, day, rate, tracking, units }) => ({
			item,
			findings,
			rows: [
				{
					json: {
						employeeID: employee,
						date: day,
						numberOfUnits: asNumber(units),
						earningsRateID: rate,
						trackingItemID: tracking ?? null,
						timesheetID: timesheet?.timesheetID ?? null,
						periodStart: period.start,
						periodEnd: period.end,
						result: plan.results.get(item)!,
						status: timesheet?.status ?? null,
						timesheetHours: timesheet?.totalHours ?? 0,
					},
				},
			],
		}));
	}

	/** An error that says how far the timesheet came. */
	private broken(item: number, cause: unknown, { lines, of, isReverted, isDeleted }: Done): Error {
		if (cause instanceof RowRefused) return this.call.refusalOf(item, cause.details);
		if (!isReverted && !isDeleted && lines === 0) return cause as Error;
		const left = isDeleted
			? 'the old timesheet is deleted'
			: isReverted
				? 'its timesheet is a draft now'
				: 'its timesheet is changed';
		const wrote = `${lines} of ${of} ${of === 1 ? 'line' : 'lines'} ${lines === 1 ? 'was' : 'were'} written`;
		return this.call.refusalOf(item, {
			says: `${reasonOf(cause)}; ${left}, ${wrote}`,
			todo: isReverted && !this.choices.approves ? 'Run the rows again with Afterwards set to Approve' : 'Run the rows again',
			state: 'unconfirmed',
			sentences: stateOf(cause)?.sentences ?? [],
		});
	}
}

/** What a write is called, so that another try of the run, which finds less to do, does not take it for another one. */
const stepOf = (method: string, path: string, body?: IDataObject): string =>
	[method, path, JSON.stringify(body ?? null)].join(' ');

/** How far the work on a timesheet came. */
interface Done {
	lines: number;
	of: number;
	isReverted: boolean;
	isDeleted?: boolean;
}

const bodyOf = ({ day, rate, units, tracking }: HoursLine): IDataObject => ({
	date: day,
	earningsRateID: rate,
	numberOfUnits: asNumber(units),
	...(tracking === undefined ? {} : { trackingItemID: tracking }),
});

/** Whether Xero has as many hours as were meant. */
function hasHours({ totalHours }: IDataObject, { total }: HoursPlan): boolean {
	const has = decimalOf(totalHours);
	return has !== undefined && isSame(minus(has, total), { digits: 0n, decimals: 0 });
}

const employeeOf = ({ value }: Picked, employees: readonly IDataObject[]): IDataObject =>
	employees.find(({ employeeID }) => String(employeeID).toLowerCase() === value.toLowerCase()) ??
	refuse({ place: ['Employee'], value, says: 'is not among the employees that Xero lists' });

/** Hours from rows into timesheets: one timesheet for each employee and pay period. */
export const importHours = async (call: JoinedContext): Promise<JoinedResult[]> => await new HoursImport(call).run();
