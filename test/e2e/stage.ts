import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { defaultAccess } from '../../credentials/access';
import type { Sandbox, SandboxApp } from '../../sandbox/contract';
import { startSandbox } from '../../sandbox/server';
import { packNodes } from '../../scripts/tarball';
import { findChromium, launchChromium, type BrowserContext } from './host/chromium';
import { cacheFolder, installHost } from './host/install';
import { startN8n, type N8n } from './host/n8n';
import { installPack, readManifest } from './host/pack';
import { freePort } from './host/port';
import { Session } from './host/session';

/** What every check plays on: a new n8n with the packed nodes, signed in, the sandbox and a browser. */
export interface Stage {
	readonly n8n: N8n;
	readonly session: Session;
	readonly sandbox: Sandbox;
	/** Signed in to n8n as the same owner. */
	readonly browser: BrowserContext;
	/** What earlier checks made for later ones, by name. */
	readonly credentials: Map<'custom' | 'code' | 'pkce', { id: string; name: string }>;
}

export const credentialType = 'xeroSuiteOAuth2Api';

/** n8n's prefix of the pack's node types, e.g. `n8n-nodes-xero-suite.xeroAccounting`. */
export const packName = readManifest().name;

/** A credential that an earlier check made. @throws Error when that check failed. */
export function madeCredential({ credentials }: Stage, which: 'custom' | 'code' | 'pkce'): { id: string; name: string } {
	const made = credentials.get(which);
	if (!made) throw new Error(`The check that makes the credential "${which}" did not pass`);
	return made;
}

/** What a person who makes month-end packs chooses under Access besides what is chosen already. */
const reports = ['aged', 'balancesheet', 'profitandloss', 'trialbalance'].map((name) => `accounting.reports.${name}.read`);
const access = [...defaultAccess, ...reports];

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

/**
 * Sets everything up, gives it to `play`, and ends everything, also when something goes wrong.
 * @param say prints a line about a step that takes time.
 */
export async function withStage<T>(
	say: (line: string) => void,
	signal: AbortSignal,
	play: (stage: Stage) => Promise<T>,
): Promise<T> {
	mkdirSync(logFolder, { recursive: true });
	const packLog = join(logFolder, 'pack.log');
	const n8nLog = join(logFolder, 'n8n.log');
	for (const file of [packLog, n8nLog]) rmSync(file, { force: true });

	const host = await installHost(say);
	const chromium = await findChromium(say);
	const home = mkdtempSync(join(tmpdir(), 'xero-suite-e2e-'));
	const ending: Array<() => Promise<void>> = [async () => rmSync(home, { recursive: true, force: true })];
	try {
		say('Building and packing the nodes, installing them as n8n does');
		await installPack(await packNodes(join(home, 'packed'), packLog), home, packLog);
		signal.throwIfAborted();

		say(`Starting the sandbox, n8n ${host.version} and Chromium`);
		const sandbox = await startSandbox({ port: 0, seed: 'demo' });
		ending.push(() => sandbox.stop());
		const [port, brokerPort] = [await freePort(), await freePort()];
		const n8n = await startN8n(host, { home, port, brokerPort, logFile: n8nLog, codeNodes: false, signal });
		ending.push(() => n8n.stop());
		const browser = await launchChromium(host, chromium);
		ending.push(() => browser.close());
		const session = await Session.open(host, n8n, { email: 'demo@example.com', password: 'Sandbox-demo-1' });
		const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
		await context.addCookies([session.browserCookie()]);
		return await play({ n8n, session, sandbox, browser: context, credentials: new Map() });
	} finally {
		for (const end of ending.reverse()) await end().catch((error: unknown) => say(`Could not clean up: ${String(error)}`));
	}
}
