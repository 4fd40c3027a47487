/** What replies and filters show of credit notes, prepayments and overpayments alike. */
import type { Book } from '../book/book';
import type { CreditRow } from '../book/moneyRows';
import { contactInDocument, contactReference } from '../contacts/contacts';
import { renderLine } from '../documents/renderedLines';
import { paymentsOf } from '../invoices/invoice';
import type { Detail } from '../resource/kind';
import type { Body } from '../resource/replies';
import { fieldsOf } from '../schema';
import { twinsOf } from '../values/dates';
import { allocationsOf } from './allocations';

/** A credit of a kind; lists without paging leave the rate away and LineItems empty. */
export function renderCredit(
	schema: 'CreditNote' | 'Prepayment' | 'Overpayment',
	book: Book,
	id: string,
	row: CreditRow,
	detail: Detail,
	places: number,
): Body {
	const { CurrencyRate, ...fields } = fieldsOf(schema, row);
	return {
		...fields,
		ID: id,
		Reference: row.Reference ?? '',
		...(detail === 'list' ? {} : { CurrencyRate }),
		Allocations: allocationsOf(book, id),
		Payments: paymentsOf(book, id),
		Contact: detail === 'full' ? contactInDocument(book, row.ContactID) : contactReference(book, row.ContactID),
		...twinsOf(row, 'Date', 'UpdatedDateUTC'),
		LineItems: detail === 'list' ? [] : row.LineItems.map((one) => renderLine(book, one, places)),
	};
}
