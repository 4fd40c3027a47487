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
	to: string,
	decimals: number,
): BankOpening {
	const place = [`Opening Balance ${index + 1}`];
	const { date, foreign, base } = row;
	const { by, value } = row.accountId as unknown as Picked;
	const account = banks.find(({ id, code }) => (by === 'code' ? code : id) === value);
	if (account === undefined)
		return call.refuse({
			place: [...place, 'Bank Account'],
			value,
			says: 'is no bank account in a foreign currency',
			todo: 'Choose one',
		});
	const day = date as string;
	if (day > to)
		return call.refuse({
			place: [...place, 'Date'],
			value: day,
			says: `is after the period, which ends on ${to}`,
			todo: 'Give a balance of an earlier day, or choose a later Period',
		});
	return { accountId: account.id, date: day, foreign: minorOf(foreign, account.decimals), base: minorOf(base, decimals) };
}

/**
 * Opening balances that people give; rows that lack something are refused before. Refuses one of another kind of account, or of a day
 * after the period.
 * @param to the last day of the period
 * @param decimals of the base currency
 */
export function openingsOf(
	call: Refusing,
	rows: unknown,
	banks: readonly Account[],
	to: string,
	decimals: number,
): BankOpening[] {
	const openings = objectsIn(rows).map((row, index) => openingIn(call, row, index, banks, to, decimals));
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
