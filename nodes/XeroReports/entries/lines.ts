// The lines of a document as postings: net on their accounts, tax on the tax account, the rest on the rounding account.

import type { Decimal } from '../../shared/model/decimal';
import type { Accounts } from '../facts/accounts';
import type { Line } from '../facts/documents';
import { inBase, sum } from '../facts/money';
import type { Posting } from './postings';
import { accountBy, balancing, posting, systemAccountId } from './postings';

/** The currency of a record beside the base currency. */
export interface Exchange {
	readonly isForeign: boolean;
	/** Foreign units for one base unit. */
	readonly rate: Decimal;
	/** Decimals of the record's currency. */
	readonly decimals: number;
	readonly baseDecimals: number;
}

/** The exchange of a record in the base currency: none. */
export const inBaseCurrency = (decimals: number): Exchange => ({
	isForeign: false,
	rate: { digits: 1n, decimals: 0 },
	decimals,
	baseDecimals: decimals,
});

/** Minor units of a record's currency in minor units of the base currency, rounded once. */
export const toBase = (amount: bigint, { isForeign, rate, decimals, baseDecimals }: Exchange): bigint =>
	isForeign ? inBase(amount, rate, { foreign: decimals, base: baseDecimals }) : amount;

/** What an amount of a record is in its own currency; null in base currency. */
export const foreignOf = (amount: bigint, { isForeign }: Exchange): bigint | null => (isForeign ? amount : null);

/** `1` debits the lines (a purchase, money spent, a credit to a customer), `-1` credits them (a sale, money received). */
export type LineSign = 1n | -1n;

function linePosting(line: Line, sign: LineSign, exchange: Exchange, accounts: Accounts): Posting {
	return posting(accountBy(accounts, line)?.id ?? '', sign * toBase(line.net, exchange), {
		foreign: foreignOf(sign * line.net, exchange),
		tax: sign * toBase(line.tax, exchange),
		taxType: line.taxType,
		description: line.description,
		options: line.options,
		isRounded: exchange.isForeign,
	});
}

/**
 * What stands against the total of a record. Each amount is rounded once, the tax line by line; what rounding leaves, and a
 * RoundingAmount inside the total, goes to the account with SystemAccount ROUNDING.
 * @param total of the record in its own currency
 */
export function againstTotal(
	{ lines, total }: { readonly lines: readonly Line[]; readonly total: bigint },
	sign: LineSign,
	exchange: Exchange,
	accounts: Accounts,
): Posting[] {
	const nets = lines.map((line) => linePosting(line, sign, exchange, accounts));
	const tax = sum(nets.map((one) => one.tax ?? 0n));
	const foreignTax = foreignOf(sign * sum(lines.map((line) => line.tax)), exchange);
	const taxAccount = systemAccountId(accounts, 'GST');
	const taxes = tax === 0n ? [] : [posting(taxAccount, tax, { foreign: foreignTax, isRounded: exchange.isForeign })];
	const postings = [...nets, ...taxes];
	const control = posting('', -sign * toBase(total, exchange));
	const rounding = balancing([control, ...postings], systemAccountId(accounts, 'ROUNDING'), { isRounded: exchange.isForeign });
	return [...postings, ...rounding];
}

/** The accounts that lines name, and the tax account where they have tax. */
export function accountsIn(lines: readonly Line[], accounts: Accounts): string[] {
	const named = lines.map((line) => accountBy(accounts, line)?.id ?? '');
	return lines.some(({ tax }) => tax !== 0n) ? [...named, systemAccountId(accounts, 'GST')] : named;
}
