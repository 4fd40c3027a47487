import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId } from '../stage';
import { every, holdsNone, MONDAY, of, PayrollStage, raw, whole, withoutMoments } from './walk';

const stage = new PayrollStage('nzLeave');

const pick = async (name: string) => await stage.pick('leaveType', 'employeeLeave.create', name);

/** Somebody of 8 hours a day, with the leave that everybody in New Zealand has. */
async function withLeave(firstName: string): Promise<IDataObject> {
	const person = await stage.paidHourly(firstName, 'Resting', await stage.calendar(`${firstName}'s calendar`));
	await stage.json('leaveSetup.create', {
		...of(person),
		additionalFields: { annualLeaveOpeningBalance: '4', sickLeaveOpeningBalance: '80' },
	});
	return person;
}

test('leave is set up once, before any leave type can be given', async () => {
	const person = await stage.employed('Miro', 'Resting', await stage.calendar("Miro's calendar"));
	const given = {
		...of(person),
		...{ leaveTypeID: await pick('Unpaid Leave'), scheduleOfAccrual: 'NoAccruals' },
	};
	expect(await stage.refused('employeeLeaveType.create', given)).toContain(
		'Xero says: Leave must be set up for the employee first.',
	);

	const setup = {
		includeHolidayPay: true,
		holidayPayOpeningBalance: '120.5',
		annualLeaveOpeningBalance: '-1.5',
		negativeAnnualLeaveBalancePaidAmount: '300',
		SickLeaveToAccrueAnnually: '10',
		SickLeaveMaximumToAccrue: '20',
		sickLeaveOpeningBalance: '16',
		SickLeaveScheduleOfAccrual: 'OnAnniversaryDate',
		SickLeaveAnniversaryDate: '2096-09-05',
		AnnualLeaveAnniversaryDate: MONDAY,
	};
	expect(await stage.json('leaveSetup.create', { ...of(person), additionalFields: setup })).toEqual({
		employeeID: person.employeeID,
		...{ includeHolidayPay: true, holidayPayOpeningBalance: 120.5, annualLeaveOpeningBalance: -1.5 },
		...{ negativeAnnualLeaveBalancePaidAmount: 300, sickLeaveToAccrueAnnually: 10, sickLeaveMaximumToAccrue: 20 },
		...{ sickLeaveOpeningBalance: 16, sickLeaveScheduleOfAccrual: 'OnAnniversaryDate' },
		...{ sickLeaveAnniversaryDate: '2096-09-05', annualLeaveAnniversaryDate: MONDAY },
	});
	expect(await stage.refused('leaveSetup.create', { ...of(person), additionalFields: setup })).toContain(
		'Xero says: Leave is set up for the employee already.',
	);
	const held = await stage.all('employeeLeaveType.getAll', { ...of(person), returnAll: true });
	expect(held.map(({ leaveTypeID: _id, ...rest }) => rest)).toEqual([
		{
			...{ employeeID: person.employeeID, scheduleOfAccrual: 'OnAnniversaryDate', unitsAccruedAnnually: 4 },
			...{ typeOfUnitsToAccrue: 'Weeks', maximumToAccrue: null, openingBalance: -1.5 },
		},
		{
			...{ employeeID: person.employeeID, scheduleOfAccrual: 'OnAnniversaryDate', unitsAccruedAnnually: 10 },
			...{ typeOfUnitsToAccrue: 'Days', maximumToAccrue: 20, openingBalance: 16 },
		},
		{
			...{ employeeID: person.employeeID, scheduleOfAccrual: 'PercentageOfGrossEarnings', unitsAccruedAnnually: null },
			...{ typeOfUnitsToAccrue: null, maximumToAccrue: null, openingBalance: 120.5 },
		},
	]);
});

