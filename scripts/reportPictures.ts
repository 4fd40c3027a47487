// Pictures of reports as pages, for docs/images: the worked examples of the tests, in a headless Chromium.

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { activityStatements } from '../nodes/XeroReports/folds/statement';
import { statementRows } from '../nodes/XeroReports/folds/statementRows';
import { agedPage } from '../nodes/XeroReports/pages/agedPage';
import { customerStatementPage } from '../nodes/XeroReports/pages/customerStatementPage';
import type { PageHead } from '../nodes/XeroReports/pages/page';
import { findChromium } from '../test/e2e/host/chromium';
import { DUNLIN, OCTOBER } from '../test/reports/owing/dunlin';
import { report } from '../test/reports/owing/w1';

const folder = resolve(__dirname, '..', 'docs', 'images');

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

/** Keeps all of a page as a picture. */
async function shoot(page: Page, name: string, html: string): Promise<void> {
	await page.setContent(html);
	await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

async function main(): Promise<void> {
	mkdirSync(folder, { recursive: true });
	const executablePath = await findChromium((line) => console.log(line));
	const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
	try {
		const screen = await browser.newPage({ viewport: { width: 960, height: 600 }, colorScheme: 'light' });
		await shoot(screen, 'agedReceivables', aged());
		const paper = await browser.newPage({ viewport: { width: PAPER.width, height: 600 } });
		await paper.emulateMedia({ media: 'print' });
		const printed = statement().replace('</head>', `<style>html { padding: ${PAPER.margin} }</style></head>`);
		await shoot(paper, 'customerStatement', printed);
	} finally {
		await browser.close();
	}
}

void main();
