// Pages of Xero's screens about records, so that a record is one click away.

import type { IDataObject } from 'n8n-workflow';
import { objectsIn } from '../shared/model/values';

/** Pages behind the sign-in of one organisation, as Xero’s guide to deep links has them. */
const behindSignIn = (shortCode: string, path: string): string =>
	`https://go.xero.com/organisationlogin/default.aspx?shortcode=${shortCode}&redirecturl=${path}`;

const app = (shortCode: string, path: string): string => `https://go.xero.com/app/${shortCode}/${path}`;

/** What tells the page of a record. */
export interface Linked {
	/** Key of its resource: invoice, bill, creditNote … */
	readonly kind: string;
	readonly id: string;
	readonly type?: unknown;
	readonly status?: unknown;
}

function pageOf({ kind, type, status }: Linked, code: string, id: string): string | undefined {
	switch (kind) {
		case 'invoice':
			return app(code, `invoicing/view/${id}`);
		case 'quote':
			return app(code, `quotes/view/${id}`);
		case 'contact':
			return app(code, `contacts/contact/${id}`);
		case 'bill': {
			const page = status === 'DRAFT' || status === 'SUBMITTED' ? 'Edit' : 'View';
			return behindSignIn(code, `/AccountsPayable/${page}.aspx?InvoiceID=${id}`);
		}
		case 'creditNote': {
			const side = type === 'ACCPAYCREDIT' ? 'AccountsPayable' : 'AccountsReceivable';
			return behindSignIn(code, `/${side}/ViewCreditNote.aspx?creditNoteID=${id}`);
		}
		case 'purchaseOrder':
			return behindSignIn(code, `/Accounts/Payable/PurchaseOrders/View/${id}/`);
		case 'bankTransaction':
		case 'payment':
			return behindSignIn(code, `/Bank/ViewTransaction.aspx?bankTransactionID=${id}`);
		case 'manualJournal':
			return behindSignIn(code, `/Journal/View.aspx?invoiceID=${id}`);
		default:
			return undefined;
	}
}

/**
 * The page of a record; undefined where no page of it is known: none is made up.
 * @param shortCode of the organisation, with its exclamation mark
 */
export function pageUrl(record: Linked, shortCode: string): string | undefined {
	return record.id === '' ? undefined : pageOf(record, encodeURIComponent(shortCode), encodeURIComponent(record.id));
}

/** An ID of the other kind brings a bill out of Invoice, and the other way round: its Type tells which it is. */
function kindOf(key: string, { Type }: IDataObject): string {
	if (key === 'invoice' && Type === 'ACCPAY') return 'bill';
	return key === 'bill' && Type === 'ACCREC' ? 'invoice' : key;
}

/** The same for a record as Xero answers it. */
export const linkOf = (
	resource: { readonly key: string; readonly id: string },
	record: IDataObject,
	shortCode: string,
): string | undefined =>
	pageUrl(
		{
			kind: kindOf(resource.key, record),
			id: String(record[resource.id] ?? ''),
			type: record.Type,
			status: record.Status,
		},
		shortCode,
	);

/** The short code of the organisation in an answer about it. */
export function shortCodeIn(body: unknown): string | undefined {
	const [organisation] = objectsIn((body as { Organisations?: unknown } | undefined)?.Organisations);
	const code = organisation?.ShortCode;
	return typeof code === 'string' && code !== '' ? code : undefined;
}
