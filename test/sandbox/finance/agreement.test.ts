import fc from 'fast-check';

import { rowOf } from '../accounting/reading';
import type { Json } from '../accounting/desk';
import { settleAll, steps } from '../accounting/steps';
import { type FinanceDesk, openFinance } from './desk';

const whole = (amount: unknown): number => Math.round(Number(amount) * 100);
const add = (amounts: readonly unknown[]): number => amounts.reduce((all: number, one) => all + whole(one), 0);

/** The statements say to the cent what the reports of the Accounting API say of the same days. */
function agree({ finance, books, records }: FinanceDesk, from: string, to: string): void {
	const report = (name: string, query: string) => books.call('GET', `/Reports/${name}?${query}`);
	const sheet = finance.call('GET', `/FinancialStatements/BalanceSheet?balanceDate=${to}`);
	const reported = report('BalanceSheet', `date=${to}&periods=0`);
	for (const [at, row] of [
		['asset.total', 'Total Assets'],
		['liability.total', 'Total Liabilities'],
		['equity.total', 'Total Equity'],
	] as const)
		expect([row, whole(sheet.at(at))]).toEqual([row, whole(rowOf(reported, row)?.[0])]);

	const earned = finance.call('GET', `/FinancialStatements/ProfitAndLoss?startDate=${from}&endDate=${to}`);
	const profit = report('ProfitAndLoss', `fromDate=${from}&toDate=${to}`);
	expect(whole(earned.at('netProfitLoss'))).toBe(whole(rowOf(profit, 'Net Profit')?.[0]));

	const trial = finance.call('GET', `/FinancialStatements/TrialBalance?endDate=${to}`).at('accounts') as Json[];
	const side = (type: string): number =>
		add(trial.map(({ balance }) => balance as Json).map((one) => (one.entryType === type ? one.value : 0)));
	const sums = rowOf(report('TrialBalance', `date=${to}`), 'Total') ?? [];
	expect([side('DEBIT'), side('CREDIT')]).toEqual([whole(sums[2]), whole(sums[3])]);

	const flow = finance.call('GET', `/FinancialStatements/Cashflow?startDate=${from}&endDate=${to}`);
	const banks = rowOf(report('BankSummary', `fromDate=${from}&toDate=${to}`), 'Total') ?? [];
	expect([whole(flow.at('cashBalance.openingCashBalance')), whole(flow.at('cashBalance.closingCashBalance'))]).toEqual([
		whole(banks[0]),
		whole(banks[3]),
	]);
	const activities = flow.at('cashflowActivities') as Json[];
	expect(add(activities.map((one) => one.total))).toBe(whole(flow.at('cashBalance.netCashMovement')));
	for (const { total, cashflowTypes } of activities) {
		expect(add((cashflowTypes as Json[]).map((one) => one.total))).toBe(whole(total));
		for (const type of cashflowTypes as Json[])
			expect(add((type.accounts as Json[]).map((one) => one.total))).toBe(whole(type.total));
	}

	for (const name of ['revenue', 'expense']) {
		const query = `startDate=${from}&endDate=${to}&includeManualJournals=true`;
		const by = finance.call('GET', `/FinancialStatements/contacts/${name}?${query}`);
		expect(whole(by.at('total')) + whole(by.at('manualJournals.total'))).toBe(whole(earned.at(`${name}.total`)));
		const contacts = by.at('contacts') as Json[];
		expect(add(contacts.map((one) => one.total))).toBe(whole(by.at('total')));
		for (const one of [by.body as Json, ...contacts]) {
			const { totalPaid, totalOutstanding, totalCreditedUnApplied } = one.totalDetail as Json;
			expect(whole(totalPaid) + whole(totalOutstanding) - whole(totalCreditedUnApplied)).toBe(whole(one.total));
		}
	}

	// Accounts in the base currency hold in the books what the balance sheet says.
	const onSheet = new Map(
		((sheet.at('asset.accountTypes') as Json[]).find((one) => one.accountType === 'BANK')?.accounts as Json[] | undefined)?.map(
			(one) => [one.accountID, one.total],
		),
	);
	const checked = finance.call('GET', `/CashValidation?balanceDate=${to}&asAtSystemDate=2027-01-01`).body as Json[];
	const base = records('Organisations')[0]?.BaseCurrency;
	for (const { accountId, cashAccount } of checked)
		if ((cashAccount as Json).balanceCurrency === base)
			expect([accountId, whole((cashAccount as Json).accountBalance)]).toEqual([accountId, whole(onSheet.get(accountId) ?? 0)]);
}

describe('The financial statements', () => {
	it('agree with the reports of the Accounting API in the demo data', () => {
		const demo = openFinance('demo');
		agree(demo, '2025-04-01', '2026-03-31');
		agree(demo, '2025-01-01', '2025-06-30');
		agree(openFinance('empty'), '2025-04-01', '2026-03-31');
	});

	it('agree with them whatever happens to the books', () => {
		fc.assert(
			fc.property(steps, (sequence) => {
				const desk = openFinance('small');
				for (const step of sequence) step.run(desk.books);
				agree(desk, '2025-04-01', '2026-03-31');
				agree(desk, '2025-12-01', '2026-01-31');
				settleAll(desk.books, '2026-03-31');
				agree(desk, '2025-04-01', '2026-03-31');
			}),
			{ seed: 20_260_309, numRuns: 8 },
		);
	});
});
