import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { execute } from '../../../nodes/shared/run/execute';
import type { Api } from '../../../nodes/shared/model/operation';
import { payrollNz } from '../../../nodes/XeroPayroll/nz/payrollNz';
import { payrollUk } from '../../../nodes/XeroPayroll/uk/payrollUk';
import { inVirtualTime } from '../../engine/virtualTime';
import type { Reply, Sent } from '../../fakeContext';
import { fakeExecute } from '../../fakeContext';

const time = inVirtualTime();
const id = (short: string): string => `${short}000000-0000-4000-8000-000000000000`;
const picked = (value: string) => ({ __rl: true, mode: 'id', value });
const ORGANISATION = picked('2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33');

/** Mere Tane of New Zealand with four groups, as a person fills them in. */
const MERE: IDataObject = {
	firstName: 'Mere',
	lastName: 'Tane',
	dateOfBirth: '1994-05-17',
	address: { values: { addressLine1: '4 Quay Rd', city: 'Nelson', postCode: '7010' } },
	employment: {
		values: { payrollCalendarID: picked(id('c2')), startDate: '2026-04-01', engagementType: 'Permanent' },
	},
	tax: {
		irdNumber: '111-111-111',
		taxCode: 'M',
		isEligibleForKiwiSaver: true,
		kiwiSaverContributions: 'MakeContributions',
		kiwiSaverEmployeeContributionRatePercentage: '3',
		kiwiSaverEmployerContributionRatePercentage: '3',
	},
	salaryAndWages: {
		values: {
			paymentType: 'Salary',
			earningsRateID: picked(id('f3')),
			effectiveFrom: '2026-04-01',
			numberOfUnitsPerWeek: '40',
			numberOfUnitsPerDay: '8',
			annualSalary: '62400',
			ratePerUnit: '',
			additionalFields: { daysPerWeek: '5' },
		},
	},
	paymentMethod: {
		values: {
			paymentMethod: 'Electronically',
			bankAccounts: {
				bankAccount: [{ accountName: 'M Tane', accountNumber: '01-0000-0000000-000', calculationType: 'Balance' }],
			},
		},
	},
};

/** The other three groups of New Zealand. */
const MORE: IDataObject = {
	workingPattern: {
		values: { effectiveFrom: '2026-04-01', workingWeeks: { week: [{ monday: '8', tuesday: '8', wednesday: '8' }] } },
	},
	leaveSetup: { annualLeaveOpeningBalance: '4', SickLeaveToAccrueAnnually: '10' },
	leaveTypes: {
		leaveType: [
			{ leaveTypeID: picked(id('a1')), scheduleOfAccrual: 'NoAccruals' },
			{ leaveTypeID: picked(id('a2')), scheduleOfAccrual: 'NoAccruals' },
		],
	},
};

/** Owen Price of the United Kingdom with three groups. */
const OWEN: IDataObject = {
	title: 'Mr',
	firstName: 'Owen',
	lastName: 'Price',
	dateOfBirth: '1990-02-03',
	gender: 'M',
	address: { values: { addressLine1: '9 Mill Lane', city: 'York', postCode: 'YO1 7HH' } },
	additionalFields: { nationalInsuranceNumber: 'QQ 12 34 56 C' },
	employment: {
		values: {
			payrollCalendarID: picked(id('c3')),
			startDate: '2026-04-01',
			employeeNumber: '17',
			niCategories: { nICategory: [{ niCategory: 'F', startDate: '2026-04-01', workplacePostcode: 'YO1 7HH' }] },
		},
	},
	salaryAndWages: {
		values: {
			paymentType: 'Hourly',
			earningsRateID: picked(id('f4')),
			effectiveFrom: '2026-04-01',
			numberOfUnitsPerWeek: '30',
			ratePerUnit: '14.5',
			additionalFields: { numberOfUnitsPerDay: '6' },
		},
	},
	paymentMethod: {
		values: {
			paymentMethod: 'Electronically',
			bankAccounts: { bankAccount: [{ accountName: 'O Price', accountNumber: '00000001', sortCode: '00-00-00' }] },
		},
	},
};

const wrapped = (name: string, record: unknown): Reply => ({ body: { problem: null, pagination: null, [name]: record } });
const listed = (name: string, records: readonly IDataObject[]): Reply => ({
	body: { problem: null, pagination: { page: 1, pageSize: 100, pageCount: 1, itemCount: records.length }, [name]: records },
});
const refused = (reason: string, name = '_default'): Reply => ({
	statusCode: 400,
	body: { problem: { title: 'BadRequest', detail: 'Validation error occurred.', invalidFields: [{ name, reason }] } },
});

