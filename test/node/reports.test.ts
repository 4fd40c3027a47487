import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { consentScopes } from '../../sandbox/scopes';
import { cents, Ledger, sum } from './ledgerOf';
import { byId, HARBOUR, KERERU, staged } from './stage';

const on = staged({ seed: 'demo', shared: true, limits: { minute: 10_000 } });
let ledger: Ledger;
beforeAll(() => {
	ledger = new Ledger(on);
});
afterEach(() => {
	on.sandbox.clearFaults();
	on.connect();
});

/** A moment in the organisation, and days counted from when the books were made. */
const inZone = (ms: number) => DateTime.fromMillis(ms, { zone: 'Pacific/Auckland' });
const today = () => inZone(on.openedAt);
const iso = (day: DateTime) => day.toFormat('yyyy-MM-dd');
const monthEnd = (back: number) => today().minus({ months: back }).endOf('month');
const startOf = (end: DateTime) => iso(end.startOf('month'));
/** The organisation's year begins in April. */
const yearStart = (day: string) => {
	const at = DateTime.fromISO(day);
	return `${at.month >= 4 ? at.year : at.year - 1}-04-01`;
};
const asOf = (date: string, more: INodeParameters = {}) => ({ asOf: 'custom', date, ...more });
const from = (fromDate: string, toDate: string, more: INodeParameters = {}) => ({ period: 'custom', fromDate, toDate, ...more });

const rows = async (what: string, parameters: INodeParameters = {}) => {
	const { json, error } = await on.report(`statement.${what}`, parameters);
	expect([what, error]).toEqual([what, '']);
	return json;
};
const labelled = (found: readonly IDataObject[], label: string) => found.find((one) => one.label === label)!;
const valuesOf = (one: IDataObject) => one.amounts as Array<number | null>;
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
		const found = await rows('trialBalance', asOf(date));
		const [month, year] = [ledger.moved(startOf(monthEnd(2)), date), ledger.standing(date, yearStart(date))];
		const sides = ofAccounts(found).map(
			({ accountId, movement, balance }) => [String(accountId), cents(movement), cents(balance)] as const,
		);
		expect(sides.filter(([id, moved, stands]) => moved !== (month.get(id) ?? 0) || stands !== (year.get(id) ?? 0))).toEqual([]);
		const silent = [...year].filter(([id, amount]) => amount !== 0 && !sides.some(([one]) => one === id));
		expect(silent).toEqual([]);
		expect([sum(sides.map(([, moved]) => moved)), sum(sides.map(([, , stands]) => stands))]).toEqual([0, 0]);
		expect(sides.length).toBeGreaterThan(20);
		// Each row has one side: the other cell is empty, which is not nought.
		const empty = ({ debit, credit, ytdDebit, ytdCredit }: IDataObject) =>
			[debit, credit, ytdDebit, ytdCredit].filter((value) => value === null).length;
		expect(ofAccounts(found).every((one) => empty(one) === 2)).toBe(true);
		const total = labelled(found, 'Total');
		expect(total).toMatchObject({ rowType: 'total', xeroRowType: 'SummaryRow', computed: true, section: '', accountId: null });
		expect([total.movement, total.balance]).toEqual([0, 0]);
		expect([total.debit, total.ytdDebit]).toEqual([total.credit, total.ytdCredit]);
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
		const { json } = await on.run('account.getAll', { returnAll: true, simplify: false });
		const known = new Map(json.map((one) => [one.AccountID, one]));
		expect(ofAccounts(found).map((one) => [one.accountCode, one.accountName, one.accountType, one.accountClass])).toEqual(
			ofAccounts(found).map(({ accountId }) => {
				const { Code, Name, Type, Class } = known.get(accountId as string)!;
				return [Code || null, Name, Type, Class];
			}),
		);
		expect(new Set(found.map(({ asOf: day }) => day))).toEqual(new Set([iso(monthEnd(1))]));
	});
});

