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

/** The same on the panel of a new one. */
export const newStatus: Field<string> = choice('Status', WRITTEN, { description: 'A draft unless another one is chosen' });

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
