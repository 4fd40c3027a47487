// Which records still have to be read, one by one, before the entries of a period can be made.

import type { CreditAllocation } from './allocation';
import { invoiceIn } from './allocation';
import { needsReceipts } from './expenseClaim';
import type { LedgerList, LedgerReading } from './ledgerReading';
import { documentIn } from './payment';
import type { LedgerContext } from './postings';
import type { SettledDocument } from './settlement';
import { needsLines } from './settlement';
import { needsSides } from './transfer';

/** IDs by list; lists of which nothing is needed are empty. */
export type Needed = Readonly<Record<LedgerList, readonly string[]>>;

type Wanted = readonly [list: LedgerList, id: string];

/** Whether a document that was read still says too little to be settled. */
const isIncomplete = (document: SettledDocument, context: LedgerContext): boolean =>
	document.exchange === undefined || (needsLines(document, context) && document.postings === null);

const ofPayments = (reading: LedgerReading, context: LedgerContext): Wanted[] =>
	[...reading.payments.values()].flatMap((payment): Wanted[] => {
		const document = reading.documents.get(payment.documentId) ?? documentIn(payment, context);
		return document && !isIncomplete(document, context) ? [] : [[document?.list ?? payment.list, payment.documentId]];
	});

function ofAllocation(one: CreditAllocation, reading: LedgerReading, context: LedgerContext): Wanted[] {
	const { credit, allocation } = one;
	const invoice = reading.documents.get(allocation.documentId) ?? invoiceIn(one, context);
	const wanted: Wanted[] = isIncomplete(credit, context) ? [[credit.list, credit.id]] : [];
	return invoice && !isIncomplete(invoice, context) ? wanted : [...wanted, ['Invoices', allocation.documentId]];
}

const ofTransfers = ({ transfers, transferSides }: LedgerReading, context: LedgerContext): Wanted[] =>
	[...transfers.values()].flatMap((record): Wanted[] =>
		needsSides(record, transferSides, context)
			? [record.FromBankTransactionID, record.ToBankTransactionID].flatMap((id): Wanted[] =>
					typeof id === 'string' && id !== '' ? [['BankTransactions', id]] : [],
				)
			: [],
	);

const ofClaims = ({ claims }: LedgerReading, context: LedgerContext): Wanted[] =>
	[...claims].flatMap(([id, record]): Wanted[] => (needsReceipts(record, context) ? [['ExpenseClaims', id]] : []));

const ofOmissions = ({ omitted }: LedgerReading): Wanted[] =>
	[...omitted.values()].map(({ list, omission }): Wanted => [list, omission.source.id]);

/**
 * Names the records to read by ID after the lists of a period were read (`readRecords`):
 * - foreign invoices and bills that a payment or allocation of the period settles and that are not of the period: their rate, and all
 *   that settled them before. In the base currency none is needed on the accrual basis;
 * - on the cash basis every document that is settled in the period: its lines;
 * - records of the period that came without lines or without the rate of a foreign currency: a single read may have them;
 * - expense claims of the period: the list has no receipts, so each takes a call of its own;
 * - the bank transactions of a transfer from a foreign account, where their list did not have them.
 *
 * Ask once, after all lists: what is still missing when these were read is among the omissions.
 */
export function documentsNeeded(reading: LedgerReading, context: LedgerContext): Needed {
	const wanted = [
		...ofPayments(reading, context),
		...[...reading.allocations.values()].flatMap((one) => ofAllocation(one, reading, context)),
		...ofTransfers(reading, context),
		...ofClaims(reading, context),
		...ofOmissions(reading),
	];
	const of = (list: LedgerList): string[] => [...new Set(wanted.filter(([name]) => name === list).map(([, id]) => id))];
	return {
		Invoices: of('Invoices'),
		CreditNotes: of('CreditNotes'),
		Overpayments: of('Overpayments'),
		Prepayments: of('Prepayments'),
		BankTransactions: of('BankTransactions'),
		Payments: [],
		BankTransfers: [],
		ManualJournals: of('ManualJournals'),
		ExpenseClaims: of('ExpenseClaims'),
	};
}
