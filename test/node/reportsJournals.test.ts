import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { consentScopes } from '../../sandbox/scopes';
import { cents, Ledger, sum } from './ledgerOf';
import { byId, HARBOUR, KERERU, staged } from './stage';

const on = staged({ seed: 'demo', shared: true, limits: { minute: 10_000 } });

/** The organisation of the generated year, with what no list of the API has. */
const GENERATED = '91c0b7e4-5d2a-4f86-b3e9-07f4a68d1c25';
const tenants = [KERERU, HARBOUR, GENERATED];
const scopes = [...consentScopes, 'accounting.journals.read'];
beforeAll(() => {
	on.sandbox.generateYear(2);
	on.connect({ tenants, scopes });
});

const LIVE = 'ledger.liveJournals';
const journals = async (tenant: string, parameters: INodeParameters = {}, options: INodeParameters = {}) => {
	const act = { organisation: byId(tenant) };
	const { json, error, items, hints } = await on.report(LIVE, { source: 'journals', ...parameters, options }, undefined, act);
	expect(error).toBe('');
	return { json, items, hints };
};

const monthEnd = (back: number) =>
	DateTime.fromMillis(on.openedAt, { zone: 'Pacific/Auckland' }).minus({ months: back }).endOf('month').toISODate()!;
const custom = (fromDate: string, toDate: string) => ({ period: 'custom', fromDate, toDate });
const YEAR = () => custom(`${monthEnd(13).slice(0, 8)}01`, monthEnd(1));
const rowsOf = (rows: readonly IDataObject[], type: string) => rows.filter(({ rowType }) => rowType === type);

/** Cents by account of rows. */
const byAccount = (rows: readonly IDataObject[]) => {
	const sums = new Map<string, number>();
	for (const { accountId, net } of rowsOf(rows, 'row'))
		sums.set(String(accountId), (sums.get(String(accountId)) ?? 0) + cents(net));
	return new Map([...sums].filter(([, amount]) => amount !== 0).sort());
};
const nonZero = (amounts: ReadonlyMap<string, number>) => new Map([...amounts].filter(([, amount]) => amount !== 0).sort());

describe.each([
	['a trading company', KERERU],
	['a studio abroad', HARBOUR],
	['the generated year', GENERATED],
])('The live journals of %s', (_, tenant) => {
	it('come to what the ledger moved, account by account, with as many lines as nothing took back', async () => {
		const days = YEAR();
		const { json } = await journals(tenant, days);
		expect(byAccount(json)).toEqual(nonZero(new Ledger(on, tenant).moved(days.fromDate, days.toDate)));
		const all = (await journals(tenant, days, { pairs: 'mark' })).json;
		const live = rowsOf(all, 'row').filter(({ status }) => status === 'live');
		expect(live.map(({ journalNumber, net }) => [journalNumber, net])).toEqual(
			rowsOf(json, 'row').map(({ journalNumber, net }) => [journalNumber, net]),
		);
		const known = on.records('Journals', tenant).filter(({ JournalDate }) => {
			const day = String(JournalDate).slice(0, 10);
			return day >= days.fromDate && day <= days.toDate;
		});
		expect(new Set(rowsOf(all, 'row').map(({ journalId }) => journalId))).toEqual(
			new Set(known.map(({ JournalID }) => JournalID)),
		);
		expect(rowsOf(json, 'check').map(({ check, ours, xeros, status }) => [check, ours, xeros, status])).toEqual([
			['pairsCount', 0, 0, 'ties'],
			['entriesSum', 0, 0, 'ties'],
			['voidedCount', 0, 0, 'ties'],
			['noJournalCount', 0, 0, 'ties'],
		]);
	});

	it('are rebuilt from documents to the same on every account, but for what no list of the API has', async () => {
		const days = YEAR();
		const HIDDEN = ['', 'PAYSLIP', 'WAGEPAYABLE', 'EXTERNALSPENDMONEY'];
		const listed = new Ledger(on, tenant).moved(days.fromDate, days.toDate, (_options, source) => !HIDDEN.includes(source));
		const { json } = await journals(tenant, { ...days, source: 'documents' });
		// What is sold from stock is in the journal of the invoice, and in no list.
		const stock = [...new Ledger(on, tenant).accounts.values()].filter(({ Code }) => ['310', '630'].includes(Code ?? ''));
		const without = (amounts: ReadonlyMap<string, number>) =>
			new Map([...amounts].filter(([id]) => !stock.some(({ AccountID }) => AccountID === id)));
		expect(without(byAccount(json))).toEqual(without(nonZero(listed)));
		expect(new Set(rowsOf(json, 'row').map(({ source, journalNumber }) => `${String(source)} ${String(journalNumber)}`))).toEqual(
			new Set(['rebuilt null']),
		);
	});
});

