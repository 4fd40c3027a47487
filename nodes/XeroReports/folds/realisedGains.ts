// What payments and allocations of a period realised on foreign documents.

import type { Omission } from '../entries/entry';
import { entriesOfReading } from '../entries/fromDocuments';
import type { LedgerReading } from '../entries/ledgerReading';
import type { LedgerContext } from '../entries/postings';
import { systemAccountId } from '../entries/postings';

/** Realised gains of a period; minor units of the base currency, above zero for a gain. */
export interface RealisedGains {
	/** By the ID of the document that was settled; of an allocation, the invoice or bill. */
	readonly byDocument: ReadonlyMap<string, bigint>;
	/** How many settlements of foreign documents there were: each may be rounded another way. */
	readonly settlements: number;
	/** Settlements of which the gain is not known. */
	readonly omissions: readonly Omission[];
}

/**
 * The difference of the money, at the rate of the payment, and of what it takes off the document, at the document's own.
 * @param reading of foreign documents, credits of any date, and all payments of the period
 */
export function realisedGains(reading: LedgerReading, context: LedgerContext): RealisedGains {
	const account = systemAccountId(context.accounts, 'REALISEDCURRENCYGAIN');
	const documentOf = (id: string): string =>
		reading.payments.get(id)?.documentId ?? reading.allocations.get(id)?.allocation.documentId ?? '';
	const isForeign = (documentId: string): boolean => reading.documents.get(documentId)?.isForeign === true;
	const { entries, omissions } = entriesOfReading(reading, context);
	const byDocument = new Map<string, bigint>();
	for (const { accountId, amount, source } of entries) {
		if (account === '' || accountId !== account) continue;
		const id = documentOf(source.id);
		byDocument.set(id, (byDocument.get(id) ?? 0n) - amount);
	}
	const settled = [
		...[...reading.payments.values()].map(({ documentId }) => documentId),
		...[...reading.allocations.values()].map(({ allocation }) => allocation.documentId),
	];
	return {
		byDocument,
		settlements: settled.filter(isForeign).length,
		omissions: omissions.filter(({ accountIds }) => accountIds.includes(account)),
	};
}
