import type { Examples } from '../example';
import {
	CALENDAR,
	EMPLOYEE,
	LEAVE,
	LEAVE_TYPE,
	listed,
	OVERTIME,
	page,
	PATTERN,
	RATE,
	SALARY,
	siftedList,
	TEMPLATE_LINE,
	which,
	wrapped,
	byId,
	fromList,
	one,
} from './records';

const before = {
	employeeID: EMPLOYEE,
	title: null,
	firstName: 'Mere',
	lastName: 'Tane',
	dateOfBirth: '1994-05-17T00:00:00',
	address: {
		addressLine1: '4 Quay Rd',
		addressLine2: null,
		city: 'Nelson',
		suburb: '',
		postCode: '7010',
		countryName: 'New Zealand',
	},
	email: 'mere@example.com',
	gender: 'None',
	phoneNumber: null,
	startDate: '2026-04-01T00:00:00',
	endDate: null,
	payrollCalendarID: CALENDAR,
	updatedDateUTC: '2026-04-02T10:00:00',
	createdDateUTC: '2026-04-01T10:00:00',
	jobTitle: 'Site Lead',
	engagementType: 'Permanent',
	fixedTermEndDate: null,
};

const kept = {
	firstName: 'Mere',
	lastName: 'Tane',
	dateOfBirth: '1994-05-17',
	address: { addressLine1: '4 Quay Rd', city: 'Nelson', postCode: '7010', countryName: 'New Zealand' },
	email: 'mere@example.com',
	jobTitle: 'Site Lead',
};

const simple = {
	employeeID: EMPLOYEE,
	firstName: 'Mere',
	lastName: 'Tane',
	email: 'mere@example.com',
	jobTitle: 'Site Lead',
	engagementType: 'Permanent',
	startDate: '2026-04-01',
	payrollCalendarID: CALENDAR,
	updatedDateUTC: '2026-04-02T10:00:00Z',
};

