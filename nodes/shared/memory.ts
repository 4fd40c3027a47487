import type { Attempted, Attempts } from './attempts';
import type { Slice } from './batch';
import { clock } from './limiter';
import type { Answer } from './request';
import type { Outcome } from './workItem';

/**
 * What an execution's writes came to, by their place in the run (organisation, items, method), not by what they held: in
 * a later try a value such as the time of day may be another, and the write is the same all the same.
 */
export interface Written extends Attempts {
	/** Jobs that were written, by organisation and items: they are not sent again, however the others are grouped by then. */
	readonly done: Map<string, Outcome>;
	/** Requests of which it is not known what became of them, by their items: they go again before all others, as they were. */
	readonly sent: Map<string, Slice>;
	/** The run ended well: there will be no other try. */
	forget(): void;
}

const LIFE = 60 * 60_000;
const RUNS = 200;
interface Memory {
	readonly until: number;
	readonly places: Map<string, Attempted | { readonly answer: Answer }>;
	readonly done: Map<string, Outcome>;
	readonly sent: Map<string, Slice>;
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
	const known: Omit<Memory, 'until'> = runs.get(run) ?? { places: new Map(), done: new Map(), sent: new Map() };
	runs.delete(run);
	runs.set(run, { ...known, until: now + LIFE });
	const { places, done, sent } = known;
	return {
		done,
		sent,
		recall: (place) => places.get(place),
		keep: (place, answer) => void places.set(place, { answer }),
		open: (place, attempted) => void places.set(place, attempted),
		close: (place) => void places.delete(place),
		forget: () => void runs.delete(run),
	};
}
