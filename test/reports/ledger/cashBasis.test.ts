import { entriesFromDocuments } from '../../../nodes/XeroReports/entries/fromDocuments';
import type { LedgerRecords } from '../../../nodes/XeroReports/entries/ledgerReading';
import { generalLedger } from '../../../nodes/XeroReports/folds/generalLedger';
import { addEntries, movedBy } from '../../../nodes/XeroReports/folds/ledgerAccounts';
import { OCTOBER, RECORDS, SEPTEMBER } from './ledgerK';
import type { Amounts } from './records';
import { bill, codeIn, contextOf, creditNote, idOf, invoice, line, money, payment, posted, sums, trialBalance } from './records';

const cash = contextOf({ basis: 'cash' });
/** With the bill of September that is paid in October, which has to be read for its lines. */
const records: LedgerRecords = {
	...RECORDS,
	Invoices: [...RECORDS.Invoices!, bill('BILL-8', '2026-09-11', 230, [line('400', 200, 30)])],
};
const made = entriesFromDocuments(records, cash);
const bySource = (id: string) => posted({ ...made, entries: made.entries.filter(({ source }) => source.id === id) });

describe('ledger K on the cash basis, October 2026', () => {
	it('counts documents where and as far as they are settled', () => {
		expect(bySource('INV-21')).toEqual([]);
		expect(bySource('CN-3')).toEqual([]);
		expect(bySource('EC-1')).toEqual([]);
		// Half of INV-21: 1000.00 North, 200.00 South, 150.00 tax.
		expect(bySource('pay-1')).toEqual([
			['090', 675],
			['200', -500],
			['200', -100],
			['820', -75],
		]);
		expect(bySource('pay-2')).toEqual([
			['090', -230],
			['400', 200],
			['820', 30],
		]);
		expect(bySource('pay-5')).toEqual([
			['400', 50],
			['820', 7.5],
			['090', -57.5],
		]);
	});

	it('counts an allocation as shares of both documents, what rounding leaves on the largest line', () => {
		expect(bySource('al-1')).toEqual([
			['200', 100],
			['820', 15],
			['200', -85.18],
			['200', -17.04],
			['820', -12.78],
		]);
	});

	it('comes to what the cash flow of documents says', () => {
		expect(sums(made)).toEqual({
			'090': -2517.5,
			'095': 1000,
			'200': -602.22,
			'400': 650,
			'416': 50,
			'437': 25,
			'710': 1000,
			'711': -50,
			'820': 144.72,
			'835': -200,
			'900': 300,
			'970': 200,
		});
	});

	it('goes from one cash trial balance to the other, but for payroll, stock and revaluation', () => {
		const opening: Amounts = { ...SEPTEMBER, '400': 850, '820': -150, '800': 0 };
		const closing: Amounts = { ...OCTOBER, '610': 0, '200': -4602.22, '820': -5.28, '310': 1075.56, '630': 624.44 };
		const trialBalances = new Map([
			['2026-09-30', trialBalance(opening)],
			['2026-10-31', trialBalance(closing)],
		]);
		const { accounts, checks } = generalLedger({ context: cash, trialBalances, movements: addEntries(new Map(), made.entries) });
		const unexplained = accounts.filter(({ notInApi }) => notInApi !== 0n);
		expect(unexplained.map(({ accountId, notInApi, reason }) => [codeIn(accountId), Number(notInApi) / 100, reason])).toEqual([
			['090', -1500, 'payments'],
			['095', 34.48, 'revaluation'],
			['310', 175.56, 'stock'],
			['478', 2000, 'payroll'],
			['497', -34.48, 'revaluation'],
			['630', -175.56, 'stock'],
			['814', -500, 'payroll'],
		]);
		expect(Number(movedBy(accounts.find(({ accountId }) => accountId === idOf('820'))!.movement)) / 100).toBe(144.72);
		expect(checks.slice(-2).map(({ status }) => status)).toEqual(['ties', 'ties']);
	});

	it('leaves out manual journals that are not shown on cash reports', () => {
		const [journal] = RECORDS.ManualJournals!;
		const hidden = { ManualJournals: [{ ...journal!, ShowOnCashBasisReports: false }] };
		expect(entriesFromDocuments(hidden, cash).entries).toEqual([]);
		expect(entriesFromDocuments(hidden, contextOf()).entries).toHaveLength(2);
	});
});

describe('settling on the cash basis', () => {
	it('brings a foreign document at its own rate, and the gain beside it', () => {
		const pays = [
			payment('p', '2026-10-30', 115, 'I', {
				CurrencyRate: 0.5,
				BankAmount: 230,
				Invoice: { InvoiceID: 'I', CurrencyCode: 'USD' },
			}),
		];
		const sold = invoice('I', '2026-09-12', 115, [line('200', 100, 15)], { CurrencyCode: 'USD', CurrencyRate: 0.6 });
		// 100 ÷ 0.6 is 166.67, 15 ÷ 0.6 is 25.00, 115 ÷ 0.6 is 191.67.
		expect(posted(entriesFromDocuments({ Invoices: [sold], Payments: pays }, cash))).toEqual([
			['090', 230],
			['200', -166.67],
			['820', -25],
			['499', -38.33],
		]);
	});

	it('refunds a credit note as shares of its lines', () => {
		const pays = [payment('p', '2026-10-30', 23, 'C', { PaymentType: 'ARCREDITPAYMENT' })];
		const note = creditNote('C', '2026-09-12', 115, [line('200', 100, 15)]);
		expect(posted(entriesFromDocuments({ CreditNotes: [note], Payments: pays }, cash))).toEqual([
			['090', -23],
			['200', 20],
			['820', 3],
		]);
	});

	it('keeps an overpayment on the control account until it is allocated', () => {
		const paid = money('M', '2026-10-02', 20, [], { Type: 'RECEIVE-OVERPAYMENT', OverpaymentID: 'O' });
		const allocated = { AllocationID: 'a', Date: '2026-10-05', Amount: 20, Invoice: { InvoiceID: 'I' } };
		const over = {
			OverpaymentID: 'O',
			Type: 'RECEIVE-OVERPAYMENT',
			Status: 'PAID',
			Date: '2026-10-02',
			Total: 20,
			Allocations: [allocated],
		};
		const sold = invoice('I', '2026-09-12', 40, [line('200', 40)]);
		expect(posted(entriesFromDocuments({ BankTransactions: [paid], Overpayments: [over], Invoices: [sold] }, cash))).toEqual([
			['090', 20],
			['610', -20],
			['610', 20],
			['200', -20],
		]);
	});

	it('without the lines of the document is not read', () => {
		const pays = [payment('p', '2026-10-30', 23, 'I')];
		expect(entriesFromDocuments({ Payments: pays }, cash).omissions).toMatchObject([{ reason: 'notRead', source: { id: 'p' } }]);
	});
});
