// What aged reports are held against: the control account in the trial balance, and each document's own figures (section 4.1).

import { sum } from '../facts/money';
import { atAsOfRate } from './aged';
import type { AsOfRates } from './asOfRates';
import type { Outstanding } from './outstanding';
import { atDocumentRate, isPrepayment } from './outstanding';
import type { Check } from './rows';
import { statusOf } from './rows';
import type { Side } from './settlements';

/** What the trial balance of the day says, in minor units of the base currency. */
export interface ControlAccount {
	/** Of DEBTORS or CREDITORS. */
	readonly accountId: string;
	/** Above zero for what is owed, on both sides; null where the trial balance was not read. */
	readonly balance: bigint | null;
	/** Why it was not read, as a sentence, such as which scope is missing. */
	readonly notRead?: string | undefined;
	/** Undefined where the trial balance was not read. */
	readonly unrealised?: UnrealisedGains | undefined;
}

/** The account with SystemAccount UNREALISEDCURRENCYGAIN, which starts each financial year at nothing. */
export interface UnrealisedGains {
	/** Debit positive: a gain is below zero. */
	readonly balance: bigint;
	/** First day of the financial year that the day of the report is in. */
	readonly yearStart: string;
	/** Whether the other side has foreign documents too: then the account is not of this side alone. */
	readonly otherSideIsForeign: boolean;
}

/** What the tie to the control account goes by. */
export interface TieFacts {
	readonly side: Side;
	readonly baseDecimals: number;
	readonly rates: AsOfRates;
	readonly account: ControlAccount;
	/** Whether only some contacts were asked for: then the control account has more than the report. */
	readonly onlySomeContacts: boolean;
}

/** A sum of values; undefined as soon as one of them is not known. */
const sumOfAll = (values: ReadonlyArray<bigint | undefined>): bigint | undefined =>
	values.includes(undefined) ? undefined : sum(values.filter((value) => value !== undefined));

/** The cents that roundings may come to: one for each foreign document and for each part settlement of it (section 2.5). */
const toleranceOf = (foreign: readonly Outstanding[]): bigint =>
	sum(foreign.map((one) => 1n + (one.kind === 'document' ? BigInt(one.settlements) : 0n)));

/** What the control account comes to at the documents' own rates, as far as the account of unrealised gains can say it. */
function withoutRevaluation(foreign: readonly Outstanding[], { account, side }: TieFacts): bigint | undefined {
	const { balance, unrealised } = account;
	if (balance === null || unrealised === undefined || unrealised.otherSideIsForeign) return undefined;
	// Of a document of an earlier year the account has only what it gained since the year began.
	if (foreign.some(({ document }) => document.date < unrealised.yearStart)) return undefined;
	return side === 'receivable' ? balance + unrealised.balance : balance - unrealised.balance;
}

const NO_DOCUMENT_RATE = 'Xero does not say the rate of every foreign document: give a rate of the day in Rates.';
const CIRCULAR =
	'Circular: the rate of the day comes from this account itself, so that the two agree by construction. Give a rate in Rates.';

const noRateOfDay = ({ missing }: AsOfRates): string =>
	missing.length ? `There is no rate of the day for ${missing.join(', ')}: give one in Rates.` : CIRCULAR;

/**
 * The tie at the documents' own rates, for when there is no rate of the day but the one that the account itself implies. It can only
 * confirm: a foreign document that was settled earlier in the year leaves its part on the account of unrealised gains.
 */
function tieAtDocumentRates(
	onControl: readonly Outstanding[],
	facts: TieFacts,
): Pick<Check, 'ours' | 'xeros' | 'status' | 'note'> {
	const foreign = onControl.filter(({ document }) => document.isForeign);
	const ours = sumOfAll(onControl.map((one) => atDocumentRate(one, facts.baseDecimals)));
	const tolerance = toleranceOf(foreign);
	const { balance } = facts.account;
	const candidates = [
		{ xeros: balance ?? undefined, note: 'At the documents’ own rates: the trial balance has no revaluation of them.' },
		{
			xeros: withoutRevaluation(foreign, facts),
			note: 'At the documents’ own rates, against the account without unrealised gains.',
		},
	];
	for (const { xeros, note } of candidates) {
		if (ours === undefined || xeros === undefined) continue;
		const status = statusOf({ ours, xeros, tolerance });
		if (status !== 'differs') return { ours, xeros, status, note };
	}
	const note = ours === undefined ? NO_DOCUMENT_RATE : noRateOfDay(facts.rates);
	return { ours: ours ?? 0n, xeros: balance, status: 'notChecked', note };
}

