/** Receipts of classic expenses: their statuses, fields and filters. */
import { accountByCode } from '../accounts/accounts';
import type { Book } from '../book/book';
import type { ReceiptRow } from '../book/documentRows';
import type { UserRow } from '../book/rows';
import { contactInDocument, contactNested, contactReference } from '../contacts/contacts';
import { amountsField, contactField, urlField } from '../documents/fields';
import { type Lifecycle, nextStatus, noteChange, writesOf } from '../documents/lifecycle';
import { renderLine } from '../documents/renderedLines';
import { attachmentRoutes } from '../resource/attachmentRoutes';
import { filesOf } from '../resource/attachments';
import { historyRoutes } from '../resource/history';
import type { Input } from '../resource/input';
import { type Detail, kindOf } from '../resource/kind';
import type { Body } from '../resource/replies';
import { type Call, getMany, getOne, resourceOf, update, write } from '../resource/routes';
import { fieldsOf } from '../schema';
import { userNested } from '../settings/users';

/** SUBMITTED, AUTHORISED and DECLINED come with the claim that holds a receipt. */
const lifecycle: Lifecycle<ReceiptRow['Status']> = {
	name: 'receipt',
	initial: ['DRAFT'],
	statuses: {
		DRAFT: { to: ['DRAFT', 'VOIDED'], change: 'Edited' },
		SUBMITTED: { to: [], change: 'Submitted' },
		AUTHORISED: { to: [], change: 'Approved' },
		DECLINED: { to: ['DRAFT', 'DECLINED', 'VOIDED'], change: 'Declined' },
		VOIDED: { to: [], change: 'Voided' },
	},
};

/** A receipt as replies show it: lists leave its lines empty; inside a claim ('page') contact and user are short. */
export function renderReceipt(book: Book, row: ReceiptRow, detail: Detail, places: number): Body {
	const user = book.users.get(row.UserID);
	return {
		...fieldsOf('Receipt', row),
		ReceiptNumber: String(row.ReceiptNumber),
		User: detail === 'full' ? { ...user } : { UserID: row.UserID, FirstName: user?.FirstName, LastName: user?.LastName },
		Contact: detail === 'full' ? contactInDocument(book, row.ContactID) : contactReference(book, row.ContactID),
		LineItems: detail === 'list' ? [] : row.LineItems.map((one) => renderLine(book, one, places)),
		ID: row.ReceiptID,
		...filesOf(book, 'Receipts', row.ReceiptID, detail),
	};
}

const kind = kindOf<ReceiptRow>('Receipt', {
	table: (book) => book.receipts,
	types: { ReceiptNumber: 'number' },
	nested: { User: userNested, Contact: contactNested('ContactID', 'Name') },
	render: renderReceipt,
});

/** The user that a body names. */
export function userField(book: Book, input: Input): UserRow | undefined {
	const id = input.object('User')?.guid('UserID');
	const row = id === undefined ? undefined : book.users.get(id);
	if (!row) input.fail('A valid user should be identified using the UserID.');
	return row;
}

function save(book: Book, input: Input, before: ReceiptRow | undefined, { places }: Call): ReceiptRow | undefined {
	const status = nextStatus(input, lifecycle, before?.Status);
	if (before && input.findings.failed) return undefined;
	if (before && status === 'VOIDED') {
		book.note(before.ReceiptID, 'Voided', `Receipt ${before.ReceiptNumber} was voided.`);
		return book.receipts.put({ ...before, Status: status, ExpenseClaimID: undefined, UpdatedDateUTC: book.stamp() });
	}
	const user = before && !input.given('User') ? book.users.get(before.UserID) : userField(book, input);
	if (before && user && user.UserID !== before.UserID) input.fail('The User of a receipt must not be changed.');
	const contact = contactField(book, input, before?.ContactID);
	if (!user || !contact) return undefined;

	const lines = { type: 'ACCPAY', approved: false, places, required: true, emptyKeeps: true } as const;
	const amounts = amountsField(book, input, before, lines);
	for (const { AccountCode: code } of amounts.LineItems)
		if (code !== undefined && accountByCode(book, code)?.ShowInExpenseClaims !== true)
			input.fail(`Account code '${code}' is not a valid code for this document.`);
	const row: ReceiptRow = {
		ReceiptID: before?.ReceiptID ?? book.newId(),
		ReceiptNumber: before?.ReceiptNumber ?? nextNumber(book, user.UserID),
		Status: status,
		UserID: user.UserID,
		ContactID: contact.ContactID,
		Date: input.date('Date') ?? before?.Date ?? book.today(),
		Reference: input.text('Reference', 255) ?? before?.Reference ?? '',
		Url: urlField(input, 'Url') ?? before?.Url,
		...amounts,
		UpdatedDateUTC: book.stamp(),
	};
	if (input.findings.failed) return undefined;
	const details = `Receipt ${row.ReceiptNumber} from ${contact.Name} for ${row.Total.toFixed(2)}.`;
	noteChange(book, lifecycle, row.ReceiptID, before?.Status, status, details);
	return book.receipts.put(row);
}

/** Receipts are counted in the current claim of a user, which is what no claim holds yet. */
function nextNumber(book: Book, user: string): number {
	const open = book.receipts.all('user', user).filter((row) => row.Status === 'DRAFT' && row.ExpenseClaimID === undefined);
	return Math.max(0, ...open.map((row) => row.ReceiptNumber)) + 1;
}

/** How calls write receipts. */
export const receiptWrites = writesOf(kind, lifecycle, save);

export const receipts = resourceOf(
	kind,
	{
		getReceipts: getMany(kind),
		createReceipt: write(kind, receiptWrites.create),
		getReceipt: getOne(kind),
		updateReceipt: update(kind, receiptWrites.update),
	},
	attachmentRoutes(kind),
	historyRoutes(kind),
);
