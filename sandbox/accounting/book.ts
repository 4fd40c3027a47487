import { randomUUID } from 'node:crypto';
import type { Clock } from '../contract';
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

/** Who makes a change, for createdByMyApp and the history. */
export interface Actor {
	clientId: string;
}

/** Xero's default order: UpdatedDateUTC ASC, then the id. */
function byUpdate<Row extends { UpdatedDateUTC: string }>(id: (row: Row) => string): (a: Row, b: Row) => number {
	return (a, b) => compare(a.UpdatedDateUTC, b.UpdatedDateUTC) || compare(id(a), id(b));
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Names and codes are matched without regard to case and surrounding blanks. */
export function fold(text: string): string {
	return text.trim().toLowerCase();
}

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
	readonly invoices = new Table<InvoiceRow, 'number' | 'anyNumber' | 'contact' | 'item' | 'account' | 'option'>(
		this.undo,
		(row) => row.InvoiceID,
		{
			number: (row) => (row.Type === 'ACCREC' ? fold(row.InvoiceNumber) : undefined),
			anyNumber: (row) => (row.InvoiceNumber ? fold(row.InvoiceNumber) : undefined),
			contact: (row) => row.ContactID,
			item: (row) => distinct(row, (line) => [line.ItemCode && fold(line.ItemCode)]),
			account: (row) => distinct(row, (line) => [line.AccountCode && fold(line.AccountCode)]),
			option: (row) =>
				distinct(row, (line) => line.Tracking.flatMap((tracking) => [tracking.TrackingCategoryID, tracking.TrackingOptionID])),
		},
		byUpdate((row) => row.InvoiceID),
	);
	readonly payments = new Table<PaymentRow, 'invoice' | 'account'>(
		this.undo,
		(row) => row.PaymentID,
		{ invoice: (row) => row.InvoiceID, account: (row) => row.AccountID },
		byUpdate((row) => row.PaymentID),
	);
	readonly attachments = new Table<AttachmentRow, 'owner'>(this.undo, (row) => row.AttachmentID, { owner: (row) => row.owner });
	readonly history = new Table<HistoryRow, 'owner'>(this.undo, (row) => row.id, { owner: (row) => row.owner });

	/** Where new ids come from: seeded while the demo data is written, random afterwards. */
	newId: () => string = randomUUID;
	/** The time changes are stamped with, in ms; the seed moves it through the past. */
	now: () => number;
	private nextInvoice = 1;
	private notes = 0;
	private readonly calendar: Intl.DateTimeFormat;

	constructor(organisation: OrganisationRow, clock: Clock) {
		this.organisation = organisation;
		this.now = () => clock.now();
		this.calendar = new Intl.DateTimeFormat('en-CA', {
			timeZone: organisation.zone,
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
		});
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
		for (;;) {
			const next = `INV-${String(this.nextInvoice).padStart(4, '0')}`;
			const before = this.nextInvoice;
			this.nextInvoice += 1;
			this.undo.record(() => (this.nextInvoice = before));
			if (!this.invoices.first('number', fold(next))) return next;
		}
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
		if (period !== undefined && (year === undefined || period >= year)) {
			return { day: period, sentence: 'The document date cannot be before the period lock date' };
		}
		return year === undefined
			? undefined
			: { day: year, sentence: 'The document date cannot be before the end of year lock date' };
	}
}

function distinct(
	row: InvoiceRow,
	of: (line: InvoiceRow['LineItems'][number]) => ReadonlyArray<string | undefined>,
): readonly string[] {
	if (row.Status === 'DELETED') return [];
	return [...new Set(row.LineItems.flatMap((line) => of(line).filter((key) => key !== undefined && key !== '') as string[]))];
}
