import type { Example, Examples } from '../example';
import { leaveBalance, leavePeriod, employeeLeave as leaveElsewhere } from '../payrollNz/employees';
import { apiRequest, settings, timesheet, timesheetLine, payRun as runsElsewhere } from '../payrollNz/settings';
import { journalRows, lists, paySlip as paid } from '../payrollNz/journal';
import {
	ACCOUNT,
	byId,
	CALENDAR,
	DEDUCTION,
	EMPLOYEE,
	fromList,
	LEAVE,
	LEAVE_TYPE,
	LIABILITY,
	listed,
	one,
	OVERTIME,
	page,
	PAY_RUN,
	PAYSLIP,
	RATE,
	SALARY,
	siftedList,
	STATUTORY,
	SUPERANNUATION,
	TEMPLATE_LINE,
	which,
	wrapped,
} from '../payrollNz/records';

const before = {
	employeeID: EMPLOYEE,
	title: 'Mr',
	firstName: 'Owen',
	lastName: 'Price',
	dateOfBirth: '1990-02-03T00:00:00',
	gender: 'M',
	address: {
		addressLine1: '9 Mill Lane',
		addressLine2: null,
		city: 'York',
		county: 'North Yorkshire',
		postCode: 'YO1 7HH',
		countryName: 'UNITED KINGDOM',
	},
	email: 'owen@example.com',
	phoneNumber: null,
	startDate: '2026-04-01T00:00:00',
	endDate: null,
	payrollCalendarID: CALENDAR,
	updatedDateUTC: '2026-04-02T10:00:00',
	niCategories: [{ niCategory: 'A' }],
	nationalInsuranceNumber: 'QQ123456C',
	isOffPayrollWorker: false,
	contracts: null,
};

const simple = {
	employeeID: EMPLOYEE,
	firstName: 'Owen',
	lastName: 'Price',
	email: 'owen@example.com',
	startDate: '2026-04-01',
	payrollCalendarID: CALENDAR,
	isOffPayrollWorker: false,
	updatedDateUTC: '2026-04-02T10:00:00Z',
};

