import { markdown, type Table } from './table';

/** A table with what a reader must know of it, and when it was measured. */
const section = ({ title, before, ...table }: Table, machine: Readonly<Record<string, string>>): string =>
	[
		`## ${title}`,
		...before,
		markdown(table),
		`Measured on ${machine.Date}, with Node.js ${machine['Node.js']}, at a load of ${machine['Load before the run']} before it began.`,
	].join('\n\n');

const HEADING = /^(?=## )/m;
const LAST = '## How it was measured';

/** The page with some of its tables measured anew: in their places, or before the last section. */
export function renewed(old: string, machine: Readonly<Record<string, string>>, tables: readonly Table[]): string {
	const sections = old.split(HEADING);
	for (const table of tables) {
		const text = `${section(table, machine)}\n\n`;
		const place = sections.findIndex((one) => one.startsWith(`## ${table.title}\n`));
		if (place >= 0) sections[place] = text;
		else sections.splice(sections.length - 1, 0, text);
	}
	return sections.join('');
}

/** The page docs/benchmarks.md. */
export function page(
	machine: Readonly<Record<string, string>>,
	seeds: readonly number[],
	parts: readonly string[],
	tables: readonly Table[],
	seconds: number,
): string {
	return `${[
		'# Benchmarks',
		"This pack beside n8n's built-in Xero node, against the sandbox of this repository over loopback. Written by `npm run bench`; do not edit.",
		"Both nodes run through n8n's own engine (`WorkflowExecute` of n8n-core), in the process that the sandbox runs in too, with the same items, the same expressions and tokens of the same app. The built-in node has Xero's address in its code: scheme and host of its calls are replaced, nothing else, unless a row says so.",
		'Overhead and memory are beside the least node that n8n allows; limits, outages, organisations and loading are of this pack alone: what it makes of them. A table that tells time of Xero says by which clock.',
		"What is in Xero is counted in the sandbox's books, calls are counted where they arrive; neither is taken from a node's word. *Written*: invoices asked for that are there. *Lost*: asked for and not there, whether the node said so or not. *Duplicated*: records beyond the first of the same invoice.",
		...tables.map((table) => section(table, machine)),
		LAST,
		markdown({ head: ['What', 'Which'], rows: Object.entries(machine) }),
		[
			`- Repeat it with \`npm ci && npm run bench\`; this run took ${Math.round(seconds)} s. Parts: \`npm run bench -- ${parts.join(' ')}\` in any choice renew their own tables, each of which says when it was measured. The built-in node is downloaded from the npm registry once, into the user's cache folder.`,
			'- The nodes take turns, in the other order each round. Times are the median of the rounds, counts the worst of them. One unmeasured run of each node comes first.',
			`- Seeds of the cut connections: ${seeds.join(', ')}.`,
			'- Loopback with 0 ms shows the cost of n8n, node and sandbox together; 100 ms is nearer to what calls over the internet take. Real answers also take longer the more they hold, which the sandbox does not imitate.',
			'- No test asserts a time.',
		].join('\n'),
	].join('\n\n')}\n`;
}
