import type { Examples } from '../example';
import { byId, fromList } from '../example';
import { historyExamples } from './traits';

const ID = 'e4f50617-8293-4a4b-b5c6-d7e8f90a1b01';
const OTHER = 'e4f50617-8293-4a4b-b5c6-d7e8f90a1b02';
const USER = 'c2d3e4f5-6071-4829-93a4-b5c6d7e8f901';
const [TAXI, MAPS, HOTEL] = ['01', '02', '03'].map((end) => `b1c2d3e4-5f60-4718-8293-a4b5c6d7e8${end}`) as [
	string,
	string,
	string,
];

export const expenseClaim: Examples = {
	create: [
		{
			parameters: [
				{ User: fromList(USER), Receipts: { receipt: [{ ReceiptID: fromList(TAXI) }, { ReceiptID: byId(MAPS) }] } },
				{ User: byId(USER), Receipts: { receipt: [{ ReceiptID: byId(HOTEL) }] } },
			],
			replies: [ID, OTHER].map((ExpenseClaimID) => ({ body: { ExpenseClaims: [{ ExpenseClaimID }] } })),
			sends: [
				{
					method: 'PUT',
					path: '/ExpenseClaims',
					body: { ExpenseClaims: [{ User: { UserID: USER }, Receipts: [{ ReceiptID: TAXI }, { ReceiptID: MAPS }] }] },
				},
				{
					method: 'PUT',
					path: '/ExpenseClaims',
					body: { ExpenseClaims: [{ User: { UserID: USER }, Receipts: [{ ReceiptID: HOTEL }] }] },
				},
			],
		},
	],
	get: [
		{
			parameters: [{ ExpenseClaimID: fromList(ID) }],
			replies: [{ body: { ExpenseClaims: [{ ExpenseClaimID: ID }] } }],
			sends: [{ method: 'GET', path: `/ExpenseClaims/${ID}` }],
		},
	],
	getAll: [
		{
			parameters: [
				{
					returnAll: true,
					filters: {
						Status: 'SUBMITTED',
						User: fromList(USER),
						'If-Modified-Since': '2026-03-01T09:00:00Z',
						where: 'Total>=1000',
						order: 'UpdatedDateUTC DESC',
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/ExpenseClaims',
					query: {
						order: 'UpdatedDateUTC DESC',
						where: `Status=="SUBMITTED" AND User.UserID==guid("${USER}") AND (Total>=1000)`,
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
					ExpenseClaimID: fromList(ID),
					additionalFields: { Receipts: { receipt: [{ ReceiptID: byId(TAXI) }] }, User: byId(USER) },
				},
			],
			sends: [
				{
					method: 'POST',
					path: `/ExpenseClaims/${ID}`,
					body: { ExpenseClaims: [{ Receipts: [{ ReceiptID: TAXI }], User: { UserID: USER } }] },
				},
			],
		},
	],
	approve: [
		{
			parameters: [{ ExpenseClaimID: fromList(ID) }],
			sends: [{ method: 'POST', path: `/ExpenseClaims/${ID}`, body: { ExpenseClaims: [{ Status: 'AUTHORISED' }] } }],
		},
	],
	delete: [
		{
			parameters: [{ ExpenseClaimID: fromList(ID) }],
			sends: [{ method: 'POST', path: `/ExpenseClaims/${ID}`, body: { ExpenseClaims: [{ Status: 'DELETED' }] } }],
		},
	],
	void: [
		{
			parameters: [{ ExpenseClaimID: fromList(ID) }],
			sends: [{ method: 'POST', path: `/ExpenseClaims/${ID}`, body: { ExpenseClaims: [{ Status: 'VOIDED' }] } }],
		},
	],
	...historyExamples('/ExpenseClaims', 'ExpenseClaimID', ID),
};
