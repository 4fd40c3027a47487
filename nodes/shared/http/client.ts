// Sends a request: waits for its turn, retries, gives the idempotency key.

import { createHash, randomUUID } from 'node:crypto';
import isEqual from 'lodash/isEqual';
import type { NodeApiError } from 'n8n-workflow';
import type { Api } from '../model/operation';
import type { XeroResponse, XeroRequest, Connection } from '../model/request';
import { anyOf } from './abortSignals';
import type { PendingRequest, Attempts } from './attempts';
import { clock, GaveUp, backoff, pause } from './clock';
import type { ErrorSubject } from './errors';
import { forgottenError, gaveUpError, refusedError, unansweredError } from './errors';
import type { RateLimiter, LimiterSlot } from './rateLimiter';
import { rateLimiterOf } from './rateLimiter';
import { LIMITS } from './rateWindow';
import type { N8nContext } from './transport';
import { sendOnce, CREDENTIAL, optionsOf, queryText, readable } from './transport';

const XERO = 'https://api.xero.com';

/** How patient a run is, and what makes its writes recognisable when they are repeated. Times in ms. */
export interface ClientSettings {
	/** Longest wait of one call for limits and retries; what lasts longer is given up. */
	readonly longestWait: number;
	/** Longest wait for one answer. */
	readonly timeout: number;
	readonly cancelled?: AbortSignal;
	/** Names the execution, node and run, so that the same write gets the same Idempotency-Key when n8n retries the node. */
	readonly run: string;
	/** What an earlier try of this very run sent and got. */
	readonly attempts?: Attempts;
}

/** One call's place in its run. */
export interface RequestContext {
	readonly organisation: string;
	/** Tells apart writes of one run that may be alike to the letter: item or first item of a batch. */
	readonly serial: string;
	/** Input items whose work it is, from 0. */
	readonly items?: readonly number[];
	/** The record it is about: label and value of the input that picks it. */
	readonly picked?: ErrorSubject['picked'];
	readonly scope?: string;
	/** Give a write up as soon as Xero repeats a failure to the letter, as it does for one that it knows by its key. */
	readonly untilRepeated?: boolean;
	/** In place of the settings' one; ms. */
	readonly longestWait?: number;
	/** Ends when nobody wants the answer any more: what waits then is not called. */
	readonly signal?: AbortSignal;
}

/** What a run cost. */
export interface Usage {
	calls: number;
	/** Requests among them that may have changed something. */
	writes: number;
	/** ms during which at least one call waited for limits or a retry. */
	waited: number;
	dayLeft: number | undefined;
}

/** The one way to Xero: throttled, retrying, and safe to repeat. */
export interface XeroClient {
	readonly usage: Usage;
	/** Any answer that is final, refusals included. @throws NodeApiError when none could be had. */
	send(request: XeroRequest, sending: RequestContext): Promise<XeroResponse>;
	/** A good answer; that to a write is given again when n8n tries the run again. @throws NodeApiError for anything else. */
	request(request: XeroRequest, sending: RequestContext): Promise<XeroResponse>;
	/** It was found by other means what became of a write: nothing of it is open any more. */
	settle(request: XeroRequest, sending: RequestContext): void;
	/** The error that a refusing answer stands for. */
	refusal(answer: XeroResponse, request: XeroRequest, sending: RequestContext): NodeApiError;
	/** The organisations this credential is connected to; asked once per run. */
	connections(): Promise<readonly Connection[]>;
}

const PASSING = new Set([500, 502, 503, 504]);

/** With these Xero itself has ended the call; behind the others, of machines in between, it may go on. */
const OWN_FAILURE = new Set([500, 503]);

/** Xero remembers an Idempotency-Key for six minutes from the first call: after that a repeat would write again (xero-facts 2.6). */
const KEY_LIFE = 5.5 * 60_000;

/** ms: waits after failures grow to it. */
export const LONGEST_PAUSE = 30_000;

/** As many failures alike are one that is repeated. */
const REPEATED = 3;
const WRITES = new Set(['PUT', 'POST', 'PATCH']);

const idempotencyKey = (parts: readonly string[], body: XeroRequest['body']): string => {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(part).update('\0');
	if (Buffer.isBuffer(body)) hash.update(body);
	else if (body !== undefined) hash.update(JSON.stringify(body));
	return hash.digest('hex');
};

