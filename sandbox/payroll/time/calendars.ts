import type { Reply } from '../../route';
import { type Call, inPath } from '../office';
import type { CalendarRow } from '../rows';
import { paged, wrapped } from '../wire/envelope';
import { fresh } from '../wire/output';
import { periodOf } from './periods';

/** Adds a calendar; the end of its period is Xero's. @throws 400 */
function create(call: Call): CalendarRow {
	const { office, request, now } = call;
	const reading = office.reading();
	const sent = reading.record<Omit<CalendarRow, 'payrollCalendarID'>>('PayRunCalendar', request.body);
	const same = office.calendars.values().some(({ name }) => name.toLowerCase() === sent.name?.trim().toLowerCase());
	reading.expect(!same, 'name', 'The name of the pay run calendar must be unique.');
	if (sent.paymentDate !== undefined && sent.periodStartDate !== undefined)
		reading.expect(
			sent.paymentDate >= sent.periodStartDate,
			'paymentDate',
			'The payment date must be on or after the start of the period.',
		);
	reading.check();
	return office.calendars.put({
		...sent,
		payrollCalendarID: office.newId(),
		periodEndDate: periodOf(sent, sent.periodStartDate).end,
		updatedDateUTC: now,
	});
}

/** Pay run calendars. The hole of the path has another name in each country. */
export const calendars: Readonly<Record<string, (call: Call) => Reply>> = {
	getPayRunCalendars: ({ office, request }) =>
		paged(request, 'payRunCalendars', office.calendars.values(), (row) => office.shown('PayRunCalendar', row)),
	createPayRunCalendar: (call) =>
		wrapped(call.request, { payRunCalendar: fresh(call.office.shown('PayRunCalendar', create(call))) }),
	getPayRunCalendar(call) {
		const hole = call.office.region.key === 'nz' ? 'PayrollCalendarID' : 'PayRunCalendarID';
		const row = inPath(call, hole, call.office.calendars, 'pay run calendar');
		return wrapped(call.request, { payRunCalendar: call.office.shown('PayRunCalendar', row) });
	},
};
