import type { Examples } from '../example';
import { byCode, byId, byName, byNumber, fromList, withFile } from '../example';
import { attachmentExamples, historyExamples } from './traits';

const ID = 'e5f4d3c2-b1a0-4998-8776-554433221101';
const OTHER = 'e5f4d3c2-b1a0-4998-8776-554433221102';
const CONTACT = 'c1a0b7e2-55d4-4f0e-8a3b-0d9e7c6b5a02';
const THEME = 'b7a1c0de-0001-4a4a-9b9b-1234567890ab';
const ACCOUNT = '5a1d2f30-0c2e-4b7a-9f11-3e8c6d4b2a01';
const LINE = '1f2e3d4c-5b6a-4798-8897-a6b5c4d3e2f1';
const CATEGORY = 'aa11bb22-cc33-4d44-8e55-ff6677889900';
const OPTION = 'aa11bb22-cc33-4d44-8e55-ff6677889901';
const saved = [{ body: { Invoices: [{ InvoiceID: ID }, { InvoiceID: OTHER }] } }];

/** Two invoices of one change of state go in one request. */
const together = (change: Readonly<Record<string, unknown>>): Examples[string] => [
	{
		parameters: [{ InvoiceID: fromList(ID) }, { InvoiceID: byId(OTHER) }],
		replies: saved,
		sends: [
			{
				method: 'POST',
				path: '/Invoices',
				query: { unitdp: '4', summarizeErrors: 'false' },
				body: {
					Invoices: [
						{ InvoiceID: ID, Type: 'ACCREC', ...change },
						{ InvoiceID: OTHER, Type: 'ACCREC', ...change },
					],
				},
			},
		],
	},
	{
		parameters: [{ InvoiceID: fromList(ID) }],
		sends: [
			{ method: 'POST', path: `/Invoices/${ID}`, query: { unitdp: '4' }, body: { Invoices: [{ Type: 'ACCREC', ...change }] } },
		],
	},
];

