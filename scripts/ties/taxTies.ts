// GST or VAT in detail beside the journals of the sandbox, and beside its tax account on both bases.

import type { IDataObject } from 'n8n-workflow';
import type { Line, Runs } from './tie';
import { addTo, cents, sideBySide } from './tie';

/** Journals of what no list of the API has, with tax: money spent in another product. */
const HIDDEN: ReadonlySet<unknown> = new Set(['EXTERNALSPENDMONEY']);

/** Net and tax of each rate as journals have them, debit positive. */
function ofJournals(books: Runs, from: string, to: string): Map<string, number> {
	const sums = new Map<string, number>();
	for (const { JournalDate, JournalLines, SourceType } of books.records('Journals')) {
		const day = String(JournalDate).slice(0, 10);
		if (HIDDEN.has(SourceType) || day < from || day > to) continue;
		for (const { TaxType, NetAmount, TaxAmount } of JournalLines as IDataObject[]) {
			if (typeof TaxType !== 'string' || TaxType === 'NONE') continue;
			addTo(addTo(sums, `${TaxType} net`, cents(NetAmount)), `${TaxType} tax`, cents(TaxAmount));
		}
	}
	return sums;
}

function ofRates(rows: readonly IDataObject[]): Map<string, number> {
	const sums = new Map<string, number>();
	for (const { level, taxType, side, net, tax } of rows) {
		if (level !== 'rate') continue;
		const sign = side === 'sales' ? -1 : 1;
		addTo(addTo(sums, `${String(taxType)} net`, sign * cents(net)), `${String(taxType)} tax`, sign * cents(tax));
	}
	return sums;
}

/** Rates beside journals; on each basis the tax account beside the trial balance, and the tax inside what is not paid. */
export async function taxTies(books: Runs, from: string, to: string): Promise<Line[]> {
	const lines: Line[] = [];
	for (const basis of ['accrual', 'cash']) {
		const asked = { period: 'custom', fromDate: from, toDate: to, rows: 'rates', options: { basis, unpaidTax: true } };
		const { rows, calls } = await books.run('tax.taxDetail', asked);
		const of = `${from} to ${to}, ${basis}`;
		if (basis === 'accrual')
			lines.push({
				...{ report: 'Tax Detail', of: `${of}, each rate` },
				...sideBySide(ofRates(rows), ofJournals(books, from, to)),
				calls,
			});
		const hidden = books.hidden(from, to).get('820') ?? 0;
		for (const [check, besides] of [
			['taxAccounts', hidden],
			['unpaidTax', 0],
		] as const) {
			const { ours, xeros } = rows.find((row) => row.check === check)!;
			const here = cents(ours) + besides;
			lines.push({
				...{ report: 'Tax Detail', of: `${of}, ${check}`, held: 1 },
				...{ ours: here, xeros: cents(xeros), apart: Math.abs(here - cents(xeros)), calls },
			});
		}
	}
	return lines;
}
