import type { Example, Examples } from '../example';
import { apiRequestBy } from '../apiRequest';
import {
	ACCOUNT,
	CALENDAR,
	DEDUCTION,
	EMPLOYEE,
	fromList,
	LEAVE_TYPE,
	LIABILITY,
	LINE,
	listed,
	one,
	OVERTIME,
	page,
	PAY_RUN,
	PAYSLIP,
	RATE,
	siftedList,
	STATUTORY,
	SUPERANNUATION,
	TIMESHEET,
	TRACKING,
	wrapped,
	byId,
} from './records';

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

export const deduction: Examples = {
	create: made(
		'/Deductions',
		'deduction',
		{ deductionId: DEDUCTION },
		{
			deductionName: 'Social Club',
			deductionCategory: 'NzOther',
			liabilityAccountId: fromList(LIABILITY),
			additionalFields: { standardAmount: '5' },
		},
		{ deductionName: 'Social Club', deductionCategory: 'NzOther', liabilityAccountId: LIABILITY, standardAmount: 5 },
	),
	getAll: [
		siftedList(
			'/Deductions',
			'deductions',
			{ activeOnly: true },
			[
				{ deductionId: DEDUCTION, currentRecord: true },
				{ deductionId: RATE, currentRecord: false },
			],
			[{ deductionId: DEDUCTION, currentRecord: true }],
			{ query: page },
		),
		siftedList(
			'/Deductions',
			'deductions',
			{ activeOnly: false },
			[{ deductionId: RATE, currentRecord: false }],
			[{ deductionId: RATE, currentRecord: false }],
			{ query: page },
		),
	],
};

export const statutoryDeduction: Examples = {
	getAll: [
		siftedList(
			'/StatutoryDeductions',
			'statutoryDeductions',
			{ category: 'KiwiSaver' },
			[
				{ id: STATUTORY, name: 'KiwiSaver', statutoryDeductionCategory: 'KiwiSaver' },
				{ id: RATE, name: 'Fines', statutoryDeductionCategory: 'CourtFines' },
			],
			[{ id: STATUTORY, name: 'KiwiSaver', statutoryDeductionCategory: 'KiwiSaver' }],
			{ query: page },
		),
	],
};

export const superannuation: Examples = {
	create: made(
		'/Superannuations',
		'benefit',
		{ id: SUPERANNUATION },
		{
			name: 'KiwiSaver',
			category: 'KiwiSaver',
			liabilityAccountId: fromList(LIABILITY),
			expenseAccountId: fromList(ACCOUNT),
			additionalFields: {
				calculationTypeNZ: 'PercentageOfTaxableEarnings',
				companyMax: '100',
				percentage: '3',
				standardAmount: '10',
			},
		},
		{
			name: 'KiwiSaver',
			category: 'KiwiSaver',
			liabilityAccountId: LIABILITY,
			expenseAccountId: ACCOUNT,
			calculationTypeNZ: 'PercentageOfTaxableEarnings',
			companyMax: 100,
			percentage: 3,
			standardAmount: 10,
		},
	),
	getAll: [
		siftedList('/Superannuations', 'benefits', { activeOnly: true }, [{ id: SUPERANNUATION }], [{ id: SUPERANNUATION }], {
			query: page,
		}),
	],
};

export const earningsRate: Examples = {
	create: [
		...made(
			'/EarningsRates',
			'earningsRate',
			{ earningsRateID: OVERTIME },
			{
				name: 'Overtime',
				earningsType: 'OvertimeEarnings',
				rateType: 'MultipleOfOrdinaryEarningsRate',
				typeOfUnits: 'Hours',
				expenseAccountID: fromList(ACCOUNT),
				additionalFields: { multipleOfOrdinaryEarningsRate: '1.5' },
			},
			{
				name: 'Overtime',
				earningsType: 'OvertimeEarnings',
				rateType: 'MultipleOfOrdinaryEarningsRate',
				typeOfUnits: 'Hours',
				expenseAccountID: ACCOUNT,
				multipleOfOrdinaryEarningsRate: 1.5,
			},
		),
		...[
			{ rateType: 'RatePerUnit', ratePerUnit: 25.5 },
			{ rateType: 'FixedAmount', fixedAmount: 50 },
		].flatMap(({ rateType, ...figure }) =>
			made(
				'/EarningsRates',
				'earningsRate',
				{ earningsRateID: RATE },
				{
					name: 'Allowance',
					earningsType: 'Allowance',
					rateType,
					typeOfUnits: 'Days',
					expenseAccountID: byId(ACCOUNT),
					additionalFields: figure,
				},
				{ name: 'Allowance', earningsType: 'Allowance', rateType, typeOfUnits: 'Days', expenseAccountID: ACCOUNT, ...figure },
			),
		),
	],
	getAll: [
		siftedList(
			'/EarningsRates',
			'earningsRates',
			{ activeOnly: true, earningsType: 'Tips(Direct)' },
			[
				{ earningsRateID: RATE, earningsType: 'Tips(Direct)', currentRecord: true },
				{ earningsRateID: OVERTIME, earningsType: 'OvertimeEarnings', currentRecord: true },
			],
			[{ earningsRateID: RATE, earningsType: 'Tips(Direct)', currentRecord: true }],
			{ query: page },
		),
	],
};

