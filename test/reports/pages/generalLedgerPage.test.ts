import { generalLedgerPage } from '../../../nodes/XeroReports/pages/generalLedgerPage';
import * as sample from './sampleRows';
import { rowTexts, tagFaults } from './tags';

const head = sample.head('General Ledger', { basis: 'accrual' });
const page = generalLedgerPage({ head, rows: sample.generalLedger });

describe('the page of the general ledger', () => {
	test('has the accounts, the transactions of each from opening to closing, and what is not in the API', () => {
		expect(rowTexts(page)).toEqual([
			'Account | Opening | Debit | Credit | Movement | Not in the API | Closing',
			'090 Business Account | 5,000.00 | 905.00 | 3,422.50 | −2,517.50 | −1,500.00 | 982.50',
			'820 GST | −120.00 | 232.50 | 180.00 | 52.50 | 0.00 | −67.50',
			'Date | Source | Details | Debit | Credit | Balance',
			'090 Business Account',
			'Opening |  |  |  |  | 5,000.00',
			'12 Oct 2026 | Payment received / INV-21 | Alder Ltd | 675.00 |  | 5,675.00',
			'23 Oct 2026 | Bank transfer | To USD Account / USD −600.00 at 0.6 |  | 1,000.00 | 4,675.00',
			' | Not in Xero’s API: Payroll, claims or other payments |  |  | 1,500.00 | ',
			'Closing |  |  |  |  | 982.50',
			'820 GST',
			'Opening |  |  |  |  | −120.00',
			'2 Oct 2026 | Invoice / INV-21 | Alder Ltd / Timber, sawn |  | 150.00 | −270.00',
			'5 Oct 2026 | Bill / BILL-9 | Print Co | 60.00 |  | −210.00',
			'9 Oct 2026 | Expense claim / EC-1 |  | 7.50 |  | −202.50',
			'Closing |  |  |  |  | −67.50',
			'Account or document | Reason | Amount',
			'090 Business Account | Likely payroll, claims or other payments that Xero’s API does not list. | −1,500.00',
			'Check | This report | Xero | Difference | Status',
			'Sum of what is not in the API | 0.00 | 0.00 | 0.00 | Ties',
		]);
		expect(tagFaults(page)).toEqual([]);
	});

	test('has a column only where an account has something in it', () => {
		const [, gst] = sample.generalLedger;
		expect(rowTexts(generalLedgerPage({ head, rows: [gst!] }))[0]).toBe(
			'Account | Opening | Debit | Credit | Movement | Closing',
		);
		expect(rowTexts(generalLedgerPage({ head, rows: [{ ...gst, yearEndClose: 30 }] }))[0]).toBe(
			'Account | Opening | Debit | Credit | Movement | Year end | Closing',
		);
	});

	test('shows transactions without the balances of accounts that are not among the rows', () => {
		const rows = sample.generalLedger.filter(({ level }) => level === 'transaction').slice(0, 1);
		expect(rowTexts(generalLedgerPage({ head, rows }))).toEqual([
			'Date | Source | Details | Debit | Credit | Balance',
			'090 Business Account',
			'12 Oct 2026 | Payment received / INV-21 | Alder Ltd | 675.00 |  | 5,675.00',
		]);
	});

	test('shows the total alone where there are only transactions', () => {
		const total = { ...sample.generalLedger[1], rowType: 'total', level: 'grand', accountCode: null, accountName: null };
		expect(generalLedgerPage({ head, rows: [sample.generalLedger[2]!, total] })).toContain(
			'<caption>In total <small>NZD, credits below zero</small></caption>',
		);
	});

	test('says what the year end closed', () => {
		const close = { sourceType: 'YEAREND', date: '2026-04-01', amount: -500, description: 'Profit of the year to 2026-03-31' };
		const rows = [
			{ ...sample.generalLedger[2]!, ...close, contactName: null, number: null, currency: 'NZD', foreign: null, balance: -500 },
		];
		expect(rowTexts(generalLedgerPage({ head, rows })).at(-1)).toBe(
			'1 Apr 2026 | Year end | Profit of the year to 2026-03-31 |  | 500.00 | −500.00',
		);
	});

	test('adds up nothing that is not given: totals are those of the rows', () => {
		const total = { ...sample.generalLedger[1], rowType: 'total', accountCode: null, accountName: null };
		const rows = [
			sample.generalLedger[1]!,
			{ ...total, accountClass: 'LIABILITY' },
			{ ...total, accountClass: null, level: null, opening: 0 },
		];
		expect(rowTexts(generalLedgerPage({ head, rows })).slice(-2)).toEqual([
			'Total liability | −120.00 | 232.50 | 180.00 | 52.50 | −67.50',
			'Total | 0.00 | 232.50 | 180.00 | 52.50 | −67.50',
		]);
	});

	test('names the account that a check is of, and puts what differs first', () => {
		const check = sample.check('generalLedger', {
			...{ check: 'account', accountId: 'ID-820', ours: -67.5, xeros: -60, difference: 7.5, status: 'differs' },
		});
		const differs = generalLedgerPage({ head, rows: [...sample.generalLedger, check] });
		expect(differs).toContain(
			'<strong>1 check differs:</strong> Closing balance (<bdi>820 GST</bdi>) by NZD 7.50. See Checks at the foot.',
		);
		expect(rowTexts(differs).slice(-2)).toEqual([
			'Closing balance / 820 GST | −67.50 | −60.00 | 7.50 | Differs',
			'Sum of what is not in the API | 0.00 | 0.00 | 0.00 | Ties',
		]);
	});

	test('says so where no account has anything', () => {
		expect(generalLedgerPage({ head, rows: [] })).toContain(
			'<p class="empty">No account has a balance or a movement, 1 October 2026 to 31 October 2026.</p>',
		);
	});
});
