import { existsSync } from 'node:fs';

import { canInstall, installFromDebian } from './debian';
import type { Host } from './install';

/** What is used of playwright-core, which lives with the host and not with this project. Times are in ms. */
export interface Locator {
	click(options?: { timeout?: number; force?: boolean }): Promise<void>;
	dblclick(): Promise<void>;
	count(): Promise<number>;
	fill(text: string): Promise<void>;
	filter(options: { hasText?: string | RegExp; has?: Locator; visible?: boolean }): Locator;
	first(): Locator;
	innerText(): Promise<string>;
	allInnerTexts(): Promise<string[]>;
	inputValue(): Promise<string>;
	locator(selector: string): Locator;
	getByText(text: string | RegExp, options?: { exact?: boolean }): Locator;
	getByRole(role: string, options?: { name?: string | RegExp; exact?: boolean }): Locator;
	nth(index: number): Locator;
	scrollIntoViewIfNeeded(): Promise<void>;
	evaluate<T>(inPage: (image: { naturalWidth: number; complete: boolean }) => T): Promise<T>;
	getAttribute(name: string): Promise<string | null>;
	waitFor(options?: { state?: 'visible' | 'hidden' | 'attached' | 'detached'; timeout?: number }): Promise<void>;
}

export interface Page extends Pick<Locator, 'locator' | 'getByText' | 'getByRole'> {
	goto(url: string, options?: { waitUntil?: 'load' | 'domcontentloaded' }): Promise<unknown>;
	close(): Promise<void>;
	emulateMedia(options: { colorScheme: 'light' | 'dark' }): Promise<void>;
	screenshot(options: { path: string; animations?: 'disabled'; caret?: 'hide' }): Promise<unknown>;
	setDefaultTimeout(ms: number): void;
	waitForTimeout(ms: number): Promise<void>;
}

export interface BrowserContext {
	addCookies(cookies: ReadonlyArray<{ name: string; value: string; url: string }>): Promise<void>;
	newPage(): Promise<Page>;
	pages(): Page[];
	waitForEvent(event: 'page'): Promise<Page>;
	close(): Promise<void>;
}

export interface Browser {
	newContext(options: { viewport: { width: number; height: number }; colorScheme?: 'light' | 'dark' }): Promise<BrowserContext>;
	close(): Promise<void>;
}

interface LaunchOptions {
	executablePath: string;
	args: readonly string[];
	headless: boolean;
	handleSIGINT: boolean;
	handleSIGTERM: boolean;
	handleSIGHUP: boolean;
}

interface Playwright {
	chromium: { launch(options: LaunchOptions): Promise<Browser> };
}

const usual = '/usr/bin/chromium';

/**
 * Path of a Chromium: CHROMIUM_PATH, or Debian's; on a Debian where this runs as root it is installed when it is not there.
 * @param say prints a line about an install.
 * @throws Error saying what to do when there is none and none can be installed.
 */
export async function findChromium(say: (line: string) => void): Promise<string> {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there`);
		return named;
	}
	if (existsSync(usual)) return usual;
	if (!canInstall()) {
		throw new Error('No Chromium found: install one (on Debian: apt-get install chromium) or name one in CHROMIUM_PATH');
	}
	say('Installing Chromium from Debian (about 100 MB to download, 350 MB on disk)');
	const logFile = await installFromDebian(['chromium', 'fonts-dejavu-core'], say);
	if (!existsSync(usual)) throw new Error(`apt-get installed no ${usual}: see ${logFile}`);
	return usual;
}

/** Starts a headless Chromium that reaches nothing but this machine. */
export async function launchChromium(host: Host, executablePath: string): Promise<Browser> {
	const { chromium } = host.require('playwright-core') as Playwright;
	return await chromium.launch({
		executablePath,
		headless: true,
		// Playwright would end this whole process at Ctrl-C, before n8n is stopped and the temporary home deleted.
		handleSIGINT: false,
		handleSIGTERM: false,
		handleSIGHUP: false,
		args: [
			// Chromium has no sandbox of its own when root runs it, and containers give it little shared memory.
			'--no-sandbox',
			'--disable-dev-shm-usage',
			'--force-device-scale-factor=1',
			'--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
		],
	});
}
