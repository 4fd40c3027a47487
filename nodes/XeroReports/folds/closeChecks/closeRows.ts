// The items of the checks of a close: one for each check, and one for each thing it found.

import type { IDataObject } from 'n8n-workflow';
import { amountOf, sum } from '../../facts/money';
import { negativeBank, suspense } from './accountBalances';
import type { CloseCheck } from './checks';
import { CLOSE_CHECKS, CLOSE_CHECK_WORDS } from './checks';
import type { CloseFacts } from './closeFacts';
import { currencyRates } from './currencyRates';
import { changedSince, futureDated } from './datedAndChanged';
import { duplicateBills } from './duplicateBills';
import type { CheckOutcome, CloseFinding, FindingSeverity } from './findings';
import { counted, inOrder } from './findings';
import { contactUrl, recordUrl } from './links';
import { lockDates } from './lockDates';
import { missingAttachments } from './missingAttachments';
import { noTracking } from './noTracking';
import { oldDocuments, unusedCredits, wrongSide } from './openDocuments';
import { drafts, toApprove } from './pending';
import { claimsTie, controlAccountTie, taxTie } from './ties';
import { unreconciled } from './unreconciled';

/** How a row stands: what was found, or that nothing was, or that it could not be looked at. */
export type CloseSeverity = FindingSeverity | 'ok' | 'notChecked';

const FOLDS: Readonly<Record<CloseCheck, (facts: CloseFacts) => CheckOutcome>> = {
	receivablesTie: (facts) => controlAccountTie(facts, 'receivable'),
	payablesTie: (facts) => controlAccountTie(facts, 'payable'),
	claimsTie,
	taxTie,
	suspense,
	unreconciled,
	drafts,
	toApprove,
	negativeBank,
	duplicateBills,
	missingAttachments,
	unusedCredits,
	wrongSide,
	old: oldDocuments,
	futureDated,
	noTracking,
	changedSince,
	currencyRates,
	lockDates,
};

const WORST: readonly FindingSeverity[] = ['error', 'warning', 'info'];

/** What every row begins with and is about. */
interface Common {
	readonly organisationId: string | null;
	readonly decimals: number;
	readonly shortCode: string | undefined;
	readonly currency: string;
	readonly asOf: string;
}

/** What a row is besides its check. */
interface RowBody {
	readonly level: 'check' | 'finding';
	readonly severity: CloseSeverity;
	readonly count: number | null;
	/** Minor units of the base currency. */
	readonly amount: bigint | null;
	readonly text: string;
	readonly finding?: CloseFinding;
}

function urlOf({ records, contactId }: CloseFinding, shortCode: string | undefined): string | null {
	const [only, ...others] = records;
	return only && others.length === 0 ? recordUrl(only, shortCode) : contactUrl(contactId, shortCode);
}

function rowOf({ organisationId, decimals, shortCode, currency, asOf }: Common, check: CloseCheck, body: RowBody): IDataObject {
	const { level, severity, count, amount, text, finding } = body;
	return {
		report: 'closeChecks',
		rowType: 'row',
		organisationId,
		level,
		check,
		name: CLOSE_CHECK_WORDS[check].name,
		severity,
		count,
		amount: amount === null ? null : amountOf(amount, decimals),
		currency,
		accountId: finding?.account?.id ?? null,
		accountCode: finding?.account?.code || null,
		accountName: finding?.account?.name ?? null,
		contactId: finding?.contactId ?? null,
		contactName: finding?.contactName ?? null,
		documentIds: finding?.records.map(({ id }) => id) ?? [],
		documentNumbers: finding?.records.map(({ number }) => number) ?? [],
		text: `${text}.`,
		todo: severity === 'ok' || severity === 'notChecked' ? null : `${CLOSE_CHECK_WORDS[check].todo}.`,
		url: finding ? urlOf(finding, shortCode) : null,
		asOf,
	};
}

const sentences = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('. ');

function checkBody({ notes = [], notChecked = [], rounding = 0n }: CheckOutcome, findings: readonly CloseFinding[]): RowBody {
	const unseen = notChecked.length === 0 ? '' : `Not checked: ${notChecked.join('; ')}`;
	if (findings.length === 0 && unseen !== '')
		return { level: 'check', severity: 'notChecked', count: null, amount: null, text: sentences(unseen, ...notes) };
	const severity = WORST.find((one) => findings.some((finding) => finding.severity === one)) ?? 'ok';
	const text = findings.length === 0 ? 'Nothing found' : `${counted(findings.length, 'finding')}`;
	const amounts = findings.flatMap((finding) => finding.amount ?? []);
	// Findings of which none has an amount add up to none, which is not nothing.
	const amount = findings.length === 0 ? rounding : amounts.length === 0 ? null : sum(amounts);
	return { level: 'check', severity, count: findings.length, amount, text: sentences(text, unseen, ...notes) };
}

/**
 * The rows of the checks that are asked for: of each check one, then one for each finding, by account, contact, day and ID.
 * @param notRead why part of what a check needs could not be read, by check: phrases without full stops
 */
export function closeRows(
	facts: CloseFacts,
	checks: readonly CloseCheck[],
	notRead: ReadonlyMap<CloseCheck, readonly string[]>,
	organisationId: string | null,
): IDataObject[] {
	const { decimals, baseCurrency, shortCode } = facts.organisation;
	const common: Common = { organisationId, decimals, shortCode, currency: baseCurrency, asOf: facts.asOf };
	return CLOSE_CHECKS.filter((check) => checks.includes(check)).flatMap((check) => {
		const outcome = FOLDS[check](facts);
		const findings = inOrder(outcome.findings);
		const notChecked = [...(outcome.notChecked ?? []), ...(notRead.get(check) ?? [])];
		const of = (finding: CloseFinding): RowBody => ({ level: 'finding', ...finding, finding });
		return [
			rowOf(common, check, checkBody({ ...outcome, notChecked }, findings)),
			...findings.map((finding) => rowOf(common, check, of(finding))),
		];
	});
}
