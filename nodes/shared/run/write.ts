// Writes records: batches at the same time, in order where it matters, each with its own end.

import { randomUUID } from 'node:crypto';
import groupBy from 'lodash/groupBy';
import type { IDataObject, JsonObject, NodeApiError } from 'n8n-workflow';
import pLimit from 'p-limit';
import { anyOf } from '../http/abortSignals';
import type { RequestContext } from '../http/client';
import { LONGEST_PAUSE } from '../http/client';
import { clock, backoff, pause } from '../http/clock';
import { notWrittenError } from '../http/errors';
import { recordsIn } from '../http/response';
import type { AfterSaveContext } from '../model/context';
import { confirmingKeys, isOther, property } from '../model/element';
import { apiError, reasonOf } from '../model/errorState';
import type { Finding } from '../model/findings';
import { asSentences } from '../model/findings';
import type { XeroResponse } from '../model/request';
import type { BatchElementResult, Parcel, Batch } from './batches';
import { bytesOf, elementResultsOf, requestOf, batchesOf } from './batches';
import { resultFromMemory, keepWritten, withoutInput } from './earlierTry';
import type { ElementResult } from './elementResults';
import { targetIdOf, explain } from './elementResults';
import { betweenSteps, mapInTurns } from './eventLoop';
import { lookBack, distinguishable } from './lookBack';
import { inRow, notKept } from './notKept';
import { pickedIn } from './parameters';
import { afterSaveContextOf } from './read';
import { nameOf, referenceOf } from './recordNames';
import { endsOrganisation, failed } from './results';
import type { Run } from './run';
import { withNamesTrimmed } from './trimNames';
import type { Job, WorkResult } from './workItem';
import { placeOf } from './workItem';

/** Requests under way at the same time: as many as Xero lets one organisation have. */
const AT_ONCE = 5;

/** A record on its way, and the job it is of. */
type Sent = Parcel & { readonly job: Job };

/** Records that Xero would not even read, one by one: after this many, the fault is not one record's. */
const UNREADABLE = 5;

/** What all slices of a run know of each other. */
interface BatchRun {
	/** Records refused alone by an answer that did not look at them. */
	unreadable: number;
	/** Whether it can be seen in Xero if a record was written. */
	readonly isDistinguishable: (parcel: Parcel) => boolean;
	/** IDs of what it has saved, in lower case. */
	readonly saved: Set<string>;
}

/** What a write without a body in its answer still tells: that it was done, and to what. */
const answerlessRecord = ({ operation }: Run, { holes }: Parcel): IDataObject => ({
	[operation.method === 'DELETE' ? 'deleted' : 'success']: true,
	...holes,
});

type NotSaved = Exclude<ElementResult, { readonly is: 'saved' }>;

/** Why one record is not saved, with what a person would call it. */
function refusal({ ctx, api, operation }: Run, job: Job, body: IDataObject, result: NotSaved): WorkResult {
	const { elements } = api.conventions;
	const { sentences, record = {} } = result;
	const named = nameOf(body);
	const { description = '', says, todo } = explain(result, operation);
	const finding = { items: job.items, ...(named ? { record: named } : {}) };
	const advice = elements?.advice?.(record);
	const details = { sentences: [...sentences], reference: referenceOf(body), ...elements?.details?.(record) };
	if (result.is === 'unconfirmed')
		return failed(
			job,
			apiError(ctx.getNode(), { ...finding, says, ...(todo ? { todo } : {}) }, { state: 'unconfirmed', sentences, description }),
			details,
		);
	const error = apiError(
		ctx.getNode(),
		{ ...finding, says, ...(todo ? { todo } : {}) },
		{
			state: 'refused',
			sentences,
			description: advice === undefined ? description : [...sentences.slice(1), advice].join(' '),
			httpCode: '400',
			said: { status: 400, sentences: [...sentences] } as JsonObject,
			...(result.open ? { open: result.open } : {}),
		},
	);
	return failed(job, error, details);
}

