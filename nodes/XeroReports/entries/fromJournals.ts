// The entries of a period from Xero's journals, which apps on its Advanced tier and above can read.

import type { IDataObject } from 'n8n-workflow';
import { objectsIn } from '../../shared/model/values';
import { dayIn, optionsIn } from '../facts/documents';
import { minorOf } from '../facts/money';
import type { Entries, Source } from './entry';
import type { LedgerContext, Posting } from './postings';
import { entriesOf, isWithin, posting } from './postings';

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** Control accounts and the tax account have no tax of their own: theirs is null, as in entries made from documents. */
function journalPosting(line: IDataObject, decimals: number): Posting {
	const taxType = text(line.TaxType) || null;
	return posting(text(line.AccountID), minorOf(line.NetAmount, decimals), {
		tax: taxType === null ? null : minorOf(line.TaxAmount, decimals),
		taxType,
		description: text(line.Description),
		options: optionsIn({ Tracking: line.TrackingCategories }),
	});
}

const sourceOf = (record: IDataObject, baseCurrency: string): Source => ({
	// A journal without a source, such as an opening balance, is its own.
	type: text(record.SourceType),
	id: text(record.SourceID) || text(record.JournalID),
	date: dayIn({ Date: record.JournalDate }),
	number: text(record.JournalNumber),
	reference: text(record.Reference),
	contactId: null,
	contactName: null,
	currency: baseCurrency,
	rate: 1,
});

/**
 * Records of GET /Journals as entries; on the cash basis those of `paymentsOnly=true`. Journals are in the base currency, and name no
 * contact. Reversals are journals of their own: what was edited stands three times, and adds up to what it is now.
 * @param records a page, or all of them; those of other days are left out
 */
export function entriesFromJournals(records: readonly IDataObject[], context: LedgerContext): Entries {
	const { baseCurrency, decimals } = context.organisation;
	const entries = records
		.map((record) => ({ source: sourceOf(record, baseCurrency), lines: objectsIn(record.JournalLines) }))
		.filter(({ source }) => isWithin(context, source.date))
		.flatMap(
			({ source, lines }) =>
				entriesOf(
					source,
					lines.map((line) => journalPosting(line, decimals)),
				).entries,
		);
	return { entries, omissions: [] };
}
