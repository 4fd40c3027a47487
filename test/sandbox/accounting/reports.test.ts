import { allocate } from '../../../sandbox/accounting/payments/allocations';
import { bankTransactionWrites } from '../../../sandbox/accounting/bankTransactions/bankTransactionWrites';
import type { Book } from '../../../sandbox/accounting/book/book';
import { post, systemAccount } from '../../../sandbox/accounting/ledger/ledger';
import { profitAndLoss } from '../../../sandbox/accounting/reports/profitAndLoss';
import { bankSummary } from '../../../sandbox/accounting/reports/bankSummary';
import { executiveSummary } from '../../../sandbox/accounting/reports/executiveSummary';
import { agedByContact } from '../../../sandbox/accounting/reports/agedByContact';
import { tenNinetyNine } from '../../../sandbox/accounting/reports/tenNinetyNine';
import { percent, ratio } from '../../../sandbox/accounting/reports/ratios';
import { yearStart } from '../../../sandbox/accounting/values/calendar';
import { write } from '../../../sandbox/accounting/seed/records';
import type { Reply, SandboxRequest } from '../../../sandbox/route';
import { invoiced, openBook, settled, unsettled } from './books';
import { type Answer, type Desk, type Json, openDesk, sale } from './desk';
import { rowOf, table } from './reading';
import { get } from 'lodash';

/** Asks a report of books that no desk has. */
function ask(book: Book, report: (book: Book, request: SandboxRequest) => Reply, query: Record<string, string> = {}): Answer {
	const { body } = report(book, { query, headers: {}, params: {} } as unknown as SandboxRequest);
	return { at: (path: string): unknown => get(body, path) } as Answer;
}
const bill = (book: Book, amount: number, AccountCode: string, more: Json = {}) =>
	invoiced(book, {
		Type: 'ACCPAY',
		LineItems: [{ Description: 'x', UnitAmount: amount, AccountCode, TaxType: 'NONE' }],
		...more,
	});

describe('the bank summary', () => {
	it('has what each account held, took in and gave out in the current month', () => {
		const book = openBook();
		settled(book, invoiced(book), 100, '2026-02-27');
		settled(book, invoiced(book), 115, '2026-03-05');
		settled(book, bill(book, 40, '400'), 30, '2026-03-06');
		const answer = ask(book, bankSummary);
		expect(answer.at('Reports.0.ReportTitles')).toEqual(['Bank Summary', 'Walnut & Co', 'From 1 March 2026 to 31 March 2026']);
		expect(table(answer)).toEqual([
			['Bank Accounts', 'Opening Balance', 'Cash Received', 'Cash Spent', 'Closing Balance'],
			['Bank', '100.00', '115.00', '30.00', '185.00'],
			['Total', '100.00', '115.00', '30.00', '185.00'],
		]);
		const id = book.accounts.first('code', '090')?.AccountID;
		expect(answer.at('Reports.0.Rows.1.Rows.0.Cells')).toEqual([
			{ Value: 'Bank', Attributes: [{ Value: id, Id: 'accountID' }] },
			{ Value: '100.00' },
			{ Value: '115.00', Attributes: [{ Value: id, Id: 'account' }] },
			{ Value: '30.00', Attributes: [{ Value: id, Id: 'account' }] },
			{ Value: '185.00' },
		]);
	});

	it('counts nothing for a payment that was taken back, and other days when they are asked for', () => {
		const book = openBook();
		unsettled(book, settled(book, invoiced(book), 100, '2026-02-27'));
		settled(book, invoiced(book), 15, '2026-02-28');
		const february = { fromDate: '2026-02-01', toDate: '2026-02-28' };
		expect(rowOf(ask(book, bankSummary, february), 'Bank')).toEqual(['0.00', '15.00', '0.00', '15.00']);
		expect(() => ask(book, bankSummary, { fromDate: '2026-03-01', toDate: '2026-02-28' })).toThrow('refused with 400');
	});
});

