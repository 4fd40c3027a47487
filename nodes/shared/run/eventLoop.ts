// Long work in turns, so that n8n can do other things in between.

import { clock } from '../http/clock';

/** ms of work after which others are let in: n8n answers editors and webhooks in the same process. */
const AT_A_STRETCH = 25;

/** As many records make steps that each take a while. */
const MANY = 1_000;

/** Lets others in between two steps of work on so many records. */
export async function betweenSteps(records: number): Promise<void> {
	if (records >= MANY) await clock.sleep(0);
}

/** What `work` makes of each, in order, without holding the event loop for long. */
export async function mapInTurns<T, R>(list: readonly T[], work: (one: T, index: number) => R): Promise<R[]> {
	const made: R[] = [];
	let since = clock.now();
	for (const [index, one] of list.entries()) {
		made.push(work(one, index));
		if (clock.now() - since < AT_A_STRETCH) continue;
		await clock.sleep(0);
		since = clock.now();
	}
	return made;
}
