// Writes records: batches at the same time, in order where it matters, each with its own result.

import groupBy from 'lodash/groupBy';
import pLimit from 'p-limit';
import { clock } from '../http/clock';
import type { AfterSaveContext } from '../model/context';
import type { Batch } from './batches';
import { batchesOf } from './batches';
import { keepWritten, resultFromMemory, wantsMore } from './resumeWrites';
import type { Finding } from '../model/findings';
import { inRow } from './notKept';
import { betweenSteps } from './eventLoop';
import { distinguishable } from './confirmWrites';
import { inRounds, KeyedQueue, orderKeys } from './ordering';
import { afterSaveContextOf } from './context';
import type { BatchRun } from './workResults';
import { refusedResult } from './workResults';
import { failed } from './failures';
import type { Run } from './runState';
import { sendBatch } from './sendBatch';
import type { WorkItem, WorkResult } from './workItem';
import { placeOf } from './workItem';

/** Requests under way at the same time: as many as Xero lets one organisation have. */
const AT_ONCE = 5;

/**
 * Sends batches at the same time, and leaves those of an organisation that nothing more can be sent to. Those that change the same
 * record wait for each other, so that the last item wins; so do those that use up the same one, so that what is left of it goes to the
 * earlier item.
 */
async function sendAll(run: Run, batches: readonly Batch[], batchRun: BatchRun): Promise<WorkResult[]> {
	const gate = pLimit(AT_ONCE);
	const queue = new KeyedQueue();
	const results = await Promise.all(
		batches.map(async (batch) => {
			const { workItems } = batch;
			const { organisation } = workItems[0]!;
			const send = async (): Promise<WorkResult[]> => {
				const reason = run.halts.reason(organisation);
				if (reason !== undefined) return workItems.map((workItem) => failed(workItem, reason, {}, false));
				const ended = await sendBatch(run, batch, batchRun);
				keepWritten(run, ended);
				return ended;
			};
			return await queue.add(orderKeys(run.operation, workItems), async () => await gate(send));
		}),
	);
	return results.flat();
}

/** What another try of the run (Retry On Fail) knows of its work items: those written before, and those that are open, sent as they were. */
async function earlierResults(run: Run, wanted: ReadonlyMap<string, WorkItem>, batchRun: BatchRun): Promise<WorkResult[]> {
	const written = new Map(run.retryMemory?.writtenItems() ?? []);
	const resent = await sendAll(run, [...(run.retryMemory?.unanswered.values() ?? [])], batchRun);
	const results = resent.flatMap((result): WorkResult[] => {
		const place = placeOf(result.workItem);
		const workItem = wanted.get(place);
		// Some of those may have been found to be written already.
		return workItem && !written.has(place) ? [{ ...result, workItem }] : [];
	});
	const gate = pLimit(AT_ONCE);
	const remembered = [...written].flatMap(([place, one]) => {
		const workItem = wanted.get(place);
		return workItem ? [gate(async () => await resultFromMemory(run, workItem, one))] : [];
	});
	return [...results, ...(await Promise.all(remembered))];
}

/**
 * Writes all work items in as few requests as Xero allows, several at the same time. In another try of the run (Retry On Fail),
 * requests of which it is open whether they were done go first and as they were, and what was written stays out.
 */
export async function write(run: Run, workItems: readonly WorkItem[]): Promise<WorkResult[]> {
	const { operation } = run;
	const batchRun: BatchRun = { unreadable: 0, isDistinguishable: distinguishable(run, workItems), saved: new Set() };
	const results = await earlierResults(run, new Map(workItems.map((one) => [placeOf(one), one])), batchRun);
	const known = new Set(results.map(({ workItem }) => placeOf(workItem)));
	const fresh = workItems.filter((one) => !known.has(placeOf(one)));
	await betweenSteps(fresh.length);
	// No organisation waits for another's minute.
	const each = Object.values(groupBy(fresh, 'organisation')).map(async (own) => {
		const batches: Batch[] = [];
		for (const round of inRounds(operation, own)) {
			await betweenSteps(round.length);
			batches.push(...(await batchesOf(operation, round)));
		}
		results.push(...(await sendAll(run, batches, batchRun)));
	});
	await Promise.all(each);
	return operation.afterSave ? await afterwards(run, results) : results;
}

/** Does with each saved record what its operation does afterwards, all at the same time; what Xero refuses by then is refused. */
async function afterwards(run: Run, results: readonly WorkResult[]): Promise<WorkResult[]> {
	const { operation } = run;
	const gate = pLimit(AT_ONCE);
	const sent = clock.now();
	const shared = { elapsed: () => clock.now() - sent, limited: gate } satisfies Partial<AfterSaveContext>;
	const one = async (result: WorkResult): Promise<WorkResult> => {
		const [row] = result.is === 'done' ? result.rows : [];
		if (result.is !== 'done' || !row || !wantsMore(operation, result.workItem)) return result;
		const { workItem } = result;
		const findings: Finding[] = [];
		const warn = (finding: Omit<Finding, 'items'>): void => void findings.push({ items: workItem.items, ...finding });
		try {
			const record = await operation.afterSave!(row.json, { ...afterSaveContextOf(run, workItem), ...shared, warn });
			const sentences = run.conventions.elements?.reasons(record) ?? [];
			if (sentences.length) return refusedResult(run, workItem, { is: 'refused', sentences, record });
			if (findings.length === 0) return { ...result, rows: [{ ...row, json: record }] };
			const all = [...(result.findings ?? []), ...findings];
			return { ...result, rows: [{ ...row, json: { ...record, ...inRow(all) } }], findings: all };
		} catch (cause) {
			return failed(workItem, cause);
		}
	};
	return await Promise.all(results.map(one));
}
