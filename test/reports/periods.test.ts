import fc from 'fast-check';
import { addDays, addMonths, dayOfMsDate, daysBetween, endOfMonth } from '../../nodes/XeroReports/rows/days';
import type { YearEnd } from '../../nodes/XeroReports/rows/financialYear';
import { quarterOf, yearEndsWithin, yearOf, yearStart } from '../../nodes/XeroReports/rows/financialYear';
import type { AsOf, Period } from '../../nodes/XeroReports/rows/periods';
import { AS_OF_DAYS, asOfDay, periodOf, PERIODS } from '../../nodes/XeroReports/rows/periods';

const MARCH: YearEnd = { day: 31, month: 3 };
/** The accountant's year that ends with the leap day. */
const LEAP_DAY: YearEnd = { day: 29, month: 2 };

/** Any day of ten years, and any year end that Xero could give. */
const days = fc.integer({ min: 0, max: daysBetween('2023-01-01', '2032-12-31') }).map((count) => addDays('2023-01-01', count));
const yearEnds = fc.record({ day: fc.integer({ min: 0, max: 31 }), month: fc.integer({ min: 1, max: 12 }) });
const always = (holds: (today: string, yearEnd: YearEnd) => void) =>
	fc.assert(fc.property(days, yearEnds, holds), { seed: 20_261_118, numRuns: 1000 });

describe('days', () => {
	test.each([
		['2026-12-31', 1, '2027-01-01'],
		['2028-02-28', 1, '2028-02-29'],
		['2027-03-01', -1, '2027-02-28'],
		['2026-04-04', 0, '2026-04-04'],
	])('%s and %i days is %s', (day, count, expected) => {
		expect(addDays(day, count)).toBe(expected);
	});

	test.each([
		['2026-01-31', 1, '2026-02-28'],
		['2028-01-31', 1, '2028-02-29'],
		['2026-10-31', -1, '2026-09-30'],
		['2026-11-30', 3, '2027-02-28'],
		['2026-03-15', -15, '2024-12-15'],
		['2028-02-29', 12, '2029-02-28'],
	])('%s and %i months is %s, the last of a shorter month', (day, count, expected) => {
		expect(addMonths(day, count)).toBe(expected);
	});

	test.each([
		['2026-02-28', '2026-03-01', 1],
		['2028-02-28', '2028-03-01', 2],
		['2026-10-31', '2026-09-30', -31],
	])('from %s to %s are %i days', (from, to, expected) => {
		expect(daysBetween(from, to)).toBe(expected);
	});

	it('ends a month with its last day', () => {
		expect(['2026-02-01', '2028-02-29', '2100-02-05', '2026-12-31'].map(endOfMonth)).toEqual([
			'2026-02-28',
			'2028-02-29',
			'2100-02-28',
			'2026-12-31',
		]);
	});

	test.each([
		['/Date(1774915200000+0000)/', '2026-03-31'],
		['/Date(1774915200000)/', '2026-03-31'],
		['/Date(1774915200000+1300)/', '2026-03-31'],
		['/Date(1774958340000+0000)/', '2026-03-31'],
		['/Date(-86400000+0000)/', '1969-12-31'],
		['/Date(99999999999999999)/', undefined],
		['2026-03-31', undefined],
		[null, undefined],
	])('%p of Xero is the day %p in UTC', (value, expected) => {
		expect(dayOfMsDate(value)).toBe(expected);
	});
});