/** Names under which Xero answers, and the IDs that it gives. */
const PARTS: Readonly<Record<string, readonly [name: string, id?: IDataObject]>> = {
	Employment: ['employment'],
	Tax: ['employeeTax'],
	SalaryAndWages: ['salaryAndWages', { salaryAndWagesID: id('b1') }],
	'Working-Patterns': ['payeeWorkingPattern', { payeeWorkingPatternID: id('b2') }],
	LeaveSetup: ['leaveSetup'],
	LeaveTypes: ['leaveType'],
	ukopeningbalances: ['openingBalances'],
	PaymentMethods: ['paymentMethod'],
};

type Call = readonly [call: string, body?: unknown];

interface World {
	readonly people?: readonly IDataObject[];
	/** What is there of an employee, by the end of its path: what a GET answers. */
	readonly there?: Readonly<Record<string, Reply>>;
	readonly goesOn?: boolean;
	readonly options?: IDataObject;
	/** What is answered in place of the usual; undefined for that. */
	reply?(call: string, request: Sent): Reply | Error | undefined;
}

/** A GET of a part that an employee has nothing of. */
const nothing = (part: string): Reply => {
	if (part === 'SalaryAndWages') return listed('salaryAndWages', []);
	if (part === 'Working-Patterns') return listed('payeeWorkingPatterns', []);
	if (part === 'LeaveTypes') return wrapped('leaveTypes', []);
	if (part === 'PaymentMethods') return wrapped('paymentMethod', { paymentMethod: null, bankAccounts: null });
	return wrapped(PARTS[part]![0], part === 'ukopeningbalances' ? null : { taxCode: null });
};

/** Runs items, and gives the rows, and the calls in their order as 'POST /Employees/e5/Tax' with what was sent. */
async function run(
	api: Api,
	items: readonly IDataObject[],
	{ people = [], there = {}, goesOn = true, options, reply }: World = {},
) {
	const calls: Call[] = [];
	const keys: Array<string | undefined> = [];
	const known = [...people];
	const made = api === payrollNz ? id('e5') : id('e6');
	const { ctx } = fakeExecute({
		parameters: items.map((one) => ({
			organisation: ORGANISATION,
			resource: 'employee',
			operation: 'onboard',
			...(options ? { options } : {}),
			...one,
		})),
		continueOnFail: goesOn,
		reply: (request) => {
			const path = request.path.replace('/payroll.xro/2.0', '');
			const query = new URLSearchParams(request.query).toString();
			const short = `${path}${query ? `?${query}` : ''}`.replace(/000000-0000-4000-8000-000000000000/g, '');
			const call = `${request.method} ${decodeURIComponent(short)}`;
			calls.push(request.body === undefined ? [call] : [call, request.body]);
			keys.push(request.headers['Idempotency-Key']);
			const own = reply?.(call, request);
			if (own) return own;
			const [, , employee, part] = path.split('/');
			const body = request.body as IDataObject;
			if (path === '/Employees' && request.method === 'GET') return listed('employees', known);
			if (path === '/Employees') {
				const { payrollCalendarID: _dropped, ...record } = body;
				known.push({ ...record, employeeID: made, payrollCalendarID: null });
				return wrapped('employee', known[known.length - 1]);
			}
			if (part === undefined)
				return wrapped(
					'employee',
					known.find(({ employeeID }) => employeeID === employee),
				);
			if (request.method === 'GET') return there[part] ?? nothing(part);
			const [name, own_id = {}] = PARTS[part]!;
			return wrapped(name, part === 'ukopeningbalances' ? null : { ...body, ...own_id });
		},
	});
	const rows = await time().until(execute(api, ctx));
	const out = rows[0]!.map(({ json }) => json);
	return { out, calls, keys, writes: calls.filter(([call]) => !call.startsWith('GET')) };
}

/** The error that ends a run which does not go on. */
async function endOf(api: Api, items: readonly IDataObject[], world: World = {}) {
	return (await run(api, items, { ...world, goesOn: false }).catch((cause: unknown) => cause)) as Error & {
		readonly description: string;
		readonly context: { readonly xero: IDataObject };
	};
}

const tax = {
	irdNumber: '111111111',
	taxCode: 'M',
	isEligibleForKiwiSaver: true,
	kiwiSaverContributions: 'MakeContributions',
	kiwiSaverEmployeeContributionRatePercentage: 3,
	kiwiSaverEmployerContributionRatePercentage: 3,
};
const salary = {
	earningsRateID: id('f3'),
	effectiveFrom: '2026-04-01',
	paymentType: 'Salary',
	annualSalary: 62400,
	numberOfUnitsPerWeek: 40,
	numberOfUnitsPerDay: 8,
	daysPerWeek: 5,
	status: 'Active',
};
const payment = {
	paymentMethod: 'Electronically',
	bankAccounts: [{ accountName: 'M Tane', accountNumber: '0100000000000000', sortCode: '010000', calculationType: 'Balance' }],
};
const wages = {
	earningsRateID: id('f4'),
	effectiveFrom: '2026-04-01',
	paymentType: 'Hourly',
	annualSalary: 0,
	numberOfUnitsPerWeek: 30,
	numberOfUnitsPerDay: 6,
	status: 'Active',
};
const ukPayment = {
	paymentMethod: 'Electronically',
	bankAccounts: [{ accountName: 'O Price', accountNumber: '00000001', sortCode: '000000' }],
};

