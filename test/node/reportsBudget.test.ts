import { DateTime } from 'luxon';
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

const monthEnd = (back: number) =>
	DateTime.fromMillis(on.openedAt, { zone: 'Pacific/Auckland' }).minus({ months: back }).endOf('month').toISODate()!;
const inMonthOf = (day: string, of: string) => `${of.slice(0, 8)}${day}`;

/** Three months until the end of the last one. */
const FROM = () => inMonthOf('01', monthEnd(3));
const TO = () => monthEnd(1);
const quarter = () => ({ period: 'custom', fromDate: FROM(), toDate: TO() });
const months = () => [3, 2, 1].map((back) => monthEnd(back).slice(0, 7));

/** The financial year that the quarter ends in; it begins in April. */
const yearStart = () => `${TO().slice(5) < '04-01' ? Number(TO().slice(0, 4)) - 1 : TO().slice(0, 4)}-04-01`;
const yearEnd = () => `${Number(yearStart().slice(0, 4)) + 1}-03-31`;

const report = async (parameters: INodeParameters = {}) => {
	const { json, items, hints, error } = await on.report('statement.budgetVsActual', { ...quarter(), ...parameters });
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

/** What is planned for the months of the year after the quarter. */
async function ahead(): Promise<Map<string, number>> {
	const next = DateTime.fromISO(TO()).plus({ days: 1 }).toFormat('yyyy-MM');
	return next > yearEnd().slice(0, 7) ? new Map() : await planned('Overall Budget', next, yearEnd().slice(0, 7));
}

/** What the ledger moved on an account, as a profit and loss shows it. */
const earned = (moved: ReadonlyMap<string, number>, id: string) =>
	(ledger.accounts.get(id)!.Class === 'REVENUE' ? -1 : 1) * (moved.get(id) ?? 0) + 0;

describe('Budget vs Actual, through n8n', () => {
	it('is what the ledger earned beside what the overall budget has, account by account', async () => {
		const { json } = await report();
		const rows = rowsOf(json, 'period');
		const [moved, budget] = [ledger.moved(FROM(), TO()), await planned('Overall Budget', months()[0]!, months()[2]!)];
		expect(rows.map(({ accountId, actual, budget: of }) => [accountId, cents(actual), cents(of)])).toEqual(
			rows.map(({ accountId }) => [accountId, earned(moved, String(accountId)), budget.get(String(accountId)) ?? 0]),
		);
		expect(sum(rows.map((row) => cents(row.budget)))).toBe(sum([...budget.values()]));
		const net = json.find(({ level }) => level === 'netProfit')!;
		expect(cents(net.actual)).toBe(ledger.profit(FROM(), TO()));
		expect(json.filter(({ rowType }) => rowType === 'check').map(({ check, status }) => [check, status])).toEqual([
			['netProfitActual', 'ties'],
			['netProfitBudget', 'ties'],
		]);
	});

	it('of each month adds up to the period', async () => {
		const [each, period] = [(await report({ columns: 'months' })).json, (await report()).json];
		const total = (key: string) => sum(each.filter(({ level }) => level === 'netProfit').map((row) => cents(row[key])));
		const whole = period.find(({ level }) => level === 'netProfit')!;
		expect([total('actual'), total('budget')]).toEqual([cents(whole.actual), cents(whole.budget)]);
		expect([...new Set(each.map(({ month }) => month))]).toEqual([...months(), null]);
		const checks = each.filter(({ rowType }) => rowType === 'check');
		expect(checks.map(({ check, month, status }) => [check, month, status])).toEqual([
			['netProfitActual', months()[0], 'ties'],
			['netProfitActual', months()[1], 'ties'],
			['netProfitActual', months()[2], 'ties'],
			['netProfitBudget', null, 'ties'],
		]);
	});

	it('of the full year is what was earned so far and what is planned for the months to come', async () => {
		const { json } = await report({ columns: 'fullYear' });
		const [moved, later] = [ledger.moved(yearStart(), TO()), await ahead()];
		const rows = rowsOf(json, 'fullYear');
		expect(rows.map(({ accountId, forecast }) => [accountId, cents(forecast)])).toEqual(
			rows.map(({ accountId }) => [accountId, earned(moved, String(accountId)) + (later.get(String(accountId)) ?? 0)]),
		);
		expect(json.filter(({ check }) => check === 'netProfitBudget')).toMatchObject([
			{ status: 'ties', from: yearStart(), to: yearEnd(), column: 'fullYear' },
		]);
	});

	it('of a tracking option is what was booked for it', async () => {
		const { json } = await report({ options: { budget: byId(idOf('North budget')) } });
		const moved = ledger.moved(FROM(), TO(), ({ Region }) => Region === 'North');
		const budget = await planned('North budget', months()[0]!, months()[2]!);
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
		const { hints, items } = await report({ fromDate: inMonthOf('10', TO()), options: { alsoAsPage: true, tieOut: false } });
		expect(hints.join()).toContain(`has a part of ${months()[2]} alone, whose budget counts in full`);
		expect(items[0]!.binary!.page).toMatchObject({ fileName: `Budget vs Actual ${TO()}.html` });
	});

	it('reads the budget, a profit and loss for each range of days, and the summary', async () => {
		on.sandbox.forget();
		await report({ columns: 'fullYear' });
		const called = ['/Budgets', '/Reports/ProfitAndLoss', '/Reports/BudgetSummary', '/Organisation', '/Accounts'].map(
			(path) => on.called(`GET ${path}`).length,
		);
		// The year so far is the quarter where the year began with it.
		expect(called).toEqual([1, FROM() === yearStart() ? 1 : 2, 1, 1, 1]);
		expect(on.queries(`GET /Budgets/${idOf('Overall Budget')}`)).toEqual([
			{ DateFrom: FROM() < yearStart() ? FROM() : yearStart(), DateTo: yearEnd() },
		]);
	});

	it('is refused where the period takes more calls than it may', async () => {
		const { error } = await on.report('statement.budgetVsActual', { ...quarter(), columns: 'months', options: { mostCalls: 6 } });
		expect(error.split('\n')[0]).toBe(
			'Item 1, Most Calls “6”: is less than the 8 calls to Xero that this takes so far. Raise it, or choose a shorter Period, or switch off Tie-Out',
		);
	});
});
