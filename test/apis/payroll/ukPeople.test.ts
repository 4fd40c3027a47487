import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId } from '../stage';
import { walksSetUp } from './setUpWalk';
import { every, holdsNone, MONDAY, of, PayrollStage, raw, whole, withoutMoments } from './walk';

const stage = new PayrollStage('ukPeople');

const names = (people: readonly IDataObject[]) =>
	people.map(({ firstName, lastName }) => `${String(firstName)} ${String(lastName)}`);
const find = async (filters: INodeParameters) => names(await stage.all('employee.getAll', { filters, ...whole }));

const robin = {
	...{ title: 'Mx', firstName: 'Robin', lastName: 'Madeup', dateOfBirth: '1994-05-17', gender: 'F' },
	address: {
		values: {
			addressLine1: '4 Example Road',
			addressLine2: 'Flat 2',
			city: 'York',
			postCode: 'ZZ1 1ZZ',
			countryName: 'UNITED KINGDOM',
		},
	},
	additionalFields: {
		email: 'robin@example.com',
		isOffPayrollWorker: true,
		nationalInsuranceNumber: 'qq 12 34 99 c',
		phoneNumber: '000 000 0099',
	},
};

const PUBLIC_KEY = '3e000001-0000-4000-8000-000000000009';

walksSetUp(
	stage,
	{
		employee: { title: 'Mx', gender: 'F' },
		employment: { employeeNumber: '99', niCategories: { nICategory: [{ niCategory: 'A', startDate: MONDAY }] } },
		salaryAndWages: {},
	},
	'Regular Hours',
);

