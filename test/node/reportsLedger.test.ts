import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { consentScopes } from '../../sandbox/scopes';
import { BooksByApi } from './booksByApi';
import { cents, Ledger, sum } from './ledgerOf';
import { checks, columns, ofType, pageOf } from './reportRows';
import { byCode, byId, HARBOUR, KERERU, staged } from './stage';

const on = staged({ seed: 'demo', shared: true, limits: { minute: 10_000 } });

/** The organisation of the generated year: everything that makes books hard, and what no list of the API has. */
const HARD = '91c0b7e4-5d2a-4f86-b3e9-07f4a68d1c25';
const access = { tenants: [KERERU, HARBOUR, HARD], scopes: [...consentScopes, 'accounting.journals.read'] };
beforeAll(() => {
	on.sandbox.generateYear(7);
	on.connect(access);
});

const LEDGER = 'ledger.generalLedger';
const ledger = async (tenant: string, parameters: INodeParameters = {}, options: INodeParameters = {}) => {
	const { json, error, hints, items } = await on.report(LEDGER, { organisation: byId(tenant), ...parameters, options });
	expect(error).toBe('');
	return { json, hints, items };
};

const monthEnd = (back: number) =>
	DateTime.fromMillis(on.openedAt, { zone: 'Pacific/Auckland' }).minus({ months: back }).endOf('month').toISODate()!;
const custom = (fromDate: string, toDate: string) => ({ period: 'custom', fromDate, toDate });
const dayBefore = (day: string) => DateTime.fromISO(day).minus({ days: 1 }).toISODate()!;
const monthStart = (day: string) => `${day.slice(0, 8)}01`;

/** Sources of journals whose documents no list of the API has; those without one are stock, depreciation, conversion balances. */
const isHidden = (source: string) => ['', 'PAYSLIP', 'WAGEPAYABLE', 'EXTERNALSPENDMONEY'].includes(source);
/** What is sold from stock is in the journal of the invoice, and in no list. */
const STOCK = ['310', '630'];
const levels = (rows: readonly IDataObject[], level: string) => rows.filter((row) => row.level === level);

