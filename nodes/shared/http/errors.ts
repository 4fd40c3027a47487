// An answer that is a refusal, or no answer, as an error with words.

import type { INode, JsonObject, NodeApiError } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { accessOptions } from '../../../credentials/access';
import type { Refusal, State, ErrorDetails } from '../model/errorState';
import { apiError, operationError } from '../model/errorState';
import type { Finding } from '../model/findings';
import { asSentences, NOT_THERE, NO_RECORD, NO_REASON } from '../model/findings';
import type { XeroResponse } from '../model/request';
import type { GaveUp } from './clock';

/** What a message may say of the call it is about; never a token, never a body. */
export interface ErrorSubject {
	/** e.g. 'PUT /Invoices'. */
	readonly call: string;
	/** Items whose work it is; none for a call that is made for all. */
	readonly items: readonly number[];
	/** The record that the call is about: label and value of the input that picks it. */
	readonly picked?: Pick<Finding, 'place' | 'value'>;
	/** Granular scope the operation needs. */
	readonly scope?: string;
	/** What such a call takes besides the scope; see Conventions. */
	readonly accessRequirements?: string;
	/** What keeps the organisation from having the API at all: it is of another country. */
	readonly elsewhere?: Pick<Finding, 'says' | 'todo'>;
	/** True when the call may have changed something in Xero. */
	readonly writes: boolean;
	/** How long a call may wait, for an answer and for limits and retries; ms. */
	readonly timeout: number;
	readonly longestWait: number;
	/** The workflow's time zone. */
	readonly zone: string;
}

/** A finding about one item, and what there is to know besides. */
type Text = readonly [finding: Omit<Finding, 'items'>, description: string, lacks?: ErrorDetails['lacks']];

const UNDONE = 'Nothing of this call was written.';
const OPEN = 'It is open whether it was written: look for it in Xero before sending it again';

/** The header by which Xero says that a scope is missing; seen in both spellings (xero-facts 2.8). */
const lacksScope = (headers: Readonly<Record<string, unknown>>): boolean =>
	/insuff?icent_scope|insufficient_scope/i.test(String(headers['www-authenticate'] ?? ''));

/** Named as the credential's list shows it, with the scope in brackets. */
function lacksScopeText({ scope, accessRequirements = '' }: ErrorSubject): Text {
	const access = accessOptions.find(({ value }) => value === scope);
	const area = access?.name.split(' (')[0];
	const todo = access
		? `In the credential tick Access: ${access.name} (${scope}) and connect again`
		: `In the credential add ${scope ? `the scope ${scope}` : 'the access that this needs'} and connect again`;
	const description = `The app must have been given that scope, too. Scopes that Access does not list go into Custom Scopes. ${accessRequirements}`;
	return [{ says: `this credential may not touch ${area ?? 'this'}`, todo }, description.trim(), 'scope'];
}

const ended = (): Omit<Finding, 'items'> => ({
	says: 'the connection to Xero has ended',
	todo: 'Open the credential and connect again; workflows go on by themselves',
});

/** What a 403 may be about, as Xero does not say it. */
const noAccess = ({ accessRequirements }: ErrorSubject, sentence: string): Text => [
	{
		says: 'the organisation gives no access to this',
		todo: 'The person who connected needs the role for it in Xero, or the organisation was disconnected',
	},
	[
		accessRequirements || "Some parts of Xero's API need a higher tier or Xero's approval of the app.",
		`Xero says: ${sentence || 'nothing more'}`,
	].join(' '),
	'access',
];

/** What a status of 500 and more says. */
const failureOf = ({ status }: XeroResponse): string =>
	status === 503
		? 'Xero is not available at the moment, or the organisation is offline'
		: `Xero could not handle the call (status ${status})`;

