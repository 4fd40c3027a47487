import type { Examples } from '../example';
import { byCode, fromList } from '../example';

const SUMMARY = { Accounts: { Total: 2, New: 1, Updated: 1 }, Organisation: { Present: false } };

export const invoiceReminder: Examples = {
	getSettings: [
		{
			parameters: [{}],
			replies: [{ body: { InvoiceReminders: [{ Enabled: false }] } }],
			sends: [{ method: 'GET', path: '/InvoiceReminders/Settings' }],
			gives: [{ json: { Enabled: false }, pairedItem: { item: 0 } }],
		},
	],
};

export const paymentService: Examples = {
	create: [
		{
			parameters: [
				{
					PaymentServiceName: 'Pay by phone',
					PaymentServiceUrl: 'https://pay.example.com/invoices',
					additionalFields: { PayNowText: 'Time to pay' },
				},
				{ PaymentServiceName: 'Pay at the counter', PaymentServiceUrl: 'https://pay.example.com/counter' },
			],
			sends: [
				{
					method: 'PUT',
					path: '/PaymentServices',
					body: {
						PaymentServices: [
							{
								PaymentServiceName: 'Pay by phone',
								PaymentServiceUrl: 'https://pay.example.com/invoices',
								PayNowText: 'Time to pay',
							},
						],
					},
				},
				{
					method: 'PUT',
					path: '/PaymentServices',
					body: {
						PaymentServices: [{ PaymentServiceName: 'Pay at the counter', PaymentServiceUrl: 'https://pay.example.com/counter' }],
					},
				},
			],
		},
	],
	getAll: [{ parameters: [{ returnAll: true }], sends: [{ method: 'GET', path: '/PaymentServices' }] }],
};

export const setup: Examples = {
	setAccountsAndBalances: [
		{
			parameters: [
				{
					additionalFields: {
						Accounts: JSON.stringify([
							{ Code: '200', Name: 'Sales', Type: 'SALES', ReportingCode: 'REV.TRA.GOO' },
							{ Code: '610', Name: 'Accounts Receivable', Type: 'CURRENT', SystemAccount: 'DEBTORS', TaxType: 'NONE' },
						]),
						ConversionBalances: {
							balance: [
								{ AccountCode: byCode('610'), Balance: '1250.50' },
								{
									AccountCode: fromList('091'),
									Balance: '100',
									BalanceDetails: { amount: [{ Balance: '60', CurrencyCode: byCode('EUR'), CurrencyRate: '0.6' }] },
								},
							],
						},
						ConversionDate: { values: { Month: '4', Year: '2026' } },
					},
				},
			],
			replies: [{ body: { ImportSummary: SUMMARY } }],
			sends: [
				{
					method: 'POST',
					path: '/Setup',
					body: {
						Accounts: [
							{ Code: '200', Name: 'Sales', Type: 'SALES', ReportingCode: 'REV.TRA.GOO' },
							{ Code: '610', Name: 'Accounts Receivable', Type: 'CURRENT', SystemAccount: 'DEBTORS', TaxType: 'NONE' },
						],
						ConversionBalances: [
							{ AccountCode: '610', Balance: 1250.5 },
							{
								AccountCode: '091',
								Balance: 100,
								BalanceDetails: [{ Balance: 60, CurrencyCode: 'EUR', CurrencyRate: 0.6 }],
							},
						],
						ConversionDate: { Month: 4, Year: 2026 },
					},
				},
			],
			gives: [{ json: SUMMARY, pairedItem: { item: 0 } }],
		},
		{
			parameters: [{ input: 'json', body: '{"ConversionDate": {"Month": 4, "Year": 2026}}' }],
			replies: [{ body: { ImportSummary: SUMMARY } }],
			sends: [{ method: 'POST', path: '/Setup', body: { ConversionDate: { Month: 4, Year: 2026 } } }],
		},
	],
};
