/** The operations on bank transactions. */
import { attachmentRoutes } from '../resource/attachmentRoutes';
import { historyRoutes } from '../resource/history';
import { listed } from '../resource/request';
import { getMany, getOne, resourceOf, update, write } from '../resource/routes';
import { kind } from './bankTransaction';
import { bankTransactionWrites } from './bankTransactionWrites';

export const bankTransactions = resourceOf(
	kind,
	{
		getBankTransactions: getMany(kind, {
			keep(_book, request) {
				// Later than the OpenAPI file here, but in the official SDK 20.0.0.
				const references = listed(request, 'References');
				return (row) => references === undefined || references.has((row.Reference ?? '').toLowerCase());
			},
		}),
		updateOrCreateBankTransactions: write(kind, bankTransactionWrites.upsert),
		createBankTransactions: write(kind, bankTransactionWrites.create),
		getBankTransaction: getOne(kind),
		updateBankTransaction: update(kind, bankTransactionWrites.update),
	},
	attachmentRoutes(kind),
	historyRoutes(kind),
);
