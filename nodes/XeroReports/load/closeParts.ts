// The calls that a close takes: parts of lists with their conditions.

import type { IDataObject } from 'n8n-workflow';
import type { LedgerList } from '../entries/ledgerReading';
import { firstPaidDay } from '../folds/closeChecks/duplicateBills';
import { addDays, startOfMonth } from '../rows/days';
import type { ChecksAsked, CloseSource } from './closeSources';
import { allSources, goesByOpen } from './closeSources';
import type { PartOfList } from './lists';
import { after, dated, isStatus, listNamed } from './lists';

/** The lists of a close. */
export type CloseList = LedgerList;

/** A call, or as many as its list has pages. */
export interface ClosePart extends PartOfList {
	readonly of: CloseList;
	/** The sources that are not there where it cannot be read. */
	readonly sources: readonly CloseSource[];
}

/** What a close is asked for, as the calls go by it. */
export interface CloseAsked extends ChecksAsked {
	/** YYYY-MM-DD. */
	readonly asOf: string;
	readonly today: string;
	/** UTC, to the second; null for none. */
	readonly changedSince: string | null;
}

const BILLS = 'Type=="ACCPAY"';

const part = (
	of: CloseList,
	what: string,
	sources: readonly CloseSource[],
	where: readonly string[] = [],
	query: IDataObject = {},
): ClosePart => ({ of, what, sources, where, query, list: listNamed(of) });

/** Parts of a source that is asked for. */
type When = (source: CloseSource, ...parts: readonly ClosePart[]) => readonly ClosePart[];

const whenIn =
	(sources: ReadonlySet<CloseSource>): When =>
	(source, ...parts) =>
		sources.has(source) ? parts : [];

const monthOf = (asOf: string): string[] => dated(startOfMonth(asOf), asOf);

/** The day after which something is in the future. */
const lastDay = ({ asOf, today }: CloseAsked): string => (asOf > today ? asOf : today);

function invoiceParts(asked: CloseAsked, when: When): ClosePart[] {
	const { asOf, checks } = asked;
	const onlyBills = !checks.includes('noTracking') && !checks.includes('currencyRates');
	const bills = onlyBills ? [BILLS] : [];
	const isOpen = goesByOpen(asked);
	// Open documents have those of the month that are not paid.
	const openHasMonth = isOpen || (onlyBills && checks.includes('duplicateBills'));
	const monthBefore = dated(firstPaidDay(asOf), addDays(startOfMonth(asOf), -1));
	const one = (what: string, sources: readonly CloseSource[], Statuses: string, where: readonly string[]): ClosePart =>
		part('Invoices', what, sources, where, { Statuses });
	// Without a check that goes by what stood open they are read for duplicates alone.
	const open = [...(isOpen ? [] : [BILLS]), ...dated(null, asOf)];
	const later = [after(isOpen ? asOf : lastDay(asked))];
	return [
		...when('openInvoices', one('open invoices and bills', ['openInvoices', 'monthInvoices'], 'AUTHORISED', open)),
		...when('laterInvoices', one('later invoices and bills', ['laterInvoices'], 'AUTHORISED,PAID', later)),
		...when(
			'monthInvoices',
			one('invoices and bills of the month', ['monthInvoices'], openHasMonth ? 'PAID' : 'AUTHORISED,PAID', [
				...bills,
				...monthOf(asOf),
			]),
		),
		...when('earlierBills', one('paid bills of the months before', ['earlierBills'], 'PAID', [BILLS, ...monthBefore])),
		...pendingPart(asOf, when),
	];
}

/** Drafts and what waits for approval, in one call. */
function pendingPart(asOf: string, when: When): ClosePart[] {
	const draft = part('Invoices', 'drafts and what waits for approval', ['draftInvoices', 'submittedInvoices'], dated(null, asOf));
	const statuses = [
		...when('draftInvoices', draft).map(() => 'DRAFT'),
		...when('submittedInvoices', draft).map(() => 'SUBMITTED'),
	];
	return statuses.length === 0 ? [] : [{ ...draft, query: { Statuses: statuses.join(',') } }];
}