export const employee: Examples = {
	create: [
		{
			parameters: [
				{
					firstName: 'Mere',
					lastName: 'Tane',
					dateOfBirth: '1994-05-17',
					address: {
						values: {
							addressLine1: '4 Quay Rd',
							addressLine2: 'Unit 2',
							suburb: 'Port',
							city: 'Nelson',
							postCode: '7010',
							countryName: 'New Zealand',
						},
					},
					additionalFields: {
						email: 'mere@example.com',
						gender: 'F',
						jobTitle: 'Site Lead',
						phoneNumber: '03 555 0100',
						title: 'Ms',
					},
				},
			],
			replies: [wrapped('employee', before)],
			sends: [
				{
					method: 'POST',
					path: '/Employees',
					body: {
						firstName: 'Mere',
						lastName: 'Tane',
						dateOfBirth: '1994-05-17',
						address: {
							addressLine1: '4 Quay Rd',
							addressLine2: 'Unit 2',
							suburb: 'Port',
							city: 'Nelson',
							postCode: '7010',
							countryName: 'New Zealand',
						},
						email: 'mere@example.com',
						gender: 'F',
						jobTitle: 'Site Lead',
						phoneNumber: '03 555 0100',
						title: 'Ms',
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
					firstName: 'Mere',
					lastName: 'Tane',
					dateOfBirth: '1994-05-17',
					address: { values: { addressLine1: '4 Quay Rd', city: 'Nelson', postCode: '7010' } },
					employment: { values: { payrollCalendarID: fromList(CALENDAR), startDate: '2026-04-01', engagementType: 'Permanent' } },
					tax: { irdNumber: '111-111-111', taxCode: 'M', isEligibleForKiwiSaver: true },
					salaryAndWages: {
						values: {
							paymentType: 'Salary',
							earningsRateID: fromList(RATE),
							effectiveFrom: '2026-04-01',
							numberOfUnitsPerWeek: '40',
							numberOfUnitsPerDay: '8',
							annualSalary: '62400',
							additionalFields: { daysPerWeek: '5' },
						},
					},
					workingPattern: { values: { effectiveFrom: '2026-04-01', workingWeeks: { week: [{ monday: '8', tuesday: '8' }] } } },
					leaveSetup: { annualLeaveOpeningBalance: '4' },
					leaveTypes: { leaveType: [{ leaveTypeID: fromList(LEAVE_TYPE), scheduleOfAccrual: 'NoAccruals' }] },
					paymentMethod: {
						values: {
							paymentMethod: 'Electronically',
							bankAccounts: {
								bankAccount: [{ accountName: 'M Tane', accountNumber: '01-0000-0000000-000', calculationType: 'Balance' }],
							},
						},
					},
					options: { ifExists: 'refuse' },
				},
			],
			replies: [
				listed('employees'),
				wrapped('employee', before),
				wrapped('employment', {}),
				wrapped('employeeTax', {}),
				wrapped('salaryAndWages', { salaryAndWagesID: SALARY }),
				wrapped('payeeWorkingPattern', { payeeWorkingPatternID: PATTERN }),
				wrapped('leaveSetup', {}),
				wrapped('leaveType', { leaveTypeID: LEAVE_TYPE }),
				wrapped('paymentMethod', {}),
			],
			sends: [
				{ method: 'GET', path: '/Employees', query: { filter: 'firstName==Mere,lastName==Tane', ...page } },
				{
					method: 'POST',
					path: '/Employees',
					body: {
						firstName: 'Mere',
						lastName: 'Tane',
						dateOfBirth: '1994-05-17',
						address: { addressLine1: '4 Quay Rd', city: 'Nelson', postCode: '7010' },
					},
				},
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/Employment`,
					body: { payrollCalendarID: CALENDAR, startDate: '2026-04-01', engagementType: 'Permanent' },
				},
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/Tax`,
					body: { irdNumber: '111111111', taxCode: 'M', isEligibleForKiwiSaver: true },
				},
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/SalaryAndWages`,
					body: {
						paymentType: 'Salary',
						earningsRateID: RATE,
						effectiveFrom: '2026-04-01',
						numberOfUnitsPerWeek: 40,
						numberOfUnitsPerDay: 8,
						annualSalary: 62400,
						daysPerWeek: 5,
						status: 'Active',
					},
				},
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/Working-Patterns`,
					body: {
						effectiveFrom: '2026-04-01',
						workingWeeks: [{ monday: 8, tuesday: 8, wednesday: 0, thursday: 0, friday: 0, saturday: 0, sunday: 0 }],
					},
				},
				{ method: 'POST', path: `/Employees/${EMPLOYEE}/LeaveSetup`, body: { annualLeaveOpeningBalance: 4 } },
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/LeaveTypes`,
					body: { leaveTypeID: LEAVE_TYPE, scheduleOfAccrual: 'NoAccruals' },
				},
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/PaymentMethods`,
					body: {
						paymentMethod: 'Electronically',
						bankAccounts: [
							{ accountName: 'M Tane', accountNumber: '0100000000000000', sortCode: '010000', calculationType: 'Balance' },
						],
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
							tax: 'saved',
							salaryAndWages: 'created',
							workingPattern: 'created',
							leaveSetup: 'created',
							leaveTypes: 'created',
							paymentMethod: 'saved',
						},
					},
					pairedItem: one,
				},
			],
		},
		// The ID tells two of the same name and birthday apart.
		{
			parameters: [
				{
					firstName: 'Mere',
					lastName: 'Tane',
					dateOfBirth: '1994-05-17',
					address: { values: { addressLine1: '4 Quay Rd', city: 'Nelson', postCode: '7010' } },
					employment: { values: { payrollCalendarID: fromList(CALENDAR), startDate: '2026-04-01', engagementType: 'Permanent' } },
					options: { carryOnWith: EMPLOYEE },
				},
			],
			replies: [wrapped('employee', before)],
			sends: [{ method: 'GET', path: `/Employees/${EMPLOYEE}` }],
		},
	],
	// Xero answers with the gender "None", which its own update refuses: it is left out.
	update: [
		{
			parameters: [
				{ ...which, additionalFields: { jobTitle: 'Foreman', endDate: '2026-12-18', address: { values: { city: 'Richmond' } } } },
			],
			replies: [wrapped('employee', before), wrapped('employee', before)],
			sends: [
				{ method: 'GET', path: `/Employees/${EMPLOYEE}` },
				{
					method: 'PUT',
					path: `/Employees/${EMPLOYEE}`,
					body: { ...kept, jobTitle: 'Foreman', endDate: '2026-12-18', address: { ...kept.address, city: 'Richmond' } },
				},
			],
			gives: [{ json: simple, pairedItem: one }],
		},
		{
			parameters: [{ ...which, input: 'json', body: '{ "email": null, "dateOfBirth": "1994-05-18" }' }],
			replies: [wrapped('employee', before), wrapped('employee', before)],
			sends: [
				{ method: 'GET', path: `/Employees/${EMPLOYEE}` },
				{
					method: 'PUT',
					path: `/Employees/${EMPLOYEE}`,
					body: {
						firstName: 'Mere',
						lastName: 'Tane',
						dateOfBirth: '1994-05-18',
						address: kept.address,
						jobTitle: 'Site Lead',
					},
				},
			],
		},
	],
	getAll: [
		siftedList(
			'/Employees',
			'employees',
			{
				firstName: 'Mere',
				lastName: 'Tane',
				employedOn: '2026-05-01',
				payrollCalendarID: fromList(CALENDAR),
				modifiedSince: '2026-04-02T09:00:00Z',
			},
			[
				before,
				{ ...before, employeeID: LEAVE, startDate: '2026-06-01T00:00:00' },
				{ ...before, employeeID: RATE, payrollCalendarID: null },
			],
			[simple],
			{ query: { filter: 'firstName==Mere,lastName==Tane', ...page } },
		),
		siftedList(
			'/Employees',
			'employees',
			{ lastName: 'Tane, jun.' },
			[before, { ...before, employeeID: RATE, lastName: 'TANE, jun.' }],
			[{ ...simple, employeeID: RATE, lastName: 'TANE, jun.' }],
			{
				query: page,
			},
		),
	],
};

