/** What the books keep of money beside invoices and their payments; the rules of rows.ts hold here too. */
import type { CurrencyAndRate, DocumentRow, InvoiceRow, LineRow } from './rows';

/** What credit notes, prepayments and overpayments have in common: an amount that allocations and refunds use up. */
export interface CreditRow extends DocumentRow, CurrencyAndRate {
	Status: InvoiceRow['Status'];
	Reference?: string;
	RemainingCredit: number;
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

/** ContactID is absent on the two sides of a bank transfer. */
export interface BankTransactionRow extends Omit<DocumentRow, 'ContactID'>, CurrencyAndRate {
	BankTransactionID: string;
	Type: `${'RECEIVE' | 'SPEND'}${'' | '-PREPAYMENT' | '-OVERPAYMENT' | '-TRANSFER'}`;
	Status: 'AUTHORISED' | 'DELETED' | 'VOIDED';
	AccountID: string;
	ContactID?: string;
	Reference?: string;
	Url?: string;
	IsReconciled: boolean;
	PrepaymentID?: string;
	OverpaymentID?: string;
	/** What it moved in tracked inventory. */
	moves: InvoiceRow['moves'];
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

export type PaymentType =
	| 'ACCRECPAYMENT'
	| 'ACCPAYPAYMENT'
	| 'ARCREDITPAYMENT'
	| 'APCREDITPAYMENT'
	| 'ARPREPAYMENTPAYMENT'
	| 'APPREPAYMENTPAYMENT'
	| 'AROVERPAYMENTPAYMENT'
	| 'APOVERPAYMENTPAYMENT';

export interface PaymentRow {
	PaymentID: string;
	/** The document it pays or refunds: an invoice, a bill, a credit note, a prepayment or an overpayment. */
	InvoiceID: string;
	AccountID: string;
	PaymentType: PaymentType;
	Status: 'AUTHORISED' | 'DELETED';
	Date: string;
	/** In the document's currency, and the same in the bank account's. */
	Amount: number;
	BankAmount: number;
	CurrencyRate: number;
	Reference?: string;
	IsReconciled: boolean;
	BankAccountNumber?: string;
	Particulars?: string;
	Details?: string;
	/** The reference code of a line of a batch payment. */
	Code?: string;
	BatchPaymentID?: string;
	/** Its place in the order in which payments and allocations were made. */
	turn: number;
	UpdatedDateUTC: string;
}
