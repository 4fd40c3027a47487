// What is said of records that a report could not count.

import groupBy from 'lodash/groupBy';
import type { RowFinding } from '../../shared/model/context';
import type { Omission, OmissionReason } from '../entries/entry';

const LACKS: Readonly<Record<OmissionReason, string>> = {
	rateMissing: 'the currency rate',
	notRead: 'the lines',
	payments: 'the bank account',
};

/** Records that are named in a sentence; all of them are among its details. */
const NAMED = 5;

const nameOf = ({ source: { type, number, date } }: Omission): string =>
	[type, number, `of ${date}`].filter((part) => part !== '').join(' ');

/**
 * Records that gave no entries, by what Xero does not say of them; otherwise they would be missed in silence.
 * @param hasUnread whether lists could not be read, which is said by itself: what is missing of records follows from it
 * @param so what becomes of it, as the end of a sentence
 */
export function leftOutFindings(omissions: readonly Omission[], hasUnread: boolean, so: string): RowFinding[] {
	const counted = omissions.filter(({ reason }) => !(hasUnread && reason === 'notRead'));
	return Object.entries(groupBy(counted, 'reason')).map(([lacking, own]): RowFinding => {
		const reason = lacking as OmissionReason;
		const names = own.slice(0, NAMED).map(nameOf).join(', ');
		const more = own.length > NAMED ? ` and ${own.length - NAMED} more` : '';
		return {
			code: 'recordsLeftOut',
			says: `Xero does not say ${LACKS[reason]} of ${own.length} ${own.length === 1 ? 'record' : 'records'}, so that ${so}: ${names}${more}`,
			todo: 'Look at them in Xero',
			details: { reason, records: own.map(({ source: { type, id, date } }) => ({ sourceType: type, sourceId: id, date })) },
		};
	});
}
