import type { Examples } from '../example';
import { byCode, byId, byName, byNumber, fromList } from '../example';
import { attachmentExamples, historyExamples } from './traits';

const ID = '6b5a4938-2716-4054-9382-a1b2c3d4e501';
const OTHER = '6b5a4938-2716-4054-9382-a1b2c3d4e502';
const CONTACT = 'c1a0b7e2-55d4-4f0e-8a3b-0d9e7c6b5a02';
const THEME = 'b7a1c0de-0001-4a4a-9b9b-1234567890ab';
const saved = [{ body: { PurchaseOrders: [{ PurchaseOrderID: ID }, { PurchaseOrderID: OTHER }] } }];
const lines = { line: [{ Description: 'Paper', Quantity: '12', UnitAmount: '4.25', ItemCode: byCode('PAPER') }] };
const sent = [{ Description: 'Paper', Quantity: 12, UnitAmount: 4.25, ItemCode: 'PAPER' }];

/** Two purchase orders of one change of state go in one request. */
const together = (change: Readonly<Record<string, unknown>>): Examples[string] => [
	{
		parameters: [{ PurchaseOrderID: fromList(ID) }, { PurchaseOrderID: byId(OTHER) }],
		replies: saved,
		sends: [
			{
				method: 'POST',
				path: '/PurchaseOrders',
				query: { summarizeErrors: 'false' },
				body: {
					PurchaseOrders: [
						{ PurchaseOrderID: ID, ...change },
						{ PurchaseOrderID: OTHER, ...change },
					],
				},
			},
		],
	},
	{
		parameters: [{ PurchaseOrderID: fromList(ID) }],
		sends: [{ method: 'POST', path: `/PurchaseOrders/${ID}`, body: { PurchaseOrders: [change] } }],
	},
];

