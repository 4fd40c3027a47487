// The buckets of aged reports: how long something is overdue, in days or in months.

import { addMonths, daysBetween, partsOf } from '../rows/days';

/** How an aged report is cut. */
export interface Buckets {
	readonly unit: 'days' | 'months';
	/** Days or months in a bucket, 1 or more. */
	readonly length: number;
	/** Buckets between Current and Older, 1 or more. Of months the first one is “< 1 Month”. */
	readonly count: number;
	/** Whether what falls due on the day of the report is current still; else it is in the first bucket. */
	readonly reportDateIsCurrent: boolean;
}

/** The bucket of what is not overdue. */
export const CURRENT = 0;

/** The largest n for which `from` and n months is not after `to`; a day that the month does not have is its last. */
function monthsBetween(from: string, to: string): number {
	const [a, b] = [partsOf(from), partsOf(to)];
	const months = (b.year - a.year) * 12 + b.month - a.month;
	return addMonths(from, months) > to ? months - 1 : months;
}

/**
 * The bucket that something is in on the day of the report: 0 is Current, 1 to `count` by age, `count` + 1 is Older.
 * @param basis the day its age counts from
 */
export function bucketOf(basis: string, asOf: string, { unit, length, count, reportDateIsCurrent }: Buckets): number {
	const days = daysBetween(basis, asOf);
	if (days < 0 || (days === 0 && reportDateIsCurrent)) return CURRENT;
	const age = unit === 'days' ? Math.max(1, Math.ceil(days / length)) : Math.floor(monthsBetween(basis, asOf) / length) + 1;
	return Math.min(age, count + 1);
}

const range = (from: number, to: number): string => (from === to ? `${from}` : `${from}-${to}`);

const months = (from: number, to: number): string => `${range(from, to)} ${to === 1 ? 'Month' : 'Months'}`;

function labelOf(bucket: number, { unit, length }: Buckets): string {
	if (unit === 'days') return range((bucket - 1) * length + 1, bucket * length);
	return bucket === 1 ? `< ${months(length, length)}` : months((bucket - 1) * length, bucket * length - 1);
}

/** What the buckets are called, by their number: “Current”, “1-30”, …, “Older”. */
export const bucketLabels = (buckets: Buckets): string[] => [
	'Current',
	...Array.from({ length: buckets.count }, (_, index) => labelOf(index + 1, buckets)),
	'Older',
];
