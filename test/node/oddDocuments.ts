import type { IDataObject } from 'n8n-workflow';
import { BooksByApi } from './booksByApi';
import type { Stage } from './stage';
import { KERERU } from './stage';

/** October 2026 of documents that reports may get wrong: negative lines, documents of nothing, tax typed over, three foreign currencies. */

const BANKS: ReadonlyArray<readonly [code: string, currency: string]> = [
	['090', 'NZD'],
	['093', 'USD'],
	['094', 'JPY'],
	['095', 'EUR'],
];

const line = (AccountCode: string, UnitAmount: number, TaxType?: string, more: IDataObject = {}): IDataObject => ({
	...{ Description: `To ${AccountCode}`, Quantity: 1, UnitAmount, AccountCode, ...more },
	...(TaxType === undefined ? {} : { TaxType }),
});
const day = (of: number): string => `2026-10-${String(of).padStart(2, '0')}`;
const foreign = (CurrencyCode: string, CurrencyRate: number): IDataObject => ({ CurrencyCode, CurrencyRate });
const INCLUSIVE = { LineAmountTypes: 'Inclusive' };
const UNTAXED = { LineAmountTypes: 'NoTax' };

/** What is posted with; the names of documents stand for their IDs. */
class Posting {
	readonly ids: Record<string, string> = {};
	readonly books: BooksByApi;

	constructor(on: Stage) {
		this.books = new BooksByApi(on, KERERU);
	}

	async document(list: string, id: string, name: string, Type: string, of: number, LineItems: IDataObject[], more: IDataObject) {
		this.ids[name] = await this.books.put(list, id, {
			...{ Type, Contact: { ContactID: this.ids.contact! }, Date: day(of), DueDate: day(of), Status: 'AUTHORISED' },
			...{ LineAmountTypes: 'Exclusive', LineItems, ...more },
		});
	}

	async invoice(name: string, Type: string, of: number, lines: IDataObject[], more: IDataObject = {}) {
		await this.document('Invoices', 'InvoiceID', name, Type, of, lines, more);
	}

	async creditNote(name: string, of: number, lines: IDataObject[], more: IDataObject = {}) {
		await this.document('CreditNotes', 'CreditNoteID', name, 'ACCRECCREDIT', of, lines, more);
	}

	async money(name: string, Type: string, of: number, Code: string, lines: IDataObject[], more: IDataObject = {}) {
		const id = /PREPAYMENT/.test(Type) ? 'PrepaymentID' : /OVERPAYMENT/.test(Type) ? 'OverpaymentID' : 'BankTransactionID';
		await this.document('BankTransactions', id, name, Type, of, lines, { BankAccount: { Code }, ...more });
	}

	async pay(what: string, name: string, of: number, Amount: number, Code = '090', more: IDataObject = {}): Promise<string> {
		const paid = { [what]: { [`${what}ID`]: this.ids[name]! }, Account: { Code }, Date: day(of), Amount, ...more };
		return await this.books.put('Payments', 'PaymentID', paid);
	}

	async allocate(list: string, name: string, to: string, of: number, Amount: number) {
		const Allocations = [{ Invoice: { InvoiceID: this.ids[to]! }, Amount, Date: day(of) }];
		await this.books.ask(`/${list}/${this.ids[name]!}/Allocations`, { Allocations });
	}

	async transfer(from: string, to: string, of: number, Amount: number) {
		const accounts = { FromBankAccount: { Code: from }, ToBankAccount: { Code: to } };
		await this.books.put('BankTransfers', 'BankTransferID', { ...accounts, Amount, Date: day(of) });
	}

	async journal(of: number, lines: ReadonlyArray<readonly [string, number, string?]>, more: IDataObject = {}) {
		const JournalLines = lines.map(([AccountCode, LineAmount, TaxType]) => ({
			...{ AccountCode, LineAmount, Description: AccountCode },
			...(TaxType === undefined ? {} : { TaxType }),
		}));
		const record = { Narration: 'Journal', Date: day(of), Status: 'POSTED', ...UNTAXED, JournalLines, ...more };
		await this.books.put('ManualJournals', 'ManualJournalID', record);
	}

	async rate(Name: string, ReportTaxType: string, TaxComponents: IDataObject[]): Promise<string> {
		const { TaxRates } = await this.books.ask('/TaxRates', { TaxRates: [{ Name, ReportTaxType, TaxComponents }] });
		return String((TaxRates as IDataObject[])[0]!.TaxType);
	}
}

async function postInvoices(to: Posting): Promise<void> {
	const { books } = to;
	const compound = [
		{ Name: 'GST', Rate: 5 },
		{ Name: 'PST', Rate: 8, IsCompound: true },
	];
	const both = await to.rate('GST and PST', 'OUTPUT', compound);
	const old = await to.rate('Old Rate', 'INPUT', [{ Name: 'GST', Rate: 12.5 }]);
	const reverse = await to.rate('Reverse Charge', 'REVERSECHARGES', [{ Name: 'GST', Rate: 0 }]);
	await to.invoice('negative', 'ACCREC', 1, [line('200', 1000), line('200', -250.55), line('210', -100, 'ZERORATED')]);
	await to.invoice('nothing', 'ACCREC', 2, [line('200', 100), line('210', -100)]);
	const third = line('200', 333.33, 'OUTPUT2', { Quantity: 3, DiscountRate: 7.5 });
	await to.invoice('discount', 'ACCREC', 3, [third], INCLUSIVE);
	await to.invoice('edited', 'ACCREC', 3, [line('200', 115, 'OUTPUT2', { TaxAmount: 10 })], INCLUSIVE);
	await to.invoice('compound', 'ACCREC', 4, [line('200', 199.99, both)]);
	await to.invoice('old', 'ACCPAY', 4, [line('400', 77.77, old)]);
	await to.invoice('reverse', 'ACCPAY', 5, [line('400', 500, reverse)]);
	await to.invoice('import', 'ACCPAY', 5, [line('820', 0, 'GSTONIMPORTS', { TaxAmount: 150 })]);
	await to.invoice('dollars', 'ACCREC', 6, [line('220', 1000.01, 'OUTPUT2')], foreign('USD', 0.6123));
	await to.invoice('yen', 'ACCPAY', 6, [line('300', 54321, 'INPUT2')], foreign('JPY', 88.7));
	await to.invoice(
		'euros',
		'ACCREC',
		7,
		[line('220', 777.77, 'OUTPUT2'), line('220', -33.33, 'OUTPUT2')],
		foreign('EUR', 0.5217),
	);
	await books.ask('/TaxRates', { TaxRates: [{ TaxType: both, Name: 'Renamed Rate' }] }, 'POST');
	await books.ask('/TaxRates', { TaxRates: [{ TaxType: old, Name: 'Old Rate', Status: 'DELETED' }] }, 'POST');
}

