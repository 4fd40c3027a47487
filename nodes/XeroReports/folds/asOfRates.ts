// Rates of a day, which no endpoint gives: given by people, or implied by what Xero's balances come to (section 4.5, step 3).

import type { Decimal } from '../../shared/model/decimal';
import { absolute, inBase, sum } from '../facts/money';
import type { Outstanding } from './outstanding';
import { isPrepayment } from './outstanding';

/** A rate that people give: foreign units for one base unit, as Xero writes it. */
export interface GivenRate {
	readonly currency: string;
	readonly rate: Decimal;
	/** The day it is of; without one it serves every day. */
	readonly date?: string | undefined;
}

/** The balance of a foreign bank account at the end of the day. */
export interface BankBalance {
	readonly accountId?: string;
	readonly currency: string;
	/** In minor units of its currency. */
	readonly foreign: bigint;
	/** What the trial balance says it is worth, in minor units of the base currency, debit positive. */
	readonly base: bigint;
}

/** The rate of a currency at the end of a day. */
export interface AsOfRate {
	readonly currency: string;
	readonly rate: Decimal;
	/** What it comes from: given, a bank account, or a control account. A check of the account that it comes from is circular. */
	readonly source: 'given' | 'bankAccount' | 'controlAccount';
	/** The account that implies it, where that is known. */
	readonly accountId?: string | undefined;
	/**
	 * `coarse`: implied by less than 100 units of the base currency, too little for its last decimals. `doubtful`: implied, and far from
	 * the rates of the transactions before the day.
	 */
	readonly quality: 'exact' | 'coarse' | 'doubtful';
}

/** What stands on a control account. */
export interface ControlBalance {
	readonly accountId?: string;
	/** In the trial balance, in base minor units, above zero for what is owed; null where it was not read. */
	readonly balance: bigint | null;
	/** All that stands open of its side. */
	readonly outstanding: readonly Outstanding[];
}

interface CommonSources {
	readonly asOf: string;
	/** Decimals of the base currency. */
	readonly baseDecimals: number;
	readonly given?: readonly GivenRate[];
	readonly banks?: readonly BankBalance[];
}

/** What rates are found by. */
export interface DayRateSources extends CommonSources {
	/** Tried one after the other. */
	readonly controls: readonly ControlBalance[];
}

/** What the rates of one side are found by. */
export interface RateSources extends CommonSources {
	/** The control account's balance in the trial balance, in base minor units, above zero for what is owed; null where it was not read. */
	readonly controlBalance: bigint | null;
}

/** The rates that were found, by currency, and the currencies that have none: their rate has to be given. */
export interface AsOfRates {
	readonly byCurrency: ReadonlyMap<string, AsOfRate>;
	readonly missing: readonly string[];
}

/** Decimals of an implied rate: enough for a balance of any size to come out to the cent again. */
const DECIMALS = 18;

/** Units of base that a rate has to be implied by for its decimals to mean anything. */
const COARSE = 100n;

/** The latest rate given for the day or before it; one without a day counts as the day's own. */
function givenRate(currency: string, { given = [], asOf }: CommonSources): AsOfRate | undefined {
	const day = ({ date = asOf }: GivenRate): string => date;
	const [latest] = given
		.filter((one) => one.currency === currency && one.rate.digits > 0n && day(one) <= asOf)
		.sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
	return latest && { currency, rate: latest.rate, source: 'given', quality: 'exact' };
}

/** The rate at which so much foreign money is worth so much; undefined where the two have no rate between them. */
function impliedRate(
	{ accountId, currency, foreign, base }: BankBalance,
	foreignDecimals: number,
	baseDecimals: number,
	source: AsOfRate['source'],
): AsOfRate | undefined {
	if (foreign === 0n || base === 0n || foreign < 0n !== base < 0n) return undefined;
	const digits = (absolute(foreign) * 10n ** BigInt(DECIMALS + baseDecimals)) / (absolute(base) * 10n ** BigInt(foreignDecimals));
	if (digits === 0n) return undefined;
	const coarse = absolute(base) < COARSE * 10n ** BigInt(baseDecimals);
	return { currency, rate: { digits, decimals: DECIMALS }, source, accountId, quality: coarse ? 'coarse' : 'exact' };
}

