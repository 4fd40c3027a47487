import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { consentScopes } from '../../sandbox/scopes';
import { cents, Ledger } from './ledgerOf';
import { KERERU, staged } from './stage';

const on = staged({ seed: 'demo', shared: true, limits: { minute: 10_000 } });
let ledger: Ledger;
let category: INodeParameters;
let department: INodeParameters;
beforeAll(async () => {
	// Journals need a scope that no credential asks for at first.
	on.connect({ tenants: [KERERU], scopes: [...consentScopes, 'accounting.journals.read'] });
	ledger = new Ledger(on);
	const first = async (filter: string) => ({
		__rl: true,
		mode: 'list',
		value: String((await on.search('trackingCategory', filter)).results[0]!.value),
	});
	[category, department] = [await first('region'), await first('department')];
});

const report = async (date: string, options: IDataObject = {}) => {
	const parameters = { trackingCategory: category, asOf: 'custom', date, options } as unknown as INodeParameters;
	const { json, items, hints, error } = await on.report('statement.trialBalanceByTracking', parameters);
	expect(error).toBe('');
	return { json, items, hints };
};

const ofType = (rows: readonly IDataObject[], type: string) => rows.filter(({ rowType }) => rowType === type);

const monthEnd = (back: number) =>
	DateTime.fromMillis(on.openedAt, { zone: 'Pacific/Auckland' }).minus({ months: back }).endOf('month').toISODate()!;
const inMonthOf = (day: string, of: string) => `${of.slice(0, 8)}${day}`;
const middle = () => inMonthOf('17', monthEnd(1));

/** The latest 31 March before today: the year begins in April. */
function yearEnd(): string {
	const today = DateTime.fromMillis(on.openedAt, { zone: 'Pacific/Auckland' }).toISODate()!;
	const of = (year: number) => `${year}-03-31`;
	return of(Number(today.slice(0, 4))) < today ? of(Number(today.slice(0, 4))) : of(Number(today.slice(0, 4)) - 1);
}

const yearStart = (day: string) => `${day.slice(5) < '04-01' ? Number(day.slice(0, 4)) - 1 : day.slice(0, 4)}-04-01`;

type Keep = (options: Readonly<Record<string, string>>) => boolean;

/** What the journals of the sandbox have on each account, in cents, years before in Retained Earnings. */
function standing(day: string, keep: Keep): Map<string, number> {
	const start = yearStart(day);
	const retained = [...ledger.accounts.values()].find(({ SystemAccount }) => SystemAccount === 'RETAINEDEARNINGS')!.AccountID;
	const isProfit = (id: string) => ['REVENUE', 'EXPENSE'].includes(ledger.accounts.get(id)!.Class);
	const sums = new Map<string, number>();
	const add = (id: string, amount: number) => sums.set(id, (sums.get(id) ?? 0) + amount);
	for (const [id, amount] of ledger.moved('0000-00-00', day, keep)) if (!isProfit(id)) add(id, amount);
	for (const [id, amount] of ledger.moved(start, day, keep)) if (isProfit(id)) add(id, amount);
	for (const [id, amount] of ledger.moved('0000-00-00', day, keep)) if (isProfit(id)) add(retained, amount);
	for (const [id, amount] of ledger.moved(start, day, keep)) if (isProfit(id)) add(retained, -amount);
	return new Map([...sums].filter(([, amount]) => amount !== 0));
}

const balances = (rows: readonly IDataObject[], is: (row: IDataObject) => boolean) =>
	new Map(rows.filter((row) => row.level === 'account' && is(row)).map((row) => [String(row.accountId), cents(row.balance)]));

const sorted = (sums: ReadonlyMap<string, number>) => [...sums].sort();

