/** The books of an organisation: a table for each kind of record. */
import { noUnkindness, type Unkindness } from '../../bookkeeping';
import type { Clock } from '../../contract';
import { newIds } from '../../newIds';
import type {
	ExpenseClaimRow,
	LinkedTransactionRow,
	PurchaseOrderRow,
	QuoteRow,
	ReceiptRow,
	RepeatingInvoiceRow,
} from './documentRows';
import { compare, fold, type LineIndex, lineIndexes, trackedBy } from './indexes';
import type { BudgetRow, JournalRow, ManualJournalRow, TaxReturnRow } from './ledgerRows';
import type {
	AllocationRow,
	BankTransactionRow,
	BankTransferRow,
	BatchPaymentRow,
	CreditNoteRow,
	OverpaymentRow,
	PaymentRow,
	PrepaymentRow,
} from './moneyRows';
import type {
	AccountRow,
	AttachmentRow,
	BrandingThemeRow,
	ContactGroupRow,
	ContactRow,
	CurrencyRow,
	HistoryRow,
	InvoiceRow,
	ItemRow,
	OrganisationRow,
	PaymentServiceRow,
	TaxRateRow,
	TrackingCategoryRow,
	UserRow,
} from './rows';
import { type Indexes, Table, Undo } from './table';

const DAY = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;

type TextKey<Row> = { [Key in keyof Row]-?: Row[Key] extends string ? Key : never }[keyof Row];

/** The books of one organisation. All state of the Accounting API lives in its tables. */
export class Book {
	readonly undo = new Undo();
	organisation: OrganisationRow;

