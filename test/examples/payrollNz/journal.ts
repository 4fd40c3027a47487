import type { Examples } from '../example';
import {
	ACCOUNT,
	DEDUCTION,
	EMPLOYEE,
	fromList,
	LIABILITY,
	listed,
	OVERTIME,
	PAY_RUN,
	PAYSLIP,
	RATE,
	SALARY,
	wrapped,
} from './records';

/** The accounts of a pay run's payslip, all of which payroll's settings have. */
const accounts = [
	{ accountID: ACCOUNT, type: 'WAGESEXPENSE', code: '477', name: 'Salaries' },
	{ accountID: SALARY, type: 'PAYELIABILITY', code: '825', name: 'PAYE Payable' },
	{ accountID: LIABILITY, type: 'WAGESPAYABLE', code: '814', name: 'Wages Payable - Payroll' },
];

/** 500 + 5 − 87.75 − 10 = 407.25. */
export const paySlip = {
	paySlipID: PAYSLIP,
	employeeID: EMPLOYEE,
	payRunID: PAY_RUN,
	totalPay: 407.25,
	earningsLines: [{ earningsLineID: RATE, earningsRateID: RATE, displayName: 'Ordinary Time', amount: 500 }],
	deductionLines: [{ deductionTypeID: DEDUCTION, displayName: 'Social Club', amount: 10 }],
	reimbursementLines: [{ reimbursementTypeID: OVERTIME, description: 'Parking', amount: 5 }],
	employeeTaxLines: [{ taxLineID: SALARY, description: 'PAYE', amount: 87.75 }],
};

/** The lists and settings of which a payslip names something, in the order in which they are read. */
export const lists = [
	listed('earningsRates', { earningsRateID: RATE, name: 'Ordinary Time', expenseAccountID: ACCOUNT }),
	listed('deductions', { deductionId: DEDUCTION, deductionName: 'Social Club', liabilityAccountId: LIABILITY }),
	listed('reimbursements', { reimbursementID: OVERTIME, name: 'Travel', accountID: ACCOUNT }),
	wrapped('settings', { accounts }),
];

const salaries = { accountID: ACCOUNT, accountCode: '477', accountName: 'Salaries' };
const payable = { accountID: LIABILITY, accountCode: '814', accountName: 'Wages Payable - Payroll' };
const paye = { accountID: SALARY, accountCode: '825', accountName: 'PAYE Payable' };

/** What the payslip comes to; its two sides are 505 each. */
export const journalRows = [
	{ ...salaries, description: 'Ordinary Time', debit: 500, credit: 0, employeeID: EMPLOYEE },
	{ ...salaries, description: 'Travel', debit: 5, credit: 0, employeeID: EMPLOYEE },
	{ ...payable, description: 'Social Club', debit: 0, credit: 10, employeeID: EMPLOYEE },
	{ ...payable, description: 'Net pay', debit: 0, credit: 407.25, employeeID: EMPLOYEE },
	{ ...paye, description: 'PAYE', debit: 0, credit: 87.75, employeeID: EMPLOYEE },
].map((json) => ({ json, pairedItem: { item: 0 } }));

export const payRun: Examples = {
	getJournalRows: [
		{
			parameters: [{ PayRunID: fromList(PAY_RUN), options: { byEmployee: true } }],
			replies: [wrapped('payRun', { payRunID: PAY_RUN }), listed('paySlips', paySlip), ...lists],
			sends: [
				{ method: 'GET', path: `/PayRuns/${PAY_RUN}` },
				{ method: 'GET', path: '/PaySlips', query: { PayRunID: PAY_RUN, page: '1' } },
				{ method: 'GET', path: '/EarningsRates', query: { page: '1' } },
				{ method: 'GET', path: '/Deductions', query: { page: '1' } },
				{ method: 'GET', path: '/Reimbursements', query: { page: '1' } },
				{ method: 'GET', path: '/Settings' },
			],
			gives: journalRows,
		},
	],
};
