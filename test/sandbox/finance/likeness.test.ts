import type { Answer } from '../accounting/desk';
import { named, specification } from '../assets/specification';
import { openFinance } from './desk';

const spec = specification('finance', { refusal: 'Problem' });

describe('the local Finance API beside the one of Xero', () => {
	const heard: Answer[] = [];
	const demo = openFinance('demo', { heard: (answer) => heard.push(answer) });
	const empty = openFinance('empty', { heard: (answer) => heard.push(answer) });
	const statements = ['BalanceSheet', 'Cashflow', 'ProfitAndLoss', 'TrialBalance', 'contacts/revenue', 'contacts/expense'];
	for (const { finance } of [demo, empty]) {
		for (const name of statements) finance.call('GET', `/FinancialStatements/${name}`);
		finance.call('GET', '/FinancialStatements/contacts/revenue?includeManualJournals=true&startDate=2025-06-01');
		finance.call('GET', '/CashValidation');
		finance.call('GET', '/CashValidation?balanceDate=2026');
	}
	for (const code of ['090', '091', '092', '093'])
		for (const summary of [true, false]) {
			const query = `BankAccountID=${demo.account(code)}&FromDate=2025-04-01&ToDate=2026-03-10&SummaryOnly=${summary}`;
			demo.finance.call('GET', `/BankStatementsPlus/statements?${query}`);
		}
	demo.finance.call('GET', '/BankStatementsPlus/statements');

	it('has its 8 operations, with their scopes', () => {
		const { routes } = demo.finance.api;
		expect(routes).toHaveLength(8);
		expect(routes.map(named).sort()).toEqual([...spec.operations].sort());
		for (const { operationId, scopes } of routes) expect(scopes).toEqual(spec.scopes(operationId));
		expect(new Set(heard.map(({ operationId }) => operationId)).size).toBe(8);
	});

	it('was asked for good answers and for refusals', () => {
		expect([...new Set(heard.map(({ status }) => status))].sort()).toEqual([200, 400]);
	});

	it('is measured by a checker that sees what is wrong', () => {
		const body = [{ accountId: 'x', statementBalance: { value: 'ten', colour: 'red' } }];
		expect(spec.complaints({ operationId: 'getCashValidation', status: 200, body })).toHaveLength(3);
	});

	it('answers only what the schemas of Xero name', () => {
		expect([...new Set(heard.flatMap((answer) => spec.complaints(answer)))]).toEqual([]);
	});
});
