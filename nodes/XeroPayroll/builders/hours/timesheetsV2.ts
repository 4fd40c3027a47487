import groupBy from 'lodash/groupBy';
import type { IDataObject } from 'n8n-workflow';
import type { JoinedContext } from '../../../shared/model/context';
import { asNumber, decimalOf } from '../../../shared/model/decimal';
import { pathSegment } from '../../../shared/model/path';
import { objectsIn } from '../../../shared/model/values';
import { PAGES } from '../conventions';
import type { HoursLine, HoursPlan, Place, WhenThere } from './hoursPlan';
import { keyOf } from './hoursPlan';
import type { PayCalendar, PayPeriod } from './payPeriods';
import type {
	FoundTimesheet,
	HoursEmployee,
	OwnWrite,
	Progress,
	ReadTimesheet,
	TimesheetOf,
	TimesheetState,
	TimesheetStore,
	WrittenTimesheet,
} from './timesheetStore';
import { byDay, ownStep, refuse, stepOf } from './timesheetStore';

const EMPLOYEES = 'payroll.employees.read';

/** Lines that it is cheaper to change one by one than to write the timesheet anew. */
const FEW = 2;

const STATES: Readonly<Record<string, TimesheetState>> = { approved: 'approved', completed: 'posted' };
const stateOf = ({ status }: IDataObject): TimesheetState => STATES[String(status ?? '').toLowerCase()] ?? 'open';

const bodyOf = ({ day, rate, units, tracking }: HoursLine): IDataObject => ({
	date: day,
	earningsRateID: rate,
	numberOfUnits: asNumber(units),
	...(tracking === undefined ? {} : { trackingItemID: tracking }),
});

const foundIn = (timesheet: IDataObject): FoundTimesheet => ({
	id: String(timesheet.timesheetID),
	employee: String(timesheet.employeeID),
	period: { start: String(timesheet.startDate), end: String(timesheet.endDate) },
	state: stateOf(timesheet),
});

const writtenIn = (timesheet: IDataObject): WrittenTimesheet => ({
	id: String(timesheet.timesheetID),
	status: String(timesheet.status),
	state: stateOf(timesheet),
	hours: timesheet.totalHours,
});

const lineIn = (line: IDataObject): HoursLine => ({
	id: String(line.timesheetLineID),
	day: String(line.date),
	rate: String(line.earningsRateID),
	tracking: line.trackingItemID ? String(line.trackingItemID) : undefined,
	units: decimalOf(line.numberOfUnits)!,
});

const METHODS = ['POST', 'PUT'] as const;

/** What the write of a line is called by which hours are added to it. */
const addingStep = (of: TimesheetOf, line: Place): string => ownStep(`added ${keyOf(line)}`, of);

/** Timesheets of version 2.0: a line is a record of its own, and lists come without lines. */
export class TimesheetsV2 implements TimesheetStore {
	constructor(private readonly call: JoinedContext) {}

	async employees(): Promise<HoursEmployee[]> {
		const all = await this.list('/Employees', EMPLOYEES, 'employees', 'employeeID');
		return all.map(({ employeeID, payrollCalendarID }) => ({
			id: String(employeeID),
			calendar: payrollCalendarID ? String(payrollCalendarID) : undefined,
			rateOn: async (day) => await this.rateOn(String(employeeID), day),
		}));
	}

	async calendars(): Promise<ReadonlyMap<string, PayCalendar>> {
		const all = await this.list('/PayRunCalendars', 'payroll.settings.read', 'payRunCalendars', 'payrollCalendarID');
		return new Map(
			all.map(({ payrollCalendarID, calendarType, periodStartDate, periodEndDate }) => [
				String(payrollCalendarID),
				{ type: String(calendarType), start: String(periodStartDate), end: periodEndDate as string | undefined },
			]),
		);
	}

	async find({ start, end }: PayPeriod): Promise<FoundTimesheet[]> {
		const query = { startDate: start, endDate: end };
		const all = await this.list('/Timesheets', 'payroll.timesheets.read', 'timesheets', 'timesheetID', query);
		return all.map(foundIn);
	}

	async read({ id }: Pick<FoundTimesheet, 'id'>): Promise<ReadTimesheet> {
		const answer = await this.call.request({ path: `/Timesheets/${pathSegment(id)}`, envelope: 'timesheet' });
		const [timesheet] = this.call.recordsIn(answer, 'timesheet');
		if (!timesheet) return refuse({ says: 'its timesheet is not there any more', todo: 'Run the rows again' });
		return { ...foundIn(timesheet), ...writtenIn(timesheet), lines: objectsIn(timesheet.timesheetLines).map(lineIn) };
	}

