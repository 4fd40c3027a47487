/** Payments of expense claims, which only people in Xero make. */
import type { ClaimPayment } from '../../bookkeeping';
import { accountByCode } from '../accounts/accounts';
import type { Book } from '../book/book';
import type { ClaimPaymentRow } from '../book/documentRows';
import type { AccountRow } from '../book/rows';
import { post, systemAccount } from '../ledger/ledger';
import type { Body } from '../resource/replies';
import { calendarDate } from '../values/dates';
import { rounded, sum } from '../values/decimal';

/**
 * Pays a part of an approved claim, or all that is due: then it is PAID. The payment stands against unpaid expense claims.
 *
 * @throws RangeError for a claim that is not approved, more than is due, a day that is none, an account that money cannot come from.
 */
export function payExpenseClaim(
	book: Book,
	id: string,
	{ account: code, date, amount, reference }: ClaimPayment,
): ClaimPaymentRow {
	const claim = book.expenseClaims.get(id);
	if (claim?.Status !== 'AUTHORISED') throw new RangeError(`The organisation has no approved expense claim ${id}`);
	if (calendarDate(date) !== date) throw new RangeError(`The date ${date} is no day in the form YYYY-MM-DD`);
	if (!(amount > 0) || rounded(amount, 2) !== amount) throw new RangeError(`${amount} is no amount in whole cents above zero`);
	if (amount > claim.AmountDue) throw new RangeError(`No more than ${claim.AmountDue.toFixed(2)} is due on the expense claim`);
	const { AccountID } = payer(book, code);
	const payment = { PaymentID: book.newId(), AccountID, Date: date, Amount: amount, Reference: reference };
	const due = sum([claim.AmountDue, -amount]);
	book.expenseClaims.put({
		...claim,
		payments: [...claim.payments, payment],
		AmountPaid: sum([claim.AmountPaid, amount]),
		AmountDue: due,
		Status: due === 0 ? 'PAID' : 'AUTHORISED',
		UpdatedDateUTC: book.stamp(),
	});
	book.note(id, due === 0 ? 'Paid' : 'Payment made', `Payment of ${amount.toFixed(2)} on ${date}.`);
	const postings = [
		{
			AccountID: systemAccount(book, 'UNPAIDEXPCLM'),
			net: amount,
			settles: { id: claim.ExpenseClaimID, amount, of: claim.Total },
		},
		{ AccountID, net: -amount },
	];
	post(book, { SourceType: 'EXPPAYMENT', SourceID: payment.PaymentID }, { date, reference, postings });
	return payment;
}

/** A bank account in the base currency, or another account that payments may go through. */
function payer(book: Book, code: string): AccountRow {
	const account = accountByCode(book, code);
	if (!account || account.Status !== 'ACTIVE') throw new RangeError(`The organisation has no account ${code}`);
	if (account.Type !== 'BANK' && !account.EnablePaymentsToAccount)
		throw new RangeError(`The account ${code} is no bank account and takes no payments`);
	const base = book.organisation.BaseCurrency;
	if ((account.CurrencyCode ?? base) !== base) throw new RangeError(`Expense claims are paid in ${base}`);
	return account;
}

/** A payment as its claim shows it. */
export function renderClaimPayment(book: Book, { PaymentID, AccountID, Date, Amount, Reference }: ClaimPaymentRow): Body {
	const named = !book.unkindness.claimAccountsMissing;
	const { Code } = book.accounts.get(AccountID) ?? {};
	return {
		...{ PaymentID, Date, Amount, Reference: Reference ?? '', CurrencyRate: 1 },
		...(named ? { Account: { AccountID, ...(Code ? { Code } : {}) } } : {}),
		HasAccount: named,
		HasValidationErrors: false,
	};
}
