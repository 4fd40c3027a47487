import type { IDataObject } from 'n8n-workflow';

/** How far a record has come, as far as an event hangs on it. */
export type Phase = 'open' | 'approved' | 'rejected' | 'posted';

/** Tells the phase of a record. */
export type PhaseOf = (record: IDataObject) => Phase;

/** Records of which no event hangs on a status. */
export const alwaysOpen: PhaseOf = () => 'open';

/** The phase whose statuses a property has one of, in any case; open when it is none of them. */
export const byStatus =
	(property: string, statuses: Readonly<Partial<Record<Phase, readonly string[]>>>): PhaseOf =>
	(record) => {
		const status = String(record[property]).toUpperCase();
		const [phase] = Object.entries(statuses).find(([, those]) => those.includes(status)) ?? ['open'];
		return phase as Phase;
	};
