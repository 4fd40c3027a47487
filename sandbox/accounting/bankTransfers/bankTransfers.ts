/** Transfers between bank accounts. */
import { accountNested } from '../accounts/accounts';
import { bankReference } from '../bankTransactions/bankTransaction';
import type { Book } from '../book/book';
import type { BankTransferRow } from '../book/moneyRows';
import { attachmentRoutes } from '../resource/attachmentRoutes';
import { filesOf } from '../resource/attachments';
import { historyRoutes } from '../resource/history';
import { Findings, Input } from '../resource/input';
import { kindOf } from '../resource/kind';
import type { Body } from '../resource/replies';
import { queryFlag } from '../resource/request';
import { getMany, getOne, resourceOf, update, write } from '../resource/routes';
import { elements, writeMany } from '../resource/writing';
import { fieldsOf } from '../schema';
import { trackingOf } from '../settings/trackingCategories';
import { twinsOf } from '../values/dates';
import { createBankTransfer, deleteBankTransfer } from './bankTransferWrites';

const kind = kindOf<BankTransferRow>('BankTransfer', {
	table: (book) => book.bankTransfers,
	nested: {
		FromBankAccount: accountNested((row) => row.FromAccountID),
		ToBankAccount: accountNested((row) => row.ToAccountID),
	},
	render(book, row, detail) {
		const { CurrencyRate, ...fields } = fieldsOf('BankTransfer', row);
		const whole = detail === 'full';
		return {
			...fields,
			...twinsOf(row, 'Date'),
			CreatedDateUTCString: row.CreatedDateUTC.slice(0, 19),
			Reference: row.Reference ?? '',
			...(whole ? { CurrencyRate } : {}),
			FromBankAccount: bankReference(book, row.FromAccountID, whole),
			ToBankAccount: bankReference(book, row.ToAccountID, whole),
			FromTracking: trackingOf(book, row.FromTracking),
			ToTracking: trackingOf(book, row.ToTracking),
			...filesOf(book, 'BankTransfers', row.BankTransferID, detail),
		};
	},
});

/** An element over the transfer that it names. */
function whole(book: Book, element: Body): Body {
	const input = new Input(element, new Findings());
	const row = book.bankTransfers.get(input.guid('BankTransferID') ?? '');
	const known = Object.entries(row ? kind.render(book, row, 'list', 2) : {}).filter(([key]) => !input.given(key));
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

export const bankTransfers = resourceOf(
	kind,
	{
		getBankTransfers: getMany(kind, {
			keep(_book, request) {
				const all = queryFlag(request, 'includeDeleted');
				return (row) => all || row.Status !== 'DELETED';
			},
		}),
		deleteBankTransfers(book, request) {
			// An element names only an id and a status: what is answered, refused or not, is the whole transfer.
			const body = elements(request.body, kind.plural, kind.singular).map((element) => whole(book, element));
			return writeMany(kind, book, { ...request, body }, (input) => deleteNamed(book, input));
		},
		createBankTransfer: write(kind, createBankTransfer),
		getBankTransfer: getOne(kind),
		deleteBankTransfer: update(kind, deleteBankTransfer),
	},
	attachmentRoutes(kind),
	historyRoutes(kind),
);
