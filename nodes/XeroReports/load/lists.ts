// Xero's lists as reports ask for them.

import type { IDataObject } from 'n8n-workflow';
import { accounting } from '../../XeroAccounting/accounting';
import type { OperationContext } from '../../shared/model/context';
import type { Paging } from '../../shared/model/request';
import { addDays } from '../rows/days';
import type { LedgerList } from '../entries/ledgerReading';
import type { CallsLimit } from './callsLimit';

/** A list of Xero, as the table of Xero Accounting has it. */
export interface XeroList {
	/** Its name in Xero, such as Invoices; also the name of what holds its records. */
	readonly name: string;
	readonly path: string;
	/** Property with the ID of a record. */
	readonly id: string;
	readonly paging: Paging;
	readonly scope: string;
}

/** @param key of a resource of Xero Accounting that has a list */
export function listOf(key: string): XeroList {
	const resource = accounting.resources.find((one) => one.key === key);
	const { path, paging, scope } = resource?.operations.getAll ?? {};
	if (resource === undefined || path === undefined || scope === undefined) throw new Error(`${key} has no list`);
	return { name: resource.path, path, id: resource.id, paging: paging ?? { by: 'nothing' }, scope };
}

/** The resources of Xero Accounting that have the lists of the ledger. */
const RESOURCE_OF: Readonly<Record<LedgerList, string>> = {
	Invoices: 'invoice',
	CreditNotes: 'creditNote',
	Overpayments: 'overpayment',
	Prepayments: 'prepayment',
	BankTransactions: 'bankTransaction',
	Payments: 'payment',
	BankTransfers: 'bankTransfer',
	ManualJournals: 'manualJournal',
	ExpenseClaims: 'expenseClaim',
};

/** A list of the ledger by its name in Xero. */
export const listNamed = (name: LedgerList): XeroList => listOf(RESOURCE_OF[name]);

/** A status inside Xero's `where`. */
export const isStatus = (status: string): string => `Status=="${status}"`;

/** Part of a list, and under which name its calls are counted. */
export interface PartOfList {
	readonly list: XeroList;
	/** Tells two parts of one list apart, such as “open invoices” and “later invoices”. */
	readonly what: string;
	/** Conditions of Xero's `where`, all of which hold. */
	readonly where?: readonly string[];
	readonly query?: IDataObject;
	/** Such as If-Modified-Since. */
	readonly headers?: Readonly<Record<string, string>>;
}

/** A calendar day inside Xero's `where`: 2026-10-01 → DateTime(2026,10,01). */
export const inWhere = (day: string): string => `DateTime(${day.split('-').join(',')})`;

/** Dated within the days, both inclusive; either may be left open. */
export const dated = (from: string | null, to: string | null): string[] => [
	...(from === null ? [] : [`Date>=${inWhere(from)}`]),
	...(to === null ? [] : [`Date<=${inWhere(to)}`]),
];

/** The same for records whose date has a time of day, as that of a bank transfer may: the last day is over when the next begins. */
export const datedAtAnyTime = (from: string, to: string): string[] => [
	`Date>=${inWhere(from)}`,
	`Date<${inWhere(addDays(to, 1))}`,
];

export const after = (day: string): string => `Date>${inWhere(day)}`;

/** A record that belongs to one of some, by ID; nothing where there are none. */
export const ofAny = (property: string, ids: readonly string[]): string[] =>
	ids.length === 0 ? [] : [`(${ids.map((id) => `${property}==guid("${id}")`).join(' OR ')})`];

/**
 * Every record of a part of a list, its pages counted before the second is asked for; what `shape` makes of a record is what stays in
 * memory once its page is dropped.
 */
export async function readList<T extends object>(
	call: Pick<OperationContext, 'listAll'>,
	{ list, what, where = [], query = {}, headers }: PartOfList,
	limit: CallsLimit,
	shape: (record: IDataObject) => T,
): Promise<T[]> {
	try {
		const read = await call.listAll<{ [id: string]: unknown; made: T }>(
			{
				path: list.path,
				scope: list.scope,
				envelope: list.name,
				query: { ...query, ...(where.length ? { where: where.join(' AND ') } : {}) },
				...(headers ? { headers } : {}),
			},
			list.paging,
			list.name,
			undefined,
			list.id,
			{
				// The paging goes by the ID.
				shape: (record) => ({ [list.id]: record[list.id], made: shape(record) }),
				counted: async (pages) => await limit.heard(what, pages),
			},
		);
		return read.map(({ made }) => made);
	} finally {
		limit.ended(what);
	}
}
