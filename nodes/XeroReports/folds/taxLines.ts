// The lines of documents as what a tax return is made of: net and tax, on the side of sales or of purchases.

import { decimalsOf } from '../../shared/model/currency';
import type { Entry } from '../entries/entry';
import type { Accounts } from '../facts/accounts';
import { absolute, sum } from '../facts/money';
import type { TaxRate, TaxRates, TaxSide } from '../facts/taxRates';
import { isImport, isOutsideReturns, isReverseCharge, sideOfReportTaxType, taxAt } from '../facts/taxRates';

/** A line of a document, or on the cash basis a share of one; minor units of the base currency. */
export interface TaxLine {
	readonly entry: Entry;
	readonly side: TaxSide;
	/** Undefined where the line names no rate, or one that Xero does not have. */
	readonly rate: TaxRate | undefined;
	/** Above zero for a sale on the side of sales, and for a purchase on the side of purchases. */
	readonly net: bigint;
	readonly tax: bigint;
	/** What the rate says the tax is; null where no rate says it. */
	readonly expectedTax: bigint | null;
	/** Whether somebody typed over the tax: it is more than rounding apart from what the rate says. */
	readonly taxEdited: boolean;
	/** Declared and not posted: a reverse charge, or trade inside the EC. */
	readonly notional: boolean;
}

/** The side of a line whose rate does not say it: that of its account, else that of its document, else that of the amount. */
function sideOfLine({ accountId, amount, source }: Entry, { byId }: Accounts): TaxSide {
	const { class: of } = byId.get(accountId) ?? {};
	if (of === 'REVENUE') return 'sales';
	if (of === 'EXPENSE') return 'purchases';
	if (source.type === 'MANJOURNAL') return amount < 0n ? 'sales' : 'purchases';
	return /^(ACCREC|AR|CASHREC)/.test(source.type) ? 'sales' : 'purchases';
}

/** Half the hundredth that Xero rounds the tax of a foreign line to, in minor units of the base currency, rounded up. */
function halfHundredth({ amount, foreign, source }: Entry): bigint {
	if (!foreign) return 0n;
	const hundredth = 10n ** BigInt(Math.max(decimalsOf(source.currency) - 2, 0));
	const [up, down] = [absolute(amount) * hundredth, 2n * absolute(foreign)];
	return (up + down - 1n) / down;
}

/**
 * Minor units that rounding alone may set the tax of a line apart: one; of a share one more, as its net and its tax are rounded apart;
 * and what half a cent of a foreign currency is worth, which is much where the base currency is small.
 */
const allowance = (entry: Entry): bigint => (entry.isRounded ? 2n : 1n) + halfHundredth(entry);

function taxLineOf(entry: Entry, posted: bigint, rates: TaxRates, accounts: Accounts): TaxLine {
	const rate = rates.get(entry.taxType ?? '');
	const reportTaxType = rate?.reportTaxType ?? '';
	const side = sideOfReportTaxType(reportTaxType) ?? sideOfLine(entry, accounts);
	const sign = side === 'sales' ? -1n : 1n;
	const [net, tax] = [sign * entry.amount, sign * posted];
	const notional = posted === 0n && isReverseCharge(reportTaxType);
	const hasRate = rate?.percent !== undefined && !notional && !isImport(reportTaxType);
	const expectedTax = hasRate ? taxAt(net, rate.percent!) : null;
	const taxEdited = expectedTax !== null && absolute(tax - expectedTax) > allowance(entry);
	return { entry, side, rate, net, tax, expectedTax, taxEdited, notional };
}

/**
 * Lines of entries, in their order; postings of banks, control accounts and of the tax account itself are none.
 * @param rates of the organisation
 */
export const taxLinesOf = (entries: readonly Entry[], rates: TaxRates, accounts: Accounts): TaxLine[] =>
	entries.flatMap((entry) => (entry.tax === null ? [] : [taxLineOf(entry, entry.tax, rates, accounts)]));

/** Whether a line is on no return: it has no tax, and its rate, if it names one, is not reported. */
export const isUntaxed = ({ rate, tax, entry }: TaxLine): boolean =>
	tax === 0n && (rate === undefined ? entry.taxType === null || entry.taxType === 'NONE' : isOutsideReturns(rate.reportTaxType));

/** Tax collected less tax paid: above zero is to be paid, below zero a refund. */
export const netTaxOf = (lines: readonly TaxLine[]): bigint => sum(lines.map(({ side, tax }) => (side === 'sales' ? tax : -tax)));
