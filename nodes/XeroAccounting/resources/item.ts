import type { IDataObject } from 'n8n-workflow';
import { group } from '../../shared/inputs/collections';
import { flag, number, text } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { create, get, list, remove, update, upsert, recordPicker } from '../../shared/operations/crud';
import { accountCode, taxType } from '../fields/pickers';
import { modifiedSince, quoted, raw } from '../../shared/inputs/where';
import type { Search, Sought } from '../findOrCreate';
import { findOrCreate } from '../findOrCreate';
import { find } from '../operations/find';
import { history } from '../operations/history';

const titled = ({ Code, Name }: IDataObject): string => (Name ? `${String(Code)} · ${String(Name)}` : String(Code));
const price = number('Price', { blank: '' });

const ITEMS: Omit<Sought, 'query'> = {
	singular: 'item',
	plural: 'items',
	path: 'Items',
	id: 'ItemID',
	paging: { by: 'nothing' },
	isActive: () => true,
};

const BY_CODE: Search = { property: 'Code', label: 'Code', anyCase: false };

export const item = resource({
	key: 'item',
	name: 'Item',
	plural: 'Items',
	description: 'A product or service',
	path: 'Items',
	id: 'ItemID',
	scope: 'accounting.settings',
	simplified: [
		'ItemID',
		'Code',
		'Name',
		'Description',
		'SalesDetails.UnitPrice',
		'PurchaseDetails.UnitPrice',
		'IsSold',
		'IsPurchased',
		'IsTrackedAsInventory',
		'QuantityOnHand',
	],
	fields: {
		Code: text('Code', { max: 30, placeholder: 'e.g. GB1-White' }),
		Description: text('Sales Description', { max: 4000, rows: 2 }),
		InventoryAssetAccountCode: accountCode('Inventory Asset Account', 'inventoryAccount'),
		IsPurchased: flag('Is Purchased', 'Whether the item can be bought', true),
		IsSold: flag('Is Sold', 'Whether the item can be sold', true),
		Name: text('Name', { max: 50 }),
		PurchaseDescription: text('Purchase Description', { max: 4000, rows: 2 }),
		PurchaseDetails: group('Purchase Details', {
			AccountCode: accountCode('Account'),
			COGSAccountCode: accountCode('Cost of Goods Sold Account'),
			TaxType: taxType(),
			UnitPrice: price,
		}),
		SalesDetails: group('Sales Details', { AccountCode: accountCode('Account'), TaxType: taxType(), UnitPrice: price }),
	},
	namesOf: ({ Name }) => (Name ? [String(Name)] : []),
	listOptions: {
		item: (item) => [{ name: titled(item), value: String(item.ItemID) }],
		itemCode: (item) => [{ name: titled(item), value: String(item.Code) }],
	},
	operations: (item) => ({
		create: create(item, 'createItems', ['Code'], { batchSize: 50, perElement: true }),
		upsert: upsert(item, 'updateOrCreateItems', ['Code'], 'code', {
			batchSize: 50,
			perElement: true,
			identity: ['ItemID', 'Code'],
		}),
		findOrCreate: {
			...create(item, ['createItems', 'getItems'], ['Code'], {
				name: 'Find or Create',
				action: 'Find or create an item',
				description: 'Retrieve the item with a code unchanged, or create it where there is none',
				notice: 'An existing item with the code is returned as it is; the other fields count for a new one only',
				simplified: ['found', ...item.simplified!],
			}),
			run: async (call) => await findOrCreate(call, { ...ITEMS, query: call.query }, BY_CODE, call.body),
		},
		find: find(item, 'getItems', { sought: ITEMS, search: () => BY_CODE }),
		get: get(item, 'getItem', {
			required: recordPicker(item, ['id', 'code'], { modes: { code: { placeholder: 'e.g. GB1-White' } } }),
		}),
		getAll: list(
			item,
			'getItems',
			{
				Code: quoted('Code', 'Code'),
				Name: quoted('Name', 'Name'),
				...modifiedSince,
				...raw,
			},
			{ by: 'nothing' },
		),
		// Xero's schema asks for the code in every write, a new one included.
		update: update(item, ['updateItem', 'updateOrCreateItems'], {
			required: {
				...recordPicker(item),
				Code: text('Code', { max: 30, description: 'The current code, or a new one', placeholder: 'e.g. GB1-White' }),
			},
			leave: ['Code'],
			batchPath: '/Items',
			batchSize: 50,
			perElement: true,
		}),
		delete: remove(item, 'deleteItem'),
		...history(item, { get: 'getItemHistory', create: 'createItemHistory' }),
	}),
});
