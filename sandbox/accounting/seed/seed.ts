import type { Book } from '../book';
import { seedDocuments, seedStock } from './documents';
import { random } from './random';
import { seedContacts, seedItems } from './records';
import { seedEmpty, seedSettings } from './settings';

/** How many records of each kind. Documents are invoices and bills together. */
const SIZES = {
	demo: { contacts: 300, items: 40, documents: 2500 },
	second: { contacts: 60, items: 15, documents: 300 },
	small: { contacts: 8, items: 6, documents: 20 },
} as const;

/** Fills fresh books. The same clock, organisation and size give the same records, ids included. */
export function seedBook(book: Book, size: keyof typeof SIZES | 'empty'): void {
	const chance = random(`${book.organisation.OrganisationID} ${size}`);
	const [newId, now] = [book.newId, book.now];
	const start = now();
	book.newId = () => chance.uuid();
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
		const [supplier] = contacts;
		if (supplier) seedStock(book, supplier);
		seedDocuments(book, chance, contacts, counts.documents - 1);
	}
	book.newId = newId;
	book.now = now;
}
