// The checks before a month is closed: what is not right yet, check by check and record by record.

import type { IDataObject } from 'n8n-workflow';
import type { Picked } from '../../shared/inputs/locators';
import type { OperationContext, OutputItem, RowFinding } from '../../shared/model/context';
import type { Operation } from '../../shared/model/operation';
import { decimalOf, rounded } from '../../shared/model/decimal';
import type { LedgerContext } from '../entries/postings';
import type { TrialBalance } from '../facts/trialBalance';
import { CLOSE_DEFAULTS, closeOptions, closeRowsWanted } from '../fields/closeChecks';
import { asOf, asOfDate } from '../fields/days';
import { noneSent } from '../fields/notSent';
import type { CloseCheck } from '../folds/closeChecks/checks';
import { CLOSE_CHECKS, CLOSE_CHECK_WORDS } from '../folds/closeChecks/checks';
import type { CloseFacts, CloseOptions } from '../folds/closeChecks/closeFacts';
import { openOn } from '../folds/closeChecks/closeFacts';
import { closeRows } from '../folds/closeChecks/closeRows';
import type { Books } from '../load/books';
import { BOOKS_CALLS, readBooks } from '../load/books';
import type { UnreadSources } from '../load/close';
import { closeLists, loadClose, unreadText } from '../load/close';
import type { CloseAsked } from '../load/closeParts';
import { allSources, sourcesOf } from '../load/closeSources';
import { trackingCategoriesOf } from '../load/settings';
import { TRIAL_BALANCE_SCOPE, readTrialBalances } from '../load/trialBalances';
import { closeChecksPage } from '../pages/closeChecksPage';
import { startOfMonth } from '../rows/days';
import { ianaZoneOf } from '../rows/timeZones';
import { accountsChosenIn } from './accountsPicked';
import { asOfAsked } from './daysAsked';
import { itemsOf, withinMostCalls } from './ownReport';
import { withPage } from './reportPage';
import { readTaxTie } from './taxTie';

/** The checks that are asked for; all but that of tax, which reads much, where none is chosen. */
function checksOf({ checks }: OperationContext['options']): CloseCheck[] {
	const chosen = Array.isArray(checks) ? CLOSE_CHECKS.filter((check) => checks.includes(check)) : [];
	return chosen.length > 0 ? chosen : CLOSE_CHECKS.filter((check) => check !== 'taxTie');
}

/** The tracking category that is chosen, with its name. */
async function categoryOf(call: OperationContext, findings: RowFinding[]): Promise<CloseOptions['trackingCategory']> {
	const picked = call.options.trackingCategory as Picked | undefined;
	if (picked === undefined) return null;
	const all = (await trackingCategoriesOf(call, (finding) => void findings.push(finding))) ?? [];
	const id = picked.value.toLowerCase();
	const found = all.find(({ TrackingCategoryID }) => String(TrackingCategoryID).toLowerCase() === id);
	if (found) return { id, name: String(found.Name) };
	return call.refuse({
		place: ['Tracking Category'],
		value: picked.value,
		says: 'is none of the tracking categories of the organisation',
		todo: 'Choose it From List',
		state: 'refused',
	});
}

const numberIn = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

function optionsOf(
	call: OperationContext,
	{ accounts, organisation }: Books,
	trackingCategory: CloseOptions['trackingCategory'],
): CloseOptions {
	const { attachmentFrom, oldDays, duplicateDays, changedSince } = call.options;
	const from = decimalOf(numberIn(attachmentFrom, CLOSE_DEFAULTS.attachmentFrom));
	return {
		attachmentFrom: from ? rounded(from, organisation.decimals).digits : 0n,
		oldDays: numberIn(oldDays, CLOSE_DEFAULTS.oldDays),
		duplicateDays: numberIn(duplicateDays, CLOSE_DEFAULTS.duplicateDays),
		suspenseAccounts: accountsChosenIn(call, accounts, 'suspenseAccounts'),
		trackingCategory,
		changedSince: typeof changedSince === 'string' ? changedSince : null,
	};
}

/** The trial balance of the day, or why there is none. */
async function balanceOn(
	call: OperationContext,
	day: string,
	decimals: number,
): Promise<{ readonly trialBalance?: TrialBalance | undefined; readonly unread?: string; readonly todo?: string }> {
	const balances = await readTrialBalances(call, [day], 'accrual', decimals);
	return 'scope' in balances
		? { unread: unreadText('the trial balance', balances.scope), todo: balances.todo }
		: { trialBalance: balances.get(day) };
}

/** Why part of a check was not looked at, by check. */
const notReadBy = (asked: CloseAsked, unread: UnreadSources): ReadonlyMap<CloseCheck, readonly string[]> =>
	new Map(
		asked.checks.map((check) => [
			check,
			[...new Set(sourcesOf(check, asked).flatMap((source) => [...(unread.get(source) ?? [])]))],
		]),
	);