describe('the executive summary', () => {
	it('has the month beside the one before, with its ratios', () => {
		const book = openBook();
		invoiced(book, {
			Date: '2026-01-31',
			LineItems: [{ Description: 'x', UnitAmount: 550, AccountCode: '200', TaxType: 'NONE' }],
		});
		const sold = invoiced(book, {
			Date: '2026-02-10',
			LineItems: [{ Description: 'x', UnitAmount: 40, AccountCode: '200', TaxType: 'NONE' }],
		});
		bill(book, 205.4, '400', { Date: '2026-02-12' });
		settled(book, sold, 10, '2026-02-28');
		expect(table(ask(book, executiveSummary, { date: '2026-02-05' }))).toEqual([
			['', 'Feb 2026', 'Jan 2026', 'Variance'],
			['Cash'],
			['Cash received', '10.00', '0.00', '0.0%'],
			['Cash spent', '0.00', '0.00', '0.0%'],
			['Cash surplus (deficit)', '10.00', '0.00', '0.0%'],
			['Closing bank balance', '10.00', '0.00', '0.0%'],
			['Profitability'],
			['Income', '40.00', '550.00', '-92.7%'],
			['Direct costs', '0.00', '0.00', '0.0%'],
			['Gross profit (loss)', '40.00', '550.00', '-92.7%'],
			['Other Income', '0.00', '0.00', '0.0%'],
			['Expenses', '205.40', '0.00', '0.0%'],
			['Profit (loss)', '-165.40', '550.00', '-130.1%'],
			['Balance Sheet'],
			['Debtors', '580.00', '550.00', '5.5%'],
			['Creditors', '205.40', '0.00', '0.0%'],
			['Net assets', '384.60', '550.00', '-30.1%'],
			['Income'],
			['Number of invoices issued', '1', '1', '0.0%'],
			['Average value of invoices', '40.00', '550.00', '-92.7%'],
			['Performance'],
			['Gross profit margin', '100.0%', '100.0%', '0.0%'],
			['Net profit margin', '-413.5%', '100.0%', '-513.5%'],
			['Return on investment (p.a.)', '-516.1%', '1200.0%', '-143.0%'],
			['Position'],
			['Average debtors days', '406.0', '31', '1209.7%'],
			['Average creditors days', '28', '0', '0.0%'],
			['Short term cash forecast', '374.60', '550.00', '-31.9%'],
			['Current assets to liabilities', '2.8724440116845180136319376826', '', '0.0%'],
			['Term assets to liabilities', '', '', '0.0%'],
		]);
	});

	it('writes ratios with all digits of a .NET decimal, as the example of Xero does', () => {
		expect(ratio(-4400n, 20_540n, 30n)).toBe('-6.426484907497565725413826680');
		expect(ratio(59_000n, 4_000n, 30n)).toBe('442.50');
		expect(ratio(1n, 3n)).toBe('0.3333333333333333333333333333');
		expect([percent(4n, 55n), percent(-16_556n, 75_956n), percent(1n, 0n), percent(0n, -5n)]).toEqual([
			'7.3%',
			'-21.8%',
			'0.0%',
			'0.0%',
		]);
	});
});

