/** One table of results with what a reader must know before it. */
export interface Table {
	readonly title: string;
	/** Paragraphs of Markdown. */
	readonly before: readonly string[];
	readonly head: readonly string[];
	/** Cells; numbers are put in thousands. */
	readonly rows: ReadonlyArray<ReadonlyArray<string | number>>;
}

const cell = (value: string | number): string =>
	typeof value === 'number' ? value.toLocaleString('en') : value.replace(/\|/g, '\\|');

/** Markdown that is aligned for people too; columns whose cells are all numbers or times stand to the right. */
export function markdown({ head, rows }: Pick<Table, 'head' | 'rows'>): string {
	const cells = rows.map((row) => row.map(cell));
	const toTheRight = head.map((_, column) => cells.every((row) => /^(\d|–)/.test(row[column] ?? '')));
	const widths = head.map((name, column) => Math.max(3, name.length, ...cells.map((row) => (row[column] ?? '').length)));
	const pad = (text: string, column: number): string =>
		toTheRight[column] ? text.padStart(widths[column]!) : text.padEnd(widths[column]!);
	const line = (texts: readonly string[]): string => `| ${texts.map(pad).join(' | ')} |`;
	const rule = widths.map((width, column) => (toTheRight[column] ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2)));
	return [line(head), `|${rule.join('|')}|`, ...cells.map(line)].join('\n');
}

/** A duration in ms as people say it. */
export function duration(ms: number): string {
	if (ms < 1_000) return `${Math.round(ms)} ms`;
	if (ms < 60_000) return `${(ms / 1_000).toFixed(ms < 10_000 ? 2 : 1)} s`;
	const seconds = Math.round(ms / 1_000);
	return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** `ours` as a part of `theirs`, in two digits. */
export const ratio = (ours: number, theirs: number): string => {
	const part = ours / theirs;
	return part >= 0.995 ? part.toFixed(1) : String(Number(part.toPrecision(2)));
};

/** The first sentence of an error's text, in quotes; nothing where there was none. */
export const quoted = (error: string | undefined): string =>
	error === undefined ? '' : `“${/^.*?(?=\.\s|$)/s.exec(error)![0]}”`;
