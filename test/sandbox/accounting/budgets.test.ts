import { type Json, openDesk } from './desk';

const desk = openDesk('small');
const list = (query = ''): Json[] => desk.call('GET', `/Budgets${query}`).at('Budgets') as Json[];
const one = (id: unknown, query = '') => desk.call('GET', `/Budgets/${String(id)}${query}`);

describe('budgets', () => {
	it('are one over all, and one for each tracking option, listed without lines', () => {
		const rows = list();
		expect(rows.map((row) => [row.Type, row.Description])).toEqual([
			['OVERALL', 'Overall Budget'],
			['TRACKING', 'Central budget'],
			['TRACKING', 'East budget'],
			['TRACKING', 'North budget'],
			['TRACKING', 'South budget'],
			['TRACKING', 'West budget'],
			['TRACKING', 'Online budget'],
			['TRACKING', 'Sales budget'],
			['TRACKING', 'Services budget'],
			['TRACKING', 'Workshop budget'],
		]);
		expect(rows.every((row) => (row.BudgetLines as Json[]).length === 0 && (row.Tracking as Json[]).length === 0)).toBe(true);
		expect(rows[0]).toMatchObject({ Status: 'APPROVED', UpdatedDateUTC: '/Date(1743472800000+0000)/' });
	});

	it('have amounts by account and month, and the option they are for', () => {
		const [overall, central] = list();
		const [sales = {}] = one(overall?.BudgetID, '?DateFrom=2025-04-01&DateTo=2027-03-31').at('Budgets.0.BudgetLines') as Json[];
		expect(sales.AccountCode).toBe('200');
		expect(sales.BudgetBalances).toHaveLength(24);
		expect((sales.BudgetBalances as Json[])[0]).toEqual({
			Period: '2025-04',
			Amount: expect.any(Number) as number,
			Notes: 'As agreed at the start of the year',
		});
		expect(one(central?.BudgetID).at('Budgets.0.Tracking')).toMatchObject([{ Name: 'Region', Option: 'Central' }]);
	});

	it('are cut to the months from one date to another', () => {
		const [overall] = list();
		const periods = (query: string) =>
			(one(overall?.BudgetID, query).at('Budgets.0.BudgetLines.0.BudgetBalances') as Json[]).map((balance) => balance.Period);
		expect(periods('?DateFrom=2026-01-15&DateTo=2026-03-01')).toEqual(['2026-01', '2026-02', '2026-03']);
		// Xero's page on budgets: "When no period is requested, responses will default to 3 months".
		expect(periods('')).toEqual(['2026-02', '2026-03', '2026-04']);
		expect(periods('?DateTo=2025-05-31')).toEqual(['2025-04', '2025-05']);
		expect(periods('?DateFrom=2030-01-01')).toEqual([]);
		expect(one(overall?.BudgetID, '?DateFrom=2026-02-01&DateTo=2026-01-01').status).toBe(400);
	});

	it('are listed by id, and by having something in a range of dates', () => {
		const [overall, central] = list();
		expect(list(`?IDs=${String(central?.BudgetID)}`)).toEqual([central]);
		expect(list('?DateFrom=2026-06-01&DateTo=2026-06-30')).toEqual([overall]);
		expect(list('?DateFrom=2030-06-01')).toEqual([]);
		expect(desk.call('GET', '/Budgets?IDs=me').status).toBe(400);
		expect(one('11111111-1111-4111-8111-111111111111').status).toBe(404);
	});

	it('are none in an organisation that planned nothing', () => {
		expect(openDesk('empty').call('GET', '/Budgets').at('Budgets')).toEqual([]);
	});
});
