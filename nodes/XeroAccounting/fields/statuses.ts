import type { Choice } from '../../shared/inputs/scalars';
import { choice } from '../../shared/inputs/scalars';
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

/** Statuses of purchase orders. */
export const ORDER_STATUSES: readonly Choice[] = [...WRITTEN, ['BILLED', 'Billed'], ['DELETED', 'Deleted']];
