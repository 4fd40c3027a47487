import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { execute as run } from '../shared/run/execute';
import { search } from '../shared/run/listSearch';
import { accounting } from '../XeroAccounting/accounting';
import { finance } from './finance';

/** The searches behind From List, by the names that the panel has for them. */
export const listSearch = search(finance, { api: accounting, names: ['bankAccount'] });

/** Runs the node over its input. @throws as the engine's `execute` does */
export const execute = async (ctx: IExecuteFunctions): Promise<INodeExecutionData[][]> => await run(finance, ctx);
