import type { Examples } from './example';
import { byCode, byId, fromList } from './example';
import { apiRequest } from './apiRequest';

const FEED = '6a4b9ff5-3a5f-4321-936b-4796163550f6';
const OTHER = '2ebe6393-f3bb-48ab-9a0e-b04fa8585a70';
const ACCOUNT = '079a88ea-276d-41fb-a1f1-366ef3e22921';
const STATEMENT = '97aca24a-dd10-4cda-98c7-1084a048257b';

const credit = (amount: number) => ({ amount, creditDebitIndicator: 'CREDIT' });
const debit = (amount: number) => ({ amount, creditDebitIndicator: 'DEBIT' });

const feedConnection: Examples = {
	create: [
		{
			parameters: [
				{
					accountToken: '10000123',
					additionalFields: {
						accountName: "Joe's Savings Account",
						accountNumber: '3809087654321500',
						accountType: 'BANK',
						country: 'GB',
						currency: byCode('GBP'),
					},
					options: { waitForConnection: 0 },
				},
				{ accountToken: '10000124', additionalFields: { accountId: fromList(ACCOUNT) }, options: { waitForConnection: 0 } },
			],
			replies: [
				{
					statusCode: 202,
					body: {
						items: [
							{ id: FEED, accountToken: '10000123', status: 'PENDING' },
							{ id: OTHER, accountToken: '10000124', status: 'PENDING' },
						],
					},
				},
			],
			sends: [
				{
					method: 'POST',
					path: '/FeedConnections',
					body: {
						items: [
							{
								accountToken: '10000123',
								accountName: "Joe's Savings Account",
								accountNumber: '3809087654321500',
								accountType: 'BANK',
								country: 'GB',
								currency: 'GBP',
							},
							{ accountToken: '10000124', accountId: ACCOUNT },
						],
					},
				},
			],
			gives: [
				{ json: { id: FEED, accountToken: '10000123', status: 'PENDING' }, pairedItem: { item: 0 } },
				{ json: { id: OTHER, accountToken: '10000124', status: 'PENDING' }, pairedItem: { item: 1 } },
			],
		},
		{
			parameters: [
				{ input: 'json', body: '{ "accountToken": "10000125", "accountNumber": "4242", "accountType": "CREDITCARD" }' },
			],
			replies: [{ statusCode: 202, body: { items: [{ id: FEED, accountToken: '10000125' }] } }],
			sends: [
				{
					method: 'POST',
					path: '/FeedConnections',
					body: { items: [{ accountToken: '10000125', accountNumber: '4242', accountType: 'CREDITCARD' }] },
				},
			],
			gives: [{ json: { id: FEED, accountToken: '10000125' }, pairedItem: { item: 0 } }],
		},
	],
	delete: [
		{
			parameters: [{ id: fromList(FEED) }, { id: byId(OTHER) }],
			replies: [
				{
					statusCode: 202,
					body: {
						items: [
							{ id: FEED, status: 'PENDING' },
							{ id: OTHER, status: 'PENDING' },
						],
					},
				},
			],
			sends: [{ method: 'POST', path: '/FeedConnections/DeleteRequests', body: { items: [{ id: FEED }, { id: OTHER }] } }],
			gives: [
				{ json: { id: FEED, status: 'PENDING' }, pairedItem: { item: 0 } },
				{ json: { id: OTHER, status: 'PENDING' }, pairedItem: { item: 1 } },
			],
		},
	],
	get: [{ parameters: [{ id: byId(FEED) }], sends: [{ method: 'GET', path: `/FeedConnections/${FEED}` }] }],
	getAll: [
		{
			parameters: [{ returnAll: true }],
			replies: [
				{
					statusCode: 202,
					body: {
						pagination: { page: 1, pageSize: 100, pageCount: 1, itemCount: 1 },
						items: [{ id: FEED, accountToken: '10000123' }],
					},
				},
			],
			sends: [{ method: 'GET', path: '/FeedConnections', query: { page: '1', pageSize: '100' } }],
			gives: [{ json: { id: FEED, accountToken: '10000123' }, pairedItem: { item: 0 } }],
		},
		{
			parameters: [{ returnAll: false, limit: 5 }],
			sends: [{ method: 'GET', path: '/FeedConnections', query: { page: '1', pageSize: '5' } }],
		},
	],
};

