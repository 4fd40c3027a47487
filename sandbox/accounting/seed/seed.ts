/** Demo data. */
import type { Clock } from '../../contract';
import { Book } from '../book/book';
import type { OrganisationRow } from '../book/rows';
import { seedDocuments, seedStock } from './documents';
import { seedExpenses } from './expenses';
import { numberJournals, seedBudgets, seedManualJournals, seedOpening, seedTaxReturns } from './ledger';
import { type MoneySizes, seedMoney } from './money';
import { seedQuotesAndOrders } from './quotesAndOrders';
import { random } from './random';
import { seedContacts, seedItems } from './records';
import { seedEmpty, seedSettings } from './settings';

/**
 * How many records of each kind. Documents are invoices and bills together; there are as many purchase orders as quotes;
 * months are those with manual journals.
 */
const SIZES = {
	demo: { contacts: 300, items: 40, documents: 2500, quotes: 40, months: 12 },
	second: { contacts: 60, items: 15, documents: 300, quotes: 12, months: 12 },
	small: { contacts: 8, items: 6, documents: 20, quotes: 6, months: 2 },
} as const;

/** The same for money beside invoices; that of the small organisation leaves the invoices as they are, but for one batch. */
const MONEY: Readonly<Record<keyof typeof SIZES, MoneySizes>> = {
	demo: { bankTransactions: 300, onAccount: 40, creditNotes: 90, transfers: 36, batches: 9, settle: true },
	second: { bankTransactions: 60, onAccount: 12, creditNotes: 20, transfers: 8, batches: 3, settle: true },
	small: { bankTransactions: 6, onAccount: 4, creditNotes: 5, transfers: 4, batches: 1, settle: false },
};

const MINUTE = 60_000;

/** Demo books of a minute that were made before; the oldest go when there are more than some. */
const made = new Map<string, Book>();

/** Fresh books with demo data, laid out from the full minute: making them takes long, so that those of one minute are made once. */
export function seededBook(organisation: OrganisationRow, size: keyof typeof SIZES | 'empty', clock: Clock): Book {
	const start = Math.floor(clock.now() / MINUTE) * MINUTE;
	const key = JSON.stringify([organisation, size, start]);
	let book = made.get(key);
	if (!book) {
		book = new Book(organisation, { ...clock, now: () => start });
		seedBook(book, size);
		const [oldest] = made.keys();
		if (made.size >= 6 && oldest !== undefined) made.delete(oldest);
		made.set(key, book);
	}
	return book.copy(clock);
}

/** Fills fresh books. The same clock, organisation and size give the same records, ids included. */
export function seedBook(book: Book, size: keyof typeof SIZES | 'empty'): void {
	const chance = random(`${book.organisation.OrganisationID} ${size}`);
	// Journals and what belongs to the ledger only draw from sources of their own, so that documents stay as they are.
	const [journalIds, own] = [
		random(`${book.organisation.OrganisationID} ${size} journals`),
		random(`${book.organisation.OrganisationID} ${size} ledger`),
	];
	const [newId, newJournalId, now] = [book.newId, book.newJournalId, book.now];
	const start = now();
	book.newId = () => chance.uuid();
	book.newJournalId = () => journalIds.uuid();
	// Settings and contacts are older than every document.
	let second = 0;
	book.now = () => start - 500 * 86_400_000 + (second += 1) * 1000;
	seedEmpty(book);
	if (size !== 'empty') {
		const counts = SIZES[size];
		seedSettings(book);
		const contacts = seedContacts(book, chance, counts.contacts);
		seedItems(book, chance, counts.items);
		book.now = () => start;
		seedOpening(book);
		const [supplier] = contacts;
		if (supplier) seedStock(book, supplier);
		seedDocuments(book, chance, contacts, counts.documents - 1);
		book.now = () => start;
		seedMoney(book, chance, contacts, MONEY[size]);
		book.now = () => start;
		// A generator of their own, so that what comes before and after keeps its ids.
		const later = random(`${book.organisation.OrganisationID} ${size} papers`);
		book.newId = () => later.uuid();
		seedQuotesAndOrders(book, later, contacts, counts.quotes);
		seedExpenses(book, later, contacts, counts.quotes);
		book.newId = () => own.uuid();
		book.now = () => start;
		seedManualJournals(book, own, counts.months);
		seedBudgets(book, own);
		seedTaxReturns(book);
		numberJournals(book);
	}
	book.newId = newId;
	book.newJournalId = newJournalId;
	book.now = now;
}
