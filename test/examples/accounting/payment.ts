import type { Examples } from '../example';
import { byCode, byId, byNumber, fromList } from '../example';
import { historyExamples } from './traits';

const ID = '7c6d5e4f-3a2b-4c1d-8e0f-112233445501';
const OTHER = '7c6d5e4f-3a2b-4c1d-8e0f-112233445502';
const INVOICE = 'e5f4d3c2-b1a0-4998-8776-554433221101';
const ACCOUNT = '5a1d2f30-0c2e-4b7a-9f11-3e8c6d4b2a01';
const CREDIT = '8d7e6f50-4b3c-4d2e-9f10-223344556601';

export const payment: Examples = {
	create: [
		{
			parameters: [
				{
					Invoice: fromList(INVOICE),
					Account: fromList(ACCOUNT),
					Date: '2026-04-20',
					Amount: '115.00',
					additionalFields: {
						BankAccountNumber: '00-0000-0000000-00',
						BankAmount: 120.5,
						CurrencyRate: 0.95,
						Details: 'March',
						IsReconciled: true,
						Particulars: 'Fees',
						Reference: 'Direct debit',
					},
				},
				{ Invoice: byNumber('INV-1002'), Account: byCode('091'), Date: '2026-04-21', Amount: 20 },
			],
			replies: [{ body: { Payments: [{ PaymentID: ID }, { PaymentID: OTHER }] } }],
			sends: [
				{
					method: 'PUT',
					path: '/Payments',
					query: { summarizeErrors: 'false' },
					body: {
						Payments: [
							{
								Invoice: { InvoiceID: INVOICE },
								Account: { AccountID: ACCOUNT },
								Date: '2026-04-20',
								Amount: 115,
								BankAccountNumber: '00-0000-0000000-00',
								BankAmount: 120.5,
								CurrencyRate: 0.95,
								Details: 'March',
								IsReconciled: true,
								Particulars: 'Fees',
								Reference: 'Direct debit',
							},
							{ Invoice: { InvoiceNumber: 'INV-1002' }, Account: { Code: '091' }, Date: '2026-04-21', Amount: 20 },
						],
					},
				},
			],
		},
	],
	refundCreditNote: [
		{
			parameters: [
				{ CreditNote: byNumber('CN-0001'), Account: fromList(ACCOUNT), Date: '2026-04-20', Amount: '10' },
				{ CreditNote: fromList(CREDIT), Account: fromList(ACCOUNT), Date: '2026-04-20', Amount: '5' },
			],
			replies: [{ body: { Payments: [{ PaymentID: ID }, { PaymentID: OTHER }] } }],
			sends: [
				{
					method: 'PUT',
					path: '/Payments',
					query: { summarizeErrors: 'false' },
					body: {
						Payments: [
							{ CreditNote: { CreditNoteNumber: 'CN-0001' }, Account: { AccountID: ACCOUNT }, Date: '2026-04-20', Amount: 10 },
							{ CreditNote: { CreditNoteID: CREDIT }, Account: { AccountID: ACCOUNT }, Date: '2026-04-20', Amount: 5 },
						],
					},
				},
			],
		},
	],
	refundOverpayment: [
		{
			parameters: [{ Overpayment: byId(CREDIT), Account: fromList(ACCOUNT), Date: '2026-04-20', Amount: '10' }],
			sends: [
				{
					method: 'PUT',
					path: '/Payments',
					query: { summarizeErrors: 'false' },
					body: {
						Payments: [
							{ Overpayment: { OverpaymentID: CREDIT }, Account: { AccountID: ACCOUNT }, Date: '2026-04-20', Amount: 10 },
						],
					},
				},
			],
		},
	],
	refundPrepayment: [
		{
			parameters: [{ Prepayment: byId(CREDIT), Account: byId(ACCOUNT), Date: '2026-04-20', Amount: '10' }],
			sends: [
				{
					method: 'PUT',
					path: '/Payments',
					query: { summarizeErrors: 'false' },
					body: {
						Payments: [{ Prepayment: { PrepaymentID: CREDIT }, Account: { AccountID: ACCOUNT }, Date: '2026-04-20', Amount: 10 }],
					},
				},
			],
		},
	],
	get: [
		{
			parameters: [{ PaymentID: fromList(ID) }],
			replies: [{ body: { Payments: [{ PaymentID: ID }] } }],
			sends: [{ method: 'GET', path: `/Payments/${ID}` }],
		},
	],
	getAll: [
		{
			parameters: [
				{
					limit: 5,
					filters: {
						DateFrom: '2026-04-01',
						DateTo: '2026-04-30',
						Invoice: fromList(INVOICE),
						PaymentType: 'ACCRECPAYMENT',
						Reference: 'Direct debit',
						Status: 'AUTHORISED',
						'If-Modified-Since': '2026-03-01T09:00:00Z',
						where: 'Amount>=5000',
						order: 'Date DESC',
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/Payments',
					query: {
						where: `Date>=DateTime(2026,4,1) AND Date<=DateTime(2026,4,30) AND Invoice.InvoiceID==guid("${INVOICE}") AND PaymentType=="ACCRECPAYMENT" AND Reference=="Direct debit" AND Status=="AUTHORISED" AND (Amount>=5000)`,
						order: 'Date DESC',
						page: '1',
						pageSize: '5',
					},
					headers: { 'If-Modified-Since': '2026-03-01T09:00:00' },
				},
			],
		},
	],
	delete: [
		{
			parameters: [{ PaymentID: fromList(ID) }],
			sends: [{ method: 'POST', path: `/Payments/${ID}`, body: { Status: 'DELETED' } }],
		},
	],
	...historyExamples('/Payments', 'PaymentID', ID),
};
