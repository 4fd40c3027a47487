import { attachmentRoutes, attachmentsOf, hasAttachments } from '../resource/attachments';
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import { createContact, updateContact, upsertContact } from './contactWrites';
import { sum } from '../values/decimal';
import { historyRoutes } from '../resource/history';
import { isGuid } from '../resource/input';
import { listedIds } from '../resource/list';
import { existing, getMany, recordsOf } from '../resource/reading';
import { answer, type Body, notFound } from '../resource/replies';
import { contactsScope, type Detail, hole, type Kind, query, type Resource, settings } from '../resource/resource';
import type { ContactRow } from '../book/rows';
import { writeMany, writeOne } from '../resource/writing';

/** What is owed to and by a contact today, unconverted; `overdue` is the part past its due date. */
function balances(book: Book, id: string): Body {
	const open = book.invoices.all('contact', id).filter((row) => row.Status === 'AUTHORISED');
	const today = book.today();
	const side = (type: string): Body => {
		const rows = open.filter((row) => row.Type === type);
		const overdue = rows.filter((row) => (row.DueDate ?? row.Date) < today);
		return { Outstanding: sum(rows.map((row) => row.AmountDue)), Overdue: sum(overdue.map((row) => row.AmountDue)) };
	};
	return { AccountsReceivable: side('ACCREC'), AccountsPayable: side('ACCPAY') };
}

/** The groups a contact is in, as they appear inside a contact. */
function groupsOf(book: Book, id: string): Body[] {
	return book.contactGroups.all('member', id).map((row) => ({
		ContactGroupID: row.ContactGroupID,
		Name: row.Name,
		Status: row.Status,
		Contacts: [],
		HasValidationErrors: false,
	}));
}

function render(book: Book, row: ContactRow, detail: Detail, owed = true): Body {
	const base: Body = {
		ContactID: row.ContactID,
		ContactNumber: row.ContactNumber,
		AccountNumber: row.AccountNumber,
		ContactStatus: row.ContactStatus,
		Name: row.Name,
		FirstName: row.FirstName,
		LastName: row.LastName,
		CompanyNumber: row.CompanyNumber,
		EmailAddress: row.EmailAddress ?? '',
		BankAccountDetails: row.BankAccountDetails ?? '',
		TaxNumber: row.TaxNumber,
		TaxNumberType: row.TaxNumberType,
		AccountsReceivableTaxType: row.AccountsReceivableTaxType,
		AccountsPayableTaxType: row.AccountsPayableTaxType,
		Addresses: row.Addresses,
		Phones: row.Phones,
		UpdatedDateUTC: row.UpdatedDateUTC,
		ContactGroups: detail === 'summary' ? [] : groupsOf(book, row.ContactID),
		...(detail === 'summary' ? {} : { IsSupplier: row.IsSupplier, IsCustomer: row.IsCustomer }),
		DefaultCurrency: row.DefaultCurrency,
		HasAttachments: hasAttachments(book, row.ContactID),
		HasValidationErrors: false,
	};
	// Only with paging, summaryOnly or a single GET (spec, at SalesDefaultLineAmountType and MergedToContactID).
	if (detail === 'list') return { ...base, ContactPersons: [] };
	const paged: Body = {
		...base,
		SalesDefaultLineAmountType: row.SalesDefaultLineAmountType,
		PurchasesDefaultLineAmountType: row.PurchasesDefaultLineAmountType,
		SalesDefaultAccountCode: row.SalesDefaultAccountCode,
		PurchasesDefaultAccountCode: row.PurchasesDefaultAccountCode,
	};
	if (detail === 'summary') return { ...paged, ContactPersons: [] };
	return {
		...paged,
		XeroNetworkKey: row.XeroNetworkKey,
		SalesTrackingCategories: row.SalesTrackingCategories,
		PurchasesTrackingCategories: row.PurchasesTrackingCategories,
		PaymentTerms: Object.keys(row.PaymentTerms).length > 0 ? row.PaymentTerms : undefined,
		BatchPayments: row.BatchPayments,
		Website: row.Website,
		Discount: row.Discount,
		...(owed ? { Balances: balances(book, row.ContactID) } : {}),
		ContactPersons: row.ContactPersons,
		...(detail === 'full' && hasAttachments(book, row.ContactID)
			? { Attachments: attachmentsOf(book, kind.plural, row.ContactID) }
			: {}),
	};
}

