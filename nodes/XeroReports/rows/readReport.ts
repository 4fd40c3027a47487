import type { IDataObject } from 'n8n-workflow';
import { objectsIn } from '../../shared/model/values';
import type { RowIds } from './attributes';
import { idsIn } from './attributes';
import { asText, typed } from './cells';
import { columnsOf, firstColumn, holdsText } from './columns';
import { dayOfTitle } from './headings';
import type { Placed } from './tree';
import { branches, placed } from './tree';

/** Results that Xero sends as ordinary rows, in reports that may have no accounts at all. */
const RESULT = /^(gross|net) (profit|loss)\b|^profit \(loss\)|^net assets$|^current year earnings$/i;

/** A row of a report, read: its texts are what they mean. */
export interface ReportLine extends RowIds {
	/** Titles of the sections that it stands in, from the outside in. */
	readonly path: readonly string[];
	readonly label: string | null;
	/** What Xero calls its columns, without the one of the label. */
	readonly headings: readonly string[];
	/** A value for each of them; null where a cell is empty or left out. */
	readonly values: ReadonlyArray<string | number | null>;
	/** Which of them had a percent sign. */
	readonly percents: readonly boolean[];
	/** A total or a result. */
	readonly computed: boolean;
	/** Xero's own: Row, SummaryRow. */
	readonly xeroRowType: string;
}

/** One of Xero's reports, read. */
export interface ReadReport {
	readonly name: string | null;
	/** The day it was made; null where Xero gives a span of days instead. */
	readonly date: string | null;
	/** Xero's own text of that. */
	readonly dateText: string | null;
	readonly titles: readonly string[];
	readonly lines: readonly ReportLine[];
	/** What published tax reports have in place of rows, and the 1099 report: as Xero sends it. */
	readonly fields: readonly IDataObject[];
	readonly contacts: readonly IDataObject[];
}

/** What a row is called, and whether the first cell is that name in place of the date it should be. */
function labelOf({ branch: { cells }, columns }: Placed): { label: string | null; first: boolean } {
	const first = asText(cells[0]?.value);
	const isDate = columns.dated && (first === null || typed(first).value !== first);
	return isDate ? { label: asText(cells[1]?.value), first: false } : { label: first, first: true };
}

function lineOf(one: Placed, ids: RowIds, withAccounts: boolean): ReportLine {
	const { branch, path, columns } = one;
	const { label, first } = labelOf(one);
	const start = firstColumn(columns);
	// A row may end before the last column, or go on after it.
	const width = Math.max(branch.cells.length, columns.headings.length);
	const cells = Array.from({ length: Math.max(0, width - start) }, (_, at) => {
		const given = branch.cells[start + at]?.value;
		if (start + at === 0 && first) return typed(null);
		return holdsText(columns, start + at) ? { value: asText(given), percent: false } : typed(given);
	});
	const isResult = branch.type === 'SummaryRow' || withAccounts || RESULT.test(label ?? '');
	return {
		...ids,
		path,
		label,
		headings: Array.from({ length: cells.length }, (_, at) => columns.headings[start + at] ?? ''),
		values: cells.map(({ value }) => value),
		percents: cells.map(({ percent }) => percent),
		computed: ids.accountId === null && !ids.isGroup && isResult,
		xeroRowType: branch.type,
	};
}

/** Reads one of Xero's reports, whatever is missing in it; its rows in Xero's order, those of the headings left out. */
export function readReport(report: IDataObject): ReadReport {
	const rows = [...placed(branches(report.Rows), [], columnsOf([]))].map((one) => ({ one, ids: idsIn(one.branch.cells) }));
	const withAccounts = rows.some(({ ids }) => ids.accountId !== null);
	return {
		name: asText(report.ReportName) ?? asText(report.ReportTitle),
		date: dayOfTitle(report.ReportDate),
		dateText: asText(report.ReportDate),
		titles: Array.isArray(report.ReportTitles) ? report.ReportTitles.map((title) => String(title)) : [],
		lines: rows.map(({ one, ids }) => lineOf(one, ids, withAccounts)),
		fields: objectsIn(report.Fields),
		contacts: objectsIn(report.Contacts),
	};
}
