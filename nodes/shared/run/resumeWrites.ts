// What an earlier try of the node has written, and how it comes out again.

import { recordsIn } from '../http/response';
import type { OutputItem } from '../model/context';
import { confirmingKeys, property } from '../model/element';
import type { Finding } from '../model/findings';
import { fillPath, pathParametersOf } from '../model/path';
import type { Batch } from './batches';
import { inRow, notKept } from './notKept';
import type { Operation } from '../model/operation';
import type { WrittenItem } from './retryMemory';
import type { Run } from './runState';
import { resourceOf } from './runState';
import { simplified } from './simplify';
import type { WorkItem, WorkResult } from './workItem';
import { placeOf, placesOfItems } from './workItem';

/** Whether something is done with a record of a work item once it is saved. */
export const wantsMore = ({ afterSave, afterSaveIf }: Operation, { parameters }: Pick<WorkItem, 'parameters'>): boolean =>
	afterSave !== undefined && (afterSaveIf?.(parameters.options) ?? true);

/**
 * Items that an earlier try wrote, or sent without an answer, each by its place: what they name was looked up by then, and must not be
 * refused for it now.
 */
export function itemsSentBefore({ retryMemory }: Pick<Run, 'retryMemory'>): ReadonlySet<string> {
	if (!retryMemory) return new Set();
	const open = [...retryMemory.unanswered.values()].flatMap(({ workItems }) => workItems.map(placeOf));
	return new Set([...retryMemory.writtenPlaces(), ...open].flatMap(placesOfItems));
}

/** What another try needs of a batch; its work items' input that try reads anew. */
export const withoutInput = ({ workItems, ...batch }: Batch): Batch => ({
	...batch,
	workItems: workItems.map(({ parameters, ...workItem }) => ({
		...workItem,
		parameters: { ...parameters, input: {}, options: {}, blank: {}, unknown: [] },
	})),
});

/** What another try is to know of the records that were written, while this one still has them whole. */
export function keepWritten({ operation, retryMemory }: Run, results: readonly WorkResult[]): void {
	const [id] = confirmingKeys(operation);
	for (const workResult of results) {
		const [row] = workResult.is === 'done' ? workResult.rows : [];
		if (workResult.is !== 'done' || row === undefined) continue;
		const { workItem, warnings, findings = [] } = workResult;
		const known = id === undefined ? undefined : property(row.json, id);
		// What is done with the record afterwards needs it whole.
		const { simplified: simple } =
			!wantsMore(operation, workItem) && operation.shape === undefined && workItem.parameters?.results.simplify ? operation : {};
		const kept: OutputItem = simple ? { json: simplified(row.json, simple), isSimplified: true } : row;
		retryMemory?.keepWritten(placeOf(workItem), {
			id: typeof known === 'string' ? known : undefined,
			result: { row: kept, warnings, findings },
		});
	}
}

/** A work item that an earlier try wrote, as that was answered, or as Xero has the record by now. */
export async function resultFromMemory(run: Run, workItem: WorkItem, { id, result }: WrittenItem): Promise<WorkResult> {
	const { operation } = run;
	if (result) return { is: 'done', workItem, rows: [result.row], warnings: result.warnings, findings: result.findings };
	const [name] = confirmingKeys(operation);
	const known = { ...(name && id ? { [name]: id } : {}), success: true };
	const get = resourceOf(run)?.operations.get;
	const [parameter, ...others] = get ? pathParametersOf(get.path) : [];
	if (!get || id === undefined || parameter !== name || others.length)
		return { is: 'done', workItem, rows: [{ json: known }], warnings: [] };
	const { organisation, items } = workItem;
	try {
		const answer = await run.client.request(
			{ path: fillPath(get.path, { [parameter!]: id }) },
			{ organisation, items, serial: '' },
		);
		const [record] = recordsIn(answer, get.envelope, run.conventions);
		const findings = notKept(run, workItem.parameters?.body ?? {}, record ?? {}).map((one): Finding => ({ items, ...one }));
		return { is: 'done', workItem, rows: [{ json: { ...(record ?? known), ...inRow(findings) } }], warnings: [], findings };
	} catch {
		// That it was written is known all the same.
		return { is: 'done', workItem, rows: [{ json: known }], warnings: [] };
	}
}