export const leaveType: Examples = {
	create: made(
		'/LeaveTypes',
		'leaveType',
		{ leaveTypeID: LEAVE_TYPE },
		{
			name: 'Study Leave',
			isPaidLeave: true,
			showOnPayslip: false,
			additionalFields: { typeOfUnits: 'Hours', typeOfUnitsToAccrue: 'Hours' },
		},
		{ name: 'Study Leave', isPaidLeave: true, showOnPayslip: false, typeOfUnits: 'Hours', typeOfUnitsToAccrue: 'Hours' },
	),
	getAll: [
		{
			parameters: [{ returnAll: true, filters: { ActiveOnly: true } }],
			sends: [{ method: 'GET', path: '/LeaveTypes', query: { ActiveOnly: 'true', ...page } }],
		},
	],
};

export const reimbursement: Examples = {
	create: made(
		'/Reimbursements',
		'reimbursement',
		{ reimbursementID: RATE },
		{
			name: 'Mileage',
			accountID: fromList(ACCOUNT),
			additionalFields: {
				calculationType: 'RatePerUnit',
				reimbursementCategory: 'NoGST',
				standardAmount: '10.5',
				standardRatePerUnit: '0.95',
				standardTypeOfUnits: 'km',
			},
		},
		{
			name: 'Mileage',
			accountID: ACCOUNT,
			calculationType: 'RatePerUnit',
			reimbursementCategory: 'NoGST',
			standardAmount: '10.5',
			standardRatePerUnit: 0.95,
			standardTypeOfUnits: 'km',
		},
	),
	getAll: [
		siftedList(
			'/Reimbursements',
			'reimbursements',
			{ activeOnly: true },
			[{ reimbursementID: RATE }],
			[{ reimbursementID: RATE }],
			{
				query: page,
			},
		),
	],
};

export const payRunCalendar: Examples = {
	create: made(
		'/PayRunCalendars',
		'payRunCalendar',
		{ payrollCalendarID: CALENDAR },
		{ name: 'Fortnightly', calendarType: 'Fortnightly', periodStartDate: '2026-04-06', paymentDate: '2026-04-21' },
		{ name: 'Fortnightly', calendarType: 'Fortnightly', periodStartDate: '2026-04-06', paymentDate: '2026-04-21' },
	),
	getAll: [
		siftedList(
			'/PayRunCalendars',
			'payRunCalendars',
			{ calendarType: 'Weekly' },
			[
				{ payrollCalendarID: CALENDAR, calendarType: 'Weekly' },
				{ payrollCalendarID: RATE, calendarType: 'Monthly' },
			],
			[{ payrollCalendarID: CALENDAR, calendarType: 'Weekly' }],
			{ query: page },
		),
	],
};

const accounts = [
	{ accountID: ACCOUNT, type: 'WAGESEXPENSE', code: '477', name: 'Salaries' },
	{ accountID: LIABILITY, type: 'PAYELIABILITY', code: '825', name: 'PAYE Payable' },
];
const settingsAnswer = { body: { problem: null, settings: { accounts } } };

export const settings: Examples = {
	get: [
		{
			parameters: [{}],
			replies: [settingsAnswer],
			sends: [{ method: 'GET', path: '/Settings' }],
			gives: [{ json: { accounts }, pairedItem: one }],
		},
		{
			parameters: [{ options: { oneRowPer: 'account' } }],
			replies: [settingsAnswer],
			sends: [{ method: 'GET', path: '/Settings' }],
			gives: accounts.map((json) => ({ json, pairedItem: one })),
		},
	],
};

