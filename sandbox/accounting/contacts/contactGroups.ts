/** Contact groups and who is in them. */
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import type { ContactGroupRow, ContactRow } from '../book/rows';
import type { Input } from '../resource/input';
import { kindOf } from '../resource/kind';
import { type Body, notFound } from '../resource/replies';
import { pathParameter } from '../resource/request';
import { found, getMany, getOne, resourceOf, update, write } from '../resource/routes';
import { writeAll } from '../resource/writing';
import { fieldsOf } from '../schema';

/** Xero's limit of groups in an organisation. */
const MOST = 100;

const kind = kindOf<ContactGroupRow>('ContactGroup', {
	table: (book) => book.contactGroups,
	flag: 'HasValidationErrors',
	find(book, id) {
		const row = book.contactGroups.get(id);
		return row?.Status === 'DELETED' ? undefined : row;
	},
	render: (book, row, detail) => ({
		...fieldsOf('ContactGroup', row),
		Contacts: detail === 'full' ? row.members.map((id) => member(id, book.contacts.get(id)?.Name)) : [],
		HasValidationErrors: false,
	}),
});

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
const members = kindOf<ContactRow>('Contact', {
	table: (book) => book.contacts,
	flag: 'HasValidationErrors',
	render: (_book, row) => member(row.ContactID),
});

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

function change(book: Book, row: ContactGroupRow, input: Input): ContactGroupRow | undefined {
	const status = input.choice('Status', ['ACTIVE', 'DELETED']) ?? row.Status;
	const next = { ...row, Name: name(book, input, row), Status: status };
	return input.findings.failed ? undefined : book.contactGroups.put(status === 'DELETED' ? { ...next, members: [] } : next);
}

export const contactGroups = resourceOf(kind, {
	getContactGroups: getMany(kind, { keep: () => (row) => row.Status === 'ACTIVE' }),
	createContactGroup: write(kind, create),
	getContactGroup: getOne(kind),
	updateContactGroup: update(kind, change),
	createContactGroupContacts(book, request) {
		const id = found(kind, book, request).ContactGroupID;
		return writeAll(members, book, request, (input) => {
			const row = contact(book, input);
			const group = book.contactGroups.get(id);
			if (row && group) book.contactGroups.put(withMembers(group, [row.ContactID]));
			return row;
		});
	},
	deleteContactGroupContacts(book, request) {
		book.contactGroups.put({ ...found(kind, book, request), members: [] });
		return { status: 204 };
	},
	deleteContactGroupContact(book, request) {
		const row = found(kind, book, request);
		const id = pathParameter(request, 'ContactID').toLowerCase();
		if (!row.members.includes(id)) throw notFound();
		book.contactGroups.put({ ...row, members: row.members.filter((one) => one !== id) });
		return { status: 204 };
	},
});