describe('the aged reports', () => {
	it('list the documents of a contact with what is due and for how long', () => {
		const book = openBook();
		const first = invoiced(book, { Date: '2026-01-10', DueDate: '2026-01-20' });
		invoiced(book, { Date: '2026-02-10', DueDate: '2026-03-30' });
		invoiced(book, { Date: '2026-03-01', DueDate: '2026-04-15' });
		invoiced(book, { Date: '2026-03-02', Status: 'DRAFT' });
		settled(book, first, 100, '2026-02-01');
		settled(book, first, 5, '2026-04-01');
		const contactId = first.ContactID;
		const receivables = (query: Record<string, string>) =>
			ask(book, (one, request) => agedByContact(one, request, 'ACCREC'), { contactId, ...query });
		const all = receivables({});
		expect(all.at('Reports.0')).toMatchObject({
			ReportID: 'AgedReceivablesByContact',
			ReportName: 'Aged Receivables By Contact',
			ReportTitles: ['Invoices', 'Walnut Hall', 'To 31 March 2026', 'Showing payments to 31 March 2026'],
		});
		expect(table(all)).toEqual([
			['Date', 'Number', 'Due Date', '', 'Total', 'Paid', 'Credited', 'Due'],
			['2026-01-10T00:00:00', 'INV-0001', '2026-01-20T00:00:00', '70 days overdue', '115.00', '100.00', '0.00', '15.00'],
			['2026-02-10T00:00:00', 'INV-0002', '2026-03-30T00:00:00', '1 day overdue', '115.00', '0.00', '0.00', '115.00'],
			['2026-03-01T00:00:00', 'INV-0003', '2026-04-15T00:00:00', '', '115.00', '0.00', '0.00', '115.00'],
			['Total', '', '', '', '345.00', '100.00', '0.00', '245.00'],
		]);
		expect(all.at('Reports.0.Rows.1.Rows.0.Cells.3.Attributes')).toEqual([{ Value: first.InvoiceID, Id: 'invoiceID' }]);
		const window = receivables({ fromDate: '2026-02-01', toDate: '2026-02-28', date: '2026-04-30' });
		expect(window.at('Reports.0.ReportTitles')).toEqual([
			'Invoices',
			'Walnut Hall',
			'From 1 February 2026 to 28 February 2026',
			'Showing payments to 30 April 2026',
		]);
		expect(table(window).slice(1)).toEqual([
			['2026-02-01T00:00:00', 'Opening Balance', '', '', '', '', '', '10.00'],
			['2026-02-10T00:00:00', 'INV-0002', '2026-03-30T00:00:00', '31 days overdue', '115.00', '0.00', '0.00', '115.00'],
			['Total', '', '', '', '115.00', '0.00', '0.00', '115.00'],
			['Closing Balance', '', '', '', '115.00', '0.00', '0.00', '125.00'],
		]);
	});

	it('are of sales or of bills, and need a contact', () => {
		const book = openBook();
		const { ContactID: contactId } = bill(book, 40, '400', { InvoiceNumber: 'S-1' });
		const payables = ask(book, (one, request) => agedByContact(one, request, 'ACCPAY'), { contactId });
		expect(table(payables)[0]?.[1]).toBe('Reference');
		expect(table(payables)[1]?.[1]).toBe('S-1');
		const desk = openDesk('empty');
		const status = (query: string) => desk.call('GET', `/Reports/AgedPayablesByContact${query}`).status;
		expect([status(''), status('?contactId=me'), status(`?contactId=${contactId}`)]).toEqual([400, 400, 404]);
	});
});

describe('gains and losses of currencies', () => {
	const gain = (book: Book): void =>
		post(
			book,
			{ SourceType: 'ACCRECPAYMENT', SourceID: 'x' },
			{
				date: '2026-03-02',
				postings: ['REALISEDCURRENCYGAIN', 'UNREALISEDCURRENCYGAIN'].flatMap((name) => [
					{ AccountID: systemAccount(book, name), net: 3 },
					{ AccountID: systemAccount(book, 'ROUNDING'), net: -3 },
				]),
			},
		);

	it('are one line of the profit and loss, which names no account', () => {
		const book = openBook();
		gain(book);
		const answer = ask(book, profitAndLoss);
		expect(rowOf(answer, 'Foreign Currency Gains and Losses')).toEqual(['6.00']);
		expect(answer.at('Reports.0.Rows.2.Rows.0.Cells.0.Attributes')).toEqual([{ Value: 'FXGROUPID', Id: 'account' }]);
	});

	it('are a line each in the United States and in Australian demo companies', () => {
		for (const [country, currency] of [
			['US', 'USD'],
			['AU', 'AUD'],
		] as const) {
			const book = openBook(country, currency);
			gain(book);
			const answer = ask(book, profitAndLoss);
			expect([rowOf(answer, 'Realised Currency Gains'), rowOf(answer, 'Unrealised Currency Gains')]).toEqual([
				['3.00'],
				['3.00'],
			]);
		}
	});
});

describe('the financial year', () => {
	it('starts on the day after the last year end', () => {
		const book = openBook();
		expect(['2026-03-31', '2026-04-01', '2026-12-31'].map((day) => yearStart(book, day))).toEqual([
			'2025-04-01',
			'2026-04-01',
			'2026-04-01',
		]);
		book.organisation = { ...book.organisation, FinancialYearEndDay: 29, FinancialYearEndMonth: 2 };
		expect([yearStart(book, '2024-03-01'), yearStart(book, '2025-02-28'), yearStart(book, '2025-03-01')]).toEqual([
			'2024-03-01',
			'2024-03-01',
			'2025-03-01',
		]);
	});
});

