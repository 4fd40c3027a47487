import { finance } from '../../../nodes/XeroFinance/finance';
import { XeroFinance } from '../../../nodes/XeroFinance/XeroFinance.node';
import { ApiStage } from '../stage';

const stage = new ApiStage(new XeroFinance(), finance);

beforeAll(() =>
	stage.stage.connect({
		scopes: [
			'accounting.settings.read',
			'finance.statements.read',
			'finance.cashvalidation.read',
			'finance.bankstatementsplus.read',
		],
	}),
);

stage.leavesNothingOut('test/apis/finance/walk.test.ts');

const cents = (numbers: readonly unknown[]): number =>
	numbers.reduce<number>((sum, one) => sum + Math.round(Number(one) * 100), 0);

test('the rows of the balance sheet add up to its parts', async () => {
	const rows = await stage.all('financialStatement.balanceSheet', { output: 'rows' });
	const [whole] = await stage.all('financialStatement.balanceSheet', { output: 'raw' });
	for (const section of ['asset', 'liability', 'equity']) {
		const own = rows.filter((row) => row.section === section);
		expect([section, cents(own.map(({ total }) => total))]).toEqual([
			section,
			cents([(whole![section] as { total: number }).total]),
		]);
	}
});

test('profit and loss and the trial balance come an account a row', async () => {
	const rows = await stage.all('financialStatement.profitAndLoss', { output: 'rows' });
	expect(new Set(rows.map(({ section }) => section))).toEqual(new Set(['revenue', 'expense']));
	const accounts = await stage.all('financialStatement.trialBalance', { output: 'rows' });
	const side = (wanted: string) =>
		cents(
			accounts
				.map(({ balance }) => balance as { value: number; entryType: string })
				.filter(({ entryType }) => entryType === wanted)
				.map(({ value }) => value),
		);
	expect(side('DEBIT')).toBeGreaterThan(0);
	expect(side('DEBIT')).toBe(side('CREDIT'));
});

test('the cash flow comes with activity and type at each row', async () => {
	const [row] = await stage.all('financialStatement.cashflow', { output: 'rows' });
	expect(Object.keys(row!)).toEqual(expect.arrayContaining(['activity', 'activityTotal', 'type', 'typeTotal', 'name', 'total']));
});

test('revenue and expense come by contact', async () => {
	for (const operation of ['contactsRevenue', 'contactsExpense']) {
		const rows = await stage.all(`financialStatement.${operation}`, { output: 'rows' });
		expect([operation, rows.every(({ contactId, name }) => Boolean(contactId) && Boolean(name))]).toEqual([operation, true]);
	}
	const [first] = await stage.all('financialStatement.contactsRevenue', { output: 'rows' });
	const only = await stage.all('financialStatement.contactsRevenue', {
		output: 'rows',
		options: { contactIds: String(first!.contactId) },
	});
	expect(only.map(({ contactId }) => contactId)).toEqual([first!.contactId]);
});

test('cash validations come a bank account each, statement lines a line each', async () => {
	const banks = await stage.all('cashValidation.getAll');
	expect(banks.length).toBeGreaterThan(0);
	const { picked } = await stage.choose('bankAccount', 'bankStatement.getAll');
	const today = new Date(stage.stage.clock.now());
	const day = (back: number) => new Date(today.getTime() - back * 86_400_000).toISOString().slice(0, 10);
	const lines = await stage.all('bankStatement.getAll', {
		output: 'rows',
		BankAccountID: picked,
		FromDate: day(300),
		ToDate: day(1),
		options: { SummaryOnly: false },
	});
	expect(lines.every(({ statementLineId }) => Boolean(statementLineId))).toBe(true);
});

test('a range that is too long is refused in Xero’s words', async () => {
	const { picked } = await stage.choose('bankAccount', 'bankStatement.getAll');
	const said = await stage.refused('bankStatement.getAll', {
		BankAccountID: picked,
		FromDate: '2020-01-01',
		ToDate: '2026-01-01',
	});
	expect(said).toContain('Item 1: Xero says: The query period must not be more than 12 months');
});

test('an app that Xero did not approve is told so, and where reports are to be had', async () => {
	const body = { type: 'invalid-application', title: 'Forbidden', status: 403, detail: 'Not approved' };
	const heal = stage.stage.sandbox.fail({ match: { path: '/finance.xro' }, what: { kind: 'status', status: 403, body } });
	const said = await stage.refused('financialStatement.balanceSheet');
	heal();
	expect(said).toContain('Xero gives its Finance API to approved lenders only');
	expect(said).toContain('The node Xero Financial Reports needs none.');
});

test('a connection without the scope is told which one to add', async () => {
	stage.stage.connect({ scopes: ['accounting.settings.read', 'offline_access'] });
	const said = await stage.refused('financialStatement.trialBalance');
	expect(said).toContain('finance.statements.read');
});
