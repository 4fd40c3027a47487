// The entries of a period from Xero's documents, which every tier of the API gives.

import { allocationEntries, invoiceIn } from './allocation';
import type { CreditAllocation } from './allocation';
import type { Payment } from '../facts/payments';
import type { Entries } from './entry';
import { claimPaymentEntries, expenseClaimEntries } from './expenseClaim';
import type { LedgerReading, LedgerRecords } from './ledgerReading';
import { emptyReading, readRecords } from './ledgerReading';
import { documentIn, paymentEntries } from './payment';
import type { LedgerContext } from './postings';
import { partOf } from './settlement';
import { transferEntries } from './transfer';

function ofPayment(payment: Payment, { documents, settlements }: LedgerReading, context: LedgerContext): Entries {
	const document = documents.get(payment.documentId) ?? documentIn(payment, context);
	const known = documents.has(payment.documentId) ? settlements.get(payment.documentId) : undefined;
	return paymentEntries(payment, document, partOf(known, payment), context);
}

function ofAllocation(one: CreditAllocation, { documents, settlements }: LedgerReading, context: LedgerContext): Entries {
	const { id, date, allocation, credit } = one;
	const settlement = { id, date, amount: allocation.amount };
	const read = documents.get(allocation.documentId);
	const parts = {
		credit: partOf(settlements.get(credit.id), settlement),
		invoice: partOf(read && settlements.get(allocation.documentId), settlement),
	};
	// A credit that was read again, with its rate or lines, is the one that counts.
	const latest = { ...one, credit: documents.get(credit.id) ?? credit };
	return allocationEntries(latest, read ?? invoiceIn(latest, context), parts, context);
}

/** All entries of a period from what was read: those of records by themselves, and those of what settles other documents. */
export function entriesOfReading(reading: LedgerReading, context: LedgerContext): Entries {
	const claims = [...reading.claims.values()];
	const later = [
		...[...reading.payments.values()].map((payment) => ofPayment(payment, reading, context)),
		...[...reading.allocations.values()].map((one) => ofAllocation(one, reading, context)),
		...[...reading.transfers.values()].map((record) => transferEntries(record, reading.transferSides, context)),
		...claims.map((record) => expenseClaimEntries(record, context)),
		...claims.map((record) => claimPaymentEntries(record, context)),
	];
	return {
		entries: [...reading.entries, ...later.flatMap(({ entries }) => entries)],
		omissions: [...[...reading.omitted.values()].map(({ omission }) => omission), ...later.flatMap(({ omissions }) => omissions)],
	};
}

/**
 * The same in one go, where all records are at hand.
 * @param records those that `readRecords` says must be read, and those that `documentsNeeded` names
 */
export function entriesFromDocuments(records: LedgerRecords, context: LedgerContext): Entries {
	const reading = emptyReading();
	readRecords(reading, records, context);
	return entriesOfReading(reading, context);
}
