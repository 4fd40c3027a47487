// What is read for the checks of a close: one load for all that are asked for, and nothing for the others.

import type { IDataObject } from 'n8n-workflow';
import type { OperationContext } from '../../shared/model/context';
import type { LedgerContext } from '../entries/postings';
import { isTransferSide } from '../entries/bankTransaction';
import type { BookRecord, ExpenseClaim } from '../facts/bookRecord';
import { bankTransactionRecord, documentRecord, expenseClaimRecord, manualJournalRecord } from '../facts/bookRecord';
import type { Document, DocumentList } from '../facts/documents';
import { documentOf } from '../facts/documents';
import type { Payment } from '../facts/payments';
import { paymentOf } from '../facts/payments';
import type { UnreconciledItem } from '../folds/closeChecks/unreconciledItems';
import { unreconciledPayment, unreconciledTransaction, unreconciledTransfer } from '../folds/closeChecks/unreconciledItems';
import type { OwingRecords, Side } from '../folds/settlements';
import { documentsToRead } from '../folds/settlements';
import type { CallsLimit } from './callsLimit';
import type { CloseAsked, ClosePart } from './closeParts';
import { closeParts } from './closeParts';
import type { CloseSource } from './closeSources';
import { allSources, goesByOpen, isOpenKnown } from './closeSources';
import { readSingle } from './ledger';
import { dated, listOf, readList } from './lists';
import { recordsById } from './recordsById';
import { notReadable } from './trialBalances';

/** Why a source is not there: phrases such as “credit notes could not be read (accounting.invoices.read)”. */
export type UnreadSources = ReadonlyMap<CloseSource, ReadonlySet<string>>;

/** Everything that was read. */
export interface LoadedClose {
	readonly records: readonly BookRecord[];
	readonly claims: readonly ExpenseClaim[];
	readonly unreconciled: readonly UnreconciledItem[];
	/** What tells what stood open on the day; undefined where part of it could not be read, or no check goes by it. */
	readonly owing: OwingRecords | undefined;
	/** What the credential may not read, by source: list and scope, in words for people. */
	readonly unread: UnreadSources;
	/** What to do about it, by those words. */
	readonly todos: ReadonlyMap<string, string>;
}

/** What pages are reduced to. */
interface Reading {
	readonly records: Map<string, BookRecord>;
	readonly claims: Map<string, ExpenseClaim>;
	readonly unreconciled: UnreconciledItem[];
	readonly documents: Map<string, Document>;
	readonly payments: Payment[];
	readonly unread: Map<CloseSource, Set<string>>;
	readonly todos: Map<string, string>;
}

type Calls = Pick<OperationContext, 'listAll' | 'request' | 'recordsIn'>;

/** Names of the lists whose pages `loadClose` will count; see CallsLimit. */
export const closeLists = (asked: CloseAsked): string[] => closeParts(asked).map(({ what }) => what);

/** A record without its lines where nobody asks for them: they take most of the memory. */
const slim = (record: BookRecord, keeps: boolean): BookRecord => (keeps ? record : { ...record, lines: [] });

/** The currency of the bank account that a bank transaction names. */
function bankCurrency(record: IDataObject, { accounts, organisation }: LedgerContext): string {
	const { AccountID } = (record.BankAccount ?? {}) as IDataObject;
	return accounts.byId.get(String(AccountID))?.currency ?? organisation.baseCurrency;
}

type Take = (reading: Reading, record: IDataObject, context: LedgerContext, keepsLines: boolean) => void;

const put = ({ records }: Reading, record: BookRecord, { from, to }: LedgerContext, keepsLines: boolean): void => {
	records.set(record.id, slim(record, keepsLines && record.date >= from && record.date <= to));
};

const takeDocument =
	(list: DocumentList): Take =>
	(reading, record, context, keepsLines) => {
		const { baseCurrency } = context.organisation;
		const document = documentOf(list, record, baseCurrency);
		reading.documents.set(document.id, { ...document, lines: [] });
		if (list === 'Invoices' || list === 'CreditNotes')
			put(reading, documentRecord(list, record, baseCurrency), context, keepsLines);
	};

