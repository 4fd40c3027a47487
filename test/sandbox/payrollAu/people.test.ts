import type { Json } from '../accounting/desk';
import { newcomer, openPayroll, type PayrollDesk, wrong } from './desk';

const filtered = (desk: PayrollDesk, where: string): unknown[] =>
	(desk.call('GET', `/Employees?where=${encodeURIComponent(where)}`).at('Employees') as Json[]).map(({ FirstName }) => FirstName);

describe('Employees of the local payroll of Australia', () => {
	it('are six, listed without what is private, and read with it', () => {
		const desk = openPayroll();
		const people = desk.call('GET', '/Employees').at('Employees') as Json[];
		expect(people.map(({ FirstName, LastName, Status }) => [FirstName, LastName, Status])).toEqual([
			['Matilda', 'Testcase', 'ACTIVE'],
			['Banjo', 'Example', 'ACTIVE'],
			['Sam', 'Twosome', 'ACTIVE'],
			['Sam', 'Twosome', 'ACTIVE'],
			['Lee', 'Formerly', 'TERMINATED'],
			['Nova', 'Newcomer', 'ACTIVE'],
		]);
		const details = [
			'HomeAddress',
			'BankAccounts',
			'PayTemplate',
			'OpeningBalances',
			'TaxDeclaration',
			'LeaveBalances',
			'SuperMemberships',
		];
		expect(people.flatMap((one) => Object.keys(one)).filter((name) => details.includes(name))).toEqual([]);
		const whole = desk.call('GET', `/Employees/${desk.employee('Testcase')}`).at('Employees') as Json[];
		expect(whole).toHaveLength(1);
		expect(details.filter((name) => !(name in (whole[0] ?? {})))).toEqual([]);
		expect(desk.call('GET', `/Employees/${desk.employee('Newcomer')}`).at('Employees.0')).toMatchObject({
			BankAccounts: [],
			LeaveBalances: [],
		});
	});

	it('are found by the fields with one value, and by nothing else', () => {
		const desk = openPayroll();
		expect(filtered(desk, 'Status=="TERMINATED"')).toEqual(['Lee']);
		expect(
			filtered(desk, `PayrollCalendarID==guid("${desk.named('PayrollCalendars', 'Monthly')}") AND LastName=="twosome"`),
		).toEqual(['Sam']);
		expect(filtered(desk, 'StartDate<DateTime(2026,1,1)')).toHaveLength(5);
		for (const where of ['ShoeSize==9', 'Status="ACTIVE"', 'Status=="ACTIVE', 'PayTemplate==1', 'PayrollCalendarID=="x"'])
			expect(desk.call('GET', `/Employees?where=${encodeURIComponent(where)}`).body).toMatchObject({
				...{ ErrorNumber: 16, Type: 'QueryParseException' },
			});
		const ordered = desk.call('GET', '/Employees?order=LastName%20DESC').at('Employees') as Json[];
		expect(ordered[0]).toMatchObject({ LastName: 'Twosome' });
	});

	it('come in pages of 100 without a pagination object', () => {
		const desk = openPayroll();
		desk.call(
			'POST',
			'/Employees',
			Array.from({ length: 95 }, (_none, at) => newcomer({ FirstName: `No ${at}` })),
		);
		const page = (number: number): number => (desk.call('GET', `/Employees?page=${number}`).at('Employees') as Json[]).length;
		expect([page(1), page(2), page(3)]).toEqual([100, 1, 0]);
		expect(desk.call('GET', '/Employees').at('pagination')).toBeUndefined();
	});

	it('are written in lists, days in either form and cut to the day in UTC', () => {
		const desk = openPayroll();
		expect(desk.call('POST', '/Employees', newcomer()).body).toMatchObject({ ErrorNumber: 14, Type: 'PostDataInvalidException' });
		const made = desk.call('POST', '/Employees', [
			newcomer({ StartDate: '/Date(1572559200000+0000)/' }),
			newcomer({ StartDate: '2026-03-02' }),
		]);
		expect((made.at('Employees') as Json[]).map(({ StartDate, DateOfBirth }) => [StartDate, DateOfBirth])).toEqual([
			['/Date(1572480000000+0000)/', '/Date(769132800000+0000)/'],
			['/Date(1772409600000+0000)/', '/Date(769132800000+0000)/'],
		]);
	});

	it('are refused with every element as it was sent, under their own name', () => {
		const desk = openPayroll();
		const answer = desk.call('POST', '/Employees', [newcomer(), { FirstName: 'Nobody', Gender: 'X' }]);
		expect(answer.body).toMatchObject({
			ErrorNumber: 10,
			Type: 'ValidationException',
			Employees: [{ FirstName: 'Kylie' }, { FirstName: 'Nobody' }],
		});
		expect(wrong(answer, 'Employees', 1)).toEqual([
			'The Last Name field is required.',
			'The Date Of Birth field is required.',
			'The Gender is not one of N, M, F, I.',
		]);
		expect(desk.records('Employees')).toHaveLength(6);
	});

	it('change in what is sent alone; lists replace those there are', () => {
		const desk = openPayroll();
		const at = `/Employees/${desk.employee('Testcase')}`;
		const account = { AccountName: 'M Testcase', BSB: '000000', AccountNumber: '000000008', Remainder: true };
		const changed = desk.call('POST', at, [{ MiddleNames: 'Joan', BankAccounts: [account] }]).at('Employees.0');
		expect(changed).toMatchObject({
			FirstName: 'Matilda',
			MiddleNames: 'Joan',
			BankAccounts: [account],
			PayTemplate: { LeaveLines: [{}, {}] },
		});
		const LeaveTypeID = desk.named('LeaveTypes', 'Annual Leave');
		const leave = { LeaveTypeID, CalculationType: 'NOCALCULATIONREQUIRED', IsQualifyingEarnings: true };
		const template = desk.call('POST', at, [{ PayTemplate: { LeaveLines: [leave] } }]).at('Employees.0.PayTemplate');
		expect(template).toMatchObject({ LeaveLines: [leave], EarningsLines: [{ CalculationType: 'ANNUALSALARY' }] });
	});

	it('end with a reason, and have super of a fund they are members of', () => {
		const desk = openPayroll();
		const post = (body: Json): string[] =>
			wrong(desk.call('POST', `/Employees/${desk.employee('Example')}`, [body]), 'Employees');
		expect(post({ TerminationDate: '2026-03-31' })).toEqual(['Termination reason is required']);
		const SuperLines = [{ ContributionType: 'SGC', CalculationType: 'STATUTORY' }];
		expect(post({ PayTemplate: { SuperLines } })).toEqual(['The superannuation fund is required']);
		expect(post({ PayTemplate: { EarningsLines: [{ EarningsRateID: desk.employee('Example') }] } })).toEqual([
			'Earnings rate not found',
		]);
		expect(post({ TaxDeclaration: { TaxFileNumber: '12' } })).toEqual(['The tax file number is not valid']);
		expect(post({ TerminationDate: '2026-03-31', TerminationReason: 'V' })).toEqual([]);
		expect(filtered(desk, 'Status=="TERMINATED"')).toEqual(['Banjo', 'Lee']);
	});
});

describe('Super funds of the local payroll of Australia', () => {
	it('are made from a product, or with a bank account', () => {
		const { call } = openPayroll('empty');
		expect(call('POST', '/Superfunds', [{ Type: 'REGULATED', USI: 'exm0002au' }]).at('SuperFunds.0')).toMatchObject({
			Name: 'Example Super (Pension)',
		});
		const post = (body: Json): string[] => wrong(call('POST', '/Superfunds', [body]), 'SuperFunds');
		expect(post({ Type: 'REGULATED' })).toEqual(['The USI is required']);
		expect(post({ Type: 'REGULATED', USI: 'NONE' })).toEqual(['The USI is not valid']);
		expect(post({ Type: 'SMSF', ABN: '00000000001' })).toEqual([
			'The BSB is required',
			'The AccountNumber is required',
			'The AccountName is required',
		]);
		expect((call('GET', '/SuperfundProducts?ABN=00000000000').at('SuperFundProducts') as Json[]).length).toBe(2);
		expect(call('GET', '/SuperfundProducts').status).toBe(400);
	});
});
