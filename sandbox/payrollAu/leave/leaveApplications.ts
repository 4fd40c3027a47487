import { type Body, broke } from '../../accounting/resource/replies';
import { header } from '../../accounting/resource/request';
import type { Reading } from '../../payroll/wire/input';
import { forbidden } from '../../payroll/wire/problems';
import type { Reply } from '../../route';
import type { Call, Office } from '../office';
import type { EmployeeRow, LeavePeriod, LeaveRow } from '../rows';
import { inPath, type Kind, listed, whole } from '../wire/lists';
import { answer, changed, refused, written } from '../wire/replies';
import { workedOut } from './units';

/** Longest title of leave. */
const LONGEST = 50;

type State = LeavePeriod['LeavePeriodStatus'];

const kind: Kind<LeaveRow> = { plural: 'LeaveApplications', singular: 'LeaveApplication', id: 'LeaveApplicationID' };

/** Whether one of the periods of leave is in one of these states. */
const isIn = ({ LeavePeriods }: LeaveRow, ...states: readonly State[]): boolean =>
	LeavePeriods.some(({ LeavePeriodStatus }) => states.includes(LeavePeriodStatus));

/** Whether the pay of an employee for a period is posted. */
function isPaid(office: Office, { EmployeeID }: EmployeeRow, { PayPeriodStartDate }: LeavePeriod): boolean {
	return office.payslips.values().some((slip) => {
		const run = slip.EmployeeID === EmployeeID ? office.payRuns.get(slip.PayRunID) : undefined;
		return run?.PayRunStatus === 'POSTED' && run.PayRunPeriodStartDate === PayPeriodStartDate;
	});
}

/** The periods as they were sent, each of which must be one of the leave's own; all of these without any. */
function periodsOf(
	reading: Reading,
	own: readonly LeavePeriod[],
	sent: ReadonlyArray<Partial<LeavePeriod>> = [],
): readonly LeavePeriod[] {
	if (sent.length === 0) return own;
	return sent.flatMap(({ PayPeriodStartDate: start, PayPeriodEndDate: end, NumberOfUnits }) => {
		const found = own.find((one) => one.PayPeriodEndDate === end || (end === undefined && one.PayPeriodStartDate === start));
		const right = found !== undefined && (start === undefined || found.PayPeriodStartDate === start);
		reading.expect(right, 'LeavePeriods', 'The leave period does not correspond with a pay period');
		reading.expect((NumberOfUnits ?? 0) >= 0, 'LeavePeriods', 'The number of units must not be less than 0');
		return found ? [{ ...found, NumberOfUnits: NumberOfUnits ?? found.NumberOfUnits }] : [];
	});
}

/** Adds leave, which is scheduled at once, or changes one whole. Without periods its units are worked out. @throws 400 */
function write(call: Call, element: Body, before?: LeaveRow): LeaveRow {
	const { office, now } = call;
	const reading = office.reading();
	const sent = reading.record<Partial<LeaveRow>>('LeaveApplication', element);
	const {
		EmployeeID = '',
		LeaveTypeID = '',
		Title = '',
		StartDate = '',
		EndDate = '',
		Description,
		PayOutType = 'DEFAULT',
	} = sent;
	for (const [name, value] of Object.entries({ EmployeeID, LeaveTypeID, Title, StartDate, EndDate }))
		reading.expect(value !== '', name, `The ${name} is required`);
	reading.expect(Title.length <= LONGEST, 'Title', `The Title must be no more than ${LONGEST} characters long`);
	reading.expect(StartDate <= EndDate, 'StartDate', 'The start date must be on or before the end date');
	const employee = office.employees.get(EmployeeID);
	if (EmployeeID !== '') reading.expect(employee !== undefined, 'EmployeeID', 'The employee could not be found');
	if (LeaveTypeID !== '') reading.expect(office.leaveTypes.get(LeaveTypeID) !== undefined, 'LeaveTypeID', 'Leave type not found');
	reading.check();
	const calendar = office.calendars.get(employee?.PayrollCalendarID ?? '');
	if (!employee || !calendar) throw forbidden('The employee is not assigned to a payroll calendar');
	const state = before?.LeavePeriods[0]?.LeavePeriodStatus ?? 'SCHEDULED';
	const LeavePeriods = periodsOf(reading, workedOut(employee, calendar, StartDate, EndDate, state), sent.LeavePeriods);
	reading.check();
	if (LeavePeriods.some((period) => isPaid(office, employee, period)))
		throw forbidden('Leave in a pay period that is posted cannot be added or changed');
	return office.leave.put({
		...{ EmployeeID, LeaveTypeID, Title, StartDate, EndDate, PayOutType, LeavePeriods, UpdatedDateUTC: now },
		...(Description === undefined ? {} : { Description }),
		...(before?.requestID === undefined ? {} : { requestID: before.requestID }),
		LeaveApplicationID: before?.LeaveApplicationID ?? office.newId(),
	});
}