test('a leave type is made for the organisation, picked, given to a person and read back', async () => {
	const made = await stage.json('leaveType.create', {
		...{ name: 'Study Leave', isPaidLeave: true, showOnPayslip: true },
		additionalFields: { typeOfUnits: 'Hours', typeOfUnitsToAccrue: 'Days' },
	});
	const { line, picked: LeaveTypeID } = await stage.choose('leaveType', 'leaveType.get', {}, 'study');
	expect([line, LeaveTypeID.value]).toEqual(['Study Leave · Hours', made.leaveTypeID]);
	expect(withoutMoments(await stage.json('leaveType.get', { LeaveTypeID }))).toEqual({
		leaveTypeID: made.leaveTypeID,
		...{ name: 'Study Leave', isPaidLeave: true, showOnPayslip: true, isActive: true },
		...{ typeOfUnits: 'Hours', typeOfUnitsToAccrue: 'Days' },
	});
	const all = await stage.all('leaveType.getAll', { returnAll: true, filters: { ActiveOnly: true } });
	expect(every(all, 'name')).toEqual([
		...['Annual Leave', 'Sick Leave', 'Holiday Pay', 'Bereavement Leave', 'Unpaid Leave', 'Study Leave'],
	]);
	expect(await stage.refused('leaveType.create', { name: 'study leave', isPaidLeave: true, showOnPayslip: true })).toContain(
		'Xero says: The name of the leave type must be unique.',
	);

	const person = await withLeave('Tawa');
	const accrual = {
		unitsAccruedAnnually: '5',
		typeOfUnitsToAccrue: 'Days',
		maximumToAccrue: '15',
		openingBalance: '2.5',
		openingBalanceTypeOfUnits: 'Days',
		percentageOfGrossEarnings: '1',
		includeHolidayPayEveryPay: false,
		showAnnualLeaveInAdvance: true,
		annualLeaveTotalAmountPaid: '12.5',
		scheduleOfAccrualDate: '2096-06-01',
	};
	const given = { ...of(person), leaveTypeID: LeaveTypeID, scheduleOfAccrual: 'OnAnniversaryDate' };
	const written = {
		...{ employeeID: person.employeeID, leaveTypeID: made.leaveTypeID, scheduleOfAccrual: 'OnAnniversaryDate' },
		...{ unitsAccruedAnnually: 5, typeOfUnitsToAccrue: 'Days', maximumToAccrue: 15, openingBalance: 2.5 },
		...{ openingBalanceTypeOfUnits: 'Days', percentageOfGrossEarnings: 1, includeHolidayPayEveryPay: false },
		...{ showAnnualLeaveInAdvance: true, annualLeaveTotalAmountPaid: 12.5, scheduleOfAccrualDate: '2096-06-01' },
	};
	expect(await stage.json('employeeLeaveType.create', { ...given, additionalFields: accrual, ...raw })).toMatchObject(written);
	const held = await stage.all('employeeLeaveType.getAll', { ...of(person), ...whole });
	expect(held.find(({ leaveTypeID }) => leaveTypeID === made.leaveTypeID)).toMatchObject(written);
	holdsNone(await stage.all('employeeLeaveType.getAll', { ...of(person), returnAll: true }), ['12.5', 'AmountPaid']);
	expect(await stage.refused('employeeLeaveType.create', given)).toContain(
		'Xero says: The leave type is assigned to the employee already.',
	);
});

test('leave is given, found, changed in one thing, shortened, moved and deleted', async () => {
	const person = await withLeave('Rewa');
	const annual = await pick('Annual Leave');
	const create = async (more: INodeParameters) => await stage.json('employeeLeave.create', { ...of(person), ...more, ...raw });
	const easter = { leaveTypeID: annual, description: 'Easter', startDate: '2096-03-08', endDate: '2096-03-13' };
	const period = (periodStartDate: string, periodEndDate: string, numberOfUnits: number) =>
		expect.objectContaining({ periodStartDate, periodEndDate, numberOfUnits });
	const made = await create(easter);
	expect(made).toMatchObject({
		...{ employeeID: person.employeeID, leaveID: expect.any(String), ...easter, leaveTypeID: annual.value },
		periods: [period('2096-03-05', '2096-03-11', 16), period('2096-03-12', '2096-03-18', 16)],
		...{ status: 'Estimated', numberOfUnits: 32 },
	});
	const sick = await create({
		...{ leaveTypeID: await pick('Sick Leave'), description: 'Migraine', startDate: '2096-04-02', endDate: '2096-04-02' },
		additionalFields: {
			periods: { period: [{ periodStartDate: '2096-04-02', periodEndDate: '2096-04-08', numberOfUnits: '3.5' }] },
		},
	});
	expect(sick).toMatchObject({ numberOfUnits: 3.5, periods: [period('2096-04-02', '2096-04-08', 3.5)] });

	const found = async (filters: INodeParameters) =>
		every(await stage.all('employeeLeave.getAll', { ...of(person), filters, ...whole }), 'description');
	expect(await found({})).toEqual(['Easter', 'Migraine']);
	expect(await found({ leaveTypeID: annual })).toEqual(['Easter']);
	expect(await found({ from: '2096-03-13' })).toEqual(['Easter', 'Migraine']);
	expect(await found({ from: '2096-03-14' })).toEqual(['Migraine']);
	expect(await found({ to: '2096-04-01' })).toEqual(['Easter']);
	holdsNone(await stage.all('employeeLeave.getAll', { ...of(person), returnAll: true }), ['Migraine', 'Easter']);

	expect(await stage.lines('employeeLeave', 'employeeLeave.update', of(person))).toEqual([
		'Annual Leave · 2096-03-08 to 2096-03-13',
		'Sick Leave · 2096-04-02 to 2096-04-02',
	]);
	const { picked } = await stage.choose('employeeLeave', 'employeeLeave.update', of(person), '2096-04');
	const update = async (LeaveID: INodeParameters, additionalFields: INodeParameters) =>
		withoutMoments(await stage.json('employeeLeave.update', { ...of(person), LeaveID, additionalFields, ...raw }));
	expect(await update(picked, { description: 'Headache' })).toEqual({ ...withoutMoments(sick), description: 'Headache' });
	// Hours of a day that is no longer in the leave go with it.
	expect(await update(byId(String(made.leaveID)), { endDate: '2096-03-12' })).toMatchObject({
		...{ description: 'Easter', startDate: '2096-03-08', endDate: '2096-03-12', numberOfUnits: 24 },
		periods: [period('2096-03-05', '2096-03-11', 16), period('2096-03-12', '2096-03-18', 8)],
	});
	expect(await update(byId(String(made.leaveID)), { startDate: '2096-03-12' })).toMatchObject({
		...{ numberOfUnits: 8, periods: [period('2096-03-12', '2096-03-18', 8)] },
	});
	expect(await stage.json('employeeLeave.delete', { ...of(person), LeaveID: picked })).toMatchObject({ deleted: true });
	expect(await found({})).toEqual(['Easter']);
});