/** By the bank account of the currency that holds most of it. */
function bankRate(currency: string, decimals: number, { banks = [], baseDecimals }: CommonSources): AsOfRate | undefined {
	const [largest] = banks
		.filter((bank) => bank.currency === currency)
		.sort((a, b) => Number(absolute(b.foreign) > absolute(a.foreign)) - Number(absolute(b.foreign) < absolute(a.foreign)));
	return largest && impliedRate(largest, decimals, baseDecimals, 'bankAccount');
}

/** What of a side stands on its control account: prepayments do not. */
const onControl = (outstanding: readonly Outstanding[]): Outstanding[] => outstanding.filter((one) => !isPrepayment(one));

/** Rates that leave no cent open: those of bank accounts. A given one is rounded, and what that leaves would be another currency's. */
type Known = ReadonlyMap<string, AsOfRate>;

/**
 * By what the control account is worth beyond its documents in base currency and in currencies whose rate a bank account gives, where all
 * others are of this currency.
 */
function controlRate(
	currency: string,
	decimals: number,
	{ accountId, balance, outstanding }: ControlBalance,
	known: Known,
	baseDecimals: number,
): AsOfRate | undefined {
	if (balance === null) return undefined;
	const all = onControl(outstanding);
	const own = all.filter(({ document }) => document.currency === currency);
	const others = all
		.filter((one) => !own.includes(one))
		.map(({ document: { currency: other, decimals: foreign, isForeign }, amount }) => {
			if (!isForeign) return amount;
			const rate = known.get(other)?.rate;
			return rate && inBase(amount, rate, { foreign, base: baseDecimals });
		});
	if (others.includes(undefined)) return undefined;
	const worth = balance - sum(others.filter((value) => value !== undefined));
	const foreign = sum(own.map(({ amount }) => amount));
	return impliedRate(
		{ currency, foreign, base: worth, ...(accountId ? { accountId } : {}) },
		decimals,
		baseDecimals,
		'controlAccount',
	);
}

/**
 * The rates of some currencies at the end of a day: given, else of the bank account of the currency, else of a control account where no
 * other foreign currency is left on it.
 * @param currencies decimals of each by its code
 */
export function ratesOfDay(currencies: ReadonlyMap<string, number>, sources: DayRateSources): AsOfRates {
	const byCurrency = new Map<string, AsOfRate>();
	for (const [currency, decimals] of currencies) {
		const found = givenRate(currency, sources) ?? bankRate(currency, decimals, sources);
		if (found) byCurrency.set(currency, found);
	}
	const known: Known = new Map([...byCurrency].filter(([, { source }]) => source === 'bankAccount'));
	const missing: string[] = [];
	for (const [currency, decimals] of currencies) {
		if (byCurrency.has(currency)) continue;
		const found = sources.controls
			.map((control) => controlRate(currency, decimals, control, known, sources.baseDecimals))
			.find((rate) => rate !== undefined);
		if (found) byCurrency.set(currency, found);
		else missing.push(currency);
	}
	return { byCurrency, missing: missing.sort() };
}

/** The foreign currencies in which something stands open on a control account, with their decimals. */
export const currenciesOf = (outstanding: readonly Outstanding[]): Map<string, number> =>
	new Map(
		onControl(outstanding).flatMap(({ document }) =>
			document.isForeign ? [[document.currency, document.decimals] as const] : [],
		),
	);

/**
 * The rates of the currencies in which something stands open on a control account.
 * @param outstanding all that stands open of one side, whatever contacts the report is for
 */
export const asOfRates = (outstanding: readonly Outstanding[], { controlBalance, ...sources }: RateSources): AsOfRates =>
	ratesOfDay(currenciesOf(outstanding), { ...sources, controls: [{ balance: controlBalance, outstanding }] });