describe('a financial year', () => {
	test.each([
		['2026-03-31', MARCH, '2025-04-01', '2026-03-31'],
		['2026-04-01', MARCH, '2026-04-01', '2027-03-31'],
		['2026-11-18', { day: 0, month: 6 }, '2026-07-01', '2027-06-30'],
		['2026-11-18', { day: 31, month: 12 }, '2026-01-01', '2026-12-31'],
		['2026-11-18', { day: 5, month: 4 }, '2026-04-06', '2027-04-05'],
		['2026-11-18', { day: 31, month: 4 }, '2026-05-01', '2027-04-30'],
		['2027-02-28', LEAP_DAY, '2026-03-01', '2027-02-28'],
		['2028-02-29', LEAP_DAY, '2027-03-01', '2028-02-29'],
		['2028-02-28', { day: 28, month: 2 }, '2027-03-01', '2028-02-28'],
		['2028-02-29', { day: 28, month: 2 }, '2028-02-29', '2029-02-28'],
	])('that %s is in, with the year end %j, is from %s to %s', (day, yearEnd, from, to) => {
		expect(yearOf(day, yearEnd)).toEqual({ from, to });
	});

	test.each([
		['2026-11-18', MARCH, '2026-10-01', '2026-12-31'],
		['2026-11-18', { day: 30, month: 6 }, '2026-10-01', '2026-12-31'],
		['2026-11-18', { day: 31, month: 1 }, '2026-11-01', '2027-01-31'],
		['2027-01-04', { day: 5, month: 4 }, '2026-10-06', '2027-01-05'],
		// A year that starts on 31 August: a quarter starts on the last day of a shorter month.
		['2027-02-28', { day: 30, month: 8 }, '2027-02-28', '2027-05-30'],
		['2027-02-27', { day: 30, month: 8 }, '2026-11-30', '2027-02-27'],
		['2028-02-29', LEAP_DAY, '2027-12-01', '2028-02-29'],
	])('has the quarter of %s, with the year end %j, from %s to %s', (day, yearEnd, from, to) => {
		expect(quarterOf(day, yearEnd)).toEqual({ from, to });
	});

	it('parts a range at the year ends inside it, and not at its last day', () => {
		expect(yearEndsWithin({ from: '2026-03-31', to: '2028-04-01' }, MARCH)).toEqual(['2026-03-31', '2027-03-31', '2028-03-31']);
		expect(yearEndsWithin({ from: '2026-04-01', to: '2027-03-31' }, MARCH)).toEqual([]);
		expect(yearEndsWithin({ from: '2026-03-31', to: '2026-03-31' }, MARCH)).toEqual([]);
		expect(yearEndsWithin({ from: '2026-04-01', to: '2029-03-01' }, LEAP_DAY)).toEqual([
			'2027-02-28',
			'2028-02-29',
			'2029-02-28',
		]);
	});

	it('and its quarters follow one another without a gap, whatever the day and the year end', () => {
		always((today, yearEnd) => {
			const year = yearOf(today, yearEnd);
			const quarters: string[] = [];
			for (let day = year.from; day <= year.to;) {
				const quarter = quarterOf(day, yearEnd);
				expect(quarter.from).toBe(day);
				quarters.push(quarter.from);
				day = addDays(quarter.to, 1);
			}
			expect(quarters).toHaveLength(4);
			expect([365, 366]).toContain(daysBetween(year.from, year.to) + 1);
			expect(yearStart(addDays(year.to, 1), yearEnd)).toBe(addDays(year.to, 1));
			expect(yearStart(year.to, yearEnd)).toBe(year.from);
		});
	});
});

