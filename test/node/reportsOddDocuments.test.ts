import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { consentScopes } from '../../sandbox/scopes';
import { postOddDocuments } from './oddDocuments';
import { columns, ofType } from './reportRows';
import { KERERU, staged } from './stage';

const on = staged({ seed: 'empty', shared: true, limits: { minute: 10_000 } });
beforeAll(async () => {
	on.connect({ tenants: [KERERU], scopes: [...consentScopes, 'accounting.journals.read'] });
	await postOddDocuments(on);
});

const OCTOBER = ['2026-10-01', '2026-10-31'] as const;
/** Days in the midst of it: documents of before are settled in them, and theirs are settled later. */
const MIDST = ['2026-10-12', '2026-10-19'] as const;
const report = async (what: string, [fromDate, toDate]: readonly [string, string], parameters: INodeParameters = {}) => {
	const { json, error } = await on.report(what, { period: 'custom', fromDate, toDate, ...parameters });
	expect(error).toBe('');
	return json;
};
const notTying = (rows: readonly IDataObject[]) => ofType(rows, 'check').filter(({ status }) => status !== 'ties');

describe('Odd documents', () => {
	it('have the net and tax of each rate that they come to by hand', async () => {
		const json = await report('tax.taxDetail', OCTOBER, { options: { basis: 'accrual', unpaidTax: true, totals: 'group' } });
		expect(
			columns(
				json.filter(({ level }) => level === 'rate'),
				...['taxName', 'side', 'rate', 'net', 'tax', 'expectedTax', 'notional', 'lines', 'taxEdited'],
			),
		).toEqual([
			// 749.45 + 804.34 + 105.00 + 1633.20 + 1490.84 − 63.89 − 50.00 − 158.73 + (200.00 − 113.04) + 100.00; 105.00 has 10.00 of tax.
			['15% GST on Income', 'sales', 15, 4697.17, 698.83, 704.58, false, 15, 1],
			// 5 % and 8 % of what is left and of the 5 %.
			['Renamed Rate', 'sales', 13.4, 199.99, 26.8, 26.8, false, 1, 0],
			['Zero Rated', 'sales', 0, -113.37, 0, 0, false, 2, 0],
			['GST on Imports', 'purchases', 0, 0, 150, null, false, 1, 0],
			// 612.41 + (80.00 − 34.78) + 79.99 + 11.22 + 100.00 + 100.00
			['15% GST on Expenses', 'purchases', 15, 948.84, 142.32, 142.33, false, 8, 0],
			['Old Rate', 'purchases', 12.5, 77.77, 9.72, 9.72, false, 1, 0],
			['Reverse Charge', 'purchases', 0, 500, 0, null, true, 1, 0],
		]);
		expect(columns(ofType(json, 'total'), 'side', 'tax')).toEqual([
			['sales', 725.63],
			['purchases', 302.04],
			[null, 423.59],
		]);
		// What was paid to the tax office, and a journal on the account: 321.00 + 12.00.
		expect(columns(ofType(json, 'check'), 'check', 'ours', 'xeros', 'status').at(0)).toEqual([
			...['taxAccounts', -90.59, -90.59, 'ties'],
		]);
		expect(notTying(json)).toEqual([]);
	});

	it.each([
		['October', OCTOBER],
		['days within it', MIDST],
	])(
		'tie with Xero on the cash basis in tax and in the cash flow, from every source and by both methods: %s',
		async (_, days) => {
			const cash = 'statement.cashFlow';
			const all = [
				await report('tax.taxDetail', days, { options: { basis: 'cash', unpaidTax: true } }),
				await report(cash, days, { method: 'indirect' }),
				await report(cash, days, { options: { source: 'journals' } }),
				await report(cash, days, { options: { source: 'documents', detail: 'documents', taxLine: 'inAccounts' } }),
				await report(cash, days),
			];
			expect(all.map(notTying)).toEqual([[], [], [], [], []]);
			expect(all.flatMap((rows) => ofType(rows, 'notInApi'))).toEqual([]);
		},
	);

	it('are the same journals, rebuilt or read, on every account', async () => {
		const totals = async (source: string) => {
			const json = await report('ledger.liveJournals', OCTOBER, { source, options: { totals: 'group' } });
			expect(notTying(json)).toEqual([]);
			return columns(
				ofType(json, 'total').filter(({ net, level }) => net !== 0 && level === 'account'),
				'accountCode',
				'net',
			);
		};
		const rebuilt = await totals('documents');
		expect(rebuilt).toEqual(await totals('journals'));
		expect(rebuilt).toContainEqual(['820', -90.59]);
	});
});
