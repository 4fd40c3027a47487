import type { CurrencyAndRate, DocumentRow } from './rows';

/** What the books keep of documents that are not in the ledger themselves, and of classic expenses. Conventions as in rows.ts. */

export interface QuoteRow extends DocumentRow, CurrencyAndRate {
	QuoteID: string;
	QuoteNumber: string;
	Status: 'DRAFT' | 'SENT' | 'DECLINED' | 'ACCEPTED' | 'INVOICED' | 'DELETED';
	Reference?: string;
	Terms?: string;
	Title?: string;
	Summary?: string;
	ExpiryDate?: string;
	BrandingThemeID?: string;
	TotalDiscount: number;
}

export interface PurchaseOrderRow extends DocumentRow, CurrencyAndRate {
	PurchaseOrderID: string;
	PurchaseOrderNumber: string;
	Status: 'DRAFT' | 'SUBMITTED' | 'AUTHORISED' | 'BILLED' | 'DELETED';
	Reference?: string;
	DeliveryDate?: string;
	ExpectedArrivalDate?: string;
	DeliveryAddress?: string;
	AttentionTo?: string;
	Telephone?: string;
	DeliveryInstructions?: string;
	BrandingThemeID?: string;
	TotalDiscount: number;
	SentToContact: boolean;
}

export interface ScheduleRow {
	Period: number;
	Unit: 'WEEKLY' | 'MONTHLY';
	DueDate: number;
	DueDateType: string;
	StartDate: string;
	EndDate?: string;
}

/** UpdatedDateUTC is not shown by Xero; it orders the list. */
export interface RepeatingInvoiceRow extends Omit<DocumentRow, 'Date'> {
	RepeatingInvoiceID: string;
	Type: 'ACCREC' | 'ACCPAY';
	Status: 'DRAFT' | 'AUTHORISED' | 'DELETED';
	Schedule: ScheduleRow;
	Reference?: string;
	BrandingThemeID?: string;
	CurrencyCode: string;
	ApprovedForSending: boolean;
	SendCopy: boolean;
	MarkAsSent: boolean;
	IncludePDF: boolean;
}

export interface ReceiptRow extends DocumentRow {
	ReceiptID: string;
	/** Counted per user within the receipts that no claim holds yet. */
	ReceiptNumber: number;
	Status: 'DRAFT' | 'SUBMITTED' | 'AUTHORISED' | 'DECLINED' | 'VOIDED';
	UserID: string;
	Reference: string;
	Url?: string;
	/** The claim that holds it. */
	ExpenseClaimID?: string;
}

/** A payment of an expense claim, which is in no list of payments. */
export interface ClaimPaymentRow {
	PaymentID: string;
	AccountID: string;
	Date: string;
	/** In the base currency. */
	Amount: number;
	Reference?: string | undefined;
}

export interface ExpenseClaimRow {
	ExpenseClaimID: string;
	Status: 'SUBMITTED' | 'AUTHORISED' | 'PAID' | 'VOIDED' | 'DELETED';
	UserID: string;
	receipts: readonly string[];
	payments: readonly ClaimPaymentRow[];
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
