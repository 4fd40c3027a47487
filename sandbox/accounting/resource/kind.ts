/** A kind of record: its names, its table, and how filters and replies see it. */
import type { Book } from '../book/book';
import type { Table } from '../book/table';
import { type Columns, columnsOf } from '../schema';
import type { Body } from './replies';

/** How much of a record a reply carries: a single GET or a write, a page of a list, a list without paging, summaryOnly. */
export type Detail = 'full' | 'page' | 'list' | 'summary';

/** What a filter may name below a field (Contact.Name), and the object it looks into. */
export interface Nested<Row> {
	columns: Columns;
	of(book: Book, row: Row): object | undefined;
}

/** What lists, writes and traits need to know about one kind of record. */
export interface Kind<Row extends object> {
	/** Xero's names: 'Invoice', 'Invoices', 'InvoiceID'. */
	singular: string;
	plural: string;
	id: string;
	idOf(row: Row): string;
	table(book: Book): Pick<Table<Row, never>, 'get' | 'values' | 'put'>;
	/** The record that the path of a single call names; by its id when absent. */
	find?(book: Book, key: string): Row | undefined;
	/** What `where` and `order` may name: the fields that Xero's schema has. */
	columns: Columns;
	nested: Readonly<Record<string, Nested<Row>>>;
	/** The value of a column, when it is not simply the row's own field. */
	look?(book: Book, row: Row, field: string): unknown;
	render(book: Book, row: Row, detail: Detail, unitdp: number): Body;
	/** The key with which an element says that it has errors. */
	flag?: 'HasErrors' | 'HasValidationErrors';
}

type KindOptions<Row extends object> = Pick<Kind<Row>, 'table' | 'find' | 'look' | 'render' | 'flag'> &
	Partial<Pick<Kind<Row>, 'plural' | 'id' | 'nested'>> & {
		/** Columns of another type than the schema's. */
		types?: Columns;
		/** Fields of the schema that the books do not keep: filters do not know them. */
		without?: readonly string[];
	};

/** The kind of record that Xero's schema calls `singular`. */
export function kindOf<Row extends object>(
	singular: string,
	{ without = [], types = {}, nested = {}, ...options }: KindOptions<Row>,
): Kind<Row> {
	const id = options.id ?? `${singular}ID`;
	const own = Object.entries(columnsOf(singular)).filter(([name]) => !without.includes(name));
	const below = Object.entries(nested).map(([name, { columns }]) => [name, columns] as const);
	return {
		plural: `${singular}s`,
		...options,
		singular,
		id,
		idOf: (row) => String((row as Body)[id]),
		nested,
		columns: Object.fromEntries<Columns[string]>([...own, ...Object.entries(types), ...below]),
	};
}
