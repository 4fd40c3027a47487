import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../nodes/shared/model/operation';
import { execute } from '../../../nodes/shared/run/execute';
import { payrollAu } from '../../../nodes/XeroPayroll/au/payrollAu';
import { payrollNz } from '../../../nodes/XeroPayroll/nz/payrollNz';
import { payrollUk } from '../../../nodes/XeroPayroll/uk/payrollUk';
import { withoutPersonalData } from '../../../nodes/XeroPayroll/builders/personalData';
import type { Reply, Sent } from '../../fakeContext';
import { fakeExecute } from '../../fakeContext';

const ID = '3e000001-0000-4000-8000-000000000001';
const byId = { __rl: true, mode: 'id', value: ID };

async function rowsOf(api: Api, parameters: IDataObject, reply: (sent: Sent) => Reply = () => ({})) {
	const organisation = { __rl: true, mode: 'id', value: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' };
	const { ctx, hints, requests } = fakeExecute({ parameters: [{ organisation, ...parameters }], continueOnFail: true, reply });
	const [rows] = await execute(api, ctx);
	return { text: JSON.stringify([rows, hints]), rows: rows!.map(({ json }) => json), calls: requests.length };
}

describe('A value of a person is repeated by no message', () => {
	const payment = { resource: 'paymentMethod', operation: 'set', EmployeeID: byId, paymentMethod: 'Electronically' };
	const account = (number: string, more: IDataObject = {}) => ({
		bankAccounts: { bankAccount: [{ accountName: 'M Tane', accountNumber: number, ...more }] },
	});

	it.each([
		[
			'an account of New Zealand',
			payrollNz,
			{ ...payment, ...account('01-0000-00000') },
			'Account Number: is not a number of 15 or 16 digits',
			'00000',
		],
		[
			'an account of the UK',
			payrollUk,
			{ ...payment, ...account('1234567', { sortCode: '123456' }) },
			'Account Number: is not a number of 8 digits',
			'1234567',
		],
		[
			'a sort code',
			payrollUk,
			{ ...payment, ...account('12345678', { sortCode: '12-34-5' }) },
			'Sort Code: is not a number of 6 digits',
			'12345',
		],
		[
			'an IRD number',
			payrollNz,
			{ resource: 'employeeTax', operation: 'update', EmployeeID: byId, additionalFields: { irdNumber: '12-34' } },
			'IRD Number: is not a number of 8 or 9 digits',
			'1234',
		],
		[
			'a national insurance number',
			payrollUk,
			{ resource: 'employee', operation: 'update', EmployeeID: byId, additionalFields: { nationalInsuranceNumber: 'QQ12345' } },
			'National Insurance Number: is not two letters, six digits and a letter',
			'QQ12345',
		],
		[
			'a birthday',
			payrollNz,
			{ resource: 'employee', operation: 'update', EmployeeID: byId, additionalFields: { dateOfBirth: '17 May 94' } },
			'Date of Birth: is not a date like 2026-03-31',
			'May 94',
		],
		[
			'a birthday in JSON',
			payrollUk,
			{ resource: 'employee', operation: 'update', EmployeeID: byId, input: 'json', body: '{"dateOfBirth": "17 May 94"}' },
			'dateOfBirth: is not a date like 2026-03-31',
			'May 94',
		],
		[
			'a tax file number',
			payrollAu,
			{
				...{ resource: 'employee', operation: 'update', EmployeeID: byId },
				additionalFields: { TaxDeclaration: { values: { TaxFileNumber: '12 34 56' } } },
			},
			'Tax File Number: is not a number of 8 or 9 digits',
			'123456',
		],
		[
			'a BSB',
			payrollAu,
			{
				...{ resource: 'employee', operation: 'update', EmployeeID: byId },
				additionalFields: { BankAccounts: { bankAccount: [{ BSB: '00-12', Remainder: true }] } },
			},
			'Bank Account 1, BSB: is not a number of 6 digits',
			'0012',
		],
		[
			'opening balances that are no list',
			payrollAu,
			{
				...{ resource: 'employee', operation: 'update', EmployeeID: byId },
				additionalFields: {
					OpeningBalances: {
						values: { OpeningBalanceDate: '2026-07-01', additionalFields: { EarningsLines: '{"Amount": 71234}' } },
					},
				},
			},
			'Opening Balances, Earnings Lines: is an object; a list is needed',
			'71234',
		],
		[
			'a salary',
			payrollNz,
			{
				resource: 'salaryAndWage',
				operation: 'update',
				EmployeeID: byId,
				SalaryAndWagesID: byId,
				additionalFields: { annualSalary: '62k4' },
			},
			'Annual Salary: is not a number written like 1234.50',
			'62k4',
		],
	])('%s that is refused here', async (_what, api, parameters, says, value) => {
		const { text, calls } = await rowsOf(api, parameters as IDataObject);
		expect(text).toContain(says);
		expect(text).not.toContain(value);
		expect(calls).toBe(0);
	});

	it('nor when Xero repeats it in its refusal', async () => {
		const problem = {
			title: 'BadRequest',
			detail: 'Validation error occurred.',
			invalidFields: [
				{ name: 'bankAccounts[0].accountNumber', reason: 'The account 0100000000000000 of M Tane is not valid.' },
				{ name: '_default', reason: 'Another employee has 01-0000-0000000-000.' },
			],
		};
		const { text } = await rowsOf(payrollNz, { ...payment, ...account('0100000000000000') }, () => ({
			statusCode: 400,
			body: { problem, paymentMethod: null },
		}));
		expect(text).toContain('The account … of … is not valid.');
		expect(text).toContain('Another employee has ….');
		expect(text).not.toMatch(/M Tane|0100000|01-0000/);
	});
});

describe("Xero's sentences", () => {
	it.each([
		['The start date must be on or after 2026-03-02.', 'The start date must be on or after 2026-03-02.'],
		[`No employee ${ID} is there.`, `No employee ${ID} is there.`],
		['12-34-56 is no sort code, nor is 123456.', '… is no sort code, nor is ….'],
	])('keep days and IDs, and lose numbers: %s', (sentence, says) => {
		expect(withoutPersonalData(sentence)).toBe(says);
	});

	it('lose what was sent of a person, however deep it stands, and nothing else', () => {
		const sent = {
			firstName: 'Mere',
			address: { addressLine1: '4 Quay Rd', city: 'Nelson' },
			annualSalary: 62400,
			payrollCalendarID: 'weekly',
		};
		expect(withoutPersonalData('Mere of 4 Quay Rd, Nelson earns 62400 weekly.', sent, new Set(['address', 'annualsalary']))).toBe(
			'Mere of …, … earns … weekly.',
		);
	});
});

describe('Refusals of version 1.0', () => {
	const update = {
		...{ resource: 'employee', operation: 'update', EmployeeID: { ...byId } },
		additionalFields: { Title: 'Ms', Mobile: '0400 555 111' },
	};
	const refused = { EmployeeID: ID, ValidationErrors: [{ Message: 'The mobile 0400 555 111 is not valid' }] };
	const says = 'Item 1: Xero says: The mobile … is not valid';

	it('tell of the record under the plural of its kind, and say what is wrong without it', async () => {
		const { rows, text } = await rowsOf(payrollAu, update, () => ({
			statusCode: 400,
			body: {
				...{ ErrorNumber: 10, Type: 'ValidationException', Message: 'A validation exception occurred' },
				Employees: [refused],
			},
		}));
		expect(rows[0]!.error).toBe(says);
		expect(text).not.toContain('555');
	});

	it('may come with a good status, and are refusals all the same', async () => {
		const { rows, text } = await rowsOf(payrollAu, update, () => ({ body: { Employees: [refused] } }));
		expect(rows[0]!.error).toBe(says);
		expect(text).not.toContain('555');
	});

	it('of what was asked for are told as they are', async () => {
		const { rows } = await rowsOf(
			payrollAu,
			{ resource: 'employee', operation: 'getAll', filters: { where: 'Nme=="A"' } },
			() => ({
				statusCode: 400,
				body: { ErrorNumber: 16, Type: 'QueryParseException', Message: 'No property or field Nme exists in type Employee' },
			}),
		);
		expect(rows[0]!.error).toBe('Item 1: Xero says: No property or field Nme exists in type Employee');
	});
});

describe('Access', () => {
	it.each([
		['New Zealand', payrollNz, 403],
		['the United Kingdom', payrollUk, 405],
		['Australia', payrollAu, 405],
	])('that an organisation does not give says what payroll takes, and the country: %s', async (country, api, statusCode) => {
		const { text } = await rowsOf(api, { resource: 'employee', operation: 'get', EmployeeID: byId }, () => ({
			statusCode,
			body: '',
		}));
		expect(text).toContain('the user who connected it must be a payroll administrator');
		expect(text).toContain(`This node works with organisations in ${country}.`);
	});
});

describe('What is wrong is said before anything is sent', () => {
	const salary = {
		resource: 'salaryAndWage',
		operation: 'create',
		EmployeeID: byId,
		earningsRateID: byId,
		effectiveFrom: '2026-04-01',
		numberOfUnitsPerWeek: '40',
		numberOfUnitsPerDay: '8',
	};

	it.each([
		['a salary without one', { ...salary, paymentType: 'Salary' }, 'Annual Salary: a salary has one'],
		[
			'hourly pay with a salary',
			{ ...salary, paymentType: 'Hourly', ratePerUnit: '20', annualSalary: '100' },
			'Annual Salary: hourly pay has none',
		],
		[
			'no hours',
			{ ...salary, paymentType: 'Salary', annualSalary: '100', numberOfUnitsPerWeek: '0' },
			'Hours per Week “0”: must be more than 0',
		],
		[
			'days in the wrong order',
			{ resource: 'timesheet', operation: 'create', employeeID: byId, startDate: '2026-04-12', endDate: '2026-04-06' },
			'End Date: is before the start',
		],
		[
			'a fixed term without an end',
			{
				resource: 'employment',
				operation: 'create',
				EmployeeID: byId,
				payrollCalendarID: byId,
				startDate: '2026-04-01',
				engagementType: 'FixedTerm',
			},
			'Fixed Term End Date: is missing',
		],
		[
			'electronic pay without an account',
			{ resource: 'paymentMethod', operation: 'set', EmployeeID: byId, paymentMethod: 'Electronically' },
			'Bank Accounts: are missing',
		],
	])('%s', async (_what, parameters, says) => {
		const { rows, calls } = await rowsOf(payrollNz, parameters as IDataObject);
		expect(rows[0]!.error).toContain(says);
		expect(calls).toBe(0);
	});

	it('a letter of national insurance that wants a postcode', async () => {
		const { rows, calls } = await rowsOf(payrollUk, {
			resource: 'employment',
			operation: 'create',
			EmployeeID: byId,
			payrollCalendarID: byId,
			startDate: '2026-04-01',
			employeeNumber: '17',
			niCategories: [{ niCategory: 'A' }, { niCategory: 'F' }],
		});
		expect(rows[0]!.error).toBe('Item 1, NI Category 2, Workplace Postcode: is missing. This letter needs one');
		expect(calls).toBe(0);
	});
});
