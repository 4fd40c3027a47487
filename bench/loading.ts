import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

import { duration, type Table } from './table';

const ROUNDS = 9;

const root = resolve(__dirname, '..');

/** Loads what n8n has loaded before it loads a pack, then every node and credential of this one; prints ms and how many there were. */
const PROGRAM = `
	const root = ${JSON.stringify(root)};
	for (const name of ['n8n-workflow', 'lodash', 'luxon', 'zod', 'p-limit']) require(root + '/node_modules/' + name);
	const { n8n } = require(root + '/package.json');
	const started = performance.now();
	const loaded = [...n8n.credentials, ...n8n.nodes].map((file) => new (Object.values(require(root + '/' + file))[0])());
	console.log(JSON.stringify({ ms: performance.now() - started, count: loaded.length }));
`;

/** How long n8n waits for the pack when it starts. */
export function loading(progress: (text: string) => void): Promise<Table> {
	progress(`loading, ${ROUNDS} processes`);
	const runs = Array.from(
		{ length: ROUNDS },
		() => JSON.parse(execFileSync(process.execPath, ['-e', PROGRAM], { encoding: 'utf8' })) as { ms: number; count: number },
	);
	const times = runs.map(({ ms }) => ms).sort((a, b) => a - b);
	return Promise.resolve({
		title: 'Loading',
		before: [
			'Every node and credential of the built pack loaded and made in a new process, as n8n does when it starts; n8n-workflow and the packages that n8n has loaded by then are loaded before.',
		],
		head: ['Nodes and credentials', 'Least', 'Median', 'Most', 'Processes'],
		rows: [[runs[0]!.count, duration(times[0]!), duration(times[ROUNDS >> 1]!), duration(times[ROUNDS - 1]!), ROUNDS]],
	});
}
