import type { ItemList } from '../builders/journalEntries';
import type { PayRunJournal } from '../builders/payRunJournal';
import { journalReading } from '../builders/payRunJournal';
import { LINE_KINDS } from './paySlip';

const EARNINGS_RATES: ItemList = { path: '/EarningsRates', envelope: 'earningsRates', id: 'earningsRateID', name: 'name' };
const DEDUCTIONS: ItemList = { path: '/Deductions', envelope: 'deductions', id: 'deductionId', name: 'deductionName' };
const SUPERANNUATIONS: ItemList = { path: '/Superannuations', envelope: 'benefits', id: 'id', name: 'name' };
const REIMBURSEMENTS: ItemList = { path: '/Reimbursements', envelope: 'reimbursements', id: 'reimbursementID', name: 'name' };
const STATUTORY: ItemList = { path: '/StatutoryDeductions', envelope: 'statutoryDeductions', id: 'id', name: 'name' };

const EXPENSE = { inItem: 'expenseAccountID' };
const LIABILITY = { inItem: 'liabilityAccountId' };
const PAYE = { ofType: 'PAYELIABILITY' };

const byName = (_line: unknown, name: string): string => name;

export const journal: PayRunJournal = {
	xero: [
		'getPayRun',
		'getPaySlips',
		'getEarningsRates',
		'getDeductions',
		'getSuperannuations',
		'getReimbursements',
		'getStatutoryDeductions',
		'getSettings',
	],
	...journalReading('/PaySlips'),
	description: 'What the payslips come to on each side of each account',
	kinds: LINE_KINDS,
	places: [
		{ kind: 'earnings', items: EARNINGS_RATES, debit: EXPENSE, describe: byName },
		{ kind: 'leaveEarnings', items: EARNINGS_RATES, debit: EXPENSE, describe: byName },
		{ kind: 'timesheetEarnings', items: EARNINGS_RATES, debit: EXPENSE, describe: byName },
		{ kind: 'deduction', items: DEDUCTIONS, credit: LIABILITY, describe: byName },
		{ kind: 'reimbursement', items: REIMBURSEMENTS, debit: { inItem: 'accountID' }, describe: byName },
		{
			kind: 'superannuation',
			items: SUPERANNUATIONS,
			debit: { inItem: 'expenseAccountId' },
			credit: LIABILITY,
			// The tax on what the employer pays comes out of it.
			lessKind: 'employerTax',
			describe: (_line, name) => `${name}, employer`,
		},
		{ kind: 'employeeTax', credit: PAYE, describe: ({ description }) => String(description ?? 'PAYE') },
		{ kind: 'employerTax', credit: PAYE, describe: ({ description }) => String(description ?? 'ESCT') },
		// Which of them it is, is nobody else's business.
		{ kind: 'statutoryDeduction', items: STATUTORY, credit: LIABILITY, describe: () => 'Statutory deductions' },
	],
	netPay: { ofType: 'WAGESPAYABLE' },
};
