import { builtInAsIs, builtInRepaired, thisPack } from './contenders';
import { measure } from './measure';
import { interleaved, worst } from './rounds';
import { duration, quoted, ratio, type Table } from './table';
import { Xero } from './xero';

const contenders = { pack: thisPack, builtIn: builtInAsIs, repaired: builtInRepaired };
const holdings = [50, 250, 1_000, 5_000];
const latencies: ReadonlyArray<readonly [latency: number, rounds: number]> = [
	[0, 5],
	[100, 2],
];

type Row = Table['rows'][number];

async function rowsOf(xero: Xero, holding: number, latency: number, rounds: number): Promise<Row[]> {
	xero.sandbox.latency = latency;
	const names = ['pack', 'builtIn', 'repaired'] as const;
	const runs = await interleaved(names, rounds, async (name) => await measure(contenders[name], 'readAll', 1, xero));
	const [pack, repaired] = [worst(runs.pack), worst(runs.repaired)];
	const whole = pack.given === holding && repaired.given === holding;
	return names.map((name) => {
		const { calls, ms, given, error } = worst(runs[name]);
		const compared = name === 'pack' && whole ? ratio(pack.ms, repaired.ms) : '–';
		const place = [holding, `${latency} ms`, contenders[name].name];
		return [...place, calls, duration(ms), given, holding - given, compared, rounds, quoted(error)];
	});
}

/** Every invoice of an organisation, with Return All. */
export async function reading(progress: (text: string) => void): Promise<Table> {
	const rows: Row[] = [];
	for (const holding of holdings) {
		await Xero.during({ holding }, async (xero) => {
			for (const [latency, rounds] of latencies) {
				progress(`reading ${holding}, ${latency} ms latency`);
				rows.push(...(await rowsOf(xero, holding, latency, rounds)));
			}
		});
	}
	return {
		title: 'Reading every invoice (Return All)',
		before: [
			'The built-in node sends the organisation (`Xero-tenant-id`) with the first page only, and asks for pages until one is empty, so even a list of one page needs a second call. Xero refuses a call without that header (403 AuthenticationUnsuccessful, says its page on OAuth troubleshooting), so does the sandbox; the node ends with an error, and nothing of the first page comes out.',
			'To compare speed all the same, the rows “page two repaired” are the built-in node with that header put back by this bench. They are not what its users get; the ratio is against them.',
		],
		head: ['In Xero', 'Latency', 'Node', 'Calls', 'Wall time', 'Read', 'Missing', 'Pack / repaired', 'Rounds', 'Ended with'],
		rows,
	};
}
