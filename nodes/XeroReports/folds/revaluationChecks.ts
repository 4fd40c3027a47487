// What a revaluation is held against: bank accounts and control accounts in the trial balance, and the three accounts of currency gains.

import type { LedgerContext } from '../entries/postings';
import { systemAccountId } from '../entries/postings';
import { sum } from '../facts/money';
import type { TrialBalance } from '../facts/trialBalance';
import { balanceOf } from '../facts/trialBalance';
import type { ControlAccount } from './agedChecks';
import { controlTie } from './agedChecks';
import { yearStart } from '../rows/financialYear';
import { ledgerAccounts } from './ledgerAccounts';
import { isPrepayment } from './outstanding';
import type { RealisedGains } from './realisedGains';
import type { RevaluationInput, RevaluationLine, RevaluedSide } from './revaluation';
import { periodGain, sumOfAll } from './revaluation';
import type { Check, CheckStatus } from './rows';
import { statusOf } from './rows';

/** A bank account whose history began with something on it that no list has. */
export interface UnknownOpening {
	readonly accountId: string;
	/** The day before its first movement. */
	readonly day: string;
	/** What the trial balance has of it, in minor units of the base currency. */
	readonly balance: bigint;
}

/** What the checks go by. */
export interface RevaluationFacts extends RevaluationInput {
	readonly context: LedgerContext;
	/** At the days that `trialBalanceDays` names; undefined where they could not be read. */
	readonly trialBalances: ReadonlyMap<string, TrialBalance> | undefined;
	/** Why not, as a sentence. */
	readonly notRead: string | undefined;
	/** Whether all foreign bank accounts are in it. */
	readonly hasBanks: boolean;
	/** Whether receivables and payables both are. */
	readonly hasBothSides: boolean;
	readonly gains: RealisedGains;
	readonly unknownOpenings: readonly UnknownOpening[];
}

const CIRCULAR =
	'Circular: the rate of the day comes from this account itself, so that the two agree by construction. Give a rate in Rates.';

type Result = Pick<Check, 'ours' | 'xeros' | 'status' | 'note'>;

const notChecked = (ours: bigint, note: string, xeros: bigint | null = null): Result => ({
	ours,
	xeros,
	status: 'notChecked',
	note,
});

const compared = (ours: bigint, xeros: bigint, tolerance: bigint, notes: Partial<Record<CheckStatus, string>>): Result => {
	const status = statusOf({ ours, xeros, tolerance });
	return { ours, xeros, status, note: notes[status] ?? notes.ties ?? '' };
};

/** A bank account at the rate of the last day, against the trial balance. */
function bankTie(line: RevaluationLine, { trialBalances, notRead, closing }: RevaluationFacts): Check {
	const head = { check: 'bankTie', accountId: line.accountId };
	const { rate, revalued } = line.closing;
	if (revalued === undefined) return { ...head, ...notChecked(0n, `There is no rate of ${line.currency} at ${closing.day}.`) };
	const trialBalance = trialBalances?.get(closing.day);
	if (trialBalance === undefined) return { ...head, ...notChecked(revalued, notRead ?? '') };
	const xeros = balanceOf(trialBalance, line.accountId);
	if (rate?.source === 'bankAccount' && rate.accountId === line.accountId && line.closing.foreign !== 0n)
		return { ...head, ...notChecked(revalued, CIRCULAR, xeros) };
	const note = 'What the account holds at the rate of the day, against the trial balance.';
	const differs =
		rate?.source === 'given'
			? 'Xero goes by another rate than the one given, or the account has an opening balance or money that Xero’s API does not list.'
			: 'The account has an opening balance, or money that Xero’s API does not list.';
	return { ...head, ...compared(revalued, xeros, 1n, { ties: note, differs }) };
}

function openingCheck({ accountId, balance, day }: UnknownOpening): Check {
	const status: CheckStatus = balance === 0n ? 'ties' : 'differs';
	const note =
		balance === 0n
			? 'Nothing stood on the account before its first transaction.'
			: `At ${day}, before its first transaction, the account had a balance. Give it in Opening Balances: its day, what it held, and what that had cost.`;
	return { check: 'openingBalance', accountId, ours: 0n, xeros: balance, status, note };
}

/** What the period moved on an account, year ends aside: a credit, which is a gain, above zero. Undefined where it is not known. */
function gainOf(system: string, { context, trialBalances }: RevaluationFacts): bigint | undefined {
	if (trialBalances === undefined) return undefined;
	const id = systemAccountId(context.accounts, system);
	// Without entries all of the movement is left.
	const account = ledgerAccounts({ context, trialBalances, movements: new Map() }).find(({ accountId }) => accountId === id);
	return account && -account.notInApi;
}

interface GainCheck {
	readonly check: string;
	readonly system: string;
	readonly ours: bigint | undefined;
	/** Undefined where all that is needed was asked for. */
	readonly partOnly: string | undefined;
	readonly tolerance: number;
	readonly ties: string;
	readonly differs: string;
}

