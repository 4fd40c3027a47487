import type { InvoiceRow, LineRow } from './rows';

/* What the books keep of money beside invoices and their payments; the rules of rows.ts hold here too. */

/** What credit notes, prepayments and overpayments have in common: an amount that allocations and refunds use up. */
export interface CreditRow {
	Status: InvoiceRow['Status'];
	ContactID: string;
	Date: string;
	Reference?: string;
	LineAmountTypes: InvoiceRow['LineAmountTypes'];
	LineItems: readonly LineRow[];
	CurrencyCode: string;
	CurrencyRate: number;
	SubTotal: number;
	TotalTax: number;
	Total: number;
	RemainingCredit: number;
	UpdatedDateUTC: string;
}

export interface CreditNoteRow extends CreditRow {
	CreditNoteID: string;
	Type: 'ACCRECCREDIT' | 'ACCPAYCREDIT';
	CreditNoteNumber: string;
	DueDate?: string;
	FullyPaidOnDate?: string;
	BrandingThemeID?: string;
	/** What it moved in tracked inventory. */
	moves: InvoiceRow['moves'];
}

export interface PrepaymentRow extends CreditRow {
	PrepaymentID: string;
	Type: 'RECEIVE-PREPAYMENT' | 'SPEND-PREPAYMENT';
	/** The bank transaction that made it. */
	BankTransactionID: string;
	/** Of prepayments received only. */
	InvoiceNumber?: string;
	BrandingThemeID?: string;
}

export interface OverpaymentRow extends CreditRow {
	OverpaymentID: string;
	Type: 'RECEIVE-OVERPAYMENT' | 'SPEND-OVERPAYMENT';
	/** The bank transaction that made it. */
	BankTransactionID: string;
}

/** A part of a credit that settles a part of an invoice or a bill. One that is deleted is gone. */
export interface AllocationRow {
	AllocationID: string;
	/** The credit note, prepayment or overpayment it is taken from. */
	CreditID: string;
	InvoiceID: string;
	Amount: number;
	Date: string;
	/** Its place in the order in which payments and allocations were made. */
	turn: number;
}

export interface BankTransactionRow {
	BankTransactionID: string;
	Type:
		| 'RECEIVE'
		| 'SPEND'
		| 'RECEIVE-PREPAYMENT'
		| 'SPEND-PREPAYMENT'
		| 'RECEIVE-OVERPAYMENT'
		| 'SPEND-OVERPAYMENT'
		| 'RECEIVE-TRANSFER'
		| 'SPEND-TRANSFER';
	Status: 'AUTHORISED' | 'DELETED' | 'VOIDED';
	AccountID: string;
	/** Absent on the two sides of a bank transfer. */
	ContactID?: string;
	Date: string;
	Reference?: string;
	Url?: string;
	IsReconciled: boolean;
	LineAmountTypes: InvoiceRow['LineAmountTypes'];
	LineItems: readonly LineRow[];
	CurrencyCode: string;
	CurrencyRate: number;
	SubTotal: number;
	TotalTax: number;
	Total: number;
	PrepaymentID?: string;
	OverpaymentID?: string;
	/** What it moved in tracked inventory. */
	moves: InvoiceRow['moves'];
	UpdatedDateUTC: string;
}

export interface BankTransferRow {
	BankTransferID: string;
	Status: 'AUTHORISED' | 'DELETED';
	FromAccountID: string;
	ToAccountID: string;
	/** In the currency of the account it leaves. */
	Amount: number;
	Date: string;
	CurrencyRate: number;
	FromBankTransactionID: string;
	ToBankTransactionID: string;
	FromIsReconciled: boolean;
	ToIsReconciled: boolean;
	Reference?: string;
	FromTracking: LineRow['Tracking'];
	ToTracking: LineRow['Tracking'];
	CreatedDateUTC: string;
	UpdatedDateUTC: string;
}

export interface BatchPaymentRow {
	BatchPaymentID: string;
	Type: 'PAYBATCH' | 'RECBATCH';
	Status: 'AUTHORISED' | 'DELETED';
	AccountID: string;
	Date: string;
	Reference?: string;
	Particulars?: string;
	Code?: string;
	Details?: string;
	Narrative?: string;
	/** In the currency of the bank account. */
	TotalAmount: number;
	IsReconciled: boolean;
	UpdatedDateUTC: string;
}
