import type { Json } from '../accounting/desk';
import { newcomer, openPayroll, type PayrollDesk, wrong } from './desk';

const NOBODY = '11111111-1111-4111-8111-111111111111';
const both = ['nz', 'uk'] as const;

/** An employee that was just added. */
const added = (desk: PayrollDesk, country: 'nz' | 'uk', more: Json = {}): string =>
	desk.call('POST', '/Employees', newcomer(country, more)).id('employee.employeeID');

/** Complete for an employment on the weekly calendar. */
const employment = (desk: PayrollDesk, country: 'nz' | 'uk', more: Json = {}): Json => ({
	payrollCalendarID: desk.named('/PayRunCalendars', 'payRunCalendars', 'Weekly'),
	startDate: '2026-03-02',
	...(country === 'nz'
		? { engagementType: 'Permanent' }
		: { employeeNumber: '17', niCategories: [{ niCategory: 'A', startDate: '2026-03-02' }] }),
	...more,
});

/** Complete for hourly pay. */
const hourly = (desk: PayrollDesk, country: 'nz' | 'uk', more: Json = {}): Json => ({
	earningsRateID: desk.named('/EarningsRates', 'earningsRates', country === 'nz' ? 'Ordinary Time' : 'Regular Hours'),
	...{ effectiveFrom: '2026-03-02', numberOfUnitsPerWeek: 40, numberOfUnitsPerDay: 8, status: 'Active' },
	...{ paymentType: 'Hourly', ratePerUnit: 25, annualSalary: 0 },
	...more,
});

