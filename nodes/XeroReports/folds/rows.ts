// What all reports share: the shape of their rows, and the checks at their foot.

import type { IDataObject } from 'n8n-workflow';
import { absolute, amountOf } from '../facts/money';

export type RowType = 'row' | 'total' | 'notInApi' | 'check';

/** Why an amount of the ledger is in none of Xero's lists; a guess by account, and called so. */
export type NotInApiReason =
	| 'payroll'
	| 'stock'
	| 'revaluation'
	| 'depreciationRun'
	| 'openingBalance'
	| 'payments'
	| 'rateMissing'
	| 'notRead'
	| 'rounding'
	| 'unknown';

/**
 * `ties`: to the cent. `rounding`: within the cents that the parts behind it may be rounded by. `explained`: the difference is what the
 * rows “not in the API” come to. `notChecked`: what it is held against could not be read, or says the same by construction.
 */
export type CheckStatus = 'ties' | 'rounding' | 'explained' | 'differs' | 'notChecked';

/** One figure of a report beside the same figure of Xero; minor units of the base currency. */
export interface Check {
	readonly check: string;
	/** Null where what is missing is needed for it, too. */
	readonly ours: bigint | null;
	/** Null where there is nothing to hold it against. */
	readonly xeros: bigint | null;
	readonly status: CheckStatus;
	/** What is so, as a sentence for people. */
	readonly note: string;
	/** The account it is about, where it is about one. */
	readonly accountId?: string;
}

/** What a check comes to. */
export interface Comparison {
	readonly ours: bigint;
	readonly xeros: bigint;
	/** Minor units that roundings behind the figure may come to: one for each part settlement and foreign document. */
	readonly tolerance?: bigint;
	/** What the rows “not in the API” say the difference is. */
	readonly notInApi?: bigint;
}

/** The status of a figure of ours beside one of Xero's. */
export function statusOf({ ours, xeros, tolerance = 0n, notInApi = 0n }: Comparison): CheckStatus {
	const difference = xeros - ours;
	if (difference === 0n) return 'ties';
	if (absolute(difference) <= tolerance) return 'rounding';
	return notInApi !== 0n && difference === notInApi ? 'explained' : 'differs';
}

/** What every row of a report begins with. */
export interface RowHead {
	readonly report: string;
	readonly organisationId: string | null;
}

/** The item of a check; `decimals` of the base currency. */
export function checkRow(head: RowHead, { check, ours, xeros, status, note, accountId }: Check, decimals: number): IDataObject {
	return {
		report: head.report,
		rowType: 'check',
		organisationId: head.organisationId,
		check,
		accountId: accountId || null,
		ours: ours === null ? null : amountOf(ours, decimals),
		xeros: xeros === null ? null : amountOf(xeros, decimals),
		difference: xeros === null || ours === null ? null : amountOf(xeros - ours, decimals),
		status,
		note,
	};
}
