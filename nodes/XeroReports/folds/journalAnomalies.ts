// Journals beside the documents that they come from: what stands without a document, and documents that no journal has.

import type { PairedJournal } from './journalPairs';

/** A document of the period as far as journals are held against it. */
export interface DocumentStatus {
	/** All IDs that a journal may know it by: a prepayment has one besides that of its bank transaction. */
	readonly ids: readonly string[];
	/** Xero's SourceType of its journals; '' where the list does not say it. */
	readonly sourceType: string;
	readonly date: string;
	readonly number: string;
	/** `standing`: posted. `gone`: voided or deleted. */
	readonly state: 'standing' | 'gone';
	/** Whether it comes to nothing, so that it has no journal. */
	readonly isZero: boolean;
}

/** What journals and documents say differently. */
export interface Anomalies {
	/** IDs of live journals whose document is voided or deleted. */
	readonly voided: ReadonlySet<string>;
	/** Documents that stand, and that no live journal has. */
	readonly missing: readonly DocumentStatus[];
}

const isUnder =
	(ids: ReadonlySet<string>) =>
	(document: DocumentStatus): boolean =>
		document.ids.some((id) => ids.has(id));

/** Holds the live journals of a period against its documents. */
export function anomaliesOf(journals: readonly PairedJournal[], documents: readonly DocumentStatus[]): Anomalies {
	const live = journals.filter(({ status }) => status === 'live').map(({ journal }) => journal);
	const sources = new Set(live.map(({ sourceId }) => sourceId).filter((id) => id !== ''));
	const gone = new Set(documents.filter(({ state }) => state === 'gone').flatMap(({ ids }) => ids));
	const isPosted = isUnder(sources);
	return {
		voided: new Set(live.filter(({ sourceId }) => gone.has(sourceId)).map(({ id }) => id)),
		missing: documents.filter((one) => one.state === 'standing' && !one.isZero && !isPosted(one)),
	};
}
