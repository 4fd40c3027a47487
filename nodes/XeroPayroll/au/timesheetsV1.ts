import groupBy from 'lodash/groupBy';
import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import type { JoinedContext } from '../../shared/model/context';
import { asNumber, decimalOf } from '../../shared/model/decimal';
import { pathSegment } from '../../shared/model/path';
import { objectsIn } from '../../shared/model/values';
import { UNCOUNTED_PAGES } from '../builders/conventions';
import type { HoursLine, HoursPlan, WhenThere } from '../builders/hours/hoursPlan';
import { unitsOf } from '../builders/hours/hoursPlan';
import type { PayCalendar, PayPeriod } from '../builders/hours/payPeriods';
import type {
	HoursEmployee,
	OwnWrite,
	Progress,
	ReadTimesheet,
	TimesheetOf,
	TimesheetState,
	TimesheetStore,
	WrittenTimesheet,
} from '../builders/hours/timesheetStore';
import { ownStep, stepOf } from '../builders/hours/timesheetStore';

const STATES: Readonly<Record<string, TimesheetState>> = { APPROVED: 'approved', PROCESSED: 'posted' };

const writtenIn = ({ TimesheetID, Status, Hours }: IDataObject): WrittenTimesheet => ({
	id: String(TimesheetID),
	status: String(Status),
	state: STATES[String(Status)] ?? 'open',
	hours: Hours,
});

const dayOf = (iso: string): DateTime => DateTime.fromISO(iso, { zone: 'utc' });

/** The days of a period, in their order. */
function daysOf({ start, end }: PayPeriod): string[] {
	const first = dayOf(start);
	const count = dayOf(end).diff(first, 'days').days + 1;
	return Array.from({ length: count }, (_day, index) => first.plus({ days: index }).toISODate()!);
}

/** The hours of one line, one for each day on which there are some. */
const linesIn = ({ EarningsRateID, TrackingItemID, NumberOfUnits }: IDataObject, days: readonly string[]): HoursLine[] =>
	(Array.isArray(NumberOfUnits) ? NumberOfUnits : []).flatMap((given: unknown, index) => {
		const [day, units] = [days[index], decimalOf(given)];
		if (day === undefined || !units || units.digits === 0n) return [];
		return [{ day, rate: String(EarningsRateID), tracking: TrackingItemID ? String(TrackingItemID) : undefined, units }];
	});

const placeOf = ({ rate, tracking = '' }: Pick<HoursLine, 'rate' | 'tracking'>): string =>
	`${rate.toLowerCase()} ${tracking.toLowerCase()}`;

/** A timesheet as it is found: its list has the lines. */
function foundIn(timesheet: IDataObject): ReadTimesheet {
	const period = { start: String(timesheet.StartDate), end: String(timesheet.EndDate) };
	const days = daysOf(period);
	return {
		...writtenIn(timesheet),
		employee: String(timesheet.EmployeeID),
		period,
		wasRejected: timesheet.Status === 'REJECTED',
		lines: objectsIn(timesheet.TimesheetLines).flatMap((line) => linesIn(line, days)),
	};
}

/** Hours as version 1.0 has them: a line for each rate and tracking option, with a number for every day of the period. */
function bodyLines(lines: readonly HoursLine[], period: PayPeriod): IDataObject[] {
	const days = daysOf(period);
	return Object.values(groupBy(lines, placeOf)).map((own) => {
		const { rate, tracking } = own[0]!;
		return {
			EarningsRateID: rate,
			...(tracking === undefined ? {} : { TrackingItemID: tracking }),
			NumberOfUnits: days.map((day) => asNumber(unitsOf(own.filter((line) => line.day === day)))),
		};
	});
}

/** An empty list might say nothing to Xero: a timesheet from which all hours are taken keeps a line of zeros for each rate it had. */
const noHours = (lines: readonly HoursLine[], period: PayPeriod): IDataObject[] =>
	bodyLines(lines, period).map((line) => ({ ...line, NumberOfUnits: daysOf(period).map(() => 0) }));

/** All of the hours are in one write. */
function written(timesheet: WrittenTimesheet, progress: Progress): WrittenTimesheet {
	progress.lines = progress.of = 1;
	return timesheet;
}

/** A bound of Xero's where. */
const dateTime = (iso: string): string => `DateTime(${iso.split('-').map(Number).join(',')})`;

/** Timesheets of Australia's version 1.0: one write says all of a timesheet, and lists come with the lines. */
export class TimesheetsV1 implements TimesheetStore {
	constructor(private readonly call: JoinedContext) {}

	async employees(): Promise<HoursEmployee[]> {
		// As the picker has them: a name that somebody had before is not in doubt.
		const where = 'Status=="ACTIVE"';
		const all = await this.list('/1.0/Employees', 'payroll.employees.read', 'Employees', 'EmployeeID', { where });
		return all.map(({ EmployeeID, PayrollCalendarID, OrdinaryEarningsRateID }) => ({
			id: String(EmployeeID),
			calendar: PayrollCalendarID ? String(PayrollCalendarID) : undefined,
			rateOn: async () => await this.rateOf(String(EmployeeID), OrdinaryEarningsRateID),
		}));
	}