describe('Live Journals', () => {
	it('reads by the last number until a page is empty', async () => {
		await journals(HARBOUR, {}, { tieOut: false });
		const numbers = on.records('Journals', HARBOUR).map(({ JournalNumber }) => Number(JournalNumber));
		const pages = Array.from({ length: Math.ceil(numbers.length / 100) }, (_, page) => numbers.slice(0, page * 100 + 100).at(-1));
		expect(on.queries('GET /Journals').map(({ offset }) => Number(offset))).toEqual([0, ...pages]);
	});

	it('that would take more calls than Most Calls stops, and says where else the journals are', async () => {
		const { error } = await on.report(LIVE, { source: 'journals', options: { mostCalls: 3 } });
		expect(error).toMatch(/Most Calls “3”.*is less than the \d+ calls.*choose Source: Documents/s);
		expect(on.called('GET /Journals').length).toBeLessThan(3);
	});

	it('without the scope of journals says which one it takes', async () => {
		on.connect({ tenants, scopes: consentScopes });
		try {
			const { error } = await on.report(LIVE, { source: 'journals' });
			expect(error).toContain('accounting.journals.read');
			expect((await journals(HARBOUR, { source: 'documents' })).json.length).toBeGreaterThan(10);
		} finally {
			on.connect({ tenants, scopes });
		}
	});

	it('of a voided invoice are left out, marked as a pair, and stand as they were known before', async () => {
		const invoice = on
			.records('Invoices')
			.find(
				({ Status, Type, AmountPaid, AmountCredited }) =>
					Status === 'AUTHORISED' && Type === 'ACCREC' && !AmountPaid && !AmountCredited,
			)!;
		const day = String(invoice.Date).slice(0, 10);
		const days = custom(day, day);
		const InvoiceID = String(invoice.InvoiceID);
		const of = (rows: readonly IDataObject[]) => rowsOf(rows, 'row').filter(({ sourceId }) => sourceId === InvoiceID);
		const before = of((await journals(KERERU, days)).json);
		expect(before.length).toBeGreaterThan(1);
		await on.clock.sleep(60_000);
		const knownAt = new Date(on.clock.now()).toISOString();
		await on.clock.sleep(60_000);
		await on.run('invoice.void', { InvoiceID: byId(InvoiceID) });
		expect(of((await journals(KERERU, days)).json)).toEqual([]);
		const marked = of((await journals(KERERU, days, { pairs: 'mark' })).json);
		expect(new Set(marked.map(({ status }) => status))).toEqual(new Set(['reversed', 'reversal']));
		const [one, other] = [marked[0]!, marked.at(-1)!];
		expect([one.partner, other.partner]).toEqual([other.journalNumber, one.journalNumber]);
		const known = await journals(KERERU, days, { knownAt });
		expect(of(known.json).map(({ journalNumber, net, status }) => [journalNumber, net, status])).toEqual(
			before.map(({ journalNumber, net }) => [journalNumber, net, 'live']),
		);
		expect(rowsOf(known.json, 'check').at(-1)).toMatchObject({
			check: 'voidedCount',
			status: 'notChecked',
			note: 'Documents are those of now, and journals those of Known At.',
		});
	});

	it('has totals by account that are the sums of the rows', async () => {
		const { json } = await journals(GENERATED, {}, { totals: 'group' });
		const totals = rowsOf(json, 'total');
		const accounts = new Map(
			totals.filter(({ level }) => level === 'account').map(({ accountId, net }) => [String(accountId), cents(net)]),
		);
		expect(nonZero(accounts)).toEqual(byAccount(json));
		expect(sum([...accounts.values()])).toBe(0);
		expect(totals.at(-1)).toMatchObject({ level: 'grand', net: 0 });
	});

	it('has the same keys in every row of a kind, whatever it is made from', async () => {
		const kinds = new Map<string, Set<string>>();
		for (const source of ['documents', 'journals'])
			for (const row of (await journals(GENERATED, { source }, { totals: 'group' })).json) {
				const kind = String(row.rowType);
				kinds.set(kind, (kinds.get(kind) ?? new Set()).add(Object.keys(row).join()));
			}
		expect([...kinds].map(([kind, keys]) => [kind, keys.size]).sort()).toEqual([
			['check', 1],
			['row', 1],
			['total', 1],
		]);
	});

	it('is drawn as a page beside its first item', async () => {
		const { items } = await journals(HARBOUR, {}, { alsoAsPage: true });
		const { data, fileName } = items[0]!.binary!.page!;
		expect(fileName).toMatch(/^Live Journals \d{4}-\d\d-\d\d\.html$/);
		expect(Buffer.from(data, 'base64').toString('utf8')).toMatch(/Journal \d+: /);
	});

	it.each<[string, INodeParameters, string]>([
		['what was known of documents at a moment', { knownAt: '2026-01-01T00:00:00Z' }, 'Known At'],
		['pairs of documents', { pairs: 'mark' }, 'Voided Pairs'],
	])('refuses %s', async (_, options, named) => {
		const { error } = await on.report(LIVE, { source: 'documents', options });
		expect(error).toContain(named);
		expect(error).toContain('Choose Source: Journals');
		expect(on.asked).toEqual([]);
	});
});
