import { attachmentRoutes, attachmentsOf, hasAttachments } from '../resource/attachments';
import { bankReference } from '../bankTransactions/bankTransactionBodies';
import { createBankTransfer, deleteBankTransfer } from './bankTransferWrites';
import type { Book } from '../book/book';
import { dateString } from '../values/dates';
import { historyRoutes } from '../resource/history';
import { Findings, Input } from '../resource/input';
import { trackingOf } from '../ledger/journalLines';
import { existing, getMany, getOne, recordsOf } from '../resource/reading';
import type { Body } from '../resource/replies';
import { bankTransactionsScope as scopes, type Detail, hole, type Kind, query, type Resource } from '../resource/resource';
import type { BankTransferRow } from '../book/moneyRows';
import { elements, writeAll, writeMany, writeOne } from '../resource/writing';

function render(book: Book, row: BankTransferRow, detail: Detail): Body {
	const files = hasAttachments(book, row.BankTransferID);
	const whole = detail === 'full';
	return {
		BankTransferID: row.BankTransferID,
		CreatedDateUTCString: row.CreatedDateUTC.slice(0, 19),
		CreatedDateUTC: row.CreatedDateUTC,
		DateString: dateString(row.Date),
		Date: row.Date,
		Status: row.Status,
		FromBankAccount: bankReference(book, row.FromAccountID, whole),
		ToBankAccount: bankReference(book, row.ToAccountID, whole),
		Amount: row.Amount,
		FromBankTransactionID: row.FromBankTransactionID,
		ToBankTransactionID: row.ToBankTransactionID,
		FromIsReconciled: row.FromIsReconciled,
		ToIsReconciled: row.ToIsReconciled,
		Reference: row.Reference ?? '',
		...(whole ? { CurrencyRate: row.CurrencyRate } : {}),
		HasAttachments: files,
		FromTracking: trackingOf(book, row.FromTracking),
		ToTracking: trackingOf(book, row.ToTracking),
		...(whole && files ? { Attachments: attachmentsOf(book, 'BankTransfers', row.BankTransferID) } : {}),
	};
}

const bank = { AccountID: 'id', Code: 'text', Name: 'text' } as const;

const kind: Kind<BankTransferRow> = {
	singular: 'BankTransfer',
	plural: 'BankTransfers',
	id: 'BankTransferID',
	idOf: (row) => row.BankTransferID,
	table: (book) => book.bankTransfers,
	columns: {
		BankTransferID: 'id',
		Status: 'text',
		Date: 'time',
		Amount: 'number',
		Reference: 'text',
		CurrencyRate: 'number',
		FromBankAccount: bank,
		ToBankAccount: bank,
		FromBankTransactionID: 'id',
		ToBankTransactionID: 'id',
		FromIsReconciled: 'flag',
		ToIsReconciled: 'flag',
		HasAttachments: 'flag',
		CreatedDateUTC: 'time',
	},
	look(book, row, path) {
		if (path[0] === 'HasAttachments') return hasAttachments(book, row.BankTransferID);
		const account = path[0] === 'FromBankAccount' ? row.FromAccountID : path[0] === 'ToBankAccount' ? row.ToAccountID : undefined;
		return account === undefined ? undefined : (book.accounts.get(account) as Body | undefined)?.[path[1] ?? ''];
	},
	render,
};

/** An element over the transfer that it names. */
function whole(book: Book, element: Body): Body {
	const input = new Input(element, new Findings());
	const row = book.bankTransfers.get(input.guid('BankTransferID') ?? '');
	const known = Object.entries(row ? render(book, row, 'list') : {}).filter(([key]) => !input.given(key));
	return { ...Object.fromEntries(known), ...element };
}

/** One of the transfers that a call deletes by their ids. */
function deleteNamed(book: Book, input: Input): BankTransferRow | undefined {
	const id = input.guid('BankTransferID');
	const row = id === undefined ? undefined : book.bankTransfers.get(id);
	if (row) return deleteBankTransfer(book, row, input);
	return void input.fail(
		id === undefined
			? 'The BankTransferID field must be specified.'
			: 'The bank transfer with the specified BankTransferID could not be found.',
	);
}

export const bankTransfers: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getBankTransfers', scopes, {
			modified: true,
			keep(_book, request) {
				const all = query(request, 'includeDeleted')?.toLowerCase() === 'true';
				return (row) => all || row.Status !== 'DELETED';
			},
		}),
		{
			operationId: 'deleteBankTransfers',
			method: 'POST',
			path: '/BankTransfers',
			scopes: scopes.write,
			handle(book, request) {
				// An element names only an id and a status: what is answered, refused or not, is the whole transfer.
				const body = elements(request.body, kind.plural, kind.singular).map((element) => whole(book, element));
				return writeMany(kind, book, { ...request, body }, (input) => deleteNamed(book, input));
			},
		},
		{
			operationId: 'createBankTransfer',
			method: 'PUT',
			path: '/BankTransfers',
			scopes: scopes.write,
			handle: (book, request) => writeAll(kind, book, request, (input) => createBankTransfer(book, input)),
		},
		getOne(kind, 'getBankTransfer', scopes),
		{
			operationId: 'deleteBankTransfer',
			method: 'POST',
			path: '/BankTransfers/{BankTransferID}',
			scopes: scopes.write,
			handle(book, request) {
				const row = existing(kind, book, hole(request, kind.id));
				return writeOne(kind, book, request, (input) => deleteBankTransfer(book, row, input));
			},
		},
		...attachmentRoutes(kind, (book, row) => book.bankTransfers.put({ ...row, UpdatedDateUTC: book.stamp() })),
		...historyRoutes(kind, scopes, { get: 'getBankTransferHistory', create: 'createBankTransferHistoryRecord' }),
	],
};
