// Inputs of the currency revaluation.

import { rows } from '../../shared/inputs/collections';
import { record } from '../../shared/inputs/locators';
import { choices, date, number } from '../../shared/inputs/scalars';
import { filledIn } from './ownReports';

/** What is revalued. */
export const revaluationScope = choices(
	'Scope',
	[
		['bank', 'Bank Accounts'],
		['receivable', 'Receivables'],
		['payable', 'Payables'],
	],
	{ description: 'What is revalued; all of it when none is chosen' },
);

/** What foreign bank accounts held when the books began in Xero, or on any day after that: no list of Xero has it. */
export const bankOpenings = filledIn(
	rows(
		'Opening Balances',
		'Opening Balance',
		{
			accountId: record('Bank Account', 'bankAccount', ['id', 'code'], { modes: { code: { placeholder: 'e.g. 093' } } }),
			date: date('Date', {
				description:
					'The day at whose end the account held it. What is dated later is read; before it the account held nothing, or the day is before the period.',
			}),
			foreign: number('Balance in Its Currency', {
				blank: '',
				placeholder: 'e.g. 100.00',
				description: 'What the account held, in its own currency; below zero where it was overdrawn',
			}),
			base: number('Cost in Base Currency', {
				blank: '',
				placeholder: 'e.g. 160.00',
				description: "What that had cost in the organisation's own currency: in Xero, the conversion balance",
			}),
		},
		{ description: 'Balances that foreign bank accounts began with in Xero, which its API lists nowhere' },
	),
	['accountId', 'date', 'foreign', 'base'],
);
