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
import { burstChecks } from './checks/queue/burst';
import { lostMainChecks } from './checks/queue/lostMain';
import { lostWorkerChecks } from './checks/queue/lostWorker';
import { redeliveryChecks } from './checks/queue/redelivery';
import { sharedRefreshChecks } from './checks/queue/sharedRefresh';
import { refreshChecks } from './checks/refresh';
import { reportChecks } from './checks/reports';
import { schemaChecks } from './checks/schemas';
import { searchChecks } from './checks/search';
import { webhookChecks } from './checks/webhooks';
import { writingChecks } from './checks/writing';
import { endPrograms } from './host/program';
import { playAll, say } from './play';
import { queueLogFolder, withQueueStage, type QueueStage } from './queueStage';
import { logFolder, withStage, type Stage } from './stage';

// Later checks use what earlier ones made, as a person would.
const checks: readonly Check[] = [
	...loadingChecks,
	...schemaChecks,
	...credentialChecks,
	...consentChecks,
	...writingChecks,
	...csvChecks,
	...pollingBeginning,
	...refreshChecks,
	...webhookChecks,
	...exampleChecks,
	...editorChecks,
	...searchChecks,
	...panelChecks,
	...reportChecks,
	...pollingChecks,
];

/** With --queue: n8n in several processes, as who has much to do runs it. */
const queueChecks: ReadonlyArray<Check<QueueStage>> = [
	...burstChecks,
	...sharedRefreshChecks,
	...redeliveryChecks,
	...lostWorkerChecks,
	...lostMainChecks,
];

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

async function closePages(stage: Stage, failed?: number): Promise<void> {
	if (failed !== undefined) await keepPictures(stage, failed);
	await Promise.all(stage.browser.pages().map((page) => page.close()));
}

/** What is run: how many checks there are, and how many of them did not pass. */
interface Run {
	readonly count: number;
	readonly logs: string;
	play(signal: AbortSignal): Promise<number>;
}

const inOneProcess: Run = {
	count: checks.length,
	logs: logFolder,
	play: async (signal) => await withStage(say, signal, (stage) => playAll(stage, checks, signal, closePages)),
};

const inQueueMode: Run = {
	count: queueChecks.length,
	logs: queueLogFolder,
	play: async (signal) => await withQueueStage(say, signal, (stage) => playAll(stage, queueChecks, signal)),
};

async function main(): Promise<number> {
	const stop = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			endPrograms();
			stop.abort();
		});
	}
	const { count, logs, play } = process.argv.includes('--queue') ? inQueueMode : inOneProcess;
	const failed = await play(stop.signal);
	say(`Logs of n8n and of the build: ${logs}`);
	console.log(`${count - failed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	},
);
