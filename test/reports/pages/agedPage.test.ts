import { agedPage } from '../../../nodes/XeroReports/pages/agedPage';
import * as sample from './sampleRows';
import { rowTexts, tagFaults } from './tags';

const head = sample.head('Aged Receivables', { span: sample.asOf });
const tie = sample.agedReceivables.find((row) => row.check === 'receivablesTie')!;
const differing = { ...tie, xeros: 2790, difference: 12.5, status: 'differs' };

describe('the page of an aged report', () => {
	const page = agedPage({ head, rows: sample.agedReceivables });

	test('has the contacts by age and the documents of each currency in a table of their own', () => {
		expect(rowTexts(page)).toEqual([
			'Contact | Current | 1-30 | 31-60 | 61-90 | Older | Total',
			'Alder Ltd | 0.00 | 135.00 | 345.00 | 0.00 | 750.00 | 1,230.00',
			'Birch GmbH | 1,400.00 | 0.00 | 0.00 | 0.00 | 0.00 | 1,400.00',
			'Cedar &amp; Co | 150.00 | −2.50 | 0.00 | 0.00 | 0.00 | 147.50',
			'Total | 1,550.00 | 132.50 | 345.00 | 0.00 | 750.00 | 2,777.50',
			'Document | Reference | Date | Due | Days | Age | Total | Open',
			'Alder Ltd',
			'INV-1 |  | 1 Jul 2026 | 31 Jul 2026 | 92 | Older | 1,150.00 | 750.00',
			'INV-2 |  | 1 Sep 2026 | 1 Oct 2026 | 30 | 1-30 | 230.00 | 230.00',
			'INV-3 | PO 77 | 2 Sep 2026 | 30 Sep 2026 | 31 | 31-60 | 345.00 | 345.00',
			'CN-1 / Credit note |  | 20 Oct 2026 |  | 11 | 1-30 | 115.00 | −95.00',
			'Total |  |  |  |  |  |  | 1,230.00',
			'Cedar &amp; Co',
			'INV-6 |  | 10 Oct 2026 |  | 21 | 1-30 | 57.50 | 57.50',
			'Overpayment |  | 5 Oct 2026 |  | 26 | 1-30 | 60.00 | −60.00',
			'INV-8 |  | 30 Oct 2026 | 29 Nov 2026 | −29 | Current | 200.00 | 150.00',
			'Total |  |  |  |  |  |  | 147.50',
			'Total in NZD |  |  |  |  |  |  | 1,377.50',
			'Document | Reference | Date | Due | Days | Age | Total | Open | In NZD',
			'Birch GmbH',
			'INV-4 |  | 1 Oct 2026 | 31 Oct 2026 | 0 | Current | 1,000.00 | 700.00 | 1,400.00',
			'Total in EUR |  |  |  |  |  |  | 700.00 | 1,400.00',
			'Check | This report | Xero | Difference | Status',
			'Receivables against their control account | 2,777.50 | 2,777.50 | 0.00 | Ties / The sum of the documents, against the account in the trial balance.',
			'Documents that differ from their payments | 0 | 0 | 0 | Ties / What Xero says is open of each document is what its payments and allocations leave.',
		]);
		expect(page).toContain('<caption>By contact <small>NZD</small></caption>');
		expect(page).toContain('<caption>Documents in EUR</caption>');
		expect(tagFaults(page)).toEqual([]);
	});

	test('has no notice while every check ties', () => {
		expect(page).not.toContain('class="notice"');
	});

	test('says at the top what differs, and marks it at the foot', () => {
		const differs = agedPage({ head, rows: [...sample.agedReceivables.filter((row) => row !== tie), differing] });
		expect(differs).toContain(
			'<p class="notice"><strong>1 check differs:</strong> Receivables against their control account by NZD 12.50. See Checks at the foot.</p>',
		);
		expect(differs).toContain('<tr class="differs"><th scope="row" class="words">Receivables against their control account</th>');
		expect(rowTexts(differs).at(-2)).toMatch(
			/^Receivables against their control account \| 2,777\.50 \| 2,790\.00 \| 12\.50 \| Differs \/ /,
		);
	});

	test('names three checks that differ and counts the rest', () => {
		const rows = [1, 2, 3, 4, 5].map((at) => ({ ...differing, check: `check${at}`, difference: at }));
		expect(agedPage({ head, rows: [sample.agedReceivables[0]!, ...rows] })).toContain(
			'<strong>5 checks differ:</strong> Check 1 by NZD 1.00; Check 2 by NZD 2.00; Check 3 by NZD 3.00; 2 more. See Checks at the foot.',
		);
	});

	test('counts documents that differ, which are no amount', () => {
		const agree = sample.agedReceivables.at(-1)!;
		const rows = [sample.agedReceivables[0]!, { ...agree, ours: 2, difference: -2, status: 'differs', note: '' }];
		const differs = agedPage({ head, rows });
		expect(differs).toContain('<strong>1 check differs:</strong> Documents that differ from their payments by −2. See');
		expect(rowTexts(differs).at(-1)).toBe('Documents that differ from their payments | 2 | 0 | −2 | Differs');
	});

	test.each([
		['ties', 'Ties'],
		['rounding', 'Ties but for rounding'],
		['explained', 'Explained by what is not in the API'],
		['differs', 'Differs'],
		['notChecked', 'Not checked'],
	])('says the status %s in words', (status, words) => {
		expect(rowTexts(agedPage({ head, rows: [{ ...tie, note: '', status }] })).at(-1)).toBe(
			`Receivables against their control account | 2,777.50 | 2,777.50 | 0.00 | ${words}`,
		);
	});

	test('leaves out the figures of a check that was held against nothing', () => {
		const rows = [{ ...tie, xeros: null, difference: null, status: 'notChecked', note: 'The trial balance was not read.' }];
		expect(rowTexts(agedPage({ head, rows })).at(-1)).toBe(
			'Receivables against their control account | 2,777.50 |  |  | Not checked / The trial balance was not read.',
		);
	});

	test('has a column of credits where they have one', () => {
		const [alder] = sample.agedReceivables;
		const rows = [{ ...alder, buckets: [230, 345, 0, 750], credits: -95 }];
		expect(rowTexts(agedPage({ head, rows }))).toEqual([
			'Contact | Current | 1-30 | 31-60 | 61-90 | Older | Credits | Total',
			'Alder Ltd | 0.00 | 230.00 | 345.00 | 0.00 | 750.00 | −95.00 | 1,230.00',
		]);
	});

	test('has as many columns as there are buckets', () => {
		const bucketLabels = ['< 1 Month', '1 Month', 'Older'];
		const rows = [{ ...sample.agedReceivables[0]!, buckets: [1, 2, 3], bucketLabels }];
		expect(rowTexts(agedPage({ head, rows }))[0]).toBe('Contact | Current | &lt; 1 Month | 1 Month | Older | Total');
	});

	test('says of a contact that documents without a rate are in no sum, and lists them', () => {
		const [alder] = sample.agedReceivables;
		const missing = { rowType: 'notInApi', accountId: 'ID-610', amount: null, reason: 'rateMissing', contactName: 'Alder Ltd' };
		const rows = [
			{ ...alder, rateMissing: true },
			{ ...missing, number: 'INV-77', currency: 'JPY', outstanding: 70000 },
		];
		const texts = rowTexts(agedPage({ head, rows }));
		expect(texts[1]).toMatch(/^Alder Ltd \/ Without documents that have no rate \| 0\.00/);
		expect(texts.slice(-2)).toEqual([
			'Account or document | Reason | Amount',
			'INV-77 / Alder Ltd | Xero gives no currency rate | JPY 70,000',
		]);
	});

	test('says what is odd about a document', () => {
		const [, invoice] = sample.agedReceivables;
		const rows = [
			{ ...invoice, documentType: 'earlyPayment', number: 'INV-8' },
			{ ...invoice, mismatch: true, overSettled: true },
		];
		const texts = rowTexts(agedPage({ head, rows }));
		expect(texts[2]).toMatch(/^INV-8 \/ Payment before its document \|/);
		expect(texts[3]).toMatch(/^INV-1 \/ Settled beyond its total; Differs from its payments \|/);
	});

	test('shows a total alone where there are only documents', () => {
		const rows = sample.agedReceivables.filter(({ level }) => level === 'document' || level === 'report');
		const documentsAlone = agedPage({ head, rows });
		expect(documentsAlone).toContain('<caption>In total <small>NZD</small></caption>');
		expect(rowTexts(documentsAlone)[1]).toBe('Total | 1,550.00 | 132.50 | 345.00 | 0.00 | 750.00 | 2,777.50');
	});

	test('says so where nothing is open', () => {
		const empty = agedPage({ head: sample.head('Aged Payables', { span: sample.asOf }), rows: [] });
		expect(empty).toContain('<p class="empty">Nothing is open as of 31 October 2026.</p>');
		expect(empty).not.toContain('<table>');
	});
});
