import { accountByCode } from '../accounts/accounts';
import type { Book } from '../book/book';
import { contactField, linesField, urlField } from '../documents/documentFields';
import type { ReceiptRow } from '../book/documentRows';
import type { Input } from '../resource/input';
import { totals } from '../documents/lines';
import type { UserRow } from '../book/rows';

type Status = ReceiptRow['Status'];

/** Where a request may take a receipt; SUBMITTED, AUTHORISED and DECLINED come with the claim that holds it. */
const NEXT: Readonly<Record<Status, readonly Status[]>> = {
	DRAFT: ['DRAFT', 'VOIDED'],
	DECLINED: ['DRAFT', 'DECLINED', 'VOIDED'],
	SUBMITTED: [],
	AUTHORISED: [],
	VOIDED: [],
};

/** The user that a body names. */
export function userField(book: Book, input: Input): UserRow | undefined {
	const id = input.object('User')?.guid('UserID');
	const row = id === undefined ? undefined : book.users.get(id);
	if (!row) input.fail('A valid user should be identified using the UserID.');
	return row;
}

/** PUT: a new receipt of a user, in draft. */
export function createReceipt(book: Book, input: Input, places: number): ReceiptRow | undefined {
	const id = input.guid('ReceiptID');
	if (id !== undefined && book.receipts.get(id)) return void input.fail('A receipt with the specified ReceiptID already exists.');
	return save(book, input, undefined, places);
}

/** POST /Receipts/{ReceiptID}. */
export function updateReceipt(book: Book, row: ReceiptRow, input: Input, places: number): ReceiptRow | undefined {
	return save(book, input, row, places);
}

function save(book: Book, input: Input, before: ReceiptRow | undefined, places: number): ReceiptRow | undefined {
	if (before) input.findings.id = before.ReceiptID;
	const status = nextStatus(input, before?.Status);
	if (before && input.findings.failed) return undefined;
	if (before && status === 'VOIDED') {
		book.note(before.ReceiptID, 'Voided', `Receipt ${before.ReceiptNumber} was voided.`);
		return book.receipts.put({ ...before, Status: status, ExpenseClaimID: undefined, UpdatedDateUTC: book.stamp() });
	}
	const user = before && !input.given('User') ? book.users.get(before.UserID) : userField(book, input);
	if (before && user && user.UserID !== before.UserID) input.fail('The User of a receipt must not be changed.');
	const contact = contactField(book, input, before?.ContactID);
	if (!user || !contact) return undefined;

	const types = ['Exclusive', 'Inclusive', 'NoTax'] as const;
	const amounts = input.choice('LineAmountTypes', types) ?? before?.LineAmountTypes ?? 'Exclusive';
	const lines = linesField(book, input, input.list('LineItems'), before, { type: 'ACCPAY', amounts, approved: false, places });
	if (lines.length === 0) input.fail('One or more line items must be specified');
	for (const { AccountCode: code } of lines)
		if (code !== undefined && accountByCode(book, code)?.ShowInExpenseClaims !== true)
			input.fail(`Account code '${code}' is not a valid code for this document.`);
	const added = totals(lines, amounts);
	if (added.Total < 0) input.fail('The Total field must not be less than zero.');
	const row: ReceiptRow = {
		ReceiptID: before?.ReceiptID ?? book.newId(),
		ReceiptNumber: before?.ReceiptNumber ?? nextNumber(book, user.UserID),
		Status: status,
		UserID: user.UserID,
		ContactID: contact.ContactID,
		Date: input.date('Date') ?? before?.Date ?? book.today(),
		Reference: input.text('Reference', 255) ?? before?.Reference ?? '',
		Url: urlField(input, 'Url') ?? before?.Url,
		LineAmountTypes: amounts,
		LineItems: lines,
		...added,
		UpdatedDateUTC: book.stamp(),
	};
	if (input.findings.failed) return undefined;
	const details = `Receipt ${row.ReceiptNumber} from ${contact.Name} for ${row.Total.toFixed(2)}.`;
	book.note(row.ReceiptID, before ? 'Edited' : 'Created', details);
	return book.receipts.put(row);
}

function nextStatus(input: Input, before: Status | undefined): Status {
	const wanted = input.choice('Status', ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'DECLINED', 'VOIDED']);
	if (before === undefined) {
		if (wanted !== undefined && wanted !== 'DRAFT')
			input.fail(`A new receipt must have the status DRAFT; '${wanted}' is not valid.`);
		return wanted ?? 'DRAFT';
	}
	const status = wanted ?? before;
	if (!NEXT[before].includes(status)) input.fail('Receipt not of valid status for modification');
	return status;
}

/** Receipts are counted in the current claim of a user, which is what no claim has taken up yet. */
function nextNumber(book: Book, user: string): number {
	const open = book.receipts.all('user', user).filter((row) => row.Status === 'DRAFT' && row.ExpenseClaimID === undefined);
	return Math.max(0, ...open.map((row) => row.ReceiptNumber)) + 1;
}
