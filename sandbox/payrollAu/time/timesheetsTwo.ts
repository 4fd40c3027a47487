import type { TimesheetRow } from '../../payroll/rows';
import { type TimeOffice, timesheets } from '../../payroll/time/timesheets';
import { Reading } from '../../payroll/wire/input';
import { shown } from '../../payroll/wire/output';
import type { Reply, SandboxRequest } from '../../route';
import { type Office, versions } from '../office';
import { counted } from './calendars';

/** A timesheet as 2.0 tells it: it knows three states, and no line without hours. */
function told(row: TimesheetRow): TimesheetRow {
	const status = row.status === 'Requested' || row.status === 'Rejected' ? 'Draft' : row.status;
	return { ...row, status, timesheetLines: row.timesheetLines.filter(({ numberOfUnits }) => numberOfUnits > 0) };
}

/** The payroll as version 2.0 of timesheets sees it. */
function timeOffice(office: Office): TimeOffice {
	return {
		timesheets: office.timesheets,
		employees: {
			get(id) {
				const row = office.employees.get(id);
				return row?.PayrollCalendarID === undefined ? row && {} : { employment: { payrollCalendarID: row.PayrollCalendarID } };
			},
		},
		calendars: {
			get(id) {
				const row = office.calendars.get(id);
				return row && counted(row);
			},
		},
		earningsRates: office.earningsRates,
		region: { description: versions.two },
		newId: () => office.newId(),
		told,
		deleted: { status: 200 },
		shown: (schema, row) => shown(versions.two, schema, row),
		reading: () => new Reading(versions.two),
	};
}

/** What an operation of version 2.0 does. */
export function timesheetCall(operationId: string, office: Office, request: SandboxRequest, now: string): Reply {
	const work = timesheets[operationId];
	if (!work) throw new RangeError(`Xero's payroll has no operation ${operationId} in version 2.0`);
	return work({ office: timeOffice(office), request, now });
}
