import type { KnownItems } from './knownItems';

/** Where the lists are that the Finance API's nested answers are cut into rows by, and what of the levels above is in each row. */
export const FINANCE_ROWS: Readonly<Record<string, KnownItems>> = {
	'bankStatement.getAll': {
		at: 'statements[0].statementLines[0]',
		more: {
			...{ bankAccountId: 'text', bankAccountName: 'text', bankAccountCurrencyCode: 'text', statementId: 'text' },
			...{ statementStartDate: 'text', statementEndDate: 'text', statementImportedDateTimeUtc: 'text' },
			...{ statementImportSource: 'text', statementStartBalance: 1, statementEndBalance: 1 },
			...{ statementIndicativeStartBalance: 1, statementIndicativeEndBalance: 1 },
		},
	},
	'financialStatement.balanceSheet': {
		at: 'asset.accountTypes[0].accounts[0]',
		more: { section: 'text', accountType: 'text', accountTypeTotal: 1 },
	},
	'financialStatement.cashflow': {
		at: 'cashflowActivities[0].cashflowTypes[0].accounts[0]',
		more: { activity: 'text', activityTotal: 1, type: 'text', typeTotal: 1 },
	},
	'financialStatement.contactsExpense': { at: 'contacts[0]' },
	'financialStatement.contactsRevenue': { at: 'contacts[0]' },
	'financialStatement.profitAndLoss': {
		at: 'revenue.accountTypes[0].accounts[0]',
		more: { section: 'text', accountTypeTotal: 1, accountTypeTitle: 'text' },
	},
	'financialStatement.trialBalance': { at: 'accounts[0]' },
};
