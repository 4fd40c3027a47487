import type { IDataObject } from 'n8n-workflow';
import { accounting } from '../../../nodes/XeroAccounting/accounting';
import { documentsNeeded } from '../../../nodes/XeroReports/entries/documentsNeeded';
import type { Entries } from '../../../nodes/XeroReports/entries/entry';
import { entriesFromJournals } from '../../../nodes/XeroReports/entries/fromJournals';
import { entriesOfReading } from '../../../nodes/XeroReports/entries/fromDocuments';
import type { LedgerList, LedgerReading } from '../../../nodes/XeroReports/entries/ledgerReading';
import { emptyReading, readRecords } from '../../../nodes/XeroReports/entries/ledgerReading';
import type { LedgerContext } from '../../../nodes/XeroReports/entries/postings';
import { accountsOf } from '../../../nodes/XeroReports/facts/accounts';
import { organisationOf } from '../../../nodes/XeroReports/facts/organisation';
import type { TrialBalance } from '../../../nodes/XeroReports/facts/trialBalance';
import { trialBalanceOf } from '../../../nodes/XeroReports/facts/trialBalance';
import { generalLedger } from '../../../nodes/XeroReports/folds/generalLedger';
import type { GeneralLedger } from '../../../nodes/XeroReports/folds/generalLedger';
import { addEntries, movedBy, trialBalanceDays } from '../../../nodes/XeroReports/folds/ledgerAccounts';
import type { DayRange } from '../../../nodes/XeroReports/rows/financialYear';
import { makeDatesIso } from '../../../nodes/shared/model/xeroDates';
import type { Desk } from '../../sandbox/accounting/desk';

const LISTS: readonly LedgerList[] = [
	...(['Invoices', 'CreditNotes', 'Overpayments', 'Prepayments', 'BankTransactions', 'Payments'] as const),
	...(['BankTransfers', 'ManualJournals', 'ExpenseClaims'] as const),
];
/** Sources of journals whose documents no list of the Accounting API has. */
const UNLISTED = /^(PAYSLIP|WAGEPAYABLE|INTEGRATEDPAYROLL\w*|EXTERNALSPENDMONEY)$/;
const UNPAGED: ReadonlySet<LedgerList> = new Set(['BankTransfers', 'ExpenseClaims']);

/** The sandbox's books as an app sees them: over its API, dates made ISO as the node makes them. */
export class Books {
	readonly context: Omit<LedgerContext, 'from' | 'to' | 'basis'>;
	private readonly lists: ReadonlyMap<LedgerList, readonly IDataObject[]>;

	constructor(private readonly desk: Desk) {
		const organisation = organisationOf(this.get('/Organisation', 'Organisations')[0]!);
		const accounts = accountsOf(this.get('/Accounts?includeArchived=true', 'Accounts'), organisation.baseCurrency);
		this.context = { organisation, accounts };
		this.lists = new Map(LISTS.map((list) => [list, this.list(list)]));
	}

	private get(path: string, list: string): IDataObject[] {
		const answer = this.desk.call('GET', path);
		if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
		const body = answer.body as Record<string, IDataObject[]>;
		makeDatesIso(body, accounting.conventions);
		return body[list]!;
	}

	private list(list: LedgerList): IDataObject[] {
		if (UNPAGED.has(list)) return this.get(`/${list}`, list);
		const records: IDataObject[] = [];
		for (let page = 1; ; page += 1) {
			const more = this.get(`/${list}?page=${page}&pageSize=1000`, list);
			records.push(...more);
			if (more.length < 1000) return records;
		}
	}

	/** Every record that has to be read for a period, as the loader reads them. */
	reading(context: LedgerContext): LedgerReading {
		const reading = emptyReading();
		const inPeriod = (record: IDataObject): boolean => {
			const date = String(record.Date).slice(0, 10);
			return date >= context.from && date <= context.to;
		};
		const always: ReadonlySet<LedgerList> = new Set(['CreditNotes', 'Overpayments', 'Prepayments', 'ExpenseClaims']);
		for (const list of LISTS) {
			const records = this.lists.get(list)!.filter((record) => always.has(list) || inPeriod(record));
			readRecords(reading, { [list]: structuredClone(records) }, context);
		}
		for (const [list, ids] of Object.entries(documentsNeeded(reading, context)))
			for (const id of ids) readRecords(reading, { [list]: this.get(`/${list}/${id}`, list) }, context);
		return reading;
	}

	/** Journals, as apps on the Advanced tier read them. */
	journals(parameters = ''): IDataObject[] {
		const records: IDataObject[] = [];
		for (let offset = 0; ; offset = Number(records.at(-1)!.JournalNumber)) {
			const more = this.get(`/Journals?offset=${offset}${parameters}`, 'Journals');
			if (more.length === 0) return records;
			records.push(...more);
		}
	}

	/** What journals say that come from no document of any list (opening balances, payroll, depreciation, stock counts), by AccountID. */
	unlisted(context: LedgerContext): Map<string, bigint> {
		const cash = context.basis === 'cash' ? '&paymentsOnly=true' : '';
		const journals = this.journals(cash).filter(
			({ SourceType }) => SourceType === undefined || UNLISTED.test(String(SourceType)),
		);
		return new Map(
			[...addEntries(new Map(), entriesFromJournals(journals, context).entries)].map(([id, movement]) => [id, movedBy(movement)]),
		);
	}

	trialBalance(day: string, basis: LedgerContext['basis'] = 'accrual'): TrialBalance {
		const cash = basis === 'cash' ? '&paymentsOnly=true' : '';
		const [report] = this.get(`/Reports/TrialBalance?date=${day}${cash}`, 'Reports');
		return trialBalanceOf(report!, this.context.organisation.decimals);
	}

	/** The general ledger of a period, from documents unless entries are given. */
	ledger(
		period: DayRange,
		basis: LedgerContext['basis'] = 'accrual',
		made?: (context: LedgerContext) => Entries,
	): { ledger: GeneralLedger; entries: Entries } {
		const context = { ...this.context, ...period, basis };
		const entries = made ? made(context) : entriesOfReading(this.reading(context), context);
		const days = trialBalanceDays(period, context.organisation.yearEnd);
		const input = {
			context,
			trialBalances: new Map(days.map((day) => [day, this.trialBalance(day, basis)])),
			movements: addEntries(new Map(), entries.entries),
		};
		return { ledger: generalLedger(input, entries.omissions), entries };
	}
}
