// How work on an item ended, and the one error for all that failed.

import type { IDataObject, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import type { Refusal } from '../model/errorState';
import { apiError, factsOf, findingsOf, forItems, operationError, stateOf } from '../model/errorState';
import type { Finding } from '../model/findings';
import { formatFinding, formatFindings, itemsInWords } from '../model/findings';
import type { Run } from './runState';
import type { UnreadItem, WorkItem, WorkResult } from './workItem';

/** A refused workItem. What ended the work for one work item may stand for others that were not begun: their rows name their own items. */
export const failed = (workItem: WorkItem | UnreadItem, error: unknown, details: IDataObject = {}, begun = true): WorkResult => {
	const refusal = error as Refusal;
	const named = stateOf(error)?.items ?? [];
	// One item of a document may be at fault for the whole of it.
	const isOwn = named.length > 0 && named.every((item) => workItem.items.includes(item));
	const own = isOwn ? refusal : forItems(refusal, workItem.items);
	const facts = factsOf(own);
	const state = Object.keys(facts).length ? { state: stateOf(own)!.state, ...facts } : {};
	return { is: 'refused', workItem, error: own, details: { description: own.description ?? '', ...state, ...details }, begun };
};

/** After one of these every further call of the same organisation would go the same way. */
export const endsOrganisation = (error: unknown): boolean =>
	(error instanceof NodeApiError && ['401', '403', '429'].includes(String(error.httpCode))) ||
	stateOf(error)?.state === 'canceled';

/** Whether the write was done is open, or a part of it was done: people then have to look in Xero. */
export const isOpen = (error: Error): boolean => {
	const { state, progress, open } = stateOf(error) ?? {};
	return state === 'unconfirmed' || progress !== undefined || open === true;
};

const itemsOf = (results: readonly WorkResult[]): string => itemsInWords(results.flatMap(({ workItem }) => workItem.items));

const counted = (saved: number, open: number, all: number): string => {
	if (saved) return `${saved} of ${all} were written to Xero and stay there.`;
	return open ? 'None was confirmed as written.' : 'Nothing was written to Xero.';
};

const GO_ON = 'To send the others all the same, set On Error to Continue in the settings of the node.';

/**
 * The one error that stands for all that was found before anything was sent.
 * @param all how many records there are
 * @returns undefined when nothing was found
 */
export function notSentError({ ctx }: Run, results: readonly WorkResult[], all: number): Refusal | undefined {
	const refused = results
		.filter((workResult) => workResult.is === 'refused')
		.sort((a, b) => a.workItem.items[0]! - b.workItem.items[0]!);
	const errors = [...new Set(refused.map(({ error }) => error))];
	// What is no finding about an input, such as a connection that has ended, stands for itself.
	const other = errors.find((error) => stateOf(error)?.state !== 'notSent');
	if (other || errors.length < 2) return other ?? errors[0];
	const findings = refused.flatMap(({ error, workItem }) => findingsOf(error, workItem.items));
	const lines = formatFindings(findings);
	const [first] = findings as [Finding, ...Finding[]];
	const single = !lines.includes('\n');
	const says = `nothing was sent to Xero: ${refused.length} of ${all} cannot be sent as they are. First: ${formatFinding(first)}`;
	const items = refused.flatMap(({ workItem }) => workItem.items);
	return operationError(
		ctx.getNode(),
		single ? { ...first, items: findings.flatMap(({ items: own }) => own) } : { items: [], says },
		{
			items,
			state: 'notSent',
			findings,
			description: [...(single ? ['Nothing was sent to Xero.'] : [lines]), GO_ON].join('\n'),
		},
	);
}

/**
 * The one error that stands for all that was refused, when the run does not go on: which items, why, and what was saved.
 * @returns undefined when nothing was refused
 */
export function failureError({ ctx, operation, client }: Run, results: readonly WorkResult[]): Refusal | undefined {
	const refused = results
		.filter((workResult) => workResult.is === 'refused')
		.sort((a, b) => a.workItem.items[0]! - b.workItem.items[0]!);
	const begun = refused.filter((workResult) => workResult.begun);
	const first = begun[0] ?? refused[0];
	const reads = operation.method === 'GET' && client.usage.writes === 0;
	if (!first || results.length === 1 || reads) return first?.error;
	const saved = results.length - refused.length;
	const findings = begun.flatMap(({ error, workItem }) => findingsOf(error, workItem.items));
	const [finding = findingsOf(first.error, first.workItem.items)[0]!] = findings;
	// A reason that all share is told once, with how to get unstuck.
	const lines = formatFindings(findings);
	const alike = begun.length < 2 || !lines.includes('\n');
	const open = begun.filter(({ error }) => isOpen(error)).length;
	const waiting = refused.filter((workResult) => !workResult.begun);
	const said = [
		counted(saved, open, results.length),
		...(begun.length > 1 ? [`${open ? 'Not confirmed' : 'Refused'}: ${itemsOf(begun)}.`] : []),
		...(waiting.length ? [`Not sent after that: ${itemsOf(waiting)}.`] : []),
		...(alike ? [] : [lines]),
		...(open && refused.length > 1
			? [`Of ${open} it is open whether they were written: look in Xero before sending them again from another execution.`]
			: []),
		'To get a row for each refusal instead, set On Error to Continue in the settings of the node.',
		...(alike && first.error.description ? [first.error.description] : []),
	];
	const count = `${refused.length} of ${results.length} were not ${open ? 'confirmed as written' : 'written'}`;
	const states = refused.map(({ error }) => stateOf(error));
	const { httpCode, failure } = first.error as Partial<NodeApiError>;
	return apiError(
		ctx.getNode(),
		refused.length === 1 ? finding : { items: [], says: `${count}. First: ${formatFinding(finding)}` },
		{
			items: refused.flatMap(({ workItem }) => workItem.items),
			findings,
			state: open ? 'unconfirmed' : (states[0]?.state ?? 'refused'),
			sentences: [...new Set(states.flatMap((state) => state?.sentences ?? []))],
			description: said.join('\n'),
			said: { refused: refused.length, saved } as JsonObject,
			...(begun.length === 1 ? { facts: factsOf(first.error) } : {}),
			...(httpCode ? { httpCode } : {}),
			...(failure ? { failure } : {}),
		},
	);
}
