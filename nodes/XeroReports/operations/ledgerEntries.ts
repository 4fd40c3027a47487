// The entries of a period as a report asks for them: from documents, or from journals.

import type { OperationContext } from '../../shared/model/context';
import type { Entries } from '../entries/entry';
import { entriesOfReading } from '../entries/fromDocuments';
import { entriesFromJournals } from '../entries/fromJournals';
import type { LedgerContext } from '../entries/postings';
import type { CallsLimit } from '../load/callsLimit';
import { readJournals } from '../load/journals';
import type { UnreadList } from '../load/ledger';
import { loadLedger } from '../load/ledger';

/** Entries, and the lists that the credential may not read. */
export interface LoadedEntries extends Entries {
	readonly unread: readonly UnreadList[];
}

async function fromDocuments(call: OperationContext, context: LedgerContext, limit: CallsLimit): Promise<LoadedEntries> {
	const { reading, unread } = await loadLedger(call, context, limit);
	return { ...entriesOfReading(reading, context), unread };
}

async function fromJournals(call: OperationContext, context: LedgerContext, limit: CallsLimit): Promise<LoadedEntries> {
	const pages: Entries[] = [];
	await readJournals(call, context.basis, limit, (page) => pages.push(entriesFromJournals(page, context)));
	return { entries: pages.flatMap(({ entries }) => entries), omissions: [], unread: [] };
}

/**
 * Reads the entries of a period.
 * @param limit has heard of the lists of `ledgerLists`, of none for journals
 * @throws TooManyCalls
 */
export const readLedgerEntries = async (
	call: OperationContext,
	context: LedgerContext,
	limit: CallsLimit,
	isOfJournals: boolean,
): Promise<LoadedEntries> => await (isOfJournals ? fromJournals : fromDocuments)(call, context, limit);
