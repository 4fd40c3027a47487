import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId } from '../stage';
import { every, holdsNone, MONDAY, of, PayrollStage, raw, whole, withoutMoments } from './walk';

const stage = new PayrollStage('ukLeave');

const pick = async (name: string) => await stage.pick('leaveType', 'employeeLeave.create', name);

/** Somebody of 8 hours a day with the usual holiday. */
async function withHoliday(firstName: string): Promise<IDataObject> {
	const person = await stage.paidHourly(firstName, 'Resting', await stage.calendar(`${firstName}'s calendar`));
	await stage.json('employeeLeaveType.create', {
		...of(person),
		...{ leaveTypeID: await pick('Holiday'), scheduleOfAccrual: 'BeginningOfCalendarYear' },
		additionalFields: { openingBalance: '16' },
	});
	return person;
}

test('a leave type is made for the organisation, picked, given to a person and read back', async () => {
	const made = await stage.json('leaveType.create', { name: 'Study Leave', isPaidLeave: true, showOnPayslip: false });
	const { line, picked: LeaveTypeID } = await stage.choose('leaveType', 'leaveType.get', {}, 'study');
	expect([line, LeaveTypeID.value]).toEqual(['Study Leave', made.leaveTypeID]);
	expect(withoutMoments(await stage.json('leaveType.get', { LeaveTypeID }))).toEqual({
		leaveTypeID: made.leaveTypeID,
		...{ name: 'Study Leave', isPaidLeave: true, showOnPayslip: false, isActive: true },
		...{ isStatutoryLeave: false, leaveID: null },
	});
	const all = await stage.all('leaveType.getAll', { returnAll: true, filters: { ActiveOnly: true } });
	expect(every(all, 'name')).toEqual(['Holiday', 'Compassionate Leave', 'Unpaid Leave', 'Statutory Sick Leave', 'Study Leave']);

	const person = await stage.employed('Birch', 'Resting', await stage.calendar("Birch's calendar"));
	const given = { ...of(person), leaveTypeID: LeaveTypeID, scheduleOfAccrual: 'OnHourWorked' };
	const accrual = {
		...{ hoursAccruedAnnually: '40', maximumToAccrue: '80', openingBalance: '-2.5', rateAccruedHourly: '0.05' },
		scheduleOfAccrualDate: '2096-06-01',
	};
	const written = {
		...{ employeeID: person.employeeID, leaveTypeID: made.leaveTypeID, scheduleOfAccrual: 'OnHourWorked' },
		...{ hoursAccruedAnnually: 40, maximumToAccrue: 80, openingBalance: -2.5, rateAccruedHourly: 0.05 },
		scheduleOfAccrualDate: '2096-06-01',
	};
	expect(await stage.json('employeeLeaveType.create', { ...given, additionalFields: accrual, ...raw })).toEqual(written);
	expect(await stage.all('employeeLeaveType.getAll', { ...of(person), ...whole })).toEqual([written]);
	const { scheduleOfAccrualDate: _date, rateAccruedHourly: _rate, ...simple } = written;
	expect(await stage.all('employeeLeaveType.getAll', { ...of(person), returnAll: true })).toEqual([simple]);
	expect(await stage.refused('employeeLeaveType.create', given)).toContain(
		'Xero says: The leave type is assigned to the employee already.',
	);
});