/** Mere as Xero's list has her once her employment is there. */
const mereThere: IDataObject = {
	employeeID: id('e5'),
	firstName: 'Mere',
	lastName: 'Tane',
	dateOfBirth: '1994-05-17T00:00:00',
	startDate: '2026-04-01T00:00:00',
	payrollCalendarID: id('c2'),
};
const owenThere: IDataObject = {
	employeeID: id('e6'),
	title: 'Mr',
	firstName: 'Owen',
	lastName: 'Price',
	dateOfBirth: '1990-02-03T00:00:00Z',
	startDate: '2026-04-01T00:00:00',
	payrollCalendarID: id('c3'),
};
/** All that Mere's four groups leave in Xero. */
const allOfMere: Readonly<Record<string, Reply>> = {
	Tax: wrapped('employeeTax', { ...tax, esctRatePercentage: 17.5 }),
	SalaryAndWages: listed('salaryAndWages', [
		{ ...salary, salaryAndWagesID: id('b1'), effectiveFrom: '2026-04-01T00:00:00', ratePerUnit: 30 },
	]),
	PaymentMethods: wrapped('paymentMethod', { ...payment, bankAccounts: [{ ...payment.bankAccounts[0]!, particulars: null }] }),
};

const SEARCH = 'GET /Employees?filter=firstName==Mere,lastName==Tane&page=1';

describe('An employee is made and set up in one go', () => {
	it('in New Zealand', async () => {
		const { out, calls } = await run(payrollNz, [MERE]);

		expect(calls).toEqual([
			[SEARCH],
			[
				'POST /Employees',
				{
					firstName: 'Mere',
					lastName: 'Tane',
					dateOfBirth: '1994-05-17',
					address: { addressLine1: '4 Quay Rd', city: 'Nelson', postCode: '7010' },
				},
			],
			['POST /Employees/e5/Employment', { payrollCalendarID: id('c2'), startDate: '2026-04-01', engagementType: 'Permanent' }],
			['POST /Employees/e5/Tax', tax],
			['POST /Employees/e5/SalaryAndWages', salary],
			['POST /Employees/e5/PaymentMethods', payment],
		]);
		expect(out).toEqual([
			{
				employeeID: id('e5'),
				complete: true,
				steps: {
					employee: 'created',
					employment: 'created',
					tax: 'saved',
					salaryAndWages: 'created',
					workingPattern: 'skipped',
					leaveSetup: 'skipped',
					leaveTypes: 'skipped',
					paymentMethod: 'saved',
				},
			},
		]);
	});

	it('with every group, each leave type by a request of its own', async () => {
		const { out, writes } = await run(payrollNz, [{ ...MERE, ...MORE }]);

		expect(writes.slice(4, 8)).toEqual([
			[
				'POST /Employees/e5/Working-Patterns',
				{
					effectiveFrom: '2026-04-01',
					workingWeeks: [{ monday: 8, tuesday: 8, wednesday: 8, thursday: 0, friday: 0, saturday: 0, sunday: 0 }],
				},
			],
			['POST /Employees/e5/LeaveSetup', { annualLeaveOpeningBalance: 4, SickLeaveToAccrueAnnually: 10 }],
			['POST /Employees/e5/LeaveTypes', { leaveTypeID: id('a1'), scheduleOfAccrual: 'NoAccruals' }],
			['POST /Employees/e5/LeaveTypes', { leaveTypeID: id('a2'), scheduleOfAccrual: 'NoAccruals' }],
		]);
		expect(Object.values(out[0]!.steps as IDataObject)).not.toContain('skipped');
	});

	it('in the United Kingdom, carried on after its pay was refused', async () => {
		const first = await endOf(payrollUk, [OWEN], {
			reply: (call) => (call === 'POST /Employees/e6/SalaryAndWages' ? refused('Please add a salary & wage.') : undefined),
		});
		expect(first.message).toBe(
			'Item 1: salary and wages of the new employee were refused: Please add a salary & wage. Employee and employment are saved. Run the item again to carry on',
		);
		expect(first.context.xero).toMatchObject({
			state: 'refused',
			employeeID: id('e6'),
			failedStep: 'salaryAndWages',
			done: ['employee', 'employment'],
			left: ['salaryAndWages', 'paymentMethod'],
		});

		const raised = {
			...OWEN,
			salaryAndWages: { values: { ...((OWEN.salaryAndWages as IDataObject).values as IDataObject), ratePerUnit: '14.60' } },
		};
		const { out, calls } = await run(payrollUk, [raised], { people: [owenThere] });
		expect(calls).toEqual([
			['GET /Employees?filter=firstName==Owen,lastName==Price&page=1'],
			['GET /Employees/e6/SalaryAndWages?page=1'],
			['POST /Employees/e6/SalaryAndWages', { ...wages, ratePerUnit: 14.6 }],
			['GET /Employees/e6/PaymentMethods'],
			['POST /Employees/e6/PaymentMethods', ukPayment],
		]);
		expect(out).toEqual([
			{
				employeeID: id('e6'),
				complete: true,
				steps: {
					employee: 'unchanged',
					employment: 'unchanged',
					salaryAndWages: 'created',
					leaveTypes: 'skipped',
					openingBalances: 'skipped',
					paymentMethod: 'saved',
				},
			},
		]);
	});

	it('and what was sent first in the United Kingdom is all of the employee', async () => {
		const { writes } = await run(payrollUk, [
			{ ...OWEN, openingBalances: { statutorySickPay: '120.5', priorEmployeeNumber: '10' } },
		]);
		expect(writes).toEqual([
			[
				'POST /Employees',
				{
					title: 'Mr',
					firstName: 'Owen',
					lastName: 'Price',
					dateOfBirth: '1990-02-03',
					gender: 'M',
					address: { addressLine1: '9 Mill Lane', city: 'York', postCode: 'YO1 7HH' },
					nationalInsuranceNumber: 'QQ123456C',
				},
			],
			[
				'POST /Employees/e6/Employment',
				{
					payrollCalendarID: id('c3'),
					startDate: '2026-04-01',
					employeeNumber: '17',
					niCategories: [{ niCategory: 'F', startDate: '2026-04-01', workplacePostcode: 'YO1 7HH' }],
				},
			],
			['POST /Employees/e6/SalaryAndWages', { ...wages, ratePerUnit: 14.5 }],
			['POST /Employees/e6/ukopeningbalances', { statutorySickPay: 120.5, priorEmployeeNumber: 10 }],
			['POST /Employees/e6/PaymentMethods', ukPayment],
		]);
	});

	it('from one record in JSON', async () => {
		const body = JSON.stringify({
			firstName: 'Mere',
			lastName: 'Tane',
			dateOfBirth: '1994-05-17T00:00:00',
			address: { addressLine1: '4 Quay Rd', city: 'Nelson', postCode: '7010' },
			employment: { payrollCalendarID: id('c2'), startDate: '2026-04-01T00:00:00', engagementType: 'Permanent' },
			leaveTypes: [{ leaveTypeID: id('a1'), scheduleOfAccrual: 'NoAccruals' }],
		});
		const { out, writes } = await run(payrollNz, [{ input: 'json', body }]);
		expect(writes.map(([call]) => call)).toEqual([
			'POST /Employees',
			'POST /Employees/e5/Employment',
			'POST /Employees/e5/LeaveTypes',
		]);
		expect(writes[1]![1]).toEqual({ payrollCalendarID: id('c2'), startDate: '2026-04-01', engagementType: 'Permanent' });
		expect(out[0]).toMatchObject({ complete: true, steps: { tax: 'skipped', leaveTypes: 'created' } });
	});
});

