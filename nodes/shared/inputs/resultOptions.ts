// Return All, Limit and Simplify.

import type { Field, Fields } from '../model/field';
import type { Operation } from '../model/operation';
import { flag, number } from './scalars';

/** How much a reading operation gives back, and in which shape: n8n's own inputs, in its own words. */
const returnAll = flag('Return All', 'Whether to return all results or only up to a given limit');
const countable = number('Limit', { description: 'Max number of results to return', min: 1, whole: true });
const limit: Field<number> = { ...countable, ui: { ...countable.ui, default: 50 } };

export const simplify = flag('Simplify', 'Whether to return a simplified version of the response instead of the raw data', true);

/** Those that an operation has, in panel order. */
export const resultInputs = ({ paging, simplified }: Pick<Operation, 'paging' | 'simplified'>): Fields => ({
	...(paging ? { returnAll, limit } : {}),
	...(simplified ? { simplify } : {}),
});

/** What an item asks for. */
export interface Results {
	/** Records at most; Infinity for all. */
	readonly limit: number;
	readonly simplify: boolean;
}

/** Checked values of {@link resultInputs}; what is not given is as the panel begins. */
export const resultsOf = (given: Readonly<Record<string, unknown>>): Results => ({
	limit: given.returnAll === true ? Infinity : Number(given.limit ?? limit.ui.default),
	simplify: given.simplify !== false,
});
