import type { Json } from '../accounting/desk';
import { newcomer, openPayroll, wrong } from './desk';

const withoutAway = { description: 'Away', startDate: '2026-03-26', endDate: '2026-03-31' };

describe('Leave of the local payroll', () => {
	it('is set up first in New Zealand, once', () => {
		const desk = openPayroll('nz');
		const id = desk.call('POST', '/Employees', newcomer('nz')).id('employee.employeeID');
		const leaveTypeID = desk.named('/LeaveTypes', 'leaveTypes', 'Bereavement Leave');
		const type = { leaveTypeID, scheduleOfAccrual: 'NoAccruals' };
		expect(wrong(desk.call('POST', `/Employees/${id}/LeaveTypes`, type))).toEqual([
			'_default: Leave must be set up for the employee first.',
		]);
		const setup = { AnnualLeaveOpeningBalance: 3, sickLeaveToAccrueAnnually: 12, includeHolidayPay: true };
		expect(desk.call('POST', `/Employees/${id}/LeaveSetup`, setup).status).toBe(400);
		desk.call('POST', `/Employees/${id}/Employment`, {
			...{ startDate: '2026-03-02', engagementType: 'Permanent' },
			payrollCalendarID: desk.named('/PayRunCalendars', 'payRunCalendars', 'Weekly'),
		});
		expect(desk.call('POST', `/Employees/${id}/LeaveSetup`, setup).at('leaveSetup')).toMatchObject({
			...{ annualLeaveOpeningBalance: 3, sickLeaveToAccrueAnnually: 12, includeHolidayPay: true },
		});
		expect(desk.call('POST', `/Employees/${id}/LeaveSetup`, setup).status).toBe(400);
		expect(desk.call('POST', `/Employees/${id}/LeaveTypes`, type).status).toBe(200);
		expect(wrong(desk.call('POST', `/Employees/${id}/LeaveTypes`, type))).toEqual([
			'leaveTypeID: The leave type is assigned to the employee already.',
		]);
		const balances = desk.call('GET', `/Employees/${id}/LeaveBalances`).at('leaveBalances') as Json[];
		expect(balances.map(({ name, balance, typeOfUnits }) => [name, balance, typeOfUnits])).toEqual([
			['Annual Leave', 3, 'Weeks'],
			['Sick Leave', 0, 'Hours'],
			['Holiday Pay', 0, 'Dollars'],
			['Bereavement Leave', 0, 'Hours'],
		]);
	});

	it('is worked out by Xero unless it is given by pay periods', () => {
		const desk = openPayroll('nz');
		const at = `/Employees/${desk.employee('Testcase')}/Leave`;
		const body = { ...withoutAway, leaveTypeID: desk.named('/LeaveTypes', 'leaveTypes', 'Annual Leave') };
		const hours = (more: Json): unknown[] =>
			(desk.call('POST', at, { ...body, ...more }).at('leave.periods') as Json[]).map((one) => one.numberOfUnits);
		expect(hours({})).toEqual([16, 16]);
		const period = (periodStartDate: string, periodEndDate: string, numberOfUnits: number): Json => ({
			periodStartDate,
			periodEndDate,
			numberOfUnits,
		});
		expect(hours({ periods: [period('2026-03-23', '2026-03-29', 5), period('2026-03-30', '2026-04-05', 6)] })).toEqual([5, 6]);
		expect(hours({ periods: [period('2026-03-26', '2026-03-29', 5), period('2026-03-30', '2026-03-31', 6)] })).toEqual([16, 16]);
		const [first] = desk.call('GET', at).at('leave') as Json[];
		expect(first?.periods).toMatchObject([
			...[
				{ numberOfUnits: 8, typeOfUnits: 'Hours', numberOfUnitsTaken: 0.2, typeOfUnitsTaken: 'Weeks', periodStatus: 'Estimated' },
			],
		]);
	});

	it('is refused with what is wrong with it', () => {
		const desk = openPayroll('uk');
		const at = `/Employees/${desk.employee('Testcase')}/Leave`;
		const leaveTypeID = desk.named('/LeaveTypes', 'leaveTypes', 'Unpaid Leave');
		expect(
			wrong(desk.call('POST', at, { ...withoutAway, leaveTypeID, description: 'x'.repeat(51), endDate: '2026-03-01' })),
		).toEqual([
			'description: The description must be no more than 50 characters long.',
			'startDate: The start date must be on or before the end date.',
			'leaveTypeID: The leave type is not assigned to the employee.',
		]);
		const statutory = desk.named('/LeaveTypes', 'leaveTypes', 'Statutory Sick Leave');
		expect(wrong(desk.call('POST', at, { ...withoutAway, leaveTypeID: statutory }))).toContain(
			'leaveTypeID: Statutory leave cannot be added here.',
		);
		const holiday = desk.named('/LeaveTypes', 'leaveTypes', 'Holiday');
		expect(wrong(desk.call('POST', at, { ...withoutAway, leaveTypeID: holiday, startDate: '2024-01-01' }))).toEqual([
			'startDate: The start date must be on or after the start date of the employee.',
		]);
	});

	it.each(['nz', 'uk'] as const)('that is paid stays as it is (%s)', (country) => {
		const desk = openPayroll(country);
		const at = `/Employees/${desk.employee('Testcase')}/Leave`;
		const [paid, future] = desk.call('GET', at).at('leave') as Json[];
		expect((paid?.periods as Json[])[0]?.periodStatus).toBe(country === 'nz' ? 'Estimated' : 'Completed');
		expect(wrong(desk.call('DELETE', `${at}/${String(paid?.leaveID)}`))).toEqual([
			'_default: Leave that is completed cannot be changed or deleted.',
		]);
		expect(desk.call('PUT', `${at}/${String(paid?.leaveID)}`, paid).status).toBe(400);
		expect(desk.call('PUT', `${at}/${String(future?.leaveID)}`, { ...future, startDate: '2026-03-02' }).status).toBe(400);
		expect(desk.call('DELETE', `${at}/${String(future?.leaveID)}`).status).toBe(200);
		expect(desk.call('GET', at).at('leave')).toHaveLength(1);
	});

	it('can leave a balance below zero', () => {
		const desk = openPayroll('uk');
		const at = `/Employees/${desk.employee('Testcase')}`;
		expect(desk.call('GET', `${at}/LeaveBalances`).at('leaveBalances.0')).toMatchObject({
			name: 'Holiday',
			balance: -32,
			typeOfUnits: 'Hours',
		});
	});

	it('has periods for somebody on a calendar only', () => {
		const desk = openPayroll('nz');
		const periods = desk.call('GET', `/Employees/${desk.employee('Example')}/LeavePeriods`);
		expect(periods.at('periods')).toMatchObject([
			{ periodStartDate: '2026-03-09T00:00:00', numberOfUnits: 40, periodStatus: 'Estimated' },
		]);
		expect(desk.call('GET', `/Employees/${desk.employee('Newcomer')}/LeavePeriods`).status).toBe(400);
	});
});