const employee: Examples = {
	create: [
		{
			parameters: [
				{
					title: 'Mr',
					firstName: 'Owen',
					lastName: 'Price',
					dateOfBirth: '1990-02-03',
					gender: 'M',
					address: {
						values: {
							addressLine1: '9 Mill Lane',
							addressLine2: 'Flat 2',
							city: 'York',
							postCode: 'YO1 7HH',
							countryName: 'United Kingdom',
						},
					},
					additionalFields: {
						email: 'owen@example.com',
						isOffPayrollWorker: false,
						nationalInsuranceNumber: 'qq 12 34 56 c',
						phoneNumber: '01904 000000',
					},
				},
			],
			replies: [wrapped('employee', before)],
			sends: [
				{
					method: 'POST',
					path: '/Employees',
					body: {
						title: 'Mr',
						firstName: 'Owen',
						lastName: 'Price',
						dateOfBirth: '1990-02-03',
						gender: 'M',
						address: {
							addressLine1: '9 Mill Lane',
							addressLine2: 'Flat 2',
							city: 'York',
							postCode: 'YO1 7HH',
							countryName: 'United Kingdom',
						},
						email: 'owen@example.com',
						isOffPayrollWorker: false,
						nationalInsuranceNumber: 'QQ123456C',
						phoneNumber: '01904 000000',
					},
				},
			],
			gives: [{ json: simple, pairedItem: one }],
		},
	],
	onboard: [
		{
			parameters: [
				{
					title: 'Mr',
					firstName: 'Owen',
					lastName: 'Price',
					dateOfBirth: '1990-02-03',
					gender: 'M',
					address: { values: { addressLine1: '9 Mill Lane', city: 'York', postCode: 'YO1 7HH' } },
					employment: {
						values: {
							payrollCalendarID: fromList(CALENDAR),
							startDate: '2026-04-01',
							employeeNumber: '17',
							niCategories: { nICategory: [{ niCategory: 'F', startDate: '2026-04-01', workplacePostcode: 'YO1 7HH' }] },
						},
					},
					salaryAndWages: {
						values: {
							paymentType: 'Hourly',
							earningsRateID: fromList(RATE),
							effectiveFrom: '2026-04-01',
							numberOfUnitsPerWeek: '30',
							ratePerUnit: '14.5',
						},
					},
					leaveTypes: { leaveType: [{ leaveTypeID: fromList(LEAVE_TYPE), scheduleOfAccrual: 'OnAnniversaryDate' }] },
					openingBalances: { statutorySickPay: '120.5' },
					paymentMethod: {
						values: {
							paymentMethod: 'Electronically',
							bankAccounts: { bankAccount: [{ accountName: 'O Price', accountNumber: '00000001', sortCode: '00-00-00' }] },
						},
					},
					options: { carryOnWith: '', ifExists: 'carryOn' },
				},
			],
			replies: [
				listed('employees'),
				wrapped('employee', before),
				wrapped('employment', {}),
				wrapped('salaryAndWages', { salaryAndWagesID: SALARY }),
				wrapped('leaveType', { leaveTypeID: LEAVE_TYPE }),
				wrapped('openingBalances', null),
				wrapped('paymentMethod', {}),
			],
			sends: [
				{ method: 'GET', path: '/Employees', query: { filter: 'firstName==Owen,lastName==Price', ...page } },
				{
					method: 'POST',
					path: '/Employees',
					body: {
						title: 'Mr',
						firstName: 'Owen',
						lastName: 'Price',
						dateOfBirth: '1990-02-03',
						gender: 'M',
						address: { addressLine1: '9 Mill Lane', city: 'York', postCode: 'YO1 7HH' },
					},
				},
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/Employment`,
					body: {
						payrollCalendarID: CALENDAR,
						startDate: '2026-04-01',
						employeeNumber: '17',
						niCategories: [{ niCategory: 'F', startDate: '2026-04-01', workplacePostcode: 'YO1 7HH' }],
					},
				},
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/SalaryAndWages`,
					body: {
						paymentType: 'Hourly',
						earningsRateID: RATE,
						effectiveFrom: '2026-04-01',
						numberOfUnitsPerWeek: 30,
						ratePerUnit: 14.5,
						annualSalary: 0,
						status: 'Active',
					},
				},
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/LeaveTypes`,
					body: { leaveTypeID: LEAVE_TYPE, scheduleOfAccrual: 'OnAnniversaryDate' },
				},
				{ method: 'POST', path: `/Employees/${EMPLOYEE}/ukopeningbalances`, body: { statutorySickPay: 120.5 } },
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/PaymentMethods`,
					body: {
						paymentMethod: 'Electronically',
						bankAccounts: [{ accountName: 'O Price', accountNumber: '00000001', sortCode: '000000' }],
					},
				},
			],
			gives: [
				{
					json: {
						employeeID: EMPLOYEE,
						complete: true,
						steps: {
							employee: 'created',
							employment: 'created',
							salaryAndWages: 'created',
							leaveTypes: 'created',
							openingBalances: 'saved',
							paymentMethod: 'saved',
						},
					},
					pairedItem: one,
				},
			],
		},
	],
	update: [
		{
			parameters: [{ ...which, additionalFields: { lastName: 'Price-Jones', endDate: '2026-12-18' } }],
			replies: [wrapped('employee', before), wrapped('employee', before)],
			sends: [
				{ method: 'GET', path: `/Employees/${EMPLOYEE}` },
				{
					method: 'PUT',
					path: `/Employees/${EMPLOYEE}`,
					body: {
						title: 'Mr',
						firstName: 'Owen',
						lastName: 'Price-Jones',
						dateOfBirth: '1990-02-03',
						gender: 'M',
						address: { addressLine1: '9 Mill Lane', city: 'York', postCode: 'YO1 7HH', countryName: 'UNITED KINGDOM' },
						email: 'owen@example.com',
						endDate: '2026-12-18',
						isOffPayrollWorker: false,
						nationalInsuranceNumber: 'QQ123456C',
					},
				},
			],
			gives: [{ json: simple, pairedItem: one }],
		},
	],
	getAll: [
		siftedList(
			'/Employees',
			'employees',
			{
				firstName: 'Owen',
				lastName: 'Price',
				isOffPayrollWorker: false,
				employedOn: '2026-05-01',
				payrollCalendarID: fromList(CALENDAR),
				modifiedSince: '2026-04-02T09:00:00Z',
			},
			[before, { ...before, employeeID: LEAVE, endDate: '2026-04-30T00:00:00' }],
			[simple],
			{ query: { filter: 'firstName==Owen,lastName==Price,isOffPayrollWorker==false', ...page } },
		),
	],
};