const mixedUp = ({ ctx }: Run, { items }: Parcel, says: string): NodeApiError =>
	apiError(
		ctx.getNode(),
		{ items, says, todo: 'Look in Xero before sending it again' },
		{ state: 'unconfirmed', description: 'Something was written, but it cannot be told what.' },
	);

/** Whose call it is, and of what. */
function requestContextOf({ operation }: Run, parcels: readonly Parcel[], serial: string): RequestContext {
	const [{ organisation, holes }] = parcels as readonly [Parcel];
	return {
		organisation,
		serial,
		items: parcels.flatMap(({ items }) => items),
		...(parcels.length === 1 ? pickedIn(operation, holes) : {}),
		...(operation.scope ? { scope: operation.scope } : {}),
	};
}

/** Whether an answer is about another record than the one that a write names. */
function isAnother(operation: Run['operation'], { holes, body }: Parcel, record: IDataObject): boolean {
	const [id] = confirmingKeys(operation);
	const named = targetIdOf(operation, holes, body);
	const own = id !== undefined && typeof named === 'string' && isOther(property(record, id), named);
	return own || Object.entries(holes).some(([hole, value]) => isOther(record[hole], value));
}

/** A record that is in Xero as it was sent, or as Xero has made it. */
function saved(run: Run, parcel: Sent, record: IDataObject, warnings: readonly string[], course: BatchRun): WorkResult {
	const { operation } = run;
	const { job, items, body } = parcel;
	if (isAnother(operation, parcel, record))
		return failed(job, mixedUp(run, parcel, 'Xero answered with another record than the one sent'));
	if (operation.method === 'DELETE' && record.IsDeleted === false)
		return failed(job, mixedUp(run, parcel, 'Xero did not delete it'));
	for (const id of confirmingKeys(operation)) course.saved.add(String(property(record, id)).toLowerCase());
	const empty = Object.keys(record).length === 0;
	const json = empty || operation.method === 'DELETE' ? { ...answerlessRecord(run, parcel), ...record } : record;
	const named = nameOf(record);
	const about = { items, ...(named ? { record: named } : {}) };
	const findings = notKept(operation, body, record).map((one): Finding => ({ ...about, ...one }));
	return { is: 'done', job, rows: [{ json: { ...json, ...inRow(findings) } }], warnings, findings };
}

function resultOfElement(
	run: Run,
	batch: Batch,
	parcel: Sent,
	result: BatchElementResult,
	answer: XeroResponse,
	records: number,
	course: BatchRun,
): WorkResult {
	if (result.is === 'saved') return saved(run, parcel, result.record, result.warnings, course);
	if (result.is === 'refused' || result.is === 'unconfirmed') return refusal(run, parcel.job, parcel.body, result);
	if (answer.status < 300) {
		const sent = batch.parcels.length;
		const got = records === sent ? 'other records than those' : `${records} records for ${sent}`;
		return failed(parcel.job, mixedUp(run, parcel, `Xero answered with ${got} that were sent`));
	}
	return failed(parcel.job, run.client.refusal(answer, batch.request, requestContextOf(run, [parcel], '')));
}

/** A record whose request could not be read, after several others were found to be at fault by themselves. */
function notTried({ ctx, client }: Run, batch: Batch, parcel: Sent, answer: XeroResponse): NodeApiError {
	const refusal = client.refusal(answer, batch.request, { organisation: parcel.organisation, serial: '' });
	const says = `not tried by itself, as ${UNREADABLE} others in a row could not be ${answer.status === 404 ? 'found' : 'read'}`;
	return apiError(
		ctx.getNode(),
		{ items: parcel.items, says: asSentences(says, reasonOf(refusal)) },
		{
			state: 'notSent',
			description:
				'It was not written. Mend the records that are named alone, and run this one again: its neighbours may have kept it back.',
			httpCode: '400',
			said: { status: 400 } as JsonObject,
		},
	);
}

/**
 * Ends a slice to which Xero answered with a failure to the last. What is in Xero is saved, what is not goes again as a write of its own,
 * for under the key it had Xero would go on to repeat the failure.
 */
