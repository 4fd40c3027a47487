import type { IDataObject } from 'n8n-workflow';
import { record } from '../../shared/inputs/locators';
import type { Choice } from '../../shared/inputs/scalars';
import { choice, date, number, text } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { createOne, getOne, listItems } from '../../shared/operations/bareCrud';
import { depreciationDetail, depreciationSetting } from '../fields/depreciation';

const STATUSES: readonly Choice[] = [
	['DRAFT', 'Draft'],
	['REGISTERED', 'Registered'],
	['DISPOSED', 'Disposed'],
];

/** `FA-0013 · Delivery Van`, as Xero's register shows it. */
const titled = ({ assetNumber, assetName }: IDataObject): string =>
	[assetNumber, assetName].filter((part) => typeof part === 'string' && part !== '').join(' · ');

export const asset = resource({
	key: 'asset',
	name: 'Asset',
	plural: 'Assets',
	description: 'A fixed asset in the register',
	path: 'Assets',
	id: 'assetId',
	scope: 'assets',
	simplified: [
		'assetId',
		'assetNumber',
		'assetName',
		'assetStatus',
		'assetTypeId',
		'purchaseDate',
		'purchasePrice',
		'disposalDate',
		'serialNumber',
		'accountingBookValue',
	],
	fields: {
		assetName: text('Asset Name', { min: 1 }),
		assetNumber: text('Asset Number', { placeholder: 'e.g. FA-0013', description: 'Must be unique' }),
		assetTypeId: record('Asset Type', 'assetType'),
		bookDepreciationDetail: depreciationDetail,
		bookDepreciationSetting: depreciationSetting,
		purchaseDate: date('Purchase Date'),
		purchasePrice: number('Purchase Price', { min: 0, blank: '' }),
		serialNumber: text('Serial Number'),
		warrantyExpiryDate: date('Warranty Expiry Date'),
	},
	listOptions: { asset: (asset) => [{ name: titled(asset), value: String(asset.assetId) }] },
	// Xero lists one status at a time: what is looked for by name is mostly in use.
	searchQuery: { asset: { status: 'REGISTERED' } },
	operations: (asset) => ({
		create: createOne(asset, 'createAsset', ['assetName'], {
			notice: 'It is created as a draft and registered in Xero. Xero has no way to change it from here.',
		}),
		get: getOne(asset, 'getAssetById', {
			path: '/Assets/{assetId}',
			required: { assetId: record('Asset', 'asset', ['id'], { description: 'The list holds registered assets' }) },
		}),
		getAll: listItems(
			asset,
			'getAssets',
			{
				filterBy: text('Search', { description: 'Text that name, number, description or type holds' }),
				orderBy: choice('Order By', [
					['AssetName', 'Asset Name'],
					['AssetNumber', 'Asset Number'],
					['AssetType', 'Asset Type'],
					['DisposalDate', 'Disposal Date', 'Of disposed assets only'],
					['DisposalPrice', 'Disposal Price', 'Of disposed assets only'],
					['PurchaseDate', 'Purchase Date'],
					['PurchasePrice', 'Purchase Price'],
				]),
				sortDirection: choice('Sort Direction', [
					['asc', 'Ascending'],
					['desc', 'Descending'],
				]),
			},
			{ by: 'page', size: 200 },
			{ required: { status: choice('Status', STATUSES) } },
		),
	}),
});
