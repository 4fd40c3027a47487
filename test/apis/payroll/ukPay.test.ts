import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId } from '../stage';
import { every, holdsNone, MONDAY, of, PayrollStage, raw, sides, whole, withoutMoments } from './walk';

const stage = new PayrollStage('ukPay');

const idOf = (record: IDataObject, key: string) => byId(String(record[key]));

test('a pay calendar is made, its first period ends by its type, and it is found', async () => {
	const made = await stage.json('payRunCalendar.create', {
		...{ name: 'Quarters', calendarType: 'Quarterly', periodStartDate: '2096-04-06', paymentDate: '2096-07-05' },
	});
	const { line, picked: PayRunCalendarID } = await stage.choose('payRunCalendar', 'payRunCalendar.get', {}, 'quarters');
	expect([line, PayRunCalendarID.value]).toEqual(['Quarters · next period from 2096-04-06', made.payrollCalendarID]);
	expect(withoutMoments(await stage.json('payRunCalendar.get', { PayRunCalendarID }))).toEqual({
		...{ payrollCalendarID: made.payrollCalendarID, name: 'Quarters', calendarType: 'Quarterly' },
		...{ periodStartDate: '2096-04-06', periodEndDate: '2096-07-05', paymentDate: '2096-07-05' },
	});
	const ends: Record<string, unknown> = {};
	for (const type of ['Weekly', 'Fortnightly', 'FourWeekly', 'Monthly', 'Annual'])
		ends[type] = (await stage.calendar(`By ${type}`, type)).periodEndDate;
	expect(ends).toEqual({
		...{ Weekly: '2096-03-11', Fortnightly: '2096-03-18', FourWeekly: '2096-04-01', Monthly: '2096-04-04', Annual: '2097-03-04' },
	});
	const found = async (calendarType: string) =>
		every(await stage.all('payRunCalendar.getAll', { filters: { calendarType }, returnAll: true }), 'name');
	expect(await found('Quarterly')).toEqual(['Quarters']);
	expect(await found('Annual')).toEqual(['By Annual']);
	expect(
		await stage.refused('payRunCalendar.create', {
			...{ name: 'quarters', calendarType: 'Weekly', periodStartDate: MONDAY, paymentDate: '2096-03-12' },
		}),
	).toContain('Item 1: Xero says: The name of the pay run calendar must be unique.');
});

test('pay is set, read, raised, changed from a salary to hours and back, picked without an amount, and deleted', async () => {
	const person = await stage.employed('Sorrel', 'Paid', await stage.calendar('Pay'));
	const earningsRateID = await stage.ordinary();
	const salary = {
		...{ paymentType: 'Salary', earningsRateID, effectiveFrom: MONDAY, numberOfUnitsPerWeek: '37.5', annualSalary: '31200' },
	};
	const made = await stage.json('salaryAndWage.create', { ...of(person), ...salary, ...raw });
	const written = {
		...{ employeeID: person.employeeID, salaryAndWagesID: made.salaryAndWagesID, earningsRateID: earningsRateID.value },
		...{ paymentType: 'Salary', effectiveFrom: MONDAY, numberOfUnitsPerWeek: 37.5, numberOfUnitsPerDay: null },
		...{ ratePerUnit: null, annualSalary: 31200, status: 'Active' },
	};
	const { line, picked: SalaryAndWagesID } = await stage.choose('salaryAndWage', 'salaryAndWage.get', of(person));
	expect([line, SalaryAndWagesID.value]).toEqual(['from 2096-03-05 · Salary · Active', made.salaryAndWagesID]);
	const get = async () => await stage.json('salaryAndWage.get', { ...of(person), SalaryAndWagesID, ...raw });
	expect(await get()).toEqual(written);
	const update = async (additionalFields: INodeParameters) => {
		await stage.json('salaryAndWage.update', { ...of(person), SalaryAndWagesID, additionalFields });
		return await get();
	};
	expect(await update({ annualSalary: '32000' })).toEqual({ ...written, annualSalary: 32000 });
	expect(await update({ numberOfUnitsPerDay: '7.5' })).toEqual({ ...written, annualSalary: 32000, numberOfUnitsPerDay: 7.5 });
	const hourly = { ...written, paymentType: 'Hourly', annualSalary: 0, ratePerUnit: 16.5, numberOfUnitsPerDay: 7.5 };
	expect(await update({ paymentType: 'Hourly', ratePerUnit: '16.5' })).toEqual(hourly);
	expect(await update({ paymentType: 'Salary', annualSalary: '33000' })).toEqual({
		...written,
		...{ annualSalary: 33000, numberOfUnitsPerDay: 7.5 },
	});

	await stage.json('salaryAndWage.create', { ...of(person), ...salary, annualSalary: '40000', effectiveFrom: '2096-06-04' });
	const found = async (filters: INodeParameters) =>
		every(await stage.all('salaryAndWage.getAll', { ...of(person), filters, returnAll: true }), 'effectiveFrom');
	expect(await found({})).toEqual([MONDAY, '2096-06-04']);
	expect(await found({ status: 'Active' })).toEqual(['2096-06-04']);
	holdsNone(await stage.all('salaryAndWage.getAll', { ...of(person), returnAll: true }), ['40000', '33000', 'ratePerUnit']);
	expect(await stage.json('salaryAndWage.delete', { ...of(person), SalaryAndWagesID })).toMatchObject({ deleted: true });
	expect(await found({})).toEqual(['2096-06-04']);
});

