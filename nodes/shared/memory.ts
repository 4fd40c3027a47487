import type { Answer } from './client';
import { clock } from './limiter';

/** Answers to writes that an execution already got, by Idempotency-Key. */
export interface Written {
	recall(key: string): Answer | undefined;
	keep(key: string, answer: Answer): void;
	/** When the first try of a write was sent (ms since the epoch) of which it is not known whether it was done. */
	openSince(key: string): number | undefined;
	open(key: string, since: number): void;
	/** Xero answered: nothing is open any more. */
	close(key: string): void;
	/** The run ended well: there will be no other try. */
	forget(): void;
}

const LIFE = 60 * 60_000;
const RUNS = 200;
interface Memory {
	readonly until: number;
	readonly answers: Map<string, Answer>;
	readonly open: Map<string, number>;
}
const runs = new Map<string, Memory>();

/**
 * The memory of one run of one node in one execution. When n8n retries a node (Retry On Fail), the writes that had
 * already been answered are not sent again, however long ago that was: Xero itself remembers a key for six minutes only.
 * Held in this process for an hour at most, for the latest 200 runs that have not ended well.
 */
export function writtenBy(run: string): Written {
	const now = clock.now();
	for (const [name, { until }] of runs) if (until < now || runs.size > RUNS) runs.delete(name);
	const { answers, open } = runs.get(run) ?? { answers: new Map<string, Answer>(), open: new Map<string, number>() };
	runs.delete(run);
	runs.set(run, { until: now + LIFE, answers, open });
	return {
		recall: (key) => answers.get(key),
		keep: (key, answer) => void answers.set(key, answer),
		openSince: (key) => open.get(key),
		open: (key, since) => void open.set(key, since),
		close: (key) => void open.delete(key),
		forget: () => void runs.delete(run),
	};
}
