// What pages of records are reduced to on the way to the ledger, so that a page can be dropped before the next one comes.

import type { IDataObject } from 'n8n-workflow';
import type { Document, DocumentList } from '../facts/documents';
import { dayIn, documentOf } from '../facts/documents';
import type { Payment } from '../facts/payments';
import { paymentOf } from '../facts/payments';
import type { CreditAllocation } from './allocation';
import { allocationDateOf } from './allocation';
import { bankTransactionEntries, isTransferSide } from './bankTransaction';
import { STANDING, documentEntries } from './document';
import type { Entries, Entry, Omission } from './entry';
import { manualJournalEntries } from './manualJournal';
import type { LedgerContext } from './postings';
import { isWithin } from './postings';
import type { SettledDocument, Settlement } from './settlement';
import { settledDocumentOf } from './settlement';
import type { TransferSide } from './transfer';
import { transferSideOf } from './transfer';

/** The lists that the ledger is made from, by Xero's names. */
export type LedgerList = DocumentList | 'BankTransactions' | 'Payments' | 'BankTransfers' | 'ManualJournals' | 'ExpenseClaims';

/** Records as the node reads them (dates are ISO), a page or all of them. */
export type LedgerRecords = Partial<Readonly<Record<LedgerList, readonly IDataObject[]>>>;

/** Everything read so far. Records that come twice count once; one without lines or rate gives way to the same one read with them. */
export interface LedgerReading {
	/** Entries of records that stand by themselves: E1–E3, E7. Where they are only added up, they can be taken out after each page. */
	readonly entries: Entry[];
	/** Records of the period that gave no entries, by list and ID. */
	readonly omitted: Map<string, { readonly list: LedgerList; readonly omission: Omission }>;
	/** List and ID of records that gave entries. */
	readonly seen: Set<string>;
	/** Documents whose rate or lines matter when they are settled, by ID. */
	readonly documents: Map<string, SettledDocument>;
	/** What settles them, by document and then by the settlement's own ID; payments and allocations of any date. */
	readonly settlements: Map<string, Map<string, Settlement>>;
	/** Payments and allocations of the period, by their ID. */
	readonly payments: Map<string, Payment>;
	readonly allocations: Map<string, CreditAllocation>;
	/** Transfers of the period, and claims that stand, by their ID; sides of transfers by BankTransactionID. */
	readonly transfers: Map<string, IDataObject>;
	readonly transferSides: Map<string, TransferSide>;
	readonly claims: Map<string, IDataObject>;
}

/** Nothing read yet. */
export const emptyReading = (): LedgerReading => ({
	entries: [],
	omitted: new Map(),
	seen: new Set(),
	documents: new Map(),
	settlements: new Map(),
	payments: new Map(),
	allocations: new Map(),
	transfers: new Map(),
	transferSides: new Map(),
	claims: new Map(),
});

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** Takes in what a record came to, once. */
function take(reading: LedgerReading, list: LedgerList, id: string, { entries, omissions }: Entries): void {
	const key = `${list} ${id}`;
	if (reading.seen.has(key)) return;
	const [omission] = omissions;
	if (omission) {
		reading.omitted.set(key, { list, omission });
		return;
	}
	reading.omitted.delete(key);
	reading.seen.add(key);
	// A spread of a long list into push would overflow the stack.
	for (const entry of entries) reading.entries.push(entry);
}

function settle({ settlements }: LedgerReading, documentId: string, settlement: Settlement): void {
	const of = settlements.get(documentId) ?? new Map<string, Settlement>();
	settlements.set(documentId, of.set(settlement.id, settlement));
}

/** Allocations of a credit. The copies inside invoices have wrong dates (Xero-OpenAPI#266) and are never read. */
function readAllocations(reading: LedgerReading, document: Document, credit: SettledDocument, context: LedgerContext): void {
	document.allocations.forEach((allocation, index) => {
		const id = allocation.id ?? `${document.id} ${index + 1}`;
		const date = allocationDateOf(allocation);
		const settlement = { id, date, amount: allocation.amount };
		settle(reading, document.id, settlement);
		if (document.isForeign || context.basis === 'cash') settle(reading, allocation.documentId, settlement);
		if (isWithin(context, date)) reading.allocations.set(id, { id, date, allocation, credit });
	});
}

