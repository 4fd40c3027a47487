import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { DateTime } from 'luxon';
import type { GaveUp } from './limiter';
import type { Answer } from './request';

/** What a message may say of the call it is about; never a token, never a body. */
export interface About {
	/** e.g. 'PUT /Invoices'. */
	readonly call: string;
	readonly item?: number;
	/** Granular scope the operation needs. */
	readonly scope?: string;
	/** What such a call takes besides the scope; see Dialect. */
	readonly beyond?: string;
	/** True when the call may have changed something in Xero. */
	readonly writes: boolean;
}

const RECONNECT = 'Open the credential, check Client ID and Client Secret, and connect it to Xero again.';

const at = (item: number | undefined): string => (item === undefined ? '' : ` [item ${item}]`);

/** The header by which Xero says that a scope is missing; seen in both spellings (xero-facts 2.8). */
const lacksScope = (headers: Readonly<Record<string, unknown>>): boolean =>
	/insuff?icent_scope|insufficient_scope/i.test(String(headers['www-authenticate'] ?? ''));

const lacksScopeText = ({ scope, beyond = '' }: About): readonly [string, string] => [
	`The connection to Xero lacks the scope ${scope ?? 'this operation needs'}`,
	`Open the credential, add ${scope ? `the access that stands for ${scope}` : 'the access this operation needs'} (or write it into Custom Scopes), and connect it to Xero again. The app must have been given that scope, too. ${beyond}`.trim(),
];

/** What a 403 may be about, as Xero does not say it. */
const noAccess = ({ beyond }: About, sentence: string): string =>
	[
		'Check that the organisation is still connected and chosen in Organisation, and that the user who connected it has the rights for this in Xero.',
		beyond || "Some parts of Xero's API need a higher tier or Xero's approval of the app.",
		`Xero says: ${sentence || 'nothing more'}`,
	].join(' ');

type Text = readonly [message: string, description: string];

/** Words for an answer that is no success, from its status and Xero's own sentences. */
function words(answer: Answer, said: readonly string[], about: About): Text {
	const sentence = said[0] ?? '';
	const rest = said.slice(1).join(' ');
	switch (answer.status) {
		case 400:
			return [
				sentence ? `Xero refused it: ${sentence}` : 'Xero refused it without saying why',
				rest ||
					(about.writes
						? 'Nothing of this call was written. Change the values Xero names and run again.'
						: 'Check what was asked for (dates, filters, Where, Order By), and run again.'),
			];
		case 401:
			return lacksScope(answer.headers) ? lacksScopeText(about) : ['Xero no longer accepts this connection', RECONNECT];
		case 403:
			return /scope/i.test(sentence)
				? lacksScopeText(about)
				: ['Xero gives this connection no access here', noAccess(about, sentence)];
		case 404:
			return [
				'Xero does not have this record',
				`Check the ID, and that it belongs to the organisation chosen. Asked: ${about.call}`,
			];
		case 412:
			return ['Xero refused a precondition of the call', `Check Modified After and the other header values. ${sentence}`];
		case 413:
			return [
				'Xero takes no request of this size',
				'Send fewer or smaller records or files at once: 3.5 MB of records, 10 MB for a file.',
			];
		case 501:
			return ['Xero does not offer this for the organisation', sentence || `Asked: ${about.call}`];
		default:
			return answer.status >= 500
				? [
						answer.status === 503
							? 'Xero is not available at the moment, or the organisation is offline'
							: `Xero could not handle the call (status ${answer.status})`,
						`${about.writes ? 'It is not certain that nothing was written: look in Xero before sending the record again from another execution. ' : ''}Try again later.`,
					]
				: [`Xero answered with status ${answer.status}`, sentence || `Asked: ${about.call}`];
	}
}

/** A refusal by Xero as n8n's error: what happened, which item, how to get unstuck. */
export function refused(node: INode, answer: Answer, said: readonly string[], about: About): NodeApiError {
	const [message, description] = words(answer, said, about);
	const dead = answer.status === 401 || answer.status === 403;
	return new NodeApiError(node, { status: answer.status, sentences: [...said] } as JsonObject, {
		message: `${message}${at(about.item)}`,
		description,
		httpCode: String(answer.status),
		...(about.item === undefined ? {} : { itemIndex: about.item }),
		...(dead
			? { failure: { cause: answer.status === 401 ? 'credential-invalid' : 'configuration-invalid' } as const }
			: answer.status >= 500
				? { failure: { cause: 'temporarily-unavailable' } as const }
				: {}),
	});
}

