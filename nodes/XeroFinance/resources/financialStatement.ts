import type { IDataObject } from 'n8n-workflow';
import { date, flag, ids } from '../../shared/inputs/scalars';
import type { Fields } from '../../shared/model/field';
import { resource } from '../../shared/model/operation';
import { rowsOf } from '../rows';
import { statement } from '../statement';

const SCOPE = 'finance.statements.read';

const period: Fields = {
	startDate: date('Date From', { description: '12 months before Date To when left out' }),
	endDate: date('Date To', { description: 'Today when left out' }),
};

const ofContacts: Fields = {
	...period,
	contactIds: { ...ids('Contact IDs', { description: 'All contacts when left out' }), repeats: true },
	includeManualJournals: flag('Include Manual Journals', 'Whether manual journals count as well'),
};

const TYPES = [
	{ key: 'accountTypes', as: 'accountType' },
	{ key: 'accounts', as: 'account' },
] as const;

/** The accounts of some parts of a statement, each with the name of its part. */
const accountsOf =
	(...sections: readonly string[]) =>
	(body: IDataObject): IDataObject[] =>
		sections.flatMap((section) => rowsOf((body[section] ?? {}) as IDataObject, TYPES, { section }));

const ACTIVITIES = [
	{ key: 'cashflowActivities', as: 'activity' },
	{ key: 'cashflowTypes', as: 'type' },
	{ key: 'accounts', as: 'account' },
] as const;

const contactsOf = (body: IDataObject): IDataObject[] => rowsOf(body, [{ key: 'contacts', as: 'contact' }]);

export const financialStatement = resource({
	key: 'financialStatement',
	name: 'Financial Statement',
	plural: 'Financial Statements',
	description: 'Balance sheet, cash flow, profit and loss, trial balance, revenue and expense by contact',
	path: 'FinancialStatements',
	id: 'accountId',
	scope: SCOPE,
	fields: {},
	operations: () => ({
		balanceSheet: statement(
			'getFinancialStatementBalanceSheet',
			'Get Balance Sheet',
			'Get the balance sheet',
			'/FinancialStatements/BalanceSheet',
			SCOPE,
			{ balanceDate: date('Date', { description: 'Today when left out' }) },
			accountsOf('asset', 'liability', 'equity'),
		),
		cashflow: statement(
			'getFinancialStatementCashflow',
			'Get Cash Flow',
			'Get the cash flow statement',
			'/FinancialStatements/Cashflow',
			SCOPE,
			period,
			(body) => rowsOf(body, ACTIVITIES),
			{ description: 'By the direct method; not offered in the United States' },
		),
		contactsExpense: statement(
			'getFinancialStatementContactsExpense',
			'Get Expense by Contact',
			'Get expense by contact',
			'/FinancialStatements/contacts/expense',
			SCOPE,
			ofContacts,
			contactsOf,
		),
		contactsRevenue: statement(
			'getFinancialStatementContactsRevenue',
			'Get Revenue by Contact',
			'Get revenue by contact',
			'/FinancialStatements/contacts/revenue',
			SCOPE,
			ofContacts,
			contactsOf,
		),
		profitAndLoss: statement(
			'getFinancialStatementProfitAndLoss',
			'Get Profit and Loss',
			'Get profit and loss',
			'/FinancialStatements/ProfitAndLoss',
			SCOPE,
			period,
			accountsOf('revenue', 'expense'),
		),
		trialBalance: statement(
			'getFinancialStatementTrialBalance',
			'Get Trial Balance',
			'Get the trial balance',
			'/FinancialStatements/TrialBalance',
			SCOPE,
			{ endDate: date('Date', { description: 'Today when left out' }) },
			(body) => rowsOf(body, [{ key: 'accounts', as: 'account' }]),
		),
	}),
});
