import { type Client, payrollClient } from './client';

/** Xero's own SDK as a second client: what it cannot read or send is not like Xero. */
describe("Xero's own SDK for New Zealand", () => {
	let client: Client<'nz'>;
	let xero: Client<'nz'>['xero'];
	let tenant: string;
	let liability: string;
	let expense: string;
	let employeeID: string;
	let calendarID: string;
	let rateID: string;

	beforeAll(async () => {
		client = await payrollClient('nz');
		({ xero, tenant } = client);
		const accounts = client.sandbox.records(tenant, 'Accounts');
		[liability = '', expense = ''] = ['850', '477'].map((code) => String(accounts.find(({ Code }) => Code === code)?.AccountID));
	});
	afterAll(() => client.sandbox.stop());

	it('drives pay items and settings', async () => {
		const rate = await xero.createEarningsRate(
			tenant,
			{
				name: 'Nights',
				earningsType: 'RegularEarnings' as never,
				rateType: 'RatePerUnit' as never,
				typeOfUnits: 'Hours',
				expenseAccountID: expense,
			},
			'nights',
		);
		rateID = rate.body.earningsRate?.earningsRateID ?? '';
		expect((await xero.getEarningsRate(tenant, rateID)).body.earningsRate).toMatchObject({ name: 'Nights', currentRecord: true });
		expect((await xero.getEarningsRates(tenant, 1)).body.earningsRates).toHaveLength(5);
		const deduction = await xero.createDeduction(tenant, {
			...{ deductionName: 'Union', deductionCategory: 'NzOther' as never, liabilityAccountId: liability },
		});
		const { deductionId = '' } = deduction.body.deduction ?? {};
		expect((await xero.getDeduction(tenant, deductionId)).body.deduction?.deductionName).toBe('Union');
		expect((await xero.getDeductions(tenant)).body.deductions).toHaveLength(4);
		const fund = await xero.createSuperannuation(tenant, {
			...{ name: 'Savings', category: 'Other' as never, liabilityAccountId: liability, expenseAccountId: expense },
			...{ calculationTypeNZ: 'FixedAmount' as never, standardAmount: 10 },
		});
		expect((await xero.getSuperannuation(tenant, fund.body.benefit?.id ?? '')).body.benefit).toMatchObject({
			...{ name: 'Savings', calculationTypeNZ: 'FixedAmount', standardAmount: 10 },
		});
		expect((await xero.getSuperannuations(tenant)).body.benefits).toHaveLength(2);
		const [order] = (await xero.getStatutoryDeductions(tenant)).body.statutoryDeductions ?? [];
		expect((await xero.getStatutoryDeduction(tenant, order?.id ?? '')).body.statutoryDeduction?.name).toBe('Child Support');
		const type = await xero.createLeaveType(tenant, { name: 'Study', isPaidLeave: false, showOnPayslip: true });
		expect((await xero.getLeaveType(tenant, type.body.leaveType?.leaveTypeID ?? '')).body.leaveType?.isActive).toBe(true);
		expect((await xero.getLeaveTypes(tenant, 1, true)).body.leaveTypes).toHaveLength(6);
		const lunch = await xero.createReimbursement(tenant, { name: 'Lunch', accountID: expense, standardAmount: '12' });
		const { reimbursementID = '' } = lunch.body.reimbursement ?? {};
		expect((await xero.getReimbursement(tenant, reimbursementID)).body.reimbursement?.standardAmount).toBe('12');
		expect((await xero.getReimbursements(tenant)).body.reimbursements).toHaveLength(2);
		expect((await xero.getSettings(tenant)).body.settings?.accounts?.map(({ code }) => code)).toEqual([
			'825',
			'814',
			'477',
			'090',
		]);
		expect((await xero.getTrackingCategories(tenant)).body.trackingCategories?.timesheetTrackingCategoryID).toMatch(
			/^[-0-9a-f]{36}$/,
		);
		const calendar = await xero.createPayRunCalendar(tenant, {
			...{ name: 'Every month', calendarType: 'Monthly' as never, periodStartDate: '2026-03-01', paymentDate: '2026-03-31' },
		});
		calendarID = calendar.body.payRunCalendar?.payrollCalendarID ?? '';
		expect((await xero.getPayRunCalendar(tenant, calendarID)).body.payRunCalendar?.periodEndDate).toBe('2026-03-31T00:00:00');
		expect((await xero.getPayRunCalendars(tenant)).body.payRunCalendars).toHaveLength(4);
	});

	it('drives an employee and all that belongs to one', async () => {
		const person = { firstName: 'Mere', lastName: 'Madeup', dateOfBirth: '1994-05-17' };
		const address = { addressLine1: '4 Example Road', city: 'Nelson', postCode: '0000' };
		const created = await xero.createEmployee(tenant, { ...person, address, payrollCalendarID: calendarID }, 'mere');
		employeeID = created.body.employee?.employeeID ?? '';
		expect(created.body.employee?.payrollCalendarID).toBeNull();
		expect((await xero.createEmployee(tenant, { ...person, address, payrollCalendarID: calendarID }, 'mere')).body).toEqual(
			created.body,
		);
		await xero.updateEmployee(tenant, employeeID, { ...person, address, jobTitle: 'Baker' });
		expect((await xero.getEmployee(tenant, employeeID)).body.employee?.jobTitle).toBe('Baker');
		expect((await xero.getEmployees(tenant, 'firstName==mere,lastName==Madeup', 1)).body.employees).toHaveLength(1);
		const employment = { payrollCalendarID: calendarID, startDate: '2026-03-02', engagementType: 'Permanent' };
		expect((await xero.createEmployment(tenant, employeeID, employment)).body.employment).toMatchObject({
			engagementType: 'Permanent',
		});
		await xero.updateEmployeeTax(tenant, employeeID, { irdNumber: '999999999', taxCode: 'M' as never });
		expect((await xero.getEmployeeTax(tenant, employeeID)).body.employeeTax).toMatchObject({
			irdNumber: '999999999',
			taxCode: 'M',
		});
		await xero.createEmployeeOpeningBalances(tenant, employeeID, [{ periodEndDate: '2026-02-28', daysPaid: 3 }]);
		expect((await xero.getEmployeeOpeningBalances(tenant, employeeID)).body.openingBalances).toMatchObject([{ daysPaid: 3 }]);
		const bankAccounts = [
			{ accountName: 'M Madeup', accountNumber: '0100000000000000', sortCode: '010000', calculationType: 'Balance' as never },
		];
		await xero.createEmployeePaymentMethod(tenant, employeeID, { paymentMethod: 'Electronically' as never, bankAccounts });
		expect((await xero.getEmployeePaymentMethod(tenant, employeeID)).body.paymentMethod?.bankAccounts).toMatchObject(
			bankAccounts,
		);
	});

	it('drives pay, pay templates and working patterns', async () => {
		const pay = {
			...{ earningsRateID: rateID, effectiveFrom: '2026-03-02', numberOfUnitsPerWeek: 40, numberOfUnitsPerDay: 8 },
			...{ annualSalary: 62_400, status: 'Active' as never, paymentType: 'Salary' as never },
		};
		const salary = await xero.createEmployeeSalaryAndWage(tenant, employeeID, pay);
		const salaryID = salary.body.salaryAndWages?.salaryAndWagesID ?? '';
		await xero.updateEmployeeSalaryAndWage(tenant, employeeID, salaryID, { ...pay, annualSalary: 52_000 });
		expect((await xero.getEmployeeSalaryAndWage(tenant, employeeID, salaryID)).body.salaryAndWages).toMatchObject([
			{ annualSalary: 52_000 },
		]);
		expect((await xero.getEmployeeSalaryAndWages(tenant, employeeID, 1)).body.salaryAndWages).toHaveLength(1);
		const line = await xero.createEmployeeEarningsTemplate(tenant, employeeID, { earningsRateID: rateID, fixedAmount: 10 });
		const lineID = line.body.earningTemplate?.payTemplateEarningID ?? '';
		await xero.updateEmployeeEarningsTemplate(tenant, employeeID, lineID, { earningsRateID: rateID, fixedAmount: 12 });
		const many = await xero.createMultipleEmployeeEarningsTemplate(tenant, employeeID, [
			{ earningsRateID: rateID, ratePerUnit: 2, numberOfUnits: 3 },
		]);
		expect(many.body.earningTemplates).toMatchObject([{ name: 'Nights', ratePerUnit: 2 }]);
		expect((await xero.getEmployeePayTemplates(tenant, employeeID)).body.payTemplate?.earningTemplates).toHaveLength(2);
		await xero.deleteEmployeeEarningsTemplate(tenant, employeeID, lineID);
		const week = { monday: 8, tuesday: 8, wednesday: 8, thursday: 8, friday: 8, saturday: 0, sunday: 0 };
		const pattern = await xero.createEmployeeWorkingPattern(tenant, employeeID, {
			effectiveFrom: '2026-03-02',
			workingWeeks: [week],
		});
		const patternID = pattern.body.payeeWorkingPattern?.payeeWorkingPatternID ?? '';
		expect((await xero.getEmployeeWorkingPattern(tenant, employeeID, patternID)).body.payeeWorkingPattern?.workingWeeks).toEqual([
			week,
		]);
		expect((await xero.getEmployeeWorkingPatterns(tenant, employeeID)).body.payeeWorkingPatterns).toHaveLength(1);
		await xero.deleteEmployeeWorkingPattern(tenant, employeeID, patternID);
		expect((await xero.getEmployeeWorkingPatterns(tenant, employeeID)).body.payeeWorkingPatterns).toEqual([]);
	});

	it('drives leave', async () => {
		await xero.createEmployeeLeaveSetup(tenant, employeeID, { annualLeaveOpeningBalance: 2 });
		const types = (await xero.getLeaveTypes(tenant)).body.leaveTypes ?? [];
		const leaveTypeID = types.find(({ name }) => name === 'Unpaid Leave')?.leaveTypeID ?? '';
		await xero.createEmployeeLeaveType(tenant, employeeID, { leaveTypeID, scheduleOfAccrual: 'NoAccruals' as never });
		expect((await xero.getEmployeeLeaveTypes(tenant, employeeID)).body.leaveTypes).toHaveLength(3);
		expect((await xero.getEmployeeLeaveBalances(tenant, employeeID)).body.leaveBalances).toContainEqual(
			expect.objectContaining({ name: 'Annual Leave', balance: 2, typeOfUnits: 'Weeks' }),
		);
		const periods = (await xero.getEmployeeLeavePeriods(tenant, employeeID, '2026-03-30', '2026-04-03')).body.periods;
		expect(periods?.map(({ numberOfUnits }) => numberOfUnits)).toEqual([16, 24]);
		const leave = { leaveTypeID, description: 'Away', startDate: '2026-03-30', endDate: '2026-04-03' };
		const made = await xero.createEmployeeLeave(tenant, employeeID, leave);
		const leaveID = made.body.leave?.leaveID ?? '';
		await xero.updateEmployeeLeave(tenant, employeeID, leaveID, { ...leave, endDate: '2026-03-31' });
		expect((await xero.getEmployeeLeaves(tenant, employeeID)).body.leave).toMatchObject([{ periods: [{ numberOfUnits: 16 }] }]);
		await xero.deleteEmployeeLeave(tenant, employeeID, leaveID);
		expect((await xero.getEmployeeLeaves(tenant, employeeID)).body.leave).toEqual([]);
	});

	it('drives timesheets and their lines', async () => {
		const line = { date: '2026-03-02', earningsRateID: rateID, numberOfUnits: 8 };
		const sheet = { payrollCalendarID: calendarID, employeeID, startDate: '2026-03-01', endDate: '2026-03-31' };
		const made = await xero.createTimesheet(tenant, { ...sheet, timesheetLines: [line] }, 'march');
		const timesheetID = made.body.timesheet?.timesheetID ?? '';
		const added = await xero.createTimesheetLine(tenant, timesheetID, { ...line, date: '2026-03-03', numberOfUnits: 4 });
		const lineID = added.body.timesheetLine?.timesheetLineID ?? '';
		await xero.updateTimesheetLine(tenant, timesheetID, lineID, { ...line, date: '2026-03-03', numberOfUnits: 5.5 });
		expect((await xero.getTimesheet(tenant, timesheetID)).body.timesheet).toMatchObject({ totalHours: 13.5, status: 'Draft' });
		await xero.deleteTimesheetLine(tenant, timesheetID, lineID);
		expect((await xero.approveTimesheet(tenant, timesheetID)).body.timesheet).toMatchObject({
			totalHours: 8,
			status: 'Approved',
		});
		const filter = `employeeId==${employeeID},payrollCalendarId==${calendarID}`;
		const list = await xero.getTimesheets(tenant, 1, filter, 'Approved', '2026-03-01', '2026-03-31', 'startDate');
		expect(list.body).toMatchObject({ pagination: { itemCount: 1 }, timesheets: [{ timesheetID }] });
		expect((await xero.revertTimesheet(tenant, timesheetID)).body.timesheet?.status).toBe('Draft');
		await xero.deleteTimesheet(tenant, timesheetID);
		expect((await client.refused(xero.getTimesheet(tenant, timesheetID))).statusCode).toBe(404);
	});

	it('drives pay runs and payslips', async () => {
		const calendars = (await xero.getPayRunCalendars(tenant)).body.payRunCalendars ?? [];
		const { payrollCalendarID = '' } = calendars.find(({ name }) => name === 'Fortnightly') ?? {};
		const run = await xero.createPayRun(tenant, { payrollCalendarID }, 'fortnight');
		expect(run.body.payRun).toMatchObject({ payRunStatus: 'Draft', payRunType: 'Scheduled', calendarType: 'Fortnightly' });
		const payRunID = run.body.payRun?.payRunID ?? '';
		const paySlipID = run.body.payRun?.paySlips?.[0]?.paySlipID ?? '';
		const edited = await xero.updatePaySlipLineItems(tenant, paySlipID, {
			earningsLines: [{ earningsRateID: rateID, numberOfUnits: 10, ratePerUnit: 30 }],
		});
		expect(edited.body.paySlip).toMatchObject({ totalEarnings: 300, totalPay: 247.35 });
		expect((await xero.getPaySlip(tenant, paySlipID)).body.paySlip?.earningsLines).toMatchObject([
			{ displayName: 'Nights', amount: 300 },
		]);
		expect((await xero.getPaySlips(tenant, payRunID, 1)).body.paySlips).toHaveLength(1);
		expect((await xero.getPayRun(tenant, payRunID)).body.payRun?.totalPay).toBe(247.35);
		expect((await xero.getPayRuns(tenant, 1, 'Draft')).body.payRuns).toHaveLength(2);
		const salaries = (await xero.getEmployeeSalaryAndWages(tenant, employeeID)).body.salaryAndWages ?? [];
		await xero.deleteEmployeeSalaryAndWage(tenant, employeeID, salaries[0]?.salaryAndWagesID ?? '');
		expect((await xero.getEmployeeSalaryAndWages(tenant, employeeID)).body.salaryAndWages).toEqual([]);
	});

	it('reads what is wrong, and is held to its scopes', async () => {
		const refused = await client.refused(xero.createEmployee(tenant, { firstName: 'Mere' } as never));
		expect(refused).toMatchObject({
			statusCode: 400,
			body: { httpStatusCode: 'BadRequest', problem: { title: 'BadRequest', status: '400' } },
		});
		expect((refused.body.problem as { invalidFields: unknown[] }).invalidFields).toContainEqual({
			...{ name: 'lastName', reason: 'The Last Name field is required.' },
		});
		const reader = client.with(['payroll.employees.read']);
		expect((await reader.getEmployees(tenant)).response.status).toBe(200);
		expect((await client.refused(reader.createEmployee(tenant, {} as never))).statusCode).toBe(401);
		expect((await client.refused(reader.getTimesheets(tenant))).statusCode).toBe(401);
	});

	it('has called every method it has', () => {
		expect(client.all.filter((name) => !client.called.has(name))).toEqual([]);
		expect(client.all).toHaveLength(71);
	});
});
