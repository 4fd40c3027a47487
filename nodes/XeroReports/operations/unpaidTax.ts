// Reads what is open at the end of a period, with its lines: the tax inside it is what sets the two bases apart.

import type { IDataObject } from 'n8n-workflow';
import type { OperationContext, RowFinding } from '../../shared/model/context';
import { claimDateOf, claimDocumentOf, claimPaidBy, isClaimed } from '../entries/expenseClaim';
import type { LedgerContext } from '../entries/postings';
import type { Side } from '../folds/settlements';
import type { UnpaidTax } from '../folds/unpaidTax';
import { plus, unpaidTaxIn, unpaidTaxOf } from '../folds/unpaidTax';
import type { CallsLimit } from '../load/callsLimit';
import { listOf } from '../load/lists';
import { loadOwing, owingLists } from '../load/owing';
import { withinMostCalls } from './ownReport';

/** What reading came to, with the calls it took together with those before. */
export interface UnpaidTaxRead {
	readonly unpaid: UnpaidTax;
	readonly findings: readonly RowFinding[];
}

const NARROW = 'leave out Unpaid Tax';

/** Claims that were not paid in full by the end of the period, with their receipts: the list of claims has none. */
async function openClaims(
	call: OperationContext,
	claims: readonly IDataObject[],
	context: LedgerContext,
	limit: CallsLimit,
): Promise<IDataObject[]> {
	const { name, path, scope } = listOf('expenseClaim');
	const open = claims.filter((claim) => {
		const { value } = claimDocumentOf(claim, context);
		const paid = claimPaidBy(claim, context.to, context);
		return isClaimed(claim) && paid !== (claimDateOf(claim) <= context.to ? value : 0n);
	});
	const known = open.filter((claim) => claimDocumentOf(claim, context).postings !== null);
	const missing = open.filter((claim) => !known.includes(claim));
	if (missing.length > 0) limit.add('single expense claims', missing.length);
	const read = await Promise.all(
		missing.map(async ({ ExpenseClaimID }) => {
			const answer = await call.request({ path: `${path}/${encodeURIComponent(String(ExpenseClaimID))}`, scope, envelope: name });
			return call.recordsIn(answer, name);
		}),
	);
	return [...known, ...read.flat()];
}

const ofClaim = (claim: IDataObject, taxIds: ReadonlySet<string>, context: LedgerContext): UnpaidTax =>
	unpaidTaxOf(claimDocumentOf(claim, context), claimDateOf(claim) <= context.to, claimPaidBy(claim, context.to, context), taxIds);

/**
 * The tax inside what is not paid at the end of the period.
 * @param claims of any date, as the ledger read them
 * @param planned calls made so far
 */
export async function readUnpaidTax(
	call: OperationContext,
	claims: readonly IDataObject[],
	taxIds: ReadonlySet<string>,
	period: LedgerContext,
	planned: number,
): Promise<UnpaidTaxRead> {
	const context: LedgerContext = { ...period, basis: 'cash' };
	const { baseCurrency } = context.organisation;
	let calls = planned;
	const within = async <T>(lists: readonly string[], read: (limit: CallsLimit) => Promise<T>) =>
		await withinMostCalls(call, lists, calls, NARROW, async (limit) => {
			const done = await read(limit);
			calls = limit.planned();
			return done;
		});
	const findings: RowFinding[] = [];
	const parts: UnpaidTax[] = [];
	for (const side of ['receivable', 'payable'] satisfies Side[]) {
		const wanted = { side, asOf: context.to, contactIds: [], withLines: true };
		const { read, findings: ofSide } = await within(
			owingLists(wanted),
			async (limit) => await loadOwing(call, baseCurrency, wanted, limit),
		);
		parts.push(unpaidTaxIn(read, context.to, taxIds, context));
		findings.push(...ofSide);
	}
	const { read: open } = await within([], async (limit) => await openClaims(call, claims, context, limit));
	parts.push(...open.map((claim) => ofClaim(claim, taxIds, context)));
	return { unpaid: parts.reduce(plus), findings };
}
