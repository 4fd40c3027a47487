import type { Examples } from '../example';
import { byCode, byId, byName, byNumber, fromList } from '../example';
import { attachmentExamples, historyExamples } from './traits';

const ID = '4e3d2c1b-0a99-4887-9766-55443322a101';
const OTHER = '4e3d2c1b-0a99-4887-9766-55443322a102';
const CONTACT = 'c1a0b7e2-55d4-4f0e-8a3b-0d9e7c6b5a02';
const THEME = 'b7a1c0de-0001-4a4a-9b9b-1234567890ab';
const saved = [{ body: { Quotes: [{ QuoteID: ID }, { QuoteID: OTHER }] } }];
const lines = { line: [{ Description: 'Consulting', Quantity: '8', UnitAmount: '120', AccountCode: byCode('200') }] };
const sent = [{ Description: 'Consulting', Quantity: 8, UnitAmount: 120, AccountCode: '200' }];

/** A quote as Xero has it. */
const found = {
	body: {
		Quotes: [
			{
				QuoteID: ID,
				QuoteNumber: 'QU-0101',
				Reference: '',
				Terms: 'Valid for 30 days',
				Contact: { ContactID: CONTACT, Name: 'Ridgeway University', EmailAddress: '' },
				LineItems: [{ LineItemID: OTHER, Description: 'Consulting', UnitAmount: 104.35, Quantity: 8 }],
				Date: '/Date(1774915200000)/',
				DateString: '2026-03-31T00:00:00',
				ExpiryDate: '/Date(1777507200000)/',
				Status: 'SENT',
				CurrencyRate: 0.937053,
				CurrencyCode: 'AUD',
				SubTotal: 834.8,
				Total: 960,
				Title: 'Spring',
				Summary: 'As discussed',
				BrandingThemeID: THEME,
				UpdatedDateUTC: '/Date(1774915200000)/',
				LineAmountTypes: 'INCLUSIVE',
			},
		],
	},
};
/** What goes to Xero again with every change of it: all but its lines, and what Xero works out. */
const kept = {
	Contact: { ContactID: CONTACT },
	QuoteNumber: 'QU-0101',
	Terms: 'Valid for 30 days',
	Date: '2026-03-31',
	ExpiryDate: '2026-04-30',
	Status: 'SENT',
	CurrencyCode: 'AUD',
	CurrencyRate: 0.937053,
	Title: 'Spring',
	Summary: 'As discussed',
	BrandingThemeID: THEME,
	LineAmountTypes: 'INCLUSIVE',
};

/** A quote is read first, then sent with its new status. */
const become = (Status: string): Examples[string] => [
	{
		parameters: [{ QuoteID: fromList(ID), simplify: false }],
		replies: [found, { body: { Quotes: [{ QuoteID: ID, Status }] } }],
		sends: [
			{ method: 'GET', path: `/Quotes/${ID}` },
			{ method: 'POST', path: `/Quotes/${ID}`, body: { Quotes: [{ ...kept, Status }] } },
		],
		gives: [{ json: { QuoteID: ID, Status }, pairedItem: { item: 0 } }],
	},
];

