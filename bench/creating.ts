import { builtInAsIs, type Contender, thisPack } from './contenders';
import { measure } from './measure';
import { interleaved, worst } from './rounds';
import { duration, ratio, type Table } from './table';
import { Xero } from './xero';

/** Invoices, real ms until each answer, rounds: many for what is short. */
const sizes: ReadonlyArray<readonly [count: number, latency: number, rounds: number]> = [
	[1, 0, 15],
	[50, 0, 7],
	[200, 0, 5],
	[1_000, 0, 3],
	[1, 100, 5],
	[50, 100, 3],
	[200, 100, 1],
	[1_000, 100, 1],
];

const contenders = { pack: thisPack, builtIn: builtInAsIs } satisfies Record<string, Contender>;

/** Invoices created from as many items. */
export async function creating(progress: (text: string) => void): Promise<Table> {
	const rows: Table['rows'][number][] = [];
	for (const [count, latency, rounds] of sizes) {
		progress(`${count} creates, ${latency} ms latency`);
		const runs = await interleaved(
			['pack', 'builtIn'],
			rounds,
			async (name) => await Xero.during({ latency }, async (xero) => await measure(contenders[name], 'create', count, xero)),
		);
		const [pack, builtIn] = [worst(runs.pack), worst(runs.builtIn)];
		for (const [run, { name }] of [[pack, thisPack] as const, [builtIn, builtInAsIs] as const]) {
			const whole = pack.written === count && builtIn.written === count;
			rows.push([
				count,
				`${latency} ms`,
				name,
				run.calls,
				duration(run.ms),
				run.written,
				count - run.written,
				run.duplicated,
				run === pack && whole ? ratio(pack.ms, builtIn.ms) : '–',
				rounds,
			]);
		}
	}
	return {
		title: 'Creating invoices',
		before: [
			'Drafts with one line, one per item. Latency is added to each answer. The limit of 60 calls a minute is lifted here, or the built-in node would stop after 60 invoices (see below); so its times are what it would need if Xero had no such limit.',
		],
		head: ['Invoices', 'Latency', 'Node', 'Calls', 'Wall time', 'Written', 'Lost', 'Duplicated', 'Pack / built-in', 'Rounds'],
		rows,
	};
}
