import type { IDataObject } from 'n8n-workflow';
import type { Choice } from '../../shared/inputs/scalars';
import { chosen, date, flag, number, text, url } from '../../shared/inputs/scalars';
import type { Field } from '../../shared/model/field';
import type { ListOption } from '../../shared/model/operation';
import { currencyRate } from './pickers';

/** Inputs that invoices, credit notes, orders and the like share: worded alike, so that the panel holds each of them once. */
export const amountsAre: Field<string> = chosen('Amounts Are', [
	['Exclusive', 'Tax Exclusive'],
	['Inclusive', 'Tax Inclusive'],
	['NoTax', 'No Tax'],
]);
export const issueDate: Field<string> = date('Date', { description: 'Today for a new one without it' });
export const dueDate: Field<string> = date('Due Date');
export const documentRate: Field<number> = currencyRate("Xero takes the day's rate when left out");
export const sentToContact: Field<boolean> = flag('Sent to Contact', 'Whether it is marked as sent; for approved documents');
const sum = (name: string): Field<number> =>
	number(name, { blank: '', description: 'Xero refuses one that differs from what the lines come to' });
export const subTotal = sum('Subtotal');
export const totalTax = sum('Total Tax');
export const total = sum('Total');
export const sourceUrl: Field<string> = url('Source URL', { description: 'Link to the source document' });
/** A text that names it for the other side. */
export const reference: Field<string> = text('Reference', { max: 255 });

/** An amount as lists show it, with two decimals. */
export const amountText = (amount: unknown): string =>
	Number(amount ?? 0).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Codes as words of Xero's screens. */
export const wordsFor = (
	choices: readonly Choice[],
	other: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> => ({
	...Object.fromEntries(choices.map(([code, name]) => [code, name])),
	...other,
});

/** Parts of a line of From List, what is not there left out. */
export const joined = (parts: readonly unknown[]): string =>
	parts.filter((part) => part !== undefined && part !== null && part !== '').join(' · ');

/** A document's line in From List: number, contact, total, status. `number` and `id` name its properties. */
export const documentLine = (
	record: IDataObject,
	id: string,
	number: string,
	words: Readonly<Record<string, string>>,
): ListOption => ({
	name: joined([
		record[number] || record.Reference || 'No number',
		(record.Contact as IDataObject | undefined)?.Name,
		`${amountText(record.Total)} ${String(record.CurrencyCode ?? '')}`.trim(),
		words[String(record.Status)] ?? record.Status,
	]),
	value: String(record[id]),
});
