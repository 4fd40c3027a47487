import { type Desk, type Json, sale } from './desk';
import { openBooks } from './openBooks';

let books: ReturnType<typeof openBooks>;
let call: Desk['call'];
beforeEach(() => {
	books = openBooks('banks only');
	({ call } = books);
});

/** What the live journals of one document say: account codes with their amounts. */
const journal = (id: unknown): Array<[string, number]> => {
	const rows = books.book.journals.values().filter((row) => row.SourceID === id);
	const last = rows.at(-1);
	return (last && !last.reversal ? last.lines : []).map((line) => [
		books.book.accounts.get(line.AccountID)?.Code ?? '',
		line.NetAmount,
	]);
};
const sources = (id: unknown): string[] =>
	books.book.journals
		.values()
		.filter((row) => row.SourceID === id)
		.map((row) => (row.reversal ? `-${row.SourceType}` : row.SourceType));
const invoice = (more: Json = {}): string =>
	call('PUT', '/Invoices', sale({ Status: 'AUTHORISED', ...more })).id('Invoices.0.InvoiceID');
const dollars = (CurrencyRate: number, more: Json = {}): Json => ({
	CurrencyCode: 'USD',
	CurrencyRate,
	LineItems: [{ Description: 'x', UnitAmount: 100, AccountCode: '200', TaxType: 'NONE' }],
	...more,
});
const note = (more: Json = {}): string =>
	call('PUT', '/CreditNotes', sale({ Type: 'ACCRECCREDIT', Status: 'AUTHORISED', ...more })).id('CreditNotes.0.CreditNoteID');
const bank = (Type: string, more: Json = {}): Json =>
	call('PUT', '/BankTransactions', sale({ Type, BankAccount: { Code: '090' }, ...more })).at('BankTransactions.0') as Json;
const pay = (document: Json, more: Json = {}): string =>
	call('PUT', '/Payments', { ...document, Account: { Code: '090' }, Date: '2026-03-05', Amount: 115, ...more }).id(
		'Payments.0.PaymentID',
	);
const allocate = (path: string, InvoiceID: string, Amount: number): string =>
	call('PUT', `${path}/Allocations`, { Invoice: { InvoiceID }, Amount, Date: '2026-03-05' }).id('Allocations.0.AllocationID');