export const employment: Examples = {
	create: [
		{
			parameters: [
				{
					...which,
					payrollCalendarID: fromList(CALENDAR),
					startDate: '2026-04-01',
					engagementType: 'FixedTerm',
					additionalFields: { fixedTermEndDate: '2027-03-31' },
				},
			],
			replies: [
				wrapped('employment', { payrollCalendarID: CALENDAR, startDate: '2026-04-01T00:00:00', engagementType: 'FixedTerm' }),
			],
			sends: [
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/Employment`,
					body: {
						payrollCalendarID: CALENDAR,
						startDate: '2026-04-01',
						engagementType: 'FixedTerm',
						fixedTermEndDate: '2027-03-31',
					},
				},
			],
			gives: [
				{
					json: { employeeID: EMPLOYEE, payrollCalendarID: CALENDAR, startDate: '2026-04-01', engagementType: 'FixedTerm' },
					pairedItem: one,
				},
			],
		},
	],
};

export const employeeTax: Examples = {
	update: [
		{
			parameters: [
				{
					...which,
					additionalFields: {
						irdNumber: '11-111-111',
						taxCode: 'SL',
						specialTaxRatePercentage: '12.5',
						hasSpecialStudentLoanRate: true,
						specialStudentLoanRatePercentage: '6',
						isEligibleForKiwiSaver: true,
						esctRatePercentage: '17.5',
						kiwiSaverContributions: 'OptOut',
						kiwiSaverEmployeeContributionRatePercentage: '4',
						kiwiSaverEmployerContributionRatePercentage: '3',
						kiwiSaverEmployerSalarySacrificeContributionRatePercentage: '1',
						kiwiSaverOptOutDate: '2026-05-01',
						kiwiSaverContributionHolidayEndDate: '2026-09-30',
						hasStudentLoanBalance: true,
						studentLoanBalance: '1200.50',
						studentLoanAsAt: '2026-03-31',
					},
				},
			].map((each) => ({ ...each, additionalFields: { ...each.additionalFields, taxCode: 'MSL' } })),
			replies: [
				wrapped('employeeTax', { irdNumber: '099999999', taxCode: 'M', esctRatePercentage: 10.5, kiwiSaverOptOutDate: null }),
				wrapped('employeeTax', {
					irdNumber: '011111111',
					taxCode: 'MSL',
					isEligibleForKiwiSaver: true,
					kiwiSaverContributions: 'OptOut',
					hasStudentLoanBalance: true,
				}),
			],
			sends: [
				{ method: 'GET', path: `/Employees/${EMPLOYEE}/Tax` },
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/Tax`,
					body: {
						irdNumber: '011111111',
						taxCode: 'MSL',
						specialTaxRatePercentage: 12.5,
						hasSpecialStudentLoanRate: true,
						specialStudentLoanRatePercentage: 6,
						isEligibleForKiwiSaver: true,
						esctRatePercentage: 17.5,
						kiwiSaverContributions: 'OptOut',
						kiwiSaverEmployeeContributionRatePercentage: 4,
						kiwiSaverEmployerContributionRatePercentage: 3,
						kiwiSaverEmployerSalarySacrificeContributionRatePercentage: 1,
						kiwiSaverOptOutDate: '2026-05-01',
						kiwiSaverContributionHolidayEndDate: '2026-09-30',
						hasStudentLoanBalance: true,
						studentLoanBalance: 1200.5,
						studentLoanAsAt: '2026-03-31',
					},
				},
			],
			// The IRD number is not among what Simplify keeps.
			gives: [
				{
					json: {
						employeeID: EMPLOYEE,
						isEligibleForKiwiSaver: true,
						kiwiSaverContributions: 'OptOut',
					},
					pairedItem: one,
				},
			],
		},
	],
};

