// The periods that a profit and loss is compared with, and several reports of one period each as one of several.

import { addMonths, endOfMonth } from './days';
import type { DayRange } from './financialYear';
import type { ReadReport, ReportLine } from './readReport';

/** Xero's names of how far apart compared periods are, in months. */
export const TIMEFRAME_MONTHS: Readonly<Record<string, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/**
 * A range of whole months, and the `count` ranges before it, each `months` earlier than the next. Undefined where Xero gets them right by
 * itself: it applies the day of the month of the last day to each, so that the 31st is cut off after a month of fewer days.
 */
export function rangesToAskFor(range: DayRange, count: number, months: number): DayRange[] | undefined {
	if (range.to !== endOfMonth(range.to) || !range.from.endsWith('-01')) return undefined;
	const ranges = Array.from({ length: count + 1 }, (_, at): DayRange => {
		const from = addMonths(range.from, -at * months);
		return { from, to: endOfMonth(addMonths(range.to, -at * months)) };
	});
	const isCut = ranges.some(({ to }, at) => addMonths(range.to, -at * months) !== to);
	return isCut ? ranges : undefined;
}

const keyOf = ({ path, label, accountId, isGroup }: ReportLine): string =>
	JSON.stringify([path, accountId ?? label, accountId === null && isGroup]);

/** The lines of a report by what tells them apart; lines that look the same are counted. */
function tableOf({ lines }: ReadReport): Map<string, ReportLine> {
	const table = new Map<string, ReportLine>();
	for (const line of lines) {
		let count = 1;
		while (table.has(`${keyOf(line)} ${count}`)) count += 1;
		table.set(`${keyOf(line)} ${count}`, line);
	}
	return table;
}

/** A line that a period does not have: nothing moved there. What a result such as Gross Profit would have been, is not known. */
const absent = (one: ReportLine): ReportLine => ({
	...one,
	values: one.values.map(() => (one.computed && one.xeroRowType !== 'SummaryRow' ? null : 0)),
	percents: one.percents.map(() => false),
});

/** The headings of a report; of one without rows nothing is known but their number. */
const headingsIn = ({ lines }: ReadReport, other: ReportLine): readonly string[] =>
	lines[0]?.headings ?? other.headings.map(() => '');

/**
 * The same report of several periods, the latest first, as one with the columns of all. A row that a period does not have is 0 in it, as in
 * Xero's own: it stands after the row that comes before it there.
 */
export function sideBySide(reports: readonly ReadReport[]): ReadReport {
	const order: string[] = [];
	const tables = reports.map(tableOf);
	for (const table of tables) {
		let before = -1;
		for (const key of table.keys()) {
			const known = order.indexOf(key);
			if (known < 0) order.splice(before + 1, 0, key);
			before = known < 0 ? before + 1 : known;
		}
	}
	const lines = order.map((key): ReportLine => {
		const first = tables.map((table) => table.get(key)).find((line) => line !== undefined)!;
		const own = tables.map((table, at) => table.get(key) ?? { ...absent(first), headings: headingsIn(reports[at]!, first) });
		return {
			...first,
			headings: own.flatMap(({ headings }) => headings),
			values: own.flatMap(({ values }) => values),
			percents: own.flatMap(({ percents }) => percents),
		};
	});
	return { ...reports[0]!, lines };
}
