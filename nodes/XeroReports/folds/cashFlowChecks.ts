// The checks at the foot of the statement of cash flows.

import { sum } from '../facts/money';
import type { Activity, CashSettings } from './cashActivities';
import { activityOf } from './cashActivities';
import type { CashFlow } from './cashFlow';
import { totalOf } from './cashFlow';
import type { CashNotInApi } from './cashNotInApi';
import type { ReasonedAccount } from './generalLedger';
import type { Check, CheckStatus } from './rows';
import { statusOf } from './rows';

/** Opening balance and closing balance of a bank account in Xero's bank summary; minor units of the base currency. */
export interface BankBalance {
	readonly accountId: string;
	readonly opening: bigint;
	readonly closing: bigint;
}

const flowsIn = ({ lines }: CashFlow): bigint => sum(lines.map(({ amount }) => amount));

/** Cash before the period and all that moved it, beside the cash at its end. */
export function cashCloses(flow: CashFlow, notInApi: readonly CashNotInApi[]): Check {
	const [ours, xeros] = [flow.opening + flowsIn(flow), flow.closing];
	const missing = sum(notInApi.map(({ amount }) => amount));
	const status = statusOf({ ours, xeros, notInApi: missing });
	const notes: Partial<Record<CheckStatus, string>> = {
		ties: 'Opening cash and all flows are the closing cash of Xero’s trial balance.',
		explained: 'The rest is what is not in the API, line by line.',
	};
	const note = notes[status] ?? 'Xero’s trial balance may have changed while the report was made: run it again.';
	return { check: 'cashCloses', ours, xeros, status, note };
}

/** The operating activities by both methods: the ones that are shown, and the others. */
export function methodsAgree(shown: CashFlow, other: CashFlow): Check {
	const [ours, xeros] = [totalOf(shown, 'operating'), totalOf(other, 'operating')];
	const status = statusOf({ ours, xeros });
	const note =
		status === 'ties'
			? 'Operating activities are the same by the direct and the indirect method.'
			: 'Operating activities differ between the direct and the indirect method: Xero’s trial balances on the two bases may not have the same cash.';
	return { check: 'methodsAgree', ours, xeros, status, note };
}

const ACTIVITIES: readonly Activity[] = ['operating', 'investing', 'financing'];

const NOTES: Readonly<Record<CheckStatus, string>> = {
	ties: 'The documents say what Xero’s trial balances on the cash basis say.',
	rounding: 'No more than the cents by which shares of documents may be rounded another way.',
	explained: 'Xero’s trial balances have what is not in the API as well, such as payroll.',
	differs: 'None of the lists of Xero’s API says where the difference comes from: look at the general ledger on the cash basis.',
	notChecked: '',
};

/** What accounts moved without an entry decides how far documents and trial balances may be apart. */
function statusBy(unexplained: readonly ReasonedAccount[]): CheckStatus {
	const reasons = new Set(unexplained.map(({ reason }) => reason));
	if (reasons.has('unknown')) return 'differs';
	return [...reasons].every((reason) => reason === 'rounding') ? 'rounding' : 'explained';
}

/**
 * Activities from documents or journals beside those of the trial balances on the cash basis. A difference is explained where it is all
 * that is not in the API, or where there is a reason for each account.
 */
export function activitiesTie(
	flow: CashFlow,
	byBalances: CashFlow,
	ledger: readonly ReasonedAccount[],
	notInApi: readonly CashNotInApi[],
	settings: CashSettings,
): Check[] {
	const missing = sum(notInApi.map(({ amount }) => amount));
	return ACTIVITIES.map((activity) => {
		const [ours, xeros] = [totalOf(flow, activity), totalOf(byBalances, activity)];
		const unexplained = ledger.filter(
			({ accountId, notInApi }) =>
				notInApi !== 0n && !settings.cash.has(accountId) && activityOf(accountId, settings) === activity,
		);
		const own = statusOf({ ours, xeros, notInApi: missing });
		const status = own === 'differs' ? statusBy(unexplained) : own;
		return { check: `${activity}Ties`, ours, xeros, status, note: NOTES[status] };
	});
}

/** What stood on each cash account before the period and at its end, beside Xero's bank summary. */
export function bankSummaryChecks(
	ours: ReadonlyMap<string, Omit<BankBalance, 'accountId'>>,
	xeros: readonly BankBalance[],
): Check[] {
	return xeros.flatMap(({ accountId, ...theirs }) => {
		const own = ours.get(accountId);
		if (own === undefined) return [];
		return (['opening', 'closing'] as const).map((which): Check => {
			const status = statusOf({ ours: own[which], xeros: theirs[which] });
			const note =
				status === 'ties'
					? 'The balance is that of Xero’s bank summary.'
					: 'Xero’s trial balance and its bank summary differ on this account.';
			const check = which === 'opening' ? 'bankOpening' : 'bankClosing';
			return { check, accountId, ours: own[which], xeros: theirs[which], status, note };
		});
	});
}

/** A figure that could not be held against another report. */
export const notChecked = (check: string, ours: bigint, note: string): Check => ({
	check,
	ours,
	xeros: null,
	status: 'notChecked',
	note,
});

/** A check of entries that lack whole lists: nothing explains what is apart, as it may be what they have. */
export const withoutLists = (check: Check, unread: readonly string[]): Check =>
	unread.length === 0 || check.status === 'ties'
		? check
		: { ...check, status: 'notChecked', note: `Lists that could not be read: ${unread.join(', ')}.` };