describe('Period', () => {
	test.each<[Period, string, string]>([
		['thisMonth', '2026-11-01', '2026-11-30'],
		['lastMonth', '2026-10-01', '2026-10-31'],
		['thisQuarter', '2026-10-01', '2026-12-31'],
		['lastQuarter', '2026-07-01', '2026-09-30'],
		['thisFinancialYear', '2026-04-01', '2027-03-31'],
		['lastFinancialYear', '2025-04-01', '2026-03-31'],
		['monthToDate', '2026-11-01', '2026-11-18'],
		['yearToDate', '2026-04-01', '2026-11-18'],
	])('%s on 18 November 2026, with the year end of 31 March, is from %s to %s', (period, from, to) => {
		expect(periodOf(period, '2026-11-18', MARCH)).toEqual({ from, to });
	});

	test.each<[Period, string, YearEnd, string, string]>([
		['lastMonth', '2028-03-31', MARCH, '2028-02-01', '2028-02-29'],
		['lastMonth', '2027-01-01', MARCH, '2026-12-01', '2026-12-31'],
		['lastQuarter', '2026-04-01', MARCH, '2026-01-01', '2026-03-31'],
		['lastFinancialYear', '2026-03-31', MARCH, '2024-04-01', '2025-03-31'],
		['lastFinancialYear', '2028-03-01', LEAP_DAY, '2027-03-01', '2028-02-29'],
		['yearToDate', '2026-04-01', MARCH, '2026-04-01', '2026-04-01'],
	])('%s on %s with the year end %j is from %s to %s', (period, today, yearEnd, from, to) => {
		expect(periodOf(period, today, yearEnd)).toEqual({ from, to });
	});

	it('custom is the days given, a single one too', () => {
		expect(periodOf('custom', '2026-11-18', MARCH, { from: '2026-02-10', to: '2026-02-10' })).toEqual({
			from: '2026-02-10',
			to: '2026-02-10',
		});
	});

	test.each([
		[
			{ from: '2026-03-31', to: '2026-03-01' },
			'Date To “2026-03-01”: is before Date From (“2026-03-31”). Give a Date To that is the same day or later',
		],
		[{ to: '2026-03-01' }, 'Date From: is empty. Give a day such as 2026-03-31, or choose another Period than Custom'],
		[{ from: '2026-03-01', to: '' }, 'Date To: is empty. Give a day such as 2026-03-31, or choose another Period than Custom'],
	])('custom of %j is refused in words', (custom, words) => {
		expect(() => periodOf('custom', '2026-11-18', MARCH, custom)).toThrow(new Error(words));
	});

	it('is refused by what is given to refuse with', () => {
		const refuse = (finding: object): never => {
			throw new Error(Object.keys(finding).join());
		};
		expect(() => periodOf('custom', '2026-11-18', MARCH, {}, refuse)).toThrow(new Error('place,says,todo'));
	});

	it('of this and last follow one another and hold whole months, whatever the day and the year end', () => {
		always((today, yearEnd) => {
			const of = (period: Period) => periodOf(period, today, yearEnd);
			for (const unit of ['Month', 'Quarter', 'FinancialYear'] as const) {
				const [current, last] = [of(`this${unit}`), of(`last${unit}`)];
				expect(addDays(last.to, 1)).toBe(current.from);
				expect(last.from <= last.to && current.from <= today && today <= current.to).toBe(true);
			}
			for (const period of ['thisMonth', 'lastMonth'] as const) {
				const { from, to } = of(period);
				expect([from.slice(8), addDays(to, 1).slice(8), from.slice(0, 7)]).toEqual(['01', '01', to.slice(0, 7)]);
			}
			expect(of('monthToDate')).toEqual({ from: of('thisMonth').from, to: today });
			expect(of('yearToDate')).toEqual({ from: of('thisFinancialYear').from, to: today });
		});
	});
});

describe('As Of', () => {
	test.each<[AsOf, string]>([
		['today', '2026-11-18'],
		['endOfLastMonth', '2026-10-31'],
		['endOfLastQuarter', '2026-09-30'],
		['endOfLastFinancialYear', '2026-03-31'],
	])('%s on 18 November 2026, with the year end of 31 March, is %s', (asOf, expected) => {
		expect(asOfDay(asOf, '2026-11-18', MARCH)).toBe(expected);
	});

	it('custom is the day given, and refused without one', () => {
		expect(asOfDay('custom', '2026-11-18', MARCH, '2025-02-28')).toBe('2025-02-28');
		expect(() => asOfDay('custom', '2026-11-18', MARCH)).toThrow(
			new Error('Date: is empty. Give a day such as 2026-03-31, or choose another As Of than Custom'),
		);
	});

	it('is the last day of the period before, whatever the day and the year end', () => {
		always((today, yearEnd) => {
			const pairs = [
				['endOfLastMonth', 'lastMonth'],
				['endOfLastQuarter', 'lastQuarter'],
				['endOfLastFinancialYear', 'lastFinancialYear'],
			] as const;
			for (const [asOf, period] of pairs) {
				expect(asOfDay(asOf, today, yearEnd)).toBe(periodOf(period, today, yearEnd).to);
			}
		});
	});

	it('and Period have the values that the panel shows', () => {
		expect([PERIODS.length, AS_OF_DAYS.length]).toEqual([9, 5]);
	});
});
