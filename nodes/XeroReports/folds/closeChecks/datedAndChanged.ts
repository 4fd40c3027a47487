// Records that are dated in the future, and records of closed days that were changed.

import { DateTime } from 'luxon';
import type { BookRecord } from '../../facts/bookRecord';
import type { CloseFacts } from './closeFacts';
import { stands } from './closeFacts';
import type { CheckOutcome } from './findings';
import { recordFinding, recordText } from './findings';

/** Approved invoices, bills, credit notes and bank transactions dated after today and after the day; journals reverse ahead on purpose. */
export function futureDated({ records, asOf, today, organisation }: CloseFacts): CheckOutcome {
	const last = asOf > today ? asOf : today;
	return {
		findings: records
			.filter((record) => record.kind !== 'manualJournal' && stands(record) && record.date > last)
			.map((record) => recordFinding(record, 'warning', `${recordText(record)} is dated after ${last}`, organisation.decimals)),
	};
}

/** Statuses that change figures: what was approved, and what was taken out of the books. */
const CHANGES: ReadonlySet<string> = new Set(['AUTHORISED', 'PAID', 'POSTED', 'VOIDED']);

const isChange = ({ kind, status }: BookRecord): boolean =>
	CHANGES.has(status) || (kind === 'bankTransaction' && status === 'DELETED');

const GONE: Readonly<Record<string, string>> = { VOIDED: 'was voided', DELETED: 'was deleted' };

/** UTC, also where the moment does not say it, as Xero's do. */
const msOf = (moment: string): number => DateTime.fromISO(moment, { zone: 'utc' }).toMillis();

/** Records dated until the day that were changed after the moment, whatever their age. */
export function changedSince({ records, asOf, options, organisation }: CloseFacts): CheckOutcome {
	const since = options.changedSince;
	if (since === null) return { findings: [], notChecked: ['No moment is given in Changed Since'] };
	return {
		findings: records
			.filter((record) => record.date <= asOf && isChange(record) && msOf(record.updated) > msOf(since))
			.map((record) => {
				const text = `${recordText(record)} ${GONE[record.status] ?? 'was changed'} after ${since.replace('T', ' ')} UTC`;
				return recordFinding(record, 'warning', text, organisation.decimals);
			}),
		notes: ['Xero does not mark every change, such as one of a contact’s name'],
	};
}