describe('Run again, it changes nothing that is there', () => {
	it('and writes nothing when all is', async () => {
		const { out, calls, writes } = await run(payrollNz, [MERE], { people: [mereThere], there: allOfMere });
		expect(writes).toEqual([]);
		expect(calls.map(([call]) => call)).toEqual([
			SEARCH,
			'GET /Employees/e5/Tax',
			'GET /Employees/e5/SalaryAndWages?page=1',
			'GET /Employees/e5/PaymentMethods',
		]);
		expect(out[0]!.steps).toMatchObject({
			employee: 'unchanged',
			employment: 'unchanged',
			tax: 'unchanged',
			salaryAndWages: 'unchanged',
			paymentMethod: 'unchanged',
		});
	});

	it('with the other groups as well', async () => {
		const { writes } = await run(payrollNz, [{ ...MERE, ...MORE }], {
			people: [mereThere],
			there: {
				...allOfMere,
				'Working-Patterns': listed('payeeWorkingPatterns', [
					{ payeeWorkingPatternID: id('b2'), effectiveFrom: '2026-04-01T00:00:00' },
				]),
				LeaveTypes: wrapped('leaveTypes', [
					{ leaveTypeID: id('a1'), scheduleOfAccrual: 'NoAccruals' },
					{ leaveTypeID: id('a2'), scheduleOfAccrual: 'NoAccruals' },
				]),
			},
		});
		expect(writes).toEqual([]);
	});

	it('adds tax details to those that Xero began with, and sends these along', async () => {
		const begun = { irdNumber: null, taxCode: 'ND', isEligibleForKiwiSaver: false, esctRatePercentage: 17.5 };
		const { writes } = await run(payrollNz, [MERE], {
			people: [mereThere],
			there: { ...allOfMere, Tax: wrapped('employeeTax', begun) },
		});
		expect(writes).toEqual([['POST /Employees/e5/Tax', { ...tax, esctRatePercentage: 17.5 }]]);
	});

	const values = (group: string): IDataObject => (MERE[group] as IDataObject).values as IDataObject;
	it.each<[string, IDataObject, World, string, readonly string[]]>([
		[
			'another calendar',
			{},
			{ people: [{ ...mereThere, payrollCalendarID: id('c9') }] },
			'Employment, Payroll Calendar',
			['employee'],
		],
		[
			'another start date',
			{},
			{ people: [{ ...mereThere, startDate: '2026-03-01T00:00:00' }] },
			'Employment, Start Date',
			['employee'],
		],
		[
			'another tax code',
			{},
			{ there: { ...allOfMere, Tax: wrapped('employeeTax', { ...tax, taxCode: 'ME' }) } },
			'Tax, Tax Code',
			['employee', 'employment'],
		],
		[
			'another salary from the same day',
			{ salaryAndWages: { values: { ...values('salaryAndWages'), annualSalary: '70000' } } },
			{ there: allOfMere },
			'Salary and Wages, Annual Salary',
			['employee', 'employment', 'tax'],
		],
		[
			'pay from another day',
			{ salaryAndWages: { values: { ...values('salaryAndWages'), effectiveFrom: '2026-10-01' } } },
			{ there: allOfMere },
			'Salary and Wages, Effective From',
			['employee', 'employment', 'tax'],
		],
		[
			'another bank account',
			{},
			{
				there: {
					...allOfMere,
					PaymentMethods: wrapped('paymentMethod', {
						...payment,
						bankAccounts: [{ ...payment.bankAccounts[0]!, accountNumber: '0200000000000000' }],
					}),
				},
			},
			'Payment Method, Bank Accounts',
			['employee', 'employment', 'tax', 'salaryAndWages'],
		],
	])('but %s is refused, not overwritten', async (_what, given, world, place, done) => {
		const { out, writes } = await run(payrollNz, [{ ...MERE, ...given }], { people: [mereThere], there: allOfMere, ...world });
		expect(writes).toEqual([]);
		expect(String(out[0]!.error)).toContain(`Item 1, ${place}: is another one in Xero, which is not overwritten.`);
		expect(out[0]!.details).toMatchObject({ state: 'notSent', employeeID: id('e5'), done });
	});

	it('and neither are opening balances of the United Kingdom', async () => {
		const there = (statutorySickPay: number) => ({
			PaymentMethods: wrapped('paymentMethod', ukPayment),
			SalaryAndWages: listed('salaryAndWages', [{ ...wages, ratePerUnit: 14.5 }]),
			ukopeningbalances: wrapped('openingBalances', {
				statutorySickPay,
				statutoryMaternityPay: 0,
				priorEmployeeNumber: statutorySickPay ? '10.0' : null,
			}),
		});
		const item = { ...OWEN, openingBalances: { statutorySickPay: '120.5', priorEmployeeNumber: '10' } };
		const came = async (before: number) => await run(payrollUk, [item], { people: [owenThere], there: there(before) });
		expect((await came(120.5)).writes).toEqual([]);
		expect((await came(0)).writes).toEqual([
			['POST /Employees/e6/ukopeningbalances', { statutorySickPay: 120.5, priorEmployeeNumber: 10 }],
		]);
		const other = await came(99);
		expect(other.writes).toEqual([]);
		expect(String(other.out[0]!.error)).toContain('Item 1, Opening Balances, Statutory Sick Pay: is another one in Xero');
	});
});