describe('Employees of the local payroll', () => {
	it('come in a wrapper, with null for what they do not have and with days at midnight', () => {
		const { call } = openPayroll('nz', 'empty');
		const created = call('POST', '/Employees', newcomer('nz'));
		expect(created.body).toMatchObject({
			...{ httpStatusCode: 'OK', pagination: null, problem: null, dateTimeUTC: '2026-03-09T22:00:00.0000000' },
			employee: {
				...{ firstName: 'Mere', dateOfBirth: '1994-05-17T00:00:00', updatedDateUTC: '2026-03-09T22:00:00' },
				...{ email: null, payrollCalendarID: null, startDate: null, engagementType: null },
			},
		});
		expect(call('GET', `/Employees/${created.id('employee.employeeID')}`).at('employee')).toEqual(created.at('employee'));
	});

	it('of the United Kingdom are read by themselves without a problem, not even null', () => {
		const desk = openPayroll('uk');
		const read = desk.call('GET', `/Employees/${desk.employee('Testcase')}`).body as Json;
		expect('problem' in read).toBe(false);
		expect('problem' in (desk.call('GET', '/Employees').body as Json)).toBe(true);
	});

	it.each(both)('drop what an employment sets, in silence (%s)', (country) => {
		const desk = openPayroll(country);
		const payrollCalendarID = desk.named('/PayRunCalendars', 'payRunCalendars', 'Weekly');
		const more = { payrollCalendarID, startDate: '2026-03-02', endDate: '2027-01-01' };
		const answer = desk.call('POST', '/Employees', newcomer(country, more));
		expect(answer.status).toBe(200);
		expect(answer.at('employee')).toMatchObject({ payrollCalendarID: null, startDate: null, endDate: null });
	});

	it.each(both)('lose with a PUT what it does not send (%s)', (country) => {
		const desk = openPayroll(country, 'empty');
		const id = added(desk, country, { email: 'mere@example.com', phoneNumber: '000' });
		const answer = desk.call('PUT', `/Employees/${id}`, newcomer(country, { phoneNumber: '111' }));
		expect(answer.at('employee')).toMatchObject({ email: null, phoneNumber: '111' });
	});

	it('are refused field by field, and are 404 when they are not there', () => {
		const { call } = openPayroll('uk', 'empty');
		const refused = call('POST', '/Employees', {
			firstName: 'Mere',
			dateOfBirth: 'soon',
			gender: 'X',
			address: { city: 'York' },
		});
		expect(refused.status).toBe(400);
		expect(refused.body).toMatchObject({
			...{ httpStatusCode: 'BadRequest', pagination: null },
			problem: {
				...{ type: 'application/problem+json', title: 'BadRequest', status: '400' },
				detail: 'Validation error occurred.',
			},
		});
		expect(wrong(refused)).toEqual([
			'title: The Title field is required.',
			'lastName: The Last Name field is required.',
			'dateOfBirth: The Date Of Birth is not a valid date.',
			'address.addressLine1: The Address Line1 field is required.',
			'address.postCode: The Post Code field is required.',
			'gender: The Gender is not one of M, F.',
		]);
		const unknown = call('GET', `/Employees/${NOBODY}`);
		expect([unknown.status, unknown.at('problem.title')]).toEqual([404, 'NotFound']);
	});

	it('are taken with names and codes in any case', () => {
		const { call } = openPayroll('nz', 'empty');
		const { firstName, ...rest } = newcomer('nz', { Gender: 'f' });
		expect(call('POST', '/Employees', { ...rest, FirstName: firstName }).at('employee')).toMatchObject({
			firstName: 'Mere',
			gender: 'F',
		});
	});

	it('of New Zealand are not listed once their employment ended, and are found by their id', () => {
		const nz = openPayroll('nz');
		const listed = (desk: PayrollDesk): unknown[] =>
			(desk.call('GET', '/Employees').at('employees') as Json[]).map((one) => one.lastName);
		expect(listed(nz)).toEqual(['Testcase', 'Example', 'Twosome', 'Twosome', 'Newcomer']);
		expect(nz.call('GET', `/Employees/${nz.employee('Formerly')}`).at('employee.endDate')).toBe('2026-01-08T00:00:00');
		expect(listed(openPayroll('uk'))).toEqual(['Testcase', 'Example', 'Twosome', 'Twosome', 'Formerly', 'Newcomer']);
	});

	it('may have a gender that their own PUT refuses, as in the demo company', () => {
		const desk = openPayroll('nz');
		const id = desk.employee('Newcomer');
		const read = desk.call('GET', `/Employees/${id}`).at('employee') as Json;
		expect(read.gender).toBe('None');
		expect(wrong(desk.call('PUT', `/Employees/${id}`, read))).toEqual(['gender: The Gender is not one of M, F.']);
	});

	it('are filtered by names without regard to case, and by nothing that is not known', () => {
		const { call } = openPayroll('nz');
		expect(call('GET', '/Employees?filter=firstName==sam,lastName==TWOSOME').at('pagination.itemCount')).toBe(2);
		expect(call('GET', '/Employees?filter=firstName==Nobody').body).toMatchObject({
			...{ pagination: { page: 1, pageSize: 100, pageCount: 0, itemCount: 0 }, employees: [] },
		});
		for (const filter of ['isOffPayrollWorker==false', 'firstName=Sam', 'shoeSize==9'])
			expect(call('GET', `/Employees?filter=${filter}`).at('problem.title')).toBe('InvalidRequest');
		expect(openPayroll('uk').call('GET', '/Employees?filter=isOffPayrollWorker==false').at('pagination.itemCount')).toBe(6);
	});

	it('come in pages of a hundred, and a page past the last one is refused', () => {
		const desk = openPayroll('nz', 'empty');
		for (let at = 0; at < 101; at += 1) added(desk, 'nz', { lastName: `Madeup ${at}` });
		expect(desk.call('GET', '/Employees').body).toMatchObject({
			pagination: { page: 1, pageSize: 100, pageCount: 2, itemCount: 101 },
		});
		expect(desk.call('GET', '/Employees?page=2&pageSize=5').at('employees')).toHaveLength(1);
		const past = desk.call('GET', '/Employees?page=3');
		expect([past.status, past.at('problem.title'), past.at('problem.detail')]).toEqual([
			...[400, 'InvalidRequest', 'Requested page does not exist'],
		]);
		expect(desk.call('GET', '/Employees?page=0').status).toBe(400);
	});
});