describe.each([
	['a trading company', KERERU],
	['a studio abroad', HARBOUR],
	['the generated year', HARD],
])('The general ledger of %s', (_, tenant) => {
	it.each<[string, () => [string, string]]>([
		['a month', () => [monthStart(monthEnd(1)), monthEnd(1)]],
		['some days', () => [`${monthEnd(4).slice(0, 8)}11`, `${monthEnd(2).slice(0, 8)}07`]],
		['13 months', () => [monthStart(monthEnd(13)), monthEnd(1)]],
	])('of %s has of each account what Xero’s trial balances and journals say, to the cent', async (__, days) => {
		const [fromDate, toDate] = days();
		const books = new BooksByApi(on, tenant);
		const journals = new Ledger(on, tenant);
		const { json } = await ledger(tenant, custom(fromDate, toDate), { includeZero: true });
		const [opening, closing] = [await books.trialBalance(dayBefore(fromDate)), await books.trialBalance(toDate)];
		const listed = journals.moved(fromDate, toDate, (_options, source) => !isHidden(source));
		const hidden = journals.moved(fromDate, toDate, (_options, source) => isHidden(source));
		const rows = levels(ofType(json, 'row'), 'account').filter(({ accountCode }) => !STOCK.includes(String(accountCode)));
		expect(rows.length).toBe(journals.accounts.size - STOCK.length);
		const figures = rows.map((row) => [row.accountCode, cents(row.movement), cents(row.notInApi), cents(row.closing)]);
		expect(figures).toEqual(
			rows.map(({ accountCode, accountId: id }) => [
				accountCode,
				listed.get(String(id)) ?? 0,
				hidden.get(String(id)) ?? 0,
				closing.get(String(id)) ?? 0,
			]),
		);
		const whole = levels(ofType(json, 'row'), 'account');
		const rest = ({ opening: from, movement, notInApi, yearEndClose, closing: to }: IDataObject) =>
			sum([from, movement, notInApi, yearEndClose].map(cents)) - cents(to);
		expect(whole.filter((row) => rest(row) !== 0)).toEqual([]);
		// Where no year begins with the period, accounts open with what they had.
		if (!/-0[47]-01$/.test(fromDate))
			expect(whole.filter(({ accountId: id, opening: from }) => cents(from) !== (opening.get(String(id)) ?? 0))).toEqual([]);
		expect(checks(json).slice(-2)).toEqual([
			['notInApiSum', 0, 0, 'ties'],
			['entriesSum', 0, 0, 'ties'],
		]);
	});

	it('has transactions that add up to what moved, with the balance after each', async () => {
		const { json } = await ledger(tenant, { rows: 'both', period: 'lastQuarter' });
		const accounts = levels(json, 'account');
		expect(levels(json, 'transaction').length).toBeGreaterThan(50);
		for (const { accountId, opening, movement, yearEndClose } of accounts) {
			const own = levels(json, 'transaction').filter((row) => row.accountId === accountId);
			const moved = cents(movement) + cents(yearEndClose);
			expect([accountId, sum(own.map(({ amount }) => cents(amount)))]).toEqual([accountId, moved]);
			let balance = cents(opening);
			expect(own.map((row) => cents(row.balance))).toEqual(own.map(({ amount }) => (balance += cents(amount))));
			expect(own.map(({ date }) => String(date))).toEqual([...own.map(({ date }) => String(date))].sort());
		}
		expect(
			new Set(
				levels(json, 'transaction').map((row) =>
					Object.keys(row)
						.filter((key) => key !== '_findings')
						.join(),
				),
			).size,
		).toBe(1);
	});

	it('is the same from journals, which have what no list has', async () => {
		// A document that was changed has journals that cancel each other out.
		const month = custom(monthStart(monthEnd(1)), monthEnd(1));
		const documents = await ledger(tenant, month, { includeZero: true });
		const journals = await ledger(tenant, month, { source: 'journals', includeZero: true });
		const figures = (rows: readonly IDataObject[]) =>
			levels(ofType(rows, 'row'), 'account').map((row) => [
				row.accountCode,
				cents(row.opening),
				cents(row.movement) + cents(row.notInApi),
				cents(row.closing),
			]);
		expect(figures(journals.json)).toEqual(figures(documents.json));
		expect(ofType(journals.json, 'notInApi')).toEqual([]);
		expect(new Set(columns(ofType(journals.json, 'check'), 'status').flat())).toEqual(new Set(['ties']));
	});

	it('on the cash basis closes with Xero’s trial balance of what was paid', async () => {
		const [fromDate, toDate] = [monthStart(monthEnd(2)), monthEnd(1)];
		const { json } = await ledger(tenant, custom(fromDate, toDate), { basis: 'cash', includeZero: true });
		const closing = await new BooksByApi(on, tenant).trialBalance(toDate, '&paymentsOnly=true');
		const rows = levels(ofType(json, 'row'), 'account');
		expect(rows.filter((row) => cents(row.closing) !== (closing.get(String(row.accountId)) ?? 0))).toEqual([]);
		expect(checks(json).slice(-2)).toEqual([
			['notInApiSum', 0, 0, 'ties'],
			['entriesSum', 0, 0, 'ties'],
		]);
		const bank = rows.filter(({ accountName, accountId }) => accountName !== null && closing.has(String(accountId)));
		expect(bank.length).toBeGreaterThan(10);
	});
});

