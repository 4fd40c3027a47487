import type { Book } from '../../../sandbox/accounting/book/book';
import { cashJournals } from '../../../sandbox/accounting/ledger/cashBasis';
import { postConversion } from '../../../sandbox/accounting/ledger/conversion';
import { manualJournalWrites } from '../../../sandbox/accounting/ledger/manualJournals';
import { write } from '../../../sandbox/accounting/seed/records';
import { payExpenseClaim } from '../../../sandbox/accounting/expenses/claimPayments';
import { expenseClaimWrites } from '../../../sandbox/accounting/expenses/expenseClaims';
import { receiptWrites } from '../../../sandbox/accounting/expenses/receipts';
import { createItem } from '../../../sandbox/accounting/items/items';
import { invoiced, openBook, settled, unsettled } from './books';
import { type Json, sale } from './desk';
import { openBooks } from './openBooks';

/** What the cash basis holds, journal by journal, as account code and amount. */
const cash = (book: Book): unknown[][] =>
	cashJournals(book).map((journal) => journal.lines.map((line) => [book.accounts.get(line.AccountID)?.Code, line.NetAmount]));

const TWO_LINES = {
	LineItems: [
		{ Description: 'Chairs', UnitAmount: 50, AccountCode: '200' },
		{ Description: 'Repairs', UnitAmount: 50.01, AccountCode: '210' },
	],
};

describe('the cash basis', () => {
	it('knows nothing of an invoice until money comes', () => {
		const book = openBook();
		invoiced(book);
		expect(book.journals.size).toBe(1);
		expect(cash(book)).toEqual([]);
	});

	it('has the accounts of the invoice in place of debtors when it is paid', () => {
		const book = openBook();
		settled(book, invoiced(book), 115, '2026-03-05');
		expect(cash(book)).toEqual([
			[
				['090', 115],
				['200', -100],
				['820', -15],
			],
		]);
	});

	it('has them in their share when a part is paid, exact to the cent', () => {
		const book = openBook();
		const invoice = invoiced(book, TWO_LINES);
		expect(invoice.Total).toBe(115.01);
		settled(book, invoice, 33.33, '2026-03-05');
		expect(cash(book)).toEqual([
			[
				['090', 33.33],
				['200', -14.49],
				['210', -14.49],
				['820', -4.35],
			],
		]);
	});

	it('gives what rounding leaves to the largest line and never to the tax', () => {
		const book = openBook();
		const invoice = invoiced(book, TWO_LINES);
		settled(book, invoice, 1, '2026-03-05');
		settled(book, invoice, 114.01, '2026-03-06');
		expect(cash(book)).toEqual([
			[
				['090', 1],
				['200', -0.43],
				['210', -0.44],
				['820', -0.13],
			],
			[
				['090', 114.01],
				['200', -49.57],
				['210', -49.57],
				['820', -14.87],
			],
		]);
	});

	it('has shares that are those of all that is settled by then', () => {
		const book = openBook();
		const LineItems = [
			{ Description: 'North', UnitAmount: 1000, AccountCode: '200' },
			{ Description: 'South', UnitAmount: 200, AccountCode: '210', TaxType: 'ZERORATED' },
		];
		const invoice = invoiced(book, { LineItems });
		expect([invoice.TotalTax, invoice.Total]).toEqual([150, 1350]);
		settled(book, invoice, 675, '2026-03-05');
		settled(book, invoice, 115, '2026-03-06');
		// Of 790 by then: tax 87.78, South 117.04.
		expect(cash(book)).toEqual([
			[
				['090', 675],
				['200', -500],
				['210', -100],
				['820', -75],
			],
			[
				['090', 115],
				['200', -85.18],
				['210', -17.04],
				['820', -12.78],
			],
		]);
	});

	it('has the accounts of a bill in place of creditors, and its tax with each line', () => {
		const book = openBook();
		const bill = invoiced(book, {
			Type: 'ACCPAY',
			LineItems: [{ Description: 'Adverts', UnitAmount: 200, AccountCode: '400' }],
		});
		settled(book, bill, 115, '2026-03-05');
		expect(cash(book)).toEqual([
			[
				['090', -115],
				['400', 100],
				['820', 15],
			],
		]);
		expect(cashJournals(book)[0]?.lines[1]).toMatchObject({ TaxAmount: 15, TaxType: 'INPUT2', Description: 'Adverts' });
	});

	it('takes a deleted payment back line by line', () => {
		const book = openBook();
		const id = settled(book, invoiced(book, TWO_LINES), 33.33, '2026-03-05');
		unsettled(book, id);
		const [paid = [], back = []] = cashJournals(book).map((journal) => journal.lines.map((line) => line.NetAmount));
		expect(paid).toEqual([33.33, -14.49, -14.49, -4.35]);
		expect(back).toEqual([-33.33, 14.49, 14.49, 4.35]);
	});

	it('gives the lines the same ids every time, and each one its own', () => {
		const book = openBook();
		settled(book, invoiced(book, TWO_LINES), 33.33, '2026-03-05');
		const ids = () => cashJournals(book).flatMap((journal) => journal.lines.map((line) => line.JournalLineID));
		expect(ids()).toEqual(ids());
		expect(new Set(ids()).size).toBe(4);
		for (const id of ids()) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$|^[\da-f-]{36}$/);
	});

	it('has opening balances, and manual journals unless they are not shown on cash reports', () => {
		const book = openBook();
		postConversion(book, '2025-02-01', [{ AccountID: book.accounts.first('code', '720')?.AccountID ?? '', net: 10 }]);
		for (const ShowOnCashBasisReports of [true, false]) {
			const JournalLines = [
				{ AccountCode: '416', LineAmount: 5 },
				{ AccountCode: '711', LineAmount: -5 },
			];
			write(book, { Narration: 'x', Status: 'POSTED', ShowOnCashBasisReports, JournalLines }, manualJournalWrites.create);
		}
		expect(cash(book)).toEqual([
			[
				['720', 10],
				['840', -10],
			],
			[
				['416', 5],
				['711', -5],
			],
		]);
	});
});

