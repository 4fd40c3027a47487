import type { Measured } from './measure';

/**
 * Runs every contender `rounds` times, in turn and each round in the other order, so that what else the machine does meets all of them.
 * @param once one run of the contender by its name; `round` counts from 0
 */
export async function interleaved<Name extends string>(
	names: readonly Name[],
	rounds: number,
	once: (name: Name, round: number) => Promise<Measured>,
): Promise<Record<Name, Measured[]>> {
	const runs = Object.fromEntries(names.map((name) => [name, [] as Measured[]])) as Record<Name, Measured[]>;
	for (let round = 0; round < rounds; round += 1) {
		for (const name of round % 2 === 0 ? names : [...names].reverse()) runs[name].push(await once(name, round));
	}
	return runs;
}

const middle = (numbers: readonly number[]): number => {
	const sorted = [...numbers].sort((a, b) => a - b);
	const half = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

/** Several runs as one: the median of the times, and of every count the worst that happened. */
export const worst = (runs: readonly Measured[]): Measured => {
	const error = runs.find((run) => run.error !== undefined)?.error;
	return {
		ms: middle(runs.map(({ ms }) => ms)),
		calls: Math.max(...runs.map(({ calls }) => calls)),
		limited: Math.max(...runs.map(({ limited }) => limited)),
		cut: Math.max(...runs.map(({ cut }) => cut)),
		given: Math.min(...runs.map(({ given }) => given)),
		written: Math.min(...runs.map(({ written }) => written)),
		duplicated: Math.max(...runs.map(({ duplicated }) => duplicated)),
		...(error === undefined ? {} : { error }),
	};
};

/** Several runs added up; the time is the median of one. */
export const added = (runs: readonly Measured[]): Measured => {
	const sum = (of: (run: Measured) => number): number => runs.reduce((total, run) => total + of(run), 0);
	return {
		...worst(runs),
		calls: sum(({ calls }) => calls),
		limited: sum(({ limited }) => limited),
		cut: sum(({ cut }) => cut),
		given: sum(({ given }) => given),
		written: sum(({ written }) => written),
		duplicated: sum(({ duplicated }) => duplicated),
	};
};
