import type { Answer } from './client';
import { clock } from './limiter';
import type { Ask } from './model';

/** A write that was sent and of which it is not known whether it was done. `since`: when it was first sent, ms since the epoch. */
export interface Attempted {
	readonly request: Ask;
	/** Its Idempotency-Key; a DELETE has none. */
	readonly key: string | undefined;
	readonly since: number;
}

/**
 * What an execution's writes came to, by their place in the run (organisation, items, method, path), not by what they
 * held: in a later try a value such as the time of day may be another, and the write is the same all the same.
 */
export interface Written {
	recall(place: string): Attempted | { readonly answer: Answer } | undefined;
	/** Xero said yes. */
	keep(place: string, answer: Answer): void;
	/** No answer came: another try of the run must send the very same again. */
	open(place: string, attempted: Attempted): void;
	/** Xero said no: nothing is open any more. */
	close(place: string): void;
	/** The run ended well: there will be no other try. */
	forget(): void;
}

const LIFE = 60 * 60_000;
const RUNS = 200;
interface Memory {
	readonly until: number;
	readonly places: Map<string, Attempted | { readonly answer: Answer }>;
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
	const places: Memory['places'] = runs.get(run)?.places ?? new Map<string, Attempted | { readonly answer: Answer }>();
	runs.delete(run);
	runs.set(run, { until: now + LIFE, places });
	return {
		recall: (place) => places.get(place),
		keep: (place, answer) => void places.set(place, { answer }),
		open: (place, attempted) => void places.set(place, attempted),
		close: (place) => void places.delete(place),
		forget: () => void runs.delete(run),
	};
}
