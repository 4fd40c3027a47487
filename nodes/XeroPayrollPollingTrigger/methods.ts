import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { poll as run } from '../shared/polling/poll';
import { search } from '../shared/run/listSearch';
import { payrollNz } from '../XeroPayroll/nz/payrollNz';
import { trigger } from './trigger';

// The organisations that a credential is connected to are the same whatever API is asked.
const { organisations } = search(payrollNz);

/** The searches behind From List, by the names that the panel has for them. */
export const listSearch = { organisations: organisations! };

/** Polls once. @throws as the shared `poll` does */
export const poll = async (ctx: IPollFunctions): Promise<INodeExecutionData[][] | null> => await run(ctx, trigger);