const timesheetBefore = {
	timesheetID: TIMESHEET,
	payrollCalendarID: CALENDAR,
	employeeID: EMPLOYEE,
	startDate: '2026-04-06T00:00:00',
	endDate: '2026-04-12T00:00:00',
	status: 'Draft',
	totalHours: 8,
	updatedDateUTC: '2026-04-07T09:00:00.1234567',
	timesheetLines: [
		{ timesheetLineID: LINE, date: '2026-04-06T00:00:00', earningsRateID: RATE, trackingItemID: null, numberOfUnits: 8 },
	],
};
const timesheetSimple = {
	timesheetID: TIMESHEET,
	employeeID: EMPLOYEE,
	payrollCalendarID: CALENDAR,
	startDate: '2026-04-06',
	endDate: '2026-04-12',
	status: 'Draft',
	totalHours: 8,
	updatedDateUTC: '2026-04-07T09:00:00.123Z',
};

const lines = {
	line: [{ date: '2026-04-06', earningsRateID: fromList(RATE), numberOfUnits: '7.5', trackingItemID: fromList(TRACKING) }],
};
const linesSent = [{ date: '2026-04-06', earningsRateID: RATE, numberOfUnits: 7.5, trackingItemID: TRACKING }];
const period = { employeeID: fromList(EMPLOYEE), startDate: '2026-04-06', endDate: '2026-04-12' };
const periodSent = { employeeID: EMPLOYEE, startDate: '2026-04-06', endDate: '2026-04-12' };