describe('The employee is found', () => {
	it('by a name that a filter cannot hold among all', async () => {
		const { calls } = await run(payrollNz, [{ ...MERE, lastName: 'Tane, jun.' }], {
			people: [{ ...mereThere, lastName: 'TANE, jun.' }],
			there: allOfMere,
		});
		expect(calls[0]).toEqual(['GET /Employees?page=1']);
		expect(calls.some(([call]) => call === 'POST /Employees')).toBe(false);
	});

	it('but one with another date of birth is somebody else', async () => {
		const { writes } = await run(payrollNz, [MERE], { people: [{ ...mereThere, dateOfBirth: '1971-01-02T00:00:00' }] });
		expect(writes[0]![0]).toBe('POST /Employees');
	});

	it('and when there are two, the ID is asked for', async () => {
		const twins = [mereThere, { ...mereThere, employeeID: id('e7') }];
		const { out, writes } = await run(payrollNz, [MERE], { people: twins, there: allOfMere });
		expect(writes).toEqual([]);
		expect(out[0]!.error).toBe(
			'Item 1: several employees have this name and date of birth. Give the ID of the right one in Employee ID to Carry On With',
		);

		const named = await run(payrollNz, [MERE], { people: twins, there: allOfMere, options: { carryOnWith: id('e7') } });
		expect(named.calls[0]).toEqual(['GET /Employees/e7']);
		expect(named.out[0]).toMatchObject({ employeeID: id('e7'), complete: true });
	});

	it('an ID of somebody else is refused', async () => {
		const { out, writes } = await run(payrollNz, [MERE], {
			people: [{ ...mereThere, firstName: 'Ana' }],
			options: { carryOnWith: id('e5') },
		});
		expect(writes).toEqual([]);
		expect(out[0]!.error).toBe(
			'Item 1, Employee ID to Carry On With: is of an employee with another name or date of birth. Give them as Xero has them',
		);
	});

	it('and is refused where nobody is to be there', async () => {
		const { out, writes } = await run(payrollNz, [MERE], { people: [mereThere], options: { ifExists: 'refuse' } });
		expect(writes).toEqual([]);
		expect(out[0]!.error).toBe(
			'Item 1: there is an employee with this name and date of birth already. Set If the Employee Exists to Carry On, or take the item out',
		);
		expect((await run(payrollNz, [MERE], { options: { ifExists: 'refuse' } })).out[0]).toMatchObject({ complete: true });
	});

	it('by the second of two items about the same person, who is made once', async () => {
		const again = { ...MERE, firstName: ' mere', paymentMethod: {} };
		const { out, writes } = await run(payrollNz, [MERE, again], {
			reply: (call) =>
				call === 'GET /Employees/e5/Tax'
					? allOfMere.Tax
					: call.startsWith('GET /Employees/e5/Sal')
						? allOfMere.SalaryAndWages
						: undefined,
			people: [],
		});
		expect(writes.filter(([call]) => call === 'POST /Employees')).toHaveLength(1);
		expect(out.map(({ employeeID }) => employeeID)).toEqual([id('e5'), id('e5')]);
	});
});

