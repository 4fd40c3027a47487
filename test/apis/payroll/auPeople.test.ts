import type { IDataObject } from 'n8n-workflow';
import { byId, byName } from '../stage';
import { AuStage, every, holdsNone, MONDAY, raw } from './walk';

const stage = new AuStage('auPeople');

const idOf = (record: IDataObject, name: string) => byId(String(record[name]));
const of = (person: IDataObject) => ({ EmployeeID: idOf(person, 'EmployeeID') });

test('an employee is created with address and bank accounts, picked, and read without what is private', async () => {
	const calendar = await stage.calendar('Walked people');
	const made = await stage.json('employee.create', {
		...{ FirstName: 'Ana', LastName: 'Walker', DateOfBirth: '1994-05-17' },
		additionalFields: {
			...{ Email: 'ana.walker@example.com', Gender: 'F', JobTitle: 'Site Lead', StartDate: MONDAY, Phone: '02 5550 1234' },
			...{ IncomeType: 'SALARYANDWAGES', EmploymentType: 'EMPLOYEE', Classification: 'Level 3', MiddleNames: 'Maria' },
			...{ PayrollCalendarID: byName('walked PEOPLE'), OrdinaryEarningsRateID: byName('Ordinary Hours') },
			HomeAddress: {
				values: { AddressLine1: '4 Quay Road', City: 'Anytown', Region: 'NSW', PostalCode: '2000', Country: 'AUSTRALIA' },
			},
			BankAccounts: {
				bankAccount: [
					{ AccountName: 'A Walker', BSB: '000-000', AccountNumber: '0000 4321', Amount: '100', StatementText: 'Savings' },
					{ AccountName: 'A Walker', BSB: '000000', AccountNumber: '00008765', Remainder: true, StatementText: 'Wages' },
				],
			},
			TaxDeclaration: { values: { TaxFileNumber: '111 111 111', additionalFields: { EmploymentBasis: 'PARTTIME' } } },
		},
	});
	expect(made).toMatchObject({
		...{ FirstName: 'Ana', LastName: 'Walker', Email: 'ana.walker@example.com', Status: 'ACTIVE', JobTitle: 'Site Lead' },
		...{ StartDate: MONDAY, PayrollCalendarID: calendar.PayrollCalendarID },
	});
	const secrets = ['1994', '00004321', '00008765', '111111111', 'Quay', 'A Walker', '5550', 'PARTTIME'];
	holdsNone(made, secrets);
	const { line, picked: EmployeeID } = await stage.choose('employee', 'employee.get', {}, 'ana walker');
	expect([line, EmployeeID.value]).toEqual(['Ana Walker · Site Lead', made.EmployeeID]);
	holdsNone(await stage.json('employee.get', { EmployeeID }), secrets);
	expect(await stage.json('employee.get', { EmployeeID: byName('ana.walker@example.com'), ...raw })).toMatchObject({
		...{ EmployeeID: made.EmployeeID, DateOfBirth: '1994-05-17', Gender: 'F', MiddleNames: 'Maria', Phone: '02 5550 1234' },
		HomeAddress: { AddressLine1: '4 Quay Road', City: 'Anytown', Region: 'NSW', PostalCode: '2000', Country: 'AUSTRALIA' },
		BankAccounts: [
			{ AccountName: 'A Walker', BSB: '000000', AccountNumber: '00004321', Amount: 100, StatementText: 'Savings' },
			{ AccountName: 'A Walker', BSB: '000000', AccountNumber: '00008765', Remainder: true, StatementText: 'Wages' },
		],
		TaxDeclaration: { TaxFileNumber: '111111111', EmploymentBasis: 'PARTTIME' },
	});
});