describe('Options of the general ledger', () => {
	it.each([
		['accounts', ['account']],
		['transactions', ['transaction']],
		['both', ['account', 'transaction']],
	])('Rows: %s', async (rows, expected) => {
		const { json } = await ledger(HARD, { rows }, { return: ['row'] });
		expect([...new Set(json.map(({ level }) => level))]).toEqual(expected);
	});

	it.each([
		['none', []],
		['grand', [[null, 0, 0]]],
		['group', ['REVENUE', 'EXPENSE', 'ASSET', 'LIABILITY', 'EQUITY', null]],
	])('Totals: %s', async (totals, expected) => {
		const { json } = await ledger(HARD, {}, { totals, return: ['total'] });
		const found =
			totals === 'grand' ? columns(json, 'accountClass', 'opening', 'closing') : json.map(({ accountClass }) => accountClass);
		expect(found).toEqual(expected);
		const grand = json.at(-1);
		if (totals === 'group')
			for (const key of ['debit', 'credit', 'movement', 'notInApi', 'closing'])
				expect([key, sum(json.slice(0, -1).map((row) => cents(row[key])))]).toEqual([key, cents(grand![key])]);
	});

	it('Accounts by code and by ID are the only ones shown, their checks too; the sums stay over all', async () => {
		const sales = on.records('Accounts', HARD).find(({ Code }) => Code === '200')!;
		const account = [{ accountId: byCode('820') }, { accountId: byId(String(sales.AccountID).toUpperCase()) }];
		const { json } = await ledger(HARD, { rows: 'both' }, { accounts: { account } });
		expect([...new Set(ofType(json, 'row', 'notInApi').map(({ accountCode }) => accountCode))]).toEqual(['200', '820']);
		expect(columns(ofType(json, 'check'), 'check')).toEqual([['account'], ['account'], ['notInApiSum'], ['entriesSum']]);
	});

	it('Running Balance switched off leaves balances empty; Include Zero Accounts gives every account', async () => {
		const off = await ledger(HARD, { rows: 'transactions' }, { runningBalance: false, return: ['row'] });
		expect(new Set(off.json.map(({ balance }) => balance))).toEqual(new Set([null]));
		const zero = await ledger(HARD, {}, { includeZero: true, return: ['row'] });
		expect(zero.json).toHaveLength(on.records('Accounts', HARD).length);
	});

	it('When a Check Differs: Stop ends with the checks that differ, each by its account', async () => {
		const { json, error } = await on.report(LEDGER, { organisation: byId(HARD), options: { onDifference: 'stop' } });
		expect(json).toEqual([]);
		expect(error).toContain('Item 1, When a Check Differs: ');
		expect(error).toContain('account 485 Subscriptions: ');
		expect(error).toContain(
			'None of the lists of Xero’s API says where this comes from. Choose Return It to see the report with its checks',
		);
		const kept = await ledger(HARD, {}, { return: ['total'] });
		expect(kept.hints.join()).toContain('Check account, 485 Subscriptions: differs by ');
		const ties = await on.report(LEDGER, { organisation: byId(KERERU), options: { onDifference: 'stop', return: ['total'] } });
		expect([ties.error, ties.json.length]).toEqual(['', 1]);
	});

	it('of which nothing is left to show gives the checks that differ, so that silence is no success', async () => {
		const account = [{ accountId: byCode('485') }];
		const { json, hints } = await ledger(HARD, {}, { accounts: { account }, return: ['total'], totals: 'none' });
		expect(columns(json, 'rowType', 'check', 'status')).toEqual([['check', 'account', 'differs']]);
		expect(hints.join()).toContain('Check account, 485 Subscriptions: differs by ');
	});

	it('Return: Not in the API gives the reasons, and where there is nothing, nothing', async () => {
		const { json } = await ledger(HARD, {}, { return: ['notInApi'] });
		const reasons = Object.fromEntries(columns(json, 'accountCode', 'reason') as Array<[string, string]>);
		expect(reasons).toMatchObject({
			'090': 'payments',
			'310': 'stock',
			'416': 'depreciationRun',
			'477': 'payroll',
			'485': 'unknown',
			'630': 'stock',
			'711': 'depreciationRun',
			'825': 'payroll',
		});
		expect(sum(json.map(({ amount }) => cents(amount)))).toBe(0);
		expect((await ledger(KERERU, {}, { return: ['notInApi'] })).json).toEqual([]);
	});

	it('Also as a Page puts a page with the accounts and their transactions beside the first item', async () => {
		const month = { ...custom(monthStart(monthEnd(1)), monthEnd(1)), rows: 'both' };
		const { json, items } = await ledger(HARD, month, { alsoAsPage: true });
		const { html, fileName } = pageOf(items[0]!);
		expect(fileName).toBe(`General Ledger ${monthEnd(1)}.html`);
		expect(items.filter(({ binary }) => binary)).toHaveLength(1);
		for (const { accountName } of levels(json, 'account').slice(0, 8)) expect(html).toContain(String(accountName));
		expect(html).toContain('Likely payroll, which is not in Xero’s Accounting API.');
	});
});