const takeClaim: Take = ({ claims }, record, { organisation }) => {
	const claim = expenseClaimRecord(record, organisation.baseCurrency);
	claims.set(claim.id, claim);
};

const takeTransaction: Take = (reading, record, context, keepsLines) => {
	if (isTransferSide(record)) return;
	const one = bankTransactionRecord(record, context.organisation.baseCurrency, bankCurrency(record, context));
	put(reading, one, context, keepsLines);
};

const takePayment: Take = ({ payments }, record, { organisation }) => {
	const payment = paymentOf(record, organisation.baseCurrency);
	if (payment) payments.push(payment);
};

const TAKE: Readonly<Record<ClosePart['of'], Take>> = {
	Invoices: takeDocument('Invoices'),
	CreditNotes: takeDocument('CreditNotes'),
	Overpayments: takeDocument('Overpayments'),
	Prepayments: takeDocument('Prepayments'),
	BankTransactions: takeTransaction,
	Payments: takePayment,
	BankTransfers: (reading, record, context) => reading.unreconciled.push(...unreconciledTransfer(record, context)),
	ManualJournals: (reading, record, context, keepsLines) =>
		put(reading, manualJournalRecord(record, context.organisation.baseCurrency), context, keepsLines),
	ExpenseClaims: takeClaim,
};

/** What is read for the check of unreconciled items alone. */
const TAKE_UNRECONCILED: Readonly<Partial<Record<CloseSource, Take>>> = {
	unreconciledPayments: (reading, record, context) => reading.unreconciled.push(...unreconciledPayment(record, context)),
	unreconciledBankTransactions: (reading, record, context) =>
		reading.unreconciled.push(...unreconciledTransaction(record, context)),
};

/** Claims that are read by themselves, as their list has no receipts: for their lines, and for the day of one that has none of its own. */
function claimsToRead({ claims }: Reading, { from, to }: LedgerContext, asked: CloseAsked): ExpenseClaim[] {
	const forLines = allSources(asked).has('claimReceipts');
	const forDays = asked.checks.includes('toApprove');
	return [...claims.values()].filter(({ status, date, hasLines }) =>
		status === 'SUBMITTED'
			? forDays && date === ''
			: forLines && (status === 'AUTHORISED' || status === 'PAID') && !hasLines && date >= from && date <= to,
	);
}

async function readReceipts(
	call: Calls,
	reading: Reading,
	context: LedgerContext,
	asked: CloseAsked,
	limit: CallsLimit,
): Promise<void> {
	const { name, path, scope } = listOf('expenseClaim');
	const wanted = claimsToRead(reading, context, asked);
	if (wanted.length === 0) return;
	limit.add('single expense claims', wanted.length);
	await Promise.all(
		wanted.map(async ({ id }) => {
			const answer = await call.request({ path: `${path}/${encodeURIComponent(id)}`, scope, envelope: name });
			for (const record of call.recordsIn(answer, name)) takeClaim(reading, record, context, true);
		}),
	);
}

const SIDES: readonly Side[] = ['receivable', 'payable'];

/** Documents that were open on the day and are paid off since: what settled them after it names them. */
async function readPaidSince(call: Calls, reading: Reading, context: LedgerContext, limit: CallsLimit): Promise<void> {
	const records: OwingRecords = { documents: [...reading.documents.values()], payments: reading.payments };
	const missing = SIDES.flatMap((side) => documentsToRead(records, context.to, side)).filter(({ list }) => list === 'Invoices');
	const ids = [...new Set(missing.map(({ id }) => id))];
	const part = {
		list: listOf('invoice'),
		what: 'documents paid since',
		where: dated(null, context.to),
		query: { Statuses: 'PAID' },
	};
	await recordsById(call, ids, part, limit, (record) => {
		takeDocument('Invoices')(reading, record, context, true);
		return {};
	});
}