test('a change sends what is given alone; memberships and the pay template come after the employee', async () => {
	const person = await stage.person('Bo', 'Walker', await stage.calendar('Walked template'), { JobTitle: 'Welder' });
	const changed = await stage.json('employee.update', { ...of(person), additionalFields: { MiddleNames: 'Bea' }, ...raw });
	expect(changed).toMatchObject({ FirstName: 'Bo', JobTitle: 'Welder', MiddleNames: 'Bea', StartDate: MONDAY });
	const SuperFundID = await stage.pick('superFund', 'employee.update', 'Example Super');
	const { SuperMemberships } = await stage.json('employee.update', {
		...of(person),
		additionalFields: { SuperMemberships: { superMembership: [{ SuperFundID, EmployeeNumber: 'M-77' }] } },
		...raw,
	});
	const [membership] = SuperMemberships as IDataObject[];
	expect(membership).toMatchObject({ SuperFundID: SuperFundID.value, EmployeeNumber: 'M-77' });
	const [rate, leave, deduction, travel] = await Promise.all([
		stage.pick('earningsRate', 'employee.update', 'Ordinary Hours'),
		stage.pick('leaveType', 'employee.update', 'Annual Leave'),
		stage.pick('deductionType', 'employee.update', 'Union Fees'),
		stage.pick('reimbursementType', 'employee.update', 'Travel'),
	]);
	const template = await stage.json('employee.update', {
		...of(person),
		additionalFields: {
			PayTemplate: {
				values: {
					EarningsLines: {
						earningsLine: [
							{
								...{ EarningsRateID: byName('ordinary hours'), CalculationType: 'ENTEREARNINGSRATE' },
								additionalFields: { RatePerUnit: '31.5', NormalNumberOfUnits: '38' },
							},
						],
					},
					DeductionLines: {
						deductionLine: [{ DeductionTypeID: deduction, CalculationType: 'FIXEDAMOUNT', additionalFields: { Amount: '12.5' } }],
					},
					SuperLines: {
						superLine: [
							{
								...{ SuperMembershipID: String(membership!.SuperMembershipID), ContributionType: 'SGC' },
								...{ CalculationType: 'STATUTORY' },
							},
						],
					},
					ReimbursementLines: { reimbursementLine: [{ ReimbursementTypeID: travel, Amount: '15' }] },
					LeaveLines: {
						leaveLine: [
							{
								...{ LeaveTypeID: leave, CalculationType: 'FIXEDAMOUNTEACHPERIOD', IsQualifyingEarnings: true },
								additionalFields: { AnnualNumberOfUnits: '152', EntitlementFinalPayPayoutType: 'NOTPAIDOUT' },
							},
						],
					},
				},
			},
			OpeningBalances: {
				values: {
					OpeningBalanceDate: MONDAY,
					additionalFields: { Tax: '480.5', LeaveLines: `[{"LeaveTypeID": "${leave.value}", "NumberOfUnits": 20.5}]` },
				},
			},
		},
		...raw,
	});
	expect(template).toMatchObject({
		PayTemplate: {
			EarningsLines: [
				{ EarningsRateID: rate.value, CalculationType: 'ENTEREARNINGSRATE', RatePerUnit: 31.5, NormalNumberOfUnits: 38 },
			],
			DeductionLines: [{ DeductionTypeID: deduction.value, CalculationType: 'FIXEDAMOUNT', Amount: 12.5 }],
			SuperLines: [{ SuperMembershipID: membership!.SuperMembershipID, ContributionType: 'SGC', CalculationType: 'STATUTORY' }],
			ReimbursementLines: [{ ReimbursementTypeID: travel.value, Amount: 15 }],
			LeaveLines: [{ LeaveTypeID: leave.value, AnnualNumberOfUnits: 152, IsQualifyingEarnings: true }],
		},
		OpeningBalances: {
			...{ OpeningBalanceDate: MONDAY, Tax: '480.5', LeaveLines: [{ LeaveTypeID: leave.value, NumberOfUnits: 20.5 }] },
		},
	});
	holdsNone(await stage.json('employee.get', of(person)), ['31.5', '480.5', 'M-77']);

	expect(await stage.all('leaveBalance.getAll', { employeeID: idOf(person, 'EmployeeID'), returnAll: true })).toEqual([
		{
			...{ employeeID: person.EmployeeID, firstName: 'Bo', lastName: 'Walker', leaveTypeID: leave.value },
			...{ leaveType: 'Annual Leave', balance: 20.5, typeOfUnits: 'Hours' },
		},
	]);
});

test('an employment ends with a day and a reason, and is picked no more for what is paid', async () => {
	const person = await stage.person('Cleo', 'Walker', await stage.calendar('Walked ends'));
	expect(await stage.lines('activeEmployee', 'timesheetV1.create', {}, 'cleo')).toEqual(['Cleo Walker']);
	const end = { TerminationDate: '2096-03-09', TerminationReason: 'V' };
	const without = await stage.refused('employee.update', { ...of(person), additionalFields: { TerminationDate: '2096-03-09' } });
	expect(without).toContain('Item 1, Termination Reason: is missing. An employment ends with both');
	const ended = await stage.json('employee.update', { ...of(person), additionalFields: end });
	expect(ended).toMatchObject({ Status: 'TERMINATED' });
	holdsNone(ended, ['"V"']);
	expect(await stage.lines('activeEmployee', 'timesheetV1.create', {}, 'cleo')).toEqual([]);
	expect(await stage.lines('employee', 'employee.get', {}, 'cleo')).toEqual(['Cleo Walker · ended 2096-03-09']);
	const found = async (filters: IDataObject) =>
		every(
			await stage.all('employee.getAll', { returnAll: true, filters: { LastName: 'Walker', ...filters } as never }),
			'FirstName',
		);
	expect(await found({ Status: 'TERMINATED' })).toEqual(['Cleo']);
	expect(await found({ Status: 'ACTIVE' })).not.toContain('Cleo');
});