test('leave is given, read, found, changed in one thing, shortened and deleted', async () => {
	const person = await withHoliday('Maple');
	await stage.json('employeeLeaveType.create', {
		...of(person),
		...{ leaveTypeID: await pick('Compassionate'), scheduleOfAccrual: 'EachPayPeriod' },
	});
	const holiday = await pick('Holiday');
	const create = async (more: INodeParameters) => await stage.json('employeeLeave.create', { ...of(person), ...more, ...raw });
	const easter = { leaveTypeID: holiday, description: 'Easter', startDate: '2096-03-08', endDate: '2096-03-13' };
	const period = (periodStartDate: string, periodEndDate: string, numberOfUnits: number) =>
		expect.objectContaining({ periodStartDate, periodEndDate, numberOfUnits, periodStatus: 'Approved' });
	const made = await create(easter);
	expect(made).toMatchObject({
		...{ employeeID: person.employeeID, leaveID: expect.any(String), ...easter, leaveTypeID: holiday.value },
		periods: [period('2096-03-05', '2096-03-11', 16), period('2096-03-12', '2096-03-18', 16)],
		...{ status: 'Approved', numberOfUnits: 32 },
	});
	const funeral = await create({
		...{ leaveTypeID: await pick('Compassionate'), description: 'Funeral', startDate: '2096-04-02', endDate: '2096-04-02' },
		additionalFields: {
			periods: { period: [{ periodStartDate: '2096-04-02', periodEndDate: '2096-04-08', numberOfUnits: '3.5' }] },
		},
	});
	expect(funeral).toMatchObject({ numberOfUnits: 3.5, periods: [period('2096-04-02', '2096-04-08', 3.5)] });

	const found = async (filters: INodeParameters) =>
		every(await stage.all('employeeLeave.getAll', { ...of(person), filters, ...whole }), 'description');
	expect(await found({ leaveTypeID: holiday })).toEqual(['Easter']);
	expect(await found({ from: '2096-03-13' })).toEqual(['Easter', 'Funeral']);
	expect(await found({ from: '2096-03-14' })).toEqual(['Funeral']);
	expect(await found({ to: '2096-04-01' })).toEqual(['Easter']);

	const { line, picked: LeaveID } = await stage.choose('employeeLeave', 'employeeLeave.get', of(person), '2096-04');
	expect(line).toBe('Compassionate Leave · 2096-04-02 to 2096-04-02');
	const get = async () => withoutMoments(await stage.json('employeeLeave.get', { ...of(person), LeaveID, ...raw }));
	expect(await get()).toEqual(withoutMoments(funeral));
	holdsNone(await stage.json('employeeLeave.get', { ...of(person), LeaveID }), ['Funeral']);
	const update = async (leaveID: INodeParameters, additionalFields: INodeParameters) =>
		withoutMoments(await stage.json('employeeLeave.update', { ...of(person), LeaveID: leaveID, additionalFields, ...raw }));
	expect(await update(LeaveID, { description: 'Family' })).toEqual({ ...withoutMoments(funeral), description: 'Family' });
	expect(await get()).toEqual({ ...withoutMoments(funeral), description: 'Family' });
	// Hours of a day that is no longer in the leave go with it.
	expect(await update(byId(String(made.leaveID)), { endDate: '2096-03-12' })).toMatchObject({
		...{ description: 'Easter', startDate: '2096-03-08', endDate: '2096-03-12', numberOfUnits: 24 },
		periods: [period('2096-03-05', '2096-03-11', 16), period('2096-03-12', '2096-03-18', 8)],
	});
	expect(await stage.json('employeeLeave.delete', { ...of(person), LeaveID })).toMatchObject({ deleted: true });
	expect(await found({})).toEqual(['Easter']);
	expect(await stage.refused('employeeLeave.get', { ...of(person), LeaveID })).toContain('is not in the organisation chosen');
});

test('what is left of each leave follows from what was taken, and can be below zero', async () => {
	const person = await withHoliday('Cedar');
	const balances = async (filters: INodeParameters = {}) =>
		every(await stage.all('leaveBalance.getAll', { employeeID: of(person).EmployeeID, filters, returnAll: true }), 'balance');
	expect(await balances()).toEqual([16]);
	const leave = { description: 'Off', startDate: MONDAY, endDate: '2096-03-07', leaveTypeID: await pick('Holiday') };
	await stage.json('employeeLeave.create', { ...of(person), ...leave });
	expect(await balances()).toEqual([-8]);
	expect(await balances({ leaveTypeID: await pick('Holiday') })).toEqual([-8]);
	expect(await balances({ leaveTypeID: await pick('Unpaid') })).toEqual([]);
});

test('the pay periods of some days are read, and leave takes the hours that are given for them', async () => {
	const person = await withHoliday('Willow');
	const days = { startDate: '2096-03-08', endDate: '2096-03-13' };
	const periods = await stage.all('leavePeriod.getAll', { ...of(person), filters: days, returnAll: true });
	expect(
		periods.map(({ periodStartDate, periodEndDate, numberOfUnits }) => [periodStartDate, periodEndDate, numberOfUnits]),
	).toEqual([
		['2096-03-05', '2096-03-11', 16],
		['2096-03-12', '2096-03-18', 16],
	]);
	const given = periods.map(({ periodStartDate, periodEndDate }) => ({ periodStartDate, periodEndDate, numberOfUnits: '4' }));
	const leave = { leaveTypeID: await pick('Holiday'), description: 'Mornings', ...days };
	expect(
		await stage.json('employeeLeave.create', {
			...of(person),
			...leave,
			additionalFields: { periods: { period: given as INodeParameters[] } },
		}),
	).toMatchObject({ numberOfUnits: 8 });
});

