import type { AccountClass } from '../accounting/book/rows';
import type { SandboxApi } from '../route';
import type { YearEnd } from './financialYear';

/*
 * Finance reads the books as any app would: from the records of the Accounting API. These are the fields it looks at, with dates as
 * `YYYY-MM-DD` and moments in ISO.
 */

export interface Organisation extends YearEnd {
	readonly BaseCurrency: string;
	readonly CountryCode: string;
}

export interface Account {
	readonly AccountID: string;
	readonly Code?: string;
	readonly Name: string;
	readonly Type: string;
	readonly Class: AccountClass;
	readonly Status: string;
	readonly SystemAccount?: string;
	readonly ReportingCode?: string;
	readonly BankAccountType?: string;
	readonly CurrencyCode?: string;
}

export interface Journal {
	readonly JournalDate: string;
	readonly CreatedDateUTC: string;
	/** Opening balances have neither. */
	readonly SourceID?: string;
	readonly SourceType?: string;
	readonly JournalLines: ReadonlyArray<{ readonly AccountID: string; readonly NetAmount: number }>;
}

export interface Contact {
	readonly ContactID: string;
	readonly Name: string;
}

export interface Line {
	readonly AccountID?: string;
	readonly LineAmount: number;
}

/** What invoices, bills and credits have in common. */
export interface Document {
	readonly Type: string;
	readonly Status: string;
	readonly Date: string;
	readonly Contact: Contact;
	readonly Total: number;
	readonly LineItems: readonly Line[];
	/** Of invoices and bills. */
	readonly InvoiceID?: string;
	readonly AmountDue?: number;
	/** Of credits. */
	readonly CreditNoteID?: string;
	readonly PrepaymentID?: string;
	readonly OverpaymentID?: string;
	readonly RemainingCredit?: number;
	readonly Allocations?: ReadonlyArray<{ readonly AllocationID: string }>;
}

export interface Payment {
	readonly PaymentID: string;
	readonly BatchPaymentID?: string;
	readonly PaymentType: string;
	readonly Status: string;
	readonly Date: string;
	readonly Amount: number;
	readonly BankAmount: number;
	readonly CurrencyRate: number;
	readonly Reference?: string;
	readonly IsReconciled: boolean;
	readonly Account: { readonly AccountID: string };
	/** The document it pays or refunds, whatever its kind. */
	readonly Invoice?: Document & { readonly InvoiceID: string };
}

export interface BankTransaction {
	readonly BankTransactionID: string;
	readonly Type: string;
	readonly Status: string;
	readonly Date: string;
	readonly Reference?: string;
	readonly IsReconciled: boolean;
	readonly Total: number;
	readonly BankAccount: { readonly AccountID: string };
	/** Absent on the sides of a bank transfer. */
	readonly Contact?: Contact;
	readonly LineItems: readonly Line[];
	readonly PrepaymentID?: string;
	readonly OverpaymentID?: string;
}

export interface BankTransfer {
	readonly BankTransferID: string;
	readonly FromBankTransactionID: string;
	readonly ToBankTransactionID: string;
}

interface Records {
	Organisations: Organisation;
	Accounts: Account;
	Contacts: Contact;
	Journals: Journal;
	Invoices: Document;
	CreditNotes: Document;
	Prepayments: Document;
	Overpayments: Document;
	Payments: Payment;
	BankTransactions: BankTransaction;
	BankTransfers: BankTransfer;
}

/** Every record of a kind. */
export type Read = <Plural extends keyof Records>(plural: Plural) => ReadonlyArray<Records[Plural]>;

/** Reads the records of one organisation. The Accounting API made them, so they have the fields above. */
export function reader(books: Pick<SandboxApi, 'records'>, tenantId: string): Read {
	return <Plural extends keyof Records>(plural: Plural) =>
		books.records(tenantId, plural) as unknown as ReadonlyArray<Records[Plural]>;
}
