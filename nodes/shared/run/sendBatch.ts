// Sends one batch to its end: halves what Xero would not read, looks back after failures.

import { randomUUID } from 'node:crypto';
import { anyOf } from '../http/abortSignals';
import { LONGEST_PAUSE } from '../http/retry';
import { backoff, clock, pause } from '../http/clock';
import { notWrittenError } from '../http/errors';
import { recordsIn } from '../http/response';
import type { XeroResponse } from '../model/request';
import type { Batch } from './batches';
import { elementResultsOf, requestOf } from './batches';
import { withoutInput } from './resumeWrites';
import { confirmWrites } from './confirmWrites';
import type { BatchRun } from './workResults';
import { notTried, requestContextOf, resultOfElement, savedResult, UNREADABLE } from './workResults';
import { endsOrganisation, failed } from './failures';
import type { Run } from './runState';
import type { WorkItem, WorkResult } from './workItem';

/** How long a batch goes on, and how often it went as a write of its own. */
interface Persistence {
	/** ms since the epoch. */
	readonly until: number;
	readonly attempts: number;
}

/** All items of the request: others sent together are another write. */
const serialOf = ({ workItems, attempt }: Batch): string =>
	[workItems.map(({ items }) => items.join('+')).join(), ...(attempt ? [attempt] : [])].join(' ');

/**
 * Ends a batch to which Xero answered with a failure to the last. What is in Xero is saved, what is not goes again as a write of its own,
 * for under the key it had Xero would go on to repeat the failure.
 */
async function sendAnew(
	run: Run,
	batch: Batch,
	batchRun: BatchRun,
	answer: XeroResponse,
	{ until, attempts }: Persistence,
): Promise<WorkResult[]> {
	const { operation, client } = run;
	const { workItems, request } = batch;
	const { organisation } = workItems[0]!;
	const found = await confirmWrites(run, workItems, answer, { ...batchRun, until });
	const unclear = workItems.filter((_, index) => (found?.[index]?.is ?? 'unclear') === 'unclear');
	const missing = workItems.filter((_, index) => found?.[index]?.is === 'not there');
	const results = workItems.flatMap((workItem, index): WorkResult[] => {
		const one = found?.[index];
		return one?.is === 'there' ? [savedResult(run, workItem, one.record, [], batchRun)] : [];
	});
	for (const workItem of unclear)
		results.push(failed(workItem, client.refusal(answer, request, requestContextOf(run, [workItem], ''))));
	if (unclear.length === 0) {
		const serial = serialOf(batch);
		run.retryMemory?.unanswered.delete(`${organisation} ${serial}`);
		client.settle(request, requestContextOf(run, workItems, serial));
	}
	const wait = attempts === 0 ? 0 : backoff(attempts, LONGEST_PAUSE);
	const goesOn = unclear.length === 0 && clock.now() + wait < until;
	if (missing.length && goesOn) {
		const cancelled = run.ctx.getExecutionCancelSignal();
		await pause(wait, anyOf(cancelled, run.halts.signal(organisation))).catch(() => undefined);
		const anew: Batch = { workItems: missing, request: requestOf(operation, missing), attempt: randomUUID() };
		return [...results, ...(await sendBatch(run, anew, batchRun, { until, attempts: attempts + 1 }))];
	}
	for (const workItem of missing) {
		const record = run.conventions.recordName?.(workItem.parameters.body).name;
		const about = { items: workItem.items, ...(record ? { record } : {}) };
		results.push(failed(workItem, notWrittenError(run.ctx.getNode(), answer, about)));
	}
	return results;
}

/** Sends one batch; records of a request that Xero would not read as a whole go again in halves. */
export async function sendBatch(
	run: Run,
	batch: Batch,
	batchRun: BatchRun,
	persistence: Persistence = { until: clock.now() + run.longestWait, attempts: 0 },
): Promise<WorkResult[]> {
	const { operation, client } = run;
	const { workItems } = batch;
	const { organisation } = workItems[0]!;
	const serial = serialOf(batch);
	run.retryMemory?.unanswered.set(`${organisation} ${serial}`, withoutInput(batch));
	let answer: XeroResponse;
	try {
		answer = await client.send(batch.request, {
			...requestContextOf(run, workItems, serial),
			signal: run.halts.signal(organisation),
			...(persistence.attempts === 0 ? {} : { longestWait: persistence.until - clock.now() }),
			untilRepeated: workItems.every(batchRun.isDistinguishable),
		});
	} catch (cause) {
		if (run.halts.stopped(organisation, cause)) {
			run.retryMemory?.unanswered.delete(`${organisation} ${serial}`);
			return workItems.map((workItem) => failed(workItem, run.halts.reason(organisation), {}, false));
		}
		if (endsOrganisation(cause)) run.halts.halt(organisation, cause);
		return workItems.map((workItem) => failed(workItem, cause));
	}
	if (answer.status >= 500) return await sendAnew(run, batch, batchRun, answer, persistence);
	run.retryMemory?.unanswered.delete(`${organisation} ${serial}`);
	// Something could be read: the fault is in single records, and halves find them.
	if (answer.status < 300) batchRun.unreadable = 0;
	const { elements } = run.conventions;
	const records = answer.status < 300 ? recordsIn(answer, operation.envelope, run.conventions) : [];
	const elementResults = elementResultsOf(operation, batch, answer, records, elements);
	// Halving a request that is wrong as a whole would spend the day's calls on one fault.
	const hopeless = batchRun.unreadable >= UNREADABLE;
	const [first] = elementResults;
	const isOwnFault = first?.is === 'refused' && elements !== undefined && answer.status >= 400;
	const isUnreadable = [400, 404].includes(answer.status) && first?.is === 'failed';
	if (workItems.length === 1 && (isOwnFault || isUnreadable)) batchRun.unreadable += 1;
	const results: WorkResult[] = [];
	const again: WorkItem[] = [];
	workItems.forEach((workItem, index) => {
		const result = elementResults[index]!;
		if (result.is === 'resend' && !hopeless) again.push(workItem);
		else if (result.is === 'resend') results.push(failed(workItem, notTried(run, batch, workItem, answer)));
		else results.push(resultOfElement(run, batch, workItem, result, answer, records.length, batchRun));
	});
	for (const result of results)
		if (result.is === 'refused' && endsOrganisation(result.error)) run.halts.halt(organisation, result.error);
	if (again.length === 0) return results;
	// Halves find the one that Xero cannot read with few calls; when some were named already, the others go together.
	const middle = again.length < workItems.length ? again.length : Math.ceil(again.length / 2);
	for (const half of [again.slice(0, middle), again.slice(middle)]) {
		if (half.length) results.push(...(await sendBatch(run, { workItems: half, request: requestOf(operation, half) }, batchRun)));
	}
	return results;
}
