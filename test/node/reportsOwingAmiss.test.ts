import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { consentScopes } from '../../sandbox/scopes';
import { checks, columns, ofType } from './reportRows';
import { byId, staged } from './stage';

const on = staged({ seed: 'empty', shared: true, limits: { minute: 10_000 } });

/** The organisation of the generated year: everything that makes books hard. */
const HARD = '91c0b7e4-5d2a-4f86-b3e9-07f4a68d1c25';
const KIND = { ratesMissing: false, typesPlain: false, creditDatesWrong: false, claimAccountsMissing: false };
beforeAll(() => {
	on.sandbox.generateYear(7);
	on.connect({ tenants: [HARD] });
});
afterEach(() => {
	on.sandbox.clearFaults();
	Object.assign(on.sandbox.bookkeeping.unkindness, KIND);
	on.connect({ tenants: [HARD] });
});

const RECEIVABLES = 'owing.agedReceivables';
const PAYABLES = 'owing.agedPayables';
const STATEMENT = 'owing.customerStatement';

const inside = (parameters: INodeParameters = {}) => ({ organisation: byId(HARD), ...parameters });
const report = async (what: string, parameters: INodeParameters) => {
	const { json, error, hints } = await on.report(what, parameters);
	expect([what, error]).toEqual([what, '']);
	return { json, hints };
};
const daysAgo = (days: number) => DateTime.fromMillis(on.openedAt, { zone: 'Pacific/Auckland' }).minus({ days }).toISODate()!;
const asOf = (date: string) => ({ asOf: 'custom', date });
/** Rows as they are but for what was told of the run. */
const plain = (rows: readonly IDataObject[]) => rows.map(({ _findings, ...row }) => row);