describe('The trial balance by tracking category, through n8n', () => {
	it.each<[string, () => string, number]>([
		['at the end of a month', () => monthEnd(1), 5],
		['in the middle of a month', middle, 0],
		['at the end of a year', yearEnd, 5],
		['some days after the end of a year, which is in Retained Earnings then', () => `${yearEnd().slice(0, 4)}-04-09`, 0],
	])('%s is what the journals have of each option, and of none', async (_, dayOf, sheets) => {
		const day = dayOf();
		const { json } = await report(day);
		for (const name of ['Central', 'East', 'North', 'South', 'West'])
			expect([name, sorted(balances(json, ({ option }) => option === name))]).toEqual([
				name,
				sorted(standing(day, ({ Region }) => Region === name)),
			]);
		expect(sorted(balances(json, ({ option }) => option === 'Unassigned'))).toEqual(
			sorted(standing(day, ({ Region }) => Region === undefined)),
		);
		const checks = ofType(json, 'check');
		expect(new Set(checks.map(({ status }) => status))).toEqual(new Set(['ties']));
		// Balance sheets are of the ends of months alone.
		expect(checks.filter(({ check }) => check === 'trackingTransfers')).toHaveLength(sheets);
	});

	it('of pairs of two categories is what the journals have of each', async () => {
		const { json } = await report(middle(), { secondTrackingCategory: department });
		const pairs = new Set(ofType(json, 'row').map(({ option, secondOption }) => `${String(option)}/${String(secondOption)}`));
		expect(pairs.size).toBeGreaterThan(6);
		for (const pair of pairs) {
			const [one, other] = pair.split('/').map((name) => (name === 'Unassigned' ? undefined : name));
			const rows = balances(json, ({ option, secondOption }) => `${String(option)}/${String(secondOption)}` === pair);
			expect([pair, sorted(rows)]).toEqual([
				pair,
				sorted(standing(middle(), ({ Region, Department }) => Region === one && Department === other)),
			]);
		}
	});

	it('of pairs ties with Tracking Transfers of each option and each pair at the end of a month', async () => {
		const { json } = await report(monthEnd(1), { secondTrackingCategory: department });
		const transfers = ofType(json, 'check').filter(({ check }) => check === 'trackingTransfers');
		expect(transfers.length).toBe(5 + 4 + 20);
		expect(new Set(transfers.map(({ status }) => status))).toEqual(new Set(['ties']));
	});

	it('from journals gives the same rows as from reports', async () => {
		const [reports, journals] = [await report(middle()), await report(middle(), { source: 'journals' })];
		expect(ofType(journals.json, 'row')).toEqual(ofType(reports.json, 'row'));
		expect(ofType(journals.json, 'check').map(({ check, status }) => [check, status])).toEqual([
			['trackedAccountsCount', 'ties'],
			['debitsAndCredits', 'ties'],
		]);
	});

	it('on the cash basis is the same from both sources, to the cent', async () => {
		const cash = async (source: string) => ofType((await report(middle(), { source, basis: 'cash' })).json, 'row');
		expect(await cash('journals')).toEqual(await cash('reports'));
	});

	it('has debits and credits of each option, with the same keys in each row', async () => {
		const { json, items } = await report(monthEnd(1), { totals: 'group', alsoAsPage: true });
		const rows = ofType(json, 'row');
		expect(new Set(rows.map((row) => Object.keys(row).join())).size).toBe(1);
		const totals = ofType(json, 'total');
		expect(totals.map(({ level, option }) => [level, option])).toEqual([
			...['Central', 'East', 'North', 'South', 'West', 'Unassigned'].map((name) => ['group', name]),
			['grand', null],
		]);
		for (const { option, debit, credit } of totals) {
			const own = rows.filter((row) => option === null || row.option === option);
			const sum = (key: string) => own.reduce((total, row) => total + cents(row[key]), 0);
			expect([sum('debit'), sum('credit')]).toEqual([cents(debit), cents(credit)]);
		}
		expect(items[0]!.binary!.page).toMatchObject({ fileName: `Trial Balance by Tracking Category ${monthEnd(1)}.html` });
	});

	it('refuses the same category twice, and one that is none, before it reads a report', async () => {
		const refused = async (options: IDataObject, trackingCategory = category) =>
			(
				await on.report('statement.trialBalanceByTracking', {
					...{ trackingCategory, asOf: 'custom', date: monthEnd(1) },
					options: options as INodeParameters,
				})
			).error.split('\n')[0];
		expect(await refused({ secondTrackingCategory: category })).toBe(
			'Item 1, Second Tracking Category “Region”: is Tracking Category as well. Choose the other one, or leave it out',
		);
		const unknown = { __rl: true, mode: 'id', value: 'e5f4d3c2-b1a0-4998-8776-554433221101' };
		expect(await refused({}, unknown)).toBe(
			'Item 1, Tracking Category “e5f4d3c2-b1a0-4998-8776-554433221101”: is no tracking category of the organisation. Choose it From List',
		);
		expect(await refused({ secondTrackingCategory: department, mostCalls: 20 })).toBe(
			'Item 1, Most Calls “20”: is less than the 38 calls to Xero that this takes so far. Raise it, or leave out Second Tracking Category',
		);
		// The first number that is said is that of all reports, and nothing is advised that would not help.
		expect(await refused({ mostCalls: 2 })).toBe(
			'Item 1, Most Calls “2”: is less than the 10 calls to Xero that this takes so far. Raise it, or choose a Tracking Category of fewer options',
		);
	});
});
