// E4: payments and refunds as entries: the money at the payment's rate, the document at its own.

import { asNumber } from '../../shared/model/decimal';
import type { Account } from '../facts/accounts';
import type { DocumentType } from '../facts/documents';
import { inBase, minorOf } from '../facts/money';
import type { Payment } from '../facts/payments';
import { controlOf, directionOf } from './document';
import type { Entries, Source } from './entry';
import { inBaseCurrency } from './lines';
import type { LedgerContext, Posting } from './postings';
import { accountBy, entriesOf, omitted, posting, systemAccountId } from './postings';
import type { Part, SettledDocument } from './settlement';
import { needsLines, settlementPostings, withGain } from './settlement';

/** What a payment settles, by its PaymentType, where the document itself was not read. */
const TYPE_OF: Readonly<Record<string, DocumentType>> = {
	ACCRECPAYMENT: 'ACCREC',
	ACCPAYPAYMENT: 'ACCPAY',
	ARCREDITPAYMENT: 'ACCRECCREDIT',
	APCREDITPAYMENT: 'ACCPAYCREDIT',
	AROVERPAYMENTPAYMENT: 'RECEIVE-OVERPAYMENT',
	APOVERPAYMENTPAYMENT: 'SPEND-OVERPAYMENT',
	ARPREPAYMENTPAYMENT: 'RECEIVE-PREPAYMENT',
	APPREPAYMENTPAYMENT: 'SPEND-PREPAYMENT',
};

/** What a payment settles, as far as its PaymentType says it. */
export const paidTypeOf = ({ type }: Payment): DocumentType | undefined => TYPE_OF[type];

const sourceOf = (payment: Payment): Source => ({
	type: payment.type,
	id: payment.id,
	date: payment.date,
	number: payment.documentNumber,
	reference: payment.reference,
	contactId: payment.contactId || null,
	contactName: payment.contactName || null,
	currency: payment.currency,
	rate: payment.rate ? asNumber(payment.rate) : null,
});

/** Whether a payment is of a document in another currency than the base. */
export const isForeignPayment = ({ currency }: Payment, { organisation }: LedgerContext): boolean =>
	currency !== organisation.baseCurrency;

/** The document as far as a payment itself says it: enough where the document is in the base currency and its lines are not needed. */
export function documentIn(payment: Payment, context: LedgerContext): SettledDocument | undefined {
	const type = TYPE_OF[payment.type];
	if (type === undefined || isForeignPayment(payment, context) || needsLines(payment, context)) return undefined;
	const { list, documentId: id, documentNumber: number, contactId, contactName, currency, decimals, amount } = payment;
	const exchange = inBaseCurrency(decimals);
	return {
		list,
		type,
		id,
		number,
		contactId,
		contactName,
		currency,
		decimals,
		isForeign: false,
		exchange,
		value: amount,
		postings: null,
	};
}

/**
 * What went through the account a payment names, in minor units of the base currency, above zero. BankAmount is in the currency of that
 * account; undefined where the rate of the payment is needed and missing.
 */
export function moneyOf(payment: Payment, account: Account, context: LedgerContext): bigint | undefined {
	const { decimals: base } = context.organisation;
	const { bankAmount, amount, currency, decimals, rate } = payment;
	const banked = bankAmount === undefined ? undefined : minorOf(bankAmount, account.decimals);
	if (!account.isForeign && banked !== undefined) return banked;
	if (!isForeignPayment(payment, context)) return amount;
	if (rate === undefined) return undefined;
	// The rate is of the document's currency: it says nothing of an account in a third one.
	if (account.currency === currency && banked !== undefined) return inBase(banked, rate, { foreign: account.decimals, base });
	return inBase(amount, rate, { foreign: decimals, base });
}

/** What a payment brought into the account it names, below zero for what it took out; undefined where it cannot be told. */
export function moneyThrough(payment: Payment, account: Account, context: LedgerContext): bigint | undefined {
	const type = TYPE_OF[payment.type];
	const money = type === undefined ? undefined : moneyOf(payment, account, context);
	return money === undefined || type === undefined ? undefined : directionOf({ type }) * money;
}

/** The account money goes through; realised gains of a foreign document are the difference to what it takes off. */
function bankPosting(payment: Payment, document: SettledDocument, account: Account, money: bigint): Posting {
	const sign = directionOf(document);
	const foreign = document.isForeign ? sign * payment.amount : null;
	return posting(account.id, sign * money, { foreign, isRounded: document.isForeign });
}

/** Accounts that a payment is known to be about, whatever is missing. */
function accountsOf(payment: Payment, document: SettledDocument | undefined, context: LedgerContext): string[] {
	const type = document?.type ?? TYPE_OF[payment.type];
	const prepaid = (document?.list ?? payment.list) === 'Prepayments';
	const control = type === undefined || prepaid ? '' : controlOf({ type }, context);
	const gain = isForeignPayment(payment, context) ? systemAccountId(context.accounts, 'REALISEDCURRENCYGAIN') : '';
	return [control, accountBy(context.accounts, payment)?.id ?? '', gain];
}

/**
 * A payment or refund as entries.
 * @param document what it settles; undefined where it was not read
 * @param part where the payment stands among all that settles the document
 */
export function paymentEntries(
	payment: Payment,
	document: SettledDocument | undefined,
	part: Part,
	context: LedgerContext,
): Entries {
	const source = sourceOf(payment);
	const named = accountsOf(payment, document, context);
	const account = accountBy(context.accounts, payment);
	if (account === undefined) return omitted('payments', source, named);
	if (document === undefined) return omitted('notRead', source, named);
	const money = moneyOf(payment, account, context);
	if (money === undefined || document.exchange === undefined) return omitted('rateMissing', source, named);
	const off = settlementPostings(document, part, context);
	if (off === undefined) return omitted('notRead', source, named);
	return entriesOf(source, withGain([bankPosting(payment, document, account, money), ...off], context));
}
