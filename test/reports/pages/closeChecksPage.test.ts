import { closeChecksPage } from '../../../nodes/XeroReports/pages/closeChecksPage';
import * as sample from './sampleRows';
import { rowTexts, tagFaults } from './tags';

const head = sample.head('Close Checks', { span: sample.asOf });
const page = closeChecksPage({ head, rows: sample.closeChecks });

test('a page of close checks has all checks, then what each found with what to do', () => {
	expect(rowTexts(page)).toEqual([
		'Check | Result | Found | Amount',
		'Receivables Against the Ledger | To be put right | 1 | 25.00',
		'Unreconciled Items / Statement lines are not in the API. | Nothing found | 0 | 0.00',
		'Drafts | To be looked at | 2 | 198.00',
		'Bank Accounts Below Zero / Not checked: the trial balance could not be read. | Not checked |  | ',
		'Finding | Account or contact | Count | Amount',
		'Documents 2065.00, ledger 2090.00. | 610 Accounts Receivable | 1 | 25.00',
		'Finding | Account or contact | Count | Amount',
		'Credit note CN-5 of Alder Ltd (2026-10-29, NZD 12.00) is a draft. | Alder Ltd | 1 | −12.00',
		'Invoice INV-10 of Cedar &amp; Co (2026-10-30, NZD 210.00) is a draft. | Cedar &amp; Co | 1 | 210.00',
	]);
	expect(page).toContain('<caption>Drafts <small>Approve or delete it.</small></caption>');
	expect(page).toContain('<p class="muted">As of 31 October 2026</p>');
	expect(tagFaults(page)).toEqual([]);
});

test('a page of close checks says at its top what is to be put right, and what was not checked', () => {
	expect(page).toContain('<p class="notice"><strong>To be put right:</strong> Receivables Against the Ledger.</p>');
	expect(page).toContain('<p class="notice"><strong>Not checked:</strong> Bank Accounts Below Zero.</p>');
	const calm = sample.closeChecks.filter(({ severity }) => severity === 'ok');
	expect(closeChecksPage({ head, rows: calm })).not.toContain('class="notice"');
	expect(closeChecksPage({ head, rows: [] })).toContain('<p class="empty">No check was made as of 31 October 2026.</p>');
});
