import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..');

/** A moment at which something has gone wrong before, in somebody's software; `zone` is that of the machine. */
interface Moment {
	readonly now: string;
	readonly zone: string;
	readonly why: string;
}

const MOMENTS: readonly Moment[] = [
	{ now: '2026-12-31T10:30:00Z', zone: 'Pacific/Auckland', why: '31 December, 23:30 in Auckland' },
	{ now: '2027-01-01T09:30:00Z', zone: 'Pacific/Honolulu', why: '31 December, 23:30 in Honolulu' },
	{ now: '2027-01-31T10:59:30Z', zone: 'UTC', why: 'the last half minute of January in Auckland' },
	{ now: '2027-02-28T12:00:00Z', zone: 'Europe/London', why: '28 February' },
	{ now: '2027-03-14T06:59:30Z', zone: 'America/New_York', why: 'the night summer time begins in New York' },
	{ now: '2027-03-31T10:59:30Z', zone: 'Pacific/Auckland', why: '1 April half a minute away in Auckland: a new financial year' },
	{ now: '2027-04-01T00:30:00Z', zone: 'Pacific/Auckland', why: '1 April, the first day of the financial year' },
	{ now: '2027-04-03T13:30:00Z', zone: 'Pacific/Auckland', why: 'the night summer time ends in Auckland' },
	{ now: '2027-06-30T13:30:00Z', zone: 'Australia/Sydney', why: '30 June, 23:30 in Sydney' },
	{ now: '2027-09-25T13:59:30Z', zone: 'Pacific/Auckland', why: 'the night summer time begins in Auckland' },
	{ now: '2028-02-29T10:59:30Z', zone: 'Asia/Kolkata', why: '29 February, half a minute before March in Auckland' },
	{ now: '2031-12-31T23:59:30Z', zone: 'UTC', why: 'the last half minute of a year in London, years from now' },
];

/** Where tests go by the clock and meet demo data laid out from today. */
const DATED = ['test/walks', 'test/apis', 'test/polling', 'test/webhooks'];

/** One run of jest. */
interface Run extends Moment {
	readonly folders: readonly string[];
}

const HOURS: readonly Run[] = Array.from({ length: 24 }, (_, hour) => ({
	now: `2026-11-17T${String(hour).padStart(2, '0')}:40:00Z`,
	zone: 'UTC',
	why: `each hour of a day: ${hour}`,
	folders: ['test/polling', 'test/webhooks', 'test/node'],
}));

const RUNS: Readonly<Record<string, readonly Run[]>> = {
	moments: MOMENTS.map((moment) => ({ ...moment, folders: ['test'] })),
	hours: HOURS,
	dated: [MOMENTS[0]!, MOMENTS[5]!, MOMENTS[10]!].map((moment) => ({ ...moment, folders: DATED })),
};

/** Runs jest once and gives back whether all was well; prints the tests that were not. */
function isGreenAt({ now, zone, why, folders }: Run): boolean {
	const began = performance.now();
	const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
	const { status, stdout, stderr } = spawnSync(process.execPath, [jest, ...folders], {
		cwd: root,
		env: { ...process.env, TEST_NOW: now, TZ: zone },
		encoding: 'utf8',
		maxBuffer: 256 * 1024 * 1024,
	});
	const counts = /^\d+ passed, .*$/m.exec(stdout)?.[0] ?? 'did not run';
	const seconds = Math.round((performance.now() - began) / 1000);
	console.log(`${now}  ${zone.padEnd(16)}  ${counts}, ${seconds} s  ${why}`);
	if (status === 0) return true;
	const said = [...new Set(stderr.split('\n').filter((line) => /^(FAIL|\s+●) /.test(line)))];
	for (const line of said.length > 0 ? said : [stderr.slice(-2_000)]) console.log(`    ${line}`);
	return false;
}

function main(): void {
	const [what = 'all'] = process.argv.slice(2);
	const runs = what === 'all' ? [...RUNS.moments!, ...RUNS.hours!] : RUNS[what];
	if (!runs)
		throw new Error(`npm run test:days takes ${Object.keys(RUNS).join(', ')} or nothing for moments and hours, not ${what}`);
	const red = runs.filter((run) => !isGreenAt(run)).length;
	console.log(`${runs.length - red} of ${runs.length} runs green`);
	if (red > 0) process.exitCode = 1;
}

main();