describe('the 1099 report', () => {
	it('has what was paid to each contact in the year, by box, from 600 dollars', () => {
		const book = openBook('US', 'USD');
		const pay = (name: string, amount: number, account: string, day: string) =>
			settled(book, bill(book, amount, account, { Contact: { Name: name } }), amount, day);
		pay('Elm Contractors', 400, '412', '2025-02-01');
		pay('Elm Contractors', 300, '412', '2025-12-31');
		pay('Elm Contractors', 900, '412', '2026-01-01');
		pay('Oak Landlords', 1200, '469', '2025-06-01');
		pay('Ash Lawyers', 599.99, '441', '2025-06-01');
		bill(book, 5000, '412', { Contact: { Name: 'Unpaid' } });
		const contacts = (answer: Answer, at: number) =>
			(answer.at(`Reports.${at}.Contacts`) as Json[]).map((one) => [one.Name, one.Box1, one.Box10]);
		const answer = ask(book, tenNinetyNine, { reportYear: '2025' });
		expect(answer.at('Reports.0.ReportName')).toBe('1099-NEC report');
		expect(answer.at('Reports.1.ReportDate')).toBe('1 Jan 2025 to 31 Dec 2025');
		expect(contacts(answer, 0)).toEqual([['Elm Contractors', 700, undefined]]);
		expect(contacts(answer, 1)).toEqual([['Oak Landlords', 1200, 0]]);
		expect((ask(book, tenNinetyNine, { reportYear: '2019' }).at('Reports') as Json[]).map((one) => one.ReportName)).toEqual([
			'1099-MISC report',
		]);
		expect(() => ask(book, tenNinetyNine, { reportYear: '2011' })).toThrow('refused with 400');
	});

	it('counts money without a bill, on account and back from a supplier, by the contact of each document', () => {
		const book = openBook('US', 'USD');
		const banked = (Type: string, amount: number, name: string) =>
			write(
				book,
				sale({
					Type,
					Contact: { Name: name },
					BankAccount: { Code: '090' },
					Date: '2025-05-01',
					LineItems: [{ Description: 'x', UnitAmount: amount, AccountCode: '412', TaxType: 'NONE' }],
				}),
				bankTransactionWrites.create,
			);
		banked('SPEND', 700, 'Elm Contractors');
		banked('SPEND', 900, 'Oak Contractors');
		banked('RECEIVE', 250, 'Oak Contractors');
		const { PrepaymentID = '' } = banked('SPEND-PREPAYMENT', 800, 'Ash Contractors');
		const { InvoiceID } = bill(book, 650, '412', { Contact: { Name: 'Yew Contractors' } });
		write(book, { Invoice: { InvoiceID }, Amount: 650, Date: '2025-06-01' }, (one, input) => allocate(one, PrepaymentID, input));
		const answer = ask(book, tenNinetyNine, { reportYear: '2025' });
		expect((answer.at('Reports.0.Contacts') as Json[]).map((one) => [one.Name, one.Box1])).toEqual([
			['Elm Contractors', 700],
			['Oak Contractors', 650],
			['Yew Contractors', 650],
		]);
	});

	it('is refused outside the United States', () => {
		expect(openDesk('empty').call('GET', '/Reports/TenNinetyNine').body).toEqual({
			ErrorNumber: 10,
			Type: 'ValidationException',
			Message: 'The 1099 report is only available for organisations in the United States',
		});
	});
});

