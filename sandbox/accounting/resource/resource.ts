import type { Reply, Route, SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import type { Body } from './replies';
import type { Table } from '../book/table';

/** One operation over the books of the organisation that the call names. */
export interface BookRoute extends Omit<Route, 'handle'> {
	handle(book: Book, request: SandboxRequest): Reply;
}

/** One of Xero's resources: its plural name, what `records` shows of it, and its operations. */
export interface Resource {
	plural: string;
	records(book: Book): Body[];
	routes: readonly BookRoute[];
}

/** How much of a record a reply carries: a single GET or a write, a page of a list, a list without paging, summaryOnly. */
export type Detail = 'full' | 'page' | 'list' | 'summary';

/** Types of the fields that `where` and `order` may name; an object for a nested one (Contact.ContactID). */
export type Column = 'text' | 'number' | 'flag' | 'time' | 'id';
export interface Columns {
	readonly [field: string]: Column | Columns;
}

/** What lists, writes and traits need to know about one kind of record. */
export interface Kind<Row extends object> {
	/** Xero's names: 'Invoice', 'Invoices', 'InvoiceID'. */
	singular: string;
	plural: string;
	id: string;
	idOf(row: Row): string;
	table(book: Book): Pick<Table<Row, never>, 'get' | 'values'>;
	columns: Columns;
	/** The value of a column, when it is not simply the row's own field. */
	look?(book: Book, row: Row, path: readonly string[]): unknown;
	render(book: Book, row: Row, detail: Detail, unitdp: number): Body;
	/** The key with which an element says that it has errors. */
	flag?: 'HasErrors' | 'HasValidationErrors';
}

/** Scopes a route takes; `.read` forms are added for reading. */
export interface Scopes {
	read: readonly string[];
	write: readonly string[];
}

function scopes(...granular: string[]): Scopes {
	return { read: granular.flatMap((scope) => [scope, `${scope}.read`]), write: granular };
}

export const settings = scopes('accounting.settings');
export const contactsScope = scopes('accounting.contacts');
export const invoicesScope = scopes('accounting.invoices', 'accounting.transactions');
export const paymentsScope = scopes('accounting.payments', 'accounting.transactions');
export const bankTransactionsScope = scopes('accounting.banktransactions', 'accounting.transactions');
export const manualJournalsScope = scopes('accounting.manualjournals', 'accounting.transactions');
export const expensesScope = scopes('accounting.classicexpenses', 'accounting.transactions');
export const budgetsScope: Scopes = { read: ['accounting.budgets.read'], write: [] };
export const journalsScope: Scopes = { read: ['accounting.journals.read'], write: [] };
/** Scopes of a report: its own, and the broad one of older apps. */
export const reportScope = (name: string): Scopes => ({
	read: [`accounting.reports.${name}.read`, 'accounting.reports.read'],
	write: [],
});
/** Items are under settings in the spec, and under invoices in the list of granular scopes. */
export const itemsScope = scopes('accounting.settings', 'accounting.invoices');
export const attachmentsScope = scopes('accounting.attachments');
/** `paymentservices` has no read-only form. */
export const paymentServicesScope: Scopes = { read: ['paymentservices'], write: ['paymentservices'] };

/** A query parameter whatever the case of its name, undefined when empty. */
export function query(request: SandboxRequest, name: string): string | undefined {
	const lower = name.toLowerCase();
	const key = Object.keys(request.query).find((candidate) => candidate.toLowerCase() === lower);
	const value = key === undefined ? undefined : request.query[key];
	return value === undefined || value.trim() === '' ? undefined : value;
}

/** A header as one string. */
export function header(request: SandboxRequest, name: string): string | undefined {
	const value = request.headers[name];
	return Array.isArray(value) ? value.join(', ') : value;
}

/** The operations whose calls may have `unitdp`, by the specification; for all others it does not count. */
const UNITDP = [
	{ method: /^(GET|PUT|POST)$/, path: /^\/(BankTransactions|CreditNotes|Invoices|Items|Receipts)(\/[^/]+)?$/i },
	{ method: /^GET$/, path: /^\/(Overpayments|Prepayments)$/i },
];

/** Decimals of unit prices: 4 with `unitdp=4`, where the operation knows it, else 2. */
export function unitdp(request: SandboxRequest): number {
	const named = UNITDP.some(({ method, path }) => method.test(request.method) && path.test(request.path));
	return named && query(request, 'unitdp') === '4' ? 4 : 2;
}

/** A hole of the path. */
export function hole(request: SandboxRequest, name: string): string {
	return request.params[name] ?? '';
}
