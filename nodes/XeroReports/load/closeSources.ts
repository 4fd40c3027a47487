// Which parts of which lists each check of a close is made from, so that no other is read.

import type { CloseCheck } from '../folds/closeChecks/checks';

/** A part of a list, or another thing that is read once for all checks. */
export type CloseSource =
	| 'trialBalance'
	| 'openInvoices'
	| 'laterInvoices'
	| 'credits'
	| 'laterPayments'
	| 'monthInvoices'
	| 'monthCreditNotes'
	| 'monthBankTransactions'
	| 'monthJournals'
	| 'earlierBills'
	| 'draftInvoices'
	| 'submittedInvoices'
	| 'draftCreditNotes'
	| 'submittedCreditNotes'
	| 'draftJournals'
	| 'claims'
	| 'claimReceipts'
	| 'futureCreditNotes'
	| 'futureBankTransactions'
	| 'unreconciledBankTransactions'
	| 'unreconciledPayments'
	| 'transfers'
	| 'changedInvoices'
	| 'changedCreditNotes'
	| 'changedBankTransactions'
	| 'changedJournals';

/** What stood open on the day (section 4.1). */
const OWING = ['openInvoices', 'laterInvoices', 'credits', 'laterPayments'] as const;

const OF_CHECK: Readonly<Record<CloseCheck, readonly CloseSource[]>> = {
	receivablesTie: ['trialBalance', ...OWING],
	payablesTie: ['trialBalance', ...OWING],
	claimsTie: ['trialBalance', 'claims'],
	// The tax detail is read by its own loader.
	taxTie: [],
	suspense: ['trialBalance'],
	unreconciled: ['unreconciledBankTransactions', 'unreconciledPayments', 'transfers'],
	drafts: ['draftInvoices', 'draftCreditNotes', 'draftJournals'],
	toApprove: ['submittedInvoices', 'submittedCreditNotes', 'claims'],
	negativeBank: ['trialBalance'],
	duplicateBills: ['openInvoices', 'monthInvoices', 'submittedInvoices', 'earlierBills'],
	missingAttachments: ['monthInvoices', 'monthBankTransactions'],
	unusedCredits: OWING,
	wrongSide: ['trialBalance', ...OWING],
	old: OWING,
	futureDated: ['laterInvoices', 'futureCreditNotes', 'futureBankTransactions'],
	noTracking: ['monthInvoices', 'monthCreditNotes', 'monthBankTransactions', 'monthJournals', 'claims', 'claimReceipts'],
	changedSince: ['changedInvoices', 'changedCreditNotes', 'changedBankTransactions', 'changedJournals'],
	currencyRates: ['monthInvoices', 'monthCreditNotes', 'monthBankTransactions'],
	lockDates: [],
};

/** What the inputs leave to be read. */
export interface ChecksAsked {
	readonly checks: readonly CloseCheck[];
	/** Whether a tracking category is chosen, and a moment for Changed Since: without them nothing is read for these checks. */
	readonly hasCategory: boolean;
	readonly hasMoment: boolean;
}

/**
 * Whether a check goes by what stood open on the day. Both sides are read then, in as many calls as one: whether the account of unrealised
 * gains is of one side alone is seen in both.
 */
export const goesByOpen = ({ checks }: Pick<ChecksAsked, 'checks'>): boolean =>
	checks.some((check) => OF_CHECK[check].includes('credits'));

/** Whether what stood open on the day can be told; a part of it would be worse than none. */
export const isOpenKnown = (asked: ChecksAsked, unread: ReadonlyMap<CloseSource, unknown>): boolean =>
	goesByOpen(asked) && !OWING.some((source) => unread.has(source));

/** The sources of one check, as they are read: credits of all days have those of the month and of the future. */
export function sourcesOf(check: CloseCheck, asked: ChecksAsked): CloseSource[] {
	if ((check === 'noTracking' && !asked.hasCategory) || (check === 'changedSince' && !asked.hasMoment)) return [];
	const hasAllCredits = goesByOpen(asked);
	const within = (source: CloseSource): CloseSource =>
		hasAllCredits && (source === 'monthCreditNotes' || source === 'futureCreditNotes') ? 'credits' : source;
	return [...new Set(OF_CHECK[check].map(within))];
}

/** The sources of all checks that are asked for, each once. */
export const allSources = (asked: ChecksAsked): ReadonlySet<CloseSource> =>
	new Set(asked.checks.flatMap((check) => sourcesOf(check, asked)));
