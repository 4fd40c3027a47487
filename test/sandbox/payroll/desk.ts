import { accounting } from '../../../sandbox/accounting/api';
import { organisations } from '../../../sandbox/organisations';
import { payrollOf } from '../../../sandbox/payroll/api';
import { nz, uk } from '../../../sandbox/payroll/regions';
import { type Answer, type Desk, type Json, openDesk } from '../accounting/desk';

/** The Payroll API of a country without a server, and what is often asked of it. */
export interface PayrollDesk extends Desk {
	/** The id of a record of a list by the name it has. */
	named(path: string, list: string, name: string): string;
	/** The id of an account of the books by its code. */
	account(code: string): string;
	/** The id of a demo employee by the last name; of the first of those who share one. */
	employee(lastName: string): string;
}

export function openPayroll(
	country: 'nz' | 'uk',
	seed: 'demo' | 'small' | 'empty' = 'small',
	heard?: (answer: Answer) => void,
): PayrollDesk {
	const { tenantId } = country === 'nz' ? organisations[0] : organisations[2];
	let accounts: readonly Json[] = [];
	const desk = openDesk(
		seed,
		heard,
		(clock) => {
			const books = accounting({ clock, seed, organisations });
			accounts = books.records(tenantId, 'Accounts');
			return payrollOf(country === 'nz' ? nz : uk, { clock, seed, organisations, books });
		},
		tenantId,
	);
	const ids = ['payrollCalendarID', 'earningsRateID', 'leaveTypeID', 'reimbursementID', 'deductionId', 'id'];
	return {
		...desk,
		named(path, list, name) {
			const found = (desk.call('GET', path).at(list) as Json[]).find((one) => (one.name ?? one.deductionName) === name);
			return String(ids.map((id) => found?.[id]).find((id) => id !== undefined));
		},
		account: (code) => String(accounts.find((one) => one.Code === code)?.AccountID),
		employee: (lastName) => String(desk.api.records(tenantId, 'Employees').find((one) => one.lastName === lastName)?.employeeID),
	};
}

/** What is wrong with each field of a refusal, as `name: reason`. */
export const wrong = (answer: Answer): string[] =>
	((answer.at('problem.invalidFields') ?? []) as Json[]).map(({ name, reason }) => `${String(name)}: ${String(reason)}`);

/** Complete for an employee of a country. */
export const newcomer = (country: 'nz' | 'uk', more: Json = {}): Json => ({
	...(country === 'uk' ? { title: 'Mx', gender: 'F' } : {}),
	firstName: 'Mere',
	lastName: 'Madeup',
	dateOfBirth: '1994-05-17',
	address: { addressLine1: '4 Example Road', city: 'Nelson', postCode: '0000' },
	...more,
});
