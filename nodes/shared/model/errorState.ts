// Errors as n8n has them, with what code may know of them beside the words.

import omit from 'lodash/omit';
import type { IDataObject, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { Finding } from './findings';
import { formatFinding, formatFindings } from './findings';

/**
 * What became of the work: Xero said no; it is open whether Xero did it; nothing of it was sent; the execution was canceled first;
 * Xero's limits left no room for it.
 */
export type State = 'refused' | 'unconfirmed' | 'notSent' | 'canceled' | 'limited';

/** What code may know of an error; its message and description are for people alone. Plain data, as `error.context.xero`. */
export interface ErrorState {
	/** Input items it is about, from 0. */
	readonly items: readonly number[];
	readonly state: State;
	/** Xero's own sentences. */
	readonly sentences: readonly string[];
	/** What the message is made of. */
	readonly findings: readonly Finding[];
	/** What the connection to Xero has not: a scope, access to this organisation or part of Xero, or life. */
	readonly lacks?: 'scope' | 'access' | 'connection';
	/** How far work of several steps came: what is in Xero already. */
	readonly progress?: readonly string[];
	/** Refused with reasons, but not without a doubt that something was written. */
	readonly open?: true;
}

export type Refusal = NodeApiError | NodeOperationError;

/** How an error is told, besides its finding. */
export interface ErrorDetails {
	/** As the finding says, unless it is about no item alone. */
	readonly items?: readonly number[];
	readonly state: State;
	/** What an error that stands for several is made of; its own finding unless said. */
	readonly findings?: readonly Finding[];
	readonly sentences?: readonly string[];
	readonly lacks?: ErrorState['lacks'];
	readonly progress?: readonly string[];
	readonly open?: true;
	/** What else code may know, under names of the operation's own: they stand beside those of the state. */
	readonly facts?: IDataObject;
	/** What there is to know besides the message. */
	readonly description?: string;
	readonly failure?: Refusal['failure'];
}

/** What an error of this pack is about; undefined for any other. */
export const stateOf = (error: unknown): ErrorState | undefined =>
	error instanceof NodeApiError || error instanceof NodeOperationError
		? (error.context.xero as ErrorState | undefined)
		: undefined;

/** Names that every state has. */
const STATE: ReadonlyArray<keyof ErrorState> = ['items', 'state', 'sentences', 'findings', 'lacks', 'progress', 'open'];

/** What an operation of several steps lets code know besides; see ErrorDetails. */
export const factsOf = (error: unknown): IDataObject => omit({ ...stateOf(error) }, STATE) as IDataObject;

/** What an error says, finding by finding; for one that is not of this pack, its message. */
export const findingsOf = (error: Error, items: readonly number[]): readonly Finding[] =>
	stateOf(error)?.findings ?? [{ items, says: error.message }];

/** What an error says, without the items it says it of. */
export const reasonOf = (error: unknown): string =>
	error instanceof Error
		? findingsOf(error, [])
				.map(({ record: _record, ...finding }) => formatFinding({ ...finding, items: [] }))
				.join('. ')
		: '';

function marked<E extends Refusal>(error: E, told: readonly Finding[], telling: ErrorDetails): E {
	const itemsOfAll = [...new Set(told.flatMap(({ items }) => items))];
	const { items = itemsOfAll, findings = told, state, sentences = [], lacks, progress, open, facts = {} } = telling;
	// n8n puts a text of its own in place of a message that holds one of Node's codes, which a value may do.
	error.message = formatFindings(told);
	error.context.xero = {
		...facts,
		items: [...items],
		state,
		sentences: [...sentences],
		findings: [...findings],
		...(lacks === undefined ? {} : { lacks }),
		...(progress === undefined ? {} : { progress: [...progress] }),
		...(open ? { open } : {}),
	} satisfies ErrorState as unknown as IDataObject;
	return error;
}

const optional = ({ description, failure }: ErrorDetails) => ({
	...(description ? { description } : {}),
	...(failure ? { failure } : {}),
});

const several = (told: Finding | readonly Finding[]): readonly Finding[] => ('says' in told ? [told] : told);

/**
 * An error of n8n's for what was found, a line each. The item goes without n8n's own `itemIndex`: of that, the editor makes a suffix "[item 0]" to the
 * message, which counts from 0.
 */
export const operationError = (node: INode, told: Finding | readonly Finding[], telling: ErrorDetails): NodeOperationError =>
	marked(new NodeOperationError(node, formatFindings(several(told)), optional(telling)), several(told), telling);

/** The same for what an answer of Xero's says, or the lack of one. `said` is what may be seen of it. */
export const apiError = (
	node: INode,
	finding: Finding,
	telling: ErrorDetails & { readonly httpCode?: string; readonly said?: JsonObject },
): NodeApiError => {
	const { httpCode, said = {} } = telling;
	const options = { message: formatFinding(finding), ...optional(telling), ...(httpCode ? { httpCode } : {}) };
	return marked(new NodeApiError(node, said, options), [finding], telling);
};

/** The same error for other items: what ended the work for one may stand for others that were not begun. */
export function forItems(error: Refusal, items: readonly number[]): Refusal {
	const known = stateOf(error);
	if (!known) return error;
	const findings = known.findings.map(({ record: _other, ...rest }): Finding => ({
		...rest,
		items: rest.items.length ? items : [],
	}));
	return copied(error, findings, { ...known, items });
}

/** An error of the same kind about other findings. */
function copied(error: Refusal, findings: readonly Finding[], known: ErrorDetails): Refusal {
	const { description, failure, node } = error;
	const telling: ErrorDetails = {
		...(description ? { description } : {}),
		...(failure ? { failure } : {}),
		...known,
		findings,
	};
	if (!(error instanceof NodeApiError)) return operationError(node, findings, telling);
	return apiError(node, findings[0]!, { ...telling, ...(error.httpCode ? { httpCode: error.httpCode } : {}) });
}

/**
 * What ended one step of several, told as what became of the whole. One that is not of this pack is left as it is.
 * @param more what is otherwise than in the error of the step
 */
export function retold(error: unknown, finding: Finding, more: Partial<ErrorDetails>): Error {
	const known = stateOf(error);
	return known ? copied(error as Refusal, [finding], { ...known, items: finding.items, ...more }) : (error as Error);
}

/**
 * An error with how far the work came before it: what is in Xero already. One that is not of this pack is left as it is.
 * @param done what was done with each, e.g. 'uploaded'
 */
export function withProgress(error: unknown, done: string, progress: readonly string[]): unknown {
	const known = stateOf(error);
	if (!known || progress.length === 0) return error;
	const refusal = error as Refusal;
	const [first] = known.findings as readonly [Finding];
	const says = `${first.says.replace(/\.$/, '')}; ${done} before it: ${progress.join(', ')}`;
	refusal.description = [refusal.description, `Look in Xero: ${progress.join(', ')} is there already.`].filter(Boolean).join(' ');
	return marked(refusal, [{ ...first, says }], { ...known, findings: [{ ...first, says }], progress });
}
