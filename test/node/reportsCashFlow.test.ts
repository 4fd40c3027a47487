import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { consentScopes } from '../../sandbox/scopes';
import { cents, Ledger, sum } from './ledgerOf';
import { byCode, byId, HARBOUR, KERERU, staged } from './stage';

const on = staged({ seed: 'demo', shared: true, limits: { minute: 10_000 } });

/** The organisation of the generated year, with what no list of the API has. */
const GENERATED = '91c0b7e4-5d2a-4f86-b3e9-07f4a68d1c25';
/** Sources of journals whose documents no list of the API has; those without one are conversion balances and depreciation. */
const HIDDEN = ['', 'PAYSLIP', 'WAGEPAYABLE', 'EXTERNALSPENDMONEY'];
const tenants = [KERERU, HARBOUR, GENERATED];
const scopes = [...consentScopes, 'accounting.journals.read'];
beforeAll(() => {
	on.sandbox.generateYear(3);
	on.connect({ tenants, scopes });
});

const cashFlow = async (tenant: string, parameters: INodeParameters = {}, options: INodeParameters = {}) => {
	const act = { organisation: byId(tenant) };
	const { json, error, hints, items } = await on.report('statement.cashFlow', { ...parameters, options }, undefined, act);
	expect(error).toBe('');
	return { json, hints, items };
};

const monthEnd = (back: number) =>
	DateTime.fromMillis(on.openedAt, { zone: 'Pacific/Auckland' }).minus({ months: back }).endOf('month').toISODate()!;
const custom = (fromDate: string, toDate: string) => ({ period: 'custom', fromDate, toDate });
const monthStart = (day: string) => `${day.slice(0, 8)}01`;
const PERIODS: ReadonlyArray<[string, () => INodeParameters]> = [
	['a month', () => custom(monthStart(monthEnd(1)), monthEnd(1))],
	['some days', () => custom(`${monthEnd(4).slice(0, 8)}11`, `${monthEnd(2).slice(0, 8)}07`)],
	['13 months', () => custom(monthStart(monthEnd(13)), monthEnd(1))],
];

const rowsOf = (rows: readonly IDataObject[], type: string) => rows.filter(({ rowType }) => rowType === type);
const totalsOf = (rows: readonly IDataObject[]) =>
	Object.fromEntries(rowsOf(rows, 'total').map(({ total, amount }) => [total, cents(amount)]));
const byAccount = (rows: readonly IDataObject[]) => {
	const sums = new Map<string, number>();
	for (const { activity, accountCode, line, amount } of rowsOf(rows, 'row')) {
		const key = `${String(activity)} ${String(accountCode ?? line)}`;
		sums.set(key, (sums.get(key) ?? 0) + cents(amount));
	}
	return new Map([...sums].filter(([, amount]) => amount !== 0).sort());
};

