// Rates of a day, which no endpoint gives: given by people, or implied by what Xero's balances come to (section 4.5, step 3).

import type { Decimal } from '../../shared/model/decimal';
import { absolute, sum } from '../facts/money';
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
	/** What it comes from: given, a bank account, or the control account itself, which makes that account's check circular. */
	readonly source: 'given' | 'bankAccount' | 'controlAccount';
	/** `coarse`: implied by less than 100 units of the base currency, too little for its last decimals. */
	readonly quality: 'exact' | 'coarse';
}

/** What rates are found by. */
export interface RateSources {
	readonly asOf: string;
	/** Decimals of the base currency. */
	readonly baseDecimals: number;
	readonly given?: readonly GivenRate[];
	readonly banks?: readonly BankBalance[];
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
function givenRate(currency: string, { given = [], asOf }: RateSources): AsOfRate | undefined {
	const day = ({ date = asOf }: GivenRate): string => date;
	const [latest] = given
		.filter((one) => one.currency === currency && one.rate.digits > 0n && day(one) <= asOf)
		.sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
	return latest && { currency, rate: latest.rate, source: 'given', quality: 'exact' };
}

/** The rate at which so much foreign money is worth so much; undefined where the two have no rate between them. */
function impliedRate(
	{ currency, foreign, base }: BankBalance,
	foreignDecimals: number,
	baseDecimals: number,
	source: AsOfRate['source'],
): AsOfRate | undefined {
	if (foreign === 0n || base === 0n || foreign < 0n !== base < 0n) return undefined;
	const digits = (absolute(foreign) * 10n ** BigInt(DECIMALS + baseDecimals)) / (absolute(base) * 10n ** BigInt(foreignDecimals));
	if (digits === 0n) return undefined;
	const coarse = absolute(base) < COARSE * 10n ** BigInt(baseDecimals);
	return { currency, rate: { digits, decimals: DECIMALS }, source, quality: coarse ? 'coarse' : 'exact' };
}

/** By the bank account of the currency that holds most of it. */
function bankRate(currency: string, decimals: number, { banks = [], baseDecimals }: RateSources): AsOfRate | undefined {
	const [largest] = banks
		.filter((bank) => bank.currency === currency)
		.sort((a, b) => Number(absolute(b.foreign) > absolute(a.foreign)) - Number(absolute(b.foreign) < absolute(a.foreign)));
	return largest && impliedRate(largest, decimals, baseDecimals, 'bankAccount');
}

/** By what the control account is worth beyond its documents in base currency, where all others are of this currency. */
function controlRate(
	currency: string,
	decimals: number,
	onControl: readonly Outstanding[],
	{ controlBalance, baseDecimals }: RateSources,
): AsOfRate | undefined {
	if (controlBalance === null) return undefined;
	const foreign = onControl.filter(({ document }) => document.isForeign);
	if (foreign.some(({ document }) => document.currency !== currency)) return undefined;
	const inBaseCurrency = onControl.filter(({ document }) => !document.isForeign);
	const total = (ones: readonly Outstanding[]): bigint => sum(ones.map(({ amount }) => amount));
	const balance = { currency, foreign: total(foreign), base: controlBalance - total(inBaseCurrency) };
	return impliedRate(balance, decimals, baseDecimals, 'controlAccount');
}

/**
 * The rates of the currencies in which something stands open on a control account: given, else of a bank account of the currency, else of
 * the control account where the currency is its only foreign one.
 * @param outstanding all that stands open of one side, whatever contacts the report is for
 */
export function asOfRates(outstanding: readonly Outstanding[], sources: RateSources): AsOfRates {
	const onControl = outstanding.filter((one) => !isPrepayment(one));
	const currencies = new Map<string, number>();
	for (const { document } of onControl) if (document.isForeign) currencies.set(document.currency, document.decimals);
	const byCurrency = new Map<string, AsOfRate>();
	const missing: string[] = [];
	for (const [currency, decimals] of currencies) {
		const found =
			givenRate(currency, sources) ??
			bankRate(currency, decimals, sources) ??
			controlRate(currency, decimals, onControl, sources);
		if (found) byCurrency.set(currency, found);
		else missing.push(currency);
	}
	return { byCurrency, missing: missing.sort() };
}
