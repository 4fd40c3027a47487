import { addMonths } from '../accounting/values/calendar';
import { isGuid } from '../accounting/resource/input';
import { Refusal } from '../accounting/resource/replies';
import { query } from '../accounting/resource/request';
import type { Route, SandboxApi, SandboxRequest } from '../route';
import { balanceSheet } from './balanceSheet';
import { bankStatements } from './bankStatements';
import { byContact } from './byContact';
import { cashflow } from './cashflow';
import { cashValidation } from './cashValidation';
import { type Ledger, ledgerOf } from './ledger';
import { lookThrough } from './lookThrough';
import { dayOf, flagOf, idsOf, rangeOf } from './parameters';
import { invalid, noBankAccount, notApproved, refuse } from './problems';
import { profitAndLoss } from './profitAndLoss';
import { type Read, reader } from './records';
import { sourcesOf } from './sources';
import { trialBalance } from './trialBalance';

/*
 * What this rests on: [S] Xero's OpenAPI file, [M] a guess, on the strict side.
 *
 * | rule | mark |
 * |---|---|
 * | {type, title, status, detail}, "Invalid BalanceDate: '2020-01'", "AccountId was not supplied", the special contacts | S |
 * | Other sentences; 403 invalid-application for an app that is not approved, 404 bank-account-not-found | types S, use M |
 * | Dates are yyyy-MM-dd and nothing else; an end before its start is refused | S, M |
 * | Without dates: today in the organisation's zone, from the date twelve months before | S |
 * | BankStatementsPlus: at most 12 months, no end in the future; summary unless asked otherwise | S |
 * | The other ranges have no limit; their ends may be in the future | M |
 * | Balance sheet at the very day, not the end of its month; accounts with nothing are left out; Current Year Earnings without an account | S (example), M |
 * | Trial balance: movements since the start of the financial year, with journals that took others back | M |
 * | accountType and accountClass of the trial balance are what their names say (the example has them the other way round) | S |
 * | Cash is every bank account, cards as well; payments stand for the accounts of what they pay, money on account for debtors and creditors; tax is operating | M |
 * | Cash flows by account type and sign: the six names of the example; 400 in the United States | names S, use M |
 * | By contact: ledger amounts without tax in the base currency by account class; paid is what is neither outstanding nor an unapplied credit; manual journals are not in the total | example, M |
 * | Aged: open, and dated more than 90 days before the end; what is open is so today | S, M |
 * | Statements: the books hold none, so they follow from payments and bank transactions, one for a month | M |
 * | Statement lines: amounts above zero, Credit for money in and Debit for money out; batches are one line | M |
 * | statementBalanceDate is the date of the last line; amounts are in the account's currency | M |
 * | Only lines from feeds know their statement's balances | S, M |
 */

/** What the Finance API is made of. */
export interface FinanceOptions {
	/** The Accounting API, whose records it reads. */
	books: Pick<SandboxApi, 'records'>;
	/** Whether an app was approved, by its client id: Xero lets lenders only. Every app when absent. */
	approved?: (clientId: string) => boolean;
}

interface Call {
	readonly request: SandboxRequest;
	readonly read: Read;
	readonly ledger: Ledger;
}

const STATEMENTS = 'finance.statements.read';

function contacts(side: 'REVENUE' | 'EXPENSE') {
	return ({ request, read, ledger }: Call): unknown => {
		const contactIds = idsOf(request, 'contactIds');
		const includeManualJournals = flagOf(request, 'includeManualJournals', false);
		return byContact(ledger, sourcesOf(read), { side, ...rangeOf(request, ledger.today), contactIds, includeManualJournals });
	};
}

function validation({ request, read, ledger }: Call): unknown {
	const [balance, asAt] = [dayOf(request, 'balanceDate') ?? ledger.today, dayOf(request, 'asAtSystemDate') ?? ledger.today];
	const begin = dayOf(request, 'beginDate');
	if (begin !== undefined && begin > balance) throw invalid(`Invalid BeginDate: '${begin}' is after BalanceDate '${balance}'`);
	return cashValidation(ledger, read, { begin, balance, asAt, now: request.clock.now() });
}

