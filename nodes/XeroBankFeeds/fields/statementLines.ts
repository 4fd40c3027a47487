import type { IDataObject } from 'n8n-workflow';
import { rows } from '../../shared/inputs/collections';
import { date, text } from '../../shared/inputs/scalars';
import type { Field } from '../../shared/model/field';
import type { Sided } from '../amounts';
import { money } from '../amountField';

const lines = rows(
	'Statement Lines',
	'Line',
	{
		amount: money('Amount', { description: 'Above zero came in, below zero went out' }),
		chequeNumber: text('Cheque Number', { max: 20 }),
		description: text('Description', { max: 2000 }),
		payeeName: text('Payee Name', { max: 255 }),
		postedDate: date('Posted Date', { description: 'Within the period of the statement' }),
		reference: text('Reference', { max: 255 }),
		transactionId: text('Transaction ID', { description: "The bank's own; by it Xero tells lines apart that are alike" }),
		transactionType: text('Transaction Type', { max: 30, placeholder: 'e.g. Refund' }),
	},
	{ title: '={{ $collection.item.value.description || "Line" }}' },
);

/** The lines of a statement; the amount of each stands beside its side, not in an object of its own as balances do. */
export const statementLines: Field<IDataObject[]> = {
	...lines,
	write: (value) =>
		(lines.write?.(value) as IDataObject[]).map(({ amount, ...line }) => ({
			...line,
			...(amount as unknown as Sided | undefined),
		})),
};