describe('The calls of the general ledger', () => {
	const LISTS = [
		...['Accounts', 'BankTransactions', 'BankTransfers', 'CreditNotes', 'CreditNotes', 'ExpenseClaims', 'Invoices'],
		...['ManualJournals', 'Organisation', 'Overpayments', 'Payments', 'Prepayments'],
	];
	const callsOf = async (parameters: INodeParameters, options: INodeParameters = {}) => {
		on.sandbox.forget();
		await ledger(KERERU, parameters, options);
		return on.asked.map((call) => call.replace('GET /', '').replace(/ExpenseClaims\/.*/, 'ExpenseClaims/{id}')).sort();
	};
	const counted = (calls: readonly string[], name: string) => calls.filter((call) => call === name).length;

	it('are one for each list, two or three trial balances, and what these say is needed besides', async () => {
		const calls = await callsOf(custom(monthStart(monthEnd(1)), monthEnd(1)));
		expect([...new Set(calls)]).toEqual([...new Set([...LISTS, 'ExpenseClaims/{id}', 'Reports/TrialBalance'])].sort());
		expect(['Invoices', 'CreditNotes', 'Reports/TrialBalance', 'Payments'].map((name) => counted(calls, name))).toEqual([
			2, 2, 2, 1,
		]);
		const year = await callsOf(custom(monthStart(monthEnd(13)), monthEnd(1)));
		expect(counted(year, 'Reports/TrialBalance')).toBe(3);
	});

	it('are of journals alone where these are the source', async () => {
		expect([...new Set(await callsOf({}, { source: 'journals' }))]).toEqual([
			'Accounts',
			'Journals',
			'Organisation',
			'Reports/TrialBalance',
		]);
	});

	/** So many days that there are expense claims and payments of foreign documents in them, on any day. */
	const LONG = () => ({ period: 'custom', fromDate: dayBefore(100), toDate: dayBefore(5) });
	const dayBefore = (days: number) => DateTime.fromMillis(on.openedAt).minus({ days }).toISODate()!;

	it.each([
		[
			10,
			{},
			/^Item 1, Most Calls “10”: is less than the 1[45] calls to Xero that this takes so far\. Raise it, or choose a shorter Period$/,
			12,
		],
		[
			6,
			{ source: 'journals' },
			/^Item 1, Most Calls “6”: is less than the 7 calls to Xero that this takes so far\. Raise it, or choose Source: Documents$/,
			4,
		],
		[
			15,
			{},
			/^Item 1, Most Calls “15”: is less than the \d\d calls to Xero that this takes so far\. Raise it, or choose a shorter Period$/,
			12,
		],
	])('end where they would be more than Most Calls (%i)', async (mostCalls, options, message, asked) => {
		const { error } = await on.report(LEDGER, { organisation: byId(KERERU), ...LONG(), options: { mostCalls, ...options } });
		// What goes on behind a report that has ended would be seen here.
		await on.passMinute();
		expect(error.split('\n')[0]).toMatch(message);
		expect(on.asked.length).toBe(asked);
	});

	it('are told by list, and what would have come next', async () => {
		const asked = async (mostCalls: number) =>
			await on.report(LEDGER, { organisation: byId(KERERU), ...LONG(), options: { mostCalls } });
		on.sandbox.forget();
		expect((await asked(300)).error).toBe('');
		const all = on.asked.length;
		expect((await asked(10)).error).toContain('expense claims 1. Only first pages were read.');
		expect((await asked(15)).error).toMatch(
			/single expense claims \d+, .* The next ones would have been for single expense claims\./,
		);
		expect((await asked(all - 1)).error).toContain('The next ones would have been for documents settled in the period.');
	});
});
