import { short } from '../shared/polling/state';

/** Most records remembered. */
const MOST = 5_000;

/** Records that are no longer new (or were told of as paid), each with the second in which it began to be so. */
export class KnownRecords {
	constructor(
		private readonly marks: Map<string, number>,
		/** Moment (ms) from which on something counts as new. */
		private start: number,
		private readonly most = MOST,
	) {}

	get from(): number {
		return this.start;
	}

	get all(): ReadonlyMap<string, number> {
		return this.marks;
	}

	has(id: string): boolean {
		return this.marks.has(short(id));
	}

	/**
	 * Remembers a record. The oldest one is forgotten for it when there are too many; then the start moves past it, so that what is
	 * forgotten can never be new again.
	 * @param since ms; 0 for what was there before the start anyway
	 */
	add(id: string, since: number): void {
		const mark = short(id);
		if (this.marks.has(mark)) return;
		this.marks.set(mark, Math.max(0, Math.floor(since / 1000)));
		for (const [oldest, second] of this.marks) {
			if (this.marks.size <= this.most) break;
			this.marks.delete(oldest);
			this.start = Math.max(this.start, (second + 1) * 1000);
		}
	}
}
