import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { consentScopes } from '../../sandbox/scopes';
import { cents } from './ledgerOf';
import { KERERU, staged } from './stage';

const on = staged({ seed: 'demo', shared: true, limits: { minute: 10_000 } });

const monthEnd = (back: number) =>
	DateTime.fromMillis(on.openedAt, { zone: 'Pacific/Auckland' }).minus({ months: back }).endOf('month').toISODate()!;
const inMonthOf = (day: string, of: string) => `${of.slice(0, 8)}${day}`;

/** Most of a year, from the middle of a month on. */
const period = () => ({ period: 'custom', fromDate: inMonthOf('10', monthEnd(9)), toDate: monthEnd(1) });
const detail = async (parameters: INodeParameters = {}) => {
	const { json, items, hints, error } = await on.report('tax.taxDetail', { ...period(), ...parameters });
	expect(error).toBe('');
	return { json, items, hints };
};

/** Net and tax by TaxType as the journals of the sandbox have them, in cents, sales above zero. */
function byTaxType(from: string, to: string): Map<string, [net: number, tax: number]> {
	const sums = new Map<string, [number, number]>();
	for (const { JournalDate, JournalLines } of on.records('Journals')) {
		const day = String(JournalDate).slice(0, 10);
		if (day < from || day > to) continue;
		for (const { TaxType, NetAmount, TaxAmount } of JournalLines as IDataObject[]) {
			if (typeof TaxType !== 'string' || TaxType === 'NONE') continue;
			const [net, tax] = sums.get(TaxType) ?? [0, 0];
			const sign = TaxType.startsWith('INPUT') ? 1 : -1;
			sums.set(TaxType, [net + sign * cents(NetAmount), tax + sign * cents(TaxAmount)]);
		}
	}
	return sums;
}

describe('GST or VAT in detail, through n8n', () => {
	it('comes rate by rate to what the journals of the organisation say', async () => {
		const { json } = await detail();
		const rates = json.filter(({ level }) => level === 'rate');
		const expected = [...byTaxType(period().fromDate, period().toDate)].filter(([, sums]) => sums.some((sum) => sum !== 0));
		expect(rates.map(({ taxType, net, tax }) => [taxType, [cents(net), cents(tax)]]).sort()).toEqual(expected.sort());
		expect(rates.length).toBeGreaterThan(1);
		// Xero's organisations of the sandbox file on the accrual basis.
		expect(new Set(json.filter(({ rowType }) => rowType === 'row').map(({ basis }) => basis))).toEqual(new Set(['accrual']));
		expect(json.filter(({ rowType }) => rowType === 'check')).toMatchObject([{ check: 'taxAccounts', status: 'ties' }]);
	});

	it.each(['accrual', 'cash'])(
		'on the %s basis holds the bases against each other by the tax inside what is not paid',
		async (basis) => {
			const { json } = await detail({ options: { basis, unpaidTax: true } });
			const checks = json.filter(({ rowType }) => rowType === 'check');
			expect(checks.map(({ check, difference }) => [check, difference])).toEqual([
				['taxAccounts', 0],
				['unpaidTax', 0],
			]);
			expect(checks[1]!.ours).not.toBe(0);
		},
	);

	it('is the lines behind the rates, which add up to them', async () => {
		const { json } = await detail({ rows: 'both', options: { basis: 'cash', totals: 'group' } });
		const sum = (rows: readonly IDataObject[], key: string) => rows.reduce((total, row) => total + cents(row[key]), 0);
		for (const rate of json.filter(({ level }) => level === 'rate')) {
			const lines = json.filter(
				({ level, taxType, side }) => level === 'transaction' && taxType === rate.taxType && side === rate.side,
			);
			expect([lines.length, sum(lines, 'net'), sum(lines, 'tax')]).toEqual([rate.lines, cents(rate.net), cents(rate.tax)]);
		}
		const totals = json.filter(({ rowType }) => rowType === 'total');
		expect(totals.map(({ level, side }) => [level, side])).toEqual([
			['group', 'sales'],
			['group', 'purchases'],
			['grand', null],
		]);
		expect(cents(totals[0]!.tax) - cents(totals[1]!.tax)).toBe(cents(totals[2]!.tax));
	});

	it('makes a page of it', async () => {
		const { items } = await detail({ options: { alsoAsPage: true } });
		expect(items[0]!.binary!.page).toMatchObject({ fileName: `GST or VAT Detail ${monthEnd(1)}.html`, mimeType: 'text/html' });
	});

	it('reads settings, rates, lists and two trial balances; without Tie-Out none of these', async () => {
		const calls = async (options: IDataObject) => {
			on.sandbox.forget();
			await detail({ fromDate: inMonthOf('01', monthEnd(1)), options: options as INodeParameters });
			return [on.called('GET /TaxRates').length, on.called('GET /Reports/TrialBalance').length];
		};
		expect(await calls({})).toEqual([1, 2]);
		expect(await calls({ tieOut: false })).toEqual([1, 0]);
	});

	it.each(['accrual', 'cash'])('takes no fewer calls on the %s basis than it says, with Unpaid Tax', async (basis) => {
		const days = { fromDate: inMonthOf('01', monthEnd(1)) };
		on.sandbox.forget();
		await detail({ ...days, options: { basis, unpaidTax: true } });
		const mostCalls = on.asked.length;
		expect((await detail({ ...days, options: { basis, unpaidTax: true, mostCalls } })).json.length).toBeGreaterThan(2);
		const { error } = await on.report('tax.taxDetail', {
			...{ ...period(), ...days },
			options: { basis, unpaidTax: true, mostCalls: mostCalls - 1 },
		});
		expect(error).toContain(`is less than the ${mostCalls} calls`);
	});

	it('without the trial balance or a list gives what it has, and says what is not checked', async () => {
		const without = async (scope: string) => {
			on.connect({ tenants: [KERERU], scopes: consentScopes.filter((one) => !one.startsWith(scope)) });
			const { json, hints } = await detail();
			on.connect();
			return {
				checks: json.filter(({ rowType }) => rowType === 'check'),
				rates: json.filter(({ level }) => level === 'rate'),
				hints,
			};
		};
		const balances = await without('accounting.reports.trialbalance');
		expect(balances.rates.length).toBeGreaterThan(1);
		expect(balances.checks).toMatchObject([
			{
				...{ check: 'taxAccounts', status: 'notChecked', xeros: null },
				note: 'The trial balance could not be read: it takes the scope accounting.reports.trialbalance.read.',
			},
		]);
		const journals = await without('accounting.manualjournals');
		expect(journals.checks).toMatchObject([
			{ status: 'notChecked', note: 'Lists that could not be read: ManualJournals (accounting.manualjournals.read).' },
		]);
		expect(journals.hints.join()).toContain(
			'ManualJournals could not be read, so that what they posted is not among these lines',
		);
	});
});
