import type { Examples } from '../example';
import { byId, fromList } from '../example';
import { CALENDAR, DEDUCTION, EMPLOYEE, LINE, MEMBERSHIP, MON_2, one, page, RATE, REIMBURSEMENT, SUN_8, under } from './records';

const PAY_RUN = '3a00000e-0000-4000-8000-000000000001';
const PAYSLIP = '3a00000f-0000-4000-8000-000000000001';

/** 10 March 2026. */
const TUE_10 = '/Date(1773100800000+0000)/';

const summary = { EmployeeID: EMPLOYEE, PayslipID: PAYSLIP, FirstName: 'Ana', LastName: 'Reyes', NetPay: 2310.4 };
const draft = {
	...{ PayRunID: PAY_RUN, PayrollCalendarID: CALENDAR, PayRunPeriodStartDate: MON_2, PayRunPeriodEndDate: SUN_8 },
	...{ PaymentDate: TUE_10, Wages: 3000, Deductions: 89.6, Tax: 600, Super: 360, Reimbursement: 0, NetPay: 2310.4 },
	...{ PayRunStatus: 'DRAFT', Payslips: [summary] },
};
const answered = { PayRunID: PAY_RUN, PayrollCalendarID: CALENDAR, UpdatedDateUTC: '/Date(1773104400000+0000)/' };

const readRun = { method: 'GET', path: `/1.0/PayRuns/${PAY_RUN}` };
const readPayslip = { method: 'GET', path: `/1.0/Payslip/${PAYSLIP}` };
const readItems = { method: 'GET', path: '/1.0/PayItems' };

/** 2,800 + 50 − 20 − 40 − 600 = 2,190, 30.40 paid back beside it and 120 of super on top. */
const payslip = {
	...{ EmployeeID: EMPLOYEE, PayslipID: PAYSLIP, FirstName: 'Ana', LastName: 'Reyes', Tax: 600, NetPay: 2190 },
	EarningsLines: [{ EarningsRateID: RATE, RatePerUnit: 35, NumberOfUnits: 80 }],
	LeaveEarningsLines: [{ EarningsRateID: RATE, RatePerUnit: 25, NumberOfUnits: 2, PayOutType: 'DEFAULT' }],
	TimesheetEarningsLines: [],
	DeductionLines: [{ DeductionTypeID: DEDUCTION, CalculationType: 'FIXEDAMOUNT', Amount: 20 }],
	LeaveAccrualLines: [],
	ReimbursementLines: [{ ReimbursementTypeID: REIMBURSEMENT, Description: 'Taxi', ExpenseAccount: '493', Amount: 30.4 }],
	SuperannuationLines: [
		{
			...{ SuperMembershipID: MEMBERSHIP, ContributionType: 'SGC', CalculationType: 'STATUTORY', Amount: 120 },
			...{ ExpenseAccountCode: '478', LiabilityAccountCode: '826', PaymentDateForThisPeriod: '/Date(1774915200000+0000)/' },
		},
		{
			...{ SuperMembershipID: MEMBERSHIP, ContributionType: 'SALARYSACRIFICE', CalculationType: 'FIXEDAMOUNT', Amount: 40 },
			...{ ExpenseAccountCode: '478', LiabilityAccountCode: '826' },
		},
	],
	TaxLines: [{ PayslipTaxLineID: LINE, TaxTypeName: 'PAYG Tax', Description: 'Scale 2', Amount: 600, LiabilityAccount: '825' }],
};
const bus = { ReimbursementTypeID: REIMBURSEMENT, Description: 'Bus', ExpenseAccount: '493', Amount: 12 };
const payItems = {
	EarningsRates: [{ EarningsRateID: RATE, Name: 'Ordinary Hours', AccountCode: '477' }],
	DeductionTypes: [{ DeductionTypeID: DEDUCTION, Name: 'Union Fees', AccountCode: '850' }],
	LeaveTypes: [],
	ReimbursementTypes: [{ ReimbursementTypeID: REIMBURSEMENT, Name: 'Travel', AccountCode: '494' }],
};

