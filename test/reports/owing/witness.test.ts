import type { IDataObject } from 'n8n-workflow';
import { sum } from '../../../nodes/XeroReports/facts/money';
import type { Outstanding } from '../../../nodes/XeroReports/folds/outstanding';
import { atDocumentRate, isPrepayment, outstandingAt } from '../../../nodes/XeroReports/folds/outstanding';
import { activityStatements, outstandingStatements } from '../../../nodes/XeroReports/folds/statement';
import { organisations } from '../../../sandbox/organisations';
import { Books } from './booksOf';

const DAYS = ['2025-03-31', '2025-06-30', '2025-09-15', '2025-12-31', '2026-01-20', '2026-02-28', '2026-03-10'];
const SIDES = ['receivable', 'payable'] as const;

/** What stands on the control account with each contact, all currencies as they are. */
function byContact(outstanding: readonly Outstanding[]): Map<string, bigint> {
	const found = new Map<string, bigint>();
	for (const { document, amount } of outstanding) found.set(document.contactId, (found.get(document.contactId) ?? 0n) + amount);
	return found;
}

describe.each(organisations)('the sandbox’s own ledger of $name', (organisation) => {
	const books = new Books(organisation);

	it.each(SIDES)('has on its control account what stands open on seven days, with each contact: %s', (side) => {
		for (const day of DAYS) {
			const outstanding = outstandingAt(books.load(day, side), day, side).filter((one) => !isPrepayment(one));
			const ours = sum(outstanding.map((one) => atDocumentRate(one, books.baseDecimals)!));
			expect([day, ours]).toEqual([day, books.controlBalance(day, side)]);
			expect(outstanding.filter((one) => one.kind === 'document' && (one.mismatch || one.overSettled))).toEqual([]);
			for (const [contactId, amount] of byContact(outstanding.filter(({ kind }) => kind === 'document')))
				expect([day, contactId, amount]).toEqual([day, contactId, books.agedByContact(day, side, contactId)]);
		}
	});

	it.each(SIDES)('has statements that close with what is open: %s', (side) => {
		const options = { side, from: '2025-12-01', to: '2026-01-31', baseCurrency: books.baseCurrency, contacts: null };
		const statements = activityStatements(books.load('2025-11-30', side), options);
		expect(statements.length).toBeGreaterThan(0);
		expect(statements.filter(({ closing, expected }) => closing !== expected)).toEqual([]);
		const open = outstandingStatements(books.load('2026-01-31', side), options);
		expect(sum(open.map(({ closing }) => closing))).toBe(sum(statements.map(({ closing }) => closing)));
	});
});

describe('the sandbox’s own ledger', () => {
	it('has payments and allocations on its control account before the documents that they settle', () => {
		const books = new Books(organisations[0]);
		const document = (Date: string, amount: number, more: IDataObject = {}): IDataObject => ({
			...{
				Type: 'ACCREC',
				Contact: { Name: 'Walnut Hall' },
				Date,
				DueDate: Date,
				Status: 'AUTHORISED',
				LineAmountTypes: 'NoTax',
			},
			...{ LineItems: [{ Description: 'Chairs', Quantity: 1, UnitAmount: amount, AccountCode: '200' }], ...more },
		});
		const euro = { CurrencyCode: 'EUR', CurrencyRate: 0.53 };
		const later = books.put('/Invoices', document('2026-03-20', 100, euro), 'Invoices.0.InvoiceID');
		const sooner = books.put('/Invoices', document('2026-03-02', 70), 'Invoices.0.InvoiceID');
		const credit = { ...document('2026-03-15', 40, { ...euro, CurrencyRate: 0.57 }), Type: 'ACCRECCREDIT' };
		const note = books.put('/CreditNotes', credit, 'CreditNotes.0.CreditNoteID');
		books.put('/Payments', {
			Invoice: { InvoiceID: later },
			Account: { Code: '090' },
			Amount: 33.33,
			Date: '2026-03-05',
			CurrencyRate: 0.51,
		});
		books.put('/Payments', {
			Invoice: { InvoiceID: later },
			Account: { Code: '090' },
			Amount: 11.11,
			Date: '2026-03-25',
			CurrencyRate: 0.51,
		});
		books.put('/Payments', { Invoice: { InvoiceID: sooner }, Account: { Code: '090' }, Amount: 70, Date: '2026-04-03' });
		books.put(`/CreditNotes/${note}/Allocations`, {
			Allocations: [{ Invoice: { InvoiceID: later }, Amount: 22.22, Date: '2026-03-08' }],
		});
		const ties = [
			'2026-03-01',
			'2026-03-04',
			'2026-03-06',
			'2026-03-10',
			'2026-03-16',
			'2026-03-22',
			'2026-03-31',
			'2026-04-10',
		].map((day) => {
			const outstanding = outstandingAt(books.load(day, 'receivable'), day, 'receivable').filter((one) => !isPrepayment(one));
			expect([day, sum(outstanding.map((one) => atDocumentRate(one, 2)!))]).toEqual([
				day,
				books.controlBalance(day, 'receivable'),
			]);
			return outstanding.filter(({ kind }) => kind === 'earlyPayment').map(({ amount }) => Number(amount));
		});
		expect(ties).toEqual([[], [], [-3333], [-3333, -2222, 2222], [-3333, -2222], [], [], []]);
	});
});
