import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { cents, Ledger, sum } from './ledgerOf';
import { byId, staged } from './stage';

const on = staged({ seed: 'demo', shared: true, limits: { minute: 10_000 } });
let ledger: Ledger;
beforeAll(() => {
	ledger = new Ledger(on);
});

/** Today in the organisation, and days counted from it. */
const today = () => DateTime.fromMillis(on.clock.now(), { zone: 'Pacific/Auckland' });
const iso = (day: DateTime) => day.toFormat('yyyy-MM-dd');
const monthEnd = (back: number) => today().minus({ months: back }).endOf('month');
const startOf = (end: DateTime) => iso(end.startOf('month'));
/** The organisation's year begins in April. */
const yearStart = (day: string) => {
	const at = DateTime.fromISO(day);
	return `${at.month >= 4 ? at.year : at.year - 1}-04-01`;
};

const rows = async (what: string, parameters: INodeParameters = {}) => {
	const { json, error } = await on.run(`report.${what}`, { output: 'rows', ...parameters });
	expect([what, error]).toEqual([what, '']);
	return json;
};
const labelled = (found: readonly IDataObject[], label: string) => found.find((one) => one.label === label)!;
const valuesOf = (one: IDataObject) => one.values as Array<number | null>;
/** Names of the columns of a row, in order. */
const columnsOf = (one: IDataObject) =>
	Object.keys(one).slice(Object.keys(one).indexOf('label') + 1, Object.keys(one).indexOf('accountId'));
const ofAccounts = (found: readonly IDataObject[]) => found.filter(({ accountId }) => accountId !== null);
/** An amount as a statement shows it: debits of assets and expenses, credits of the others. */
const shown = (account: string, amount: number) =>
	['ASSET', 'EXPENSE'].includes(ledger.accounts.get(account)!.Class) ? amount : -amount + 0;
/** Every account that has something in one of the columns, with its amounts. */
const expected = (columns: ReadonlyArray<Map<string, number>>, classes: readonly string[]) =>
	[...ledger.accounts.values()]
		// Gains and losses of currencies are one line in Xero's standard layout, which names no account.
		.filter(({ Class, SystemAccount = '' }) => classes.includes(Class) && !/CURRENCYGAIN$/.test(SystemAccount))
		.map(({ AccountID }) => [AccountID, columns.map((one) => shown(AccountID, one.get(AccountID) ?? 0))] as const)
		.filter(([, amounts]) => amounts.some((amount) => amount !== 0))
		.sort();
const got = (found: readonly IDataObject[]) =>
	ofAccounts(found)
		.map((one) => [String(one.accountId), valuesOf(one).map(cents)] as const)
		.sort();

describe('The trial balance', () => {
	it('of a day in the middle of a month says of each account what moved and what stands, and adds up to nothing', async () => {
		const date = iso(monthEnd(2).set({ day: 15 }));
		const found = await rows('trialBalance', { date });
		const [month, year] = [ledger.moved(startOf(monthEnd(2)), date), ledger.standing(date, yearStart(date))];
		const sides = ofAccounts(found).map((one) => {
			const [debit, credit, yearDebit, yearCredit] = valuesOf(one).map((value) => cents(value ?? 0)) as [
				number,
				number,
				number,
				number,
			];
			return [String(one.accountId), debit - credit, yearDebit - yearCredit] as const;
		});
		expect(sides.filter(([id, moved, stands]) => moved !== (month.get(id) ?? 0) || stands !== (year.get(id) ?? 0))).toEqual([]);
		const silent = [...year].filter(([id, amount]) => amount !== 0 && !sides.some(([one]) => one === id));
		expect(silent).toEqual([]);
		expect([sum(sides.map(([, moved]) => moved)), sum(sides.map(([, , stands]) => stands))]).toEqual([0, 0]);
		expect(sides.length).toBeGreaterThan(20);
		// Each row has one side: the other cell is empty, which is not nought.
		expect(ofAccounts(found).every((one) => valuesOf(one).filter((value) => value === null).length === 2)).toBe(true);
		const total = labelled(found, 'Total');
		expect(total).toMatchObject({ rowType: 'SummaryRow', computed: true, section: '', accountId: null });
		expect(columnsOf(total)).toEqual(['Debit', 'Credit', 'YTD Debit', 'YTD Credit']);
		expect([total.Debit, total['YTD Debit']]).toEqual([total.Credit, total['YTD Credit']]);
	});

	it('stands in five sections, and its accounts are those of Account › Get Many', async () => {
		const found = await rows('trialBalance');
		expect([...new Set(found.map(({ section }) => section))]).toEqual([
			'Revenue',
			'Expenses',
			'Assets',
			'Liabilities',
			'Equity',
			'',
		]);
		const { json } = await on.run('account.getAll', { returnAll: true });
		const names = new Map(
			json.map(({ AccountID, Name, Code }) => [AccountID, Code ? `${String(Name)} (${String(Code)})` : Name]),
		);
		expect(ofAccounts(found).map(({ label }) => label)).toEqual(
			ofAccounts(found).map(({ accountId }) => names.get(accountId as string)),
		);
	});
});

