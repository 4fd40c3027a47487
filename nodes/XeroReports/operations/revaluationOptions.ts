// Inputs of the currency revaluation, as the folds take them.

import type { IDataObject } from 'n8n-workflow';
import type { OperationContext } from '../../shared/model/context';
import type { Picked } from '../../shared/inputs/locators';
import { objectsIn } from '../../shared/model/values';
import type { Account, Accounts } from '../facts/accounts';
import { minorOf } from '../facts/money';
import type { GivenRate } from '../folds/asOfRates';
import type { BankOpening, RevaluationKind } from '../folds/revaluation';
import { ratesOf } from './owingOptions';

const ALL: readonly RevaluationKind[] = ['bank', 'receivable', 'payable'];

/** What is to be revalued; all of it when none is chosen. */
export function scopeOf({ scope }: OperationContext['options']): ReadonlySet<RevaluationKind> {
	const chosen = ALL.filter((kind) => Array.isArray(scope) && (scope as string[]).includes(kind));
	return new Set(chosen.length > 0 ? chosen : ALL);
}

/** Rates that people give, each with its day: one without a day is of the last day. */
export const datedRates = (rates: unknown, to: string): GivenRate[] =>
	ratesOf(rates).map((one) => ({ ...one, date: one.date ?? to }));

/** The bank accounts that are not in the base currency. */
export const foreignBanks = ({ all }: Accounts): Account[] => all.filter(({ type, isForeign }) => type === 'BANK' && isForeign);

type Refusing = Pick<OperationContext, 'refuse'>;

function openingIn(
	call: Refusing,
	row: IDataObject,
	index: number,
	banks: readonly Account[],
	before: string,
	decimals: number,
): BankOpening {
	const place = ['Opening Balances', `Row ${index + 1}`];
	const { accountId, date, foreign, base } = row;
	if (accountId === undefined || date === undefined || foreign === undefined || base === undefined)
		return call.refuse({
			place,
			says: 'is not complete',
			todo: 'Give the bank account, the day, what it held in its currency, and what that had cost',
		});
	const id = (accountId as unknown as Picked).value;
	const account = banks.find((one) => one.id === id);
	if (account === undefined)
		return call.refuse({
			place: [...place, 'Bank Account'],
			value: id,
			says: 'is no bank account in a foreign currency',
			todo: 'Choose one',
		});
	const day = date as string;
	if (day > before)
		return call.refuse({
			place: [...place, 'Date'],
			value: day,
			says: `is not before the period, which begins after ${before}`,
			todo: 'Give a balance of an earlier day, or choose a later Period',
		});
	return { accountId: id, date: day, foreign: minorOf(foreign, account.decimals), base: minorOf(base, decimals) };
}

/**
 * Opening balances that people give. Refuses one that is not complete, of another kind of account, or of a day after `before`.
 * @param before the day before the period
 * @param decimals of the base currency
 */
export function openingsOf(
	call: Refusing,
	rows: unknown,
	banks: readonly Account[],
	before: string,
	decimals: number,
): BankOpening[] {
	const openings = objectsIn(rows).map((row, index) => openingIn(call, row, index, banks, before, decimals));
	const twice = openings.find(({ accountId }, index) => openings.findIndex((one) => one.accountId === accountId) !== index);
	if (twice)
		call.refuse({
			place: ['Opening Balances'],
			value: banks.find(({ id }) => id === twice.accountId)?.name ?? twice.accountId,
			says: 'is there twice',
			todo: 'Leave one of the two',
		});
	return openings;
}