test('a person is created, employed with NI categories and contracts, changed in one thing at a time, and keeps all the rest', async () => {
	const made = await stage.json('employee.create', { ...robin, ...raw });
	expect(made).toEqual({
		employeeID: expect.any(String),
		...{ title: 'Mx', firstName: 'Robin', lastName: 'Madeup', dateOfBirth: '1994-05-17', gender: 'F' },
		address: robin.address.values,
		email: 'robin@example.com',
		phoneNumber: '000 000 0099',
		nationalInsuranceNumber: 'QQ123499C',
		isOffPayrollWorker: true,
		...{ startDate: null, endDate: null, payrollCalendarID: null },
		...{ niCategory: null, niCategories: null, contracts: null },
		createdDateUTC: expect.stringMatching(/Z$/),
		updatedDateUTC: expect.stringMatching(/Z$/),
	});
	const { line, picked } = await stage.choose('employee', 'employee.get', {}, 'robin');
	expect([line, picked.value]).toEqual(['Robin Madeup', made.employeeID]);
	expect(await stage.json('employee.get', { EmployeeID: picked, ...raw })).toEqual(made);

	const calendar = await stage.calendar('Mill');
	const niCategories = {
		nICategory: [
			{ niCategory: 'F', startDate: MONDAY, workplacePostcode: 'ZZ1 1ZZ' },
			{ niCategory: 'V', startDate: '2096-04-02', dateFirstEmployedAsCivilian: '2096-04-01' },
			{ niCategory: 'A', startDate: '2096-05-07' },
		],
	};
	const role = {
		startDate: MONDAY,
		endDate: '2096-12-31',
		developmentalRole: 'Apprentice',
		publicKey: PUBLIC_KEY,
	};
	const contracts = {
		contract: [
			{
				...{ startDate: MONDAY, employmentStatus: 'Employee', contractType: 'FullTime' },
				...{ isFixedTerm: true, fixedTermEndDate: '2097-03-03', developmentalRoleDetails: { values: role } },
			},
			{
				startDate: '2096-04-02',
				employmentStatus: 'Worker',
				contractType: 'ZeroHour',
				isFixedTerm: false,
				publicKey: PUBLIC_KEY,
			},
		],
	};
	const employment = await stage.json('employment.create', {
		...of(made),
		payrollCalendarID: await stage.pick('payRunCalendar', 'employment.create', 'Mill'),
		...{ startDate: MONDAY, employeeNumber: 'R 17', niCategories, additionalFields: { contracts }, ...raw },
	});
	const written = {
		payrollCalendarID: calendar.payrollCalendarID,
		startDate: MONDAY,
		niCategories: [
			{
				...{ niCategoryID: 1, niCategory: 'F', startDate: MONDAY },
				...{ workplacePostcode: 'ZZ1 1ZZ', dateFirstEmployedAsCivilian: null },
			},
			{
				...{ niCategoryID: 2, niCategory: 'V', startDate: '2096-04-02' },
				...{ workplacePostcode: null, dateFirstEmployedAsCivilian: '2096-04-01' },
			},
			{
				...{ niCategoryID: 3, niCategory: 'A', startDate: '2096-05-07' },
				...{ workplacePostcode: null, dateFirstEmployedAsCivilian: null },
			},
		],
		contracts: [
			{
				...{ startDate: MONDAY, employmentStatus: 'Employee', contractType: 'FullTime', publicKey: expect.any(String) },
				...{ isFixedTerm: true, fixedTermEndDate: '2097-03-03', developmentalRoleDetails: role },
			},
			{
				...{ startDate: '2096-04-02', employmentStatus: 'Worker', contractType: 'ZeroHour', publicKey: PUBLIC_KEY },
				...{ isFixedTerm: false, fixedTermEndDate: null, developmentalRoleDetails: null },
			},
		],
	};
	expect(employment).toMatchObject({ employeeID: made.employeeID, employeeNumber: 'R 17', ...written });

	const employed = withoutMoments(await stage.json('employee.get', { ...of(made), ...raw }));
	expect(employed).toEqual({ ...withoutMoments(made), ...written });
	const update = async (additionalFields: INodeParameters) => {
		await stage.json('employee.update', { ...of(made), additionalFields, ...raw });
		return withoutMoments(await stage.json('employee.get', { ...of(made), ...raw }));
	};
	expect(await update({ email: 'r.madeup@example.com' })).toEqual({ ...employed, email: 'r.madeup@example.com' });
	expect(await update({ endDate: '2097-02-28' })).toEqual({
		...employed,
		email: 'r.madeup@example.com',
		endDate: '2097-02-28',
	});
	expect(await update({ address: { values: { city: 'Leeds' } }, isOffPayrollWorker: false })).toEqual({
		...employed,
		email: 'r.madeup@example.com',
		endDate: '2097-02-28',
		address: { ...robin.address.values, city: 'Leeds' },
		isOffPayrollWorker: false,
	});
	expect(await update({ clearFields: ['phoneNumber'] })).toMatchObject({
		...{ phoneNumber: null, nationalInsuranceNumber: 'QQ123499C', niCategories: written.niCategories },
	});
	expect((await stage.choose('employee', 'employee.get', {}, 'robin')).line).toBe(
		'Robin Madeup · since 2096-03-05 · ended 2097-02-28',
	);

	const simple = await stage.json('employee.get', of(made));
	expect(Object.keys(simple)).toEqual([
		'employeeID',
		'firstName',
		'lastName',
		'email',
		'startDate',
		'endDate',
		'payrollCalendarID',
		'isOffPayrollWorker',
		'updatedDateUTC',
	]);
	holdsNone(
		[simple, await stage.all('employee.getAll', { returnAll: true })],
		['1994-05-17', 'Example Road', '000 000 00', 'QQ12', 'niCategor', 'gender', 'title'],
	);
});

test('an employment tells no NI category unless all of it is asked for', async () => {
	const person = await stage.person('Ash', 'Simple');
	const calendar = await stage.calendar('Weavers');
	const given = { payrollCalendarID: byId(String(calendar.payrollCalendarID)), startDate: MONDAY, employeeNumber: '18' };
	const niCategories = { nICategory: [{ niCategory: 'F', startDate: MONDAY, workplacePostcode: 'ZZ1 1ZZ' }] };
	expect(await stage.json('employment.create', { ...of(person), ...given, niCategories })).toEqual({
		employeeID: person.employeeID,
		payrollCalendarID: calendar.payrollCalendarID,
		startDate: MONDAY,
		employeeNumber: '18',
	});
});

