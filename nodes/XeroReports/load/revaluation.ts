// What is read to revalue foreign money and documents at both ends of a period: section 4.5 of the design, calls included.

import type { OperationContext } from '../../shared/model/context';
import type { BankMovement } from '../entries/bankMovement';
import type { LedgerReading } from '../entries/ledgerReading';
import { emptyReading, readRecords } from '../entries/ledgerReading';
import type { LedgerContext } from '../entries/postings';
import type { Account } from '../facts/accounts';
import { balanceOf } from '../facts/trialBalance';
import type { BankOpening, RevaluationKind } from '../folds/revaluation';
import type { UnknownOpening } from '../folds/revaluationChecks';
import type { OwingRecords } from '../folds/settlements';
import { addDays } from '../rows/days';
import { bankHistoryLists, loadBankHistory } from './bankHistory';
import type { CallsLimit } from './callsLimit';
import type { Hear, OwingWanted } from './owing';
import { loadOwing, owingLists } from './owing';
import { readTrialBalance } from './trialBalances';

/** Which part of the books is wanted. */
export interface RevaluationWanted {
	readonly context: LedgerContext;
	/** The day before the period. */
	readonly before: string;
	readonly scope: ReadonlySet<RevaluationKind>;
	/** The foreign bank accounts that are in it. */
	readonly banks: readonly Account[];
	readonly openings: readonly BankOpening[];
	/** Whether the trial balance may be read. */
	readonly tieOut: boolean;
}

/** What a revaluation is made from. */
export interface LoadedRevaluation {
	readonly movements: readonly BankMovement[];
	readonly records: OwingRecords;
	/** Foreign documents with what settled them, and the payments and allocations of the period. */
	readonly reading: LedgerReading;
	readonly unknownOpenings: readonly UnknownOpening[];
}

function owingOf({ scope, before }: RevaluationWanted): OwingWanted | undefined {
	const sides = (['receivable', 'payable'] as const).filter((side) => scope.has(side));
	const [side] = sides;
	return side && { side: sides.length === 2 ? 'both' : side, asOf: before, contactIds: [] };
}

const historiesOf = ({ banks, openings, context }: RevaluationWanted) =>
	banks.map((account) => ({
		account,
		since: openings.find(({ accountId }) => accountId === account.id)?.date ?? null,
		to: context.to,
	}));

/** Names of the lists whose pages `loadRevaluation` will count; see CallsLimit. */
export function revaluationLists(wanted: RevaluationWanted): string[] {
	const owing = owingOf(wanted);
	return [...bankHistoryLists(historiesOf(wanted)), ...(owing ? owingLists(owing) : [])];
}

type Calls = Pick<OperationContext, 'listAll' | 'request' | 'recordsIn' | 'once'>;

/**
 * The balance that the trial balance has of each bank account before its first movement: the API lists no opening balances, so that this
 * alone tells that there is one. Each takes a call, for some accounts one together.
 */
async function unknownOpenings(
	call: Calls,
	{ banks, openings, context, before }: RevaluationWanted,
	movements: readonly BankMovement[],
	limit: CallsLimit,
): Promise<UnknownOpening[]> {
	const unknown = banks.flatMap(({ id }) => {
		const opening = openings.find(({ accountId }) => accountId === id);
		// One that began in the period had nothing before it.
		if (opening) return opening.date > before ? [{ accountId: id, day: before }] : [];
		const [first] = movements
			.filter(({ accountId }) => accountId === id)
			.map(({ date }) => date)
			.sort();
		return [{ accountId: id, day: first === undefined ? context.to : addDays(first, -1) }];
	});
	const days = new Set(unknown.map(({ day }) => day));
	limit.add(
		'trial balances before the first transactions',
		[...days].filter((day) => day !== context.to && day !== before).length,
	);
	return await Promise.all(
		unknown.map(async ({ accountId, day }) => {
			const trialBalance = await readTrialBalance(call, day, 'accrual', context.organisation.decimals);
			return { accountId, day, balance: balanceOf(trialBalance, accountId) };
		}),
	);
}

/**
 * Reads the history of foreign bank accounts, and what stood open of documents from the day before the period on.
 * @param limit has heard of the lists of `revaluationLists`
 * @throws TooManyCalls; NodeApiError where a list cannot be read
 */
export async function loadRevaluation(call: Calls, wanted: RevaluationWanted, limit: CallsLimit): Promise<LoadedRevaluation> {
	const { context } = wanted;
	const reading = emptyReading();
	const hear: Hear = (of, record) => {
		readRecords(reading, { [of]: [record] }, context);
		// What documents posted by themselves is of no use here.
		reading.entries.length = 0;
	};
	const owing = owingOf(wanted);
	const [movements, records] = await Promise.all([
		loadBankHistory(call, historiesOf(wanted), context, limit),
		owing
			? loadOwing(call, context.organisation.baseCurrency, owing, limit, hear)
			: ({ documents: [], payments: [] } satisfies OwingRecords),
	]);
	const unknown = wanted.tieOut ? await unknownOpenings(call, wanted, movements, limit) : [];
	return { movements, records, reading, unknownOpenings: unknown };
}
