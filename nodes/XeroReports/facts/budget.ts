// A budget of Xero as amounts by account and month.

import type { IDataObject } from 'n8n-workflow';
import { objectsIn } from '../../shared/model/values';
import { dayOfMsDate } from '../rows/days';
import type { Accounts } from './accounts';
import { minorOf } from './money';

/** A tracking option that a budget is of. */
export interface BudgetOption {
	readonly categoryId: string;
	readonly optionId: string;
	readonly option: string;
}

/** A budget: income and expenses both above zero, as Xero has them. */
export interface Budget {
	readonly id: string;
	readonly name: string;
	readonly isOverall: boolean;
	/** Options it is of: none for the overall budget, at most two. */
	readonly options: readonly BudgetOption[];
	/** Minor units of the base currency by AccountID, then by month (YYYY-MM); a month without an amount is nothing. */
	readonly amounts: ReadonlyMap<string, ReadonlyMap<string, bigint>>;
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** The month of a balance: "2019-08", or a date in one. */
const monthOf = ({ Period }: IDataObject): string => (dayOfMsDate(Period) ?? text(Period)).slice(0, 7);

/** The months of a line, together with those of an earlier line of the same account. */
function monthsOf(line: IDataObject, decimals: number, earlier: ReadonlyMap<string, bigint> = new Map()): Map<string, bigint> {
	const months = new Map(earlier);
	for (const balance of objectsIn(line.BudgetBalances)) {
		const month = monthOf(balance);
		// Amounts may be texts in Xero's answers.
		months.set(month, (months.get(month) ?? 0n) + minorOf(balance.Amount ?? balance.UnitAmount, decimals));
	}
	return months;
}

/**
 * @param record of GET /Budgets/{BudgetID}
 * @param decimals of the base currency
 */
export function budgetOf(record: IDataObject, accounts: Accounts, decimals: number): Budget {
	const isOverall = text(record.Type) === 'OVERALL';
	const amounts = new Map<string, Map<string, bigint>>();
	for (const line of objectsIn(record.BudgetLines)) {
		const id = text(line.AccountID);
		const account = accounts.byId.get(id) ?? accounts.byCode.get(text(line.AccountCode));
		const key = account?.id ?? id;
		amounts.set(key, monthsOf(line, decimals, amounts.get(key)));
	}
	return {
		id: text(record.BudgetID),
		name: text(record.Description) || (isOverall ? 'Overall Budget' : 'Budget'),
		isOverall,
		options: objectsIn(record.Tracking).map(({ TrackingCategoryID, TrackingOptionID, Option }) => ({
			categoryId: text(TrackingCategoryID),
			optionId: text(TrackingOptionID),
			option: text(Option),
		})),
		amounts,
	};
}
