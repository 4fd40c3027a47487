import type { Examples } from '../example';
import { byCode, byNumber, fromList } from '../example';
import { historyExamples } from './traits';

const ID = 'd4c3b2a1-9081-4716-9e5d-4c3b2a190801';
const OTHER = 'd4c3b2a1-9081-4716-9e5d-4c3b2a190802';
const BANK = '5a1d2f30-0c2e-4b7a-9f11-3e8c6d4b2a09';
const INVOICE = 'e5f4d3c2-b1a0-4998-8776-554433221101';
const each = { summarizeErrors: 'false' };

export const batchPayment: Examples = {
	create: [
		{
			parameters: [
				{
					Account: fromList(BANK),
					Date: '2026-04-20',
					Payments: {
						payment: [
							{
								Invoice: fromList(INVOICE),
								Amount: '115.00',
								additionalFields: {
									BankAccountNumber: '00-0000-0000000-00',
									Details: 'Fees',
									Particulars: 'March',
									Reference: 'INV-1001',
								},
							},
							{ Invoice: byNumber('INV-1002'), Amount: 20 },
						],
					},
					additionalFields: {
						Code: 'RUN 4',
						Details: 'Suppliers',
						Narrative: 'April run',
						Particulars: 'April',
						Reference: 'Run 4',
					},
				},
				{
					Account: byCode('090'),
					Date: '2026-04-21',
					Payments: { payment: [{ Invoice: byNumber('INV-1003'), Amount: '7.5' }] },
				},
			],
			replies: [{ body: { BatchPayments: [{ BatchPaymentID: ID }, { BatchPaymentID: OTHER }] } }],
			sends: [
				{
					method: 'PUT',
					path: '/BatchPayments',
					query: each,
					body: {
						BatchPayments: [
							{
								Account: { AccountID: BANK },
								Date: '2026-04-20',
								Payments: [
									{
										Invoice: { InvoiceID: INVOICE },
										Amount: 115,
										BankAccountNumber: '00-0000-0000000-00',
										Details: 'Fees',
										Particulars: 'March',
										Reference: 'INV-1001',
									},
									{ Invoice: { InvoiceNumber: 'INV-1002' }, Amount: 20 },
								],
								Code: 'RUN 4',
								Details: 'Suppliers',
								Narrative: 'April run',
								Particulars: 'April',
								Reference: 'Run 4',
							},
							{
								Account: { Code: '090' },
								Date: '2026-04-21',
								Payments: [{ Invoice: { InvoiceNumber: 'INV-1003' }, Amount: 7.5 }],
							},
						],
					},
				},
			],
		},
		{
			// One item for each payment; those with the same Document Key become one batch.
			parameters: [
				['Run 4', 'INV-1001', '10'],
				['Run 5', 'INV-1002', '20'],
				['Run 4', 'INV-1003', '30'],
			].map(([run, number, amount]) => ({
				input: 'lines',
				documentKey: run,
				Account: byCode('090'),
				Date: '2026-04-20',
				Payments: { payment: [{ Invoice: byNumber(number!), Amount: amount }] },
				additionalFields: { Reference: run },
			})),
			replies: [{ body: { BatchPayments: [{ BatchPaymentID: ID }, { BatchPaymentID: OTHER }] } }],
			sends: [
				{
					method: 'PUT',
					path: '/BatchPayments',
					query: each,
					body: {
						BatchPayments: [
							{
								Account: { Code: '090' },
								Date: '2026-04-20',
								Payments: [
									{ Invoice: { InvoiceNumber: 'INV-1001' }, Amount: 10 },
									{ Invoice: { InvoiceNumber: 'INV-1003' }, Amount: 30 },
								],
								Reference: 'Run 4',
							},
							{
								Account: { Code: '090' },
								Date: '2026-04-20',
								Payments: [{ Invoice: { InvoiceNumber: 'INV-1002' }, Amount: 20 }],
								Reference: 'Run 5',
							},
						],
					},
				},
			],
		},
	],
	get: [
		{
			parameters: [{ BatchPaymentID: fromList(ID) }],
			replies: [{ body: { BatchPayments: [{ BatchPaymentID: ID }] } }],
			sends: [{ method: 'GET', path: `/BatchPayments/${ID}` }],
		},
	],
	getAll: [
		{
			parameters: [
				{
					filters: {
						DateFrom: '2026-04-01',
						DateTo: '2026-04-30',
						Status: 'AUTHORISED',
						Type: 'Bill Payments',
						'If-Modified-Since': '2026-04-01T09:00:00Z',
						where: 'TotalAmount>=1000',
						order: 'Date DESC',
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/BatchPayments',
					query: {
						where:
							'Date>=DateTime(2026,4,1) AND Date<=DateTime(2026,4,30) AND Status=="AUTHORISED" AND Type=="PAYBATCH" AND (TotalAmount>=1000)',
						order: 'Date DESC',
					},
					headers: { 'If-Modified-Since': '2026-04-01T09:00:00' },
				},
			],
		},
	],
	delete: [
		{
			parameters: [{ BatchPaymentID: fromList(ID) }],
			sends: [{ method: 'POST', path: `/BatchPayments/${ID}`, body: { Status: 'DELETED' } }],
		},
		{
			parameters: [{ BatchPaymentID: fromList(ID) }, { BatchPaymentID: fromList(OTHER) }],
			sends: [ID, OTHER].map((id) => ({ method: 'POST', path: `/BatchPayments/${id}`, body: { Status: 'DELETED' } })),
		},
	],
	...historyExamples('/BatchPayments', 'BatchPaymentID', ID),
};
