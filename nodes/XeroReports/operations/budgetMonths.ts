// What is said of months that a budget is held against in part alone.

import type { RowFinding } from '../../shared/model/context';
import type { BudgetSpan } from '../folds/budgetSpans';
import { partialMonths } from '../folds/budgetSpans';
import { endOfMonth } from '../rows/days';

const partsOf = (spans: readonly BudgetSpan[]): string[] => [...new Set(spans.flatMap(partialMonths))].sort();

/** Months whose budget counts in full, though the period, or the financial year, has a part of them; and days that a forecast lacks. */
export function partialFindings(spans: readonly BudgetSpan[]): RowFinding[] {
	const isOfPeriod = ({ column }: BudgetSpan): boolean => column === 'period' || column === 'month';
	const months = partsOf(spans.filter(isOfPeriod));
	const ofYear = partsOf(spans).filter((month) => !months.includes(month));
	const year = spans.find(({ column }) => column === 'fullYear');
	const findings: RowFinding[] = [];
	if (months.length > 0)
		findings.push({
			code: 'partialMonth',
			place: ['Period'],
			says: `has a part of ${months.join(' and ')} alone, whose budget counts in full`,
			todo: 'Choose whole months to hold like against like',
			details: { months },
		});
	if (ofYear.length > 0)
		findings.push({
			code: 'partialMonth',
			says: `the financial year has a part of ${ofYear.join(' and ')} alone, whose budget counts in full`,
			details: { months: ofYear },
		});
	if (year && year.actual.to < year.to && year.actual.to !== endOfMonth(year.actual.to))
		findings.push({
			code: 'forecastLacksDays',
			place: ['Period'],
			says: `ends on ${year.actual.to}: the forecast has actual amounts until then and the budget of the months after, and nothing of the days between`,
			todo: 'Choose a Period that ends with a month',
		});
	return findings;
}