async function sendAnew(
	run: Run,
	batch: Batch,
	course: BatchRun,
	answer: XeroResponse,
	persisting: Persisting,
): Promise<WorkResult[]> {
	const { operation, client } = run;
	const parcels = batch.parcels as readonly Sent[];
	const { organisation } = parcels[0]!;
	const { until, turns } = persisting;
	const looked = await lookBack(run, parcels, answer, { ...course, until });
	const unclear = parcels.filter((_, index) => (looked?.[index]?.is ?? 'unclear') === 'unclear');
	const missing = parcels.filter((_, index) => looked?.[index]?.is === 'not there');
	const ended = parcels.flatMap((parcel, index): WorkResult[] => {
		const found = looked?.[index];
		return found?.is === 'there' ? [saved(run, parcel, found.record, [], course)] : [];
	});
	for (const parcel of unclear)
		ended.push(failed(parcel.job, client.refusal(answer, batch.request, requestContextOf(run, [parcel], ''))));
	if (unclear.length === 0) {
		const serial = serialOf(batch);
		run.retryMemory?.unanswered.delete(`${organisation} ${serial}`);
		client.settle(batch.request, requestContextOf(run, parcels, serial));
	}
	const wait = turns === 0 ? 0 : backoff(turns, LONGEST_PAUSE);
	const goesOn = unclear.length === 0 && clock.now() + wait < until;
	if (missing.length && goesOn) {
		const cancelled = run.ctx.getExecutionCancelSignal();
		await pause(wait, anyOf(cancelled, run.halts.signal(organisation))).catch(() => undefined);
		const anew: Batch = { parcels: missing, request: requestOf(operation, missing), attempt: randomUUID() };
		return [...ended, ...(await send(run, anew, course, { until, turns: turns + 1 }))];
	}
	for (const { job, items, body } of missing) {
		const record = nameOf(body);
		ended.push(failed(job, notWrittenError(run.ctx.getNode(), answer, { items, ...(record ? { record } : {}) })));
	}
	return ended;
}

/** How long a slice goes on, and how often it went as a write of its own. */
interface Persisting {
	/** ms since the epoch. */
	readonly until: number;
	readonly turns: number;
}

/** All items of the request: others sent together are another write. */
const serialOf = ({ parcels, attempt }: Batch): string =>
	[parcels.map(({ items }) => items.join('+')).join(), ...(attempt ? [attempt] : [])].join(' ');

/** Sends one slice; records of a request that Xero would not read as a whole go again in halves. */
async function send(
	run: Run,
	batch: Batch,
	course: BatchRun,
	persisting: Persisting = { until: clock.now() + run.longestWait, turns: 0 },
): Promise<WorkResult[]> {
	const { operation, client, api } = run;
	const parcels = batch.parcels as readonly Sent[];
	const { organisation } = parcels[0]!;
	const serial = serialOf(batch);
	run.retryMemory?.unanswered.set(`${organisation} ${serial}`, withoutInput(batch));
	let answer: XeroResponse;
	try {
		answer = await client.send(batch.request, {
			...requestContextOf(run, parcels, serial),
			signal: run.halts.signal(organisation),
			...(persisting.turns === 0 ? {} : { longestWait: persisting.until - clock.now() }),
			untilRepeated: parcels.every(course.isDistinguishable),
		});
	} catch (cause) {
		if (run.halts.stopped(organisation, cause)) {
			run.retryMemory?.unanswered.delete(`${organisation} ${serial}`);
			return parcels.map(({ job }) => failed(job, run.halts.reason(organisation), {}, false));
		}
		if (endsOrganisation(cause)) run.halts.halt(organisation, cause);
		return parcels.map(({ job }) => failed(job, cause));
	}
	if (answer.status >= 500) return await sendAnew(run, batch, course, answer, persisting);
	run.retryMemory?.unanswered.delete(`${organisation} ${serial}`);
	// Something could be read: the fault is in single records, and halves find them.
	if (answer.status < 300) course.unreadable = 0;
	const records = answer.status < 300 ? recordsIn(answer, operation.envelope, api.conventions) : [];
	const ends = elementResultsOf(operation, batch, answer, records, api.conventions.elements);
	// Halving a request that is wrong as a whole would spend the day's calls on one fault.
	const hopeless = course.unreadable >= UNREADABLE;
	const [end] = ends;
	const ownFault = end?.is === 'refused' && api.conventions.elements !== undefined && answer.status >= 400;
	if (parcels.length === 1 && (ownFault || ([400, 404].includes(answer.status) && end?.is === 'failed'))) course.unreadable += 1;
	const done: WorkResult[] = [];
	const again: Sent[] = [];
	parcels.forEach((parcel, index) => {
		const result = ends[index]!;
		if (result.is === 'again' && !hopeless) again.push(parcel);
		else if (result.is === 'again') done.push(failed(parcel.job, notTried(run, batch, parcel, answer)));
		else done.push(resultOfElement(run, batch, parcel, result, answer, records.length, course));
	});
	for (const { is, ...rest } of done)
		if (is === 'refused' && 'error' in rest && endsOrganisation(rest.error)) run.halts.halt(organisation, rest.error);
	if (again.length === 0) return done;
	// Halves find the one that Xero cannot read with few calls; when some were named already, the others go together.
	const middle = again.length < parcels.length ? again.length : Math.ceil(again.length / 2);
	for (const half of [again.slice(0, middle), again.slice(middle)]) {
		if (half.length) done.push(...(await send(run, { parcels: half, request: requestOf(operation, half) }, course)));
	}
	return done;
}

