// What became of one record of a batch, as the answer says.

import type { IDataObject, JsonObject, NodeApiError } from 'n8n-workflow';
import type { RequestContext } from '../http/session';
import { confirmingKeys, isOther, property } from '../model/element';
import { apiError, reasonOf } from '../model/errorState';
import type { Finding } from '../model/findings';
import { asSentences } from '../model/findings';
import type { XeroResponse } from '../model/request';
import type { Batch, BatchElementResult } from './batches';
import type { ElementResult } from './elementResults';
import { explain, targetIdOf } from './elementResults';
import { labelOf } from './labels';
import { inRow, notKept } from './notKept';
import { pickedIn } from './parameters';
import { failed } from './failures';
import type { Run } from './runState';
import type { WorkItem, WorkResult } from './workItem';

/** Records that Xero would not even read, one by one: after this many, the fault is not one record's. */
export const UNREADABLE = 5;

/** What all batches of a run know of each other. */
export interface BatchRun {
	/** Records refused alone by an answer that did not look at them. */
	unreadable: number;
	/** Whether it can be seen in Xero if a record was written. */
	readonly isDistinguishable: (workItem: WorkItem) => boolean;
	/** IDs of what it has saved, in lower case. */
	readonly saved: Set<string>;
}

/** What a write without a body in its answer still tells: that it was done, and to what. */
const answerlessRecord = ({ operation }: Run, { parameters: { pathParameters } }: WorkItem): IDataObject => ({
	[operation.method === 'DELETE' ? 'deleted' : 'success']: true,
	...pathParameters,
});

type NotSaved = Exclude<ElementResult, { readonly is: 'saved' }>;

/** Why one record is not saved, with what a person would call it. */
export function refusedResult({ ctx, conventions, operation }: Run, workItem: WorkItem, result: NotSaved): WorkResult {
	const { elements, recordName, repeatable } = conventions;
	const { record = {} } = result;
	const { body } = workItem.parameters;
	const sentences = repeatable ? result.sentences.map((one) => repeatable(one, [body, record])) : result.sentences;
	const named = recordName?.(body).name;
	const { description = '', says, todo } = explain({ ...result, sentences }, operation);
	const finding = { items: workItem.items, ...(named ? { record: named } : {}) };
	const advice = elements?.advice?.(record);
	const details = { sentences: [...sentences], reference: recordName?.(body).reference ?? '', ...elements?.details?.(record) };
	if (result.is === 'unconfirmed')
		return failed(
			workItem,
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
	return failed(workItem, error, details);
}

const mixedUp = ({ ctx }: Run, { items }: WorkItem, says: string): NodeApiError =>
	apiError(
		ctx.getNode(),
		{ items, says, todo: 'Look in Xero before sending it again' },
		{ state: 'unconfirmed', description: 'Something was written, but it cannot be told what.' },
	);

/** Whose call it is, and of what. */
export function requestContextOf({ operation }: Run, workItems: readonly WorkItem[], serial: string): RequestContext {
	const [{ organisation, parameters }] = workItems as readonly [WorkItem];
	return {
		organisation,
		serial,
		items: workItems.flatMap(({ items }) => items),
		...(workItems.length === 1 ? pickedIn(operation, parameters.pathParameters) : {}),
		labelOf: (path) => labelOf(operation, path),
		...(operation.scope ? { scope: operation.scope } : {}),
	};
}

/** Whether an answer is about another record than the one that a write names. */
function isAnother(operation: Run['operation'], { parameters }: WorkItem, record: IDataObject): boolean {
	const [id] = confirmingKeys(operation);
	const named = targetIdOf(operation, parameters);
	const own = id !== undefined && typeof named === 'string' && isOther(property(record, id), named);
	return own || Object.entries(parameters.pathParameters).some(([name, value]) => isOther(record[name], value));
}

/** A record that is in Xero as it was sent, or as Xero has made it. */
export function savedResult(
	run: Run,
	workItem: WorkItem,
	record: IDataObject,
	warnings: readonly string[],
	batchRun: BatchRun,
): WorkResult {
	const { operation } = run;
	const { items } = workItem;
	if (isAnother(operation, workItem, record))
		return failed(workItem, mixedUp(run, workItem, 'Xero answered with another record than the one sent'));
	if (operation.method === 'DELETE' && record.IsDeleted === false)
		return failed(workItem, mixedUp(run, workItem, 'Xero did not delete it'));
	for (const id of confirmingKeys(operation)) batchRun.saved.add(String(property(record, id)).toLowerCase());
	const empty = Object.keys(record).length === 0;
	const json = empty || operation.method === 'DELETE' ? { ...answerlessRecord(run, workItem), ...record } : record;
	const dropped = notKept(run, workItem.parameters.body, record);
	if (dropped.length === 0) return { is: 'done', workItem, rows: [{ json }], warnings };
	const named = run.conventions.recordName?.(record).name;
	const about = { items, ...(named ? { record: named } : {}) };
	const findings = dropped.map((one): Finding => ({ ...about, ...one }));
	return { is: 'done', workItem, rows: [{ json: { ...json, ...inRow(findings) } }], warnings, findings };
}

/** What the answer to a batch says of one of its work items, for the user. */
export function resultOfElement(
	run: Run,
	{ workItems, request }: Batch,
	workItem: WorkItem,
	result: BatchElementResult,
	answer: XeroResponse,
	records: number,
	batchRun: BatchRun,
): WorkResult {
	if (result.is === 'saved') return savedResult(run, workItem, result.record, result.warnings, batchRun);
	if (result.is === 'refused' || result.is === 'unconfirmed') return refusedResult(run, workItem, result);
	if (answer.status < 300) {
		const sent = workItems.length;
		const got = records === sent ? 'other records than those' : `${records} records for ${sent}`;
		return failed(workItem, mixedUp(run, workItem, `Xero answered with ${got} that were sent`));
	}
	return failed(workItem, run.client.refusal(answer, request, requestContextOf(run, [workItem], '')));
}

/** A record whose request could not be read, after several others were found to be at fault by themselves. */
export function notTried({ ctx, client }: Run, batch: Batch, workItem: WorkItem, answer: XeroResponse): NodeApiError {
	const refusal = client.refusal(answer, batch.request, { organisation: workItem.organisation, serial: '' });
	const says = `not tried by itself, as ${UNREADABLE} others in a row could not be ${answer.status === 404 ? 'found' : 'read'}`;
	return apiError(
		ctx.getNode(),
		{ items: workItem.items, says: asSentences(says, reasonOf(refusal)) },
		{
			state: 'notSent',
			description:
				'It was not written. Mend the records that are named alone, and run this one again: its neighbours may have kept it back.',
			httpCode: '400',
			said: { status: 400 } as JsonObject,
		},
	);
}
