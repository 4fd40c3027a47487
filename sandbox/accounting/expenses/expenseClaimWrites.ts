import type { Book } from '../book/book';
import { sum } from '../values/decimal';
import type { ExpenseClaimRow, ReceiptRow } from '../book/documentRows';
import type { Input } from '../resource/input';
import { settleLines } from '../documents/lines';
import { againstTotal, balancing, type Entry, post, systemAccount } from '../ledger/ledger';
import { userField } from './receiptWrites';

type Status = ExpenseClaimRow['Status'];

/** Where each status may go by a request. PAID comes with a payment, which only people in Xero make. */
const NEXT: Readonly<Record<Status, readonly Status[]>> = {
	SUBMITTED: ['SUBMITTED', 'AUTHORISED', 'DELETED'],
	AUTHORISED: ['VOIDED'],
	PAID: [],
	VOIDED: [],
	DELETED: [],
};

/** What happens to the receipts of a claim; one that is deleted has been declined. */
const RECEIPTS: Readonly<Record<Status, ReceiptRow['Status']>> = {
	SUBMITTED: 'SUBMITTED',
	AUTHORISED: 'AUTHORISED',
	PAID: 'AUTHORISED',
	VOIDED: 'VOIDED',
	DELETED: 'DECLINED',
};

const CHANGES: Readonly<Record<Status, string>> = {
	SUBMITTED: 'Submitted',
	AUTHORISED: 'Approved',
	PAID: 'Paid',
	VOIDED: 'Voided',
	DELETED: 'Deleted',
};

/** What a claim says in the books: the lines of its receipts against unpaid expense claims, while it is approved or paid. */
export function expenseClaimEntry(book: Book, row: ExpenseClaimRow): Entry | undefined {
	if (row.Status !== 'AUTHORISED' && row.Status !== 'PAID') return undefined;
	const postings = receiptsOf(book, row).flatMap((receipt) => againstTotal(book, { ...receipt, CurrencyRate: 1 }, 1));
	return {
		date: row.ReportingDate ?? book.today(),
		postings: [...postings, balancing(systemAccount(book, 'UNPAIDEXPCLM'), postings)],
	};
}

/** The receipts of a claim, in the order they were claimed. */
export function receiptsOf(book: Book, row: ExpenseClaimRow): ReceiptRow[] {
	return row.receipts.flatMap((id) => book.receipts.get(id) ?? []);
}

/** PUT: hands in receipts of a user. */
export function createExpenseClaim(book: Book, input: Input): ExpenseClaimRow | undefined {
	const id = input.guid('ExpenseClaimID');
	if (id !== undefined && book.expenseClaims.get(id))
		return void input.fail('An expense claim with the specified ExpenseClaimID already exists.');
	const status = statusField(input);
	if (status !== undefined && status !== 'SUBMITTED')
		input.fail(`A new expense claim must have the status SUBMITTED; '${status}' is not valid.`);
	const user = userField(book, input);
	if (!user) return undefined;
	const claim = book.newId();
	const chosen = receiptsField(book, input, user.UserID, claim);
	if (input.findings.failed) return undefined;
	const row = {
		ExpenseClaimID: claim,
		Status: 'SUBMITTED' as const,
		UserID: user.UserID,
		receipts: [],
		Total: 0,
		AmountDue: 0,
		AmountPaid: 0,
		UpdatedDateUTC: book.stamp(),
	};
	return save(book, claimed(book, row, chosen), 'Submitted');
}

