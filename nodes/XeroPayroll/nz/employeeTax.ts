import { choice, date, flag } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { inWords, ofEmployee, percentage, pay } from '../builders/inputs';
import { personal, secretNumber } from '../builders/personalData';
import { travels, verbs, withEmployee } from '../builders/verbs';
import { TAX_CODES } from './taxCodes';

const fields = {
	irdNumber: secretNumber('IRD Number', /^\d{8,9}$/, 'is not a number of 8 or 9 digits', {
		write: (digits) => digits.padStart(9, '0'),
	}),
	taxCode: personal(choice('Tax Code', TAX_CODES)),
	specialTaxRatePercentage: personal(percentage('Special Tax Rate (%)')),
	hasSpecialStudentLoanRate: personal(
		flag('Has Special Student Loan Rate', 'Whether the student loan is repaid at a special rate'),
	),
	specialStudentLoanRatePercentage: personal(percentage('Special Student Loan Rate (%)')),
	isEligibleForKiwiSaver: flag('Eligible for KiwiSaver', 'Whether the employee may join KiwiSaver', true),
	esctRatePercentage: personal(percentage('ESCT Rate (%)')),
	kiwiSaverContributions: choice(
		'KiwiSaver Contributions',
		inWords(['MakeContributions', 'OptOut', 'OnAContributionsHoliday', 'OnASavingsSuspension', 'NotCurrentlyAKiwiSaverMember'], {
			OptOut: 'Opt Out',
			OnAContributionsHoliday: 'On a Contributions Holiday',
			OnASavingsSuspension: 'On a Savings Suspension',
			NotCurrentlyAKiwiSaverMember: 'Not Currently a KiwiSaver Member',
		}),
	),
	kiwiSaverEmployeeContributionRatePercentage: percentage('KiwiSaver Employee Contribution Rate (%)'),
	kiwiSaverEmployerContributionRatePercentage: percentage('KiwiSaver Employer Contribution Rate (%)'),
	kiwiSaverEmployerSalarySacrificeContributionRatePercentage: percentage(
		'KiwiSaver Employer Salary Sacrifice Contribution Rate (%)',
	),
	kiwiSaverOptOutDate: date('KiwiSaver Opt-Out Date'),
	kiwiSaverContributionHolidayEndDate: date('KiwiSaver Contribution Holiday End Date'),
	hasStudentLoanBalance: personal(flag('Has Student Loan Balance', 'Whether there is a student loan to repay')),
	studentLoanBalance: pay('Student Loan Balance'),
	studentLoanAsAt: personal(date('Student Loan as At')),
};

export const employeeTax = resource({
	key: 'employeeTax',
	name: 'Tax',
	plural: 'Tax Details',
	description: 'IRD number, tax code and KiwiSaver of an employee',
	path: 'Employees/{EmployeeID}/Tax',
	id: 'employeeID',
	scope: 'payroll.employees',
	...travels('employeeTax', 'employeeTax'),
	// Tax code and student loan are nobody else's business.
	simplified: ['employeeID', 'isEligibleForKiwiSaver', 'kiwiSaverContributions'],
	fields,
	operations: (employeeTax) => {
		const own = verbs(employeeTax, { inside: ofEmployee, noun: 'tax details', shape: withEmployee });
		const at = { path: `/${employeeTax.path}`, required: ofEmployee };
		const { confirmedBy: _none, ...get } = own.get('getEmployeeTax', at);
		return {
			get,
			update: own.update(['updateEmployeeTax', 'getEmployeeTax'], fields, { ...at, method: 'POST' }),
		};
	},
});
