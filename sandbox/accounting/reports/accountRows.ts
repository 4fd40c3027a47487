import type { Book } from '../book/book';
import type { AccountRow } from '../book/rows';
import { type Balances, total } from './balances';
import { account, type Attribute, cell, money, type Part, type Row, row, section } from './rows';

/** A block of accounts in a statement. */
export interface Block {
	readonly title: string;
	readonly types: readonly string[];
	/** The words of its last row; none has no such row. */
	readonly summary: string;
	/** 1 shows debits as they are, -1 turns them: liabilities, equity and income are above zero when they are credits. */
	readonly sign: 1n | -1n;
}

/** A block with its figures in each column. */
export interface Filled {
	readonly part: Part;
	/** Empty when no account has anything in any column. */
	readonly empty: boolean;
	readonly totals: readonly bigint[];
}

/** One row of a block before it is written: a name, what identifies it, an amount in each column. */
export interface Figures {
	readonly name: string;
	readonly id: string;
	readonly amounts: readonly bigint[];
	/** What cells of a column say beside the id. */
	readonly more?: (column: number) => readonly Attribute[];
}

/** Accounts of these types that have something in a column, by name. */
export function figuresOf(book: Book, columns: readonly Balances[], { types, sign }: Block): Figures[] {
	return book.accounts
		.values()
		.filter((one) => types.includes(one.Type))
		.map((one) => ({
			name: one.Name,
			id: one.AccountID,
			amounts: columns.map((sums) => sign * (sums.get(one.AccountID) ?? 0n)),
		}))
		.filter(({ amounts }) => amounts.some((amount) => amount !== 0n))
		.sort(byName);
}

export function byName(a: Pick<Figures, 'name'>, b: Pick<Figures, 'name'>): number {
	return a.name.localeCompare(b.name, 'en');
}

/** Sums of several rows, column by column. */
export function columnTotals(rows: ReadonlyArray<readonly bigint[]>, columns: number): bigint[] {
	return Array.from({ length: columns }, (_, at) => total(rows.map((amounts) => amounts[at] ?? 0n)));
}

/** Writes a block: its rows, then what they add up to. */
export function fill({ title, summary }: Pick<Block, 'title' | 'summary'>, figures: readonly Figures[], columns: number): Filled {
	const rows: Row[] = figures.map(({ name, id, amounts, more }) => ({
		RowType: 'Row',
		Cells: [cell(name, account(id)), ...amounts.map((amount, at) => cell(money(amount), account(id), ...(more?.(at) ?? [])))],
	}));
	const totals = columnTotals(
		figures.map(({ amounts }) => amounts),
		columns,
	);
	return {
		part: section(title, [...rows, row('SummaryRow', summary, ...totals.map(money))]),
		empty: figures.length === 0,
		totals,
	};
}

/** A section of one computed row. */
export function computed(type: Row['RowType'], name: string, amounts: readonly bigint[]): Part {
	return section('', [row(type, name, ...amounts.map(money))]);
}

/** `Sales (200)`, as the trial balance names accounts. */
export function nameWithCode({ Name, Code }: AccountRow): string {
	return Code === '' ? Name : `${Name} (${Code})`;
}
