import type { Json } from '../accounting/desk';
import { openPayroll, type PayrollDesk, wrong } from './desk';

const names = (desk: PayrollDesk, list: string): unknown[] =>
	(desk.call('GET', '/PayItems').at(`PayItems.${list}`) as Json[]).map(({ Name }) => Name);

/** The list as it is, with what is added or changed. */
const rates = (desk: PayrollDesk, ...more: Json[]): Json => ({
	EarningsRates: [...(desk.call('GET', '/PayItems').at('PayItems.EarningsRates') as Json[]), ...more],
});

const nights = { Name: 'Nights', AccountCode: '477', EarningsType: 'OVERTIMEEARNINGS', RateType: 'MULTIPLE', Multiplier: 2 };

describe('Pay items of the local payroll of Australia', () => {
	it('are one object of four lists, read whole whatever page is asked for', () => {
		const { call } = openPayroll();
		const read = call('GET', '/PayItems?page=9');
		expect(Object.keys(read.at('PayItems') as Json)).toEqual([
			'EarningsRates',
			'DeductionTypes',
			'LeaveTypes',
			'ReimbursementTypes',
		]);
		expect(read.at('PayItems.EarningsRates.0')).toMatchObject({ Name: 'Ordinary Hours', RatePerUnit: 30, CurrentRecord: true });
		expect(call('POST', '/PayItems', [{ EarningsRates: [] }]).at('ErrorNumber')).toBe(14);
		expect(call('POST', '/PayItems', {}).at('ErrorNumber')).toBe(17);
	});

	it('are replaced: what is left out is deleted, no longer current where it is used, and stays where Xero made it', () => {
		const desk = openPayroll();
		const answer = desk.call('POST', '/PayItems', { EarningsRates: [{ ...nights, IsQualifyingEarnings: true }] });
		expect(Object.keys(answer.at('PayItems') as Json)).toEqual(['EarningsRates']);
		expect((answer.at('PayItems.EarningsRates') as Json[]).map(({ Name, CurrentRecord }) => [Name, CurrentRecord])).toEqual([
			['Ordinary Hours', false],
			['Redundancy', true],
			['ETP Leave Earning', true],
			['Nights', true],
		]);
		expect(names(desk, 'LeaveTypes')).toHaveLength(4);
		desk.call('POST', '/PayItems', { ReimbursementTypes: [] });
		expect(names(desk, 'ReimbursementTypes')).toEqual([]);
	});

	it('that go back as they were keep their ids and moments', () => {
		const desk = openPayroll();
		const before = desk.call('GET', '/PayItems').at('PayItems.EarningsRates') as Json[];
		desk.clock.advance(60_000);
		const after = desk
			.call('POST', '/PayItems', rates(desk, { ...nights, IsQualifyingEarnings: true }))
			.at('PayItems.EarningsRates') as Json[];
		expect(after.slice(0, -1)).toEqual(before);
		expect(after.at(-1)).toMatchObject({ Name: 'Nights', CurrentRecord: true, UpdatedDateUTC: '/Date(1773093660000+0000)/' });
		const since = { headers: { 'if-modified-since': '2026-03-09T22:00:30' } };
		expect(desk.call('GET', '/PayItems', undefined, since).at('PayItems')).toMatchObject({
			EarningsRates: [{ Name: 'Nights' }],
			LeaveTypes: [],
		});
	});

	it('are refused as a whole, in the words of Xero', () => {
		const desk = openPayroll();
		const id = '11111111-1111-4111-8111-111111111111';
		const bad = [
			{ EarningsRateID: id, ...nights, IsQualifyingEarnings: true },
			{ ...nights, Name: 'Hours', RateType: 'RATEPERUNIT' },
			{ ...nights, Name: 'bonus', IsQualifyingEarnings: true, IsExemptFromSuper: true, AccountCode: '999' },
		];
		const answer = desk.call('POST', '/PayItems', rates(desk, ...bad));
		expect([answer.status, answer.at('ErrorNumber'), answer.at('Elements')]).toEqual([400, 10, undefined]);
		const at = (place: number): string[] => wrong(answer, 'PayItems.EarningsRates', 6 + place);
		expect(at(0)).toEqual([`Earnings rate not found - ${id}`]);
		expect(at(1)).toEqual(['IsQualifyingEarnings is required.', 'The Type Of Units is required']);
		expect(at(2)).toEqual([
			'Earnings rate: the account code is not valid',
			'IsQualifyingEarnings cannot be true when IsExemptFromSuper is true.',
			'The Name must be unique',
		]);
		expect(names(desk, 'EarningsRates')).toHaveLength(6);
	});

	it('have a name of 100 characters at most', () => {
		const desk = openPayroll();
		const ReimbursementTypes = [{ Name: 'x'.repeat(101), AccountCode: '493' }];
		expect(wrong(desk.call('POST', '/PayItems', { ReimbursementTypes }), 'PayItems.ReimbursementTypes')[0]).toBe(
			'The Name is not 100 characters long at most.',
		);
	});

	it('take a CurrentRecord that is no flag for false', () => {
		const desk = openPayroll();
		const [first, ...rest] = desk.call('GET', '/PayItems').at('PayItems.EarningsRates') as Json[];
		const answer = desk.call('POST', '/PayItems', { EarningsRates: [{ ...first, CurrentRecord: 'true' }, ...rest] });
		expect(answer.at('PayItems.EarningsRates.0')).toMatchObject({ Name: 'Ordinary Hours', CurrentRecord: false });
	});

	it('of older organisations hold a rate that Xero does not take back, once a test wants it', () => {
		const desk = openPayroll();
		expect(desk.call('POST', '/PayItems', rates(desk)).status).toBe(200);
		expect(desk.api.addRedundancyRate?.(desk.tenantId)).toBe(true);
		expect(desk.call('GET', '/PayItems').at('PayItems.EarningsRates.4')).toMatchObject({
			Name: 'Redundancy',
			RateType: 'RATEPERUNIT',
		});
		expect(wrong(desk.call('POST', '/PayItems', rates(desk)), 'PayItems.EarningsRates', 4)).toEqual([
			'The Type Of Units is required',
		]);
		const filled = (rates(desk).EarningsRates as Json[]).map((rate) => ({ TypeOfUnits: 'Hours', ...rate }));
		expect(desk.call('POST', '/PayItems', { EarningsRates: filled }).status).toBe(200);
	});
});
