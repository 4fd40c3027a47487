// Sends a request until its answer is final: waits for its turn, decides whether and when to try again.

import isEqual from 'lodash/isEqual';
import type { NodeApiError } from 'n8n-workflow';
import type { XeroRequest, XeroResponse } from '../model/request';
import { anyOf } from './abortSignals';
import type { PendingRequest } from './pendingRequests';
import { backoff, clock, GaveUp, pause } from './clock';
import type { ErrorSubject } from './errors';
import { gaveUpError, unansweredError } from './errors';
import { idempotencyKey, KEY_LIFE } from './idempotency';
import { retryAfter, updateLimiter, waitAfter429 } from './limitHeaders';
import type { LimiterSlot, RateLimiter } from './rateLimiter';
import { rateLimiterOf } from './rateLimiter';
import type { RequestContext, Session } from './session';
import { optionsOf, sendOnce } from './transport';
import { toError } from '../model/values';

/** Failures that may pass. */
export const PASSING_STATUSES: ReadonlySet<number> = new Set([500, 502, 503, 504]);

/** With these Xero itself has ended the call; behind the others, of machines in between, it may go on. */
const OWN_FAILURE = new Set([500, 503]);

/** ms: waits after failures grow to it. */
export const LONGEST_PAUSE = 30_000;

/** As many failures alike are one that is repeated. */
const REPEATED = 3;

/** What makes two failures the same; headers tell the time. */
const contentOf = (failure: XeroResponse | string | undefined): unknown =>
	typeof failure === 'object' ? [failure.status, failure.body] : failure;

/** One try in its place at the limiter, which is told what the answer says before the next call takes the place. */
async function tryOnce(
	{ ctx, settings, conventions, usage, ended }: Session,
	request: XeroRequest,
	options: ReturnType<typeof optionsOf>,
	about: ErrorSubject,
	limiter: RateLimiter,
	slot: LimiterSlot,
	end: string,
): Promise<XeroResponse | string> {
	usage.calls += 1;
	if (about.writes) usage.writes += 1;
	try {
		const answer = await sendOnce(ctx, options, request, about, settings.cancelled, conventions.isRefusal);
		if (typeof answer !== 'string') updateLimiter(limiter, slot, answer);
		return answer;
	} catch (cause) {
		if ((cause as Partial<NodeApiError>).httpCode === '401') ended.set(end, cause);
		throw toError(cause);
	} finally {
		slot.release();
		usage.dayLeft = limiter.dayLeft;
	}
}

/**
 * Sends until there is a final answer.
 * @param place the call's place in its run
 * @param before what an earlier try of this run left open: it goes again as it was
 * @throws NodeApiError when there is none, GaveUp when the call was not sent
 */
export async function sendUntilFinal(
	session: Session,
	request: XeroRequest,
	sending: RequestContext,
	place: string,
	before: PendingRequest | undefined,
): Promise<XeroResponse> {
	const { settings, node, ended } = session;
	const limiter = rateLimiterOf(session.app, sending.organisation);
	limiter.callsAtOnce = session.callsAtOnce;
	const unwanted = anyOf(settings.cancelled, sending.signal);
	const about = session.subjectOf(request, sending);
	const key = before ? before.key : idempotencyKey(place, request);
	const sent = before?.request ?? request;
	const options = optionsOf(session.base, session.whole(sent), sending.organisation, key, settings.timeout);
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
	/** ms for which another try makes sense: the longest wait, and for a write in doubt the life of its key. */
	const left = (): number => {
		const life = key === undefined || failure === undefined || first === undefined ? Infinity : first + KEY_LIFE - clock.now();
		return Math.min((sending.longestWait ?? settings.longestWait) - (clock.now() - asked), life);
	};
	try {
		for (;;) {
			if (left() < 0) throw new GaveUp('too long');
			const slot = await session.counted(limiter.enter(left(), over()));
			if (ended.has(end)) {
				slot.release();
				throw toError(ended.get(end));
			}
			first ??= clock.now();
			const answer = await tryOnce(session, sent, options, about, limiter, slot, end);
			const quiet = typeof answer === 'string';
			const limited = !quiet && answer.status === 429;
			if (!quiet && !limited && !PASSING_STATUSES.has(answer.status)) {
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
			await session.counted(pause(wait, over()));
		}
	} catch (cause) {
		if (!(cause instanceof GaveUp) || failure === undefined) throw toError(cause);
		// A write given up in doubt must not read as if nothing had been written.
		if (about.writes && cause.why === 'cancelled') throw gaveUpError(node, cause, clock.now(), about, true);
		if (about.writes) throw unansweredError(node, typeof failure === 'string' ? failure : `status ${failure.status}`, about);
		// It was given up for this, and not for a limit.
		if (cause.why !== 'too long') throw toError(cause);
		if (typeof failure === 'string') throw unansweredError(node, failure, about);
		return failure;
	}
}