const NZ_STEPS = [
	'employee',
	'employment',
	'tax',
	'salaryAndWages',
	'workingPattern',
	'leaveSetup',
	'leaveTypes',
	'paymentMethod',
];
const NZ_CALLS = [
	'',
	'/Employment',
	'/Tax',
	'/SalaryAndWages',
	'/Working-Patterns',
	'/LeaveSetup',
	'/LeaveTypes',
	'/PaymentMethods',
];
const callOf = (at: number): string => (at === 0 ? 'POST /Employees' : `POST /Employees/e5${NZ_CALLS[at]}`);
const SAYS = [
	'Xero says: No.',
	'employment of the new employee was refused: No. Employee is saved.',
	'tax details of the new employee were refused: No. Employee and employment are saved.',
	'salary and wages of the new employee were refused: No. Employee, employment and tax details are saved.',
	'working pattern of the new employee was refused: No. Employee, employment, tax details and salary and wages are saved.',
	'leave setup of the new employee was refused: No. Employee, employment, tax details, salary and wages and working pattern are saved.',
	'leave types of the new employee were refused: No. Employee, employment, tax details, salary and wages, working pattern and leave setup are saved.',
	'payment method of the new employee was refused: No. Employee, employment, tax details, salary and wages, working pattern, leave setup and leave types are saved.',
];
const EVERY = { ...MERE, ...MORE };

describe.each(NZ_STEPS.map((step, at) => [step, at] as const))('When %s', (step, at) => {
	const facts = {
		failedStep: step,
		done: NZ_STEPS.slice(0, at),
		left: NZ_STEPS.slice(at),
		...(at === 0 ? {} : { employeeID: id('e5') }),
	};

	it('is refused, the steps after it are left, and the row says which', async () => {
		const { out, writes } = await run(payrollNz, [EVERY], {
			reply: (call) => (call === callOf(at) ? refused('No.') : undefined),
		});
		// Two leave types are two requests.
		expect(writes).toHaveLength(at === 7 ? 9 : at + 1);
		expect(String(out[0]!.error)).toContain(SAYS[at]);
		expect(out[0]!.details).toMatchObject({ state: 'refused', ...facts });
	});

	it('has its answer lost once, it is sent again under its key', async () => {
		let lost = 0;
		const { out, calls, keys } = await run(payrollNz, [EVERY], {
			reply: (call) =>
				call === callOf(at) && (lost += 1) === 1 ? Object.assign(new Error('cut'), { code: 'ECONNRESET' }) : undefined,
		});
		expect(out[0]).toMatchObject({ complete: true });
		const [first, second] = calls.flatMap(([call], index) => (call === callOf(at) ? [keys[index]] : []));
		expect(first).toMatch(/^[0-9a-f]{64}$/);
		expect(second).toBe(first);
	});

	it('is never answered, it is told as open', async () => {
		const { out } = await run(payrollNz, [EVERY], {
			reply: (call) => (call === callOf(at) ? Object.assign(new Error('cut'), { code: 'ECONNRESET' }) : undefined),
		});
		expect(String(out[0]!.error)).toMatch(/it is open whether .* (was|were) saved: Xero did not answer/);
		expect(out[0]!.details).toMatchObject({ state: 'unconfirmed', ...facts });
	});
});