	async calendars(): Promise<ReadonlyMap<string, PayCalendar>> {
		const all = await this.list('/1.0/PayrollCalendars', 'payroll.settings.read', 'PayrollCalendars', 'PayrollCalendarID');
		return new Map(
			all.map(({ PayrollCalendarID, CalendarType, StartDate }) => [
				String(PayrollCalendarID),
				{ type: String(CalendarType), start: String(StartDate) },
			]),
		);
	}

	async find({ start, end }: PayPeriod): Promise<ReadTimesheet[]> {
		const where = `StartDate>=${dateTime(start)} AND StartDate<=${dateTime(end)}`;
		const all = await this.list('/1.0/Timesheets', 'payroll.timesheets.read', 'Timesheets', 'TimesheetID', { where });
		return all.map(foundIn);
	}

	/** Reads nothing more: what was found has its lines. */
	async read(timesheet: ReadTimesheet): Promise<ReadTimesheet> {
		return await Promise.resolve(timesheet);
	}

	async create(of: TimesheetOf, plan: HoursPlan, progress: Progress): Promise<WrittenTimesheet> {
		const made = await this.write(of, 'DRAFT', bodyLines(plan.lines, of.period), { step: ownStep('created', of) });
		return written(made, progress);
	}

	async change(
		of: TimesheetOf,
		there: ReadTimesheet,
		plan: HoursPlan,
		how: WhenThere,
		progress: Progress,
	): Promise<WrittenTimesheet> {
		const lines = plan.lines.length ? bodyLines(plan.lines, of.period) : noHours(there.lines, of.period);
		const isApproved = there.state === 'approved';
		const step =
			how === 'add' ? ownStep(isApproved ? 'set back and added' : 'added', of) : this.first('set back', of, isApproved);
		const changed = await this.write(of, 'DRAFT', lines, { id: there.id, step });
		progress.isReverted = isApproved;
		return written(changed, progress);
	}

	async approve(of: TimesheetOf, { id }: WrittenTimesheet, plan: HoursPlan): Promise<WrittenTimesheet> {
		return await this.write(of, 'APPROVED', bodyLines(plan.lines, of.period), { id, step: this.first('approved', of) });
	}

	isOwn(write: OwnWrite, of: TimesheetOf): boolean {
		return this.wasSent(ownStep(write, of)) || (write === 'set back' && this.wasSent(ownStep('set back and added', of)));
	}

	async addedBefore<T>(of: TimesheetOf, given: readonly T[]): Promise<readonly T[]> {
		const steps = ['created', 'added', 'set back and added'].map((write) => ownStep(write, of));
		const step = steps.find((one) => this.wasSent(one));
		if (step === undefined) return [];
		await this.write(of, 'DRAFT', [], { step });
		return given;
	}

	private wasSent(step: string): boolean {
		return this.call.wasSent({ method: 'POST', path: '', step });
	}

	/** The name of a write that an earlier try has not sent; one that is sent anew is told from it by what is in it. */
	private first(write: OwnWrite, of: TimesheetOf, isOne = true): string | undefined {
		const step = ownStep(write, of);
		return isOne && !this.wasSent(step) ? step : undefined;
	}

	/** The rate that an employee usually earns; lists may come without it. */
	private async rateOf(employee: string, listed: unknown): Promise<string | undefined> {
		if (listed) return String(listed);
		const path = `/1.0/Employees/${pathSegment(employee)}`;
		const request = { path, envelope: 'Employees', scope: 'payroll.employees.read' };
		const answer = await this.call.once(path, async () => await this.call.request(request));
		const [whole] = this.call.recordsIn(answer, 'Employees');
		return whole?.OrdinaryEarningsRateID ? String(whole.OrdinaryEarningsRateID) : undefined;
	}

	private async list(path: string, scope: string, envelope: string, id: string, query: IDataObject = {}): Promise<IDataObject[]> {
		return await this.call.listOnce({ path, query, scope }, UNCOUNTED_PAGES, envelope, id);
	}

	/** Writes a whole timesheet; one that the answer has not is not done. `step`: what the write is called, by what is in it unless said. */
	private async write(
		{ employee, period }: TimesheetOf,
		Status: 'DRAFT' | 'APPROVED',
		TimesheetLines: IDataObject[],
		{ id, step }: { readonly id?: string; readonly step: string | undefined },
	): Promise<WrittenTimesheet> {
		const path = id === undefined ? '/1.0/Timesheets' : `/1.0/Timesheets/${pathSegment(id)}`;
		const own = id === undefined ? {} : { TimesheetID: id };
		const body = [{ ...own, EmployeeID: employee, StartDate: period.start, EndDate: period.end, Status, TimesheetLines }];
		const answer = await this.call.request({
			method: 'POST',
			path,
			envelope: 'Timesheets',
			body,
			step: step ?? stepOf('POST', path, body),
		});
		return writtenIn(this.call.assertSaved(this.call.recordsIn(answer, 'Timesheets'), 'TimesheetID')[0] ?? {});
	}
}
