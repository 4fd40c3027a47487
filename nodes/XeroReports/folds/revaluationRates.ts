// The rates that a revaluation goes by, and what is wrong with them.

import { dividedBy } from '../facts/money';
import type { BankMovement } from '../entries/bankMovement';
import type { Account } from '../facts/accounts';
import type { TrialBalance } from '../facts/trialBalance';
import { balanceOf } from '../facts/trialBalance';
import type { AsOfRate, AsOfRates, BankBalance, ControlBalance, GivenRate } from './asOfRates';
import { currenciesOf, ratesOfDay } from './asOfRates';
import type { BankOpening, RevaluedSide } from './revaluation';
import { bankPosition } from './revaluation';

/** What the rates of a day are found from. */
export interface RevaluationSources {
	/** The day, and whether it is before the period or its last. */
	readonly day: string;
	readonly end: 'opening' | 'closing';
	readonly baseDecimals: number;
	readonly given: readonly GivenRate[];
	readonly banks: readonly Account[];
	readonly movements: readonly BankMovement[];
	readonly openings: readonly BankOpening[];
	readonly sides: readonly RevaluedSide[];
	/** Bank accounts of which it is known that more stood on them than was read: they give no rate. */
	readonly incomplete: ReadonlySet<string>;
	/** Undefined where it could not be read: then only given rates count. */
	readonly trialBalance: TrialBalance | undefined;
}

function bankBalances({ banks, movements, openings, day, incomplete, trialBalance }: RevaluationSources): BankBalance[] {
	if (trialBalance === undefined) return [];
	const whole = banks.filter(({ id }) => !incomplete.has(id));
	return whole.map(({ id, currency }) => {
		const own = movements.filter(({ accountId }) => accountId === id);
		const { foreign } = bankPosition(
			own,
			openings.find(({ accountId }) => accountId === id),
			day,
		);
		return { accountId: id, currency, foreign, base: balanceOf(trialBalance, id) };
	});
}

function controlBalances({ sides, end, trialBalance }: RevaluationSources): ControlBalance[] {
	return sides.map((one) => {
		const balance = trialBalance && balanceOf(trialBalance, one.accountId);
		const owed = balance === undefined ? null : one.side === 'receivable' ? balance : -balance;
		return { accountId: one.accountId, balance: owed, outstanding: one[end] };
	});
}

/** Currencies in which there is something at the day; nothing needs no rate. */
function currenciesAt({ banks, movements, openings, sides, day, end }: RevaluationSources): Map<string, number> {
	const held = banks.filter(({ id }) => {
		const own = movements.filter(({ accountId }) => accountId === id);
		return (
			bankPosition(
				own,
				openings.find(({ accountId }) => accountId === id),
				day,
			).foreign !== 0n
		);
	});
	return new Map([
		...held.map(({ currency, decimals }) => [currency, decimals] as const),
		...sides.flatMap((one) => [...currenciesOf(one[end])]),
	]);
}

/** How far from the rates around it a rate may be before it is doubted: a tenth of it. */
const FAR = 10n;

/** The rate of the latest movement or document of a currency up to a day, in foreign units for a base unit × 10^12; undefined without one. */
function latestRate(
	currency: string,
	{ banks, movements, sides, end, day, baseDecimals }: RevaluationSources,
): bigint | undefined {
	const scale = 10n ** 12n;
	const accounts = new Map(banks.map((account) => [account.id, account]));
	const ofMovements = movements.flatMap(({ accountId, date, foreign, base }) => {
		const account = accounts.get(accountId);
		if (account?.currency !== currency || !foreign || !base || date > day) return [];
		const [up, down] = [10n ** BigInt(baseDecimals), 10n ** BigInt(account.decimals)];
		return [{ date, rate: dividedBy(foreign * scale * up, base * down) }];
	});
	const ofDocuments = sides
		.flatMap((one) => one[end])
		.flatMap(({ document: { currency: own, date, rate } }) =>
			own === currency && rate && date <= day
				? [{ date, rate: dividedBy(rate.digits * scale, 10n ** BigInt(rate.decimals)) }]
				: [],
		);
	return [...ofMovements, ...ofDocuments].reduce<{ date: string; rate: bigint } | undefined>(
		(latest, one) => (latest === undefined || one.date >= latest.date ? one : latest),
		undefined,
	)?.rate;
}

/** A rate that is implied and a tenth or more off the latest one known: money that no list has, or no opening balance, makes it so. */
function doubted(found: AsOfRate, sources: RevaluationSources): AsOfRate {
	const latest = found.source === 'given' ? undefined : latestRate(found.currency, sources);
	if (latest === undefined) return found;
	const rate = dividedBy(found.rate.digits * 10n ** 12n, 10n ** BigInt(found.rate.decimals));
	const apart = rate > latest ? rate - latest : latest - rate;
	return apart * FAR > latest ? { ...found, quality: 'doubtful' } : found;
}

/**
 * The rates of a day. Of given ones those up to the day count: for the end of a period none of before it, which were those of its
 * beginning.
 */
export function revaluationRates(sources: RevaluationSources, after = ''): AsOfRates {
	const { byCurrency, missing } = ratesOfDay(currenciesAt(sources), {
		asOf: sources.day,
		baseDecimals: sources.baseDecimals,
		given: sources.given.filter(({ date = sources.day }) => date > after),
		banks: bankBalances(sources),
		controls: controlBalances(sources),
	});
	return { byCurrency: new Map([...byCurrency].map(([currency, rate]) => [currency, doubted(rate, sources)])), missing };
}
