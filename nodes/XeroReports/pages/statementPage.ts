// One of Xero's own reports as a page.

import type { IDataObject } from 'n8n-workflow';
import { checksTable, differingNotice } from './checks';
import type { Part } from './markup';
import { notInApiTable } from './notInApi';
import type { PageHead } from './page';
import { emptyText, footer, heading, page, titleOf } from './page';
import { accountOf, ofType, textIn } from './rowValues';
import type { FigureColumn } from './statementColumns';
import { figureColumns } from './statementColumns';
import type { Column, Group, Row } from './table';
import { table } from './table';

/** What a page of one of Xero's own reports is made of. */
export interface StatementPage {
	readonly head: PageHead;
	/** One item for each row, in Xero's order. */
	readonly rows: readonly IDataObject[];
}

const pathOf = (row: IDataObject): string[] => (Array.isArray(row.sectionPath) ? row.sectionPath.map(String) : []);

const sharedLength = (one: readonly string[], other: readonly string[]): number => {
	const end = one.findIndex((name, index) => name !== other[index]);
	return end < 0 ? one.length : end;
};

/** A trial balance names accounts as the chart of accounts does, in order of their codes; other reports as Xero lays them out. */
const nameOf = (row: IDataObject): string =>
	(row.report === 'trialBalance' && accountOf(row)) || textIn(row, 'label') || textIn(row, 'accountName');

function rowOf(row: IDataObject, columns: readonly FigureColumn[]): Row {
	const depth = pathOf(row).length;
	// Xero works out the earnings of the current year as well, but lists them as any other account.
	const isTotal = row.rowType === 'total' && (depth === 0 || row.xeroRowType !== 'Row');
	return {
		cells: [nameOf(row), ...columns.map((column) => column.figure(row))],
		kind: isTotal ? 'total' : undefined,
		// What is in a section stands in from its heading; its total stands below the heading itself.
		level: isTotal ? Math.max(depth - 1, 0) : depth,
	};
}

/** Rows by the sections of Xero; a heading stands where its section begins, and again where rows come back to it from another. */
function groupsOf(rows: readonly IDataObject[], columns: readonly FigureColumn[]): Group[] {
	const groups: Array<Group & { rows: Row[] }> = [];
	let path: string[] | undefined;
	for (const row of rows) {
		const here = pathOf(row);
		const shared = path === undefined ? 0 : sharedLength(here, path);
		if (path === undefined || shared < here.length || shared < path.length) {
			const headings = here.slice(shared).map((text, index) => ({ text, level: shared + index }));
			groups.push({ headings, rows: [] });
		}
		groups[groups.length - 1]!.rows.push(rowOf(row, columns));
		path = here;
	}
	return groups;
}

function tableOf({ head, rows }: StatementPage): Part {
	const lines = ofType(rows, 'row', 'total');
	if (!lines.length) return emptyText('Xero gave no rows for this report.');
	const columns = figureColumns(textIn(lines[0]!, 'report'), lines, { currency: head.baseCurrency, span: head.span });
	const figures = columns.map((column): Column => ({ heading: column.heading, kind: 'figure' }));
	return table({
		title: `Amounts in ${head.baseCurrency}`,
		columns: [{ heading: 'Account', kind: 'words' }, ...figures],
		groups: groupsOf(lines, columns),
	});
}

/**
 * A balance sheet, profit and loss, trial balance, bank, budget or executive summary as one HTML text that loads nothing.
 * It reads of a row: `report`, `rowType`, `label`, `sectionPath`, `accountCode`, `accountName`, and the figures of its report.
 */
export const statementPage = (given: StatementPage): string => {
	const { head, rows } = given;
	return page(titleOf(head), [
		heading(head),
		differingNotice(rows, head.baseCurrency),
		tableOf(given),
		notInApiTable(rows, head.baseCurrency),
		checksTable(rows, head.baseCurrency),
		footer(head),
	]);
};
