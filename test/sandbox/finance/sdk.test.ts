import { type FinanceApi, XeroClient } from 'xero-node';

import { stoppedClock } from '../../../sandbox/clock';
import type { Sandbox } from '../../../sandbox/contract';
import { startSandbox } from '../../../sandbox/server';
import { START } from '../accounting/desk';

const SCOPES = ['finance.statements.read', 'finance.cashvalidation.read', 'finance.bankstatementsplus.read'];

/** Xero's own SDK as a second client: what it cannot read or send is not like Xero. */
describe("Xero's own SDK", () => {
	let sandbox: Sandbox;
	let xero: FinanceApi;
	let tenant: string;

	const client = (scopes: readonly string[]): FinanceApi => {
		const made = new XeroClient();
		made.setTokenSet({ access_token: sandbox.issue({ scopes }).access_token });
		const api = made.financeApi as FinanceApi;
		api.basePath = `${sandbox.url}/finance.xro/1.0`;
		return api;
	};
	const refused = async (call: Promise<unknown>): Promise<{ statusCode: number; body: Record<string, unknown> }> =>
		(JSON.parse(String(await call.catch((error: unknown) => error))) as { response: never }).response;

	beforeAll(async () => {
		sandbox = await startSandbox({ seed: 'small', clock: stoppedClock(START), limits: { minute: 10_000 } });
		tenant = sandbox.organisations[0]?.tenantId ?? '';
		xero = client(SCOPES);
	});
	afterAll(() => sandbox.stop());

	it('reads every statement', async () => {
		const [from, to] = ['2025-03-10', '2026-03-10'];
		const sheet = (await xero.getFinancialStatementBalanceSheet(tenant, to)).body;
		const [assets, debts, equity] = [sheet.asset, sheet.liability, sheet.equity].map((one) =>
			Math.round((one?.total ?? 0) * 100),
		);
		expect(assets).toBe((debts ?? 0) + (equity ?? 0));
		const flow = (await xero.getFinancialStatementCashflow(tenant, from, to)).body;
		expect(flow.cashflowActivities?.map((one) => one.name)).toEqual([
			'Operating Activities',
			'Investing Activities',
			'Financing Activities',
		]);
		const earned = (await xero.getFinancialStatementProfitAndLoss(tenant, from, to)).body;
		expect(earned.revenue?.accountTypes?.map((one) => one.title)).toEqual(['Trading Income']);
		const trial = (await xero.getFinancialStatementTrialBalance(tenant, to)).body;
		expect(trial.accounts?.find((one) => one.accountCode === '200')?.balance?.entryType).toBe('CREDIT');
		const income = (await xero.getFinancialStatementContactsRevenue(tenant, undefined, true, from, to)).body;
		const [first, second] = income.contacts?.map((one) => one.contactId ?? '') ?? [];
		const some = await xero.getFinancialStatementContactsRevenue(tenant, [first ?? '', second ?? ''], false, from, to);
		expect(some.body.contacts).toHaveLength(2);
		expect((await xero.getFinancialStatementContactsExpense(tenant, undefined, false, from, to)).body.startDate).toBe(from);
	});

	it('reads cash validations and bank statements', async () => {
		const checked = (await xero.getCashValidation(tenant, '2026-03-10', '2026-03-10', '2025-03-10')).body;
		expect(checked.map((one) => one.cashAccount?.balanceCurrency)).toEqual(['NZD', 'NZD', 'NZD', 'USD']);
		const [account = ''] = checked.map((one) => one.accountId ?? '');
		const { body } = await xero.getBankStatementAccounting(tenant, account, '2025-03-10', '2026-03-10', false);
		expect(body.bankAccountName).toBe('Business Bank Account');
		const lines = body.statements?.flatMap((one) => one.statementLines ?? []) ?? [];
		expect(lines.flatMap((one) => one.payments ?? []).some((one) => (one.invoice?.lineItems ?? []).length > 0)).toBe(true);
	});

	it('reads refusals: a wrong date, a missing scope, an organisation that is offline', async () => {
		const wrong = await refused(xero.getFinancialStatementBalanceSheet(tenant, '2020-01'));
		expect(wrong).toMatchObject({ statusCode: 400, body: { type: 'invalid-request', detail: "Invalid BalanceDate: '2020-01'" } });
		expect((await refused(client(['finance.statements.read']).getCashValidation(tenant))).statusCode).toBe(401);
		sandbox.fail({ match: { path: '/finance.xro/' }, times: 1, what: { kind: 'status', status: 503 } });
		const offline = await refused(xero.getFinancialStatementTrialBalance(tenant));
		expect(offline).toMatchObject({ statusCode: 503, body: { type: 'service-unavailable', status: 503 } });
	});
});
