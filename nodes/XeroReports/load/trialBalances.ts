// Xero's trial balances of some days; a credential that may not read them is no reason to give nothing.

import type { IDataObject } from 'n8n-workflow';
import type { OperationContext } from '../../shared/model/context';
import { stateOf } from '../../shared/model/errorState';
import type { TrialBalance } from '../facts/trialBalance';
import { trialBalanceOf } from '../facts/trialBalance';

/** The scope of the trial balance. */
export const TRIAL_BALANCE_SCOPE = 'accounting.reports.trialbalance.read';

/** What a credential may not read. */
export interface NotReadable {
	readonly scope: string;
	/** What to do about it, as a sentence without its full stop. */
	readonly todo: string;
}

/** Whether Xero refused because the credential may not read it; any other error is thrown on. */
export function notReadable(cause: unknown, scope: string): NotReadable {
	const { lacks, findings = [] } = stateOf(cause) ?? {};
	if (lacks !== 'scope' && lacks !== 'access') throw cause as Error;
	return { scope, todo: findings[0]?.todo ?? 'Connect the credential again' };
}

/**
 * Why a report that another one is only held against was not read, as a sentence: the scope that it takes, or what Xero says of the
 * question, such as a range of days that is too long for it. Any other error is thrown on.
 * @param name of the report within a sentence
 */
export function whyNotRead(cause: unknown, scope: string, name: string): string {
	const said = stateOf(cause)?.findings?.[0]?.says;
	if (said !== undefined && (cause as { readonly httpCode?: string | null }).httpCode === '400')
		return `The ${name} could not be read. ${said.replace(/\.?$/, '.')}`;
	return `The ${name} could not be read: it takes the scope ${notReadable(cause, scope).scope}.`;
}

type Asking = Pick<OperationContext, 'request' | 'recordsIn' | 'once'>;

/**
 * The trial balance at the end of a day, read once for all items of a run.
 * @param basis on the cash basis documents count as far as they are paid
 * @param decimals of the base currency
 * @throws NodeApiError where it cannot be read
 */
export async function readTrialBalance(
	call: Asking,
	day: string,
	basis: 'accrual' | 'cash',
	decimals: number,
): Promise<TrialBalance> {
	const query: IDataObject = { date: day, ...(basis === 'cash' ? { paymentsOnly: true } : {}) };
	return await call.once(`trial balance ${day} ${basis}`, async () => {
		const answer = await call.request({
			path: '/Reports/TrialBalance',
			query,
			envelope: 'Reports',
			scope: TRIAL_BALANCE_SCOPE,
		});
		return trialBalanceOf(call.recordsIn(answer, 'Reports')[0] ?? {}, decimals);
	});
}

/** The trial balances of some days, by day, or why they may not be read. */
export async function readTrialBalances(
	call: Asking,
	days: readonly string[],
	basis: 'accrual' | 'cash',
	decimals: number,
): Promise<ReadonlyMap<string, TrialBalance> | NotReadable> {
	try {
		const read = await Promise.all(days.map(async (day) => await readTrialBalance(call, day, basis, decimals)));
		return new Map(days.map((day, index) => [day, read[index]!]));
	} catch (cause) {
		return notReadable(cause, TRIAL_BALANCE_SCOPE);
	}
}
