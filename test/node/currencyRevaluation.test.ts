import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { generatedOrganisation } from '../../sandbox/organisations';
import { byCode, byId, staged } from './stage';

const on = staged({ seed: 'empty', shared: true, limits: { minute: 1_000_000, day: 1_000_000, appMinute: 1_000_000 } });
const { tenantId } = generatedOrganisation;
const AT = { organisation: byId(tenantId) };

/** Books of a year and the days of the current month, whose reports revalue; its year ends on 31 March, of seed 5 on 29 February. */
function openYear(seed: number, more: Parameters<typeof on.connect>[0] = {}): void {
	on.sandbox.generateYear(seed);
	on.sandbox.bookkeeping.setRevaluation(tenantId, true);
	Object.assign(on.sandbox.bookkeeping.unkindness, { ratesMissing: false });
	on.connect({ tenants: [tenantId], scopes: on.sandbox.apps.web.scopes, expiresIn: 365 * 24 * 3600, ...more });
	on.sandbox.forget();
}

/** The day of the conversion balances, after which the thirteen full months of the books begin. */
const beganOn = (): string =>
	String(on.records('Journals', tenantId).find(({ Reference }) => Reference === 'Conversion Balance')!.JournalDate).slice(0, 10);

/** A day of a month of the books, 0 being the first. */
const dayIn = (month: number, day: number): string =>
	DateTime.fromISO(beganOn()).plus({ days: 1 }).plus({ months: month }).set({ day }).toISODate()!;

const monthEnd = (month: number): string => DateTime.fromISO(dayIn(month, 1)).endOf('month').toISODate()!;

/** A full month, the last one unless said. */
const month = (number = 12): readonly [from: string, to: string] => [dayIn(number, 1), monthEnd(number)];

const dayBefore = (day: string): string => DateTime.fromISO(day).minus({ days: 1 }).toISODate()!;

const accountId = (code: string): string => String(on.records('Accounts', tenantId).find((one) => one.Code === code)!.AccountID);

/** What the two foreign accounts began with, which no list has: 8,250.40 USD at 0.5873, 612,500 JPY at 87.41. */
const openings = (date = dayIn(-1, 1)): INodeParameters =>
	({
		openings: {
			openingBalance: [
				{ accountId: byCode('093'), date, foreign: '8250.40', base: '14048.02' },
				{ accountId: byId(accountId('094')), date, foreign: '612500', base: '7007.21' },
			],
		},
	}) as unknown as INodeParameters;

const inWhere = (day: string): string => `DateTime(${day.replaceAll('-', ',')})`;

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

async function revalue([from, to]: readonly [string, string], options: INodeParameters = {}, opened = openings()) {
	const asked = { period: 'custom', fromDate: from, toDate: to, options: { ...opened, ...options } };
	return await on.report('currency.currencyRevaluation', asked as INodeParameters, [{}], AT);
}

/** Checks with their statuses; a cent of rounding ties as well. */
const statuses = (rows: readonly IDataObject[]): unknown[] =>
	rows
		.filter(({ rowType }) => rowType === 'check')
		.map(({ check, status }) => `${String(check)} ${status === 'rounding' ? 'ties' : String(status)}`);

const ALL_TIE = [
	...['bankTie ties', 'bankTie ties', 'receivablesTie ties', 'payablesTie ties'],
	...['bankRevaluation ties', 'unrealised ties', 'realised ties'],
];

/** The first month of a financial year that ends with March. */
const april = (): number => [...Array(13).keys()].find((number) => dayIn(number, 1).slice(5, 7) === '04')!;

const SPANS: ReadonlyArray<readonly [string, () => readonly [string, string]]> = [
	['a month', () => month()],
	['thirteen months, a year end among them', () => [dayIn(0, 1), monthEnd(12)]],
	['days in the middle of two months', () => [dayIn(4, 10), dayIn(7, 17)]],
	['the first month of a financial year', () => month(april())],
];

describe.each([1, 2, 3, 5])('the revaluation of the year generated from seed %i', (seed) => {
	beforeAll(() => openYear(seed));

	test.each(SPANS)('ties at given rates, each account and each gain: %s', async (_what, span) => {
		const [from, to] = span();
		const { json, error } = await revalue([from, to], { rates: rates(dayBefore(from), to) });
		expect([error, statuses(json)]).toEqual(['', ALL_TIE]);
		expect(json.filter(({ rowType }) => rowType === 'notInApi')).toEqual([]);
	});

	test('calls its ties circular where the rates follow from the balances, and holds the gains all the same', async () => {
		const { json, hints } = await revalue(month());
		const checks = json.filter(({ rowType }) => rowType === 'check');
		const circular = checks.filter(({ note }) => String(note).startsWith('Circular')).map(({ check }) => check);
		// Euros have no account of their own: their rate is what payables leave beyond dollars and yen.
		expect(circular.slice(0, 2)).toEqual(['bankTie', 'bankTie']);
		expect(statuses(json)).toEqual(
			expect.arrayContaining(['receivablesTie ties', 'bankRevaluation ties', 'unrealised ties', 'realised ties']),
		);
		expect(hints.join()).not.toContain('Look at this');
	});
});

