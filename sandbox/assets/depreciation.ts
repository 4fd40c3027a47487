import { addDays } from '../accounting/values/dates';
import { divide, fromUnits, units } from '../accounting/values/decimal';
import { daysBetween, daysIn } from '../accounting/values/calendar';
import { yearStart, type YearEnd } from '../finance/financialYear';
import type { AssetRow, DepreciationSettingRow } from './rows';

/** What an asset was depreciated by, in the years before and in the current one; in the organisation's currency. */
export interface Depreciation {
	readonly prior: number;
	readonly current: number;
}

/** A share of something, exact. */
type Share = readonly [numerator: bigint, denominator: bigint];

const NOTHING: Share = [0n, 1n];

/**
 * The book depreciation of an asset up to the end of `until` (`YYYY-MM-DD`). Straight line takes the same share of the cost each year,
 * the diminishing methods of what is left at the start of each financial year; neither goes below the residual value.
 */
export function depreciation(asset: AssetRow, until: string, end: YearEnd): Depreciation {
	const start = yearStart(end, until);
	const prior = depreciated(asset, addDays(start, -1), end);
	return { prior: fromUnits(prior, 2), current: fromUnits(depreciated(asset, until, end) - prior, 2) };
}

function depreciated(asset: AssetRow, until: string, end: YearEnd): bigint {
	const { setting, depreciationStartDate: from, purchasePrice, costLimit = purchasePrice, residualValue = 0 } = asset;
	if (from === undefined || from > until || asset.assetStatus === 'Draft') return 0n;
	const cost = units(Math.min(costLimit, purchasePrice), 2);
	const most = cost - units(residualValue, 2);
	if (most <= 0n || setting.depreciationMethod === 'NoDepreciation') return 0n;
	if (setting.depreciationMethod === 'FullDepreciation') return most;
	const straight = setting.depreciationMethod === 'StraightLine';
	let taken = 0n;
	for (let day = from; day <= until;) {
		const next = addYear(yearStart(end, day));
		const last = addDays(next, -1) < until ? addDays(next, -1) : until;
		taken += part(straight ? most : cost - taken, yearly(setting), elapsed(setting, day, last));
		if (taken >= most) return most;
		day = next;
	}
	return taken;
}

/** The share of a year's amount: a rate in percent, or one part of the years that the asset lives. */
function yearly({ depreciationMethod, depreciationRate, effectiveLifeYears }: DepreciationSettingRow): Share {
	if (depreciationRate !== undefined) return [units(depreciationRate, 4), 1_000_000n];
	if (effectiveLifeYears === undefined) return NOTHING;
	const percent = BigInt(/^DiminishingValue(\d+)$/.exec(depreciationMethod)?.[1] ?? 100);
	return [percent, 100n * BigInt(effectiveLifeYears)];
}

/** The share of a year between two days, both included: by days, or by months of which the first counts as a whole. */
function elapsed({ averagingMethod }: DepreciationSettingRow, from: string, to: string): Share {
	if (averagingMethod === 'ActualDays') return [BigInt(daysBetween(from, to) + 1), 365n];
	const month = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
	const over = Number(to.slice(8)) === daysIn(Number(to.slice(0, 4)), Number(to.slice(5, 7)));
	return [BigInt(month(to) - month(from) + (over ? 1 : 0)), 12n];
}

function part(amount: bigint, ...[a, b]: readonly [Share, Share]): bigint {
	return divide(amount * a[0] * b[0], a[1] * b[1]);
}

const addYear = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