function statements({ request, read, ledger }: Call): unknown {
	const id = query(request, 'BankAccountID')?.trim();
	if (id === undefined) throw invalid('AccountId was not supplied');
	if (!isGuid(id)) throw invalid(`Invalid AccountId: '${id}'`);
	const [from, to] = [dayOf(request, 'FromDate'), dayOf(request, 'ToDate')];
	if (from === undefined) throw invalid('FromDate was not supplied');
	if (to === undefined) throw invalid('ToDate was not supplied');
	if (from > to) throw invalid(`Invalid FromDate: '${from}' is after ToDate '${to}'`);
	if (to > ledger.today) throw invalid(`Invalid ToDate: '${to}' is in the future`);
	if (to > addMonths(from, 12)) throw invalid('The query period must not be more than 12 months');
	const summaryOnly = flagOf(request, 'SummaryOnly', true);
	const account = ledger.accounts.find(({ AccountID, Type }) => Type === 'BANK' && AccountID.toLowerCase() === id.toLowerCase());
	if (!account) throw noBankAccount(id);
	return bankStatements(ledger, read, { account, from, to, summaryOnly, now: request.clock.now() });
}

const operations: ReadonlyArray<readonly [operationId: string, path: string, scope: string, answer: (call: Call) => unknown]> = [
	['getCashValidation', '/CashValidation', 'finance.cashvalidation.read', validation],
	[
		'getFinancialStatementBalanceSheet',
		'/FinancialStatements/BalanceSheet',
		STATEMENTS,
		({ request, ledger }) => balanceSheet(ledger, dayOf(request, 'balanceDate') ?? ledger.today),
	],
	[
		'getFinancialStatementCashflow',
		'/FinancialStatements/Cashflow',
		STATEMENTS,
		({ request, read, ledger }) => {
			const { from, to } = rangeOf(request, ledger.today);
			if (ledger.organisation.CountryCode === 'US') throw invalid('Cashflow statement is not available in the US region');
			return cashflow(ledger, lookThrough(ledger, read), from, to);
		},
	],
	[
		'getFinancialStatementProfitAndLoss',
		'/FinancialStatements/ProfitAndLoss',
		STATEMENTS,
		({ request, ledger }) => {
			const { from, to } = rangeOf(request, ledger.today);
			return profitAndLoss(ledger, from, to);
		},
	],
	[
		'getFinancialStatementTrialBalance',
		'/FinancialStatements/TrialBalance',
		STATEMENTS,
		({ request, ledger }) => trialBalance(ledger, dayOf(request, 'endDate') ?? ledger.today),
	],
	['getFinancialStatementContactsRevenue', '/FinancialStatements/contacts/revenue', STATEMENTS, contacts('REVENUE')],
	['getFinancialStatementContactsExpense', '/FinancialStatements/contacts/expense', STATEMENTS, contacts('EXPENSE')],
	['getBankStatementAccounting', '/BankStatementsPlus/statements', 'finance.bankstatementsplus.read', statements],
];

/** Xero's Finance API, which keeps nothing of its own: all it says follows from the books of the Accounting API. */
export function finance({ books, approved = () => true }: FinanceOptions): SandboxApi {
	const routes = operations.map(([operationId, path, scope, answer]): Route => ({
		operationId,
		method: 'GET',
		path,
		scopes: [scope],
		handle(request) {
			try {
				if (!approved(request.clientId)) throw notApproved();
				const read = reader(books, request.tenantId);
				return { body: answer({ request, read, ledger: ledgerOf(read, request.clock) }) };
			} catch (refusal) {
				if (refusal instanceof Refusal) return refusal.reply;
				throw refusal;
			}
		},
	}));
	return { name: 'Finance', basePath: '/finance.xro/1.0', routes, refuse, records: () => [] };
}
