import { type Client, payrollClient } from './client';

/** Xero's own SDK as a second client: what it cannot read or send is not like Xero. */
describe("Xero's own SDK for the United Kingdom", () => {
	let client: Client<'uk'>;
	let xero: Client<'uk'>['xero'];
	let tenant: string;
	let liability: string;
	let expense: string;
	let employeeID: string;
	let calendarID: string;
	let rateID: string;

	beforeAll(async () => {
		client = await payrollClient('uk');
		({ xero, tenant } = client);
		const accounts = client.sandbox.records(tenant, 'Accounts');
		[liability = '', expense = ''] = ['850', '477'].map((code) => String(accounts.find(({ Code }) => Code === code)?.AccountID));
	});
	afterAll(() => client.sandbox.stop());

	const leaveType = async (wanted: string): Promise<string> =>
		(await xero.getLeaveTypes(tenant)).body.leaveTypes?.find(({ name }) => name === wanted)?.leaveTypeID ?? '';

	it('drives pay items and settings', async () => {
		const nights = { name: 'Nights', typeOfUnits: 'Hours', expenseAccountID: expense };
		const rate = await xero.createEarningsRate(
			tenant,
			{ ...nights, earningsType: 'RegularEarnings' as never, rateType: 'RatePerUnit' as never },
			'nights',
		);
		rateID = rate.body.earningsRate?.earningsRateID ?? '';
		expect((await xero.getEarningsRate(tenant, rateID)).body.earningsRate).toMatchObject({ name: 'Nights' });
		expect((await xero.getEarningsRates(tenant, 1)).body.earningsRates).toHaveLength(5);
		const union = { deductionName: 'Union', deductionCategory: 'UkOther' as never, liabilityAccountId: liability };
		const { deductionId = '' } = (await xero.createDeduction(tenant, union)).body.deduction ?? {};
		expect((await xero.getDeduction(tenant, deductionId)).body.deduction?.deductionName).toBe('Union');
		expect((await xero.getDeductions(tenant)).body.deductions).toHaveLength(3);
		const health = { name: 'Health', category: 'Other' as never, liabilityAccountId: liability, expenseAccountId: expense };
		const fixed = { calculationType: 'FixedAmount' as never, standardAmount: 10, percentage: 0 };
		const { id = '' } = (await xero.createBenefit(tenant, { ...health, ...fixed })).body.benefit ?? {};
		expect((await xero.getBenefit(tenant, id)).body.benefit).toMatchObject({ name: 'Health', standardAmount: 10 });
		expect((await xero.getBenefits(tenant)).body.benefits).toHaveLength(2);
		const [order] = (await xero.getEarningsOrders(tenant)).body.statutoryDeductions ?? [];
		expect((await xero.getEarningsOrder(tenant, order?.id ?? '')).body.statutoryDeduction).toMatchObject({
			statutoryDeductionCategory: 'PriorityOrder',
		});
		const type = await xero.createLeaveType(tenant, { name: 'Study', isPaidLeave: false, showOnPayslip: true });
		expect((await xero.getLeaveType(tenant, type.body.leaveType?.leaveTypeID ?? '')).body.leaveType).toMatchObject({
			...{ isActive: true, isStatutoryLeave: false },
		});
		expect((await xero.getLeaveTypes(tenant, 1, true)).body.leaveTypes).toHaveLength(5);
		const lunch = (await xero.createReimbursement(tenant, { name: 'Lunch', accountID: expense })).body.reimbursement;
		expect((await xero.getReimbursement(tenant, lunch?.reimbursementID ?? '')).body.reimbursement?.name).toBe('Lunch');
		expect((await xero.getReimbursements(tenant)).body.reimbursements).toHaveLength(2);
		expect((await xero.getSettings(tenant)).body.settings?.accounts?.map(({ code }) => code)).toEqual([
			...['814', '477', '090', '825', '826', '479', '814'],
		]);
		expect((await xero.getTrackingCategories(tenant)).response.status).toBe(200);
		const calendar = await xero.createPayRunCalendar(tenant, {
			...{ name: 'Every month', calendarType: 'Monthly' as never, periodStartDate: '2026-03-01', paymentDate: '2026-03-31' },
		});
		calendarID = calendar.body.payRunCalendar?.payrollCalendarID ?? '';
		expect((await xero.getPayRunCalendar(tenant, calendarID)).body.payRunCalendar?.name).toBe('Every month');
		expect((await xero.getPayRunCalendars(tenant)).body.payRunCalendars).toHaveLength(4);
	});

	it('drives an employee and all that belongs to one', async () => {
		const person = { title: 'Mr', firstName: 'Owen', lastName: 'Madeup', dateOfBirth: '1990-02-03', gender: 'M' as never };
		const whole = { ...person, address: { addressLine1: '9 Example Lane', city: 'York', postCode: 'ZZ1 1ZZ' } };
		const created = await xero.createEmployee(tenant, { ...whole, nationalInsuranceNumber: 'QQ123456C' }, 'owen');
		employeeID = created.body.employee?.employeeID ?? '';
		await xero.updateEmployee(tenant, employeeID, { ...whole, isOffPayrollWorker: true });
		expect((await xero.getEmployee(tenant, employeeID)).body.employee).toMatchObject({
			...{ nationalInsuranceNumber: null, isOffPayrollWorker: true },
		});
		const found = await xero.getEmployees(tenant, 'firstName==Owen,lastName==Madeup,isOffPayrollWorker==true', 1);
		expect(found.body.employees).toHaveLength(1);
		const employment = await xero.createEmployment(tenant, employeeID, {
			...{ payrollCalendarID: calendarID, startDate: '2026-03-02', employeeNumber: '17' },
			niCategories: [{ niCategory: 'F' as never, startDate: '2026-03-02', workplacePostcode: 'ZZ1 1ZZ' }],
		});
		expect(employment.body.employment).toMatchObject({ employeeNumber: '17', niCategories: [{ niCategory: 'F' }] });
		expect((await xero.getEmployeeTax(tenant, employeeID)).body.employeeTax?.taxCode).toBeNull();
		const none = await xero.createEmployeeOpeningBalances(tenant, employeeID, { statutorySickPay: 10 });
		expect(none.body.openingBalances).toBeNull();
		await xero.updateEmployeeOpeningBalances(tenant, employeeID, { statutorySickPay: 20, priorEmployeeNumber: 7 });
		expect((await xero.getEmployeeOpeningBalances(tenant, employeeID)).body.openingBalances).toMatchObject({
			...{ statutorySickPay: 20, priorEmployeeNumber: '7.0' },
		});
		const bankAccounts = [{ accountName: 'O Madeup', accountNumber: '00000001', sortCode: '000000' }];
		await xero.createEmployeePaymentMethod(tenant, employeeID, { paymentMethod: 'Electronically' as never, bankAccounts });
		expect((await xero.getEmployeePaymentMethod(tenant, employeeID)).body.paymentMethod?.bankAccounts).toMatchObject(
			bankAccounts,
		);
	});

	it('drives pay and pay templates', async () => {
		const pay = {
			...{ earningsRateID: rateID, effectiveFrom: '2026-03-02', numberOfUnitsPerWeek: 30, numberOfUnitsPerDay: 6 },
			...{ annualSalary: 0, ratePerUnit: 14.5, status: 'Active' as never, paymentType: 'Hourly' as never },
		};
		const made = (await xero.createEmployeeSalaryAndWage(tenant, employeeID, pay)).body.salaryAndWages;
		expect(made).toMatchObject({ ratePerUnit: 14.5, annualSalary: null, status: null });
		const salaryID = made?.salaryAndWagesID ?? '';
		await xero.updateEmployeeSalaryAndWage(tenant, employeeID, salaryID, { ...pay, ratePerUnit: 14.6 });
		expect((await xero.getEmployeeSalaryAndWage(tenant, employeeID, salaryID)).body.salaryAndWages).toMatchObject([
			{ ratePerUnit: 14.6, annualSalary: 0, status: 'Active' },
		]);
		expect((await xero.getEmployeeSalaryAndWages(tenant, employeeID, 1)).body.salaryAndWages).toHaveLength(1);
		const ten = { earningsRateID: rateID, fixedAmount: 10 };
		const line = (await xero.createEmployeeEarningsTemplate(tenant, employeeID, ten)).body.earningTemplate;
		const lineID = line?.payTemplateEarningID ?? '';
		await xero.updateEmployeeEarningsTemplate(tenant, employeeID, lineID, { ...ten, fixedAmount: 12 });
		const many = await xero.createMultipleEmployeeEarningsTemplate(tenant, employeeID, [ten]);
		expect(many.body.earningTemplates).toMatchObject([{ name: 'Nights', fixedAmount: 10 }]);
		expect((await xero.deleteEmployeeEarningsTemplate(tenant, employeeID, lineID)).response.status).toBe(200);
		expect((await xero.getEmployeePayTemplate(tenant, employeeID)).body.payTemplate?.earningTemplates).toHaveLength(1);
	});

	it('drives leave', async () => {
		const leaveTypeID = await leaveType('Holiday');
		const scheduleOfAccrual = 'EachPayPeriod' as never;
		await xero.createEmployeeLeaveType(tenant, employeeID, { leaveTypeID, scheduleOfAccrual, openingBalance: 10 });
		expect((await xero.getEmployeeLeaveTypes(tenant, employeeID)).body.leaveTypes).toHaveLength(1);
		expect(
			(await xero.getEmployeeLeavePeriods(tenant, employeeID, '2026-03-30', '2026-04-03')).body.periods?.map(
				({ numberOfUnits }) => numberOfUnits,
			),
		).toEqual([12, 18]);
		const leave = { leaveTypeID, description: 'Away', startDate: '2026-03-30', endDate: '2026-04-03' };
		const leaveID = (await xero.createEmployeeLeave(tenant, employeeID, leave)).body.leave?.leaveID ?? '';
		expect((await xero.getEmployeeLeaveBalances(tenant, employeeID)).body.leaveBalances).toMatchObject([{ balance: -20 }]);
		await xero.updateEmployeeLeave(tenant, employeeID, leaveID, { ...leave, endDate: '2026-03-31' });
		expect((await xero.getEmployeeLeave(tenant, employeeID, leaveID)).body.leave).toMatchObject({
			periods: [{ numberOfUnits: 12, periodStatus: 'Approved' }],
		});
		await xero.deleteEmployeeLeave(tenant, employeeID, leaveID);
		expect((await xero.getEmployeeLeaves(tenant, employeeID)).body.leave).toEqual([]);
	});

	it('drives statutory leave', async () => {
		const sick = await xero.createEmployeeStatutorySickLeave(tenant, {
			...{ employeeID, leaveTypeID: await leaveType('Statutory Sick Leave'), startDate: '2026-03-09', endDate: '2026-03-13' },
			...{
				workPattern: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
				isPregnancyRelated: false,
				sufficientNotice: true,
			},
		});
		expect(sick.body.statutorySickLeave).toMatchObject({
			...{ isEntitled: true, entitlementWeeksRequested: 1, entitlementWeeksRemaining: 27, entitlementFailureReasons: [] },
		});
		const { statutoryLeaveID = '' } = sick.body.statutorySickLeave ?? {};
		expect((await xero.getEmployeeStatutorySickLeave(tenant, statutoryLeaveID)).body.statutorySickLeave?.startDate).toBe(
			'2026-03-09',
		);
		expect((await xero.getStatutoryLeaveSummary(tenant, employeeID, true)).body.statutoryLeaves).toMatchObject([
			{ type: 'Sick', status: 'In-Progress', isEntitled: true },
		]);
		const left = await xero.getEmployeeStatutoryLeaveBalances(tenant, employeeID, 'sick', '2026-03-09');
		expect(left.body.leaveBalance).toMatchObject({ leaveType: 'Sick', balanceRemaining: 810, units: 'Hours' });
	});

	it('drives timesheets and their lines', async () => {
		const line = { date: '2026-03-02', earningsRateID: rateID, numberOfUnits: 8 };
		const sheet = { payrollCalendarID: calendarID, employeeID, startDate: '2026-03-01', endDate: '2026-03-31' };
		const made = await xero.createTimesheet(tenant, { ...sheet, timesheetLines: [line] }, 'march');
		const timesheetID = made.body.timesheet?.timesheetID ?? '';
		const added = await xero.createTimesheetLine(tenant, timesheetID, { ...line, date: '2026-03-03', numberOfUnits: 4 });
		const lineID = added.body.timesheetLine?.timesheetLineID ?? '';
		await xero.updateTimesheetLine(tenant, timesheetID, lineID, { ...line, date: '2026-03-03', numberOfUnits: 5.5 });
		expect((await xero.getTimesheet(tenant, timesheetID)).body.timesheet).toMatchObject({ totalHours: 13.5 });
		await xero.deleteTimesheetLine(tenant, timesheetID, lineID);
		expect((await xero.approveTimesheet(tenant, timesheetID)).body.timesheet?.status).toBe('Approved');
		const filter = `employeeId==${employeeID}`;
		const list = await xero.getTimesheets(tenant, 1, filter, 'Approved', '2026-03-01', '2026-03-31', 'startDate');
		expect(list.body.timesheets).toHaveLength(1);
		expect((await xero.revertTimesheet(tenant, timesheetID)).body.timesheet?.status).toBe('Draft');
		await xero.deleteTimesheet(tenant, timesheetID);
		expect((await xero.deleteEmployeeSalaryAndWage(tenant, employeeID, await salaryOf())).response.status).toBe(200);
	});

	const salaryOf = async (): Promise<string> =>
		(await xero.getEmployeeSalaryAndWages(tenant, employeeID)).body.salaryAndWages?.[0]?.salaryAndWagesID ?? '';

	it('reads pay runs and payslips', async () => {
		const [run] = (await xero.getPayRuns(tenant, 1, 'Posted')).body.payRuns ?? [];
		expect((await xero.getPayRun(tenant, run?.payRunID ?? '')).body.payRun).toMatchObject({
			...{ totalPay: 901.83, totalCost: 1320.82, paySlips: [{ totalPay: 469.76 }, { totalPay: 432.07 }] },
		});
		const slips = (await xero.getPaySlips(tenant, run?.payRunID ?? '', 1)).body.paySlips ?? [];
		expect((await xero.getPaySlip(tenant, slips[0]?.paySlipID ?? '')).body.paySlip).toMatchObject({
			benefitLines: [{ displayName: 'Workplace Pension (Employer)', amount: 18 }],
		});
	});

	it('has called every method it has', () => {
		expect(client.all.filter((name) => !client.called.has(name))).toEqual([]);
		expect(client.all).toHaveLength(69);
	});
});