/** n8n puts a text of its own in place of any message that holds one of Node's error codes: the code goes into the description. */
const SILENCES: ReadonlyArray<readonly [RegExp, string]> = [
	[/^(ETIMEDOUT|ECONNABORTED)$/, 'no answer came in time'],
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
export function unanswered(node: INode, why: string, about: About): NodeApiError {
	const words = SILENCES.find(([code]) => code.test(why))?.[1] ?? why;
	return new NodeApiError(node, { silence: why } as JsonObject, {
		message: `Xero did not answer: ${words}${at(about.item)}`,
		description: `${
			about.writes
				? 'It is open whether the write was done: look in Xero before sending the record again from another execution. A retry by n8n within this execution (Retry On Fail) is safe.'
				: 'Check the network, and that the Environment in the credential is right. Then run again.'
		}${words === why ? '' : ` (${why})`}`,
		...(about.item === undefined ? {} : { itemIndex: about.item }),
		failure: { cause: 'temporarily-unavailable' },
	});
}

const clockTime = (ms: number): string => DateTime.fromMillis(ms, { zone: 'utc' }).toFormat("yyyy-MM-dd HH:mm 'UTC'");

/** Waiting for Xero's limits was given up. `now` in ms since the epoch. */
export function gaveUp(node: INode, reason: GaveUp, now: number, about: About): NodeApiError | NodeOperationError {
	const itemIndex = about.item === undefined ? {} : { itemIndex: about.item };
	if (reason.why === 'cancelled') {
		// n8n tells a cancelled run from a failed one by this word in this spelling.
		return new NodeOperationError(node, `The execution was canceled before this call was sent${at(about.item)}`, {
			...itemIndex,
			description: 'Nothing of this call was written to Xero.',
		});
	}
	const resets = reason.resetsAt;
	if (reason.why === 'day') {
		return new NodeApiError(node, { limit: 'day' } as JsonObject, {
			...itemIndex,
			message: `Xero's calls for today are used up for this organisation${at(about.item)}`,
			description: `${resets ? `Calls work again from about ${clockTime(resets)}. ` : ''}Xero allows 5,000 calls a day and organisation (1,000 on the Starter tier). Nothing of this call was written.`,
			httpCode: '429',
			failure: { cause: 'quota-exhausted', ...(resets ? { resetsAtEpochMs: resets } : {}) },
		});
	}
	return new NodeApiError(node, { limit: 'minute' } as JsonObject, {
		...itemIndex,
		message: `The wait for Xero's limits got longer than Longest Wait allows${at(about.item)}`,
		description:
			'Nothing of this call was written. Raise Longest Wait in Options, or run fewer calls at the same time for this organisation.',
		httpCode: '429',
		failure: { cause: 'rate-limited', ...(resets ? { retryAfterMs: Math.max(0, resets - now) } : {}) },
	});
}

/** n8n's own refusal (token gone, refresh refused, credential incomplete) in words that tell what to do. */
export function disconnected(
	node: INode,
	headers: Readonly<Record<string, unknown>>,
	detail: string,
	about: About,
): NodeApiError {
	const [message, description] = lacksScope(headers)
		? lacksScopeText(about)
		: ([`Xero no longer accepts this connection, reconnect it`, `${RECONNECT}${detail ? ` ${detail}` : ''}`] as const);
	return new NodeApiError(node, { status: 401 } as JsonObject, {
		message: `${message}${at(about.item)}`,
		description,
		httpCode: '401',
		...(about.item === undefined ? {} : { itemIndex: about.item }),
		failure: { cause: 'credential-invalid' },
	});
}

/** n8n would not even send the request: the address is no address, or the credential holds something impossible. */
export const unsendable = (node: INode, detail: string, about: About): NodeOperationError =>
	new NodeOperationError(node, `The call could not be sent to Xero${at(about.item)}`, {
		...(about.item === undefined ? {} : { itemIndex: about.item }),
		description: `Check Environment and Sandbox URL in the credential. Nothing of this call was written.${detail ? ` n8n says: ${detail}` : ''}`,
	});
