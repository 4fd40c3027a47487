import { z } from 'zod';
import { group, rows } from '../../shared/inputs/collections';
import { json, number } from '../../shared/inputs/scalars';
import type { Field } from '../../shared/model/field';
import { resource } from '../../shared/model/operation';
import { currencyRate, accountCode, currencyCode } from '../fields/pickers';

const balance = number('Balance', { blank: '', description: 'Debits are positive, credits negative' });

/** A chart of accounts is a list in the data already, which n8n hands on as JSON and not as rows. */
const accounts: Field<unknown> = {
	...json('Accounts', { description: "List of accounts with the names of Xero's API: the whole chart, not only what changes" }),
	schema: z.array(z.object({ Name: z.string() }).passthrough(), {
		errorMap: () => ({ message: 'is not a list of accounts such as [{"Code": "200", "Name": "Sales", "Type": "SALES"}]' }),
	}),
};

export const setup = resource({
	key: 'setup',
	name: 'Setup',
	plural: 'Setups',
	description: 'Chart of accounts, conversion date and opening balances of a new organisation',
	path: 'Setup',
	id: 'SetupID',
	scope: 'accounting.settings',
	fields: {
		Accounts: { ...accounts, ui: { ...accounts.ui, default: '[]' } },
		ConversionBalances: rows('Conversion Balances', 'Balance', {
			AccountCode: accountCode('Account'),
			Balance: balance,
			BalanceDetails: rows('In Other Currencies', 'Amount', {
				Balance: balance,
				CurrencyCode: currencyCode(),
				CurrencyRate: currencyRate("Xero takes the day's rate when left out"),
			}),
		}),
		ConversionDate: group(
			'Conversion Date',
			{
				Month: number('Month', { blank: '', whole: true, min: 1, max: 12 }),
				Year: number('Year', { blank: '', whole: true, min: 2007 }),
			},
			{ description: 'When the organisation starts using Xero' },
		),
	},
	operations: (setup) => ({
		setAccountsAndBalances: {
			xero: 'postSetup',
			name: 'Set Accounts and Opening Balances',
			action: 'Set accounts and opening balances',
			description: 'Import chart of accounts, conversion date and opening balances; answers with a count of what was changed',
			method: 'POST',
			path: '/Setup',
			envelope: 'ImportSummary',
			confirmedBy: 'Accounts',
			// The body is no record of a list: it goes as it is.
			body: 'bare',
			required: {},
			optional: setup.fields,
			isUpdate: true,
			acceptsJson: true,
			scope: setup.scope,
			notice: 'Overwrites the chart of accounts, the conversion date and the opening balances of the organisation',
		},
	}),
});
