// Pictures of reports as pages, for docs/images: the worked examples of the tests, in a headless Chromium.

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { activityStatements } from '../nodes/XeroReports/folds/statement';
import { statementRows } from '../nodes/XeroReports/folds/statementRows';
import { agedPage } from '../nodes/XeroReports/pages/agedPage';
import { budgetVsActualPage } from '../nodes/XeroReports/pages/budgetVsActualPage';
import { cashFlowPage } from '../nodes/XeroReports/pages/cashFlowPage';
import { closeChecksPage } from '../nodes/XeroReports/pages/closeChecksPage';
import { currencyRevaluationPage } from '../nodes/XeroReports/pages/currencyRevaluationPage';
import { customerStatementPage } from '../nodes/XeroReports/pages/customerStatementPage';
import { liveJournalsPage } from '../nodes/XeroReports/pages/liveJournalsPage';
import type { PageHead } from '../nodes/XeroReports/pages/page';
import { taxDetailPage } from '../nodes/XeroReports/pages/taxDetailPage';
import { trialBalanceByTrackingPage } from '../nodes/XeroReports/pages/trialBalanceByTrackingPage';
import { findChromium } from '../test/e2e/host/chromium';
import { budgetRowsOfK } from '../test/reports/budget/budgetOfK';
import { closeOf } from '../test/reports/close/closeOf';
import { BALANCES_A, SET_A } from '../test/reports/close/exampleRecords';
import { DUNLIN, OCTOBER } from '../test/reports/owing/dunlin';
import { report } from '../test/reports/owing/w1';
import { direct } from '../test/reports/pages/cashFlowSample';
import { marked } from '../test/reports/pages/liveJournalsSample';
import { report as revaluation } from '../test/reports/revaluation/w5';
import { taxRowsOfK } from '../test/reports/tax/taxOfK';
import { regionsOfK } from '../test/reports/tracking/regionsOfK';

const docs = resolve(__dirname, '..', 'docs', 'images');

/** Width of A4 in CSS pixels, and margins as a printer leaves them. */
const PAPER = { width: 794, margin: '15mm' };

const head = (reportName: string, span: PageHead['span']): PageHead => ({
	organisationName: 'Kererū Trading (Demo)',
	reportName,
	span,
	baseCurrency: 'NZD',
	madeAt: '2026-11-24T02:30:00Z',
	zone: 'Pacific/Auckland',
});

const aged = (): string => agedPage({ head: head('Aged Receivables', { asOf: '2026-10-31' }), rows: report() });

const statement = (): string =>
	customerStatementPage({
		head: head('Customer Statement', { from: OCTOBER.from, to: OCTOBER.to }),
		rows: statementRows(activityStatements({ documents: DUNLIN }, OCTOBER), OCTOBER, null),
	});

const SPAN = { from: '2026-10-01', to: '2026-10-31' };
const DAY = { asOf: '2026-10-31' };

/** Checks enough to see what the page is like. */
const CLOSE = ['receivablesTie', 'unreconciled', 'claimsTie', 'negativeBank', 'duplicateBills'] as const;

/** Every page that has a worked example, by the name of its picture. */
async function pages(): Promise<ReadonlyMap<string, string>> {
	const close = await closeOf({ lists: SET_A, balances: BALANCES_A, checks: CLOSE });
	const { rows: regions } = await regionsOfK();
	return new Map([
		['agedReceivables', aged()],
		['customerStatement', statement()],
		['currencyRevaluation', currencyRevaluationPage({ head: head('Currency Revaluation', SPAN), rows: revaluation() })],
		['closeChecks', closeChecksPage({ head: head('Close Checks', DAY), rows: close })],
		['cashFlow', cashFlowPage({ head: head('Cash Flow', SPAN), rows: direct })],
		['taxDetail', taxDetailPage({ head: head('GST or VAT Detail', SPAN), rows: taxRowsOfK() })],
		[
			'trialBalanceByTracking',
			trialBalanceByTrackingPage({ head: head('Trial Balance by Tracking Category', DAY), rows: regions }),
		],
		['budgetVsActual', budgetVsActualPage({ head: head('Budget vs Actual', SPAN), rows: budgetRowsOfK() })],
		['liveJournals', liveJournalsPage({ head: head('Live Journals', SPAN), rows: marked })],
	]);
}

/** Those that the docs show, and how: on a screen, or printed. */
const IN_DOCS: ReadonlyMap<string, Look> = new Map([
	['agedReceivables', 'light'],
	['customerStatement', 'print'],
	['closeChecks', 'light'],
	['cashFlow', 'light'],
]);

const LOOKS = ['light', 'dark', 'narrow', 'print'] as const;

/** How a page is looked at. */
type Look = (typeof LOOKS)[number];

async function opened(browser: Browser, look: Look): Promise<Page> {
	if (look !== 'print') {
		const width = look === 'narrow' ? 390 : 960;
		return await browser.newPage({ viewport: { width, height: 600 }, colorScheme: look === 'dark' ? 'dark' : 'light' });
	}
	const paper = await browser.newPage({ viewport: { width: PAPER.width, height: 600 } });
	await paper.emulateMedia({ media: 'print' });
	return paper;
}

/** Keeps all of a page as a picture. */
async function shoot(page: Page, file: string, html: string, look: Look): Promise<void> {
	const padded = html.replace('</head>', `<style>html { padding: ${PAPER.margin} }</style></head>`);
	await page.setContent(look === 'print' ? padded : html);
	await page.screenshot({ path: file, fullPage: true });
}

/** Without a folder the pictures of the docs; with one every page in it in every look, to be looked through. */
async function main([folder]: readonly string[]): Promise<void> {
	mkdirSync(folder ?? docs, { recursive: true });
	const all = await pages();
	const executablePath = await findChromium((line) => console.log(line));
	const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
	try {
		for (const look of LOOKS) {
			const page = await opened(browser, look);
			for (const [name, html] of all) {
				if (folder !== undefined) await shoot(page, join(folder, `${name}-${look}.png`), html, look);
				else if (IN_DOCS.get(name) === look) await shoot(page, join(docs, `${name}.png`), html, look);
			}
		}
	} finally {
		await browser.close();
	}
}

void main(process.argv.slice(2));
