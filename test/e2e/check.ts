import type { Stage } from './stage';

/** One thing that must be so in a real n8n. */
export interface Check<S = Stage> {
	/** A sentence that is true when the check passes. */
	readonly sentence: string;
	/** How long it may take, in ms; two minutes when absent. */
	readonly limit?: number;
	/** Looks, and gives what was seen in a few words. @throws whatever shows that the sentence is not true. */
	run(stage: S): Promise<string>;
}
