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

const mixedUp = ({ ctx }: Run, slice: Slice, records: number): NodeApiError =>
	new NodeApiError(ctx.getNode(), { sent: slice.parcels.length, answered: records } as JsonObject, {
		message: `Xero answered with ${records} records for ${slice.parcels.length} that were sent`,
		description: 'They were written, but it cannot be told which is which. Look in Xero before sending any of them again.',
		itemIndex: slice.parcels[0]!.items[0]!,
	});

function outcome(run: Run, slice: Slice, parcel: Sent, fate: Fate, answer: Answer, records: number): Outcome {
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
	if (answer.status < 300) return failed(parcel.job, mixedUp(run, slice, records));
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
async function send(run: Run, slice: Slice, stop: (organisation: string, reason: unknown) => void): Promise<Outcome[]> {
	const { operation, door, api } = run;
	const parcels = slice.parcels as readonly Sent[];
	const { organisation, items } = parcels[0]!;
	let answer: Answer;
	try {
		answer = await door.send(slice.request, {
			organisation,
			serial: String(items[0]),
			...(parcels.length === 1 ? { item: items[0]! } : {}),
			...(operation.scope ? { scope: operation.scope } : {}),
		});
	} catch (cause) {
		if (endsAll(cause)) stop(organisation, cause);
		return parcels.map(({ job }) => failed(job, cause));
	}
	const records = answer.status < 300 ? opened(answer, operation.envelope, api.dialect) : [];
	const ends = fates(operation, slice, answer, records);
	const done: Outcome[] = [];
	const again: Sent[] = [];
	parcels.forEach((parcel, index) => {
		const fate = ends[index]!;
		if (fate.is === 'again') again.push(parcel);
		else done.push(outcome(run, slice, parcel, fate, answer, records.length));
	});
	for (const { is, ...rest } of done)
		if (is === 'refused' && 'error' in rest && endsAll(rest.error)) stop(organisation, rest.error);
	if (again.length === 0) return done;
	// Halves find the one that Xero cannot read with few calls; when some were named already, the others go together.
	const middle = again.length < parcels.length ? again.length : Math.ceil(again.length / 2);
	for (const half of [again.slice(0, middle), again.slice(middle)]) {
		if (half.length) done.push(...(await send(run, { parcels: half, request: requestOf(operation, half) }, stop)));
	}
	return done;
}

/** Writes all jobs in as few requests as Xero allows, several at the same time. */
export async function write(run: Run, jobs: readonly Job[]): Promise<Outcome[]> {
	const parcels = jobs.map((job): Sent => {
		const { path, holes, query, headers, body } = job.gathered!;
		return { items: job.items, organisation: job.organisation, path, holes, query, headers, body, job };
	});
	const halted = new Map<string, unknown>();
	const stop = (organisation: string, reason: unknown): void => void halted.set(organisation, reason);
	const gate = pLimit(AT_ONCE);
	const outcomes = await Promise.all(
		slices(run.operation, parcels).map(
			async (slice) =>
				await gate(async () => {
					const sent = slice.parcels as readonly Sent[];
					const reason = halted.get(sent[0]!.organisation);
					return reason === undefined ? await send(run, slice, stop) : sent.map(({ job }) => failed(job, reason));
				}),
		),
	);
	return outcomes.flat();
}
