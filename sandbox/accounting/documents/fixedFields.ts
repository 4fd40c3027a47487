/** Rows of documents as text, to see whether something of them changed. */
import type { CreditRow } from '../book/moneyRows';
import type { LineRow } from '../book/rows';
import { isBody } from '../resource/input';

/** A row as text, whatever the order of its keys and whether what has no value is there. */
export function contentOf(row: object): string {
	const sorted = (one: object): object => Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
	return JSON.stringify(row, (_key, value: unknown) => (isBody(value) ? sorted(value) : value));
}

/** Lines without their ids, which a body may leave out. */
export function linesWithoutIds(lines: readonly LineRow[]): Array<Omit<LineRow, 'LineItemID'>> {
	return lines.map(({ LineItemID: _id, ...line }) => line);
}

type Fixed = Pick<CreditRow, 'Date' | 'LineAmountTypes' | 'CurrencyCode' | 'CurrencyRate' | 'Total' | 'LineItems'> & {
	ContactID?: string;
};

/** What must not change once something is allocated to a document. */
export function fixedFields({ ContactID, Date, LineAmountTypes, CurrencyCode, CurrencyRate, Total, LineItems }: Fixed): string {
	const lines = linesWithoutIds(LineItems);
	return contentOf({ ContactID, Date, LineAmountTypes, CurrencyCode, CurrencyRate, Total, lines });
}
