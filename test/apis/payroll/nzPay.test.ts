import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId } from '../stage';
import { every, holdsNone, MONDAY, of, PayrollStage, raw, sides, whole, withoutMoments } from './walk';

const stage = new PayrollStage('nzPay');

const idOf = (record: IDataObject, key: string) => byId(String(record[key]));

test('a pay calendar is made, its first period ends by its type, and it is found', async () => {
	const made = await stage.json('payRunCalendar.create', {
		...{ name: 'Halves', calendarType: 'TwiceMonthly', periodStartDate: '2096-03-01', paymentDate: '2096-03-16' },
	});
	const { line, picked: PayrollCalendarID } = await stage.choose('payRunCalendar', 'payRunCalendar.get', {}, 'halves');
	expect([line, PayrollCalendarID.value]).toEqual(['Halves · next period from 2096-03-01', made.payrollCalendarID]);
	expect(withoutMoments(await stage.json('payRunCalendar.get', { PayrollCalendarID }))).toEqual({
		...{ payrollCalendarID: made.payrollCalendarID, name: 'Halves', calendarType: 'TwiceMonthly' },
		...{ periodStartDate: '2096-03-01', periodEndDate: '2096-03-15', paymentDate: '2096-03-16' },
	});
	const ends: Record<string, unknown> = {};
	for (const type of ['Weekly', 'Fortnightly', 'FourWeekly', 'Monthly', 'Annual', 'Quarterly'])
		ends[type] = (await stage.calendar(`By ${type}`, type)).periodEndDate;
	expect(ends).toEqual({
		...{ Weekly: '2096-03-11', Fortnightly: '2096-03-18', FourWeekly: '2096-04-01', Monthly: '2096-04-04' },
		...{ Annual: '2097-03-04', Quarterly: '2096-06-04' },
	});
	const found = async (calendarType: string) =>
		every(await stage.all('payRunCalendar.getAll', { filters: { calendarType }, returnAll: true }), 'name');
	expect(await found('TwiceMonthly')).toEqual(['Halves']);
	expect(await found('Quarterly')).toEqual(['By Quarterly']);
	expect(
		await stage.refused('payRunCalendar.create', {
			...{ name: 'halves', calendarType: 'Weekly', periodStartDate: MONDAY, paymentDate: '2096-03-12' },
		}),
	).toContain('Item 1: Xero says: The name of the pay run calendar must be unique.');
});

