import { record } from '../../shared/inputs/locators';
import { text } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { createOne, listAll } from '../../shared/operations/bareCrud';
import { depreciationSetting } from '../fields/depreciation';

export const assetType = resource({
	key: 'assetType',
	name: 'Asset Type',
	plural: 'Asset Types',
	description: 'A kind of assets, with its accounts and the way they depreciate',
	path: 'AssetTypes',
	id: 'assetTypeId',
	scope: 'assets',
	fields: {
		assetTypeName: text('Asset Type Name', { min: 1 }),
		bookDepreciationSetting: depreciationSetting,
		fixedAssetAccountId: record('Fixed Asset Account', 'activeAccount'),
		depreciationExpenseAccountId: record('Depreciation Expense Account', 'activeAccount'),
		accumulatedDepreciationAccountId: record('Accumulated Depreciation Account', 'activeAccount'),
	},
	listOptions: { assetType: ({ assetTypeName, assetTypeId }) => [{ name: String(assetTypeName), value: String(assetTypeId) }] },
	operations: (assetType) => ({
		create: createOne(assetType, 'createAssetType', ['assetTypeName', 'bookDepreciationSetting']),
		getAll: listAll(assetType, 'getAssetTypes'),
	}),
});
