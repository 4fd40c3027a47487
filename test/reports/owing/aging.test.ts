import { bucketLabels, bucketOf } from '../../../nodes/XeroReports/folds/aging';

const days = { unit: 'days', length: 30, count: 3, reportDateIsCurrent: true } as const;
const months = { unit: 'months', length: 1, count: 3, reportDateIsCurrent: true } as const;

describe('buckets of days', () => {
	it('are current until the day something is due, and then as many days long as they are asked to be', () => {
		const due = [
			'2026-11-01',
			'2026-10-31',
			'2026-10-30',
			'2026-10-01',
			'2026-09-30',
			'2026-09-01',
			'2026-08-31',
			'2026-08-02',
			'2026-08-01',
			'2020-01-01',
		];
		expect(due.map((day) => bucketOf(day, '2026-10-31', days))).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
	});

	it('have the day of the report in the first one where it counts as overdue', () => {
		const overdue = { ...days, reportDateIsCurrent: false };
		expect(['2026-11-01', '2026-10-31', '2026-10-30'].map((day) => bucketOf(day, '2026-10-31', overdue))).toEqual([0, 1, 1]);
	});

	it('are called by their days', () => {
		expect(bucketLabels(days)).toEqual(['Current', '1-30', '31-60', '61-90', 'Older']);
		expect(bucketLabels({ ...days, length: 7, count: 2 })).toEqual(['Current', '1-7', '8-14', 'Older']);
		expect(bucketLabels({ ...days, length: 1, count: 2 })).toEqual(['Current', '1', '2', 'Older']);
	});
});

describe('buckets of months', () => {
	it('end on the same day of the month, or on its last where it has no such day', () => {
		const due = [
			'2026-02-28',
			'2026-02-27',
			'2026-02-01',
			'2026-01-31',
			'2026-01-28',
			'2025-12-31',
			'2025-12-28',
			'2025-11-30',
			'2025-11-28',
			'2025-11-27',
		];
		expect(due.map((day) => [day, bucketOf(day, '2026-02-28', months)])).toEqual([
			['2026-02-28', 0],
			['2026-02-27', 1],
			['2026-02-01', 1],
			['2026-01-31', 2],
			['2026-01-28', 2],
			['2025-12-31', 3],
			['2025-12-28', 3],
			['2025-11-30', 4],
			['2025-11-28', 4],
			['2025-11-27', 4],
		]);
	});

	it('know leap years and the turn of the year', () => {
		expect(bucketOf('2024-01-31', '2024-02-28', months)).toBe(1);
		expect(bucketOf('2024-01-31', '2024-02-29', months)).toBe(2);
		expect(bucketOf('2025-12-15', '2026-01-14', months)).toBe(1);
		expect(bucketOf('2025-12-15', '2026-01-15', months)).toBe(2);
		expect(bucketOf('2023-02-28', '2023-03-28', months)).toBe(2);
	});

	it('have the day of the report in the first one where it counts as overdue', () => {
		expect(bucketOf('2026-02-28', '2026-02-28', { ...months, reportDateIsCurrent: false })).toBe(1);
	});

	it('may be several months long', () => {
		const quarters = { ...months, length: 3, count: 2 };
		const due = ['2026-10-30', '2026-08-01', '2026-07-31', '2026-05-01', '2026-04-30', '2025-01-01'];
		expect(due.map((day) => bucketOf(day, '2026-10-31', quarters))).toEqual([1, 1, 2, 2, 3, 3]);
	});

	it('are called by their months', () => {
		expect(bucketLabels(months)).toEqual(['Current', '< 1 Month', '1 Month', '2 Months', 'Older']);
		expect(bucketLabels({ ...months, length: 3 })).toEqual(['Current', '< 3 Months', '3-5 Months', '6-8 Months', 'Older']);
	});
});
