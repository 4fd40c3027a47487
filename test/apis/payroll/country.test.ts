import { payrollNz } from '../../../nodes/XeroPayroll/nz/payrollNz';
import { payrollUk } from '../../../nodes/XeroPayroll/uk/payrollUk';
import type { Reply } from '../../fakeContext';
import { id, listed, picked, refusal, runPayroll } from './fakePayroll';

const ORGANISATION = 'GET /api.xro/2.0/Organisation';
const ridge = (CountryCode: string): Reply => ({ body: { Organisations: [{ Name: 'Ridge Ltd', CountryCode }] } });
const elsewhere: Reply = { statusCode: 405, body: 'The requested resource does not support this organisation.' };
const oneEmployee = { EmployeeID: picked(id('e1')) };

describe('An organisation of another country', () => {
	it('is told of with the node for it, once for all items', async () => {
		const { error, calls } = await runPayroll(
			payrollNz,
			'employee.get',
			[oneEmployee, { EmployeeID: picked(id('e2')) }],
			(call) => (call === ORGANISATION ? ridge('GB') : elsewhere),
		);
		expect(error).toContain('Ridge Ltd is of another country: United Kingdom. Use Xero Payroll UK');
		expect(calls.filter((call) => call === ORGANISATION)).toEqual([ORGANISATION]);
	});

	it('is told of where its path is not there either', async () => {
		const { error } = await runPayroll(payrollUk, 'employee.get', [oneEmployee], (call) =>
			call === ORGANISATION ? ridge('NZ') : { statusCode: 404, body: '' },
		);
		expect(error).toContain('Ridge Ltd is of another country: New Zealand. Use Xero Payroll NZ');
	});

	it('has no node where Xero has no payroll for it', async () => {
		const { error } = await runPayroll(payrollUk, 'employee.getAll', [{}], (call) =>
			call === ORGANISATION ? ridge('SG') : elsewhere,
		);
		expect(error).toContain('Ridge Ltd is of another country: Singapore. This node works with organisations in the United');
	});

	it('that may not be looked up is told of in the words for any access', async () => {
		const { error } = await runPayroll(payrollNz, 'employee.getAll', [{}], (call) =>
			call === ORGANISATION
				? { statusCode: 401, headers: { 'www-authenticate': 'error=insufficient_scope' }, body: {} }
				: elsewhere,
		);
		expect(error).toContain('The organisation gives no access to this');
		expect(error).toContain('This node works with organisations in New Zealand.');
	});
});

describe('A record that is not there', () => {
	it('is said to be missing when the organisation is of the country', async () => {
		const { error } = await runPayroll(payrollNz, 'employee.get', [oneEmployee], (call) =>
			call === ORGANISATION ? ridge('NZ') : refusal(404, 'Employee not found'),
		);
		expect(error).toContain('Employee “e1');
		expect(error).toContain('is not in the organisation chosen');
		expect(error).not.toContain('country');
	});

	it('is not looked for in a list that answers, nor is the country', async () => {
		const { calls } = await runPayroll(payrollNz, 'employee.getAll', [{ limit: 5 }], () =>
			listed('employees', [{ employeeID: id('e1'), firstName: 'Ana', lastName: 'Reyes' }]),
		);
		expect(calls).not.toContain(ORGANISATION);
	});
});