describe.each([
	['a trading company', KERERU],
	['a studio abroad', HARBOUR],
	['the generated year', GENERATED],
])('The cash flow of %s', (_, tenant) => {
	/** What cash moved in the ledger of the sandbox. */
	const cashMoved = (...of: Parameters<Ledger['moved']>) => {
		const moved = new Ledger(on, tenant).moved(...of);
		const isCash = ({ Type, BankAccountType }: Record<string, unknown>) => Type === 'BANK' && BankAccountType !== 'CREDITCARD';
		const cash = on.records('Accounts', tenant).filter(isCash);
		return sum(cash.map(({ AccountID }) => moved.get(String(AccountID)) ?? 0));
	};
	/** Cash in Xero's trial balance, which has what reports revalue as well. */
	const cashAt = async (date: string) => {
		const asked = { asOf: 'custom', date, rows: 'accounts', organisation: byId(tenant) };
		const { json } = await on.report('statement.trialBalance', asked);
		const cards = on.records('Accounts', tenant).filter(({ BankAccountType }) => BankAccountType === 'CREDITCARD');
		const isCash = ({ accountType, accountId }: IDataObject) =>
			accountType === 'BANK' && !cards.some(({ AccountID }) => AccountID === accountId);
		return sum(json.filter(isCash).map(({ balance }) => cents(balance)));
	};

	it.each(PERIODS)('of %s goes from the cash of the ledger to the cash of the ledger', async (__, days) => {
		const asked = days();
		const { json } = await cashFlow(tenant, asked);
		const before = DateTime.fromISO(String(asked.fromDate)).minus({ days: 1 }).toISODate()!;
		const totals = totalsOf(json);
		expect([totals.opening, totals.closing]).toEqual([await cashAt(before), await cashAt(String(asked.toDate))]);
		const { operating, investing, financing, exchangeEffect, notInApi, change } = totals;
		expect(sum([operating!, investing!, financing!, exchangeEffect!])).toBe(change);
		// Exchange rates move cash in no journal.
		expect(change! - exchangeEffect!).toBe(cashMoved(String(asked.fromDate), String(asked.toDate)));
		expect(notInApi).toBe(0);
		expect(rowsOf(json, 'check').filter(({ status }) => status !== 'ties')).toEqual([]);
		expect(rowsOf(json, 'check').slice(0, 2)).toMatchObject([{ check: 'cashCloses' }, { check: 'methodsAgree' }]);
	});

	it.each(PERIODS)('of %s is the same account by account from journals', async (__, days) => {
		const [balances, journals] = [await cashFlow(tenant, days()), await cashFlow(tenant, days(), { source: 'journals' })];
		expect(byAccount(journals.json)).toEqual(byAccount(balances.json));
		expect(rowsOf(journals.json, 'notInApi')).toEqual([]);
		expect(rowsOf(journals.json, 'check').filter(({ status }) => status !== 'ties')).toEqual([]);
	});

	it.each(PERIODS)('of %s from documents lacks what the API hides, and says it on the bank account', async (__, days) => {
		const asked = days();
		const [balances, documents] = [await cashFlow(tenant, asked), await cashFlow(tenant, asked, { source: 'documents' })];
		const [ours, theirs] = [totalsOf(documents.json), totalsOf(balances.json)];
		const hidden = cashMoved(String(asked.fromDate), String(asked.toDate), (_options, source) => HIDDEN.includes(source));
		expect([ours.opening, ours.closing, ours.notInApi]).toEqual([theirs.opening, theirs.closing, hidden]);
		expect(sum([ours.operating!, ours.investing!, ours.financing!, ours.exchangeEffect!, hidden])).toBe(ours.change);
		expect(rowsOf(documents.json, 'check').filter(({ status }) => status === 'differs')).toEqual([]);
	});

	it('by the indirect method begins with the profit and comes to the same cash', async () => {
		const days = PERIODS[0]![1]();
		const { json } = await cashFlow(tenant, { ...days, method: 'indirect' });
		const statement = await on.report('statement.profitAndLoss', { ...days, organisation: byId(tenant) });
		const profit = cents(statement.json.find(({ label }) => label === 'Net Profit')!.amount);
		const [first] = rowsOf(json, 'row');
		expect([first!.line, cents(first!.amount)]).toEqual(['netProfit', profit]);
		expect(totalsOf(json)).toEqual(totalsOf((await cashFlow(tenant, days)).json));
		expect(rowsOf(json, 'check').filter(({ status }) => status !== 'ties')).toEqual([]);
	});

	it('of two halves of a period is that of the whole', async () => {
		const [from, middle, to] = [monthStart(monthEnd(6)), monthEnd(4), monthEnd(1)];
		const after = monthStart(monthEnd(3));
		const [whole, first, second] = [
			await cashFlow(tenant, custom(from, to)),
			await cashFlow(tenant, custom(from, middle)),
			await cashFlow(tenant, custom(after, to)),
		].map(({ json }) => totalsOf(json));
		for (const key of ['operating', 'investing', 'financing', 'change'])
			expect([key, first![key]! + second![key]!]).toEqual([key, whole![key]]);
		expect([first!.opening, first!.closing, second!.closing]).toEqual([whole!.opening, second!.opening, whole!.closing]);
	});
});

