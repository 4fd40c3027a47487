import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { cents, Ledger, sum } from './ledgerOf';
import { byId, staged } from './stage';

const on = staged({ seed: 'demo', shared: true, limits: { minute: 10_000 } });
let ledger: Ledger;
let budgets: IDataObject[];
beforeAll(async () => {
	ledger = new Ledger(on);
	budgets = (await on.run('budget.getAll', { returnAll: true, simplify: false })).json;
});

const QUARTER = { period: 'custom', fromDate: '2026-08-01', toDate: '2026-10-31' };

const report = async (parameters: INodeParameters = {}) => {
	const { json, items, hints, error } = await on.report('statement.budgetVsActual', { ...QUARTER, ...parameters });
	expect(error).toBe('');
	return { json, items, hints };
};

const rowsOf = (json: readonly IDataObject[], column: string) =>
	json.filter((row) => row.rowType === 'row' && row.column === column && row.accountId !== null);

const idOf = (name: string) => String(budgets.find(({ Description }) => Description === name)!.BudgetID);

/** Amounts of a budget by AccountID in some months, in cents. */
async function planned(name: string, from: string, to: string): Promise<Map<string, number>> {
	const options = { DateFrom: `${from}-01`, DateTo: `${to}-28` };
	const { json } = await on.run('budget.get', { BudgetID: byId(idOf(name)), simplify: false, options });
	return new Map(
		(json[0]!.BudgetLines as IDataObject[]).map(({ AccountID, BudgetBalances }) => [
			String(AccountID),
			sum((BudgetBalances as IDataObject[]).map(({ Amount }) => cents(Amount))),
		]),
	);
}

/** What the ledger moved on an account, as a profit and loss shows it. */
const earned = (moved: ReadonlyMap<string, number>, id: string) =>
	(ledger.accounts.get(id)!.Class === 'REVENUE' ? -1 : 1) * (moved.get(id) ?? 0) + 0;

describe('Budget vs Actual, through n8n', () => {
	it('is what the ledger earned beside what the overall budget has, account by account', async () => {
		const { json } = await report();
		const rows = rowsOf(json, 'period');
		const [moved, budget] = [ledger.moved('2026-08-01', '2026-10-31'), await planned('Overall Budget', '2026-08', '2026-10')];
		expect(rows.map(({ accountId, actual, budget: of }) => [accountId, cents(actual), cents(of)])).toEqual(
			rows.map(({ accountId }) => [accountId, earned(moved, String(accountId)), budget.get(String(accountId)) ?? 0]),
		);
		expect(sum(rows.map((row) => cents(row.budget)))).toBe(sum([...budget.values()]));
		const net = json.find(({ level }) => level === 'netProfit')!;
		expect(cents(net.actual)).toBe(ledger.profit('2026-08-01', '2026-10-31'));
		expect(json.filter(({ rowType }) => rowType === 'check').map(({ check, status }) => [check, status])).toEqual([
			['netProfitActual', 'ties'],
			['netProfitBudget', 'ties'],
		]);
	});

	it('of each month adds up to the period', async () => {
		const [months, period] = [(await report({ columns: 'months' })).json, (await report()).json];
		const total = (key: string) => sum(months.filter(({ level }) => level === 'netProfit').map((row) => cents(row[key])));
		const whole = period.find(({ level }) => level === 'netProfit')!;
		expect([total('actual'), total('budget')]).toEqual([cents(whole.actual), cents(whole.budget)]);
		expect([...new Set(months.map(({ month }) => month))]).toEqual(['2026-08', '2026-09', '2026-10', null]);
		const checks = months.filter(({ rowType }) => rowType === 'check');
		expect(checks.map(({ check, month, status }) => [check, month, status])).toEqual([
			['netProfitActual', '2026-08', 'ties'],
			['netProfitActual', '2026-09', 'ties'],
			['netProfitActual', '2026-10', 'ties'],
			['netProfitBudget', null, 'ties'],
		]);
	});

	it('of the full year is what was earned so far and what is planned for the months to come', async () => {
		const { json } = await report({ columns: 'fullYear' });
		const [moved, ahead] = [ledger.moved('2026-04-01', '2026-10-31'), await planned('Overall Budget', '2026-11', '2027-03')];
		const rows = rowsOf(json, 'fullYear');
		expect(rows.map(({ accountId, forecast }) => [accountId, cents(forecast)])).toEqual(
			rows.map(({ accountId }) => [accountId, earned(moved, String(accountId)) + (ahead.get(String(accountId)) ?? 0)]),
		);
		expect(json.filter(({ check }) => check === 'netProfitBudget')).toMatchObject([
			{ status: 'ties', from: '2026-04-01', to: '2027-03-31', column: 'fullYear' },
		]);
	});

	it('of a tracking option is what was booked for it', async () => {
		const { json } = await report({ options: { budget: byId(idOf('North budget')) } });
		const moved = ledger.moved('2026-08-01', '2026-10-31', ({ Region }) => Region === 'North');
		const budget = await planned('North budget', '2026-08', '2026-10');
		const rows = rowsOf(json, 'period');
		expect(rows.map(({ accountId, actual, budget: of }) => [accountId, cents(actual), cents(of)])).toEqual(
			rows.map(({ accountId }) => [accountId, earned(moved, String(accountId)), budget.get(String(accountId)) ?? 0]),
		);
		expect(rows.some(({ actual }) => actual !== 0)).toBe(true);
		expect(json.at(-1)).toMatchObject({
			...{ check: 'netProfitBudget', status: 'notChecked', xeros: null },
			note: 'Xero’s budget summary is of the overall budget alone.',
		});
	});

	it('says that a budget of a month of which the period has a part counts in full', async () => {
		const { hints, items } = await report({ fromDate: '2026-10-10', options: { alsoAsPage: true, tieOut: false } });
		expect(hints.join()).toContain('has a part of 2026-10 alone, whose budget counts in full');
		expect(items[0]!.binary!.page).toMatchObject({ fileName: 'Budget vs Actual 2026-10-31.html' });
	});

	it('reads the budget, a profit and loss for each range of days, and the summary', async () => {
		on.sandbox.forget();
		await report({ columns: 'fullYear' });
		const called = ['/Budgets', '/Reports/ProfitAndLoss', '/Reports/BudgetSummary', '/Organisation', '/Accounts'].map(
			(path) => on.called(`GET ${path}`).length,
		);
		expect(called).toEqual([1, 2, 1, 1, 1]);
		expect(on.queries(`GET /Budgets/${idOf('Overall Budget')}`)).toEqual([{ DateFrom: '2026-04-01', DateTo: '2027-03-31' }]);
	});

	it('is refused where the period takes more calls than it may', async () => {
		const { error } = await on.report('statement.budgetVsActual', { ...QUARTER, columns: 'months', options: { mostCalls: 6 } });
		expect(error.split('\n')[0]).toBe(
			'Item 1, Most Calls “6”: is less than the 8 calls to Xero that this takes so far. Raise it, or choose a shorter Period',
		);
	});
});