describe('The balance sheet', () => {
	it.each([
		['of accruals', {}],
		['of cash', { paymentsOnly: true }],
	])('%s balances in each column, with totals under their sections', async (_, options) => {
		const found = await rows('balanceSheet', { date: iso(monthEnd(1)), options: { ...options, periods: 3, timeframe: 'MONTH' } });
		const net = labelled(found, 'Net Assets');
		expect(net).toMatchObject({ section: '', sectionPath: [], rowType: 'Row', computed: true, accountId: null });
		expect(valuesOf(net)).toHaveLength(4);
		expect(valuesOf(net)).toEqual(valuesOf(labelled(found, 'Total Equity')));
		expect(valuesOf(net).map(cents)).toEqual(
			[0, 1, 2, 3].map((at) => {
				const [assets, debts] = ['Total Assets', 'Total Liabilities'].map((label) => cents(valuesOf(labelled(found, label))[at]));
				return assets! - debts!;
			}),
		);
		expect(labelled(found, 'Total Bank')).toMatchObject({
			sectionPath: ['Assets', 'Bank'],
			section: 'Assets / Bank',
			computed: true,
		});
		expect(labelled(found, 'Total Assets').sectionPath).toEqual(['Assets']);
		expect(labelled(found, 'Total Current Liabilities').sectionPath).toEqual(['Liabilities', 'Current Liabilities']);
		expect(labelled(found, 'Current Year Earnings')).toMatchObject({ sectionPath: ['Equity'], computed: true, accountId: null });
	});

	it('is what the ledger holds at the ends of the months, in a column each', async () => {
		const ends = [1, 2, 3].map(monthEnd);
		const found = await rows('balanceSheet', { date: iso(ends[0]!), options: { periods: 2, timeframe: 'MONTH' } });
		const columns = ends.map((end) => ledger.standing(iso(end), yearStart(iso(end))));
		expect(columnsOf(found[0]!)).toEqual(ends.map((end) => end.toFormat('d LLL yyyy')));
		expect(got(found)).toEqual(expected(columns, ['ASSET', 'LIABILITY', 'EQUITY']));
		const earned = labelled(found, 'Current Year Earnings');
		expect(valuesOf(earned).map(cents)).toEqual(ends.map((end) => ledger.profit(yearStart(iso(end)), iso(end))));
	});

	it('of one tracking option balances as well', async () => {
		const { results } = await on.search('trackingOption', 'north');
		const trackingOptionID1 = { __rl: true, mode: 'list', value: results[0]!.value };
		const found = await rows('balanceSheet', { options: { trackingOptionID1 } });
		expect(valuesOf(labelled(found, 'Net Assets'))).toEqual(valuesOf(labelled(found, 'Total Equity')));
		expect(labelled(found, 'Tracking Transfers').accountId).toEqual(expect.any(String));
	});
});