describe('published tax returns', () => {
	const boxes = (desk: Desk, id: string) =>
		Object.fromEntries(
			(desk.call('GET', `/Reports/${id}`).at('Reports.0.Fields') as Json[]).map((one) => [one.FieldID, one.Value]),
		);

	it('are listed without figures, and have them on their own', () => {
		const desk = openDesk('small');
		const list = desk.call('GET', '/Reports').at('Reports') as Json[];
		expect(list.map((one) => [one.ReportName, one.ReportType, one.ReportDate])).toEqual([
			['GST Return', 'GSTReturn', '1 Aug 2025 to 30 Sep 2025'],
			['GST Return', 'GSTReturn', '1 Oct 2025 to 30 Nov 2025'],
			['GST Return', 'GSTReturn', '1 Dec 2025 to 31 Jan 2026'],
		]);
		const figures = boxes(desk, String(list[2]?.ReportID));
		expect(figures).toMatchObject({ From: '2025-12-01T00:00:00', '2': '2026-01-31T00:00:00', GSTBasis: 'Invoice Basis' });
		const number = (box: string): number => Math.round(Number(figures[box]) * 100);
		expect(number('7')).toBe(number('5') - number('6'));
		expect(number('8')).toBe(Math.round((number('7') * 3) / 23));
		expect(number('15')).toBe(number('10') - number('14'));
		expect(number('5')).toBeGreaterThan(0);
	});

	it('keep the figures of the day they were published on', () => {
		const desk = openDesk('small');
		const id = desk.call('GET', '/Reports').id('Reports.2.ReportID');
		const before = boxes(desk, id);
		desk.call('PUT', '/Invoices', sale({ Status: 'AUTHORISED', Date: '2026-01-15' }));
		expect(boxes(desk, id)).toEqual(before);
		expect(desk.call('GET', '/Reports/11111111-1111-4111-8111-111111111111').status).toBe(404);
		expect(desk.call('GET', '/Reports/CashFlow').status).toBe(404);
	});

	it('are none for an organisation that has published nothing', () => {
		expect(openDesk('empty').call('GET', '/Reports').at('Reports')).toEqual([]);
	});
});

describe('the budget summary', () => {
	const desk = openDesk('small');
	const summary = (query = '') => desk.call('GET', `/Reports/BudgetSummary${query}`);
	const [overall] = desk.api.records(desk.tenantId, 'Budgets');
	const budgeted = (code: string, period: string): number => {
		const line = (overall?.BudgetLines as Json[]).find((one) => one.AccountCode === code);
		return Number((line?.BudgetBalances as Json[]).find((one) => one.Period === period)?.Amount);
	};

	it('has the overall budget for a year of months from the month of the date on', () => {
		const answer = summary('?date=2025-04-15');
		expect(answer.at('Reports.0.ReportTitles')).toEqual([
			'Overall Budget',
			'Budget Summary',
			'Kererū Trading (Demo)',
			'April 2025 to March 2026',
		]);
		expect(table(answer)[0]).toEqual(
			['Account', 'Apr-25', 'May-25', 'Jun-25', 'Jul-25', 'Aug-25', 'Sep-25', 'Oct-25', 'Nov-25', 'Dec-25'].concat([
				'Jan-26',
				'Feb-26',
				'Mar-26',
			]),
		);
		expect(rowOf(answer, 'Sales')?.[1]).toBe(budgeted('200', '2025-05').toFixed(2));
		expect(rowOf(answer, 'Rent')).toEqual(Array(12).fill('1200.00'));
	});

	it('adds up quarters and years, named by their last month, and has nothing where nothing is planned', () => {
		const answer = summary('?date=2026-01-01&periods=8&timeframe=3');
		expect(table(answer)[0]?.slice(0, 4)).toEqual(['Account', 'Mar-26', 'Jun-26', 'Sep-26']);
		expect(rowOf(answer, 'Rent')).toEqual(['3600.00', '3600.00', '3600.00', '3600.00', '3600.00', '0.00', '0.00', '0.00']);
		const [profit, gross, costs] = ['Net Profit', 'Gross Profit', 'Total Expenses'].map((name) =>
			Number(rowOf(answer, name)?.[0]),
		);
		expect(profit).toBe((gross ?? 0) - (costs ?? 0));
		expect(rowOf(summary('?date=2025-04-01&periods=1&timeframe=12'), 'Rent')).toEqual(['14400.00']);
		expect(summary('?periods=13').status).toBe(400);
		expect([summary('?timeframe=2').status, summary('?periods=0').status, summary('?periods=25').status]).toEqual([
			400, 400, 400,
		]);
	});

	it('is all zero without a budget', () => {
		expect(table(openDesk('empty').call('GET', '/Reports/BudgetSummary?periods=2')).slice(1)).toEqual([
			['Gross Profit', '0.00', '0.00'],
			['Total Expenses', '0.00', '0.00'],
			['Net Profit', '0.00', '0.00'],
		]);
	});
});