/**
 * What the tie comes to at the documents' own rates against the account without unrealised gains, differences too; undefined where that
 * cannot be said. A foreign document of an earlier year that was settled since the year began makes a difference as well.
 * @param outstanding all of the side
 */
export function tieOfYear(
	outstanding: readonly Outstanding[],
	facts: TieFacts,
): Pick<Check, 'ours' | 'xeros' | 'status' | 'note'> | undefined {
	const onControl = outstanding.filter((one) => !isPrepayment(one));
	const foreign = onControl.filter(({ document }) => document.isForeign);
	const ours = sumOfAll(onControl.map((one) => atDocumentRate(one, facts.baseDecimals)));
	const xeros = withoutRevaluation(foreign, facts);
	if (ours === undefined || xeros === undefined) return undefined;
	const status = statusOf({ ours, xeros, tolerance: toleranceOf(foreign) });
	return { ours, xeros, status, note: 'At the documents’ own rates, against the account without unrealised gains.' };
}

function tieAtAsOfRates(
	onControl: readonly Outstanding[],
	facts: TieFacts,
	xeros: bigint,
): Pick<Check, 'ours' | 'xeros' | 'status' | 'note'> {
	const ours = sum(onControl.map((one) => atAsOfRate(one, facts.rates, facts.baseDecimals) ?? 0n));
	const tolerance = toleranceOf(onControl.filter(({ document }) => document.isForeign));
	const status = statusOf({ ours, xeros, tolerance });
	const isGiven = [...facts.rates.byCurrency.values()].some(({ source }) => source === 'given');
	const note =
		status === 'differs'
			? `${isGiven ? 'A rate other than Xero’s, a' : 'A'} balance entered on the account without a document, or a change made while the report was read, has this effect.`
			: 'The sum of the documents, against the account in the trial balance.';
	return { ours, xeros, status, note };
}

const NOT_READ = 'The trial balance was not read.';
const SOME_CONTACTS = 'Only some contacts were asked for; the account has all of them.';

/**
 * The sum of what stands open against the control account in the trial balance of the day. Prepayments are no part of it: they stand on the
 * accounts of their lines.
 * @param outstanding all of the side, whatever contacts the report shows
 */
export function controlTie(outstanding: readonly Outstanding[], facts: TieFacts): Check {
	const { account, side, rates, onlySomeContacts } = facts;
	const onControl = outstanding.filter((one) => !isPrepayment(one));
	const head = { check: side === 'receivable' ? 'receivablesTie' : 'payablesTie', accountId: account.accountId };
	if (account.balance === null || onlySomeContacts) {
		const ours = sum(onControl.map((one) => atAsOfRate(one, rates, facts.baseDecimals) ?? 0n));
		const note = onlySomeContacts ? SOME_CONTACTS : (account.notRead ?? NOT_READ);
		return { ...head, ours, xeros: null, status: 'notChecked', note };
	}
	const isCircular = [...rates.byCurrency.values()].some(
		({ source, accountId = account.accountId }) => source === 'controlAccount' && accountId === account.accountId,
	);
	if (rates.missing.length > 0 || isCircular) return { ...head, ...tieAtDocumentRates(onControl, facts) };
	const tie = tieAtAsOfRates(onControl, facts, account.balance);
	if (tie.status !== 'differs') return { ...head, ...tie };
	// Rates that are given are of no use for a tie where the trial balance holds the documents at their own.
	const plain = tieAtDocumentRates(onControl, facts);
	return { ...head, ...(plain.status === 'notChecked' ? tie : plain) };
}

/**
 * How many documents do not agree with their own payments and allocations, which should be none. Counts, not amounts: no decimals.
 * @param outstanding all of the side
 */
export function documentsAgree(outstanding: readonly Outstanding[]): Check {
	const documents = outstanding.filter((one) => one.kind === 'document');
	const differing = documents.filter(({ mismatch }) => mismatch);
	const numbers = differing.slice(0, 20).map(({ document }) => document.number || document.id);
	const note = differing.length
		? `What Xero says is open differs from what its payments and allocations leave: ${numbers.join(', ')}.`
		: 'What Xero says is open of each document is what its payments and allocations leave.';
	return {
		check: 'documentsAgree',
		ours: BigInt(differing.length),
		xeros: 0n,
		status: differing.length ? 'differs' : 'ties',
		note,
	};
}
