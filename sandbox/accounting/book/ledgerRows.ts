import type { InvoiceRow, LineRow } from './rows';

/** One side of a journal, in the base currency: a debit above zero, a credit below. Tax stands on the tax account as a line of its own. */
export interface JournalLineRow {
	JournalLineID: string;
	AccountID: string;
	Description?: string | undefined;
	NetAmount: number;
	TaxAmount: number;
	TaxType?: string | undefined;
	Tracking: LineRow['Tracking'];
	/** The document of which this line settles a part: that part and all that is payable, in the currency of the document. */
	settles?: { id: string; amount: number; of: number } | undefined;
	/** What it is in the currency of its bank account, where no document says so. */
	foreign?: number | undefined;
}

/** A journal is never changed: what no longer holds is reversed by another one. */
export interface JournalRow {
	JournalID: string;
	JournalNumber: number;
	JournalDate: string;
	CreatedDateUTC: string;
	Reference?: string | undefined;
	SourceID: string;
	SourceType: string;
	/** Whether it takes back the journal of the same source before it. */
	reversal: boolean;
	/** Whether the cash basis leaves it out. */
	accrualOnly?: boolean;
	lines: readonly JournalLineRow[];
}

/** A line of a manual journal: a debit above zero, a credit below. It holds on to its account whatever code that gets. */
export interface ManualLineRow {
	LineAmount: number;
	/** Absent on a draft whose account was not recognised. */
	AccountID?: string | undefined;
	Description?: string | undefined;
	TaxType?: string | undefined;
	TaxAmount: number;
	Tracking: LineRow['Tracking'];
}

export interface ManualJournalRow {
	ManualJournalID: string;
	Status: 'DRAFT' | 'POSTED' | 'DELETED' | 'VOIDED' | 'ARCHIVED';
	Narration: string;
	Date: string;
	LineAmountTypes: InvoiceRow['LineAmountTypes'];
	Url?: string | undefined;
	ShowOnCashBasisReports: boolean;
	JournalLines: readonly ManualLineRow[];
	UpdatedDateUTC: string;
}

/** A budget by account and month; amounts as they are spoken of, income and costs both above zero. */
export interface BudgetRow {
	BudgetID: string;
	Type: 'OVERALL' | 'TRACKING';
	Description: string;
	Tracking: LineRow['Tracking'];
	/** Period is `YYYY-MM`. */
	BudgetLines: ReadonlyArray<{
		AccountID: string;
		BudgetBalances: ReadonlyArray<{ Period: string; Amount: number; Notes: string }>;
	}>;
	UpdatedDateUTC: string;
}

/** A tax return that was published: its figures are those of the ledger at that moment. */
export interface TaxReturnRow {
	ReportID: string;
	From: string;
	To: string;
	PublishedDateUTC: string;
}
