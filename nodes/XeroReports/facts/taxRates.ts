// Tax rates of Xero, and which side of a tax return each of them is on.

import type { IDataObject } from 'n8n-workflow';
import type { Decimal } from '../../shared/model/decimal';
import { decimalOf } from '../../shared/model/decimal';
import { dividedBy } from './money';

/** Tax that is collected on sales, or paid on purchases. */
export type TaxSide = 'sales' | 'purchases';

/** A tax rate of the organisation. */
export interface TaxRate {
	/** Xero's TaxType, such as OUTPUT2. */
	readonly taxType: string;
	readonly name: string;
	/** Where it stands on a return, such as OUTPUT; '' where Xero does not say it. */
	readonly reportTaxType: string;
	/** Percent of all its components; undefined where Xero does not say it. */
	readonly percent: Decimal | undefined;
}

/** Tax rates by TaxType. */
export type TaxRates = ReadonlyMap<string, TaxRate>;

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** @param records of GET /TaxRates, deleted ones among them: lines of before still name them */
export const taxRatesOf = (records: readonly IDataObject[]): TaxRates =>
	new Map(
		records.map(({ TaxType, Name, ReportTaxType, EffectiveRate, DisplayTaxRate }) => [
			text(TaxType),
			{
				taxType: text(TaxType),
				name: text(Name),
				reportTaxType: text(ReportTaxType),
				percent: decimalOf(EffectiveRate ?? DisplayTaxRate),
			},
		]),
	);

const SALES = /OUTPUT|SALES$|EXPORT/;
const PURCHASES = /INPUT(?!TAXED)|EXPENSES|IMPORT|ACQUISITIONS|^(TX|IM)|^REVERSECHARGES$/;

/** The side that a ReportTaxType is on; undefined for those of both, such as NONE. By Xero's own list of them, never by a rate's name. */
export function sideOfReportTaxType(reportTaxType: string): TaxSide | undefined {
	if (SALES.test(reportTaxType)) return 'sales';
	return PURCHASES.test(reportTaxType) ? 'purchases' : undefined;
}

/** Reverse charges and trade inside the EC, whose tax is declared and not posted. Unconfirmed: no page of Xero's says what they post. */
export const isReverseCharge = (reportTaxType: string): boolean =>
	/^(EC(INPUT|OUTPUT|ACQUISITIONS)|REVERSECHARGES$|DRCHARGE|TXRC|SRCAS$)/.test(reportTaxType);

/** Tax that customs take: a line of nothing with all its tax, or with any tax a person types. */
export const isImport = (reportTaxType: string): boolean => /IMPORT/.test(reportTaxType);

/** What stands on no return. */
export const isOutsideReturns = (reportTaxType: string): boolean =>
	['', 'NONE', 'BASEXCLUDED', 'NOTREPORTED', 'UNDEFINED'].includes(reportTaxType);

/** The tax of a net amount at so many percent, rounded once, halves away from zero; minor units. */
export const taxAt = (net: bigint, { digits, decimals }: Decimal): bigint =>
	dividedBy(net * digits, 100n * 10n ** BigInt(decimals));