describe('An employment', () => {
	it.each(both)('sets the calendar and the start, and another one takes its place (%s)', (country) => {
		const desk = openPayroll(country);
		const id = added(desk, country);
		const first = employment(desk, country);
		expect(desk.call('POST', `/Employees/${id}/Employment`, first).status).toBe(200);
		const monthly = { payrollCalendarID: desk.named('/PayRunCalendars', 'payRunCalendars', 'Monthly') };
		desk.call('POST', `/Employees/${id}/Employment`, { ...first, ...monthly });
		expect(desk.call('GET', `/Employees/${id}`).at('employee')).toMatchObject({ ...monthly, startDate: '2026-03-02T00:00:00' });
	});

	it('of New Zealand needs an end when its term is fixed, and a calendar that is there', () => {
		const desk = openPayroll('nz');
		const at = `/Employees/${added(desk, 'nz')}/Employment`;
		expect(wrong(desk.call('POST', at, employment(desk, 'nz', { engagementType: 'FixedTerm' })))).toEqual([
			'fixedTermEndDate: A fixed term needs an end date.',
		]);
		expect(wrong(desk.call('POST', at, employment(desk, 'nz', { payrollCalendarID: NOBODY })))).toEqual([
			'payrollCalendarID: The pay run calendar could not be found.',
		]);
	});

	it.each([
		[{ niCategory: 'A' }, []],
		[{ niCategory: 'F' }, ['niCategories[0].workplacePostcode: NI category F needs a workplace postcode.']],
		[
			{ niCategory: 'V' },
			[
				'niCategories[0].dateFirstEmployedAsCivilian: NI category V needs the date on which the employee was first employed as a civilian.',
			],
		],
	])('of the United Kingdom with %j is answered with what that letter wants', (category, sentences) => {
		const desk = openPayroll('uk');
		const body = employment(desk, 'uk', { niCategories: [{ startDate: '2026-03-02', ...category }] });
		expect(wrong(desk.call('POST', `/Employees/${added(desk, 'uk')}/Employment`, body))).toEqual(sentences);
	});
});

