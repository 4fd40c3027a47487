import type { Choice } from '../../shared/inputs/scalars';
import { choice } from '../../shared/inputs/scalars';
import { views } from '../../shared/inputs/views';
import type { Field } from '../../shared/model/field';

export const INVOICE_TYPES: readonly Choice[] = [
	['ACCREC', 'Sales Invoice', 'ACCREC'],
	['ACCPAY', 'Bill', 'ACCPAY'],
];

/** How far a document can be when it is written: what comes later follows from operations of their own. */
const WRITTEN: readonly Choice[] = [
	['DRAFT', 'Draft'],
	['SUBMITTED', 'Awaiting Approval'],
	['AUTHORISED', 'Approved'],
];

export const writtenStatus: Field<string> = choice('Status', WRITTEN);

/** Statuses of invoices and credit notes. */
export const STATUSES: readonly Choice[] = [...WRITTEN, ['PAID', 'Paid'], ['VOIDED', 'Voided'], ['DELETED', 'Deleted']];

/** A choice of one status, or all, where a list is asked for by Status; saved as the status in small letters. */
export const byStatus = (statuses: readonly Choice[]): Field<string> =>
	views({
		all: { name: 'All' },
		...Object.fromEntries(statuses.map(([Status, name]) => [Status.toLowerCase(), { name, query: { Status } }])),
	});

/** Statuses of purchase orders. */
export const ORDER_STATUSES: readonly Choice[] = [...WRITTEN, ['BILLED', 'Billed'], ['DELETED', 'Deleted']];

/** Statuses of quotes. */
export const QUOTE_STATUSES: readonly Choice[] = [
	['DRAFT', 'Draft'],
	['SENT', 'Sent'],
	['ACCEPTED', 'Accepted'],
	['DECLINED', 'Declined'],
	['INVOICED', 'Invoiced'],
	['DELETED', 'Deleted'],
];