export const openingBalance: Examples = {
	create: [
		{
			parameters: [
				{
					...which,
					periods: {
						period: [
							{ periodEndDate: '2026-03-31', daysPaid: '20', unpaidWeeks: '0', grossEarnings: '4000' },
							{ periodEndDate: '2026-02-28', daysPaid: '18', unpaidWeeks: '1', grossEarnings: '3200.50' },
						],
					},
				},
			],
			replies: [wrapped('openingBalances', [{ periodEndDate: '2026-03-31', daysPaid: 20, unpaidWeeks: 0, grossEarnings: 4000 }])],
			sends: [
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/OpeningBalances`,
					body: [
						{ periodEndDate: '2026-03-31', daysPaid: 20, unpaidWeeks: 0, grossEarnings: 4000 },
						{ periodEndDate: '2026-02-28', daysPaid: 18, unpaidWeeks: 1, grossEarnings: 3200.5 },
					],
				},
			],
			gives: [{ json: { employeeID: EMPLOYEE, periodEndDate: '2026-03-31', daysPaid: 20, unpaidWeeks: 0 }, pairedItem: one }],
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
		{
			periodStartDate: '2026-04-06T00:00:00',
			periodEndDate: '2026-04-12T00:00:00',
			numberOfUnits: 40,
			numberOfUnitsTaken: 0,
			typeOfUnits: 'Hours',
			periodStatus: 'Estimated',
		},
	],
	updatedDateUTC: '2026-03-31T10:00:00',
};

const leaveSimple = {
	leaveID: LEAVE,
	employeeID: EMPLOYEE,
	leaveTypeID: LEAVE_TYPE,
	startDate: '2026-04-06',
	endDate: '2026-04-10',
	status: 'Estimated',
	numberOfUnits: 40,
	updatedDateUTC: '2026-03-31T10:00:00Z',
};

const whichLeave = { ...which, LeaveID: byId(LEAVE) };

export const employeeLeave: Examples = {
	create: [
		{
			parameters: [
				{
					...which,
					leaveTypeID: fromList(LEAVE_TYPE),
					description: 'Easter',
					startDate: '2026-04-06',
					endDate: '2026-04-10',
					additionalFields: {
						periods: { period: [{ periodStartDate: '2026-04-06', periodEndDate: '2026-04-12', numberOfUnits: '40' }] },
					},
				},
			],
			replies: [wrapped('leave', leaveBefore)],
			sends: [
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/Leave`,
					body: {
						leaveTypeID: LEAVE_TYPE,
						description: 'Easter',
						startDate: '2026-04-06',
						endDate: '2026-04-10',
						periods: [{ periodStartDate: '2026-04-06', periodEndDate: '2026-04-12', numberOfUnits: 40 }],
					},
				},
			],
			gives: [{ json: leaveSimple, pairedItem: one }],
		},
	],
	update: [
		{
			parameters: [{ ...whichLeave, additionalFields: { description: 'Days off' } }],
			replies: [wrapped('leave', [{ ...leaveBefore, leaveID: RATE }, leaveBefore]), wrapped('leave', leaveBefore)],
			sends: [
				{ method: 'GET', path: `/Employees/${EMPLOYEE}/Leave` },
				{
					method: 'PUT',
					path: `/Employees/${EMPLOYEE}/Leave/${LEAVE}`,
					body: {
						leaveTypeID: LEAVE_TYPE,
						description: 'Days off',
						startDate: '2026-04-06',
						endDate: '2026-04-10',
						periods: [{ periodStartDate: '2026-04-06', periodEndDate: '2026-04-12', numberOfUnits: 40 }],
					},
				},
			],
		},
		// Xero works the units of other days out.
		{
			parameters: [{ ...whichLeave, additionalFields: { endDate: '2026-04-09' } }],
			replies: [wrapped('leave', [leaveBefore]), wrapped('leave', leaveBefore)],
			sends: [
				{ method: 'GET', path: `/Employees/${EMPLOYEE}/Leave` },
				{
					method: 'PUT',
					path: `/Employees/${EMPLOYEE}/Leave/${LEAVE}`,
					body: { leaveTypeID: LEAVE_TYPE, description: 'Easter', startDate: '2026-04-06', endDate: '2026-04-09' },
				},
			],
		},
	],
	getAll: [
		siftedList(
			`/Employees/${EMPLOYEE}/Leave`,
			'leave',
			{ leaveTypeID: fromList(LEAVE_TYPE), from: '2026-04-10', to: '2026-04-30' },
			[
				leaveBefore,
				{ ...leaveBefore, leaveID: RATE, endDate: '2026-04-09T00:00:00' },
				{ ...leaveBefore, leaveID: SALARY, startDate: '2026-05-04T00:00:00', endDate: '2026-05-08T00:00:00' },
				{ ...leaveBefore, leaveID: PATTERN, leaveTypeID: RATE },
			],
			[leaveSimple],
			{ parameters: which },
		),
	],
	delete: [
		{
			parameters: [whichLeave],
			replies: [wrapped('leave', null)],
			sends: [{ method: 'DELETE', path: `/Employees/${EMPLOYEE}/Leave/${LEAVE}` }],
			gives: [{ json: { deleted: true, EmployeeID: EMPLOYEE, LeaveID: LEAVE }, pairedItem: one }],
		},
	],
};

