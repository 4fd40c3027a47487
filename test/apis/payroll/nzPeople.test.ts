import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId } from '../stage';
import { walksSetUp } from './setUpWalk';
import { every, holdsNone, MONDAY, of, PayrollStage, raw, whole, withoutMoments } from './walk';

const stage = new PayrollStage('nzPeople');

const names = (people: readonly IDataObject[]) =>
	people.map(({ firstName, lastName }) => `${String(firstName)} ${String(lastName)}`);
const find = async (filters: INodeParameters) => names(await stage.all('employee.getAll', { filters, ...whole }));

const tui = {
	firstName: 'Tui',
	lastName: 'Madeup',
	dateOfBirth: '1994-05-17',
	address: {
		values: {
			addressLine1: '4 Example Road',
			addressLine2: 'Flat 2',
			suburb: 'Port',
			city: 'Nelson',
			postCode: '0000',
			countryName: 'NEW ZEALAND',
		},
	},
	additionalFields: { title: 'Ms', email: 'tui@example.com', gender: 'F', jobTitle: 'Baker', phoneNumber: '000 000 0099' },
};

walksSetUp(
	stage,
	{ employee: {}, employment: { engagementType: 'Permanent' }, salaryAndWages: { numberOfUnitsPerDay: '8' } },
	'Ordinary Time',
);

test('a person is created, employed, changed in one thing at a time, and keeps all the rest', async () => {
	const made = await stage.json('employee.create', { ...tui, ...raw });
	expect(made).toEqual({
		employeeID: expect.any(String),
		title: 'Ms',
		firstName: 'Tui',
		lastName: 'Madeup',
		dateOfBirth: '1994-05-17',
		address: tui.address.values,
		email: 'tui@example.com',
		gender: 'F',
		phoneNumber: '000 000 0099',
		jobTitle: 'Baker',
		startDate: null,
		endDate: null,
		payrollCalendarID: null,
		engagementType: null,
		fixedTermEndDate: null,
		createdDateUTC: expect.stringMatching(/Z$/),
		updatedDateUTC: expect.stringMatching(/Z$/),
	});
	const { line, picked } = await stage.choose('employee', 'employee.get', {}, 'tui');
	expect([line, picked.value]).toEqual(['Tui Madeup · Baker', made.employeeID]);
	expect(await stage.json('employee.get', { EmployeeID: picked, ...raw })).toEqual(made);

	const calendar = await stage.calendar('Bakery');
	const { line: calendarLine, picked: payrollCalendarID } = await stage.choose(
		'payRunCalendar',
		'employment.create',
		{},
		'bakery',
	);
	expect(calendarLine).toBe('Bakery · next period from 2096-03-05');
	const employment = { startDate: MONDAY, engagementType: 'FixedTerm' };
	expect(
		await stage.json('employment.create', {
			...of(made),
			...employment,
			payrollCalendarID,
			additionalFields: { fixedTermEndDate: '2097-03-03' },
		}),
	).toMatchObject({ employeeID: made.employeeID, payrollCalendarID: calendar.payrollCalendarID, ...employment });

	const employed = await stage.json('employee.get', { ...of(made), ...raw });
	expect(withoutMoments(employed)).toEqual({
		...withoutMoments(made),
		...employment,
		payrollCalendarID: calendar.payrollCalendarID,
		fixedTermEndDate: '2097-03-03',
	});
	const update = async (additionalFields: INodeParameters) => {
		await stage.json('employee.update', { ...of(made), additionalFields, ...raw });
		return withoutMoments(await stage.json('employee.get', { ...of(made), ...raw }));
	};
	expect(await update({ jobTitle: 'Head Baker' })).toEqual({ ...withoutMoments(employed), jobTitle: 'Head Baker' });
	expect(await update({ endDate: '2097-02-28' })).toMatchObject({ endDate: '2097-02-28', jobTitle: 'Head Baker' });
	expect(await update({ address: { values: { city: 'Richmond' } } })).toEqual({
		...withoutMoments(employed),
		jobTitle: 'Head Baker',
		endDate: '2097-02-28',
		address: { ...tui.address.values, city: 'Richmond' },
	});
	expect(await update({ clearFields: ['phoneNumber'] })).toMatchObject({ phoneNumber: null, email: 'tui@example.com' });
	expect((await stage.choose('employee', 'employee.get', {}, 'tui')).line).toBe('Tui Madeup · Head Baker · ended 2097-02-28');

	const simple = await stage.json('employee.get', of(made));
	expect(Object.keys(simple)).toEqual([
		'employeeID',
		'firstName',
		'lastName',
		'email',
		'jobTitle',
		'engagementType',
		'startDate',
		'endDate',
		'payrollCalendarID',
		'updatedDateUTC',
	]);
	holdsNone([simple, await stage.all('employee.getAll', { returnAll: true })], ['1994-05-17', 'Example Road', '000 000 00']);
});

