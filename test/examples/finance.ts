import type { Examples } from './example';
import { byId } from './example';
import { apiRequest } from './apiRequest';

const BANK = '6f1e2d3c-0001-4a5b-9c8d-7e6f5a4b3c2d';
const CONTACTS = ['6f1e2d3c-0002-4a5b-9c8d-7e6f5a4b3c2d', '6f1e2d3c-0003-4a5b-9c8d-7e6f5a4b3c2d'];

const period = { startDate: '2026-04-01', endDate: '2027-03-31' };

const financialStatement: Examples = {
	balanceSheet: [
		{
			parameters: [{ output: 'rows', options: { balanceDate: '2026-03-31' } }],
			replies: [
				{
					body: {
						balanceDate: '2026-03-31',
						asset: {
							total: 120.5,
							accountTypes: [
								{
									accountType: 'CURRENT',
									total: 120.5,
									accounts: [
										{ code: '610', accountID: BANK, name: 'Debtors', total: 100 },
										{ code: '620', accountID: CONTACTS[0], name: 'Prepaid', total: 20.5 },
									],
								},
							],
						},
						liability: { total: 0, accountTypes: [] },
						equity: {
							total: 120.5,
							accountTypes: [{ accountType: 'EQUITY', total: 120.5, accounts: [{ name: 'Capital', total: 120.5 }] }],
						},
					},
				},
			],
			sends: [{ method: 'GET', path: '/FinancialStatements/BalanceSheet', query: { balanceDate: '2026-03-31' } }],
			gives: [
				{
					json: {
						section: 'asset',
						accountType: 'CURRENT',
						accountTypeTotal: 120.5,
						code: '610',
						accountID: BANK,
						name: 'Debtors',
						total: 100,
					},
					pairedItem: { item: 0 },
				},
				{
					json: {
						section: 'asset',
						accountType: 'CURRENT',
						accountTypeTotal: 120.5,
						code: '620',
						accountID: CONTACTS[0]!,
						name: 'Prepaid',
						total: 20.5,
					},
					pairedItem: { item: 0 },
				},
				{
					json: { section: 'equity', accountType: 'EQUITY', accountTypeTotal: 120.5, name: 'Capital', total: 120.5 },
					pairedItem: { item: 0 },
				},
			],
		},
		{
			parameters: [{ output: 'raw' }],
			replies: [{ body: { balanceDate: '2026-03-31', asset: { total: 1 } } }],
			sends: [{ method: 'GET', path: '/FinancialStatements/BalanceSheet' }],
			gives: [{ json: { balanceDate: '2026-03-31', asset: { total: 1 } }, pairedItem: { item: 0 } }],
		},
	],
	cashflow: [
		{
			parameters: [{ options: period }],
			replies: [
				{
					body: {
						...period,
						cashflowActivities: [
							{
								name: 'Operating Activities',
								total: 7,
								cashflowTypes: [
									{ name: 'Receipts from customers', total: 7, accounts: [{ code: '200', name: 'Sales', total: 7 }] },
								],
							},
						],
					},
				},
			],
			sends: [{ method: 'GET', path: '/FinancialStatements/Cashflow', query: period }],
			gives: [
				{
					json: {
						activity: 'Operating Activities',
						activityTotal: 7,
						type: 'Receipts from customers',
						typeTotal: 7,
						code: '200',
						name: 'Sales',
						total: 7,
					},
					pairedItem: { item: 0 },
				},
			],
		},
	],
	contactsExpense: [
		{
			parameters: [{ options: { ...period, contactIds: CONTACTS[0] } }],
			replies: [{ body: { ...period, contacts: [{ contactId: CONTACTS[0], name: 'Northgate Timber', total: 4 }] } }],
			sends: [{ method: 'GET', path: '/FinancialStatements/contacts/expense', query: { ...period, contactIds: CONTACTS[0]! } }],
			gives: [{ json: { contactId: CONTACTS[0]!, name: 'Northgate Timber', total: 4 }, pairedItem: { item: 0 } }],
		},
	],
	contactsRevenue: [
		{
			parameters: [{ options: { contactIds: CONTACTS.join(', '), includeManualJournals: true } }],
			sends: [
				{
					method: 'GET',
					path: '/FinancialStatements/contacts/revenue',
					query: { contactIds: CONTACTS.join(), includeManualJournals: 'true' },
				},
			],
		},
	],
	profitAndLoss: [
		{
			parameters: [{ options: { endDate: '2026-03-31' } }],
			replies: [
				{
					body: {
						revenue: { total: 9, accountTypes: [{ title: 'Income', total: 9, accounts: [{ name: 'Sales', total: 9 }] }] },
						expense: { total: 2, accountTypes: [{ title: 'Costs', total: 2, accounts: [{ name: 'Rent', total: 2 }] }] },
					},
				},
			],
			sends: [{ method: 'GET', path: '/FinancialStatements/ProfitAndLoss', query: { endDate: '2026-03-31' } }],
			gives: [
				{
					json: { section: 'revenue', accountTypeTitle: 'Income', accountTypeTotal: 9, name: 'Sales', total: 9 },
					pairedItem: { item: 0 },
				},
				{
					json: { section: 'expense', accountTypeTitle: 'Costs', accountTypeTotal: 2, name: 'Rent', total: 2 },
					pairedItem: { item: 0 },
				},
			],
		},
	],
	trialBalance: [
		{
			parameters: [{ options: { endDate: '2026-03-31' } }],
			replies: [{ body: { endDate: '2026-03-31', accounts: [{ accountCode: '200', signedBalance: -9 }] } }],
			sends: [{ method: 'GET', path: '/FinancialStatements/TrialBalance', query: { endDate: '2026-03-31' } }],
			gives: [{ json: { accountCode: '200', signedBalance: -9 }, pairedItem: { item: 0 } }],
		},
	],
};

