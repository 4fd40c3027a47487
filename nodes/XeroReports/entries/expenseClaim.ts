// E8: expense claims as entries: lines and tax of their receipts, and their payments.

import type { IDataObject } from 'n8n-workflow';
import { isObject, objectsIn } from '../../shared/model/values';
import { dayIn, linesIn } from '../facts/documents';
import { minorOf, sum } from '../facts/money';
import { STANDING } from './document';
import type { Entries, Source } from './entry';
import { NOTHING } from './entry';
import { againstTotal } from './lines';
import type { LedgerContext, Posting } from './postings';
import { accountBy, balancing, entriesOf, isWithin, omitted, posting, systemAccountId } from './postings';

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
	const exchange = { isForeign: false, rate: { digits: 1n, decimals: 0 }, decimals, baseDecimals: decimals };
	return receipts.flatMap((receipt) =>
		againstTotal({ lines: linesIn(receipt, decimals), total: total(receipt) }, 1n, exchange, accounts),
	);
}

/** Whether a claim has to be read by itself: the list of claims has no receipts. */
export const needsReceipts = (record: IDataObject, context: LedgerContext): boolean =>
	isClaimed(record) && isWithin(context, claimDateOf(record)) && receiptPostings(record, context) === undefined;

/** A claim as entries on its ReportingDate: what was claimed against UNPAIDEXPCLM. */
export function expenseClaimEntries(record: IDataObject, context: LedgerContext): Entries {
	if (!isClaimed(record)) return NOTHING;
	const unpaid = systemAccountId(context.accounts, 'UNPAIDEXPCLM');
	const source = sourceOf(record, context);
	const postings = receiptPostings(record, context);
	if (postings === undefined) return omitted('notRead', source, [unpaid]);
	return entriesOf(source, [...postings, ...balancing(postings, unpaid)]);
}

/**
 * The payments of a claim as entries, each at its own date. One that names no account gives none: what it paid is “not in the API” on
 * UNPAIDEXPCLM and on the bank account.
 */
export function claimPaymentEntries(record: IDataObject, context: LedgerContext): Entries {
	if (!isClaimed(record)) return NOTHING;
	const unpaid = systemAccountId(context.accounts, 'UNPAIDEXPCLM');
	const parts = objectsIn(record.Payments)
		.filter((payment) => text(payment.Status) !== 'DELETED' && isWithin(context, dayIn(payment)))
		.map((payment): Entries => {
			const named = isObject(payment.Account) ? payment.Account : {};
			const account = accountBy(context.accounts, { accountId: text(named.AccountID), accountCode: text(named.Code) });
			const id = text(payment.PaymentID);
			const source: Source = { ...sourceOf(record, context), type: 'EXPPAYMENT', id, date: dayIn(payment) };
			const amount = minorOf(payment.Amount, context.organisation.decimals);
			if (account === undefined) return omitted('payments', source, [unpaid]);
			return entriesOf(source, [posting(unpaid, amount), posting(account.id, -amount)]);
		});
	return { entries: parts.flatMap(({ entries }) => entries), omissions: parts.flatMap(({ omissions }) => omissions) };
}