export const timesheet: Examples = {
	create: [
		{
			parameters: [{ ...period, payrollCalendarID: fromList(CALENDAR), timesheetLines: lines }],
			replies: [wrapped('timesheet', timesheetBefore)],
			sends: [
				{ method: 'POST', path: '/Timesheets', body: { payrollCalendarID: CALENDAR, ...periodSent, timesheetLines: linesSent } },
			],
			gives: [{ json: timesheetSimple, pairedItem: one }],
		},
		// Without a calendar it is the employee's.
		{
			parameters: [period],
			replies: [
				wrapped('employee', { employeeID: EMPLOYEE, payrollCalendarID: CALENDAR }),
				wrapped('timesheet', timesheetBefore),
			],
			sends: [
				{ method: 'GET', path: `/Employees/${EMPLOYEE}` },
				{ method: 'POST', path: '/Timesheets', body: { payrollCalendarID: CALENDAR, ...periodSent } },
			],
		},
	],
	get: [
		{
			parameters: [{ TimesheetID: fromList(TIMESHEET) }],
			replies: [wrapped('timesheet', timesheetBefore)],
			sends: [{ method: 'GET', path: `/Timesheets/${TIMESHEET}` }],
			gives: [{ json: timesheetSimple, pairedItem: one }],
		},
		{
			parameters: [{ TimesheetID: byId(TIMESHEET), options: { oneRowPer: 'line' } }],
			replies: [wrapped('timesheet', timesheetBefore)],
			sends: [{ method: 'GET', path: `/Timesheets/${TIMESHEET}` }],
			gives: [
				{
					json: {
						timesheetID: TIMESHEET,
						employeeID: EMPLOYEE,
						timesheetLineID: LINE,
						date: '2026-04-06',
						earningsRateID: RATE,
						numberOfUnits: 8,
					},
					pairedItem: one,
				},
			],
		},
	],
	getAll: [
		{
			parameters: [
				{
					returnAll: true,
					filters: {
						employeeId: fromList(EMPLOYEE),
						payrollCalendarId: byId(CALENDAR),
						status: 'Approved',
						startDate: '2026-04-01',
						endDate: '2026-04-30',
						sort: 'startDate',
					},
				},
			],
			replies: [listed('timesheets', timesheetBefore)],
			sends: [
				{
					method: 'GET',
					path: '/Timesheets',
					query: {
						status: 'Approved',
						startDate: '2026-04-01',
						endDate: '2026-04-30',
						sort: 'startDate',
						filter: `employeeId==${EMPLOYEE},payrollCalendarId==${CALENDAR}`,
						...page,
					},
				},
			],
			gives: [{ json: timesheetSimple, pairedItem: one }],
		},
	],
	// Two rows become one timesheet of the period that is given, which is approved as it has the hours of both.
	import: [
		{
			parameters: ['2', '5.5'].map((numberOfUnits, item) => ({
				employeeID: fromList(EMPLOYEE),
				date: '2026-04-06',
				numberOfUnits,
				earningsRateID: fromList(item === 0 ? OVERTIME : RATE),
				trackingItemID: fromList(TRACKING),
				options: {
					ifTimesheetExists: 'replaceAll',
					ifApproved: 'change',
					afterwards: 'approve',
					mostUnits: '12',
					periodStart: '2026-04-06',
					periodEnd: '2026-04-12',
				},
			})),
			replies: [
				listed('employees', { employeeID: EMPLOYEE, payrollCalendarID: CALENDAR }),
				listed('payRunCalendars', {
					payrollCalendarID: CALENDAR,
					calendarType: 'Weekly',
					periodStartDate: '2026-04-06T00:00:00',
					periodEndDate: '2026-04-12T00:00:00',
				}),
				listed('timesheets'),
				wrapped('timesheet', { ...timesheetBefore, totalHours: 7.5 }),
				wrapped('timesheet', { ...timesheetBefore, totalHours: 7.5, status: 'Approved' }),
			],
			sends: [
				{ method: 'GET', path: '/Employees', query: page },
				{ method: 'GET', path: '/PayRunCalendars', query: page },
				{ method: 'GET', path: '/Timesheets', query: { startDate: '2026-04-06', endDate: '2026-04-12', ...page } },
				{
					method: 'POST',
					path: '/Timesheets',
					body: {
						payrollCalendarID: CALENDAR,
						...periodSent,
						timesheetLines: [
							{ date: '2026-04-06', earningsRateID: OVERTIME, numberOfUnits: 2, trackingItemID: TRACKING },
							{ date: '2026-04-06', earningsRateID: RATE, numberOfUnits: 5.5, trackingItemID: TRACKING },
						],
					},
				},
				{ method: 'POST', path: `/Timesheets/${TIMESHEET}/Approve` },
			],
			gives: [
				[OVERTIME, 2],
				[RATE, 5.5],
			].map(([earningsRateID, numberOfUnits], item) => ({
				json: {
					...{ employeeID: EMPLOYEE, date: '2026-04-06', numberOfUnits: numberOfUnits!, earningsRateID: earningsRateID! },
					...{ trackingItemID: TRACKING, timesheetID: TIMESHEET, periodStart: '2026-04-06', periodEnd: '2026-04-12' },
					...{ result: 'created', status: 'Approved', timesheetHours: 7.5 },
				},
				pairedItem: { item },
			})),
		},
	],
	approve: [
		{
			parameters: [{ TimesheetID: fromList(TIMESHEET) }],
			replies: [wrapped('timesheet', { ...timesheetBefore, status: 'Approved' })],
			sends: [{ method: 'POST', path: `/Timesheets/${TIMESHEET}/Approve` }],
			gives: [{ json: { ...timesheetSimple, status: 'Approved' }, pairedItem: one }],
		},
	],
	revertToDraft: [
		{
			parameters: [{ TimesheetID: fromList(TIMESHEET) }],
			replies: [wrapped('timesheet', timesheetBefore)],
			sends: [{ method: 'POST', path: `/Timesheets/${TIMESHEET}/RevertToDraft` }],
			gives: [{ json: timesheetSimple, pairedItem: one }],
		},
	],
};

const whichLine = { TimesheetID: fromList(TIMESHEET), TimesheetLineID: fromList(LINE) };

export const timesheetLine: Examples = {
	create: [
		{
			parameters: [
				{
					TimesheetID: fromList(TIMESHEET),
					date: '2026-04-06',
					earningsRateID: fromList(RATE),
					numberOfUnits: '7.5',
					additionalFields: { trackingItemID: fromList(TRACKING) },
				},
			],
			replies: [wrapped('timesheetLine', { timesheetLineID: LINE, ...linesSent[0] })],
			sends: [{ method: 'POST', path: `/Timesheets/${TIMESHEET}/Lines`, body: linesSent[0] }],
		},
	],
	update: [
		{
			parameters: [{ ...whichLine, additionalFields: { numberOfUnits: '6' } }],
			replies: [wrapped('timesheet', timesheetBefore), wrapped('timesheetLine', { timesheetLineID: LINE, numberOfUnits: 6 })],
			sends: [
				{ method: 'GET', path: `/Timesheets/${TIMESHEET}` },
				{
					method: 'PUT',
					path: `/Timesheets/${TIMESHEET}/Lines/${LINE}`,
					body: { date: '2026-04-06', earningsRateID: RATE, numberOfUnits: 6 },
				},
			],
		},
	],
};

