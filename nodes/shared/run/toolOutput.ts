// What an AI agent is answered.

import type { IDataObject, INodeExecutionData, NodeApiError } from 'n8n-workflow';
import type { Refusal } from '../model/errorState';
import { findingsOf, stateOf } from '../model/errorState';
import { asSentences } from '../model/findings';
import type { Run } from './runState';
import { resourceOf } from './runState';
import type { WorkResult } from './workItem';

type Refused = Extract<WorkResult, { is: 'refused' }>;

/** How an agent gets on after a refusal. */
function retryOf(error: Refusal): string {
	const { cause, retryAfterMs } = ((error as Partial<NodeApiError>).failure ?? {}) as {
		cause?: string;
		retryAfterMs?: number;
	};
	switch (stateOf(error)?.state) {
		case 'unconfirmed':
			return 'do not retry: look first';
		case 'limited':
			return cause === 'quota-exhausted' ? 'ask a person' : `wait ${Math.max(1, Math.ceil((retryAfterMs ?? 60_000) / 1000))} s`;
		case 'canceled':
			return 'ask a person';
		default:
			return cause === 'temporarily-unavailable' ? 'wait 60 s' : 'change the arguments';
	}
}

/** All that is known of a refusal in one text, as an agent is given no other. */
const wordsOf = (error: Refusal): string =>
	asSentences(...[error.message, error.description ?? ''].filter((part) => part !== ''));

const refusalRow = ({ error, workItem }: Refused): IDataObject => ({
	ok: false,
	error: wordsOf(error),
	state: stateOf(error)?.state ?? 'refused',
	retry: retryOf(error),
	findings: findingsOf(error, workItem.items) as unknown as IDataObject[],
});

/**
 * What an agent is answered: a row for each refusal, as n8n hands on no more than the message of what is thrown, and words for an empty
 * list, which would reach it as nothing at all.
 * @throws what no agent can mend: a connection to Xero that has ended, or may not do this
 */
export function answerTo(run: Run, results: readonly WorkResult[], rows: readonly INodeExecutionData[]): INodeExecutionData[] {
	const refused = results.filter((workResult): workResult is Refused => workResult.is === 'refused');
	const ended = refused.find(({ error }) => stateOf(error)?.lacks !== undefined)?.error;
	if (ended) {
		ended.message = wordsOf(ended);
		throw ended;
	}
	const told = refused.flatMap((workResult) =>
		workResult.workItem.items.map((item) => ({ json: refusalRow(workResult), pairedItem: { item } })),
	);
	const labels = [...new Set(results.flatMap(({ workItem }) => workItem.parameters?.leftOut ?? []))];
	const note = labels.length ? `${labels.join(', ')} had no value and was left out` : undefined;
	const all = [...rows, ...told].sort((a, b) => placeOf(a) - placeOf(b));
	if (all.length === 0) {
		const plural = resourceOf(run)?.plural;
		const message = asSentences(`No ${plural?.toLowerCase() ?? 'records'} match`, ...(note ? [note] : []));
		return [{ json: { ok: true, found: 0, message }, pairedItem: { item: 0 } }];
	}
	return note ? [...all, { json: { ok: true, note }, pairedItem: { item: 0 } }] : all;
}

const placeOf = ({ pairedItem }: INodeExecutionData): number => {
	const [first = { item: 0 }] = [pairedItem ?? 0].flat();
	return typeof first === 'number' ? first : first.item;
};