/**
 * Bank transactions of the month whose rate their list leaves out: alone they have it. Only those that have none there either are without
 * one. Of the month alone, as those not reconciled may be of any age and many.
 */
async function readRatesLeftOut(
	call: Calls,
	reading: Reading,
	context: LedgerContext,
	keepsLines: boolean,
	limit: CallsLimit,
): Promise<void> {
	const { records, unreconciled } = reading;
	const without = [...records.values()].filter(
		({ kind, rate, date, status }) =>
			kind === 'bankTransaction' && rate === undefined && status === 'AUTHORISED' && date >= context.from && date <= context.to,
	);
	await readSingle(
		call,
		'BankTransactions',
		without.map(({ id }) => id),
		limit,
		(_list, record) => {
			takeTransaction(reading, record, context, keepsLines);
			for (const item of unreconciledTransaction(record, context)) {
				const at = unreconciled.findIndex(({ record: { id } }) => id === item.record.id);
				if (at >= 0) unreconciled[at] = item;
			}
		},
	);
}

/** What the lists are called in sentences. */
const LABELS: Readonly<Record<ClosePart['of'], string>> = {
	Invoices: 'invoices and bills',
	CreditNotes: 'credit notes',
	Overpayments: 'overpayments',
	Prepayments: 'prepayments',
	BankTransactions: 'bank transactions',
	Payments: 'payments',
	BankTransfers: 'bank transfers',
	ManualJournals: 'manual journals',
	ExpenseClaims: 'expense claims',
};

/** That something could not be read, and which scope it takes. */
export const unreadText = (what: string, scope: string): string => `${what} could not be read (${scope})`;

async function readPart(
	call: Calls,
	part: ClosePart,
	reading: Reading,
	context: LedgerContext,
	keepsLines: boolean,
	limit: CallsLimit,
): Promise<void> {
	const take = TAKE_UNRECONCILED[part.sources[0]!] ?? TAKE[part.of];
	try {
		await readList(call, part, limit, (record) => {
			take(reading, record, context, keepsLines);
			return {};
		});
	} catch (cause) {
		const { scope, todo } = notReadable(cause, part.list.scope);
		const text = unreadText(LABELS[part.of], scope);
		reading.todos.set(text, todo);
		for (const source of part.sources) reading.unread.set(source, new Set([...(reading.unread.get(source) ?? []), text]));
	}
}

/**
 * Reads what the checks need, records reduced page by page; a list that the credential may not read leaves the others.
 * @param context its period is the month of the report until its day
 * @param limit has heard of the lists of `closeLists`
 * @throws TooManyCalls; NodeApiError where a list cannot be read for another reason than that the credential may not
 */
export async function loadClose(call: Calls, asked: CloseAsked, context: LedgerContext, limit: CallsLimit): Promise<LoadedClose> {
	const reading: Reading = {
		records: new Map(),
		claims: new Map(),
		unreconciled: [],
		documents: new Map(),
		payments: [],
		unread: new Map(),
		todos: new Map(),
	};
	const sources = allSources(asked);
	const keepsLines = sources.has('claimReceipts');
	await Promise.all(closeParts(asked).map(async (part) => await readPart(call, part, reading, context, keepsLines, limit)));
	if (goesByOpen(asked)) await readPaidSince(call, reading, context, limit);
	await readReceipts(call, reading, context, asked, limit);
	await readRatesLeftOut(call, reading, context, keepsLines, limit);
	const { records, claims, unreconciled, documents, payments, unread, todos } = reading;
	const later = payments.filter(({ date }) => date > asked.asOf);
	return {
		records: [...records.values()],
		claims: [...claims.values()],
		unreconciled,
		owing: isOpenKnown(asked, unread) ? { documents: [...documents.values()], payments: later } : undefined,
		unread,
		todos,
	};
}
