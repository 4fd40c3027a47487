/** How calls and documents write contacts. */
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import type { ContactRow } from '../book/rows';
import type { Input } from '../resource/input';
import { contactFields } from './contactFields';

const BLANK: Omit<ContactRow, 'ContactID' | 'UpdatedDateUTC'> = {
	ContactStatus: 'ACTIVE',
	Name: '',
	Addresses: [],
	Phones: [],
	ContactPersons: [],
	IsSupplier: false,
	IsCustomer: false,
	SalesTrackingCategories: [],
	PurchasesTrackingCategories: [],
	PaymentTerms: {},
};

/** Xero's sentence for a document whose contact is archived. */
const ARCHIVED =
	'Contact with the specified contact details has been archived. The contact must be un-archived before creating new invoices or credit notes.';

/** The contact that a body means: by ContactID, else ContactNumber, else Name (active contacts only, whatever the case). */
function match(book: Book, input: Input): ContactRow | undefined {
	const id = input.guid('ContactID');
	if (id !== undefined) {
		const row = book.contacts.get(id);
		if (!row) input.fail('The contact with the specified ContactID could not be found.');
		return row;
	}
	const [number, name] = [input.text('ContactNumber'), input.text('Name')];
	const byNumber = number ? book.contacts.first('number', fold(number)) : undefined;
	return byNumber ?? (name ? (book.contacts.first('name', fold(name)) ?? undefined) : undefined);
}

/** Saves `input` over `before` (a blank contact for a new one). An update that changes nothing leaves the contact untouched. */
function save(book: Book, input: Input, before: ContactRow, isNew: boolean, ofDocument = false): ContactRow | undefined {
	if (!isNew && !ofDocument) input.findings.id = before.ContactID;
	const name = input.text('Name', 255)?.trim();
	if (isNew ? !name : name === '') input.fail('The Contact Name must be specified.');
	const number = input.text('ContactNumber', 50)?.trim();
	const status = input.choice('ContactStatus', ['ACTIVE', 'ARCHIVED', 'GDPRREQUEST']) ?? before.ContactStatus;
	const next: ContactRow = {
		...contactFields(book, input, before),
		Name: name || before.Name,
		ContactNumber: number ?? before.ContactNumber,
		ContactStatus: status,
	};
	const sameName = book.contacts.first('name', fold(next.Name));
	if (next.ContactStatus === 'ACTIVE' && sameName && sameName.ContactID !== next.ContactID) {
		const text = `The contact name ${next.Name} is already assigned to another contact. The contact name must be unique across all active contacts.`;
		input.fail(text);
	}
	const sameNumber = next.ContactNumber ? book.contacts.first('number', fold(next.ContactNumber)) : undefined;
	if (sameNumber && sameNumber.ContactID !== next.ContactID)
		input.fail('Another contact has this contact number. Please enter a different contact number.');
	if (input.findings.failed) return undefined;
	if (!isNew && written(next) === written(before)) return before;
	const note = isNew ? 'Created' : status === before.ContactStatus ? 'Edited' : status === 'ACTIVE' ? 'Restored' : 'Archived';
	book.note(next.ContactID, note, `${next.Name} was ${note.toLowerCase()} through the Xero API.`);
	return book.contacts.put({ ...next, UpdatedDateUTC: book.stamp() });
}

/** A contact as text, in which a field that is blank is as good as none. */
function written(row: ContactRow): string {
	return JSON.stringify(row, (_key, value: unknown) => (value === '' ? undefined : value));
}

function blank(book: Book, id: string): ContactRow {
	return { ...BLANK, ContactID: id, UpdatedDateUTC: book.stamp() };
}

/** PUT: a new contact; a name or number that exists is refused. */
export function createContact(book: Book, input: Input): ContactRow | undefined {
	const id = input.guid('ContactID');
	if (id !== undefined && book.contacts.get(id)) return void input.fail('A contact with the specified ContactID already exists.');
	return save(book, input, blank(book, book.newId()), true);
}

/** POST: the contact that matches is updated, else a new one is made. */
export function upsertContact(book: Book, input: Input): ContactRow | undefined {
	const row = match(book, input);
	if (!row && input.findings.failed) return undefined;
	return row ? save(book, input, row, false) : save(book, input, blank(book, book.newId()), true);
}

/** POST /Contacts/{ContactID}. */
export function updateContact(book: Book, row: ContactRow, input: Input): ContactRow | undefined {
	return save(book, input, row, false);
}

/** The contact of a document: matched or created, and updated with the other fields sent. */
export function contactOfDocument(book: Book, input: Input | undefined): ContactRow | undefined {
	const named = input && (input.given('ContactID') || input.text('ContactNumber') || input.text('Name'));
	if (!named) return undefined;
	const row = match(book, input);
	const archivedName =
		row || input.given('ContactID') ? undefined : book.contacts.first('anyName', fold(input.text('Name') ?? ''));
	if (row && row.ContactStatus !== 'ACTIVE' && !input.given('ContactStatus')) return void input.fail(ARCHIVED);
	if (archivedName) return void input.fail(ARCHIVED);
	if (!row && input.findings.failed) return undefined;
	// The usual case, an id and nothing else, has nothing to save; a name in another case is the contact's name from now on.
	if (row && input.others('ContactID').length === 0) return row;
	return row ? save(book, input, row, false, true) : save(book, input, blank(book, book.newId()), true, true);
}
