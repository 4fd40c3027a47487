import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { consentScopes } from '../../sandbox/scopes';
import { cents } from './ledgerOf';
import { checks, columns, ofType, pageOf } from './reportRows';
import { byCode, byId, HARBOUR, staged } from './stage';

const on = staged({ seed: 'empty', shared: true, limits: { minute: 10_000 } });

/** The organisation of the generated year: everything that makes books hard, and what no list of the API has. */
const HARD = '91c0b7e4-5d2a-4f86-b3e9-07f4a68d1c25';
const KIND = { ratesMissing: false, typesPlain: false, creditDatesWrong: false, claimAccountsMissing: false };
const TENANTS = [HARD, HARBOUR];
beforeAll(() => {
	on.sandbox.generateYear(7);
	on.connect({ tenants: TENANTS });
});
afterEach(() => {
	on.sandbox.clearFaults();
	Object.assign(on.sandbox.bookkeeping.unkindness, KIND);
	on.connect({ tenants: TENANTS });
});

const LEDGER = 'ledger.generalLedger';
const inside = (parameters: INodeParameters = {}) => ({ organisation: byId(HARD), ...parameters });
const ledger = async (parameters: INodeParameters = {}, options: INodeParameters = {}) => {
	const { json, error, hints, items } = await on.report(LEDGER, inside({ ...parameters, options }));
	expect(error).toBe('');
	return { json, hints: hints.join('\n'), items };
};
const without = (lacking: string) =>
	on.connect({ tenants: TENANTS, scopes: consentScopes.filter((scope) => !scope.startsWith(lacking)) });
const plain = (rows: readonly IDataObject[]) => rows.map(({ _findings, ...row }) => row);
const level = (rows: readonly IDataObject[], name: string) => rows.filter((row) => row.level === name);
const day = (ago: number) => DateTime.fromMillis(on.openedAt, { zone: 'Pacific/Auckland' }).minus({ days: ago }).toISODate()!;

describe('Without a scope', () => {
	it('the trial balance’s, the ledger has transactions and what moved; balances are empty, and that is said', async () => {
		const whole = await ledger({ rows: 'both' });
		without('accounting.reports.trialbalance');
		const { json, hints, items } = await ledger({ rows: 'both' }, { alsoAsPage: true, totals: 'group' });
		const moved = (rows: readonly IDataObject[]) =>
			columns(level(rows, 'account'), 'accountCode', 'debit', 'credit', 'movement').filter(
				([, debit, credit]) => debit !== 0 || credit !== 0,
			);
		expect(moved(json)).toEqual(moved(whole.json));
		expect(moved(json).length).toBeGreaterThan(15);
		const transactions = (rows: readonly IDataObject[]) =>
			columns(level(rows, 'transaction'), 'accountCode', 'sourceId', 'date', 'amount');
		expect(transactions(json)).toEqual(transactions(whole.json));
		for (const row of [...level(json, 'account'), ...ofType(json, 'total')])
			expect(row).toMatchObject({ opening: null, closing: null, notInApi: null, yearEndClose: null });
		expect(new Set(columns(level(json, 'transaction'), 'balance').flat())).toEqual(new Set([null]));
		expect(Object.keys(level(json, 'account')[1]!)).toEqual(Object.keys(level(whole.json, 'account')[1]!));
		expect(columns(ofType(json, 'check'), 'check', 'ours', 'xeros', 'difference', 'status', 'note')).toEqual([
			[
				'account',
				null,
				null,
				null,
				'notChecked',
				'The trial balance could not be read: it takes the scope accounting.reports.trialbalance.read.',
			],
			[
				'notInApiSum',
				null,
				null,
				null,
				'notChecked',
				'The trial balance could not be read: it takes the scope accounting.reports.trialbalance.read.',
			],
			['entriesSum', 0, 0, 0, 'ties', 'Debits and credits of all transactions are the same.'],
		]);
		expect(hints).toContain(
			'the trial balance could not be read, so that balances and what is not in the API are empty and nothing is checked. In the credential tick Access: Report: Trial Balance (Read Only) (accounting.reports.trialbalance.read)',
		);
		expect(pageOf(items[0]!).html).toContain('Not checked');
		// A check that is not made is none that differs.
		expect((await on.report(LEDGER, inside({ options: { onDifference: 'stop' } }))).error).toBe('');
	});

	it.each([
		['accounting.invoices', ['Invoices', 'CreditNotes']],
		['accounting.payments', ['Payments', 'Overpayments', 'Prepayments']],
		['accounting.banktransactions', ['BankTransactions', 'BankTransfers']],
		['accounting.manualjournals', ['ManualJournals']],
		['accounting.classicexpenses', ['ExpenseClaims']],
	])(
		'%s, the ledger still closes with Xero’s trial balance, explains nothing away, and says what is missing',
		async (lacking, lists) => {
			const period = { period: 'custom', fromDate: day(100), toDate: day(10) };
			const whole = await ledger(period);
			without(lacking);
			const { json, hints } = await ledger(period);
			const closings = (rows: readonly IDataObject[]) =>
				columns(level(rows, 'account'), 'accountCode', 'closing').filter(([, closing]) => closing !== 0);
			expect(closings(json)).toEqual(closings(whole.json));
			for (const list of lists) {
				expect(hints).toContain(`${list} could not be read, so that what they posted stands under “not in the API”`);
				expect(hints).toContain(`the scope is ${lacking}.read`);
			}
			const statuses = new Set(columns(ofType(json, 'check'), 'status').flat());
			expect([statuses.has('explained'), statuses.has('differs'), statuses.has('notChecked')]).toEqual([false, false, true]);
			const missed = ofType(json, 'check').filter(({ status }) => status === 'notChecked');
			for (const { note } of missed) expect(note).toContain(`${lists[0]} (${lacking}.read)`);
			expect(new Set(ofType(json, 'notInApi').map(({ reason }) => reason)).has('notRead')).toBe(true);
			expect(checks(json).slice(-2)).toEqual([
				['notInApiSum', 0, 0, 'ties'],
				['entriesSum', 0, 0, 'ties'],
			]);
		},
	);

	it('settings’, or that of journals where these are the source, the report is refused with its name', async () => {
		const refused = async (options: INodeParameters = {}) => (await on.report(LEDGER, inside({ options }))).error;
		expect(await refused({ source: 'journals' })).toContain('Access: Journals (Read Only) (accounting.journals.read)');
		without('accounting.settings');
		expect(await refused()).toContain('Access: Settings (Read Only) (accounting.settings.read)');
	});
});

