// Reports as Xero sends them, with what a test wants in them.

import type { IDataObject } from 'n8n-workflow';
import { idOf } from '../ledger/records';

/** A row: its name, the code of its account (or what stands in its place), and an amount for each column. */
export type Given = readonly [name: string, code: string | null, ...amounts: number[]];

const cell = (Value: string, id: string | null): IDataObject => ({
	Value,
	...(id === null ? {} : { Attributes: [{ Id: 'account', Value: id }] }),
});

function row([name, code, ...amounts]: Given): IDataObject {
	const id = code === null ? null : /^\d{3}$/.test(code) ? idOf(code) : code;
	const RowType = name.startsWith('Total') ? 'SummaryRow' : 'Row';
	return { RowType, Cells: [cell(name, id), ...amounts.map((amount) => cell(amount.toFixed(2), id))] };
}

/** Sections with their rows; a section without a title has results such as Net Profit. */
export const reportOf = (
	headings: readonly string[],
	sections: ReadonlyArray<readonly [title: string, ...Given[]]>,
): IDataObject => ({
	ReportName: 'Report',
	Rows: [
		{ RowType: 'Header', Cells: ['', ...headings].map((Value) => ({ Value })) },
		...sections.map(([Title, ...rows]) => ({ RowType: 'Section', Title, Rows: rows.map(row) })),
	],
});
