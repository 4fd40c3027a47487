import type { Examples } from '../example';
import { byId, byNumber, fromList } from '../example';
import { historyExamples } from './traits';

const ID = '8d7e6f50-4b3c-4d2e-9f10-223344556601';
const OTHER = '8d7e6f50-4b3c-4d2e-9f10-223344556602';
const INVOICE = 'e5f4d3c2-b1a0-4998-8776-554433221101';
const CONTACT = 'c1a0b7e2-55d4-4f0e-8a3b-0d9e7c6b5a02';
const ALLOCATION = 'b9a8c7d6-e5f4-4031-8a2b-112233445501';

/** Overpayments and prepayments go the same way; `by` is Xero's own filter of what names them. */
const creditExamples = (plural: string, key: string, by: Readonly<Record<string, string>>): Examples => ({
	get: [
		{
			parameters: [{ [key]: fromList(ID) }],
			replies: [{ body: { [plural]: [{ [key]: ID }] } }],
			sends: [{ method: 'GET', path: `/${plural}/${ID}` }],
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
						...by,
						Status: 'Approved',
						'If-Modified-Since': '2026-03-01T09:00:00Z',
						where: 'Total>=1000',
						order: 'Date DESC',
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: `/${plural}`,
					query: {
						where: `Contact.ContactID==guid("${CONTACT}") AND Date>=DateTime(2026,3,1) AND Date<=DateTime(2026,3,31) AND Status=="AUTHORISED" AND (Total>=1000)`,
						order: 'Date DESC',
						...by,
						unitdp: '4',
						page: '1',
						pageSize: '5',
					},
					headers: { 'If-Modified-Since': '2026-03-01T09:00:00' },
				},
			],
		},
	],
	allocate: [
		{
			// Two invoices paid from one credit go in one request, what is paid from another in its own.
			parameters: [
				{ [key]: fromList(ID), Invoice: fromList(INVOICE), Date: '2026-04-20', Amount: '20.00' },
				{ [key]: fromList(ID), Invoice: byNumber('INV-1002'), Date: '2026-04-21', Amount: 5 },
				{ [key]: byId(OTHER), Invoice: byNumber('INV-1003'), Date: '2026-04-21', Amount: 7 },
			],
			sends: [
				{
					method: 'PUT',
					path: `/${plural}/${ID}/Allocations`,
					query: { summarizeErrors: 'false' },
					body: {
						Allocations: [
							{ Invoice: { InvoiceID: INVOICE }, Date: '2026-04-20', Amount: 20 },
							{ Invoice: { InvoiceNumber: 'INV-1002' }, Date: '2026-04-21', Amount: 5 },
						],
					},
				},
				{
					method: 'PUT',
					path: `/${plural}/${OTHER}/Allocations`,
					query: { summarizeErrors: 'false' },
					body: { Allocations: [{ Invoice: { InvoiceNumber: 'INV-1003' }, Date: '2026-04-21', Amount: 7 }] },
				},
			],
		},
	],
	removeAllocation: [
		{
			parameters: [{ [key]: fromList(ID), AllocationID: fromList(ALLOCATION) }],
			replies: [{ body: { AllocationID: ALLOCATION, IsDeleted: true } }],
			sends: [{ method: 'DELETE', path: `/${plural}/${ID}/Allocations/${ALLOCATION}` }],
		},
	],
	...historyExamples(`/${plural}`, key, ID),
});

export const overpayment = creditExamples('Overpayments', 'OverpaymentID', { References: 'Card 12,Card 13' });
export const prepayment = creditExamples('Prepayments', 'PrepaymentID', { InvoiceNumbers: 'INV-0001,INV-0002' });