const payRunBefore = {
	payRunID: PAY_RUN,
	payrollCalendarID: CALENDAR,
	periodStartDate: '2026-04-06T00:00:00',
	periodEndDate: '2026-04-12T00:00:00',
	paymentDate: '2026-04-14T00:00:00',
	totalCost: 1000,
	totalPay: 794.5,
	payRunStatus: 'Draft',
	payRunType: 'Scheduled',
	calendarType: 'Weekly',
	postedDateTime: null,
};
// What is paid in all is not among what Simplify keeps.
const payRunSimple = {
	payRunID: PAY_RUN,
	payrollCalendarID: CALENDAR,
	periodStartDate: '2026-04-06',
	periodEndDate: '2026-04-12',
	paymentDate: '2026-04-14',
	payRunStatus: 'Draft',
	payRunType: 'Scheduled',
	calendarType: 'Weekly',
};

export const payRun: Examples = {
	create: [
		{
			parameters: [
				{
					payrollCalendarID: fromList(CALENDAR),
					additionalFields: {
						payRunType: 'Unscheduled',
						periodStartDate: '2026-04-06',
						periodEndDate: '2026-04-12',
						paymentDate: '2026-04-14',
					},
				},
			],
			replies: [wrapped('payRun', payRunBefore)],
			sends: [
				{
					method: 'POST',
					path: '/PayRuns',
					body: {
						payrollCalendarID: CALENDAR,
						payRunType: 'Unscheduled',
						periodStartDate: '2026-04-06',
						periodEndDate: '2026-04-12',
						paymentDate: '2026-04-14',
					},
				},
			],
			gives: [{ json: payRunSimple, pairedItem: one }],
		},
	],
	getAll: [
		siftedList(
			'/PayRuns',
			'payRuns',
			{ status: 'Draft', payrollCalendarID: fromList(CALENDAR), paidFrom: '2026-04-14', paidTo: '2026-04-14' },
			[
				payRunBefore,
				{ ...payRunBefore, payRunID: RATE, paymentDate: '2026-04-21T00:00:00' },
				{ ...payRunBefore, payRunID: OVERTIME, payrollCalendarID: RATE },
			],
			[payRunSimple],
			{ query: { status: 'Draft', ...page } },
		),
	],
};

