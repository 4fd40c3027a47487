/** Expense claims: their statuses, what becomes of their receipts, their journals. */
import type { Book } from '../book/book';
import type { ExpenseClaimRow, ReceiptRow } from '../book/documentRows';
import { lockedField } from '../documents/fields';
import { ALLOCATED } from '../documents/invoiceStatus';
import { type Lifecycle, nextStatus, writesOf } from '../documents/lifecycle';
import { settleLines } from '../documents/lines';
import { againstTotal, balancing, type Entry, post, systemAccount } from '../ledger/ledger';
import { historyRoutes } from '../resource/history';
import type { Input } from '../resource/input';
import { kindOf } from '../resource/kind';
import { getMany, getOne, resourceOf, update, write } from '../resource/routes';
import { fieldsOf } from '../schema';
import { userNested } from '../settings/users';
import { sum } from '../values/decimal';
import { renderClaimPayment } from './claimPayments';
import { renderReceipt, userField } from './receipts';

type Status = ExpenseClaimRow['Status'];

/** PAID comes with a payment, which only people in Xero make. */
const lifecycle: Lifecycle<Status> = {
	name: 'expense claim',
	initial: ['SUBMITTED'],
	statuses: {
		SUBMITTED: { to: ['SUBMITTED', 'AUTHORISED', 'DELETED'], change: 'Submitted' },
		AUTHORISED: { to: ['VOIDED'], change: 'Approved' },
		PAID: { to: [], change: 'Paid' },
		VOIDED: { to: [], change: 'Voided' },
		DELETED: { to: [], change: 'Deleted' },
	},
};

/** What happens to the receipts of a claim; one that is deleted has been declined. */
const RECEIPTS: Readonly<Record<Status, ReceiptRow['Status']>> = {
	SUBMITTED: 'SUBMITTED',
	AUTHORISED: 'AUTHORISED',
	PAID: 'AUTHORISED',
	VOIDED: 'VOIDED',
	DELETED: 'DECLINED',
};

const kind = kindOf<ExpenseClaimRow>('ExpenseClaim', {
	table: (book) => book.expenseClaims,
	without: ['ReceiptID'],
	nested: { User: userNested },
	render: (book, row, detail, places) => ({
		...fieldsOf('ExpenseClaim', row),
		User: { ...book.users.get(row.UserID) },
		Receipts: detail === 'full' ? receiptsOf(book, row).map((receipt) => renderReceipt(book, receipt, 'page', places)) : [],
		Payments: row.payments.map((payment) => renderClaimPayment(book, payment)),
	}),
});

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
function receiptsOf(book: Book, row: ExpenseClaimRow): ReceiptRow[] {
	return row.receipts.flatMap((id) => book.receipts.get(id) ?? []);
}

function save(book: Book, input: Input, before: ExpenseClaimRow | undefined): ExpenseClaimRow | undefined {
	const status = nextStatus(input, lifecycle, before?.Status);
	return before ? change(book, input, before, status) : create(book, input);
}

/** Hands in receipts of a user. */
function create(book: Book, input: Input): ExpenseClaimRow | undefined {
	const user = userField(book, input);
	if (!user) return undefined;
	const claim = book.newId();
	const chosen = receiptsField(book, input, user.UserID, claim);
	if (input.findings.failed) return undefined;
	const amounts = { Total: 0, AmountDue: 0, AmountPaid: 0 };
	const row = {
		ExpenseClaimID: claim,
		Status: 'SUBMITTED' as const,
		UserID: user.UserID,
		receipts: [],
		payments: [],
		...amounts,
	};
	return put(book, claimed(book, { ...row, UpdatedDateUTC: book.stamp() }, chosen), 'Submitted');
}

/** Another choice of receipts while it is submitted, approval, refusal, void. */
function change(book: Book, input: Input, row: ExpenseClaimRow, status: Status): ExpenseClaimRow | undefined {
	if (input.findings.failed) return undefined;
	if (input.given('User') && userField(book, input)?.UserID !== row.UserID)
		input.fail('The User of an expense claim must not be changed.');
	const open = row.Status === 'SUBMITTED' && (status === 'SUBMITTED' || status === 'AUTHORISED');
	const chosen =
		open && input.given('Receipts') ? receiptsField(book, input, row.UserID, row.ExpenseClaimID) : receiptsOf(book, row);
	const reporting = status === 'AUTHORISED' ? book.today() : row.ReportingDate;
	if (row.payments.length > 0) input.fail(ALLOCATED);
	if (status === 'AUTHORISED' || status === 'VOIDED') lockedField(book, input, reporting);
	if (status === 'AUTHORISED') for (const receipt of chosen) checkLines(book, input, receipt);
	if (input.findings.failed) return undefined;
	const next = claimed(book, { ...row, Status: status, ReportingDate: reporting, UpdatedDateUTC: book.stamp() }, chosen);
	const closed = status === 'VOIDED' || status === 'DELETED';
	return put(
		book,
		closed ? { ...next, AmountDue: 0 } : next,
		status === row.Status ? 'Edited' : lifecycle.statuses[status].change,
	);
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
			book.note(receipt.ReceiptID, lifecycle.statuses[row.Status].change, `Expense claim was changed to ${row.Status}.`);
	}
	const total = sum(chosen.map((receipt) => receipt.Total));
	return { ...row, receipts: ids, Total: total, AmountDue: sum([total, -row.AmountPaid]) };
}

function put(book: Book, row: ExpenseClaimRow, change: string): ExpenseClaimRow {
	const saved = book.expenseClaims.put(row);
	book.note(row.ExpenseClaimID, change, `Expense claim for ${row.Total.toFixed(2)}.`);
	post(book, { SourceType: 'EXPCLAIM', SourceID: row.ExpenseClaimID }, expenseClaimEntry(book, saved));
	return saved;
}

/** How calls write expense claims. */
export const expenseClaimWrites = writesOf(kind, lifecycle, save);

export const expenseClaims = resourceOf(
	kind,
	{
		getExpenseClaims: getMany(kind),
		createExpenseClaims: write(kind, expenseClaimWrites.create),
		getExpenseClaim: getOne(kind),
		updateExpenseClaim: update(kind, expenseClaimWrites.update),
	},
	historyRoutes(kind),
);
