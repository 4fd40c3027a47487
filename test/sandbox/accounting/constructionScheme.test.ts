import type { ConstructionScheme } from '../../../sandbox/bookkeeping';
import { organisations } from '../../../sandbox/organisations';
import { type Answer, type Desk, type Json, openDesk, sale } from './desk';
import { rowOf } from './reading';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('small', undefined, undefined, organisations[2].tenantId);
});
const scheme = (sent: ConstructionScheme) => desk.api.bookkeeping?.setConstructionScheme(desk.tenantId, sent);
const lines = (labour: string, other: string): Json[] => [
	{ Description: 'Labour', UnitAmount: 1000.03, AccountCode: labour, TaxType: 'NONE' },
	{ Description: 'Timber', UnitAmount: 400, AccountCode: other, TaxType: 'NONE' },
];
const invoice = (more: Json = {}): Answer =>
	desk.call('PUT', '/Invoices', sale({ Status: 'AUTHORISED', LineItems: lines('215', '200'), ...more }));
const contact = (Name: string): string => desk.call('PUT', '/Contacts', { Name }).id('Contacts.0.ContactID');
const bill = (ContactID: string, more: Json = {}): Answer =>
	invoice({ Type: 'ACCPAY', Contact: { ContactID }, LineItems: lines('320', '321'), ...more });
const journal = (): unknown[][] =>
	(desk.api.records(desk.tenantId, 'Journals').at(-1)?.JournalLines as Json[]).map((one) => [one.AccountCode, one.NetAmount]);

describe('a subcontractor of the construction industry scheme', () => {
	beforeEach(() => scheme({ subcontractorRate: 20 }));

	it('sells labour less what its customers keep back', () => {
		expect(invoice().at('Invoices.0')).toMatchObject({ Total: 1400.03, CISRate: 20, CISDeduction: 200.01, AmountDue: 1200.02 });
		expect(journal()).toEqual([
			['610', 1200.02],
			['612', 200.01],
			['215', -1000.03],
			['200', -400],
		]);
	});

	it('has the deduction from labour without tax', () => {
		const LineItems = [{ Description: 'Labour', UnitAmount: 1200, AccountCode: '215', TaxType: 'OUTPUT2' }];
		const made = invoice({ LineItems, LineAmountTypes: 'Inclusive' });
		expect(made.at('Invoices.0')).toMatchObject({ Total: 1200, TotalTax: 200, CISDeduction: 200, AmountDue: 1000 });
	});

	it('is paid when what is due is paid, and no more is taken', () => {
		const id = invoice().id('Invoices.0.InvoiceID');
		const pay = (Amount: number): Answer =>
			desk.call('PUT', '/Payments', { Invoice: { InvoiceID: id }, Account: { Code: '090' }, Date: '2026-03-05', Amount });
		expect(pay(1200.03).sentences()).toEqual(['Payment amount exceeds the amount outstanding on this document']);
		pay(600.01);
		expect(desk.call('GET', `/Invoices/${id}`).at('Invoices.0')).toMatchObject({ Status: 'AUTHORISED', AmountDue: 600.01 });
		pay(600.01);
		expect(desk.call('GET', `/Invoices/${id}`).at('Invoices.0')).toMatchObject({ Status: 'PAID', AmountDue: 0 });
	});

	it('has the deduction in its share on the cash basis', () => {
		const id = invoice().id('Invoices.0.InvoiceID');
		const body = { Account: { Code: '090' }, Date: '2026-03-05', Amount: 600.01 };
		const number = desk.api.records(desk.tenantId, 'Journals').length;
		desk.call('PUT', '/Payments', { Invoice: { InvoiceID: id }, ...body });
		const [paid] = desk.call('GET', `/Journals?paymentsOnly=true&offset=${number}`).at('Journals') as Json[];
		// Half of it: 100.005 and 500.015 round away from zero, and labour takes the remainder.
		expect((paid?.JournalLines as Json[]).map((one) => [one.AccountCode, one.NetAmount])).toEqual([
			['090', 600.01],
			['612', 100.01],
			['215', -500.02],
			['200', -200],
		]);
	});

	it('owes what is due in aged reports', () => {
		const id = invoice().id('Invoices.0.Contact.ContactID');
		const aged = desk.call('GET', `/Reports/AgedReceivablesByContact?contactId=${id}&date=2026-03-31`);
		expect(rowOf(aged, 'Total')?.at(-1)).toBe('1200.02');
	});

	it('has no deduction on other income, in foreign currency, and in summaries', () => {
		const plain = invoice({ LineItems: lines('210', '200') }).at('Invoices.0') as Json;
		const foreign = invoice({ CurrencyCode: 'EUR' }).at('Invoices.0') as Json;
		for (const one of [plain, foreign]) expect(Object.keys(one)).not.toContain('CISDeduction');
		invoice();
		const shown = desk.call('GET', '/Invoices?summaryOnly=true&where=CISDeduction>0').at('Invoices') as Json[];
		expect(shown.map((one) => ['CISDeduction' in one, one.AmountDue])).toEqual([[false, 1200.02]]);
	});

	it('is told by the settings of the organisation', () => {
		const settings = desk.call('GET', `/Organisation/${desk.tenantId}/CISSettings`).at('CISSettings');
		expect(settings).toEqual([{ CISContractorEnabled: false, CISSubContractorEnabled: true, Rate: 20 }]);
	});
});