describe('The cash flow', () => {
	it('has the same keys in every row of a kind', async () => {
		const kinds = new Map<string, Set<string>>();
		for (const options of [{}, { source: 'documents', detail: 'documents' }])
			for (const row of (await cashFlow(GENERATED, {}, options)).json) {
				const kind = String(row.rowType);
				kinds.set(
					kind,
					(kinds.get(kind) ?? new Set()).add(
						Object.keys(row)
							.filter((key) => key !== '_findings')
							.join(),
					),
				);
			}
		expect([...kinds].map(([kind, keys]) => [kind, keys.size]).sort()).toEqual([
			['check', 1],
			['notInApi', 1],
			['row', 1],
			['total', 1],
		]);
	});

	it('of documents names each with its contact', async () => {
		const { json } = await cashFlow(KERERU, {}, { source: 'documents', detail: 'documents' });
		const paid = rowsOf(json, 'row').filter(({ sourceType }) => sourceType === 'ACCRECPAYMENT');
		const payments = new Set(on.records('Payments').map(({ PaymentID }) => PaymentID));
		expect(paid.length).toBeGreaterThan(5);
		expect(paid.filter(({ sourceId, contactName, date }) => !payments.has(sourceId) || !contactName || !date)).toEqual([]);
	});

	it('is drawn as a page beside its first item', async () => {
		const { items } = await cashFlow(KERERU, PERIODS[0]![1](), { alsoAsPage: true });
		const { data, fileName } = items[0]!.binary!.page!;
		expect(fileName).toBe(`Cash Flow ${monthEnd(1)}.html`);
		expect(Buffer.from(data, 'base64').toString('utf8')).toContain('Net cash from operating activities');
	});

	it('says that drawings among current liabilities count as operating, until they are put elsewhere', async () => {
		const today = DateTime.fromMillis(on.openedAt, { zone: 'Pacific/Auckland' }).toISODate()!;
		const drawn = {
			Type: 'SPEND',
			Contact: { __rl: true, mode: 'name', value: 'Owner' },
			BankAccount: byCode('090'),
			LineAmountTypes: 'NoTax',
			LineItems: { line: [{ Description: 'Drawings', Quantity: 1, UnitAmount: 250, AccountCode: byCode('880') }] },
			Date: today,
		};
		expect((await on.run('bankTransaction.create', drawn, [{}], { organisation: byId(HARBOUR) })).error).toBe('');
		const flowOf = async (options: INodeParameters) => {
			const { json, hints } = await cashFlow(HARBOUR, custom(today, today), options);
			const own = rowsOf(json, 'row').filter(({ accountCode }) => accountCode === '880');
			return [own.map(({ activity, amount }) => [activity, amount]), hints.some((hint) => hint.includes('880 Owner A Drawings'))];
		};
		expect(await flowOf({})).toEqual([[['operating', -250]], true]);
		const activities = { activity: [{ account: byCode('880'), activity: 'financing' }] };
		expect(await flowOf({ activities })).toEqual([[['financing', -250]], false]);
	});

	it('with credit cards among the cash has their balances in it', async () => {
		const days = PERIODS[0]![1]();
		const [without, all] = [await cashFlow(KERERU, days), await cashFlow(KERERU, days, { cashAccounts: 'all' })];
		const cards = on.records('Accounts').filter(({ BankAccountType }) => BankAccountType === 'CREDITCARD');
		const moved = new Ledger(on, KERERU).moved('0000-00-00', monthEnd(1));
		const owed = sum(cards.map(({ AccountID }) => moved.get(String(AccountID)) ?? 0));
		expect(totalsOf(all.json).closing! - totalsOf(without.json).closing!).toBe(owed);
	});

	it.each<[string, INodeParameters, string]>([
		[
			'documents by the indirect method',
			{ method: 'indirect', options: { source: 'documents' } },
			'Choose Source: Trial Balances',
		],
		['documents of trial balances', { options: { detail: 'documents' } }, 'trial balances have accounts alone'],
		[
			'an activity of an account that is not there',
			{ options: { activities: { activity: [{ account: byCode('9999'), activity: 'financing' }] } } },
			'Activity 1, Account “9999”: is not in the chart of accounts',
		],
		[
			'an activity of no account',
			{ options: { activities: { activity: [{ account: byCode(''), activity: 'financing' }] } } },
			'has no value',
		],
		['tax in accounts of trial balances', { options: { taxLine: 'inAccounts' } }, 'trial balances have accounts alone'],
	])('refuses %s', async (_, parameters, says) => {
		const { error } = await on.report('statement.cashFlow', parameters);
		expect(error).toContain(says);
		expect(on.asked.filter((call) => call.includes('/Reports/'))).toEqual([]);
	});

	it('without the manual journals counts them as flows, and names the scope', async () => {
		on.connect({ tenants, scopes: scopes.filter((scope) => !scope.startsWith('accounting.manualjournals')) });
		try {
			const { json, hints } = await cashFlow(KERERU);
			expect(hints.join(' ')).toMatch(/ManualJournals could not be read.*accounting\.manualjournals\.read/);
			expect(rowsOf(json, 'check')[0]).toMatchObject({ check: 'cashCloses', status: 'ties' });
		} finally {
			on.connect({ tenants, scopes });
		}
	});

	it('without the trial balance is refused with the scope that it takes', async () => {
		on.connect({ tenants, scopes: scopes.filter((scope) => !scope.includes('trialbalance')) });
		try {
			for (const source of ['trialBalances', 'documents']) {
				const { error } = await on.report('statement.cashFlow', { options: { source } });
				expect(error).toContain('accounting.reports.trialbalance.read');
			}
		} finally {
			on.connect({ tenants, scopes });
		}
	});

	it('without the bank summary says which scope it takes', async () => {
		on.connect({ tenants, scopes: scopes.filter((scope) => !scope.includes('banksummary')) });
		try {
			const { json } = await cashFlow(KERERU);
			expect(rowsOf(json, 'check').at(-1)).toMatchObject({
				check: 'bankClosing',
				status: 'notChecked',
				note: 'The bank summary could not be read: it takes the scope accounting.reports.banksummary.read.',
			});
		} finally {
			on.connect({ tenants, scopes });
		}
	});
});
