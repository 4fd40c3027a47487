/** Money in and out of the generated year: bank transactions, transfers, batches. */
import { bankTransactionWrites } from '../../bankTransactions/bankTransactionWrites';
import { createBankTransfer, deleteBankTransfer } from '../../bankTransfers/bankTransferWrites';
import { createBatch } from '../../payments/batchPayments';
import { addDays } from '../../values/dates';
import { write } from '../records';
import { cents, currencyBody, trackingBody, type Year } from './year';

const SPENT: ReadonlyArray<readonly [code: string, text: string]> = [
	['404', 'Bank fee'],
	['420', 'Lunch with a customer'],
	['449', 'Fuel'],
	['825', 'PAYE for the month'],
	['900', 'Loan repayment'],
	['880', 'Drawings'],
];

/** Plain money in or out, in the account's currency; some is changed or deleted later. */
export function bankTransaction(year: Year, day: string, at: number): void {
	const { agenda, book, chance } = year;
	const spend = at % 3 !== 1;
	const [Code = '090', currency = 'NZD'] = [['090'], ['091'], ['093', 'USD'], ['090'], ['094', 'JPY']][at % 5] ?? [];
	const [AccountCode, Description] = spend ? chance.pick(SPENT) : ['270', 'Interest'];
	const price = currency === 'JPY' ? chance.whole(300, 40_000) : cents(year, 250, 30_000);
	const LineItems = [{ Description, Quantity: 1, UnitAmount: price, AccountCode, Tracking: trackingBody(year) }];
	const body = {
		Type: spend ? 'SPEND' : 'RECEIVE',
		Contact: { ContactID: chance.pick(spend ? year.suppliers : year.customers).ContactID },
		...{ BankAccount: { Code }, Date: day, Reference: chance.pick(['', 'Card']), LineItems },
		LineAmountTypes: currency === 'JPY' ? 'NoTax' : chance.pick(['Inclusive', 'Inclusive', 'Exclusive', 'NoTax']),
		...currencyBody(year, currency, day),
	};
	const row = write(book, body, bankTransactionWrites.create, 4);
	const change = (sent: object): void =>
		void write(book, { ...sent }, (one, input, call) => bankTransactionWrites.update(one, row, input, call));
	if (at % 9 === 4) agenda.on(addDays(day, 11), () => change({ Status: 'DELETED' }));
	if (at % 9 === 7) agenda.on(addDays(day, 3), () => change({ Date: addDays(day, -2), LineItems: [...LineItems, ...LineItems] }));
}

const ROUTES: ReadonlyArray<readonly [from: string, to: string]> = [
	['090', '091'],
	['090', '093'],
	['093', '094'],
	['091', '090'],
	['094', '090'],
	['093', '090'],
];

/** Money from one bank account to another, between currencies too; every eleventh is deleted. */
export function transfer(year: Year, day: string, at: number): void {
	const { agenda, book, chance } = year;
	const [from = '090', to = '091'] = ROUTES[at % ROUTES.length] ?? [];
	const Amount = from === '094' ? chance.whole(10_000, 60_000) : cents(year, 10_000, 90_000);
	const body = { FromBankAccount: { Code: from }, ToBankAccount: { Code: to }, Amount, Date: day };
	const row = write(book, body, createBankTransfer);
	if (at % 11 === 5)
		agenda.on(
			addDays(day, 6),
			() => void write(book, { Status: 'DELETED' }, (one, input) => deleteBankTransfer(one, row, input)),
		);
}

/** Pays what waits for a batch of one side: bills in whole, sales invoices but for a tenth. */
export function batch(year: Year, day: string, type: 'ACCPAY' | 'ACCREC'): void {
	const rows = [...year.batched].flatMap((id) => {
		const row = year.book.invoices.get(id);
		return row?.Type === type && row.Status === 'AUTHORISED' && row.CurrencyCode === 'NZD' && row.AmountDue >= 1 ? [row] : [];
	});
	if (rows.length === 0) return;
	const share = type === 'ACCPAY' ? 1 : 0.9;
	const Payments = rows.map(({ InvoiceID, AmountDue }) => ({
		Invoice: { InvoiceID },
		Amount: Math.round(AmountDue * share * 100) / 100,
	}));
	write(year.book, { Account: { Code: '090' }, Date: day, Reference: `Run of ${day}`, Payments }, createBatch);
	for (const { InvoiceID } of rows) year.batched.delete(InvoiceID);
}
