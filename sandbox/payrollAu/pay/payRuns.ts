import type { Body } from '../../accounting/resource/replies';
import { daysBetween } from '../../accounting/values/calendar';
import { addDays } from '../../accounting/values/dates';
import { sum } from '../../accounting/values/decimal';
import { forbidden } from '../../payroll/wire/problems';
import type { Reply } from '../../route';
import type { Call, Office } from '../office';
import type { CalendarRow, EmployeeRow, PayRunRow } from '../rows';
import { counted, periodIn } from '../time/calendars';
import { inPath, type Kind, listed, whole } from '../wire/lists';
import { shown } from '../wire/output';
import { answer, changed, written } from '../wire/replies';
import { payslipBody, payslipFor } from './payslips';
import { totalsOf } from './totals';

/** What the payslips of a pay run add up to. */
function look({ office }: Pick<Call, 'office'>, { PayRunID }: PayRunRow): Body {
	const all = office.payslips.all('run', PayRunID).map(({ lines }) => totalsOf(lines));
	const total = (name: keyof (typeof all)[number]): number => sum(all.map((totals) => totals[name]));
	return {
		...{ Wages: total('Wages'), Deductions: total('Deductions'), Tax: total('Tax'), Super: total('Super') },
		...{ Reimbursement: total('Reimbursements'), NetPay: total('NetPay') },
	};
}

const kind: Kind<PayRunRow> = { plural: 'PayRuns', singular: 'PayRun', id: 'PayRunID', look };

/** A pay run with the summaries of its payslips. */
function single(call: Pick<Call, 'office'>, row: PayRunRow, form?: 'plain'): Body {
	const Payslips = call.office.payslips.all('run', row.PayRunID).map((slip) => payslipBody('PayslipSummary', slip, form));
	return { ...whole(call, kind, row, form), Payslips };
}

/** The employees of a calendar who are employed in some of the days of a period. */
function employed(office: Office, { PayrollCalendarID }: CalendarRow, start: string, end: string): EmployeeRow[] {
	return office.employees
		.values()
		.filter(
			(row) =>
				row.PayrollCalendarID === PayrollCalendarID &&
				(row.StartDate === undefined || row.StartDate <= end) &&
				(row.TerminationDate === undefined || row.TerminationDate >= start),
		);
}

/** Makes a draft with a payslip for everybody on the calendar; dates that are not the calendar's own period make an unscheduled one, which has none. */
export function draftPayRun(office: Office, calendar: CalendarRow, now: string, given: Partial<PayRunRow> = {}): PayRunRow {
	const own = periodIn(calendar, calendar.StartDate);
	const [start, end] = [given.PayRunPeriodStartDate ?? own.start, given.PayRunPeriodEndDate ?? own.end];
	const scheduled = start === own.start && end === own.end;
	const row = office.payRuns.put({
		...{ PayRunID: office.newId(), PayrollCalendarID: calendar.PayrollCalendarID, scheduled, PayRunStatus: 'DRAFT' },
		...{ calendarType: counted(calendar).calendarType, PayRunPeriodStartDate: start, PayRunPeriodEndDate: end },
		...{ PaymentDate: given.PaymentDate ?? calendar.PaymentDate, UpdatedDateUTC: now },
		...(given.PayslipMessage === undefined ? {} : { PayslipMessage: given.PayslipMessage }),
	});
	if (scheduled) for (const employee of employed(office, calendar, start, end)) payslipFor(office, employee, row, now);
	return row;
}

/** Posts a draft for good: timesheets and leave of those who are paid are processed, and the calendar moves on to the next period. */
export function postPayRun(office: Office, run: PayRunRow, now: string): PayRunRow {
	const { PayRunPeriodStartDate: start, PayRunPeriodEndDate: end, PaymentDate } = run;
	for (const { EmployeeID } of office.payslips.all('run', run.PayRunID)) {
		for (const sheet of office.timesheets.all('employee', EmployeeID))
			if (sheet.status === 'Approved' && sheet.startDate === start)
				office.timesheets.put({ ...sheet, status: 'Completed', updatedDateUTC: now });
		for (const leave of office.leave.all('employee', EmployeeID)) {
			const LeavePeriods = leave.LeavePeriods.map((period) =>
				period.PayPeriodStartDate === start && period.LeavePeriodStatus === 'SCHEDULED'
					? { ...period, LeavePeriodStatus: 'PROCESSED' as const }
					: period,
			);
			if (LeavePeriods.some((period, at) => period !== leave.LeavePeriods[at]))
				office.leave.put({ ...leave, LeavePeriods, UpdatedDateUTC: now });
		}
	}
	const calendar = office.calendars.get(run.PayrollCalendarID);
	if (calendar && run.scheduled) {
		const next = periodIn(calendar, addDays(end, 1));
		const payday = addDays(next.end, daysBetween(end, PaymentDate));
		office.calendars.put({ ...calendar, StartDate: next.start, PaymentDate: payday, UpdatedDateUTC: now });
	}
	return office.payRuns.put({ ...run, PayRunStatus: 'POSTED', UpdatedDateUTC: now });
}

