import type { Json } from '../accounting/desk';
import { openPayroll, type PayrollDesk, wrong } from './desk';

const holiday = (desk: PayrollDesk, more: Json = {}): Json => ({
	...{ EmployeeID: desk.employee('Testcase'), LeaveTypeID: desk.named('LeaveTypes', 'Annual Leave'), Title: 'Away' },
	...{ StartDate: '2026-03-19', EndDate: '2026-03-24' },
	...more,
});

/** The id of demo leave by its title. */
const titled = (desk: PayrollDesk, title: string): string =>
	String(desk.records('LeaveApplications').find(({ Title }) => Title === title)?.LeaveApplicationID);

describe('Leave of the local payroll of Australia', () => {
	it('is scheduled when it is saved, with the usual hours of its working days', () => {
		const desk = openPayroll();
		const made = desk.call('POST', '/LeaveApplications', [holiday(desk)]);
		expect(made.at('LeaveApplications.0')).toMatchObject({
			...{ StartDate: '/Date(1773878400000+0000)/', PayOutType: 'DEFAULT' },
			LeavePeriods: [
				{ PayPeriodStartDate: '/Date(1773619200000+0000)/', LeavePeriodStatus: 'SCHEDULED', NumberOfUnits: 15.2 },
				{ PayPeriodEndDate: '/Date(1774742400000+0000)/', LeavePeriodStatus: 'SCHEDULED', NumberOfUnits: 15.2 },
			],
		});
		const LeavePeriods = [{ PayPeriodEndDate: '2026-03-22', NumberOfUnits: 4 }];
		const own = desk.call('POST', '/LeaveApplications', [holiday(desk, { LeavePeriods })]);
		expect(own.at('LeaveApplications.0.LeavePeriods')).toMatchObject([{ NumberOfUnits: 4 }]);
	});

	it('wants an employee with a calendar, a type, a title of 50 characters and days', () => {
		const desk = openPayroll();
		const post = (more: Json): string[] =>
			wrong(desk.call('POST', '/LeaveApplications', [holiday(desk, more)]), 'LeaveApplications');
		expect(post({ Title: '', EndDate: '2026-03-01' })).toEqual([
			'The Title is required',
			'The start date must be on or before the end date',
		]);
		expect(post({ Title: 'x'.repeat(51) })).toEqual(['The Title must be no more than 50 characters long']);
		expect(post({ EmployeeID: desk.employee('Newcomer') })).toEqual(['The employee is not assigned to a payroll calendar']);
		expect(post({ LeavePeriods: [{ PayPeriodEndDate: '2026-03-21', NumberOfUnits: 4 }] })).toEqual([
			'The leave period does not correspond with a pay period',
		]);
		expect(post({ StartDate: '2026-03-03', EndDate: '2026-03-03' })).toEqual([
			'Leave in a pay period that is posted cannot be added or changed',
		]);
	});

	it('has another id once it is approved, and its first one again once it is rejected', () => {
		const desk = openPayroll();
		const { call } = desk;
		const asked = titled(desk, 'Long weekend');
		const approved = call('POST', `/LeaveApplications/${asked}/approve`);
		const id = approved.id('LeaveApplications.0.LeaveApplicationID');
		expect(approved.at('LeaveApplications.0.LeavePeriods.0.LeavePeriodStatus')).toBe('SCHEDULED');
		expect(id).not.toBe(asked);
		expect(call('GET', `/LeaveApplications/${asked}`).status).toBe(404);
		expect(wrong(call('POST', `/LeaveApplications/${id}/approve`), 'LeaveApplications')).toEqual([
			'Only requested leave can be approved',
		]);
		const rejected = call('POST', `/LeaveApplications/${id}/reject`);
		expect(rejected.at('LeaveApplications.0')).toMatchObject({
			LeaveApplicationID: asked,
			LeavePeriods: [{ LeavePeriodStatus: 'REJECTED' }],
		});
		expect(call('GET', `/LeaveApplications/${id}`).status).toBe(404);
		expect(wrong(call('POST', `/LeaveApplications/${asked}/reject`), 'LeaveApplications')).toEqual([
			'Only requested or scheduled leave can be rejected',
		]);
		const request = titled(desk, 'Wedding');
		expect(call('POST', `/LeaveApplications/${request}/reject`).id('LeaveApplications.0.LeaveApplicationID')).toBe(request);
	});

	it('is listed where it is scheduled or processed, all of it in v2, which breaks at If-Modified-Since', () => {
		const desk = openPayroll();
		const titles = (path: string): unknown[] =>
			(desk.call('GET', path).at('LeaveApplications') as Json[]).map(({ Title }) => Title);
		expect(titles('/LeaveApplications')).toEqual(['A day off', 'Holiday']);
		expect(titles('/LeaveApplications/v2')).toEqual(['A day off', 'Holiday', 'Long weekend', 'Wedding', 'Football']);
		const since = { headers: { 'if-modified-since': '2026-03-01T00:00:00' } };
		expect(desk.call('GET', '/LeaveApplications', undefined, since).status).toBe(200);
		expect(desk.call('GET', '/LeaveApplications/v2', undefined, since).status).toBe(500);
	});

	it('cannot be changed once it is processed', () => {
		const desk = openPayroll();
		const answer = desk.call('POST', `/LeaveApplications/${titled(desk, 'A day off')}`, [holiday(desk)]);
		expect(wrong(answer, 'LeaveApplications')).toEqual(['Leave that is processed or rejected cannot be changed']);
	});

	it('is taken off the balance when it is paid, to which each posted pay run adds', () => {
		const desk = openPayroll();
		// 80 and 40 hours at the start; a week accrues 152/52 and 76/52; the day off was 7.6 hours of personal leave.
		expect(desk.call('GET', `/Employees/${desk.employee('Testcase')}`).at('Employees.0.LeaveBalances')).toMatchObject([
			{ LeaveName: 'Annual Leave', NumberOfUnits: 82.9231, TypeOfUnits: 'Hours' },
			{ LeaveName: 'Personal (Sick/Carer’s) Leave', NumberOfUnits: 33.8615 },
		]);
	});
});
