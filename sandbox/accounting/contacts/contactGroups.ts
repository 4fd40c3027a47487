import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import type { Input } from '../resource/input';
import { existing, getMany, recordsOf } from '../resource/reading';
import { answer, type Body, notFound } from '../resource/replies';
import { contactsScope, hole, type Kind, type Resource } from '../resource/resource';
import type { ContactGroupRow, ContactRow } from '../book/rows';
import { writeAll, writeOne } from '../resource/writing';

/** Xero's limit of groups in an organisation. */
const MOST = 100;

const kind: Kind<ContactGroupRow> = {
	singular: 'ContactGroup',
	plural: 'ContactGroups',
	id: 'ContactGroupID',
	idOf: (row) => row.ContactGroupID,
	table: (book) => book.contactGroups,
	flag: 'HasValidationErrors',
	columns: { ContactGroupID: 'id', Name: 'text', Status: 'text' },
	render: (book, row, detail) => ({
		ContactGroupID: row.ContactGroupID,
		Name: row.Name,
		Status: row.Status,
		Contacts: detail === 'full' ? row.members.map((id) => member(id, book.contacts.get(id)?.Name)) : [],
		HasValidationErrors: false,
	}),
};

function member(ContactID: string, Name?: string): Body {
	return {
		ContactID,
		...(Name === undefined ? {} : { Name }),
		Addresses: [],
		Phones: [],
		ContactGroups: [],
		ContactPersons: [],
		HasValidationErrors: false,
	};
}

/** The contacts just put into a group, by their ids only, as Xero answers. */
const members: Kind<ContactRow> = {
	singular: 'Contact',
	plural: 'Contacts',
	id: 'ContactID',
	idOf: (row) => row.ContactID,
	table: (book) => book.contacts,
	flag: 'HasValidationErrors',
	columns: {},
	render: (_book, row) => member(row.ContactID),
};

function active(book: Book, id: string): ContactGroupRow {
	const row = existing(kind, book, id);
	if (row.Status === 'DELETED') throw notFound();
	return row;
}

function name(book: Book, input: Input, before?: ContactGroupRow): string {
	const text = input.text('Name', 255)?.trim() ?? before?.Name ?? '';
	const same = book.contactGroups.first('name', fold(text));
	if (text === '') input.fail('The contact group Name must be specified.');
	else if (same && same.ContactGroupID !== before?.ContactGroupID)
		input.fail(`A contact group with the name '${text}' already exists.`);
	return text;
}

function contact(book: Book, input: Input): ContactRow | undefined {
	const id = input.guid('ContactID');
	const row = id === undefined ? undefined : book.contacts.get(id);
	if (!row) input.fail('The contact with the specified ContactID could not be found.');
	return row;
}

function withMembers(row: ContactGroupRow, ids: readonly string[]): ContactGroupRow {
	return { ...row, members: [...new Set([...row.members, ...ids])] };
}

function create(book: Book, input: Input): ContactGroupRow | undefined {
	const title = name(book, input);
	const count = book.contactGroups.values().filter((row) => row.Status === 'ACTIVE').length;
	if (count >= MOST) input.fail(`You’ve reached the limit of ${MOST} contact groups.`);
	const ids = (input.list('Contacts') ?? []).flatMap((part) => contact(book, part)?.ContactID ?? []);
	if (input.findings.failed) return undefined;
	return book.contactGroups.put(withMembers({ ContactGroupID: book.newId(), Name: title, Status: 'ACTIVE', members: [] }, ids));
}

function update(book: Book, row: ContactGroupRow, input: Input): ContactGroupRow | undefined {
	const status = input.choice('Status', ['ACTIVE', 'DELETED']) ?? row.Status;
	const next = { ...row, Name: name(book, input, row), Status: status };
	return input.findings.failed ? undefined : book.contactGroups.put(status === 'DELETED' ? { ...next, members: [] } : next);
}

export const contactGroups: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getContactGroups', contactsScope, { keep: () => (row) => row.Status === 'ACTIVE' }),
		{
			operationId: 'createContactGroup',
			method: 'PUT',
			path: '/ContactGroups',
			scopes: contactsScope.write,
			handle: (book, request) => writeAll(kind, book, request, (input) => create(book, input)),
		},
		{
			operationId: 'getContactGroup',
			method: 'GET',
			path: '/ContactGroups/{ContactGroupID}',
			scopes: contactsScope.read,
			handle: (book, request) => answer(book, kind.plural, [kind.render(book, active(book, hole(request, kind.id)), 'full', 2)]),
		},
		{
			operationId: 'updateContactGroup',
			method: 'POST',
			path: '/ContactGroups/{ContactGroupID}',
			scopes: contactsScope.write,
			handle(book, request) {
				const row = active(book, hole(request, kind.id));
				return writeOne(kind, book, request, (input) => update(book, row, input));
			},
		},
		{
			operationId: 'createContactGroupContacts',
			method: 'PUT',
			path: '/ContactGroups/{ContactGroupID}/Contacts',
			scopes: contactsScope.write,
			handle(book, request) {
				const id = active(book, hole(request, kind.id)).ContactGroupID;
				return writeAll(members, book, request, (input) => {
					const row = contact(book, input);
					if (row) book.contactGroups.put(withMembers(active(book, id), [row.ContactID]));
					return row;
				});
			},
		},
		{
			operationId: 'deleteContactGroupContacts',
			method: 'DELETE',
			path: '/ContactGroups/{ContactGroupID}/Contacts',
			scopes: contactsScope.write,
			handle(book, request) {
				book.contactGroups.put({ ...active(book, hole(request, kind.id)), members: [] });
				return { status: 204 };
			},
		},
		{
			operationId: 'deleteContactGroupContact',
			method: 'DELETE',
			path: '/ContactGroups/{ContactGroupID}/Contacts/{ContactID}',
			scopes: contactsScope.write,
			handle(book, request) {
				const row = active(book, hole(request, kind.id));
				const id = hole(request, 'ContactID').toLowerCase();
				if (!row.members.includes(id)) throw notFound();
				book.contactGroups.put({ ...row, members: row.members.filter((one) => one !== id) });
				return { status: 204 };
			},
		},
	],
};
