import type { IDataObject, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import pLimit from 'p-limit';
import type { Fate, Parcel, Slice } from './batch';
import { fates, requestOf, slices } from './batch';
import type { Answer } from './client';
import type { Run } from './execute';
import type { Job, Outcome } from './outcome';
import { endsAll, failed } from './outcome';
import { opened, referenceOf } from './records';

/** Requests under way at the same time: as many as Xero lets one organisation have. */
const AT_ONCE = 5;

type Sent = Parcel & { readonly job: Job };

/** Records that Xero would not even read, one by one: after this many, the fault is not one record's. */
const UNREADABLE = 5;

/** What all slices of a run know of each other. */
interface Course {
	/** Organisation → what every further call of it would end with. */
	readonly halted: Map<string, unknown>;
	/** Records refused alone by an answer that did not look at them. */
	unreadable: number;
}

/** What a write without a body in its answer still tells: that it was done, and to what. */
const told = ({ operation }: Run, { holes }: Parcel): IDataObject => ({
	[operation.method === 'DELETE' ? 'deleted' : 'success']: true,
	...holes,
});

/** Xero's reasons for one record, with what a person would call it. */
function refusal({ ctx }: Run, parcel: Sent, sentences: readonly string[]): NodeApiError {
	const reference = referenceOf(parcel.body);
	const item = parcel.items[0]!;
	return new NodeApiError(ctx.getNode(), { status: 400, sentences: [...sentences] } as JsonObject, {
		message: `Xero refused ${reference || 'it'}: ${sentences[0] ?? 'no reason given'} [item ${parcel.items.join(', ')}]`,
		description: [...sentences.slice(1), 'Nothing of this record was written. Change what Xero names and run again.'].join(' '),
		httpCode: '400',
		itemIndex: item,
	});
}

const mixedUp = ({ ctx }: Run, slice: Slice, message: string): NodeApiError =>
	new NodeApiError(ctx.getNode(), { sent: slice.parcels.length } as JsonObject, {
		message,
		description: 'Something was written, but it cannot be told what. Look in Xero before sending any of it again.',
		itemIndex: slice.parcels[0]!.items[0]!,
	});

/** Xero's IDs are the same in any case. */
const isOther = (answered: unknown, sent: unknown): boolean =>
	typeof answered === 'string' && answered.toLowerCase() !== String(sent).toLowerCase();

function outcome(run: Run, slice: Slice, parcel: Sent, fate: Fate, answer: Answer, records: number): Outcome {
	const other = fate.is === 'saved' && Object.entries(parcel.holes).some(([hole, id]) => isOther(fate.record[hole], id));
	if (other)
		return failed(
			parcel.job,
			mixedUp(run, slice, `Xero answered with another record than the one sent [item ${parcel.items.join(', ')}]`),
		);
	if (fate.is === 'saved') {
		const empty = Object.keys(fate.record).length === 0;
		const json = empty || run.operation.method === 'DELETE' ? { ...told(run, parcel), ...fate.record } : fate.record;
		return { is: 'done', job: parcel.job, rows: [{ json }], warnings: fate.warnings };
	}
	if (fate.is === 'refused')
		return failed(parcel.job, refusal(run, parcel, fate.sentences), {
			sentences: [...fate.sentences],
			reference: referenceOf(parcel.body),
		});
	if (answer.status < 300)
		return failed(
			parcel.job,
			mixedUp(run, slice, `Xero answered with ${records} records for ${slice.parcels.length} that were sent`),
		);
	const single = slice.parcels.length === 1 ? { item: parcel.items[0]! } : {};
	const error = run.door.refusal(answer, slice.request, {
		organisation: parcel.organisation,
		serial: '',
		...single,
		...(run.operation.scope ? { scope: run.operation.scope } : {}),
	});
	return failed(parcel.job, error);
}

/** Sends one slice; records of a request that Xero would not read as a whole go again in halves. */
async function send(run: Run, slice: Slice, course: Course): Promise<Outcome[]> {
	const { operation, door, api } = run;
	const parcels = slice.parcels as readonly Sent[];
	const { organisation } = parcels[0]!;
	const { items } = parcels[0]!;
	let answer: Answer;
	try {
		answer = await door.send(slice.request, {
			organisation,
			// All items of the request: a retry that would send others together is another write.
			serial: parcels.map((parcel) => parcel.items.join('+')).join(),
			...(parcels.length === 1 ? { item: items[0]! } : {}),
			...(operation.scope ? { scope: operation.scope } : {}),
		});
	} catch (cause) {
		if (endsAll(cause)) course.halted.set(organisation, cause);
		return parcels.map(({ job }) => failed(job, cause));
	}
	const records = answer.status < 300 ? opened(answer, operation.envelope, api.dialect) : [];
	const ends = fates(operation, slice, answer, records);
	// Halving a request that is wrong as a whole would spend the day's calls on one fault.
	const hopeless = course.unreadable >= UNREADABLE;
	if (parcels.length === 1 && answer.status === 400 && ends[0]?.is === 'failed') course.unreadable += 1;
	const done: Outcome[] = [];
	const again: Sent[] = [];
	parcels.forEach((parcel, index) => {
		const fate = ends[index]!;
		if (fate.is === 'again' && !hopeless) again.push(parcel);
		else done.push(outcome(run, slice, parcel, fate, answer, records.length));
	});
	for (const { is, ...rest } of done)
		if (is === 'refused' && 'error' in rest && endsAll(rest.error)) course.halted.set(organisation, rest.error);
	if (again.length === 0) return done;
	// Halves find the one that Xero cannot read with few calls; when some were named already, the others go together.
	const middle = again.length < parcels.length ? again.length : Math.ceil(again.length / 2);
	for (const half of [again.slice(0, middle), again.slice(middle)]) {
		if (half.length) done.push(...(await send(run, { parcels: half, request: requestOf(operation, half) }, course)));
	}
	return done;
}

/** What names the record that a parcel changes; '' when it makes a new one. */
function recordOf({ batch, together, method }: Run['operation'], { organisation, path, holes, body }: Sent): string {
	if (Object.keys(holes).length) return batch === undefined || together !== undefined ? `${organisation} ${path}` : '';
	const name = method === 'POST' ? referenceOf(body).toLowerCase() : '';
	return name && `${organisation} ${name}`;
}

/**
 * Parcels that change the same record go one after another, as their items do, so that the last one wins; all others
 * may go at the same time. Where many records share one path (the contacts of a group), there is no such order.
 */
function inTurn({ operation }: Run, parcels: readonly Sent[]): Sent[][] {
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

/** Writes all jobs in as few requests as Xero allows, several at the same time. */
export async function write(run: Run, jobs: readonly Job[]): Promise<Outcome[]> {
	const parcels = jobs.map((job): Sent => {
		const { path, holes, query, headers, body } = job.gathered!;
		return { items: job.items, organisation: job.organisation, path, holes, query, headers, body, job };
	});
	const course: Course = { halted: new Map(), unreadable: 0 };
	const gate = pLimit(AT_ONCE);
	const outcomes: Outcome[] = [];
	for (const turn of inTurn(run, parcels)) {
		const sent = await Promise.all(
			slices(run.operation, turn).map(
				async (slice) =>
					await gate(async () => {
						const some = slice.parcels as readonly Sent[];
						const { organisation } = some[0]!;
						if (!course.halted.has(organisation)) return await send(run, slice, course);
						return some.map(({ job }) => failed(job, course.halted.get(organisation), {}, false));
					}),
			),
		);
		outcomes.push(...sent.flat());
	}
	return outcomes;
}
