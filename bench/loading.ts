import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { duration, type Table } from './table';

const ROUNDS = 9;

const root = resolve(__dirname, '..');

/** What a node does, which is loaded when it first does it. */
const methods = readdirSync(join(root, 'nodes'), { recursive: true, encoding: 'utf8' })
	.filter((file) => /\bmethods\.ts$/.test(file))
	.map((file) => join('dist', 'nodes', file.replace(/\.ts$/, '.js')));

/**
 * Loads what n8n has loaded before it loads a pack, then every node and credential of this one, then what they do; prints ms of both and
 * how many there were.
 */
const PROGRAM = `
	const root = ${JSON.stringify(root)};
	for (const name of ['n8n-workflow', 'lodash', 'luxon', 'zod', 'p-limit']) require(root + '/node_modules/' + name);
	const { n8n } = require(root + '/package.json');
	const started = performance.now();
	const loaded = [...n8n.credentials, ...n8n.nodes].map((file) => new (Object.values(require(root + '/' + file))[0])());
	const made = performance.now();
	for (const file of ${JSON.stringify(methods)}) require(root + '/' + file);
	console.log(JSON.stringify({ start: made - started, first: performance.now() - made, count: loaded.length }));
`;

/** ms, and how many nodes and credentials. */
interface Loaded {
	readonly start: number;
	readonly first: number;
	readonly count: number;
}

/** How long n8n waits for the pack when it starts, and the nodes when each first works. */
export function loading(progress: (text: string) => void): Promise<Table> {
	progress(`loading, ${ROUNDS} processes`);
	const runs = Array.from(
		{ length: ROUNDS },
		() => JSON.parse(execFileSync(process.execPath, ['-e', PROGRAM], { encoding: 'utf8' })) as Loaded,
	);
	const row = (what: string, count: number, times: number[]): Table['rows'][number] => {
		const [least, median, most] = [0, ROUNDS >> 1, ROUNDS - 1].map((at) => duration(times.sort((a, b) => a - b)[at]!));
		return [what, count, least!, median!, most!, ROUNDS];
	};
	return Promise.resolve({
		title: 'Loading',
		before: [
			'Every node and credential of the built pack loaded and made in a new process, as n8n does when it starts; n8n-workflow and the packages that n8n has loaded by then are loaded before. What a node does is loaded when it first works: that is told for all of them together, each waits for a part of it, once.',
		],
		head: ['Loaded', 'Files', 'Least', 'Median', 'Most', 'Processes'],
		rows: [
			row(
				'nodes and credential, when n8n starts',
				runs[0]!.count,
				runs.map(({ start }) => start),
			),
			row(
				'what they do, when each first works',
				methods.length,
				runs.map(({ first }) => first),
			),
		],
	});
}
