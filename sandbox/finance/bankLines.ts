import { createHash } from 'node:crypto';

import { units } from '../accounting/values/decimal';
import { UNLISTED_SOURCES } from '../bookkeeping';
import type { Account, BankTransaction, Payment, Read } from './records';
import { type Ledger, total } from './ledger';

/** What the books say of money through a bank account; `cents` are whole ones of the account's currency, in above zero. */
export interface BankEntry {
	readonly id: string;
	readonly accountId: string;
	/** `YYYY-MM-DD` */
	readonly date: string;
	/** When it was entered, ISO in UTC. */
	readonly entered: string;
	readonly cents: bigint;
	readonly isReconciled: boolean;
	readonly payee: string;
	readonly reference: string;
	/** The payments of a batch are one entry. */
	readonly payments: readonly Payment[];
	readonly bankTransaction?: BankTransaction;
}

/** A line of a bank statement. */
export interface BankLine {
	readonly id: string;
	readonly date: string;
	readonly entered: string;
	readonly cents: bigint;
	readonly entry: BankEntry;
	readonly isReconciled: boolean;
}

/** How a bank's statements come into Xero. */
export type ImportSource = 'directBankFeed' | 'fileUpload' | 'manual';

const RECEIVED = /^(ACCRECPAYMENT|APCREDITPAYMENT|AP(PRE|OVER)PAYMENTPAYMENT)$/;

/** Source types of money that is in no list of payments or bank transactions. */
const UNLISTED: ReadonlySet<string> = new Set(['EXPPAYMENT', ...UNLISTED_SOURCES]);

/** Every payment and bank transaction that stands, and money of which the ledger alone knows, oldest first. */
export function bankEntries(ledger: Ledger, read: Read): readonly BankEntry[] {
	const { entered, booked } = journalsOf(ledger, read);
	const transferOf = new Map<string, string>();
	for (const { BankTransferID, FromBankTransactionID, ToBankTransactionID } of read('BankTransfers'))
		for (const id of [FromBankTransactionID, ToBankTransactionID]) transferOf.set(id, BankTransferID);
	const batches = new Map<string, Payment[]>();
	for (const payment of read('Payments')) {
		if (payment.Status === 'DELETED') continue;
		const key = payment.BatchPaymentID ?? payment.PaymentID;
		batches.set(key, [...(batches.get(key) ?? []), payment]);
	}
	const payments = [...batches].flatMap(([id, of]): BankEntry[] => {
		const [first] = of;
		if (!first) return [];
		const accountId = first.Account.AccountID;
		const amounts = of.map(({ PaymentID, PaymentType, BankAmount }) =>
			booked(PaymentID, accountId, (RECEIVED.test(PaymentType) ? 1n : -1n) * units(BankAmount, 2)),
		);
		return [
			{
				...{ id, accountId, date: first.Date, entered: entered(first.PaymentID) },
				...{ cents: total(amounts), isReconciled: of.every((one) => one.IsReconciled), payments: of },
				payee: of.length > 1 ? 'Batch payment' : (first.Invoice?.Contact.Name ?? ''),
				reference: first.Reference ?? '',
			},
		];
	});
	const transactions = read('BankTransactions')
		.filter(({ Status }) => Status === 'AUTHORISED')
		.map((one): BankEntry => {
			const id = one.BankTransactionID;
			const source = one.OverpaymentID ?? one.PrepaymentID ?? transferOf.get(id) ?? id;
			const accountId = one.BankAccount.AccountID;
			const amount = (one.Type.startsWith('RECEIVE') ? 1n : -1n) * units(one.Total, 2);
			return {
				...{ id, accountId, date: one.Date, entered: entered(source), cents: booked(source, accountId, amount) },
				...{ isReconciled: one.IsReconciled, payments: [], bankTransaction: one },
				...{ payee: one.Contact?.Name ?? 'Transfer', reference: one.Reference ?? '' },
			};
		});
	return [...payments, ...transactions, ...unlistedEntries(ledger, entered)].sort((a, b) =>
		a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1,
	);
}

/** Money of which the ledger alone knows: payroll, what was spent elsewhere, payments of expense claims. Its amounts are in the base currency. */
function unlistedEntries({ movements, organisation }: Ledger, entered: (source: string) => string): BankEntry[] {
	return movements.flatMap(({ account, sourceType, sourceId, date, cents }): BankEntry[] => {
		const isForeign = account.CurrencyCode !== undefined && account.CurrencyCode !== organisation.BaseCurrency;
		if (account.Type !== 'BANK' || isForeign || !UNLISTED.has(sourceType)) return [];
		return [
			{
				...{ id: sourceId, accountId: account.AccountID, date, entered: entered(sourceId), cents },
				...{ isReconciled: false, payments: [], payee: '', reference: '' },
			},
		];
	});
}

/**
 * What the ledger knows of a document: when it was first entered, and what it stands for on a bank account. In the base currency that
 * is what is booked (a document in another one may go through it); an account in another currency has the document's own `amount`.
 */
function journalsOf({ accounts, movements, organisation }: Ledger, read: Read) {
	const times = new Map<string, string>();
	for (const { SourceID = '', CreatedDateUTC } of read('Journals')) if (!times.has(SourceID)) times.set(SourceID, CreatedDateUTC);
	const isBase = ({ CurrencyCode }: Account): boolean => CurrencyCode === undefined || CurrencyCode === organisation.BaseCurrency;
	const base = new Set(accounts.filter(isBase).map(({ AccountID }) => AccountID));
	const sums = new Map<string, bigint>();
	for (const { sourceId, account, cents } of movements) {
		if (account.Type !== 'BANK') continue;
		const key = `${sourceId} ${account.AccountID}`;
		sums.set(key, (sums.get(key) ?? 0n) + cents);
	}
	return {
		entered: (source: string): string => times.get(source) ?? '',
		booked: (source: string, accountId: string, amount: bigint): bigint =>
			base.has(accountId) ? (sums.get(`${source} ${accountId}`) ?? 0n) : amount,
	};
}

/**
 * The statement lines of a bank account. The books hold none, so they follow from what is in them: every reconciled entry has its line,
 * and of the others every third is a line already that nobody has matched.
 */
export function bankLines(entries: readonly BankEntry[], { AccountID }: Account): readonly BankLine[] {
	return entries
		.filter(
			(entry) => entry.accountId === AccountID && (entry.isReconciled || parseInt(derived(entry.id).slice(0, 4), 16) % 3 === 0),
		)
		.map((entry) => {
			const { date, entered, cents, isReconciled } = entry;
			return { id: derived('line', entry.id), date, entered, cents, isReconciled, entry };
		});
}

/** Where an account's statements come from: cards are uploaded, foreign accounts keyed in, the others have a feed. */
export function importSource({ BankAccountType, CurrencyCode }: Account, baseCurrency: string): ImportSource {
	if (BankAccountType === 'CREDITCARD') return 'fileUpload';
	return CurrencyCode === undefined || CurrencyCode === baseCurrency ? 'directBankFeed' : 'manual';
}

/** An id that is the same whenever it is made from the same words. */
export function derived(...from: string[]): string {
	const hex = createHash('sha256').update(from.join(' ')).digest('hex');
	return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
