import type { IDataObject } from 'n8n-workflow';
import type { ItemList } from '../builders/journalEntries';
import type { PayRunJournal } from '../builders/payRunJournal';
import { journalReading } from '../builders/payRunJournal';
import { LINE_KINDS } from './paySlip';

const EARNINGS_RATES: ItemList = { path: '/EarningsRates', envelope: 'earningsRates', id: 'earningsRateID', name: 'name' };
const DEDUCTIONS: ItemList = { path: '/Deductions', envelope: 'deductions', id: 'deductionId', name: 'deductionName' };
const BENEFITS: ItemList = { path: '/Benefits', envelope: 'benefits', id: 'id', name: 'name' };
const REIMBURSEMENTS: ItemList = { path: '/Reimbursements', envelope: 'reimbursements', id: 'reimbursementID', name: 'name' };
const ORDERS: ItemList = { path: '/EarningsOrders', envelope: 'statutoryDeductions', id: 'id', name: 'name' };

const EXPENSE = { inItem: 'expenseAccountID' };
const LIABILITY = { inItem: 'liabilityAccountId' };

const byName = (_line: unknown, name: string): string => name;
const asTax = ({ description }: IDataObject): string => String(description ?? 'Tax');

/** Nothing but its words tells national insurance from tax. */
const isInsurance = ({ description }: IDataObject): boolean => /national insurance|\bN\.?I\.?C?s?\b/i.test(String(description));

export const journal: PayRunJournal = {
	xero: [
		'getPayRun',
		'getPaySlips',
		'getEarningsRates',
		'getDeductions',
		'getBenefits',
		'getReimbursements',
		'getEarningsOrders',
		'getSettings',
	],
	...journalReading('/Payslips'),
	description:
		'What the payslips come to on each side of each account. Tax and national insurance of employees are told apart by the description of their lines.',
	kinds: LINE_KINDS,
	places: [
		{ kind: 'earnings', items: EARNINGS_RATES, debit: EXPENSE, describe: byName },
		{ kind: 'leaveEarnings', items: EARNINGS_RATES, debit: EXPENSE, describe: byName },
		{ kind: 'timesheetEarnings', items: EARNINGS_RATES, debit: EXPENSE, describe: byName },
		{ kind: 'deduction', items: DEDUCTIONS, credit: LIABILITY, describe: byName },
		{ kind: 'reimbursement', items: REIMBURSEMENTS, debit: { inItem: 'accountID' }, describe: byName },
		{
			kind: 'benefit',
			items: BENEFITS,
			debit: { inItem: 'expenseAccountId' },
			credit: LIABILITY,
			describe: (_line, name) => `${name}, employer`,
		},
		{ kind: 'employeeTax', takes: isInsurance, credit: { ofType: 'NICLIABILITY' }, describe: asTax },
		{ kind: 'employeeTax', credit: { ofType: 'PAYELIABILITY' }, describe: asTax },
		{ kind: 'employerTax', debit: { ofType: 'EMPLOYERSNIC' }, credit: { ofType: 'NICLIABILITY' }, describe: asTax },
		// Which of them it is, is nobody else's business.
		{ kind: 'courtOrder', items: ORDERS, credit: LIABILITY, describe: () => 'Court orders' },
	],
	netPay: { ofType: 'WAGESPAYABLE' },
};