describe('the calls of a revaluation', () => {
	test('are two for each foreign account, one for transfers, and those of the aged reports', async () => {
		openYear(1);
		await revalue(month());
		const kinds = new Map<string, number>();
		for (const call of on.asked) kinds.set(call, (kinds.get(call) ?? 0) + 1);
		expect(Object.fromEntries(kinds)).toEqual({
			'GET /Organisation': 1,
			'GET /Accounts': 1,
			'GET /Reports/TrialBalance': 2,
			'GET /BankTransactions': 2,
			'GET /BankTransfers': 1,
			'GET /CreditNotes': 2,
			'GET /Invoices': expect.any(Number) as number,
			'GET /Overpayments': 1,
			'GET /Payments': 3,
			'GET /Prepayments': 1,
		});
		const [dollars] = on.queries('GET /BankTransactions');
		expect(dollars!.where).toBe(
			`Status=="AUTHORISED" AND BankAccount.AccountID==guid("${accountId('093')}") AND Date>${inWhere(dayIn(-1, 1))} AND Date<=${inWhere(monthEnd(12))}`,
		);
	});

	test('are one more for each bank transaction whose rate the list leaves out, and everything ties still', async () => {
		openYear(3);
		Object.assign(on.sandbox.bookkeeping.unkindness, { ratesMissing: true });
		const { json } = await revalue(month(), { rates: rates(monthEnd(11), monthEnd(12)) });
		expect(statuses(json)).toEqual(ALL_TIE);
		expect(on.asked.filter((call) => /^GET \/BankTransactions\/./.test(call)).length).toBeGreaterThan(10);
	});

	test('are refused beyond Most Calls, with what makes them fewer', async () => {
		openYear(1);
		const { error } = await revalue(month(), { mostCalls: 10 });
		expect(error).toMatch(/Item 1, Most Calls “10”: is less than the 1\d calls to Xero that this takes so far/);
		expect(error).toContain('Raise it, or give Opening Balances of a day nearer to the period, or choose fewer in Scope');
	});

	test('are none of documents where only bank accounts are in Scope', async () => {
		openYear(1);
		const { json } = await revalue(month(), { scope: ['bank'] });
		expect(on.asked.filter((call) => call.endsWith('Invoices') || call.endsWith('CreditNotes'))).toEqual([]);
		expect(new Set(json.filter(({ rowType }) => rowType === 'row').map(({ kind }) => kind))).toEqual(new Set(['bank']));
		expect(statuses(json).slice(-2)).toEqual(['unrealised notChecked', 'realised notChecked']);
	});
});

describe('what a revaluation is not told', () => {
	test('is the opening balance of an account: no rate follows from it, and it is asked for by name', async () => {
		openYear(1);
		const { error } = await revalue(month(), {}, {});
		expect(error).toContain(`USD at ${monthEnd(12)}`);
		expect(error).toContain('Give what US Dollar Account, Yen Account began with in Opening Balances, or give the rate in Rates');
		const given = await revalue(month(), { rates: rates(monthEnd(11), monthEnd(12)) }, {});
		expect(statuses(given.json).filter((status) => String(status).startsWith('openingBalance'))).toEqual([
			'openingBalance differs',
			'openingBalance differs',
		]);
		expect(given.hints.join()).toContain('Give it in Opening Balances: its day, what it held, and what that had cost');
	});

	test('is the trial balance, where the credential may not read it: given rates serve, and the checks name the scope', async () => {
		const scopes = on.sandbox.apps.web.scopes.filter((scope) => !scope.startsWith('accounting.reports'));
		openYear(1, { scopes });
		const { json, error } = await revalue(month(), { rates: rates(monthEnd(11), monthEnd(12)) });
		expect(error).toBe('');
		const checks = json.filter(({ rowType }) => rowType === 'check');
		expect(new Set(checks.map(({ status }) => status))).toEqual(new Set(['notChecked']));
		expect(checks[0]!.note).toBe('The trial balance could not be read: it takes the scope accounting.reports.trialbalance.read.');
	});

	test.each<[string, (id: string) => IDataObject, string]>([
		[
			'a row that lacks something',
			(id) => ({ accountId: byId(id), date: dayIn(-1, 1), foreign: '1' }),
			'Opening Balance 1, Cost in Base Currency: has no value',
		],
		[
			'a day after the period',
			(id) => ({ accountId: byId(id), date: dayIn(13, 1), foreign: '1', base: '1' }),
			'is after the period, which ends on',
		],
		[
			'an account in the base currency',
			() => ({ accountId: byId(accountId('090')), date: dayIn(-1, 1), foreign: '1', base: '1' }),
			'is no bank account in a foreign currency',
		],
	])('refuses %s among the opening balances', async (_what, row, says) => {
		openYear(1);
		const { error } = await revalue(month(), {
			openings: { openingBalance: [row(accountId('093'))] } as unknown as INodeParameters,
		});
		expect(error).toContain(says);
	});
});

