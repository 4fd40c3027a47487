// Pages of Xero about records, so that what was found is one click away.

import type { FoundRecord } from './findings';

/** Pages behind the sign-in of one organisation, as Xero’s guide to deep links has them. */
const behindSignIn = (shortCode: string, path: string): string =>
	`https://go.xero.com/organisationlogin/default.aspx?shortcode=${shortCode}&redirecturl=${path}`;

function pathOf({ kind, type, status }: FoundRecord, id: string): string | undefined {
	switch (kind) {
		case 'bill':
			return `/AccountsPayable/${status === 'DRAFT' || status === 'SUBMITTED' ? 'Edit' : 'View'}.aspx?InvoiceID=${id}`;
		case 'creditNote':
			return `/${type === 'ACCPAYCREDIT' ? 'AccountsPayable' : 'AccountsReceivable'}/ViewCreditNote.aspx?creditNoteID=${id}`;
		case 'bankTransaction':
		case 'payment':
			return `/Bank/ViewTransaction.aspx?bankTransactionID=${id}`;
		case 'manualJournal':
			return `/Journal/View.aspx?invoiceID=${id}`;
		default:
			return undefined;
	}
}

/**
 * The page of a record; null where no page of it is known: none is made up.
 * @param shortCode of the organisation, with its exclamation mark
 */
export function recordUrl(record: FoundRecord, shortCode: string | undefined): string | null {
	if (!shortCode || record.id === '') return null;
	const [code, id] = [encodeURIComponent(shortCode), encodeURIComponent(record.id)];
	if (record.kind === 'invoice') return `https://go.xero.com/app/${code}/invoicing/view/${id}`;
	const path = pathOf(record, id);
	return path === undefined ? null : behindSignIn(code, path);
}

/** The page of a contact; null where the organisation does not say its short code. */
export const contactUrl = (contactId: string | null, shortCode: string | undefined): string | null =>
	shortCode && contactId
		? `https://go.xero.com/app/${encodeURIComponent(shortCode)}/contacts/contact/${encodeURIComponent(contactId)}`
		: null;
