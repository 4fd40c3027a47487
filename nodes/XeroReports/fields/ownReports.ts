// Inputs of the reports that Xero's API does not give.

import type { IDataObject } from 'n8n-workflow';
import { rows } from '../../shared/inputs/collections';
import { currency, record } from '../../shared/inputs/locators';
import { choice, choices, date, flag, number } from '../../shared/inputs/scalars';
import { rowIn } from '../../shared/inputs/fieldIssues';
import type { Field, Fields } from '../../shared/model/field';
import { isObject } from '../../shared/model/values';

/** Calls that a report takes at most, unless its user says otherwise. */
export const MOST_CALLS = 300;

const preset = <T>(field: Field<T>, value: T): Field<T> => ({ ...field, ui: { ...field.ui, default: value as string } });

/** The report as a file beside its rows. */
export const alsoAsPage: Field<boolean> = flag(
	'Also as a Page',
	'Whether to add the report as an HTML file that can be printed and mailed',
);

/** What every report of our own can be asked besides. */
export const ownReport: Fields = {
	return: choices(
		'Return',
		[
			['row', 'Rows'],
			['total', 'Totals'],
			[
				'notInApi',
				'Not in the API',
				'What the ledger has and no list of Xero gives, with the reason as far as it can be guessed',
			],
			['check', 'Checks', 'Figures of the report beside the same figures of Xero'],
		],
		{ description: 'Kinds of items that come out; all of them when none is chosen' },
	),
	onDifference: choice('When a Check Differs', [
		['return', 'Return It', 'The check is an item, and is told under the output'],
		['stop', 'Stop', 'The item fails, with the checks that differ'],
	]),
	mostCalls: preset(
		number('Most Calls', {
			min: 1,
			max: 10_000,
			whole: true,
			description: 'A report that takes more calls to Xero stops after the first pages, and says how many it takes',
		}),
		MOST_CALLS,
	),
	alsoAsPage,
};

/** Sums at the end of groups and of the report. */
export const totals = (group: string): Field<string> =>
	choice('Totals', [
		['grand', 'Grand Total'],
		['group', `Per ${group} as Well`],
		['none', 'None'],
	]);

/** Whether the report is held against the trial balance, which takes a call and a scope. */
export const tieOut: Field<boolean> = flag(
	'Tie-Out',
	'Whether to hold the report against the trial balance of Xero; on unless it is added and switched off',
	true,
);

/** The rows that n8n hands over, filled in or not; undefined where it is no list of rows. */
function rowsIn(value: unknown): readonly IDataObject[] | undefined {
	if (Array.isArray(value)) return value.every(isObject) ? (value as IDataObject[]) : undefined;
	if (!isObject(value)) return undefined;
	const lists = Object.values(value);
	return lists.length === 0 ? [] : lists.length === 1 && Array.isArray(lists[0]) ? rowsIn(lists[0]) : undefined;
}

/**
 * Rows that have to be filled in once they are added: one that comes to nothing would make a report of everything.
 * @param needed keys of the inputs that each row has to have
 */
export function filledIn(field: Field<IDataObject[]>, needed: readonly string[]): Field<IDataObject[]> {
	const label = field.ui.displayName;
	const nameOf = (key: string): string => field.within?.[key]?.ui.displayName ?? key;
	return {
		...field,
		read: (value, zone) => {
			const given = rowsIn(value);
			const one = (row: IDataObject): unknown => (field.read?.([row], zone) as unknown[] | undefined)?.[0] ?? {};
			return given ? given.map(one) : field.read?.(value, zone);
		},
		faults: (value) => {
			if (!Array.isArray(value) || !value.every(isObject)) return [];
			if (value.length === 0) return [{ place: [label], says: 'has no rows', todo: 'Add one, or remove it' }];
			return value.flatMap((row, index) =>
				needed
					.filter((key) => row[key] === undefined)
					.map((key) => ({
						place: [rowIn(field, index), nameOf(key)],
						says: 'has no value',
						todo: 'Give one, or remove the row',
					})),
			);
		},
	};
}

/** A contact, from the list, by its ID or by its name. */
export const contactChosen = record('Contact', 'contact', ['id', 'name']);

/** Contacts chosen one by one; all of them when left out. */
export const contactsChosen = filledIn(rows('Contacts', 'Contact', { contactId: contactChosen }), ['contactId']);

/** Accounts chosen one by one; all of them when left out. */
export const accountsChosen = filledIn(rows('Accounts', 'Account', { accountId: record('Account', 'account', ['id', 'code']) }), [
	'accountId',
]);

/** Rates of the day, which Xero's API gives nowhere. */
export const ratesGiven = filledIn(
	rows(
		'Rates',
		'Rate',
		{
			currency: currency(),
			rate: number('Rate', {
				blank: '',
				min: 0.000001,
				placeholder: 'e.g. 0.60',
				description:
					"Units of the currency that one unit of the organisation's own buys, as Xero writes it: 0.60 for USD where 1 NZD buys 0.60 USD",
			}),
			date: date('Date', { description: 'The day it is of; without one it counts for the day of the report' }),
		},
		{ description: 'Rates of the day of the report, for currencies whose rate does not follow from the balances of Xero' },
	),
	['currency', 'rate'],
);
