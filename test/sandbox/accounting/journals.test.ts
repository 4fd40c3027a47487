import { type Desk, type Json, openDesk, sale } from './desk';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('empty');
});

const list = (query = '', headers: Record<string, string> = {}): Json[] =>
	desk.call('GET', `/Journals${query}`, undefined, { headers }).at('Journals') as Json[];
const numbers = (query = '', headers: Record<string, string> = {}): unknown[] =>
	list(query, headers).map((journal) => journal.JournalNumber);
const approve = (more: Json = {}): string =>
	desk.call('PUT', '/Invoices', sale({ Status: 'AUTHORISED', ...more })).id('Invoices.0.InvoiceID');
const lines = (journal: Json | undefined): unknown[][] =>
	(journal?.JournalLines as Json[]).map((line) => [line.AccountCode, line.NetAmount, line.TaxAmount, line.GrossAmount]);
const voidIt = (id: string) => desk.call('POST', `/Invoices/${id}`, { Status: 'VOIDED' });

describe('what documents post', () => {
	it('is an invoice on debtors, its accounts and the tax account, with everything Xero says of a line', () => {
		desk.call('PUT', '/TrackingCategories', { Name: 'Region' });
		const category = desk.call('GET', '/TrackingCategories').id('TrackingCategories.0.TrackingCategoryID');
		desk.call('PUT', `/TrackingCategories/${category}/Options`, { Name: 'North' });
		const Tracking = [{ Name: 'Region', Option: 'North' }];
		const line = { Description: 'Chairs', Quantity: 2, UnitAmount: 50, AccountCode: '200', Tracking };
		const id = approve({ Reference: 'PO 7', LineItems: [line] });
		const [journal] = list();
		expect(journal).toMatchObject({
			JournalNumber: 1,
			JournalDate: '/Date(1772323200000+0000)/',
			CreatedDateUTC: '/Date(1773093600000+0000)/',
			Reference: 'PO 7',
			SourceID: id,
			SourceType: 'ACCREC',
			JournalLines: [
				{
					AccountCode: '610',
					AccountType: 'CURRENT',
					AccountName: 'Accounts Receivable',
					Description: '',
					NetAmount: 115,
					GrossAmount: 115,
					TaxAmount: 0,
					TrackingCategories: [],
				},
				{
					AccountCode: '200',
					AccountType: 'REVENUE',
					AccountName: 'Sales',
					Description: 'Chairs',
					NetAmount: -100,
					GrossAmount: -115,
					TaxAmount: -15,
					TaxType: 'OUTPUT2',
					TaxName: '15% GST on Income',
					TrackingCategories: [{ Name: 'Region', Option: 'North', TrackingCategoryID: category }],
				},
				{ AccountCode: '820', NetAmount: -15, TaxAmount: 0 },
			],
		});
		expect(Object.keys((journal?.JournalLines as Json[])[0] ?? {})).not.toContain('TaxType');
	});

	it('is a bill the other way round, and nothing for drafts', () => {
		desk.call('PUT', '/Invoices', sale());
		approve({
			Type: 'ACCPAY',
			InvoiceNumber: 'S-1',
			LineAmountTypes: 'Inclusive',
			LineItems: [{ Description: 'x', UnitAmount: 115, AccountCode: '400' }],
		});
		expect(list()).toMatchObject([{ JournalNumber: 1, SourceType: 'ACCPAY', Reference: 'S-1' }]);
		expect(lines(list()[0])).toEqual([
			['800', -115, 0, -115],
			['400', 100, 15, 115],
			['820', 15, 0, 15],
		]);
	});

	it('is in the base currency: the Total at the rate of the document, cents of rounding on their own account', () => {
		desk.call('PUT', '/Currencies', { Code: 'USD' });
		const line = { Description: 'x', UnitAmount: 0.33, AccountCode: '200', TaxType: 'NONE' };
		approve({ CurrencyCode: 'USD', CurrencyRate: 0.6, LineItems: [line, line] });
		expect(lines(list()[0])).toEqual([
			['610', 1.1, 0, 1.1],
			['200', -0.55, 0, -0.55],
			['200', -0.55, 0, -0.55],
		]);
		approve({ CurrencyCode: 'USD', CurrencyRate: 0.7, LineItems: [line, line] });
		expect(lines(list()[1])).toEqual([
			['610', 0.94, 0, 0.94],
			['200', -0.47, 0, -0.47],
			['200', -0.47, 0, -0.47],
		]);
		approve({ CurrencyCode: 'USD', CurrencyRate: 0.8, LineItems: [line, line] });
		expect(lines(list()[2])).toEqual([
			['610', 0.83, 0, 0.83],
			['200', -0.41, 0, -0.41],
			['200', -0.41, 0, -0.41],
			['860', -0.01, 0, -0.01],
		]);
	});

	it('moves what tracked items cost when they are sold, and back when the sale is void', () => {
		desk.call('PUT', '/Items', {
			Code: 'LAMP',
			InventoryAssetAccountCode: '630',
			PurchaseDetails: { UnitPrice: 4, COGSAccountCode: '310' },
			SalesDetails: { UnitPrice: 10, AccountCode: '200' },
		});
		approve({ Type: 'ACCPAY', LineItems: [{ ItemCode: 'LAMP', Description: 'Lamps', Quantity: 10, TaxType: 'NONE' }] });
		const id = approve({ LineItems: [{ ItemCode: 'LAMP', Description: 'Lamps', Quantity: 3, TaxType: 'NONE' }] });
		voidIt(id);
		expect(list().map(lines)).toEqual([
			[
				['800', -40, 0, -40],
				['630', 40, 0, 40],
			],
			[
				['610', 30, 0, 30],
				['200', -30, 0, -30],
				['310', 12, 0, 12],
				['630', -12, 0, -12],
			],
			[
				['610', -30, 0, -30],
				['200', 30, 0, 30],
				['310', -12, 0, -12],
				['630', 12, 0, 12],
			],
		]);
	});

	it('never changes: an edit is a reversal and a new journal, on the days they belong to', () => {
		const id = approve();
		desk.call('POST', `/Invoices/${id}`, { Date: '2026-02-01' });
		desk.call('POST', `/Invoices/${id}`, { DueDate: '2026-03-30' });
		voidIt(id);
		expect(list().map((journal) => [journal.JournalNumber, journal.JournalDate, lines(journal)[0]?.[1]])).toEqual([
			[1, '/Date(1772323200000+0000)/', 115],
			[2, '/Date(1772323200000+0000)/', -115],
			[3, '/Date(1769904000000+0000)/', 115],
			[4, '/Date(1769904000000+0000)/', -115],
		]);
	});

	it('is not there after a call that was refused, and leaves no gap in the numbers', () => {
		desk.call('PUT', '/Invoices', { Invoices: [sale({ Status: 'AUTHORISED' }), sale({ Type: undefined })] });
		expect(list()).toEqual([]);
		approve();
		expect(numbers()).toEqual([1]);
	});
});