const account = (Code: string, Type: string, Name: string) => ({
	AccountID: `3a000010-0000-4000-8000-000000000${Code}`,
	Type,
	Code,
	Name,
});
const accounts = [
	account('804', 'WAGESPAYABLELIABILITY', 'Wages Payable - Payroll'),
	account('825', 'PAYGLIABILITY', 'PAYG Withholdings Payable'),
	account('478', 'SUPERANNUATIONEXPENSE', 'Superannuation'),
	account('826', 'SUPERANNUATIONLIABILITY', 'Superannuation Payable'),
	account('477', 'WAGESEXPENSE', 'Wages and Salaries'),
	account('493', 'EXPENSE', 'Travel'),
	account('850', 'CURRLIAB', 'Suspense'),
];

/** An answer with one thing under a name. */
const alone = (name: string, what: object) => ({ body: { ...under(name).body, [name]: what } });

const row = (code: string, description: string, debit: number, credit: number) => {
	const { AccountID = null, Name = null } = accounts.find(({ Code }) => Code === code) ?? {};
	return { accountID: AccountID, accountCode: code, accountName: Name, description, debit, credit };
};

export const payRun: Examples = {
	create: [
		{
			parameters: [
				{
					PayrollCalendarID: fromList(CALENDAR),
					additionalFields: {
						...{ PayRunPeriodStartDate: '2026-03-02', PayRunPeriodEndDate: '2026-03-08', PaymentDate: '2026-03-10' },
						PayslipMessage: 'Thank you',
					},
				},
			],
			replies: [under('PayRuns', { ...answered, PayRunStatus: 'DRAFT' })],
			sends: [
				{
					method: 'POST',
					path: '/1.0/PayRuns',
					body: [
						{
							...{ PayrollCalendarID: CALENDAR, PayRunPeriodStartDate: MON_2, PayRunPeriodEndDate: SUN_8 },
							...{ PaymentDate: TUE_10, PayslipMessage: 'Thank you' },
						},
					],
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
						...{ PayRunStatus: 'POSTED', PayrollCalendarID: byId(CALENDAR) },
						...{ paidFrom: '2026-03-01', paidTo: '2026-03-31' },
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/1.0/PayRuns',
					query: {
						where: `PayRunStatus=="POSTED" AND PayrollCalendarID==guid("${CALENDAR}") AND PaymentDate>=DateTime(2026,3,1) AND PaymentDate<=DateTime(2026,3,31)`,
						...page,
					},
				},
			],
		},
	],
	getJournalRows: [
		{
			parameters: [{ PayRunID: fromList(PAY_RUN), options: { byEmployee: true } }],
			replies: [
				under('PayRuns', draft),
				alone('PayItems', payItems),
				alone('Payslip', payslip),
				alone('Settings', { Accounts: accounts }),
			],
			sends: [readRun, readItems, readPayslip, { method: 'GET', path: '/1.0/Settings' }],
			gives: [
				row('477', 'Ordinary Hours', 2800, 0),
				row('477', 'Leave', 50, 0),
				row('478', 'Superannuation Guarantee, employer', 120, 0),
				row('493', 'Travel', 30.4, 0),
				row('804', 'Travel', 0, 30.4),
				row('804', 'Net pay', 0, 2190),
				row('825', 'PAYG Tax', 0, 600),
				row('826', 'Superannuation Guarantee, employer', 0, 120),
				row('826', 'Salary Sacrifice', 0, 40),
				row('850', 'Union Fees', 0, 20),
			].map((json) => ({ json: { ...json, employeeID: EMPLOYEE }, pairedItem: one })),
		},
	],
	post: [
		{
			parameters: [{ PayRunID: fromList(PAY_RUN), onlyIfNetPay: '2310.40' }],
			replies: [under('PayRuns', draft), under('PayRuns', { ...answered, PayRunStatus: 'POSTED' })],
			sends: [
				readRun,
				{ ...readRun, method: 'POST', body: [{ PayRunID: PAY_RUN, PayrollCalendarID: CALENDAR, PayRunStatus: 'POSTED' }] },
			],
			gives: [
				{
					json: {
						...{ ...answered, PayRunStatus: 'POSTED', UpdatedDateUTC: '2026-03-10T01:00:00Z' },
						...{ Wages: 3000, Deductions: 89.6, Tax: 600, Super: 360, Reimbursement: 0, NetPay: 2310.4, payslipCount: 1 },
					},
					pairedItem: one,
				},
			],
		},
	],
	update: [
		{
			parameters: [{ PayRunID: byId(PAY_RUN), additionalFields: { PaymentDate: '2026-03-10', PayslipMessage: 'Thank you' } }],
			replies: [under('PayRuns', draft), under('PayRuns', { ...answered, PayRunStatus: 'DRAFT' })],
			sends: [
				readRun,
				{
					...{ ...readRun, method: 'POST' },
					body: [{ PayRunID: PAY_RUN, PayrollCalendarID: CALENDAR, PaymentDate: TUE_10, PayslipMessage: 'Thank you' }],
				},
			],
		},
	],
};

