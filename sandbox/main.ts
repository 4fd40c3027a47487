import { parseArgs } from 'node:util';

import type { SandboxOptions } from './contract';
import { guide } from './guide';
import { startSandbox } from './server';
import { portInUse } from './portInUse';

const usage = `Usage: tsx sandbox/main.ts [--port 4010] [--seed demo|small|empty] [--latency ms] [--minute calls]`;

/** Reads the command line. @throws Error with one sentence when it cannot be understood. */
function asked(): SandboxOptions {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '4010' },
			seed: { type: 'string', default: 'demo' },
			latency: { type: 'string', default: '0' },
			minute: { type: 'string' },
		},
	});
	const { seed } = values;
	if (seed !== 'demo' && seed !== 'small' && seed !== 'empty') throw new Error(`--seed is demo, small or empty, not ${seed}`);
	const limits = values.minute === undefined ? {} : { minute: whole('minute', values.minute) };
	return { port: whole('port', values.port), seed, latency: whole('latency', values.latency), limits };
}

function whole(name: string, text: string): number {
	if (!/^\d+$/.test(text)) throw new Error(`--${name} is a whole number, not ${text}`);
	return Number(text);
}

async function main(options: SandboxOptions): Promise<void> {
	const sandbox = await startSandbox(options).catch(async (error: unknown) => {
		const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
		throw isTaken ? new Error(await portInUse(options.port ?? 0)) : error;
	});
	console.log(guide(sandbox));
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.stop());
}

const stopped = (error: unknown, ...more: string[]): void => {
	console.error([error instanceof Error ? error.message : error, ...more].join('\n'));
	process.exitCode = 1;
};

try {
	main(asked()).catch((error: unknown) => stopped(error));
} catch (error) {
	stopped(error, usage);
}
