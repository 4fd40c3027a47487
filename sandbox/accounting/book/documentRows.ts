import type { InvoiceRow, LineRow } from './rows';

/** What the books keep of papers that are not in the ledger themselves, and of classic expenses. Conventions as in rows.ts. */

/** The amounts that follow from the lines of any document. */
export type Totals = Pick<InvoiceRow, 'SubTotal' | 'TotalTax' | 'Total' | 'TotalDiscount'>;

export interface QuoteRow extends Totals {
	QuoteID: string;
	QuoteNumber: string;
	Status: 'DRAFT' | 'SENT' | 'DECLINED' | 'ACCEPTED' | 'INVOICED' | 'DELETED';
	Reference?: string;
	Terms?: string;
	Title?: string;
	Summary?: string;
	ContactID: string;
	Date: string;
	ExpiryDate?: string;
	LineAmountTypes: InvoiceRow['LineAmountTypes'];
	LineItems: readonly LineRow[];
	BrandingThemeID?: string;
	CurrencyCode: string;
	CurrencyRate: number;
	UpdatedDateUTC: string;
}

export interface PurchaseOrderRow extends Totals {
	PurchaseOrderID: string;
	PurchaseOrderNumber: string;
	Status: 'DRAFT' | 'SUBMITTED' | 'AUTHORISED' | 'BILLED' | 'DELETED';
	Reference?: string;
	ContactID: string;
	Date: string;
	DeliveryDate?: string;
	ExpectedArrivalDate?: string;
	DeliveryAddress?: string;
	AttentionTo?: string;
	Telephone?: string;
	DeliveryInstructions?: string;
	LineAmountTypes: InvoiceRow['LineAmountTypes'];
	LineItems: readonly LineRow[];
	BrandingThemeID?: string;
	CurrencyCode: string;
	CurrencyRate: number;
	SentToContact: boolean;
	UpdatedDateUTC: string;
}

export interface ScheduleRow {
	Period: number;
	Unit: 'WEEKLY' | 'MONTHLY';
	DueDate: number;
	DueDateType: string;
	StartDate: string;
	EndDate?: string;
}

export interface RepeatingInvoiceRow extends Totals {
	RepeatingInvoiceID: string;
	Type: 'ACCREC' | 'ACCPAY';
	Status: 'DRAFT' | 'AUTHORISED' | 'DELETED';
	ContactID: string;
	Schedule: ScheduleRow;
	Reference?: string;
	LineAmountTypes: InvoiceRow['LineAmountTypes'];
	LineItems: readonly LineRow[];
	BrandingThemeID?: string;
	CurrencyCode: string;
	ApprovedForSending: boolean;
	SendCopy: boolean;
	MarkAsSent: boolean;
	IncludePDF: boolean;
	/** Not shown by Xero; orders the list. */
	UpdatedDateUTC: string;
}

export interface ReceiptRow extends Totals {
	ReceiptID: string;
	/** Counted per user within the receipts that no claim holds yet. */
	ReceiptNumber: number;
	Status: 'DRAFT' | 'SUBMITTED' | 'AUTHORISED' | 'DECLINED' | 'VOIDED';
	UserID: string;
	ContactID: string;
	Date: string;
	Reference: string;
	Url?: string;
	LineAmountTypes: InvoiceRow['LineAmountTypes'];
	LineItems: readonly LineRow[];
	/** The claim that holds it. */
	ExpenseClaimID?: string;
	UpdatedDateUTC: string;
}

export interface ExpenseClaimRow {
	ExpenseClaimID: string;
	Status: 'SUBMITTED' | 'AUTHORISED' | 'PAID' | 'VOIDED' | 'DELETED';
	UserID: string;
	receipts: readonly string[];
	Total: number;
	AmountDue: number;
	AmountPaid: number;
	PaymentDueDate?: string;
	ReportingDate?: string;
	UpdatedDateUTC: string;
}

export interface LinkedTransactionRow {
	LinkedTransactionID: string;
	SourceTransactionID: string;
	SourceLineItemID: string;
	SourceTransactionTypeCode: 'ACCPAY' | 'SPEND';
	ContactID?: string;
	TargetTransactionID?: string;
	TargetLineItemID?: string;
	UpdatedDateUTC: string;
}
