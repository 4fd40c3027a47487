import type { Examples } from '../example';
import { byCode, byId, fromList } from '../example';
import { attachmentExamples } from './traits';

const ID = '5a1d2f30-0c2e-4b7a-9f11-3e8c6d4b2a01';
const AccountID = fromList(ID);

export const account: Examples = {
	create: [
		{
			parameters: [
				{
					Code: '6100',
					Name: 'Freight',
					Type: 'EXPENSE',
					additionalFields: {
						Description: 'Carriers and couriers',
						TaxType: fromList('INPUT2'),
						EnablePaymentsToAccount: true,
						ShowInExpenseClaims: false,
						AddToWatchlist: true,
						ReportingCode: 'EXP.FRE',
					},
				},
			],
			sends: [
				{
					method: 'PUT',
					path: '/Accounts',
					body: {
						Code: '6100',
						Name: 'Freight',
						Type: 'EXPENSE',
						Description: 'Carriers and couriers',
						TaxType: 'INPUT2',
						EnablePaymentsToAccount: true,
						ShowInExpenseClaims: false,
						AddToWatchlist: true,
						ReportingCode: 'EXP.FRE',
					},
				},
			],
		},
		{
			parameters: [
				{
					Code: '092',
					Name: 'Euro account',
					Type: 'BANK',
					additionalFields: { BankAccountNumber: '00-0000-0000000-00', BankAccountType: 'BANK', CurrencyCode: byCode('EUR') },
				},
			],
			sends: [
				{
					method: 'PUT',
					path: '/Accounts',
					body: {
						Code: '092',
						Name: 'Euro account',
						Type: 'BANK',
						BankAccountNumber: '00-0000-0000000-00',
						BankAccountType: 'BANK',
						CurrencyCode: 'EUR',
					},
				},
			],
		},
		{
			parameters: [{ input: 'json', body: '{ "Code": "6101", "Name": "Parking", "Type": "EXPENSE" }' }],
			sends: [{ method: 'PUT', path: '/Accounts', body: { Code: '6101', Name: 'Parking', Type: 'EXPENSE' } }],
		},
	],
	get: [
		{
			parameters: [{ AccountID }],
			replies: [{ body: { Accounts: [{ AccountID: ID }] } }],
			sends: [{ method: 'GET', path: `/Accounts/${ID}` }],
		},
	],
	getAll: [
		{
			parameters: [
				{
					returnAll: true,
					filters: {
						Class: 'REVENUE',
						Code: '200',
						Status: 'ACTIVE',
						Type: 'REVENUE',
						'If-Modified-Since': '2026-03-01T09:00:00Z',
						where: 'EnablePaymentsToAccount==true',
						order: 'Code ASC',
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/Accounts',
					query: {
						where:
							'Class=="REVENUE" AND Code=="200" AND Status=="ACTIVE" AND Type=="REVENUE" AND (EnablePaymentsToAccount==true)',
						order: 'Code ASC',
					},
					headers: { 'If-Modified-Since': '2026-03-01T09:00:00' },
				},
			],
		},
	],
	update: [
		{
			parameters: [{ AccountID: byId(ID), additionalFields: { Name: 'Freight and couriers', Code: '6105' } }],
			sends: [{ method: 'POST', path: `/Accounts/${ID}`, body: { Accounts: [{ Name: 'Freight and couriers', Code: '6105' }] } }],
		},
	],
	archive: [
		{
			parameters: [{ AccountID }],
			sends: [{ method: 'POST', path: `/Accounts/${ID}`, body: { Accounts: [{ Status: 'ARCHIVED' }] } }],
		},
	],
	restore: [
		{
			parameters: [{ AccountID }],
			sends: [{ method: 'POST', path: `/Accounts/${ID}`, body: { Accounts: [{ Status: 'ACTIVE' }] } }],
		},
	],
	delete: [
		{
			parameters: [{ AccountID }],
			replies: [{ body: { Accounts: [{ AccountID: ID, Status: 'DELETED' }] } }],
			sends: [{ method: 'DELETE', path: `/Accounts/${ID}` }],
			gives: [{ json: { deleted: true, AccountID: ID, Status: 'DELETED' }, pairedItem: { item: 0 } }],
		},
	],
	...attachmentExamples('/Accounts', 'AccountID', ID),
};
