import { accountByCode } from '../accounts/accounts';
import type { Book } from '../book/book';
import { divide, number, rounded, sum, units } from '../values/decimal';
import type { Findings } from '../resource/input';
import { itemByCode } from './items';
import { type Posting, toBase } from '../ledger/ledger';
import type { InvoiceRow, ItemRow, LineRow } from '../book/rows';

type Moves = InvoiceRow['moves'];
type Lines = Pick<InvoiceRow, 'LineItems' | 'LineAmountTypes' | 'CurrencyRate'>;

/** Lines of tracked items with their quantities. */
function tracked(book: Book, { LineItems }: Lines): Array<{ line: LineRow; item: ItemRow; quantity: number }> {
	return LineItems.flatMap((line) => {
		const item = line.ItemCode === undefined ? undefined : itemByCode(book, line.ItemCode);
		return item?.IsTrackedAsInventory && line.Quantity ? [{ line, item, quantity: line.Quantity }] : [];
	});
}

/** What a line of a purchase is worth without tax, in the base currency. */
function valueOf(row: Lines, line: LineRow): number {
	return toBase(
		row.LineAmountTypes === 'Inclusive' ? sum([line.LineAmount, -line.TaxAmount]) : line.LineAmount,
		row.CurrencyRate,
	);
}

/** What a quantity of an item costs on average. */
function averageCost(item: ItemRow, quantity: number): number {
	if (item.QuantityOnHand <= 0) return 0;
	return number(divide(units(item.TotalCostPool, 2) * units(quantity, 4), units(item.QuantityOnHand, 4)), 2);
}

function checkOnHand(findings: Findings, item: ItemRow, quantity: number): void {
	if (quantity <= item.QuantityOnHand) return;
	findings.fail(
		`The quantity on hand of item '${item.Code}' is ${item.QuantityOnHand}, which is less than the quantity ${quantity} of this document.`,
	);
}

/**
 * What an approved document moves in tracked inventory: bills bring quantity and their net value in the base currency, sales take
 * quantity at average cost. Selling more than is on hand is refused, unless back orders are allowed.
 */
export function movesOf(book: Book, findings: Findings, row: Lines & Pick<InvoiceRow, 'Type'>, backorders: boolean): Moves {
	return tracked(book, row).map(({ line, item, quantity }) => {
		if (row.Type === 'ACCPAY') return { ItemID: item.ItemID, quantity, cost: valueOf(row, line) };
		if (!backorders) checkOnHand(findings, item, quantity);
		return { ItemID: item.ItemID, quantity: -quantity, cost: -averageCost(item, quantity) };
	});
}

/**
 * What an approved credit note moves in tracked inventory: goods of a customer come back at average cost, goods that go back to a
 * supplier take their net value along.
 */
export function returnsOf(
	book: Book,
	findings: Findings,
	row: Lines & { readonly Type: 'ACCRECCREDIT' | 'ACCPAYCREDIT' },
): Moves {
	return tracked(book, row).map(({ line, item, quantity }) => {
		if (row.Type === 'ACCRECCREDIT') return { ItemID: item.ItemID, quantity, cost: averageCost(item, quantity) };
		checkOnHand(findings, item, quantity);
		return { ItemID: item.ItemID, quantity: -quantity, cost: -valueOf(row, line) };
	});
}

/** Books moves into the items (`sign` 1) or takes them back (-1). Does not mark the items as changed. */
export function moveStock(book: Book, moves: Moves, sign: 1 | -1): void {
	for (const { ItemID, quantity, cost } of moves) {
		const item = book.items.get(ItemID);
		if (!item) continue;
		const [on, pool] = [rounded(item.QuantityOnHand + sign * quantity, 4), rounded(item.TotalCostPool + sign * cost, 2)];
		book.items.put({ ...item, QuantityOnHand: on, TotalCostPool: pool });
	}
}

/** What goods that were sold cost, from their inventory account to their cost of goods sold; goods that come back the other way. */
export function costPostings(book: Book, moves: Moves): Posting[] {
	return moves.flatMap(({ ItemID, cost }): Posting[] => {
		const item = book.items.get(ItemID);
		const [inventory, sold] = [item?.InventoryAssetAccountCode, item?.PurchaseDetails.COGSAccountCode].map((code) =>
			code === undefined ? undefined : accountByCode(book, code),
		);
		if (!item || !inventory || !sold) return [];
		return [
			{ AccountID: sold.AccountID, net: -cost, Description: item.Name },
			{ AccountID: inventory.AccountID, net: cost, Description: item.Name },
		];
	});
}