const readDocument =
	(list: DocumentList) =>
	(reading: LedgerReading, record: IDataObject, context: LedgerContext): void => {
		if (!STANDING.has(text(record.Status))) return;
		const document = documentOf(list, record, context.organisation.baseCurrency);
		if (list !== 'Invoices' || document.isForeign || context.basis === 'cash') {
			const settled = settledDocumentOf(document, context);
			reading.documents.set(document.id, settled);
			for (const payment of document.payments) settle(reading, document.id, payment);
			readAllocations(reading, document, settled, context);
		}
		const isOnItsOwn = list === 'Invoices' || list === 'CreditNotes';
		if (isOnItsOwn && context.basis === 'accrual' && isWithin(context, document.date))
			take(reading, list, document.id, documentEntries(document, context));
	};

function readBankTransaction(reading: LedgerReading, record: IDataObject, context: LedgerContext): void {
	const id = text(record.BankTransactionID);
	if (isTransferSide(record)) reading.transferSides.set(id, transferSideOf(record, context));
	else if (isWithin(context, dayIn(record))) take(reading, 'BankTransactions', id, bankTransactionEntries(record, context));
}

function readPayment(reading: LedgerReading, record: IDataObject, context: LedgerContext): void {
	const payment = text(record.Status) === 'AUTHORISED' ? paymentOf(record, context.organisation.baseCurrency) : undefined;
	if (payment && isWithin(context, payment.date)) reading.payments.set(payment.id, payment);
}

function readManualJournal(reading: LedgerReading, record: IDataObject, context: LedgerContext): void {
	const entries = isWithin(context, dayIn(record)) ? manualJournalEntries(record, context) : undefined;
	if (entries) take(reading, 'ManualJournals', text(record.ManualJournalID), entries);
}

type Read = (reading: LedgerReading, record: IDataObject, context: LedgerContext) => void;

const READ: Readonly<Record<LedgerList, Read>> = {
	Invoices: readDocument('Invoices'),
	CreditNotes: readDocument('CreditNotes'),
	Overpayments: readDocument('Overpayments'),
	Prepayments: readDocument('Prepayments'),
	BankTransactions: readBankTransaction,
	Payments: readPayment,
	ManualJournals: readManualJournal,
	BankTransfers: (reading, record, context) => {
		if (isWithin(context, dayIn(record))) reading.transfers.set(text(record.BankTransferID), record);
	},
	// A claim of any day: its payments may be of the period.
	ExpenseClaims: (reading, record) => {
		reading.claims.set(text(record.ExpenseClaimID), record);
	},
};

/**
 * Takes in records, in any order and in as many pages as they come in; the records can be dropped afterwards.
 *
 * What has to be read for the entries of a period, `Status` AUTHORISED or PAID (manual journals: POSTED):
 * - Invoices, BankTransactions, ManualJournals dated in it (paged: lists without pages leave out lines and rates);
 * - Payments dated in it; BankTransfers dated in it;
 * - CreditNotes, Overpayments and Prepayments of ANY date: their allocations have dates of their own, and what settled a foreign
 *   document before is part of how the next settlement is rounded;
 * - ExpenseClaims of any date: their payments have dates of their own;
 * - on the cash basis no Invoices for their own sake: only those that are settled in the period, which `documentsNeeded` names; where
 *   whole pages are fewer calls, `dropUnsettled` after each page, with payments and credits read before;
 * - then what `documentsNeeded` names. Receipts are inside single claims; the list of receipts does not say whose they are.
 */
export function readRecords(reading: LedgerReading, records: LedgerRecords, context: LedgerContext): void {
	for (const list of Object.keys(READ) as LedgerList[])
		for (const record of records[list] ?? []) READ[list](reading, record, context);
}

/** Drops the invoices and bills that nothing read so far settles in the period: payments and credits have to be read before them. */
export function dropUnsettled({ documents, settlements, payments, allocations }: LedgerReading): void {
	const settled = new Set([
		...[...payments.values()].map(({ documentId }) => documentId),
		...[...allocations.values()].map(({ allocation }) => allocation.documentId),
	]);
	for (const [id, { list }] of documents) {
		if (list !== 'Invoices' || settled.has(id)) continue;
		documents.delete(id);
		settlements.delete(id);
	}
}
