import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { consentScopes } from '../../sandbox/scopes';
import { BooksByApi } from './booksByApi';
import { columns, pageOf } from './reportRows';
import { byCode, byId, HARBOUR, KERERU, staged } from './stage';

const on = staged({ seed: 'demo', shared: true, limits: { minute: 10_000 } });

/** The organisation of the generated year: everything that makes books hard. */
const HARD = '91c0b7e4-5d2a-4f86-b3e9-07f4a68d1c25';
const ALL = [KERERU, HARBOUR, HARD];
beforeAll(() => {
	on.sandbox.generateYear(7);
	on.connect({ tenants: ALL });
});
const KIND = { ratesMissing: false, typesPlain: false, creditDatesWrong: false, claimAccountsMissing: false };
afterEach(() => {
	on.sandbox.clearFaults();
	Object.assign(on.sandbox.bookkeeping.unkindness, KIND);
	on.connect({ tenants: ALL });
});

const CLOSE = 'close.closeChecks';
const daysAgo = (days: number) => DateTime.fromMillis(on.openedAt, { zone: 'Pacific/Auckland' }).minus({ days }).toISODate()!;
const close = async (tenant: string, parameters: INodeParameters = {}) => {
	const { json, error, hints, items } = await on.report(CLOSE, { organisation: byId(tenant), ...parameters });
	expect(error).toBe('');
	return { json, hints: hints.join('\n'), items };
};
const at = (date: string, options: INodeParameters = {}) => ({ asOf: 'custom', date, options });
const found = (rows: readonly IDataObject[], check: string) =>
	rows.filter((row) => row.level === 'finding' && row.check === check);
/** What the sandbox holds, in the words of the checks. */
const records = (tenant: string, plural: string): IDataObject[] => on.records(plural, tenant) as IDataObject[];
const dayOf = ({ Date: date }: IDataObject) => String(date).slice(0, 10);
/** Rows as they are but for what was told of the run. */
const plain = (rows: readonly IDataObject[]) => rows.map(({ _findings, ...row }) => row);

describe('What a credential may not read', () => {
	const without = (...lacking: string[]) =>
		on.connect({ tenants: ALL, scopes: consentScopes.filter((scope) => !lacking.some((one) => scope.startsWith(one))) });

	it('is not checked, with its scope, and never ok; the other checks are as they were', async () => {
		const day = daysAgo(33);
		const whole = await close(HARD, at(day));
		for (const [lacking, scope, checks] of [
			[
				'accounting.reports.trialbalance',
				'accounting.reports.trialbalance.read',
				['receivablesTie', 'payablesTie', 'claimsTie', 'suspense', 'negativeBank', 'wrongSide'],
			],
			[
				'accounting.banktransactions',
				'accounting.banktransactions.read',
				['unreconciled', 'missingAttachments', 'futureDated', 'currencyRates'],
			],
			['accounting.manualjournals', 'accounting.manualjournals.read', ['drafts']],
			['accounting.classicexpenses', 'accounting.classicexpenses.read', ['claimsTie', 'toApprove']],
			[
				'accounting.payments',
				'accounting.payments.read',
				['receivablesTie', 'payablesTie', 'unreconciled', 'unusedCredits', 'wrongSide', 'old', 'futureDated', 'currencyRates'],
			],
		] as const) {
			without(lacking);
			const { json, hints } = await close(HARD, at(day));
			const told = json.filter(({ level, text }) => level === 'check' && String(text).includes(scope));
			expect([lacking, told.map(({ check }) => check)]).toEqual([lacking, [...checks]]);
			expect(told.filter(({ severity }) => severity === 'ok')).toEqual([]);
			expect(hints).toContain(`(${scope}), so that some checks were not made`);
			const others = (rows: readonly IDataObject[]) =>
				rows.filter(({ check }) => !(checks as readonly unknown[]).includes(check)).map(({ _findings, ...row }) => row);
			expect(others(json)).toEqual(others(whole.json));
		}
	});

	it('for want of a role in Xero, asks for the role and not for the scope', async () => {
		on.sandbox.fail({ match: { path: '/Reports' }, times: 1, what: { kind: 'status', status: 403 } });
		const { hints } = await close(HARD, at(daysAgo(0), { checks: ['negativeBank'] }));
		expect(hints).toContain('The person who connected needs the role for it in Xero');
		expect(hints).not.toContain('Tick the scope');
	});

	it('is told to those who ask for findings alone', async () => {
		without('accounting.reports.trialbalance');
		const { json } = await close(HARD, { rows: 'findings', ...at(daysAgo(0), { checks: ['negativeBank', 'drafts'] }) });
		expect(columns(json, 'level', 'check', 'severity')[0]).toEqual(['finding', 'drafts', 'warning']);
		expect(columns(json, 'level', 'check', 'severity').at(-1)).toEqual(['check', 'negativeBank', 'notChecked']);
	});
});

