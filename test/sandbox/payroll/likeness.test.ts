import { isEqual } from 'lodash';

import type { Answer, Json } from '../accounting/desk';
import { named, specification } from '../assets/specification';
import { newcomer, openPayroll, type PayrollDesk } from './desk';

/** Every answer has these, and no schema names them; all of Xero's examples have them. */
const ABOUT = ['id', 'providerName', 'dateTimeUTC', 'httpStatusCode'];

/** Xero's examples write days with midnight, with a zone or plain, and moments with a zone or without, some with decimals. */
const quirks = {
	date: /^\d{4}-\d{2}-\d{2}(T00:00:00Z?)?$/,
	moment: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{7}|Z)?$/,
};
const specs = {
	nz: specification('payroll-nz', {
		...quirks,
		refusal: 'Problem',
		unnamed: {
			// The schema writes some of these names with a capital, the example of an answer none.
			EmployeeLeaveSetup: [
				...['sickLeaveToAccrueAnnually', 'sickLeaveMaximumToAccrue', 'sickLeaveScheduleOfAccrual'],
				...['sickLeaveAnniversaryDate', 'annualLeaveAnniversaryDate'],
			],
			// The answer to a deletion has the wrapper alone.
			TimesheetLine: ['problem'],
		},
		// Null in an example, what nothing is told of after a deletion, and what hourly pay is answered without.
		unrequired: {
			BankAccount: ['sortCode'],
			TimesheetLine: ['date', 'earningsRateID', 'numberOfUnits'],
			SalaryAndWage: ['annualSalary', 'status'],
		},
	}),
	uk: specification('payroll-uk', {
		...quirks,
		refusal: 'Problem',
		unnamed: { TimesheetLine: ['problem'] },
		unrequired: {
			// Of an employee without a payment method, and of NI letters that want no postcode.
			...{ NICategory: ['workplacePostcode'], PaymentMethod: ['paymentMethod'] },
			...{ TimesheetLine: ['date', 'earningsRateID', 'numberOfUnits'], SalaryAndWage: ['annualSalary', 'status'] },
		},
	}),
};

/** An answer without nulls, which no schema of payroll allows and every example has. */
function filled(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(filled);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).flatMap(([key, entry]) => (entry === null ? [] : [[key, filled(entry)] as const])),
	);
}

/** What is wrong with an answer beside what is known of Xero's files. */
function complaints(country: 'nz' | 'uk', { operationId, status, body }: Answer): string[] {
	if (body === undefined) return specs[country].complaints({ operationId, status, body });
	const whole = filled(body) as Json;
	const rest = Object.fromEntries(Object.entries(whole).filter(([key]) => !ABOUT.includes(key)));
	return specs[country].complaints({ operationId, status, body: status >= 400 ? whole.problem : rest });
}

/** Sends one body after another: none of them right, the last one whole. */
function writes(desk: PayrollDesk, method: string, path: string, body: Json | Json[]): Answer {
	desk.call(method, path, Array.isArray(body) ? [{ earningsRateID: 'soon' }] : {});
	desk.call(method, path, 'a text');
	return desk.call(method, path, body);
}

