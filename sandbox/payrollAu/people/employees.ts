import type { Body } from '../../accounting/resource/replies';
import type { Reading } from '../../payroll/wire/input';
import type { Reply } from '../../route';
import type { Call, Office } from '../office';
import type { BankAccount, EmployeeRow, OpeningBalances, PayTemplate, SuperMembership } from '../rows';
import { inPath, type Kind, listed, whole } from '../wire/lists';
import { answer, changed, written } from '../wire/replies';
import { leaveBalances } from './leaveBalances';
import { checkLines } from './lines';

/** What a list leaves out of an employee. */
const DETAILS = new Set([
	'HomeAddress',
	'BankAccounts',
	'PayTemplate',
	'OpeningBalances',
	'TaxDeclaration',
	'LeaveBalances',
	'SuperMemberships',
]);

/** What Xero alone sets. */
const XEROS = ['EmployeeID', 'Status', 'LeaveBalances', 'IsSTP2Qualified', 'ValidationErrors'] as const;

/** What a body may hold of an employee. */
type Sent = Partial<EmployeeRow>;

const kind: Kind<EmployeeRow> = {
	...{ plural: 'Employees', singular: 'Employee', id: 'EmployeeID' },
	look: ({ office }, row) => ({ LeaveBalances: leaveBalances(office, row), IsSTP2Qualified: false }),
	hidden: (field) => DETAILS.has(field),
};

/** The memberships of a body, each with its id. */
function membershipsOf(office: Office, reading: Reading, sent: ReadonlyArray<Partial<SuperMembership>>): SuperMembership[] {
	return sent.map(({ SuperMembershipID, SuperFundID = '', EmployeeNumber = '' }) => {
		reading.expect(office.superFunds.get(SuperFundID) !== undefined, 'SuperFundID', 'The superannuation fund could not be found');
		return { SuperMembershipID: SuperMembershipID ?? office.newId(), SuperFundID, EmployeeNumber };
	});
}

function checkBank(reading: Reading, accounts: readonly BankAccount[]): void {
	const remainders = accounts.filter(({ Remainder }) => Remainder === true).length;
	reading.expect(remainders < 2, 'BankAccounts', 'Only one bank account can take the remainder of the pay');
	for (const { BSB } of accounts)
		reading.expect(BSB === undefined || /^\d{3}-?\d{3}$/.test(BSB), 'BSB', 'The BSB must have 6 digits');
}

function check(call: Call, reading: Reading, given: Sent, before: EmployeeRow | undefined): void {
	const { office, today } = call;
	const { OrdinaryEarningsRateID: rate, PayrollCalendarID: calendar, TerminationDate, TerminationReason, Email } = given;
	if (given.DateOfBirth !== undefined)
		reading.expect(given.DateOfBirth < today, 'DateOfBirth', 'The date of birth must be in the past');
	if (rate !== undefined)
		reading.expect(
			office.earningsRates.get(rate) !== undefined,
			'OrdinaryEarningsRateID',
			'The ordinary earnings rate could not be found',
		);
	if (calendar !== undefined)
		reading.expect(office.calendars.get(calendar) !== undefined, 'PayrollCalendarID', 'The payroll calendar could not be found');
	reading.expect(Email === undefined || /^[^@\s]+@[^@\s]+$/.test(String(Email)), 'Email', 'The email address is not valid');
	if (TerminationDate !== undefined) {
		const reason = TerminationReason ?? before?.TerminationReason;
		reading.expect(reason !== undefined, 'TerminationReason', 'Termination reason is required');
		const start = given.StartDate ?? before?.StartDate;
		reading.expect(
			start === undefined || start <= TerminationDate,
			'TerminationDate',
			'The termination date must be on or after the start date',
		);
	}
	const number = String(given.TaxDeclaration?.TaxFileNumber ?? '').replaceAll(' ', '');
	reading.expect(number === '' || /^\d{8,9}$/.test(number), 'TaxFileNumber', 'The tax file number is not valid');
	checkBank(reading, given.BankAccounts ?? []);
}

/** Adds an employee, or changes what is sent of one: lists that are sent replace those there are. @throws 400 */
function write(call: Call, element: Body, before?: EmployeeRow): EmployeeRow {
	const { office, now } = call;
	const reading = office.reading(before ? { Employee: ['FirstName', 'LastName', 'DateOfBirth'] } : {});
	const sent = reading.record<Sent>('Employee', element);
	const given = Object.fromEntries(Object.entries(sent).filter(([name]) => !XEROS.some((one) => one === name))) as Sent;
	check(call, reading, given, before);
	const { SuperMemberships: joined, ...fields } = given;
	const SuperMemberships: SuperMembership[] = joined ? membershipsOf(office, reading, joined) : (before?.SuperMemberships ?? []);
	checkLines(office, reading, fields.PayTemplate ?? {}, SuperMemberships);
	const { SuperLines: _openingSuper, ...opening } = fields.OpeningBalances ?? {};
	checkLines(office, reading, opening, SuperMemberships);
	reading.check();
	const tax = fields.TaxDeclaration;
	const EmployeeID = before?.EmployeeID ?? office.newId();
	return office.employees.put({
		...{ FirstName: '', LastName: '', DateOfBirth: '', BankAccounts: [], PayTemplate: {}, OpeningBalances: {} },
		...before,
		...fields,
		PayTemplate: { ...before?.PayTemplate, ...fields.PayTemplate } as PayTemplate,
		OpeningBalances: { ...before?.OpeningBalances, ...fields.OpeningBalances } as OpeningBalances,
		...(tax ? { TaxDeclaration: { ...before?.TaxDeclaration, ...tax, EmployeeID, UpdatedDateUTC: now } } : {}),
		...{ EmployeeID, SuperMemberships, UpdatedDateUTC: now },
		Status: (fields.TerminationDate ?? before?.TerminationDate) === undefined ? 'ACTIVE' : 'TERMINATED',
	});
}

/** Employees. None can be deleted. */
export const employees: Readonly<Record<string, (call: Call) => Reply>> = {
	getEmployees: (call) => listed(call, kind, call.office.employees.values()),
	getEmployee: (call) => answer(call, kind.plural, [whole(call, kind, inPath(call, 'EmployeeID', call.office.employees))]),
	createEmployee: (call) =>
		written(call, kind.plural, (sent) => {
			const known = call.office.employees.get(String(sent.EmployeeID));
			return whole(call, kind, write(call, sent, known));
		}),
	updateEmployee(call) {
		const row = inPath(call, 'EmployeeID', call.office.employees);
		return changed(call, kind.plural, (sent) => whole(call, kind, write(call, sent, row)));
	},
};

/** Every employee with all details, with ISO dates. */
export const employeeRecords = (call: Pick<Call, 'office'>): Body[] =>
	call.office.employees.values().map((row) => whole(call, kind, row, 'plain'));
