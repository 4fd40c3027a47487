// The options that every operation has: Longest Wait, Timeout, links.

import type { Fields } from '../model/field';
import { flag, number } from './scalars';

/** The engine's own options, on every operation. Minutes and seconds, as people think of them. */
export const ENGINE_OPTIONS: Fields = {
	longestWait: number('Longest Wait (Minutes)', {
		description:
			"How long one call may wait for Xero's limits (60 calls a minute for each organisation) and for retries before the node gives up",
		min: 0,
	}),
	timeout: number('Timeout (Seconds)', { description: 'How long to wait for one answer of Xero', min: 1 }),
};

/** Where the API's screens have pages for records: a choice to have their links. */
export const LINKS: Fields = { links: flag('Add Links', 'Whether each record has a link to its page in Xero (_link)') };

/** Defaults of the engine's options: minutes, seconds. */
export const ENGINE_DEFAULTS = { longestWait: 5, timeout: 100 } as const;