describe('a contractor of the construction industry scheme', () => {
	it('owes a subcontractor less what it keeps back, and that to the tax office', () => {
		const [mason, shop] = [contact('Mason & Son'), contact('Timber Shop')];
		scheme({ contacts: { [mason]: 30 } });
		expect(bill(mason).at('Invoices.0')).toMatchObject({ Total: 1400.03, CISRate: 30, CISDeduction: 300.01, AmountDue: 1100.02 });
		expect(journal()).toEqual([
			['800', -1100.02],
			['826', -300.01],
			['320', 1000.03],
			['321', 400],
		]);
		expect(bill(shop).at('Invoices.0.AmountDue')).toBe(1400.03);
		const settings = (id: string): unknown => desk.call('GET', `/Contacts/${id}/CISSettings`).at('CISSettings.0');
		expect([settings(mason), settings(shop)]).toEqual([{ CISEnabled: true, Rate: 30 }, { CISEnabled: false }]);
	});

	it('keeps the rate that a document was made with', () => {
		const mason = contact('Mason & Son');
		scheme({ contacts: { [mason]: 30 } });
		const id = bill(mason, { Status: 'DRAFT' }).id('Invoices.0.InvoiceID');
		scheme({ contacts: { [mason]: 20 } });
		expect(desk.call('POST', `/Invoices/${id}`, { Status: 'AUTHORISED' }).at('Invoices.0.CISDeduction')).toBe(300.01);
		expect(bill(mason).at('Invoices.0.CISDeduction')).toBe(200.01);
	});
});

describe('the construction industry scheme', () => {
	it('has the system accounts of Xero', () => {
		scheme({ subcontractorRate: 20 });
		scheme({ subcontractorRate: 30 });
		const accounts = desk.api.records(desk.tenantId, 'Accounts').map((one) => String(one.SystemAccount));
		expect(accounts.filter((one) => one.startsWith('CIS')).sort()).toEqual([
			'CISASSETS',
			'CISLABOUREXPENSE',
			'CISLABOURINCOME',
			'CISLIABILITY',
			'CISMATERIALS',
		]);
	});

	it('is one of the United Kingdom', () => {
		const elsewhere = () => desk.api.bookkeeping?.setConstructionScheme(organisations[0].tenantId, { subcontractorRate: 20 });
		expect(elsewhere).toThrow('The construction industry scheme is one of the United Kingdom');
	});

	it('takes percentages, of contacts that are there', () => {
		expect(() => scheme({ subcontractorRate: 101 })).toThrow('101 is no percentage from 0 to 100');
		expect(() => scheme({ contacts: { nobody: 20 } })).toThrow('The organisation has no contact nobody');
	});
});