describe('The balance sheet', () => {
	it.each([
		['of accruals', {}, 'accrual'],
		['of cash', { paymentsOnly: true }, 'cash'],
	])('%s balances in each column, with totals under their sections', async (_, options, basis) => {
		const found = await rows('balanceSheet', asOf(iso(monthEnd(1)), { options: { ...options, periods: 3, timeframe: 'MONTH' } }));
		const net = labelled(found, 'Net Assets');
		expect(net).toMatchObject({ section: '', sectionPath: [], xeroRowType: 'Row', rowType: 'total', accountId: null, basis });
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
		// The month before is what As Of begins with.
		const found = await rows('balanceSheet', { options: { periods: 2, timeframe: 'MONTH' } });
		const columns = ends.map((end) => ledger.standing(iso(end), yearStart(iso(end))));
		expect([found[0]!.asOf, ...(found[0]!.comparatives as IDataObject[]).map((one) => one.asOf)]).toEqual(ends.map(iso));
		expect(got(found)).toEqual(expected(columns, ['ASSET', 'LIABILITY', 'EQUITY']));
		const earned = labelled(found, 'Current Year Earnings');
		expect(valuesOf(earned).map(cents)).toEqual(ends.map((end) => ledger.profit(yearStart(iso(end)), iso(end))));
	});

	it('without periods has the year before beside it', async () => {
		const [one] = await rows('balanceSheet');
		expect(one!.comparatives).toMatchObject([{ asOf: iso(monthEnd(13)) }]);
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
		const found = await rows('profitAndLoss', from(fromDate, toDate));
		expect(got(found)).toEqual(expected([ledger.moved(fromDate, toDate)], ['REVENUE', 'EXPENSE']));
		expect(cents(labelled(found, 'Net Profit').amount)).toBe(ledger.profit(fromDate, toDate));
		const gains = [...ledger.accounts.values()].filter(({ SystemAccount = '' }) => /CURRENCYGAIN$/.test(SystemAccount));
		const moved = ledger.moved(fromDate, toDate);
		expect(labelled(found, 'Foreign Currency Gains and Losses')).toMatchObject({
			section: 'Less Operating Expenses',
			accountId: null,
			accountGroup: 'currencyGains',
			rowType: 'row',
			amount: sum(gains.map(({ AccountID }) => moved.get(AccountID) ?? 0)) / 100,
		});
		const totals = found.filter(({ rowType }) => rowType === 'total').map(({ label }) => label);
		expect(totals).toEqual(expect.arrayContaining(['Total Income', 'Gross Profit', 'Total Operating Expenses', 'Net Profit']));
		expect(found.filter((one) => one.computed && one.accountId !== null)).toEqual([]);
	});

	it('with Accounts Only adds up to the profit, totals left out', async () => {
		const [fromDate, toDate] = [startOf(monthEnd(2)), iso(monthEnd(1))];
		const found = await rows('profitAndLoss', from(fromDate, toDate, { rows: 'accounts' }));
		const signed = found.map(({ section, amount }) => cents(amount) * (/^Less/.test(String(section)) ? -1 : 1));
		expect(sum(signed)).toBe(ledger.profit(fromDate, toDate));
		expect(new Set(found.map(({ rowType }) => rowType))).toEqual(new Set(['row']));
	});

	it.each([1, 2])('of a month compared with earlier ones holds whole months, %i months ago', async (back) => {
		const asked = back === 1 ? { period: 'lastMonth' } : from(startOf(monthEnd(back)), iso(monthEnd(back)));
		const found = await rows('profitAndLoss', { ...asked, options: { periods: 2, timeframe: 'MONTH' } });
		const end = DateTime.fromISO(String(found[0]!.to));
		const ends = [0, 1, 2].map((months) => end.minus({ months }).endOf('month'));
		const short = back === 1 && end.day < 31;
		expect(on.called('GET /Reports/ProfitAndLoss')).toHaveLength(short ? 3 : 1);
		if (back === 2 && end.day < 31) return;
		expect(valuesOf(labelled(found, 'Net Profit')).map(cents)).toEqual(ends.map((one) => ledger.profit(startOf(one), iso(one))));
		expect((found[0]!.comparatives as IDataObject[]).map(({ to }) => to)).toEqual(ends.slice(1).map(iso));
		expect(got(found)).toEqual(
			expected(
				ends.map((one) => ledger.moved(startOf(one), iso(one))),
				['REVENUE', 'EXPENSE'],
			),
		);
	});

	it('of last quarter, which ends on the 30th, is asked for quarter by quarter, and says so', async () => {
		const { json, hints } = await on.report('statement.profitAndLoss', { period: 'lastQuarter', options: { periods: 2 } });
		const ends = (json[0]!.comparatives as IDataObject[]).map(({ to }) => String(to));
		const first = String(json[0]!.to);
		const isCut = first.endsWith('-30') && ends.some((end) => end.endsWith('-31'));
		const finding = {
			level: 'warning',
			code: 'periodsAskedOneByOne',
			item: 1,
			field: 'Periods',
			value: null,
			reason: 'each period was asked for by itself, in 3 calls, as Xero would have ended all of them on day 30 of their months',
			calls: 3,
		};
		expect(json.map(({ _findings }) => _findings ?? null)).toEqual([isCut ? [finding] : null, ...json.slice(1).map(() => null)]);
		expect(hints.some((hint) => hint.includes('each period was asked for by itself'))).toBe(isCut);
		const quarters = [first, ...ends].map((end) => [startOf(DateTime.fromISO(end).minus({ months: 2 })), end] as const);
		expect(valuesOf(labelled(json, 'Net Profit')).map(cents)).toEqual(quarters.map(([start, end]) => ledger.profit(start, end)));
	});

	it('by a tracking category has an amount for each option, for what has none, and the total of all', async () => {
		const [fromDate, toDate] = [startOf(monthEnd(2)), iso(monthEnd(1))];
		const { results } = await on.search('trackingCategory', 'region');
		const trackingCategoryID = { __rl: true, mode: 'list', value: results[0]!.value };
		const found = await rows('profitAndLoss', from(fromDate, toDate, { options: { trackingCategoryID } }));
		const regions = ['Central', 'East', 'North', 'South', 'West'];
		const category = on.records('TrackingCategories').find(({ Name }) => Name === 'Region')!;
		const ids = new Map((category.Options as IDataObject[]).map(({ Name, TrackingOptionID }) => [Name, TrackingOptionID]));
		const options = labelled(found, 'Net Profit').options as IDataObject[];
		expect(options.map(({ option, trackingOptionId }) => [option, trackingOptionId])).toEqual([
			...regions.map((name) => [name, ids.get(name)]),
			['Unassigned', null],
		]);
		expect(new Set(options.map(({ trackingCategoryId }) => trackingCategoryId))).toEqual(new Set([results[0]!.value]));
		const columns = [
			...regions.map((name) => ledger.moved(fromDate, toDate, ({ Region }) => Region === name)),
			ledger.moved(fromDate, toDate, ({ Region }) => Region === undefined),
			ledger.moved(fromDate, toDate),
		];
		expect(got(found)).toEqual(expected(columns, ['REVENUE', 'EXPENSE']));
		const profit = labelled(found, 'Net Profit');
		expect(cents(profit.amount)).toBe(sum(options.map(({ amount }) => cents(amount))));
		expect(cents(profit.amount)).toBe(ledger.profit(fromDate, toDate));
		const long = await rows(
			'profitAndLoss',
			from(fromDate, toDate, { layout: 'amounts', rows: 'accounts', options: { trackingCategoryID } }),
		);
		expect(long.length).toBe(6 * found.filter(({ rowType }) => rowType === 'row').length);
		const north = long.filter(({ option }) => option === 'North');
		const signed = north.map(({ section, amount }) => cents(amount) * (/^Less/.test(String(section)) ? -1 : 1));
		expect(sum(signed)).toBe(ledger.profit(fromDate, toDate, ({ Region }) => Region === 'North'));
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
		expect(wide!.options).toHaveLength(6 * 5);
		const trackingOptionID = await value('trackingOption', 'region: north');
		const [narrow] = await rows('profitAndLoss', { options: { trackingOptionID } });
		expect(narrow!.options).toMatchObject([{ option: 'North', amount: narrow!.amount }]);
		const { error } = await on.report('statement.profitAndLoss', {
			options: { trackingOptionID: byId(String(trackingOptionID.value).split('/')[1]!) },
		});
		expect(error).toContain(
			'Item 1: Tracking Category is missing. Xero takes an option by its ID only together with its category: add it in Options',
		);
	});

	it('of forty months is forty calls and one for the accounts, and each row belongs to its month', async () => {
		const months = Array.from({ length: 40 }, (_, index) => monthEnd(39 - index)).map((end) => ({
			from: startOf(end),
			to: iso(end),
		}));
		on.sandbox.forget();
		const { json, pairs, error } = await on.report(
			'statement.profitAndLoss',
			from('={{ $json.from }}', '={{ $json.to }}'),
			months,
		);
		expect(error).toBe('');
		expect([on.called('GET /Reports/ProfitAndLoss').length, on.called('GET /Accounts').length]).toEqual([40, 1]);
		const profits = json.map((one, at) => [pairs[at], one] as const).filter(([, { label }]) => label === 'Net Profit');
		expect(profits.map(([item]) => item)).toEqual(months.map((_, item) => item));
		expect(profits.map(([, one]) => cents(one.amount))).toEqual(months.map(({ from: start, to }) => ledger.profit(start, to)));
		expect(profits.map(([, one]) => [one.from, one.to])).toEqual(months.map(({ from: start, to }) => [start, to]));
		expect(profits.filter(([, one]) => one.amount !== 0).length).toBeGreaterThan(10);
	});
});