function gainCheck({ check, system, ours, partOnly, tolerance, ties, differs }: GainCheck, facts: RevaluationFacts): Check {
	const head = { check, accountId: systemAccountId(facts.context.accounts, system) };
	if (ours === undefined)
		return {
			...head,
			...notChecked(0n, 'Xero does not say the rate of every transaction and document, or there is no rate of the day.'),
		};
	const xeros = gainOf(system, facts);
	if (partOnly !== undefined) return { ...head, ...notChecked(ours, partOnly) };
	if (xeros === undefined) return { ...head, ...notChecked(ours, facts.notRead ?? 'The chart of accounts has no such account.') };
	return { ...head, ...compared(ours, xeros, BigInt(tolerance), { ties, differs }) };
}

const within = (date: string, { context: { from, to } }: RevaluationFacts): boolean => date >= from && date <= to;

/** Roundings that may stand behind the documents: one for each foreign document and for each part settlement of it, at both ends. */
const roundingsOf = (sides: readonly RevaluedSide[]): number =>
	sides
		.flatMap(({ opening, closing }) => [...opening, ...closing])
		.filter((one) => one.document.isForeign && !isPrepayment(one))
		.reduce((count, one) => count + 1 + (one.kind === 'document' ? one.settlements : 0), 0);

function gainChecks(lines: readonly RevaluationLine[], facts: RevaluationFacts): Check[] {
	const of = (isIn: (line: RevaluationLine) => boolean): bigint | undefined => sumOfAll(lines.filter(isIn).map(periodGain));
	const sides = facts.hasBothSides ? undefined : 'Receivables and payables have to be in Scope both: the account is of both.';
	const checks: GainCheck[] = [
		{
			check: 'bankRevaluation',
			system: 'BANKCURRENCYGAIN',
			ours: of(({ kind }) => kind === 'bank'),
			partOnly: facts.hasBanks ? undefined : 'Bank accounts are not in Scope.',
			tolerance: facts.movements.filter(({ date }) => within(date, facts)).length + facts.banks.length,
			ties: 'The gain of the bank accounts, against the account of bank revaluations in the trial balance.',
			differs:
				'Xero goes by another rate than this report for a currency, money went through a foreign account that its API does not list, such as payroll, or an opening balance is not as Xero has it.',
		},
		{
			check: 'unrealised',
			system: 'UNREALISEDCURRENCYGAIN',
			ours: of(({ kind }) => kind !== 'bank'),
			partOnly: sides,
			tolerance: roundingsOf(facts.sides),
			ties: 'The gain of the open documents, against the account of unrealised gains in the trial balance.',
			differs:
				'Xero goes by another rate than this report for a currency or a document, or has a balance on a control account without a document.',
		},
		{
			check: 'realised',
			system: 'REALISEDCURRENCYGAIN',
			ours: facts.gains.omissions.length > 0 ? undefined : sum([...facts.gains.byDocument.values()]),
			partOnly: sides,
			tolerance: facts.gains.settlements,
			ties: 'The gain of what was settled, against the account of realised gains in the trial balance.',
			differs:
				'The account has postings of other kinds, such as manual journals, or a document changed while the report was read.',
		},
	];
	return checks.map((one) => gainCheck(one, facts));
}

const hasForeign = ({ closing }: RevaluedSide): boolean => closing.some((one) => one.document.isForeign && !isPrepayment(one));

/** A control account at the rates of the last day, as the aged reports hold it. */
function controlCheck(one: RevaluedSide, facts: RevaluationFacts): Check {
	const { closing, context, trialBalances, notRead, sides } = facts;
	const trialBalance = trialBalances?.get(closing.day);
	const owed = (balance: bigint): bigint => (one.side === 'receivable' ? balance : -balance);
	const unrealised = systemAccountId(context.accounts, 'UNREALISEDCURRENCYGAIN');
	const account: ControlAccount = {
		accountId: one.accountId,
		balance: trialBalance ? owed(balanceOf(trialBalance, one.accountId)) : null,
		notRead,
		...(trialBalance
			? {
					unrealised: {
						balance: balanceOf(trialBalance, unrealised),
						yearStart: yearStart(closing.day, context.organisation.yearEnd),
						otherSideIsForeign: sides.length < 2 || sides.some((other) => other !== one && hasForeign(other)),
					},
				}
			: {}),
	};
	const { baseDecimals } = facts;
	return controlTie(one.closing, { side: one.side, baseDecimals, rates: closing.rates, account, onlySomeContacts: false });
}

/** The checks of a revaluation: each bank account, its opening balance, the control accounts, and the gains of the period. */
export const revaluationChecks = (lines: readonly RevaluationLine[], facts: RevaluationFacts): Check[] => [
	...lines.filter(({ kind }) => kind === 'bank').map((line) => bankTie(line, facts)),
	...facts.unknownOpenings.map(openingCheck),
	...facts.sides.map((side) => controlCheck(side, facts)),
	...gainChecks(lines, facts),
];
