import type { Json } from '../accounting/desk';
import { newcomer, openPayroll } from './desk';

describe('Dates of the local payroll', () => {
	it('of an employee of the United Kingdom are written in one way in the list, and in another by itself', () => {
		const desk = openPayroll('uk');
		expect(desk.call('GET', '/Employees').at('employees.0')).toMatchObject({
			...{ dateOfBirth: '1980-01-15T00:00:00Z', updatedDateUTC: '2026-03-09T22:00:00' },
			niCategories: [{ startDate: '2025-02-02' }],
		});
		expect(desk.call('GET', `/Employees/${desk.employee('Testcase')}`).at('employee')).toMatchObject({
			...{ dateOfBirth: '1980-01-15', updatedDateUTC: '2026-03-09T22:00:00Z', startDate: '2025-02-02T00:00:00' },
		});
	});

	it('of New Zealand have midnight and no zone', () => {
		const desk = openPayroll('nz');
		const created = desk.call('POST', '/Employees', newcomer('nz')).at('employee') as Json;
		expect([created.dateOfBirth, created.createdDateUTC]).toEqual(['1994-05-17T00:00:00', '2026-03-09T22:00:00']);
	});

	it('have decimals just after a write, and a zone in the list of leave types', () => {
		const desk = openPayroll('nz');
		const type = desk.call('POST', '/LeaveTypes', { name: 'Study', isPaidLeave: true, showOnPayslip: true });
		expect(type.at('leaveType.updatedDateUTC')).toBe('2026-03-09T22:00:00.0000000');
		expect(desk.call('GET', '/LeaveTypes').at('leaveTypes.0.updatedDateUTC')).toBe('2026-03-09T22:00:00Z');
		expect(desk.call('GET', `/LeaveTypes/${type.id('leaveType.leaveTypeID')}`).at('leaveType.updatedDateUTC')).toBe(
			'2026-03-09T22:00:00',
		);
	});

	it.each([
		['2026-04-06', '2026-04-06T00:00:00'],
		['2026-04-06T00:00:00', '2026-04-06T00:00:00'],
		['2026-04-06T12:00:00+13:00', '2026-04-05T00:00:00'],
		['/Date(1775433600000+0000)/', '2026-04-06T00:00:00'],
	])('are read from %s', (periodStartDate, seen) => {
		const body = { name: 'Staff', calendarType: 'Weekly', periodStartDate, paymentDate: '2026-04-20' };
		expect(openPayroll('nz', 'empty').call('POST', '/PayRunCalendars', body).at('payRunCalendar.periodStartDate')).toBe(seen);
	});
});