/** Words for an answer that is no success, from its status and Xero's own sentences. */
function words(answer: XeroResponse, said: readonly string[], about: ErrorSubject): Text {
	const sentence = said[0] ?? '';
	const rest = said.slice(1).join(' ');
	if (about.elsewhere && (answer.status === 404 || answer.status === 405)) return [about.elsewhere, '', 'access'];
	switch (answer.status) {
		case 400:
			return [
				sentence ? { says: `Xero says: ${sentence}` } : NO_REASON,
				rest ||
					(about.writes
						? 'Nothing of this call was written. Change the values Xero names and run again.'
						: 'Check what was asked for (dates, filters, Where, Order By), and run again.'),
			];
		case 401:
			return lacksScope(answer.headers) ? lacksScopeText(about) : [ended(), '', 'connection'];
		case 403:
			// Of a missing scope Xero tells in its sentence alone.
			return /scope/i.test(sentence) ? lacksScopeText(about) : noAccess(about, sentence);
		case 405:
			// What another country's API has, an organisation does not.
			return noAccess(about, sentence);
		case 404:
			return [about.picked ? { ...about.picked, ...NOT_THERE } : NO_RECORD, `Asked: ${about.call}`];
		case 412:
			return [
				{ says: 'Xero refused a precondition of the call', todo: 'Check Modified After and the other header values' },
				sentence,
			];
		case 413:
			return [
				{ says: 'Xero takes no request of this size', todo: 'Send fewer or smaller records or files at once' },
				'Xero takes 3.5 MB of records, 10 MB for a file.',
			];
		case 501:
			return [{ says: 'Xero does not offer this for the organisation' }, sentence || `Asked: ${about.call}`];
		default:
			return answer.status >= 500
				? [
						{
							says: failureOf(answer),
							todo: about.writes ? OPEN : 'Try again later',
						},
						about.writes ? SAFE : '',
					]
				: [{ says: `Xero answered with status ${answer.status}` }, sentence || `Asked: ${about.call}`];
	}
}

const SAFE = 'A retry by n8n within this execution (Retry On Fail) is safe.';

/** A refusal by Xero as n8n's error: what happened, which item, how to get unstuck. */
export function refusedError(node: INode, answer: XeroResponse, said: readonly string[], about: ErrorSubject): NodeApiError {
	const [finding, description, lacks] = words(answer, said, about);
	const state: State = answer.status >= 500 && about.writes ? 'unconfirmed' : 'refused';
	const failure =
		lacks !== undefined
			? ({ cause: answer.status === 401 ? 'credential-invalid' : 'configuration-invalid' } as const)
			: answer.status >= 500
				? ({ cause: 'temporarily-unavailable' } as const)
				: undefined;
	return apiError(
		node,
		// What the connection lacks is about no item.
		{ ...finding, items: lacks === undefined ? about.items : [] },
		{
			items: about.items,
			state,
			sentences: said,
			description,
			httpCode: String(answer.status),
			said: { status: answer.status, sentences: [...said] } as JsonObject,
			...(lacks === undefined ? {} : { lacks }),
			...(failure ? { failure } : {}),
		},
	);
}

/** "5 minutes", "100 seconds". */
const inWords = (ms: number): string => {
	const [count, unit] = ms >= 60_000 && ms % 60_000 === 0 ? [ms / 60_000, 'minute'] : [Math.round(ms / 1000), 'second'];
	return `${count.toLocaleString('en')} ${unit}${count === 1 ? '' : 's'}`;
};

/** n8n puts a text of its own in place of any message that holds one of Node's error codes: the code goes into the description. */
const NETWORK_ERRORS: ReadonlyArray<readonly [RegExp, string]> = [
	[/^ECONNREFUSED$/, 'the connection was refused'],
	[/^(ENOTFOUND|EAI_AGAIN)$/, 'its address was not found'],
	[/^(ECONNRESET|EPIPE)$/, 'the connection was cut'],
	[/^cancelled$/, 'the execution was canceled first'],
	[/^[A-Z_]+$/, 'there was no connection'],
];

/**
 * No answer came, after all retries: for a write it is open whether it was done.
 * @param why Node's error code, or words
 */
export function unansweredError(node: INode, why: string, about: ErrorSubject): NodeApiError {
	const late = why === 'ETIMEDOUT' || why === 'ECONNABORTED';
	const reason = NETWORK_ERRORS.find(([code]) => code.test(why))?.[1] ?? why;
	const { items, writes } = about;
	const finding: Finding = {
		items: writes ? items : [],
		says: late ? `Xero did not answer in ${inWords(about.timeout)}` : `Xero did not answer: ${reason}`,
		todo: writes ? OPEN : 'Run again later',
	};
	const known = /^[A-Z_]+$/.test(why) ? ` (${why})` : '';
	return apiError(node, finding, {
		items,
		state: writes ? 'unconfirmed' : 'refused',
		description: `${writes ? SAFE : 'Check the network, and that the Environment in the credential is right.'}${known}`,
		failure: { cause: 'temporarily-unavailable' },
		said: { silence: why } as JsonObject,
	});
}

