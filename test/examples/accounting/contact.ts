import type { Examples } from '../example';
import { byCode, byId, byNumber, fromList } from '../example';
import { attachmentExamples, historyExamples } from './traits';

const ID = 'c1a0b7e2-55d4-4f0e-8a3b-0d9e7c6b5a02';
const OTHER = 'c1a0b7e2-55d4-4f0e-8a3b-0d9e7c6b5a03';
const THEME = 'b7a1c0de-0001-4a4a-9b9b-1234567890ab';
const two = [{ ContactID: fromList(ID) }, { ContactID: byId(`https://go.xero.com/app/contacts/contact/${OTHER}`) }];

export const contact: Examples = {
	create: [
		{
			parameters: [
				{
					Name: 'Ridgeway University',
					additionalFields: {
						AccountNumber: 'RU-1',
						AccountsPayableTaxType: byCode('INPUT2'),
						AccountsReceivableTaxType: fromList('OUTPUT2'),
						Addresses: {
							address: [
								{
									AddressType: 'POBOX',
									AttentionTo: 'Accounts',
									AddressLine1: 'PO Box 1',
									AddressLine2: '',
									City: 'Ridge Heights',
									Region: 'North',
									PostalCode: '6001',
									Country: 'New Zealand',
								},
								{
									AddressType: 'STREET',
									AttentionTo: '',
									AddressLine1: '1 Long Road',
									AddressLine2: 'Building B',
									AddressLine3: 'Level 2',
									AddressLine4: 'Room 3',
									City: 'Ridge Heights',
								},
							],
						},
						BankAccountDetails: '00-0000-0000000-00',
						BatchPayments: {
							values: {
								BankAccountName: 'Ridgeway',
								BankAccountNumber: '00-0000-0000000-00',
								Code: 'RU',
								Details: 'Fees',
								Reference: 'Term 1',
							},
						},
						BrandingTheme: fromList(THEME),
						CompanyNumber: '1234567',
						ContactNumber: 'CUST-100',
						ContactPersons: {
							person: [{ FirstName: 'Robin', LastName: 'Example', EmailAddress: 'robin@example.com', IncludeInEmails: true }],
						},
						DefaultCurrency: fromList('NZD'),
						EmailAddress: 'accounts@example.com',
						FirstName: 'Sam',
						LastName: 'Sample',
						PaymentTerms: {
							values: {
								Bills: { values: { Day: '15', Type: 'OFFOLLOWINGMONTH' } },
								Sales: { values: { Day: 10, Type: 'DAYSAFTERBILLDATE' } },
							},
						},
						Phones: { phone: [{ PhoneType: 'MOBILE', PhoneCountryCode: '64', PhoneAreaCode: '21', PhoneNumber: '5550100' }] },
						PurchasesDefaultAccountCode: byCode('300'),
						PurchasesDefaultLineAmountType: 'EXCLUSIVE',
						PurchasesTrackingCategories: { category: [{ TrackingCategoryName: 'Region', TrackingOptionName: 'South' }] },
						SalesDefaultAccountCode: fromList('200'),
						SalesDefaultLineAmountType: 'INCLUSIVE',
						SalesTrackingCategories: { category: [{ TrackingCategoryName: 'Region', TrackingOptionName: 'North' }] },
						TaxNumber: '101-2-303',
						TaxNumberType: 'EIN',
						XeroNetworkKey: 'EXAMPLEKEY',
					},
				},
			],
			sends: [
				{
					method: 'PUT',
					path: '/Contacts',
					query: { summarizeErrors: 'false' },
					body: {
						Contacts: [
							{
								Name: 'Ridgeway University',
								AccountNumber: 'RU-1',
								AccountsPayableTaxType: 'INPUT2',
								AccountsReceivableTaxType: 'OUTPUT2',
								Addresses: [
									{
										AddressType: 'POBOX',
										AttentionTo: 'Accounts',
										AddressLine1: 'PO Box 1',
										City: 'Ridge Heights',
										Region: 'North',
										PostalCode: '6001',
										Country: 'New Zealand',
									},
									{
										AddressType: 'STREET',
										AddressLine1: '1 Long Road',
										AddressLine2: 'Building B',
										AddressLine3: 'Level 2',
										AddressLine4: 'Room 3',
										City: 'Ridge Heights',
									},
								],
								BankAccountDetails: '00-0000-0000000-00',
								BatchPayments: {
									BankAccountName: 'Ridgeway',
									BankAccountNumber: '00-0000-0000000-00',
									Code: 'RU',
									Details: 'Fees',
									Reference: 'Term 1',
								},
								BrandingTheme: { BrandingThemeID: THEME },
								CompanyNumber: '1234567',
								ContactNumber: 'CUST-100',
								ContactPersons: [
									{ FirstName: 'Robin', LastName: 'Example', EmailAddress: 'robin@example.com', IncludeInEmails: true },
								],
								DefaultCurrency: 'NZD',
								EmailAddress: 'accounts@example.com',
								FirstName: 'Sam',
								LastName: 'Sample',
								PaymentTerms: { Bills: { Day: 15, Type: 'OFFOLLOWINGMONTH' }, Sales: { Day: 10, Type: 'DAYSAFTERBILLDATE' } },
								Phones: [{ PhoneType: 'MOBILE', PhoneCountryCode: '64', PhoneAreaCode: '21', PhoneNumber: '5550100' }],
								PurchasesDefaultAccountCode: '300',
								PurchasesDefaultLineAmountType: 'EXCLUSIVE',
								PurchasesTrackingCategories: [{ TrackingCategoryName: 'Region', TrackingOptionName: 'South' }],
								SalesDefaultAccountCode: '200',
								SalesDefaultLineAmountType: 'INCLUSIVE',
								SalesTrackingCategories: [{ TrackingCategoryName: 'Region', TrackingOptionName: 'North' }],
								TaxNumber: '101-2-303',
								TaxNumberType: 'EIN',
								XeroNetworkKey: 'EXAMPLEKEY',
							},
						],
					},
				},
			],
		},
	],
	upsert: [
		{
			parameters: [
				{ Name: 'Ridgeway University', additionalFields: { ContactNumber: 'CUST-100' } },
				{ Name: 'Hill Street Books', additionalFields: {} },
			],
			replies: [{ body: { Contacts: [{ ContactID: ID }, { ContactID: OTHER }] } }],
			sends: [
				{
					method: 'POST',
					path: '/Contacts',
					query: { summarizeErrors: 'false' },
					body: { Contacts: [{ Name: 'Ridgeway University', ContactNumber: 'CUST-100' }, { Name: 'Hill Street Books' }] },
				},
			],
		},
	],
	get: [
		{
			parameters: [{ ContactID: fromList(ID) }],
			replies: [{ body: { Contacts: [{ ContactID: ID }] } }],
			sends: [{ method: 'GET', path: `/Contacts/${ID}` }],
		},
		{
			parameters: [{ ContactID: byNumber('CUST 100/A') }],
			replies: [{ body: { Contacts: [{ ContactID: ID }] } }],
			sends: [{ method: 'GET', path: '/Contacts/CUST%20100%2FA' }],
		},
	],
	getAll: [
		{
			parameters: [
				{
					limit: 20,
					show: 'all',
					filters: {
						AccountNumber: 'RU-1',
						EmailAddress: 'accounts@example.com',
						IDs: `${ID}, ${OTHER}`,
						includeArchived: true,
						Name: 'Ridgeway University',
						searchTerm: 'ridge',
						summaryOnly: true,
						'If-Modified-Since': '2026-03-01T22:00:00+13:00',
						where: 'IsSupplier==true OR IsCustomer==true',
						order: 'Name ASC',
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/Contacts',
					query: {
						IDs: `${ID},${OTHER}`,
						includeArchived: 'true',
						searchTerm: 'ridge',
						summaryOnly: 'true',
						order: 'Name ASC',
						where:
							'AccountNumber=="RU-1" AND EmailAddress=="accounts@example.com" AND Name=="Ridgeway University" AND (IsSupplier==true OR IsCustomer==true)',
						page: '1',
						pageSize: '20',
					},
					headers: { 'If-Modified-Since': '2026-03-01T09:00:00' },
				},
			],
		},
	],
	update: [
		{
			parameters: [{ ContactID: fromList(ID), additionalFields: { EmailAddress: 'new@example.com' } }],
			sends: [{ method: 'POST', path: `/Contacts/${ID}`, body: { Contacts: [{ EmailAddress: 'new@example.com' }] } }],
		},
		{
			parameters: [
				{ ContactID: fromList(ID), additionalFields: { Name: 'Ridgeway' } },
				{ ContactID: byId(OTHER), additionalFields: { clearFields: ['FirstName'] } },
			],
			replies: [{ body: { Contacts: [{ ContactID: ID }, { ContactID: OTHER }] } }],
			sends: [
				{
					method: 'POST',
					path: '/Contacts',
					query: { summarizeErrors: 'false' },
					body: {
						Contacts: [
							{ ContactID: ID, Name: 'Ridgeway' },
							{ ContactID: OTHER, FirstName: '' },
						],
					},
				},
			],
		},
	],
	archive: [
		{
			parameters: two,
			replies: [{ body: { Contacts: [{ ContactID: ID }, { ContactID: OTHER }] } }],
			sends: [
				{
					method: 'POST',
					path: '/Contacts',
					query: { summarizeErrors: 'false' },
					body: {
						Contacts: [
							{ ContactID: ID, ContactStatus: 'ARCHIVED' },
							{ ContactID: OTHER, ContactStatus: 'ARCHIVED' },
						],
					},
				},
			],
		},
	],
	restore: [
		{
			parameters: [{ ContactID: fromList(ID) }],
			sends: [{ method: 'POST', path: `/Contacts/${ID}`, body: { Contacts: [{ ContactStatus: 'ACTIVE' }] } }],
		},
	],
	getCisSettings: [
		{
			parameters: [{ ContactID: fromList(ID) }],
			replies: [{ body: { CISSettings: [{ CISEnabled: true, Rate: 20 }] } }],
			sends: [{ method: 'GET', path: `/Contacts/${ID}/CISSettings` }],
			gives: [{ json: { CISEnabled: true, Rate: 20 }, pairedItem: { item: 0 } }],
		},
	],
	...attachmentExamples('/Contacts', 'ContactID', ID),
	...historyExamples('/Contacts', 'ContactID', ID),
};
