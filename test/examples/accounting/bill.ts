import type { Examples } from '../example';
import { byCode, byId, byName, byNumber, fromList, withFile } from '../example';
import { attachmentExamples, historyExamples } from './traits';

const ID = 'd4c3b2a1-0f9e-4887-9665-443322110a01';
const OTHER = 'd4c3b2a1-0f9e-4887-9665-443322110a02';
const CONTACT = 'c1a0b7e2-55d4-4f0e-8a3b-0d9e7c6b5a07';
const CATEGORY = 'aa11bb22-cc33-4d44-8e55-ff6677889900';
const OPTION = 'aa11bb22-cc33-4d44-8e55-ff6677889901';
const each = { unitdp: '4', summarizeErrors: 'false' };
const saved = [{ body: { Invoices: [{ InvoiceID: ID }, { InvoiceID: OTHER }] } }];

/** Two bills of one change of state go in one request. */
const together = (change: Readonly<Record<string, unknown>>): Examples[string] => [
	{
		parameters: [{ InvoiceID: fromList(ID) }, { InvoiceID: byId(OTHER) }],
		replies: saved,
		sends: [
			{
				method: 'POST',
				path: '/Invoices',
				query: each,
				body: {
					Invoices: [
						{ InvoiceID: ID, Type: 'ACCPAY', ...change },
						{ InvoiceID: OTHER, Type: 'ACCPAY', ...change },
					],
				},
			},
		],
	},
	{
		parameters: [{ InvoiceID: fromList(ID) }],
		sends: [
			{
				method: 'POST',
				path: `/Invoices/${ID}`,
				query: { unitdp: '4' },
				body: { Invoices: [{ Type: 'ACCPAY', ...change }] },
			},
		],
	},
];

