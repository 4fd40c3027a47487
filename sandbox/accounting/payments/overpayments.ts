import { allocationRoutes } from './allocations';
import { creditColumns, filesOf, lookIntoMoneyOnAccount, renderCredit } from '../creditNotes/creditBodies';
import { historyRoutes } from '../resource/history';
import { listed } from '../resource/list';
import { getMany, getOne, recordsOf } from '../resource/reading';
import { type Kind, paymentsScope, type Resource } from '../resource/resource';
import type { OverpaymentRow } from '../book/moneyRows';

const kind: Kind<OverpaymentRow> = {
	singular: 'Overpayment',
	plural: 'Overpayments',
	id: 'OverpaymentID',
	idOf: (row) => row.OverpaymentID,
	table: (book) => book.overpayments,
	columns: { ...creditColumns, OverpaymentID: 'id' },
	look: lookIntoMoneyOnAccount,
	render(book, row, detail, places) {
		return {
			OverpaymentID: row.OverpaymentID,
			Reference: row.Reference ?? '',
			...renderCredit(book, row.OverpaymentID, row, detail, places, filesOf(book, row, detail)),
		};
	},
};

/** Money beyond what was owed: made by bank transactions, used up by allocations and refunds. */
export const overpayments: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getOverpayments', paymentsScope, {
			paged: true,
			modified: true,
			keep(_book, request) {
				const references = listed(request, 'References');
				return (row) => references === undefined || references.has((row.Reference ?? '').toLowerCase());
			},
		}),
		getOne(kind, 'getOverpayment', paymentsScope),
		...allocationRoutes(kind, 'Overpayment', paymentsScope, {
			create: 'createOverpaymentAllocations',
			delete: 'deleteOverpaymentAllocations',
		}),
		...historyRoutes(kind, paymentsScope),
	],
};