describe('Where Xero’s answers lack something', () => {
	const year = () => ({ period: 'custom', fromDate: day(380), toDate: day(20) });

	it.each(['ratesMissing', 'typesPlain', 'creditDatesWrong'] as const)('(%s) every figure stays, on both bases', async (kind) => {
		for (const basis of ['accrual', 'cash']) {
			const whole = await ledger({ ...year(), rows: 'both' }, { basis });
			on.sandbox.bookkeeping.unkindness[kind] = true;
			const { json } = await ledger({ ...year(), rows: 'both' }, { basis });
			expect(plain(json)).toEqual(plain(whole.json));
			on.sandbox.bookkeeping.unkindness[kind] = false;
		}
	});

	it('a claim’s payment that names no account stands under “not in the API”, on the account of claims and in cash on those of its receipts', async () => {
		const amounts = (rows: readonly IDataObject[]) =>
			new Map(ofType(rows, 'notInApi').map(({ accountCode, amount, reason }) => [accountCode, [cents(amount), reason] as const]));
		const before = {
			accrual: amounts((await ledger(year())).json),
			cash: amounts((await ledger(year(), { basis: 'cash' })).json),
		};
		on.sandbox.bookkeeping.unkindness.claimAccountsMissing = true;
		const accrual = amounts((await ledger(year())).json);
		const [paid, reason] = accrual.get('801')!;
		expect([before.accrual.get('801'), paid > 0, reason]).toEqual([undefined, true, 'payments']);
		expect(accrual.get('090')![0]).toBe(before.accrual.get('090')![0] - paid);
		const cash = amounts((await ledger(year(), { basis: 'cash' })).json);
		const added = [...cash].filter(([code]) => !before.cash.has(code));
		expect(added.length).toBeGreaterThan(1);
		expect(new Set(added.map(([, [, why]]) => why))).toEqual(new Set(['payments']));
	});
});

