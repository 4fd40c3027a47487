import type { IDataObject } from 'n8n-workflow';
import { BooksByApi } from './booksByApi';
import { checks, columns, ofType } from './reportRows';
import { byId, staged } from './stage';

const on = staged({ seed: 'empty', shared: true, limits: { minute: 10_000 } });

/** In the United Kingdom: pounds. */
const FOXGLOVE = '2f7d5a90-3c16-4be8-a1d4-90c6e85b7f33';
const OCTOBER = { period: 'custom', fromDate: '2046-10-01', toDate: '2046-10-31' };
const AT_ITS_END = { asOf: 'custom', date: '2046-10-31' };

/** A sale of 1,000.00 of which 300.00 is paid and 200.00 kept back, a bill of 500.00 of which 150.00 is kept back. */
beforeAll(async () => {
	on.connect({ tenants: [FOXGLOVE] });
	const books = new BooksByApi(on, FOXGLOVE);
	const ContactID = await books.put('Contacts', 'ContactID', { Contacts: [{ Name: 'Hazel Roofing' }] });
	on.sandbox.bookkeeping.setConstructionScheme(FOXGLOVE, { subcontractorRate: 20, contacts: { [ContactID]: 30 } });
	await books.put('Accounts', 'AccountID', { Code: '090', Name: 'Cheque', Type: 'BANK', BankAccountNumber: '12345612345678' });
	const document = async (Type: string, AccountCode: string, UnitAmount: number) =>
		await books.put('Invoices', 'InvoiceID', {
			...{ Type, Contact: { ContactID }, Date: '2046-10-05', DueDate: '2046-10-20', Status: 'AUTHORISED' },
			LineAmountTypes: 'NoTax',
			LineItems: [{ Description: 'Labour', Quantity: 1, UnitAmount, AccountCode }],
		});
	const InvoiceID = await document('ACCREC', '215', 1000);
	await document('ACCPAY', '320', 500);
	await books.put('Payments', 'PaymentID', { Invoice: { InvoiceID }, Account: { Code: '090' }, Amount: 300, Date: '2046-10-08' });
});

const report = async (what: string, parameters: IDataObject) => {
	const { json, error } = await on.report(what, { organisation: byId(FOXGLOVE), ...parameters } as never);
	expect(error).toBe('');
	return json;
};

describe('In the construction industry scheme', () => {
	it.each([
		['owing.agedReceivables', 500, 'receivablesTie'],
		['owing.agedPayables', 350, 'payablesTie'],
	])('what is kept back is not owed: %s', async (what, total, check) => {
		const json = await report(what, AT_ITS_END);
		expect(columns(ofType(json, 'total'), 'currency', 'total')).toEqual([['GBP', total]]);
		expect(checks(json)).toEqual([
			[check, total, total, 'ties'],
			['documentsAgree', 0, 0, 'ties'],
		]);
	});

	it('a statement closes with what is left to pay', async () => {
		const json = await report('owing.customerStatement', { contacts: 'all', type: 'activity', ...OCTOBER });
		expect(columns(ofType(json, 'row'), 'event', 'total', 'amount', 'balance')).toEqual([
			['opening', null, null, 0],
			['invoice', 1000, 800, 800],
			['payment', null, -300, 500],
			['closing', null, null, 500],
		]);
	});

	it.each([
		[
			'accrual',
			[
				['090', 300],
				['215', -1000],
				['320', 500],
				['610', 500],
				['612', 200],
				['800', -350],
				['826', -150],
			],
		],
		[
			'cash',
			[
				['090', 300],
				['215', -375],
				['612', 75],
			],
		],
	])('the general ledger has what is kept back on its own accounts: %s', async (basis, expected) => {
		const json = await report('ledger.generalLedger', { ...OCTOBER, options: { basis } });
		expect(columns(ofType(json, 'row'), 'accountCode', 'movement')).toEqual(expected);
		expect(ofType(json, 'notInApi')).toEqual([]);
		expect(new Set(columns(ofType(json, 'check'), 'status').flat())).toEqual(new Set(['ties']));
	});
});
