import type { IDataObject } from 'n8n-workflow';
import type { Resource } from '../shared/model/operation';
import { accounting } from '../XeroAccounting/accounting';
import type { Event } from './delivery';

/** One kind of event that Xero sends (xero-facts 2.9). */
interface Category {
	/** Xero's code. */
	readonly code: string;
	readonly name: string;
	/** Key of the resource whose record the event is about; a subscription's is outside of the Accounting API. */
	readonly resource?: string;
	readonly description?: string;
}

export const CATEGORIES: readonly Category[] = [
	{ code: 'CONTACT', name: 'Contact', resource: 'contact', description: 'Archiving a contact is an update' },
	{ code: 'CREDITNOTE', name: 'Credit Note', resource: 'creditNote' },
	{
		code: 'INVOICE',
		name: 'Invoice or Bill',
		resource: 'invoice',
		description: 'Xero does not tell them apart: Fetch Record does',
	},
	{ code: 'OVERPAYMENT', name: 'Overpayment', resource: 'overpayment' },
	{ code: 'PREPAYMENT', name: 'Prepayment', resource: 'prepayment' },
	{
		code: 'SUBSCRIPTION',
		name: 'Subscription',
		description: 'For apps sold in the Xero App Store. Comes without a record: its API takes no connection of an organisation.',
	},
];

/** The table of the record an event is about. A category that Xero adds one day is found by its address, if it is of this API. */
export function resourceOf({ eventCategory, resourceUrl }: Event): Resource | undefined {
	const known = CATEGORIES.find(({ code }) => code === eventCategory);
	if (known) return accounting.resources.find(({ key }) => key === known.resource);
	const plural = /\/api\.xro\/2\.0\/(\w+)\/[^/]+\/?$/.exec(resourceUrl)?.[1];
	return accounting.resources.find(({ path, operations }) => path === plural && operations.get !== undefined);
}

/** Xero's types of documents: which side of the books they are on, and what a person calls them. */
const TYPES: Readonly<Record<string, readonly [side: 'sales' | 'purchases', documentType: string]>> = {
	ACCREC: ['sales', 'salesInvoice'],
	ACCPAY: ['purchases', 'bill'],
	ACCRECCREDIT: ['sales', 'customerCreditNote'],
	ACCPAYCREDIT: ['purchases', 'supplierCreditNote'],
	'RECEIVE-OVERPAYMENT': ['sales', 'customerOverpayment'],
	'SPEND-OVERPAYMENT': ['purchases', 'supplierOverpayment'],
	'RECEIVE-PREPAYMENT': ['sales', 'customerPrepayment'],
	'SPEND-PREPAYMENT': ['purchases', 'supplierPrepayment'],
};

/** Side and name of a document, from its record, or from what its event carries; undefined where neither says it. */
export function documentOf(
	event: Event,
	record?: IDataObject,
): { readonly side: string; readonly documentType: string } | undefined {
	const data = event.data as IDataObject | undefined;
	const found = TYPES[String(record?.Type ?? data?.Type ?? '').toUpperCase()];
	return found && { side: found[0], documentType: found[1] };
}