describe('A period', () => {
	it('is counted in the time zone of the organisation and from its year end, which are read once', async () => {
		const began = inZone(on.clock.now());
		const { json } = await on.report('statement.profitAndLoss', { period: '={{ $json.period }}' }, [
			{ period: 'lastFinancialYear' },
			{ period: 'yearToDate' },
		]);
		const yearsOf = (day: DateTime) => {
			const start = yearStart(iso(day));
			const before = DateTime.fromISO(start).minus({ days: 1 });
			return [`${yearStart(iso(before))} ${iso(before)}`, `${start} ${iso(day)}`];
		};
		// A day may begin in between.
		const possible = [began, inZone(on.clock.now())].map(yearsOf);
		const days = [...new Set(json.map((one) => `${String(one.from)} ${String(one.to)}`))];
		expect(days).toHaveLength(2);
		for (const [item, span] of days.entries()) expect(possible.map((spans) => spans[item])).toContain(span);
		expect(on.called('GET /Organisation')).toHaveLength(1);
		expect(new Set(json.map(({ organisationId }) => organisationId))).toEqual(new Set([KERERU]));
	});

	it('of one’s own asks for nothing but the report', async () => {
		await rows('trialBalance', asOf('2026-03-31', { layout: 'raw' }));
		expect(on.asked).toEqual(['GET /Reports/TrialBalance']);
	});

	it('is each organisation’s own', async () => {
		const { json } = await on.report('statement.profitAndLoss', {}, [{}], { organisation: byId(HARBOUR) });
		expect(new Set(json.map(({ organisationId }) => organisationId))).toEqual(new Set([HARBOUR]));
	});

	it('in a time zone that is not known is counted in the workflow’s, and says so', async () => {
		const [organisation] = on.records('Organisations');
		on.sandbox.fail({
			match: { path: '/Organisation' },
			what: { kind: 'status', status: 200, body: { Organisations: [{ ...organisation, Timezone: 'MARSSTANDARDTIME' }] } },
		});
		const { json, hints, error } = await on.report('statement.trialBalance');
		expect(error).toBe('');
		expect(json[0]!._findings).toMatchObject([{ code: 'unknownTimeZone', field: 'Timezone', value: 'MARSSTANDARDTIME' }]);
		expect(json[1]).not.toHaveProperty('_findings');
		expect(hints.join()).toContain('Timezone “MARSSTANDARDTIME”: is no time zone that this node knows');
	});
});

