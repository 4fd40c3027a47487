import type { Examples } from '../example';
import { byCode, fromList } from '../example';
import { historyExamples } from './traits';

const ID = '0f1e2d3c-4b5a-4687-9786-a5b4c3d2e1f0';
const OTHER = '0f1e2d3c-4b5a-4687-9786-a5b4c3d2e1f1';

export const item: Examples = {
	create: [
		{
			parameters: [
				{
					Code: 'GB1-White',
					additionalFields: {
						Description: 'Golf balls, white',
						InventoryAssetAccountCode: fromList('630'),
						IsPurchased: true,
						IsSold: true,
						Name: 'Golf balls',
						PurchaseDescription: 'Golf balls from the maker',
						PurchaseDetails: {
							values: {
								AccountCode: fromList(''),
								COGSAccountCode: byCode('310'),
								TaxType: byCode('INPUT2'),
								UnitPrice: '2.1234',
							},
						},
						SalesDetails: { values: { AccountCode: fromList('200'), TaxType: fromList('OUTPUT2'), UnitPrice: '' } },
					},
				},
			],
			sends: [
				{
					method: 'PUT',
					path: '/Items',
					query: { summarizeErrors: 'false', unitdp: '4' },
					body: {
						Items: [
							{
								Code: 'GB1-White',
								Description: 'Golf balls, white',
								InventoryAssetAccountCode: '630',
								IsPurchased: true,
								IsSold: true,
								Name: 'Golf balls',
								PurchaseDescription: 'Golf balls from the maker',
								PurchaseDetails: { COGSAccountCode: '310', TaxType: 'INPUT2', UnitPrice: 2.1234 },
								SalesDetails: { AccountCode: '200', TaxType: 'OUTPUT2' },
							},
						],
					},
				},
			],
		},
	],
	upsert: [
		{
			parameters: [{ Code: 'GB1-White', additionalFields: { Name: 'Golf balls' } }, { Code: 'GB2-Red' }],
			replies: [{ body: { Items: [{ ItemID: ID }, { ItemID: OTHER }] } }],
			sends: [
				{
					method: 'POST',
					path: '/Items',
					query: { unitdp: '4', summarizeErrors: 'false' },
					body: { Items: [{ Code: 'GB1-White', Name: 'Golf balls' }, { Code: 'GB2-Red' }] },
				},
			],
		},
	],
	get: [
		{
			parameters: [{ ItemID: fromList(ID) }],
			replies: [{ body: { Items: [{ ItemID: ID }] } }],
			sends: [{ method: 'GET', path: `/Items/${ID}`, query: { unitdp: '4' } }],
		},
		{
			parameters: [{ ItemID: byCode('GB1/White') }],
			replies: [{ body: { Items: [{ ItemID: ID }] } }],
			sends: [{ method: 'GET', path: '/Items/GB1%2FWhite', query: { unitdp: '4' } }],
		},
	],
	getAll: [
		{
			parameters: [
				{
					returnAll: true,
					filters: {
						Code: 'GB1-White',
						Name: 'Golf balls',
						'If-Modified-Since': '2026-03-01T09:00:00Z',
						where: 'IsTrackedAsInventory==true',
						order: 'Code ASC',
					},
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/Items',
					query: {
						unitdp: '4',
						order: 'Code ASC',
						where: 'Code=="GB1-White" AND Name=="Golf balls" AND (IsTrackedAsInventory==true)',
					},
					headers: { 'If-Modified-Since': '2026-03-01T09:00:00' },
				},
			],
		},
	],
	update: [
		{
			parameters: [
				{ ItemID: fromList(ID), Code: 'GB1-White', additionalFields: { SalesDetails: { values: { UnitPrice: '3' } } } },
			],
			sends: [
				{
					method: 'POST',
					path: `/Items/${ID}`,
					query: { unitdp: '4' },
					body: { Items: [{ Code: 'GB1-White', SalesDetails: { UnitPrice: 3 } }] },
				},
			],
		},
		{
			parameters: [
				{ ItemID: fromList(ID), Code: 'GB1-White', additionalFields: { IsSold: false } },
				{ ItemID: fromList(OTHER), Code: 'GB2-Blue', additionalFields: { Name: 'Golf balls, blue' } },
			],
			replies: [{ body: { Items: [{ ItemID: ID }, { ItemID: OTHER }] } }],
			sends: [
				{
					method: 'POST',
					path: '/Items',
					query: { unitdp: '4', summarizeErrors: 'false' },
					body: {
						Items: [
							{ ItemID: ID, Code: 'GB1-White', IsSold: false },
							{ ItemID: OTHER, Code: 'GB2-Blue', Name: 'Golf balls, blue' },
						],
					},
				},
			],
		},
	],
	delete: [
		{
			parameters: [{ ItemID: fromList(ID) }],
			replies: [{ statusCode: 204 }],
			sends: [{ method: 'DELETE', path: `/Items/${ID}` }],
			gives: [{ json: { deleted: true, ItemID: ID }, pairedItem: { item: 0 } }],
		},
	],
	...historyExamples('/Items', 'ItemID', ID),
};
