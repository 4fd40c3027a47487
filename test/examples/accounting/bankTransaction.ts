import type { Examples } from '../example';
import { byCode, byId, byName, fromList } from '../example';
import { attachmentExamples, historyExamples } from './traits';

const ID = '3b2a1908-7f6e-4d5c-8b4a-998877665501';
const OTHER = '3b2a1908-7f6e-4d5c-8b4a-998877665502';
const BANK = '5a1d2f30-0c2e-4b7a-9f11-3e8c6d4b2a09';
const CONTACT = 'c1a0b7e2-55d4-4f0e-8a3b-0d9e7c6b5a02';
const each = { summarizeErrors: 'false' };
const saved = [{ body: { BankTransactions: [{ BankTransactionID: ID }, { BankTransactionID: OTHER }] } }];

/** Two bank transactions of one change of state go in one request. */
const together = (change: Readonly<Record<string, unknown>>): Examples[string] => [
	{
		parameters: [{ BankTransactionID: fromList(ID) }, { BankTransactionID: byId(OTHER) }],
		replies: saved,
		sends: [
			{
				method: 'POST',
				path: '/BankTransactions',
				query: { ...each, unitdp: '4' },
				body: {
					BankTransactions: [
						{ BankTransactionID: ID, ...change },
						{ BankTransactionID: OTHER, ...change },
					],
				},
			},
		],
	},
	{
		parameters: [{ BankTransactionID: fromList(ID) }],
		sends: [{ method: 'POST', path: `/BankTransactions/${ID}`, query: { unitdp: '4' }, body: { BankTransactions: [change] } }],
	},
];

