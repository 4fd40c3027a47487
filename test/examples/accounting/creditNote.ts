import type { Examples } from '../example';
import { byCode, byId, byNumber, fromList } from '../example';
import { attachmentExamples, historyExamples } from './traits';

const ID = '8d7e6f50-4b3c-4d2e-9f10-223344556601';
const OTHER = '8d7e6f50-4b3c-4d2e-9f10-223344556602';
const CONTACT = 'c1a0b7e2-55d4-4f0e-8a3b-0d9e7c6b5a02';
const THEME = 'b7a1c0de-0001-4a4a-9b9b-1234567890ab';
const INVOICE = 'e5f4d3c2-b1a0-4998-8776-554433221101';
const ALLOCATION = '3c2b1a09-8f7e-4d6c-b5a4-938271605f4e';
const saved = [{ body: { CreditNotes: [{ CreditNoteID: ID }, { CreditNoteID: OTHER }] } }];
const lines = { line: [{ Description: 'Returned books', Quantity: '2', UnitAmount: '30', AccountCode: byCode('200') }] };
const sent = [{ Description: 'Returned books', Quantity: 2, UnitAmount: 30, AccountCode: '200' }];

/** Two credit notes of one change of state go in one request. */
const together = (change: Readonly<Record<string, unknown>>): Examples[string] => [
	{
		parameters: [{ CreditNoteID: fromList(ID) }, { CreditNoteID: byId(OTHER) }],
		replies: saved,
		sends: [
			{
				method: 'POST',
				path: '/CreditNotes',
				query: { unitdp: '4', summarizeErrors: 'false' },
				body: {
					CreditNotes: [
						{ CreditNoteID: ID, ...change },
						{ CreditNoteID: OTHER, ...change },
					],
				},
			},
		],
	},
	{
		parameters: [{ CreditNoteID: fromList(ID) }],
		sends: [{ method: 'POST', path: `/CreditNotes/${ID}`, query: { unitdp: '4' }, body: { CreditNotes: [change] } }],
	},
];