export const leaveBalance: Examples = {
	getAll: [
		siftedList(
			`/Employees/${EMPLOYEE}/LeaveBalances`,
			'leaveBalances',
			{ leaveTypeID: byId(LEAVE_TYPE) },
			[
				{ name: 'Annual Leave', leaveTypeID: LEAVE_TYPE, balance: 2.5, typeOfUnits: 'Weeks' },
				{ name: 'Sick Leave', leaveTypeID: RATE, balance: 40, typeOfUnits: 'Hours' },
			],
			[{ employeeID: EMPLOYEE, name: 'Annual Leave', leaveTypeID: LEAVE_TYPE, balance: 2.5, typeOfUnits: 'Weeks' }],
			{ parameters: which },
		),
	],
};

export const leavePeriod: Examples = {
	getAll: [
		{
			parameters: [{ ...which, returnAll: true, filters: { startDate: '2026-04-01', endDate: '2026-04-30' } }],
			sends: [
				{ method: 'GET', path: `/Employees/${EMPLOYEE}/LeavePeriods`, query: { startDate: '2026-04-01', endDate: '2026-04-30' } },
			],
		},
	],
};

const leaveSetupSent = {
	includeHolidayPay: true,
	holidayPayOpeningBalance: 100.5,
	annualLeaveOpeningBalance: -8,
	negativeAnnualLeaveBalancePaidAmount: 200,
	SickLeaveToAccrueAnnually: 80,
	SickLeaveMaximumToAccrue: 160,
	sickLeaveOpeningBalance: 16,
	SickLeaveScheduleOfAccrual: 'OnAnniversaryDate',
	SickLeaveAnniversaryDate: '2026-04-01',
	AnnualLeaveAnniversaryDate: '2026-04-01',
};