const cashValidation: Examples = {
	getAll: [
		{
			parameters: [{ options: { balanceDate: '2026-03-31', asAtSystemDate: '2026-04-05', beginDate: '2025-04-01' } }],
			replies: [{ body: [{ accountId: BANK, statementBalance: { value: 5, type: 'DEBIT' } }] }],
			sends: [
				{
					method: 'GET',
					path: '/CashValidation',
					query: { balanceDate: '2026-03-31', asAtSystemDate: '2026-04-05', beginDate: '2025-04-01' },
				},
			],
			gives: [{ json: { accountId: BANK, statementBalance: { value: 5, type: 'DEBIT' } }, pairedItem: { item: 0 } }],
		},
	],
};

const bankStatement: Examples = {
	getAll: [
		{
			parameters: [
				{
					output: 'rows',
					BankAccountID: byId(BANK),
					FromDate: '2026-01-01',
					ToDate: '2026-03-31',
					options: { SummaryOnly: false },
				},
			],
			replies: [
				{
					body: {
						bankAccountId: BANK,
						bankAccountName: 'Main Account',
						bankAccountCurrencyCode: 'NZD',
						statements: [
							{ statementId: CONTACTS[0], startBalance: 1, statementLines: [{ statementLineId: CONTACTS[1], amount: 3 }] },
						],
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/BankStatementsPlus/statements',
					query: { BankAccountID: BANK, FromDate: '2026-01-01', ToDate: '2026-03-31', SummaryOnly: 'false' },
				},
			],
			gives: [
				{
					json: {
						bankAccountId: BANK,
						bankAccountName: 'Main Account',
						bankAccountCurrencyCode: 'NZD',
						statementId: CONTACTS[0]!,
						statementStartBalance: 1,
						statementLineId: CONTACTS[1]!,
						amount: 3,
					},
					pairedItem: { item: 0 },
				},
			],
		},
	],
};

export const examples: Readonly<Record<string, Examples>> = { apiRequest, bankStatement, cashValidation, financialStatement };
