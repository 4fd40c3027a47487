// The trial balance by tracking option beside the journals of the sandbox.

import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Line, Runs } from './tie';
import { addTo, cents, sideBySide } from './tie';

const isProfit = ({ Class }: IDataObject): boolean => Class === 'REVENUE' || Class === 'EXPENSE';

/** What journals have by option and account at the end of a day, years before in Retained Earnings. */
function ofJournals(books: Runs, category: IDataObject, yearStart: string, day: string): Map<string, number> {
	const accounts = new Map(books.records('Accounts').map((account) => [account.AccountID, account]));
	const retained = [...accounts.values()].find(({ SystemAccount }) => SystemAccount === 'RETAINEDEARNINGS')!;
	const sums = new Map<string, number>();
	for (const { JournalDate, JournalLines } of books.records('Journals')) {
		const date = String(JournalDate).slice(0, 10);
		if (date > day) continue;
		for (const { AccountID, NetAmount, TrackingCategories } of JournalLines as IDataObject[]) {
			const tracking = (TrackingCategories as IDataObject[]).find(({ Name }) => Name === category.Name);
			const account = accounts.get(AccountID as string)!;
			const { AccountID: id } = date < yearStart && isProfit(account) ? retained : account;
			addTo(sums, `${String(tracking?.Option ?? 'Unassigned')} ${String(id)}`, cents(NetAmount));
		}
	}
	return sums;
}

/** The day after the latest year end before a day. */
function yearStartOf(books: Runs, day: string): string {
	const [{ FinancialYearEndDay, FinancialYearEndMonth } = {}] = books.records('Organisations');
	const of = (year: number): string =>
		new Date(Date.UTC(year, Number(FinancialYearEndMonth) - 1, Number(FinancialYearEndDay) + 1)).toISOString().slice(0, 10);
	const [year] = day.split('-').map(Number) as [number];
	return of(year) <= day ? of(year) : of(year - 1);
}

/** Each account of each option of the first category, beside journals. */
export async function trackingTies(books: Runs, day: string): Promise<Line[]> {
	const [category] = books.records('TrackingCategories');
	if (category === undefined) return [];
	const picked = { __rl: true, mode: 'id', value: category.TrackingCategoryID };
	const asked = { trackingCategory: picked, asOf: 'custom', date: day } as unknown as INodeParameters;
	const { rows, calls } = await books.run('statement.trialBalanceByTracking', asked);
	const ours = new Map<string, number>();
	for (const { level, rowType, option, accountId, balance } of rows)
		if (rowType === 'row' && level === 'account') addTo(ours, `${String(option)} ${String(accountId)}`, cents(balance));
	const transfers = rows.filter(({ check }) => check === 'trackingTransfers' || check === 'profitOfOptions');
	const sum = (key: string): number => transfers.reduce((all, row) => all + Math.abs(cents(row[key])), 0);
	return [
		{
			...{ report: 'Trial Balance by Tracking', of: `${day}, each option and account` },
			...sideBySide(ours, ofJournals(books, category, yearStartOf(books, day), day)),
			calls,
		},
		{
			...{ report: 'Trial Balance by Tracking', of: `${day}, profit and Tracking Transfers`, held: transfers.length },
			...{ ours: sum('ours'), xeros: sum('xeros'), calls },
			apart: Math.max(0, ...transfers.map((row) => Math.abs(cents(row.difference)))),
		},
	];
}
