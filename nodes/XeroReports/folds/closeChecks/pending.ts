// Drafts, and what waits for approval.

import type { BookRecord } from '../../facts/bookRecord';
import type { CloseFacts } from './closeFacts';
import type { CheckOutcome } from './findings';
import { recordFinding, recordText } from './findings';

const waiting = (
	{ asOf, organisation }: CloseFacts,
	records: readonly BookRecord[],
	status: string,
	says: string,
): CheckOutcome => ({
	findings: records
		.filter((record) => record.status === status && record.date <= asOf)
		.map((record) => recordFinding(record, 'warning', `${recordText(record)} ${says}`, organisation.decimals)),
});

/** Draft invoices, bills, credit notes and manual journals dated until the day, however old. */
export const drafts = (facts: CloseFacts): CheckOutcome => waiting(facts, facts.records, 'DRAFT', 'is a draft');

/** Invoices, bills, credit notes and claims that wait for approval, dated until the day, however old. */
export const toApprove = (facts: CloseFacts): CheckOutcome =>
	waiting(facts, [...facts.records, ...facts.claims], 'SUBMITTED', 'waits for approval');
