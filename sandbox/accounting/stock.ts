import type { Book } from './book';
import { divide, number, rounded, units } from './decimal';
import type { Findings } from './input';
import { itemByCode } from './items';
import type { InvoiceRow } from './rows';

type Moves = InvoiceRow['moves'];

/**
 * What an approved document moves in tracked inventory: bills bring quantity and their net value in the base currency, sales take
 * quantity at average cost. Selling more than is on hand is refused, unless back orders are allowed.
 */
export function movesOf(book: Book, findings: Findings, row: InvoiceRow, backorders: boolean): Moves {
	return row.LineItems.flatMap((line) => {
		const item = line.ItemCode === undefined ? undefined : itemByCode(book, line.ItemCode);
		if (!item?.IsTrackedAsInventory || !line.Quantity) return [];
		if (row.Type === 'ACCPAY') {
			const net = row.LineAmountTypes === 'Inclusive' ? line.LineAmount - line.TaxAmount : line.LineAmount;
			return [{ ItemID: item.ItemID, quantity: line.Quantity, cost: rounded(net / row.CurrencyRate, 2) }];
		}
		if (line.Quantity > item.QuantityOnHand && !backorders) {
			findings.fail(
				`The quantity on hand of item '${item.Code}' is ${item.QuantityOnHand}, which is less than the quantity ${line.Quantity} of this document.`,
			);
		}
		const cost =
			item.QuantityOnHand > 0
				? divide(units(item.TotalCostPool, 2) * units(line.Quantity, 4), units(item.QuantityOnHand, 4))
				: 0n;
		return [{ ItemID: item.ItemID, quantity: -line.Quantity, cost: -number(cost, 2) }];
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
