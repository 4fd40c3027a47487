// E8: expense claims as entries: lines and tax of their receipts, and their payments.

import type { IDataObject } from 'n8n-workflow';
import { isObject, objectsIn } from '../../shared/model/values';
import { dayIn, linesIn } from '../facts/documents';
import { minorOf, sum } from '../facts/money';
import { STANDING } from './document';
import type { Entries, Source } from './entry';
import { NOTHING } from './entry';
import { againstTotal, inBaseCurrency } from './lines';
import type { LedgerContext, Posting } from './postings';
import { accountBy, balancing, entriesOf, isWithin, omitted, posting, systemAccountId } from './postings';
import type { Settlement } from './settlement';
import { partOf, sharedPostings } from './settlement';

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** The day a claim stands in the ledger. Unconfirmed: nothing of Xero's says that ReportingDate is the date of its posting. */
export const claimDateOf = (record: IDataObject): string => dayIn(record, 'ReportingDate');

/** Whether a claim stands in the ledger: approved, or paid. */
export const isClaimed = (record: IDataObject): boolean => STANDING.has(text(record.Status));

const sourceOf = (record: IDataObject, { organisation }: LedgerContext): Source => {
	const user = isObject(record.User) ? record.User : {};
	const name = [text(user.FirstName).trim(), text(user.LastName).trim()].filter((part) => part !== '').join(' ');
	return {
		type: 'EXPCLAIM',
		id: text(record.ExpenseClaimID),
		date: claimDateOf(record),
		number: '',
		reference: '',
		contactId: null,
		contactName: name || null,
		currency: organisation.baseCurrency,
		rate: 1,
	};
};

/** Receipts of a claim with their lines; undefined where Xero left the receipts, or lines of one, out, as its list does. */
function receiptPostings(record: IDataObject, { organisation, accounts }: LedgerContext): Posting[] | undefined {
	const { decimals } = organisation;
	const receipts = objectsIn(record.Receipts);
	const total = (receipt: IDataObject): bigint => minorOf(receipt.Total, decimals);
	const isWhole = receipts.every((receipt) => total(receipt) === 0n || objectsIn(receipt.LineItems).length > 0);
	if (!isWhole || sum(receipts.map(total)) !== minorOf(record.Total, decimals)) return undefined;
	const exchange = inBaseCurrency(decimals);
	return receipts.flatMap((receipt) =>
		againstTotal({ lines: linesIn(receipt, decimals), total: total(receipt) }, 1n, exchange, accounts),
	);
}

const paymentsOf = (record: IDataObject): IDataObject[] =>
	objectsIn(record.Payments).filter((payment) => text(payment.Status) !== 'DELETED');

/** Whether a claim has to be read by itself: the list of claims has no receipts. On the cash basis a claim counts where it is paid. */
export function needsReceipts(record: IDataObject, context: LedgerContext): boolean {
	if (!isClaimed(record) || receiptPostings(record, context) !== undefined) return false;
	if (context.basis === 'cash') return paymentsOf(record).some((payment) => isWithin(context, dayIn(payment)));
	return isWithin(context, claimDateOf(record));
}

/** A claim as entries on its ReportingDate: what was claimed against UNPAIDEXPCLM. None on the cash basis. */
export function expenseClaimEntries(record: IDataObject, context: LedgerContext): Entries {
	if (!isClaimed(record) || context.basis === 'cash') return NOTHING;
	const unpaid = systemAccountId(context.accounts, 'UNPAIDEXPCLM');
	const source = sourceOf(record, context);
	// One without a day may be of any period: it must not be lost in silence.
	if (source.date === '') return omitted('notRead', source, [unpaid]);
	if (!isWithin(context, source.date)) return NOTHING;
	const postings = receiptPostings(record, context);
	if (postings === undefined) return omitted('notRead', source, [unpaid]);
	return entriesOf(source, [...postings, ...balancing(postings, unpaid)]);
}

/** What a payment of a claim settles: part of UNPAIDEXPCLM, or on the cash basis shares of its receipts; undefined where they are not read. */
function settled(record: IDataObject, payment: Settlement, context: LedgerContext): Posting[] | undefined {
	if (context.basis === 'accrual') return [posting(systemAccountId(context.accounts, 'UNPAIDEXPCLM'), payment.amount)];
	const postings = receiptPostings(record, context);
	const { decimals } = context.organisation;
	const all = paymentsOf(record).map((one): Settlement => settlementOf(one, decimals));
	const part = partOf(new Map(all.map((one) => [one.id, one])), payment);
	return (
		postings && sharedPostings({ postings, value: minorOf(record.Total, decimals), exchange: inBaseCurrency(decimals) }, part, 1n)
	);
}

const settlementOf = (payment: IDataObject, decimals: number): Settlement => ({
	id: text(payment.PaymentID),
	date: dayIn(payment),
	amount: minorOf(payment.Amount, decimals),
});

function paymentEntries(record: IDataObject, payment: IDataObject, context: LedgerContext): Entries {
	const named = isObject(payment.Account) ? payment.Account : {};
	const account = accountBy(context.accounts, { accountId: text(named.AccountID), accountCode: text(named.Code) });
	const settlement = settlementOf(payment, context.organisation.decimals);
	const source: Source = { ...sourceOf(record, context), type: 'EXPPAYMENT', id: settlement.id, date: settlement.date };
	const unpaid = systemAccountId(context.accounts, 'UNPAIDEXPCLM');
	const postings = settled(record, settlement, context);
	if (account === undefined) return omitted('payments', source, postings?.map(({ accountId }) => accountId) ?? [unpaid]);
	if (postings === undefined) return omitted('notRead', source, [account.id]);
	return entriesOf(source, [...postings, posting(account.id, -settlement.amount)]);
}

/**
 * The payments of a claim as entries, each at its own date. One that names no account gives none: what it paid is “not in the API” on
 * UNPAIDEXPCLM and on the bank account.
 */
export function claimPaymentEntries(record: IDataObject, context: LedgerContext): Entries {
	if (!isClaimed(record)) return NOTHING;
	const parts = paymentsOf(record)
		.filter((payment) => isWithin(context, dayIn(payment)))
		.map((payment) => paymentEntries(record, payment, context));
	return { entries: parts.flatMap(({ entries }) => entries), omissions: parts.flatMap(({ omissions }) => omissions) };
}