test('figures that contradict each other, and pay of nobody, are refused in words without an amount', async () => {
	const person = await stage.person('Tansy', 'Unpaid');
	const pay = {
		...of(person),
		...{ paymentType: 'Hourly', earningsRateID: await stage.ordinary(), effectiveFrom: '2096-03-01' },
		...{ numberOfUnitsPerWeek: '40', ratePerUnit: '16.25' },
	};
	expect(await stage.refused('salaryAndWage.create', pay)).toContain('Item 1: Xero says: Please add a salary & wage.');
	const both = await stage.refused('salaryAndWage.create', { ...pay, annualSalary: '35000' });
	expect(both).toContain('Item 1, Annual Salary: hourly pay has none. Leave it empty, or choose Salary');
	const calendar = await stage.calendar('Unpaid');
	const niCategories = { nICategory: [{ niCategory: 'A', startDate: MONDAY }] };
	const employment = {
		payrollCalendarID: idOf(calendar, 'payrollCalendarID'),
		startDate: MONDAY,
		employeeNumber: '9',
		niCategories,
	};
	await stage.json('employment.create', { ...of(person), ...employment });
	const early = await stage.refused('salaryAndWage.create', pay);
	expect(early).toContain(
		'Item 1: Xero says: Effective From: The effective date must be on or after the start date of the employee.',
	);
	holdsNone([both, early], ['16.25', '35000', '2096-03-01', 'Tansy']);
});

test('lines of a pay template are added one by one and together, changed in one thing, and deleted', async () => {
	const person = await stage.paidHourly('Fern', 'Templated', await stage.calendar('Templates'));
	const rate = async (name: string) => await stage.pick('earningsRate', 'payTemplate.create', name);
	const [overtime, allowance, bonus] = [await rate('Overtime'), await rate('Tool Allowance'), await rate('Bonus')];
	const blank = { employeeID: person.employeeID, fixedAmount: null, numberOfUnits: null, ratePerUnit: null };
	const made = await stage.json('payTemplate.create', {
		...of(person),
		...{ earningsRateID: overtime, additionalFields: { numberOfUnits: '2', ratePerUnit: '21.5' }, ...raw },
	});
	const first = {
		...{ ...blank, payTemplateEarningID: made.payTemplateEarningID, earningsRateID: overtime.value },
		...{ name: 'Overtime Hours', numberOfUnits: 2, ratePerUnit: 21.5 },
	};
	expect(made).toEqual(first);
	const lines = {
		line: [
			{ earningsRateID: allowance, fixedAmount: '25' },
			{ earningsRateID: bonus, numberOfUnits: '1', ratePerUnit: '100' },
		],
	};
	const many = await stage.all('payTemplate.createMany', { ...of(person), lines, ...raw });
	expect(every(many, 'name')).toEqual(['Tool Allowance', 'Bonus']);
	expect(await stage.lines('payTemplate', 'payTemplate.update', of(person))).toEqual([
		...['Bonus', 'Overtime Hours', 'Tool Allowance'],
	]);
	const { picked: PayTemplateEarningID } = await stage.choose('payTemplate', 'payTemplate.update', of(person), 'Overtime');
	const update = async (additionalFields: INodeParameters) =>
		await stage.json('payTemplate.update', { ...of(person), PayTemplateEarningID, additionalFields, ...raw });
	expect(await update({ numberOfUnits: '3' })).toEqual({ ...first, numberOfUnits: 3 });
	expect(await update({ fixedAmount: '99' })).toEqual({ ...first, fixedAmount: 99, numberOfUnits: null, ratePerUnit: null });
	const all = async () => await stage.all('payTemplate.getAll', { ...of(person), ...whole });
	expect(await all()).toMatchObject([{ fixedAmount: 99 }, ...many]);
	holdsNone(await stage.all('payTemplate.getAll', { ...of(person), returnAll: true }), ['ratePerUnit', 'fixedAmount']);
	expect(await stage.json('payTemplate.delete', { ...of(person), PayTemplateEarningID })).toMatchObject({ deleted: true });
	expect(await all()).toEqual(many);
	const unknown = { earningsRateID: byId('3e000001-0000-4000-8000-000000000009') };
	expect(
		await stage.refused('payTemplate.createMany', { ...of(person), lines: { line: [{ earningsRateID: bonus }, unknown] } }),
	).toContain('Item 1: Xero says: Line 2, Earnings Rate: The earnings rate could not be found.');
});

