// The statement of cash flows, indirect: from the profit to the cash that operating activities brought.

import type { Entry } from '../entries/entry';
import { sum } from '../facts/money';
import type { CashSettings } from './cashActivities';
import { activityOf } from './cashActivities';
import type { CashFlow, CashLine, CashLineKind } from './cashFlow';
import { flowsOf } from './cashFlow';
import type { Amounts, Moved } from './cashMovements';
import { addedUp, withoutJournals } from './cashMovements';

/** What the indirect method goes by: both bases, each with its manual journals. */
export interface IndirectInput {
	/** By trial balances on the accrual basis. */
	readonly accrual: Moved;
	/** Entries of all manual journals of the period. */
	readonly journals: readonly Entry[];
	/** The direct flow by trial balances on the cash basis: what was invested and financed, as far as it was paid. */
	readonly direct: CashFlow;
	readonly settings: CashSettings;
}

const operating = (kind: CashLineKind, accountId: string, amount: bigint): CashLine => ({
	activity: 'operating',
	kind,
	accountId,
	source: null,
	amount,
});

const isProfit = (accountId: string, { accounts }: CashSettings): boolean => {
	const account = accounts.byId.get(accountId);
	return account?.class === 'REVENUE' || account?.class === 'EXPENSE';
};

const isOperating = (accountId: string, settings: CashSettings): boolean => activityOf(accountId, settings) === 'operating';

/** Profit, what in it is no operating flow, and what operating assets and liabilities moved. */
function profitLines(moved: Amounts, settings: CashSettings): CashLine[] {
	const others = [...moved].filter(([id, amount]) => amount !== 0n && !settings.cash.has(id));
	const profit = others.filter(([id]) => isProfit(id, settings));
	const standing = others.filter(([id]) => !isProfit(id, settings) && isOperating(id, settings));
	return [
		operating('netProfit', '', -sum(profit.map(([, amount]) => amount))),
		...profit.filter(([id]) => !isOperating(id, settings)).map(([id, amount]) => operating('addBack', id, amount)),
		...standing.map(([id, amount]) => operating('change', id, -amount)),
	];
}

/**
 * Indirect: net profit, with depreciation and whatever else in it is no operating flow added back, less what operating assets grew,
 * plus what operating liabilities grew. Investing and financing are those of the direct method, as what is bought and not yet paid is
 * no flow (IAS 7.43); it stands on creditors as well, so that one line takes it out of the operating activities.
 */
export function indirectFlow({ accrual, journals, direct, settings }: IndirectInput): CashFlow {
	const nonCash = addedUp(withoutJournals(journals, settings.cash).nonCash);
	const onOperating = sum([...nonCash].filter(([id]) => isOperating(id, settings)).map(([, amount]) => amount));
	const others = direct.lines.filter(({ activity }) => activity !== 'operating');
	const accrued = [...flowsOf(accrual.amounts, nonCash, settings)].filter(([id]) => !isOperating(id, settings));
	const unpaid = sum(accrued.map(([, flow]) => flow)) - sum(others.map(({ amount }) => amount));
	return {
		lines: [
			...profitLines(accrual.amounts, settings),
			...(onOperating === 0n ? [] : [operating('nonCashJournals', '', onOperating)]),
			...(unpaid === 0n ? [] : [operating('unpaid', '', unpaid)]),
			...others,
		],
		...accrual.standing(settings.cash),
	};
}
