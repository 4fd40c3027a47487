// Tables of a page: a caption, headings, groups of rows.

import type { Html, Part } from './markup';
import { markup } from './markup';

/** `figure`: right-aligned digits. `day`: a day, or another short text, never broken. `words`: text that may be long and wraps. */
export type ColumnKind = 'figure' | 'day' | 'words';

export interface Column {
	readonly heading: string;
	readonly kind: ColumnKind;
}

/** A row: one cell for each column; the first one names the row. */
export interface Row {
	readonly cells: readonly Part[];
	readonly kind?: 'total' | 'differs';
	/** How far the first cell stands in, from 0. */
	readonly level?: number;
}

/** Rows that belong together, below their headings, the outermost first. */
export interface Group {
	readonly headings?: ReadonlyArray<{ readonly text: string; readonly level: number }>;
	readonly rows: readonly Row[];
}

export interface Table {
	readonly title: string;
	/** What holds for the whole table, after its title: its currency, for one. */
	readonly remark?: string;
	readonly columns: readonly Column[];
	readonly groups: readonly Group[];
}

/** From so many columns on, the page is printed on paper turned on its side; of names and figures alone, which do not wrap, from fewer on. */
const WIDE = { any: 11, figures: 8 };

/** More columns than so many do not fit on such paper: figures would be cut off at its edge. */
const MOST = 13;

/** How far rows may stand in; what is deeper stands like these. */
const DEEPEST = 3;

const classes = (...names: ReadonlyArray<string | false | undefined>): Part => {
	const given = names.filter(Boolean).join(' ');
	return given !== '' && markup` class="${given}"`;
};

const indent = (level = 0): string | false => level > 0 && `in${Math.min(level, DEEPEST)}`;

const cell = (content: Part, { kind }: Column, index: number): Html =>
	index === 0 ? markup`<th scope="row" class="${kind}">${content}</th>` : markup`<td class="${kind}">${content}</td>`;

const row = (columns: readonly Column[], { cells, kind, level }: Row): Html =>
	markup`<tr${classes(kind, indent(level))}>${columns.map((column, index) => cell(cells[index], column, index))}</tr>\n`;

const groupHeading = (width: number, text: string, level: number): Html =>
	markup`<tr${classes('group', indent(level))}><th scope="rowgroup" colspan="${width}">${text}</th></tr>\n`;

const group = (columns: readonly Column[], { headings = [], rows }: Group): Html => markup`<tbody>
${headings.map(({ text, level }) => groupHeading(columns.length, text, level))}${rows.map((one) => row(columns, one))}</tbody>
`;

/** A short word, such as "61-90", does not break. */
const headingOf = ({ heading, kind }: Column): Html =>
	markup`<th scope="col"${classes(kind, /^\S{1,12}$/.test(heading) && 'kept')}>${heading}</th>`;

const areFigures = ([, ...others]: readonly Column[]): boolean => others.every(({ kind }) => kind === 'figure');

/** A table whose figures fit on paper: one with more columns than that goes on below, each part with the names of the rows. */
function partsOf(whole: Table): Table[] {
	const { title, columns, groups } = whole;
	if (columns.length <= MOST || !areFigures(columns)) return [whole];
	const figures = columns.length - 1;
	const count = Math.ceil(figures / (MOST - 1));
	const size = Math.ceil(figures / count);
	return Array.from({ length: count }, (_, index): Table => {
		const of = <T>([first, ...others]: readonly T[]): T[] => [first!, ...others.slice(index * size, (index + 1) * size)];
		return {
			...whole,
			title: index === 0 ? title : `${title}, continued`,
			columns: of(columns),
			groups: groups.map((one) => ({ ...one, rows: one.rows.map((own) => ({ ...own, cells: of(own.cells) })) })),
		};
	});
}

const boxOf = ({ title, remark, columns, groups }: Table): Html => {
	const isWide = columns.length >= (areFigures(columns) ? WIDE.figures : WIDE.any);
	const box = classes('scroll', isWide && 'wide');
	const headings = columns.map(headingOf);
	return markup`<div${box} role="region" aria-label="${title}" tabindex="0">
<table>
<caption>${title}${remark !== undefined && markup` <small>${remark}</small>`}</caption>
<thead><tr>${headings}</tr></thead>
${groups.map((one) => group(columns, one))}</table>
</div>
`;
};

/** A table in a box of its own, which scrolls where the page is narrower; in several where its columns would not fit on paper. */
export const table = (whole: Table): Html => markup`${partsOf(whole).map(boxOf)}`;