test('the gender that Xero has in its demo company and refuses is left out of a change', async () => {
	const [nova] = await stage.all('employee.getAll', { filters: { firstName: 'Nova' }, ...whole });
	expect(nova).toMatchObject({ gender: 'None', jobTitle: 'Assistant' });
	const changed = await stage.json('employee.update', { ...of(nova!), additionalFields: { jobTitle: 'Driver' }, ...raw });
	expect(withoutMoments(changed)).toEqual({ ...withoutMoments(nova!), gender: null, jobTitle: 'Driver' });
});

test('people are found by name, also one that Xero cannot be asked for, by calendar, by day and by change', async () => {
	const [weekly, monthly] = [await stage.calendar('Shop'), await stage.calendar('Office', 'Monthly', '2096-03-01')];
	await stage.employed('Rimu', 'Findme', weekly);
	await stage.employed('Kowhai', 'Findme', monthly, '2096-03-15');
	await stage.person('Totara', 'Findme, Jr');
	expect(await find({ firstName: 'sam', lastName: 'Twosome' })).toEqual(['Sam Twosome', 'Sam Twosome']);
	expect(await find({ lastName: 'findme' })).toEqual(['Rimu Findme', 'Kowhai Findme']);
	expect(await find({ lastName: 'Findme, Jr' })).toEqual(['Totara Findme, Jr']);
	const { picked } = await stage.choose('payRunCalendar', 'employee.getAll', {}, 'Shop');
	expect(await find({ payrollCalendarID: picked })).toEqual(['Rimu Findme']);
	const first = { filters: { payrollCalendarID: picked }, returnAll: false, limit: 1 };
	expect(names(await stage.all('employee.getAll', first))).toEqual(['Rimu Findme']);
	expect(await find({ lastName: 'Findme', employedOn: '2096-03-14' })).toEqual(['Rimu Findme']);
	expect(await find({ lastName: 'Findme', employedOn: '2096-03-15' })).toEqual(['Rimu Findme', 'Kowhai Findme']);
	expect(await find({ firstName: 'Totara', modifiedSince: '2096-01-01T00:00:00Z' })).toEqual([]);
	expect(await find({ firstName: 'Totara', modifiedSince: '2020-01-01T00:00:00Z' })).toEqual(['Totara Findme, Jr']);
	expect(await stage.all('employee.getAll', { returnAll: false, limit: 3 })).toHaveLength(3);
});

test('who is no longer employed is in no list, and still read by the ID', async () => {
	const calendar = await stage.calendar('Past', 'Weekly', '2019-03-04', '2019-03-12');
	const person = await stage.employed('Matai', 'Leaver', calendar, '2019-03-04');
	const given = { ...of(person), additionalFields: { endDate: '2020-01-31' } };
	expect(await stage.json('employee.update', given)).toMatchObject({ startDate: '2019-03-04', endDate: '2020-01-31' });
	expect(await find({ lastName: 'Leaver' })).toEqual([]);
	expect(await stage.lines('employee', 'employee.get', {}, 'Leaver')).toEqual([]);
	expect(await stage.json('employee.get', of(person))).toMatchObject({ lastName: 'Leaver', endDate: '2020-01-31' });
});

test('tax details are written, changed in one thing, and told without the numbers', async () => {
	const person = await stage.person('Rata', 'Taxed');
	const details = {
		taxCode: 'MSL',
		specialTaxRatePercentage: '12.5',
		hasSpecialStudentLoanRate: true,
		specialStudentLoanRatePercentage: '9',
		isEligibleForKiwiSaver: true,
		esctRatePercentage: '30',
		kiwiSaverContributions: 'MakeContributions',
		kiwiSaverEmployeeContributionRatePercentage: '4',
		kiwiSaverEmployerContributionRatePercentage: '3',
		kiwiSaverEmployerSalarySacrificeContributionRatePercentage: '1',
		kiwiSaverOptOutDate: '2096-01-31',
		kiwiSaverContributionHolidayEndDate: '2096-06-30',
		hasStudentLoanBalance: true,
		studentLoanBalance: '15000.5',
		studentLoanAsAt: '2096-02-01',
	};
	const written = {
		...{ irdNumber: '099999998', taxCode: 'MSL', specialTaxRatePercentage: 12.5, hasSpecialStudentLoanRate: true },
		...{ specialStudentLoanRatePercentage: 9, isEligibleForKiwiSaver: true, esctRatePercentage: 30 },
		...{ kiwiSaverContributions: 'MakeContributions', kiwiSaverEmployeeContributionRatePercentage: 4 },
		...{ kiwiSaverEmployerContributionRatePercentage: 3, kiwiSaverEmployerSalarySacrificeContributionRatePercentage: 1 },
		...{ kiwiSaverOptOutDate: '2096-01-31', kiwiSaverContributionHolidayEndDate: '2096-06-30' },
		...{ hasStudentLoanBalance: true, studentLoanBalance: 15000.5, studentLoanAsAt: '2096-02-01' },
	};
	const update = async (additionalFields: INodeParameters) => {
		await stage.json('employeeTax.update', { ...of(person), additionalFields, ...raw });
		return await stage.json('employeeTax.get', { ...of(person), ...raw });
	};
	expect(await update({ irdNumber: '99-999-998', ...details })).toEqual({ employeeID: person.employeeID, ...written });
	expect(await update({ taxCode: 'M' })).toEqual({ employeeID: person.employeeID, ...written, taxCode: 'M' });
	const simple = await stage.json('employeeTax.get', of(person));
	expect(simple).toEqual({
		employeeID: person.employeeID,
		isEligibleForKiwiSaver: true,
		kiwiSaverContributions: 'MakeContributions',
	});
});

