import { addDays } from '../../accounting/values/dates';
import { setUpLeave } from '../leave/leaveSetup';
import type { Office } from '../office';
import type { BankAccount, CalendarRow, EmployeeRow, Employment, PaymentMethod, Profile } from '../rows';

/** A made-up employee: on which calendar, how paid, and what is missing or over. */
export interface Person {
	firstName: string;
	lastName: string;
	calendar?: 'Weekly' | 'Fortnightly' | 'Monthly';
	/** A year's salary, or an hour's pay. */
	salary?: number;
	hourly?: number;
	/** The employment ended this many days ago. */
	ended?: number;
	noBankAccount?: true;
	/** As the demo company of New Zealand has it, although Xero's own schema does not know it. */
	gender?: 'None';
}

/** Six people of each country; the names say what each is there for. */
export const PEOPLE: Readonly<Record<'nz' | 'uk', readonly Person[]>> = {
	nz: [
		{ firstName: 'Aroha', lastName: 'Testcase', calendar: 'Weekly', salary: 62_400 },
		{ firstName: 'Casey', lastName: 'Example', calendar: 'Weekly', hourly: 25 },
		{ firstName: 'Sam', lastName: 'Twosome', calendar: 'Fortnightly', hourly: 28.5 },
		{ firstName: 'Sam', lastName: 'Twosome', calendar: 'Monthly', salary: 78_000, noBankAccount: true },
		{ firstName: 'Lee', lastName: 'Formerly', calendar: 'Weekly', salary: 52_000, ended: 60 },
		{ firstName: 'Nova', lastName: 'Newcomer', gender: 'None' },
	],
	uk: [
		{ firstName: 'Edith', lastName: 'Testcase', calendar: 'Weekly', salary: 31_200 },
		{ firstName: 'Rory', lastName: 'Example', calendar: 'Weekly', hourly: 14.5 },
		{ firstName: 'Sam', lastName: 'Twosome', calendar: 'Fortnightly', hourly: 16 },
		{ firstName: 'Sam', lastName: 'Twosome', calendar: 'Monthly', salary: 42_000, noBankAccount: true },
		{ firstName: 'Lee', lastName: 'Formerly', calendar: 'Weekly', salary: 28_000, ended: 60 },
		{ firstName: 'Nova', lastName: 'Newcomer' },
	],
};

/** Numbers that no office gives out: IRD numbers end below 150 million, and QQ begins no national insurance number. */
const irdNumber = (at: number): string => `9999999${String(at + 1).padStart(2, '0')}`;
const insurance = (at: number): string => `QQ1234${String(50 + at)}C`;

function profileOf(office: Office, person: Person, at: number, today: string): Profile {
	const { firstName, lastName, gender } = person;
	const common = {
		...{ firstName, lastName, dateOfBirth: `19${80 + at}-0${at + 1}-15` },
		email: `${firstName}.${lastName}.${at + 1}@example.com`.toLowerCase(),
		phoneNumber: `000 000 00${at + 1}`,
		...(person.ended === undefined ? {} : { endDate: addDays(today, -person.ended) }),
	};
	const line = `${at + 1} Example Street`;
	return office.region.key === 'nz'
		? {
				...common,
				gender: gender ?? (at % 2 === 0 ? 'F' : 'M'),
				jobTitle: at % 2 === 0 ? 'Team member' : 'Assistant',
				address: { addressLine1: line, city: 'Nelson', suburb: 'Made Up', postCode: '0000', countryName: 'NEW ZEALAND' },
			}
		: {
				...common,
				gender: at % 2 === 0 ? 'F' : 'M',
				title: at % 2 === 0 ? 'Ms' : 'Mr',
				nationalInsuranceNumber: insurance(at),
				isOffPayrollWorker: false,
				address: { addressLine1: line, city: 'York', postCode: 'ZZ1 1ZZ', countryName: 'UNITED KINGDOM' },
			};
}

function employmentOf(office: Office, { payrollCalendarID }: CalendarRow, startDate: string, at: number): Employment {
	if (office.region.key === 'nz') return { payrollCalendarID, startDate, engagementType: 'Permanent' };
	return {
		...{ payrollCalendarID, startDate, employeeNumber: String(at + 1) },
		niCategories: [{ niCategory: 'A', startDate, niCategoryID: at + 1 } as { niCategory: string }],
		contracts: [
			{ startDate, employmentStatus: 'Employee', contractType: 'FullTime', isFixedTerm: false, publicKey: office.newId() },
		],
	};
}

