import { customerStatementPage } from '../../../nodes/XeroReports/pages/customerStatementPage';
import * as sample from './sampleRows';
import { rowTexts, tagFaults } from './tags';

const period = sample.head('Statement');
const day = sample.head('Statement', { span: sample.asOf });
const check = sample.check('customerStatement', {
	...{ check: 'statementCloses', contactName: 'Dunlin Ltd', currency: 'EUR' },
	...{ ours: 1000, xeros: 990, difference: -10, status: 'differs' },
});

describe('the page of statements', () => {
	test('is addressed to a customer and says what is due in each currency', () => {
		const page = customerStatementPage({ head: period, rows: sample.activity });
		expect(page).toContain('<title>Statement, Kauri &amp; Sons Ltd, 1 October 2026 to 31 October 2026: Dunlin Ltd</title>');
		expect(page).toContain(`<p class="muted">1 October 2026 to 31 October 2026</p>
<p class="contactName"><bdi>Dunlin Ltd</bdi></p>
<dl class="due">
<dt>Amount due</dt><dd>NZD 238.00</dd>
<dt>Amount due</dt><dd>EUR 1,000.00</dd>
</dl>
</header>`);
		expect(tagFaults(page)).toEqual([]);
	});

	test('shows what happened in a table for each currency, with the balance after each event', () => {
		const page = customerStatementPage({ head: period, rows: sample.activity });
		expect(rowTexts(page)).toEqual([
			'Date | Details | Charges | Credits | Balance',
			'1 Oct 2026 | Opening balance |  |  | 480.00',
			'6 Oct 2026 | Invoice INV-2002 / PO 4411, due 5 Nov 2026 | 345.00 |  | 825.00',
			'6 Oct 2026 | Credit note CN-1 |  | 172.50 | 652.50',
			'12 Oct 2026 | Prepayment / 250.00, which does not change the balance |  |  | 652.50',
			'19 Oct 2026 | Payment of INV-2002 |  | 345.00 | 307.50',
			'20 Oct 2026 | Prepayment applied to INV-2003 |  | 150.00 | 157.50',
			'22 Oct 2026 | Refund of CN-2 | 80.50 |  | 238.00',
			'31 Oct 2026 | Closing balance |  |  | 238.00',
			'Date | Details | Charges | Credits | Balance',
			'1 Oct 2026 | Opening balance |  |  | 300.00',
			'7 Oct 2026 | Invoice INV-3002 / due 6 Nov 2026 | 1,000.00 |  | 1,300.00',
			'8 Oct 2026 | Payment of INV-3001 |  | 300.00 | 1,000.00',
			'31 Oct 2026 | Closing balance |  |  | 1,000.00',
		]);
		expect(page).toContain('<caption>Activity <small>EUR</small></caption>');
	});

	test('shows what is open, and what of it is overdue, each customer in a section of their own', () => {
		const page = customerStatementPage({ head: day, rows: sample.outstanding });
		expect(rowTexts(page)).toEqual([
			'Document | Date | Due | Total | Open',
			'Invoice INV-2001 | 20 Aug 2026 | 20 Sep 2026 / Overdue | 920.00 | 420.00',
			'Overpayment | 18 Sep 2026 |  | 140.00 | −80.00',
			'Invoice INV-2003 | 6 Oct 2026 | 5 Nov 2026 | 575.00 | 250.00',
			'Payment ahead of INV-2005 | 29 Oct 2026 |  |  | −120.00',
			'Total |  |  |  | 470.00',
			'Document | Date | Due | Total | Open',
			'Credit note CN-9 | 12 Oct 2026 |  | 50.00 | −50.00',
			'Total |  |  |  | −50.00',
		]);
		expect(page.match(/<section class="contact">\n<header>/g)).toHaveLength(2);
		expect(page).toContain('<title>Statement, Kauri &amp; Sons Ltd, as of 31 October 2026</title>');
		expect(page).toContain('<dt>Credit balance</dt><dd>NZD 50.00</dd>');
		expect(page).toContain('.contact+.contact{break-before:page;');
		expect(tagFaults(page)).toEqual([]);
	});

	test('shows a customer no checks, no IDs and no maker', () => {
		const page = customerStatementPage({ head: period, rows: [...sample.activity, check] });
		expect(page).not.toMatch(/Checks|differs from|ID of|ORG-1|n8n|Xero/i);
		expect(page).toContain('<footer>Made on 24 November 2026.</footer>');
	});

	test('has the checks on a sheet of their own where they are asked for', () => {
		const page = customerStatementPage({ head: period, rows: [...sample.activity, check], withChecks: true });
		expect(page).toContain(
			'<strong>1 check differs:</strong> Closing balance against what is open (<bdi>Dunlin Ltd</bdi>) by EUR −10.00.',
		);
		expect(rowTexts(page).at(-1)).toBe(
			'Closing balance against what is open / Dunlin Ltd | EUR 1,000.00 | EUR 990.00 | EUR −10.00 | Differs',
		);
		expect(tagFaults(page)).toEqual([]);
	});

	test('speaks of a balance where it is the account of a supplier', () => {
		const rows = sample.outstanding.map((row) => ({ ...row, statement: 'supplier' }));
		expect(customerStatementPage({ head: day, rows })).toContain('<dt>Balance</dt><dd>NZD −50.00</dd>');
	});

	test('has no decimals in a currency that has none', () => {
		const rows = [{ ...sample.outstanding[0]!, currency: 'JPY', total: 92000, amount: 42000 }];
		expect(rowTexts(customerStatementPage({ head: day, rows }))[1]).toBe(
			'Invoice INV-2001 | 20 Aug 2026 | 20 Sep 2026 / Overdue | 92,000 | 42,000',
		);
	});

	test('says so where there is nothing to show', () => {
		expect(customerStatementPage({ head: day, rows: [] })).toContain(
			'<p class="empty">Nothing is open as of 31 October 2026.</p>',
		);
		expect(customerStatementPage({ head: period, rows: [] })).toContain(
			'<p class="empty">Nothing happened and nothing was open from 1 October 2026 to 31 October 2026.</p>',
		);
	});
});
