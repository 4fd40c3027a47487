// What a run has written, for as long as n8n may try it again (Retry On Fail).

import type { PendingRequest, Attempts } from '../http/pendingRequests';
import { clock } from '../http/clock';
import type { OutputItem } from '../model/context';
import type { Finding } from '../model/findings';
import type { XeroResponse } from '../model/request';
import type { Batch } from './batches';

/** What is kept of a record that was written: whatever else is let go, that it was written, and its ID. */
export interface WrittenItem {
	readonly id: string | undefined;
	/** What another try gives back without asking Xero; absent where there was no room for it. */
	readonly result?: { readonly row: OutputItem; readonly warnings: readonly string[]; readonly findings: readonly Finding[] };
}

/**
 * What an execution's writes came to, by their place in the run (organisation, items, method), not by what they held: in
 * a later try a value such as the time of day may be another, and the write is the same all the same.
 */
export interface RetryMemory extends Attempts {
	/** What the run wrote could not be kept: what another try would write might be there already. */
	readonly isLost: boolean;
	/** Places of the work items that were written: they are not sent again, however the others are grouped by then. */
	writtenItems(): Iterable<readonly [place: string, done: WrittenItem]>;
	/** The places alone. */
	writtenPlaces(): Iterable<string>;
	keepWritten(place: string, done: WrittenItem): void;
	/** Requests of which it is not known what became of them, by their items: they go again before all others, as they were. */
	readonly unanswered: Map<string, Batch>;
	/** How this try ended: n8n tries again after an error, and after rows of which the first is a refusal; else never. */
	end(how: 'error' | 'first row refused' | 'rows'): void;
}

/** ms after a try's begin. n8n waits five seconds at most for the next one, but a computer may sleep. */
const LIFE = 60 * 60_000;

/** Bytes that all runs together hold. */
export const MOST = 32 * 1024 * 1024;

/** Bytes that an entry takes besides what it holds, about. */
const ENTRY = 200;

/** Something that was written, by its place: that it was, its ID, and, while there is room, what came of it. */
interface Kept {
	readonly id: string | undefined;
	text?: Buffer;
}

class RunMemory {
	until = 0;
	errors = 0;
	isLost = false;
	readonly attempted = new Map<string, PendingRequest>();
	readonly answers = new Map<string, Kept>();
	readonly done = new Map<string, Kept>();
	readonly sent = new Map<string, Batch>();
	/** Bytes of what can be asked of Xero again, and of what cannot. */
	texts = 0;
	rest = ENTRY;

	keep(among: Map<string, Kept>, place: string, id: string | undefined, value: unknown): void {
		const text = Buffer.from(JSON.stringify(value));
		this.texts += text.length - (among.get(place)?.text?.length ?? 0);
		if (!among.has(place)) this.rest += ENTRY;
		among.set(place, { id, text });
		makeRoom();
	}

	open(place: string, attempted: PendingRequest): void {
		this.close(place);
		this.attempted.set(place, attempted);
		this.rest += sizeOf(attempted);
		makeRoom();
	}

	close(place: string): void {
		const attempted = this.attempted.get(place);
		if (attempted && this.attempted.delete(place)) this.rest -= sizeOf(attempted);
	}

	leaveTexts(): void {
		for (const kept of [...this.answers.values(), ...this.done.values()]) delete kept.text;
		this.texts = 0;
	}

	lose(): void {
		for (const map of [this.attempted, this.answers, this.done, this.sent]) map.clear();
		this.isLost = true;
		this.texts = 0;
		this.rest = ENTRY;
	}
}

/** Once as the request has it, once as its records do. */
const sizeOf = ({ request: { body } }: PendingRequest): number =>
	ENTRY + (Buffer.isBuffer(body) ? body.length : 2 * JSON.stringify(body ?? '').length);

/** The latest last. */
const runs = new Map<string, RunMemory>();

/** Bytes that the memory of all runs takes. */
export const bytesHeld = (): number => [...runs.values()].reduce((sum, { texts, rest }) => sum + texts + rest, 0);

/** Keeps all runs together within their bytes: the oldest let go what Xero can be asked for, then all but that they are lost. */
function makeRoom(): void {
	let over = bytesHeld() - MOST;
	for (const run of runs.values()) {
		if (over <= 0) return;
		over -= run.texts;
		run.leaveTexts();
	}
	for (const run of runs.values()) {
		if (over <= 0) return;
		over -= run.rest - ENTRY;
		run.lose();
	}
}

const parsed = <T>({ text }: Kept): T | undefined => (text === undefined ? undefined : (JSON.parse(text.toString()) as T));

/**
 * The memory of one run of one node in one execution. When n8n retries a node (Retry On Fail), the writes that had
 * already been answered are not sent again, however long ago that was: Xero itself remembers a key for six minutes only.
 * Held in this process until the run ends without another try to come, for an hour at most.
 * @param maxTries how often n8n tries the node
 */
export function retryMemoryOf(run: string, maxTries: number): RetryMemory {
	const now = clock.now();
	for (const [name, { until }] of runs) if (until < now) runs.delete(name);
	const memory = runs.get(run) ?? new RunMemory();
	runs.delete(run);
	runs.set(run, memory);
	memory.until = now + LIFE;
	return {
		isLost: memory.isLost,
		unanswered: memory.sent,
		*writtenItems() {
			for (const [place, kept] of memory.done) {
				const told = parsed<NonNullable<WrittenItem['result']>>(kept);
				yield [place, { id: kept.id, ...(told ? { result: told } : {}) }] as const;
			}
		},
		writtenPlaces: () => memory.done.keys(),
		keepWritten: (place, { id, result }) => memory.keep(memory.done, place, id, result),
		recall: (place) => memory.attempted.get(place),
		open: (place, attempted) => memory.open(place, attempted),
		close: (place) => memory.close(place),
		answerTo: (place) => {
			const kept = memory.answers.get(place);
			return kept && (parsed<XeroResponse>(kept) ?? 'forgotten');
		},
		keepAnswer: (place, { status, headers, body }) => {
			const type = headers['content-type'];
			memory.keep(memory.answers, place, undefined, { status, headers: { 'content-type': type }, body });
		},
		end: (how) => {
			if (how === 'error') memory.errors += 1;
			if (how === 'rows' || memory.errors >= maxTries) runs.delete(run);
		},
	};
}
