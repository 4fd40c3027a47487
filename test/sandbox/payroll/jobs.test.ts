import type { Json } from '../accounting/desk';
import { newcomer, openPayroll, wrong } from './desk';

/** Whole jobs of people with payroll, call by call. */
describe('A new employee of New Zealand', () => {
	it('is set up step by step, and paid once nothing is missing', () => {
		const desk = openPayroll('nz');
		const { call } = desk;
		const calendar = { name: 'Bakery', calendarType: 'Weekly', periodStartDate: '2026-04-06', paymentDate: '2026-04-14' };
		const payrollCalendarID = call('POST', '/PayRunCalendars', calendar).id('payRunCalendar.payrollCalendarID');
		const id = call('POST', '/Employees', newcomer('nz')).id('employee.employeeID');
		const step = (path: string, body: unknown): number => call('POST', `/Employees/${id}/${path}`, body).status;
		const draft = () => call('POST', '/PayRuns', { payrollCalendarID });
		expect(step('Employment', { payrollCalendarID, startDate: '2026-04-01', engagementType: 'Permanent' })).toBe(200);
		expect(wrong(draft())).toEqual([
			'_default: An employee of this calendar is not set up: salary and wages, a working pattern, tax details, a bank account, a leave setup missing.',
		]);
		const kiwiSaver = { kiwiSaverContributions: 'MakeContributions', kiwiSaverEmployeeContributionRatePercentage: 3 };
		expect(step('Tax', { irdNumber: '999999999', taxCode: 'M', isEligibleForKiwiSaver: true, ...kiwiSaver })).toBe(200);
		expect(
			step('SalaryAndWages', {
				earningsRateID: desk.named('/EarningsRates', 'earningsRates', 'Ordinary Time'),
				...{ effectiveFrom: '2026-04-01', paymentType: 'Salary', annualSalary: 62_400, numberOfUnitsPerWeek: 40 },
				...{ numberOfUnitsPerDay: 8, daysPerWeek: 5, status: 'Active' },
			}),
		).toBe(200);
		const week = { monday: 8, tuesday: 8, wednesday: 8, thursday: 8, friday: 8, saturday: 0, sunday: 0 };
		expect(step('Working-Patterns', { effectiveFrom: '2026-04-01', workingWeeks: [week] })).toBe(200);
		expect(step('LeaveSetup', { annualLeaveOpeningBalance: 0 })).toBe(200);
		const account = { accountName: 'M Madeup', accountNumber: '0100000000000000', calculationType: 'Balance' };
		expect(step('PaymentMethods', { paymentMethod: 'Electronically', bankAccounts: [account] })).toBe(200);
		expect(draft().at('payRun')).toMatchObject({
			...{ payRunStatus: 'Draft', totalPay: 953.4, totalCost: 1236 },
			paySlips: [{ employeeID: id, totalEarnings: 1200, totalEmployeeTaxes: 210.6, totalStatutoryDeductions: 36 }],
		});
	});
});

describe('An approved timesheet', () => {
	it('is reverted, changed line by line, and approved again with the hours that were meant', () => {
		const desk = openPayroll('nz');
		const { call } = desk;
		const approved = call('GET', '/Timesheets?status=Approved').id('timesheets.0.timesheetID');
		const at = `/Timesheets/${approved}`;
		const lines = call('GET', at).at('timesheet.timesheetLines') as Json[];
		const { earningsRateID } = lines[0] ?? {};
		expect(call('GET', at).at('timesheet.totalHours')).toBe(37.5);
		expect(call('POST', `${at}/RevertToDraft`).at('timesheet.status')).toBe('Draft');
		const line = (date: string, numberOfUnits: number): Json => ({ date, earningsRateID, numberOfUnits });
		expect(call('PUT', `${at}/Lines/${String(lines[1]?.timesheetLineID)}`, line('2026-03-10', 6)).status).toBe(200);
		expect(call('DELETE', `${at}/Lines/${String(lines[4]?.timesheetLineID)}`).status).toBe(200);
		expect(call('POST', `${at}/Lines`, line('2026-03-14', 5)).status).toBe(200);
		expect(call('POST', `${at}/Approve`).at('timesheet')).toMatchObject({ status: 'Approved', totalHours: 34.5 });
	});
});

describe('A new employee of the United Kingdom', () => {
	it('is on the payroll with employment, pay and bank account, and hours are paid by the month they are in', () => {
		const desk = openPayroll('uk');
		const { call } = desk;
		const monthly = desk.named('/PayRunCalendars', 'payRunCalendars', 'Monthly');
		const id = call('POST', '/Employees', newcomer('uk', { nationalInsuranceNumber: 'QQ123456C' })).id('employee.employeeID');
		const step = (path: string, body: unknown): number => call('POST', `/Employees/${id}/${path}`, body).status;
		const employment = { payrollCalendarID: monthly, startDate: '2026-03-01', employeeNumber: '17' };
		const niCategories = [{ niCategory: 'F', startDate: '2026-03-01', workplacePostcode: 'ZZ1 1ZZ' }];
		expect(step('Employment', { ...employment, niCategories })).toBe(200);
		const earningsRateID = desk.named('/EarningsRates', 'earningsRates', 'Regular Hours');
		const pay = { earningsRateID, effectiveFrom: '2026-03-01', paymentType: 'Hourly', ratePerUnit: 14.6, annualSalary: 0 };
		expect(step('SalaryAndWages', { ...pay, numberOfUnitsPerWeek: 30, numberOfUnitsPerDay: 6, status: 'ACTIVE' })).toBe(200);
		const account = { accountName: 'M Madeup', accountNumber: '00000001', sortCode: '000000' };
		expect(step('PaymentMethods', { paymentMethod: 'Electronically', bankAccounts: [account] })).toBe(200);
		const month = (startDate: string, endDate: string, date: string, numberOfUnits: number): Json => ({
			...{ payrollCalendarID: monthly, employeeID: id, startDate, endDate },
			timesheetLines: [{ date, earningsRateID, numberOfUnits }],
		});
		const march = call('POST', '/Timesheets', month('2026-03-01', '2026-03-31', '2026-03-31', 8));
		const april = call('POST', '/Timesheets', month('2026-04-01', '2026-04-30', '2026-04-01', 7.25));
		expect([march.at('timesheet.totalHours'), april.at('timesheet.totalHours')]).toEqual([8, 7.25]);
	});
});
