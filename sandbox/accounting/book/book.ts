import type { Clock } from '../../contract';
import { newIds } from '../../newIds';
import type { BudgetRow, JournalRow, ManualJournalRow, TaxReturnRow } from './ledgerRows';
import type {
	ExpenseClaimRow,
	LinkedTransactionRow,
	PurchaseOrderRow,
	QuoteRow,
	ReceiptRow,
	RepeatingInvoiceRow,
} from './documentRows';
import type {
	AllocationRow,
	BankTransactionRow,
	BankTransferRow,
	BatchPaymentRow,
	CreditNoteRow,
	OverpaymentRow,
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
	PaymentRow,
	PaymentServiceRow,
	TaxRateRow,
	TrackingCategoryRow,
	UserRow,
} from './rows';
import { Table, Undo } from './table';
import { byUpdate, compare, fold, type LineIndex, lineIndexes, trackedBy } from './indexes';

const DAY = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;

/** The books of one organisation. All state of the Accounting API lives in its tables. */
export class Book {
	readonly undo = new Undo();
	organisation: OrganisationRow;

	readonly accounts = new Table<AccountRow, 'code' | 'name' | 'system'>(
		this.undo,
		(row) => row.AccountID,
		{
			code: (row) => (row.Code === '' ? undefined : fold(row.Code)),
			name: (row) => fold(row.Name),
			system: (row) => row.SystemAccount,
		},
		(a, b) => compare(a.Code || '~', b.Code || '~') || compare(a.Name, b.Name),
	);
	readonly taxRates = new Table<TaxRateRow, 'name'>(this.undo, (row) => row.TaxType, {
		name: (row) => (row.Status === 'DELETED' ? undefined : fold(row.Name)),
	});
	readonly trackingCategories = new Table<TrackingCategoryRow, never>(this.undo, (row) => row.TrackingCategoryID, {});
	readonly currencies = new Table<CurrencyRow, never>(
		this.undo,
		(row) => row.Code,
		{},
		(a, b) => compare(a.Code, b.Code),
	);
	readonly brandingThemes = new Table<BrandingThemeRow, never>(
		this.undo,
		(row) => row.BrandingThemeID,
		{},
		(a, b) => a.SortOrder - b.SortOrder,
	);
	readonly paymentServices = new Table<PaymentServiceRow, never>(this.undo, (row) => row.PaymentServiceID, {});
	readonly users = new Table<UserRow, never>(this.undo, (row) => row.UserID, {});
	readonly contactGroups = new Table<ContactGroupRow, 'member' | 'name'>(this.undo, (row) => row.ContactGroupID, {
		member: (row) => (row.Status === 'ACTIVE' ? row.members : undefined),
		name: (row) => (row.Status === 'ACTIVE' ? fold(row.Name) : undefined),
	});
	readonly contacts = new Table<ContactRow, 'name' | 'anyName' | 'number'>(
		this.undo,
		(row) => row.ContactID,
		{
			name: (row) => (row.ContactStatus === 'ACTIVE' ? fold(row.Name) : undefined),
			anyName: (row) => fold(row.Name),
			number: (row) => (row.ContactNumber ? fold(row.ContactNumber) : undefined),
		},
		byUpdate((row) => row.ContactID),
	);
	readonly items = new Table<ItemRow, 'code'>(
		this.undo,
		(row) => row.ItemID,
		{ code: (row) => fold(row.Code) },
		byUpdate((row) => row.ItemID),
	);
	readonly invoices = new Table<InvoiceRow, 'number' | 'anyNumber' | 'contact' | LineIndex>(
		this.undo,
		(row) => row.InvoiceID,
		{
			number: (row) => (row.Type === 'ACCREC' ? fold(row.InvoiceNumber) : undefined),
			anyNumber: (row) => (row.InvoiceNumber ? fold(row.InvoiceNumber) : undefined),
			contact: (row) => row.ContactID,
			...lineIndexes,
		},
		byUpdate((row) => row.InvoiceID),
	);
	readonly payments = new Table<PaymentRow, 'invoice' | 'account' | 'batch'>(
		this.undo,
		(row) => row.PaymentID,
		{ invoice: (row) => row.InvoiceID, account: (row) => row.AccountID, batch: (row) => row.BatchPaymentID },
		byUpdate((row) => row.PaymentID),
	);
	readonly quotes = new Table<QuoteRow, 'number'>(
		this.undo,
		(row) => row.QuoteID,
		{ number: (row) => fold(row.QuoteNumber) },
		byUpdate((row) => row.QuoteID),
	);
	readonly purchaseOrders = new Table<PurchaseOrderRow, 'number'>(
		this.undo,
		(row) => row.PurchaseOrderID,
		{ number: (row) => fold(row.PurchaseOrderNumber) },
		byUpdate((row) => row.PurchaseOrderID),
	);
	readonly repeatingInvoices = new Table<RepeatingInvoiceRow, never>(
		this.undo,
		(row) => row.RepeatingInvoiceID,
		{},
		byUpdate((row) => row.RepeatingInvoiceID),
	);
	readonly receipts = new Table<ReceiptRow, 'user'>(
		this.undo,
		(row) => row.ReceiptID,
		{ user: (row) => row.UserID },
		byUpdate((row) => row.ReceiptID),
	);
	readonly expenseClaims = new Table<ExpenseClaimRow, never>(
		this.undo,
		(row) => row.ExpenseClaimID,
		{},
		byUpdate((row) => row.ExpenseClaimID),
	);
	readonly linkedTransactions = new Table<LinkedTransactionRow, 'source'>(
		this.undo,
		(row) => row.LinkedTransactionID,
		{ source: (row) => row.SourceLineItemID },
		byUpdate((row) => row.LinkedTransactionID),
	);
	readonly batchPayments = new Table<BatchPaymentRow, 'bank'>(
		this.undo,
		(row) => row.BatchPaymentID,
		{ bank: (row) => row.AccountID },
		byUpdate((row) => row.BatchPaymentID),
	);
	readonly creditNotes = new Table<CreditNoteRow, 'number' | 'anyNumber' | 'contact' | LineIndex>(
		this.undo,
		(row) => row.CreditNoteID,
		{
			number: (row) => (row.Type === 'ACCRECCREDIT' ? fold(row.CreditNoteNumber) : undefined),
			anyNumber: (row) => (row.CreditNoteNumber ? fold(row.CreditNoteNumber) : undefined),
			contact: (row) => row.ContactID,
			...lineIndexes,
		},
		byUpdate((row) => row.CreditNoteID),
	);
	readonly bankTransactions = new Table<BankTransactionRow, 'bank' | 'contact' | LineIndex>(
		this.undo,
		(row) => row.BankTransactionID,
		{ bank: (row) => row.AccountID, contact: (row) => row.ContactID, ...lineIndexes },
		byUpdate((row) => row.BankTransactionID),
	);
	readonly prepayments = new Table<PrepaymentRow, 'contact'>(
		this.undo,
		(row) => row.PrepaymentID,
		{ contact: (row) => row.ContactID },
		byUpdate((row) => row.PrepaymentID),
	);
	readonly overpayments = new Table<OverpaymentRow, 'contact'>(
		this.undo,
		(row) => row.OverpaymentID,
		{ contact: (row) => row.ContactID },
		byUpdate((row) => row.OverpaymentID),
	);
	readonly allocations = new Table<AllocationRow, 'credit' | 'invoice'>(this.undo, (row) => row.AllocationID, {
		credit: (row) => row.CreditID,
		invoice: (row) => row.InvoiceID,
	});
	readonly bankTransfers = new Table<BankTransferRow, 'bank'>(
		this.undo,
		(row) => row.BankTransferID,
		{ bank: (row) => [row.FromAccountID, row.ToAccountID] },
		byUpdate((row) => row.BankTransferID),
	);
	readonly journals = new Table<JournalRow, 'source' | 'document' | 'number' | 'account' | 'option'>(
		this.undo,
		(row) => row.JournalID,
		{
			source: (row) => `${row.SourceType} ${row.SourceID}`,
			document: (row) => row.SourceID,
			number: (row) => String(row.JournalNumber),
			account: (row) => [...new Set(row.lines.map((line) => line.AccountID))],
			option: (row) => trackedBy(row.lines),
		},
		(a, b) => a.JournalNumber - b.JournalNumber,
	);
	readonly manualJournals = new Table<ManualJournalRow, 'account' | 'option'>(
		this.undo,
		(row) => row.ManualJournalID,
		{
			account: (row) =>
				row.Status === 'DELETED' ? undefined : [...new Set(row.JournalLines.flatMap((line) => line.AccountID ?? []))],
			option: (row) => (row.Status === 'DELETED' ? undefined : trackedBy(row.JournalLines)),
		},
		byUpdate((row) => row.ManualJournalID),
	);
	readonly budgets = new Table<BudgetRow, never>(this.undo, (row) => row.BudgetID, {});
	readonly taxReturns = new Table<TaxReturnRow, never>(this.undo, (row) => row.ReportID, {});
	readonly attachments = new Table<AttachmentRow, 'owner'>(this.undo, (row) => row.AttachmentID, { owner: (row) => row.owner });
	readonly history = new Table<HistoryRow, 'owner'>(this.undo, (row) => row.id, { owner: (row) => row.owner });

	/** Whether customers are reminded of what is overdue; set by people in Xero, never by a call. */
	invoiceReminders = false;
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
