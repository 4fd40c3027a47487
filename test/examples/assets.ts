import type { Examples } from './example';
import { byId, fromList } from './example';
import { apiRequestBy } from './apiRequest';

const ASSET = '5a0d1c2e-0001-4b3c-8d9e-1a2b3c4d5e6f';
const TYPE = '5a0d1c2e-0002-4b3c-8d9e-1a2b3c4d5e6f';
const ACCOUNTS = [
	'5a0d1c2e-0003-4b3c-8d9e-1a2b3c4d5e6f',
	'5a0d1c2e-0004-4b3c-8d9e-1a2b3c4d5e6f',
	'5a0d1c2e-0005-4b3c-8d9e-1a2b3c4d5e6f',
];

const straightLine = {
	values: {
		depreciationMethod: 'StraightLine',
		averagingMethod: 'ActualDays',
		depreciationCalculationMethod: 'Rate',
		depreciationRate: '20',
		effectiveLifeYears: '',
	},
};
const straightLineSent = {
	depreciationMethod: 'StraightLine',
	averagingMethod: 'ActualDays',
	depreciationCalculationMethod: 'Rate',
	depreciationRate: 20,
};

const asset: Examples = {
	create: [
		{
			parameters: [
				{
					assetName: 'Delivery Van',
					additionalFields: {
						assetNumber: 'FA-0042',
						assetTypeId: fromList(TYPE),
						bookDepreciationSetting: straightLine,
						bookDepreciationDetail: {
							values: {
								depreciationStartDate: '2026-04-01',
								costLimit: '30000',
								residualValue: '4000.50',
								priorAccumDepreciationAmount: '0',
								currentAccumDepreciationAmount: '120',
							},
						},
						purchaseDate: '2026-03-31',
						purchasePrice: '34500',
						serialNumber: 'VX-1180-77',
						warrantyExpiryDate: '2029-03-31',
					},
				},
			],
			sends: [
				{
					method: 'POST',
					path: '/Assets',
					body: {
						assetName: 'Delivery Van',
						assetNumber: 'FA-0042',
						assetTypeId: TYPE,
						bookDepreciationSetting: straightLineSent,
						bookDepreciationDetail: {
							depreciationStartDate: '2026-04-01',
							costLimit: 30000,
							residualValue: 4000.5,
							priorAccumDepreciationAmount: 0,
							currentAccumDepreciationAmount: 120,
						},
						purchaseDate: '2026-03-31',
						purchasePrice: 34500,
						serialNumber: 'VX-1180-77',
						warrantyExpiryDate: '2029-03-31',
					},
				},
			],
		},
		{
			parameters: [{ input: 'json', body: '{ "assetName": "Drill", "assetNumber": "FA-0043" }' }],
			sends: [{ method: 'POST', path: '/Assets', body: { assetName: 'Drill', assetNumber: 'FA-0043' } }],
		},
	],
	get: [{ parameters: [{ assetId: byId(ASSET) }], sends: [{ method: 'GET', path: `/Assets/${ASSET}` }] }],
	getAll: [
		{
			parameters: [
				{
					status: 'REGISTERED',
					returnAll: true,
					filters: { filterBy: 'van', orderBy: 'PurchaseDate', sortDirection: 'desc' },
				},
			],
			sends: [
				{
					method: 'GET',
					path: '/Assets',
					query: {
						filterBy: 'van',
						orderBy: 'PurchaseDate',
						sortDirection: 'desc',
						status: 'REGISTERED',
						page: '1',
						pageSize: '200',
					},
				},
			],
		},
		{
			parameters: [{ status: 'DRAFT', returnAll: false, limit: 5 }],
			sends: [{ method: 'GET', path: '/Assets', query: { status: 'DRAFT', page: '1', pageSize: '5' } }],
		},
	],
};

const assetType: Examples = {
	create: [
		{
			parameters: [
				{
					assetTypeName: 'Vehicles',
					bookDepreciationSetting: straightLine,
					additionalFields: {
						fixedAssetAccountId: fromList(ACCOUNTS[0]!),
						depreciationExpenseAccountId: byId(ACCOUNTS[1]!),
						accumulatedDepreciationAccountId: byId(ACCOUNTS[2]!),
					},
				},
			],
			sends: [
				{
					method: 'POST',
					path: '/AssetTypes',
					body: {
						assetTypeName: 'Vehicles',
						bookDepreciationSetting: straightLineSent,
						fixedAssetAccountId: ACCOUNTS[0],
						depreciationExpenseAccountId: ACCOUNTS[1],
						accumulatedDepreciationAccountId: ACCOUNTS[2],
					},
				},
			],
		},
	],
	getAll: [
		{
			parameters: [{ returnAll: true }],
			replies: [{ body: [{ assetTypeId: TYPE, assetTypeName: 'Vehicles' }] }],
			sends: [{ method: 'GET', path: '/AssetTypes' }],
			gives: [{ json: { assetTypeId: TYPE, assetTypeName: 'Vehicles' }, pairedItem: { item: 0 } }],
		},
	],
};

const setting: Examples = { get: [{ parameters: [{}], sends: [{ method: 'GET', path: '/Settings' }] }] };

export const examples: Readonly<Record<string, Examples>> = { apiRequest: apiRequestBy(200), asset, assetType, setting };