describe('What is asked for', () => {
	it.each<[string, INodeParameters, string]>([
		[
			'a period the wrong way round',
			{ period: 'custom', fromDate: '2026-10-31', toDate: '2026-10-01' },
			'Item 1, Date To “2026-10-01”: is before Date From (“2026-10-31”). Give a Date To that is the same day or later',
		],
		[
			'half a period',
			{ period: 'custom', toDate: '2026-10-31' },
			'Item 1, Date From: is empty. Give a day such as 2026-03-31, or choose another Period than Custom',
		],
		[
			'a day of another form',
			{ period: 'custom', fromDate: '10/01/2026', toDate: '2026-10-31' },
			'Item 1, Date From “10/01/2026”: is not a date like 2026-03-31. Use DateTime in an expression',
		],
		[
			'a period that is none',
			{ period: 'last week' },
			'Item 1, Period “last week”: is none of This Month, Last Month, This Quarter, Last Quarter, This Financial Year, Last Financial Year, Month to Date, Year to Date, Custom',
		],
		[
			'an account left empty',
			{ options: { accounts: { account: [{ accountId: byCode('') }] } } },
			'Item 1, Account 1, Account: has no value. Give one, or remove the row',
		],
		['accounts without a row', { options: { accounts: {} } }, 'Item 1, Accounts: has no rows. Add one, or remove it'],
		['a basis that is none', { options: { basis: 'both' } }, 'Item 1, Basis “both”: is none of Accrual, Cash'],
		[
			'an account that is none',
			{ options: { accounts: { account: [{ accountId: byCode('200') }, { accountId: byCode('999') }] } } },
			'Item 1, Account 2 “999”: is not in the chart of accounts. Choose it From List',
		],
	])('%s is refused in words', async (_, parameters, message) => {
		const { json, error } = await on.report(LEDGER, inside(parameters));
		expect([json, error.split('\n')[0]]).toEqual([[], message]);
	});

	it('is nothing before the books begin, all opening balances then, and nothing but balances in days to come', async () => {
		const before = await ledger({ period: 'custom', fromDate: '2019-05-01', toDate: '2019-06-30' });
		expect(before.json.map(({ rowType }) => rowType)).toEqual(['total', 'check', 'check']);
		const first = await ledger({ period: 'custom', fromDate: '2019-05-01', toDate: day(300) });
		const reasons = Object.fromEntries(
			columns(ofType(first.json, 'notInApi'), 'accountCode', 'reason') as Array<[string, string]>,
		);
		expect(reasons).toMatchObject({
			...{ '090': 'openingBalance', '710': 'openingBalance', '711': 'openingBalance', '840': 'openingBalance' },
			...{ '900': 'openingBalance', '970': 'openingBalance', '416': 'depreciationRun', '477': 'payroll' },
		});
		const later = await ledger({ period: 'custom', fromDate: '2090-05-01', toDate: '2090-05-31' });
		const rows = level(later.json, 'account');
		expect(rows.length).toBeGreaterThan(5);
		expect(new Set(columns(rows, 'movement', 'notInApi').flat())).toEqual(new Set([0]));
		expect(rows.filter(({ opening, closing }) => opening !== closing)).toEqual([]);
	});

	it('of an organisation without any document is nothing, in its own currency', async () => {
		const { json, error } = await on.report(LEDGER, { organisation: byId(HARBOUR), options: { alsoAsPage: true } });
		expect([error, json.map(({ rowType }) => rowType)]).toEqual(['', ['total', 'check', 'check']]);
		expect(json[0]).toMatchObject({ opening: 0, debit: 0, credit: 0, closing: 0 });
	});
});

describe('A run', () => {
	it('over organisations, and past an item that is wrong, gives each its own', async () => {
		const parameters = { organisation: byId('={{ $json.in }}'), period: '={{ $json.period }}', options: { return: ['total'] } };
		const items = [
			{ in: HARD, period: 'lastMonth' },
			{ in: HARBOUR, period: 'lastMonth' },
			{ in: HARD, period: 'soon' },
			{ in: HARD, period: 'lastQuarter' },
		];
		const { json, pairs } = await on.report(LEDGER, parameters, items, { settings: { onError: 'continueRegularOutput' } });
		expect(pairs).toEqual([0, 1, 2, 3]);
		expect(json.map(({ organisationId, error }) => organisationId ?? String(error).slice(0, 22))).toEqual([
			HARD,
			HARBOUR,
			'Item 3, Period “soon”:',
			HARD,
		]);
		const { from: fromDate, to: toDate } = json[3]!;
		const alone = await ledger({ period: 'custom', fromDate, toDate } as INodeParameters, { return: ['total'] });
		expect(plain(json).slice(3)).toEqual(plain(alone.json));
	});

	it.each<[string, Parameters<typeof on.sandbox.fail>[0]]>([
		['a list is not available', { match: { path: '/BankTransactions' }, times: 2, what: { kind: 'status', status: 502 } }],
		[
			'the minute’s calls are used up',
			{ match: { path: '/ExpenseClaims/' }, times: 1, what: { kind: 'limit', problem: 'minute', retryAfter: 3 } },
		],
		['a single record’s connection is cut', { match: { path: '/ExpenseClaims/' }, times: 2, what: { kind: 'dropBefore' } }],
		['a page comes short', { match: { path: '/ManualJournals' }, times: 1, what: { kind: 'halfPage' } }],
	])('in which %s asks again and counts nothing twice', async (_, fault) => {
		const quarter = { period: 'custom', fromDate: day(120), toDate: day(30), rows: 'both' };
		const whole = await ledger(quarter);
		on.sandbox.fail(fault);
		const again = await ledger(quarter);
		expect(again.json).toEqual(whole.json);
	});

	it('that is cancelled asks nothing more', async () => {
		on.sandbox.fail({ match: { path: '/Prepayments' }, what: { kind: 'limit', problem: 'minute', retryAfter: 250 } });
		let cancel = (): void => {};
		const running = on.report(LEDGER, inside(), [{}], { started: (stop) => (cancel = stop) });
		while (on.called('GET /Prepayments').length < 1) await on.clock.sleep(500);
		await on.clock.sleep(3000);
		const asked = on.asked.length;
		cancel();
		expect((await running).ran.status).toBe('canceled');
		expect(on.asked.length).toBeLessThanOrEqual(asked + 1);
	});

	it('of an agent’s tool is answered with the same rows', async () => {
		const act = { settings: { rewireOutputLogTo: NodeConnectionTypes.AiTool } };
		const { json, error } = await on.report(
			LEDGER,
			inside({ options: { accounts: { account: [{ accountId: byCode('200') }] } } }),
			[{}],
			act,
		);
		expect([error, columns(ofType(json, 'row'), 'accountCode')]).toEqual(['', [['200']]]);
	});
});
