// What is read to know what customers owe, or what is owed to suppliers, on a day: section 4.1 of the design, calls included.

import type { IDataObject } from 'n8n-workflow';
import type { OperationContext } from '../../shared/model/context';
import type { Document, DocumentList } from '../facts/documents';
import { documentOf } from '../facts/documents';
import type { Payment } from '../facts/payments';
import { paymentOf } from '../facts/payments';
import type { OwingRecords, Side } from '../folds/settlements';
import { documentsToRead } from '../folds/settlements';
import type { CallsLimit } from './callsLimit';
import type { PartOfList } from './lists';
import { after, dated, isStatus, listNamed, ofAny, readList } from './lists';
import { recordsById } from './recordsById';

/** Which part of what is owed is wanted. */
export interface OwingWanted {
	readonly side: Side | 'both';
	/** The first day that is asked for, YYYY-MM-DD; later days need nothing more. */
	readonly asOf: string;
	/** IDs of the contacts that it is of; all where there are none. */
	readonly contactIds: readonly string[];
	/** Whether the lines of documents are kept; they take most of the memory. */
	readonly withLines?: boolean;
}

/** A part of a list of documents. */
type Part = PartOfList & { readonly of: DocumentList };

const TYPES: Readonly<Record<Side, Readonly<Record<DocumentList, string>>>> = {
	receivable: {
		Invoices: 'ACCREC',
		CreditNotes: 'ACCRECCREDIT',
		Overpayments: 'RECEIVE-OVERPAYMENT',
		Prepayments: 'RECEIVE-PREPAYMENT',
	},
	payable: {
		Invoices: 'ACCPAY',
		CreditNotes: 'ACCPAYCREDIT',
		Overpayments: 'SPEND-OVERPAYMENT',
		Prepayments: 'SPEND-PREPAYMENT',
	},
};

/** The condition on the type of a list's records; none where both sides are wanted. */
const typeWhere = (side: OwingWanted['side'], of: DocumentList): string[] =>
	side === 'both' ? [] : [`Type=="${TYPES[side][of]}"`];

const sidesOf = (side: OwingWanted['side']): readonly Side[] => (side === 'both' ? ['receivable', 'payable'] : [side]);

/** Credits of any date: one that is dated later may be allocated to a document of before. */
function creditParts({ side, contactIds }: OwingWanted): Part[] {
	const part = (of: DocumentList, what: string, where: readonly string[]): Part => ({
		of,
		what,
		list: listNamed(of),
		where: [...typeWhere(side, of), ...where, ...ofAny('Contact.ContactID', contactIds)],
	});
	return [
		part('CreditNotes', 'open credit notes', [isStatus('AUTHORISED')]),
		// Xero answers slowly where two statuses are joined by OR.
		part('CreditNotes', 'settled credit notes', [isStatus('PAID')]),
		part('Overpayments', 'overpayments', []),
		part('Prepayments', 'prepayments', []),
	];
}

/** Invoices or bills: of some contacts all of them, else those that are open, and those dated later. */
function invoiceParts({ side, asOf, contactIds }: OwingWanted): Part[] {
	const part = (what: string, Statuses: string, where: readonly string[], query: IDataObject = {}): Part => ({
		of: 'Invoices',
		what,
		list: listNamed('Invoices'),
		where: [...typeWhere(side, 'Invoices'), ...where],
		query: { Statuses, ...query },
	});
	if (contactIds.length > 0)
		return [part('documents of the contacts', 'AUTHORISED,PAID', [], { ContactIDs: contactIds.join(',') })];
	return [part('open documents', 'AUTHORISED', dated(null, asOf)), part('later documents', 'AUTHORISED,PAID', [after(asOf)])];
}

/** Payments dated later, by which the documents are found that are paid off since; not needed where all documents are read. */
const paymentPart = ({ asOf, contactIds }: OwingWanted): PartOfList | undefined =>
	contactIds.length > 0
		? undefined
		: { list: listNamed('Payments'), what: 'later payments', where: [isStatus('AUTHORISED'), after(asOf)] };

/** Names of the lists whose pages `loadOwing` will count; see CallsLimit. */
export const owingLists = (wanted: OwingWanted): string[] =>
	[...invoiceParts(wanted), ...creditParts(wanted), ...[paymentPart(wanted) ?? []].flat()].map(({ what }) => what);

/** A document without its lines, unless they are asked for. */
const slimFor =
	({ withLines }: OwingWanted) =>
	(document: Document): Document =>
		withLines ? document : { ...document, lines: [] };

/** Takes a record before it is reduced. */
export type Hear = (of: DocumentList | 'Payments', record: IDataObject) => void;

/** A payment, or nothing where it settles no document; the paging takes no undefined. */
interface ReadPayment {
	readonly payment: Payment | undefined;
}

/**
 * Every document that was open on the day or is dated later, and every payment dated later.
 * @param limit has heard of the lists of `owingLists`
 * @param hear takes each record as it is read, for a report that needs more of it than is kept
 * @throws TooManyCalls; NodeApiError where a list cannot be read
 */
export async function loadOwing(
	call: Pick<OperationContext, 'listAll'>,
	baseCurrency: string,
	wanted: OwingWanted,
	limit: CallsLimit,
	hear: Hear = () => undefined,
): Promise<OwingRecords> {
	const { side, asOf, contactIds } = wanted;
	const slim = slimFor(wanted);
	const heard = (of: DocumentList, record: IDataObject): Document => {
		hear(of, record);
		return slim(documentOf(of, record, baseCurrency));
	};
	const documentsOf = async (part: Part): Promise<Document[]> =>
		await readList(call, part, limit, (record) => heard(part.of, record));
	const listed = paymentPart(wanted);
	const [documents, payments] = await Promise.all([
		Promise.all([...invoiceParts(wanted), ...creditParts(wanted)].map(documentsOf)),
		listed === undefined
			? undefined
			: readList(call, listed, limit, (record): ReadPayment => {
					hear('Payments', record);
					return { payment: paymentOf(record, baseCurrency) };
				}),
	]);
	const records: OwingRecords = {
		documents: documents.flat(),
		payments: payments?.flatMap(({ payment }) => payment ?? []),
	};
	if (contactIds.length > 0) return records;
	const missing = sidesOf(side)
		.flatMap((one) => documentsToRead(records, asOf, one))
		.filter(({ list }) => list === 'Invoices');
	const since = await recordsById(
		call,
		[...new Set(missing.map(({ id }) => id))],
		{
			list: listNamed('Invoices'),
			what: 'documents paid since',
			where: [...typeWhere(side, 'Invoices'), ...dated(null, asOf)],
			query: { Statuses: 'PAID' },
		},
		limit,
		(record) => heard('Invoices', record),
	);
	return { ...records, documents: [...records.documents, ...since] };
}
