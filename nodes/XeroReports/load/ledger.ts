// What is read to rebuild the ledger of a period from documents: section 4.6 of the design, calls included.

import type { IDataObject } from 'n8n-workflow';
import type { OperationContext } from '../../shared/model/context';
import type { Needed } from '../entries/documentsNeeded';
import { documentsNeeded } from '../entries/documentsNeeded';
import type { LedgerList, LedgerReading } from '../entries/ledgerReading';
import { emptyReading, readRecords } from '../entries/ledgerReading';
import type { LedgerContext } from '../entries/postings';
import type { CallsLimit } from './callsLimit';
import type { PartOfList } from './lists';
import { dated, datedAtAnyTime, isStatus, listNamed, readList } from './lists';
import { recordsById } from './recordsById';
import type { NotReadable } from './trialBalances';
import { notReadable } from './trialBalances';

/** A list that the credential may not read: what it posted stands among what is not in the API. */
export interface UnreadList extends NotReadable {
	readonly list: LedgerList;
}

/** What the ledger of a period is made from. */
export interface LoadedLedger {
	readonly reading: LedgerReading;
	readonly unread: readonly UnreadList[];
}

type Part = PartOfList & { readonly of: LedgerList };

type Calls = Pick<OperationContext, 'listAll' | 'request' | 'recordsIn'>;

/** Lists of the period, and credits of any date: their allocations have dates of their own. */
function partsOf({ from, to, basis }: LedgerContext): Part[] {
	const part = (of: LedgerList, what: string, where: readonly string[], query: IDataObject = {}): Part => ({
		of,
		what,
		list: listNamed(of),
		where,
		query,
	});
	const inPeriod = dated(from, to);
	return [
		// On the cash basis only those count that something of the period settles: they are asked for by their IDs.
		...(basis === 'accrual' ? [part('Invoices', 'invoices and bills', inPeriod, { Statuses: 'AUTHORISED,PAID' })] : []),
		part('BankTransactions', 'bank transactions', [isStatus('AUTHORISED'), ...inPeriod]),
		part('Payments', 'payments', [isStatus('AUTHORISED'), ...inPeriod]),
		// Xero answers slowly where two statuses are joined by OR.
		part('CreditNotes', 'open credit notes', [isStatus('AUTHORISED')]),
		part('CreditNotes', 'settled credit notes', [isStatus('PAID')]),
		part('Overpayments', 'overpayments', []),
		part('Prepayments', 'prepayments', []),
		part('ManualJournals', 'manual journals', [isStatus('POSTED'), ...inPeriod]),
		part('BankTransfers', 'bank transfers', datedAtAnyTime(from, to)),
		part('ExpenseClaims', 'expense claims', []),
	];
}

/** Names of the lists whose pages `loadLedger` will count; see CallsLimit. */
export const ledgerLists = (context: LedgerContext): string[] => partsOf(context).map(({ what }) => what);

/** ExpenseClaims → single expense claims. */
const nameOfSingle = (of: LedgerList): string => `single${of.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)}`;

/** Reads records one by one, each by its ID. */
export async function readSingle(
	call: Calls,
	of: LedgerList,
	ids: readonly string[],
	limit: CallsLimit,
	take: (of: LedgerList, record: IDataObject) => void,
): Promise<void> {
	if (ids.length === 0) return;
	const { name, path, scope } = listNamed(of);
	limit.add(nameOfSingle(of), ids.length);
	await Promise.all(
		ids.map(async (id) => {
			const answer = await call.request({ path: `${path}/${encodeURIComponent(id)}`, scope, envelope: name });
			for (const record of call.recordsIn(answer, name)) take(of, record);
		}),
	);
}

/** Lists of which single records may be needed; invoices are asked for many at a time. */
const SINGLE: readonly LedgerList[] = [
	'CreditNotes',
	'Overpayments',
	'Prepayments',
	'BankTransactions',
	'ManualJournals',
	'ExpenseClaims',
];

const countOf = (needed: Needed): number => Object.values(needed).reduce((count, ids) => count + ids.length, 0);

/**
 * Reads the lists of a period, then what they say is missing. Records are reduced page by page.
 * @param limit has heard of the lists of `ledgerLists`
 * @throws TooManyCalls; NodeApiError where a list cannot be read for another reason than that the credential may not
 */
export async function loadLedger(call: Calls, context: LedgerContext, limit: CallsLimit): Promise<LoadedLedger> {
	const reading = emptyReading();
	const take = (of: LedgerList, record: IDataObject): void => readRecords(reading, { [of]: [record] }, context);
	const read = await Promise.all(
		partsOf(context).map(async (part): Promise<UnreadList[]> => {
			try {
				await readList(call, part, limit, (record) => {
					take(part.of, record);
					return {};
				});
				return [];
			} catch (cause) {
				return [{ list: part.of, ...notReadable(cause, part.list.scope) }];
			}
		}),
	);
	const unread = read.flat();
	const settled = {
		list: listNamed('Invoices'),
		what: 'documents settled in the period',
		query: { Statuses: 'AUTHORISED,PAID' },
	};
	const asked = new Set<string>();
	// What is read may itself need more: the document that a credit of before settled, on the cash basis.
	for (let round = 0; round < 2; round += 1) {
		const needed = documentsNeeded(reading, context);
		const anew = (of: LedgerList): string[] =>
			unread.some(({ list }) => list === of) ? [] : needed[of].filter((id) => !asked.has(`${of} ${id}`));
		const wanted = { Invoices: anew('Invoices'), single: SINGLE.map((of) => [of, anew(of)] as const) };
		if (countOf(needed) === 0) break;
		for (const [of, ids] of [['Invoices', wanted.Invoices] as const, ...wanted.single])
			for (const id of ids) asked.add(`${of} ${id}`);
		// All are counted before the first call, so that none goes on when they are too many.
		for (const [of, ids] of wanted.single) if (ids.length > 0) limit.add(nameOfSingle(of), ids.length);
		const counted: CallsLimit = { ...limit, add: () => undefined };
		await recordsById(call, wanted.Invoices, settled, limit, (record) => {
			take('Invoices', record);
			return {};
		});
		await Promise.all(wanted.single.map(async ([of, ids]) => await readSingle(call, of, ids, counted, take)));
	}
	const once = new Map(unread.map((one) => [one.list, one]));
	return { reading, unread: [...once.values()] };
}
