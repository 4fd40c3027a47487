import type { Locator, Page } from 'playwright-core';
import type { WorkflowFile } from './host/session';
import { XERO } from './workflows';
import type { Stage } from './stage';

/** How long a page may take over one step, in ms: the first one of a cold n8n takes a busy machine half a minute. */
export const PATIENCE = 60_000;

/** n8n marks the parts of its editor with `data-test-id`. */
export const byTestId = (within: Page | Locator, id: string): Locator => within.locator(`[data-test-id="${id}"]`);

/** Saves a workflow and opens it in the editor, in a light or a dark one. */
export async function openWorkflow(
	{ browser, n8n, session }: Stage,
	workflow: WorkflowFile,
	theme: 'light' | 'dark' = 'light',
): Promise<Page> {
	const id = await session.createWorkflow(workflow);
	const page = await browser.newPage();
	page.setDefaultTimeout(PATIENCE);
	await page.emulateMedia({ colorScheme: theme });
	await page.goto(`${n8n.url}/workflow/${id}`);
	await byTestId(page, 'canvas-node').nth(1).waitFor();
	return page;
}

/** Opens a node's panel and gives its parameters. */
export async function openPanel(page: Page, node = XERO): Promise<Locator> {
	await byTestId(page, 'canvas-node').filter({ hasText: node }).first().dblclick();
	const panel = byTestId(page, 'node-parameters');
	await byTestId(panel, 'parameter-input-resource').waitFor();
	return panel;
}

/** Opens a picker of records. */
export async function openPicker(page: Page, picker: Locator): Promise<Locator> {
	await picker.scrollIntoViewIfNeeded();
	await byTestId(picker, 'rlc-input').click();
	const lines = byTestId(page, 'rlc-item').filter({ visible: true });
	await lines.first().waitFor();
	return lines;
}
