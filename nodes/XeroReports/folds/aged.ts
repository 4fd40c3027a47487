// Aged receivables and payables: what stood open at the end of a day, by how long it was overdue (section 4.1).

import { daysBetween } from '../rows/days';
import { isCredit } from '../facts/documents';
import { inBase } from '../facts/money';
import type { Buckets } from './aging';
import { CURRENT, bucketOf } from './aging';
import type { AsOfRate, AsOfRates } from './asOfRates';
import type { OwingRowType } from './documentTypes';
import { rowTypeOf } from './documentTypes';
import type { Outstanding } from './outstanding';
import { atDocumentRate, isPrepayment } from './outstanding';
import type { Side } from './settlements';

/** What an aged report is asked for; see section 4.0. */
export interface AgedOptions {
	readonly side: Side;
	/** YYYY-MM-DD. */
	readonly asOf: string;
	readonly baseCurrency: string;
	readonly baseDecimals: number;
	readonly ageBy: 'dueDate' | 'date';
	readonly buckets: Buckets;
	/** Where credits and early payments stand: by the age of their date, in Current, or in a column of their own. */
	readonly credits: 'byDate' | 'current' | 'ownColumn';
	/** The rate at which foreign documents are added up; those of a currency without a rate of the day at their own. */
	readonly currencyView: 'documentRate' | 'asOfRate';
	readonly includePrepayments: boolean;
	/** ContactIDs; null for all. */
	readonly contacts: ReadonlySet<string> | null;
}

/** What stood open, with its age and its value. Values in minor units of the base currency; undefined where their rate is not known. */
export interface AgedLine {
	readonly outstanding: Outstanding;
	readonly documentType: OwingRowType;
	/** Of the document; of the payment where it is an early one. */
	readonly date: string;
	/** What its age counts from. */
	readonly basis: string;
	/** Days from that to the day of the report, below zero where it is not due yet. */
	readonly days: number;
	/** See `bucketOf`; null in the column of credits. */
	readonly bucket: number | null;
	readonly atDocumentRate: bigint | undefined;
	readonly atAsOfRate: bigint | undefined;
	/** Undefined in base currency, of a prepayment, and where the currency has none. */
	readonly asOfRate: AsOfRate | undefined;
	/** The one that the report adds up: of the rate asked for, or of the document's own where there is none of the day. */
	readonly value: bigint | undefined;
	/** The rate of that. */
	readonly valuedAt: AgedOptions['currencyView'];
}

/**
 * The value at the rate of the day. A prepayment keeps its document's rate: it is no claim to money, stands on the accounts of its lines,
 * and no revaluation moves it (IAS 21.16, 21.23).
 */
export function atAsOfRate(one: Outstanding, { byCurrency }: AsOfRates, baseDecimals: number): bigint | undefined {
	const { document, amount } = one;
	if (!document.isForeign || isPrepayment(one)) return atDocumentRate(one, baseDecimals);
	const found = byCurrency.get(document.currency);
	return found && inBase(amount, found.rate, { foreign: document.decimals, base: baseDecimals });
}

const dateOf = (one: Outstanding): string => (one.kind === 'document' ? one.document.date : one.settlement.date);

const isOnCredit = (one: Outstanding): boolean => one.kind === 'earlyPayment' || isCredit(one.document);

function bucketIn(one: Outstanding, basis: string, { asOf, buckets, credits }: AgedOptions): number | null {
	if (!isOnCredit(one) || credits === 'byDate') return bucketOf(basis, asOf, buckets);
	return credits === 'current' ? CURRENT : null;
}

function lineOf(one: Outstanding, rates: AsOfRates, options: AgedOptions): AgedLine {
	const { document } = one;
	const date = dateOf(one);
	const basis = isOnCredit(one) || options.ageBy === 'date' ? date : (document.dueDate ?? date);
	const byDocument = atDocumentRate(one, options.baseDecimals);
	const byDay = atAsOfRate(one, rates, options.baseDecimals);
	return {
		outstanding: one,
		documentType: rowTypeOf(one),
		date,
		basis,
		days: daysBetween(basis, options.asOf),
		bucket: bucketIn(one, basis, options),
		atDocumentRate: byDocument,
		atAsOfRate: byDay,
		asOfRate: isPrepayment(one) ? undefined : rates.byCurrency.get(document.currency),
		// A total without some documents would be worse than one with some at another rate, which is told.
		value: options.currencyView === 'documentRate' ? byDocument : (byDay ?? byDocument),
		valuedAt: options.currencyView === 'asOfRate' && byDay !== undefined ? 'asOfRate' : 'documentRate',
	};
}

/**
 * The lines of an aged report, in the order of what is given.
 * @param outstanding of the same side and day as the options
 */
export const agedLines = (outstanding: readonly Outstanding[], rates: AsOfRates, options: AgedOptions): AgedLine[] =>
	outstanding
		.filter((one) => options.includePrepayments || !isPrepayment(one))
		.filter(({ document }) => options.contacts === null || options.contacts.has(document.contactId))
		.map((one) => lineOf(one, rates, options));
