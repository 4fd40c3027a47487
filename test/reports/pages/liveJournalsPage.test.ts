import { liveJournalsPage } from '../../../nodes/XeroReports/pages/liveJournalsPage';
import * as journals from './liveJournalsSample';
import * as sample from './sampleRows';
import { rowTexts, tagFaults } from './tags';

const head = sample.head('Live Journals');

describe('the page of live journals', () => {
	test('has each journal with its lines and what became of it, then sums and checks', () => {
		const page = liveJournalsPage({ head, rows: journals.marked });
		expect(rowTexts(page)).toEqual([
			'Account | Details | Debit | Credit',
			'Journal 101: Invoice PO 77, 1 Oct 2026, reversed by 102',
			'610 Accounts Receivable |  | 115.00 | ',
			'200 Sales | Timber |  | 115.00',
			'Journal 102: Invoice PO 77, 1 Oct 2026, reversal of 101',
			'610 Accounts Receivable |  |  | 115.00',
			'200 Sales |  | 115.00 | ',
			'Journal 114: Invoice, 1 Oct 2026, of a voided document',
			'610 Accounts Receivable |  | 57.50 | ',
			'200 Sales |  |  | 57.50',
			'Invoice INV-9, 1 Oct 2026, without a journal',
			'Account | Debit | Credit | Net',
			'200 Sales | 0.00 | 57.50 | −57.50',
			'Total | 57.50 | 57.50 | 0.00',
			'Check | This report | Xero | Difference | Status',
			'Live journals of voided documents | 1 | 0 | −1 | Differs / Look at them.',
		]);
		expect(page).toContain('<strong>1 check differs:</strong> Live journals of voided documents by −1.');
		expect(tagFaults(page)).toEqual([]);
	});

	test('names number and contact of journals that are rebuilt from documents', () => {
		expect(rowTexts(liveJournalsPage({ head, rows: journals.rebuilt }))).toEqual([
			'Account | Details | Debit | Credit',
			'Invoice INV-21, 1 Oct 2026',
			'610 Accounts Receivable | Alder Ltd | 115.00 | ',
			'200 Sales | Alder Ltd / Timber |  | 115.00',
		]);
	});

	test('says that no journal stands where there is none', () => {
		expect(liveJournalsPage({ head, rows: [] })).toContain('No journal stands, 1 October 2026 to 31 October 2026.');
	});
});