test('people are found by name, off payroll, by calendar, by day and by change; who left is in the list', async () => {
	const [weekly, monthly] = [await stage.calendar('Shop'), await stage.calendar('Office', 'Monthly', '2096-03-01')];
	await stage.employed('Hazel', 'Findme', weekly);
	await stage.employed('Alder', 'Findme', monthly, '2096-03-15');
	await stage.person('Rowan', 'Findme, Jr', { additionalFields: { isOffPayrollWorker: true } });
	expect(await find({ firstName: 'sam', lastName: 'Twosome' })).toEqual(['Sam Twosome', 'Sam Twosome']);
	expect(await find({ lastName: 'findme' })).toEqual(['Hazel Findme', 'Alder Findme']);
	expect(await find({ lastName: 'Findme, Jr' })).toEqual(['Rowan Findme, Jr']);
	expect(await find({ isOffPayrollWorker: true, firstName: 'Rowan' })).toEqual(['Rowan Findme, Jr']);
	expect(await find({ isOffPayrollWorker: false, firstName: 'Rowan' })).toEqual([]);
	const { picked } = await stage.choose('payRunCalendar', 'employee.getAll', {}, 'Shop');
	expect(await find({ payrollCalendarID: picked })).toEqual(['Hazel Findme']);
	expect(await find({ lastName: 'Findme', employedOn: '2096-03-14' })).toEqual(['Hazel Findme']);
	expect(await find({ lastName: 'Findme', employedOn: '2096-03-15' })).toEqual(['Hazel Findme', 'Alder Findme']);
	expect(await find({ firstName: 'Rowan', modifiedSince: '2096-01-01T00:00:00Z' })).toEqual([]);
	expect(await find({ firstName: 'Rowan', modifiedSince: '2020-01-01T00:00:00Z' })).toEqual(['Rowan Findme, Jr']);
	expect(await find({ lastName: 'Formerly' })).toEqual(['Lee Formerly']);
	expect(await find({ lastName: 'Formerly', employedOn: MONDAY })).toEqual([]);
	expect(await stage.all('employee.getAll', { returnAll: false, limit: 3 })).toHaveLength(3);
});

test('tax details are read, and told without code and earlier pay', async () => {
	const [edith] = await stage.all('employee.getAll', { filters: { firstName: 'Edith' }, ...whole });
	expect(await stage.json('employeeTax.get', { ...of(edith!), ...raw })).toMatchObject({
		...{ employeeID: edith!.employeeID, starterType: 'New Employee with P45', taxCode: '1257L', w1M1: false },
	});
	const simple = await stage.json('employeeTax.get', of(edith!));
	expect(simple).toMatchObject({ employeeID: edith!.employeeID, starterType: 'New Employee with P45', isDirector: false });
	holdsNone(simple, ['1257L', 'previous', 'taxCode', 'Loan']);
});

test('opening balances are written, changed in one thing, and told without what was paid', async () => {
	const person = await stage.person('Elder', 'Before');
	expect(await stage.json('openingBalance.get', { ...of(person), ...raw })).toMatchObject({
		...{ employeeID: person.employeeID, priorEmployeeNumber: null, statutorySickPay: null },
	});
	const additionalFields = {
		...{ priorEmployeeNumber: '10', statutoryAdoptionPay: '1.5', statutoryMaternityPay: '2.25', statutoryPaternityPay: '3' },
		...{ statutorySharedParentalPay: '4', statutorySickPay: '5.5' },
	};
	expect(await stage.json('openingBalance.create', { ...of(person), additionalFields })).toEqual({
		employeeID: person.employeeID,
		success: true,
	});
	const written = {
		...{ employeeID: person.employeeID, priorEmployeeNumber: 10, statutoryAdoptionPay: 1.5, statutoryMaternityPay: 2.25 },
		...{ statutoryPaternityPay: 3, statutorySharedParentalPay: 4, statutorySickPay: 5.5 },
	};
	expect(await stage.json('openingBalance.get', { ...of(person), ...raw })).toEqual(written);
	const changed = { ...of(person), additionalFields: { statutorySickPay: '6' } };
	expect(await stage.json('openingBalance.update', changed)).toEqual({ employeeID: person.employeeID, success: true });
	expect(await stage.json('openingBalance.get', { ...of(person), ...raw })).toEqual({ ...written, statutorySickPay: 6 });
	expect(await stage.json('openingBalance.get', of(person))).toEqual({
		employeeID: person.employeeID,
		priorEmployeeNumber: 10,
	});
});

