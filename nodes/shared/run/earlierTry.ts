// What an earlier try of the node has written, and how it comes out again.

import { recordsIn } from '../http/response';
import type { OutputItem } from '../model/context';
import { confirmingKeys, property } from '../model/element';
import type { Finding } from '../model/findings';
import { fillPath, pathParametersOf } from '../model/path';
import type { Parcel, Batch } from './batches';
import { inRow, notKept } from './notKept';
import type { WrittenItem } from './retryMemory';
import type { Run } from './run';
import { resourceOf } from './run';
import { simplified } from './simplify';
import type { Job, WorkResult } from './workItem';
import { placeOf } from './workItem';

/** What another try needs of a slice; its jobs' input that try has gathered anew. */
export const withoutInput = ({ parcels, ...batch }: Batch): Batch => ({
	...batch,
	parcels: (parcels as ReadonlyArray<Parcel & { readonly job: Job }>).map((parcel) => ({
		...parcel,
		job: { ...parcel.job, gathered: undefined },
	})),
});

/** What another try is to know of the records that were written, while this one still has them whole. */
export function keepWritten({ operation, retryMemory }: Run, workResults: readonly WorkResult[]): void {
	const [id] = confirmingKeys(operation);
	for (const workResult of workResults) {
		const [row] = workResult.is === 'done' ? workResult.rows : [];
		if (workResult.is !== 'done' || row === undefined) continue;
		const { job, warnings, findings = [] } = workResult;
		const known = id === undefined ? undefined : property(row.json, id);
		// What is done with the record afterwards needs it whole.
		const { simplified: simple } = operation.afterSave === undefined && job.gathered?.results.simplify ? operation : {};
		const kept: OutputItem = simple ? { json: simplified(row.json, simple), isSimplified: true } : row;
		retryMemory?.keepWritten(placeOf(job), {
			id: typeof known === 'string' ? known : undefined,
			result: { row: kept, warnings, findings },
		});
	}
}

/** A job that an earlier try wrote, as that was answered, or as Xero has the record by now. */
export async function resultFromMemory(run: Run, job: Job, { id, result }: WrittenItem): Promise<WorkResult> {
	const { api, operation } = run;
	if (result) return { is: 'done', job, rows: [result.row], warnings: result.warnings, findings: result.findings };
	const [name] = confirmingKeys(operation);
	const known = { ...(name && id ? { [name]: id } : {}), success: true };
	const get = resourceOf(run)?.operations.get;
	const [hole, ...others] = get ? pathParametersOf(get.path) : [];
	if (!get || id === undefined || hole !== name || others.length)
		return { is: 'done', job, rows: [{ json: known }], warnings: [] };
	const { organisation, items } = job;
	try {
		const answer = await run.client.request({ path: fillPath(get.path, { [hole!]: id }) }, { organisation, items, serial: '' });
		const [record] = recordsIn(answer, get.envelope, api.conventions);
		const findings = notKept(operation, job.gathered?.body ?? {}, record ?? {}).map((one): Finding => ({ items, ...one }));
		return { is: 'done', job, rows: [{ json: { ...(record ?? known), ...inRow(findings) } }], warnings: [], findings };
	} catch {
		// That it was written is known all the same.
		return { is: 'done', job, rows: [{ json: known }], warnings: [] };
	}
}
