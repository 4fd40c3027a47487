// What documents are called in the rows of reports about who owes what.

import type { Document, DocumentType } from '../facts/documents';
import type { Outstanding } from './outstanding';

/** What a row of a document is about. */
export type OwingDocumentType = 'invoice' | 'bill' | 'creditNote' | 'overpayment' | 'prepayment';

/** What a row is about, payments before their document's date among them. */
export type OwingRowType = OwingDocumentType | 'earlyPayment';

const TYPES: Readonly<Record<DocumentType, OwingDocumentType>> = {
	ACCREC: 'invoice',
	ACCPAY: 'bill',
	ACCRECCREDIT: 'creditNote',
	ACCPAYCREDIT: 'creditNote',
	'RECEIVE-OVERPAYMENT': 'overpayment',
	'SPEND-OVERPAYMENT': 'overpayment',
	'RECEIVE-PREPAYMENT': 'prepayment',
	'SPEND-PREPAYMENT': 'prepayment',
};

/** What a document is called in rows. */
export const documentTypeOf = ({ type }: Pick<Document, 'type'>): OwingDocumentType => TYPES[type];

/** What something that stands open is called in rows. */
export const rowTypeOf = ({ kind, document }: Outstanding): OwingRowType =>
	kind === 'earlyPayment' ? 'earlyPayment' : documentTypeOf(document);