describe('The profit and loss', () => {
	it('of some days is what the ledger earned in them, account by account', async () => {
		const [fromDate, toDate] = [iso(monthEnd(4).set({ day: 10 })), iso(monthEnd(1).set({ day: 5 }))];
		const found = await rows('profitAndLoss', { fromDate, toDate });
		expect(got(found)).toEqual(expected([ledger.moved(fromDate, toDate)], ['REVENUE', 'EXPENSE']));
		expect(cents(valuesOf(labelled(found, 'Net Profit'))[0])).toBe(ledger.profit(fromDate, toDate));
		const gains = [...ledger.accounts.values()].filter(({ SystemAccount = '' }) => /CURRENCYGAIN$/.test(SystemAccount));
		const moved = ledger.moved(fromDate, toDate);
		expect(labelled(found, 'Foreign Currency Gains and Losses')).toMatchObject({
			section: 'Less Operating Expenses',
			accountId: null,
			computed: false,
			attributes: { account: 'FXGROUPID' },
			values: [sum(gains.map(({ AccountID }) => moved.get(AccountID) ?? 0)) / 100],
		});
		const computed = found.filter((one) => one.computed).map(({ label }) => label);
		expect(computed).toEqual(expect.arrayContaining(['Total Income', 'Gross Profit', 'Total Operating Expenses', 'Net Profit']));
		expect(found.filter((one) => one.computed && one.accountId !== null)).toEqual([]);
	});

	it('compared with earlier periods has a column for each of them', async () => {
		const end = [1, 2, 3].map(monthEnd).find(({ day }) => day === 31)!;
		const found = await rows('profitAndLoss', {
			fromDate: startOf(end),
			toDate: iso(end),
			options: { periods: 2, timeframe: 'MONTH' },
		});
		const ends = [0, 1, 2].map((back) => end.minus({ months: back }).endOf('month'));
		expect(columnsOf(found[0]!)).toEqual(ends.map((one) => one.toFormat('d LLL yy')));
		expect(valuesOf(labelled(found, 'Net Profit')).map(cents)).toEqual(ends.map((one) => ledger.profit(startOf(one), iso(one))));
	});

	it('by a tracking category has a column for each option, for what has none, and for all', async () => {
		const [fromDate, toDate] = [startOf(monthEnd(2)), iso(monthEnd(1))];
		const { results } = await on.search('trackingCategory', 'region');
		const trackingCategoryID = { __rl: true, mode: 'list', value: results[0]!.value };
		const found = await rows('profitAndLoss', { fromDate, toDate, options: { trackingCategoryID } });
		const regions = ['Central', 'East', 'North', 'South', 'West'];
		expect(columnsOf(found[0]!)).toEqual([...regions, 'Unassigned', 'Total']);
		const columns = [
			...regions.map((name) => ledger.moved(fromDate, toDate, ({ Region }) => Region === name)),
			ledger.moved(fromDate, toDate, ({ Region }) => Region === undefined),
			ledger.moved(fromDate, toDate),
		];
		expect(got(found)).toEqual(expected(columns, ['REVENUE', 'EXPENSE']));
		const profit = labelled(found, 'Net Profit');
		expect(cents(profit.Total)).toBe(sum(valuesOf(profit).slice(0, -1).map(cents)));
		expect(cents(profit.Total)).toBe(ledger.profit(fromDate, toDate));
		expect(cents(profit.Unassigned)).toBe(ledger.profit(fromDate, toDate, ({ Region }) => Region === undefined));
	});

	it('by two categories has a column for each pair; an option narrows it to one', async () => {
		const value = async (list: string, filter: string) => ({
			__rl: true,
			mode: 'list',
			value: (await on.search(list, filter)).results[0]!.value,
		});
		const both = {
			trackingCategoryID: await value('trackingCategory', 'region'),
			trackingCategoryID2: await value('trackingCategory', 'department'),
		};
		const [wide] = await rows('profitAndLoss', { options: both });
		expect(columnsOf(wide!)).toHaveLength(6 * 5 + 1);
		const trackingOptionID = await value('trackingOption', 'region: north');
		expect(columnsOf((await rows('profitAndLoss', { options: { trackingOptionID } }))[0]!)).toEqual(['North']);
		const { error } = await on.run('report.profitAndLoss', {
			options: { trackingOptionID: byId(String(trackingOptionID.value).split('/')[1]!) },
		});
		expect(error).toContain(
			'Item 1: Tracking Category is missing. Xero takes an option by its ID only together with its category: add it in Options',
		);
	});

	it('of forty months is forty calls, and each row belongs to its month', async () => {
		const months = Array.from({ length: 40 }, (_, index) => monthEnd(39 - index)).map((end) => ({
			from: startOf(end),
			to: iso(end),
		}));
		on.sandbox.forget();
		const { json, pairs, error } = await on.run(
			'report.profitAndLoss',
			{ output: 'rows', fromDate: '={{ $json.from }}', toDate: '={{ $json.to }}' },
			months,
		);
		expect(error).toBe('');
		expect(on.called('GET /Reports/ProfitAndLoss')).toHaveLength(40);
		const profits = json.map((one, at) => [pairs[at], one] as const).filter(([, { label }]) => label === 'Net Profit');
		expect(profits.map(([item]) => item)).toEqual(months.map((_, item) => item));
		expect(profits.map(([, one]) => cents(valuesOf(one)[0]))).toEqual(months.map(({ from, to }) => ledger.profit(from, to)));
		expect(profits.filter(([, one]) => valuesOf(one)[0] !== 0).length).toBeGreaterThan(10);
	});
});
