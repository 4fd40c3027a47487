import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright-core';

export const screenshotFolder = join(__dirname, 'screenshots');

/** Keeps what the page shows as `screenshots/<name>.png`; these are committed and looked at by people. */
export async function shoot(page: Page, name: string): Promise<void> {
	mkdirSync(screenshotFolder, { recursive: true });
	await page.waitForTimeout(600); // n8n's panels slide in; a picture in between is of no use.
	await page.screenshot({ path: join(screenshotFolder, `${name}.png`), animations: 'disabled', caret: 'hide' });
}
