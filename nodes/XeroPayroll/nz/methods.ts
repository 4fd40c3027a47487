import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { execute as run } from '../../shared/run/execute';
import { search } from '../../shared/run/listSearch';
import { accounting } from '../../XeroAccounting/accounting';
import { ACCOUNTS } from '../builders/inputs';
import { payrollNz } from './payrollNz';

/** The searches behind From List, by the names that the panel has for them. */
export const listSearch = search(payrollNz, { api: accounting, names: ACCOUNTS });

/** Runs the node over its input. @throws as the engine's `execute` does */
export const execute = async (ctx: IExecuteFunctions): Promise<INodeExecutionData[][]> => await run(payrollNz, ctx);
