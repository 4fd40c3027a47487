// What is told of the rates of an aged report: those that are missing, and those that were given and not used.

import type { RowFinding } from '../../shared/model/context';
import type { AgedOptions } from '../folds/aged';
import type { AsOfRates, GivenRate } from '../folds/asOfRates';

/** Currencies without a rate of the day are added up at another one, which must not go unnoticed. */
function missingRates(missing: readonly string[], { currencyView, asOf: day }: AgedOptions): RowFinding[] {
	if (missing.length === 0 || currencyView === 'documentRate') return [];
	return [
		{
			code: 'noRateOfTheDay',
			place: ['Rates'],
			says: `no rate of ${missing.join(', ')} at ${day} follows from the balances of Xero: documents in it count at their own rates`,
			todo: 'Give a rate in Rates, or choose Currency: At the Rate of Each Document',
			details: { currencies: [...missing] },
		},
	];
}

/** A rate of a day after the report is not used, which must not go unnoticed either. */
export function laterRates(given: readonly GivenRate[], day: string): RowFinding[] {
	return given
		.filter(({ date }) => date !== undefined && date > day)
		.map(({ currency, date }) => ({
			code: 'rateOfLaterDay',
			place: ['Rates'],
			says: `the rate of ${currency} is of ${date}, which is after ${day}, and was not used`,
			todo: 'Give the rate of the day of the report, or leave its date out',
			details: { currency, date },
		}));
}

/** Of two rates of a currency for one day the first counts, which must not go unnoticed. */
export function rivalRates(given: readonly GivenRate[], day: string): RowFinding[] {
	const of = ({ currency, date = day }: GivenRate): string => `${currency} at ${date}`;
	const rivals = given.filter((one) => given.find((first) => of(first) === of(one)) !== one);
	return [...new Set(rivals.map(of))].map((what) => ({
		code: 'rateGivenTwice',
		place: ['Rates'],
		says: `${what} has two rates, of which the first was used`,
		todo: 'Remove one',
		details: { rate: what },
	}));
}

/** All that is to be said of the rates of an aged report. */
export const rateFindings = (given: readonly GivenRate[], { missing }: AsOfRates, options: AgedOptions): RowFinding[] => [
	...laterRates(given, options.asOf),
	...rivalRates(given, options.asOf),
	...missingRates(missing, options),
];
