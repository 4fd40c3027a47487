// E7: manual journals as entries; they are in the base currency already.

import type { IDataObject } from 'n8n-workflow';
import { dayIn, linesIn } from '../facts/documents';
import type { Entries, Source } from './entry';
import { NOTHING } from './entry';
import { againstTotal, inBaseCurrency } from './lines';
import type { LedgerContext } from './postings';
import { entriesOf, omitted } from './postings';

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

const sourceOf = (record: IDataObject, baseCurrency: string): Source => ({
	type: 'MANJOURNAL',
	id: text(record.ManualJournalID),
	date: dayIn(record),
	number: '',
	reference: text(record.Narration),
	contactId: null,
	contactName: null,
	currency: baseCurrency,
	rate: 1,
});

/**
 * A record of GET /ManualJournals as entries: lines at their net, debit positive as Xero writes them, tax on the tax account.
 * On the cash basis those that are not shown on cash reports give none.
 */
export function manualJournalEntries(record: IDataObject, { organisation, accounts, basis }: LedgerContext): Entries {
	if (text(record.Status) !== 'POSTED') return NOTHING;
	if (basis === 'cash' && record.ShowOnCashBasisReports === false) return NOTHING;
	const { baseCurrency, decimals } = organisation;
	const source = sourceOf(record, baseCurrency);
	const lines = linesIn({ LineAmountTypes: record.LineAmountTypes, LineItems: record.JournalLines }, decimals);
	if (lines.length === 0) return omitted('notRead', source, []);
	const exchange = inBaseCurrency(decimals);
	// Debits and credits of a manual journal add up to nothing, tax included.
	return entriesOf(source, againstTotal({ lines, total: 0n }, 1n, exchange, accounts));
}