test('A step that the credential may not do says so, with what is done', async () => {
	const { out } = await run(payrollNz, [MERE], {
		reply: (call) => (call === callOf(3) ? { statusCode: 403, body: { Detail: 'insufficient scope' } } : undefined),
	});
	expect(String(out[0]!.error)).toContain(
		'salary and wages of the new employee were not saved: this credential may not touch Payroll',
	);
	expect(out[0]!.details).toMatchObject({
		state: 'refused',
		failedStep: 'salaryAndWages',
		done: ['employee', 'employment', 'tax'],
	});
});

test('A run that stops at one item says of another on its way what is done of it', async () => {
	const unemployed = (employeeID: string, firstName: string) => ({
		...mereThere,
		employeeID,
		firstName,
		startDate: null,
		payrollCalendarID: null,
	});
	const { message, description } = await endOf(payrollNz, [MERE, { ...MERE, firstName: 'Ana' }], {
		people: [unemployed(id('e5'), 'Mere'), unemployed(id('e7'), 'Ana')],
		there: allOfMere,
		reply: (call) => (call === 'POST /Employees/e5/Employment' ? refused('No.') : undefined),
	});
	expect(message).toContain('First: Item 1: employment of the employee was refused: No. Employee is saved.');
	expect(description).toContain(
		'Item 2: tax details of the employee were not saved: the run was stopped first. Employee and employment are saved. Run the item again to carry on',
	);
});

describe('What is no confirmation', () => {
	it.each([
		['an employee without an ID', 'POST /Employees', wrapped('employee', { firstName: 'Mere' }), 'employee'],
		['pay without an ID', callOf(3), wrapped('salaryAndWages', { status: 'Active' }), 'salaryAndWages'],
		[
			'an employment with a problem',
			callOf(1),
			{ body: { problem: { title: 'BadRequest', detail: 'No.' }, employment: null } },
			'employment',
		],
	])('%s is not taken for one', async (_what, at, reply, failedStep) => {
		const { out } = await run(payrollNz, [EVERY], { reply: (call) => (call === at ? reply : undefined) });
		expect(out[0]!.complete).toBeUndefined();
		expect(out[0]!.details).toMatchObject({ failedStep });
	});
});

test('n8n tries the node again, and each step still gets its own answer', async () => {
	const calls: string[] = [];
	let people: IDataObject[] = [];
	let tries = 0;
	const fake = {
		parameters: [{ organisation: ORGANISATION, resource: 'employee', operation: 'onboard', ...MERE }],
		executionId: 'retried',
		node: { id: 'onboarding', retryOnFail: true, maxTries: 2 },
		credential: { clientId: 'retrying' },
		reply: ({ method, path, body }: Sent): Reply => {
			const [, part] = /\/Employees(?:\/[^/]+\/(.*))?$/.exec(path)!;
			calls.push(`${method} ${part ?? ''}`);
			if (part === undefined && method === 'GET') return listed('employees', people);
			if (part === undefined) {
				people = [{ ...mereThere, startDate: null, payrollCalendarID: null }];
				return wrapped('employee', people[0]);
			}
			if (method === 'GET') return nothing(part);
			if (part === 'Employment') people = [mereThere];
			if (part === 'Tax' && tries === 0) return refused('Not now.');
			const [name, ownId = {}] = PARTS[part]!;
			return wrapped(name, { ...(body as IDataObject), ...ownId });
		},
	};
	const attempt = async (): Promise<unknown> => {
		const ctx: IExecuteFunctions = fakeExecute(fake).ctx;
		return await time().until(execute(payrollNz, ctx));
	};
	await expect(attempt()).rejects.toThrow('tax details of the new employee were refused');
	tries += 1;
	calls.length = 0;
	await attempt();
	expect(calls).toEqual([
		'GET ',
		'GET Tax',
		'POST Tax',
		'GET SalaryAndWages',
		'POST SalaryAndWages',
		'GET PaymentMethods',
		'POST PaymentMethods',
	]);
});