const employment: Examples = {
	create: [
		{
			parameters: [
				{
					...which,
					payrollCalendarID: fromList(CALENDAR),
					startDate: '2026-04-01',
					employeeNumber: '17',
					niCategories: {
						nICategory: [
							{ niCategory: 'F', startDate: '2026-04-01', workplacePostcode: 'YO1 7HH' },
							{ niCategory: 'V', dateFirstEmployedAsCivilian: '2026-04-01', workplacePostcode: 'YO1 7HH' },
						],
					},
					additionalFields: {
						contracts: {
							contract: [
								{
									startDate: '2026-04-01',
									employmentStatus: 'Employee',
									contractType: 'FullTime',
									isFixedTerm: true,
									fixedTermEndDate: '2027-03-31',
									publicKey: RATE,
									developmentalRoleDetails: {
										values: { startDate: '2026-04-01', endDate: '2026-09-30', developmentalRole: 'Trainee', publicKey: RATE },
									},
								},
							],
						},
					},
				},
			],
			replies: [
				wrapped('employment', {
					payrollCalendarID: CALENDAR,
					startDate: '2026-04-01T00:00:00',
					employeeNumber: '17',
					niCategories: [{ niCategory: 'F' }],
				}),
			],
			sends: [
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/Employment`,
					body: {
						payrollCalendarID: CALENDAR,
						startDate: '2026-04-01',
						employeeNumber: '17',
						niCategories: [
							{ niCategory: 'F', startDate: '2026-04-01', workplacePostcode: 'YO1 7HH' },
							{ niCategory: 'V', dateFirstEmployedAsCivilian: '2026-04-01', workplacePostcode: 'YO1 7HH' },
						],
						contracts: [
							{
								startDate: '2026-04-01',
								employmentStatus: 'Employee',
								contractType: 'FullTime',
								isFixedTerm: true,
								fixedTermEndDate: '2027-03-31',
								publicKey: RATE,
								developmentalRoleDetails: {
									startDate: '2026-04-01',
									endDate: '2026-09-30',
									developmentalRole: 'Trainee',
									publicKey: RATE,
								},
							},
						],
					},
				},
			],
			gives: [
				{
					json: { employeeID: EMPLOYEE, payrollCalendarID: CALENDAR, startDate: '2026-04-01', employeeNumber: '17' },
					pairedItem: one,
				},
			],
		},
	],
};

const balancesPath = `/Employees/${EMPLOYEE}/ukopeningbalances`;
const balances = {
	statutoryAdoptionPay: 10,
	statutoryMaternityPay: 20,
	statutoryPaternityPay: 30,
	statutorySharedParentalPay: 40,
	statutorySickPay: 50.5,
};
/** Xero answers the number as text, and writes with null. */
const nothing = wrapped('openingBalances', null);

const openingBalance: Examples = {
	get: [
		{
			parameters: [which],
			replies: [{ body: { problem: null, openingBalances: { ...balances, priorEmployeeNumber: '10.0' } } }],
			sends: [{ method: 'GET', path: balancesPath }],
			gives: [{ json: { employeeID: EMPLOYEE, priorEmployeeNumber: 10 }, pairedItem: one }],
		},
	],
	create: [
		{
			parameters: [
				{
					...which,
					additionalFields: {
						priorEmployeeNumber: '10',
						statutoryAdoptionPay: '10',
						statutoryMaternityPay: '20',
						statutoryPaternityPay: '30',
						statutorySharedParentalPay: '40',
						statutorySickPay: '50.5',
					},
				},
			],
			replies: [nothing],
			sends: [{ method: 'POST', path: balancesPath, body: { ...balances, priorEmployeeNumber: 10 } }],
			gives: [{ json: { success: true, employeeID: EMPLOYEE }, pairedItem: one }],
		},
	],
	update: [
		{
			parameters: [{ ...which, additionalFields: { statutorySickPay: '60' } }],
			replies: [{ body: { problem: null, openingBalances: { ...balances, priorEmployeeNumber: '10.0' } } }, nothing],
			sends: [
				{ method: 'GET', path: balancesPath },
				{ method: 'PUT', path: balancesPath, body: { ...balances, priorEmployeeNumber: 10, statutorySickPay: 60 } },
			],
			gives: [{ json: { success: true, employeeID: EMPLOYEE }, pairedItem: one }],
		},
	],
};

const leaveBefore = {
	leaveID: LEAVE,
	leaveTypeID: LEAVE_TYPE,
	description: 'Easter',
	startDate: '2026-04-06T00:00:00',
	endDate: '2026-04-10T00:00:00',
	periods: [
		{ periodStartDate: '2026-04-01', periodEndDate: '2026-04-30', numberOfUnits: 30, periodStatus: 'Approved' },
		{ periodStartDate: '2026-05-01', periodEndDate: '2026-05-31', numberOfUnits: 7.5, periodStatus: 'Completed' },
	],
};

const employeeLeave: Examples = {
	...leaveElsewhere,
	update: [
		{
			parameters: [{ ...which, LeaveID: fromList(LEAVE), additionalFields: { description: 'Easter week' } }],
			replies: [wrapped('leave', leaveBefore), wrapped('leave', leaveBefore)],
			sends: [
				{ method: 'GET', path: `/Employees/${EMPLOYEE}/Leave/${LEAVE}` },
				{
					method: 'PUT',
					path: `/Employees/${EMPLOYEE}/Leave/${LEAVE}`,
					body: {
						leaveTypeID: LEAVE_TYPE,
						description: 'Easter week',
						startDate: '2026-04-06',
						endDate: '2026-04-10',
						periods: [
							{ periodStartDate: '2026-04-01', periodEndDate: '2026-04-30', numberOfUnits: 30 },
							{ periodStartDate: '2026-05-01', periodEndDate: '2026-05-31', numberOfUnits: 7.5 },
						],
					},
				},
			],
			gives: [
				{
					json: {
						leaveID: LEAVE,
						employeeID: EMPLOYEE,
						leaveTypeID: LEAVE_TYPE,
						startDate: '2026-04-06',
						endDate: '2026-04-10',
						status: 'MIXED',
						numberOfUnits: 37.5,
					},
					pairedItem: one,
				},
			],
		},
	],
};

const employeeLeaveType: Examples = {
	create: [
		{
			parameters: [
				{
					...which,
					leaveTypeID: fromList(LEAVE_TYPE),
					scheduleOfAccrual: 'OnHourWorked',
					additionalFields: {
						hoursAccruedAnnually: '200',
						maximumToAccrue: '300',
						openingBalance: '-4',
						rateAccruedHourly: '0.1207',
						scheduleOfAccrualDate: '2026-04-01',
					},
				},
			],
			replies: [wrapped('leaveType', { leaveTypeID: LEAVE_TYPE, scheduleOfAccrual: 'OnHourWorked' })],
			sends: [
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/LeaveTypes`,
					body: {
						leaveTypeID: LEAVE_TYPE,
						scheduleOfAccrual: 'OnHourWorked',
						hoursAccruedAnnually: 200,
						maximumToAccrue: 300,
						openingBalance: -4,
						rateAccruedHourly: 0.1207,
						scheduleOfAccrualDate: '2026-04-01',
					},
				},
			],
			gives: [{ json: { employeeID: EMPLOYEE, leaveTypeID: LEAVE_TYPE, scheduleOfAccrual: 'OnHourWorked' }, pairedItem: one }],
		},
	],
};

