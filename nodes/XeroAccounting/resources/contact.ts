import type { IDataObject } from 'n8n-workflow';
import { group, rows } from '../../shared/inputs/collections';
import { locator } from '../../shared/inputs/locators';
import type { Choice } from '../../shared/inputs/scalars';
import { choice, email, flag, ids, text } from '../../shared/inputs/scalars';
import type { ListOption } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { create, get, list, readPart, setStatus, update, upsert, recordPicker } from '../../shared/operations/crud';
import { cisSettings } from '../cisSettings';
import { mergeFault } from '../validation';
import { addresses, phones } from '../fields/addresses';
import { paymentTerms } from '../fields/paymentTerms';
import { accountCode, currencyCode, taxType } from '../fields/pickers';
import { modifiedSince, quoted, raw } from '../../shared/inputs/where';
import type { Search, Sought } from '../findOrCreate';
import { findOrCreate } from '../findOrCreate';
import { find } from '../operations/find';
import { views } from '../../shared/inputs/views';
import { attachments } from '../operations/attachments';
import { history } from '../operations/history';

const AMOUNTS: readonly Choice[] = [
	['EXCLUSIVE', 'Tax Exclusive'],
	['INCLUSIVE', 'Tax Inclusive'],
	['NONE', 'No Tax'],
];

/** What a contact can be found by, the strongest first. */
const WAYS: readonly Choice[] = [
	['ContactNumber', 'Contact Number'],
	['EmailAddress', 'Email'],
	['Name', 'Name'],
	['AccountNumber', 'Account Number'],
];
const findBy = choice('Find By', WAYS, {
	preset: 'Name',
	description: 'What the contact is looked up by; give its value below or in Additional Fields',
});
/** Xero compares names and emails without case. */
const searchBy = (property: string): Search => ({
	property,
	label: WAYS.find(([way]) => way === property)![1],
	anyCase: property === 'Name' || property === 'EmailAddress',
});

/** Archived contacts are in Xero's list only when asked for; others are told by their status. */
const CONTACTS: Sought = {
	singular: 'active contact',
	plural: 'contacts',
	path: 'Contacts',
	id: 'ContactID',
	paging: { by: 'page', size: 1000 },
	query: {},
	isActive: ({ ContactStatus }) => ['ACTIVE', undefined].includes(ContactStatus as string | undefined),
};

const line = ({ ContactID, Name, EmailAddress }: IDataObject): ListOption => ({
	name: EmailAddress ? `${String(Name)} · ${String(EmailAddress)}` : String(Name),
	value: String(ContactID),
});

const tracked = (name: string) =>
	rows(name, 'Category', { TrackingCategoryName: text('Category'), TrackingOptionName: text('Option') }, { max: 2 });

