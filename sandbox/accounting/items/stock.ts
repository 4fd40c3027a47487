/** Tracked inventory: what documents move, and what it costs. */
import { accountByCode } from '../accounts/accounts';
import type { Book } from '../book/book';
import type { InvoiceRow, ItemRow, LineRow } from '../book/rows';
import { type Posting, toBase } from '../ledger/ledger';
import type { Findings } from '../resource/input';
import { divide, fromUnits, rounded, sum, units } from '../values/decimal';
import { itemByCode } from './items';

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
	return fromUnits(divide(units(item.TotalCostPool, 2) * units(quantity, 4), units(item.QuantityOnHand, 4)), 2);
}

function checkOnHand(findings: Findings, item: ItemRow, quantity: number): void {
	if (quantity <= item.QuantityOnHand) return;
	findings.fail(
		`The quantity on hand of item '${item.Code}' is ${item.QuantityOnHand}, which is less than the quantity ${quantity} of this document.`,
	);
}

/** Which way goods of tracked items go with a document, and whether they count with what they cost or with the value of their line. */
const MOVES = {
	ACCPAY: { sign: 1, atCost: false },
	ACCREC: { sign: -1, atCost: true },
	ACCRECCREDIT: { sign: 1, atCost: true },
	ACCPAYCREDIT: { sign: -1, atCost: false },
} as const;

/**
 * What an approved document moves in tracked inventory: bills bring quantity and their net value in the base currency, sales take
 * quantity at average cost, credit notes the other way round. More than is on hand cannot leave, unless back orders are allowed.
 */
export function movesOf(
	book: Book,
	findings: Findings,
	row: Lines & { readonly Type: keyof typeof MOVES },
	backorders = false,
): Moves {
	const { sign, atCost } = MOVES[row.Type];
	return tracked(book, row).map(({ line, item, quantity }) => {
		if (sign < 0 && !backorders) checkOnHand(findings, item, quantity);
		const cost = atCost ? averageCost(item, quantity) : valueOf(row, line);
		return { ItemID: item.ItemID, quantity: sign * quantity, cost: sign * cost };
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
