import { builtInAsIs, thisPack } from './contenders';
import { measure, type Setting } from './measure';
import { added, interleaved } from './rounds';
import { duration, quoted, type Table } from './table';
import { Xero } from './xero';

const count = 1_000;
const share = 0.05;
/** Seeds of the generator that says which connections are cut; one run each. */
export const seeds = [20_260, 41_077, 63_391, 85_903, 97_127];

const contenders = {
	pack: { contender: thisPack, how: '', setting: {} },
	builtIn: { contender: builtInAsIs, how: '', setting: {} },
	goesOn: { contender: builtInAsIs, how: ', Continue On Fail', setting: { onError: 'continueRegularOutput' } },
	retries: {
		contender: builtInAsIs,
		how: ', Retry On Fail',
		setting: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1_000 },
	},
} satisfies Record<string, { contender: typeof thisPack; how: string; setting: Setting }>;

/** Writes whose answer gets lost. */
export async function dropped(progress: (text: string) => void): Promise<Table> {
	progress(`${count} creates with connections cut after the write, ${seeds.length} seeds`);
	const names = ['pack', 'builtIn', 'goesOn', 'retries'] as const;
	const runs = await interleaved(names, seeds.length, async (name, round) => {
		const { contender, setting } = contenders[name];
		const cuts = { share, seed: seeds[round]! };
		return await Xero.during({ dropped: cuts }, async (xero) => await measure(contender, 'create', count, xero, setting));
	});
	const asked = count * seeds.length;
	return {
		title: 'Connections cut after the write',
		before: [
			`${count.toLocaleString('en')} creates; ${share * 100} % of the calls are done by Xero, but the connection is cut before the answer. ${seeds.length} runs with different seeds, counts added up, wall time the median of one run. “Came out” is what the workflow takes for written: what is in Xero beyond it will be written again by whoever repeats the rest. Retry On Fail is n8n's default, three tries.`,
		],
		head: ['Asked for', 'Node', 'Calls', 'Cut', 'Wall time', 'Written', 'Lost', 'Duplicated', 'Came out', 'Ended with'],
		rows: names.map((name) => {
			const { calls, cut, ms, written, duplicated, given, error } = added(runs[name]);
			const label = `${contenders[name].contender.name}${contenders[name].how}`;
			return [asked, label, calls, cut, duration(ms), written, asked - written, duplicated, given, quoted(error)];
		}),
	};
}