const statement: Examples = {
	create: [
		{
			parameters: [
				{
					feedConnectionId: fromList(FEED),
					startDate: '2026-08-01',
					endDate: '2026-08-15',
					startBalance: '100',
					endBalance: '-49.9',
					statementLines: {
						line: [
							{
								amount: '50.10',
								chequeNumber: '021',
								description: 'Refund of deposit',
								payeeName: 'Northgate Timber',
								postedDate: '2026-08-11',
								reference: 'R-118',
								transactionId: '123446422',
								transactionType: 'Refund',
							},
							{ amount: '-200', postedDate: '2026-08-12', description: '', payeeName: '' },
						],
					},
					options: { waitForDelivery: 0 },
				},
			],
			replies: [{ statusCode: 202, body: { items: [{ id: STATEMENT, feedConnectionId: FEED, status: 'PENDING' }] } }],
			sends: [
				{
					method: 'POST',
					path: '/Statements',
					body: {
						items: [
							{
								feedConnectionId: FEED,
								startDate: '2026-08-01',
								endDate: '2026-08-15',
								startBalance: credit(100),
								endBalance: debit(49.9),
								statementLines: [
									{
										...credit(50.1),
										chequeNumber: '021',
										description: 'Refund of deposit',
										payeeName: 'Northgate Timber',
										postedDate: '2026-08-11',
										reference: 'R-118',
										transactionId: '123446422',
										transactionType: 'Refund',
									},
									{ ...debit(200), postedDate: '2026-08-12' },
								],
							},
						],
					},
				},
			],
			gives: [{ json: { id: STATEMENT, feedConnectionId: FEED, status: 'PENDING' }, pairedItem: { item: 0 } }],
		},
		{
			// Two rows of one statement and one of another: one request, and the later row leaves empty what the first one says.
			parameters: [
				['A 2026-08-01', FEED, '2026-08-01', '10', '12.5', '2', '2026-08-02'],
				['B 2026-08-01', OTHER, '2026-08-01', '0', '-0.25', -0.25, '2026-08-03'],
				['A 2026-08-01', '', '', '', '', 0.5, '2026-08-04'],
			].map(([documentKey, feed, startDate, startBalance, endBalance, amount, postedDate]) => ({
				input: 'lines',
				documentKey,
				feedConnectionId: byId(String(feed)),
				startDate,
				endDate: startDate ? '2026-08-31' : '',
				startBalance,
				endBalance,
				statementLines: { line: [{ amount, postedDate }] },
				options: { waitForDelivery: 0 },
			})),
			replies: [
				{
					statusCode: 202,
					body: {
						items: [
							{ id: STATEMENT, feedConnectionId: FEED, status: 'PENDING' },
							{ id: ACCOUNT, feedConnectionId: OTHER, status: 'PENDING' },
						],
					},
				},
			],
			sends: [
				{
					method: 'POST',
					path: '/Statements',
					body: {
						items: [
							{
								feedConnectionId: FEED,
								startDate: '2026-08-01',
								endDate: '2026-08-31',
								startBalance: credit(10),
								endBalance: credit(12.5),
								statementLines: [
									{ ...credit(2), postedDate: '2026-08-02' },
									{ ...credit(0.5), postedDate: '2026-08-04' },
								],
							},
							{
								feedConnectionId: OTHER,
								startDate: '2026-08-01',
								endDate: '2026-08-31',
								startBalance: credit(0),
								endBalance: debit(0.25),
								statementLines: [{ ...debit(0.25), postedDate: '2026-08-03' }],
							},
						],
					},
				},
			],
			gives: [
				{ json: { id: STATEMENT, feedConnectionId: FEED, status: 'PENDING' }, pairedItem: [{ item: 0 }, { item: 2 }] },
				{ json: { id: ACCOUNT, feedConnectionId: OTHER, status: 'PENDING' }, pairedItem: { item: 1 } },
			],
		},
		{
			parameters: [
				{
					input: 'json',
					body: {
						feedConnectionId: FEED,
						startDate: '2026-08-01',
						endDate: '2026-08-15',
						startBalance: debit(0.1),
						endBalance: credit(0.2),
						statementLines: [{ ...credit(0.3), postedDate: '2026-08-01', description: 'Interest' }],
					},
				},
			],
			replies: [{ statusCode: 202, body: { items: [{ id: STATEMENT, feedConnectionId: FEED, status: 'DELIVERED' }] } }],
			sends: [
				{
					method: 'POST',
					path: '/Statements',
					body: {
						items: [
							{
								feedConnectionId: FEED,
								startDate: '2026-08-01',
								endDate: '2026-08-15',
								startBalance: debit(0.1),
								endBalance: credit(0.2),
								statementLines: [{ ...credit(0.3), postedDate: '2026-08-01', description: 'Interest' }],
							},
						],
					},
				},
			],
		},
	],
	get: [
		{
			parameters: [{ statementId: byId(STATEMENT) }],
			replies: [{ body: { id: STATEMENT, status: 'DELIVERED', statementLineCount: 1 } }],
			sends: [{ method: 'GET', path: `/Statements/${STATEMENT}` }],
			gives: [{ json: { id: STATEMENT, status: 'DELIVERED', statementLineCount: 1 }, pairedItem: { item: 0 } }],
		},
	],
	getAll: [
		{
			parameters: [{ returnAll: true }],
			sends: [{ method: 'GET', path: '/Statements', query: { page: '1', pageSize: '100' } }],
		},
	],
};

export const examples: Readonly<Record<string, Examples>> = { apiRequest, feedConnection, statement };