export const purchaseOrder: Examples = {
	create: [
		{
			parameters: [
				{
					Contact: fromList(CONTACT),
					LineAmountTypes: 'Exclusive',
					LineItems: lines,
					Date: '2026-03-31',
					DeliveryDate: '2026-04-10',
					PurchaseOrderNumber: 'PO-0101',
					Reference: 'Spring',
					Status: 'Approved',
					additionalFields: {
						AttentionTo: 'Robin Example',
						BrandingThemeID: fromList(THEME),
						CurrencyCode: byCode('AUD'),
						CurrencyRate: 0.937053,
						DeliveryAddress: '1 Long Road\nRidge Heights',
						DeliveryInstructions: 'Ring twice',
						ExpectedArrivalDate: '2026-04-12',
						SentToContact: true,
						Telephone: '09 000 0000',
					},
				},
				{ Contact: byName('Hill Street Books'), LineAmountTypes: 'Exclusive', LineItems: lines, Status: 'DRAFT' },
			],
			replies: saved,
			sends: [
				{
					method: 'PUT',
					path: '/PurchaseOrders',
					query: { summarizeErrors: 'false' },
					body: {
						PurchaseOrders: [
							{
								Contact: { ContactID: CONTACT },
								LineItems: sent,
								AttentionTo: 'Robin Example',
								BrandingThemeID: THEME,
								CurrencyCode: 'AUD',
								CurrencyRate: 0.937053,
								Date: '2026-03-31',
								DeliveryAddress: '1 Long Road\nRidge Heights',
								DeliveryDate: '2026-04-10',
								DeliveryInstructions: 'Ring twice',
								ExpectedArrivalDate: '2026-04-12',
								LineAmountTypes: 'Exclusive',
								PurchaseOrderNumber: 'PO-0101',
								Reference: 'Spring',
								SentToContact: true,
								Status: 'AUTHORISED',
								Telephone: '09 000 0000',
							},
							{ Contact: { Name: 'Hill Street Books' }, LineAmountTypes: 'Exclusive', LineItems: sent, Status: 'DRAFT' },
						],
					},
				},
			],
		},
		{
			parameters: ['A', 'B'].map((description) => ({
				input: 'lines',
				documentKey: 'PO-0102',
				Status: 'DRAFT',
				Contact: byNumber('SUPP-7'),
				LineAmountTypes: 'Exclusive',
				LineItems: { line: [{ Description: description, Quantity: '1', UnitAmount: '10' }] },
				PurchaseOrderNumber: 'PO-0102',
			})),
			sends: [
				{
					method: 'PUT',
					path: '/PurchaseOrders',
					query: { summarizeErrors: 'false' },
					body: {
						PurchaseOrders: [
							{
								Contact: { ContactNumber: 'SUPP-7' },
								LineAmountTypes: 'Exclusive',
								LineItems: [
									{ Description: 'A', Quantity: 1, UnitAmount: 10 },
									{ Description: 'B', Quantity: 1, UnitAmount: 10 },
								],
								PurchaseOrderNumber: 'PO-0102',
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
					LineAmountTypes: 'Exclusive',
					LineItems: lines,
					PurchaseOrderNumber: 'PO-0101',
				},
				{ Contact: fromList(CONTACT), LineAmountTypes: 'Exclusive', LineItems: lines },
			],
			replies: saved,
			sends: [
				{
					method: 'POST',
					path: '/PurchaseOrders',
					query: { summarizeErrors: 'false' },
					body: {
						PurchaseOrders: [
							{ Contact: { ContactID: CONTACT }, LineAmountTypes: 'Exclusive', LineItems: sent, PurchaseOrderNumber: 'PO-0101' },
							{ Contact: { ContactID: CONTACT }, LineAmountTypes: 'Exclusive', LineItems: sent },
						],
					},
				},
			],
		},
	],
	get: [
		{
			parameters: [{ PurchaseOrderID: fromList(ID) }, { PurchaseOrderID: byNumber('PO-0101') }],
			replies: [
				{ body: { PurchaseOrders: [{ PurchaseOrderID: ID }] } },
				{ body: { PurchaseOrders: [{ PurchaseOrderID: OTHER }] } },
			],
			sends: [
				{ method: 'GET', path: `/PurchaseOrders/${ID}` },
				{ method: 'GET', path: '/PurchaseOrders/PO-0101' },
			],
		},
	],
	getAll: [
		{
			parameters: [
				{
					limit: 5,
					show: 'submitted',
					filters: {
						DateFrom: '2026-03-01',
						DateTo: '2026-03-31',
						'If-Modified-Since': '2026-03-01T09:00:00Z',
						order: 'Date DESC',
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/PurchaseOrders',
					query: {
						DateFrom: '2026-03-01',
						DateTo: '2026-03-31',
						Status: 'SUBMITTED',
						order: 'Date DESC',
						page: '1',
						pageSize: '5',
					},
					headers: { 'If-Modified-Since': '2026-03-01T09:00:00' },
				},
			],
		},
	],
	update: [
		{
			parameters: [
				{ PurchaseOrderID: fromList(ID), additionalFields: { AttentionTo: 'Kim Example' } },
				{ PurchaseOrderID: fromList(OTHER), LineItems: lines, additionalFields: { clearFields: ['Reference'] } },
			],
			replies: saved,
			sends: [
				{
					method: 'POST',
					path: '/PurchaseOrders',
					query: { summarizeErrors: 'false' },
					body: {
						PurchaseOrders: [
							{ PurchaseOrderID: ID, AttentionTo: 'Kim Example' },
							{ PurchaseOrderID: OTHER, LineItems: sent, Reference: '' },
						],
					},
				},
			],
		},
		{
			parameters: [{ PurchaseOrderID: fromList(ID), input: 'json', body: '{ "Telephone": "09 000 0001" }' }],
			sends: [{ method: 'POST', path: `/PurchaseOrders/${ID}`, body: { PurchaseOrders: [{ Telephone: '09 000 0001' }] } }],
		},
	],
	submit: together({ Status: 'SUBMITTED' }),
	approve: together({ Status: 'AUTHORISED' }),
	markAsSent: together({ SentToContact: true }),
	markAsBilled: together({ Status: 'BILLED' }),
	delete: together({ Status: 'DELETED' }),
	getPdf: [
		{
			parameters: [{ PurchaseOrderID: fromList(ID), options: { FileName: 'Order.pdf', binaryPropertyName: 'pdf' } }],
			replies: [{ headers: { 'content-type': 'application/pdf' }, body: Buffer.from('%PDF-1.4') }],
			sends: [{ method: 'GET', path: `/PurchaseOrders/${ID}`, headers: { Accept: 'application/pdf' } }],
		},
	],
	...attachmentExamples('/PurchaseOrders', 'PurchaseOrderID', ID),
	...historyExamples('/PurchaseOrders', 'PurchaseOrderID', ID),
};
