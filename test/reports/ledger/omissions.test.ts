import { entriesFromDocuments } from '../../../nodes/XeroReports/entries/fromDocuments';
import type { LedgerRecords } from '../../../nodes/XeroReports/entries/ledgerReading';
import { contextOf, idOf, invoice, line, money, posted } from './records';

const made = (records: LedgerRecords) => entriesFromDocuments(records, contextOf());
const usd = (CurrencyRate: number | null) => ({ CurrencyCode: 'USD', CurrencyRate });

describe('a record that says too little', () => {
	it('gives no entries without the rate of its currency, which is never 1', () => {
		const spent = money('M', '2026-10-02', 115, [line('400', 115, 15)], {
			...usd(null),
			BankAccount: { AccountID: idOf('095') },
		});
		const sold = invoice('I', '2026-10-02', 100, [line('200', 100)], usd(0));
		expect(made({ Invoices: [sold], BankTransactions: [spent] })).toMatchObject({
			entries: [],
			omissions: [
				{ reason: 'rateMissing', source: { id: 'I' }, accountIds: [idOf('610'), idOf('200')] },
				{ reason: 'rateMissing', source: { id: 'M' }, accountIds: [idOf('095'), idOf('400'), idOf('820')] },
			],
		});
	});

	it('gives no entries without its lines', () => {
		const sold = invoice('I', '2026-10-02', 100, []);
		const spent = money('M', '2026-10-02', 115, []);
		const claim = {
			ExpenseClaimID: 'E',
			Status: 'AUTHORISED',
			ReportingDate: '2026-10-09',
			Total: 50,
			Receipts: [],
			Payments: [],
		};
		const journal = { ManualJournalID: 'J', Status: 'POSTED', Date: '2026-10-02', JournalLines: [] };
		const { entries, omissions } = made({
			Invoices: [sold],
			BankTransactions: [spent],
			ExpenseClaims: [claim],
			ManualJournals: [journal],
		});
		expect(entries).toEqual([]);
		expect(omissions.map(({ reason, source, accountIds }) => [reason, source.id, accountIds])).toEqual([
			['notRead', 'I', [idOf('610')]],
			['notRead', 'M', [idOf('090')]],
			['notRead', 'J', []],
			['notRead', 'E', [idOf('801')]],
		]);
	});

	it('without a day is reported, whatever the period', () => {
		const claim = { ExpenseClaimID: 'E', Status: 'AUTHORISED', Total: 50, Receipts: [], Payments: [] };
		expect(made({ ExpenseClaims: [claim] })).toMatchObject({
			entries: [],
			omissions: [{ reason: 'notRead', accountIds: [idOf('801')] }],
		});
	});

	it('counts once it is read again with what was missing', () => {
		const whole = invoice('I', '2026-10-02', 100, [line('200', 100)]);
		const read = made({ Invoices: [{ ...whole, LineItems: [] }, whole] });
		expect(posted(read)).toEqual([
			['610', 100],
			['200', -100],
		]);
		expect(read.omissions).toEqual([]);
	});
});