/** Drives every operation that both countries have. */
function drive(country: 'nz' | 'uk', desk: PayrollDesk): void {
	const { call } = desk;
	const each = (path: string, list: string, id: string): void => {
		const rows = call('GET', path).at(list) as Json[];
		for (const one of rows.slice(0, 2)) call('GET', `${path.split('?')[0]}/${String(one[id])}`);
		call('GET', `${path.split('?')[0]}/11111111-1111-4111-8111-111111111111`);
	};
	const calendar = writes(desk, 'POST', '/PayRunCalendars', {
		...{ name: 'Another', calendarType: 'Weekly', periodStartDate: '2026-03-02', paymentDate: '2026-03-10' },
	}).id('payRunCalendar.payrollCalendarID');
	each('/PayRunCalendars', 'payRunCalendars', 'payrollCalendarID');
	const [liability, expense] = [desk.account('850'), desk.account('477')];
	const rate = writes(desk, 'POST', '/EarningsRates', {
		...{
			name: 'Nights',
			earningsType: 'RegularEarnings',
			rateType: 'RatePerUnit',
			typeOfUnits: 'Hours',
			expenseAccountID: expense,
		},
	}).id('earningsRate.earningsRateID');
	each('/EarningsRates', 'earningsRates', 'earningsRateID');
	const category = country === 'nz' ? 'NzOther' : 'UkOther';
	writes(desk, 'POST', '/Deductions', { deductionName: 'Club', deductionCategory: category, liabilityAccountId: liability });
	each('/Deductions', 'deductions', 'deductionId');
	writes(desk, 'POST', '/Reimbursements', { name: 'Lunch', accountID: expense });
	each('/Reimbursements', 'reimbursements', 'reimbursementID');
	writes(desk, 'POST', '/LeaveTypes', { name: 'Study', isPaidLeave: false, showOnPayslip: true });
	each('/LeaveTypes', 'leaveTypes', 'leaveTypeID');
	call('GET', '/LeaveTypes?ActiveOnly=true');
	call('GET', '/Settings');
	call('GET', '/Settings/TrackingCategories');

	const id = writes(desk, 'POST', '/Employees', newcomer(country)).id('employee.employeeID');
	writes(desk, 'PUT', `/Employees/${id}`, newcomer(country, { email: 'mere@example.com' }));
	each('/Employees?page=1', 'employees', 'employeeID');
	call('GET', '/Employees?page=2');
	call('GET', '/Employees?filter=shoeSize==9');
	const at = (path: string): string => `/Employees/${id}/${path}`;
	const niCategories = [{ niCategory: 'F', startDate: '2026-03-02', workplacePostcode: 'ZZ1 1ZZ' }];
	const contracts = [{ startDate: '2026-03-02', employmentStatus: 'Employee', contractType: 'FullTime' }];
	const own = country === 'nz' ? { engagementType: 'Permanent' } : { employeeNumber: '17', niCategories, contracts };
	writes(desk, 'POST', at('Employment'), { payrollCalendarID: calendar, startDate: '2026-03-02', ...own });
	call('GET', at('Tax'));
	writes(desk, 'POST', at('PaymentMethods'), {
		paymentMethod: 'Electronically',
		bankAccounts: [
			{ accountName: 'M Madeup', accountNumber: country === 'nz' ? '0100000000000000' : '00000001', sortCode: '000000' },
		],
	});
	call('GET', at('PaymentMethods'));
	const pay = {
		earningsRateID: rate,
		effectiveFrom: '2026-03-02',
		numberOfUnitsPerWeek: 40,
		numberOfUnitsPerDay: 8,
		status: 'Active',
	};
	const hourly = { ...pay, paymentType: 'Hourly', ratePerUnit: 20, annualSalary: 0 };
	const salary = writes(desk, 'POST', at('SalaryAndWages'), hourly).id('salaryAndWages.salaryAndWagesID');
	writes(desk, 'PUT', at(`SalaryAndWages/${salary}`), { ...pay, paymentType: 'Salary', annualSalary: 52_000 });
	call('GET', at('SalaryAndWages'));
	call('GET', at(`SalaryAndWages/${salary}`));
	const line = writes(desk, 'POST', at('PayTemplates/Earnings'), { earningsRateID: rate, ratePerUnit: 5, numberOfUnits: 2 });
	const lineId = line.id('earningTemplate.payTemplateEarningID');
	writes(desk, 'PUT', at(`PayTemplates/Earnings/${lineId}`), { earningsRateID: rate, fixedAmount: 12 });
	writes(desk, 'POST', at('PayTemplateEarnings'), [{ earningsRateID: rate, fixedAmount: 1 }]);
	call('GET', at('PayTemplates'));
	call('DELETE', at(`PayTemplates/Earnings/${lineId}`));
	if (country === 'nz') onlyNz(desk, id, rate);
	else onlyUk(desk, id);

	const leaveTypeID = desk.named('/LeaveTypes', 'leaveTypes', 'Unpaid Leave');
	const leaveType = { leaveTypeID, scheduleOfAccrual: country === 'nz' ? 'NoAccruals' : 'EachPayPeriod', openingBalance: 10 };
	writes(desk, 'POST', at('LeaveTypes'), leaveType);
	call('GET', at('LeaveTypes'));
	call('GET', at('LeaveBalances'));
	call('GET', at('LeavePeriods?startDate=2026-03-02&endDate=2026-03-20'));
	call('GET', at('LeavePeriods?startDate=soon'));
	const leave = { leaveTypeID, description: 'Away', startDate: '2026-03-05', endDate: '2026-03-10' };
	const leaveId = writes(desk, 'POST', at('Leave'), leave).id('leave.leaveID');
	call('GET', at('Leave'));
	if (country === 'uk') call('GET', at(`Leave/${leaveId}`));
	writes(desk, 'PUT', at(`Leave/${leaveId}`), { ...leave, endDate: '2026-03-06' });
	call('DELETE', at(`Leave/${leaveId}`));

	const sheet = { payrollCalendarID: calendar, employeeID: id, startDate: '2026-03-09', endDate: '2026-03-15' };
	const hours = { date: '2026-03-09', earningsRateID: rate, numberOfUnits: 8 };
	const sheetId = writes(desk, 'POST', '/Timesheets', { ...sheet, timesheetLines: [hours] }).id('timesheet.timesheetID');
	const added = writes(desk, 'POST', `/Timesheets/${sheetId}/Lines`, { ...hours, date: '2026-03-10', numberOfUnits: 4 });
	const lineOf = `/Timesheets/${sheetId}/Lines/${added.id('timesheetLine.timesheetLineID')}`;
	writes(desk, 'PUT', lineOf, { ...hours, numberOfUnits: 5.5 });
	call('POST', `/Timesheets/${sheetId}/Approve`);
	call('DELETE', lineOf);
	call('POST', `/Timesheets/${sheetId}/RevertToDraft`);
	call('POST', `/Timesheets/${sheetId}/RevertToDraft`);
	call('DELETE', lineOf);
	each('/Timesheets?status=draft&sort=startDate', 'timesheets', 'timesheetID');
	call('GET', `/Timesheets?filter=employeeId==${id},payrollCalendarId==${calendar}&startDate=2026-03-01&endDate=2026-04-01`);
	call('GET', '/Timesheets?filter=colour==red');
	call('DELETE', `/Timesheets/${sheetId}`);

	each('/PayRuns', 'payRuns', 'payRunID');
	const runId = call('GET', '/PayRuns?status=Posted').id('payRuns.0.payRunID');
	each(`/PaySlips?PayRunID=${runId}`, 'paySlips', 'paySlipID');
	call('GET', '/PaySlips');
	call('DELETE', at(`SalaryAndWages/${salary}`));
}

