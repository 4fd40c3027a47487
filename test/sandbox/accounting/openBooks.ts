import { bankTransactions } from '../../../sandbox/accounting/bankTransactions/bankTransactions';
import { bankTransfers } from '../../../sandbox/accounting/bankTransfers/bankTransfers';
import { batchPayments } from '../../../sandbox/accounting/payments/batchPayments';
import { Book } from '../../../sandbox/accounting/book/book';
import { creditNotes } from '../../../sandbox/accounting/creditNotes/creditNotes';
import { invoices } from '../../../sandbox/accounting/invoices/invoices';
import { overpayments } from '../../../sandbox/accounting/payments/overpayments';
import { payments } from '../../../sandbox/accounting/payments/payments';
import { prepayments } from '../../../sandbox/accounting/payments/prepayments';
import { Refusal, refuse } from '../../../sandbox/accounting/resource/replies';
import { reports } from '../../../sandbox/accounting/reports/reports';
import { organisationRow } from '../../../sandbox/accounting/seed/countries';
import { seedBook } from '../../../sandbox/accounting/seed/seed';
import { seedSettings } from '../../../sandbox/accounting/seed/settings';
import { organisations } from '../../../sandbox/organisations';
import type { Route } from '../../../sandbox/route';
import { type Desk, openDesk } from './desk';

const resources = [
	invoices,
	payments,
	creditNotes,
	bankTransactions,
	prepayments,
	overpayments,
	batchPayments,
	bankTransfers,
	reports,
];

/** A desk over books that a test can look into, to see the journals behind the answers. */
export function openBooks(seed: 'small' | 'banks only' = 'small'): Desk & { book: Book; balance(account: string): number } {
	const made: { book?: Book } = {};
	const desk = openDesk('empty', undefined, (clock) => {
		const book = new Book(organisationRow(organisations[0], '2026-03-10'), clock);
		made.book = book;
		seedBook(book, seed === 'small' ? 'small' : 'empty');
		if (seed === 'banks only') seedSettings(book);
		const routes = resources.flatMap((resource) =>
			resource.routes.map((route): Route => ({
				...route,
				handle(request) {
					try {
						return book.undo.attempt(() => route.handle(book, request));
					} catch (refusal) {
						if (refusal instanceof Refusal) return refusal.reply;
						throw refusal;
					}
				},
			})),
		);
		const records = (_tenant: string, plural: string) => resources.find((one) => one.plural === plural)?.records(book) ?? [];
		return { name: 'Accounting', basePath: '/api.xro/2.0', routes, refuse, records };
	});
	const { book } = made;
	if (!book) throw new Error('the desk was opened without books');
	return {
		...desk,
		book,
		/** What all journals but those of invoices and bills put on an account (by code or system name), in whole cents. */
		balance(account) {
			const id = (book.accounts.first('system', account) ?? book.accounts.first('code', account))?.AccountID;
			let cents = 0;
			for (const journal of book.journals.values()) {
				if (journal.SourceType === 'ACCREC' || journal.SourceType === 'ACCPAY') continue;
				for (const line of journal.lines) if (line.AccountID === id) cents += Math.round(line.NetAmount * 100);
			}
			return cents;
		},
	};
}
