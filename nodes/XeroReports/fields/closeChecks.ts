// Inputs of the checks of a close.

import { rows } from '../../shared/inputs/collections';
import { record } from '../../shared/inputs/locators';
import type { Choice } from '../../shared/inputs/scalars';
import { choice, choices, instant, number } from '../../shared/inputs/scalars';
import type { Field, Fields } from '../../shared/model/field';
import { CLOSE_CHECKS, CLOSE_CHECK_WORDS } from '../folds/closeChecks/checks';
import { alsoAsPage, filledIn, ownReport, preset } from './ownReports';

/** What the inputs are at first. */
export const CLOSE_DEFAULTS = { attachmentFrom: 50, oldDays: 90, duplicateDays: 7 } as const;

const days = (name: string, value: number, description: string): Field<number> =>
	preset(number(name, { min: 0, max: 3660, whole: true, description }), value);

/** Which items come out. */
export const closeRowsWanted = choice('Rows', [
	['both', 'Checks and Findings'],
	['checks', 'Checks', 'One item for each check'],
	['findings', 'Findings', 'One item for each thing that was found, and for what was not checked'],
]);

/** Everything that can be added. */
export const closeOptions: Fields = {
	checks: choices(
		'Checks',
		CLOSE_CHECKS.map((key): Choice => [key, CLOSE_CHECK_WORDS[key].name, CLOSE_CHECK_WORDS[key].description]),
		{ description: 'What is looked at: all but Tax Against the Ledger when none is chosen' },
	),
	trackingCategory: record('Tracking Category', 'trackingCategory', ['id'], {
		description: 'The category that every line of income and expenses should have an option of',
	}),
	changedSince: instant('Changed Since', {
		description: 'When the period was reported last: what was changed in it afterwards is found',
	}),
	attachmentFrom: preset(
		number('Attachment From', {
			min: 0,
			description: "Total, in the organisation's currency, from which on a bill or spend should have a file: 50 when left out",
		}),
		CLOSE_DEFAULTS.attachmentFrom,
	),
	oldDays: days(
		'Old After Days',
		CLOSE_DEFAULTS.oldDays,
		'Days after its date from which on something open is old: 90 when left out',
	),
	duplicateDays: days(
		'Duplicates Within Days',
		CLOSE_DEFAULTS.duplicateDays,
		'Days within which two bills of a supplier over one total may be the same: 7 when left out',
	),
	suspenseAccounts: filledIn(
		rows(
			'Suspense Accounts',
			'Account',
			{ accountId: record('Account', 'account', ['id', 'code']) },
			{
				description: 'Accounts that should be empty; found by their names when left out',
			},
		),
		['accountId'],
	),
	mostCalls: ownReport.mostCalls!,
	alsoAsPage,
};
