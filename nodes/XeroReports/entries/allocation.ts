// E5: allocations of credits to invoices and bills as entries: both at their own rates.

import type { Allocation } from '../facts/documents';
import { isPayable } from '../facts/documents';
import { sum } from '../facts/money';
import type { Entries, Source, SourceType } from './entry';
import { controlOf } from './document';
import type { LedgerContext, Posting } from './postings';
import { entriesOf, omitted, posting, systemAccountId } from './postings';
import type { Part, SettledDocument } from './settlement';
import { settlementPostings, withGain } from './settlement';

/** An allocation with the credit it is of. */
export interface CreditAllocation {
	/** Its AllocationID, or its place among those of the credit where Xero gives none. */
	readonly id: string;
	readonly date: string;
	readonly allocation: Allocation;
	readonly credit: SettledDocument;
}

const KIND: Readonly<Record<string, string>> = {
	CreditNotes: 'CREDITALLOCATION',
	Overpayments: 'OVERPAYMENTALLOCATION',
	Prepayments: 'PREPAYMENTALLOCATION',
};

const sourceTypeOf = (credit: SettledDocument): SourceType => `${isPayable(credit) ? 'AP' : 'AR'}${KIND[credit.list] ?? ''}`;

const sourceOf = ({ id, date, allocation, credit }: CreditAllocation): Source => ({
	type: sourceTypeOf(credit),
	id,
	date,
	number: credit.number,
	reference: allocation.documentNumber,
	contactId: credit.contactId || null,
	contactName: credit.contactName || null,
	currency: credit.currency,
	rate: null,
});

/** The invoice or bill as far as the allocation says it: enough where it is in the base currency and its lines are not needed. */
export function invoiceIn({ allocation, credit }: CreditAllocation, { basis }: LedgerContext): SettledDocument | undefined {
	if (credit.isForeign || basis === 'cash') return undefined;
	const type = isPayable(credit) ? 'ACCPAY' : 'ACCREC';
	const { documentId: id, documentNumber: number, amount: value } = allocation;
	return { ...credit, list: 'Invoices', type, id, number, value, postings: null };
}

/**
 * What one account gets from both sides, in one posting: an allocation in one currency at one rate moves nothing on a control account.
 * Those of lines stay apart.
 */
function together(postings: readonly Posting[], control: string): Posting[] {
	const [on, others] = [true, false].map((is) =>
		postings.filter(({ accountId, tax }) => (accountId === control && tax === null) === is),
	) as [Posting[], Posting[]];
	const amount = sum(on.map((one) => one.amount));
	const foreign = on.every((one) => one.foreign === null) ? null : sum(on.map((one) => one.foreign ?? 0n));
	return [posting(control, amount, { foreign, isRounded: on.some(({ isRounded }) => isRounded) }), ...others];
}

/**
 * The day an allocation counts on. Xero is said to count a credit note on the cash basis from the later of the two documents' dates;
 * until that is confirmed it is the allocation's own date on both.
 */
export const allocationDateOf = ({ date }: Allocation): string => date;

/**
 * An allocation as entries: what it takes off the credit and off the invoice or bill; their rates' difference is a realised gain.
 * @param invoice undefined where it was not read
 * @param parts where the allocation stands among all that settles each of the two
 */
export function allocationEntries(
	one: CreditAllocation,
	invoice: SettledDocument | undefined,
	parts: { readonly credit: Part; readonly invoice: Part },
	context: LedgerContext,
): Entries {
	const source = sourceOf(one);
	const { credit } = one;
	const control = controlOf(credit, context);
	const gain = credit.isForeign ? systemAccountId(context.accounts, 'REALISEDCURRENCYGAIN') : '';
	const named = [control, gain, ...(credit.postings ?? []).map(({ accountId }) => accountId)];
	if (invoice === undefined) return omitted('notRead', source, named);
	if (credit.exchange === undefined || invoice.exchange === undefined) return omitted('rateMissing', source, named);
	const [given, taken] = [settlementPostings(credit, parts.credit, context), settlementPostings(invoice, parts.invoice, context)];
	if (given === undefined || taken === undefined) return omitted('notRead', source, named);
	return entriesOf(source, withGain(together([...given, ...taken], control), context));
}
