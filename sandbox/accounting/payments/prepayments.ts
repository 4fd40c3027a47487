import { allocationRoutes } from './allocations';
import { creditColumns, filesOf, lookIntoMoneyOnAccount, renderCredit } from '../creditNotes/creditBodies';
import { historyRoutes } from '../resource/history';
import { listed } from '../resource/list';
import { getMany, getOne, recordsOf } from '../resource/reading';
import { type Kind, paymentsScope, type Resource } from '../resource/resource';
import type { PrepaymentRow } from '../book/moneyRows';

const kind: Kind<PrepaymentRow> = {
	singular: 'Prepayment',
	plural: 'Prepayments',
	id: 'PrepaymentID',
	idOf: (row) => row.PrepaymentID,
	table: (book) => book.prepayments,
	columns: { ...creditColumns, PrepaymentID: 'id', InvoiceNumber: 'text', BrandingThemeID: 'id' },
	look: lookIntoMoneyOnAccount,
	render(book, row, detail, places) {
		return {
			PrepaymentID: row.PrepaymentID,
			BrandingThemeID: detail === 'full' ? row.BrandingThemeID : undefined,
			Reference: row.Reference ?? '',
			InvoiceNumber: row.InvoiceNumber,
			...renderCredit(book, row.PrepaymentID, row, detail, places, filesOf(book, row, detail)),
		};
	},
};

/** Payments on account for goods to come: made by bank transactions, used up by allocations and refunds. */
export const prepayments: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getPrepayments', paymentsScope, {
			paged: true,
			modified: true,
			keep(_book, request) {
				// References is later than the OpenAPI file here, but in the official SDK 20.0.0.
				const [numbers, references] = [listed(request, 'InvoiceNumbers'), listed(request, 'References')];
				return (row) =>
					(numbers === undefined || numbers.has((row.InvoiceNumber ?? '').toLowerCase())) &&
					(references === undefined || references.has((row.Reference ?? '').toLowerCase()));
			},
		}),
		getOne(kind, 'getPrepayment', paymentsScope),
		...allocationRoutes(kind, 'Prepayment', paymentsScope, {
			create: 'createPrepaymentAllocations',
			delete: 'deletePrepaymentAllocations',
		}),
		...historyRoutes(kind, paymentsScope),
	],
};
