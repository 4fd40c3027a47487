import type { IDataObject } from 'n8n-workflow';
import type { Columns } from './columns';
import { columnsOf } from './columns';

/** One cell of a report. */
export interface Cell {
	readonly value: unknown;
	readonly attributes: ReadonlyArray<{ readonly id: string; readonly value: string }>;
}

/** A row or section of a report as it stands in Xero's tree. */
export interface Branch {
	readonly type: string;
	readonly title: string;
	readonly cells: readonly Cell[];
	readonly rows: readonly Branch[];
}

/** A row with what stands above it. */
export interface Placed {
	readonly branch: Branch;
	readonly path: readonly string[];
	readonly columns: Columns;
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const list = (value: unknown): IDataObject[] =>
	// A hole in a list keeps its place: cells belong to columns by their order.
	Array.isArray(value) ? value.map((one: unknown) => (one !== null && typeof one === 'object' ? (one as IDataObject) : {})) : [];

const cellOf = ({ Value, Attributes }: IDataObject): Cell => ({
	value: Value,
	attributes: list(Attributes).map(({ Id, Value: value }) => ({ id: text(Id), value: text(value) })),
});

/** Xero's rows as branches, whatever is missing in them. */
export const branches = (rows: unknown): Branch[] =>
	list(rows).map(({ RowType, Title, Cells, Rows }) => ({
		type: text(RowType),
		title: text(Title).trim(),
		cells: list(Cells).map(cellOf),
		rows: branches(Rows),
	}));

const sums = ({ title, rows }: Branch, heading: string): boolean =>
	title === '' && rows.some(({ cells }) => text(cells[0]?.value).trim().toLowerCase() === `total ${heading}`.toLowerCase());

/**
 * The headings each branch stands under. Xero sends "Assets" as a section without rows, followed by its parts and, without
 * a title, by "Total Assets": such a heading holds for all between the two.
 */
function headingsOver(level: readonly Branch[]): string[][] {
	const over = level.map((): string[] => []);
	level.forEach(({ title, rows, cells }, start) => {
		if (title === '' || rows.length || cells.length) return;
		const end = level.findIndex((branch, index) => index > start && sums(branch, title));
		for (let index = start + 1; index <= end; index += 1) over[index]!.push(title);
	});
	return over;
}

/** Every row with cells, in Xero's order; header rows name the columns of what follows them. */
export function* placed(level: readonly Branch[], path: readonly string[], columns: Columns): Generator<Placed> {
	const over = headingsOver(level);
	let current = columns;
	for (const [index, branch] of level.entries()) {
		const here = [...path, ...over[index]!, ...(branch.title ? [branch.title] : [])];
		if (branch.type === 'Header') current = columnsOf(branch.cells.map(({ value }) => text(value)));
		else if (branch.cells.length) yield { branch, path: here, columns: current };
		yield* placed(branch.rows, here, current);
	}
}
