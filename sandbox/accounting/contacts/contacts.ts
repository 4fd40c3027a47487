/** Contacts as filters and replies see them, in their own records and inside documents. */
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import type { ContactRow } from '../book/rows';
import { attachmentRoutes } from '../resource/attachmentRoutes';
import { filesOf } from '../resource/attachments';
import { historyRoutes } from '../resource/history';
import { isGuid } from '../resource/input';
import { type Detail, kindOf, type Nested } from '../resource/kind';
import { answer, type Body, notFound } from '../resource/replies';
import { listedIds, pathParameter, query, queryFlag } from '../resource/request';
import { answerOne, getMany, getOne, recordOf, resourceOf, routes, update, write } from '../resource/routes';
import { columnsOf, fieldsOf } from '../schema';
import { sum } from '../values/decimal';
import { createContact, updateContact, upsertContact } from './contactWrites';

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

/** Fields in every reply, and those with paging, summaryOnly or a single GET. */
const BASIC = [
	...['ContactID', 'ContactNumber', 'AccountNumber', 'ContactStatus', 'Name', 'FirstName', 'LastName', 'CompanyNumber'],
	...['TaxNumber', 'TaxNumberType', 'AccountsReceivableTaxType', 'AccountsPayableTaxType', 'Addresses', 'Phones'],
	...['UpdatedDateUTC', 'DefaultCurrency'],
];
const DEFAULTS = ['Sales', 'Purchases'].flatMap((side) => [`${side}DefaultLineAmountType`, `${side}DefaultAccountCode`]);

function render(book: Book, row: ContactRow, detail: Detail, owed = true): Body {
	const fields = fieldsOf('Contact', row);
	const named = (names: readonly string[]): Body => Object.fromEntries(names.map((name) => [name, fields[name]]));
	const base: Body = {
		...named(BASIC),
		EmailAddress: row.EmailAddress ?? '',
		BankAccountDetails: row.BankAccountDetails ?? '',
		ContactGroups: detail === 'summary' ? [] : groupsOf(book, row.ContactID),
		...(detail === 'summary' ? {} : { IsSupplier: row.IsSupplier, IsCustomer: row.IsCustomer }),
		...filesOf(book, 'Contacts', row.ContactID, detail),
		HasValidationErrors: false,
		ContactPersons: [],
	};
	// Only with paging, summaryOnly or a single GET (spec, at SalesDefaultLineAmountType and MergedToContactID).
	if (detail === 'list') return base;
	if (detail === 'summary') return { ...base, ...named(DEFAULTS) };
	return {
		...fields,
		...base,
		PaymentTerms: Object.keys(row.PaymentTerms).length > 0 ? row.PaymentTerms : undefined,
		...(owed ? { Balances: balances(book, row.ContactID) } : {}),
		ContactPersons: row.ContactPersons,
	};
}

const kind = kindOf<ContactRow>('Contact', {
	table: (book) => book.contacts,
	flag: 'HasValidationErrors',
	find: (book, key) => (isGuid(key) ? book.contacts.get(key) : book.contacts.first('number', fold(key))),
	without: ['MergedToContactID', 'TrackingCategoryName', 'TrackingCategoryOption'],
	render: (book, row, detail) => render(book, row, detail),
});

/** What filters of invoices, credits and bank transactions may name of their contact. */
export const CONTACT_FIELDS = ['ContactID', 'Name', 'ContactNumber', 'ContactStatus', 'EmailAddress'];

/** What filters of a document may name of its contact. */
export function contactNested<Row extends { ContactID?: string }>(...fields: readonly string[]): Nested<Row> {
	return { columns: columnsOf('Contact', fields), of: (book, row) => book.contacts.get(row.ContactID ?? '') };
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

export const contacts = resourceOf(
	kind,
	{
		getContacts: getMany(kind, {
			keep(_book, request) {
				const [ids, archived] = [listedIds(request, 'IDs'), queryFlag(request, 'includeArchived')];
				const term = query(request, 'searchTerm')?.toLowerCase();
				const fields = ['Name', 'FirstName', 'LastName', 'ContactNumber', 'EmailAddress', 'CompanyNumber'] as const;
				return (row) =>
					(archived || row.ContactStatus === 'ACTIVE') &&
					(ids === undefined || ids.has(row.ContactID)) &&
					(term === undefined || fields.some((field) => row[field]?.toLowerCase().includes(term)));
			},
		}),
		updateOrCreateContacts: write(kind, upsertContact),
		createContacts: write(kind, createContact),
		getContact: getOne(kind),
		getContactByContactNumber(book, request) {
			const row = kind.find?.(book, pathParameter(request, 'ContactNumber'));
			if (!row) throw notFound();
			return answerOne(kind, book, row);
		},
		updateContact: update(kind, updateContact),
	},
	attachmentRoutes(kind),
	routes({
		getContactCISSettings(book, request) {
			const { cisRate } = recordOf(kind, book, request);
			const settings = cisRate === undefined ? { CISEnabled: false } : { CISEnabled: true, Rate: cisRate };
			return answer(book, 'CISSettings', [settings]);
		},
	}),
	historyRoutes(kind),
);