/** Xero failed to the last, and what was sent is not in Xero. */
export const notWrittenError = (
	node: INode,
	answer: XeroResponse,
	{ items, record }: Pick<Finding, 'items' | 'record'>,
): NodeApiError =>
	apiError(
		node,
		{
			items,
			...(record ? { record } : {}),
			says: `${failureOf(answer)}; it was looked for and is not there, so it was not written`,
			todo: 'Run it again later',
		},
		{
			state: 'refused',
			httpCode: String(answer.status),
			failure: { cause: 'temporarily-unavailable' },
			said: { status: answer.status } as JsonObject,
		},
	);

/** An earlier try of the run wrote it, and what Xero answered is not known any more. */
export const forgottenError = (node: INode, { items }: Pick<ErrorSubject, 'items'>): NodeApiError =>
	apiError(
		node,
		{ items, says: 'an earlier try has written it, or may have', todo: 'Look for it in Xero before sending it again' },
		{
			state: 'unconfirmed',
			description: 'More was written by runs waiting for another try than can be remembered. Run fewer rows at a time.',
		},
	);

/** Waiting was given up. `now` in ms since the epoch; `inDoubt`: a write was sent and had no answer. */
export function gaveUpError(node: INode, reason: GaveUp, now: number, about: ErrorSubject, inDoubt = false): Refusal {
	const { items, zone } = about;
	if (reason.why === 'cancelled' && inDoubt) {
		const finding: Finding = { items, says: 'the execution was canceled before Xero had answered', todo: OPEN };
		return operationError(node, finding, { items, state: 'canceled', description: SAFE, open: true });
	}
	if (reason.why === 'cancelled') {
		// n8n tells a canceled run from a failed one by this word in this spelling.
		const says = `the execution was canceled before ${about.writes ? 'this call was sent' : 'Xero had answered'}`;
		return operationError(node, { items: [], says }, { items, state: 'canceled', description: about.writes ? UNDONE : '' });
	}
	const resets = reason.resetsAt;
	if (reason.why === 'day') {
		const again = resets && DateTime.fromMillis(resets, { zone }).toFormat('yyyy-MM-dd HH:mm');
		const finding: Finding = {
			items: [],
			says: 'the organisation has no calls left today (Xero allows 5,000 a day, 1,000 on Starter)',
			...(again ? { todo: `They work again from ${again} (${zone})` } : {}),
		};
		return apiError(node, finding, {
			items,
			state: 'limited',
			description: UNDONE,
			httpCode: '429',
			failure: { cause: 'quota-exhausted', ...(resets ? { resetsAtEpochMs: resets } : {}) },
			said: { limit: 'day' } as JsonObject,
		});
	}
	const finding = {
		items: [],
		says: `Xero allows 60 calls a minute; the queue was longer than the ${inWords(about.longestWait)} of Longest Wait`,
	};
	return apiError(node, finding, {
		items,
		state: 'limited',
		description: asSentences(UNDONE, 'Raise Longest Wait in Options, or run fewer calls at the same time for this organisation.'),
		httpCode: '429',
		failure: { cause: 'rate-limited', ...(resets ? { retryAfterMs: Math.max(0, resets - now) } : {}) },
		said: { limit: 'minute' } as JsonObject,
	});
}

/** n8n's own refusal (token gone, refresh refused, credential incomplete) in words that tell what to do. */
export function disconnectedError(
	node: INode,
	headers: Readonly<Record<string, unknown>>,
	detail: string,
	about: ErrorSubject,
): NodeApiError {
	const check = `Check Client ID and Client Secret in the credential.${detail ? ` n8n says: ${detail}` : ''}`;
	const [finding, description, lacks] = lacksScope(headers)
		? lacksScopeText(about)
		: ([ended(), check, 'connection'] satisfies Text);
	return apiError(
		node,
		{ ...finding, items: [] },
		{
			items: about.items,
			state: 'refused',
			description,
			...(lacks === undefined ? {} : { lacks }),
			httpCode: '401',
			failure: { cause: 'credential-invalid' },
			said: { status: 401 } as JsonObject,
		},
	);
}

/** n8n would not even send the request: the address is no address, or the credential holds something impossible. */
export const unsendableError = (node: INode, detail: string, about: ErrorSubject): Refusal =>
	operationError(
		node,
		{
			items: [],
			says: 'the call could not be sent to Xero',
			todo: 'Check Environment and Sandbox URL in the credential',
		},
		{ items: about.items, state: 'notSent', description: `${UNDONE}${detail ? ` n8n says: ${detail}` : ''}` },
	);
