import { join } from 'node:path';

import type { Check } from './check';
import { consentChecks } from './checks/consent';
import { credentialChecks } from './checks/credential';
import { csvChecks } from './checks/csv';
import { editorChecks } from './checks/editor';
import { exampleChecks } from './checks/examples';
import { loadingChecks } from './checks/loading';
import { panelChecks } from './checks/panels';
import { pollingBeginning, pollingChecks } from './checks/polling';
import { refreshChecks } from './checks/refresh';
import { webhookChecks } from './checks/webhooks';
import { writingChecks } from './checks/writing';
import { endPrograms } from './host/program';
import { logFolder, withStage, type Stage } from './stage';

// Later checks use what earlier ones made, as a person would.
const checks: readonly Check[] = [
	...loadingChecks,
	...credentialChecks,
	...consentChecks,
	...writingChecks,
	...csvChecks,
	...pollingBeginning,
	...refreshChecks,
	...webhookChecks,
	...exampleChecks,
	...editorChecks,
	...panelChecks,
	...pollingChecks,
];

const CHECK_LIMIT = 120_000;
const started = Date.now();
const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`.padStart(7);

function say(line: string): void {
	console.log(`${seconds(started)}  ${line}`);
}

async function inTime<T>(work: Promise<T>, stopped: Promise<never>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const limit = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`Not done after ${CHECK_LIMIT / 1000} s`)), CHECK_LIMIT);
	});
	return await Promise.race([work, limit, stopped]).finally(() => clearTimeout(timer));
}

/** What the browser showed when a check did not pass. */
async function keepPictures({ browser }: Stage, failed: number): Promise<void> {
	for (const [at, page] of browser.pages().entries()) {
		const path = join(logFolder, `failed-${failed}-${at + 1}.png`);
		await page.screenshot({ path }).then(
			() => console.log(`          What the browser showed: ${path}`),
			() => console.log('          The browser shows nothing any more'),
		);
	}
}

/** @returns how many checks did not pass. */
async function playAll(stage: Stage, signal: AbortSignal): Promise<number> {
	let failed = 0;
	const stopped = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('Stopped'))));
	stopped.catch(() => undefined); // It may reject while no check is waiting.
	for (const { sentence, run } of checks) {
		signal.throwIfAborted();
		const began = Date.now();
		try {
			const seen = await inTime(run(stage), stopped);
			console.log(`  ok    ${seconds(began)}  ${sentence}  (${seen.replaceAll('\n', ' ')})`);
		} catch (error) {
			signal.throwIfAborted();
			failed += 1;
			console.log(`  FAIL  ${seconds(began)}  ${sentence}`);
			console.log(String(error instanceof Error ? (error.stack ?? error.message) : error).replace(/^/gm, '          '));
			await keepPictures(stage, failed);
		}
		await Promise.all(stage.browser.pages().map((page) => page.close()));
		stage.sandbox.clearFaults();
		stage.sandbox.latency = 0;
	}
	return failed;
}

async function main(): Promise<number> {
	const stop = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			endPrograms();
			stop.abort();
		});
	}
	const failed = await withStage(say, stop.signal, (stage) => playAll(stage, stop.signal));
	say(`Logs of n8n and of the build: ${logFolder}`);
	console.log(`${checks.length - failed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	},
);
