import type { Examples } from '../example';
import { byId, fromList } from '../example';

const ID = '0c9b8a79-6857-4463-9524-13021f0e0d01';
const OTHER = '0c9b8a79-6857-4463-9524-13021f0e0d02';
const CONTACT = 'c1a0b7e2-55d4-4f0e-8a3b-0d9e7c6b5a02';
const BILL = 'e5f4d3c2-b1a0-4998-8776-554433221102';
const INVOICE = 'e5f4d3c2-b1a0-4998-8776-554433221101';
const LINE = '1f2e3d4c-5b6a-4798-8897-a6b5c4d3e2f1';
const TARGET_LINE = '1f2e3d4c-5b6a-4798-8897-a6b5c4d3e2f2';

export const linkedTransaction: Examples = {
	create: [
		{
			// One for each call: Xero takes no list of them.
			parameters: [
				{
					SourceTransactionID: fromList(BILL),
					SourceLineItemID: LINE,
					additionalFields: {
						ContactID: fromList(CONTACT),
						TargetLineItemID: TARGET_LINE,
						TargetTransactionID: fromList(INVOICE),
					},
				},
			],
			sends: [
				{
					method: 'PUT',
					path: '/LinkedTransactions',
					body: {
						SourceTransactionID: BILL,
						SourceLineItemID: LINE,
						ContactID: CONTACT,
						TargetLineItemID: TARGET_LINE,
						TargetTransactionID: INVOICE,
					},
				},
			],
		},
		{
			parameters: [BILL, OTHER].map((bill) => ({ SourceTransactionID: byId(bill), SourceLineItemID: LINE })),
			sends: [BILL, OTHER].map((SourceTransactionID) => ({
				method: 'PUT',
				path: '/LinkedTransactions',
				body: { SourceTransactionID, SourceLineItemID: LINE },
			})),
		},
	],
	get: [
		{
			parameters: [{ LinkedTransactionID: fromList(ID) }],
			sends: [{ method: 'GET', path: `/LinkedTransactions/${ID}` }],
		},
	],
	getAll: [
		{
			parameters: [
				{
					limit: 5,
					filters: {
						ContactID: fromList(CONTACT),
						LinkedTransactionID: byId(ID),
						SourceTransactionID: fromList(BILL),
						Status: 'On Draft Invoice',
						TargetTransactionID: fromList(INVOICE),
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/LinkedTransactions',
					query: {
						ContactID: CONTACT,
						LinkedTransactionID: ID,
						SourceTransactionID: BILL,
						Status: 'ONDRAFT',
						TargetTransactionID: INVOICE,
						page: '1',
					},
				},
			],
		},
	],
	update: [
		{
			parameters: [
				{
					LinkedTransactionID: fromList(ID),
					additionalFields: { ContactID: fromList(CONTACT), TargetLineItemID: TARGET_LINE, TargetTransactionID: byId(INVOICE) },
				},
			],
			sends: [
				{
					method: 'POST',
					path: `/LinkedTransactions/${ID}`,
					body: {
						LinkedTransactions: [{ ContactID: CONTACT, TargetLineItemID: TARGET_LINE, TargetTransactionID: INVOICE }],
					},
				},
			],
		},
	],
	delete: [
		{
			parameters: [{ LinkedTransactionID: fromList(ID) }],
			replies: [{ statusCode: 204 }],
			sends: [{ method: 'DELETE', path: `/LinkedTransactions/${ID}` }],
			gives: [{ json: { deleted: true, LinkedTransactionID: ID }, pairedItem: { item: 0 } }],
		},
	],
};
