// The tax inside what is not paid: what sets the tax accounts on the accrual basis apart from those on the cash basis.

import type { SettledDocument } from '../entries/settlement';
import { settledDocumentOf, sharedPostings } from '../entries/settlement';
import type { LedgerContext } from '../entries/postings';
import { sum } from '../facts/money';
import type { Check } from './rows';
import type { OwingRecords } from './settlements';
import { isApproved } from './settlements';
import { settledBy } from './outstanding';

/** Tax that is in one basis and not in the other, debit positive in minor units of the base currency. */
export interface UnpaidTax {
	readonly tax: bigint;
	/** Documents that were settled in part: each may be rounded by one minor unit another way. */
	readonly parts: bigint;
	/** Documents whose lines or rate Xero did not give. */
	readonly unknown: number;
}

const NONE: UnpaidTax = { tax: 0n, parts: 0n, unknown: 0 };

/** Adds two up. */
export const plus = (a: UnpaidTax, b: UnpaidTax): UnpaidTax => ({
	tax: a.tax + b.tax,
	parts: a.parts + b.parts,
	unknown: a.unknown + b.unknown,
});

/**
 * Tax of a document that the accrual basis has at a day and the cash basis has not.
 * @param isDated whether the document is dated by then; if not, what was settled before its date is on the cash basis alone
 * @param settled of it by then, in minor units of its currency
 * @param taxIds the tax accounts
 */
export function unpaidTaxOf(
	document: Pick<SettledDocument, 'postings' | 'value' | 'exchange'>,
	isDated: boolean,
	settled: bigint,
	taxIds: ReadonlySet<string>,
): UnpaidTax {
	const { postings, value, exchange } = document;
	if (settled === (isDated ? value : 0n)) return NONE;
	if (!postings || !exchange) return { tax: 0n, parts: 0n, unknown: 1 };
	const part = isDated ? { before: settled, after: value } : { before: 0n, after: settled };
	const shares = sharedPostings(document, part, isDated ? 1n : -1n);
	const tax = sum(shares.map(({ accountId, amount }) => (taxIds.has(accountId) ? amount : 0n)));
	return { tax, parts: settled === 0n ? 0n : 1n, unknown: 0 };
}

/**
 * The same of invoices, bills and credit notes that stand open. Money on account is not among them: its tax is in both bases.
 * @param records with the lines of documents
 * @param context on the cash basis
 */
export function unpaidTaxIn(records: OwingRecords, asOf: string, taxIds: ReadonlySet<string>, context: LedgerContext): UnpaidTax {
	const { later, inside } = settledBy(records);
	return records.documents
		.filter((one) => isApproved(one) && (one.list === 'Invoices' || one.list === 'CreditNotes'))
		.map((one): UnpaidTax => {
			const isDated = one.date <= asOf;
			const amounts = (all: typeof inside, counts: (date: string) => boolean): bigint =>
				sum((all.get(one.id) ?? []).filter(({ date }) => counts(date)).map(({ amount }) => amount));
			const document = settledDocumentOf(one, context);
			const settled = isDated
				? document.value - one.open - amounts(later, (date) => date > asOf)
				: amounts(inside, (date) => date <= asOf);
			return unpaidTaxOf(document, isDated, settled, taxIds);
		})
		.reduce(plus, NONE);
}

/** Balances of the tax accounts on both bases beside the tax inside what is not paid. */
export function basesCheck({ tax, parts, unknown }: UnpaidTax, accrual: bigint, cash: bigint): Check {
	const xeros = accrual - cash;
	const rest = xeros - tax;
	const status = rest === 0n ? 'ties' : rest <= parts && -rest <= parts ? 'rounding' : 'differs';
	const missing = unknown > 0 ? ` Xero did not give the lines of ${unknown} documents.` : '';
	const other =
		status === 'differs'
			? ' Manual journals that are not shown on the cash basis, documents with tax whose lines come to nothing, and what is not in the API, may be the rest.'
			: '';
	return {
		check: 'unpaidTax',
		ours: tax,
		xeros,
		status,
		note: `The tax accounts on the accrual basis less those on the cash basis, beside the tax inside what is not paid.${missing}${other}`,
	};
}
