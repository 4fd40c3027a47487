import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem, type } from 'node:os';
import { resolve } from 'node:path';

import { builtInVersion } from './builtInNode';

const root = resolve(__dirname, '..');

const versionIn = (folder: string): string =>
	(JSON.parse(readFileSync(resolve(root, folder, 'package.json'), 'utf8')) as { version: string }).version;

/** What the numbers depend on, by name. Asked before the first measurement, for the load's sake. */
export function machine(): Readonly<Record<string, string>> {
	const processors = cpus();
	return {
		Date: new Date().toISOString().slice(0, 10),
		'This pack': versionIn('.'),
		'Built-in node': `n8n-nodes-base ${builtInVersion}`,
		'n8n-core': versionIn('node_modules/n8n-core'),
		'n8n-workflow': versionIn('node_modules/n8n-workflow'),
		'Node.js': process.version,
		Processor: `${processors[0]?.model.trim() ?? 'unknown'}, ${processors.length} cores`,
		Memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
		System: `${type()} (${process.arch})`,
		'Load before the run': loadavg()[0]!.toFixed(2),
	};
}
