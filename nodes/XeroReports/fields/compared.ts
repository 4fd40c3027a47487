// Inputs of Xero's own reports that several of them share.

import { choice, flag, number } from '../../shared/inputs/scalars';
import type { Fields } from '../../shared/model/field';
import { TIMEFRAME_MONTHS } from '../rows/comparedPeriods';

const timeframe = choice('Timeframe', [
	['MONTH', 'Month'],
	['QUARTER', 'Quarter'],
	['YEAR', 'Year'],
]);

/** Earlier periods beside the one asked for. */
export const compared: Fields = {
	periods: number('Periods', { min: 1, max: 11, whole: true, description: 'How many earlier periods to compare with' }),
	timeframe,
};

/** The budget summary has the same choice, but takes the number of months. */
export const budgeted: Fields = {
	periods: number('Periods', { min: 1, max: 12, whole: true, description: 'How many periods to show' }),
	timeframe: { ...timeframe, write: (size) => TIMEFRAME_MONTHS[size as string] },
};

/** On the cash basis instead of accruals. */
export const paymentsOnly: Fields = {
	paymentsOnly: flag('Cash Basis', 'Whether to count what was paid and received instead of what was invoiced'),
};

/** On unless it is switched off: a layout of one's own may hide accounts or join them. */
export const standardLayout: Fields = {
	standardLayout: flag(
		'Standard Layout',
		"Whether to use Xero's standard layout in place of a layout of your own; on unless it is added and switched off",
		true,
	),
};
