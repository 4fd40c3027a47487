import { fromUnits } from '../accounting/values/decimal';
import type { Body } from '../accounting/resource/replies';
import { daysBetween } from '../accounting/values/calendar';
import { type BankEntry, bankEntries, type BankLine, bankLines, importSource, type ImportSource } from './bankLines';
import { type Ledger, money, total } from './ledger';
import type { Account, Read } from './records';
import { type Statement, statementsOf } from './statements';

/** The days of a cash validation, `YYYY-MM-DD`; `asAt` is by when things were entered, `now` is in ms. */
export interface Days {
	readonly begin: string | undefined;
	readonly balance: string;
	readonly asAt: string;
	readonly now: number;
}

/** GET /CashValidation: for each bank account what the statements say beside what the books say, in the account's currency. */
export function cashValidation(ledger: Ledger, read: Read, days: Days): Body[] {
	const known = ({ entered }: BankEntry | BankLine): boolean => entered.slice(0, 10) <= days.asAt;
	const inRange = ({ date }: BankEntry | BankLine): boolean =>
		date <= days.balance && (days.begin === undefined || date >= days.begin);
	const entries = bankEntries(ledger, read).filter(known);
	return ledger.accounts
		.filter(({ Type, Status }) => Type === 'BANK' && Status === 'ACTIVE')
		.map((account) => {
			const opening = openingOf(ledger, account);
			const lines = bankLines(entries, account);
			const statements = statementsOf(account.AccountID, lines, opening, days.now);
			const closing = opening + total(lines.filter(({ date }) => date <= days.balance).map(({ cents }) => cents));
			const source = importSource(account, ledger.organisation.BaseCurrency);
			const booked = entries.filter(({ accountId }) => accountId === account.AccountID);
			const last = lines.at(-1);
			return {
				accountId: account.AccountID,
				statementBalance: { value: money(closing < 0n ? -closing : closing), type: closing < 0n ? 'CREDIT' : 'DEBIT' },
				...(last ? { statementBalanceDate: last.date } : {}),
				bankStatement: {
					statementLines: linesBody(lines.filter(inRange), source, days.balance),
					...currentStatement(statements.at(-1), source),
				},
				cashAccount: {
					unreconciledAmountPos: positive(booked.filter(inRange).filter(({ isReconciled }) => !isReconciled)),
					unreconciledAmountNeg: negative(booked.filter(inRange).filter(({ isReconciled }) => !isReconciled)),
					startingBalance: money(opening),
					accountBalance: money(opening + total(booked.filter(({ date }) => date <= days.balance).map(({ cents }) => cents))),
					balanceCurrency: account.CurrencyCode ?? ledger.organisation.BaseCurrency,
				},
			};
		});
}

/** The conversion balance of an account. It is in the base currency, so an account in another one starts with nothing. */
export function openingOf({ movements, organisation }: Ledger, { AccountID, CurrencyCode }: Account): bigint {
	if (CurrencyCode !== undefined && CurrencyCode !== organisation.BaseCurrency) return 0n;
	return total(movements.filter((one) => one.account.AccountID === AccountID && one.sourceId === '').map(({ cents }) => cents));
}

type Amount = { readonly cents: bigint };
const positive = (of: readonly Amount[]): number => money(total(of.filter(({ cents }) => cents > 0n).map(({ cents }) => cents)));
const negative = (of: readonly Amount[]): number => money(total(of.filter(({ cents }) => cents < 0n).map(({ cents }) => cents)));
const all = (of: readonly Amount[]): number => money(total(of.map(({ cents }) => cents)));

function linesBody(lines: readonly BankLine[], source: ImportSource, day: string): Body {
	const [reconciled, open] = [lines.filter((line) => line.isReconciled), lines.filter((line) => !line.isReconciled)];
	const from = (name: ImportSource): readonly BankLine[] => (name === source ? lines : []);
	const ends = (of: readonly BankLine[], what: string): Body =>
		of.length === 0 ? {} : { [`earliest${what}Transaction`]: of[0]?.date, [`latest${what}Transaction`]: of.at(-1)?.date };
	return {
		unreconciledAmountPos: positive(open),
		unreconciledAmountNeg: negative(open),
		unreconciledLines: open.length,
		avgDaysUnreconciledPos: averageAge(
			open.filter(({ cents }) => cents > 0n),
			day,
		),
		avgDaysUnreconciledNeg: averageAge(
			open.filter(({ cents }) => cents < 0n),
			day,
		),
		...ends(open, 'Unreconciled'),
		deletedAmount: 0,
		totalAmount: all(lines),
		dataSource: {
			directBankFeed: all(from('directBankFeed')),
			fileUpload: all(from('fileUpload')),
			manual: all(from('manual')),
			directBankFeedPos: positive(from('directBankFeed')),
			fileUploadPos: positive(from('fileUpload')),
			manualPos: positive(from('manual')),
			directBankFeedNeg: negative(from('directBankFeed')),
			fileUploadNeg: negative(from('fileUpload')),
			manualNeg: negative(from('manual')),
			...{ otherPos: 0, otherNeg: 0, other: 0 },
		},
		...ends(reconciled, 'Reconciled'),
		reconciledAmountPos: positive(reconciled),
		reconciledAmountNeg: negative(reconciled),
		reconciledLines: reconciled.length,
		totalAmountPos: positive(lines),
		totalAmountNeg: negative(lines),
	};
}

/** The age of lines in days, each weighed by its amount, to six decimals as in Xero's example. */
function averageAge(lines: readonly BankLine[], day: string): number {
	const amounts = total(lines.map(({ cents }) => cents));
	if (amounts === 0n) return 0;
	const weighed = total(lines.map(({ cents, date }) => cents * BigInt(Math.max(0, daysBetween(date, day)))));
	return fromUnits((weighed * 1_000_000n) / amounts, 6);
}

const TYPES: Readonly<Record<ImportSource, string>> = {
	directBankFeed: 'DirectBankFeed',
	fileUpload: 'FileUpload',
	manual: 'Manual',
};

/** The newest statement. Uploaded and keyed in statements have no balances of their own. */
function currentStatement(statement: Statement | undefined, source: ImportSource): Body {
	if (!statement) return {};
	const told = source === 'directBankFeed';
	return {
		currentStatement: {
			startDate: statement.from,
			endDate: statement.to,
			startBalance: told ? money(statement.opening) : 0,
			endBalance: told ? money(statement.closing) : 0,
			importedDateTimeUtc: statement.imported,
			importSourceType: TYPES[source],
		},
	};
}
