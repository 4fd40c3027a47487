/** Money beyond what was owed: made by bank transactions, used up by allocations and refunds. */
import type { OverpaymentRow } from '../book/moneyRows';
import { CONTACT_FIELDS, contactNested } from '../contacts/contacts';
import { filesOf, hasAttachments } from '../resource/attachments';
import { historyRoutes } from '../resource/history';
import { kindOf } from '../resource/kind';
import { listed } from '../resource/request';
import { getMany, getOne, resourceOf } from '../resource/routes';
import { allocationRoutes } from './allocations';
import { renderCredit } from './renderCredit';

const kind = kindOf<OverpaymentRow>('Overpayment', {
	table: (book) => book.overpayments,
	without: ['AppliedAmount'],
	nested: { Contact: contactNested(...CONTACT_FIELDS) },
	// Its files are those of its bank transaction, as the addresses in Xero's examples show.
	look: (book, row, field) => (field === 'HasAttachments' ? hasAttachments(book, row.BankTransactionID) : undefined),
	render: (book, row, detail, places) => ({
		...renderCredit('Overpayment', book, row.OverpaymentID, row, detail, places),
		...filesOf(book, 'BankTransactions', row.BankTransactionID, detail),
	}),
});

export const overpayments = resourceOf(
	kind,
	{
		getOverpayments: getMany(kind, {
			keep(_book, request) {
				const references = listed(request, 'References');
				return (row) => references === undefined || references.has((row.Reference ?? '').toLowerCase());
			},
		}),
		getOverpayment: getOne(kind),
	},
	allocationRoutes(kind),
	historyRoutes(kind),
);
