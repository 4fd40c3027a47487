import { query } from '../../accounting/resource/request';
import { daysBetween } from '../../accounting/values/calendar';
import { calendarDate } from '../../accounting/values/dates';
import type { Body } from '../../accounting/resource/replies';
import { rounded, sum } from '../../accounting/values/decimal';
import type { Reply } from '../../route';
import { type Call, employeeIn, inPath, type Office } from '../office';
import { type StatutoryLeaveRow, WEEKDAYS } from '../rows';
import { weeklyPay } from '../pay/weeklyPay';
import { wrapped } from '../wire/envelope';
import { plainDays } from '../wire/output';
import { badQuery } from '../wire/problems';
import { hoursAWeek } from './hours';

/** Weeks of sick pay there are, and what an employee must earn in a week to have any (made up in the manner of the law). */
const WEEKS = 28;
const LOWEST_PAY = 125;

const TYPES = ['Sick', 'Adoption', 'Maternity', 'Paternity', 'Sharedparental', 'Bereavement', 'NeonatalCare'];

/** Weeks of sick leave that an employee has had before a day. */
const had = (office: Office, employeeID: string, day = '9999-12-31'): number =>
	sum(
		office.statutoryLeave
			.all('employee', employeeID)
			.filter(({ isEntitled, startDate }) => isEntitled && startDate <= day)
			.map(({ entitlementWeeksRequested }) => entitlementWeeksRequested),
	);

/** Why an employee is not entitled to sick pay; none where there is nothing against it. */
function failures(
	office: Office,
	{ employeeID, sufficientNotice }: StatutoryLeaveRow,
	requested: number,
	left: number,
): string[] {
	const pay = weeklyPay(office, employeeID);
	return [
		...(pay === undefined ? ['UnableToCalculateAwe'] : pay < LOWEST_PAY ? ['AweLowerThanLel'] : []),
		...(requested > left ? ['ExceededMaximumEntitlementWeeksOfSsp'] : []),
		...(sufficientNotice ? [] : ['SufficientNoticeNotGiven']),
	];
}

/** Adds sick leave. Whether it is paid is told in the answer: leave without pay is saved as well. @throws 400 */
function createSick(call: Call): Reply {
	const { office, request } = call;
	const reading = office.reading();
	const sent = reading.record<StatutoryLeaveRow>('EmployeeStatutorySickLeave', request.body);
	const employee = office.employees.get(sent.employeeID ?? '');
	if (sent.employeeID !== undefined) reading.expect(employee !== undefined, 'employeeID', 'The employee could not be found.');
	const type = office.leaveTypes.get(sent.leaveTypeID ?? '');
	if (sent.leaveTypeID !== undefined)
		reading.expect(type?.isStatutoryLeave === true, 'leaveTypeID', 'The leave type must be a statutory leave type.');
	const names = WEEKDAYS.map((day) => day.toLowerCase());
	const pattern = sent.workPattern ?? [];
	reading.expect(
		pattern.every((day) => names.some((name) => name === String(day).toLowerCase())),
		'workPattern',
		'The work pattern must hold days of the week.',
	);
	if (sent.startDate !== undefined && sent.endDate !== undefined)
		reading.expect(sent.startDate <= sent.endDate, 'startDate', 'The start date must be on or before the end date.');
	reading.check();
	reading.expect(pattern.length > 0, 'workPattern', 'The Work Pattern field is required.');
	reading.expect(employee?.employment !== undefined, 'employeeID', 'The employee has no pay run calendar.');
	reading.check();
	const days = daysBetween(sent.startDate, sent.endDate) + 1;
	const worked = Array.from(
		{ length: days },
		(_, at) => (new Date(Date.parse(sent.startDate) + at * 86_400_000).getUTCDay() + 6) % 7,
	);
	const sick = worked.filter((day) => pattern.some((name) => String(name).toLowerCase() === WEEKDAYS[day])).length;
	const requested = rounded(sick / pattern.length, 2);
	const left = rounded(WEEKS - had(office, sent.employeeID), 2);
	const why = failures(office, sent, requested, left);
	const overlaps = office.leave
		.all('employee', sent.employeeID)
		.some(({ startDate, endDate }) => startDate <= sent.endDate && sent.startDate <= endDate);
	const row = office.statutoryLeave.put({
		...sent,
		statutoryLeaveID: office.newId(),
		isEntitled: why.length === 0,
		entitlementWeeksRequested: requested,
		entitlementWeeksQualified: left,
		entitlementWeeksRemaining: rounded(left - requested, 2),
		overlapsWithOtherLeave: overlaps,
		entitlementFailureReasons: why,
	});
	return wrapped(request, { statutorySickLeave: body(call, row) });
}

const status = ({ today }: Call, { startDate, endDate }: StatutoryLeaveRow): string =>
	endDate < today ? 'Completed' : startDate > today ? 'Pending' : 'In-Progress';

function body(call: Call, row: StatutoryLeaveRow): Body {
	return plainDays(call.office.shown('EmployeeStatutorySickLeave', { ...row, type: 'Sick', status: status(call, row) }));
}

function summary(call: Call): Reply {
	const { office, request } = call;
	const { employeeID } = employeeIn(call);
	const active = query(request, 'activeOnly')?.toLowerCase() === 'true';
	const rows = office.statutoryLeave.all('employee', employeeID).filter((row) => !active || status(call, row) !== 'Completed');
	const statutoryLeaves = rows.map((row) =>
		office.shown('EmployeeStatutoryLeaveSummary', { ...row, type: 'Sick', status: status(call, row) }),
	);
	return wrapped(request, { statutoryLeaves: plainDays(statutoryLeaves) });
}

/** What is left of a kind of statutory leave, in hours; of sick leave where none is named. @throws 400 for an unknown kind or day */
function balance(call: Call): Reply {
	const { office, request, today } = call;
	const { employeeID } = employeeIn(call);
	const asked = query(request, 'LeaveType') ?? 'Sick';
	const leaveType = TYPES.find((type) => type.toLowerCase() === asked.toLowerCase());
	if (leaveType === undefined) throw badQuery(`The leave type '${asked}' is not valid`);
	const asOf = query(request, 'AsOfDate');
	const day = asOf === undefined ? today : calendarDate(asOf);
	if (day === undefined) throw badQuery(`The date '${String(asOf)}' is not valid`);
	const weeks = leaveType === 'Sick' ? WEEKS - had(office, employeeID, day) : 0;
	const balanceRemaining = rounded(weeks * hoursAWeek(office, employeeID), 2);
	return wrapped(request, {
		leaveBalance: office.shown('EmployeeStatutoryLeaveBalance', { leaveType, balanceRemaining, units: 'Hours' }),
	});
}

/** Statutory leave, in the United Kingdom only. */
export const statutoryLeave: Readonly<Record<string, (call: Call) => Reply>> = {
	getEmployeeStatutoryLeaveBalances: balance,
	getStatutoryLeaveSummary: summary,
	createEmployeeStatutorySickLeave: createSick,
	getEmployeeStatutorySickLeave: (call) =>
		wrapped(call.request, {
			statutorySickLeave: body(call, inPath(call, 'StatutorySickLeaveID', call.office.statutoryLeave, 'statutory sick leave')),
		}),
};