export const creditNote: Examples = {
	create: [
		{
			parameters: [
				{
					Type: 'ACCRECCREDIT',
					Contact: fromList(CONTACT),
					LineAmountTypes: 'Inclusive',
					LineItems: lines,
					CreditNoteNumber: 'CN-0101',
					Date: '2026-03-31',
					Reference: 'INV-1001',
					Status: 'SUBMITTED',
					additionalFields: {
						BrandingThemeID: fromList(THEME),
						CurrencyCode: byCode('AUD'),
						CurrencyRate: 0.937053,
						DueDate: '2026-04-20',
						InvoiceAddresses: { address: [{ InvoiceAddressType: 'TO', AddressLine1: '1 Long Road', Country: 'US' }] },
						SubTotal: 52.17,
						Total: 60,
						TotalTax: 7.83,
					},
				},
				{
					Type: 'Supplier Credit Note',
					Contact: byId(CONTACT),
					LineAmountTypes: 'Exclusive',
					LineItems: lines,
					Status: 'DRAFT',
				},
			],
			replies: saved,
			sends: [
				{
					method: 'PUT',
					path: '/CreditNotes',
					query: { summarizeErrors: 'false', unitdp: '4' },
					body: {
						CreditNotes: [
							{
								Type: 'ACCRECCREDIT',
								Contact: { ContactID: CONTACT },
								LineItems: sent,
								BrandingThemeID: THEME,
								CreditNoteNumber: 'CN-0101',
								CurrencyCode: 'AUD',
								CurrencyRate: 0.937053,
								Date: '2026-03-31',
								DueDate: '2026-04-20',
								InvoiceAddresses: [{ InvoiceAddressType: 'TO', AddressLine1: '1 Long Road', Country: 'US' }],
								LineAmountTypes: 'Inclusive',
								Reference: 'INV-1001',
								Status: 'SUBMITTED',
								SubTotal: 52.17,
								Total: 60,
								TotalTax: 7.83,
							},
							{
								Type: 'ACCPAYCREDIT',
								Contact: { ContactID: CONTACT },
								LineAmountTypes: 'Exclusive',
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
				documentKey: 'CN-0102',
				Status: 'DRAFT',
				Type: 'ACCRECCREDIT',
				Contact: byNumber('CUST-100'),
				LineAmountTypes: 'Exclusive',
				LineItems: { line: [{ Description: description, Quantity: '1', UnitAmount: '10' }] },
			})),
			sends: [
				{
					method: 'PUT',
					path: '/CreditNotes',
					query: { unitdp: '4', summarizeErrors: 'false' },
					body: {
						CreditNotes: [
							{
								Type: 'ACCRECCREDIT',
								Contact: { ContactNumber: 'CUST-100' },
								LineAmountTypes: 'Exclusive',
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
					Type: 'ACCRECCREDIT',
					Contact: fromList(CONTACT),
					LineAmountTypes: 'Exclusive',
					LineItems: lines,
					CreditNoteNumber: 'CN-0101',
				},
				{ input: 'fields', Type: 'ACCPAYCREDIT', Contact: fromList(CONTACT), LineAmountTypes: 'Exclusive', LineItems: lines },
			],
			replies: saved,
			sends: [
				{
					method: 'POST',
					path: '/CreditNotes',
					query: { unitdp: '4', summarizeErrors: 'false' },
					body: {
						CreditNotes: [
							{
								Type: 'ACCRECCREDIT',
								Contact: { ContactID: CONTACT },
								LineAmountTypes: 'Exclusive',
								LineItems: sent,
								CreditNoteNumber: 'CN-0101',
							},
							{ Type: 'ACCPAYCREDIT', Contact: { ContactID: CONTACT }, LineAmountTypes: 'Exclusive', LineItems: sent },
						],
					},
				},
			],
		},
	],
	get: [
		{
			parameters: [{ CreditNoteID: byNumber('CN-0101') }],
			replies: [{ body: { CreditNotes: [{ CreditNoteID: ID }] } }],
			sends: [{ method: 'GET', path: '/CreditNotes/CN-0101', query: { unitdp: '4' } }],
		},
	],
	getAll: [
		{
			parameters: [
				{
					limit: 5,
					filters: {
						Contact: fromList(CONTACT),
						DateFrom: '2026-03-01',
						DateTo: '2026-03-31',
						Reference: 'INV-1001',
						Status: 'Approved',
						Type: 'ACCPAYCREDIT',
						'If-Modified-Since': '2026-03-01T09:00:00Z',
						where: 'Total>=1000',
						order: 'Date DESC',
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/CreditNotes',
					query: {
						unitdp: '4',
						order: 'Date DESC',
						where: `Contact.ContactID==guid("${CONTACT}") AND Date>=DateTime(2026,3,1) AND Date<=DateTime(2026,3,31) AND Reference=="INV-1001" AND Status=="AUTHORISED" AND Type=="ACCPAYCREDIT" AND (Total>=1000)`,
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
				{ CreditNoteID: fromList(ID), additionalFields: { DueDate: '2026-05-20' } },
				{ CreditNoteID: fromList(OTHER), LineItems: lines, additionalFields: { clearFields: ['Reference'] } },
			],
			replies: saved,
			sends: [
				{
					method: 'POST',
					path: '/CreditNotes',
					query: { unitdp: '4', summarizeErrors: 'false' },
					body: {
						CreditNotes: [
							{ CreditNoteID: ID, DueDate: '2026-05-20' },
							{ CreditNoteID: OTHER, LineItems: sent, Reference: '' },
						],
					},
				},
			],
		},
		{
			parameters: [{ CreditNoteID: fromList(ID), input: 'json', body: '{ "Status": "DRAFT" }' }],
			sends: [
				{ method: 'POST', path: `/CreditNotes/${ID}`, query: { unitdp: '4' }, body: { CreditNotes: [{ Status: 'DRAFT' }] } },
			],
		},
	],
	submit: together({ Status: 'SUBMITTED' }),
	approve: together({ Status: 'AUTHORISED' }),
	void: together({ Status: 'VOIDED' }),
	delete: together({ Status: 'DELETED' }),
	allocate: [
		{
			// Two parts of one credit note go in one request, that of another in its own.
			parameters: [
				{ CreditNoteID: fromList(ID), Invoice: fromList(INVOICE), Date: '2026-04-20', Amount: '40.00' },
				{ CreditNoteID: fromList(ID), Invoice: byNumber('INV-1002'), Date: '2026-04-20', Amount: 20 },
				{ CreditNoteID: byId(OTHER), Invoice: fromList(INVOICE), Date: '2026-04-21', Amount: '7.5' },
			],
			replies: [
				{
					body: {
						Allocations: [
							{ AllocationID: ALLOCATION, Amount: 40 },
							{ AllocationID: OTHER, Amount: 20 },
						],
					},
				},
				{ body: { Allocations: [{ AllocationID: ALLOCATION, Amount: 7.5 }] } },
			],
			sends: [
				{
					method: 'PUT',
					path: `/CreditNotes/${ID}/Allocations`,
					query: { summarizeErrors: 'false' },
					body: {
						Allocations: [
							{ Invoice: { InvoiceID: INVOICE }, Date: '2026-04-20', Amount: 40 },
							{ Invoice: { InvoiceNumber: 'INV-1002' }, Date: '2026-04-20', Amount: 20 },
						],
					},
				},
				{
					method: 'PUT',
					path: `/CreditNotes/${OTHER}/Allocations`,
					query: { summarizeErrors: 'false' },
					body: { Allocations: [{ Invoice: { InvoiceID: INVOICE }, Date: '2026-04-21', Amount: 7.5 }] },
				},
			],
		},
	],
	removeAllocation: [
		{
			parameters: [{ CreditNoteID: fromList(ID), AllocationID: fromList(ALLOCATION) }],
			replies: [{ body: { AllocationId: ALLOCATION, Date: '/Date(1775692800000+0000)/', IsDeleted: true } }],
			sends: [{ method: 'DELETE', path: `/CreditNotes/${ID}/Allocations/${ALLOCATION}` }],
			gives: [
				{
					json: {
						deleted: true,
						CreditNoteID: ID,
						AllocationID: ALLOCATION,
						AllocationId: ALLOCATION,
						Date: '2026-04-09',
						IsDeleted: true,
					},
					pairedItem: { item: 0 },
				},
			],
		},
	],
	getPdf: [
		{
			parameters: [{ CreditNoteID: fromList(ID), options: { FileName: 'Credit.pdf', binaryPropertyName: 'pdf' } }],
			replies: [{ headers: { 'content-type': 'application/pdf' }, body: Buffer.from('%PDF-1.4') }],
			sends: [{ method: 'GET', path: `/CreditNotes/${ID}`, headers: { Accept: 'application/pdf' } }],
		},
	],
	...attachmentExamples('/CreditNotes', 'CreditNoteID', ID),
	addAttachment: [
		...attachmentExamples('/CreditNotes', 'CreditNoteID', ID).addAttachment!.map((example) => ({
			...example,
			parameters: example.parameters.map((one) => ({ ...one, options: { IncludeOnline: true } })),
			sends: example.sends.map((wire) => ({ ...wire, query: { IncludeOnline: 'true' } })),
		})),
	],
	...historyExamples('/CreditNotes', 'CreditNoteID', ID),
};
