import type { IDataObject } from 'n8n-workflow';
import { payrollNz } from '../../../nodes/XeroPayroll/nz/payrollNz';
import { payrollUk } from '../../../nodes/XeroPayroll/uk/payrollUk';
import type { Reply } from '../../fakeContext';
import { id, listed, picked, refusal, runPayroll, wrapped } from './fakePayroll';

const person = (short: string, firstName: string, more: IDataObject = {}): IDataObject => ({
	employeeID: id(short),
	firstName,
	lastName: 'Tane',
	startDate: '2001-05-07T00:00:00',
	endDate: null,
	...more,
});

/** Seven who are employed on any day of the tests, one who has left and one who is to come. */
const PEOPLE = [
	...['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7'].map((short) => person(short, `Person ${short}`)),
	person('e8', 'Gone', { endDate: '2001-06-29T00:00:00' }),
	person('e9', 'New', { startDate: '2199-01-07T00:00:00' }),
];
const BALANCES = [
	{ name: 'Annual Leave', leaveTypeID: id('f8'), balance: 2.5, typeOfUnits: 'Weeks' },
	{ name: 'Sick Leave', leaveTypeID: id('f9'), balance: -4, typeOfUnits: 'Hours' },
];

const answers = (call: string): Reply =>
	call === 'GET /Employees'
		? listed('employees', PEOPLE)
		: call.endsWith('/LeaveBalances')
			? wrapped('leaveBalances', BALANCES)
			: wrapped('employee', PEOPLE.find(({ employeeID }) => employeeID === id(call.slice(-2))) ?? null);

const balances = async (parameters: IDataObject = {}, own: Readonly<Record<string, Reply>> = {}, goesOn = false) =>
	await runPayroll(
		payrollNz,
		'leaveBalance.getAll',
		[{ employeeID: picked(''), returnAll: true, ...parameters }],
		(call) => own[call] ?? answers(call),
		goesOn,
	);

const asked = (...people: readonly string[]): string[] => people.map((short) => `GET /Employees/${short}/LeaveBalances`);

describe('Leave balances', () => {
	it('of one employee are rows with the name, for two calls', async () => {
		const { rows, calls } = await balances({ employeeID: picked(id('e2')) });

		expect(calls).toEqual(['GET /Employees/e2', ...asked('e2')]);
		expect(rows).toEqual([
			{
				...{ employeeID: id('e2'), firstName: 'Person e2', lastName: 'Tane' },
				...{ leaveTypeID: id('f8'), leaveType: 'Annual Leave', balance: 2.5, typeOfUnits: 'Weeks' },
			},
			{
				...{ employeeID: id('e2'), firstName: 'Person e2', lastName: 'Tane' },
				...{ leaveTypeID: id('f9'), leaveType: 'Sick Leave', balance: -4, typeOfUnits: 'Hours' },
			},
		]);
	});

	it('without an employee are those of all who are employed today, a call for each, whose number is said', async () => {
		const { rows, calls, hints } = await balances();

		expect(calls).toEqual(['GET /Employees?page=1', ...asked('e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7')]);
		expect(rows.map(({ firstName }) => firstName)).toEqual(
			['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7'].flatMap((short) => [`Person ${short}`, `Person ${short}`]),
		);
		expect(hints).toEqual(['8 calls to Xero']);
	});

	it('are those of one type of leave when that is asked for', async () => {
		const { rows } = await balances({ filters: { leaveTypeID: picked(id('f9')) } });

		expect(rows.map(({ leaveType }) => leaveType)).toEqual(Array.from({ length: 7 }, () => 'Sick Leave'));
	});

	it('up to a limit ask for no more employees than it takes, five at a time', async () => {
		const { rows, calls } = await balances({ returnAll: false, limit: 3 });

		expect(rows.map(({ firstName, leaveType }) => [firstName, leaveType])).toEqual([
			['Person e1', 'Annual Leave'],
			['Person e1', 'Sick Leave'],
			['Person e2', 'Annual Leave'],
		]);
		expect(calls).toEqual(['GET /Employees?page=1', ...asked('e1', 'e2', 'e3', 'e4', 'e5')]);
	});

	it('end with the employee that Xero refuses, by the ID, and ask for no others', async () => {
		const { rows, calls, error } = await balances({}, { 'GET /Employees/e3/LeaveBalances': refusal(400, 'Not set up.') });

		expect([rows, error.split('\n')[0]]).toEqual([[], `Item 1, Employee “${id('e3')}”: Xero says: Not set up.`]);
		expect(calls).toEqual(['GET /Employees?page=1', ...asked('e1', 'e2', 'e3', 'e4', 'e5')]);
	});

	it('go on with the others when the node does, with a row for the one that is missing', async () => {
		const { rows, hints } = await balances({}, { 'GET /Employees/e3/LeaveBalances': refusal(400, 'Not set up.') }, true);

		expect(rows).toHaveLength(13);
		expect(rows[12]).toEqual({
			error: `Item 1, Employee “${id('e3')}”: Xero says: Not set up.`,
			details: { description: '', employeeID: id('e3') },
		});
		expect(hints).toEqual(['1 record could not be read: a row each says which and why', '8 calls to Xero']);
	});

	it('end at once when the connection may not read them', async () => {
		const lacks = { statusCode: 401, headers: { 'www-authenticate': 'error="insufficient_scope"' }, body: '' };
		const { rows, calls } = await balances({}, { 'GET /Employees/e1/LeaveBalances': lacks }, true);

		expect(rows).toHaveLength(1);
		expect(String(rows[0]!.error)).toContain('payroll.employees.read');
		expect(calls.length).toBeLessThan(8);
	});

	it('of an employee who is not there name the ID', async () => {
		const { error } = await balances({ employeeID: picked(id('e0')) }, { 'GET /Employees/e0': refusal(404, 'Not found.') });

		expect(error.split('\n')[0]).toBe(
			`Item 1, Employee “${id('e0')}”: The record is not in the organisation chosen. It may belong to another organisation: check Organisation`,
		);
	});

	it('leave out those who have left in the United Kingdom, whose list has them', async () => {
		const { rows } = await runPayroll(payrollUk, 'leaveBalance.getAll', [{ employeeID: picked(''), returnAll: true }], (call) =>
			answers(call),
		);

		expect(new Set(rows.map(({ firstName }) => firstName)).has('Gone')).toBe(false);
		expect(rows).toHaveLength(14);
	});
});
