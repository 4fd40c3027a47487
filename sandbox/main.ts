#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import type { CallRecord, SandboxOptions } from './contract';
import { guide } from './guide';
import { startSandbox } from './server';
import { portInUse } from './portInUse';

const help = `A local Xero: sign-in, APIs, limits, refusals and webhooks, with made-up organisations in memory.

Usage
  xero-sandbox [options]             where the package is installed
  npm run sandbox -- [options]       in a checkout of n8n-nodes-xero-suite

Options
  --port <number>        where it listens on this machine (default 4010; 0 takes a free port)
  --seed <size>          demo: 300 contacts, 2,500 invoices, three payrolls and more (default)
                         small: a few records of each kind
                         empty: what Xero creates with an organisation
  --generated-year <seed>  adds an organisation with 13 months that make a ledger hard to rebuild
  --minute <calls>       calls a minute that an organisation allows (default 60)
  --day <calls>          calls a day that it allows (default 5000)
  --concurrent <calls>   calls that it allows at once (default 5)
  --latency <ms>         how long each answer takes (default 0)
  --log                  prints each call with its status
  --help, --version

It prints client IDs and secrets to copy, and addresses. Open the first of them in a browser: the page says how to connect.
Faults and limits can be set while it runs: see docs/sandbox.md, "Faults and limits on demand".`;

type Asked = SandboxOptions | 'help' | 'version';

/** Reads the command line. @throws Error with one sentence when it cannot be understood. */
function asked(): Asked {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '4010' },
			seed: { type: 'string', default: 'demo' },
			latency: { type: 'string', default: '0' },
			'generated-year': { type: 'string' },
			minute: { type: 'string' },
			day: { type: 'string' },
			concurrent: { type: 'string' },
			log: { type: 'boolean', default: false },
			help: { type: 'boolean', short: 'h', default: false },
			version: { type: 'boolean', default: false },
		},
	});
	if (values.help) return 'help';
	if (values.version) return 'version';
	const { seed, 'generated-year': year } = values;
	if (seed !== 'demo' && seed !== 'small' && seed !== 'empty') throw new Error(`--seed is demo, small or empty, not ${seed}`);
	const limits = (['minute', 'day', 'concurrent'] as const).flatMap((name) => {
		const value = values[name];
		return value === undefined ? [] : [[name, whole(name, value)] as const];
	});
	return {
		...{ port: whole('port', values.port), seed, latency: whole('latency', values.latency) },
		...(year === undefined ? {} : { generatedYear: whole('generated-year', year) }),
		...{ limits: Object.fromEntries(limits), seeding: 'afterwards', log: values.log ? logged : undefined },
	};
}

function whole(name: string, text: string): number {
	if (!/^\d+$/.test(text)) throw new Error(`--${name} is a whole number, not ${text}`);
	return Number(text);
}

function logged({ at, method, url, status, limit, replayed, unknown }: CallRecord): void {
	const why = [
		limit === undefined ? '' : ` (${limit} limit)`,
		replayed ? ' (replayed)' : '',
		unknown ? ' (no operation of the sandbox)' : '',
	].join('');
	console.log(`${new Date(at).toISOString().slice(11, 19)}  ${status === 0 ? 'cut' : status}  ${method} ${url}${why}`);
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

/** The package's own version: package.json lies above the compiled file's folder, in a checkout beside this file. */
function version(): string {
	const file = ['../package.json', './package.json']
		.map((path) => join(__dirname, path))
		.find((path) => {
			return existsSync(path) && read(path).name === 'xero-sandbox';
		});
	return file === undefined ? 'unknown' : read(file).version;
}

const read = (file: string): { name: string; version: string } =>
	JSON.parse(readFileSync(file, 'utf8')) as { name: string; version: string };

try {
	const what = asked();
	if (what === 'help') console.log(help);
	else if (what === 'version') console.log(version());
	else main(what).catch((error: unknown) => stopped(error));
} catch (error) {
	stopped(error, 'Options and what they mean: --help');
}