test('pay is set, read, raised, changed from hours to a salary and back, picked without an amount, and deleted', async () => {
	const person = await stage.employed('Pohutu', 'Paid', await stage.calendar('Pay'));
	const earningsRateID = await stage.ordinary();
	const hourly = {
		...{ paymentType: 'Hourly', earningsRateID, effectiveFrom: MONDAY, numberOfUnitsPerWeek: '40', numberOfUnitsPerDay: '8' },
		...{ ratePerUnit: '31.25', additionalFields: { daysPerWeek: '5', workPatternType: 'RegularWeek' } },
	};
	const made = await stage.json('salaryAndWage.create', { ...of(person), ...hourly, ...raw });
	const written = {
		...{ employeeID: person.employeeID, salaryAndWagesID: made.salaryAndWagesID, earningsRateID: earningsRateID.value },
		...{ paymentType: 'Hourly', effectiveFrom: MONDAY, numberOfUnitsPerWeek: 40, numberOfUnitsPerDay: 8 },
		...{ ratePerUnit: 31.25, annualSalary: 0, status: 'Active', daysPerWeek: 5, workPatternType: 'RegularWeek' },
	};
	const { line, picked: SalaryAndWagesID } = await stage.choose('salaryAndWage', 'salaryAndWage.get', of(person));
	expect([line, SalaryAndWagesID.value]).toEqual(['from 2096-03-05 · Hourly · Active', made.salaryAndWagesID]);
	const get = async () => await stage.json('salaryAndWage.get', { ...of(person), SalaryAndWagesID, ...raw });
	expect(await get()).toEqual(written);
	const update = async (additionalFields: INodeParameters) => {
		await stage.json('salaryAndWage.update', { ...of(person), SalaryAndWagesID, additionalFields });
		return await get();
	};
	expect(await update({ ratePerUnit: '33' })).toEqual({ ...written, ratePerUnit: 33 });
	const salaried = { ...written, paymentType: 'Salary', annualSalary: 65000, ratePerUnit: null };
	expect(await update({ paymentType: 'Salary', annualSalary: '65000' })).toEqual(salaried);
	expect(await update({ numberOfUnitsPerWeek: '37.5' })).toEqual({ ...salaried, numberOfUnitsPerWeek: 37.5 });
	expect(await update({ paymentType: 'Hourly', ratePerUnit: '34' })).toEqual({
		...written,
		...{ ratePerUnit: 34, numberOfUnitsPerWeek: 37.5 },
	});

	const raise = { ...hourly, paymentType: 'Salary', annualSalary: '70000', ratePerUnit: '', effectiveFrom: '2096-06-04' };
	await stage.json('salaryAndWage.create', { ...of(person), ...raise });
	const found = async (filters: INodeParameters) =>
		every(await stage.all('salaryAndWage.getAll', { ...of(person), filters, returnAll: true }), 'effectiveFrom');
	expect(await found({})).toEqual([MONDAY, '2096-06-04']);
	expect(await found({ status: 'Active' })).toEqual(['2096-06-04']);
	expect(await found({ status: 'History' })).toEqual([MONDAY]);
	const simple = await stage.all('salaryAndWage.getAll', { ...of(person), returnAll: true });
	holdsNone(simple, ['70000', '34', 'ratePerUnit', 'annualSalary']);
	expect(await stage.json('salaryAndWage.delete', { ...of(person), SalaryAndWagesID })).toMatchObject({ deleted: true });
	expect(await found({})).toEqual(['2096-06-04']);
});

test('figures that contradict each other, and pay of nobody, are refused in words without an amount', async () => {
	const person = await stage.person('Kanuka', 'Unpaid');
	const pay = {
		...of(person),
		...{ paymentType: 'Hourly', earningsRateID: await stage.ordinary(), effectiveFrom: '2096-03-01' },
		...{ numberOfUnitsPerWeek: '40', numberOfUnitsPerDay: '8', ratePerUnit: '31.25' },
	};
	expect(await stage.refused('salaryAndWage.create', pay)).toContain('Item 1: Xero says: Please add a salary & wage.');
	expect(await stage.refused('salaryAndWage.create', { ...pay, paymentType: 'Salary' })).toContain(
		'Item 1, Annual Salary: a salary has one. Give it, or choose Hourly',
	);
	const both = await stage.refused('salaryAndWage.create', { ...pay, annualSalary: '65000' });
	expect(both).toContain('Item 1, Annual Salary: hourly pay has none. Leave it empty, or choose Salary');
	expect(await stage.refused('salaryAndWage.create', { ...pay, numberOfUnitsPerDay: '41' })).toContain(
		'Item 1, Hours per Day: are more than a day has',
	);
	const calendar = await stage.calendar('Unpaid');
	const employment = { payrollCalendarID: idOf(calendar, 'payrollCalendarID'), startDate: MONDAY, engagementType: 'Casual' };
	await stage.json('employment.create', { ...of(person), ...employment });
	const early = await stage.refused('salaryAndWage.create', pay);
	expect(early).toContain(
		'Item 1: Xero says: Effective From: The effective date must be on or after the start date of the employee.',
	);
	holdsNone([both, early], ['31.25', '65000', '2096-03-01', 'Kanuka']);
});

