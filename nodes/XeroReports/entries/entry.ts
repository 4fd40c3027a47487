// A posting of the ledger, whatever it was made from.

import type { TrackingOption } from '../facts/documents';

/** What an entry comes from, in Xero's own words for the source of a journal. */
export type SourceType =
	| 'ACCREC'
	| 'ACCPAY'
	| 'ACCRECCREDIT'
	| 'ACCPAYCREDIT'
	| 'ACCRECPAYMENT'
	| 'ACCPAYPAYMENT'
	| 'ARCREDITPAYMENT'
	| 'APCREDITPAYMENT'
	| 'CASHREC'
	| 'CASHPAID'
	| 'TRANSFER'
	| 'ARPREPAYMENT'
	| 'APPREPAYMENT'
	| 'ARPREPAYMENTPAYMENT'
	| 'APPREPAYMENTPAYMENT'
	| 'AROVERPAYMENT'
	| 'APOVERPAYMENT'
	| 'AROVERPAYMENTPAYMENT'
	| 'APOVERPAYMENTPAYMENT'
	| 'ARCREDITALLOCATION'
	| 'APCREDITALLOCATION'
	| 'AROVERPAYMENTALLOCATION'
	| 'APOVERPAYMENTALLOCATION'
	| 'ARPREPAYMENTALLOCATION'
	| 'APPREPAYMENTALLOCATION'
	| 'EXPCLAIM'
	| 'EXPPAYMENT'
	| 'MANJOURNAL'
	| (string & {});

/** What an entry of a source is about, shared by all its postings. */
export interface Source {
	readonly type: SourceType;
	readonly id: string;
	/** YYYY-MM-DD. */
	readonly date: string;
	readonly number: string;
	readonly reference: string;
	readonly contactId: string | null;
	readonly contactName: string | null;
	/** Currency of the document, and foreign units for one base unit; null where it is not known. */
	readonly currency: string;
	readonly rate: number | null;
}

/** One posting on one account. Entries of one source add up to nothing. */
export interface Entry {
	readonly source: Source;
	readonly accountId: string;
	/** Minor units of the base currency, debit positive. */
	readonly amount: bigint;
	/** Minor units of the document's currency; null where it is the base currency. */
	readonly foreign: bigint | null;
	readonly taxType: string | null;
	readonly description: string;
	readonly options: readonly TrackingOption[];
}
