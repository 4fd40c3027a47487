// Whether the books can still be changed until the day.

import type { CloseFacts } from './closeFacts';
import type { CheckOutcome } from './findings';

const NONE = { period: '', yearEnd: '' };

/** One finding where nobody is kept from changing what is dated until the day; the lock date of periods leaves advisers free. */
export function lockDates({ organisation, asOf }: CloseFacts): CheckOutcome {
	const { period, yearEnd } = organisation.locked ?? NONE;
	if (yearEnd >= asOf) return { findings: [], notes: [`Locked for everybody until ${yearEnd}`] };
	if (period >= asOf) return { findings: [], notes: [`Locked until ${period} for everybody but advisers`] };
	const last = period > yearEnd ? period : yearEnd;
	const text = `${last === '' ? 'Nothing is locked' : `Only what is dated until ${last} is locked`}: records until ${asOf} can be changed`;
	const finding = { severity: 'info', count: 1, amount: null, contactId: null, contactName: null, records: [], text } as const;
	return { findings: [finding] };
}
