// The checks at the foot of live journals.

import { sum } from '../facts/money';
import { addedUp } from './cashMovements';
import type { Anomalies } from './journalAnomalies';
import type { PairedJournal } from './journalPairs';
import type { Check } from './rows';

const movedBy = (journals: readonly PairedJournal[]): Map<string, bigint> =>
	addedUp(journals.flatMap(({ journal }) => journal.lines.map(({ accountId, net }) => ({ accountId, amount: net }))));

const none = (check: string, count: number, [ties, differs]: readonly [string, string]): Check => ({
	check,
	ours: BigInt(count),
	xeros: 0n,
	status: count === 0 ? 'ties' : 'differs',
	note: count === 0 ? ties : differs,
});

/** That debits and credits are the same. */
export function balanced(nets: readonly bigint[]): Check {
	const ours = sum(nets);
	const note = ours === 0n ? 'Debits and credits are the same.' : 'Debits and credits should be the same: run the report again.';
	return { check: 'entriesSum', ours, xeros: 0n, status: ours === 0n ? 'ties' : 'differs', note };
}

/** Leaving pairs out changes nothing on any account, and what is live balances. */
export function journalChecks(journals: readonly PairedJournal[]): Check[] {
	const live = journals.filter(({ status }) => status === 'live');
	const [all, standing] = [movedBy(journals), movedBy(live)];
	const unlike = [...all].filter(([id, amount]) => amount !== (standing.get(id) ?? 0n)).length;
	return [
		none('pairsCount', unlike, [
			'Every account comes to the same with and without the pairs.',
			'Accounts come to something else without the pairs: choose Voided Pairs: Mark to see them.',
		]),
		balanced(live.flatMap(({ journal }) => journal.lines.map(({ net }) => net))),
	];
}

/** That journals and documents have the same records. */
export const anomalyChecks = ({ voided, missing }: Anomalies): Check[] => [
	none('voidedCount', voided.size, [
		'No live journal is of a voided or deleted document.',
		'Live journals of voided or deleted documents are marked as anomaly: look at them in Xero.',
	]),
	none('noJournalCount', missing.length, [
		'Every document of the period has a live journal.',
		'Documents without a live journal are rows of status missing: look at them in Xero.',
	]),
];