test('employees are found by name, email, calendar and change; all of each is read when it is asked for', async () => {
	const calendar = await stage.calendar('Walked finds');
	const [dot, eve] = [
		await stage.person('Dot', 'Finder', calendar, { Email: 'dot@example.com', Gender: 'F' }),
		await stage.person('Eve', 'Finder', undefined, { Email: 'eve@example.com' }),
	];
	const found = async (filters: Record<string, unknown>, more = {}) =>
		await stage.all('employee.getAll', { returnAll: true, filters: filters as never, ...more });
	const names = async (filters: Record<string, unknown>) => every(await found(filters), 'FirstName');
	expect(await names({ LastName: 'Finder' })).toEqual(['Dot', 'Eve']);
	expect(await names({ Email: 'eve@example.com' })).toEqual(['Eve']);
	expect(await names({ PayrollCalendarID: byName('walked finds') })).toEqual(['Dot']);
	expect(await names({ LastName: 'Finder', where: 'FirstName=="Eve" OR FirstName=="Matilda"' })).toEqual(['Eve']);
	expect(await names({ LastName: 'Finder', order: 'FirstName DESC' })).toEqual(['Eve', 'Dot']);
	expect(await names({ LastName: 'Finder', 'If-Modified-Since': '2097-01-01T00:00:00Z' })).toEqual([]);
	expect(await stage.all('employee.getAll', { limit: 1, returnAll: false })).toHaveLength(1);
	const [listed] = await found({ Email: 'dot@example.com' }, raw);
	expect('BankAccounts' in listed!).toBe(false);
	const [full] = await found({ Email: 'dot@example.com', fullDetails: true }, raw);
	expect(full).toMatchObject({ EmployeeID: dot.EmployeeID, Gender: 'F', BankAccounts: [], SuperMemberships: [] });
	expect(eve.EmployeeID).not.toBe(dot.EmployeeID);
});

test('two people of one name are told apart by ID alone', async () => {
	expect(await stage.refused('employee.get', { EmployeeID: byName('Sam Twosome') })).toContain(
		'Employee “Sam Twosome”: Xero has 2 employees so named. Use By ID',
	);
	expect(await stage.lines('employee', 'employee.get', {}, 'sam two')).toEqual([
		'Sam Twosome · Team member',
		'Sam Twosome · Assistant',
	]);
});

test('leave balances of all who are employed come in rows, those of one type alone where it is asked for', async () => {
	const rows = await stage.all('leaveBalance.getAll', { returnAll: true });
	const balances = (firstName: string) =>
		rows.filter((row) => row.firstName === firstName).map(({ leaveType, balance }) => [leaveType, balance]);
	expect(balances('Matilda').map(([leaveType]) => leaveType)).toEqual(['Annual Leave', 'Personal (Sick/Carer’s) Leave']);
	expect(balances('Lee')).toEqual([]);
	const annual = await stage.all('leaveBalance.getAll', { returnAll: true, filters: { leaveTypeID: byName('annual leave') } });
	expect(new Set(every(annual, 'leaveType'))).toEqual(new Set(['Annual Leave']));
	expect(await stage.all('leaveBalance.getAll', { returnAll: false, limit: 3 })).toHaveLength(3);
});

test('what Xero refuses of a person is told without what was sent', async () => {
	const person = await stage.person('Fay', 'Refused');
	const accounts = (...bankAccount: IDataObject[]) => ({
		...of(person),
		additionalFields: { BankAccounts: { bankAccount } as never },
	});
	const account = { AccountName: 'F Refused', BSB: '000000', AccountNumber: '00005555' };
	const left = { ...account, Remainder: true };
	expect(await stage.refused('employee.update', accounts(left, left))).toContain(
		'Bank Accounts: have more than one with the remainder. Give the others an amount',
	);
	const bare = await stage.refused('employee.update', accounts(left, account));
	expect(bare).toContain('Bank Account 2, Amount: is missing');
	const short = await stage.refused('employee.update', accounts({ ...left, BSB: '00-00' }));
	expect(short).toContain('Bank Account 1, BSB: is not a number of 6 digits');
	const tomorrow = await stage.refused('employee.create', { FirstName: 'Gus', LastName: 'Refused', DateOfBirth: '2096-05-17' });
	expect(tomorrow).toContain('Item 1: Xero says: The date of birth must be in the past');
	const before = await stage.refused('employee.update', {
		...of(person),
		additionalFields: { StartDate: '2096-03-05', TerminationDate: '2096-03-01', TerminationReason: 'V' },
	});
	expect(before).toContain('Item 1: Xero says: The termination date must be on or after the start date');
	holdsNone([bare, short, tomorrow, before], ['00005555', 'F Refused', '00-00']);
	expect(await stage.refused('employee.get', { EmployeeID: byId('0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d') })).toContain(
		'is not in the organisation chosen',
	);
});