test('lines of a pay template are added one by one and together, changed in one thing, and deleted', async () => {
	const person = await stage.paidHourly('Ngaio', 'Templated', await stage.calendar('Templates'));
	const rate = async (name: string) => await stage.pick('earningsRate', 'payTemplate.create', name);
	const [overtime, allowance, bonus] = [await rate('Overtime'), await rate('Tool Allowance'), await rate('Bonus')];
	const blank = { employeeID: person.employeeID, fixedAmount: null, numberOfUnits: null, ratePerUnit: null };
	const made = await stage.json('payTemplate.create', {
		...of(person),
		...{ earningsRateID: overtime, additionalFields: { numberOfUnits: '2', ratePerUnit: '45.5' }, ...raw },
	});
	const first = {
		...{ ...blank, payTemplateEarningID: made.payTemplateEarningID, earningsRateID: overtime.value },
		...{ name: 'Overtime', numberOfUnits: 2, ratePerUnit: 45.5 },
	};
	expect(made).toEqual(first);
	const lines = {
		line: [
			{ earningsRateID: allowance, fixedAmount: '25' },
			{ earningsRateID: bonus, numberOfUnits: '1', ratePerUnit: '100' },
		],
	};
	const many = await stage.all('payTemplate.createMany', { ...of(person), lines, ...raw });
	expect(many).toEqual([
		{
			...blank,
			payTemplateEarningID: expect.any(String),
			earningsRateID: allowance.value,
			name: 'Tool Allowance',
			fixedAmount: 25,
		},
		{
			...{ ...blank, payTemplateEarningID: expect.any(String), earningsRateID: bonus.value, name: 'Bonus' },
			...{ numberOfUnits: 1, ratePerUnit: 100 },
		},
	]);
	expect(await stage.lines('payTemplate', 'payTemplate.update', of(person))).toEqual(['Bonus', 'Overtime', 'Tool Allowance']);
	const { picked: PayTemplateEarningID } = await stage.choose('payTemplate', 'payTemplate.update', of(person), 'Overtime');
	const update = async (additionalFields: INodeParameters) =>
		await stage.json('payTemplate.update', { ...of(person), PayTemplateEarningID, additionalFields, ...raw });
	expect(await update({ numberOfUnits: '3' })).toEqual({ ...first, numberOfUnits: 3 });
	expect(await update({ fixedAmount: '99' })).toEqual({ ...first, fixedAmount: 99, numberOfUnits: null, ratePerUnit: null });
	expect(await update({ numberOfUnits: '3', ratePerUnit: '45.5' })).toEqual({ ...first, numberOfUnits: 3 });
	const all = async () => await stage.all('payTemplate.getAll', { ...of(person), ...whole });
	expect(await all()).toEqual([{ ...first, numberOfUnits: 3 }, ...many]);
	holdsNone(await stage.all('payTemplate.getAll', { ...of(person), returnAll: true }), ['45.5', 'ratePerUnit', 'fixedAmount']);
	expect(await stage.json('payTemplate.delete', { ...of(person), PayTemplateEarningID })).toMatchObject({ deleted: true });
	expect(await all()).toEqual(many);
	const unknown = { earningsRateID: byId('3e000001-0000-4000-8000-000000000009') };
	expect(
		await stage.refused('payTemplate.createMany', { ...of(person), lines: { line: [{ earningsRateID: bonus }, unknown] } }),
	).toContain('Item 1: Xero says: Line 2, Earnings Rate: The earnings rate could not be found.');
	expect(await all()).toEqual(many);
});

/** Somebody with all that a pay run asks for: 40 hours at 30.00, M, KiwiSaver of 3 and 3 percent. */
async function setUp(firstName: string, calendar: IDataObject): Promise<IDataObject> {
	const person = await stage.paidHourly(firstName, 'Runner', calendar);
	const week = { monday: '8', tuesday: '8', wednesday: '8', thursday: '8', friday: '8' };
	await stage.json('workingPattern.create', { ...of(person), effectiveFrom: MONDAY, workingWeeks: { week: [week] } });
	await stage.json('employeeTax.update', {
		...of(person),
		additionalFields: {
			...{ irdNumber: '99999998', taxCode: 'M', isEligibleForKiwiSaver: true, kiwiSaverContributions: 'MakeContributions' },
			...{ kiwiSaverEmployeeContributionRatePercentage: '3', kiwiSaverEmployerContributionRatePercentage: '3' },
		},
	});
	await stage.json('leaveSetup.create', { ...of(person), additionalFields: { annualLeaveOpeningBalance: '4' } });
	await stage.json('paymentMethod.set', {
		...{ ...of(person), paymentMethod: 'Electronically' },
		bankAccounts: {
			bankAccount: [{ accountName: `${firstName} R`, accountNumber: '0100000000004000', calculationType: 'Balance' }],
		},
	});
	return person;
}

