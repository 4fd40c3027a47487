// What all parts of one run share.

import type { IExecuteFunctions } from 'n8n-workflow';
import type { XeroClient } from '../http/client';
import type { Api, Conventions, Operation, Resource } from '../model/operation';
import type { Halts } from './halts';
import type { RetryMemory } from './retryMemory';

/** The resource that a run's operation is of. */
export const resourceOf = ({ api, operation }: Pick<Run, 'api' | 'operation'>): Resource | undefined =>
	api.resources.find(({ operations }) => Object.values(operations).includes(operation));

/** How an operation is done: as its API does it, but for what its resource or the row itself says. */
export const conventionsOf = (api: Api, operation: Operation): Conventions => ({
	...api.conventions,
	...resourceOf({ api, operation })?.conventions,
	...operation.conventions,
});

/** What every part of one run shares. */
export interface Run {
	readonly ctx: IExecuteFunctions;
	readonly api: Api;
	readonly operation: Operation;
	/** Those of the API, with what its resource and its operation do otherwise. */
	readonly conventions: Conventions;
	readonly client: XeroClient;
	/** False: the first refusal ends the run with an error. True: a row per refusal. */
	readonly continuesOnFail: boolean;
	/** What an earlier try of this run came to, when n8n tries again. */
	readonly retryMemory: RetryMemory | undefined;
	/** Longest Wait; ms. */
	readonly longestWait: number;
	readonly halts: Halts;
	/** Places that items of this run have written to; see OperationContext.isFirst. */
	readonly seen: Set<string>;
	/** Work that items of this run share, by organisation and key; see OperationContext.once. */
	readonly shared: Map<string, Promise<unknown>>;
}
