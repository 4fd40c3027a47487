import { entriesFromJournals } from '../../../nodes/XeroReports/entries/fromJournals';
import { contextOf, idOf } from './records';

const journal = (JournalNumber: number, JournalDate: string, more: object, ...lines: Array<[string, number, object?]>) => ({
	JournalID: `j${JournalNumber}`,
	JournalNumber,
	JournalDate,
	Reference: '',
	...more,
	JournalLines: lines.map(([code, NetAmount, extra = {}]) => ({
		AccountID: idOf(code),
		AccountCode: code,
		NetAmount,
		TaxAmount: 0,
		Description: '',
		...extra,
	})),
});

describe('entries from journals', () => {
	const source = { SourceType: 'ACCREC', SourceID: 'I' };
	const taxed = {
		TaxType: 'OUTPUT2',
		TaxAmount: -15,
		Description: 'Chairs',
		TrackingCategories: [{ TrackingCategoryID: 't', TrackingOptionID: 'n', Name: 'Region', Option: 'North' }],
	};

	it('are the lines of those in the period, under the document they come from', () => {
		const { entries } = entriesFromJournals(
			[
				journal(1, '2026-10-02', source, ['610', 115], ['200', -100, taxed], ['820', -15]),
				journal(2, '2026-11-01', source, ['610', 1], ['200', -1]),
			],
			contextOf(),
		);
		expect(entries.map(({ accountId, amount }) => [accountId, amount])).toEqual([
			[idOf('610'), 11500n],
			[idOf('200'), -10000n],
			[idOf('820'), -1500n],
		]);
		expect(entries[1]).toEqual({
			source: {
				type: 'ACCREC',
				id: 'I',
				date: '2026-10-02',
				number: '1',
				reference: '',
				contactId: null,
				contactName: null,
				currency: 'NZD',
				rate: 1,
			},
			accountId: idOf('200'),
			amount: -10000n,
			foreign: null,
			tax: -1500n,
			taxType: 'OUTPUT2',
			description: 'Chairs',
			options: [{ trackingCategoryId: 't', trackingOptionId: 'n', option: 'North' }],
			isRounded: false,
		});
	});

	it('keep reversals, which take back what they reverse', () => {
		const { entries } = entriesFromJournals(
			[
				journal(1, '2026-10-02', source, ['610', 115], ['200', -115]),
				journal(2, '2026-10-02', source, ['610', -115], ['200', 115]),
			],
			contextOf(),
		);
		expect(entries.reduce((sum, { amount, accountId }) => (accountId === idOf('610') ? sum + amount : sum), 0n)).toBe(0n);
		expect(entries).toHaveLength(4);
	});

	it('of a journal without a source go by the journal itself', () => {
		const { entries } = entriesFromJournals([journal(7, '2026-10-02', {}, ['090', 5], ['840', -5])], contextOf());
		expect(entries[0]!.source).toMatchObject({ type: '', id: 'j7', number: '7' });
	});
});
