// The amounts of a report that no list of Xero's API gives, as a table of their own.

import type { IDataObject } from 'n8n-workflow';
import { decimalsOf } from '../../shared/model/currency';
import type { NotInApiReason } from '../folds/rows';
import { amountWithCurrency, figureText } from './figureText';
import type { Part } from './markup';
import { markup } from './markup';
import { accountOf, ofType, textIn, wordsOf } from './rowValues';
import { table } from './table';

const REASONS: Readonly<Record<NotInApiReason | 'rounding', string>> = {
	payroll: 'Payroll',
	stock: 'Stock and its cost',
	revaluation: 'Revaluation of foreign currency',
	depreciationRun: 'Depreciation run of the asset register',
	openingBalance: 'Opening balance',
	payments: 'Payroll, claims or other payments',
	rateMissing: 'Xero gives no currency rate',
	notRead: 'Not read',
	rounding: 'Rounding',
	unknown: 'Not known',
};

/** The reason of a row “not in the API” in words. */
export const reasonText = (reason: string): string =>
	reason in REASONS ? REASONS[reason as keyof typeof REASONS] : wordsOf(reason);

/** What a row is about: its account, or its document and contact. */
const nameOf = (row: IDataObject): Part => {
	const [account, contact] = [accountOf(row), textIn(row, 'contactName')];
	const number = textIn(row, 'number') || wordsOf(textIn(row, 'documentType'));
	if (account !== '') return account;
	return markup`${number || contact || 'Not known'}${number !== '' && contact !== '' && markup`<small>${contact}</small>`}`;
};

/** A row without an amount in the table's currency has the one in its own, and says which. */
function amountOf(row: IDataObject, currency: string): string {
	if (typeof row.amount === 'number') return figureText(row.amount, decimalsOf(currency));
	return typeof row.outstanding === 'number' ? amountWithCurrency(row.outstanding, textIn(row, 'currency')) : '';
}

/** The rows “not in the API”; nothing where there is none. */
export function notInApiTable(rows: readonly IDataObject[], currency: string): Part {
	const missing = ofType(rows, 'notInApi');
	if (!missing.length) return null;
	return table({
		title: 'Not in Xero’s API',
		remark: `${currency}; the reason is a guess by the account`,
		columns: [
			{ heading: 'Account or document', kind: 'words' },
			{ heading: 'Reason', kind: 'words' },
			{ heading: 'Amount', kind: 'figure' },
		],
		groups: [
			{
				rows: missing.map((row) => ({
					cells: [nameOf(row), textIn(row, 'note') || reasonText(textIn(row, 'reason')), amountOf(row, currency)],
				})),
			},
		],
	});
}