const paymentMethod: Examples = {
	set: [
		{
			parameters: [
				{
					...which,
					paymentMethod: 'Electronically',
					bankAccounts: { bankAccount: [{ accountName: 'O Price', accountNumber: '00000001', sortCode: '00-00-00' }] },
				},
			],
			replies: [wrapped('paymentMethod', { paymentMethod: 'Electronically', bankAccounts: [{ accountNumber: '00000001' }] })],
			sends: [
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/PaymentMethods`,
					body: {
						paymentMethod: 'Electronically',
						bankAccounts: [{ accountName: 'O Price', accountNumber: '00000001', sortCode: '000000' }],
					},
				},
			],
			gives: [{ json: { employeeID: EMPLOYEE, paymentMethod: 'Electronically', bankAccountCount: 1 }, pairedItem: one }],
		},
	],
};

const templateLine = {
	payTemplateEarningID: TEMPLATE_LINE,
	earningsRateID: RATE,
	ratePerUnit: 14.5,
	numberOfUnits: 30,
	name: 'Regular Hours',
};
const templateSimple = {
	payTemplateEarningID: TEMPLATE_LINE,
	employeeID: EMPLOYEE,
	earningsRateID: RATE,
	name: 'Regular Hours',
	numberOfUnits: 30,
};

const payTemplate: Examples = {
	create: [
		{
			parameters: [
				{
					...which,
					earningsRateID: fromList(RATE),
					additionalFields: { ratePerUnit: '14.5', numberOfUnits: '30', fixedAmount: '50' },
				},
			],
			replies: [wrapped('earningTemplate', templateLine)],
			sends: [
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/PayTemplates/earnings`,
					body: { earningsRateID: RATE, ratePerUnit: 14.5, numberOfUnits: 30, fixedAmount: 50 },
				},
			],
			gives: [{ json: templateSimple, pairedItem: one }],
		},
	],
	createMany: [
		{
			parameters: [
				{
					...which,
					input: 'json',
					body: `{ "lines": [{ "earningsRateID": "${RATE}", "numberOfUnits": 30 }, { "earningsRateID": "${OVERTIME}", "fixedAmount": 50 }] }`,
				},
			],
			replies: [wrapped('earningTemplates', [templateLine, { ...templateLine, payTemplateEarningID: LEAVE }])],
			sends: [
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/paytemplateearnings`,
					body: [
						{ earningsRateID: RATE, numberOfUnits: 30 },
						{ earningsRateID: OVERTIME, fixedAmount: 50 },
					],
				},
			],
			gives: [
				{ json: templateSimple, pairedItem: one },
				{ json: { ...templateSimple, payTemplateEarningID: LEAVE }, pairedItem: one },
			],
		},
		{
			parameters: [{ ...which, lines: { line: [{ earningsRateID: fromList(RATE), numberOfUnits: '30' }] } }],
			replies: [wrapped('earningTemplates', [templateLine])],
			sends: [
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/paytemplateearnings`,
					body: [{ earningsRateID: RATE, numberOfUnits: 30 }],
				},
			],
		},
	],
	update: [
		{
			parameters: [{ ...which, PayTemplateEarningID: byId(TEMPLATE_LINE), additionalFields: { ratePerUnit: '15' } }],
			replies: [
				{ body: { problem: null, payTemplate: { employeeID: EMPLOYEE, earningTemplates: [templateLine] } } },
				wrapped('earningTemplate', templateLine),
			],
			sends: [
				{ method: 'GET', path: `/Employees/${EMPLOYEE}/PayTemplates` },
				{
					method: 'PUT',
					path: `/Employees/${EMPLOYEE}/PayTemplates/earnings/${TEMPLATE_LINE}`,
					body: { earningsRateID: RATE, ratePerUnit: 15, numberOfUnits: 30 },
				},
			],
		},
	],
};

