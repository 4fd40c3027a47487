import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId, staged } from './stage';

const on = staged({ seed: 'demo', shared: true, limits: { minute: 10_000 } });
afterEach(() => on.sandbox.clearFaults());

/** What an answer says in the first record of its list instead. */
const answersOf = (path: string, list: string, more: IDataObject) =>
	on.sandbox.fail({
		match: { path },
		what: {
			kind: 'answer',
			change: (body) => {
				const answer = body as Record<string, IDataObject[]>;
				return { ...answer, [list]: answer[list]!.map((record, index) => (index === 0 ? { ...record, ...more } : record)) };
			},
		},
	});
const report = async (fromDate: string, toDate: string, parameters: INodeParameters = {}) => {
	const { json, hints, error } = await on.report('statement.budgetVsActual', {
		...{ period: 'custom', fromDate, toDate },
		...parameters,
	});
	return { json, hints: hints.join('\n'), error };
};

describe('Budget vs Actual', () => {
	it('of a year that begins within a month says which months count in full beside it', async () => {
		answersOf('/Organisation', 'Organisations', { FinancialYearEndDay: 5, FinancialYearEndMonth: 4 });
		const { json, hints } = await report('2026-10-01', '2026-10-31', { columns: 'fullYear' });
		expect(hints).toContain('the financial year has a part of 2026-04 and 2027-04 alone, whose budget counts in full');
		expect(hints).not.toContain('Period: has a part');
		expect(json.find(({ column, level }) => column === 'fullYear' && level === 'netProfit')).toMatchObject({
			...{ from: '2026-04-06', to: '2027-04-05' },
		});
	});

	it('of a full year says which days its forecast lacks', async () => {
		const { hints } = await report('2026-10-01', '2026-10-17', { columns: 'fullYear' });
		expect(hints).toContain(
			'Period: ends on 2026-10-17: the forecast has actual amounts until then and the budget of the months after, and nothing of the days between. Choose a Period that ends with a month',
		);
		expect((await report('2026-10-01', '2026-10-31', { columns: 'fullYear' })).hints).not.toContain('forecast');
		expect((await report('2026-10-01', '2026-10-17', { columns: 'toDate' })).hints).not.toContain('forecast');
	});

	it('is refused for a budget of tracking options that Xero does not name, as all that was earned would be held against it', async () => {
		const { json } = await on.run('budget.getAll', { returnAll: true, simplify: false });
		const north = json.find(({ Description }) => Description === 'North budget')!;
		const BudgetID = String(north.BudgetID);
		for (const Tracking of [[], [{ TrackingCategoryID: 'e5f4d3c2-b1a0-4998-8776-554433221101', Option: 'North' }]]) {
			answersOf(`/Budgets/${BudgetID}`, 'Budgets', { Tracking });
			const { error } = await report('2026-10-01', '2026-10-31', { options: { budget: byId(BudgetID) } });
			expect(error.split('\n')[0]).toBe(
				'Item 1, Budget “North budget”: is of tracking options, and Xero does not say of which. Choose another one',
			);
			on.sandbox.clearFaults();
		}
	});

	it('is there though Xero refuses to give the budget summary, and says what Xero says', async () => {
		on.sandbox.fail({ match: { path: '/Reports/BudgetSummary' }, what: { kind: 'status', status: 400 } });
		const { json, error } = await report('2026-10-01', '2026-10-31');
		expect([error, json.at(-1)]).toMatchObject([
			'',
			{
				...{ check: 'netProfitBudget', status: 'notChecked' },
				note: 'The budget summary could not be read. Xero says: The sandbox was told to answer so.',
			},
		]);
	});
});
