/** Which documents, items and contacts name an account, an item or tracking; when a code changes, they follow. */
import type { Book } from '../book/book';
import { fold, type LineIndex, lineKeys } from '../book/indexes';
import type { LineRow } from '../book/rows';

type Lines = readonly LineRow[];
interface LinesTable<Row extends { LineItems: Lines; Status: string }> {
	values(): readonly Row[];
	put(row: Row): Row;
}

/** A document with lines, and how to save it with others. None of it counts as a change of the document. */
interface Lined {
	lines: Lines;
	save(lines: Lines): void;
}

/** Documents whose lines have no index, as long as they count. */
function unindexed(book: Book): Lined[] {
	const of = <Row extends { LineItems: Lines; Status: string }>(table: LinesTable<Row>): Lined[] =>
		table
			.values()
			.filter((row) => row.Status !== 'DELETED' && row.Status !== 'VOIDED')
			.map((row) => ({ lines: row.LineItems, save: (LineItems) => void table.put({ ...row, LineItems }) }));
	return [...of(book.quotes), ...of(book.purchaseOrders), ...of(book.repeatingInvoices), ...of(book.receipts)];
}

/** Whether a line of a document names an account or item by its code, or a tracking category or option by its id. */
export function namedInLines(book: Book, index: LineIndex, code: string): boolean {
	const key = index === 'option' ? code : fold(code);
	if (key === '') return false;
	const indexed = [book.invoices, book.creditNotes, book.bankTransactions].some((table) => table.all(index, key).length > 0);
	return indexed || unindexed(book).some(({ lines }) => lines.some((line) => lineKeys[index](line).includes(key)));
}

/** Whether money went through an account in bank transactions, transfers or batch payments. */
export function banked(book: Book, accountId: string): boolean {
	return [book.bankTransactions, book.bankTransfers, book.batchPayments].some((table) => table.all('bank', accountId).length > 0);
}

function renameInLines(book: Book, field: 'AccountCode' | 'ItemCode', from: string, to: string): void {
	const index = field === 'AccountCode' ? 'account' : 'item';
	const named = (line: LineRow): boolean => lineKeys[index](line).includes(from);
	const renamed = (lines: Lines): LineRow[] => lines.map((line) => (named(line) ? { ...line, [field]: to } : line));
	for (const { lines, save } of unindexed(book)) if (lines.some(named)) save(renamed(lines));
	for (const row of book.invoices.all(index, from)) book.invoices.put({ ...row, LineItems: renamed(row.LineItems) });
	for (const row of book.creditNotes.all(index, from)) book.creditNotes.put({ ...row, LineItems: renamed(row.LineItems) });
	for (const row of book.bankTransactions.all(index, from)) {
		const LineItems = renamed(row.LineItems);
		book.bankTransactions.put({ ...row, LineItems });
		const prepayment = book.prepayments.get(row.PrepaymentID ?? '');
		if (prepayment) book.prepayments.put({ ...prepayment, LineItems });
		const overpayment = book.overpayments.get(row.OverpaymentID ?? '');
		if (overpayment) book.overpayments.put({ ...overpayment, LineItems });
	}
}

/** When the code of an account changes, documents, items and contacts follow. */
export function renameAccount(book: Book, from: string, to: string): void {
	const old = fold(from);
	if (old === '' || from === to) return;
	const named = (code: string | undefined): string | undefined => (code !== undefined && fold(code) === old ? to : code);
	renameInLines(book, 'AccountCode', old, to);
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
	if (fold(from) !== '' && from !== to) renameInLines(book, 'ItemCode', fold(from), to);
}
