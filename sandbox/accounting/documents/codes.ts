import { recodeLines } from './bankedLines';
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import { renameInPapers } from './documentCodes';

/**
 * Documents, items and contacts name accounts and items by their codes. When a code changes, what names it follows, and
 * none of it counts as changed.
 */
export function renameAccount(book: Book, from: string, to: string): void {
	const old = fold(from);
	if (old === '' || from === to) return;
	const named = (code: string | undefined): string | undefined => (code !== undefined && fold(code) === old ? to : code);
	renameInPapers(book, 'AccountCode', from, to);
	for (const row of book.invoices.all('account', old)) {
		book.invoices.put({ ...row, LineItems: row.LineItems.map((line) => ({ ...line, AccountCode: named(line.AccountCode) })) });
	}
	recodeLines(book, 'account', old, (line) => ({ ...line, AccountCode: named(line.AccountCode) }));
	for (const row of [...book.items.values()]) {
		const [sales, bought] = [row.SalesDetails, row.PurchaseDetails];
		const next = {
			...row,
			InventoryAssetAccountCode: named(row.InventoryAssetAccountCode),
			SalesDetails: { ...sales, AccountCode: named(sales.AccountCode) },
			PurchaseDetails: { ...bought, AccountCode: named(bought.AccountCode), COGSAccountCode: named(bought.COGSAccountCode) },
		};
		if (JSON.stringify(next) !== JSON.stringify(row)) book.items.put(next);
	}
	for (const row of [...book.contacts.values()]) {
		const [sales, bought] = [row.SalesDefaultAccountCode, row.PurchasesDefaultAccountCode];
		if (named(sales) === sales && named(bought) === bought) continue;
		book.contacts.put({ ...row, SalesDefaultAccountCode: named(sales), PurchasesDefaultAccountCode: named(bought) });
	}
}

/** The same for the code of an item. */
export function renameItem(book: Book, from: string, to: string): void {
	const old = fold(from);
	if (old === '' || from === to) return;
	renameInPapers(book, 'ItemCode', from, to);
	for (const row of book.invoices.all('item', old)) {
		const LineItems = row.LineItems.map((line) =>
			line.ItemCode !== undefined && fold(line.ItemCode) === old ? { ...line, ItemCode: to } : line,
		);
		book.invoices.put({ ...row, LineItems });
	}
	recodeLines(book, 'item', old, (line) =>
		line.ItemCode !== undefined && fold(line.ItemCode) === old ? { ...line, ItemCode: to } : line,
	);
}
