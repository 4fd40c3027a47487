// E1, E2: invoices, bills and credit notes as entries, at their own date and rate.

import { asNumber } from '../../shared/model/decimal';
import type { Document, DocumentType } from '../facts/documents';
import { isPayable } from '../facts/documents';
import type { Entries, Source } from './entry';
import type { Exchange, LineSign } from './lines';
import { accountsIn, againstTotal, foreignOf, toBase } from './lines';
import type { LedgerContext, Posting } from './postings';
import { entriesOf, omitted, posting, systemAccountId } from './postings';

/** Documents that money comes in for: an invoice to a customer, and what a supplier owes. */
const OWED_TO_US: ReadonlySet<DocumentType> = new Set(['ACCREC', 'ACCPAYCREDIT', 'SPEND-PREPAYMENT', 'SPEND-OVERPAYMENT']);

/** 1 where money comes in to settle a document, -1 where it goes out. */
export const directionOf = ({ type }: Pick<Document, 'type'>): 1n | -1n => (OWED_TO_US.has(type) ? 1n : -1n);

/** The account that what is open of documents stands on: DEBTORS with customers, CREDITORS with suppliers. */
export const controlOf = (document: Pick<Document, 'type'>, { accounts }: LedgerContext): string =>
	systemAccountId(accounts, isPayable(document) ? 'CREDITORS' : 'DEBTORS');

/** Statuses in which documents stand in the ledger; voided and deleted ones are gone at all dates. */
export const STANDING: ReadonlySet<string> = new Set(['AUTHORISED', 'PAID']);

/** How the amounts of a document become those of the ledger; undefined where Xero did not say the rate. */
export function exchangeOf(
	{ isForeign, rate, decimals }: Pick<Document, 'isForeign' | 'rate' | 'decimals'>,
	{ organisation }: LedgerContext,
): Exchange | undefined {
	return rate && { isForeign, rate, decimals, baseDecimals: organisation.decimals };
}

/** What a document is open for: its total less what is withheld of it for CIS. */
export const openValueOf = ({ total, cisDeduction }: Pick<Document, 'total' | 'cisDeduction'>): bigint => total - cisDeduction;

/** A document as the source of its entries. */
export const sourceOf = (document: Document): Source => ({
	type: document.type,
	id: document.id,
	date: document.date,
	number: document.number,
	reference: document.reference,
	contactId: document.contactId || null,
	contactName: document.contactName || null,
	currency: document.currency,
	rate: document.rate ? asNumber(document.rate) : null,
});

/** Which side the lines of a document stand on; those of a prepayment as its bank transaction has them. */
export const lineSignOf = (document: Pick<Document, 'type'>): LineSign => {
	const prepaid = document.type.endsWith('PREPAYMENT');
	return (directionOf(document) === 1n) === prepaid ? 1n : -1n;
};

/**
 * The account that what is withheld for CIS stands on. Unconfirmed: nothing of Xero's says which account that is; its list of system
 * accounts has both CISASSETS and CISASSET.
 */
const cisAccountOf = (document: Document, { accounts }: LedgerContext): string =>
	isPayable(document)
		? systemAccountId(accounts, 'CISLIABILITY')
		: systemAccountId(accounts, 'CISASSETS') || systemAccountId(accounts, 'CISASSET');

function controlPosting(document: Document, exchange: Exchange, context: LedgerContext): Posting {
	const open = -lineSignOf(document) * openValueOf(document);
	const more = { foreign: foreignOf(open, exchange), isRounded: exchange.isForeign };
	return posting(controlOf(document, context), toBase(open, exchange), more);
}

/** All postings of a document but that of the control account: lines, tax and rounding, what is withheld for CIS; at its own rate. */
export function postingsBesideControl(document: Document, exchange: Exchange, context: LedgerContext): Posting[] {
	const sign = lineSignOf(document);
	const lines = againstTotal(document, sign, exchange, context.accounts);
	if (document.cisDeduction === 0n) return lines;
	const withheld = sign * (toBase(openValueOf(document), exchange) - toBase(document.total, exchange));
	return [...lines, posting(cisAccountOf(document, context), withheld)];
}

/**
 * An invoice, bill or credit note as entries: DEBTORS or CREDITORS at its total, its lines against that.
 * Over- and prepayments have none of their own: the bank transaction that made them has them (E3).
 */
export function documentEntries(document: Document, context: LedgerContext): Entries {
	const source = sourceOf(document);
	const control = controlOf(document, context);
	if (!document.hasLines && document.total !== 0n) return omitted('notRead', source, [control]);
	const exchange = exchangeOf(document, context);
	if (exchange === undefined) return omitted('rateMissing', source, [control, ...accountsIn(document.lines, context.accounts)]);
	return entriesOf(source, [controlPosting(document, exchange, context), ...postingsBesideControl(document, exchange, context)]);
}