export const bill: Examples = {
	create: [
		{
			parameters: [
				{
					Contact: fromList(CONTACT),
					Date: '2026-03-31',
					DueDate: '2026-04-20T00:00:00',
					InvoiceNumber: 'RP-1001',
					LineAmountTypes: 'Inclusive',
					LineItems: {
						line: [
							{
								ItemCode: fromList(''),
								Description: 'Flyers',
								Quantity: '500',
								UnitAmount: '0.1234',
								AccountCode: fromList('429'),
								TaxType: byCode('INPUT2'),
								Tracking: {
									category: [{ Option: fromList(`${CATEGORY}/${OPTION}`) }, { Option: byName('Department: Field Services') }],
								},
								additionalFields: { TaxAmount: 8.05 },
							},
						],
					},
					Status: 'Approved',
					additionalFields: {
						CurrencyCode: byCode('AUD'),
						CurrencyRate: 0.937053,
						EnteredTotal: 61,
						PlannedPaymentDate: '2026-04-23',
						RoundingAmount: 0.05,
						SubTotal: 53.65,
						Total: 61.75,
						TotalTax: 8.05,
						Url: 'https://example.com/bills/1001',
					},
				},
			],
			sends: [
				{
					method: 'PUT',
					path: '/Invoices',
					query: each,
					body: {
						Invoices: [
							{
								Type: 'ACCPAY',
								Contact: { ContactID: CONTACT },
								Date: '2026-03-31',
								DueDate: '2026-04-20',
								InvoiceNumber: 'RP-1001',
								LineAmountTypes: 'Inclusive',
								LineItems: [
									{
										Description: 'Flyers',
										Quantity: 500,
										UnitAmount: 0.1234,
										AccountCode: '429',
										TaxType: 'INPUT2',
										Tracking: [
											{ TrackingCategoryID: CATEGORY, TrackingOptionID: OPTION },
											{ Name: 'Department', Option: 'Field Services' },
										],
										TaxAmount: 8.05,
									},
								],
								Status: 'AUTHORISED',
								CurrencyCode: 'AUD',
								CurrencyRate: 0.937053,
								EnteredTotal: 61,
								PlannedPaymentDate: '2026-04-23',
								RoundingAmount: 0.05,
								SubTotal: 53.65,
								Total: 61.75,
								TotalTax: 8.05,
								Url: 'https://example.com/bills/1001',
							},
						],
					},
				},
			],
		},
		{
			// As the panel begins: a draft, with the days and the number left empty.
			parameters: [
				{
					Date: '',
					DueDate: '',
					InvoiceNumber: '',
					Status: 'DRAFT',
					Contact: byName('Hill Street Books'),
					LineAmountTypes: 'Exclusive',
					LineItems: { line: [{ Description: 'Books', Quantity: 2, UnitAmount: 30, AccountCode: byCode('300') }] },
				},
			],
			sends: [
				{
					method: 'PUT',
					path: '/Invoices',
					query: each,
					body: {
						Invoices: [
							{
								Type: 'ACCPAY',
								Contact: { Name: 'Hill Street Books' },
								LineAmountTypes: 'Exclusive',
								LineItems: [{ Description: 'Books', Quantity: 2, UnitAmount: 30, AccountCode: '300' }],
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
				documentKey: 'RP-1002',
				Contact: byNumber('SUPP-7'),
				InvoiceNumber: 'RP-1002',
				Status: 'DRAFT',
				LineAmountTypes: 'Exclusive',
				LineItems: { line: [{ Description: description, Quantity: '1', UnitAmount: '10', AccountCode: byCode('429') }] },
			})),
			sends: [
				{
					method: 'PUT',
					path: '/Invoices',
					query: each,
					body: {
						Invoices: [
							{
								Type: 'ACCPAY',
								Contact: { ContactNumber: 'SUPP-7' },
								InvoiceNumber: 'RP-1002',
								LineAmountTypes: 'Exclusive',
								LineItems: [
									{ Description: 'A', Quantity: 1, UnitAmount: 10, AccountCode: '429' },
									{ Description: 'B', Quantity: 1, UnitAmount: 10, AccountCode: '429' },
								],
								Status: 'DRAFT',
							},
						],
					},
				},
			],
		},
		{
			// The scan of the bill goes with it, once it is saved.
			parameters: [
				{
					Contact: fromList(CONTACT),
					LineAmountTypes: 'NoTax',
					LineItems: { line: [{ Description: 'Books', AccountCode: byCode('300') }] },
					Status: 'DRAFT',
					options: { attachFiles: 'data' },
				},
			],
			items: [withFile('scan.pdf', 'application/pdf', 'scan')],
			replies: [
				{ body: { Invoices: [{ InvoiceID: ID }] } },
				{ body: { Attachments: [{ AttachmentID: CONTACT, FileName: 'scan.pdf' }] } },
			],
			sends: [
				{
					method: 'PUT',
					path: '/Invoices',
					query: each,
					body: {
						Invoices: [
							{
								Type: 'ACCPAY',
								Contact: { ContactID: CONTACT },
								LineAmountTypes: 'NoTax',
								LineItems: [{ Description: 'Books', AccountCode: '300' }],
								Status: 'DRAFT',
							},
						],
					},
				},
				{
					method: 'PUT',
					path: `/Invoices/${ID}/Attachments/scan.pdf`,
					headers: { 'Content-Type': 'application/pdf' },
					body: Buffer.from('scan'),
				},
			],
			gives: [{ json: { InvoiceID: ID, _files: [{ name: 'scan.pdf', ok: true }] }, pairedItem: { item: 0 } }],
		},
		{
			// JSON may name the type, and begins with no status.
			parameters: [{}, { Type: 'ACCPAY' }, { type: 'accpay' }].map((type) => ({
				input: 'json',
				body: {
					...type,
					Contact: { ContactID: CONTACT },
					LineAmountTypes: 'NoTax',
					LineItems: [{ Description: 'Books', AccountCode: '300' }],
				},
			})),
			replies: [{ body: { Invoices: [{ InvoiceID: ID }, { InvoiceID: OTHER }, { InvoiceID: CONTACT }] } }],
			sends: [
				{
					method: 'PUT',
					path: '/Invoices',
					query: each,
					body: {
						Invoices: [1, 2, 3].map(() => ({
							Type: 'ACCPAY',
							Contact: { ContactID: CONTACT },
							LineAmountTypes: 'NoTax',
							LineItems: [{ Description: 'Books', AccountCode: '300' }],
						})),
					},
				},
			],
		},
	],
	get: [
		{
			parameters: [{ InvoiceID: fromList(ID) }],
			replies: [{ body: { Invoices: [{ InvoiceID: ID, Type: 'ACCPAY' }] } }],
			sends: [{ method: 'GET', path: `/Invoices/${ID}`, query: { unitdp: '4' } }],
		},
	],
	getAll: [
		{
			parameters: [
				{
					returnAll: true,
					filters: {
						Contact: fromList(CONTACT),
						ContactIDs: CONTACT,
						createdByMyApp: true,
						DateFrom: '2026-03-01',
						DateTo: '2026-03-31',
						DueDateFrom: '2026-04-01',
						DueDateTo: '2026-04-30',
						IDs: [ID, OTHER],
						includeArchived: false,
						InvoiceNumbers: 'RP-1001, RP-1002',
						searchTerm: 'flyers',
						Statuses: ['AUTHORISED', 'Paid'],
						summaryOnly: true,
						'If-Modified-Since': '2026-03-31T23:30:00',
						where: 'AmountDue>=5000 OR AmountDue==0',
						order: 'DueDate ASC',
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/Invoices',
					query: {
						ContactIDs: CONTACT,
						createdByMyApp: 'true',
						IDs: `${ID},${OTHER}`,
						includeArchived: 'false',
						InvoiceNumbers: 'RP-1001,RP-1002',
						searchTerm: 'flyers',
						Statuses: 'AUTHORISED,PAID',
						summaryOnly: 'true',
						unitdp: '4',
						order: 'DueDate ASC',
						where: `Type=="ACCPAY" AND Contact.ContactID==guid("${CONTACT}") AND Date>=DateTime(2026,3,1) AND Date<=DateTime(2026,3,31) AND DueDate>=DateTime(2026,4,1) AND DueDate<=DateTime(2026,4,30) AND (AmountDue>=5000 OR AmountDue==0)`,
						page: '1',
						pageSize: '1000',
					},
					// 31 March, half past eleven at night in Auckland, where it is still summer time.
					headers: { 'If-Modified-Since': '2026-03-31T10:30:00' },
				},
			],
		},
		{
			parameters: [{}],
			sends: [
				{
					method: 'GET',
					path: '/Invoices',
					query: { unitdp: '4', where: 'Type=="ACCPAY"', order: 'Date DESC', page: '1', pageSize: '50' },
				},
			],
		},
		{
			parameters: [{ returnAll: true, show: 'unpaid' }],
			sends: [
				{
					method: 'GET',
					path: '/Invoices',
					query: { Statuses: 'AUTHORISED', unitdp: '4', where: 'Type=="ACCPAY"', page: '1', pageSize: '1000' },
				},
			],
		},
	],
	update: [
		{
			parameters: [
				{ InvoiceID: fromList(ID), DueDate: '2026-05-20', InvoiceNumber: 'RP-1003' },
				{ InvoiceID: fromList(OTHER), input: 'fields', additionalFields: { Status: 'Awaiting Approval' } },
			],
			replies: saved,
			sends: [
				{
					method: 'POST',
					path: '/Invoices',
					query: each,
					body: {
						Invoices: [
							{ InvoiceID: ID, Type: 'ACCPAY', DueDate: '2026-05-20', InvoiceNumber: 'RP-1003' },
							{ InvoiceID: OTHER, Type: 'ACCPAY', Status: 'SUBMITTED' },
						],
					},
				},
			],
		},
	],
	submit: together({ Status: 'SUBMITTED' }),
	approve: together({ Status: 'AUTHORISED' }),
	void: together({ Status: 'VOIDED' }),
	delete: together({ Status: 'DELETED' }),
	getPdf: [
		{
			parameters: [{ InvoiceID: fromList(ID), options: { FileName: 'Bill.pdf', binaryPropertyName: 'pdf' } }],
			replies: [{ headers: { 'content-type': 'application/pdf' }, body: Buffer.from('%PDF-1.4') }],
			sends: [{ method: 'GET', path: `/Invoices/${ID}`, headers: { Accept: 'application/pdf' } }],
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
