import type { Reply } from '../../route';
import { type Call, employeeIn, type Office } from '../office';
import type { EmployeeRow, Profile } from '../rows';
import { conditions } from './conditions';
import { paged, wrapped } from '../wire/envelope';
import type { Body } from '../../accounting/resource/replies';
import { plainDays, zoned } from '../wire/output';

/** What an employment sets, and a body of an employee may name without effect. */
const NOT_OF_PROFILE = [
	'employeeID',
	'payrollCalendarID',
	'startDate',
	'engagementType',
	'fixedTermEndDate',
	'niCategory',
	'niCategories',
	'contracts',
	'updatedDateUTC',
	'createdDateUTC',
];

/** An employee as answers show it; in the United Kingdom the list writes dates in another way than a single one. */
function body(office: Office, row: EmployeeRow, single = true): Body {
	const shown = office.shown('Employee', { ...row, ...row.profile, ...row.employment });
	if (office.region.key === 'nz') return shown;
	const { dateOfBirth, niCategories } = shown;
	const days = { ...shown, niCategories: plainDays(niCategories) };
	if (!single) return zoned(days, 'dateOfBirth');
	return zoned({ ...days, dateOfBirth: plainDays(dateOfBirth) }, 'createdDateUTC', 'updatedDateUTC');
}

function list({ office, request, today }: Call): Reply {
	const { key, hidesEnded } = office.region;
	const known = ['firstName', 'lastName', ...(key === 'uk' ? ['isOffPayrollWorker'] : [])];
	const wanted = conditions(request, known);
	const fits = ({ profile }: EmployeeRow): boolean =>
		!(hidesEnded && profile.endDate !== undefined && profile.endDate < today) &&
		wanted.every(
			([name, value]) =>
				String(profile[name] ?? false)
					.trim()
					.toLowerCase() === value,
		);
	return paged(request, 'employees', office.employees.values().filter(fits), (row) => body(office, row, false));
}

/** Adds an employee, or replaces all that is written with one: what is not sent is cleared. @throws 400 */
function write({ office, request, now, today }: Call, before?: EmployeeRow): EmployeeRow {
	const reading = office.reading();
	const sent = reading.record<Profile>('Employee', request.body);
	const profile = Object.fromEntries(
		Object.entries(sent).filter(([name]) => !NOT_OF_PROFILE.includes(name) && (before !== undefined || name !== 'endDate')),
	) as Profile;
	if (sent.dateOfBirth !== undefined)
		reading.expect(sent.dateOfBirth < today, 'dateOfBirth', 'The date of birth must be in the past.');
	const start = before?.employment?.startDate;
	if (profile.endDate !== undefined && start !== undefined)
		reading.expect(profile.endDate >= start, 'endDate', 'The end date must be on or after the start date.');
	const number = String(profile.nationalInsuranceNumber ?? '').replaceAll(' ', '');
	reading.expect(
		number === '' || /^[A-Z]{2}\d{6}[A-D]?$/i.test(number),
		'nationalInsuranceNumber',
		'The national insurance number is not valid.',
	);
	reading.expect(
		profile.email === undefined || /^[^@\s]+@[^@\s]+$/.test(String(profile.email)),
		'email',
		'The email address is not valid.',
	);
	reading.check();
	if (office.region.key === 'uk') profile.isOffPayrollWorker ??= false;
	const created = { employeeID: office.newId(), createdDateUTC: now };
	return office.employees.put({ ...(before ?? created), profile, updatedDateUTC: now });
}

/** Employees. None can be deleted. */
export const employees: Readonly<Record<string, (call: Call) => Reply>> = {
	getEmployees: list,
	createEmployee: (call) => wrapped(call.request, { employee: body(call.office, write(call)) }),
	getEmployee(call) {
		const reply = wrapped(call.request, { employee: body(call.office, employeeIn(call)) });
		if (call.office.region.key === 'nz') return reply;
		// Xero's example of the United Kingdom has no problem here, not even null.
		const { problem: _none, ...rest } = reply.body as Body;
		return { body: rest };
	},
	updateEmployee: (call) => wrapped(call.request, { employee: body(call.office, write(call, employeeIn(call))) }),
};

/** Every employee as answers show it. */
export function employeeBodies(office: Office): Body[] {
	return office.employees.values().map((row) => body(office, row));
}
