// What went through foreign bank accounts since their opening balance: section 4.5 of the design, calls included.

import type { IDataObject } from 'n8n-workflow';
import type { OperationContext } from '../../shared/model/context';
import type { BankMovement } from '../entries/bankMovement';
import { bankTransactionMovements, paymentMovements, transferMovements, transferSidesNeeded } from '../entries/bankMovement';
import { isTransferSide } from '../entries/bankTransaction';
import type { LedgerContext } from '../entries/postings';
import type { TransferSide } from '../entries/transfer';
import { transferSideOf } from '../entries/transfer';
import type { Account } from '../facts/accounts';
import { paymentOf } from '../facts/payments';
import type { CallsLimit } from './callsLimit';
import { readSingle } from './ledger';
import type { PartOfList } from './lists';
import { after, dated, listOf, readList } from './lists';

/** A bank account whose history is wanted. */
export interface BankHistoryWanted {
	readonly account: Account;
	/** The day of its opening balance; null where all of its history is wanted. */
	readonly since: string | null;
	/** The last day. */
	readonly to: string;
}

const nameOf = ({ code, name }: Account): string => code || name;

const isApproved = 'Status=="AUTHORISED"';

function partsOf({ account, since, to }: BankHistoryWanted): { transactions: PartOfList; payments: PartOfList } {
	const where = (property: string): string[] => [
		isApproved,
		`${property}==guid("${account.id}")`,
		...(since === null ? [] : [after(since)]),
		...dated(null, to),
	];
	return {
		transactions: {
			list: listOf('bankTransaction'),
			what: `bank transactions of ${nameOf(account)}`,
			where: where('BankAccount.AccountID'),
		},
		payments: { list: listOf('payment'), what: `payments through ${nameOf(account)}`, where: where('Account.AccountID') },
	};
}

/** Transfers of all accounts; they can be asked for by their date alone. */
function transfersOf(wanted: readonly BankHistoryWanted[]): PartOfList {
	const days = wanted.map(({ since }) => since);
	const first = days.includes(null) ? null : (days.sort()[0] ?? null);
	const last =
		wanted
			.map(({ to }) => to)
			.sort()
			.at(-1) ?? null;
	return {
		list: listOf('bankTransfer'),
		what: 'bank transfers',
		where: [...(first === null ? [] : [after(first)]), ...dated(null, last)],
	};
}

/** Names of the lists whose pages `loadBankHistory` will count; see CallsLimit. */
export const bankHistoryLists = (wanted: readonly BankHistoryWanted[]): string[] =>
	wanted.length === 0
		? []
		: [
				...wanted.map(partsOf).flatMap(({ transactions, payments }) => [transactions.what, payments.what]),
				transfersOf(wanted).what,
			];

/** What is read, by the ID of a record: one that comes again with its rate takes the place of the one without. */
interface Reading {
	readonly transactions: Map<string, readonly BankMovement[]>;
	readonly payments: Map<string, readonly BankMovement[]>;
	readonly transfers: IDataObject[];
	readonly sides: Map<string, TransferSide>;
}

function takeTransaction({ transactions, sides }: Reading, record: IDataObject, context: LedgerContext): void {
	const id = String(record.BankTransactionID);
	if (isTransferSide(record)) sides.set(id, transferSideOf(record, context));
	else transactions.set(id, bankTransactionMovements(record, context));
}

/**
 * Reads all that went through some foreign bank accounts. Bank transactions whose rate the list leaves out, and sides of transfers that it
 * does not have, are read one by one.
 * @param limit has heard of the lists of `bankHistoryLists`
 * @throws TooManyCalls; NodeApiError where a list cannot be read
 */
export async function loadBankHistory(
	call: Pick<OperationContext, 'listAll' | 'request' | 'recordsIn'>,
	wanted: readonly BankHistoryWanted[],
	context: LedgerContext,
	limit: CallsLimit,
): Promise<BankMovement[]> {
	if (wanted.length === 0) return [];
	const reading: Reading = { transactions: new Map(), payments: new Map(), transfers: [], sides: new Map() };
	const heard =
		(take: (record: IDataObject) => void) =>
		(record: IDataObject): object => {
			take(record);
			return {};
		};
	const takeOne = heard((record) => takeTransaction(reading, record, context));
	const takePayment = heard((record) => {
		const payment = paymentOf(record, context.organisation.baseCurrency);
		if (payment) reading.payments.set(payment.id, paymentMovements(payment, context));
	});
	await Promise.all([
		...wanted
			.map(partsOf)
			.flatMap(({ transactions, payments }) => [
				readList(call, transactions, limit, takeOne),
				readList(call, payments, limit, takePayment),
			]),
		readList(
			call,
			transfersOf(wanted),
			limit,
			heard((record) => void reading.transfers.push(record)),
		),
	]);
	const withoutRate = [...reading.transactions].flatMap(([id, [movement]]) =>
		movement && movement.base === undefined ? [id] : [],
	);
	const sides = reading.transfers.flatMap((record) => transferSidesNeeded(record, reading.sides, context));
	await readSingle(call, 'BankTransactions', [...new Set([...withoutRate, ...sides])], limit, (_list, record) =>
		takeTransaction(reading, record, context),
	);
	const transferred = reading.transfers.flatMap((record) => transferMovements(record, reading.sides, context));
	const ids = new Set(wanted.map(({ account }) => account.id));
	const others = [...reading.transactions.values(), ...reading.payments.values()].flat();
	return [...others, ...transferred].filter(({ accountId }) => ids.has(accountId));
}
