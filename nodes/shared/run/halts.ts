// After which errors nothing more is asked of an organisation.

import { stateOf } from '../model/errorState';

/** Stands for every organisation of a run. */
export const ALL = '*';

/** What the work items of a run know of each other: after some errors nothing more is asked of an organisation, or of any. */
export class Halts {
	private readonly reasons = new Map<string, unknown>();
	private readonly ends = new Map<string, AbortController>();

	private endOf(organisation: string): AbortController {
		const end = this.ends.get(organisation) ?? new AbortController();
		this.ends.set(organisation, end);
		return end;
	}

	/** What waits for its turn then, is not sent any more. The first reason stays. */
	halt(organisation: string, reason: unknown): void {
		if (!this.reasons.has(organisation)) this.reasons.set(organisation, reason);
		this.endOf(organisation).abort();
		if (organisation === ALL) for (const end of this.ends.values()) end.abort();
	}

	/** Why nothing more is sent; undefined while all is well. */
	reason(organisation: string): unknown {
		return this.reasons.get(organisation) ?? this.reasons.get(ALL);
	}

	/** Aborts when the organisation is halted. */
	signal(organisation: string): AbortSignal {
		const end = this.endOf(organisation);
		if (this.reasons.has(ALL)) end.abort();
		return end.signal;
	}

	/** Whether an error says only that its call was not sent, because of a halt. */
	stopped(organisation: string, cause: unknown): boolean {
		const { state, open } = stateOf(cause) ?? {};
		return this.reason(organisation) !== undefined && state === 'canceled' && open !== true;
	}
}
