// The manual journals of a period alone, for reports that go by trial balances.

import type { IDataObject } from 'n8n-workflow';
import type { OperationContext } from '../../shared/model/context';
import type { Entry } from '../entries/entry';
import type { LedgerReading } from '../entries/ledgerReading';
import { emptyReading, readRecords } from '../entries/ledgerReading';
import type { LedgerContext } from '../entries/postings';
import type { CallsLimit } from './callsLimit';
import { dated, listOf, readList } from './lists';
import type { NotReadable } from './trialBalances';
import { notReadable } from './trialBalances';

/** Names of the lists whose pages `readManualJournals` will count; see CallsLimit. */
export const MANUAL_JOURNALS = ['manual journals'];

/** What manual journals post on each basis: those that cash reports do not show, on the accrual basis alone. */
export interface ManualJournals {
	readonly accrual: readonly Entry[];
	readonly cash: readonly Entry[];
	/** Where the credential may not read them. */
	readonly notRead: NotReadable | undefined;
}

type Calls = Pick<OperationContext, 'listAll' | 'request' | 'recordsIn'>;

/** Journals that came without lines are read once more by themselves. */
async function readMissing(
	call: Calls,
	reading: LedgerReading,
	limit: CallsLimit,
	take: (record: IDataObject) => void,
): Promise<void> {
	const { name, path, scope } = listOf('manualJournal');
	const ids = [...reading.omitted.values()].map(({ omission }) => omission.source.id);
	if (ids.length === 0) return;
	limit.add('single manual journals', ids.length);
	await Promise.all(
		ids.map(async (id) => {
			const answer = await call.request({ path: `${path}/${encodeURIComponent(id)}`, scope, envelope: name });
			call.recordsIn(answer, name).forEach(take);
		}),
	);
}

/** @throws TooManyCalls; NodeApiError where the list cannot be read for another reason than that the credential may not */
export async function readManualJournals(call: Calls, context: LedgerContext, limit: CallsLimit): Promise<ManualJournals> {
	const [accrual, cash] = [emptyReading(), emptyReading()];
	const take = (record: IDataObject): void => {
		readRecords(accrual, { ManualJournals: [record] }, { ...context, basis: 'accrual' });
		readRecords(cash, { ManualJournals: [record] }, { ...context, basis: 'cash' });
	};
	const list = listOf('manualJournal');
	const part = { list, what: MANUAL_JOURNALS[0]!, where: ['Status=="POSTED"', ...dated(context.from, context.to)] };
	try {
		await readList(call, part, limit, (record) => {
			take(record);
			return {};
		});
		await readMissing(call, accrual, limit, take);
		return { accrual: accrual.entries, cash: cash.entries, notRead: undefined };
	} catch (cause) {
		return { accrual: [], cash: [], notRead: notReadable(cause, list.scope) };
	}
}
