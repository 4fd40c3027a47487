import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { generatedOrganisation } from '../../sandbox/organisations';
import { byCode, byId, staged } from './stage';

const on = staged({ seed: 'empty', shared: true, limits: { minute: 1_000_000, day: 1_000_000, appMinute: 1_000_000 } });
const { tenantId } = generatedOrganisation;
const AT = { organisation: byId(tenantId) };

/** Books of a year, with a year end on 31 March 2026 (29 February for seed 5), whose reports revalue. */
function openYear(seed: number, more: Parameters<typeof on.connect>[0] = {}): void {
	on.sandbox.generateYear(seed);
	on.sandbox.bookkeeping.setRevaluation(tenantId, true);
	Object.assign(on.sandbox.bookkeeping.unkindness, { ratesMissing: false });
	on.connect({ tenants: [tenantId], scopes: on.sandbox.apps.web.scopes, expiresIn: 365 * 24 * 3600, ...more });
	on.sandbox.forget();
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

const accountId = (code: string): string => String(on.records('Accounts', tenantId).find((one) => one.Code === code)!.AccountID);

/** What the two foreign accounts began with, which no list has: 8,250.40 USD at 0.5873, 612,500 JPY at 87.41. */
const openings = (): INodeParameters =>
	({
		openings: {
			openingBalance: [
				{ accountId: byCode('093'), date: '2025-08-31', foreign: '8250.40', base: '14048.02' },
				{ accountId: byId(accountId('094')), date: '2025-08-31', foreign: '612500', base: '7007.21' },
			],
		},
	}) as unknown as INodeParameters;

/** The sandbox's own rates of some days. */
const rates = (...days: string[]): INodeParameters =>
	({
		rate: ['USD', 'JPY', 'EUR'].flatMap((code) =>
			days.map((date) => ({
				...{ currency: byCode(code), date },
				rate: String(on.sandbox.bookkeeping.rateOn(tenantId, code, date)),
			})),
		),
	}) as unknown as INodeParameters;

async function revalue(from: string, to: string, options: INodeParameters = {}, opened = openings()) {
	const asked = { period: 'custom', fromDate: from, toDate: to, options: { ...opened, ...options } };
	return await on.report('currency.currencyRevaluation', asked as INodeParameters, [{}], AT);
}

const statuses = (rows: readonly IDataObject[]): unknown[] =>
	rows.filter(({ rowType }) => rowType === 'check').map(({ check, status }) => `${String(check)} ${String(status)}`);

const ALL_TIE = [
	'bankTie ties',
	'bankTie ties',
	'receivablesTie ties',
	'payablesTie ties',
	'bankRevaluation ties',
	'unrealised ties',
	'realised ties',
];

const SPANS = [
	['2026-10-01', '2026-10-31'],
	['2025-10-01', '2026-10-31'],
	['2026-02-10', '2026-05-17'],
	['2026-04-01', '2026-04-30'],
] as const;

describe.each([1, 2, 3, 5])('the revaluation of the year generated from seed %i', (seed) => {
	beforeAll(() => openYear(seed));

	test.each(SPANS)('ties at given rates from %s to %s, each account and each gain to the cent', async (from, to) => {
		const { json, error } = await revalue(from, to, { rates: rates(dayBefore(from), to) });
		expect([error, statuses(json)]).toEqual(['', ALL_TIE]);
		expect(json.filter(({ rowType }) => rowType === 'notInApi')).toEqual([]);
	});

	test('calls its ties circular where the rates follow from the balances, and holds the gains all the same', async () => {
		const { json, hints } = await revalue('2026-10-01', '2026-10-31');
		const checks = json.filter(({ rowType }) => rowType === 'check');
		const circular = checks.filter(({ note }) => String(note).startsWith('Circular')).map(({ check }) => check);
		expect(circular).toEqual(['bankTie', 'bankTie', 'payablesTie']);
		for (const name of ['bankRevaluation', 'unrealised', 'realised', 'receivablesTie'])
			expect(['ties', 'rounding']).toContain(checks.find(({ check }) => check === name)!.status);
		expect(hints.join()).not.toContain('Look at this');
	});
});

describe('the calls of a revaluation', () => {
	test('are two for each foreign account, one for transfers, and those of the aged reports', async () => {
		openYear(1);
		await revalue('2026-10-01', '2026-10-31');
		const kinds = new Map<string, number>();
		for (const call of on.asked) kinds.set(call, (kinds.get(call) ?? 0) + 1);
		expect(Object.fromEntries(kinds)).toEqual({
			'GET /Organisation': 1,
			'GET /Accounts': 1,
			'GET /Reports/TrialBalance': 2,
			'GET /BankTransactions': 2,
			'GET /BankTransfers': 1,
			'GET /CreditNotes': 2,
			'GET /Invoices': 3,
			'GET /Overpayments': 1,
			'GET /Payments': 3,
			'GET /Prepayments': 1,
		});
		const [dollars] = on.queries('GET /BankTransactions');
		expect(dollars!.where).toBe(
			`Status=="AUTHORISED" AND BankAccount.AccountID==guid("${accountId('093')}") AND Date>DateTime(2025,08,31) AND Date<=DateTime(2026,10,31)`,
		);
	});

	test('are one more for each bank transaction whose rate the list leaves out, and everything ties still', async () => {
		openYear(3);
		Object.assign(on.sandbox.bookkeeping.unkindness, { ratesMissing: true });
		const { json } = await revalue('2026-10-01', '2026-10-31', { rates: rates('2026-09-30', '2026-10-31') });
		expect(statuses(json)).toEqual(ALL_TIE);
		expect(on.asked.filter((call) => /^GET \/BankTransactions\/./.test(call)).length).toBeGreaterThan(10);
	});

	test('are refused beyond Most Calls, with what makes them fewer', async () => {
		openYear(1);
		const { error } = await revalue('2026-10-01', '2026-10-31', { mostCalls: 10 });
		expect(error).toContain('Item 1, Most Calls “10”: is less than the 16 calls to Xero that this takes so far');
		expect(error).toContain('Raise it, or give Opening Balances of a day nearer to the period, or choose fewer in Scope');
	});

	test('are none of documents where only bank accounts are in Scope', async () => {
		openYear(1);
		const { json } = await revalue('2026-10-01', '2026-10-31', { scope: ['bank'] });
		expect(on.asked.filter((call) => call.endsWith('Invoices') || call.endsWith('CreditNotes'))).toEqual([]);
		expect(new Set(json.filter(({ rowType }) => rowType === 'row').map(({ kind }) => kind))).toEqual(new Set(['bank']));
		expect(statuses(json).slice(-2)).toEqual(['unrealised notChecked', 'realised notChecked']);
	});
});

describe('what a revaluation is not told', () => {
	test('is the opening balance of an account: no rate follows from it, and it is asked for by name', async () => {
		openYear(1);
		const { error } = await revalue('2026-10-01', '2026-10-31', {}, {});
		expect(error).toContain('USD at 2026-10-31');
		expect(error).toContain('Give what US Dollar Account, Yen Account began with in Opening Balances, or give the rate in Rates');
		const given = await revalue('2026-10-01', '2026-10-31', { rates: rates('2026-09-30', '2026-10-31') }, {});
		expect(statuses(given.json).filter((status) => String(status).startsWith('openingBalance'))).toEqual([
			'openingBalance differs',
			'openingBalance differs',
		]);
		expect(given.hints.join()).toContain('Give it in Opening Balances: its day, what it held, and what that had cost');
	});

	test('is the trial balance, where the credential may not read it: given rates serve, and the checks name the scope', async () => {
		const scopes = on.sandbox.apps.web.scopes.filter((scope) => !scope.startsWith('accounting.reports'));
		openYear(1, { scopes });
		const { json, error } = await revalue('2026-10-01', '2026-10-31', { rates: rates('2026-09-30', '2026-10-31') });
		expect(error).toBe('');
		const checks = json.filter(({ rowType }) => rowType === 'check');
		expect(new Set(checks.map(({ status }) => status))).toEqual(new Set(['notChecked']));
		expect(checks[0]!.note).toBe('The trial balance could not be read: it takes the scope accounting.reports.trialbalance.read.');
	});

	test.each<[string, (id: string) => IDataObject, string]>([
		[
			'a row that lacks something',
			(id) => ({ accountId: byId(id), date: '2025-08-31', foreign: '1' }),
			'Opening Balance 1, Cost in Base Currency: has no value',
		],
		[
			'a day inside the period',
			(id) => ({ accountId: byId(id), date: '2026-10-01', foreign: '1', base: '1' }),
			'Opening Balances, Row 1, Date “2026-10-01”: is not before the period',
		],
		[
			'an account in the base currency',
			() => ({ accountId: byId(accountId('090')), date: '2025-08-31', foreign: '1', base: '1' }),
			'is no bank account in a foreign currency',
		],
	])('refuses %s among the opening balances', async (_what, row, says) => {
		openYear(1);
		const { error } = await revalue('2026-10-01', '2026-10-31', {
			openings: { openingBalance: [row(accountId('093'))] } as unknown as INodeParameters,
		});
		expect(error).toContain(says);
	});
});

describe('the page of a revaluation', () => {
	test('is an HTML file with the accounts, the documents and the checks', async () => {
		openYear(1);
		const { items } = await revalue('2026-10-01', '2026-10-31', { alsoAsPage: true, totals: 'group' });
		const { fileName, data } = items[0]!.binary!.page!;
		expect(fileName).toBe('Currency Revaluation 2026-10-31.html');
		const html = Buffer.from(data, 'base64').toString('utf8');
		for (const text of ['093 US Dollar Account', 'Receivables', 'Payables', 'Gain of the bank accounts', 'USD 33,993.57'])
			expect(html).toContain(text);
	});
});

describe('other reports of books that are revalued', () => {
	const MONTH = { period: 'custom', fromDate: '2026-10-01', toDate: '2026-10-31' };

	test('have it in the general ledger as what is not in the API, with revaluation as its reason', async () => {
		openYear(1);
		const { json } = await on.report('ledger.generalLedger', { ...MONTH, rows: 'accounts' }, [{}], AT);
		const reasons = Object.fromEntries(
			json.filter(({ rowType }) => rowType === 'notInApi').map(({ accountCode, reason }) => [accountCode, reason]),
		);
		expect(reasons).toMatchObject({
			...{ '093': 'revaluation', '094': 'revaluation', '497': 'revaluation' },
			...{ '498': 'revaluation', '610': 'revaluation', '800': 'revaluation' },
		});
		const gains = json.find(({ rowType, accountCode }) => rowType === 'notInApi' && accountCode === '497')!;
		const revalued = await revalue('2026-10-01', '2026-10-31', { totals: 'group' });
		const bank = revalued.json.find(({ rowType, kind }) => rowType === 'total' && kind === 'bank')!;
		expect([bank.periodGain, gains.amount]).toEqual([658.28, -658.28]);
	});

	test.each(['Receivables', 'Payables'])('tie in the aged %s at the rates of the day where these are given', async (side) => {
		openYear(1);
		for (const date of ['2026-10-31', '2026-03-31']) {
			const asked = { asOf: 'custom', date, rows: 'documents', options: { rates: rates(date) } };
			const { json } = await on.report(`owing.aged${side}`, asked as INodeParameters, [{}], AT);
			const tie = json.find(({ check }) => check === `${side.toLowerCase()}Tie`)!;
			expect([date, tie.difference, tie.status]).toEqual([date, 0, 'ties']);
		}
	});

	test('differ in the aged receivables at rates that are not those of the day', async () => {
		openYear(1);
		const given = rates('2026-09-30') as unknown as { rate: IDataObject[] };
		const off = { rate: given.rate.map(({ date: _date, ...one }) => one) };
		const asked = { asOf: 'custom', date: '2026-10-31', rows: 'documents', options: { rates: off } };
		const { json } = await on.report('owing.agedReceivables', asked as unknown as INodeParameters, [{}], AT);
		expect(json.find(({ check }) => check === 'receivablesTie')!.status).toBe('differs');
	});
});
