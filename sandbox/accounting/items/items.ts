/** Items: what is sold and bought, with or without stock. */
import { accountByCode } from '../accounts/accounts';
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import type { ItemRow } from '../book/rows';
import { namedInLines, renameItem } from '../documents/codeUses';
import { historyRoutes } from '../resource/history';
import { type Input, isGuid } from '../resource/input';
import { kindOf } from '../resource/kind';
import { invalidOne } from '../resource/replies';
import { invalidParameter } from '../resource/request';
import { found, getMany, getOne, type Handler, resourceOf, update, write } from '../resource/routes';
import { elements } from '../resource/writing';
import { columnsOf, fieldsOf } from '../schema';
import { rounded } from '../values/decimal';

/** Most items of one request. */
const MOST = 500;

const kind = kindOf<ItemRow>('Item', {
	table: (book) => book.items,
	find: (book, key) => (isGuid(key) ? book.items.get(key) : itemByCode(book, key)),
	nested: {
		SalesDetails: {
			columns: columnsOf('Purchase', ['UnitPrice', 'AccountCode', 'TaxType']),
			of: (_book, row) => row.SalesDetails,
		},
		PurchaseDetails: { columns: columnsOf('Purchase'), of: (_book, row) => row.PurchaseDetails },
	},
	render(_book, row, _detail, places) {
		const { InventoryAssetAccountCode, TotalCostPool, QuantityOnHand, ...fields } = fieldsOf('Item', row);
		return {
			...fields,
			PurchaseDetails: priced(row.PurchaseDetails, places),
			SalesDetails: priced(row.SalesDetails, places),
			...(row.IsTrackedAsInventory ? { InventoryAssetAccountCode, TotalCostPool, QuantityOnHand } : {}),
		};
	},
});

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
function writeItem(book: Book, input: Input, places: number, upsert: boolean): ItemRow | undefined {
	const id = upsert ? input.guid('ItemID') : undefined;
	if (id !== undefined && !book.items.get(id)) return void input.fail('The item with the specified ItemID could not be found.');
	const row = id !== undefined ? book.items.get(id) : upsert ? itemByCode(book, input.text('Code') ?? '') : undefined;
	return save(book, input, row ?? blank(book), places);
}

/** A new item, with unit prices of up to four decimals. */
export function createItem(book: Book, input: Input): ItemRow | undefined {
	return writeItem(book, input, 4, false);
}

const many =
	(upsert: boolean): Handler =>
	(book, request, operation) => {
		const count = elements(request.body, kind.plural, kind.singular).length;
		if (count > MOST) throw invalidParameter(`No more than ${MOST} items can be sent in one request`);
		return write(kind, (_book, input, { places }) => writeItem(book, input, places, upsert))(book, request, operation);
	};

export const items = resourceOf(
	kind,
	{
		getItems: getMany(kind),
		updateOrCreateItems: many(true),
		createItems: many(false),
		getItem: getOne(kind),
		updateItem: update(kind, (book, row, input, { places }) => save(book, input, row, places)),
		deleteItem(book, request) {
			const row = found(kind, book, request);
			if (namedInLines(book, 'item', row.Code)) {
				const sentence = `The item '${row.Code}' cannot be deleted as it is used by transactions.`;
				throw invalidOne(kind.render(book, row, 'full', 2), sentence);
			}
			book.items.remove(row.ItemID);
			return { status: 204 };
		},
	},
	historyRoutes(kind),
);