describe('the cash basis of what settles documents', () => {
	let books: ReturnType<typeof openBooks>;
	beforeEach(() => {
		books = openBooks('banks only');
	});
	const line = (UnitAmount: number, AccountCode: string): Json[] => [
		{ Description: 'x', UnitAmount, AccountCode, TaxType: 'NONE' },
	];
	const approved = (LineItems: Json[], more: Json = {}): Json => sale({ Status: 'AUTHORISED', LineItems, ...more });
	const invoice = (LineItems = line(100, '200'), more: Json = {}): string =>
		books.call('PUT', '/Invoices', approved(LineItems, more)).id('Invoices.0.InvoiceID');
	const note = (LineItems = line(100, '260'), more: Json = {}): string =>
		books.call('PUT', '/CreditNotes', approved(LineItems, { Type: 'ACCRECCREDIT', ...more })).id('CreditNotes.0.CreditNoteID');
	const bank = (Type: string, LineItems: Json[], more: Json = {}): Json =>
		books
			.call('PUT', '/BankTransactions', sale({ Type, BankAccount: { Code: '090' }, LineItems, ...more }))
			.at('BankTransactions.0') as Json;
	const pay = (document: Json, Amount: number, more: Json = {}): string =>
		books
			.call('PUT', '/Payments', { ...document, Account: { Code: '090' }, Date: '2026-03-05', Amount, ...more })
			.id('Payments.0.PaymentID');
	const allocate = (path: string, InvoiceID: string, Amount: number): string =>
		books
			.call('PUT', `${path}/Allocations`, { Invoice: { InvoiceID }, Amount, Date: '2026-03-05' })
			.id('Allocations.0.AllocationID');

	it('knows a credit note when it is allocated, on both documents, until that is undone', () => {
		const [credit, id] = [note(), invoice(line(200, '200'))];
		expect(cash(books.book)).toEqual([]);
		const allocation = allocate(`/CreditNotes/${credit}`, id, 40);
		const allocated = [
			['260', 40],
			['200', -40],
		];
		expect(cash(books.book)).toEqual([allocated]);
		books.call('DELETE', `/CreditNotes/${credit}/Allocations/${allocation}`);
		expect(cash(books.book)).toEqual([
			allocated,
			[
				['260', -40],
				['200', 40],
			],
		]);
	});

	it('knows a credit note when it is refunded, one of a supplier the other way round', () => {
		pay({ CreditNote: { CreditNoteID: note() } }, 30);
		pay({ CreditNote: { CreditNoteID: note(line(100, '469'), { Type: 'ACCPAYCREDIT' }) } }, 100);
		expect(cash(books.book)).toEqual([
			[
				['090', -30],
				['260', 30],
			],
			[
				['090', 100],
				['469', -100],
			],
		]);
	});

	it('has a prepayment on its lines, then on those of the invoice it is allocated to', () => {
		const { PrepaymentID } = bank('RECEIVE-PREPAYMENT', line(100, '260'));
		allocate(`/Prepayments/${String(PrepaymentID)}`, invoice(), 70);
		pay({ Prepayment: { PrepaymentID } }, 30);
		expect(cash(books.book)).toEqual([
			[
				['090', 100],
				['260', -100],
			],
			[
				['260', 70],
				['200', -70],
			],
			[
				['090', -30],
				['260', 30],
			],
		]);
	});

	it('gives a part of a prepayment back with the remainder on its largest line', () => {
		const lines = [...line(50, '260'), ...line(50.01, '270')].map((one) => ({ ...one, TaxType: 'OUTPUT2' }));
		const { PrepaymentID } = bank('RECEIVE-PREPAYMENT', lines);
		pay({ Prepayment: { PrepaymentID } }, 1);
		expect(cash(books.book)).toEqual([
			[
				['090', 115.01],
				['260', -50],
				['270', -50.01],
				['820', -15],
			],
			[
				['090', -1],
				['260', 0.43],
				['270', 0.44],
				['820', 0.13],
			],
		]);
	});

	it('keeps the two sides of what sold goods cost alike', () => {
		const book = openBook();
		const goods = { Code: 'CHAIR', SalesDetails: { UnitPrice: 1, AccountCode: '200' }, InventoryAssetAccountCode: '630' };
		write(book, { ...goods, PurchaseDetails: { UnitPrice: 70, COGSAccountCode: '310', TaxType: 'INPUT2' } }, createItem);
		invoiced(book, { Type: 'ACCPAY', LineItems: [{ ItemCode: 'CHAIR', Description: 'x', Quantity: 1, UnitAmount: 70 }] });
		const LineItems = [{ ItemCode: 'CHAIR', Description: 'x', Quantity: 1, UnitAmount: 10 }, ...TWO_LINES.LineItems];
		settled(book, invoiced(book, { LineItems }), 1, '2026-03-05');
		// Total 126.51: 70.00 of cost is more than any line, and takes no remainder.
		expect(cash(book)).toEqual([
			[
				['090', 1],
				['200', -0.08],
				['200', -0.4],
				['210', -0.39],
				['820', -0.13],
				['310', 0.55],
				['630', -0.55],
			],
		]);
	});

	it('has an overpayment on creditors as long as nobody knows what for, then on the lines of the bill', () => {
		const { OverpaymentID } = bank('SPEND-OVERPAYMENT', [{ Description: 'Twice', LineAmount: 80 }]);
		allocate(`/Overpayments/${String(OverpaymentID)}`, invoice(line(100, '469'), { Type: 'ACCPAY' }), 50);
		pay({ Overpayment: { OverpaymentID } }, 30);
		expect(cash(books.book)).toEqual([
			[
				['090', -80],
				['800', 80],
			],
			[
				['800', -50],
				['469', 50],
			],
			[
				['090', 30],
				['800', -30],
			],
		]);
	});

	it('has money in and out, and transfers, as they are', () => {
		bank('SPEND', line(20, '461'));
		bank('RECEIVE', line(30, '270'));
		const accounts = { FromBankAccount: { Code: '090' }, ToBankAccount: { Code: '091' } };
		books.call('PUT', '/BankTransfers', { ...accounts, Amount: 5, Date: '2026-03-06' });
		expect(cash(books.book)).toEqual([
			[
				['090', -20],
				['461', 20],
			],
			[
				['090', 30],
				['270', -30],
			],
			[
				['090', -5],
				['091', 5],
			],
		]);
	});

	it('has each payment of a batch, and none once the batch is deleted', () => {
		const Payments = ['200', '260'].map((code) => ({ Invoice: { InvoiceID: invoice(line(100, code)) }, Amount: 50 }));
		const batch = books.call('PUT', '/BatchPayments', { Account: { Code: '090' }, Date: '2026-03-05', Payments });
		books.call('POST', `/BatchPayments/${batch.id('BatchPayments.0.BatchPaymentID')}`, { Status: 'DELETED' });
		expect(cash(books.book)).toEqual([
			[
				['090', 50],
				['200', -50],
			],
			[
				['090', 50],
				['260', -50],
			],
			[
				['090', -50],
				['200', 50],
			],
			[
				['090', -50],
				['260', 50],
			],
		]);
	});

	it('has the gain of a payment at another rate beside the lines at the rate of the invoice', () => {
		const id = invoice(line(100, '200'), { CurrencyCode: 'USD', CurrencyRate: 0.5 });
		pay({ Invoice: { InvoiceID: id } }, 100, { CurrencyRate: 0.4 });
		expect(cash(books.book)).toEqual([
			[
				['090', 250],
				['200', -200],
				['499', -50],
			],
		]);
	});

	it('shares lines out by the amounts of the document, not by what they are in the base currency', () => {
		const id = invoice([...line(2, '200'), ...line(1.5, '260')], { CurrencyCode: 'USD', CurrencyRate: 4 });
		pay({ Invoice: { InvoiceID: id } }, 3, { CurrencyRate: 4 });
		// 0.38 x 3.00 / 3.50 is 0.33; 0.38 x 0.75 / 0.88 would be 0.32.
		expect(cash(books.book)).toEqual([
			[
				['090', 0.75],
				['200', -0.42],
				['260', -0.33],
			],
		]);
	});

	it('has every line to the cent once the parts of a payment make up the whole', () => {
		const id = invoice([...line(10, '200'), ...line(10, '260'), ...line(10.01, '270')]);
		for (const amount of [10.01, 10, 10]) pay({ Invoice: { InvoiceID: id } }, amount);
		expect(cash(books.book)).toEqual([
			[
				['090', 10.01],
				['200', -3.34],
				['260', -3.34],
				['270', -3.33],
			],
			[
				['090', 10],
				['200', -3.33],
				['260', -3.33],
				['270', -3.34],
			],
			[
				['090', 10],
				['200', -3.33],
				['260', -3.33],
				['270', -3.34],
			],
		]);
	});

	it('knows an expense claim when it is paid, on the accounts of its receipts', () => {
		const { book } = books;
		const User = { UserID: book.users.values()[0]?.UserID };
		const body = {
			User,
			Contact: { Name: 'Walnut Hall' },
			LineItems: [{ Description: 'x', UnitAmount: 50, AccountCode: '420' }],
		};
		const { ReceiptID } = write(book, body, receiptWrites.create);
		const claim = write(book, { User, Receipts: [{ ReceiptID }] }, expenseClaimWrites.create);
		write(book, { Status: 'AUTHORISED' }, (one, input, call) => expenseClaimWrites.update(one, claim, input, call));
		expect([book.journals.size, cash(book)]).toEqual([1, []]);
		payExpenseClaim(book, claim.ExpenseClaimID, { account: '090', date: '2026-03-10', amount: 23 });
		payExpenseClaim(book, claim.ExpenseClaimID, { account: '881', date: '2026-03-10', amount: 34.5 });
		expect(cash(book)).toEqual([
			[
				['420', 20],
				['820', 3],
				['090', -23],
			],
			[
				['420', 30],
				['820', 4.5],
				['881', -34.5],
			],
		]);
	});
});