/** Makes a draft, one at a time for a calendar. @throws 400 */
function create(call: Call, element: Body): PayRunRow {
	const { office, now } = call;
	const reading = office.reading();
	const sent = reading.record<Partial<PayRunRow>>('PayRun', element);
	const { PayrollCalendarID = '', PayRunPeriodStartDate: start, PayRunPeriodEndDate: end } = sent;
	const calendar = office.calendars.get(PayrollCalendarID);
	if (PayrollCalendarID !== '')
		reading.expect(calendar !== undefined, 'PayrollCalendarID', 'The payroll calendar could not be found');
	reading.expect(sent.PayRunStatus !== 'POSTED', 'PayRunStatus', 'A pay run can only be created as a draft');
	const both = (start === undefined) === (end === undefined);
	reading.expect(both, 'PayRunPeriodStartDate', 'The start date and the end date of the period are given together');
	if (start !== undefined && end !== undefined)
		reading.expect(start <= end, 'PayRunPeriodStartDate', 'The start date must be on or before the end date');
	reading.check();
	if (!calendar) throw forbidden('The payroll calendar could not be found');
	const drafts = office.payRuns
		.all('calendar', calendar.PayrollCalendarID)
		.filter(({ PayRunStatus }) => PayRunStatus === 'DRAFT');
	if (drafts.length > 0) throw forbidden('There is a draft pay run for this payroll calendar already');
	return draftPayRun(office, calendar, now, sent);
}

/** Changes payday and message of a draft, or posts it. @throws 400 */
function update(call: Call, row: PayRunRow, element: Body): PayRunRow {
	const { office, now } = call;
	const reading = office.reading({ PayRun: ['PayrollCalendarID'] });
	const sent = reading.record<Partial<PayRunRow>>('PayRun', element);
	if (row.PayRunStatus === 'POSTED') throw forbidden('A posted pay run cannot be changed');
	for (const name of ['PayrollCalendarID', 'PayRunPeriodStartDate', 'PayRunPeriodEndDate'] as const)
		reading.expect((sent[name] ?? row[name]) === row[name], name, `The ${name} of a pay run cannot be changed`);
	reading.check();
	const { PaymentDate = row.PaymentDate, PayslipMessage = row.PayslipMessage } = sent;
	const edited = office.payRuns.put({
		...{ ...row, PaymentDate, UpdatedDateUTC: now },
		...(PayslipMessage === undefined ? {} : { PayslipMessage }),
	});
	return sent.PayRunStatus === 'POSTED' ? postPayRun(office, edited, now) : edited;
}

/** Pay runs. What a write answers has neither totals nor payslips. */
export const payRuns: Readonly<Record<string, (call: Call) => Reply>> = {
	getPayRuns: (call) => listed(call, kind, call.office.payRuns.values()),
	getPayRun: (call) => answer(call, kind.plural, [single(call, inPath(call, 'PayRunID', call.office.payRuns))]),
	createPayRun: (call) => written(call, kind.plural, (sent) => shown('PayRun', create(call, sent))),
	updatePayRun(call) {
		const row = inPath(call, 'PayRunID', call.office.payRuns);
		return changed(call, kind.plural, (sent) => shown('PayRun', update(call, row, sent)));
	},
};

/** Every pay run with the summaries of its payslips, and every payslip, with ISO dates. */
export const payRunRecords = (call: Pick<Call, 'office'>): Body[] =>
	call.office.payRuns.values().map((row) => single(call, row, 'plain'));
export const payslipRecords = ({ office }: Pick<Call, 'office'>): Body[] =>
	office.payslips.values().map((row) => ({ ...payslipBody('Payslip', row, 'plain'), PayRunID: row.PayRunID }));