test('a pay run is made once everybody is set up, its payslips are read and changed, and a posted one stays', async () => {
	const calendar = await stage.calendar('Runs');
	const person = await setUp('Titoki', calendar);
	const other = await stage.employed('Mamaku', 'Runner', calendar);
	const payrollCalendarID = await stage.pick('payRunCalendar', 'payRun.create', 'Runs');
	expect(await stage.refused('payRun.create', { payrollCalendarID })).toContain(
		'Xero says: An employee of this calendar is not set up: salary and wages, a working pattern, tax details, a bank account, a leave setup missing.',
	);
	const elsewhere = await stage.calendar('Elsewhere');
	const moved = { payrollCalendarID: idOf(elsewhere, 'payrollCalendarID'), startDate: MONDAY, engagementType: 'Casual' };
	await stage.json('employment.create', { ...of(other), ...moved });

	const run = await stage.json('payRun.create', { payrollCalendarID, ...raw });
	const summary = {
		...{ payRunID: run.payRunID, payrollCalendarID: calendar.payrollCalendarID, payRunStatus: 'Draft', payRunType: 'Scheduled' },
		...{ periodStartDate: MONDAY, periodEndDate: '2096-03-11', paymentDate: '2096-04-20', calendarType: 'Weekly' },
	};
	// 1,200 less 17.55 % PAYE (210.60) and 3 % KiwiSaver (36); the employer's 3 % on top.
	expect(run).toMatchObject({ ...summary, totalPay: 953.4, totalCost: 1236, paySlips: [{ employeeID: person.employeeID }] });
	const { line, picked: PayRunID } = await stage.choose('payRun', 'payRun.get', {}, MONDAY);
	expect([line, PayRunID.value]).toEqual(['2096-03-05 to 2096-03-11 · paid 2096-04-20 · Draft', run.payRunID]);
	expect(await stage.json('payRun.get', { PayRunID, ...raw })).toMatchObject({ ...summary, totalPay: 953.4 });
	expect(await stage.json('payRun.get', { PayRunID })).toEqual({ ...summary, postedDateTime: null });
	expect(await stage.refused('payRun.create', { payrollCalendarID })).toContain(
		'Xero says: There is a draft pay run for this calendar already.',
	);

	const { line: slipLine, picked: PaySlipID } = await stage.choose('paySlip', 'paySlip.get', { PayRunID });
	expect(slipLine).toBe('Titoki Runner');
	const slip = await stage.json('paySlip.get', { PayRunID, PaySlipID, ...raw });
	expect(slip).toMatchObject({ employeeID: person.employeeID, totalEarnings: 1200, totalPay: 953.4 });
	const simple = await stage.all('paySlip.getAll', { PayRunID, returnAll: true });
	expect(simple).toEqual([
		{
			...{ paySlipID: PaySlipID.value, employeeID: person.employeeID, payRunID: run.payRunID },
			...{ firstName: 'Titoki', lastName: 'Runner', lastEdited: expect.stringMatching(/Z$/), paymentMethod: 'Electronically' },
		},
	]);
	const rows = async () =>
		(await stage.all('paySlip.getAll', { PayRunID, returnAll: true, oneRowPer: 'line' })).map(
			({ kind, name, description, numberOfUnits, amount, note }) => [kind, name ?? description, numberOfUnits, amount, note],
		);
	const taken = [
		['leaveAccrual', undefined, 0, undefined, undefined],
		['leaveAccrual', undefined, 0, undefined, undefined],
		['superannuation', 'KiwiSaver', undefined, 36, undefined],
		['employeeTax', 'PAYE', undefined, 210.6, undefined],
		['employerTax', 'ESCT', undefined, 6.3, undefined],
		['statutoryDeduction', undefined, undefined, 36, undefined],
	];
	expect(await rows()).toEqual([
		['earnings', 'Ordinary Time', 40, 1200, undefined],
		...taken,
		['payment', undefined, undefined, 953.4, undefined],
	]);
	holdsNone(await stage.all('paySlip.get', { PayRunID, PaySlipID, oneRowPer: 'line' }), ['0100000000004000', 'Titoki R"']);
	const journal = await stage.all('payRun.getJournalRows', { PayRunID });
	expect(sides(journal)).toEqual([123_600, 123_600]);
	expect(journal.map(({ accountCode, description, debit, credit }) => [accountCode, description, debit, credit])).toEqual([
		['477', 'Ordinary Time', 1200, 0],
		['477', 'KiwiSaver, employer', 36, 0],
		['814', 'Net pay', 0, 953.4],
		['825', 'KiwiSaver, employer', 0, 29.7],
		['825', 'PAYE', 0, 210.6],
		['825', 'ESCT', 0, 6.3],
		['825', 'Statutory deductions', 0, 36],
	]);
	const filters = { employeeID: of(other).EmployeeID };
	expect(await stage.all('paySlip.getAll', { PayRunID, returnAll: true, filters })).toEqual([]);

	// One line more: the others stay, the tax follows.
	const [travel] = await stage.all('reimbursement.getAll', { returnAll: true });
	const ordinary = await stage.ordinary();
	const lines = {
		line: [
			{ kind: 'reimbursement', itemID: String(travel!.reimbursementID), amount: '40', description: 'Bus' },
			{ kind: 'earnings', itemID: ordinary.value, numberOfUnits: '38' },
		],
	};
	const additionalFields = {
		taxSettings: { values: { periodUnits: '1', periodType: 'weeks', taxCode: 'ME' } },
		grossEarningsHistory: { values: { daysPaid: '5', unpaidWeeks: '0' } },
	};
	const changed = await stage.json('paySlip.update', { PayRunID, PaySlipID, lines, additionalFields, ...raw });
	// KiwiSaver goes along as it was, as it does in Xero's own example.
	expect(changed).toMatchObject({
		...{ paySlipID: PaySlipID.value, totalEarnings: 1140, totalReimbursements: 40, totalSuperannuation: 36 },
		...{ totalEmployeeTaxes: 200.07, totalStatutoryDeductions: 36, totalPay: 943.93 },
		taxSettings: { periodUnits: 1, periodType: 'weeks', taxCode: 'ME' },
		grossEarningsHistory: { daysPaid: 5, unpaidWeeks: 0 },
	});
	const again = await stage.json('paySlip.update', {
		...{ PayRunID, PaySlipID, ...raw },
		lines: { line: [{ kind: 'deduction', itemID: await socialClub(), amount: '10' }] },
		additionalFields: { taxSettings: { values: { taxCode: 'M' } } },
	});
	expect(again).toMatchObject({
		...{ totalEarnings: 1140, totalReimbursements: 40, totalDeductions: 10, totalPay: 933.93 },
		...{ taxSettings: { periodUnits: 1, periodType: 'weeks', taxCode: 'M' }, grossEarningsHistory: { daysPaid: 5 } },
	});
	expect(every(again.leaveAccrualLines as IDataObject[], 'numberOfUnits')).toEqual([0, 0]);
	const [{ taxLineID }] = again.employeeTaxLines as [IDataObject];
	const byHand = await stage.json('paySlip.update', {
		...{ PayRunID, PaySlipID, ...raw },
		lines: {
			line: [
				{ kind: 'employeeTax', itemID: String(taxLineID), amount: '150' },
				{ kind: 'earnings', itemID: ordinary.value, amount: '1000' },
			],
		},
	});
	expect(byHand).toMatchObject({ totalEarnings: 1000, totalEmployeeTaxes: 150, totalPay: 844 });
	const anew = { line: [{ kind: 'earnings', itemID: ordinary.value, numberOfUnits: '40', ratePerUnit: '30' }] };
	expect(await stage.json('paySlip.update', { PayRunID, PaySlipID, lines: anew, ...raw })).toMatchObject({
		...{ totalEarnings: 1200, totalEmployeeTaxes: 150, totalReimbursements: 40, totalPay: 1044 },
	});
	expect(await stage.json('paySlip.update', { PayRunID, PaySlipID, lines: anew, otherLines: 'replace', ...raw })).toMatchObject({
		...{ totalEarnings: 1200, totalEmployeeTaxes: 210.6, totalReimbursements: 0, totalDeductions: 0 },
		...{ totalStatutoryDeductions: 0, totalPay: 989.4, leaveAccrualLines: [], taxSettings: { taxCode: 'M' } },
	});

	stage.stage.sandbox.postPayRun(stageTenant, String(run.payRunID));
	expect(await stage.json('payRun.get', { PayRunID })).toMatchObject({
		payRunStatus: 'Posted',
		postedDateTime: expect.stringMatching(/Z$/),
	});
	const late = await stage.refused('paySlip.update', { PayRunID, PaySlipID, lines });
	expect(late).toContain('posted');
	holdsNone(late, ['Bus']);
	// The employer's tax has no fund left to come out of.
	const [{ _findings: warnings }] = (await stage.all('payRun.getJournalRows', { PayRunID })) as [IDataObject];
	expect(every(warnings as IDataObject[], 'difference')).toEqual([-6.3]);
	expect(await stage.json('payRunCalendar.get', { PayrollCalendarID: payrollCalendarID })).toMatchObject({
		periodStartDate: '2096-03-12',
	});

	const found = async (more: INodeParameters) =>
		every(await stage.all('payRun.getAll', { filters: { payrollCalendarID, ...more }, returnAll: true }), 'periodStartDate');
	const unscheduled = {
		payrollCalendarID,
		additionalFields: {
			...{ payRunType: 'Unscheduled', periodStartDate: '2096-03-07', periodEndDate: '2096-03-08', paymentDate: '2096-05-01' },
		},
	};
	expect(await stage.json('payRun.create', { ...unscheduled, ...raw })).toMatchObject({
		payRunType: 'Unscheduled',
		paySlips: [],
	});
	expect(await found({})).toEqual([MONDAY, '2096-03-07']);
	expect(await found({ status: 'Posted' })).toEqual([MONDAY]);
	expect(await found({ status: 'Draft' })).toEqual(['2096-03-07']);
	expect(await found({ paidFrom: '2096-04-21' })).toEqual(['2096-03-07']);
	expect(await found({ paidTo: '2096-04-20' })).toEqual([MONDAY]);
});

