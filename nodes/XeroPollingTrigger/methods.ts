import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { poll as run } from '../shared/polling/poll';
import { search } from '../shared/run/listSearch';
import { accounting } from '../XeroAccounting/accounting';
import { trigger } from './trigger';

const { organisations, contact, bankAccount } = search(accounting);

/** The searches behind From List, by the names that the panel has for them. */
export const listSearch = { organisations: organisations!, contact: contact!, bankAccount: bankAccount! };

/** Polls once. @throws as the shared `poll` does */
export const poll = async (ctx: IPollFunctions): Promise<INodeExecutionData[][] | null> => await run(ctx, trigger);
