import './silence';

import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { builtInAsIs, builtInRepaired, thisPack } from './contenders';
import { creating } from './creating';
import { dropped, seeds } from './dropped';
import { limited } from './limited';
import { limits } from './limits';
import { loading } from './loading';
import { machine } from './machine';
import { measure } from './measure';
import { memory } from './memory';
import { organisations } from './organisations';
import { outages } from './outages';
import { overhead } from './overhead';
import { page, renewed } from './page';
import { reading } from './reading';
import { reports } from './reports';
import { markdown, type Table } from './table';
import { webhooks } from './webhooks';
import { Xero } from './xero';

/** What can be measured by itself. */
const parts = {
	creating,
	reading,
	limited,
	limits,
	dropped,
	outages,
	organisations,
	overhead,
	memory,
	loading,
	webhooks,
	reports,
} satisfies Record<string, (progress: (text: string) => void) => Promise<Table | Table[]>>;
type Part = keyof typeof parts;

/** Lets both nodes run once, so that what loads or compiles at first use is not measured. */
async function warmUp(): Promise<void> {
	for (const contender of [thisPack, builtInAsIs, builtInRepaired]) {
		await Xero.during({ holding: 250 }, async (xero) => {
			await measure(contender, 'create', 50, xero);
			await measure(contender, 'readAll', 1, xero);
		});
	}
}

async function main(asked: readonly string[]): Promise<void> {
	const names = Object.keys(parts) as Part[];
	const unknown = asked.filter((name) => !(name in parts));
	if (unknown.length) throw new RangeError(`No part ${unknown.join(', ')}; there are ${names.join(', ')}`);
	const facts = machine();
	const started = performance.now();
	const progress = (text: string): void =>
		console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`);
	progress('warming up');
	await warmUp();
	const tables: Table[] = [];
	for (const name of names) if (asked.length === 0 || asked.includes(name)) tables.push(...[await parts[name](progress)].flat());
	const seconds = (performance.now() - started) / 1000;

	for (const table of tables) console.log(`\n${table.title}\n\n${markdown(table)}`);
	const file = resolve(__dirname, '..', 'docs', 'benchmarks.md');
	writeFileSync(
		file,
		asked.length ? renewed(readFileSync(file, 'utf8'), facts, tables) : page(facts, seeds, names, tables, seconds),
	);
	console.log(`\nWritten to docs/benchmarks.md after ${Math.round(seconds)} s`);
}

main(process.argv.slice(2)).catch((cause: unknown) => {
	console.error(cause);
	process.exitCode = 1;
});