const inCall = (call: Call): LeaveRow => inPath(call, 'LeaveApplicationID', call.office.leave);

/** Answers a request, which moves it to another id: the old one is gone. @throws 400 from another state */
function move(from: readonly State[], to: State, sentence: string, idFor: (row: LeaveRow, office: Office) => string) {
	return (call: Call): Reply => {
		const { office, now } = call;
		const row = inCall(call);
		const { LeaveApplicationID } = row;
		if (!row.LeavePeriods.every(({ LeavePeriodStatus: state }) => from.includes(state)))
			throw refused(kind.plural, [{ LeaveApplicationID, ValidationErrors: [{ Message: sentence }] }]);
		const requestID = to === 'SCHEDULED' ? LeaveApplicationID : undefined;
		office.leave.remove(LeaveApplicationID);
		const { requestID: _before, ...rest } = row;
		const moved = office.leave.put({
			...{ ...rest, LeaveApplicationID: idFor(row, office), UpdatedDateUTC: now },
			...(requestID === undefined ? {} : { requestID }),
			LeavePeriods: row.LeavePeriods.map((period) => ({ ...period, LeavePeriodStatus: to })),
		});
		return answer(call, kind.plural, [whole(call, kind, moved)]);
	};
}

/** Scheduled leave that is rejected goes back to the id it had as a request; what never was one, and a request, get or keep their own. */
const rejectedId = (row: LeaveRow, office: Office): string =>
	isIn(row, 'REQUESTED') ? row.LeaveApplicationID : (row.requestID ?? office.newId());

export const leaveApplications: Readonly<Record<string, (call: Call) => Reply>> = {
	getLeaveApplications: (call) =>
		listed(
			call,
			kind,
			call.office.leave.values().filter((row) => isIn(row, 'SCHEDULED', 'PROCESSED')),
		),
	getLeaveApplicationsV2(call) {
		// The specification names the header, and Xero breaks at it.
		if (header(call.request, 'if-modified-since') !== undefined) throw broke();
		return listed(call, kind, call.office.leave.values(), false);
	},
	getLeaveApplication: (call) => answer(call, kind.plural, [whole(call, kind, inCall(call))]),
	createLeaveApplication: (call) => written(call, kind.plural, (sent) => whole(call, kind, write(call, sent))),
	updateLeaveApplication(call) {
		const row = inCall(call);
		return changed(call, kind.plural, (sent) => {
			if (isIn(row, 'PROCESSED', 'REJECTED')) throw forbidden('Leave that is processed or rejected cannot be changed');
			return whole(call, kind, write(call, sent, row));
		});
	},
	approveLeaveApplication: move(['REQUESTED'], 'SCHEDULED', 'Only requested leave can be approved', (_row, office) =>
		office.newId(),
	),
	rejectLeaveApplication: move(
		['REQUESTED', 'SCHEDULED'],
		'REJECTED',
		'Only requested or scheduled leave can be rejected',
		rejectedId,
	),
};

/** All leave, with ISO dates. */
export const leaveRecords = (call: Pick<Call, 'office'>): Body[] =>
	call.office.leave.values().map((row) => whole(call, kind, row, 'plain'));