	readonly accounts = this.table<AccountRow, 'code' | 'name' | 'system'>(
		'AccountID',
		{
			code: (row) => (row.Code === '' ? undefined : fold(row.Code)),
			name: (row) => fold(row.Name),
			system: (row) => row.SystemAccount,
		},
		(a, b) => compare(a.Code || '~', b.Code || '~') || compare(a.Name, b.Name),
	);
	readonly taxRates = this.table<TaxRateRow, 'name'>('TaxType', {
		name: (row) => (row.Status === 'DELETED' ? undefined : fold(row.Name)),
	});
	readonly trackingCategories = this.table<TrackingCategoryRow>('TrackingCategoryID', {});
	readonly currencies = this.table<CurrencyRow>('Code', {}, (a, b) => compare(a.Code, b.Code));
	readonly brandingThemes = this.table<BrandingThemeRow>('BrandingThemeID', {}, (a, b) => a.SortOrder - b.SortOrder);
	readonly paymentServices = this.table<PaymentServiceRow>('PaymentServiceID', {});
	readonly users = this.table<UserRow>('UserID', {});
	readonly contactGroups = this.table<ContactGroupRow, 'member' | 'name'>('ContactGroupID', {
		member: (row) => (row.Status === 'ACTIVE' ? row.members : undefined),
		name: (row) => (row.Status === 'ACTIVE' ? fold(row.Name) : undefined),
	});
	readonly contacts = this.byUpdate<ContactRow, 'name' | 'anyName' | 'number'>('ContactID', {
		name: (row) => (row.ContactStatus === 'ACTIVE' ? fold(row.Name) : undefined),
		anyName: (row) => fold(row.Name),
		number: (row) => (row.ContactNumber ? fold(row.ContactNumber) : undefined),
	});
	readonly items = this.byUpdate<ItemRow, 'code'>('ItemID', { code: (row) => fold(row.Code) });
	readonly invoices = this.byUpdate<InvoiceRow, 'number' | 'anyNumber' | 'contact' | LineIndex>('InvoiceID', {
		number: (row) => (row.Type === 'ACCREC' ? fold(row.InvoiceNumber) : undefined),
		anyNumber: (row) => (row.InvoiceNumber ? fold(row.InvoiceNumber) : undefined),
		contact: (row) => row.ContactID,
		...lineIndexes,
	});
	readonly payments = this.byUpdate<PaymentRow, 'invoice' | 'account' | 'batch'>('PaymentID', {
		invoice: (row) => row.InvoiceID,
		account: (row) => row.AccountID,
		batch: (row) => row.BatchPaymentID,
	});
	readonly quotes = this.byUpdate<QuoteRow, 'number'>('QuoteID', { number: (row) => fold(row.QuoteNumber) });
	readonly purchaseOrders = this.byUpdate<PurchaseOrderRow, 'number'>('PurchaseOrderID', {
		number: (row) => fold(row.PurchaseOrderNumber),
	});
	readonly repeatingInvoices = this.byUpdate<RepeatingInvoiceRow>('RepeatingInvoiceID', {});
	readonly receipts = this.byUpdate<ReceiptRow, 'user'>('ReceiptID', { user: (row) => row.UserID });
	readonly expenseClaims = this.byUpdate<ExpenseClaimRow>('ExpenseClaimID', {});
	readonly linkedTransactions = this.byUpdate<LinkedTransactionRow, 'source'>('LinkedTransactionID', {
		source: (row) => row.SourceLineItemID,
	});
	readonly batchPayments = this.byUpdate<BatchPaymentRow, 'bank'>('BatchPaymentID', { bank: (row) => row.AccountID });
	readonly creditNotes = this.byUpdate<CreditNoteRow, 'number' | 'anyNumber' | 'contact' | LineIndex>('CreditNoteID', {
		number: (row) => (row.Type === 'ACCRECCREDIT' ? fold(row.CreditNoteNumber) : undefined),
		anyNumber: (row) => (row.CreditNoteNumber ? fold(row.CreditNoteNumber) : undefined),
		contact: (row) => row.ContactID,
		...lineIndexes,
	});
	readonly bankTransactions = this.byUpdate<BankTransactionRow, 'bank' | 'contact' | LineIndex>('BankTransactionID', {
		bank: (row) => row.AccountID,
		contact: (row) => row.ContactID,
		...lineIndexes,
	});
	readonly prepayments = this.byUpdate<PrepaymentRow, 'contact'>('PrepaymentID', { contact: (row) => row.ContactID });
	readonly overpayments = this.byUpdate<OverpaymentRow, 'contact'>('OverpaymentID', { contact: (row) => row.ContactID });
	readonly allocations = this.table<AllocationRow, 'credit' | 'invoice'>('AllocationID', {
		credit: (row) => row.CreditID,
		invoice: (row) => row.InvoiceID,
	});
	readonly bankTransfers = this.byUpdate<BankTransferRow, 'bank'>('BankTransferID', {
		bank: (row) => [row.FromAccountID, row.ToAccountID],
	});
	readonly journals = this.table<JournalRow, 'source' | 'document' | 'number' | 'account' | 'option'>(
		'JournalID',
		{
			source: (row) => `${row.SourceType} ${row.SourceID}`,
			document: (row) => row.SourceID,
			number: (row) => String(row.JournalNumber),
			account: (row) => [...new Set(row.lines.map((line) => line.AccountID))],
			option: (row) => trackedBy(row.lines),
		},
		(a, b) => a.JournalNumber - b.JournalNumber,
	);
	readonly manualJournals = this.byUpdate<ManualJournalRow, 'account' | 'option'>('ManualJournalID', {
		account: (row) =>
			row.Status === 'DELETED' ? undefined : [...new Set(row.JournalLines.flatMap((line) => line.AccountID ?? []))],
		option: (row) => (row.Status === 'DELETED' ? undefined : trackedBy(row.JournalLines)),
	});
	readonly budgets = this.table<BudgetRow>('BudgetID', {});
	readonly taxReturns = this.table<TaxReturnRow>('ReportID', {});
	readonly attachments = this.table<AttachmentRow, 'owner'>('AttachmentID', { owner: (row) => row.owner });
	readonly history = this.table<HistoryRow, 'owner'>('id', { owner: (row) => row.owner });

	/** Whether customers are reminded of what is overdue; set by people in Xero, never by a call. */
	invoiceReminders = false;
	/** Whether what names no rate takes that of its day; else the same on every day. */
	ratesByDay = false;
	/** Whether reports revalue what is foreign at the rate of their day. */
	revaluation = false;
	/** What answers leave out or say wrong. */
	unkindness: Unkindness = noUnkindness();
	/** Where new ids come from: seeded while the demo data is written, random afterwards. */
	newId: () => string = newIds();
	/** The same for journals, so that what is posted never changes which ids documents get. */
	newJournalId: () => string = newIds();
	/** The time changes are stamped with, in ms; the seed moves it through the past. */
	now: () => number;
	private readonly next = { INV: 1, CN: 1 };
	private turns = 0;
	private notes = 0;
	private readonly calendar: Intl.DateTimeFormat;