/** POST /ExpenseClaims/{ExpenseClaimID}: another choice of receipts while it is submitted, approval, refusal, void. */
export function updateExpenseClaim(book: Book, row: ExpenseClaimRow, input: Input): ExpenseClaimRow | undefined {
	input.findings.id = row.ExpenseClaimID;
	const status = statusField(input) ?? row.Status;
	if (!NEXT[row.Status].includes(status)) input.fail('Expense claim not of valid status for modification');
	if (input.findings.failed) return undefined;
	if (input.given('User') && userField(book, input)?.UserID !== row.UserID)
		input.fail('The User of an expense claim must not be changed.');
	const open = row.Status === 'SUBMITTED' && (status === 'SUBMITTED' || status === 'AUTHORISED');
	const chosen =
		open && input.given('Receipts') ? receiptsField(book, input, row.UserID, row.ExpenseClaimID) : receiptsOf(book, row);
	const reporting = status === 'AUTHORISED' ? book.today() : row.ReportingDate;
	const lock = book.lockedUntil();
	if (status === 'AUTHORISED' || status === 'VOIDED') {
		if (lock && reporting !== undefined && reporting <= lock.day) input.fail(lock.sentence);
		if (status === 'AUTHORISED') for (const receipt of chosen) checkLines(book, input, receipt);
	}
	if (input.findings.failed) return undefined;
	const next = claimed(book, { ...row, Status: status, ReportingDate: reporting, UpdatedDateUTC: book.stamp() }, chosen);
	const change = status === row.Status ? 'Edited' : CHANGES[status];
	return save(book, status === 'VOIDED' || status === 'DELETED' ? { ...next, AmountDue: 0 } : next, change);
}

/** The status that is sent. */
function statusField(input: Input): Status | undefined {
	return input.choice('Status', ['SUBMITTED', 'AUTHORISED', 'PAID', 'VOIDED', 'DELETED']);
}

/** Each line of an approved receipt needs an account. */
function checkLines(book: Book, input: Input, receipt: ReceiptRow): void {
	const context = { type: 'ACCPAY' as const, amounts: receipt.LineAmountTypes, approved: true, places: 4 };
	settleLines(book, input.findings, receipt.LineItems, context);
}

/** The receipts that a body names: of the user, in draft or already in this claim. */
function receiptsField(book: Book, input: Input, user: string, claim: string): ReceiptRow[] {
	const chosen = (input.list('Receipts') ?? []).flatMap((part): ReceiptRow[] => {
		const id = part.guid('ReceiptID');
		const row = id === undefined ? undefined : book.receipts.get(id);
		if (!row) part.fail('The receipt with the specified ReceiptID could not be found.');
		else if (row.UserID !== user) part.fail('The receipts of an expense claim must be those of its user.');
		else if (row.ExpenseClaimID !== claim && row.Status !== 'DRAFT')
			part.fail('Only receipts with the status DRAFT can be added to an expense claim.');
		return row ? [row] : [];
	});
	if (chosen.length === 0 && !input.findings.failed) input.fail('At least one receipt must be specified for an expense claim.');
	if (new Set(chosen.map((row) => row.ReceiptID)).size < chosen.length)
		input.fail('A receipt must be used only once in an expense claim.');
	return chosen;
}

/** Puts the receipts into the claim and gives back those that left it. */
function claimed(book: Book, row: ExpenseClaimRow, chosen: readonly ReceiptRow[]): ExpenseClaimRow {
	const ids = chosen.map((receipt) => receipt.ReceiptID);
	const stamp = book.stamp();
	for (const receipt of receiptsOf(book, row))
		if (!ids.includes(receipt.ReceiptID))
			book.receipts.put({ ...receipt, Status: 'DRAFT', ExpenseClaimID: undefined, UpdatedDateUTC: stamp });
	const status = RECEIPTS[row.Status];
	const ExpenseClaimID = row.Status === 'DELETED' ? undefined : row.ExpenseClaimID;
	for (const receipt of chosen) {
		book.receipts.put({ ...receipt, Status: status, ExpenseClaimID, UpdatedDateUTC: stamp });
		if (receipt.Status !== status)
			book.note(receipt.ReceiptID, CHANGES[row.Status], `Expense claim was changed to ${row.Status}.`);
	}
	const total = sum(chosen.map((receipt) => receipt.Total));
	return { ...row, receipts: ids, Total: total, AmountDue: sum([total, -row.AmountPaid]) };
}

function save(book: Book, row: ExpenseClaimRow, change: string): ExpenseClaimRow {
	const saved = book.expenseClaims.put(row);
	book.note(row.ExpenseClaimID, change, `Expense claim for ${row.Total.toFixed(2)}.`);
	post(book, { SourceType: 'EXPCLAIM', SourceID: row.ExpenseClaimID }, expenseClaimEntry(book, saved));
	return saved;
}