async function postSettlements(to: Posting): Promise<void> {
	await to.pay('Invoice', 'negative', 10, 300);
	await to.pay('Invoice', 'negative', 11, 100);
	await to.pay('Invoice', 'dollars', 12, 333.33, '093', { CurrencyRate: 0.6 });
	await to.pay('Invoice', 'dollars', 13, 100.01, '090', { CurrencyRate: 0.59 });
	await to.pay('Invoice', 'yen', 13, 20_000, '094', { CurrencyRate: 90 });
	await to.pay('Invoice', 'euros', 14, 200.22, '095', { CurrencyRate: 0.53 });
	const taken = await to.pay('Invoice', 'discount', 15, 100);
	await to.books.ask(`/Payments/${taken}`, { Status: 'DELETED' }, 'POST');
	await to.creditNote('credit', 16, [line('200', 50), line('210', 13.37, 'ZERORATED')]);
	await to.pay('CreditNote', 'credit', 17, 20);
	await to.allocate('CreditNotes', 'credit', 'discount', 18, 33.33);
	await to.creditNote('dollarCredit', 16, [line('220', 100, 'OUTPUT2')], foreign('USD', 0.63));
	await to.allocate('CreditNotes', 'dollarCredit', 'dollars', 19, 50);
	await to.pay('CreditNote', 'dollarCredit', 20, 10, '093', { CurrencyRate: 0.61 });
}

async function postMoney(to: Posting): Promise<void> {
	await to.money('over', 'RECEIVE-OVERPAYMENT', 8, '090', [line('610', 60)], UNTAXED);
	await to.pay('Overpayment', 'over', 20, 25);
	await to.allocate('Overpayments', 'over', 'discount', 21, 10);
	await to.money('dollarOver', 'RECEIVE-OVERPAYMENT', 8, '093', [line('610', 60)], { ...UNTAXED, CurrencyRate: 0.6 });
	await to.pay('Overpayment', 'dollarOver', 20, 25, '093', { CurrencyRate: 0.63 });
	await to.money('prepaid', 'RECEIVE-PREPAYMENT', 8, '090', [line('200', 200)]);
	await to.allocate('Prepayments', 'prepaid', 'discount', 22, 100);
	await to.pay('Prepayment', 'prepaid', 23, 30);
	await to.money('spentBefore', 'SPEND-PREPAYMENT', 8, '090', [line('620', 80, 'INPUT2')]);
	await to.allocate('Prepayments', 'spentBefore', 'old', 24, 40);
	await to.money('spent', 'SPEND', 9, '090', [line('400', 100), line('404', 5, 'NONE'), line('400', -20.01)]);
	await to.money('taxOffice', 'SPEND', 9, '090', [line('820', 321, 'NONE')], UNTAXED);
	await to.money('interest', 'RECEIVE', 9, '093', [line('270', 12.34, 'NONE')], { CurrencyRate: 0.615 });
	await to.money('spentYen', 'SPEND', 9, '094', [line('400', 999, 'INPUT2')], { CurrencyRate: 89 });
	await to.transfer('093', '095', 25, 100);
	await to.transfer('090', '093', 26, 500);
	await to.transfer('094', '090', 27, 5000);
}

/** Posts all of it to an empty organisation. */
export async function postOddDocuments(on: Stage): Promise<void> {
	const to = new Posting(on);
	for (const Code of ['USD', 'JPY', 'EUR']) await to.books.put('Currencies', 'Code', { Code });
	for (const [Code, CurrencyCode] of BANKS)
		await to.books.put('Accounts', 'AccountID', {
			...{ Code, Name: `Bank ${Code}`, Type: 'BANK', BankAccountNumber: `12-3456-7890123-${Code}`, CurrencyCode },
		});
	to.ids.contact = await to.books.put('Contacts', 'ContactID', { Contacts: [{ Name: 'Kauri Ltd' }] });
	await postInvoices(to);
	await postSettlements(to);
	await postMoney(to);
	await to.journal(28, [
		['820', 12],
		['400', -12],
	]);
	const taxed = { LineAmountTypes: 'Exclusive' };
	await to.journal(
		28,
		[
			['400', 100, 'INPUT2'],
			['200', -100, 'OUTPUT2'],
		],
		taxed,
	);
	await to.journal(
		28,
		[
			['400', 115, 'INPUT2'],
			['850', -115, 'NONE'],
		],
		INCLUSIVE,
	);
	await to.journal(30, [
		['416', 50],
		['711', -50],
	]);
	await to.journal(
		30,
		[
			['400', 33],
			['850', -33],
		],
		{ ShowOnCashBasisReports: false },
	);
}
