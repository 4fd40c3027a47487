import type { IDataObject, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { Run } from './run';
import type { Job, Outcome, Refusal } from './workItem';

const tag = (job: Job): string => `[item ${job.items.join(', ')}]`;
const TAG = / \[item ([\d, ]+)\]$/;

/** What ended the work for one job may stand for others that were not begun: their rows name their own items. */
function forJob(error: Refusal, job: Job): Refusal {
	const named = TAG.exec(error.message)?.[1]?.split(', ').map(Number);
	if (!named || named.some((item) => job.items.includes(item))) return error;
	const more = {
		itemIndex: job.items[0]!,
		...(error.description ? { description: error.description } : {}),
		...(error.failure ? { failure: error.failure } : {}),
	};
	const message = error.message.replace(TAG, ` ${tag(job)}`);
	if (!(error instanceof NodeApiError)) return new NodeOperationError(error.node, message, more);
	return new NodeApiError(error.node, {}, { ...more, message, ...(error.httpCode ? { httpCode: error.httpCode } : {}) });
}

/** A refused job. */
export const failed = (job: Job, error: unknown, details: IDataObject = {}, begun = true): Outcome => {
	const known = forJob(error as Refusal, job);
	return { is: 'refused', job, error: known, details: { description: known.description ?? '', ...details }, begun };
};

/** After one of these every further call of the same organisation would go the same way. */
export const endsAll = (error: unknown): boolean =>
	(error instanceof NodeApiError && ['401', '403', '429'].includes(String(error.httpCode))) ||
	(error instanceof NodeOperationError && error.message.startsWith('The execution was canceled'));

const LISTED = 10;

/** Whether the write was done is open, or it was done and cannot be told apart: the description then sends people to Xero. */
const isOpen = ({ description }: Refusal): boolean => /look in Xero/i.test(description ?? '');

/** "item 4", "items 1, 3–6": item numbers in words, runs of them folded. */
function itemsOf(outcomes: readonly Outcome[]): string {
	const numbers = outcomes.flatMap(({ job }) => [...job.items]).sort((a, b) => a - b);
	const runs: Array<[number, number]> = [];
	for (const number of numbers) {
		const last = runs[runs.length - 1];
		if (last && number === last[1] + 1) last[1] = number;
		else runs.push([number, number]);
	}
	return `${numbers.length === 1 ? 'item' : 'items'} ${runs.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ')}`;
}

const counted = (saved: number, open: number, all: number): string => {
	if (saved) return `${saved} of ${all} were written to Xero and stay there.`;
	return open ? 'None was confirmed as written.' : 'Nothing was written to Xero.';
};

/**
 * The one error that stands for all that was refused, when the run does not go on: which items, why, and what was saved.
 * @returns undefined when nothing was refused
 */
export function thrownFor({ ctx, operation, door }: Run, outcomes: readonly Outcome[]): Refusal | undefined {
	const refused = outcomes.filter((outcome) => outcome.is === 'refused').sort((a, b) => a.job.items[0]! - b.job.items[0]!);
	const begun = refused.filter((outcome) => outcome.begun);
	const first = begun[0] ?? refused[0];
	const reads = operation.method === 'GET' && door.spent.writes === 0;
	if (!first || outcomes.length === 1 || reads) return first?.error;
	const saved = outcomes.length - refused.length;
	const lines = begun.map(({ error, job }) => `${error.message}${error.message.includes('[item') ? '' : ` ${tag(job)}`}`);
	// A reason that all share is told once, with how to get unstuck.
	const alike = begun.every(({ error }) => error.message.replace(TAG, '') === first.error.message.replace(TAG, ''));
	const open = begun.filter(({ error }) => isOpen(error)).length;
	const waiting = refused.filter((outcome) => !outcome.begun);
	const said = [
		counted(saved, open, outcomes.length),
		...(begun.length > 1 ? [`${open ? 'Not confirmed' : 'Refused'}: ${itemsOf(begun)}.`] : []),
		...(waiting.length ? [`Not sent after that: ${itemsOf(waiting)}.`] : []),
		...(alike ? [] : [...lines.slice(0, LISTED), ...(lines.length > LISTED ? [`… and ${lines.length - LISTED} more`] : [])]),
		...(open && refused.length > 1
			? [`Of ${open} it is open whether they were written: look in Xero before sending them again from another execution.`]
			: []),
		'To get a row for each refusal instead, set On Error to Continue in the settings of the node.',
		...(alike && first.error.description ? [first.error.description] : []),
	];
	return new NodeApiError(ctx.getNode(), { refused: refused.length, saved } as JsonObject, {
		message:
			refused.length === 1
				? lines[0]!
				: `${refused.length} of ${outcomes.length} were not ${open ? 'confirmed as written' : 'written'}. First: ${lines[0]}`,
		description: said.join('\n'),
		itemIndex: first.job.items[0]!,
		...(first.error instanceof NodeApiError && first.error.httpCode ? { httpCode: first.error.httpCode } : {}),
		...('failure' in first.error && first.error.failure ? { failure: first.error.failure } : {}),
	});
}