test('pay goes into the account that is given, and Simplify tells only how many', async () => {
	const person = await stage.person('Holly', 'Banked');
	const account = { accountName: 'H Banked', accountNumber: '0000 0001', sortCode: '00-00-00' };
	const set = { ...of(person), paymentMethod: 'Electronically', bankAccounts: { bankAccount: [account] } };
	expect(await stage.json('paymentMethod.set', set)).toEqual({
		employeeID: person.employeeID,
		paymentMethod: 'Electronically',
		bankAccountCount: 1,
	});
	expect(await stage.json('paymentMethod.get', { ...of(person), ...raw })).toEqual({
		employeeID: person.employeeID,
		paymentMethod: 'Electronically',
		bankAccountCount: 1,
		bankAccounts: [{ accountName: 'H Banked', accountNumber: '00000001', sortCode: '000000' }],
	});
	expect(await stage.json('paymentMethod.set', { ...of(person), paymentMethod: 'Manual' })).toMatchObject({
		bankAccountCount: 0,
	});
});

test('what Xero refuses of a person is said with the name of the input, and without the value', async () => {
	const number = { ...robin, additionalFields: { nationalInsuranceNumber: 'QQ123456Z' } };
	const unknown = await stage.refused('employee.create', number);
	expect(unknown).toContain('Item 1: Xero says: The national insurance number is not valid.');
	const person = await stage.employed('Nutmeg', 'Refused', await stage.calendar('Refusals'));
	const ended = await stage.refused('employee.update', { ...of(person), additionalFields: { endDate: '2096-03-01' } });
	expect(ended).toContain('Item 1: Xero says: The end date must be on or after the start date.');
	const gone = await stage.refused('employment.create', {
		...of(person),
		...{ payrollCalendarID: byId(PUBLIC_KEY), startDate: MONDAY, employeeNumber: '1' },
		niCategories: { nICategory: [{ niCategory: 'A', startDate: MONDAY }] },
	});
	expect(gone).toContain('Item 1: Xero says: Payroll Calendar: The pay run calendar could not be found.');
	holdsNone([unknown, ended, gone], ['QQ123456', '2096-03-01', '1994-05-17', 'Example Road']);
	const bare = { ...of(person), payrollCalendarID: byId(PUBLIC_KEY), startDate: MONDAY, employeeNumber: '1' };
	const letter = async (one: INodeParameters) =>
		await stage.refused('employment.create', { ...bare, niCategories: { nICategory: [{ startDate: MONDAY, ...one }] } });
	expect(await letter({ niCategory: 'F' })).toContain('Item 1, NI Category 1, Workplace Postcode: is missing');
	expect(await letter({ niCategory: 'V' })).toContain('Item 1, NI Category 1, First Employed as Civilian: is missing');
});

test('an organisation of another country, and a person who is no payroll administrator, are told apart from a slip', async () => {
	const australian = { organisation: byId('c94e27a8-51b6-4f3d-8e02-7ad913b6c4f2') };
	stage.stage.connect();
	const { error } = await stage.try('employee.getAll', { returnAll: true }, [{}], australian);
	expect(error).toContain('Harbour Lane Studio (Demo) is of another country: Australia.');
	stage.stage.connect({ tenants: ['2f7d5a90-3c16-4be8-a1d4-90c6e85b7f33'] });
	stage.stage.sandbox.fail({ match: { path: '/Employees' }, times: 1, what: { kind: 'status', status: 403 } });
	expect(await stage.refused('employee.getAll', { returnAll: true })).toContain(
		'the user who connected it must be a payroll administrator',
	);
	expect(every(await stage.all('employee.getAll', whole), 'lastName')).toContain('Testcase');
});