export const invoice: Examples = {
	create: [
		{
			parameters: [
				{
					Contact: fromList(CONTACT),
					LineAmountTypes: 'Exclusive',
					LineItems: {
						line: [
							{
								AccountCode: fromList('200'),
								Description: 'Consulting in March',
								ItemCode: fromList(''),
								Quantity: '7.5',
								TaxType: byCode('OUTPUT2'),
								UnitAmount: '120.00',
								DiscountRate: 10,
								Tracking: {
									category: [{ Option: fromList(`${CATEGORY}/${OPTION}`) }, { Option: byName('Department: Field Services') }],
								},
							},
							{
								AccountCode: fromList(''),
								Description: '',
								ItemCode: byCode('GB1-White'),
								Quantity: '1',
								TaxType: fromList(''),
								UnitAmount: '',
								additionalFields: {
									AccountID: fromList(ACCOUNT),
									DiscountAmount: 5,
									LineAmount: 95,
									LineItemID: LINE,
									SalesTaxCodeId: 12,
									Taxability: 'TAXABLE',
									TaxAmount: 14.25,
									TaxBreakdown: '[{ "Name": "State", "TaxPercentage": 4 }]',
								},
							},
						],
					},
					Date: '2026-03-31',
					DueDate: '2026-04-20T00:00:00',
					InvoiceNumber: 'INV-1001',
					Reference: 'PO 77',
					Status: 'AUTHORISED',
					additionalFields: {
						BrandingThemeID: fromList(THEME),
						CurrencyCode: byCode('AUD'),
						CurrencyRate: 0.937053,
						EnteredTotal: 1040,
						ExpectedPaymentDate: '2026-04-22',
						InvoiceAddresses: {
							address: [
								{
									InvoiceAddressType: 'TO',
									AddressLine1: '1 Long Road',
									City: 'Ridge Heights',
									Region: 'CA',
									PostalCode: '90001',
									Country: 'US',
								},
							],
						},
						RoundingAmount: 0.05,
						SentToContact: true,
						SubTotal: 905,
						Total: 1040.8,
						TotalTax: 135.75,
						Url: 'https://example.com/orders/1001',
					},
					options: { allowBackorders: true },
				},
			],
			sends: [
				{
					method: 'PUT',
					path: '/Invoices',
					query: { summarizeErrors: 'false', allowBackorders: 'true', unitdp: '4' },
					body: {
						Invoices: [
							{
								Type: 'ACCREC',
								Contact: { ContactID: CONTACT },
								LineItems: [
									{
										AccountCode: '200',
										Description: 'Consulting in March',
										Quantity: 7.5,
										TaxType: 'OUTPUT2',
										UnitAmount: 120,
										DiscountRate: 10,
										Tracking: [
											{ TrackingCategoryID: CATEGORY, TrackingOptionID: OPTION },
											{ Name: 'Department', Option: 'Field Services' },
										],
									},
									{
										ItemCode: 'GB1-White',
										Quantity: 1,
										AccountID: ACCOUNT,
										DiscountAmount: 5,
										LineAmount: 95,
										LineItemID: LINE,
										SalesTaxCodeId: 12,
										Taxability: 'TAXABLE',
										TaxAmount: 14.25,
										TaxBreakdown: [{ Name: 'State', TaxPercentage: 4 }],
									},
								],
								BrandingThemeID: THEME,
								CurrencyCode: 'AUD',
								CurrencyRate: 0.937053,
								Date: '2026-03-31',
								DueDate: '2026-04-20',
								EnteredTotal: 1040,
								ExpectedPaymentDate: '2026-04-22',
								InvoiceAddresses: [
									{
										InvoiceAddressType: 'TO',
										AddressLine1: '1 Long Road',
										City: 'Ridge Heights',
										Region: 'CA',
										PostalCode: '90001',
										Country: 'US',
									},
								],
								InvoiceNumber: 'INV-1001',
								LineAmountTypes: 'Exclusive',
								Reference: 'PO 77',
								RoundingAmount: 0.05,
								SentToContact: true,
								Status: 'AUTHORISED',
								SubTotal: 905,
								Total: 1040.8,
								TotalTax: 135.75,
								Url: 'https://example.com/orders/1001',
							},
						],
					},
				},
			],
		},
		{
			// A word of the screens for a code, and numbers as an expression in each box gives them.
			parameters: [
				{
					Contact: byName('Hill Street Books'),
					LineAmountTypes: 'Tax Exclusive',
					LineItems: {
						line: [
							{
								Description: 'Books',
								Quantity: 2,
								UnitAmount: 30,
								AccountCode: byCode('300'),
							},
						],
					},
					Status: 'Awaiting Approval',
				},
			],
			sends: [
				{
					method: 'PUT',
					path: '/Invoices',
					query: { unitdp: '4', summarizeErrors: 'false' },
					body: {
						Invoices: [
							{
								Type: 'ACCREC',
								Contact: { Name: 'Hill Street Books' },
								LineAmountTypes: 'Exclusive',
								LineItems: [
									{
										Description: 'Books',
										Quantity: 2,
										UnitAmount: 30,
										AccountCode: '300',
									},
								],
								Status: 'SUBMITTED',
							},
						],
					},
				},
			],
		},
		{
			// Saved, then its file, then its mail.
			parameters: [
				{
					Contact: fromList(CONTACT),
					LineAmountTypes: 'NoTax',
					LineItems: { line: [{ Description: 'Rent', AccountCode: byCode('200') }] },
					DueDate: '2026-04-20',
					Status: 'AUTHORISED',
					options: { attachFiles: 'data', emailIt: true },
				},
			],
			items: [withFile('terms.pdf', 'application/pdf', 'terms')],
			replies: [
				{ body: { Invoices: [{ InvoiceID: ID }] } },
				{ body: { Attachments: [{ AttachmentID: OTHER, FileName: 'terms.pdf' }] } },
				{ statusCode: 204 },
			],
			sends: [
				{
					method: 'PUT',
					path: '/Invoices',
					query: { unitdp: '4', summarizeErrors: 'false' },
					body: {
						Invoices: [
							{
								Type: 'ACCREC',
								Contact: { ContactID: CONTACT },
								LineAmountTypes: 'NoTax',
								LineItems: [{ Description: 'Rent', AccountCode: '200' }],
								DueDate: '2026-04-20',
								Status: 'AUTHORISED',
							},
						],
					},
				},
				{
					method: 'PUT',
					path: `/Invoices/${ID}/Attachments/terms.pdf`,
					headers: { 'Content-Type': 'application/pdf' },
					body: Buffer.from('terms'),
				},
				{ method: 'POST', path: `/Invoices/${ID}/Email` },
			],
			gives: [
				{
					json: { InvoiceID: ID, _files: [{ name: 'terms.pdf', ok: true }], _emailed: true },
					pairedItem: { item: 0 },
				},
			],
		},
		{
			parameters: ['A', 'B'].map((description) => ({
				input: 'lines',
				documentKey: 'order 7',
				Status: 'DRAFT',
				Contact: byNumber('CUST-100'),
				LineAmountTypes: 'Exclusive',
				LineItems: { line: [{ Description: description, Quantity: '1', UnitAmount: '10', AccountCode: byCode('200') }] },
			})),
			sends: [
				{
					method: 'PUT',
					path: '/Invoices',
					query: { unitdp: '4', summarizeErrors: 'false' },
					body: {
						Invoices: [
							{
								Type: 'ACCREC',
								Contact: { ContactNumber: 'CUST-100' },
								LineAmountTypes: 'Exclusive',
								LineItems: [
									{ Description: 'A', Quantity: 1, UnitAmount: 10, AccountCode: '200' },
									{ Description: 'B', Quantity: 1, UnitAmount: 10, AccountCode: '200' },
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
					Contact: byName('Ridgeway University'),
					LineAmountTypes: 'Exclusive',
					LineItems: { line: [{ Description: 'Rent', Quantity: '1', UnitAmount: '500', AccountCode: fromList('200') }] },
					InvoiceNumber: 'INV-1002',
				},
				{
					input: 'fields',
					Contact: byId(CONTACT),
					LineAmountTypes: 'Exclusive',
					LineItems: { line: [{ Description: 'Note only', Quantity: '' }] },
				},
			],
			replies: saved,
			sends: [
				{
					method: 'POST',
					path: '/Invoices',
					query: { unitdp: '4', summarizeErrors: 'false' },
					body: {
						Invoices: [
							{
								Type: 'ACCREC',
								Contact: { Name: 'Ridgeway University' },
								LineAmountTypes: 'Exclusive',
								LineItems: [{ Description: 'Rent', Quantity: 1, UnitAmount: 500, AccountCode: '200' }],
								InvoiceNumber: 'INV-1002',
							},
							{
								Type: 'ACCREC',
								Contact: { ContactID: CONTACT },
								LineAmountTypes: 'Exclusive',
								LineItems: [{ Description: 'Note only' }],
							},
						],
					},
				},
			],
		},
	],
	get: [
		{
			parameters: [{ InvoiceID: byNumber('INV-1001') }],
			replies: [{ body: { Invoices: [{ InvoiceID: ID }] } }],
			sends: [{ method: 'GET', path: '/Invoices/INV-1001', query: { unitdp: '4' } }],
		},
	],
	getAll: [
		{
			parameters: [
				{
					returnAll: true,
					filters: {
						Contact: fromList(CONTACT),
						ContactIDs: `${CONTACT}, ${OTHER}`,
						createdByMyApp: true,
						DateFrom: '2026-03-01',
						DateTo: '2026-03-31',
						DueDateFrom: '2026-04-01',
						DueDateTo: '2026-04-30',
						IDs: [ID, OTHER],
						includeArchived: false,
						InvoiceNumbers: 'INV-1001, INV-1002',
						Reference: 'PO 77',
						searchTerm: 'PO',
						Statuses: ['AUTHORISED', 'Paid'],
						summaryOnly: true,
						'If-Modified-Since': '2026-03-31T23:30:00',
						where: 'AmountDue>=5000',
						order: 'DueDate ASC',
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/Invoices',
					query: {
						ContactIDs: `${CONTACT},${OTHER}`,
						createdByMyApp: 'true',
						IDs: `${ID},${OTHER}`,
						includeArchived: 'false',
						InvoiceNumbers: 'INV-1001,INV-1002',
						searchTerm: 'PO',
						Statuses: 'AUTHORISED,PAID',
						summaryOnly: 'true',
						unitdp: '4',
						order: 'DueDate ASC',
						where: `Type=="ACCREC" AND Contact.ContactID==guid("${CONTACT}") AND Date>=DateTime(2026,3,1) AND Date<=DateTime(2026,3,31) AND DueDate>=DateTime(2026,4,1) AND DueDate<=DateTime(2026,4,30) AND Reference=="PO 77" AND (AmountDue>=5000)`,
						page: '1',
						pageSize: '1000',
					},
					// 31 March, half past eleven at night in Auckland, where it is still summer time.
					headers: { 'If-Modified-Since': '2026-03-31T10:30:00' },
				},
			],
		},
		{
			parameters: [{ filters: { ContactIDs: [CONTACT, OTHER] } }],
			sends: [
				{
					method: 'GET',
					path: '/Invoices',
					query: {
						unitdp: '4',
						ContactIDs: `${CONTACT},${OTHER}`,
						where: 'Type=="ACCREC"',
						order: 'Date DESC',
						page: '1',
						pageSize: '50',
					},
				},
			],
		},
		{
			parameters: [{ returnAll: true, show: 'paid' }],
			sends: [
				{
					method: 'GET',
					path: '/Invoices',
					query: { Statuses: 'PAID', unitdp: '4', where: 'Type=="ACCREC"', page: '1', pageSize: '1000' },
				},
			],
		},
	],
	update: [
		{
			parameters: [
				{
					InvoiceID: fromList(ID),
					LineItems: { line: [{ Quantity: '2', additionalFields: { LineItemID: LINE } }] },
					Contact: fromList(CONTACT),
					additionalFields: { clearFields: ['Reference'] },
					options: { allowBackorders: false },
				},
			],
			sends: [
				{
					method: 'POST',
					path: `/Invoices/${ID}`,
					query: { unitdp: '4', allowBackorders: 'false' },
					body: {
						Invoices: [
							{
								Type: 'ACCREC',
								Contact: { ContactID: CONTACT },
								Reference: '',
								LineItems: [{ Quantity: 2, LineItemID: LINE }],
							},
						],
					},
				},
			],
		},
		{
			parameters: [
				{ InvoiceID: fromList(ID), DueDate: '2026-05-20' },
				{ InvoiceID: fromList(OTHER), input: 'fields', additionalFields: { Status: 'Awaiting Approval' } },
			],
			replies: saved,
			sends: [
				{
					method: 'POST',
					path: '/Invoices',
					query: { unitdp: '4', summarizeErrors: 'false' },
					body: {
						Invoices: [
							{ InvoiceID: ID, Type: 'ACCREC', DueDate: '2026-05-20' },
							{ InvoiceID: OTHER, Type: 'ACCREC', Status: 'SUBMITTED' },
						],
					},
				},
			],
		},
	],
	submit: together({ Status: 'SUBMITTED' }),
	approve: together({ Status: 'AUTHORISED' }),
	markAsSent: together({ SentToContact: true }),
	void: together({ Status: 'VOIDED' }),
	delete: together({ Status: 'DELETED' }),
	sendEmail: [
		{
			parameters: [{ InvoiceID: fromList(ID) }],
			replies: [{ statusCode: 204 }],
			sends: [{ method: 'POST', path: `/Invoices/${ID}/Email` }],
			gives: [{ json: { success: true, InvoiceID: ID }, pairedItem: { item: 0 } }],
		},
	],
	getOnlineInvoice: [
		{
			parameters: [{ InvoiceID: fromList(ID) }],
			replies: [{ body: { OnlineInvoices: [{ OnlineInvoiceUrl: 'https://in.xero.example/abc' }] } }],
			sends: [{ method: 'GET', path: `/Invoices/${ID}/OnlineInvoice` }],
			gives: [{ json: { OnlineInvoiceUrl: 'https://in.xero.example/abc' }, pairedItem: { item: 0 } }],
		},
	],
	getPdf: [
		{
			parameters: [{ InvoiceID: fromList(ID), options: { FileName: 'March.pdf', binaryPropertyName: 'pdf' } }],
			replies: [{ headers: { 'content-type': 'application/pdf' }, body: Buffer.from('%PDF-1.4') }],
			sends: [{ method: 'GET', path: `/Invoices/${ID}`, headers: { Accept: 'application/pdf' } }],
			gives: [
				{
					json: { InvoiceID: ID, FileName: 'March.pdf' },
					binary: { pdf: { data: 'JVBERi0xLjQ=', mimeType: 'application/pdf', fileName: 'March.pdf' } },
					pairedItem: { item: 0 },
				},
			],
		},
	],
	...attachmentExamples('/Invoices', 'InvoiceID', ID),
	addAttachment: [
		...attachmentExamples('/Invoices', 'InvoiceID', ID).addAttachment!.map((example) => ({
			...example,
			parameters: example.parameters.map((one) => ({ ...one, options: { IncludeOnline: true } })),
			sends: example.sends.map((wire) => ({ ...wire, query: { IncludeOnline: 'true' } })),
		})),
	],
	...historyExamples('/Invoices', 'InvoiceID', ID),
};
