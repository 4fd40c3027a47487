// What a chart of accounts may say wrong of the activities: told, and never changed.

import { amountText, sum } from '../facts/money';
import type { CashSettings } from './cashActivities';
import type { CashFlow } from './cashFlow';

/** Something to look at; `todo` as an imperative clause. */
export interface CashHint {
	readonly code: string;
	readonly says: string;
	readonly todo: string;
}

const FINANCING_NAME = /\b(drawings?|funds introduced|loans?|mortgages?|shareholder current)\b/i;

/** Current liabilities are operating by their type, and some charts have loans and drawings among them. */
function doubtful({ lines }: CashFlow, { accounts, chosen }: CashSettings): CashHint[] {
	const ids = new Set(lines.filter(({ activity }) => activity === 'operating').map(({ accountId }) => accountId));
	const named = [...ids].flatMap((id) => {
		const account = accounts.byId.get(id);
		const isDoubtful = account?.type === 'CURRLIAB' && FINANCING_NAME.test(account.name) && !chosen.has(id);
		return isDoubtful ? [[account.code, account.name].filter((part) => part !== '').join(' ')] : [];
	});
	if (named.length === 0) return [];
	const isOne = named.length === 1;
	return [
		{
			code: 'activityDoubtful',
			says: `${named.join(', ')} ${isOne ? 'stands' : 'stand'} under operating activities, as current liabilities do`,
			todo: isOne ? 'If it is financing, add it to Activities' : 'If they are financing, add them to Activities',
		},
	];
}

/** Fixed assets that came down by more than depreciation look like proceeds. */
function fallen({ lines }: CashFlow, { accounts }: CashSettings, decimals: number): CashHint[] {
	const of = (type: string) =>
		lines.filter(({ activity, accountId }) => activity === 'investing' && accounts.byId.get(accountId)?.type === type);
	const down = sum(
		of('FIXED')
			.filter(({ amount }) => amount > 0n)
			.map(({ amount }) => amount),
	);
	const rest = down + sum(of('DEPRECIATN').map(({ amount }) => amount));
	if (down === 0n || rest <= 0n) return [];
	return [
		{
			code: 'fixedAssetsFell',
			says: `fixed assets came down by ${amountText(rest, decimals)} beyond depreciation, which counts as proceeds of a sale`,
			todo: 'If nothing was sold, add the account that the depreciation was posted to as investing to Activities',
		},
	];
}

/** A foreign card that is no cash is revalued too, and Xero says the revaluation of all accounts in one amount. */
function foreignCards({ lines }: CashFlow, { accounts, cash }: CashSettings): CashHint[] {
	if (!lines.some(({ activity }) => activity === 'exchangeEffect')) return [];
	const moved = new Set(lines.map(({ accountId }) => accountId));
	const cards = accounts.all.filter(({ id, type, isForeign }) => type === 'BANK' && isForeign && !cash.has(id) && moved.has(id));
	if (cards.length === 0) return [];
	return [
		{
			code: 'foreignCard',
			says: `${cards.map(({ name }) => name).join(', ')} is in a foreign currency and no cash here: what it was revalued by is in the effect of exchange rates and in its own line`,
			todo: 'Choose Cash Accounts: All to have it among the cash',
		},
	];
}

/** @param decimals of the base currency */
export const cashFlowHints = (flow: CashFlow, settings: CashSettings, decimals: number): CashHint[] => [
	...doubtful(flow, settings),
	...fallen(flow, settings, decimals),
	...foreignCards(flow, settings),
];