const salaryBefore = {
	salaryAndWagesID: SALARY,
	earningsRateID: RATE,
	effectiveFrom: '2026-04-01T00:00:00',
	paymentType: 'Hourly',
	annualSalary: 0,
	ratePerUnit: 14.5,
	numberOfUnitsPerWeek: 30,
	numberOfUnitsPerDay: 6,
	status: 'Active',
};
const salarySimple = {
	salaryAndWagesID: SALARY,
	employeeID: EMPLOYEE,
	earningsRateID: RATE,
	effectiveFrom: '2026-04-01',
	status: 'Active',
	paymentType: 'Hourly',
	numberOfUnitsPerWeek: 30,
};

const salaryAndWage: Examples = {
	create: [
		{
			parameters: [
				{
					...which,
					paymentType: 'Hourly',
					earningsRateID: fromList(RATE),
					effectiveFrom: '2026-04-01',
					numberOfUnitsPerWeek: '30',
					ratePerUnit: '14.5',
					additionalFields: { numberOfUnitsPerDay: '6', status: 'Pending' },
				},
			],
			replies: [wrapped('salaryAndWages', salaryBefore)],
			sends: [
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/SalaryAndWages`,
					body: {
						paymentType: 'Hourly',
						earningsRateID: RATE,
						effectiveFrom: '2026-04-01',
						numberOfUnitsPerWeek: 30,
						numberOfUnitsPerDay: 6,
						ratePerUnit: 14.5,
						annualSalary: 0,
						status: 'Pending',
					},
				},
			],
			gives: [{ json: salarySimple, pairedItem: one }],
		},
		{
			parameters: [
				{
					...which,
					paymentType: 'Salary',
					earningsRateID: fromList(RATE),
					effectiveFrom: '2026-04-01',
					numberOfUnitsPerWeek: '37.5',
					annualSalary: '31000',
				},
			],
			replies: [wrapped('salaryAndWages', salaryBefore)],
			sends: [
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/SalaryAndWages`,
					body: {
						paymentType: 'Salary',
						earningsRateID: RATE,
						effectiveFrom: '2026-04-01',
						numberOfUnitsPerWeek: 37.5,
						annualSalary: 31000,
						status: 'Active',
					},
				},
			],
		},
	],
	update: [
		{
			parameters: [{ ...which, SalaryAndWagesID: fromList(SALARY), additionalFields: { ratePerUnit: '14.60' } }],
			replies: [wrapped('salaryAndWages', [salaryBefore]), wrapped('salaryAndWages', salaryBefore)],
			sends: [
				{ method: 'GET', path: `/Employees/${EMPLOYEE}/SalaryAndWages/${SALARY}` },
				{
					method: 'PUT',
					path: `/Employees/${EMPLOYEE}/SalaryAndWages/${SALARY}`,
					body: {
						paymentType: 'Hourly',
						earningsRateID: RATE,
						effectiveFrom: '2026-04-01',
						numberOfUnitsPerWeek: 30,
						numberOfUnitsPerDay: 6,
						ratePerUnit: 14.6,
						annualSalary: 0,
						status: 'Active',
					},
				},
			],
		},
	],
	getAll: [
		siftedList(
			`/Employees/${EMPLOYEE}/SalaryAndWages`,
			'salaryAndWages',
			{ status: 'Active' },
			[salaryBefore, { ...salaryBefore, salaryAndWagesID: LEAVE, status: 'History' }],
			[salarySimple],
			{ parameters: which, query: page },
		),
	],
};

