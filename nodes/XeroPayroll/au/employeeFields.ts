import { group, rows } from '../../shared/inputs/collections';
import { choice, date, email, flag, text } from '../../shared/inputs/scalars';
import type { IDataObject } from 'n8n-workflow';
import type { Field } from '../../shared/model/field';
import type { Finding } from '../../shared/model/findings';
import { earningsRate, inWords, pay } from '../builders/inputs';
import { personal, secretNumber } from '../builders/personalData';
import { superFund } from './inputs';
import { openingBalances } from './openingBalances';
import { payrollCalendarPicker } from './payrollCalendar';
import { payTemplate } from './payTemplate';
import { taxDeclaration } from './taxDeclaration';

const homeAddress = personal(
	group('Home Address', {
		AddressLine1: personal(text('Address Line 1')),
		AddressLine2: personal(text('Address Line 2')),
		City: personal(text('City')),
		Region: personal(choice('State', inWords(['NSW', 'ACT', 'NT', 'QLD', 'SA', 'TAS', 'VIC', 'WA']))),
		PostalCode: personal(text('Postcode')),
		Country: personal(text('Country', { placeholder: 'e.g. AUSTRALIA' })),
	}),
);

type Fault = Omit<Finding, 'items'>;

/** What is left goes to one account; each of the others has its amount. */
function accountFaults(accounts: readonly IDataObject[]): readonly Fault[] {
	const left = accounts.filter(({ Remainder }) => Remainder === true).length;
	const bare = accounts.flatMap(({ Remainder, Amount }, index): Fault[] =>
		Remainder !== true && Amount === undefined
			? [
					{
						place: [`Bank Account ${index + 1}`, 'Amount'],
						says: 'is missing',
						todo: 'Give one, or switch Remainder on for the account that gets what is left',
					},
				]
			: [],
	);
	return left > 1
		? [{ place: ['Bank Accounts'], says: 'have more than one with the remainder', todo: 'Give the others an amount' }]
		: bare;
}

const bankAccountRows = rows('Bank Accounts', 'Bank Account', {
	AccountName: personal(text('Account Name', { min: 1 })),
	AccountNumber: secretNumber('Account Number', /^\d{1,10}$/, 'is not a number of at most 10 digits'),
	Amount: pay('Amount', { description: 'Fixed, of each pay' }),
	BSB: secretNumber('BSB', /^\d{6}$/, 'is not a number of 6 digits'),
	Remainder: flag('Remainder', 'Whether what is left of each pay goes into this account'),
	StatementText: personal(text('Statement Text', { description: "What the employee's bank statement says" })),
});

const bankAccounts: Field<IDataObject[]> = personal({
	...bankAccountRows,
	faults: (value) => (Array.isArray(value) ? accountFaults(value as IDataObject[]) : []),
});

const superMemberships = rows('Super Memberships', 'Super Membership', {
	SuperFundID: superFund,
	EmployeeNumber: personal(text('Member Number', { min: 1 })),
	SuperMembershipID: text('Super Membership ID', { description: 'Of one that there is, to keep it' }),
});

const isAuthorised = (what: string) => `Whether the employee may approve the ${what} of others`;

/** Why an employment ended, in the words of Xero's screen. */
const REASONS = inWords(['V', 'I', 'D', 'R', 'F', 'C', 'T'], {
	V: 'Voluntary Cessation',
	I: 'Ill Health',
	D: 'Deceased',
	R: 'Redundancy',
	F: 'Dismissal',
	C: 'Contract Cessation',
	T: 'Transfer',
});

/** Every input of an employee of Australia. */
export const employeeFields = {
	FirstName: text('First Name', { min: 1 }),
	LastName: text('Last Name', { min: 1 }),
	DateOfBirth: personal(date('Date of Birth')),
	BankAccounts: bankAccounts,
	Classification: text('Classification'),
	CountryOfResidence: {
		...text('Country of Residence', { placeholder: 'e.g. AU', description: 'Two letters, of a working holiday maker' }),
		read: (value: unknown) => (typeof value === 'string' ? value.trim().toUpperCase() : value),
	},
	Email: personal(email('Email')),
	EmployeeGroupName: text('Employee Group', { description: "An option of the tracking category that payroll's settings name" }),
	EmploymentType: choice(
		'Employment Type',
		inWords(['EMPLOYEE', 'CONTRACTOR'], { EMPLOYEE: 'Employee', CONTRACTOR: 'Contractor' }),
	),
	Gender: personal(
		choice('Gender', inWords(['F', 'M', 'I', 'N'], { F: 'Female', M: 'Male', I: 'Indeterminate', N: 'Not Given' })),
	),
	HomeAddress: homeAddress,
	IncomeType: choice(
		'Income Type',
		inWords(['SALARYANDWAGES', 'CLOSELYHELDPAYEES', 'LABOURHIRE', 'NONEMPLOYEE', 'WORKINGHOLIDAYMAKER'], {
			SALARYANDWAGES: 'Salary and Wages',
			CLOSELYHELDPAYEES: 'Closely Held Payees',
			LABOURHIRE: 'Labour Hire',
			NONEMPLOYEE: 'Non-Employee',
			WORKINGHOLIDAYMAKER: 'Working Holiday Maker',
		}),
	),
	IsAuthorisedToApproveLeave: flag('Authorised to Approve Leave', isAuthorised('leave')),
	IsAuthorisedToApproveTimesheets: flag('Authorised to Approve Timesheets', isAuthorised('timesheets')),
	JobTitle: text('Job Title'),
	MiddleNames: text('Middle Names'),
	Mobile: personal(text('Mobile')),
	OpeningBalances: openingBalances,
	OrdinaryEarningsRateID: { ...earningsRate, ui: { ...earningsRate.ui, displayName: 'Ordinary Earnings Rate' } },
	PayrollCalendarID: payrollCalendarPicker,
	PayTemplate: payTemplate,
	Phone: personal(text('Phone')),
	StartDate: date('Start Date', { description: 'First day of the employment' }),
	SuperMemberships: superMemberships,
	TaxDeclaration: taxDeclaration,
	TerminationDate: date('Termination Date', { description: 'Last day of the employment, with Termination Reason' }),
	TerminationReason: personal(choice('Termination Reason', REASONS, { description: 'With Termination Date' })),
	Title: personal(text('Title', { placeholder: 'e.g. Ms' })),
	TwitterUserName: personal(text('Twitter User Name')),
};

/** Xero ends an employment with both or not at all. */
export function terminationFault({ TerminationDate, TerminationReason }: IDataObject): Fault | undefined {
	if ((TerminationDate === undefined) === (TerminationReason === undefined)) return undefined;
	return {
		place: [TerminationDate === undefined ? 'Termination Date' : 'Termination Reason'],
		says: 'is missing',
		todo: 'An employment ends with both',
	};
}
