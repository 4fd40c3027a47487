import type { Examples } from '../example';
import { byCode, byId, fromList } from '../example';

const ORGANISATION = '11111111-2222-4333-8444-555555555555';
const THEME = 'b7a1c0de-0001-4a4a-9b9b-1234567890ab';
const SERVICE = 'b7a1c0de-0002-4a4a-9b9b-1234567890ab';
const CATEGORY = 'aa11bb22-cc33-4d44-8e55-ff6677889900';
const OPTION = 'aa11bb22-cc33-4d44-8e55-ff6677889901';
const USER = 'cc44dd55-ee66-4f77-8a88-bb99aa00bb11';

export const organisation: Examples = {
	get: [{ parameters: [{}], sends: [{ method: 'GET', path: '/Organisation' }] }],
	getAll: [
		{
			parameters: [{}],
			replies: [
				{
					body: [
						{ id: 'c1', tenantId: ORGANISATION, tenantName: 'Demo Company', tenantType: 'ORGANISATION' },
						{ id: 'c2', tenantId: THEME, tenantName: 'The app itself', tenantType: 'APPLICATION' },
					],
				},
			],
			sends: [{ method: 'GET', path: 'https://api.xero.com/connections' }],
			gives: [
				{
					json: { id: 'c1', tenantId: ORGANISATION, tenantName: 'Demo Company', tenantType: 'ORGANISATION' },
					pairedItem: { item: 0 },
				},
			],
		},
	],
	getActions: [{ parameters: [{}], sends: [{ method: 'GET', path: '/Organisation/Actions' }] }],
	getCisSettings: [
		{
			parameters: [{}],
			replies: [
				{ body: { Organisations: [{ OrganisationID: ORGANISATION }] } },
				{ body: { CISSettings: [{ CISContractorEnabled: true, Rate: 20 }] } },
			],
			sends: [
				{ method: 'GET', path: '/Organisation' },
				{ method: 'GET', path: `/Organisation/${ORGANISATION}/CISSettings` },
			],
			gives: [{ json: { CISContractorEnabled: true, Rate: 20 }, pairedItem: { item: 0 } }],
		},
	],
};

export const brandingTheme: Examples = {
	get: [{ parameters: [{ BrandingThemeID: fromList(THEME) }], sends: [{ method: 'GET', path: `/BrandingThemes/${THEME}` }] }],
	getAll: [{ parameters: [{ returnAll: true }], sends: [{ method: 'GET', path: '/BrandingThemes' }] }],
	getPaymentServices: [
		{
			parameters: [{ BrandingThemeID: fromList(THEME) }],
			sends: [{ method: 'GET', path: `/BrandingThemes/${THEME}/PaymentServices` }],
		},
	],
	addPaymentService: [
		{
			parameters: [{ BrandingThemeID: fromList(THEME), PaymentServiceID: byId(SERVICE) }],
			sends: [
				{
					method: 'POST',
					path: `/BrandingThemes/${THEME}/PaymentServices`,
					body: { PaymentServices: [{ PaymentServiceID: SERVICE }] },
				},
			],
		},
	],
};

export const currency: Examples = {
	create: [
		{
			parameters: [{ Code: 'eur', additionalFields: { Description: 'Euro' } }],
			sends: [{ method: 'PUT', path: '/Currencies', body: { Code: 'EUR', Description: 'Euro' } }],
		},
	],
	getAll: [
		{
			parameters: [{ filters: { where: 'Code=="EUR"', order: 'Code ASC' } }],
			sends: [{ method: 'GET', path: '/Currencies', query: { where: 'Code=="EUR"', order: 'Code ASC' } }],
		},
	],
};

