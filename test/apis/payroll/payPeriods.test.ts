import fc from 'fast-check';
import { DateTime } from 'luxon';
import { periodOf } from '../../../nodes/XeroPayroll/builders/hours/payPeriods';

const told = (type: string, start: string, day: string, end?: string): string => {
	const period = periodOf({ type, start, end }, day);
	return period ? `${period.start} to ${period.end}` : 'not known';
};

describe('The pay period of a day', () => {
	it.each([
		['Weekly', '2026-03-02', '2026-03-08', '2026-03-02 to 2026-03-08'],
		['WEEKLY', '2026-03-02', '2026-03-09', '2026-03-09 to 2026-03-15'],
		['Weekly', '2026-03-02', '2026-03-01', '2026-02-23 to 2026-03-01'],
		['Fortnightly', '2026-03-02', '2027-01-01', '2026-12-21 to 2027-01-03'],
		['FourWeekly', '2026-03-02', '2026-02-01', '2026-01-05 to 2026-02-01'],
		['FOURWEEKLY', '2028-02-07', '2028-02-29', '2028-02-07 to 2028-03-05'],
		['Monthly', '2026-03-01', '2026-02-14', '2026-02-01 to 2026-02-28'],
		['Monthly', '2026-01-15', '2026-03-14', '2026-02-15 to 2026-03-14'],
		['Monthly', '2026-01-15', '2026-03-15', '2026-03-15 to 2026-04-14'],
		['Monthly', '2026-01-31', '2026-02-28', '2026-02-28 to 2026-03-30'],
		['Quarterly', '2026-04-01', '2027-03-31', '2027-01-01 to 2027-03-31'],
		['Annual', '2024-04-06', '2026-04-05', '2025-04-06 to 2026-04-05'],
		['TwiceMonthly', '2026-03-16', '2026-02-28', '2026-02-16 to 2026-02-28'],
		['TWICEMONTHLY', '2026-03-01', '2028-02-15', '2028-02-01 to 2028-02-15'],
	])('of a calendar %s from %s is that of %s: %s', (type, start, day, period) => {
		expect(told(type, start, day)).toBe(period);
	});

	it('is not known for halves of a month from other days, for other types, and where Xero ends the period otherwise', () => {
		expect(told('TwiceMonthly', '2026-03-05', '2026-03-06')).toBe('not known');
		expect(told('Lunar', '2026-03-05', '2026-03-06')).toBe('not known');
		expect(told('Monthly', '2026-03-01', '2026-03-06', '2026-03-30')).toBe('not known');
		expect(told('Monthly', '2026-03-01', '2026-03-06', '2026-03-31')).toBe('2026-03-01 to 2026-03-31');
	});

	it('holds the day, and is followed by the next without a gap, on any day of a century', () => {
		const day = fc.integer({ min: 0, max: 36_500 }).map((days) => DateTime.utc(2000, 1, 1).plus({ days }).toISODate()!);
		const type = fc.constantFrom('Weekly', 'Fortnightly', 'FourWeekly', 'Monthly', 'Quarterly', 'Annual');
		fc.assert(
			fc.property(type, day, day, (kind, start, asked) => {
				const period = periodOf({ type: kind, start }, asked)!;
				expect(period.start <= asked && asked <= period.end).toBe(true);
				const next = DateTime.fromISO(period.end, { zone: 'utc' }).plus({ days: 1 }).toISODate()!;
				expect(periodOf({ type: kind, start }, next)!.start).toBe(next);
				expect(periodOf({ type: kind, start }, start)!.start).toBe(start);
			}),
		);
	});
});