const sick = { employeeID: EMPLOYEE, leaveTypeID: LEAVE_TYPE, startDate: '2026-04-06', endDate: '2026-04-10' };
const sickMore = { workPattern: ['Monday', 'Tuesday', 'Friday'], isPregnancyRelated: false, sufficientNotice: true };

const statutoryLeave: Examples = {
	createSick: [
		{
			parameters: [{ ...sick, employeeID: fromList(EMPLOYEE), leaveTypeID: fromList(LEAVE_TYPE), ...sickMore }],
			replies: [
				wrapped('statutorySickLeave', {
					...sick,
					...sickMore,
					statutoryLeaveID: STATUTORY,
					type: 'Sick',
					status: 'Pending',
					isEntitled: false,
					entitlementFailureReasons: ['AweLowerThanLel'],
				}),
			],
			sends: [{ method: 'POST', path: '/StatutoryLeaves/Sick', body: { ...sick, ...sickMore } }],
			// Saved, and not paid: that it was for health, and why, stays out of what Simplify keeps.
			gives: [
				{
					json: {
						statutoryLeaveID: STATUTORY,
						employeeID: EMPLOYEE,
						type: 'Sick',
						startDate: '2026-04-06',
						endDate: '2026-04-10',
						isEntitled: false,
						status: 'Pending',
						note: 'Statutory sick pay is not due: Xero gives the reasons in entitlementFailureReasons (Simplify off)',
					},
					pairedItem: one,
				},
			],
		},
	],
	getSick: [
		{
			parameters: [{ StatutorySickLeaveID: fromList(STATUTORY), EmployeeID: fromList(EMPLOYEE) }],
			replies: [wrapped('statutorySickLeave', { ...sick, statutoryLeaveID: STATUTORY, isEntitled: true })],
			sends: [{ method: 'GET', path: `/StatutoryLeaves/Sick/${STATUTORY}` }],
		},
	],
	getAll: [
		{
			parameters: [{ ...which, returnAll: true, filters: { activeOnly: true } }],
			replies: [wrapped('statutoryLeaves', [])],
			sends: [{ method: 'GET', path: `/StatutoryLeaves/Summary/${EMPLOYEE}`, query: { activeOnly: 'true' } }],
		},
	],
	getBalance: [
		{
			parameters: [{ ...which, LeaveType: 'Sharedparental', AsOfDate: '2026-04-30' }],
			replies: [wrapped('leaveBalance', { leaveType: 'Sharedparental', balanceRemaining: 100, units: 'Hours' })],
			sends: [
				{
					method: 'GET',
					path: `/Employees/${EMPLOYEE}/StatutoryLeaveBalance`,
					query: { LeaveType: 'Sharedparental', AsOfDate: '2026-04-30' },
				},
			],
			gives: [
				{ json: { employeeID: EMPLOYEE, leaveType: 'Sharedparental', balanceRemaining: 100, units: 'Hours' }, pairedItem: one },
			],
		},
	],
};

/** A record that is made: what is filled in, and what is sent of it. */
const made = (
	path: string,
	envelope: string,
	id: object,
	parameters: Example['parameters'][number],
	body: object,
): readonly Example[] => [
	{
		parameters: [parameters],
		replies: [wrapped(envelope, { ...id, ...body })],
		sends: [{ method: 'POST', path, body }],
		gives: [{ json: { ...id, ...body } as Record<string, string>, pairedItem: one }],
	},
];
const active = (path: string, envelope: string, id: string): readonly Example[] => [
	siftedList(
		path,
		envelope,
		{ activeOnly: true },
		[
			{ [id]: RATE, currentRecord: true },
			{ [id]: OVERTIME, currentRecord: false },
		],
		[{ [id]: RATE, currentRecord: true }],
		{ query: page },
	),
];

const flags = { isCalculatingOnQualifyingEarnings: true, subjectToNIC: true, subjectToTax: true };

const benefit: Examples = {
	create: made(
		'/Benefits',
		'benefit',
		{ id: SUPERANNUATION },
		{
			name: 'Pension',
			category: 'StakeholderPension',
			liabilityAccountId: fromList(LIABILITY),
			expenseAccountId: fromList(ACCOUNT),
			calculationType: 'PercentageOfGross',
			percentage: '3',
			additionalFields: { ...flags, showBalanceToEmployee: false, standardAmount: '10', subjectToPension: true },
		},
		{
			name: 'Pension',
			category: 'StakeholderPension',
			liabilityAccountId: LIABILITY,
			expenseAccountId: ACCOUNT,
			calculationType: 'PercentageOfGross',
			percentage: 3,
			...flags,
			showBalanceToEmployee: false,
			standardAmount: 10,
			subjectToPension: true,
		},
	),
	getAll: active('/Benefits', 'benefits', 'id'),
};