describe('Without the scope of the settings', () => {
	const scopes = consentScopes.filter((scope) => !scope.startsWith('accounting.settings'));

	it('a report comes all the same, without codes, and names the scope', async () => {
		on.connect({ scopes });
		const { json, hints, error } = await on.report('statement.profitAndLoss', from(startOf(monthEnd(2)), iso(monthEnd(1))));
		expect(error).toBe('');
		const accounts = ofAccounts(json);
		expect(accounts.length).toBeGreaterThan(3);
		expect(accounts.every(({ accountCode, accountName }) => accountCode === null && accountName === null)).toBe(true);
		expect(accounts.every(({ _findings }) => (_findings as IDataObject[])[0]!.scope === 'accounting.settings.read')).toBe(true);
		expect(labelled(json, 'Net Profit')).not.toHaveProperty('_findings');
		expect(hints.filter((hint) => hint.includes('codes, names and types of accounts could not be read'))).toHaveLength(1);
		expect(hints.join()).toContain('accounting.settings.read');
	});

	it('last month is that of the workflow’s zone, and a financial year is refused', async () => {
		on.connect({ scopes });
		const { json, error } = await on.report('statement.profitAndLoss', { period: 'lastMonth' });
		expect(error).toBe('');
		expect((json[0]!._findings as IDataObject[]).map(({ code }) => code)).toContain('organisationNotRead');
		const { error: year } = await on.report('statement.profitAndLoss', { period: 'lastFinancialYear' });
		expect(year).toContain(
			"Item 1: the organisation's year end is not known, from which quarters and financial years are counted",
		);
	});
});

describe('A report as a page', () => {
	it.each(['balanceSheet', 'profitAndLoss', 'trialBalance', 'budgetSummary', 'executiveSummary'])(
		'of %s stands on the first item, in any layout, and loads nothing',
		async (what) => {
			for (const layout of ['rows', 'amounts', 'raw']) {
				const { items, error } = await on.report(`statement.${what}`, { layout, options: { alsoAsPage: true } });
				expect([what, layout, error]).toEqual([what, layout, '']);
				const [first, ...others] = items;
				expect(first!.binary!.page).toMatchObject({ mimeType: 'text/html', fileExtension: 'html' });
				expect(others.every(({ binary }) => binary === undefined)).toBe(true);
				const html = Buffer.from(first!.binary!.page!.data, 'base64').toString('utf8');
				expect(html).toContain('Kererū Trading (Demo)');
				expect(html).not.toMatch(/https?:|<script|src=/i);
			}
		},
	);
});