	async create({ employee, calendar, period }: TimesheetOf, plan: HoursPlan, progress: Progress): Promise<WrittenTimesheet> {
		const timesheetLines = byDay(plan.lines).map(bodyOf);
		progress.of = timesheetLines.length;
		const days = { startDate: period.start, endDate: period.end };
		const body = { payrollCalendarID: calendar, employeeID: employee, ...days, timesheetLines };
		const step = ownStep('created', { employee, period });
		const made = writtenIn(await this.send('POST', '/Timesheets', 'timesheet', body, step));
		progress.lines = progress.of;
		return made;
	}

	async change(
		of: TimesheetOf,
		there: ReadTimesheet,
		plan: HoursPlan,
		how: WhenThere,
		progress: Progress,
	): Promise<WrittenTimesheet> {
		const path = `/Timesheets/${pathSegment(there.id)}`;
		progress.of = plan.toUpdate.length + plan.toCreate.length + plan.toDelete.length;
		if (there.state === 'approved') {
			await this.send('POST', `${path}/RevertToDraft`, 'timesheet', undefined, ownStep('set back', of));
			progress.isReverted = true;
		}
		if (how === 'replaceAll' && progress.of > FEW) {
			await this.delete(path);
			progress.isDeleted = true;
			return await this.create(of, plan, progress);
		}
		const lineAt = ({ id }: HoursLine): string => `${path}/Lines/${pathSegment(id)}`;
		const write = (method: 'POST' | 'PUT', at: string) => async (line: HoursLine) => {
			const step = how === 'add' ? addingStep(of, line) : undefined;
			await this.send(method, at, 'timesheetLine', bodyOf(line), step);
		};
		const writes = [
			...plan.toUpdate.map((line) => async () => await write('PUT', lineAt(line))(line)),
			...plan.toCreate.map((line) => async () => await write('POST', `${path}/Lines`)(line)),
			...plan.toDelete.map((line) => async () => await this.delete(lineAt(line))),
		];
		for (const next of writes) {
			await next();
			progress.lines += 1;
		}
		return await this.read(there);
	}

	async approve(of: TimesheetOf, timesheet: WrittenTimesheet): Promise<WrittenTimesheet> {
		const path = `/Timesheets/${pathSegment(timesheet.id)}/Approve`;
		const approved = await this.send('POST', path, 'timesheet', undefined, ownStep('approved', of));
		return { ...timesheet, ...writtenIn({ totalHours: timesheet.hours, ...approved } as IDataObject) };
	}

	isOwn(write: OwnWrite, of: TimesheetOf): boolean {
		return this.wasSent('POST', ownStep(write, of));
	}

	async addedBefore<T extends Place>(of: TimesheetOf, given: readonly T[]): Promise<readonly T[]> {
		const created = ownStep('created', of);
		if (this.wasSent('POST', created)) {
			await this.send('POST', '/Timesheets', 'timesheet', undefined, created);
			return given;
		}
		const added: T[] = [];
		for (const rows of Object.values(groupBy(given, keyOf))) {
			const step = addingStep(of, rows[0]!);
			const method = METHODS.find((one) => this.wasSent(one, step));
			if (method === undefined) continue;
			await this.send(method, '/Timesheets', 'timesheetLine', undefined, step);
			added.push(...rows);
		}
		return added;
	}

	private wasSent(method: 'POST' | 'PUT', step: string): boolean {
		return this.call.wasSent({ method, path: '', step });
	}

	/** The rate that an employee is paid by on a day. */
	private async rateOn(employee: string, day: string): Promise<string | undefined> {
		const path = `/Employees/${pathSegment(employee)}/SalaryAndWages`;
		const [latest] = (await this.list(path, EMPLOYEES, 'salaryAndWages', 'salaryAndWagesID'))
			.filter(({ status, effectiveFrom }) => status === 'Active' && String(effectiveFrom) <= day)
			.sort((a, b) => String(b.effectiveFrom).localeCompare(String(a.effectiveFrom)));
		return latest?.earningsRateID === undefined ? undefined : String(latest.earningsRateID);
	}

	private async list(path: string, scope: string, envelope: string, id: string, query: IDataObject = {}): Promise<IDataObject[]> {
		return await this.call.listOnce({ path, query, scope }, PAGES, envelope, id);
	}

	private async delete(path: string): Promise<void> {
		await this.call.request({ method: 'DELETE', path, step: stepOf('DELETE', path) });
	}

	/** Does a write, and gives the record of the answer; one that the answer has not is not done. */
	private async send(
		method: 'POST' | 'PUT',
		path: string,
		envelope: string,
		body?: IDataObject,
		step = stepOf(method, path, body),
	): Promise<IDataObject> {
		const answer = await this.call.request({ method, path, envelope, ...(body ? { body } : {}), step });
		const confirmedBy = envelope === 'timesheet' ? 'timesheetID' : 'timesheetLineID';
		return this.call.assertSaved(this.call.recordsIn(answer, envelope), confirmedBy)[0] ?? {};
	}
}