describe('All that is wrong is said before anything is sent', () => {
	it('with labels that lead into each group', async () => {
		const item = {
			...MERE,
			dateOfBirth: '17 May 94',
			employment: { values: { payrollCalendarID: picked(''), startDate: '2026-04-01', engagementType: 'FixedTerm' } },
			tax: { irdNumber: '12-34' },
			salaryAndWages: {
				values: {
					paymentType: 'Salary',
					earningsRateID: picked(id('f3')),
					effectiveFrom: '2026-04-01',
					numberOfUnitsPerWeek: '40',
					numberOfUnitsPerDay: '8',
				},
			},
			workingPattern: { values: { effectiveFrom: '', workingWeeks: { week: [{ monday: '25' }] } } },
			leaveSetup: { annualLeaveOpeningBalance: 'four' },
			leaveTypes: {
				leaveType: [{ leaveTypeID: picked(id('a1')), scheduleOfAccrual: 'NoAccruals' }, { scheduleOfAccrual: 'NoAccruals' }],
			},
			paymentMethod: { values: { paymentMethod: 'Electronically' } },
		};
		const { out, calls } = await run(payrollNz, [item]);
		expect(calls).toEqual([]);
		expect(String(out[0]!.error).split('\n')).toEqual([
			'Item 1, Date of Birth: is not a date like 2026-03-31. Use DateTime in an expression',
			'Item 1, Employment, Payroll Calendar: is missing',
			'Item 1, Employment, Fixed Term End Date: is missing. A fixed term has an end',
			'Item 1, Tax, IRD Number: is not a number of 8 or 9 digits',
			'Item 1, Salary and Wages, Annual Salary: a salary has one. Give it, or choose Hourly',
			'Item 1, Working Pattern, Working Weeks 1, Monday “25”: can be at most 24',
			'Item 1, Working Pattern, Effective From: is missing',
			'Item 1, Leave Setup, Annual Leave Opening Balance “four”: is not a number written like 1234.50',
			'Item 1, Leave Type 2, Leave Type: is missing',
			'Item 1, Payment Method, Bank Accounts: are missing. Electronic pay goes into at least one',
		]);
	});

	it('as in the groups of the United Kingdom', async () => {
		const item = {
			...OWEN,
			employment: {
				values: { startDate: '2026-04-01', niCategories: { nICategory: [{ niCategory: 'A' }, { niCategory: 'F' }] } },
			},
			openingBalances: { statutorySickPay: 'none' },
			leaveTypes: { leaveType: [{ scheduleOfAccrual: 'OnHourWorked' }] },
			paymentMethod: {
				values: {
					paymentMethod: 'Cheque',
					bankAccounts: { bankAccount: [{ accountName: 'O', accountNumber: '1', sortCode: '1' }] },
				},
			},
		};
		const { out, calls } = await run(payrollUk, [item]);
		expect(calls).toEqual([]);
		expect(String(out[0]!.error).split('\n')).toEqual([
			'Item 1, Employment, Payroll Calendar: is missing',
			'Item 1, Employment, Employee Number: is missing',
			'Item 1, Employment, NI Category 2, Workplace Postcode: is missing. This letter needs one',
			'Item 1, Leave Type 1, Leave Type: is missing',
			'Item 1, Opening Balances, Statutory Sick Pay: is not a number written like 1234.50',
			'Item 1, Payment Method, Bank Account 1, Account Number: is not a number of 8 digits',
			'Item 1, Payment Method, Bank Account 1, Sort Code: is not a number of 6 digits',
		]);
	});

	it('of JSON as well', async () => {
		const body = JSON.stringify({
			lastName: 'Tane',
			dateOfBirth: '1994-05-17',
			address: { addressLine1: '4 Quay Rd', city: 'Nelson', postCode: '7010' },
			employment: { startDate: '2026-04-01', engagementType: 'Permanent' },
			tax: 'M',
			salaryAndWages: {
				paymentType: 'Hourly',
				earningsRateID: id('f3'),
				effectiveFrom: '2026-03-01',
				numberOfUnitsPerWeek: 40,
				numberOfUnitsPerDay: 8,
			},
			leaveTypes: ['all'],
		});
		const { out, calls } = await run(payrollNz, [{ input: 'json', body }]);
		expect(calls).toEqual([]);
		expect(String(out[0]!.error).split('\n')).toEqual([
			'Item 1, First Name: is missing',
			'Item 1, Employment, Payroll Calendar: is missing',
			'Item 1, Tax: is text; an object is needed',
			'Item 1, Salary and Wages, Rate per Hour: hourly pay has one. Give it, or choose Salary',
			'Item 1, Leave Type 1: is text; an object is needed',
			'Item 1, Salary and Wages, Effective From: is before the start of the employment. Give the start, or a later day',
		]);
	});
});

describe('Nothing that was sent is repeated', () => {
	const SECRETS = /62400|0100000|01-0000|111-?111|4 Quay|1994-05|M Tane/;

	it.each(NZ_STEPS.map((step, at) => [step, at] as const))('when Xero does so in refusing %s', async (_step, at) => {
		const { out } = await run(payrollNz, [EVERY], {
			reply: (call) =>
				call === callOf(at)
					? refused('M Tane, 4 Quay Rd, born 1994-05-17, IRD 111111111, earns 62400 into 01-0000-0000000-000.')
					: undefined,
		});
		const text = JSON.stringify(out);
		expect(text).toContain('refused');
		expect(text).not.toMatch(SECRETS);
	});

	it('nor is it in what comes out', async () => {
		const { out } = await run(payrollNz, [EVERY]);
		expect(JSON.stringify(out)).not.toMatch(SECRETS);
	});
});