describe('When something is amiss', () => {
	it.each([
		['accounting.settings', 'Access: Settings (Read Only) (accounting.settings.read)'],
		['accounting.invoices', 'Access: Invoices and Bills (Read Only) (accounting.invoices.read)'],
		['accounting.payments', 'Access: Payments (Read Only) (accounting.payments.read)'],
	])('a credential without %s is refused, and told which access to tick', async (lacking, named) => {
		on.connect({ tenants: [HARD], scopes: consentScopes.filter((scope) => scope.replace(/\.read$/, '') !== lacking) });
		for (const [what, more] of [
			[RECEIVABLES, {}],
			[PAYABLES, {}],
			[STATEMENT, { contacts: 'all' }],
		] as const) {
			const { json, error } = await on.report(what, inside(more));
			expect([what, json, error.includes(named)]).toEqual([what, [], true]);
		}
	});

	it('a credential that lacks the trial balance or contacts gets the report, and why something was not checked', async () => {
		const without = (lacking: string) =>
			on.connect({ tenants: [HARD], scopes: consentScopes.filter((scope) => !scope.startsWith(lacking)) });
		const asked = inside({ ...asOf(daysAgo(30)), options: { currencyView: 'documentRate' } });
		const whole = await report(RECEIVABLES, asked);
		without('accounting.reports.trialbalance');
		const { json } = await report(RECEIVABLES, asked);
		expect(plain(ofType(json, 'row', 'total'))).toEqual(plain(ofType(whole.json, 'row', 'total')));
		expect(ofType(json, 'check')[0]).toMatchObject({
			...{ status: 'notChecked', xeros: null },
			note: 'The trial balance could not be read: it takes the scope accounting.reports.trialbalance.read.',
		});
		without('accounting.contacts');
		const statements = await report(STATEMENT, inside({ contacts: 'all', asOf: 'today', rows: 'contacts' }));
		expect(statements.hints.join()).toContain(
			'contacts could not be read, so that email addresses are empty and nothing is held against the balances of Xero',
		);
		expect(statements.hints.join()).toContain('the scope is accounting.contacts.read');
		expect(checks(statements.json)).toEqual([['statementClosesCount', 0, 0, 'ties']]);
	});

	it.each(['ratesMissing', 'typesPlain', 'creditDatesWrong'] as const)(
		'in Xero’s answers (%s) every figure stays',
		async (kind) => {
			const whole: IDataObject[][] = [];
			for (const unkind of [false, true]) {
				on.sandbox.bookkeeping.unkindness[kind] = unkind;
				const parts: IDataObject[] = [];
				for (const what of [RECEIVABLES, PAYABLES]) parts.push(...(await report(what, inside(asOf(daysAgo(90))))).json);
				const period = { contacts: 'all', type: 'activity', period: 'custom', fromDate: daysAgo(90), toDate: daysAgo(30) };
				parts.push(...(await report(STATEMENT, inside(period))).json);
				whole.push(plain(parts));
			}
			expect(whole[1]).toEqual(whole[0]);
			expect(whole[0]!.length).toBeGreaterThan(50);
		},
	);

	it.each<[string, Parameters<typeof on.sandbox.fail>[0]]>([
		['a list is not available twice', { match: { path: '/Payments' }, times: 2, what: { kind: 'status', status: 503 } }],
		[
			'the minute’s calls are used up',
			{ match: { path: '/Invoices' }, times: 1, what: { kind: 'limit', problem: 'minute', retryAfter: 3 } },
		],
		['too many calls are under way', { times: 2, what: { kind: 'limit', problem: 'concurrent' } }],
		['the connection is cut', { match: { path: '/CreditNotes' }, times: 1, what: { kind: 'dropBefore' } }],
		[
			'the trial balance fails once',
			{ match: { path: '/Reports/TrialBalance' }, times: 1, what: { kind: 'status', status: 500 } },
		],
	])('and %s, it is asked again and nothing counts twice', async (_, fault) => {
		const whole = await report(RECEIVABLES, inside(asOf(daysAgo(30))));
		on.sandbox.fail(fault);
		const again = await report(RECEIVABLES, inside(asOf(daysAgo(30))));
		expect(again.json).toEqual(whole.json);
	});

	it('and a page comes short, it is asked again', async () => {
		const whole = await report(RECEIVABLES, inside(asOf(daysAgo(30))));
		on.sandbox.fail({ match: { path: '/CreditNotes' }, times: 1, what: { kind: 'halfPage' } });
		expect((await report(RECEIVABLES, inside(asOf(daysAgo(30))))).json).toEqual(whole.json);
	});

	it('and pages stay short, the report is refused', async () => {
		on.sandbox.fail({ match: { path: '/CreditNotes' }, what: { kind: 'halfPage' } });
		const { json, error } = await on.report(RECEIVABLES, inside());
		expect([json, error]).toEqual([[], expect.stringContaining('Nothing was returned, so that no record is missing unnoticed.')]);
	});

	it('for good, the run ends with what is so', async () => {
		on.sandbox.fail({ match: { path: '/Overpayments' }, what: { kind: 'status', status: 503 } });
		const { json, error } = await on.report(RECEIVABLES, inside());
		expect([json, error.split('\n')[0]]).toEqual([
			[],
			'Item 1: Xero is not available at the moment, or the organisation is offline. Try again later',
		]);
	});

	it('with one item, the others go on', async () => {
		const { json, pairs } = await on.report(
			RECEIVABLES,
			inside({ asOf: 'custom', date: '={{ $json.day }}', options: { return: ['total'] } }),
			[{ day: daysAgo(0) }, { day: 'soon' }, { day: daysAgo(60) }],
			{ settings: { onError: 'continueRegularOutput' } },
		);
		expect(pairs).toEqual([0, 1, 2]);
		expect(json.map(({ asOf: day, error }) => day ?? error)).toEqual([
			daysAgo(0),
			'Item 2, Date “soon”: is not a date like 2026-03-31. Use DateTime in an expression',
			daysAgo(60),
		]);
	});

	it('and the run is cancelled, nothing more is asked', async () => {
		on.sandbox.fail({ match: { path: '/Payments' }, what: { kind: 'limit', problem: 'minute', retryAfter: 250 } });
		let cancel = (): void => {};
		const running = on.report(RECEIVABLES, inside(), [{}], { started: (stop) => (cancel = stop) });
		while (on.called('GET /Payments').length < 1) await on.clock.sleep(500);
		await on.clock.sleep(3000);
		const asked = on.asked.length;
		cancel();
		expect((await running).ran.status).toBe('canceled');
		expect(on.asked.length).toBeLessThanOrEqual(asked + 1);
	});
});

describe('As the tool of an agent', () => {
	const agent = { settings: { rewireOutputLogTo: NodeConnectionTypes.AiTool } };

	it('the report is the same, and what is wrong is an answer', async () => {
		const parameters = inside({ ...asOf(daysAgo(10)), rows: 'contacts' });
		const { json, error } = await on.report(RECEIVABLES, parameters, [{}], agent);
		const usual = await report(RECEIVABLES, parameters);
		expect([error, plain(json)]).toEqual(['', plain(usual.json)]);
		const wrong = await on.report(RECEIVABLES, inside({ ...asOf('next week') }), [{}], agent);
		expect(wrong.json).toMatchObject([{ ok: false, retry: 'change the arguments' }]);
		expect(columns(wrong.json, 'error')[0]![0]).toContain('is not a date like 2026-03-31');
	});
});
