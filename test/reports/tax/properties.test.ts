import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { entriesFromDocuments } from '../../../nodes/XeroReports/entries/fromDocuments';
import type { LedgerRecords } from '../../../nodes/XeroReports/entries/ledgerReading';
import type { DocumentList } from '../../../nodes/XeroReports/facts/documents';
import { documentOf } from '../../../nodes/XeroReports/facts/documents';
import { taxAccountIds } from '../../../nodes/XeroReports/folds/taxAccounts';
import type { TaxLine } from '../../../nodes/XeroReports/folds/taxLines';
import { netTaxOf, taxLinesOf } from '../../../nodes/XeroReports/folds/taxLines';
import { unpaidTaxIn } from '../../../nodes/XeroReports/folds/unpaidTax';
import { addDays } from '../../../nodes/XeroReports/rows/days';
import { DAYS, madeUpLedger } from '../ledger/madeUpLedger';
import { contextOf, idOf } from '../ledger/records';
import { RATES } from './taxOfK';

const RUNS = { numRuns: 120, seed: 20_261_101 };
const basis = fc.constantFrom<'accrual' | 'cash'>('accrual', 'cash');
const day = fc.constantFrom(...DAYS);

function taxOf(records: LedgerRecords, from: string, to: string, of: 'accrual' | 'cash') {
	const context = contextOf({ from, to, basis: of });
	const { entries } = entriesFromDocuments(records, context);
	return { entries, lines: taxLinesOf(entries, RATES, context.accounts) };
}

/** A document as Xero has it today, with all its payments. */
function asOfToday(list: DocumentList, record: IDataObject) {
	const paid = (record.Payments as IDataObject[]).reduce((total, { Amount }) => total + Number(Amount), 0);
	const open = Number(record.Total) - paid;
	return documentOf(list, { ...record, AmountDue: open.toFixed(2), RemainingCredit: open.toFixed(2) }, 'NZD');
}

const sums = (lines: readonly TaxLine[]) => lines.reduce(([net, tax], line) => [net! + line.net, tax! + line.tax], [0n, 0n]);

describe('the tax of any documents', () => {
	it('is line by line what the tax account gets, on both bases, whatever part is settled', () => {
		fc.assert(
			fc.property(madeUpLedger, basis, (records, of) => {
				const { entries, lines } = taxOf(records, '2000-01-01', '2099-12-31', of);
				const posted = entries.filter(({ accountId }) => accountId === idOf('820')).reduce((sum, { amount }) => sum + amount, 0n);
				expect(posted).toBe(-netTaxOf(lines));
			}),
			RUNS,
		);
	});

	it('on the accrual basis less that on the cash basis is the tax inside what is not paid', () => {
		fc.assert(
			fc.property(madeUpLedger, day, (records, to) => {
				const net = (of: 'accrual' | 'cash') => netTaxOf(taxOf(records, '2000-01-01', to, of).lines);
				const context = contextOf({ from: '2000-01-01', to, basis: 'cash' });
				const documents = (['Invoices', 'CreditNotes'] as const).flatMap((list) =>
					(records[list] ?? []).map((record) => asOfToday(list, record)),
				);
				expect(unpaidTaxIn({ documents }, to, taxAccountIds(context.accounts), context)).toMatchObject({
					tax: net('cash') - net('accrual'),
					unknown: 0,
				});
			}),
			RUNS,
		);
	});

	it('is the same over two halves of a period as over the whole', () => {
		fc.assert(
			fc.property(madeUpLedger, basis, fc.constantFrom(...DAYS.slice(0, -1)), (records, of, middle) => {
				const of1 = taxOf(records, DAYS[0]!, middle, of).lines;
				const of2 = taxOf(records, addDays(middle, 1), DAYS.at(-1)!, of).lines;
				expect(sums([...of1, ...of2])).toEqual(sums(taxOf(records, DAYS[0]!, DAYS.at(-1)!, of).lines));
			}),
			RUNS,
		);
	});
});
