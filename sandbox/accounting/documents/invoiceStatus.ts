/** What invoices, bills and credit notes have in common: their statuses, types and numbers. */
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import type { InvoiceRow } from '../book/rows';
import type { Table } from '../book/table';
import type { Input } from '../resource/input';
import { themeField } from './fields';
import type { Lifecycle } from './lifecycle';

/** Xero's sentence for a document that something is allocated to. */
export const ALLOCATED = 'This document cannot be edited as it has a payment or credit note allocated to it.';

/** The statuses of invoices and credit notes. PAID comes and goes with payments only. */
export const invoiceLifecycle = (name: 'invoice' | 'credit note'): Lifecycle<InvoiceRow['Status']> => ({
	name,
	initial: ['DRAFT', 'SUBMITTED', 'AUTHORISED'],
	statuses: {
		DRAFT: { to: ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'DELETED'], change: 'Returned to draft' },
		SUBMITTED: { to: ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'DELETED'], change: 'Submitted' },
		DELETED: { to: [], change: 'Deleted' },
		AUTHORISED: { to: ['AUTHORISED', 'VOIDED'], change: 'Approved' },
		PAID: { to: [], change: 'Paid' },
		VOIDED: { to: [], change: 'Voided' },
	},
});

/** The type of a document, which never changes; `of` is the document with its article. */
export function typeField<Type extends string>(
	input: Input,
	before: Type | undefined,
	types: readonly Type[],
	{ of, meant = '' }: { of: string; meant?: string },
): Type | undefined {
	const type = input.choice('Type', types);
	if (before !== undefined) {
		if (type !== undefined && type !== before) input.fail(`The Type of ${of} must not be changed.`);
		return before;
	}
	if (type === undefined && !input.findings.failed) input.fail(`The Type field must be specified${meant}.`);
	return type;
}

/** Documents to customers have unique numbers, given when none is sent; those of suppliers have whatever the supplier wrote. */
export function saleNumberField<Row extends object>(
	input: Input,
	sale: boolean,
	table: Pick<Table<Row, 'number'>, 'first'>,
	before: Row | undefined,
	{ key, next, notUnique }: { key: string & keyof Row; next: () => string; notUnique: string },
): string {
	const sent = input.text(key, 255)?.trim();
	const kept = before && String(before[key]);
	if (!sale) return sent ?? kept ?? '';
	if (!sent) return kept ?? (input.findings.failed ? '' : next());
	const same = table.first('number', fold(sent));
	if (same && same !== before) input.fail(notUnique);
	return sent;
}

/** The branding theme of a document to a customer: the one that is sent, the one it has, the first one. */
export function saleThemeField(book: Book, input: Input, sale: boolean, before: string | undefined): string | undefined {
	const theme = themeField(book, input, before);
	return sale ? (theme ?? book.brandingThemes.values()[0]?.BrandingThemeID) : undefined;
}
