import type { CreditRow } from '../book/moneyRows';

type Amounts = Pick<CreditRow, 'Date' | 'LineAmountTypes' | 'CurrencyCode' | 'CurrencyRate' | 'Total' | 'LineItems'> & {
	ContactID?: string;
};

/** What must not change once something is allocated to a document, in a form that can be compared. */
export function fixedFields(row: Amounts): string {
	const lines = row.LineItems.map(({ LineItemID: _id, ...line }) =>
		Object.entries(line)
			.filter(([, value]) => value !== undefined)
			.sort(),
	);
	return JSON.stringify([row.ContactID, row.Date, row.LineAmountTypes, row.CurrencyCode, row.CurrencyRate, row.Total, lines]);
}
