import type { Body } from '../../accounting/resource/replies';
import { query } from '../../accounting/resource/request';
import { daysBetween } from '../../accounting/values/calendar';
import { addDays } from '../../accounting/values/dates';
import { sum } from '../../accounting/values/decimal';
import type { Reply } from '../../route';
import { type Call, inPath, type Office } from '../office';
import type { CalendarRow, EmployeeRow, PayRunRow } from '../rows';
import { periodOf } from '../time/periods';
import { paged, wrapped } from '../wire/envelope';
import { badQuery, forbidden } from '../wire/problems';
import { paySlipBody, paySlipFor } from './paySlip';
import { activePay } from './weeklyPay';

/** A pay run as answers show it, with the summaries of its payslips where it is single. */
function body(office: Office, row: PayRunRow, single: boolean): Body {
	const slips = office.paySlips.all('run', row.payRunID);
	const total = (...names: readonly string[]): number =>
		sum(slips.flatMap(({ totals }) => names.map((name) => totals[name] ?? 0)));
	// The tax on the employer's part of KiwiSaver comes out of that part; national insurance comes on top.
	const employer = office.region.key === 'nz' ? ['totalSuperannuation'] : ['totalEmployerTaxes', 'totalBenefits'];
	return {
		...office.shown('PayRun', {
			...row,
			totalCost: total('totalEarnings', 'totalReimbursements', ...employer),
			totalPay: total('totalPay'),
		}),
		paySlips: single ? slips.map((slip) => paySlipBody(office, slip, false)) : null,
	};
}

function list({ office, request }: Call): Reply {
	const status = query(request, 'status')?.toLowerCase();
	if (status !== undefined && status !== 'draft' && status !== 'posted') throw badQuery(`The status '${status}' is not valid`);
	const rows = office.payRuns
		.values()
		.filter(({ payRunStatus }) => status === undefined || payRunStatus.toLowerCase() === status);
	return paged(request, 'payRuns', rows, (row) => body(office, row, false));
}

/** The employees of a calendar who are employed in some of the days of a period. */
export function employed(office: Office, { payrollCalendarID }: CalendarRow, start: string, end: string): EmployeeRow[] {
	return office.employees
		.values()
		.filter(
			({ employment, profile }) =>
				employment?.payrollCalendarID === payrollCalendarID &&
				employment.startDate <= end &&
				(profile.endDate === undefined || profile.endDate >= start),
		);
}

/** What an employee lacks to be paid; nothing when all is set up. */
function lacks(office: Office, { employeeID, tax, payment, leaveSetup }: EmployeeRow): string[] {
	const paid = payment?.paymentMethod === 'Electronically' ? (payment.bankAccounts ?? []).length > 0 : payment !== undefined;
	return [
		...(activePay(office, employeeID) ? [] : ['salary and wages']),
		...(office.patterns.all('employee', employeeID).length > 0 ? [] : ['a working pattern']),
		...(tax?.taxCode === undefined ? ['tax details'] : []),
		...(paid ? [] : ['a bank account']),
		...(leaveSetup ? [] : ['a leave setup']),
	];
}

/** Makes a draft with a payslip for everybody on the calendar; an unscheduled one has none. */
export function draftPayRun(office: Office, calendar: CalendarRow, now: string, given: Partial<PayRunRow> = {}): PayRunRow {
	const row = office.payRuns.put({
		...{ payRunID: office.newId(), payrollCalendarID: calendar.payrollCalendarID, calendarType: calendar.calendarType },
		periodStartDate: given.periodStartDate ?? calendar.periodStartDate,
		periodEndDate: given.periodEndDate ?? calendar.periodEndDate,
		paymentDate: given.paymentDate ?? calendar.paymentDate,
		payRunStatus: 'Draft',
		payRunType: given.payRunType ?? 'Scheduled',
	});
	if (row.payRunType === 'Scheduled')
		for (const employee of employed(office, calendar, row.periodStartDate, row.periodEndDate))
			office.paySlips.put(paySlipFor(office, employee, row, now));
	return row;
}

/** Posts a draft, as a person does in Xero: its timesheets are completed, and the calendar moves on to the next period. */
export function postPayRun(office: Office, run: PayRunRow, now: string): PayRunRow {
	const calendar = office.calendars.get(run.payrollCalendarID);
	const paid = new Set(office.paySlips.all('run', run.payRunID).map(({ employeeID }) => employeeID));
	for (const sheet of office.timesheets.values())
		if (sheet.status === 'Approved' && sheet.startDate === run.periodStartDate && paid.has(sheet.employeeID))
			office.timesheets.put({ ...sheet, status: 'Completed', updatedDateUTC: now });
	if (calendar && run.payRunType === 'Scheduled') {
		const { start, end } = periodOf(calendar, addDays(run.periodEndDate, 1));
		const paymentDate = addDays(end, daysBetween(run.periodEndDate, run.paymentDate));
		office.calendars.put({ ...calendar, periodStartDate: start, periodEndDate: end, paymentDate, updatedDateUTC: now });
	}
	return office.payRuns.put({ ...run, payRunStatus: 'Posted', postedDateTime: now });
}

/** Makes a draft for the calendar's next period, one at a time. New Zealand only. @throws 400 */
function create(call: Call): Reply {
	const { office, request, now } = call;
	const reading = office.reading();
	const sent = reading.record<PayRunRow>('PayRun', request.body);
	const calendar = office.calendars.get(sent.payrollCalendarID ?? '');
	reading.expect(calendar !== undefined, 'payrollCalendarID', 'The pay run calendar could not be found.');
	reading.expect(sent.payRunStatus !== 'Posted', 'payRunStatus', 'A pay run can only be created as a draft.');
	reading.expect(sent.payRunType !== 'EarlierYearUpdate', 'payRunType', 'The pay run type is not valid.');
	const { periodStartDate: start, periodEndDate: end } = sent;
	if (start !== undefined && end !== undefined)
		reading.expect(start <= end, 'periodStartDate', 'The start date must be on or before the end date.');
	reading.check();
	if (!calendar) throw forbidden('The pay run calendar could not be found.');
	const drafts = office.payRuns
		.all('calendar', calendar.payrollCalendarID)
		.filter(({ payRunStatus }) => payRunStatus === 'Draft');
	if (drafts.length > 0) throw forbidden('There is a draft pay run for this calendar already.');
	const given = { ...sent, payRunType: sent.payRunType ?? 'Scheduled' };
	if (given.payRunType === 'Scheduled') {
		const own =
			(start ?? calendar.periodStartDate) === calendar.periodStartDate &&
			(end ?? calendar.periodEndDate) === calendar.periodEndDate;
		if (!own) throw forbidden("Provided period doesn't correspond with a pay period", 'periodStartDate');
		for (const employee of employed(office, calendar, calendar.periodStartDate, calendar.periodEndDate)) {
			const missing = lacks(office, employee);
			if (missing.length > 0) throw forbidden(`An employee of this calendar is not set up: ${missing.join(', ')} missing.`);
		}
	}
	return wrapped(request, { payRun: body(office, draftPayRun(office, calendar, now, given), true) });
}

export const payRuns: Readonly<Record<string, (call: Call) => Reply>> = {
	getPayRuns: list,
	getPayRun: (call) =>
		wrapped(call.request, { payRun: body(call.office, inPath(call, 'PayRunID', call.office.payRuns, 'pay run'), true) }),
	createPayRun: create,
};