describe('Where nothing is found', () => {
	const asked = { rows: 'findings', ...at('2019-01-31', { checks: ['drafts'] }) };

	it('findings alone are no items, and an agent is told so', async () => {
		expect((await close(HARD, asked)).json).toEqual([]);
		const agent = { settings: { rewireOutputLogTo: 'ai_tool' } as never };
		const { json } = await on.report(CLOSE, { organisation: byId(HARD), ...asked }, [{}], agent);
		expect(json).toEqual([{ ok: true, found: 0, message: 'No findings match' }]);
	});

	it('the page comes all the same, with the checks', async () => {
		const { json, items } = await close(HARD, { ...asked, options: { checks: ['drafts'], alsoAsPage: true } });
		expect(columns(json, 'level', 'check', 'severity')).toEqual([['check', 'drafts', 'ok']]);
		expect(pageOf(items[0]!).fileName).toBe('Close Checks 2019-01-31.html');
	});
});

describe('What is put into the books', () => {
	const NOISY = '=HYPERLINK("x") <b>Fern & "Co"</b>';
	const bill = (number: string, date: string, total: number, more: IDataObject = {}): IDataObject => ({
		...{ Type: 'ACCPAY', Contact: { Name: NOISY }, InvoiceNumber: number, Date: date, DueDate: date, Status: 'AUTHORISED' },
		LineAmountTypes: 'NoTax',
		LineItems: [{ Description: 'Chairs', Quantity: 1, UnitAmount: total, AccountCode: '400' }],
		...more,
	});

	it('is found with its page, tracking and time of change, whatever its name', async () => {
		const books = new BooksByApi(on, KERERU);
		const contact = await books.put('Contacts', 'ContactID', { Contacts: [{ Name: NOISY }] });
		const of = { Contact: { ContactID: contact } };
		const one = await books.put('Invoices', 'InvoiceID', bill('0077 a', '2046-10-03', 80, of));
		const other = await books.put('Invoices', 'InvoiceID', bill('77A', '2046-10-20', 95, of));
		const [category] = records(KERERU, 'TrackingCategories');
		const { json, items } = await close(KERERU, {
			...{ rows: 'both', asOf: 'custom', date: '2046-10-31' },
			options: {
				checks: ['duplicateBills', 'missingAttachments', 'noTracking', 'changedSince', 'suspense'],
				attachmentFrom: 90,
				trackingCategory: byId(String(category!.TrackingCategoryID)),
				changedSince: DateTime.fromMillis(on.openedAt).minus({ hours: 1 }).toISO(),
				suspenseAccounts: { account: [{ accountId: byCode('400') }] },
				alsoAsPage: true,
			},
		});
		expect(found(json, 'duplicateBills').map(({ text, documentIds, amount }) => [text, documentIds, amount])).toContainEqual([
			`2 bills of ${NOISY} with the number 77A.`,
			[one, other],
			95,
		]);
		expect(columns(found(json, 'missingAttachments'), 'documentIds', 'amount', 'contactName')).toEqual([[[other], 95, NOISY]]);
		expect(columns(found(json, 'noTracking'), 'text')).toEqual([
			[`Bill 0077 a of ${NOISY} (2046-10-03, NZD 80.00) has 1 line without ${String(category!.Name)}.`],
			[`Bill 77A of ${NOISY} (2046-10-20, NZD 95.00) has 1 line without ${String(category!.Name)}.`],
		]);
		expect(found(json, 'changedSince').map(({ documentIds }) => documentIds)).toEqual(expect.arrayContaining([[one], [other]]));
		expect(found(json, 'suspense').map(({ accountCode }) => accountCode)).toContain('400');
		expect(found(json, 'missingAttachments')[0]!.url).toBe(
			`https://go.xero.com/organisationlogin/default.aspx?shortcode=!kRu7d&redirecturl=/AccountsPayable/View.aspx?InvoiceID=${other}`,
		);
		const { fileName, html } = pageOf(items[0]!);
		expect(fileName).toBe('Close Checks 2046-10-31.html');
		expect(html).toContain(
			'2 bills of =HYPERLINK(&quot;x&quot;) &lt;b&gt;Fern &amp; &quot;Co&quot;&lt;/b&gt; with the number 77A.',
		);
		expect(html).not.toContain('<b>Fern');
	});

	it('may be chosen from a category that is not there, which is refused', async () => {
		const { error } = await on.report(CLOSE, {
			organisation: byId(KERERU),
			...at(daysAgo(0), { trackingCategory: byId('6a7b8c9d-0e1f-4203-8415-2637485960a1') }),
		});
		expect(error.split('\n')[0]).toBe(
			'Item 1, Tracking Category “6a7b8c9d-0e1f-4203-8415-2637485960a1”: is none of the tracking categories of the organisation. Choose it From List',
		);
	});
});

