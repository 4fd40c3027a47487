// Bills and money spent without a file.

import { totalInBase } from '../../facts/bookRecord';
import type { CloseFacts } from './closeFacts';
import { isOfMonth, stands } from './closeFacts';
import type { CheckOutcome } from './findings';
import { recordFinding, recordText } from './findings';

/** Bills and spends of the month from the amount on that have no attachment; one without a rate cannot be told to be so large. */
export function missingAttachments(facts: CloseFacts): CheckOutcome {
	const { records, options, organisation } = facts;
	const findings = records
		.filter(({ kind, type }) => kind === 'bill' || type.startsWith('SPEND'))
		.filter((record) => stands(record) && isOfMonth(record, facts) && !record.hasAttachments)
		.filter((record) => {
			const total = totalInBase(record, organisation.decimals);
			return total !== undefined && total >= options.attachmentFrom;
		})
		.map((record) => recordFinding(record, 'info', `${recordText(record)} has no attachment`, organisation.decimals));
	return { findings };
}