describe('the list of journals', () => {
	it('goes on after the offset, a hundred at a time, until nothing comes', () => {
		for (let at = 0; at < 3; at += 1)
			desk.call('PUT', '/Invoices', { Invoices: Array.from({ length: 50 }, () => sale({ Status: 'AUTHORISED' })) });
		expect([numbers().length, numbers()[0], numbers().at(-1)]).toEqual([100, 1, 100]);
		expect([numbers('?offset=100').length, numbers('?offset=100')[0]]).toEqual([50, 101]);
		expect(numbers('?offset=150')).toEqual([]);
		expect(desk.call('GET', '/Journals?offset=150').status).toBe(200);
	});

	it('refuses an offset that is no number of a journal', () => {
		expect(desk.call('GET', '/Journals?offset=-1').body).toMatchObject({ ErrorNumber: 14, Type: 'PostDataInvalidException' });
		expect(desk.call('GET', '/Journals?offset=1.5').status).toBe(400);
	});

	it('gives what was made since a moment, whatever day it is dated', () => {
		approve();
		desk.clock.advance(60_000);
		approve({ Date: '2025-06-01' });
		expect(numbers('', { 'if-modified-since': '2026-03-09T22:00:30' })).toEqual([2]);
		expect(numbers('', { 'if-modified-since': '2026-03-09T22:00:00' })).toEqual([1, 2]);
		expect(desk.call('GET', '/Journals', undefined, { headers: { 'if-modified-since': 'soon' } }).status).toBe(400);
	});

	it('has with paymentsOnly only what is on the cash basis', () => {
		approve();
		const JournalLines = [
			{ AccountCode: '400', LineAmount: 9 },
			{ AccountCode: '850', LineAmount: -9 },
		];
		desk.call('PUT', '/ManualJournals', { Narration: 'x', Status: 'POSTED', JournalLines });
		expect(numbers('?paymentsOnly=true')).toEqual([2]);
		expect(numbers('?paymentsOnly=false')).toEqual([1, 2]);
	});
});

describe('one journal', () => {
	it('is found by id and by number, and does not say what it comes from', () => {
		approve();
		const [{ JournalID, SourceID, ...rest } = {}] = list();
		expect(SourceID).toBeDefined();
		for (const key of [String(JournalID), '1']) {
			const [found = {}] = desk.call('GET', `/Journals/${key}`).at('Journals') as Json[];
			expect(found).toMatchObject({ JournalID, JournalNumber: 1, JournalLines: rest.JournalLines });
			expect((found.JournalLines as Json[]).map((line) => line.TaxName)).toEqual(['', '15% GST on Income', '']);
			expect(found).not.toHaveProperty('SourceID');
			expect(found).not.toHaveProperty('SourceType');
		}
		expect([desk.call('GET', '/Journals/2').status, desk.call('GET', '/Journals/last').status]).toEqual([404, 404]);
		expect(desk.call('GET', '/Journals/11111111-1111-4111-8111-111111111111').status).toBe(404);
	});
});
