import { type Client, payrollClient } from '../payroll/client';

/** Xero's own SDK as a second client: what it cannot read or send is not like Xero. */
describe("Xero's own SDK for Australia", () => {
	let client: Client<'au'>;
	let two: Client<'auTwo'>;
	let xero: Client<'au'>['xero'];
	let tenant: string;
	let calendarID: string;
	let rateID: string;
	let employeeID: string;
	let fundID: string;
	let leaveTypeID: string;

	beforeAll(async () => {
		client = await payrollClient('au');
		two = await payrollClient('auTwo', client.sandbox);
		({ xero, tenant } = client);
	});
	afterAll(() => client.sandbox.stop());

	it('drives pay items, calendars and settings', async () => {
		const before = (await xero.getPayItems(tenant)).body.payItems;
		rateID = before?.earningsRates?.[0]?.earningsRateID ?? '';
		leaveTypeID = before?.leaveTypes?.[0]?.leaveTypeID ?? '';
		const nights = { name: 'Nights', accountCode: '477', earningsType: 'OVERTIMEEARNINGS', rateType: 'MULTIPLE', multiplier: 2 };
		const earningsRates = [...(before?.earningsRates ?? []), { ...nights, isQualifyingEarnings: true }] as never;
		const after = (await xero.createPayItem(tenant, { earningsRates }, 'nights')).body.payItems;
		expect(after?.earningsRates?.map(({ name }) => name)).toContain('Nights');
		expect(after?.leaveTypes).toBeUndefined();
		expect((await xero.getPayItems(tenant)).body.payItems?.earningsRates).toHaveLength(7);
		const calendar = { name: 'Staff', calendarType: 'WEEKLY' as never, startDate: '2026-03-02', paymentDate: '2026-03-10' };
		const made = (await xero.createPayrollCalendar(tenant, [calendar], 'staff')).body.payrollCalendars?.[0];
		calendarID = made?.payrollCalendarID ?? '';
		expect((await xero.getPayrollCalendar(tenant, calendarID)).body.payrollCalendars?.[0]).toMatchObject({ name: 'Staff' });
		expect((await xero.getPayrollCalendars(tenant, undefined, 'Name=="Staff"')).body.payrollCalendars).toHaveLength(1);
		const { settings } = (await xero.getSettings(tenant)).body;
		expect(settings?.accounts?.map(({ type }) => type)).toContain('WAGESPAYABLELIABILITY');
	});

	it('drives super funds', async () => {
		const [product] = (await xero.getSuperfundProducts(tenant, undefined, 'EXM0001AU')).body.superFundProducts ?? [];
		expect(product).toMatchObject({ aBN: '00000000000', productName: 'Example Super' });
		const made = (await xero.createSuperfund(tenant, [{ type: 'REGULATED' as never, uSI: 'MDU0001AU' }])).body.superFunds?.[0];
		fundID = made?.superFundID ?? '';
		await xero.updateSuperfund(tenant, fundID, [{ type: 'REGULATED' as never, name: 'Another name' }]);
		expect((await xero.getSuperfund(tenant, fundID)).body.superFunds?.[0]).toMatchObject({
			name: 'Another name',
			uSI: 'MDU0001AU',
		});
		expect((await xero.getSuperfunds(tenant)).body.superFunds).toHaveLength(3);
	});

	it('drives employees', async () => {
		const person = { firstName: 'Kylie', lastName: 'Madeup', dateOfBirth: '1994-05-17', payrollCalendarID: calendarID };
		const body = [{ ...person, ordinaryEarningsRateID: rateID }];
		const made = await xero.createEmployee(tenant, body, 'kylie');
		employeeID = made.body.employees?.[0]?.employeeID ?? '';
		expect((await xero.createEmployee(tenant, body, 'kylie')).body.employees?.[0]?.employeeID).toBe(employeeID);
		const line = {
			earningsRateID: rateID,
			calculationType: 'ENTEREARNINGSRATE' as never,
			ratePerUnit: 30,
			normalNumberOfUnits: 38,
		};
		await xero.updateEmployee(tenant, employeeID, [
			{ payTemplate: { earningsLines: [line] }, superMemberships: [{ superFundID: fundID, employeeNumber: '7' }] } as never,
		]);
		const read = (await xero.getEmployee(tenant, employeeID)).body.employees?.[0];
		expect(read).toMatchObject({ lastName: 'Madeup', status: 'ACTIVE', payTemplate: { earningsLines: [line] } });
		const listed = (await xero.getEmployees(tenant, undefined, 'LastName=="Madeup"')).body.employees;
		expect(listed).toMatchObject([{ employeeID }]);
		expect(listed?.[0]?.payTemplate).toBeUndefined();
		expect((await xero.getEmployees(tenant, new Date('2030-01-01'))).body.employees).toEqual([]);
	});

	it('drives leave', async () => {
		const leave = { employeeID, leaveTypeID, title: 'Away', startDate: '2026-03-05', endDate: '2026-03-06' };
		const made = (await xero.createLeaveApplication(tenant, [leave])).body.leaveApplications?.[0];
		const id = made?.leaveApplicationID ?? '';
		expect(made?.leavePeriods).toMatchObject([{ numberOfUnits: 15.2, leavePeriodStatus: 'SCHEDULED' }]);
		await xero.updateLeaveApplication(tenant, id, [{ ...leave, description: 'Far away' }]);
		expect((await xero.getLeaveApplication(tenant, id)).body.leaveApplications?.[0]?.description).toBe('Far away');
		expect((await xero.getLeaveApplications(tenant)).body.leaveApplications).toHaveLength(3);
		const all = (await xero.getLeaveApplicationsV2(tenant)).body.leaveApplications ?? [];
		const asked = all.filter(({ leavePeriods }) => String(leavePeriods?.[0]?.leavePeriodStatus) === 'REQUESTED');
		const [first = '', second = ''] = asked.map(({ leaveApplicationID }) => leaveApplicationID);
		const approved = (await xero.approveLeaveApplication(tenant, first)).body.leaveApplications?.[0];
		expect(approved?.leaveApplicationID).not.toBe(first);
		const rejected = (await xero.rejectLeaveApplication(tenant, second)).body.leaveApplications?.[0];
		expect(rejected?.leavePeriods).toMatchObject([{ leavePeriodStatus: 'REJECTED' }]);
	});

	it('drives timesheets in both versions', async () => {
		const lines = [{ earningsRateID: rateID, numberOfUnits: [8, 8, 0, 0, 0, 0, 0] }];
		const sheet = { employeeID, startDate: '2026-03-02', endDate: '2026-03-08', timesheetLines: lines };
		const made = (await xero.createTimesheet(tenant, [sheet])).body.timesheets?.[0];
		const id = made?.timesheetID ?? '';
		await xero.updateTimesheet(tenant, id, [{ ...sheet, status: 'APPROVED' as never }]);
		expect((await xero.getTimesheet(tenant, id)).body.timesheet).toMatchObject({ hours: 16, status: 'APPROVED' });
		expect((await xero.getTimesheets(tenant, undefined, 'Status=="APPROVED"')).body.timesheets).toHaveLength(2);

		const hours = { date: '2026-03-10', earningsRateID: rateID, numberOfUnits: 8 };
		const next = { payrollCalendarID: calendarID, employeeID, startDate: '2026-03-09', endDate: '2026-03-15' };
		const second = (await two.xero.createTimesheet(tenant, { ...next, timesheetLines: [hours] })).body.timesheet;
		const at = second?.timesheetID ?? '';
		const line = (await two.xero.createTimesheetLine(tenant, at, { ...hours, numberOfUnits: 2 })).body.timesheetLine;
		const lineID = line?.timesheetLineID ?? '';
		await two.xero.updateTimesheetLine(tenant, at, lineID, { ...hours, numberOfUnits: 3.5 });
		expect((await two.xero.getTimesheet(tenant, at)).body.timesheet).toMatchObject({ totalHours: 11.5, status: 'Draft' });
		await two.xero.deleteTimesheetLine(tenant, at, lineID);
		await two.xero.approveTimesheet(tenant, at);
		await two.xero.revertTimesheet(tenant, at);
		expect((await two.xero.getTimesheets(tenant, 1, `employeeId==${employeeID}`, 'Draft')).body.timesheets).toHaveLength(1);
		await two.xero.deleteTimesheet(tenant, at);
		expect((await two.xero.getTimesheets(tenant, 1, `employeeId==${employeeID}`)).body.timesheets).toMatchObject([
			{ timesheetID: id },
		]);
	});

	it('drives pay runs and payslips', async () => {
		const made = (await xero.createPayRun(tenant, [{ payrollCalendarID: calendarID }])).body.payRuns?.[0];
		const id = made?.payRunID ?? '';
		const run = (await xero.getPayRun(tenant, id)).body.payRuns?.[0];
		// 16 hours of the timesheet and 15.2 hours of leave at 30 a unit, less a fifth.
		expect(run).toMatchObject({ wages: 936, tax: 187.2, netPay: 748.8 });
		const slipID = run?.payslips?.[0]?.payslipID ?? '';
		expect((await xero.getPayslip(tenant, slipID)).body.payslip?.timesheetEarningsLines).toMatchObject([{ numberOfUnits: 16 }]);
		const lines = [{ earningsRateID: rateID, ratePerUnit: 30, numberOfUnits: 2 }];
		const changed = (await xero.updatePayslip(tenant, slipID, [{ earningsLines: lines }])).body.payslips?.[0];
		expect(changed).toMatchObject({ netPay: 796.8, earningsLines: lines });
		const posted = [{ payrollCalendarID: calendarID, payRunStatus: 'POSTED' as never }];
		expect((await xero.updatePayRun(tenant, id, posted)).body.payRuns?.[0]?.payRunStatus).toBe('POSTED');
		const { statusCode, body } = await client.refused(xero.updatePayRun(tenant, id, posted));
		expect([statusCode, body.ErrorNumber]).toEqual([400, 10]);
		expect((await xero.getPayRuns(tenant, undefined, 'PayRunStatus=="POSTED"')).body.payRuns).toHaveLength(2);
	});

	it('has driven every method of both versions', () => {
		expect(client.all.filter((name) => !client.called.has(name))).toEqual([]);
		expect(two.all.filter((name) => !two.called.has(name))).toEqual([]);
		expect([client.all.length, two.all.length]).toEqual([32, 9]);
	});

	it('is refused without the scope of its part', async () => {
		const { statusCode } = await client.refused(client.with(['payroll.employees.read']).getTimesheets(tenant));
		expect(statusCode).toBe(401);
		expect((await client.with(['payroll.timesheets.read']).getTimesheets(tenant)).response.status).toBe(200);
	});
});