test('pay runs are found, and read with their payslips and the lines of these', async () => {
	const { results } = await stage.search('payRun', 'payRun.get');
	expect(results.map(({ name }) => name.replaceAll(/\d{4}-\d\d-\d\d/g, 'day'))).toEqual([
		'day to day · paid day · Posted',
		'day to day · paid day · Draft',
	]);
	const [posted] = await stage.all('payRun.getAll', { filters: { status: 'Posted' }, ...whole });
	const [draft, ...others] = await stage.all('payRun.getAll', { filters: { status: 'Draft' }, ...whole });
	expect(others).toEqual([]);
	const PayRunID = idOf(posted!, 'payRunID');
	// 600 less 71.60 PAYE, 28.64 national insurance and 30 pension; 543.75 less 60.35, 24.14 and 27.19.
	const summary = [
		{ firstName: 'Edith', totalEarnings: 600, totalPay: 469.76 },
		{ firstName: 'Rory', totalEarnings: 543.75, totalPay: 432.07 },
	];
	expect(await stage.json('payRun.get', { PayRunID, ...raw })).toMatchObject({
		payRunStatus: 'Posted',
		totalPay: 901.83,
		paySlips: summary,
	});
	const simple = await stage.json('payRun.get', { PayRunID });
	expect(Object.keys(simple)).toEqual([
		...['payRunID', 'payrollCalendarID', 'periodStartDate', 'periodEndDate', 'paymentDate'],
		...['payRunStatus', 'payRunType', 'calendarType', 'postedDateTime'],
	]);

	const payrollCalendarID = await stage.pick('payRunCalendar', 'payRun.getAll', 'Weekly');
	const found = async (filters: INodeParameters) =>
		every(await stage.all('payRun.getAll', { filters, returnAll: true }), 'payRunID');
	const [paid, next] = [String(posted!.paymentDate), String(draft!.paymentDate)];
	expect(await found({ payrollCalendarID, paidFrom: paid, paidTo: paid })).toEqual([posted!.payRunID]);
	expect(await found({ payrollCalendarID, paidFrom: next })).toEqual([draft!.payRunID]);
	expect(await found({ payrollCalendarID: await stage.pick('payRunCalendar', 'payRun.getAll', 'Monthly') })).toEqual([]);

	expect(await stage.lines('paySlip', 'paySlip.get', { PayRunID })).toEqual(['Edith Testcase', 'Rory Example']);
	const { picked: PayslipID } = await stage.choose('paySlip', 'paySlip.get', { PayRunID }, 'rory');
	expect(await stage.json('paySlip.get', { PayRunID, PayslipID, ...raw })).toMatchObject(summary[1]!);
	expect(await stage.json('paySlip.get', { PayRunID, PayslipID })).toEqual({
		...{ paySlipID: PayslipID.value, employeeID: expect.any(String), payRunID: PayRunID.value },
		...{ firstName: 'Rory', lastName: 'Example', lastEdited: expect.stringMatching(/Z$/), paymentMethod: 'Electronically' },
	});
	const rows = await stage.all('paySlip.get', { PayRunID, PayslipID, oneRowPer: 'line' });
	expect(
		rows.map(({ kind, name, description, numberOfUnits, amount, note }) => [
			kind,
			name ?? description,
			numberOfUnits,
			amount,
			note,
		]),
	).toEqual([
		['timesheetEarnings', undefined, 37.5, 543.75, undefined],
		['deduction', undefined, undefined, 27.19, undefined],
		['leaveAccrual', undefined, 0, undefined, undefined],
		['benefit', 'Workplace Pension (Employer)', undefined, 16.31, undefined],
		['employeeTax', 'PAYE', undefined, 60.35, undefined],
		['employeeTax', 'Employee National Insurance Contribution', undefined, 24.14, undefined],
		['employerTax', 'Employer National Insurance Contribution', undefined, 67.16, undefined],
		['payment', undefined, undefined, 432.07, undefined],
	]);
	holdsNone(rows, ['00000002', 'R Example']);
	const all = await stage.all('paySlip.getAll', { PayRunID, returnAll: true, oneRowPer: 'line' });
	expect(all.filter(({ kind }) => kind === 'payment').map(({ amount }) => amount)).toEqual([469.76, 432.07]);
	const filters = { employeeID: byId(String(rows[0]!.employeeID)) };
	const journal = await stage.all('payRun.getJournalRows', { PayRunID });
	expect(sides(journal)[0]).toBe(sides(journal)[1]);
	expect(journal.find(({ description }) => description === 'Net pay')).toMatchObject({ accountCode: '814', credit: 901.83 });
	expect(every(journal, '_findings').filter((findings) => findings !== undefined)).toEqual([]);
	expect(every(await stage.all('paySlip.getAll', { PayRunID, returnAll: true, filters }), 'firstName')).toEqual(['Rory']);
});