export const contact = resource({
	key: 'contact',
	name: 'Contact',
	plural: 'Contacts',
	description: 'A customer or supplier',
	path: 'Contacts',
	id: 'ContactID',
	scope: 'accounting.contacts',
	simplified: [
		'ContactID',
		'Name',
		'ContactNumber',
		'AccountNumber',
		'ContactStatus',
		'FirstName',
		'LastName',
		'EmailAddress',
		'IsCustomer',
		'IsSupplier',
	],
	fields: {
		Name: text('Name', { max: 255, placeholder: 'e.g. Ridgeway University' }),
		AccountNumber: text('Account Number', { max: 50 }),
		AccountsPayableTaxType: taxType('Tax Rate for Bills'),
		AccountsReceivableTaxType: taxType('Tax Rate for Sales'),
		Addresses: addresses,
		BankAccountDetails: text('Bank Account Details'),
		BatchPayments: group('Batch Payments', {
			BankAccountName: text('Bank Account Name'),
			BankAccountNumber: text('Bank Account Number'),
			Code: text('Code', { max: 12, description: 'New Zealand only' }),
			Details: text('Details', { max: 18, description: 'Outside New Zealand' }),
			Reference: text('Reference', { max: 12, description: 'New Zealand only' }),
		}),
		BrandingTheme: locator('Branding Theme', 'brandingTheme', { id: 'BrandingThemeID' }),
		CompanyNumber: text('Company Number', { max: 50 }),
		ContactNumber: text('Contact Number', {
			max: 50,
			description: 'ID in another system; Xero shows it as Contact Code',
			placeholder: 'e.g. CUST-100',
		}),
		ContactPersons: rows(
			'Contact Persons',
			'Person',
			{
				FirstName: text('First Name'),
				LastName: text('Last Name'),
				EmailAddress: email('Email'),
				IncludeInEmails: flag('Include in Emails', 'Whether the person gets a copy of emails such as invoices'),
			},
			{ description: 'In an update they replace those there are' },
		),
		DefaultCurrency: currencyCode('Default Currency'),
		EmailAddress: email('Email'),
		FirstName: text('First Name', { max: 255, description: 'First name of the primary person' }),
		LastName: text('Last Name', { max: 255, description: 'Last name of the primary person' }),
		PaymentTerms: paymentTerms,
		Phones: phones,
		PurchasesDefaultAccountCode: accountCode('Purchases Account'),
		PurchasesDefaultLineAmountType: choice('Purchases Amounts Are', AMOUNTS),
		PurchasesTrackingCategories: tracked('Purchases Tracking'),
		SalesDefaultAccountCode: accountCode('Sales Account'),
		SalesDefaultLineAmountType: choice('Sales Amounts Are', AMOUNTS),
		SalesTrackingCategories: tracked('Sales Tracking'),
		TaxNumber: text('Tax Number', { max: 50, description: 'ABN, GST, VAT number or Tax ID' }),
		TaxNumberType: choice('Tax Number Type', [
			['SSN', 'SSN'],
			['EIN', 'EIN'],
			['ITIN', 'ITIN'],
			['ATIN', 'ATIN'],
		]),
		XeroNetworkKey: text('Xero Network Key'),
	},
	searchOrder: 'Name ASC',
	// Archived contacts are in the list of Restore only; nothing takes what else there is (GDPRREQUEST).
	listOptions: {
		contact: (contact, { restoring = false } = {}) =>
			(restoring ? ['ARCHIVED'] : ['ACTIVE', undefined]).includes(contact.ContactStatus as string | undefined)
				? [line(contact)]
				: [],
	},
	show: views({
		active: { name: 'Active' },
		all: { name: 'All', query: { includeArchived: true } },
		archived: { name: 'Archived', query: { includeArchived: true }, where: () => 'ContactStatus=="ARCHIVED"' },
		customers: { name: 'Customers', where: () => 'IsCustomer==true' },
		suppliers: { name: 'Suppliers', where: () => 'IsSupplier==true' },
	}),
	operations: (contact) => ({
		create: create(contact, 'createContacts', ['Name'], { batchSize: 50, perElement: true, validate: mergeFault }),
		upsert: upsert(contact, 'updateOrCreateContacts', ['Name'], 'contact number, or else name', {
			validate: mergeFault,
			batchSize: 50,
			perElement: true,
			identity: ['ContactID', 'ContactNumber', 'Name'],
		}),
		findOrCreate: {
			...create(contact, ['createContacts', 'getContacts'], ['Name'], {
				validate: mergeFault,
				name: 'Find or Create',
				action: 'Find or create a contact',
				description: 'Retrieve the active contact with a number, email or name unchanged, or create it where there is none',
				notice:
					'An existing contact with the value of Find By (JSON: its contact number, else email, else name) is returned as it is; the other fields count for a new one only',
				simplified: ['found', ...contact.simplified!],
			}),
			required: { by: findBy, Name: contact.fields.Name! },
			run: async (call) => {
				const { by, ...record } = call.body;
				// JSON does not say how: the first of these that it has.
				const property = String(by ?? WAYS.find(([way]) => record[way])?.[0] ?? 'Name');
				return await findOrCreate(call, CONTACTS, searchBy(property), record);
			},
		},
		find: find(contact, 'getContacts', { sought: CONTACTS, by: choice('Find By', WAYS, { preset: 'Name' }), search: searchBy }),
		get: get(contact, ['getContact', 'getContactByContactNumber'], {
			required: recordPicker(contact, ['id', 'number'], { modes: { number: { placeholder: 'e.g. CUST-100' } } }),
		}),
		getAll: list(
			contact,
			'getContacts',
			{
				AccountNumber: quoted('Account Number', 'AccountNumber'),
				EmailAddress: quoted('Email', 'EmailAddress', { placeholder: 'name@email.com' }),
				IDs: ids('Contact IDs'),
				includeArchived: flag('Include Archived', 'Whether to return archived contacts as well'),
				Name: quoted('Name', 'Name'),
				searchTerm: text('Search Term', { description: 'Found in names, contact number or email' }),
				summaryOnly: flag('Summary Only', 'Whether to return fewer fields, faster'),
				...modifiedSince,
				...raw,
			},
			{ by: 'page', size: 1000 },
		),
		update: update(contact, ['updateContact', 'updateOrCreateContacts'], {
			validate: mergeFault,
			batchPath: '/Contacts',
			batchSize: 50,
			perElement: true,
		}),
		archive: setStatus(
			contact,
			['updateContact', 'updateOrCreateContacts'],
			'Archive',
			{ ContactStatus: 'ARCHIVED' },
			'Take a contact out of use; its transactions stay',
			{
				batchPath: '/Contacts',
				batchSize: 50,
				perElement: true,
			},
		),
		restore: setStatus(contact, ['updateContact', 'updateOrCreateContacts'], 'Restore', { ContactStatus: 'ACTIVE' }, '', {
			batchPath: '/Contacts',
			batchSize: 50,
			perElement: true,
		}),
		getCisSettings: {
			...readPart(
				contact,
				'getContactCISSettings',
				'Get CIS Settings',
				'/Contacts/{ContactID}/CISSettings',
				'CISSettings',
				'Retrieve the Construction Industry Scheme settings (UK)',
				{
					scope: 'accounting.settings.read',
				},
			),
			run: async (call) => await cisSettings(call, call.path),
		},
		...attachments(contact, {
			get: 'getContactAttachments',
			byId: 'getContactAttachmentById',
			byName: 'getContactAttachmentByFileName',
			create: 'createContactAttachmentByFileName',
			replace: 'updateContactAttachmentByFileName',
		}),
		...history(contact, { get: 'getContactHistory', create: 'createContactHistory' }),
	}),
});