describe('Salary and wages', () => {
	it.each(both)(
		'are refused in one sentence without an employment, and with figures that contradict each other (%s)',
		(country) => {
			const desk = openPayroll(country);
			const id = added(desk, country);
			const post = (more: Json = {}): string[] =>
				wrong(desk.call('POST', `/Employees/${id}/SalaryAndWages`, hourly(desk, country, more)));
			const sentence = ['_default: Please add a salary & wage.'];
			expect(post()).toEqual(sentence);
			desk.call('POST', `/Employees/${id}/Employment`, employment(desk, country));
			expect(post({ numberOfUnitsPerWeek: 0 })).toEqual(sentence);
			expect(post({ ratePerUnit: 0 })).toEqual(sentence);
			expect(post({ paymentType: 'Salary' })).toEqual(sentence);
			expect(post({ annualSalary: 100 })).toEqual(sentence);
			expect(post({ effectiveFrom: '2026-03-01' })).toEqual([
				'effectiveFrom: The effective date must be on or after the start date of the employee.',
			]);
			expect(post()).toEqual([]);
		},
	);

	it('by the hour are answered without annual salary and status, and read with them, as a list of one', () => {
		const desk = openPayroll('nz');
		const at = `/Employees/${added(desk, 'nz')}`;
		desk.call('POST', `${at}/Employment`, employment(desk, 'nz'));
		const made = desk.call('POST', `${at}/SalaryAndWages`, hourly(desk, 'nz'));
		expect(made.at('salaryAndWages')).toMatchObject({ ratePerUnit: 25, annualSalary: null, status: null });
		const read = desk.call('GET', `${at}/SalaryAndWages/${made.id('salaryAndWages.salaryAndWagesID')}`);
		expect(read.at('salaryAndWages')).toMatchObject([{ ratePerUnit: 25, annualSalary: 0, status: 'Active' }]);
		desk.call('POST', `${at}/SalaryAndWages`, hourly(desk, 'nz', { ratePerUnit: 30, effectiveFrom: '2026-03-09' }));
		expect((desk.call('GET', `${at}/SalaryAndWages`).at('salaryAndWages') as Json[]).map((one) => one.status)).toEqual([
			...['History', 'Active'],
		]);
	});

	it('of a salary keep no rate that is sent with it', () => {
		const desk = openPayroll('nz');
		const at = `/Employees/${added(desk, 'nz')}`;
		desk.call('POST', `${at}/Employment`, employment(desk, 'nz'));
		const made = desk.call('POST', `${at}/SalaryAndWages`, hourly(desk, 'nz', { paymentType: 'Salary', annualSalary: 100 }));
		expect(made.at('salaryAndWages')).toMatchObject({ paymentType: 'Salary', annualSalary: 100, ratePerUnit: null });
	});

	it('are deleted with a wrapper in New Zealand, and with nothing at all in the United Kingdom', () => {
		for (const country of both) {
			const desk = openPayroll(country);
			const at = `/Employees/${desk.employee('Testcase')}/SalaryAndWages`;
			const gone = desk.call('DELETE', `${at}/${desk.call('GET', at).id('salaryAndWages.0.salaryAndWagesID')}`);
			expect([gone.status, gone.body === undefined]).toEqual([200, country === 'uk']);
			expect(desk.call('GET', at).at('salaryAndWages')).toEqual([]);
		}
	});

	it('come before a working pattern, of which there is one for a day', () => {
		const desk = openPayroll('nz');
		const at = `/Employees/${added(desk, 'nz')}`;
		const week = { monday: 8, tuesday: 8, wednesday: 8, thursday: 8, friday: 25, saturday: 0 };
		const pattern = { effectiveFrom: '2026-03-02', workingWeeks: [week] };
		expect(wrong(desk.call('POST', `${at}/Working-Patterns`, pattern))).toEqual([
			'workingWeeks[0].sunday: The Sunday field is required.',
			'workingWeeks[0].friday: The hours of a day must be between 0 and 24.',
		]);
		const right = { ...pattern, workingWeeks: [{ ...week, friday: 8, sunday: 0 }] };
		expect(desk.call('POST', `${at}/Working-Patterns`, right).status).toBe(400);
		desk.call('POST', `${at}/Employment`, employment(desk, 'nz'));
		desk.call('POST', `${at}/SalaryAndWages`, hourly(desk, 'nz'));
		expect(desk.call('POST', `${at}/Working-Patterns`, right).status).toBe(200);
		expect(desk.call('POST', `${at}/Working-Patterns`, right).status).toBe(400);
		const list = desk.call('GET', `${at}/Working-Patterns`).at('payeeWorkingPatterns') as Json[];
		expect(list.map((one) => Object.keys(one))).toEqual([['payeeWorkingPatternID', 'effectiveFrom']]);
	});
});