test('sick leave is saved, paid or not, and says which; it is read, listed and counted', async () => {
	const person = await stage.paidHourly('Poppy', 'Resting', await stage.calendar("Poppy's calendar"));
	const { line, picked: leaveTypeID } = await stage.choose('statutoryLeaveType', 'statutoryLeave.createSick');
	expect(line).toBe('Statutory Sick Leave');
	const sick = {
		...{ employeeID: of(person).EmployeeID, leaveTypeID, startDate: MONDAY, endDate: '2096-03-11' },
		...{ workPattern: ['Monday', 'Tuesday', 'Wednesday'], isPregnancyRelated: true },
	};
	const paid = await stage.json('statutoryLeave.createSick', { ...sick, sufficientNotice: true, ...raw });
	expect(paid).toMatchObject({
		...{ employeeID: person.employeeID, leaveTypeID: leaveTypeID.value, type: 'Sick', startDate: MONDAY, endDate: '2096-03-11' },
		...{ workPattern: ['Monday', 'Tuesday', 'Wednesday'], isPregnancyRelated: true, sufficientNotice: true },
		...{ isEntitled: true, entitlementFailureReasons: [], entitlementWeeksRequested: 1 },
	});
	expect(paid).not.toHaveProperty('note');
	const later = { ...sick, startDate: '2096-04-02', endDate: '2096-04-08', sufficientNotice: false };
	const unpaid = await stage.json('statutoryLeave.createSick', later);
	expect(unpaid).toEqual({
		...{ statutoryLeaveID: expect.any(String), employeeID: person.employeeID, type: 'Sick' },
		...{ startDate: '2096-04-02', endDate: '2096-04-08', isEntitled: false, status: 'Pending' },
		note: expect.stringContaining('Statutory sick pay is not due'),
	});
	const listed = { EmployeeID: of(person).EmployeeID };
	const { picked: StatutorySickLeaveID, line: leaveLine } = await stage.choose(
		'statutoryLeave',
		'statutoryLeave.getSick',
		listed,
		'2096-04',
	);
	expect([leaveLine, StatutorySickLeaveID.value]).toEqual(['2096-04-02 to 2096-04-08', unpaid.statutoryLeaveID]);
	expect(await stage.json('statutoryLeave.getSick', { ...listed, StatutorySickLeaveID, ...raw })).toMatchObject({
		entitlementFailureReasons: ['SufficientNoticeNotGiven'],
	});
	holdsNone(await stage.json('statutoryLeave.getSick', { ...listed, StatutorySickLeaveID }), ['regnan', 'NotGiven']);
	expect(every(await stage.all('statutoryLeave.getAll', { ...of(person), returnAll: true }), 'startDate')).toEqual([
		MONDAY,
		'2096-04-02',
	]);

	const past = { ...sick, startDate: '2020-03-02', endDate: '2020-03-08', sufficientNotice: true };
	await stage.json('statutoryLeave.createSick', past);
	const starts = async (filters: INodeParameters) =>
		every(await stage.all('statutoryLeave.getAll', { ...of(person), filters, returnAll: true }), 'startDate');
	expect(await starts({ activeOnly: true })).toEqual([MONDAY, '2096-04-02']);
	expect(await starts({ activeOnly: false })).toEqual([MONDAY, '2096-04-02', '2020-03-02']);

	const balance = async (LeaveType: string, AsOfDate: string) =>
		await stage.json('statutoryLeave.getBalance', { ...of(person), LeaveType, AsOfDate });
	expect(await balance('Sick', '2096-12-31')).toEqual({
		...{ employeeID: person.employeeID, leaveType: 'Sick', balanceRemaining: 1040, units: 'Hours' },
	});
	expect(await balance('Sick', '2096-03-04')).toMatchObject({ balanceRemaining: 1080 });
	expect(await balance('Sharedparental', '2096-03-04')).toMatchObject({ leaveType: 'Sharedparental', balanceRemaining: 0 });
});

test('leave that Xero refuses is told of by the label, and never by what it is for', async () => {
	const person = await withHoliday('Yew');
	const leave = { description: 'Something private', startDate: MONDAY, endDate: '2096-03-06' };
	const unknown = await stage.refused('employeeLeave.create', {
		...of(person),
		...leave,
		leaveTypeID: await pick('Compassionate'),
	});
	expect(unknown).toContain('Item 1: Xero says: The leave type is not assigned to the employee.');
	const early = await stage.refused('employeeLeave.create', {
		...of(person),
		...leave,
		...{ leaveTypeID: await pick('Holiday'), startDate: '2096-03-01' },
	});
	expect(early).toContain('Item 1: Xero says: The start date must be on or after the start date of the employee.');
	const sick = await stage.refused('statutoryLeave.createSick', {
		...{ employeeID: of(person).EmployeeID, leaveTypeID: await pick('Holiday'), startDate: MONDAY, endDate: MONDAY },
		...{ workPattern: ['Monday'], isPregnancyRelated: false, sufficientNotice: true },
	});
	expect(sick).toContain('Item 1: Xero says: The leave type must be a statutory leave type.');
	holdsNone([unknown, early, sick], ['private', 'Yew']);
	const [edith] = await stage.all('employee.getAll', { filters: { firstName: 'Edith' }, ...whole });
	const [taken] = await stage.all('employeeLeave.getAll', { ...of(edith!), ...whole });
	expect(taken).toMatchObject({ status: 'Completed' });
	const paid = { ...of(edith!), LeaveID: byId(String(taken!.leaveID)) };
	expect(await stage.refused('employeeLeave.delete', paid)).toContain(
		'Xero says: Leave that is completed cannot be changed or deleted.',
	);
});