export const quote: Examples = {
	create: [
		{
			parameters: [
				{
					Contact: fromList(CONTACT),
					Date: '2026-03-31',
					LineAmountTypes: 'Tax Inclusive',
					LineItems: lines,
					ExpiryDate: '2026-04-30',
					QuoteNumber: 'QU-0101',
					Reference: 'Enquiry 12',
					Status: 'SENT',
					additionalFields: {
						BrandingThemeID: fromList(THEME),
						CurrencyCode: byCode('AUD'),
						CurrencyRate: 0.937053,
						Summary: 'As discussed',
						Terms: 'Valid for 30 days',
						Title: 'Spring',
					},
				},
				{
					Contact: byName('Hill Street Books'),
					Date: '2026-04-01',
					LineAmountTypes: 'EXCLUSIVE',
					LineItems: lines,
					Status: 'DRAFT',
				},
			],
			replies: saved,
			sends: [
				{
					method: 'PUT',
					path: '/Quotes',
					query: { summarizeErrors: 'false' },
					body: {
						Quotes: [
							{
								Contact: { ContactID: CONTACT },
								Date: '2026-03-31',
								LineItems: sent,
								BrandingThemeID: THEME,
								CurrencyCode: 'AUD',
								CurrencyRate: 0.937053,
								ExpiryDate: '2026-04-30',
								LineAmountTypes: 'INCLUSIVE',
								QuoteNumber: 'QU-0101',
								Reference: 'Enquiry 12',
								Status: 'SENT',
								Summary: 'As discussed',
								Terms: 'Valid for 30 days',
								Title: 'Spring',
							},
							{
								Contact: { Name: 'Hill Street Books' },
								Date: '2026-04-01',
								LineAmountTypes: 'EXCLUSIVE',
								LineItems: sent,
								Status: 'DRAFT',
							},
						],
					},
				},
			],
		},
		{
			parameters: ['A', 'B'].map((description) => ({
				input: 'lines',
				documentKey: 'QU-0102',
				Status: 'DRAFT',
				Contact: byNumber('CUST-100'),
				Date: '2026-04-01',
				LineAmountTypes: 'EXCLUSIVE',
				LineItems: { line: [{ Description: description, Quantity: '1', UnitAmount: '10' }] },
			})),
			sends: [
				{
					method: 'PUT',
					path: '/Quotes',
					query: { summarizeErrors: 'false' },
					body: {
						Quotes: [
							{
								Contact: { ContactNumber: 'CUST-100' },
								Date: '2026-04-01',
								LineAmountTypes: 'EXCLUSIVE',
								LineItems: [
									{ Description: 'A', Quantity: 1, UnitAmount: 10 },
									{ Description: 'B', Quantity: 1, UnitAmount: 10 },
								],
								Status: 'DRAFT',
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
				{
					Contact: fromList(CONTACT),
					Date: '2026-03-31',
					LineAmountTypes: 'EXCLUSIVE',
					LineItems: lines,
					QuoteNumber: 'QU-0101',
				},
				{ Contact: fromList(CONTACT), Date: '2026-03-31', LineAmountTypes: 'EXCLUSIVE', LineItems: lines },
			],
			replies: saved,
			sends: [
				{
					method: 'POST',
					path: '/Quotes',
					query: { summarizeErrors: 'false' },
					body: {
						Quotes: [
							{
								Contact: { ContactID: CONTACT },
								Date: '2026-03-31',
								LineAmountTypes: 'EXCLUSIVE',
								LineItems: sent,
								QuoteNumber: 'QU-0101',
							},
							{ Contact: { ContactID: CONTACT }, Date: '2026-03-31', LineAmountTypes: 'EXCLUSIVE', LineItems: sent },
						],
					},
				},
			],
		},
	],
	get: [
		{
			parameters: [{ QuoteID: byId(ID) }],
			replies: [found],
			sends: [{ method: 'GET', path: `/Quotes/${ID}` }],
		},
	],
	getAll: [
		{
			parameters: [
				{
					limit: 5,
					show: 'accepted',
					filters: {
						ContactID: fromList(CONTACT),
						DateFrom: '2026-03-01',
						DateTo: '2026-03-31',
						ExpiryDateFrom: '2026-04-01',
						ExpiryDateTo: '2026-04-30',
						QuoteNumber: 'QU-0101',
						'If-Modified-Since': '2026-03-01T09:00:00Z',
						order: 'Date DESC',
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/Quotes',
					query: {
						ContactID: CONTACT,
						DateFrom: '2026-03-01',
						DateTo: '2026-03-31',
						ExpiryDateFrom: '2026-04-01',
						ExpiryDateTo: '2026-04-30',
						QuoteNumber: 'QU-0101',
						Status: 'ACCEPTED',
						order: 'Date DESC',
						page: '1',
					},
					headers: { 'If-Modified-Since': '2026-03-01T09:00:00' },
				},
			],
		},
	],
	update: [
		{
			// What is emptied goes as empty, what is not given as it was; lines only when they are given.
			parameters: [
				{
					QuoteID: fromList(ID),
					LineItems: lines,
					ExpiryDate: '2026-05-31',
					additionalFields: { Title: 'Summer', clearFields: ['Summary'] },
				},
			],
			replies: [found],
			sends: [
				{ method: 'GET', path: `/Quotes/${ID}` },
				{
					method: 'POST',
					path: `/Quotes/${ID}`,
					body: { Quotes: [{ ...kept, LineItems: sent, Title: 'Summer', ExpiryDate: '2026-05-31', Summary: '' }] },
				},
			],
		},
		{
			// Another currency has another rate, and an ID inside the JSON names no other quote than the one picked.
			parameters: [{ QuoteID: fromList(ID), input: 'json', body: { QuoteID: OTHER, CurrencyCode: 'USD' } }],
			replies: [found],
			sends: [
				{ method: 'GET', path: `/Quotes/${ID}` },
				{
					method: 'POST',
					path: `/Quotes/${ID}`,
					body: {
						Quotes: [
							Object.fromEntries(Object.entries({ ...kept, CurrencyCode: 'USD' }).filter(([name]) => name !== 'CurrencyRate')),
						],
					},
				},
			],
		},
	],
	markAsSent: become('SENT'),
	accept: become('ACCEPTED'),
	decline: become('DECLINED'),
	markAsInvoiced: become('INVOICED'),
	delete: become('DELETED'),
	getPdf: [
		{
			parameters: [{ QuoteID: fromList(ID), options: { FileName: 'Quote.pdf', binaryPropertyName: 'pdf' } }],
			replies: [{ headers: { 'content-type': 'application/pdf' }, body: Buffer.from('%PDF-1.4') }],
			sends: [{ method: 'GET', path: `/Quotes/${ID}`, headers: { Accept: 'application/pdf' } }],
		},
	],
	...attachmentExamples('/Quotes', 'QuoteID', ID),
	...historyExamples('/Quotes', 'QuoteID', ID),
};