describe('When Xero is unkind', () => {
	it.each(['typesPlain', 'creditDatesWrong', 'claimAccountsMissing'] as const)('(%s) every row stays', async (kind) => {
		const day = daysAgo(33);
		const whole = await close(HARD, at(day));
		on.sandbox.bookkeeping.unkindness[kind] = true;
		expect(plain((await close(HARD, at(day))).json)).toEqual(plain(whole.json));
	});

	it('and leaves rates out of lists, they are read with the records of the month alone, and the checks are as they were', async () => {
		const day = daysAgo(33);
		const checks = ['receivablesTie', 'payablesTie', 'missingAttachments', 'currencyRates', 'futureDated'];
		const whole = await close(HARD, at(day, { checks }));
		on.sandbox.bookkeeping.unkindness.ratesMissing = true;
		on.sandbox.forget();
		const { json, hints } = await close(HARD, at(day, { checks }));
		expect(plain(json)).toEqual(plain(whole.json));
		expect(hints).not.toContain('Look at this');
		const single = on.asked.filter((call) => call.startsWith('GET /BankTransactions/'));
		const foreign = records(HARD, 'BankTransactions').filter(
			(one) =>
				one.CurrencyCode !== 'NZD' &&
				one.Status === 'AUTHORISED' &&
				!String(one.Type).endsWith('TRANSFER') &&
				dayOf(one).slice(0, 7) === day.slice(0, 7) &&
				dayOf(one) <= day,
		);
		expect([single.length, single.length > 0]).toEqual([foreign.length, true]);
	});

	it('and is not there twice, the rows are as they would have been', async () => {
		const day = daysAgo(33);
		const whole = await close(HARD, at(day));
		on.sandbox.fail({ match: { path: '/BankTransactions' }, times: 2, what: { kind: 'status', status: 503 } });
		expect(plain((await close(HARD, at(day))).json)).toEqual(plain(whole.json));
	});
});

test('several organisations in one run have their own rows, each paired with its item', async () => {
	const day = daysAgo(33);
	const { json, error, pairs } = await on.report(
		CLOSE,
		{ organisation: byId('={{ $json.in }}'), ...at(day, { checks: ['negativeBank', 'old'] }), rows: 'checks' },
		[{ in: KERERU }, { in: HARD }],
	);
	expect(error).toBe('');
	expect([pairs, columns(json, 'organisationId', 'check')]).toEqual([
		[0, 0, 1, 1],
		[
			[KERERU, 'negativeBank'],
			[KERERU, 'old'],
			[HARD, 'negativeBank'],
			[HARD, 'old'],
		],
	]);
});
