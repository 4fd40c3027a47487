import pick from 'lodash/pick';
import { record } from '../../shared/inputs/locators';
import { date, flag } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { rowsOf } from '../rows';
import { statement } from '../statement';

const SCOPE = 'finance.bankstatementsplus.read';

export const bankStatement = resource({
	key: 'bankStatement',
	name: 'Bank Statement',
	plural: 'Bank Statements',
	description: 'Lines of bank statements, with what they are reconciled to',
	path: 'BankStatementsPlus',
	id: 'statementLineId',
	scope: SCOPE,
	fields: {},
	operations: () => ({
		getAll: statement(
			'getBankStatementAccounting',
			'Get Many',
			'Get many bank statement lines',
			'/BankStatementsPlus/statements',
			SCOPE,
			{
				SummaryOnly: flag('Summary Only', 'Whether to leave out the line items of what a line is reconciled to (quicker)', true),
			},
			(body) =>
				rowsOf(
					body,
					[
						{ key: 'statements', as: 'statement' },
						{ key: 'statementLines', as: 'line' },
					],
					// Lines of several accounts must not look alike.
					pick(body, ['bankAccountId', 'bankAccountName', 'bankAccountCurrencyCode']),
				),
			{
				required: {
					BankAccountID: record('Bank Account', 'bankAccount'),
					FromDate: date('Date From'),
					ToDate: date('Date To', { description: 'At most 12 months after Date From, and not in the future' }),
				},
			},
		),
	}),
});
