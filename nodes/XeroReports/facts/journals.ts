// Xero's journals as the facts that reports go by.

import type { IDataObject } from 'n8n-workflow';
import { objectsIn } from '../../shared/model/values';
import type { TrackingOption } from './documents';
import { dayIn, optionsIn } from './documents';
import { minorOf } from './money';

/** A line of a journal; minor units of the base currency, debit positive. */
export interface JournalLine {
	readonly accountId: string;
	/** Without tax. */
	readonly net: bigint;
	readonly tax: bigint;
	/** Null where the line has none, as those of control accounts. */
	readonly taxType: string | null;
	readonly description: string;
	readonly options: readonly TrackingOption[];
}

/** A journal; it never changes: what no longer holds is reversed by another one. */
export interface Journal {
	readonly id: string;
	readonly number: number;
	readonly date: string;
	/** When Xero posted it, ISO 8601; '' where Xero does not say it. */
	readonly createdAt: string;
	/** '' where it comes from no document. */
	readonly sourceType: string;
	readonly sourceId: string;
	readonly reference: string;
	readonly lines: readonly JournalLine[];
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

const lineOf = (line: IDataObject, decimals: number): JournalLine => ({
	accountId: text(line.AccountID),
	net: minorOf(line.NetAmount, decimals),
	tax: minorOf(line.TaxAmount, decimals),
	taxType: text(line.TaxType) || null,
	description: text(line.Description),
	options: optionsIn({ Tracking: line.TrackingCategories }),
});

/**
 * A record of GET /Journals.
 * @param record as the node reads it: dates are ISO
 * @param decimals of the base currency
 */
export const journalOf = (record: IDataObject, decimals: number): Journal => ({
	id: text(record.JournalID),
	number: Number(record.JournalNumber),
	date: dayIn({ Date: record.JournalDate }),
	createdAt: text(record.CreatedDateUTC),
	sourceType: text(record.SourceType),
	sourceId: text(record.SourceID),
	reference: text(record.Reference),
	lines: objectsIn(record.JournalLines).map((line) => lineOf(line, decimals)),
});
