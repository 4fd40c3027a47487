import { attachmentRoutes } from '../resource/attachments';
import { bankTransactionColumns, lookIntoBankTransaction, renderBankTransaction } from './bankTransactionBodies';
import { createBankTransaction, updateBankTransaction, upsertBankTransaction } from './bankTransactionWrites';
import { historyRoutes } from '../resource/history';
import { listed } from '../resource/list';
import { existing, getMany, getOne, recordsOf } from '../resource/reading';
import { bankTransactionsScope as scopes, type BookRoute, hole, type Kind, type Resource, unitdp } from '../resource/resource';
import type { BankTransactionRow } from '../book/moneyRows';
import { writeMany, writeOne } from '../resource/writing';

const kind: Kind<BankTransactionRow> = {
	singular: 'BankTransaction',
	plural: 'BankTransactions',
	id: 'BankTransactionID',
	idOf: (row) => row.BankTransactionID,
	table: (book) => book.bankTransactions,
	columns: bankTransactionColumns,
	look: lookIntoBankTransaction,
	render: renderBankTransaction,
};

const many = (operationId: string, method: 'PUT' | 'POST', write: typeof createBankTransaction): BookRoute => ({
	operationId,
	method,
	path: '/BankTransactions',
	scopes: scopes.write,
	handle: (book, request) => writeMany(kind, book, request, (input) => write(book, input, unitdp(request))),
});

export const bankTransactions: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getBankTransactions', scopes, {
			paged: true,
			modified: true,
			keep(_book, request) {
				// Later than the OpenAPI file here, but in the official SDK 20.0.0.
				const references = listed(request, 'References');
				return (row) => references === undefined || references.has((row.Reference ?? '').toLowerCase());
			},
		}),
		many('updateOrCreateBankTransactions', 'POST', upsertBankTransaction),
		many('createBankTransactions', 'PUT', createBankTransaction),
		getOne(kind, 'getBankTransaction', scopes),
		{
			operationId: 'updateBankTransaction',
			method: 'POST',
			path: '/BankTransactions/{BankTransactionID}',
			scopes: scopes.write,
			handle(book, request) {
				const row = existing(kind, book, hole(request, kind.id));
				return writeOne(kind, book, request, (input) => updateBankTransaction(book, row, input, unitdp(request)));
			},
		},
		...attachmentRoutes(kind, (book, row) => book.bankTransactions.put({ ...row, UpdatedDateUTC: book.stamp() })),
		...historyRoutes(kind, scopes, { get: 'getBankTransactionsHistory', create: 'createBankTransactionHistoryRecord' }),
	],
};
