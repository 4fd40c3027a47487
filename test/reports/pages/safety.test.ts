import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { agedPage } from '../../../nodes/XeroReports/pages/agedPage';
import { cashFlowPage } from '../../../nodes/XeroReports/pages/cashFlowPage';
import { closeChecksPage } from '../../../nodes/XeroReports/pages/closeChecksPage';
import { currencyRevaluationPage } from '../../../nodes/XeroReports/pages/currencyRevaluationPage';
import { customerStatementPage } from '../../../nodes/XeroReports/pages/customerStatementPage';
import { generalLedgerPage } from '../../../nodes/XeroReports/pages/generalLedgerPage';
import type { PageHead } from '../../../nodes/XeroReports/pages/page';
import { liveJournalsPage } from '../../../nodes/XeroReports/pages/liveJournalsPage';
import { statementPage } from '../../../nodes/XeroReports/pages/statementPage';
import * as cash from './cashFlowSample';
import * as journals from './liveJournalsSample';
import { budgetVsActualPage } from '../../../nodes/XeroReports/pages/budgetVsActualPage';
import { taxDetailPage } from '../../../nodes/XeroReports/pages/taxDetailPage';
import { trialBalanceByTrackingPage } from '../../../nodes/XeroReports/pages/trialBalanceByTrackingPage';
import { budgetRowsOfK } from '../budget/budgetOfK';
import { taxRowsOfK } from '../tax/taxOfK';
import { report as revaluation } from '../revaluation/w5';
import * as sample from './sampleRows';
import { tagFaults } from './tags';

type Rows = readonly IDataObject[];

/** Balances of two options on one account. */
const tracked = ['North', 'South'].map((option): IDataObject => ({
	...{ report: 'trialBalanceByTracking', rowType: 'row', level: 'account', option, secondOption: null },
	...{ accountId: 'a', accountCode: '200', accountName: 'Sales', accountClass: 'REVENUE', balance: -1 },
}));

/** Each kind of page, with rows that it has. */
const KINDS: ReadonlyArray<readonly [string, Rows, (head: PageHead, rows: Rows) => string]> = [
	['balance sheet', sample.balanceSheet, (head, rows) => statementPage({ head, rows })],
	['profit and loss by option', sample.profitAndLossByRegion, (head, rows) => statementPage({ head, rows })],
	['trial balance', sample.trialBalance, (head, rows) => statementPage({ head, rows })],
	['budget summary', sample.budgetSummary, (head, rows) => statementPage({ head, rows })],
	['executive summary', sample.executiveSummary, (head, rows) => statementPage({ head, rows })],
	['close checks', sample.closeChecks, (head, rows) => closeChecksPage({ head, rows })],
	['aged receivables', sample.agedReceivables, (head, rows) => agedPage({ head, rows })],
	['activity', sample.activity, (head, rows) => customerStatementPage({ head, rows, withChecks: true })],
	['outstanding', sample.outstanding, (head, rows) => customerStatementPage({ head, rows, withChecks: true })],
	['currency revaluation', revaluation(), (head, rows) => currencyRevaluationPage({ head, rows })],
	['general ledger', sample.generalLedger, (head, rows) => generalLedgerPage({ head, rows })],
	['cash flow', cash.direct, (head, rows) => cashFlowPage({ head, rows })],
	['live journals', journals.marked, (head, rows) => liveJournalsPage({ head, rows })],
	['cash flow by document', cash.byDocument, (head, rows) => cashFlowPage({ head, rows })],
	[
		'GST or VAT detail',
		taxRowsOfK(undefined, undefined, 'taxType', { rows: 'both' }),
		(head, rows) => taxDetailPage({ head, rows }),
	],
	['trial balance by tracking category', tracked, (head, rows) => trialBalanceByTrackingPage({ head, rows })],
	['budget vs actual', budgetRowsOfK('fullYear'), (head, rows) => budgetVsActualPage({ head, rows })],
];

/** Keys by which a page tells its rows apart; all other texts are data. */
const KEPT = [
	'report',
	'rowType',
	'level',
	'type',
	'xeroRowType',
	'statement',
	'isPercent',
	'activity',
	'line',
	'total',
	'method',
	'kind',
];

/** A value with every text in it made the given one, or followed by it. */
function withText(value: unknown, text: string): unknown {
	if (Array.isArray(value)) return value.map((one) => withText(one, text));
	if (typeof value === 'string') return value + text;
	if (value === null) return text;
	if (typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, KEPT.includes(key) ? inner : withText(inner, text)]),
	);
}

const differing = (report: string): IDataObject[] => [
	sample.check(report, { check: 'tie', ours: 1, xeros: 2, difference: 1, status: 'differs', note: 'note' }),
	{ report, rowType: 'notInApi', reason: 'payroll', accountName: 'Wages', amount: 1 },
	{ report, rowType: 'notInApi', reason: 'rateMissing', number: 'INV-1', contactName: 'Alder', outstanding: 1, amount: null },
];

const headWith = (text: string): PageHead => sample.head(`Report${text}`, { organisationName: text, baseCurrency: `NZD${text}` });

describe.each(KINDS)('the page of %s', (_, rows, make) => {
	const report = String(rows[0]!.report);
	const all = [...rows, ...differing(report)];

	test('loads nothing, runs nothing and leads nowhere', () => {
		const page = make(sample.head('Report'), all);
		expect(page).not.toMatch(/https?:|src=|href=|<script|<link|<img|<iframe|<form|<object|url\(|@import|javascript:/i);
		expect(page).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`);
	});

	test('begins as a page of HTML in English that fits a phone', () => {
		expect(make(sample.head('Report'), all)).toMatch(
			/^<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n[^]*<meta name="viewport" content="width=device-width, initial-scale=1">/,
		);
	});

	test('gives every table a caption, and every heading a scope', () => {
		const page = make(sample.head('Report'), all);
		expect(page.match(/<caption>/g)?.length).toBe(page.match(/<table>/g)?.length);
		expect(page).not.toMatch(/<th(?! scope="(?:col|row|rowgroup)")[ >]/);
	});

	test('keeps a hostile text in any cell a text', () => {
		const hostile = `</td><script>alert(1)</script>"' onload="x" <img src=x>\u202e${'W'.repeat(300)}`;
		const page = make(headWith(hostile), withText(all, hostile) as Rows);
		expect(page).not.toMatch(/<script|<img|" onload/);
		expect(page).toContain('&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39; onload=&quot;x&quot; &lt;img src=x&gt;');
		expect(tagFaults(page)).toEqual([]);
	});

	test('is well formed whatever texts it is given', () => {
		const bits = fc.constantFrom('<', '>', '"', "'", '&', '--', '</table>', '<!--', ']]>', '\u202e', '\u0000', 'a', ' ');
		const texts = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 12 }),
			fc.array(bits, { maxLength: 8 }).map((parts) => parts.join('')),
		);
		fc.assert(
			fc.property(texts, (text) => {
				expect(tagFaults(make(headWith(text), withText(all, text) as Rows))).toEqual([]);
			}),
			{ seed: 42, numRuns: 60 },
		);
	});
});