function onlyNz(desk: PayrollDesk, id: string, rate: string): void {
	const { call } = desk;
	const at = (path: string): string => `/Employees/${id}/${path}`;
	writes(desk, 'POST', at('Tax'), { irdNumber: '999999999', taxCode: 'm', kiwiSaverContributions: 'MakeContributions' });
	call('POST', at('OpeningBalances'), [{ periodEndDate: '2026-02-28', daysPaid: 3, unpaidWeeks: 1, grossEarnings: 40 }]);
	call('GET', at('OpeningBalances'));
	const week = { monday: 8, tuesday: 8, wednesday: 8, thursday: 8, friday: 8, saturday: 0, sunday: 0 };
	const pattern = writes(desk, 'POST', at('Working-Patterns'), { effectiveFrom: '2026-03-02', workingWeeks: [week] });
	call('GET', at('Working-Patterns'));
	const one = at(`Working-Patterns/${pattern.id('payeeWorkingPattern.payeeWorkingPatternID')}`);
	call('GET', one);
	call('DELETE', one);
	call('POST', at('LeaveSetup'), {
		annualLeaveOpeningBalance: 2,
		SickLeaveToAccrueAnnually: 10,
		sickLeaveAnniversaryDate: '2026-09-02',
	});
	call('GET', '/StatutoryDeductions');
	call('GET', `/StatutoryDeductions/${desk.named('/StatutoryDeductions', 'statutoryDeductions', 'KiwiSaver')}`);
	writes(desk, 'POST', '/Superannuations', {
		...{ name: 'Savings', category: 'Other', liabilityAccountId: desk.account('850'), expenseAccountId: desk.account('477') },
		...{ CalculationTypeNZ: 'FixedAmount', standardAmount: 10 },
	});
	call('GET', '/Superannuations');
	call('GET', `/Superannuations/${desk.named('/Superannuations', 'benefits', 'KiwiSaver')}`);
	const run = writes(desk, 'POST', '/PayRuns', {
		payrollCalendarID: desk.named('/PayRunCalendars', 'payRunCalendars', 'Fortnightly'),
	});
	const slip = run.id('payRun.paySlips.0.paySlipID');
	writes(desk, 'PUT', `/PaySlips/${slip}`, {
		earningsLines: [{ earningsRateID: rate, numberOfUnits: 10, ratePerUnit: 30 }],
		employeeTaxLines: [{ description: 'PAYE', amount: 50, manualAdjustment: true }],
		taxSettings: { periodUnits: 2, periodType: 'weeks', taxCode: 'M' },
		grossEarningsHistory: { daysPaid: 10, unpaidWeeks: 0 },
	});
	call('GET', `/PaySlips/${slip}`);
}