const of = { payRunID: PAY_RUN, payslipID: PAYSLIP, employeeID: EMPLOYEE };

const lines = [
	{ kind: 'earnings', itemID: RATE, name: 'Ordinary Hours', numberOfUnits: 80, ratePerUnit: 35, amount: 2800 },
	{ kind: 'leaveEarnings', numberOfUnits: 2, ratePerUnit: 25, amount: 50, description: 'leave' },
	{ kind: 'deduction', itemID: DEDUCTION, name: 'Union Fees', amount: 20 },
	{ kind: 'reimbursement', itemID: REIMBURSEMENT, name: 'Travel', amount: 30.4, description: 'Taxi' },
	{ kind: 'superannuation', itemID: MEMBERSHIP, name: 'Superannuation Guarantee', amount: 120 },
	{ kind: 'superannuation', itemID: MEMBERSHIP, name: 'Salary Sacrifice', amount: 40 },
	{ kind: 'employeeTax', lineID: LINE, name: 'PAYG Tax', amount: 600, description: 'Scale 2' },
].map((json) => ({ json: { ...of, ...json }, pairedItem: one }));

export const payslips: Readonly<Record<string, Examples>> = {
	payslip: {
		get: [
			{
				parameters: [{ PayslipID: fromList(PAYSLIP), PayRunID: fromList(PAY_RUN), oneRowPer: 'line' }],
				replies: [alone('Payslip', payslip), alone('PayItems', payItems)],
				sends: [readPayslip, readItems],
				gives: lines,
			},
		],
		getAll: [
			{
				parameters: [
					{ PayRunID: fromList(PAY_RUN), oneRowPer: 'line', returnAll: true, filters: { employeeID: byId(EMPLOYEE) } },
				],
				replies: [under('PayRuns', draft), alone('PayItems', payItems), alone('Payslip', payslip)],
				sends: [readRun, readItems, readPayslip],
				gives: lines,
			},
		],
		update: [
			{
				parameters: [
					{
						...{ PayslipID: fromList(PAYSLIP), PayRunID: fromList(PAY_RUN), otherLines: 'keep' },
						lines: {
							line: [
								{ kind: 'earnings', itemID: RATE, numberOfUnits: '76' },
								{ kind: 'deduction', itemID: DEDUCTION, amount: '25' },
								{ kind: 'employeeTax', amount: '10', description: 'Extra' },
							],
						},
					},
				],
				replies: [alone('Payslip', payslip), under('PayRuns', draft), under('Payslips', { ...payslip, TaxLines: [] })],
				sends: [
					readPayslip,
					readRun,
					{
						...{ ...readPayslip, method: 'POST' },
						body: [
							{
								EarningsLines: [{ EarningsRateID: RATE, RatePerUnit: 35, NumberOfUnits: 76 }],
								DeductionLines: [{ DeductionTypeID: DEDUCTION, CalculationType: 'FIXEDAMOUNT', Amount: 25 }],
								TaxLines: [...payslip.TaxLines, { Amount: 10, Description: 'Extra', ManualTaxType: 'PAYGMANUAL' }],
							},
						],
					},
				],
			},
			{
				parameters: [
					{
						...{ PayslipID: byId(PAYSLIP), PayRunID: fromList(''), otherLines: 'replace' },
						lines: {
							line: [{ kind: 'reimbursement', itemID: REIMBURSEMENT, amount: '12', description: 'Bus' }],
						},
					},
				],
				replies: [
					alone('Payslip', payslip),
					under('PayRuns', draft),
					under('PayRuns', draft),
					under('Payslips'),
					alone('Payslip', {
						...payslip,
						ReimbursementLines: [bus],
					}),
				],
				sends: [
					readPayslip,
					{ method: 'GET', path: '/1.0/PayRuns', query: { where: 'PayRunStatus=="DRAFT"', ...page } },
					readRun,
					{
						...{ ...readPayslip, method: 'POST' },
						body: [{ ReimbursementLines: [bus] }],
					},
					readPayslip,
				],
			},
		],
	},
};
