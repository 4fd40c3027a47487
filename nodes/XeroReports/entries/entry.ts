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
	/** '' where the line names no account of the chart. */
	readonly accountId: string;
	/** Minor units of the base currency, debit positive. */
	readonly amount: bigint;
	/** Minor units of the document's currency; null where it is the base currency. */
	readonly foreign: bigint | null;
	/** Tax of the line, which stands on the tax account as an entry of its own; base currency, debit positive; null where it is no line. */
	readonly tax: bigint | null;
	readonly taxType: string | null;
	readonly description: string;
	readonly options: readonly TrackingOption[];
	/** Whether Xero may have rounded it another way: an amount of another currency, or a share. By one minor unit at most. */
	readonly isRounded: boolean;
}

/**
 * Why a record gives no entries. `rateMissing`: Xero did not say the rate of a foreign record. `notRead`: its lines, or the document it
 * settles, were not read. `payments`: a payment that names no account.
 */
export type OmissionReason = 'rateMissing' | 'notRead' | 'payments';

/** A record of the period that gives no entries, with the accounts it is known to be about. */
export interface Omission {
	readonly reason: OmissionReason;
	readonly source: Source;
	readonly accountIds: readonly string[];
}

/** What records come to. */
export interface Entries {
	readonly entries: readonly Entry[];
	readonly omissions: readonly Omission[];
}

export const NOTHING: Entries = { entries: [], omissions: [] };