export const kind: Kind<ContactRow> = {
	singular: 'Contact',
	plural: 'Contacts',
	id: 'ContactID',
	idOf: (row) => row.ContactID,
	table: (book) => book.contacts,
	flag: 'HasValidationErrors',
	columns: {
		ContactID: 'id',
		ContactNumber: 'text',
		AccountNumber: 'text',
		ContactStatus: 'text',
		Name: 'text',
		FirstName: 'text',
		LastName: 'text',
		CompanyNumber: 'text',
		EmailAddress: 'text',
		BankAccountDetails: 'text',
		TaxNumber: 'text',
		AccountsReceivableTaxType: 'text',
		AccountsPayableTaxType: 'text',
		IsSupplier: 'flag',
		IsCustomer: 'flag',
		DefaultCurrency: 'text',
		UpdatedDateUTC: 'time',
		HasAttachments: 'flag',
	},
	look: (book, row, path) => (path[0] === 'HasAttachments' ? hasAttachments(book, row.ContactID) : undefined),
	render: (book, row, detail) => render(book, row, detail),
};

/** A field of the contact of a document, for `where` and `order`. */
export function lookIntoContact(book: Book, contactId: string | undefined, field: string | undefined): unknown {
	if (field === 'ContactID') return contactId;
	return (book.contacts.get(contactId ?? '') as Body | undefined)?.[field ?? ''];
}

/** A contact inside a list of documents: its id and name, everything else empty. */
export function contactReference(book: Book, id: string): Body {
	const row = book.contacts.get(id);
	const lists = { Addresses: [], Phones: [], ContactGroups: [], ContactPersons: [] };
	return {
		ContactID: id,
		...(row?.ContactNumber ? { ContactNumber: row.ContactNumber } : {}),
		Name: row?.Name ?? '',
		...lists,
		HasValidationErrors: false,
	};
}

/** A contact inside a single document: everything it holds itself, without balances and files. */
export function contactInDocument(book: Book, id: string): Body {
	const row = book.contacts.get(id);
	if (!row) return contactReference(book, id);
	const { HasAttachments: _flag, ...body } = render(book, row, 'page', false);
	return body;
}

function find(book: Book, key: string): ContactRow {
	const row = isGuid(key) ? book.contacts.get(key) : book.contacts.first('number', fold(key));
	if (!row) throw notFound();
	return row;
}

const one = (operationId: string, name: string): Resource['routes'][number] => ({
	operationId,
	method: 'GET',
	path: `/Contacts/{${name}}`,
	scopes: contactsScope.read,
	handle: (book, request) => answer(book, kind.plural, [render(book, find(book, hole(request, name)), 'full')]),
});

export const contacts: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getContacts', contactsScope, {
			paged: true,
			modified: true,
			summary: true,
			keep(_book, request) {
				const [ids, archived] = [listedIds(request, 'IDs'), query(request, 'includeArchived')?.toLowerCase() === 'true'];
				const term = query(request, 'searchTerm')?.toLowerCase();
				const fields = ['Name', 'FirstName', 'LastName', 'ContactNumber', 'EmailAddress', 'CompanyNumber'] as const;
				return (row) =>
					(archived || row.ContactStatus === 'ACTIVE') &&
					(ids === undefined || ids.has(row.ContactID)) &&
					(term === undefined || fields.some((field) => row[field]?.toLowerCase().includes(term)));
			},
		}),
		{
			operationId: 'updateOrCreateContacts',
			method: 'POST',
			path: '/Contacts',
			scopes: contactsScope.write,
			handle: (book, request) => writeMany(kind, book, request, (input) => upsertContact(book, input)),
		},
		{
			operationId: 'createContacts',
			method: 'PUT',
			path: '/Contacts',
			scopes: contactsScope.write,
			handle: (book, request) => writeMany(kind, book, request, (input) => createContact(book, input)),
		},
		one('getContact', 'ContactID'),
		one('getContactByContactNumber', 'ContactNumber'),
		{
			operationId: 'updateContact',
			method: 'POST',
			path: '/Contacts/{ContactID}',
			scopes: contactsScope.write,
			handle(book, request) {
				const row = find(book, hole(request, kind.id));
				return writeOne(kind, book, request, (input) => updateContact(book, row, input));
			},
		},
		...attachmentRoutes(kind, (book, row) => book.contacts.put({ ...row, UpdatedDateUTC: book.stamp() })),
		{
			operationId: 'getContactCISSettings',
			method: 'GET',
			path: '/Contacts/{ContactID}/CISSettings',
			scopes: settings.read,
			handle(book, request) {
				existing(kind, book, hole(request, kind.id));
				return answer(book, 'CISSettings', [{ CISEnabled: false }]);
			},
		},
		...historyRoutes(kind, contactsScope),
	],
};