/** Credits of any date: one that is dated later may be allocated to a document of before. */
function creditParts(asked: CloseAsked, when: When): ClosePart[] {
	const { asOf } = asked;
	const credit = (what: string, source: CloseSource, state: string, where: readonly string[]): ClosePart =>
		part('CreditNotes', what, [source], [isStatus(state), ...where]);
	const future = [after(lastDay(asked))];
	return [
		...when(
			'credits',
			// Xero answers slowly where two statuses are joined by OR.
			credit('open credit notes', 'credits', 'AUTHORISED', []),
			credit('settled credit notes', 'credits', 'PAID', []),
			part('Overpayments', 'overpayments', ['credits']),
			part('Prepayments', 'prepayments', ['credits']),
		),
		...when(
			'monthCreditNotes',
			credit('open credit notes of the month', 'monthCreditNotes', 'AUTHORISED', monthOf(asOf)),
			credit('settled credit notes of the month', 'monthCreditNotes', 'PAID', monthOf(asOf)),
		),
		...when(
			'futureCreditNotes',
			credit('open credit notes of the future', 'futureCreditNotes', 'AUTHORISED', future),
			credit('settled credit notes of the future', 'futureCreditNotes', 'PAID', future),
		),
		...when('draftCreditNotes', credit('draft credit notes', 'draftCreditNotes', 'DRAFT', dated(null, asOf))),
		...when('submittedCreditNotes', credit('credit notes that wait', 'submittedCreditNotes', 'SUBMITTED', dated(null, asOf))),
	];
}

function otherParts(asked: CloseAsked, when: When): ClosePart[] {
	const { asOf } = asked;
	const until = dated(null, asOf);
	const one = (of: CloseList, what: string, source: CloseSource, ...where: readonly string[]): readonly ClosePart[] =>
		when(source, part(of, what, [source], where));
	const standing = isStatus('AUTHORISED');
	const future = after(lastDay(asked));
	const unreconciled = [standing, ...until, 'IsReconciled==false'];
	return [
		...one('Payments', 'later payments', 'laterPayments', standing, after(asOf)),
		...one('Payments', 'payments not reconciled', 'unreconciledPayments', ...unreconciled),
		...one('BankTransactions', 'bank transactions of the month', 'monthBankTransactions', standing, ...monthOf(asOf)),
		...one('BankTransactions', 'bank transactions of the future', 'futureBankTransactions', standing, future),
		...one('BankTransactions', 'bank transactions not reconciled', 'unreconciledBankTransactions', ...unreconciled),
		...one('BankTransfers', 'bank transfers', 'transfers', ...until),
		...one('ManualJournals', 'manual journals of the month', 'monthJournals', isStatus('POSTED'), ...monthOf(asOf)),
		...one('ManualJournals', 'draft manual journals', 'draftJournals', isStatus('DRAFT'), ...until),
		...one('ExpenseClaims', 'expense claims', 'claims'),
	];
}

/** Records of any status that Xero marks as changed; which of them count is seen afterwards. */
function changedParts({ asOf, changedSince }: CloseAsked, when: When): ClosePart[] {
	if (changedSince === null) return [];
	const headers = { 'If-Modified-Since': changedSince };
	const until = dated(null, asOf);
	const statuses = { Statuses: 'AUTHORISED,PAID,VOIDED' };
	return [
		...when('changedInvoices', part('Invoices', 'changed invoices and bills', ['changedInvoices'], until, statuses)),
		...when('changedCreditNotes', part('CreditNotes', 'changed credit notes', ['changedCreditNotes'], until)),
		...when('changedBankTransactions', part('BankTransactions', 'changed bank transactions', ['changedBankTransactions'], until)),
		...when('changedJournals', part('ManualJournals', 'changed manual journals', ['changedJournals'], until)),
	].map((one) => ({ ...one, headers }));
}

/** The calls of a close, each of another name; none of what no check needs. */
export function closeParts(asked: CloseAsked): ClosePart[] {
	const when = whenIn(allSources(asked));
	return [...invoiceParts(asked, when), ...creditParts(asked, when), ...otherParts(asked, when), ...changedParts(asked, when)];
}