function paymentOf(office: Office, { firstName, lastName }: Person, at: number): PaymentMethod {
	const accountName = `${firstName.slice(0, 1)} ${lastName}`;
	const account: BankAccount =
		office.region.key === 'nz'
			? { accountName, accountNumber: `010000000000${at}000`, sortCode: '010000', calculationType: 'Balance', reference: 'Wages' }
			: { accountName, accountNumber: `0000000${at + 1}`, sortCode: '000000' };
	return { paymentMethod: 'Electronically', bankAccounts: [account] };
}

const taxOf = (office: Office, at: number): EmployeeRow['tax'] =>
	office.region.key === 'nz'
		? {
				...{ irdNumber: irdNumber(at), taxCode: 'M', isEligibleForKiwiSaver: true, esctRatePercentage: 17.5 },
				...{ kiwiSaverContributions: 'MakeContributions', hasStudentLoanBalance: false },
				...{ kiwiSaverEmployeeContributionRatePercentage: 3, kiwiSaverEmployerContributionRatePercentage: 3 },
			}
		: {
				...{ starterType: 'New Employee with P45', starterDeclaration: 'B.) This is currently their only job' },
				...{
					taxCode: '1257L',
					w1M1: false,
					previousTaxablePay: 0,
					previousTaxPaid: 0,
					hasPostGraduateLoans: false,
					isDirector: false,
				},
			};

/** Adds a person with all that belongs to one. */
export function addPerson(
	office: Office,
	person: Person,
	at: number,
	calendars: readonly CalendarRow[],
	today: string,
	now: string,
): EmployeeRow {
	const calendar = calendars.find(({ calendarType }) => calendarType === person.calendar);
	const startDate = addDays(today, -400 - at);
	const employeeID = office.newId();
	const whole = calendar !== undefined;
	const row = office.employees.put({
		...{ employeeID, profile: profileOf(office, person, at, today), createdDateUTC: now, updatedDateUTC: now },
		...(calendar ? { employment: employmentOf(office, calendar, startDate, at), tax: taxOf(office, at) } : {}),
		...(whole && person.noBankAccount === undefined ? { payment: paymentOf(office, person, at) } : {}),
		...(whole && office.region.leaveSetup ? { leaveSetup: {} } : {}),
	});
	if (!whole) return row;
	const [rate] = office.earningsRates.values();
	office.salaries.put({
		...{ salaryAndWagesID: office.newId(), employeeID, earningsRateID: rate?.earningsRateID ?? '', effectiveFrom: startDate },
		...{ numberOfUnitsPerWeek: 40, numberOfUnitsPerDay: 8, status: person.ended === undefined ? 'Active' : 'History' },
		...(person.salary === undefined
			? { paymentType: 'Hourly', ratePerUnit: person.hourly ?? 0, annualSalary: 0 }
			: { paymentType: 'Salary', annualSalary: person.salary }),
		...(office.region.key === 'nz' ? { daysPerWeek: 5, workPatternType: 'RegularWeek' } : {}),
	});
	addLeave(office, employeeID, startDate);
	return row;
}

function addLeave(office: Office, employeeID: string, effectiveFrom: string): void {
	if (office.region.key === 'nz') {
		const [on, off] = [8, 0];
		const week = { monday: on, tuesday: on, wednesday: on, thursday: on, friday: on, saturday: off, sunday: off };
		office.patterns.put({ payeeWorkingPatternID: office.newId(), employeeID, effectiveFrom, workingWeeks: [week] });
		setUpLeave(office, employeeID, { annualLeaveOpeningBalance: 4, sickLeaveOpeningBalance: 80 });
		return;
	}
	const holiday = office.leaveTypes.values().find(({ name }) => name === 'Holiday');
	office.leaveTypesOf.put({
		...{ employeeID, leaveTypeID: holiday?.leaveTypeID ?? '', scheduleOfAccrual: 'BeginningOfCalendarYear' },
		...{ hoursAccruedAnnually: 224, maximumToAccrue: 300, openingBalance: 16 },
	});
}