	constructor(organisation: OrganisationRow, clock: Clock) {
		this.organisation = organisation;
		this.now = () => clock.now();
		this.calendar = new Intl.DateTimeFormat('en-CA', { timeZone: organisation.zone, ...DAY });
	}

	/** A table of rows by their id; without an order of its own they stay as they were added. */
	private table<Row extends object, Index extends string = never>(
		id: TextKey<Row>,
		indexes: Indexes<Row, Index>,
		order?: (a: Row, b: Row) => number,
	): Table<Row, Index> {
		return new Table(this.undo, (row) => String(row[id]), indexes, order);
	}

	/** A table in Xero's default order: UpdatedDateUTC ASC, then the id. */
	private byUpdate<Row extends { UpdatedDateUTC: string }, Index extends string = never>(
		id: TextKey<Row>,
		indexes: Indexes<Row, Index>,
	): Table<Row, Index> {
		return this.table(
			id,
			indexes,
			(a, b) => compare(a.UpdatedDateUTC, b.UpdatedDateUTC) || compare(String(a[id]), String(b[id])),
		);
	}

	/** Books with the same records, which go their own way from here on. */
	copy(clock: Clock): Book {
		const copy = new Book(this.organisation, clock);
		const tables = copy as unknown as Record<string, unknown>;
		for (const [name, table] of Object.entries(this)) {
			const own = tables[name];
			if (table instanceof Table && own instanceof Table) own.adopt(table);
		}
		Object.assign(copy.next, this.next);
		[copy.turns, copy.notes, copy.invoiceReminders] = [this.turns, this.notes, this.invoiceReminders];
		return copy;
	}

	/** The moment of a change, ISO in UTC with milliseconds. */
	stamp(): string {
		return new Date(this.now()).toISOString();
	}

	/** Today in the organisation's own zone, `YYYY-MM-DD`. */
	today(): string {
		return this.calendar.format(this.now());
	}

	/** The next free number for a sales invoice, as Xero's invoice settings would give it: INV-0001, INV-0002, … */
	invoiceNumber(): string {
		return this.nextNumber('INV', this.invoices);
	}

	/** The next free number for a credit note to a customer: CN-0001, CN-0002, … */
	creditNoteNumber(): string {
		return this.nextNumber('CN', this.creditNotes);
	}

	private nextNumber(prefix: 'INV' | 'CN', table: { first(index: 'number', key: string): unknown }): string {
		for (;;) {
			const before = this.next[prefix];
			const number = `${prefix}-${String(before).padStart(4, '0')}`;
			this.next[prefix] = before + 1;
			this.undo.record(() => (this.next[prefix] = before));
			if (!table.first('number', fold(number))) return number;
		}
	}

	/** The place of a new payment or allocation in the order of all. */
	turn(): number {
		return (this.turns += 1);
	}

	/** The number of the next journal; Xero counts them without gaps in the order they are posted. */
	journalNumber(): number {
		return this.journals.size + 1;
	}

	/** Adds a line to a record's history; `user` is 'System Generated' for what apps do, as at Xero. */
	note(owner: string, changes: string, details: string): HistoryRow {
		return this.history.put({
			id: String((this.notes += 1)),
			owner,
			Changes: changes,
			Details: details,
			User: 'System Generated',
			DateUTC: this.stamp(),
		});
	}

	/** The last day that is locked, or undefined: nothing approved may be dated on or before it. */
	lockedUntil(): { day: string; sentence: string } | undefined {
		const { PeriodLockDate: period, EndOfYearLockDate: year } = this.organisation;
		const inPeriod = period !== undefined && (year === undefined || period >= year);
		const day = inPeriod ? period : year;
		const what = inPeriod ? 'period' : 'end of year';
		return day === undefined ? undefined : { day, sentence: `The document date cannot be before the ${what} lock date` };
	}
}