function onlyUk(desk: PayrollDesk, id: string): void {
	const { call } = desk;
	const at = (path: string): string => `/Employees/${id}/${path}`;
	const opening = { statutorySickPay: 10, priorEmployeeNumber: 10 };
	call('POST', at('ukopeningbalances'), opening);
	call('PUT', at('ukopeningbalances'), { ...opening, statutoryMaternityPay: 20 });
	call('PUT', at('ukopeningbalances'), { statutorySickPay: -1 });
	call('GET', at('ukopeningbalances'));
	const leaveTypeID = desk.named('/LeaveTypes', 'leaveTypes', 'Statutory Sick Leave');
	const sick = writes(desk, 'POST', '/StatutoryLeaves/Sick', {
		...{ employeeID: id, leaveTypeID, startDate: '2026-03-05', endDate: '2026-03-11', workPattern: ['Monday', 'Thursday'] },
		...{ isPregnancyRelated: false, sufficientNotice: false },
	});
	call('GET', `/StatutoryLeaves/Sick/${sick.id('statutorySickLeave.statutoryLeaveID')}`);
	call('GET', `/StatutoryLeaves/Summary/${id}?activeOnly=true`);
	call('GET', at('StatutoryLeaveBalance?LeaveType=sick&AsOfDate=2026-03-01'));
	call('GET', at('StatutoryLeaveBalance?LeaveType=holiday'));
	call('GET', '/EarningsOrders');
	call('GET', `/EarningsOrders/${desk.named('/EarningsOrders', 'statutoryDeductions', 'Student Loan')}`);
	writes(desk, 'POST', '/Benefits', {
		...{ name: 'Savings', category: 'Other', liabilityAccountId: desk.account('850'), expenseAccountId: desk.account('477') },
		...{ percentage: 0, calculationType: 'FixedAmount', standardAmount: 10 },
	});
	call('GET', '/Benefits');
	call('GET', `/Benefits/${desk.named('/Benefits', 'benefits', 'Workplace Pension (Employer)')}`);
}

/** Where what Xero is known to answer is not what its schemas say. */
const KNOWN = [
	// A moment in every example, a day in the schema.
	/\/(lastEdited|postedDateTime) must match format "date"/,
	// The demo company of New Zealand has "None".
	/^getEmployees \/employees\/4\/gender /,
	// Text in the example: "10.0".
	/^getEmployeeOpeningBalances \/openingBalances\/priorEmployeeNumber must be number/,
	// By the schema no letter but nine fits, A neither.
	/^getEmployees? \S+\/niCategories\/0/,
];

describe.each([
	['New Zealand', 'nz', 71],
	['the United Kingdom', 'uk', 69],
] as const)('the local payroll of %s beside the one of Xero', (_name, country, count) => {
	const heard: Answer[] = [];
	const desk = openPayroll(country, 'small', (answer) => heard.push(answer));
	drive(country, desk);

	it('has its operations, with their scopes', () => {
		expect(desk.api.routes).toHaveLength(count);
		expect(isEqual(desk.api.routes.map(named).sort(), [...specs[country].operations].sort())).toBe(true);
		for (const { operationId, scopes } of desk.api.routes) expect(scopes).toEqual(specs[country].scopes(operationId));
	});

	it('has done every one of them, and refused none for want of it', () => {
		const done = new Set(heard.filter(({ status }) => status === 200).map(({ operationId }) => operationId));
		expect(desk.api.routes.map(({ operationId }) => operationId).filter((id) => !done.has(id))).toEqual([]);
		expect(heard.filter(({ status }) => ![200, 400, 404].includes(status))).toEqual([]);
	});

	it('answers and refuses in the form of its schemas', () => {
		const found = heard.flatMap((answer) => complaints(country, answer));
		expect([...new Set(found)].filter((one) => !KNOWN.some((known) => known.test(one)))).toEqual([]);
	});
});
