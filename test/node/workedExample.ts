import type { IDataObject } from 'n8n-workflow';
import { BooksByApi } from './booksByApi';
import type { Stage } from './stage';
import { KERERU } from './stage';

/** Worked example W1 of the design, twenty years later: what customers owed on 31 October; and one more customer. */

/** A name that pages, sheets and filters may trip over. */
export const NOISY = '=HYPERLINK("x") <b>Fern & "Co"</b>';

/** Posts it; the names of contacts and the numbers of documents stand for their IDs in what comes back. */
export async function postWorkedExample(on: Stage): Promise<Readonly<Record<string, string>>> {
	const ids: Record<string, string> = {};
	const books = new BooksByApi(on, KERERU);
	await books.put('Currencies', 'Code', { Code: 'EUR' });
	await books.put('Accounts', 'AccountID', {
		Code: '090',
		Name: 'Cheque',
		Type: 'BANK',
		BankAccountNumber: '12-3456-7890123-00',
	});
	const put = async (name: string, list: string, id: string, body: IDataObject): Promise<void> => {
		ids[name] = await books.put(list, id, body);
	};
	const contact = async (Name: string, more: IDataObject = {}) =>
		await put(Name, 'Contacts', 'ContactID', { Contacts: [{ Name, ...more }] });
	await contact('Alder Ltd', { EmailAddress: 'accounts@alder.example' });
	await contact('Birch GmbH');
	await contact('Cedar & Co');
	await contact(NOISY);
	await contact('Dunlin Ltd');
	const day = (monthAndDay: string) => `2046-${monthAndDay}`;
	const lines = (total: number, AccountCode = '200') => ({
		LineAmountTypes: 'NoTax',
		LineItems: [{ Description: 'Chairs', Quantity: 1, UnitAmount: total, AccountCode }],
	});
	const document =
		(list: 'Invoices' | 'CreditNotes', Type: string, id: string, label: string) =>
		async (name: string, who: string, on: readonly [string, string?], total: number, more: IDataObject = {}) =>
			await put(name, list, id, {
				Type,
				Contact: { ContactID: ids[who]! },
				[label]: name,
				Date: day(on[0]),
				...(on[1] === undefined ? {} : { DueDate: day(on[1]) }),
				Status: 'AUTHORISED',
				...lines(total),
				...more,
			});
	const invoice = document('Invoices', 'ACCREC', 'InvoiceID', 'InvoiceNumber');
	const creditNote = document('CreditNotes', 'ACCRECCREDIT', 'CreditNoteID', 'CreditNoteNumber');
	const money = async (name: string, who: string, Type: string, date: string, total: number) =>
		await put(name, 'BankTransactions', Type === 'RECEIVE-OVERPAYMENT' ? 'OverpaymentID' : 'PrepaymentID', {
			Type,
			Contact: { ContactID: ids[who]! },
			BankAccount: { Code: '090' },
			Date: day(date),
			...lines(total, Type === 'RECEIVE-OVERPAYMENT' ? '610' : '200'),
		});
	const pay = async (Document: IDataObject, date: string, Amount: number, more: IDataObject = {}) =>
		await books.put('Payments', 'PaymentID', { ...Document, Account: { Code: '090' }, Date: day(date), Amount, ...more });
	const allocate = async (path: string, to: string, date: string, Amount: number) =>
		await books.ask(`/${path}/Allocations`, { Allocations: [{ Invoice: { InvoiceID: ids[to]! }, Amount, Date: day(date) }] });

	await invoice('INV-1', 'Alder Ltd', ['07-01', '07-31'], 1150);
	await invoice('INV-2', 'Alder Ltd', ['09-01', '10-01'], 230);
	await invoice('INV-3', 'Alder Ltd', ['09-02', '09-30'], 345, { Reference: 'PO 77' });
	await invoice('INV-4', 'Birch GmbH', ['10-01', '10-31'], 1000, { CurrencyCode: 'EUR', CurrencyRate: 0.52 });
	await invoice('INV-5', 'Cedar & Co', ['11-01', '11-01'], 99);
	await invoice('INV-6', 'Cedar & Co', ['10-10', '10-10'], 57.5);
	await invoice('INV-7', 'Cedar & Co', ['10-12', '10-12'], 80);
	await invoice('INV-8', 'Cedar & Co', ['10-30', '11-29'], 200);
	await invoice('INV-9', NOISY, ['10-03', '10-20'], 46, { Reference: '=1+1' });
	await books.ask(`/Invoices/${ids['INV-7']}`, { Status: 'VOIDED' }, 'POST');
	await creditNote('CN-1', 'Alder Ltd', ['10-20'], 115);
	await creditNote('CN-2', 'Alder Ltd', ['11-03'], 30);
	await money('OP-1', 'Cedar & Co', 'RECEIVE-OVERPAYMENT', '10-05', 60);
	await money('PP-1', 'Cedar & Co', 'RECEIVE-PREPAYMENT', '10-08', 115);
	const of = (name: string) => ({ Invoice: { InvoiceID: ids[name]! } });
	await pay(of('INV-1'), '09-10', 400);
	await pay(of('INV-2'), '11-05', 230);
	await pay(of('INV-4'), '10-15', 300, { CurrencyRate: 0.51 });
	await pay(of('INV-8'), '10-25', 50);
	await pay({ CreditNote: { CreditNoteID: ids['CN-1']! } }, '10-28', 20);
	await allocate(`CreditNotes/${ids['CN-1']}`, 'INV-3', '11-02', 45);
	await allocate(`CreditNotes/${ids['CN-2']}`, 'INV-1', '11-04', 30);
	await allocate(`Overpayments/${ids['OP-1']}`, 'INV-6', '11-10', 57.5);
	return ids;
}
