import type { Examples } from '../example';
import { byCode, byId, fromList } from '../example';
import { attachmentExamples, historyExamples } from './traits';

const ID = '6e5d4c3b-2a19-4087-9f6e-5d4c3b2a1901';
const OTHER = '6e5d4c3b-2a19-4087-9f6e-5d4c3b2a1902';
const EVERYDAY = '5a1d2f30-0c2e-4b7a-9f11-3e8c6d4b2a09';
const SAVINGS = '5a1d2f30-0c2e-4b7a-9f11-3e8c6d4b2a10';
const CATEGORY = 'aa11bb22-cc33-4d44-8e55-ff6677889900';
const NORTH = 'aa11bb22-cc33-4d44-8e55-ff6677889901';
const SOUTH = 'aa11bb22-cc33-4d44-8e55-ff6677889902';
const saved = [{ body: { BankTransfers: [{ BankTransferID: ID }, { BankTransferID: OTHER }] } }];

export const bankTransfer: Examples = {
	create: [
		{
			parameters: [
				{
					FromBankAccount: fromList(EVERYDAY),
					ToBankAccount: fromList(SAVINGS),
					Amount: '500.00',
					additionalFields: {
						Date: '2026-03-31',
						FromIsReconciled: true,
						FromTracking: { category: [{ Option: fromList(`${CATEGORY}/${NORTH}`) }] },
						Reference: 'Tax set aside',
						ToIsReconciled: false,
						ToTracking: { category: [{ Option: byCode(`${CATEGORY}/${SOUTH}`) }] },
					},
				},
				{ FromBankAccount: byCode('090'), ToBankAccount: byId(SAVINGS), Amount: 20 },
			],
			replies: [ID, OTHER].map((BankTransferID) => ({ body: { BankTransfers: [{ BankTransferID }] } })),
			sends: [
				{
					method: 'PUT',
					path: '/BankTransfers',
					body: {
						BankTransfers: [
							{
								FromBankAccount: { AccountID: EVERYDAY },
								ToBankAccount: { AccountID: SAVINGS },
								Amount: 500,
								Date: '2026-03-31',
								FromIsReconciled: true,
								FromTracking: [{ TrackingCategoryID: CATEGORY, TrackingOptionID: NORTH }],
								Reference: 'Tax set aside',
								ToIsReconciled: false,
								ToTracking: [{ TrackingCategoryID: CATEGORY, TrackingOptionID: SOUTH }],
							},
						],
					},
				},
				{
					method: 'PUT',
					path: '/BankTransfers',
					body: { BankTransfers: [{ FromBankAccount: { Code: '090' }, ToBankAccount: { AccountID: SAVINGS }, Amount: 20 }] },
				},
			],
		},
	],
	get: [
		{
			parameters: [{ BankTransferID: fromList(ID) }],
			replies: [{ body: { BankTransfers: [{ BankTransferID: ID }] } }],
			sends: [{ method: 'GET', path: `/BankTransfers/${ID}` }],
		},
	],
	getAll: [
		{
			parameters: [
				{
					filters: {
						DateFrom: '2026-03-01',
						DateTo: '2026-03-31',
						includeDeleted: true,
						'If-Modified-Since': '2026-03-01T09:00:00Z',
						where: 'Amount>=5000',
						order: 'Date DESC',
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/BankTransfers',
					query: {
						where: 'Date>=DateTime(2026,3,1) AND Date<=DateTime(2026,3,31) AND (Amount>=5000)',
						order: 'Date DESC',
						includeDeleted: 'true',
					},
					headers: { 'If-Modified-Since': '2026-03-01T09:00:00' },
				},
			],
		},
	],
	delete: [
		{
			parameters: [{ BankTransferID: fromList(ID) }],
			sends: [{ method: 'POST', path: `/BankTransfers/${ID}`, body: { Status: 'DELETED' } }],
		},
		{
			parameters: [{ BankTransferID: fromList(ID) }, { BankTransferID: byId(OTHER) }],
			replies: saved,
			sends: [
				{
					method: 'POST',
					path: '/BankTransfers',
					query: { summarizeErrors: 'false' },
					body: {
						BankTransfers: [
							{ BankTransferID: ID, Status: 'DELETED' },
							{ BankTransferID: OTHER, Status: 'DELETED' },
						],
					},
				},
			],
		},
	],
	...attachmentExamples('/BankTransfers', 'BankTransferID', ID),
	...historyExamples('/BankTransfers', 'BankTransferID', ID),
};