/** What is said under the output: checks that show wrong books, and what could not be read. */
function findingsOf(
	rows: readonly IDataObject[],
	unread: UnreadSources,
	todos: ReadonlyMap<string, string | undefined>,
): RowFinding[] {
	const wrong = rows.filter(({ level, severity }) => level === 'check' && severity === 'error');
	const missing = new Set([...unread.values()].flatMap((reasons) => [...reasons]));
	return [
		...wrong.map(({ check, count }): RowFinding => {
			const { name, todo } = CLOSE_CHECK_WORDS[check as CloseCheck];
			const says = `found ${String(count)} that ${count === 1 ? 'has' : 'have'} to be put right`;
			return { code: 'closeCheck', place: [name], says, todo, details: { check: check as string } };
		}),
		...[...missing].map((reason): RowFinding => ({
			code: 'listNotRead',
			says: `${reason}, so that some checks were not made`,
			todo: todos.get(reason) ?? 'Connect the credential again',
		})),
	];
}

const WANTED: Readonly<Record<string, (row: IDataObject) => boolean>> = {
	both: () => true,
	checks: ({ level }) => level === 'check',
	// What was not checked is news even to those who ask for findings alone.
	findings: ({ level, severity }) => level === 'finding' || severity === 'notChecked',
};

async function closeChecks(call: OperationContext): Promise<OutputItem[]> {
	const findings: RowFinding[] = [];
	const day = await asOfAsked(call, (finding) => void findings.push(finding));
	const books = await readBooks(call);
	const { organisation, accounts } = books;
	const checks = checksOf(call.options);
	const category = checks.includes('noTracking') ? await categoryOf(call, findings) : null;
	const options = optionsOf(call, books, category);
	const asked: CloseAsked = {
		checks,
		hasCategory: category !== null,
		hasMoment: options.changedSince !== null,
		asOf: day,
		today: call.today(ianaZoneOf(organisation.timezone)),
		changedSince: options.changedSince,
	};
	const needsBalance = allSources(asked).has('trialBalance');
	const context: LedgerContext = { organisation, accounts, from: startOfMonth(day), to: day, basis: 'accrual' };
	const { read, findings: ofReading } = await withinMostCalls(
		call,
		closeLists(asked),
		BOOKS_CALLS + (category ? 1 : 0) + (needsBalance ? 1 : 0),
		'choose fewer Checks, or an As Of nearer to today',
		async (limit) => {
			const loaded = await loadClose(call, asked, context, limit);
			return { ...loaded, planned: limit.planned() };
		},
	);
	const tax = checks.includes('taxTie') ? await readTaxTie(call, context, read.planned) : undefined;
	const { trialBalance, unread: noBalance, todo } = needsBalance ? await balanceOn(call, day, organisation.decimals) : {};
	const unread: UnreadSources = new Map([
		...read.unread,
		...(noBalance === undefined ? [] : [['trialBalance', new Set([noBalance])] as const]),
	]);
	const todos = new Map([...read.todos, ...(noBalance === undefined ? [] : [[noBalance, todo] as const])]);
	const facts: CloseFacts = {
		...{ organisation, accounts, asOf: day, today: asked.today, options, trialBalance },
		outstanding: openOn(read.owing, day),
		...{ records: read.records, claims: read.claims, unreconciled: read.unreconciled },
		tax,
	};
	const all = closeRows(facts, checks, notReadBy(asked, unread), call.organisation);
	const found = all.filter(WANTED[String(call.input.rows ?? 'both')] ?? WANTED.both!);
	// A page comes with an item: where nothing was found it comes with the checks.
	const wanted = found.length === 0 && call.options.alsoAsPage === true ? all : found;
	return await withPage(
		call,
		itemsOf(call, wanted, [...findings, ...findingsOf(all, unread, todos), ...ofReading]),
		organisation,
		{ report: 'Close Checks', span: { asOf: day } },
		(head) => closeChecksPage({ head, rows: all }),
	);
}

/** The operation. */
export const closeChecksReport: Operation = {
	xero: [
		...['getReportTrialBalance', 'getOrganisations', 'getAccounts', 'getTrackingCategories', 'getInvoices', 'getCreditNotes'],
		...['getOverpayments', 'getPrepayments', 'getPayments', 'getBankTransactions', 'getBankTransfers', 'getManualJournals'],
		...['getExpenseClaims', 'getExpenseClaim', 'getTaxRates'],
	],
	name: 'Get Close Checks',
	action: 'Get close checks',
	description: 'What is not right yet before a month is closed: one item for each check, and for each thing it found',
	method: 'GET',
	path: '/Reports/TrialBalance',
	envelope: 'Reports',
	required: noneSent({ asOf: asOf('endOfLastMonth'), rows: closeRowsWanted }),
	panelOptional: asOfDate,
	query: noneSent(closeOptions),
	scope: TRIAL_BALANCE_SCOPE,
	run: async (call) => await closeChecks(call),
};