const payslipBefore = {
	paySlipID: PAYSLIP,
	employeeID: EMPLOYEE,
	payRunID: PAY_RUN,
	firstName: 'Mere',
	lastName: 'Tane',
	lastEdited: '2026-04-13T09:00:00',
	paymentMethod: 'Electronically',
	totalEarnings: 1000,
	grossEarnings: 1000,
	totalPay: 794.5,
	totalEmployerTaxes: 5.25,
	totalEmployeeTaxes: 175.5,
	totalStatutoryDeductions: 30,
	totalSuperannuation: 30,
	earningsLines: [
		{
			earningsLineID: RATE,
			earningsRateID: RATE,
			displayName: 'Ordinary Time',
			ratePerUnit: 25,
			numberOfUnits: 40,
			fixedAmount: null,
			amount: 1000,
			isLinkedToTimesheet: false,
		},
	],
	leaveEarningsLines: [],
	timesheetEarningsLines: null,
	deductionLines: [],
	reimbursementLines: [],
	leaveAccrualLines: [],
	superannuationLines: [{ superannuationTypeID: SUPERANNUATION, displayName: 'KiwiSaver', amount: 30, percentage: 3 }],
	paymentLines: [{ paymentLineID: LINE, amount: 794.5, accountNumber: '0100000000000000', accountName: 'M Tane' }],
	employeeTaxLines: [{ taxLineID: TRACKING, description: 'PAYE', amount: 175.5 }],
	employerTaxLines: [{ taxLineID: LIABILITY, description: 'ESCT', amount: 5.25 }],
	statutoryDeductionLines: [{ statutoryDeductionTypeID: STATUTORY, amount: 30 }],
	taxSettings: { periodUnits: 1, periodType: 'weeks', taxCode: 'M', specialTaxRate: null },
	grossEarningsHistory: null,
};
const payslipSimple = {
	paySlipID: PAYSLIP,
	employeeID: EMPLOYEE,
	payRunID: PAY_RUN,
	firstName: 'Mere',
	lastName: 'Tane',
	lastEdited: '2026-04-13T09:00:00Z',
	paymentMethod: 'Electronically',
};
const of = { payRunID: PAY_RUN, payslipID: PAYSLIP, employeeID: EMPLOYEE };
/** The lines of the payslip, whose amounts come to 1000 − 175.5 − 30 = 794.5; no account of a bank is in them. */
const payslipRows = [
	{
		...of,
		kind: 'earnings',
		lineID: RATE,
		itemID: RATE,
		name: 'Ordinary Time',
		numberOfUnits: 40,
		ratePerUnit: 25,
		amount: 1000,
		linkedToTimesheet: false,
	},
	{ ...of, kind: 'superannuation', itemID: SUPERANNUATION, name: 'KiwiSaver', percentage: 3, amount: 30 },
	{ ...of, kind: 'employeeTax', lineID: TRACKING, description: 'PAYE', amount: 175.5 },
	{ ...of, kind: 'employerTax', lineID: LIABILITY, description: 'ESCT', amount: 5.25 },
	{ ...of, kind: 'statutoryDeduction', itemID: STATUTORY, amount: 30 },
	{ ...of, kind: 'payment', lineID: LINE, amount: 794.5 },
].map((json) => ({ json, pairedItem: one }));

/** All lists that a change sends back, as they were. */
const lists = {
	earningsLines: [
		{
			earningsLineID: RATE,
			earningsRateID: RATE,
			displayName: 'Ordinary Time',
			ratePerUnit: 25,
			numberOfUnits: 40,
			amount: 1000,
			isLinkedToTimesheet: false,
		},
	],
	leaveEarningsLines: [],
	timesheetEarningsLines: [],
	deductionLines: [],
	reimbursementLines: [],
	leaveAccrualLines: [],
	superannuationLines: payslipBefore.superannuationLines,
	employeeTaxLines: payslipBefore.employeeTaxLines,
	employerTaxLines: payslipBefore.employerTaxLines,
	statutoryDeductionLines: payslipBefore.statutoryDeductionLines,
};
const draft = wrapped('payRun', { payRunID: PAY_RUN, payRunStatus: 'Draft' });
const taxSettings = { periodUnits: 1, periodType: 'weeks', taxCode: 'M' };

