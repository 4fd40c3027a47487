// Rates that follow from a control account, held against the rates of its documents.

import type { Decimal } from '../../shared/model/decimal';
import { minus } from '../../shared/model/decimal';
import type { AsOfRate, AsOfRates } from './asOfRates';
import type { Outstanding } from './outstanding';

/** A currency seldom doubles or halves between a document and the day of a report. */
const TIMES = 2n;

const isMore = (a: Decimal, b: Decimal): boolean => minus(a, b).digits > 0n;

const timesAsMuch = ({ digits, decimals }: Decimal): Decimal => ({ digits: digits * TIMES, decimals });

const isNear = (rate: Decimal, of: Decimal): boolean => !isMore(rate, timesAsMuch(of)) && !isMore(of, timesAsMuch(rate));

/** Whether a rate is one that the documents of its currency can have; one without any such document is taken as it is. */
function isPlausible({ currency, rate, source }: AsOfRate, outstanding: readonly Outstanding[]): boolean {
	if (source !== 'controlAccount') return true;
	const own = outstanding.flatMap(({ document }) => (document.currency === currency && document.rate ? [document.rate] : []));
	return own.length === 0 || own.some((of) => isNear(rate, of));
}

/**
 * The rates without those that follow from a control account and are more than twice, or less than half, the rate of every document of
 * their currency: what else stands on the account, such as a balance that was entered without a document, is taken for foreign money
 * there. Such a currency has no rate of the day.
 * @param outstanding all that stands open of the side
 */
export function plausibleRates({ byCurrency, missing }: AsOfRates, outstanding: readonly Outstanding[]): AsOfRates {
	const [kept, dropped] = [true, false].map((is) =>
		[...byCurrency.values()].filter((rate) => isPlausible(rate, outstanding) === is),
	) as [AsOfRate[], AsOfRate[]];
	return {
		byCurrency: new Map(kept.map((rate) => [rate.currency, rate])),
		missing: [...missing, ...dropped.map(({ currency }) => currency)].sort(),
	};
}