export const leaveSetup: Examples = {
	create: [
		{
			parameters: [{ ...which, additionalFields: leaveSetupSent }],
			replies: [wrapped('leaveSetup', { includeHolidayPay: true })],
			sends: [{ method: 'POST', path: `/Employees/${EMPLOYEE}/LeaveSetup`, body: leaveSetupSent }],
			gives: [{ json: { employeeID: EMPLOYEE, includeHolidayPay: true }, pairedItem: one }],
		},
	],
};

const leaveTypeSent = {
	leaveTypeID: LEAVE_TYPE,
	scheduleOfAccrual: 'AnnuallyAfter6Months',
	unitsAccruedAnnually: 80,
	typeOfUnitsToAccrue: 'Hours',
	maximumToAccrue: 160,
	openingBalance: 8.5,
	openingBalanceTypeOfUnits: 'Days',
	percentageOfGrossEarnings: 8,
	includeHolidayPayEveryPay: true,
	showAnnualLeaveInAdvance: true,
	annualLeaveTotalAmountPaid: 900,
	scheduleOfAccrualDate: '2026-04-01',
};

export const employeeLeaveType: Examples = {
	create: [
		{
			parameters: [
				{
					...which,
					leaveTypeID: fromList(LEAVE_TYPE),
					scheduleOfAccrual: 'AnnuallyAfter6Months',
					additionalFields: {
						unitsAccruedAnnually: '80',
						typeOfUnitsToAccrue: 'Hours',
						maximumToAccrue: '160',
						openingBalance: '8.5',
						openingBalanceTypeOfUnits: 'Days',
						percentageOfGrossEarnings: '8',
						includeHolidayPayEveryPay: true,
						showAnnualLeaveInAdvance: true,
						annualLeaveTotalAmountPaid: '900',
						scheduleOfAccrualDate: '2026-04-01',
					},
				},
			],
			replies: [
				wrapped('leaveType', {
					leaveTypeID: LEAVE_TYPE,
					scheduleOfAccrual: 'AnnuallyAfter6Months',
					annualLeaveTotalAmountPaid: 900,
				}),
			],
			sends: [{ method: 'POST', path: `/Employees/${EMPLOYEE}/LeaveTypes`, body: leaveTypeSent }],
			gives: [
				{ json: { employeeID: EMPLOYEE, leaveTypeID: LEAVE_TYPE, scheduleOfAccrual: 'AnnuallyAfter6Months' }, pairedItem: one },
			],
		},
	],
};