export const paySlip: Examples = {
	get: [
		{
			parameters: [{ PaySlipID: fromList(PAYSLIP), PayRunID: fromList(PAY_RUN) }],
			replies: [wrapped('paySlip', payslipBefore)],
			sends: [{ method: 'GET', path: `/PaySlips/${PAYSLIP}` }],
			gives: [{ json: payslipSimple, pairedItem: one }],
		},
		{
			parameters: [{ PaySlipID: byId(PAYSLIP), oneRowPer: 'line' }],
			replies: [wrapped('paySlip', payslipBefore)],
			sends: [{ method: 'GET', path: `/PaySlips/${PAYSLIP}` }],
			gives: payslipRows,
		},
	],
	getAll: [
		{
			parameters: [{ PayRunID: fromList(PAY_RUN), returnAll: true, filters: { employeeID: fromList(EMPLOYEE) } }],
			replies: [listed('paySlips', { ...payslipBefore, paySlipID: RATE, employeeID: RATE }, payslipBefore)],
			sends: [{ method: 'GET', path: '/PaySlips', query: { PayRunID: PAY_RUN, ...page } }],
			gives: [{ json: payslipSimple, pairedItem: one }],
		},
		{
			parameters: [{ PayRunID: fromList(PAY_RUN), oneRowPer: 'line', returnAll: false, limit: 2 }],
			replies: [listed('paySlips', payslipBefore)],
			sends: [{ method: 'GET', path: '/PaySlips', query: { PayRunID: PAY_RUN, ...page } }],
			gives: payslipRows.slice(0, 2),
		},
		// Lines that do not come to the total are told of on each of them.
		{
			parameters: [{ PayRunID: fromList(PAY_RUN), oneRowPer: 'line', returnAll: true }],
			replies: [
				listed('paySlips', {
					...payslipBefore,
					totalPay: 800,
					superannuationLines: [],
					employeeTaxLines: [],
					employerTaxLines: [],
					statutoryDeductionLines: [],
					paymentLines: [],
				}),
			],
			sends: [{ method: 'GET', path: '/PaySlips', query: { PayRunID: PAY_RUN, ...page } }],
			gives: [
				{
					json: {
						...payslipRows[0]!.json,
						_findings: [
							{
								level: 'warning',
								code: 'linesDiffer',
								item: 1,
								field: 'Payslip',
								value: PAYSLIP,
								reason: 'its lines come to more than its total pay. Compare them in Xero',
								difference: 200,
							},
						],
					},
					pairedItem: one,
				},
			],
		},
	],
	update: [
		{
			parameters: [
				{
					PaySlipID: fromList(PAYSLIP),
					PayRunID: fromList(PAY_RUN),
					otherLines: 'keep',
					lines: {
						line: [
							{ kind: 'earnings', itemID: RATE, numberOfUnits: '38' },
							{ kind: 'deduction', itemID: DEDUCTION, amount: '5', percentage: '1' },
							{ kind: 'reimbursement', itemID: OVERTIME, amount: '12.5', description: 'Parking' },
						],
					},
					additionalFields: {
						grossEarningsHistory: { values: { daysPaid: '5', unpaidWeeks: '0' } },
						taxSettings: {
							values: {
								lumpSumAmount: '100',
								lumpSumTaxCode: 'SB',
								periodType: 'weeks',
								periodUnits: '2',
								specialTaxRate: '10',
								taxCode: 'ME',
							},
						},
					},
				},
			],
			replies: [wrapped('paySlip', payslipBefore), draft, wrapped('paySlip', payslipBefore)],
			sends: [
				{ method: 'GET', path: `/PaySlips/${PAYSLIP}` },
				{ method: 'GET', path: `/PayRuns/${PAY_RUN}` },
				{
					method: 'PUT',
					path: `/PaySlips/${PAYSLIP}`,
					body: {
						...lists,
						earningsLines: [
							{
								earningsLineID: RATE,
								earningsRateID: RATE,
								displayName: 'Ordinary Time',
								ratePerUnit: 25,
								numberOfUnits: 38,
								isLinkedToTimesheet: false,
							},
						],
						deductionLines: [{ deductionTypeID: DEDUCTION, amount: 5, percentage: 1 }],
						reimbursementLines: [{ reimbursementTypeID: OVERTIME, amount: 12.5, description: 'Parking' }],
						grossEarningsHistory: { daysPaid: 5, unpaidWeeks: 0 },
						taxSettings: {
							lumpSumAmount: '100',
							lumpSumTaxCode: 'SB',
							periodType: 'weeks',
							periodUnits: 2,
							specialTaxRate: '10',
							taxCode: 'ME',
						},
					},
				},
			],
			gives: [{ json: payslipSimple, pairedItem: one }],
		},
		{
			parameters: [
				{
					PaySlipID: byId(PAYSLIP),
					otherLines: 'replace',
					lines: { line: [{ kind: 'earnings', itemID: OVERTIME, ratePerUnit: '37.50', amount: '150' }] },
				},
			],
			replies: [wrapped('paySlip', payslipBefore), draft, wrapped('paySlip', payslipBefore)],
			sends: [
				{ method: 'GET', path: `/PaySlips/${PAYSLIP}` },
				{ method: 'GET', path: `/PayRuns/${PAY_RUN}` },
				{
					method: 'PUT',
					path: `/PaySlips/${PAYSLIP}`,
					body: {
						...Object.fromEntries(Object.keys(lists).map((name) => [name, []])),
						earningsLines: [{ earningsRateID: OVERTIME, ratePerUnit: 37.5, fixedAmount: 150 }],
						taxSettings,
					},
				},
			],
		},
	],
};

/** Payroll's lists take no size of their pages. */
export const apiRequest: Examples = {
	send: apiRequestBy(100).send!.map((example, index) =>
		index === 1 ? { ...example, sends: [example.sends[0]!, { method: 'GET', path: '/Things', query: { page: '1' } }] } : example,
	),
};
