import { existsSync } from 'node:fs';
import type * as Playwright from 'playwright-core';

import { canInstall, installFromDebian } from './debian';
import type { Host } from './install';

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

/** Starts a headless Chromium that reaches nothing but this machine, by the Playwright that is installed with n8n. */
export async function launchChromium(host: Host, executablePath: string): Promise<Playwright.Browser> {
	const { chromium } = host.require('playwright-core') as typeof Playwright;
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