test('what was earned before payroll began is written and read back, period by period', async () => {
	const person = await stage.person('Manuka', 'Before');
	const period = (periodEndDate: string, grossEarnings: string) => ({
		periodEndDate,
		daysPaid: '5',
		unpaidWeeks: '1',
		grossEarnings,
	});
	const periods = { period: [period('2096-02-05', '1000.5'), period('2096-02-12', '900')] };
	const given = (periodEndDate: string, grossEarnings: number) => ({
		employeeID: person.employeeID,
		...{ periodEndDate, daysPaid: 5, unpaidWeeks: 1, grossEarnings },
	});
	expect(await stage.all('openingBalance.create', { ...of(person), periods, ...raw })).toEqual([
		given('2096-02-05', 1000.5),
		given('2096-02-12', 900),
	]);
	expect(await stage.all('openingBalance.getAll', { ...of(person), ...whole })).toEqual([
		given('2096-02-05', 1000.5),
		given('2096-02-12', 900),
	]);
	const simple = await stage.all('openingBalance.getAll', { ...of(person), returnAll: true });
	expect(simple[0]).toEqual({ employeeID: person.employeeID, periodEndDate: '2096-02-05', daysPaid: 5, unpaidWeeks: 1 });
});

test('pay goes into the accounts that are given, and Simplify tells only how many', async () => {
	const person = await stage.person('Kauri', 'Banked');
	const part = { calculationType: 'FixedAmount', dollarAmount: '100.5', particulars: 'Rent', code: 'R1', reference: 'Flat' };
	const bankAccounts = {
		bankAccount: [
			{ accountName: 'K Banked', accountNumber: '01-0000-0000001-00', ...part },
			{ accountName: 'K Banked Savings', accountNumber: '0100000000002000', calculationType: 'Balance' },
		],
	};
	const set = { ...of(person), paymentMethod: 'Electronically', bankAccounts };
	expect(await stage.json('paymentMethod.set', set)).toEqual({
		employeeID: person.employeeID,
		paymentMethod: 'Electronically',
		bankAccountCount: 2,
	});
	expect(await stage.json('paymentMethod.get', { ...of(person), ...raw })).toEqual({
		employeeID: person.employeeID,
		paymentMethod: 'Electronically',
		bankAccountCount: 2,
		bankAccounts: [
			{ accountName: 'K Banked', accountNumber: '010000000000100', sortCode: '010000', ...part, dollarAmount: 100.5 },
			{
				...{ accountName: 'K Banked Savings', accountNumber: '0100000000002000', sortCode: '010000' },
				...{ calculationType: 'Balance', particulars: null, code: null, dollarAmount: null, reference: null },
			},
		],
	});
	expect(await stage.json('paymentMethod.set', { ...of(person), paymentMethod: 'Cheque' })).toMatchObject({
		bankAccountCount: 0,
	});
});