const deductionMore = {
	...flags,
	applyToPensionCalculations: true,
	calculationType: 'FixedAmount',
	isPension: false,
	isReducedByBasicRate: false,
	reducesSuperLiability: true,
	reducesTaxLiability: true,
};

const deduction: Examples = {
	create: made(
		'/Deductions',
		'deduction',
		{ deductionId: DEDUCTION },
		{
			deductionName: 'Salary sacrifice',
			deductionCategory: 'SalarySacrifice',
			liabilityAccountId: fromList(LIABILITY),
			additionalFields: { ...deductionMore, percentage: '2', standardAmount: '5' },
		},
		{
			deductionName: 'Salary sacrifice',
			deductionCategory: 'SalarySacrifice',
			liabilityAccountId: LIABILITY,
			...deductionMore,
			percentage: 2,
			standardAmount: 5,
		},
	),
	getAll: active('/Deductions', 'deductions', 'deductionId'),
};

const earningsOrder: Examples = {
	getAll: [
		siftedList(
			'/EarningsOrders',
			'statutoryDeductions',
			{ category: 'ChildSupport' },
			[
				{ id: STATUTORY, statutoryDeductionCategory: 'ChildSupport' },
				{ id: RATE, statutoryDeductionCategory: 'CourtFines' },
			],
			[{ id: STATUTORY, statutoryDeductionCategory: 'ChildSupport' }],
			{ query: page },
		),
	],
};

const rate = { name: 'Bonus', earningsType: 'Bonus', typeOfUnits: 'Hours' };

const earningsRate: Examples = {
	create: [
		{ rateType: 'FixedAmount', fixedAmount: 50 },
		{ rateType: 'RatePerUnit', ratePerUnit: 12.5 },
		{ rateType: 'MultipleOfOrdinaryEarningsRate', multipleOfOrdinaryEarningsRate: 1.5 },
	].flatMap(({ rateType, ...figure }) =>
		made(
			'/EarningsRates',
			'earningsRate',
			{ earningsRateID: RATE },
			{ ...rate, rateType, expenseAccountID: fromList(ACCOUNT), additionalFields: figure },
			{ ...rate, rateType, expenseAccountID: ACCOUNT, ...figure },
		),
	),
	getAll: [
		siftedList(
			'/EarningsRates',
			'earningsRates',
			{ activeOnly: true, earningsType: 'BackPay' },
			[
				{ earningsRateID: RATE, earningsType: 'BackPay' },
				{ earningsRateID: OVERTIME, earningsType: 'Bonus' },
			],
			[{ earningsRateID: RATE, earningsType: 'BackPay' }],
			{ query: page },
		),
	],
};

const leaveType: Examples = {
	create: made(
		'/LeaveTypes',
		'leaveType',
		{ leaveTypeID: LEAVE_TYPE },
		{ name: 'Study Leave', isPaidLeave: true, showOnPayslip: false },
		{ name: 'Study Leave', isPaidLeave: true, showOnPayslip: false },
	),
	getAll: [
		{
			parameters: [{ returnAll: true, filters: { ActiveOnly: false } }],
			replies: [listed('leaveTypes')],
			sends: [{ method: 'GET', path: '/LeaveTypes', query: { ActiveOnly: 'false', ...page } }],
		},
	],
};

const reimbursement: Examples = {
	create: made(
		'/Reimbursements',
		'reimbursement',
		{ reimbursementID: RATE },
		{ name: 'Mileage', accountID: fromList(ACCOUNT) },
		{ name: 'Mileage', accountID: ACCOUNT },
	),
	getAll: active('/Reimbursements', 'reimbursements', 'reimbursementID'),
};

const calendar = { name: 'Monthly', calendarType: 'Monthly', periodStartDate: '2026-04-01', paymentDate: '2026-04-30' };

const payRunCalendar: Examples = {
	create: made('/PayRunCalendars', 'payRunCalendar', { payrollCalendarID: CALENDAR }, calendar, calendar),
	getAll: [
		siftedList(
			'/PayRunCalendars',
			'payRunCalendars',
			{ calendarType: 'Annual' },
			[
				{ payrollCalendarID: CALENDAR, calendarType: 'Annual' },
				{ payrollCalendarID: RATE, calendarType: 'Monthly' },
			],
			[{ payrollCalendarID: CALENDAR, calendarType: 'Annual' }],
			{ query: page },
		),
	],
};

