import type { Book } from '../book/book';
import { dateString } from '../values/dates';
import { sum } from '../values/decimal';
import type { Body } from '../resource/replies';
import { type Credit, creditById } from '../payments/settled';

/** The credits that were applied to an invoice, as it carries them: each once, with what of it was applied. */
export function creditsOn(book: Book, invoiceId: string): Record<'CreditNotes' | 'Prepayments' | 'Overpayments', Body[]> {
	const applied = new Map<string, number>();
	for (const row of book.allocations.all('invoice', invoiceId))
		applied.set(row.CreditID, sum([applied.get(row.CreditID) ?? 0, row.Amount]));
	const bodies = [...applied].flatMap(([id, amount]) => {
		const credit = creditById(book, id);
		return credit ? [{ name: credit.name, body: { ...head(credit), ...tail(credit, amount) } }] : [];
	});
	const named = (name: Credit['name']): Body[] => bodies.filter((one) => one.name === name).map((one) => one.body);
	return { CreditNotes: named('CreditNote'), Prepayments: named('Prepayment'), Overpayments: named('Overpayment') };
}

function head(credit: Credit): Body {
	if (credit.name !== 'CreditNote') return { [`${credit.name}ID`]: credit.id, ID: credit.id };
	return { CreditNoteID: credit.id, CreditNoteNumber: credit.row.CreditNoteNumber, ID: credit.id, HasErrors: false };
}

function tail({ row }: Credit, amount: number): Body {
	return { AppliedAmount: amount, DateString: dateString(row.Date), Date: row.Date, LineItems: [], Total: row.Total };
}
