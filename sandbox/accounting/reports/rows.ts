import type { Reply } from '../../route';
import type { Book } from '../book/book';
import { answer, type Body } from '../resource/replies';
import { longDate } from '../values/calendar';

/** What a cell says beside its value: which account, invoice or period it is about. */
export interface Attribute {
	readonly Value: string;
	readonly Id: string;
}

export interface Cell {
	readonly Value: string;
	readonly Attributes?: readonly Attribute[];
}

/** A row of a section. */
export interface Row {
	readonly RowType: 'Row' | 'SummaryRow';
	readonly Cells: readonly Cell[];
}

/** The header, or a section of rows. */
export type Part =
	| { readonly RowType: 'Header'; readonly Cells: readonly Cell[] }
	| { readonly RowType: 'Section'; readonly Title: string; readonly Rows: readonly Row[] };

/** Whole cents as Xero's reports write money: `1250.09`, `-200.00`. */
export function money(cents: bigint): string {
	const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
	return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export const account = (id: string): Attribute => ({ Value: id, Id: 'account' });

/** A cell; without attributes when there are none. */
export function cell(Value: string, ...Attributes: readonly Attribute[]): Cell {
	return Attributes.length === 0 ? { Value } : { Value, Attributes };
}

export function headings(...values: readonly string[]): Part {
	return { RowType: 'Header', Cells: values.map((value) => cell(value)) };
}

export function section(Title: string, Rows: readonly Row[]): Part {
	return { RowType: 'Section', Title, Rows };
}

/** A row of plain values; a summary row when it adds others up. */
export function row(RowType: Row['RowType'], ...values: readonly string[]): Row {
	return { RowType, Cells: values.map((value) => cell(value)) };
}

/** A report in its envelope, dated today in the organisation's zone. */
export function report(book: Book, id: string, name: string, titles: readonly string[], parts: readonly Part[]): Reply {
	const body: Body = {
		ReportID: id,
		ReportName: name,
		ReportType: id,
		ReportTitles: titles,
		ReportDate: longDate(book.today()),
		UpdatedDateUTC: book.stamp(),
		Fields: [],
		Rows: parts,
	};
	return answer(book, 'Reports', [body]);
}