/** Limits wait as Retry-After says (seconds); a minute's limit never longer than a minute or two. */
const retryAfter = (headers: Readonly<Record<string, unknown>>): number | undefined => {
	const seconds = Number(headers['retry-after']);
	return headers['retry-after'] !== undefined && Number.isFinite(seconds) ? Math.max(1, seconds) * 1000 : undefined;
};

/** What makes two failures the same; headers tell the time. */
const contentOf = (failure: XeroResponse | string | undefined): unknown =>
	typeof failure === 'object' ? [failure.status, failure.body] : failure;

const HOUR = 60 * 60_000;

/** How many calls the credential allows at once; what it does not say rightly is what Xero allows. */
const atOnceIn = (given: unknown): number => {
	const count = Number(given);
	return Number.isInteger(count) && count >= 1 && count <= LIMITS.atOnce ? count : LIMITS.atOnce;
};

/** Which limit a 429 is about; compared by prefix and without case, as the values are seen in many forms (xero-facts 2.7). */
function limitIn(headers: Readonly<Record<string, unknown>>): 'day' | 'at once' | 'app' | 'minute' {
	const problem = String(headers['x-rate-limit-problem'] ?? '').toLowerCase();
	if (problem.startsWith('da')) return 'day';
	if (problem.startsWith('conc')) return 'at once';
	return problem.startsWith('app') ? 'app' : 'minute';
}

/**
 * Opens the client for one run of a node.
 * @throws what getCredentials throws when the credential is missing
 */
