import type { IDataObject, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { Run } from './execute';
import type { Gathered } from './gather';
import type { Row } from './model';

/** One unit of work: one item, or the items whose lines make one document. */
export interface Job {
	readonly items: readonly number[];
	readonly organisation: string;
	readonly gathered: Gathered | undefined;
}

export type Refusal = NodeApiError | NodeOperationError;

/** How a job ended. */
export type Outcome =
	| { readonly is: 'done'; readonly job: Job; readonly rows: readonly Row[]; readonly warnings: readonly string[] }
	| { readonly is: 'refused'; readonly job: Job; readonly error: Refusal; readonly details: IDataObject };

/** A refused job. */
export const failed = (job: Job, error: unknown, details: IDataObject = {}): Outcome => {
	const known = error as Refusal;
	return { is: 'refused', job, error: known, details: { description: known.description ?? '', ...details } };
};

/** After one of these every further call of the same organisation would go the same way. */
export const endsAll = (error: unknown): boolean =>
	(error instanceof NodeApiError && ['401', '403', '429'].includes(String(error.httpCode))) ||
	(error instanceof NodeOperationError && error.message.startsWith('The execution was cancelled'));

const LISTED = 10;

const tag = (job: Job): string => `[item ${job.items.join(', ')}]`;

/**
 * The one error that stands for all that was refused, when the run does not go on: which items, why, and what was saved.
 * @returns undefined when nothing was refused
 */
export function thrownFor({ ctx, operation }: Run, outcomes: readonly Outcome[]): Refusal | undefined {
	const refused = outcomes.filter((outcome) => outcome.is === 'refused').sort((a, b) => a.job.items[0]! - b.job.items[0]!);
	const [first] = refused;
	if (!first || outcomes.length === 1 || operation.method === 'GET') return first?.error;
	const saved = outcomes.length - refused.length;
	const lines = refused
		.slice(0, LISTED)
		.map(({ error, job }) => `${error.message}${error.message.includes('[item') ? '' : ` ${tag(job)}`}`);
	const more = refused.length > LISTED ? [`… and ${refused.length - LISTED} more`] : [];
	return new NodeApiError(ctx.getNode(), { refused: refused.length, saved } as JsonObject, {
		message: refused.length === 1 ? lines[0]! : `${refused.length} of ${outcomes.length} were not written. First: ${lines[0]}`,
		description: [
			`${saved} of ${outcomes.length} were written to Xero and stay there.`,
			...(refused.length > 1 ? lines : []),
			...more,
			'To get a row for each refusal instead, set On Error to Continue in the settings of the node.',
			...(refused.length === 1 && first.error.description ? [first.error.description] : []),
		].join('\n'),
		itemIndex: first.job.items[0]!,
		...(first.error instanceof NodeApiError && first.error.httpCode ? { httpCode: first.error.httpCode } : {}),
		...('failure' in first.error && first.error.failure ? { failure: first.error.failure } : {}),
	});
}