test('what is left of each leave follows from what was taken', async () => {
	const person = await withLeave('Hinau');
	const balances = async (filters: INodeParameters = {}) =>
		(await stage.all('leaveBalance.getAll', { employeeID: of(person).EmployeeID, filters, returnAll: true })).map(
			({ leaveType, balance, typeOfUnits }) => [leaveType, balance, typeOfUnits],
		);
	expect(await balances()).toEqual([
		['Annual Leave', 4, 'Weeks'],
		['Sick Leave', 80, 'Hours'],
	]);
	const leave = { description: 'A day', startDate: MONDAY, endDate: MONDAY };
	for (const name of ['Annual Leave', 'Sick Leave'])
		await stage.json('employeeLeave.create', { ...of(person), ...leave, leaveTypeID: await pick(name) });
	expect(await balances()).toEqual([
		['Annual Leave', 3.8, 'Weeks'],
		['Sick Leave', 72, 'Hours'],
	]);
	expect(await balances({ leaveTypeID: await pick('Sick') })).toEqual([['Sick Leave', 72, 'Hours']]);
});

test('the pay periods of some days are read, and leave takes the hours that are given for them', async () => {
	const person = await withLeave('Karaka');
	const days = { startDate: '2096-03-08', endDate: '2096-03-13' };
	const periods = await stage.all('leavePeriod.getAll', { ...of(person), filters: days, returnAll: true });
	expect(
		periods.map(({ periodStartDate, periodEndDate, numberOfUnits }) => [periodStartDate, periodEndDate, numberOfUnits]),
	).toEqual([
		['2096-03-05', '2096-03-11', 16],
		['2096-03-12', '2096-03-18', 16],
	]);
	expect(periods[0]).toMatchObject({ employeeID: person.employeeID, periodStatus: 'Estimated' });
	const given = periods.map(({ periodStartDate, periodEndDate }) => ({ periodStartDate, periodEndDate, numberOfUnits: '4' }));
	const leave = { leaveTypeID: await pick('Annual Leave'), description: 'Mornings', ...days };
	expect(
		await stage.json('employeeLeave.create', {
			...of(person),
			...leave,
			additionalFields: { periods: { period: given as INodeParameters[] } },
		}),
	).toMatchObject({ numberOfUnits: 8 });
	expect(await stage.all('leavePeriod.getAll', { ...of(person), returnAll: true })).toMatchObject([
		{ periodStartDate: MONDAY, periodEndDate: '2096-03-11' },
	]);
});

test('leave that Xero refuses is told of by the label, and never by what it is for', async () => {
	const person = await withLeave('Akeake');
	const leave = { description: 'Something private', startDate: MONDAY, endDate: '2096-03-06' };
	const unknown = await stage.refused('employeeLeave.create', {
		...of(person),
		...leave,
		leaveTypeID: await pick('Bereavement Leave'),
	});
	expect(unknown).toContain('Item 1: Xero says: The leave type is not assigned to the employee.');
	const early = await stage.refused('employeeLeave.create', {
		...of(person),
		...leave,
		...{ leaveTypeID: await pick('Sick Leave'), startDate: '2096-03-01' },
	});
	expect(early).toContain('Item 1: Xero says: The start date must be on or after the start date of the employee.');
	const backwards = { ...of(person), ...leave, leaveTypeID: await pick('Sick Leave'), startDate: '2096-03-07' };
	const order = await stage.refused('employeeLeave.create', backwards);
	expect(order).toContain('Item 1, End Date: is before the start. Give days in order');
	holdsNone([unknown, early, order], ['private', 'Akeake']);
	const [aroha] = await stage.all('employee.getAll', { filters: { firstName: 'Aroha' }, ...whole });
	const [taken] = await stage.all('employeeLeave.getAll', { ...of(aroha!), ...whole });
	const paid = { ...of(aroha!), LeaveID: byId(String(taken!.leaveID)) };
	expect(await stage.refused('employeeLeave.delete', paid)).toContain(
		'Xero says: Leave that is completed cannot be changed or deleted.',
	);
});