/** What names the record that a parcel changes; '' when it makes a new one. */
function recordOf({ batchSize, batchPath, identity = [] }: Run['operation'], { organisation, path, holes, body }: Sent): string {
	if (Object.keys(holes).length) return batchSize === undefined || batchPath !== undefined ? `${organisation} ${path}` : '';
	const known = identity.find((name) => typeof body[name] === 'string' && body[name] !== '');
	return known === undefined ? '' : `${organisation} ${known} ${String(body[known]).toLowerCase()}`;
}

/**
 * Parcels that change the same record go one after another, as their items do, so that the last one wins; all others
 * may go at the same time. Where many records share one path (the contacts of a group), there is no such order.
 */
function inRecordOrder({ operation }: Run, parcels: readonly Sent[]): Sent[][] {
	const turns: Sent[][] = [];
	const before = new Map<string, number>();
	for (const parcel of parcels) {
		const record = recordOf(operation, parcel);
		const turn = record === '' ? 0 : (before.get(record) ?? 0);
		before.set(record, turn + 1);
		(turns[turn] ??= []).push(parcel);
	}
	return turns;
}

/** What the records of a slice use up, when its operation does: the credit of the path, and the documents they settle. */
function usedUp({ operation }: Run, { parcels }: Batch): Set<string> {
	const { settles, linesField } = operation;
	if (settles === undefined) return new Set();
	const keys = parcels.flatMap(({ organisation, holes, path, body }) => {
		const rows = linesField === undefined ? undefined : body[linesField];
		const documents = [body, ...(Array.isArray(rows) ? (rows as IDataObject[]) : [])].map((one) => one[settles]);
		return [
			...(Object.keys(holes).length ? [path] : []),
			...documents.filter((one) => one !== undefined).map((one) => JSON.stringify(one)),
		].map((key) => `${organisation} ${key.toLowerCase()}`);
	});
	return new Set(keys);
}

/**
 * Sends slices at the same time, and leaves those of an organisation that nothing more can be sent to.
 * Slices that use up the same record wait for each other, so that what is left of it goes to the earlier item.
 */