describe('an account that began in the period', () => {
	test('is nothing before it, and ties with the balance of the day on which it began', async () => {
		openYear(1);
		const whole = [dayIn(-1, 1), monthEnd(12)] as const;
		const { json } = await revalue(whole, { rates: rates(dayBefore(whole[0]), whole[1]) }, openings(beganOn()));
		expect(statuses(json)).toEqual([...ALL_TIE.slice(0, 2), 'openingBalance ties', 'openingBalance ties', ...ALL_TIE.slice(2)]);
		const late = await revalue(month(), { rates: rates(monthEnd(11), monthEnd(12)) }, openings(dayIn(12, 15)));
		expect(statuses(late.json)).toContain('openingBalance differs');
	});
});

describe('the page of a revaluation', () => {
	test('is an HTML file with the accounts, the documents and the checks', async () => {
		openYear(1);
		const { items } = await revalue(month(), { alsoAsPage: true, totals: 'group' });
		const { fileName, data } = items[0]!.binary!.page!;
		expect(fileName).toBe(`Currency Revaluation ${monthEnd(12)}.html`);
		const html = Buffer.from(data, 'base64').toString('utf8');
		for (const text of ['093 US Dollar Account', 'Receivables', 'Payables', 'Gain of the bank accounts'])
			expect(html).toContain(text);
	});
});

describe('other reports of books that are revalued', () => {
	test('have it in the general ledger as what is not in the API, with revaluation as its reason', async () => {
		openYear(1);
		const { json } = await on.report(
			'ledger.generalLedger',
			{ period: 'custom', fromDate: dayIn(12, 1), toDate: monthEnd(12), rows: 'accounts' },
			[{}],
			AT,
		);
		const reasons = Object.fromEntries(
			json.filter(({ rowType }) => rowType === 'notInApi').map(({ accountCode, reason }) => [accountCode, reason]),
		);
		expect(reasons).toMatchObject({
			...{ '093': 'revaluation', '094': 'revaluation', '497': 'revaluation' },
			...{ '498': 'revaluation', '610': 'revaluation', '800': 'revaluation' },
		});
		const gains = json.find(({ rowType, accountCode }) => rowType === 'notInApi' && accountCode === '497')!;
		const revalued = await revalue(month(), { totals: 'group' });
		const bank = revalued.json.find(({ rowType, kind }) => rowType === 'total' && kind === 'bank')!;
		expect([bank.periodGain, Number(bank.periodGain) === 0]).toEqual([-Number(gains.amount), false]);
	});

	test.each(['Receivables', 'Payables'])('tie in the aged %s at the rates of the day where these are given', async (side) => {
		openYear(1);
		for (const date of [monthEnd(12), dayIn(6, 20)]) {
			const asked = { asOf: 'custom', date, rows: 'documents', options: { rates: rates(date) } };
			const { json } = await on.report(`owing.aged${side}`, asked as INodeParameters, [{}], AT);
			const tie = json.find(({ check }) => check === `${side.toLowerCase()}Tie`)!;
			expect([date, tie.status === 'rounding' ? 'ties' : tie.status]).toEqual([date, 'ties']);
		}
	});

	test('differ in the aged receivables at rates that are not those of the day', async () => {
		openYear(1);
		const given = rates(monthEnd(9)) as unknown as { rate: IDataObject[] };
		const off = { rate: given.rate.map(({ date: _date, ...one }) => one) };
		const asked = { asOf: 'custom', date: monthEnd(12), rows: 'documents', options: { rates: off } };
		const { json } = await on.report('owing.agedReceivables', asked as unknown as INodeParameters, [{}], AT);
		expect(json.find(({ check }) => check === 'receivablesTie')!.status).toBe('differs');
	});
});