export const bankTransaction: Examples = {
	create: [
		{
			parameters: [
				{
					Type: 'SPEND',
					BankAccount: fromList(BANK),
					Contact: fromList(CONTACT),
					LineAmountTypes: 'Inclusive',
					LineItems: { line: [{ AccountCode: byCode('429'), Description: 'Fuel', Quantity: '1', UnitAmount: '80.50' }] },
					Date: '2026-03-31',
					Reference: 'Card 12',
					additionalFields: {
						CurrencyCode: byCode('USD'),
						CurrencyRate: '0.75',
						IsReconciled: true,
						Url: 'https://example.com/receipts/12',
					},
				},
				{
					Type: 'Receive Prepayment',
					BankAccount: byCode('090'),
					Contact: byName('Ridgeway University'),
					LineAmountTypes: 'Exclusive',
					LineItems: { line: [{ AccountCode: byCode('200'), Description: 'Deposit', Quantity: '1', UnitAmount: '500' }] },
				},
			],
			replies: saved,
			sends: [
				{
					method: 'PUT',
					path: '/BankTransactions',
					query: { ...each, unitdp: '4' },
					body: {
						BankTransactions: [
							{
								Type: 'SPEND',
								BankAccount: { AccountID: BANK },
								Contact: { ContactID: CONTACT },
								LineItems: [{ AccountCode: '429', Description: 'Fuel', Quantity: 1, UnitAmount: 80.5 }],
								CurrencyCode: 'USD',
								CurrencyRate: 0.75,
								Date: '2026-03-31',
								IsReconciled: true,
								LineAmountTypes: 'Inclusive',
								Reference: 'Card 12',
								Url: 'https://example.com/receipts/12',
							},
							{
								Type: 'RECEIVE-PREPAYMENT',
								BankAccount: { Code: '090' },
								Contact: { Name: 'Ridgeway University' },
								LineAmountTypes: 'Exclusive',
								LineItems: [{ AccountCode: '200', Description: 'Deposit', Quantity: 1, UnitAmount: 500 }],
							},
						],
					},
				},
			],
		},
		{
			parameters: ['Fuel', 'Car wash'].map((description) => ({
				input: 'lines',
				documentKey: 'Card 12',
				Type: 'SPEND',
				BankAccount: byCode('090'),
				Contact: byName('Hill Street Garage'),
				LineAmountTypes: 'Exclusive',
				LineItems: { line: [{ AccountCode: byCode('429'), Description: description, Quantity: '1', UnitAmount: '10' }] },
				Reference: 'Card 12',
			})),
			sends: [
				{
					method: 'PUT',
					path: '/BankTransactions',
					query: { ...each, unitdp: '4' },
					body: {
						BankTransactions: [
							{
								Type: 'SPEND',
								BankAccount: { Code: '090' },
								Contact: { Name: 'Hill Street Garage' },
								LineAmountTypes: 'Exclusive',
								LineItems: [
									{ AccountCode: '429', Description: 'Fuel', Quantity: 1, UnitAmount: 10 },
									{ AccountCode: '429', Description: 'Car wash', Quantity: 1, UnitAmount: 10 },
								],
								Reference: 'Card 12',
							},
						],
					},
				},
			],
		},
	],
	upsert: [
		{
			// A row of a spreadsheet that has an ID changes what it names; one without makes a new one.
			parameters: [ID, ''].map((id) => ({
				Type: 'RECEIVE',
				BankAccount: byId(BANK),
				Contact: byId(CONTACT),
				LineAmountTypes: 'Exclusive',
				LineItems: { line: [{ AccountCode: byCode('270'), Description: 'Interest', Quantity: '1', UnitAmount: '3.20' }] },
				additionalFields: { BankTransactionID: id },
			})),
			replies: saved,
			sends: [
				{
					method: 'POST',
					path: '/BankTransactions',
					query: { ...each, unitdp: '4' },
					body: {
						BankTransactions: [{ BankTransactionID: ID }, {}].map((id) => ({
							Type: 'RECEIVE',
							BankAccount: { AccountID: BANK },
							Contact: { ContactID: CONTACT },
							LineAmountTypes: 'Exclusive',
							LineItems: [{ AccountCode: '270', Description: 'Interest', Quantity: 1, UnitAmount: 3.2 }],
							...id,
						})),
					},
				},
			],
		},
	],
	get: [
		{
			parameters: [{ BankTransactionID: fromList(ID) }],
			replies: [{ body: { BankTransactions: [{ BankTransactionID: ID }] } }],
			sends: [{ method: 'GET', path: `/BankTransactions/${ID}`, query: { unitdp: '4' } }],
		},
	],
	getAll: [
		{
			parameters: [
				{
					returnAll: true,
					filters: {
						BankAccount: fromList(BANK),
						Contact: fromList(CONTACT),
						DateFrom: '2026-03-01',
						DateTo: '2026-03-31',
						IsReconciled: false,
						Reference: 'Card 12',
						Status: 'AUTHORISED',
						Type: 'Spend Money',
						'If-Modified-Since': '2026-03-01T09:00:00Z',
						where: 'Total>=1000',
						order: 'Date DESC',
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/BankTransactions',
					query: {
						where: `BankAccount.AccountID==guid("${BANK}") AND Contact.ContactID==guid("${CONTACT}") AND Date>=DateTime(2026,3,1) AND Date<=DateTime(2026,3,31) AND IsReconciled==false AND Reference=="Card 12" AND Status=="AUTHORISED" AND Type=="SPEND" AND (Total>=1000)`,
						order: 'Date DESC',
						unitdp: '4',
						page: '1',
						pageSize: '1000',
					},
					headers: { 'If-Modified-Since': '2026-03-01T09:00:00' },
				},
			],
		},
	],
	update: [
		{
			parameters: [
				{
					BankTransactionID: fromList(ID),
					LineItems: { line: [{ AccountCode: byCode('420'), Description: 'Tea', Quantity: '2', UnitAmount: '4' }] },
					additionalFields: { clearFields: ['Reference'] },
				},
			],
			sends: [
				{
					method: 'POST',
					path: `/BankTransactions/${ID}`,
					query: { unitdp: '4' },
					body: {
						BankTransactions: [
							{ LineItems: [{ AccountCode: '420', Description: 'Tea', Quantity: 2, UnitAmount: 4 }], Reference: '' },
						],
					},
				},
			],
		},
		{
			parameters: [
				{ BankTransactionID: fromList(ID), Contact: fromList(CONTACT) },
				{ BankTransactionID: fromList(OTHER), additionalFields: { IsReconciled: true } },
			],
			replies: saved,
			sends: [
				{
					method: 'POST',
					path: '/BankTransactions',
					query: { ...each, unitdp: '4' },
					body: {
						BankTransactions: [
							{ BankTransactionID: ID, Contact: { ContactID: CONTACT } },
							{ BankTransactionID: OTHER, IsReconciled: true },
						],
					},
				},
			],
		},
	],
	delete: together({ Status: 'DELETED' }),
	void: together({ Status: 'VOIDED' }),
	...attachmentExamples('/BankTransactions', 'BankTransactionID', ID),
	...historyExamples('/BankTransactions', 'BankTransactionID', ID),
};
