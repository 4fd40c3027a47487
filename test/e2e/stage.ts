import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';

import { defaultAccess } from '../../credentials/access';
import type { Sandbox, SandboxApp } from '../../sandbox/contract';
import { startSandbox } from '../../sandbox/server';
import { packNodes } from '../../scripts/tarball';
import { findChromium, launchChromium } from './host/chromium';
import { cacheFolder, installHost, type Host } from './host/install';
import { startN8n, type N8n } from './host/n8n';
import { installPack, readManifest } from './host/pack';
import { freePort } from './host/port';
import { Session } from './host/session';

/** What every check plays on, however n8n runs: a new n8n with the packed nodes, signed in, and the sandbox. */
export interface Scene {
	readonly n8n: Pick<N8n, 'url'>;
	readonly session: Session;
	readonly sandbox: Sandbox;
	/** What earlier checks made for later ones, by name. */
	readonly credentials: Map<'custom' | 'code' | 'pkce', { id: string; name: string }>;
}

/** An n8n in one process, and a browser. */
export interface Stage extends Scene {
	readonly n8n: N8n;
	/** Signed in to n8n as the same owner. */
	readonly browser: BrowserContext;
}

export const credentialType = 'xeroSuiteOAuth2Api';

/** n8n's prefix of the pack's node types, e.g. `n8n-nodes-xero-suite.xeroAccounting`. */
export const packName = readManifest().name;

/** A credential that an earlier check made. @throws Error when that check failed. */
export function madeCredential({ credentials }: Scene, which: 'custom' | 'code' | 'pkce'): { id: string; name: string } {
	const made = credentials.get(which);
	if (!made) throw new Error(`The check that makes the credential "${which}" did not pass`);
	return made;
}

/** What a person who makes month-end packs chooses under Access besides what is chosen already. */
const reports = ['aged', 'balancesheet', 'banksummary', 'profitandloss', 'trialbalance'].map(
	(name) => `accounting.reports.${name}.read`,
);
const access = [...defaultAccess, 'accounting.classicexpenses.read', ...reports];

/** A credential's data for one of the sandbox's apps, as the credential dialog would save it. */
export function credentialData({ url }: Sandbox, { kind, clientId, clientSecret }: SandboxApp): Record<string, unknown> {
	const grantType = { web: 'authorizationCode', pkce: 'pkce', custom: 'clientCredentials' }[kind];
	return {
		grantType,
		clientId,
		...(clientSecret && { clientSecret }),
		environment: 'sandbox',
		sandboxUrl: url,
		// An empty Access asks for all that a Custom Connection was given.
		access: kind === 'custom' ? [] : access,
	};
}

/** Logs of the last run: kept, because they are what one wants after a red run. */
export const logFolder = join(cacheFolder, 'e2e');

/** Who owns the n8n of a run. */
export const owner = { email: 'demo@example.com', password: 'Sandbox-demo-1' };

/** What a stage is built on. */
export interface Ground {
	readonly host: Host;
	/** An n8n home in a temporary folder, with the packed nodes installed. */
	readonly home: string;
	/** What is called at the end, the last one first. */
	readonly ending: Array<() => Promise<void>>;
}

/**
 * Packs the nodes, installs them into a new n8n home, gives it to `play`, and ends everything, also when something goes wrong.
 * @param say prints a line about a step that takes time.
 * @param logs where `pack.log` goes.
 */
export async function withPack<T>(
	say: (line: string) => void,
	signal: AbortSignal,
	logs: string,
	play: (ground: Ground) => Promise<T>,
): Promise<T> {
	const packLog = join(logs, 'pack.log');
	rmSync(packLog, { force: true });
	const host = await installHost(say);
	const home = mkdtempSync(join(tmpdir(), 'xero-suite-e2e-'));
	const ending: Array<() => Promise<void>> = [async () => rmSync(home, { recursive: true, force: true })];
	try {
		say('Building and packing the nodes, installing them as n8n does');
		await installPack(await packNodes(join(home, 'packed'), packLog), home, packLog);
		signal.throwIfAborted();
		return await play({ host, home, ending });
	} finally {
		for (const end of ending.reverse()) await end().catch((error: unknown) => say(`Could not clean up: ${String(error)}`));
	}
}

/** Sets up an n8n in one process with a browser, gives it to `play`, and ends everything. */
export async function withStage<T>(
	say: (line: string) => void,
	signal: AbortSignal,
	play: (stage: Stage) => Promise<T>,
): Promise<T> {
	mkdirSync(logFolder, { recursive: true });
	const n8nLog = join(logFolder, 'n8n.log');
	rmSync(n8nLog, { force: true });
	const chromium = await findChromium(say);
	return await withPack(say, signal, logFolder, async ({ host, home, ending }) => {
		say(`Starting the sandbox, n8n ${host.version} and Chromium`);
		const sandbox = await startSandbox({ port: 0, seed: 'demo' });
		ending.push(() => sandbox.stop());
		const [port, brokerPort] = [await freePort(), await freePort()];
		const n8n = await startN8n(host, { home, port, brokerPort, logFile: n8nLog, codeNodes: false, signal });
		ending.push(() => n8n.stop());
		const browser = await launchChromium(host, chromium);
		ending.push(() => browser.close());
		const session = await Session.open(host, n8n, owner);
		const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
		await context.addCookies([session.browserCookie()]);
		return await play({ n8n, session, sandbox, browser: context, credentials: new Map() });
	});
}
