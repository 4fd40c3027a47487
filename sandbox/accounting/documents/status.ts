import type { Input } from '../resource/input';
import type { InvoiceRow } from '../book/rows';

type Status = InvoiceRow['Status'];

const ALL: readonly Status[] = ['DRAFT', 'SUBMITTED', 'DELETED', 'AUTHORISED', 'PAID', 'VOIDED'];

/** Where each status may go by a request; staying is an edit. PAID comes and goes with payments only. */
const NEXT: Readonly<Record<Status, readonly Status[]>> = {
	DRAFT: ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'DELETED'],
	SUBMITTED: ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'DELETED'],
	AUTHORISED: ['AUTHORISED', 'VOIDED'],
	PAID: [],
	DELETED: [],
	VOIDED: [],
};

/** Xero's sentence for a change of status that there is not, and for edits of what is paid, deleted or void. */
export const NOT_MODIFIABLE = 'Invoice not of valid status for modification';
/** Xero's sentence for a document that something is allocated to. */
export const ALLOCATED = 'This document cannot be edited as it has a payment or credit note allocated to it.';

/** The status an invoice or credit note will have, with the sentence when it cannot have it. */
export function nextStatus(input: Input, before: Status | undefined, named: 'Invoice' | 'Credit note' = 'Invoice'): Status {
	const wanted = input.choice('Status', ALL);
	if (before === undefined) {
		if (wanted !== undefined && !['DRAFT', 'SUBMITTED', 'AUTHORISED'].includes(wanted)) {
			const which = named === 'Invoice' ? 'A new invoice' : 'A new credit note';
			input.fail(`${which} must have the status DRAFT, SUBMITTED or AUTHORISED; '${wanted}' is not valid.`);
		}
		return wanted ?? 'DRAFT';
	}
	const status = wanted ?? before;
	if (!NEXT[before].includes(status)) input.fail(NOT_MODIFIABLE.replace('Invoice', named));
	return status;
}

/** The word a change has in the history. */
export function changeOf(before: Status | undefined, after: Status): string {
	if (before === after) return 'Edited';
	const words: Readonly<Record<Status, string>> = {
		DRAFT: before === undefined ? 'Created' : 'Returned to draft',
		SUBMITTED: 'Submitted',
		DELETED: 'Deleted',
		AUTHORISED: 'Approved',
		PAID: 'Paid',
		VOIDED: 'Voided',
	};
	return words[after];
}
