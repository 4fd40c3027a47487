import { lineNames } from '../documents/bankedLines';
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import { accountByCode } from '../accounts/accounts';
import { renameItem } from '../documents/codes';
import { rounded } from '../values/decimal';
import { usedInPapers } from '../documents/documentCodes';
import { historyRoutes } from '../resource/history';
import { type Input, isGuid } from '../resource/input';
import { getMany, recordsOf } from '../resource/reading';
import { answer, type Body, exception, invalidOne, notFound } from '../resource/replies';
import { type BookRoute, hole, itemsScope, type Kind, type Resource, settings, unitdp } from '../resource/resource';
import type { ItemRow } from '../book/rows';
import { elements, writeMany, writeOne } from '../resource/writing';

/** Most items of one request. */
const MOST = 500;

const kind: Kind<ItemRow> = {
	singular: 'Item',
	plural: 'Items',
	id: 'ItemID',
	idOf: (row) => row.ItemID,
	table: (book) => book.items,
	columns: {
		ItemID: 'id',
		Code: 'text',
		Name: 'text',
		Description: 'text',
		PurchaseDescription: 'text',
		IsSold: 'flag',
		IsPurchased: 'flag',
		IsTrackedAsInventory: 'flag',
		QuantityOnHand: 'number',
		TotalCostPool: 'number',
		InventoryAssetAccountCode: 'text',
		SalesDetails: { UnitPrice: 'number', AccountCode: 'text', TaxType: 'text' },
		PurchaseDetails: { UnitPrice: 'number', AccountCode: 'text', COGSAccountCode: 'text', TaxType: 'text' },
		UpdatedDateUTC: 'time',
	},
	look: (_book, row, path) =>
		path[1] === undefined ? undefined : (row[path[0] as 'SalesDetails' | 'PurchaseDetails'] as Body)[path[1]],
	render: (_book, row, _detail, places) => ({
		ItemID: row.ItemID,
		Code: row.Code,
		Name: row.Name,
		Description: row.Description,
		PurchaseDescription: row.PurchaseDescription,
		UpdatedDateUTC: row.UpdatedDateUTC,
		PurchaseDetails: priced(row.PurchaseDetails, places),
		SalesDetails: priced(row.SalesDetails, places),
		IsTrackedAsInventory: row.IsTrackedAsInventory,
		IsSold: row.IsSold,
		IsPurchased: row.IsPurchased,
		...(row.IsTrackedAsInventory
			? {
					InventoryAssetAccountCode: row.InventoryAssetAccountCode,
					TotalCostPool: row.TotalCostPool,
					QuantityOnHand: row.QuantityOnHand,
				}
			: {}),
	}),
};

function priced<Details extends { UnitPrice?: number }>(details: Details, places: number): Details {
	return details.UnitPrice === undefined ? { ...details } : { ...details, UnitPrice: rounded(details.UnitPrice, places) };
}

/** The item with this code. */
export function itemByCode(book: Book, code: string): ItemRow | undefined {
	return book.items.first('code', fold(code));
}

function account(book: Book, input: Input, key: string): string | undefined {
	const code = input.code(key);
	const row = code ? accountByCode(book, code) : undefined;
	if (code && (!row || row.Status === 'ARCHIVED')) input.fail(`Account code '${code}' is not a valid code for this item.`);
	return code;
}

function details(
	book: Book,
	input: Input | undefined,
	before: ItemRow['PurchaseDetails'],
	places: number,
): ItemRow['PurchaseDetails'] {
	if (!input) return before;
	const tax = input.code('TaxType');
	if (tax && book.taxRates.get(tax)?.Status !== 'ACTIVE') input.fail(`The TaxType code '${tax}' does not exist.`);
	const price = input.number('UnitPrice', places);
	if (price !== undefined && price < 0) input.fail('The UnitPrice field must not be less than zero.');
	return {
		UnitPrice: price ?? before.UnitPrice,
		AccountCode: account(book, input, 'AccountCode') ?? before.AccountCode,
		COGSAccountCode: account(book, input, 'COGSAccountCode') ?? before.COGSAccountCode,
		TaxType: tax ?? before.TaxType,
	};
}

/** What makes an item tracked: an INVENTORY account and a cost of goods sold account, both or neither (spec). */
function checkTracking(book: Book, input: Input, row: ItemRow): void {
	const [asset, cost] = [row.InventoryAssetAccountCode, row.PurchaseDetails.COGSAccountCode];
	if ((asset === undefined) !== (cost === undefined)) {
		input.fail(
			'InventoryAssetAccountCode and PurchaseDetails.COGSAccountCode must both be specified to track an item as inventory.',
		);
	}
	if (asset !== undefined && accountByCode(book, asset)?.Type !== 'INVENTORY')
		input.fail('The InventoryAssetAccountCode must be an account of type INVENTORY.');
	const type = cost === undefined ? undefined : accountByCode(book, cost)?.Type;
	if (cost !== undefined && type !== 'DIRECTCOSTS' && type !== 'EXPENSE')
		input.fail('The COGSAccountCode must be an account of type DIRECTCOSTS or EXPENSE.');
	if (asset !== undefined && row.PurchaseDetails.AccountCode !== undefined)
		input.fail('PurchaseDetails.AccountCode must not be specified for a tracked item.');
}