test('a line of a payslip that stands for several is changed by no guess', async () => {
	const calendar = await stage.calendar('Doubles');
	const person = await setUp('Mahoe', calendar);
	const ordinary = await stage.ordinary();
	await stage.json('payTemplate.create', {
		...{ ...of(person), earningsRateID: ordinary, additionalFields: { numberOfUnits: '2', ratePerUnit: '30' } },
	});
	const run = await stage.json('payRun.create', { payrollCalendarID: idOf(calendar, 'payrollCalendarID') });
	const PayRunID = idOf(run, 'payRunID');
	const { picked: PaySlipID } = await stage.choose('paySlip', 'paySlip.update', { PayRunID });
	const get = async () => await stage.json('paySlip.get', { PayRunID, PaySlipID, ...raw });
	const before = await get();
	expect(before).toMatchObject({ totalEarnings: 1260 });
	const lines = { line: [{ kind: 'earnings', itemID: ordinary.value, numberOfUnits: '38' }] };
	expect(await stage.refused('paySlip.update', { PayRunID, PaySlipID, lines })).toContain(
		`Item 1, Line 1, Item ID “${ordinary.value}”: stands for several lines of the payslip. Set Other Lines to Replace, and give all lines of the payslip`,
	);
	expect(await get()).toEqual(before);
});

const stageTenant = '6b1f3c52-8d0e-4a57-9c3b-2e74a1d05f10';

async function socialClub(): Promise<string> {
	return (await stage.pick('deduction', 'deduction.get', 'Social Club')).value;
}