describe('Statutory sick leave', () => {
	const sick = (desk: ReturnType<typeof openPayroll>, more: Json = {}): Json => ({
		employeeID: desk.employee('Testcase'),
		leaveTypeID: desk.named('/LeaveTypes', 'leaveTypes', 'Statutory Sick Leave'),
		...{ startDate: '2026-03-16', endDate: '2026-03-20', isPregnancyRelated: false, sufficientNotice: true },
		workPattern: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
		...more,
	});

	it('is saved with or without entitlement, and says why there is none', () => {
		const desk = openPayroll('uk');
		const entitled = desk.call('POST', '/StatutoryLeaves/Sick', sick(desk));
		expect(entitled.at('statutorySickLeave')).toMatchObject({
			...{
				isEntitled: true,
				entitlementWeeksRequested: 1,
				entitlementWeeksQualified: 28,
				entitlementWeeksRemaining: 27,
				status: 'Pending',
			},
		});
		const late = desk.call('POST', '/StatutoryLeaves/Sick', sick(desk, { sufficientNotice: false, endDate: '2027-03-20' }));
		expect([late.status, late.at('statutorySickLeave.entitlementFailureReasons')]).toEqual([
			...[200, ['ExceededMaximumEntitlementWeeksOfSsp', 'SufficientNoticeNotGiven']],
		]);
		const at = `/StatutoryLeaves/Summary/${desk.employee('Testcase')}`;
		expect((desk.call('GET', at).at('statutoryLeaves') as Json[]).map((one) => one.isEntitled)).toEqual([true, false]);
	});

	it('is of a statutory type and for somebody on a calendar', () => {
		const desk = openPayroll('uk');
		const holiday = desk.named('/LeaveTypes', 'leaveTypes', 'Holiday');
		expect(
			wrong(desk.call('POST', '/StatutoryLeaves/Sick', sick(desk, { leaveTypeID: holiday, workPattern: ['Someday'] }))),
		).toEqual([
			'leaveTypeID: The leave type must be a statutory leave type.',
			'workPattern: The work pattern must hold days of the week.',
		]);
		expect(desk.call('POST', '/StatutoryLeaves/Sick', sick(desk, { employeeID: desk.employee('Newcomer') })).status).toBe(400);
	});

	it('has a balance in hours at a day', () => {
		const desk = openPayroll('uk');
		desk.call('POST', '/StatutoryLeaves/Sick', sick(desk));
		const at = `/Employees/${desk.employee('Testcase')}/StatutoryLeaveBalance`;
		expect(desk.call('GET', `${at}?LeaveType=sick&AsOfDate=2026-03-15`).at('leaveBalance')).toEqual({
			...{ leaveType: 'Sick', balanceRemaining: 1120, units: 'Hours' },
		});
		expect(desk.call('GET', `${at}?LeaveType=sick&AsOfDate=2026-03-16`).at('leaveBalance.balanceRemaining')).toBe(1080);
		expect(desk.call('GET', `${at}?AsOfDate=soon`).status).toBe(400);
	});
});