describe('the journals of money', () => {
	it('of a credit note are the reverse of an invoice, and are taken back when it is voided', () => {
		const id = note();
		expect(journal(id)).toEqual([
			['610', -115],
			['200', 100],
			['820', 15],
		]);
		call('POST', `/CreditNotes/${id}`, {
			LineItems: [{ Description: 'x', UnitAmount: 10, AccountCode: '260', TaxType: 'NONE' }],
		});
		expect(journal(id)).toEqual([
			['610', -10],
			['260', 10],
		]);
		call('POST', `/CreditNotes/${id}`, { Status: 'VOIDED' });
		expect(sources(id)).toEqual(['ACCRECCREDIT', '-ACCRECCREDIT', 'ACCRECCREDIT', '-ACCRECCREDIT']);
		expect(journal(note({ Status: 'DRAFT' }))).toEqual([]);
	});

	it('of a credit note with tracked goods put their cost back on stock', () => {
		const item = {
			Code: 'VASE',
			Name: 'Vase',
			InventoryAssetAccountCode: '630',
			PurchaseDetails: { UnitPrice: 4, COGSAccountCode: '310' },
		};
		books.book.items.put({
			...item,
			ItemID: 'vase',
			IsSold: true,
			IsPurchased: true,
			SalesDetails: { UnitPrice: 10, AccountCode: '200' },
			IsTrackedAsInventory: true,
			QuantityOnHand: 5,
			TotalCostPool: 20,
			UpdatedDateUTC: books.book.stamp(),
		});
		const id = note({ LineItems: [{ ItemCode: 'VASE', Description: 'Vase', Quantity: 2, TaxType: 'NONE' }] });
		expect(journal(id)).toEqual([
			['610', -20],
			['200', 20],
			['310', -8],
			['630', 8],
		]);
	});

	it('of a payment move money between bank and debtors or creditors, until it is deleted', () => {
		const id = pay({ Invoice: { InvoiceID: invoice() } });
		expect(journal(id)).toEqual([
			['090', 115],
			['610', -115],
		]);
		call('POST', `/Payments/${id}`, { Status: 'DELETED' });
		expect(sources(id)).toEqual(['ACCRECPAYMENT', '-ACCRECPAYMENT']);
		const bill = invoice({ Type: 'ACCPAY', LineItems: [{ Description: 'Rent', UnitAmount: 100, AccountCode: '469' }] });
		expect(journal(pay({ Invoice: { InvoiceID: bill } }))).toEqual([
			['090', -115],
			['800', 115],
		]);
	});

	it('of a payment at another rate realise the gain', () => {
		const id = invoice(dollars(0.5));
		expect(journal(pay({ Invoice: { InvoiceID: id } }, { Amount: 100, CurrencyRate: 0.4 }))).toEqual([
			['090', 250],
			['610', -200],
			['499', -50],
		]);
		const bill = invoice(
			dollars(0.5, { Type: 'ACCPAY', LineItems: [{ Description: 'x', UnitAmount: 100, AccountCode: '469', TaxType: 'NONE' }] }),
		);
		expect(journal(pay({ Invoice: { InvoiceID: bill } }, { Amount: 100, CurrencyRate: 0.4, Account: { Code: '093' } }))).toEqual([
			['093', -250],
			['800', 200],
			['499', 50],
		]);
	});

	it('of parts of a foreign document add up to its whole value', () => {
		const id = invoice(dollars(0.7));
		const parts = [33.33, 33.33, 33.34].map((Amount) =>
			journal(pay({ Invoice: { InvoiceID: id } }, { Amount, CurrencyRate: 0.7 })),
		);
		expect(parts.map((lines) => lines.find(([code]) => code === '610')?.[1])).toEqual([-47.62, -47.61, -47.63]);
		expect(books.balance('DEBTORS')).toBe(-14_286);
	});

	it('of a foreign document have its Total on debtors, and of its payments exactly that', () => {
		const lines = {
			LineItems: [0.33, 0.33].map((UnitAmount) => ({ UnitAmount, Description: 'x', AccountCode: '200', TaxType: 'NONE' })),
		};
		const [id, credit] = [invoice(dollars(0.8, lines)), note(dollars(0.8, lines))];
		expect([journal(id), journal(credit)]).toEqual([
			[
				['610', 0.83],
				['200', -0.41],
				['200', -0.41],
				['860', -0.01],
			],
			[
				['610', -0.83],
				['200', 0.41],
				['200', 0.41],
				['860', 0.01],
			],
		]);
		expect(journal(pay({ Invoice: { InvoiceID: id } }, { Amount: 0.66, CurrencyRate: 0.8 }))).toEqual([
			['090', 0.83],
			['610', -0.83],
		]);
		expect(journal(pay({ CreditNote: { CreditNoteID: credit } }, { Amount: 0.66, CurrencyRate: 0.8 }))).toEqual([
			['090', -0.83],
			['610', 0.83],
		]);
	});

	it('of a foreign prepayment have its Total in the bank, and give back all of it', () => {
		const LineItems = [0.33, 0.33].map((UnitAmount) => ({ UnitAmount, Description: 'x', AccountCode: '200', TaxType: 'NONE' }));
		const { PrepaymentID } = bank('RECEIVE-PREPAYMENT', { BankAccount: { Code: '093' }, CurrencyRate: 0.8, LineItems });
		expect(journal(PrepaymentID)).toEqual([
			['093', 0.83],
			['200', -0.41],
			['200', -0.41],
			['860', -0.01],
		]);
		const refund = { Account: { Code: '093' }, CurrencyRate: 0.8 };
		for (const Amount of [0.4, 0.26]) pay({ Prepayment: { PrepaymentID } }, { ...refund, Amount });
		expect(['093', '200', '860', 'REALISEDCURRENCYGAIN'].map((account) => books.balance(account))).toEqual([0, 0, 0, 0]);
	});

	it('of a refund take money out of the bank, with a source type that Xero has', () => {
		const id = pay({ CreditNote: { CreditNoteID: note() } });
		expect([journal(id), sources(id)]).toEqual([
			[
				['090', -115],
				['610', 115],
			],
			['ARCREDITPAYMENT'],
		]);
		const over = bank('SPEND-OVERPAYMENT', { LineItems: [{ Description: 'Twice', LineAmount: 80 }] });
		const back = pay({ Overpayment: { OverpaymentID: over.OverpaymentID } }, { Amount: 80 });
		expect([journal(back), sources(back)]).toEqual([
			[
				['090', 80],
				['800', -80],
			],
			['APCREDITPAYMENT'],
		]);
		expect(books.balance('CREDITORS')).toBe(0);
	});

	it('of a bank transaction are its lines against its bank account', () => {
		const spent = bank('SPEND', { LineItems: [{ Description: 'Paper', UnitAmount: 20, AccountCode: '461' }] });
		expect(journal(spent.BankTransactionID)).toEqual([
			['090', -23],
			['461', 20],
			['820', 3],
		]);
		expect(sources(spent.BankTransactionID)).toEqual(['CASHPAID']);
		const received = bank('RECEIVE', { BankAccount: { Code: '093' }, CurrencyRate: 0.5 });
		expect(journal(received.BankTransactionID)).toEqual([
			['093', 230],
			['200', -200],
			['820', -30],
		]);
		call('POST', `/BankTransactions/${String(received.BankTransactionID)}`, { Status: 'DELETED' });
		expect(sources(received.BankTransactionID)).toEqual(['CASHREC', '-CASHREC']);
	});

	it('of a prepayment stay on its lines until an allocation or a refund takes its share', () => {
		const { PrepaymentID } = bank('RECEIVE-PREPAYMENT', {
			LineItems: [
				{ Description: 'Deposit', UnitAmount: 100, AccountCode: '200' },
				{ Description: 'Deposit', UnitAmount: 50, AccountCode: '260', TaxType: 'NONE' },
			],
		});
		expect([journal(PrepaymentID), sources(PrepaymentID)]).toEqual([
			[
				['090', 165],
				['200', -100],
				['260', -50],
				['820', -15],
			],
			['ARPREPAYMENT'],
		]);
		const [id, path] = [invoice(), `/Prepayments/${String(PrepaymentID)}`];
		expect(journal(allocate(path, id, 55))).toEqual([
			['200', 33.33],
			['260', 16.67],
			['820', 5],
			['610', -55],
		]);
		expect(journal(pay({ Prepayment: { PrepaymentID } }, { Amount: 110 }))).toEqual([
			['090', -110],
			['200', 66.67],
			['260', 33.33],
			['820', 10],
		]);
		expect(['200', '260', 'GST'].map((account) => books.balance(account))).toEqual([0, 0, 0]);
	});

	it('of an overpayment stand on debtors, so that its allocation only moves them from one document to the other', () => {
		const { OverpaymentID } = bank('RECEIVE-OVERPAYMENT', { LineItems: [{ Description: 'Twice', LineAmount: 80 }] });
		expect([journal(OverpaymentID), sources(OverpaymentID)]).toEqual([
			[
				['090', 80],
				['610', -80],
			],
			['AROVERPAYMENT'],
		]);
		expect(journal(allocate(`/Overpayments/${String(OverpaymentID)}`, invoice(), 80))).toEqual([
			['610', 80],
			['610', -80],
		]);
	});

	it('of an allocation between documents of different rates realise the gain, until it is deleted', () => {
		const [id, path] = [invoice(dollars(0.5)), `/CreditNotes/${note(dollars(0.4))}`];
		const allocation = allocate(path, id, 100);
		expect(journal(allocation)).toEqual([
			['610', 250],
			['610', -200],
			['499', -50],
		]);
		expect(sources(allocation)).toEqual(['ACCRECCREDIT']);
		call('DELETE', `${path}/Allocations/${allocation}`);
		expect(sources(allocation)).toEqual(['ACCRECCREDIT', '-ACCRECCREDIT']);
		expect(books.balance('REALISEDCURRENCYGAIN')).toBe(0);
	});

	it('of a batch are those of its payments, and go with it', () => {
		const ids = [invoice(), invoice()];
		const Payments = ids.map((InvoiceID) => ({ Invoice: { InvoiceID }, Amount: 100 }));
		const batch = call('PUT', '/BatchPayments', { Account: { Code: '090' }, Date: '2026-03-05', Payments }).id(
			'BatchPayments.0.BatchPaymentID',
		);
		expect([books.balance('090'), books.balance('DEBTORS')]).toEqual([20_000, -20_000]);
		call('POST', `/BatchPayments/${batch}`, { Status: 'DELETED' });
		expect([books.balance('090'), books.balance('DEBTORS')]).toEqual([0, 0]);
	});

	it('of a transfer are one value out of one bank account and into the other', () => {
		const transfer = { FromBankAccount: { Code: '090' }, ToBankAccount: { Code: '093' }, Amount: 100, Date: '2026-03-06' };
		const row = call('PUT', '/BankTransfers', transfer).at('BankTransfers.0') as Json;
		expect([journal(row.BankTransferID), sources(row.BankTransferID)]).toEqual([
			[
				['090', -100],
				['093', 100],
			],
			['TRANSFER'],
		]);
		expect([journal(row.FromBankTransactionID), journal(row.ToBankTransactionID)]).toEqual([[], []]);
		call('POST', `/BankTransfers/${String(row.BankTransferID)}`, { Status: 'DELETED' });
		expect([books.balance('090'), books.balance('093')]).toEqual([0, 0]);
	});

	it('of a call that is refused are not there', () => {
		const count = books.book.journals.size;
		const good = sale({
			Type: 'SPEND',
			BankAccount: { Code: '090' },
			LineItems: [{ Description: 'x', UnitAmount: 1, AccountCode: '461' }],
		});
		expect(call('PUT', '/BankTransactions', { BankTransactions: [good, { ...good, Type: 'NONE' }] }).status).toBe(400);
		expect(books.book.journals.size).toBe(count);
	});
});