export const user: Examples = {
	get: [{ parameters: [{ UserID: fromList(USER) }], sends: [{ method: 'GET', path: `/Users/${USER}` }] }],
	getAll: [
		{
			parameters: [
				{
					filters: {
						EmailAddress: 'robin@example.com',
						OrganisationRole: 'STANDARD',
						'If-Modified-Since': '2026-03-01T09:00:00Z',
						where: 'IsSubscriber==true',
						order: 'LastName ASC',
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/Users',
					query: {
						where: 'EmailAddress=="robin@example.com" AND OrganisationRole=="STANDARD" AND (IsSubscriber==true)',
						order: 'LastName ASC',
					},
					headers: { 'If-Modified-Since': '2026-03-01T09:00:00' },
				},
			],
		},
	],
};

const components = {
	component: [
		{ Name: 'State', Rate: '4.5', additionalFields: { IsCompound: true } },
		{ Name: 'County', Rate: 1, additionalFields: { IsNonRecoverable: false } },
	],
};
const TaxComponents = [
	{ Name: 'State', Rate: 4.5, IsCompound: true },
	{ Name: 'County', Rate: 1, IsNonRecoverable: false },
];

export const taxRate: Examples = {
	create: [
		{
			parameters: [{ Name: 'Regional tax', TaxComponents: components, additionalFields: { ReportTaxType: fromList('OUTPUT') } }],
			sends: [
				{
					method: 'PUT',
					path: '/TaxRates',
					body: { TaxRates: [{ Name: 'Regional tax', TaxComponents, ReportTaxType: 'OUTPUT' }] },
				},
			],
		},
	],
	get: [
		{
			parameters: [{ TaxType: fromList('TAX001') }],
			replies: [{ body: { TaxRates: [{ TaxType: 'TAX001' }] } }],
			sends: [{ method: 'GET', path: '/TaxRates/TAX001' }],
		},
	],
	getAll: [
		{
			parameters: [
				{
					returnAll: true,
					filters: { Name: 'Regional tax', Status: 'ACTIVE', where: 'CanApplyToRevenue==true', order: 'Name ASC' },
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/TaxRates',
					query: { where: 'Name=="Regional tax" AND Status=="ACTIVE" AND (CanApplyToRevenue==true)', order: 'Name ASC' },
				},
			],
		},
	],
	update: [
		{
			parameters: [
				{
					TaxType: byCode('TAX001'),
					Name: 'Regional sales tax',
					TaxComponents: components,
					additionalFields: { ReportTaxType: byCode('OUTPUT') },
				},
			],
			sends: [
				{
					method: 'POST',
					path: '/TaxRates',
					body: { TaxRates: [{ TaxType: 'TAX001', Name: 'Regional sales tax', TaxComponents, ReportTaxType: 'OUTPUT' }] },
				},
			],
		},
	],
	delete: [
		{
			parameters: [{ TaxType: fromList('TAX001') }],
			replies: [
				{
					body: { TaxRates: [{ Name: 'Regional tax', TaxType: 'TAX001', TaxComponents, Status: 'ACTIVE', EffectiveRate: 5.5 }] },
				},
				{ body: { TaxRates: [{ Name: 'Regional tax', TaxType: 'TAX001', Status: 'DELETED' }] } },
			],
			sends: [
				{ method: 'GET', path: '/TaxRates/TAX001' },
				{
					method: 'POST',
					path: '/TaxRates',
					body: { TaxRates: [{ Name: 'Regional tax', TaxType: 'TAX001', TaxComponents, Status: 'DELETED' }] },
				},
			],
			gives: [{ json: { Name: 'Regional tax', TaxType: 'TAX001', Status: 'DELETED' }, pairedItem: { item: 0 } }],
		},
	],
};

const TrackingCategoryID = fromList(CATEGORY);
const option = { TrackingCategoryID, TrackingOptionID: fromList(`${CATEGORY}/${OPTION}`) };
const at = `/TrackingCategories/${CATEGORY}`;

export const trackingCategory: Examples = {
	create: [
		{ parameters: [{ Name: 'Region' }], sends: [{ method: 'PUT', path: '/TrackingCategories', body: { Name: 'Region' } }] },
	],
	get: [{ parameters: [{ TrackingCategoryID }], sends: [{ method: 'GET', path: at }] }],
	getAll: [
		{
			parameters: [{ returnAll: true, filters: { includeArchived: true, where: 'Status=="ACTIVE"', order: 'Name ASC' } }],
			sends: [
				{
					method: 'GET',
					path: '/TrackingCategories',
					query: { includeArchived: 'true', where: 'Status=="ACTIVE"', order: 'Name ASC' },
				},
			],
		},
	],
	update: [{ parameters: [{ TrackingCategoryID, Name: 'Area' }], sends: [{ method: 'POST', path: at, body: { Name: 'Area' } }] }],
	archive: [{ parameters: [{ TrackingCategoryID }], sends: [{ method: 'POST', path: at, body: { Status: 'ARCHIVED' } }] }],
	restore: [{ parameters: [{ TrackingCategoryID }], sends: [{ method: 'POST', path: at, body: { Status: 'ACTIVE' } }] }],
	delete: [
		{
			parameters: [{ TrackingCategoryID }],
			replies: [{ body: { TrackingCategories: [{ TrackingCategoryID: CATEGORY, Status: 'DELETED' }] } }],
			sends: [{ method: 'DELETE', path: at }],
			gives: [{ json: { deleted: true, TrackingCategoryID: CATEGORY, Status: 'DELETED' }, pairedItem: { item: 0 } }],
		},
	],
	createOption: [
		{
			parameters: [{ TrackingCategoryID, Name: 'North' }],
			replies: [{ body: { Options: [{ TrackingOptionID: OPTION, Name: 'North', Status: 'ACTIVE' }] } }],
			sends: [{ method: 'PUT', path: `${at}/Options`, body: { Name: 'North' } }],
			gives: [{ json: { TrackingOptionID: OPTION, Name: 'North', Status: 'ACTIVE' }, pairedItem: { item: 0 } }],
		},
	],
	updateOption: [
		{
			parameters: [{ ...option, Name: 'Far North' }],
			sends: [{ method: 'POST', path: `${at}/Options/${OPTION}`, body: { Name: 'Far North' } }],
		},
	],
	archiveOption: [
		{ parameters: [option], sends: [{ method: 'POST', path: `${at}/Options/${OPTION}`, body: { Status: 'ARCHIVED' } }] },
	],
	restoreOption: [
		{
			parameters: [{ TrackingCategoryID, TrackingOptionID: byId(OPTION) }],
			sends: [{ method: 'POST', path: `${at}/Options/${OPTION}`, body: { Status: 'ACTIVE' } }],
		},
	],
	deleteOption: [{ parameters: [option], sends: [{ method: 'DELETE', path: `${at}/Options/${OPTION}` }] }],
};

export const apiRequest: Examples = {
	send: [
		{
			parameters: [
				{
					method: 'PUT',
					path: '/BankTransfers',
					options: {
						body: '{ "BankTransfers": [{ "Amount": 5 }] }',
						headers: { header: [{ name: 'X-Example', value: 'yes' }] },
						queryParameters: { parameter: [{ name: 'summarizeErrors', value: 'false' }] },
					},
				},
			],
			replies: [{ body: { BankTransfers: [{ Amount: 5 }] } }],
			sends: [
				{
					method: 'PUT',
					path: '/BankTransfers',
					query: { summarizeErrors: 'false' },
					headers: { 'X-Example': 'yes' },
					body: { BankTransfers: [{ Amount: 5 }] },
				},
			],
		},
		{
			parameters: [{ method: 'GET', path: 'Journals', options: { allPages: true } }],
			replies: [[{ JournalNumber: 7 }], [{ JournalNumber: 7 }], []].map((Journals) => ({ body: { Journals } })),
			sends: [
				{ method: 'GET', path: '/Journals', query: { page: '1', pageSize: '1' } },
				{ method: 'GET', path: '/Journals', query: { offset: '0' } },
				{ method: 'GET', path: '/Journals', query: { offset: '7' } },
			],
			gives: [{ json: { JournalNumber: 7 }, pairedItem: { item: 0 } }],
		},
		{
			parameters: [
				{ method: 'POST', path: '/Receipts/1/Attachments/a.txt', options: { inputDataFieldName: 'data', binary: true } },
			],
			items: [{ json: {}, binary: { data: { fileName: 'a.txt', mimeType: 'text/plain', data: 'YQ==' } } }],
			replies: [{ headers: { 'content-type': 'text/plain' }, body: Buffer.from('a') }],
			sends: [
				{
					method: 'POST',
					path: '/Receipts/1/Attachments/a.txt',
					headers: { Accept: '*/*', 'Content-Type': 'text/plain' },
					body: Buffer.from('a'),
				},
			],
		},
	],
};