function save(book: Book, input: Input, before: ItemRow, places: number): ItemRow | undefined {
	if (before.Code !== '') input.findings.id = before.ItemID;
	const code = input.text('Code', 30)?.trim() ?? before.Code;
	if (code === '') input.fail('The Code field must be specified.');
	const same = book.items.first('code', fold(code));
	if (same && same.ItemID !== before.ItemID) input.fail(`Price List Item with Code '${code}' already exists`);
	const [sold, bought] = [input.flag('IsSold') ?? before.IsSold, input.flag('IsPurchased') ?? before.IsPurchased];
	const row: ItemRow = {
		...before,
		Code: code,
		Name: input.text('Name', 50) ?? before.Name,
		IsSold: sold,
		IsPurchased: bought,
		Description: input.text('Description', 4000) ?? before.Description,
		PurchaseDescription: input.text('PurchaseDescription', 4000) ?? before.PurchaseDescription,
		InventoryAssetAccountCode: account(book, input, 'InventoryAssetAccountCode') ?? before.InventoryAssetAccountCode,
		SalesDetails: details(book, input.object('SalesDetails'), before.SalesDetails, places),
		PurchaseDetails: details(book, input.object('PurchaseDetails'), before.PurchaseDetails, places),
		UpdatedDateUTC: book.stamp(),
	};
	checkTracking(book, input, row);
	if (input.findings.failed) return undefined;
	renameItem(book, before.Code, code);
	const tracked = row.InventoryAssetAccountCode !== undefined;
	book.note(
		row.ItemID,
		before.Code === '' ? 'Created' : 'Edited',
		`${code} was ${before.Code === '' ? 'created' : 'edited'} through the Xero API.`,
	);
	return book.items.put({
		...row,
		IsTrackedAsInventory: tracked,
		// An item that is no longer sold or bought loses what belongs to that (spec, at IsSold and IsPurchased).
		...(sold ? {} : { Description: undefined, SalesDetails: {} }),
		...(bought ? {} : { PurchaseDescription: undefined, PurchaseDetails: {} }),
	});
}

function blank(book: Book): ItemRow {
	const none = { SalesDetails: {}, PurchaseDetails: {}, IsTrackedAsInventory: false, QuantityOnHand: 0, TotalCostPool: 0 };
	return { ItemID: book.newId(), Code: '', IsSold: true, IsPurchased: true, ...none, UpdatedDateUTC: book.stamp() };
}

/** PUT: a new item; POST without an id: the one with the same ItemID or Code, else a new one. */
function write(book: Book, input: Input, places: number, upsert: boolean): ItemRow | undefined {
	const id = upsert ? input.guid('ItemID') : undefined;
	if (id !== undefined && !book.items.get(id)) return void input.fail('The item with the specified ItemID could not be found.');
	const row = id !== undefined ? book.items.get(id) : upsert ? itemByCode(book, input.text('Code') ?? '') : undefined;
	return save(book, input, row ?? blank(book), places);
}

/** A new item, with unit prices of up to four decimals. */
export function createItem(book: Book, input: Input): ItemRow | undefined {
	return write(book, input, 4, false);
}

function find(book: Book, key: string): ItemRow {
	const row = isGuid(key) ? book.items.get(key) : itemByCode(book, key);
	if (!row) throw notFound();
	return row;
}

const many = (operationId: string, method: 'PUT' | 'POST'): BookRoute => ({
	operationId,
	method,
	path: '/Items',
	scopes: itemsScope.write,
	handle(book, request) {
		const count = elements(request.body, kind.plural, kind.singular).length;
		if (count > MOST) throw exception(14, 'PostDataInvalidException', `No more than ${MOST} items can be sent in one request`);
		return writeMany(kind, book, request, (input) => write(book, input, unitdp(request), method === 'POST'));
	},
});

export const items: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getItems', itemsScope, { modified: true }),
		many('updateOrCreateItems', 'POST'),
		many('createItems', 'PUT'),
		{
			operationId: 'getItem',
			method: 'GET',
			path: '/Items/{ItemID}',
			scopes: itemsScope.read,
			handle: (book, request) =>
				answer(book, kind.plural, [kind.render(book, find(book, hole(request, kind.id)), 'full', unitdp(request))]),
		},
		{
			operationId: 'updateItem',
			method: 'POST',
			path: '/Items/{ItemID}',
			scopes: itemsScope.write,
			handle(book, request) {
				const row = find(book, hole(request, kind.id));
				return writeOne(kind, book, request, (input) => save(book, input, row, unitdp(request)));
			},
		},
		{
			operationId: 'deleteItem',
			method: 'DELETE',
			path: '/Items/{ItemID}',
			scopes: itemsScope.write,
			handle(book, request) {
				const row = find(book, hole(request, kind.id));
				const used =
					book.invoices.all('item', fold(row.Code)).length > 0 ||
					lineNames(book, 'item', fold(row.Code)) ||
					usedInPapers(book, 'item', row.Code);
				if (used)
					throw invalidOne(
						kind.render(book, row, 'full', 2),
						`The item '${row.Code}' cannot be deleted as it is used by transactions.`,
					);
				book.items.remove(row.ItemID);
				return { status: 204 };
			},
		},
		...historyRoutes(kind, settings),
	],
};