async function sendAll(run: Run, some: readonly Batch[], course: BatchRun): Promise<WorkResult[]> {
	const gate = pLimit(AT_ONCE);
	const latest = new Map<string, Promise<WorkResult[]>>();
	const workResults = await Promise.all(
		some.map(async (batch) => {
			const used = usedUp(run, batch);
			const earlier = [...used].flatMap((record) => latest.get(record) ?? []);
			const sending = (async () => {
				await Promise.all(earlier);
				return await gate(async () => {
					const sent = batch.parcels as readonly Sent[];
					const { organisation } = sent[0]!;
					const reason = run.halts.reason(organisation);
					if (reason === undefined) {
						const ended = await send(run, batch, course);
						keepWritten(run, ended);
						return ended;
					}
					return sent.map(({ job }) => failed(job, reason, {}, false));
				});
			})();
			for (const record of used) latest.set(record, sending);
			return await sending;
		}),
	);
	return workResults.flat();
}

function parcelOf(job: Job): Sent {
	const { path, pathParameters, query, headers, body } = job.gathered!;
	const { items, organisation } = job;
	const trimmed = withNamesTrimmed(body);
	const bytes = bytesOf({ ...pathParameters, ...trimmed });
	return { items, organisation, path, holes: pathParameters, query, headers, body: trimmed, bytes, job };
}

/**
 * Writes all jobs in as few requests as Xero allows, several at the same time. In another try of the run (Retry On Fail),
 * requests of which it is open whether they were done go first and as they were, and what was written stays out.
 */
export async function write(run: Run, jobs: readonly Job[]): Promise<WorkResult[]> {
	const all = await mapInTurns(jobs, parcelOf);
	await betweenSteps(all.length);
	const course: BatchRun = { unreadable: 0, isDistinguishable: distinguishable(run, all), saved: new Set() };
	const wanted = new Map(jobs.map((job) => [placeOf(job), job]));
	const before = new Map(run.retryMemory?.writtenItems() ?? []);
	const resent = await sendAll(run, [...(run.retryMemory?.unanswered.values() ?? [])], course);
	// Some of those may have been found to be written already.
	const open = resent.filter(({ job }) => !before.has(placeOf(job)));
	const known = new Set([...before.keys(), ...open.map(({ job }) => placeOf(job))]);
	const workResults = open.flatMap((workResult) => {
		const job = wanted.get(placeOf(workResult.job));
		return job ? [{ ...workResult, job }] : [];
	});
	const gate = pLimit(AT_ONCE);
	const again = [...before].flatMap(([place, done]) => {
		const job = wanted.get(place);
		return job ? [gate(async () => await resultFromMemory(run, job, done))] : [];
	});
	workResults.push(...(await Promise.all(again)));
	const parcels = all.filter(({ job }) => !known.has(placeOf(job)));
	// No organisation waits for another's minute.
	await betweenSteps(all.length);
	const each = Object.values(groupBy(parcels, ({ organisation }) => organisation)).map(async (own) => {
		for (const turn of inRecordOrder(run, own)) {
			await betweenSteps(turn.length);
			const some = batchesOf(run.operation, turn);
			await betweenSteps(turn.length);
			workResults.push(...(await sendAll(run, some, course)));
		}
	});
	await Promise.all(each);
	return run.operation.afterSave ? await afterwards(run, workResults) : workResults;
}

/** Does with each saved record what its operation does afterwards, all at the same time; what Xero refuses by then is refused. */
async function afterwards(run: Run, workResults: readonly WorkResult[]): Promise<WorkResult[]> {
	const { api, operation } = run;
	const gate = pLimit(AT_ONCE);
	const sent = clock.now();
	const shared = { elapsed: () => clock.now() - sent, limited: gate } satisfies Partial<AfterSaveContext>;
	const one = async (workResult: WorkResult): Promise<WorkResult> => {
		const [row] = workResult.is === 'done' ? workResult.rows : [];
		if (workResult.is !== 'done' || !row) return workResult;
		const { job } = workResult;
		try {
			const record = await operation.afterSave!(row.json, { ...afterSaveContextOf(run, job), ...shared });
			const sentences = api.conventions.elements?.reasons(record) ?? [];
			if (sentences.length) return refusal(run, job, job.gathered?.body ?? {}, { is: 'refused', sentences, record });
			return { ...workResult, rows: [{ json: record }] };
		} catch (cause) {
			return failed(job, cause);
		}
	};
	return await Promise.all(workResults.map(one));
}
