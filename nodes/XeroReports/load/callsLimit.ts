// How many calls a report will take, known before most of them are made.

/** Calls to one list, or to one kind of single records. */
export interface PlannedCalls {
	readonly what: string;
	readonly calls: number;
}

/** A report takes more calls than its user allows. */
export class TooManyCalls extends Error {
	constructor(
		readonly needed: number,
		readonly most: number,
		/** Largest first. */
		readonly by: readonly PlannedCalls[],
		/** The calls that would have come next; undefined where lists alone are too many, of which only first pages were read. */
		readonly next?: string,
	) {
		super(`takes ${needed} calls`);
		this.name = 'TooManyCalls';
	}
}

/** What lists say of their size while their first pages come; none goes on before all have said it. */
export interface CallsLimit {
	/**
	 * Hears how many pages a list has, and waits until all lists are heard.
	 * @throws TooManyCalls when all of them together take more than is allowed
	 */
	heard(what: string, pages: number): Promise<void>;
	/** Takes a list that has no pages, or could not be read, for one call: the others need not wait for it. */
	ended(what: string): void;
	/**
	 * Adds calls that follow from what was read.
	 * @param fullPages how many of them are of whole pages
	 * @throws TooManyCalls
	 */
	add(what: string, calls: number, fullPages?: number): void;
	/** All that is planned by now, with one call for each list that is not heard yet. */
	planned(): number;
	/** Pages of lists that are full: all but their last ones. */
	fullPages(): number;
}

/**
 * @param lists names of the lists that will be heard, each once
 * @param fixed calls that are made anyway
 * @param most calls that the user allows
 */
export function callsLimit(lists: readonly string[], fixed: number, most: number): CallsLimit {
	const calls = new Map<string, number>();
	const open = new Set(lists);
	let full = 0;
	let settle: { resolve(): void; reject(cause: Error): void } | undefined;
	const all = new Promise<void>((resolve, reject) => {
		settle = { resolve, reject };
	});
	// It may be settled before anybody waits for it.
	all.catch(() => undefined);
	// A list that is not heard yet takes a call at least.
	const planned = (): number => [...calls.values()].reduce((total, count) => total + count, fixed + open.size);
	const check = (next?: string): void => {
		if (planned() <= most) return;
		const unheard = [...open].map((what) => [what, 1] as const);
		const by = [...calls, ...unheard].map(([what, count]) => ({ what, calls: count })).sort((a, b) => b.calls - a.calls);
		throw new TooManyCalls(planned(), most, by, next);
	};
	const finish = (): void => {
		try {
			check();
			settle?.resolve();
		} catch (cause) {
			settle?.reject(cause as Error);
		}
	};
	if (open.size === 0) finish();
	return {
		heard: async (what, pages) => {
			calls.set(what, pages);
			full += Math.max(pages - 1, 0);
			open.delete(what);
			if (open.size === 0) finish();
			await all;
		},
		ended: (what) => {
			if (!open.delete(what)) return;
			calls.set(what, 1);
			if (open.size === 0) finish();
		},
		add: (what, count, fullPages = 0) => {
			full += fullPages;
			calls.set(what, (calls.get(what) ?? 0) + count);
			check(what);
		},
		planned,
		fullPages: () => full,
	};
}