const payslip = {
	paySlipID: PAYSLIP,
	employeeID: EMPLOYEE,
	payRunID: PAY_RUN,
	firstName: 'Owen',
	lastName: 'Price',
	totalPay: 380,
	bacsHash: 'x',
	earningsLines: [
		{
			earningsLineID: RATE,
			earningsRateID: RATE,
			displayName: 'Regular Hours',
			ratePerUnit: 14.5,
			numberOfUnits: 30,
			amount: 435,
		},
	],
	benefitLines: [{ benefitTypeID: SUPERANNUATION, displayName: 'Pension', amount: 13.05, percentage: 3 }],
	leaveAccrualLines: [{ leaveTypeID: LEAVE_TYPE, numberOfUnits: 3.6 }],
	employeeTaxLines: [{ taxLineID: STATUTORY, description: 'PAYE', amount: 45, isEmployerTax: false }],
	courtOrderLines: [{ courtOrderTypeID: DEDUCTION, amount: 10 }],
	paymentLines: [{ paymentLineID: LEAVE, amount: 380, accountNumber: '00000001', sortCode: '000000', accountName: 'O Price' }],
};
const of = { payRunID: PAY_RUN, payslipID: PAYSLIP, employeeID: EMPLOYEE };
const payslipRows = [
	{
		...of,
		kind: 'earnings',
		lineID: RATE,
		itemID: RATE,
		name: 'Regular Hours',
		numberOfUnits: 30,
		ratePerUnit: 14.5,
		amount: 435,
	},
	{ ...of, kind: 'leaveAccrual', itemID: LEAVE_TYPE, numberOfUnits: 3.6 },
	{ ...of, kind: 'benefit', itemID: SUPERANNUATION, name: 'Pension', percentage: 3, amount: 13.05 },
	{ ...of, kind: 'employeeTax', lineID: STATUTORY, amount: 45, description: 'PAYE' },
	{ ...of, kind: 'courtOrder', itemID: DEDUCTION, amount: 10 },
	{ ...of, kind: 'payment', lineID: LEAVE, amount: 380 },
].map((json) => ({ json, pairedItem: one }));

const paySlip: Examples = {
	get: [
		{
			parameters: [{ PayslipID: fromList(PAYSLIP), PayRunID: fromList(PAY_RUN), oneRowPer: 'line' }],
			replies: [wrapped('paySlip', payslip)],
			sends: [{ method: 'GET', path: `/Payslips/${PAYSLIP}` }],
			gives: payslipRows,
		},
	],
	getAll: [
		{
			parameters: [{ PayRunID: fromList(PAY_RUN), returnAll: true, filters: { employeeID: fromList(EMPLOYEE) } }],
			replies: [listed('paySlips', { ...payslip, paySlipID: RATE, employeeID: RATE }, payslip)],
			sends: [{ method: 'GET', path: '/Payslips', query: { PayRunID: PAY_RUN, ...page } }],
			gives: [
				{
					json: { paySlipID: PAYSLIP, employeeID: EMPLOYEE, payRunID: PAY_RUN, firstName: 'Owen', lastName: 'Price' },
					pairedItem: one,
				},
			],
		},
		{
			parameters: [{ PayRunID: fromList(PAY_RUN), oneRowPer: 'line', returnAll: true }],
			replies: [listed('paySlips', payslip)],
			sends: [{ method: 'GET', path: '/Payslips', query: { PayRunID: PAY_RUN, ...page } }],
			gives: payslipRows,
		},
	],
};

const payRun: Examples = {
	getAll: runsElsewhere.getAll!,
	getJournalRows: [
		{
			parameters: [{ PayRunID: fromList(PAY_RUN), options: { byEmployee: true } }],
			replies: [wrapped('payRun', { payRunID: PAY_RUN }), listed('paySlips', paid), ...lists],
			sends: [
				{ method: 'GET', path: `/PayRuns/${PAY_RUN}` },
				{ method: 'GET', path: '/Payslips', query: { PayRunID: PAY_RUN, ...page } },
				{ method: 'GET', path: '/EarningsRates', query: page },
				{ method: 'GET', path: '/Deductions', query: page },
				{ method: 'GET', path: '/Reimbursements', query: page },
				{ method: 'GET', path: '/Settings' },
			],
			gives: journalRows,
		},
	],
};

/** Examples of the node for the United Kingdom, by resource; what both countries have alike is written out for New Zealand. */
export const examples: Readonly<Record<string, Examples>> = {
	apiRequest,
	benefit,
	deduction,
	earningsOrder,
	earningsRate,
	employee,
	employeeLeave,
	employeeLeaveType,
	employment,
	leaveBalance,
	leavePeriod,
	leaveType,
	openingBalance,
	paymentMethod,
	payRun,
	payRunCalendar,
	paySlip,
	payTemplate,
	reimbursement,
	salaryAndWage,
	settings,
	statutoryLeave,
	timesheet,
	timesheetLine,
};