export async function openClient(
	ctx: N8nContext,
	api: Pick<Api, 'basePath' | 'conventions'>,
	settings: ClientSettings,
): Promise<XeroClient> {
	const credential = await ctx.getCredentials(CREDENTIAL);
	const base = credential.environment === 'sandbox' ? String(credential.sandboxUrl ?? '').replace(/\/+$/, '') : XERO;
	const app = `${String(credential.clientId)}@${base}`;
	const node = ctx.getNode();
	const usage: Usage = { calls: 0, writes: 0, waited: 0, dayLeft: undefined };
	/** Organisation and scope → the error of a call that Xero did not let this credential make: the next ones would end the same way. */
	const ended = new Map<string, unknown>();
	let waiting = 0;
	let waitingSince = 0;

	/** Counts the time in which anything of this run waits, once. */
	const counted = async <T>(wait: Promise<T>): Promise<T> => {
		if (waiting === 0) waitingSince = clock.now();
		waiting += 1;
		try {
			return await wait;
		} finally {
			waiting -= 1;
			if (waiting === 0) usage.waited += clock.now() - waitingSince;
		}
	};

	const aboutOf = ({ method = 'GET', path }: XeroRequest, { items = [], picked, scope }: RequestContext): ErrorSubject => ({
		call: `${method} ${path.replace(api.basePath, '')}`,
		writes: method !== 'GET',
		items,
		...(picked === undefined ? {} : { picked }),
		...(scope === undefined ? {} : { scope }),
		accessRequirements: api.conventions.accessRequirements(scope ?? ''),
		timeout: settings.timeout,
		longestWait: settings.longestWait,
		zone: ctx.getTimezone(),
	});

	/** One try in its place at the limiter, which is told what the answer says before the next call takes the place. */
	const tryOnce = async (
		request: XeroRequest,
		options: ReturnType<typeof optionsOf>,
		about: ErrorSubject,
		limiter: RateLimiter,
		place: LimiterSlot,
		end: string,
	): Promise<XeroResponse | string> => {
		usage.calls += 1;
		if (about.writes) usage.writes += 1;
		try {
			const answer = await sendOnce(ctx, options, request, about, settings.cancelled, api.conventions.isRefusal);
			if (typeof answer !== 'string') updateLimiter(limiter, place, answer);
			return answer;
		} catch (cause) {
			if ((cause as Partial<NodeApiError>).httpCode === '401') ended.set(end, cause);
			throw asIs(cause);
		} finally {
			place.release();
			usage.dayLeft = limiter.dayLeft;
		}
	};

	/** Sends until there is a final answer. `before` is what an earlier try of this run left open: it goes again as it was. */
	const persist = async (
		request: XeroRequest,
		sending: RequestContext,
		place: string,
		before: PendingRequest | undefined,
	): Promise<XeroResponse> => {
		const limiter = rateLimiterOf(app, sending.organisation);
		limiter.callsAtOnce = atOnceIn(credential.callsAtOnce);
		const unwanted = anyOf(settings.cancelled, sending.signal);
		const about = aboutOf(request, sending);
		const key = before
			? before.key
			: WRITES.has(request.method ?? 'GET')
				? idempotencyKey([place, request.path, queryText(request.query)], request.body)
				: undefined;
		const sent = before?.request ?? request;
		const options = optionsOf(
			base,
			{ ...sent, path: `${api.basePath}${sent.path}` },
			sending.organisation,
			key,
			settings.timeout,
		);
		const asked = clock.now();
		let first = before?.since;
		// What the latest try that failed came to. With a write it is open then whether it was done.
		let failure: XeroResponse | string | undefined = before ? 'an earlier try had no answer' : undefined;
		let retries = 0;
		/** Failures of which each is the one before to the letter. */
		let alike = 0;
		let allAnswered = before === undefined;
		const givenUp = (answer: XeroResponse): XeroResponse => ({ ...answer, tries: { since: first!, allAnswered } });
		const end = `${sending.organisation} ${sending.scope ?? ''}`;
		/** A write of which it is open whether it was done is followed to its end. */
		const over = (): AbortSignal | undefined => (failure !== undefined && about.writes ? settings.cancelled : unwanted);
		/** ms for which another try makes sense: patience, and for a write in doubt the life of its key. */
		const left = (): number => {
			const life = key === undefined || failure === undefined || first === undefined ? Infinity : first + KEY_LIFE - clock.now();
			return Math.min((sending.longestWait ?? settings.longestWait) - (clock.now() - asked), life);
		};
		try {
			for (;;) {
				if (left() < 0) throw new GaveUp('too long');
				const turn = await counted(limiter.enter(left(), over()));
				if (ended.has(end)) {
					turn.release();
					throw asIs(ended.get(end));
				}
				first ??= clock.now();
				const answer = await tryOnce(sent, options, about, limiter, turn, end);
				const quiet = typeof answer === 'string';
				const limited = !quiet && answer.status === 429;
				if (!quiet && !limited && !PASSING.has(answer.status)) {
					limiter.refundRetry();
					// A DELETE has no key: when it is repeated after a lost answer, "not there" means that it was done.
					const gone = request.method === 'DELETE' && answer.status === 404 && failure !== undefined;
					return gone ? { ...answer, status: 204, body: '' } : answer;
				}
				if (!limited) {
					alike = isEqual(contentOf(failure), contentOf(answer)) ? alike + 1 : 1;
					if (quiet || !OWN_FAILURE.has(answer.status)) allAnswered = false;
					failure = answer;
					if (about.writes) settings.attempts?.open(place, { request: sent, key, since: first });
				}
				if (sending.untilRepeated && !quiet && allAnswered && alike >= REPEATED) return givenUp(answer);
				const wait = limited
					? waitAfter429(answer)
					: Math.max(limiter.retryIn(), (quiet ? undefined : retryAfter(answer.headers)) ?? backoff(retries, LONGEST_PAUSE));
				if (!limited) retries += 1;
				if (wait > left()) {
					if (limited) throw new GaveUp('too long', clock.now() + wait);
					if (!quiet) return givenUp(answer);
					throw unansweredError(node, answer, about);
				}
				await counted(pause(wait, over()));
			}
		} catch (cause) {
			if (!(cause instanceof GaveUp) || failure === undefined) throw asIs(cause);
			// A write given up in doubt must not read as if nothing had been written.
			if (about.writes && cause.why === 'cancelled') throw gaveUpError(node, cause, clock.now(), about, true);
			if (about.writes) throw unansweredError(node, typeof failure === 'string' ? failure : `status ${failure.status}`, about);
			// It was given up for this, and not for a limit.
			if (cause.why !== 'too long') throw asIs(cause);
			if (typeof failure === 'string') throw unansweredError(node, failure, about);
			return failure;
		}
	};

	/** Tells the limiter what all calls must know. */
	const updateLimiter = (limiter: RateLimiter, place: LimiterSlot, answer: XeroResponse): void => {
		place.updateFromHeaders(answer.status, answer.headers);
		if (answer.status !== 429) return;
		const wait = retryAfter(answer.headers);
		const limit = limitIn(answer.headers);
		if (limit === 'day') limiter.dayUsedUp(wait ?? HOUR);
		else if (limit === 'at once' || wait === undefined) limiter.fewerAtOnce();
		else limiter.holdFor(wait, limit === 'app' ? 'app' : 'organisation');
	};

	/** How long a call waits after a 429; where it was one too many at once, all calls wait at the limiter. @throws GaveUp for the day. */
	const waitAfter429 = ({ headers }: XeroResponse): number => {
		const wait = retryAfter(headers);
		const limit = limitIn(headers);
		if (limit === 'day') throw new GaveUp('day', wait === undefined ? undefined : clock.now() + wait);
		return limit === 'at once' || wait === undefined ? 0 : wait;
	};

	const placeOf = ({ method = 'GET' }: XeroRequest, { organisation, serial }: RequestContext): string =>
		[settings.run || randomUUID(), organisation, serial, method].join('\n');

	const client: XeroClient = {
		usage,
		send: async (request, sending) => {
			const about = aboutOf(request, sending);
			const place = placeOf(request, sending);
			const before = about.writes ? settings.attempts?.recall(place) : undefined;
			try {
				const answer = await persist(request, sending, place, before);
				// Answered for good: what is sent in its place is another write.
				if (!PASSING.has(answer.status)) settings.attempts?.close(place);
				return answer;
			} catch (cause) {
				if (cause instanceof GaveUp) throw gaveUpError(node, cause, clock.now(), about);
				throw asIs(cause);
			}
		},
		request: async (request, sending) => {
			const written = (request.method ?? 'GET') === 'GET' ? undefined : settings.attempts;
			const place = placeOf(request, sending);
			const known = written?.answerTo(place);
			if (known === 'forgotten') throw forgottenError(node, aboutOf(request, sending));
			if (known) return known;
			const answer = await client.send(request, sending);
			if (answer.status >= 300 && answer.status !== 304) throw client.refusal(answer, request, sending);
			written?.keepAnswer(place, answer);
			return answer;
		},
		settle: (request, sending) => settings.attempts?.close(placeOf(request, sending)),
		refusal: (answer, request, sending) =>
			refusedError(node, answer, api.conventions.sentences(readable(answer.body)), aboutOf(request, sending)),
		connections: async () => {
			asking ??= listed();
			return await asking;
		},
	};
	let asking: Promise<readonly Connection[]> | undefined;

	/** GET /connections counts against no organisation's limit. */
	const listed = async (): Promise<readonly Connection[]> => {
		const request: XeroRequest = { path: '/connections' };
		const sending: RequestContext = { organisation: '', serial: 'connections' };
		const asked = clock.now();
		for (let retries = 0; ; retries += 1) {
			const options = optionsOf(base, request, '', undefined, settings.timeout);
			const answer = await sendOnce(ctx, options, request, aboutOf(request, sending), settings.cancelled);
			const passing = typeof answer === 'string' || PASSING.has(answer.status) || answer.status === 429;
			const wait = backoff(retries, LONGEST_PAUSE);
			if (!passing || clock.now() - asked + wait > settings.longestWait) {
				if (typeof answer === 'string') throw unansweredError(node, answer, aboutOf(request, sending));
				if (answer.status >= 400) throw client.refusal(answer, request, sending);
				return (Array.isArray(answer.body) ? (answer.body as Connection[]) : []).filter(
					({ tenantType }) => tenantType !== 'APPLICATION',
				);
			}
			try {
				await pause(wait, settings.cancelled);
			} catch (cause) {
				throw cause instanceof GaveUp ? gaveUpError(node, cause, clock.now(), aboutOf(request, sending)) : asIs(cause);
			}
		}
	};
	return client;
}

/** Thrown on as it is: made an error of n8n's further down already. */
const asIs = (cause: unknown): Error => cause as Error;