export const paymentMethod: Examples = {
	set: [
		{
			parameters: [
				{
					...which,
					paymentMethod: 'Electronically',
					bankAccounts: {
						bankAccount: [
							{
								accountName: 'M Tane',
								accountNumber: '01-0000-0000000-000',
								calculationType: 'FixedAmount',
								dollarAmount: '100',
								particulars: 'Pay',
								code: 'W1',
								reference: 'Ridge',
							},
							{ accountName: 'M Tane', accountNumber: '02 0000 0000000 00', calculationType: 'Balance' },
						],
					},
				},
			],
			replies: [
				wrapped('paymentMethod', {
					paymentMethod: 'Electronically',
					bankAccounts: [{ accountNumber: '0100000000000000' }, { accountNumber: '020000000000000' }],
				}),
			],
			sends: [
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/PaymentMethods`,
					body: {
						paymentMethod: 'Electronically',
						bankAccounts: [
							{
								sortCode: '010000',
								accountName: 'M Tane',
								accountNumber: '0100000000000000',
								calculationType: 'FixedAmount',
								dollarAmount: 100,
								particulars: 'Pay',
								code: 'W1',
								reference: 'Ridge',
							},
							{ sortCode: '020000', accountName: 'M Tane', accountNumber: '020000000000000', calculationType: 'Balance' },
						],
					},
				},
			],
			gives: [{ json: { employeeID: EMPLOYEE, paymentMethod: 'Electronically', bankAccountCount: 2 }, pairedItem: one }],
		},
		{
			parameters: [{ ...which, paymentMethod: 'Cheque' }],
			replies: [wrapped('paymentMethod', { paymentMethod: 'Cheque', bankAccounts: null })],
			sends: [{ method: 'POST', path: `/Employees/${EMPLOYEE}/PaymentMethods`, body: { paymentMethod: 'Cheque' } }],
		},
	],
};

const templateBefore = {
	payTemplateEarningID: TEMPLATE_LINE,
	earningsRateID: RATE,
	ratePerUnit: 25,
	numberOfUnits: 40,
	fixedAmount: null,
	name: 'Ordinary Time',
};
const templateSimple = {
	payTemplateEarningID: TEMPLATE_LINE,
	employeeID: EMPLOYEE,
	earningsRateID: RATE,
	name: 'Ordinary Time',
	numberOfUnits: 40,
};

export const payTemplate: Examples = {
	create: [
		{
			parameters: [
				{
					...which,
					earningsRateID: fromList(RATE),
					additionalFields: { ratePerUnit: '25', numberOfUnits: '40', fixedAmount: '50' },
				},
			],
			replies: [wrapped('earningTemplate', templateBefore)],
			sends: [
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/PayTemplates/Earnings`,
					body: { earningsRateID: RATE, ratePerUnit: 25, numberOfUnits: 40, fixedAmount: 50 },
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
					lines: {
						line: [
							{ earningsRateID: fromList(RATE), numberOfUnits: '40', ratePerUnit: '25' },
							{ earningsRateID: byId(OVERTIME), fixedAmount: '50' },
						],
					},
				},
			],
			replies: [wrapped('earningTemplates', [templateBefore, { ...templateBefore, payTemplateEarningID: LEAVE }])],
			sends: [
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/PayTemplateEarnings`,
					body: [
						{ earningsRateID: RATE, numberOfUnits: 40, ratePerUnit: 25 },
						{ earningsRateID: OVERTIME, fixedAmount: 50 },
					],
				},
			],
			gives: [
				{ json: templateSimple, pairedItem: one },
				{ json: { ...templateSimple, payTemplateEarningID: LEAVE }, pairedItem: one },
			],
		},
	],
	update: [
		{
			parameters: [{ ...which, PayTemplateEarningID: fromList(TEMPLATE_LINE), additionalFields: { numberOfUnits: '38' } }],
			replies: [
				{ body: { problem: null, payTemplate: { employeeID: EMPLOYEE, earningTemplates: [templateBefore] } } },
				wrapped('earningTemplate', { ...templateBefore, numberOfUnits: 38 }),
			],
			sends: [
				{ method: 'GET', path: `/Employees/${EMPLOYEE}/PayTemplates` },
				{
					method: 'PUT',
					path: `/Employees/${EMPLOYEE}/PayTemplates/Earnings/${TEMPLATE_LINE}`,
					body: { earningsRateID: RATE, ratePerUnit: 25, numberOfUnits: 38 },
				},
			],
			gives: [{ json: { ...templateSimple, numberOfUnits: 38 }, pairedItem: one }],
		},
	],
};

const salaryBefore = {
	salaryAndWagesID: SALARY,
	earningsRateID: RATE,
	effectiveFrom: '2026-04-01T00:00:00',
	paymentType: 'Salary',
	annualSalary: 62400,
	ratePerUnit: 30,
	numberOfUnitsPerWeek: 40,
	numberOfUnitsPerDay: 8,
	daysPerWeek: 5,
	workPatternType: 'DaysAndHours',
	status: 'Active',
};
const salarySimple = {
	salaryAndWagesID: SALARY,
	employeeID: EMPLOYEE,
	earningsRateID: RATE,
	effectiveFrom: '2026-04-01',
	status: 'Active',
	paymentType: 'Salary',
	numberOfUnitsPerWeek: 40,
	workPatternType: 'DaysAndHours',
};

export const salaryAndWage: Examples = {
	create: [
		{
			parameters: [
				{
					...which,
					paymentType: 'Salary',
					earningsRateID: fromList(RATE),
					effectiveFrom: '2026-04-01',
					numberOfUnitsPerWeek: '40',
					numberOfUnitsPerDay: '8',
					annualSalary: '62400',
					additionalFields: { daysPerWeek: '5', workPatternType: 'DaysAndHours', status: 'Active' },
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
						numberOfUnitsPerWeek: 40,
						numberOfUnitsPerDay: 8,
						annualSalary: 62400,
						daysPerWeek: 5,
						workPatternType: 'DaysAndHours',
						status: 'Active',
					},
				},
			],
			gives: [{ json: salarySimple, pairedItem: one }],
		},
		// Hourly pay has an annual salary of 0, and the answer neither that nor a status.
		{
			parameters: [
				{
					...which,
					paymentType: 'Hourly',
					earningsRateID: byId(RATE),
					effectiveFrom: '2026-04-01',
					numberOfUnitsPerWeek: '30',
					numberOfUnitsPerDay: '6',
					ratePerUnit: '28.50',
				},
			],
			replies: [wrapped('salaryAndWages', { salaryAndWagesID: SALARY, paymentType: 'Hourly' })],
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
						ratePerUnit: 28.5,
						annualSalary: 0,
						status: 'Active',
					},
				},
			],
			gives: [{ json: { salaryAndWagesID: SALARY, employeeID: EMPLOYEE, paymentType: 'Hourly' }, pairedItem: one }],
		},
	],
	update: [
		{
			parameters: [{ ...which, SalaryAndWagesID: fromList(SALARY), additionalFields: { annualSalary: '65000' } }],
			replies: [wrapped('salaryAndWages', [salaryBefore]), wrapped('salaryAndWages', salaryBefore)],
			sends: [
				{ method: 'GET', path: `/Employees/${EMPLOYEE}/SalaryAndWages/${SALARY}` },
				{
					method: 'PUT',
					path: `/Employees/${EMPLOYEE}/SalaryAndWages/${SALARY}`,
					body: {
						paymentType: 'Salary',
						earningsRateID: RATE,
						effectiveFrom: '2026-04-01',
						numberOfUnitsPerWeek: 40,
						numberOfUnitsPerDay: 8,
						annualSalary: 65000,
						daysPerWeek: 5,
						workPatternType: 'DaysAndHours',
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

export const workingPattern: Examples = {
	create: [
		{
			parameters: [
				{
					...which,
					effectiveFrom: '2026-04-01',
					workingWeeks: {
						week: [
							{ monday: '8', tuesday: '8', wednesday: '8', thursday: '8', friday: '7.5', saturday: '', sunday: '0' },
							{ saturday: '4' },
						],
					},
				},
			],
			replies: [wrapped('payeeWorkingPattern', { payeeWorkingPatternID: PATTERN, effectiveFrom: '2026-04-01T00:00:00' })],
			sends: [
				{
					method: 'POST',
					path: `/Employees/${EMPLOYEE}/Working-Patterns`,
					body: {
						effectiveFrom: '2026-04-01',
						workingWeeks: [
							{ monday: 8, tuesday: 8, wednesday: 8, thursday: 8, friday: 7.5, saturday: 0, sunday: 0 },
							{ monday: 0, tuesday: 0, wednesday: 0, thursday: 0, friday: 0, saturday: 4, sunday: 0 },
						],
					},
				},
			],
			gives: [{ json: { employeeID: EMPLOYEE, payeeWorkingPatternID: PATTERN, effectiveFrom: '2026-04-01' }, pairedItem: one }],
		},
	],
};
