// The time that n8n gives one poll.

import type { IPollFunctions } from 'n8n-workflow';
import { clock } from '../http/clock';

/** n8n's default, in ms, for versions that do not say it: 2.30 is one of them. */
const FIVE_MINUTES = 5 * 60_000;
/** After this share of the time no further call is begun: what is read is handed on, the rest waits for the next poll. */
const SHARE = 0.8;

/** A call that is begun may wait so long (ms) in any case: what a poll does always must not end by a millisecond. */
const LEAST = 10_000;

/** The time one poll may take. */
export interface TimeBudget {
	/** Whether no further call should be begun. */
	isSpent(): boolean;
	/** Longest wait (ms) for a limit from now on, so that no call outlasts the poll. */
	longestWait(longest: number): number;
}

export function timeBudgetOf(ctx: IPollFunctions): TimeBudget {
	const whole = (ctx.getPollBudgetMs as IPollFunctions['getPollBudgetMs'] | undefined)?.call(ctx) ?? FIVE_MINUTES;
	const began = clock.now();
	return {
		isSpent: () => clock.now() >= began + whole * SHARE,
		longestWait: (longest) => Math.min(longest, Math.max(LEAST, began + whole - clock.now())),
	};
}
