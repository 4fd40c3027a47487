/** Payments on account for goods to come: made by bank transactions, used up by allocations and refunds. */
import type { PrepaymentRow } from '../book/moneyRows';
import { CONTACT_FIELDS, contactNested } from '../contacts/contacts';
import { filesOf, hasAttachments } from '../resource/attachments';
import { historyRoutes } from '../resource/history';
import { kindOf } from '../resource/kind';
import { listed } from '../resource/request';
import { getMany, getOne, resourceOf } from '../resource/routes';
import { allocationRoutes } from './allocations';
import { renderCredit } from './renderCredit';

const kind = kindOf<PrepaymentRow>('Prepayment', {
	table: (book) => book.prepayments,
	without: ['AppliedAmount'],
	nested: { Contact: contactNested(...CONTACT_FIELDS) },
	// Its files are those of its bank transaction, as the addresses in Xero's examples show.
	look: (book, row, field) => (field === 'HasAttachments' ? hasAttachments(book, row.BankTransactionID) : undefined),
	render: (book, row, detail, places) => ({
		...renderCredit('Prepayment', book, row.PrepaymentID, row, detail, places),
		BrandingThemeID: detail === 'full' ? row.BrandingThemeID : undefined,
		...filesOf(book, 'BankTransactions', row.BankTransactionID, detail),
	}),
});

export const prepayments = resourceOf(
	kind,
	{
		getPrepayments: getMany(kind, {
			keep(_book, request) {
				// References is later than the OpenAPI file here, but in the official SDK 20.0.0.
				const [numbers, references] = [listed(request, 'InvoiceNumbers'), listed(request, 'References')];
				return (row) =>
					(numbers === undefined || numbers.has((row.InvoiceNumber ?? '').toLowerCase())) &&
					(references === undefined || references.has((row.Reference ?? '').toLowerCase()));
			},
		}),
		getPrepayment: getOne(kind),
	},
	allocationRoutes(kind),
	historyRoutes(kind),
);
