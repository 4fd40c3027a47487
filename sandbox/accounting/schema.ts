/** What Xero's OpenAPI file says of the Accounting API: operations, and the fields of records. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from '../route';

interface Property {
	$ref?: string;
	type?: string;
	format?: string;
	'x-is-msdate'?: boolean;
	'x-is-msdate-time'?: boolean;
}
interface Described {
	operationId: string;
	/** The path on the wire, where it is not the one that the operation stands at: a PDF has that of its record. */
	'x-path'?: string;
	security?: ReadonlyArray<{ OAuth2?: readonly string[] }>;
	parameters?: ReadonlyArray<{ $ref?: string; name?: string }>;
}
interface Description {
	paths: Record<string, Record<string, Described>>;
	components: {
		parameters: Record<string, { name: string }>;
		schemas: Record<string, { properties?: Record<string, Property> }>;
	};
}

const file = join(__dirname, '../schema/accounting.json');
const { paths, components } = JSON.parse(readFileSync(file, 'utf8')) as Description;

/** An operation without what it does; its scopes are those of the file and the granular ones that replace broad ones. */
export interface Operation extends Pick<Route, 'operationId' | 'method' | 'path' | 'scopes'> {
	/** Names of its query parameters and headers. */
	readonly parameters: ReadonlySet<string>;
}

/** The granular scope that Xero has put beside a broad one, by the start of the path. Items are under settings in the file. */
const GRANULAR: ReadonlyArray<readonly [path: RegExp, broad: string, granular: string]> = [
	[/^\/(Invoices|CreditNotes|Quotes|PurchaseOrders|RepeatingInvoices|LinkedTransactions)\b/, 'transactions', 'invoices'],
	[/^\/Items(\/\{ItemID\})?$/, 'settings', 'invoices'],
	[/^\/(Payments|BatchPayments|Prepayments|Overpayments)\b/, 'transactions', 'payments'],
	[/^\/(BankTransactions|BankTransfers)\b/, 'transactions', 'banktransactions'],
	[/^\/ManualJournals\b/, 'transactions', 'manualjournals'],
	[/^\/(Receipts|ExpenseClaims)\b/, 'transactions', 'classicexpenses'],
	[/^\/Reports\/Aged/, 'reports', 'reports.aged'],
	[/^\/Reports(\/\{ReportID\})?$/, 'reports', 'reports.taxreports'],
	[/^\/Reports\/BalanceSheet$/, 'reports', 'reports.balancesheet'],
	[/^\/Reports\/BankSummary$/, 'reports', 'reports.banksummary'],
	[/^\/Reports\/BudgetSummary$/, 'reports', 'reports.budgetsummary'],
	[/^\/Reports\/ExecutiveSummary$/, 'reports', 'reports.executivesummary'],
	[/^\/Reports\/ProfitAndLoss$/, 'reports', 'reports.profitandloss'],
	[/^\/Reports\/TrialBalance$/, 'reports', 'reports.trialbalance'],
];

function withGranular(path: string, broad: readonly string[]): string[] {
	const granular = GRANULAR.filter(([start]) => start.test(path)).flatMap(([, from, to]) =>
		broad.flatMap((scope) => (new RegExp(`^accounting\\.${from}(\\.read)?$`).test(scope) ? scope.replace(from, to) : [])),
	);
	return [...granular, ...broad];
}

/** Every operation, in the order of the file. */
export const operations: readonly Operation[] = Object.entries(paths).flatMap(([at, methods]) =>
	Object.entries(methods).flatMap(([method, { operationId, 'x-path': path = at, security = [], parameters = [] }]) => {
		if (method === 'parameters') return [];
		const names = parameters.map(({ $ref, name }) => name ?? components.parameters[$ref?.split('/').at(-1) ?? '']?.name ?? '');
		return {
			operationId,
			method: method.toUpperCase() as Operation['method'],
			path,
			scopes: withGranular(
				path,
				security.flatMap(({ OAuth2 = [] }) => OAuth2),
			),
			parameters: new Set(names),
		};
	}),
);

/** Types of the fields that `where` and `order` may name; an object for a nested one (Contact.ContactID). */
export type Column = 'text' | 'number' | 'flag' | 'time' | 'id';
export interface Columns {
	readonly [field: string]: Column | Columns;
}

/** What is no content of a record: the ISO twins of dates, and what Xero says about an element of a call. */
const ABOUT = /^(Date|\w+Date|\w+UTC|StatusAttribute)String$|^Has(Validation)?Errors$/;

/** The fields of a record with a single value, or those `named`, with their types. */
export function columnsOf(schema: string, named?: readonly string[]): Record<string, Column> {
	const found = Object.entries(components.schemas[schema]?.properties ?? {}).flatMap(([name, property]) => {
		const type = columnOf(property);
		return type && !ABOUT.test(name) && (named?.includes(name) ?? true) ? [[name, type] as const] : [];
	});
	return Object.fromEntries(found);
}

function columnOf({ $ref, type, format, ...marks }: Property): Column | undefined {
	if (marks['x-is-msdate'] || marks['x-is-msdate-time']) return 'time';
	if (type === 'number' || type === 'integer') return 'number';
	if (type === 'boolean') return 'flag';
	if (type === 'string') return format === 'uuid' ? 'id' : 'text';
	const referred = components.schemas[$ref?.split('/').at(-1) ?? ''];
	return referred && !referred.properties ? 'text' : undefined;
}

/** What of a row the schema names, as the row has it. */
export function fieldsOf(schema: string, row: object): Record<string, unknown> {
	const named = components.schemas[schema]?.properties ?? {};
	return Object.fromEntries(Object.entries(row).filter(([name]) => name in named));
}

/** Names of the fields, of any record, that are calendar dates or moments. */
export function datesOf(mark: 'x-is-msdate' | 'x-is-msdate-time'): ReadonlySet<string> {
	const all = Object.values(components.schemas).flatMap(({ properties = {} }) => Object.entries(properties));
	return new Set(all.flatMap(([name, property]) => (property[mark] ? [name] : [])));
}

/** What a property may be: several things, where records differ. */
export type Kind = 'list' | 'object' | 'number' | 'flag' | 'text';

function kindOf({ $ref, type }: Property): Kind {
	if (type === 'array') return 'list';
	if (type === 'number' || type === 'integer') return 'number';
	if (type === 'boolean') return 'flag';
	const referred = components.schemas[$ref?.split('/').at(-1) ?? ''];
	return type === 'string' || (referred && !referred.properties) ? 'text' : 'object';
}

const anywhere = new Map<string, Set<Kind>>();
for (const { properties = {} } of Object.values(components.schemas)) {
	for (const [name, property] of Object.entries(properties)) {
		anywhere.set(name, (anywhere.get(name) ?? new Set()).add(kindOf(property)));
	}
}

/** What a property of that name is: in the record `parent`, where the schema has one of that name, else in any record. */
export function kindsOf(name: string, parent: string): ReadonlySet<Kind> {
	const own = components.schemas[parent]?.properties?.[name];
	return own ? new Set([kindOf(own)]) : (anywhere.get(name) ?? new Set());
}
