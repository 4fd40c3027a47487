// What an earlier try of the node has written, and how it comes out again.

import { opened } from '../http/response';
import type { Row } from '../model/context';
import { confirming, property } from '../model/element';
import type { Finding } from '../model/findings';
import { fill, holesOf } from '../model/path';
import type { Parcel, Slice } from './batches';
import { inRow, notKept } from './notKept';
import type { Done } from './retryMemory';
import type { Run } from './run';
import { resourceOf } from './run';
import { simplified } from './simplify';
import type { Job, Outcome } from './workItem';
import { placeOf } from './workItem';

/** What another try needs of a slice; its jobs' input that try has gathered anew. */
export const withoutInput = ({ parcels, ...slice }: Slice): Slice => ({
	...slice,
	parcels: (parcels as ReadonlyArray<Parcel & { readonly job: Job }>).map((parcel) => ({
		...parcel,
		job: { ...parcel.job, gathered: undefined },
	})),
});

/** What another try is to know of the records that were written, while this one still has them whole. */
export function keepDone({ operation, written }: Run, outcomes: readonly Outcome[]): void {
	const [id] = confirming(operation);
	for (const outcome of outcomes) {
		const [row] = outcome.is === 'done' ? outcome.rows : [];
		if (outcome.is !== 'done' || row === undefined) continue;
		const { job, warnings, findings = [] } = outcome;
		const known = id === undefined ? undefined : property(row.json, id);
		// What is done with the record afterwards needs it whole.
		const { simple } = operation.after === undefined && job.gathered?.results.simplify ? operation : {};
		const kept: Row = simple ? { json: simplified(row.json, simple), isSimple: true } : row;
		written?.keepDone(placeOf(job), {
			id: typeof known === 'string' ? known : undefined,
			told: { row: kept, warnings, findings },
		});
	}
}

/** A job that an earlier try wrote, as that was answered, or as Xero has the record by now. */
export async function doneBefore(run: Run, job: Job, { id, told }: Done): Promise<Outcome> {
	const { api, operation } = run;
	if (told) return { is: 'done', job, rows: [told.row], warnings: told.warnings, findings: told.findings };
	const [name] = confirming(operation);
	const known = { ...(name && id ? { [name]: id } : {}), success: true };
	const get = resourceOf(run)?.operations.get;
	const [hole, ...others] = get ? holesOf(get.path) : [];
	if (!get || id === undefined || hole !== name || others.length)
		return { is: 'done', job, rows: [{ json: known }], warnings: [] };
	const { organisation, items } = job;
	try {
		const answer = await run.door.ask({ path: fill(get.path, { [hole!]: id }) }, { organisation, items, serial: '' });
		const [record] = opened(answer, get.envelope, api.dialect);
		const findings = notKept(operation, job.gathered?.body ?? {}, record ?? {}).map((one): Finding => ({ items, ...one }));
		return { is: 'done', job, rows: [{ json: { ...(record ?? known), ...inRow(findings) } }], warnings: [], findings };
	} catch {
		// That it was written is known all the same.
		return { is: 'done', job, rows: [{ json: known }], warnings: [] };
	}
}
