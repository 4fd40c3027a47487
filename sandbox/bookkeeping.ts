/** What people and other products of Xero do in the books of an organisation, and no operation of Xero's APIs does. */

/** The source types of journals whose documents no operation lists. */
export const UNLISTED_SOURCES = [
	'PAYSLIP',
	'WAGEPAYABLE',
	'INTEGRATEDPAYROLLPE',
	'INTEGRATEDPAYROLLPT',
	'INTEGRATEDPAYROLLPTPAYMENT',
	'INTEGRATEDPAYROLLCN',
	'EXTERNALSPENDMONEY',
] as const;

/** One line of a journal that no document has, in the base currency: a debit above zero, a credit below. */
export interface UnlistedLine {
	/** The code of its account. */
	account: string;
	/** Without tax. */
	net: number;
	/** Goes to the tax account of itself. None when absent. */
	tax?: number;
	taxType?: string;
	description?: string;
	/** Names of options by the names of their tracking categories. */
	tracking?: Readonly<Record<string, string>>;
}

/** A journal that no document has: payroll, depreciation, stock, money spent through another product. */
export interface UnlistedJournal {
	/** Without one the journal shows neither SourceType nor SourceID, as those that Xero posts of itself. */
	sourceType?: (typeof UNLISTED_SOURCES)[number];
	/** `YYYY-MM-DD` */
	date: string;
	reference?: string;
	/** Net amounts and taxes add up to nothing. */
	lines: readonly UnlistedLine[];
	/** Whether reports on the cash basis have it. True when absent. */
	showOnCashBasisReports?: boolean;
}

/** A payment of an expense claim, in the base currency. */
export interface ClaimPayment {
	/** The code of the account that money comes from. */
	account: string;
	/** `YYYY-MM-DD` */
	date: string;
	amount: number;
	reference?: string;
}

/** The place of an organisation in the United Kingdom in the construction industry scheme (CIS). Rates are percentages of labour. */
export interface ConstructionScheme {
	/** What customers keep back from the organisation: then its sales on CIS Labour Income have a CISDeduction. */
	subcontractorRate?: number;
	/** What the organisation keeps back from suppliers, by ContactID: then their bills on CIS Labour Expense have one. */
	contacts?: Readonly<Record<string, number>>;
}

/** What Xero does wrong or leaves out in some answers, each by itself and only when asked for. It holds for every organisation. */
export interface Unkindness {
	/** Foreign bank transactions in lists have no CurrencyRate; alone they have it (xero-python, issue 129). */
	ratesMissing: boolean;
	/** Bank transactions that made a prepayment or overpayment are of Type RECEIVE or SPEND and tell it by its id alone (Xero's example). */
	typesPlain: boolean;
	/** Credits inside an invoice that is read alone are dated as the invoice (Xero-OpenAPI, issue 266); their own records are right. */
	creditDatesWrong: boolean;
	/** Payments inside expense claims do not say from which account. */
	claimAccountsMissing: boolean;
}

/** Nothing of it, as a sandbox starts. */
export function noUnkindness(): Unkindness {
	return { ratesMissing: false, typesPlain: false, creditDatesWrong: false, claimAccountsMissing: false };
}

/** What is done in the books of an organisation. Every one throws RangeError for what cannot be done, and for an organisation without books. */
export interface Bookkeeping {
	/** Set what is wanted; it counts from the next call on. */
	readonly unkindness: Unkindness;
	/** Posts a journal that only Journals and reports show. */
	postJournal(tenantId: string, journal: UnlistedJournal): { JournalID: string; JournalNumber: number };
	/**
	 * Fills the books of one more organisation with 13 months and a bit that end today: a year end, foreign currency, and whatever makes a
	 * ledger hard to rebuild. The same seed and day give the same records. Called again, it fills them anew.
	 */
	generateYear(seed: number): { tenantId: string; name: string };
	/**
	 * Reports of an organisation revalue foreign bank accounts and open foreign documents at the rate of their day, and what names no rate
	 * takes that of its day; or no longer. Journals never have it.
	 */
	setRevaluation(tenantId: string, on: boolean): void;
	/** Units of a currency for one of the base currency on a day (`YYYY-MM-DD`): what reports revalue at. */
	rateOn(tenantId: string, currency: string, day: string): number;
	/** Puts an organisation into the construction industry scheme, with the accounts of it; what is left out stays as it is. */
	setConstructionScheme(tenantId: string, scheme: ConstructionScheme): void;
	/** Pays an approved expense claim, or a part of it. */
	payExpenseClaim(tenantId: string, expenseClaimID: string, payment: ClaimPayment): { PaymentID: string };
}
