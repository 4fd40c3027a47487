import type { Examples } from '../example';
import { byId, byName, fromList } from '../example';
import { attachmentExamples, historyExamples } from './traits';

const ID = 'b1c2d3e4-5f60-4718-8293-a4b5c6d7e801';
const OTHER = 'b1c2d3e4-5f60-4718-8293-a4b5c6d7e802';
const USER = 'c2d3e4f5-6071-4829-93a4-b5c6d7e8f901';
const CONTACT = 'd3e4f506-7182-493a-a4b5-c6d7e8f90a01';

export const receipt: Examples = {
	create: [
		{
			parameters: [
				{
					Contact: fromList(CONTACT),
					LineAmountTypes: 'Inclusive',
					LineItems: { line: [{ Description: 'Taxi', Quantity: '1', UnitAmount: '23.1234', AccountCode: fromList('493') }] },
					User: fromList(USER),
					additionalFields: {
						Date: '2026-03-12',
						Reference: 'Airport',
						SubTotal: '20.11',
						Total: '23.12',
						TotalTax: '3.01',
					},
				},
				{
					Contact: byName('Hill Street Books'),
					LineAmountTypes: 'Exclusive',
					LineItems: { line: [{ Description: 'Maps', Quantity: '2', UnitAmount: '9' }] },
					User: byId(USER),
				},
			],
			replies: [ID, OTHER].map((ReceiptID) => ({ body: { Receipts: [{ ReceiptID }] } })),
			sends: [
				{
					method: 'PUT',
					path: '/Receipts',
					query: { unitdp: '4' },
					body: {
						Receipts: [
							{
								Contact: { ContactID: CONTACT },
								LineItems: [{ Description: 'Taxi', Quantity: 1, UnitAmount: 23.1234, AccountCode: '493' }],
								User: { UserID: USER },
								Date: '2026-03-12',
								LineAmountTypes: 'Inclusive',
								Reference: 'Airport',
								SubTotal: 20.11,
								Total: 23.12,
								TotalTax: 3.01,
							},
						],
					},
				},
				{
					method: 'PUT',
					path: '/Receipts',
					query: { unitdp: '4' },
					body: {
						Receipts: [
							{
								Contact: { Name: 'Hill Street Books' },
								LineAmountTypes: 'Exclusive',
								LineItems: [{ Description: 'Maps', Quantity: 2, UnitAmount: 9 }],
								User: { UserID: USER },
							},
						],
					},
				},
			],
		},
		{
			// The second line belongs to the same receipt.
			parameters: [
				{
					input: 'lines',
					documentKey: 'Airport',
					Contact: fromList(CONTACT),
					LineAmountTypes: 'Exclusive',
					LineItems: { line: [{ Description: 'Taxi', Quantity: '1', UnitAmount: '23' }] },
					User: fromList(USER),
				},
				{
					input: 'lines',
					documentKey: 'Airport',
					Contact: fromList(CONTACT),
					LineAmountTypes: 'Exclusive',
					LineItems: { line: [{ Description: 'Parking', Quantity: '1', UnitAmount: '8' }] },
					User: fromList(USER),
				},
			],
			replies: [{ body: { Receipts: [{ ReceiptID: ID }] } }],
			sends: [
				{
					method: 'PUT',
					path: '/Receipts',
					query: { unitdp: '4' },
					body: {
						Receipts: [
							{
								Contact: { ContactID: CONTACT },
								LineAmountTypes: 'Exclusive',
								LineItems: [
									{ Description: 'Taxi', Quantity: 1, UnitAmount: 23 },
									{ Description: 'Parking', Quantity: 1, UnitAmount: 8 },
								],
								User: { UserID: USER },
							},
						],
					},
				},
			],
		},
	],
	get: [
		{
			parameters: [{ ReceiptID: fromList(ID) }],
			replies: [{ body: { Receipts: [{ ReceiptID: ID }] } }],
			sends: [{ method: 'GET', path: `/Receipts/${ID}`, query: { unitdp: '4' } }],
		},
	],
	getAll: [
		{
			parameters: [
				{
					returnAll: true,
					filters: {
						Contact: fromList(CONTACT),
						DateFrom: '2026-03-01',
						DateTo: '2026-03-31',
						Status: 'DRAFT',
						User: fromList(USER),
						'If-Modified-Since': '2026-03-01T09:00:00Z',
						where: 'Total>=1000',
						order: 'Date DESC',
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/Receipts',
					query: {
						unitdp: '4',
						order: 'Date DESC',
						where: `Contact.ContactID==guid("${CONTACT}") AND Date>=DateTime(2026,3,1) AND Date<=DateTime(2026,3,31) AND Status=="DRAFT" AND User.UserID==guid("${USER}") AND (Total>=1000)`,
					},
					headers: { 'If-Modified-Since': '2026-03-01T09:00:00' },
				},
			],
		},
	],
	update: [
		{
			parameters: [{ ReceiptID: fromList(ID), additionalFields: { Reference: 'Airport and back' } }],
			sends: [
				{
					method: 'POST',
					path: `/Receipts/${ID}`,
					query: { unitdp: '4' },
					body: { Receipts: [{ Reference: 'Airport and back' }] },
				},
			],
		},
	],
	...attachmentExamples('/Receipts', 'ReceiptID', ID),
	...historyExamples('/Receipts', 'ReceiptID', ID),
};