test('working patterns are added, read with their weeks, picked and deleted', async () => {
	const person = await stage.paidHourly('Puriri', 'Patterned', await stage.calendar('Patterns'));
	const week = { monday: '8', tuesday: '7.5', wednesday: '8', thursday: '8' };
	const hours = { monday: 8, tuesday: 7.5, wednesday: 8, thursday: 8, friday: 0, saturday: 0, sunday: 0 };
	const create = async (effectiveFrom: string) =>
		await stage.json('workingPattern.create', { ...of(person), effectiveFrom, workingWeeks: { week: [week, { sunday: '4' }] } });
	const made = await create(MONDAY);
	expect(made).toEqual({
		employeeID: person.employeeID,
		payeeWorkingPatternID: expect.any(String),
		effectiveFrom: MONDAY,
		workingWeeks: [hours, { ...hours, monday: 0, tuesday: 0, wednesday: 0, thursday: 0, sunday: 4 }],
	});
	await create('2096-04-02');
	expect(await stage.lines('workingPattern', 'workingPattern.get', of(person))).toEqual(['from 2096-03-05', 'from 2096-04-02']);
	const { picked: EmployeeWorkingPatternID } = await stage.choose('workingPattern', 'workingPattern.get', of(person), MONDAY);
	expect(await stage.json('workingPattern.get', { ...of(person), EmployeeWorkingPatternID })).toEqual(made);
	expect(await stage.json('workingPattern.delete', { ...of(person), EmployeeWorkingPatternID })).toMatchObject({ deleted: true });
	expect(every(await stage.all('workingPattern.getAll', { ...of(person), ...whole }), 'effectiveFrom')).toEqual(['2096-04-02']);
});

test('what Xero refuses of a person is said with the name of the input, and without the value', async () => {
	const born = { ...tui, dateOfBirth: '2096-05-17', additionalFields: {} };
	expect(await stage.refused('employee.create', born)).toBe(
		'Item 1: Xero says: The date of birth must be in the past.\nNothing of this call was written. Change the values Xero names and run again.',
	);
	const person = await stage.employed('Nikau', 'Refused', await stage.calendar('Refusals'));
	const ended = await stage.refused('employee.update', { ...of(person), additionalFields: { endDate: '2096-03-01' } });
	expect(ended).toContain('Item 1: Xero says: The end date must be on or after the start date.');
	holdsNone([ended], ['2096-03-01', '1994-05-17', 'Example Road']);
	const account = {
		accountName: 'N Refused',
		accountNumber: '0100000000003000',
		calculationType: 'FixedAmount',
		dollarAmount: '0',
	};
	const unpaid = await stage.refused('paymentMethod.set', {
		...of(person),
		paymentMethod: 'Electronically',
		bankAccounts: { bankAccount: [account] },
	});
	expect(unpaid).toContain('Item 1: Xero says: Bank Account 1, Amount: The amount must be greater than 0.');
	holdsNone([unpaid], ['0100000000003000', 'N Refused']);
	const pattern = { ...of(person), effectiveFrom: MONDAY, workingWeeks: { week: [{ monday: '8' }] } };
	expect(await stage.refused('workingPattern.create', pattern)).toContain(
		'Xero says: The employee needs a salary and wages record before a working pattern can be added.',
	);
});

test('several changes of one person in one run are all kept, and a refused one is a row of its own', async () => {
	const person = await stage.employed('Koru', 'Twice', await stage.calendar('Twice'));
	const parameters = { ...of(person), input: 'json', body: '={{ JSON.stringify($json) }}' };
	const { items, refused } = await stage.try(
		'employee.update',
		parameters,
		[{ jobTitle: 'Cook' }, { endDate: '2096-03-01' }, { email: 'koru@example.com' }],
		{ settings: { onError: 'continueErrorOutput' } },
	);
	expect([items.length, refused]).toMatchObject([
		2,
		[{ error: expect.stringContaining('Item 2: Xero says: The end date must be on or after the start date.') }],
	]);
	expect(await stage.json('employee.get', { ...of(person), ...raw })).toMatchObject({
		...{ jobTitle: 'Cook', email: 'koru@example.com', endDate: null, startDate: MONDAY },
	});
});

test('access that the credential lacks is named as the credential has it', async () => {
	stage.stage.connect({ scopes: ['openid', 'offline_access', 'payroll.employees.read'] });
	const refused = await stage.refused('employee.create', { ...tui, firstName: 'Nobody' });
	expect(refused).toContain('tick Access: Payroll: Employees (payroll.employees) and connect again');
	expect(await stage.all('employee.getAll', { filters: { firstName: 'Nobody' }, ...whole })).toEqual([]);
	stage.stage.connect();
});

test('an organisation of another country, and a person who is no payroll administrator, are told apart from a slip', async () => {
	const australian = { organisation: byId('c94e27a8-51b6-4f3d-8e02-7ad913b6c4f2') };
	const { error } = await stage.try('employee.getAll', { returnAll: true }, [{}], australian);
	expect(error).toContain('Harbour Lane Studio (Demo) is of another country: Australia.');
	stage.stage.sandbox.fail({ match: { path: '/Employees' }, times: 1, what: { kind: 'status', status: 403 } });
	expect(await stage.refused('employee.getAll', { returnAll: true })).toContain(
		'the user who connected it must be a payroll administrator',
	);
});
