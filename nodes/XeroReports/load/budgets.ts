// Budgets, and Xero's summary of the overall one.

import type { IDataObject } from 'n8n-workflow';
import type { OperationContext } from '../../shared/model/context';
import type { Budget } from '../facts/budget';
import { budgetOf } from '../facts/budget';
import { profitAndLossOf } from '../facts/profitAndLoss';
import { sum } from '../facts/money';
import { endOfMonth } from '../rows/days';
import type { Books } from './books';
import { listOf } from './lists';
import { whyNotRead } from './trialBalances';

/** The scopes of budgets, and of the summary of the overall one. */
export const BUDGETS_SCOPE = 'accounting.budgets.read';
export const BUDGET_SUMMARY_SCOPE = 'accounting.reports.budgetsummary.read';

/** Months that a summary shows at most. */
export const MOST_SUMMARY_MONTHS = 12;

/** The ID of the overall budget; undefined where there is none. Read once for all items of a run. */
export async function overallBudgetId(call: Pick<OperationContext, 'listOnce'>): Promise<string | undefined> {
	const { name, path, id, scope } = listOf('budget');
	const budgets = await call.listOnce({ path, query: {}, scope }, { by: 'nothing' }, name, id);
	const overall = budgets.find(({ Type }) => Type === 'OVERALL');
	return overall === undefined ? undefined : String(overall.BudgetID);
}

type Asking = Pick<OperationContext, 'request' | 'recordsIn' | 'once'>;

/**
 * A budget with its amounts in some months, the first and the last of them given as YYYY-MM.
 * @throws NodeApiError where it cannot be read
 */
export async function readBudget(
	call: Asking,
	{ organisation, accounts }: Books,
	id: string,
	[first, last]: readonly [string, string],
): Promise<Budget> {
	const { name, path, scope } = listOf('budget');
	const query = { DateFrom: `${first}-01`, DateTo: endOfMonth(`${last}-01`) };
	return await call.once(`budget ${id} ${first} ${last}`, async () => {
		const answer = await call.request({ path: `${path}/${encodeURIComponent(id)}`, query, envelope: name, scope });
		return budgetOf(call.recordsIn(answer, name)[0] ?? {}, accounts, organisation.decimals);
	});
}

/** Net profit of some months in Xero's summary of the overall budget, or why it is not known, as a sentence. */
export async function readBudgetedProfit(
	call: Asking,
	{ organisation, accounts }: Books,
	months: readonly string[],
): Promise<bigint | string> {
	const query: IDataObject = { date: `${months[0]!}-01`, periods: months.length, timeframe: 1 };
	try {
		const answer = await call.request({
			path: '/Reports/BudgetSummary',
			query,
			envelope: 'Reports',
			scope: BUDGET_SUMMARY_SCOPE,
		});
		const { netProfit } = profitAndLossOf(call.recordsIn(answer, 'Reports')[0] ?? {}, accounts, organisation.decimals);
		if (netProfit === undefined) return 'Xero’s budget summary has no row of its net profit.';
		return sum(netProfit.slice(0, months.length));
	} catch (cause) {
		return whyNotRead(cause, BUDGET_SUMMARY_SCOPE, 'budget summary');
	}
}
