import type { Body } from '../accounting/resource/replies';
import { bankEntries, type BankLine, bankLines, importSource, type ImportSource } from './bankLines';
import { openingOf } from './cashValidation';
import { type Ledger, money } from './ledger';
import type { Account, BankTransaction, Contact, Line, Payment, Read } from './records';
import { type Statement, statementsOf } from './statements';

/** What is asked of a bank account; days are `YYYY-MM-DD`, `now` is in ms. */
export interface Asked {
	readonly account: Account;
	readonly from: string;
	readonly to: string;
	readonly summaryOnly: boolean;
	readonly now: number;
}

const SOURCES: Readonly<Record<ImportSource, string>> = {
	directBankFeed: 'STMTIMPORTSRC/SANDBOXFEED',
	fileUpload: 'STMTIMPORTSRC/CSV',
	manual: 'STMTIMPORTSRC/MANUAL',
};

/** The names of the documents that a payment may be of, by its type. */
const PAID: ReadonlyArray<readonly [pattern: RegExp, name: 'invoice' | 'creditNote' | 'prepayment' | 'overpayment']> = [
	[/^ACC(REC|PAY)PAYMENT$/, 'invoice'],
	[/^A[RP]CREDITPAYMENT$/, 'creditNote'],
	[/^A[RP]PREPAYMENTPAYMENT$/, 'prepayment'],
	[/^A[RP]OVERPAYMENTPAYMENT$/, 'overpayment'],
];

/**
 * GET /BankStatementsPlus/statements: the statements that have lines between two days, with these lines only, and what reconciled ones
 * were matched with. In summary mode documents have neither total nor lines.
 */
export function bankStatements(ledger: Ledger, read: Read, { account, from, to, summaryOnly, now }: Asked): Body {
	const lines = bankLines(bankEntries(ledger, read), account);
	const source = importSource(account, ledger.organisation.BaseCurrency);
	const accounts = new Map(ledger.accounts.map((one) => [one.AccountID, one]));
	const items = (of: readonly Line[]): Body => (summaryOnly ? {} : { lineItems: of.map((one) => lineItem(one, accounts)) });
	const statements = statementsOf(account.AccountID, lines, openingOf(ledger, account), now)
		.map((statement) => ({ ...statement, lines: statement.lines.filter(({ date }) => date >= from && date <= to) }))
		.filter((statement) => statement.lines.length > 0);
	return {
		bankAccountId: account.AccountID,
		bankAccountName: account.Name,
		bankAccountCurrencyCode: account.CurrencyCode ?? ledger.organisation.BaseCurrency,
		statements: statements.map((statement) => statementBody(statement, source, (line) => lineBody(line, items, summaryOnly))),
	};
}

function statementBody(statement: Statement, source: ImportSource, line: (one: BankLine) => Body): Body {
	const told = source === 'directBankFeed';
	const [opening, closing] = [money(statement.opening), money(statement.closing)];
	return {
		statementId: statement.id,
		startDate: statement.from,
		endDate: statement.to,
		importedDateTimeUtc: statement.imported,
		importSource: SOURCES[source],
		startBalance: told ? opening : 0,
		endBalance: told ? closing : 0,
		indicativeStartBalance: opening,
		indicativeEndBalance: closing,
		statementLines: statement.lines.map(line),
	};
}

type Items = (of: readonly Line[]) => Body;

function lineBody({ id, date, cents, isReconciled, entry }: BankLine, items: Items, summaryOnly: boolean): Body {
	const transaction = entry.bankTransaction;
	return {
		statementLineId: id,
		postedDate: date,
		payee: entry.payee,
		reference: entry.reference,
		notes: '',
		chequeNo: '',
		amount: money(cents < 0n ? -cents : cents),
		transactionDate: date,
		type: cents < 0n ? 'Debit' : 'Credit',
		isReconciled,
		isDuplicate: false,
		isDeleted: false,
		payments: isReconciled ? entry.payments.map((one) => paymentBody(one, items, summaryOnly)) : [],
		bankTransactions: isReconciled && transaction ? [transactionBody(transaction, items)] : [],
	};
}

const contactBody = ({ ContactID, Name }: Contact): Body => ({ contactId: ContactID, contactName: Name });

function paymentBody(payment: Payment, items: Items, summaryOnly: boolean): Body {
	const document = payment.Invoice;
	const name = PAID.find(([pattern]) => pattern.test(payment.PaymentType))?.[1] ?? 'invoice';
	return {
		paymentId: payment.PaymentID,
		...(payment.BatchPaymentID === undefined ? {} : { batchPaymentId: payment.BatchPaymentID }),
		date: payment.Date,
		amount: payment.Amount,
		bankAmount: payment.BankAmount,
		currencyRate: payment.CurrencyRate,
		...(document
			? {
					[name]: {
						[`${name}Id`]: document.InvoiceID,
						contact: contactBody(document.Contact),
						...(summaryOnly ? {} : { total: document.Total }),
						...items(document.LineItems),
					},
				}
			: {}),
	};
}

function transactionBody(transaction: BankTransaction, items: Items): Body {
	return {
		bankTransactionId: transaction.BankTransactionID,
		...(transaction.Contact ? { contact: contactBody(transaction.Contact) } : {}),
		date: transaction.Date,
		amount: transaction.Total,
		...items(transaction.LineItems),
	};
}

function lineItem({ AccountID, LineAmount }: Line, accounts: ReadonlyMap<string, Account>): Body {
	const account = accounts.get(AccountID ?? '');
	return {
		accountId: AccountID,
		...(account?.ReportingCode ? { reportingCode: account.ReportingCode } : {}),
		lineAmount: LineAmount,
		accountType: account?.Type,
	};
}
