// Actual amounts beside the journals of the sandbox, and both profits beside its own reports.

import type { IDataObject } from 'n8n-workflow';
import type { Line, Runs } from './tie';
import { addTo, cents, sideBySide } from './tie';

const isGain = (account: IDataObject | undefined): boolean => String(account?.SystemAccount ?? '').endsWith('CURRENCYGAIN');

/** The key of an account: currency gains are one line in some countries. */
const keyOf = (accounts: ReadonlyMap<unknown, IDataObject>, id: unknown): string =>
	id === null || isGain(accounts.get(id)) ? 'currencyGains' : String(id);

const accountsOf = (books: Runs): Map<unknown, IDataObject> =>
	new Map(books.records('Accounts').map((account) => [account.AccountID, account]));

/** What journals moved on income and expenses, as a profit and loss shows it, by AccountID; currency gains together. */
function ofJournals(books: Runs, from: string, to: string): Map<string, number> {
	const accounts = accountsOf(books);
	const sums = new Map<string, number>();
	for (const { JournalDate, JournalLines } of books.records('Journals')) {
		const day = String(JournalDate).slice(0, 10);
		if (day < from || day > to) continue;
		for (const { AccountID, NetAmount } of JournalLines as IDataObject[]) {
			const { Class } = accounts.get(AccountID)!;
			if (Class !== 'REVENUE' && Class !== 'EXPENSE') continue;
			addTo(sums, keyOf(accounts, AccountID), (Class === 'REVENUE' ? -1 : 1) * cents(NetAmount));
		}
	}
	return sums;
}

/** Nothing where the organisation has no budget. */
export async function budgetTies(books: Runs, from: string, to: string): Promise<Line[]> {
	if (!books.records('Budgets').some(({ Type }) => Type === 'OVERALL')) return [];
	const asked = { period: 'custom', fromDate: from, toDate: to, columns: 'fullYear' };
	const { rows, calls } = await books.run('statement.budgetVsActual', asked);
	const accounts = accountsOf(books);
	const ours = new Map<string, number>();
	for (const { rowType, column, accountId, actual } of rows)
		if (rowType === 'row' && column === 'period') addTo(ours, keyOf(accounts, accountId), cents(actual));
	const checks = rows.filter(({ rowType }) => rowType === 'check');
	return [
		{
			...{ report: 'Budget vs Actual', of: `${from} to ${to}, each account` },
			...sideBySide(ours, ofJournals(books, from, to)),
			calls,
		},
		...checks.map(({ check, column, ours: here, xeros, difference }): Line => ({
			...{ report: 'Budget vs Actual', of: `${from} to ${to}, ${String(check)} ${String(column)}`, held: 1 },
			...{ ours: cents(here), xeros: cents(xeros), apart: Math.abs(cents(difference)), calls },
		})),
	];
}