describe('Tax, payment methods and opening balances', () => {
	it('of tax are replaced as a whole', () => {
		const desk = openPayroll('nz');
		const at = `/Employees/${desk.employee('Testcase')}/Tax`;
		expect(desk.call('GET', at).at('employeeTax')).toMatchObject({ irdNumber: '999999901', esctRatePercentage: 17.5 });
		desk.call('POST', at, { irdNumber: '999999902', taxCode: 'ME' });
		expect(desk.call('GET', at).at('employeeTax')).toMatchObject({
			taxCode: 'ME',
			esctRatePercentage: null,
			kiwiSaverContributions: null,
		});
		expect(wrong(desk.call('POST', at, { irdNumber: '12-345', esctRatePercentage: 101 }))).toEqual([
			'irdNumber: The IRD number is not valid.',
			'esctRatePercentage: The percentage must be between 0 and 100.',
		]);
	});

	it('of the United Kingdom cannot write tax', () => {
		const { api } = openPayroll('uk', 'empty');
		expect(api.routes.filter(({ path }) => path.endsWith('/Tax')).map(({ method }) => method)).toEqual(['GET']);
	});

	it.each([
		['nz', '0100000000000000', null, []],
		['nz', '010000000000000', '010000', []],
		['nz', '01-0000-0000000-00', null, ['bankAccounts[0].accountNumber: The account number is not valid.']],
		['uk', '00000001', '000000', []],
		[
			'uk',
			'0000001',
			'00-00-00',
			[
				'bankAccounts[0].accountNumber: The account number is not valid.',
				'bankAccounts[0].sortCode: The sort code is not valid.',
			],
		],
		['uk', '00000001', null, ['bankAccounts[0].sortCode: The Sort Code field is required.']],
	] as const)(
		'of %s take the account %s with the sort code %s or say what is wrong',
		(country, accountNumber, sortCode, sentences) => {
			const desk = openPayroll(country);
			const account = { accountName: 'M Madeup', accountNumber, sortCode };
			const body = { paymentMethod: 'Electronically', bankAccounts: [account] };
			expect(wrong(desk.call('POST', `/Employees/${desk.employee('Newcomer')}/PaymentMethods`, body))).toEqual(sentences);
		},
	);

	it('have one account of the balance at most, and one at all to pay electronically', () => {
		const desk = openPayroll('nz');
		const at = `/Employees/${desk.employee('Newcomer')}/PaymentMethods`;
		const account = { accountName: 'M Madeup', accountNumber: '0100000000000000', calculationType: 'Balance' };
		expect(wrong(desk.call('POST', at, { paymentMethod: 'Electronically', bankAccounts: [account, account] }))).toEqual([
			'bankAccounts: Only one bank account can take the balance.',
		]);
		expect(wrong(desk.call('POST', at, { paymentMethod: 'Electronically' }))).toEqual([
			'bankAccounts: A bank account is required to pay electronically.',
		]);
		expect(desk.call('POST', at, { paymentMethod: 'Manual' }).at('paymentMethod')).toEqual({
			paymentMethod: 'Manual',
			bankAccounts: null,
		});
	});

	it('are null after a write of opening balances of the United Kingdom, whose employee number is text', () => {
		const desk = openPayroll('uk');
		const at = `/Employees/${desk.employee('Testcase')}/ukopeningbalances`;
		expect(desk.call('POST', at, { statutorySickPay: 10, priorEmployeeNumber: 10 }).at('openingBalances')).toBeNull();
		expect(desk.call('PUT', at, { statutoryMaternityPay: 20, priorEmployeeNumber: 12.5 }).at('openingBalances')).toBeNull();
		expect(desk.call('GET', at).at('openingBalances')).toMatchObject({
			...{ statutorySickPay: null, statutoryMaternityPay: 20, priorEmployeeNumber: '12.5' },
		});
	});
});

describe('Pay templates', () => {
	it.each(both)('say that they have no pages and no items, beside their lines (%s)', (country) => {
		const desk = openPayroll(country);
		const at = `/Employees/${desk.employee('Testcase')}`;
		const earningsRateID = desk.named('/EarningsRates', 'earningsRates', 'Tool Allowance');
		desk.call('POST', `${at}/PayTemplateEarnings`, [
			{ earningsRateID, fixedAmount: 5 },
			{ earningsRateID, fixedAmount: 6 },
		]);
		const read = desk.call('GET', `${at}/PayTemplates`);
		expect(read.at('pagination')).toEqual({ page: 1, pageSize: 100, pageCount: 0, itemCount: 0 });
		expect(read.at('payTemplate.earningTemplates')).toMatchObject([
			{ name: 'Tool Allowance', fixedAmount: 5 },
			{ fixedAmount: 6 },
		]);
	});

	it('are refused as a whole when one line of many is wrong', () => {
		const desk = openPayroll('nz');
		const at = `/Employees/${desk.employee('Testcase')}`;
		const earningsRateID = desk.named('/EarningsRates', 'earningsRates', 'Bonus');
		const refused = desk.call('POST', `${at}/PayTemplateEarnings`, [{ earningsRateID }, { fixedAmount: 6 }]);
		expect(wrong(refused)).toEqual(['[1].earningsRateID: The Earnings Rate ID field is required.']);
		expect(desk.call('GET', `${at}/PayTemplates`).at('payTemplate.earningTemplates')).toEqual([]);
		expect(desk.call('POST', `${at}/PayTemplateEarnings`, { earningsRateID }).status).toBe(400);
	});
});
