// The one way to Xero: throttled, retrying, and safe to repeat.

import { randomUUID } from 'node:crypto';
import type { NodeApiError } from 'n8n-workflow';
import type { Api } from '../model/operation';
import type { Connection, XeroRequest, XeroResponse } from '../model/request';
import { backoff, clock, GaveUp, pause } from './clock';
import { forgottenError, gaveUpError, refusedError, unansweredError } from './errors';
import { mayBeOfOtherCountry, ORGANISATION, otherCountry } from './otherCountry';
import { LONGEST_PAUSE, PASSING_STATUSES, sendUntilFinal } from './retry';
import type { ClientSettings, RequestContext, Usage } from './session';
import { Session } from './session';
import type { N8nContext } from './transport';
import { optionsOf, readable, sendOnce } from './transport';
import { toError } from '../model/values';

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

/** A call's place in its run: the same in each try of it. */
const placeOf = ({ settings }: Session, { method = 'GET' }: XeroRequest, { organisation, serial }: RequestContext): string =>
	[settings.run || randomUUID(), organisation, serial, method].join('\n');

/**
 * Opens the client for one run of a node.
 * @throws what getCredentials throws when the credential is missing
 */
export async function openClient(
	ctx: N8nContext,
	api: Pick<Api, 'basePath' | 'conventions'>,
	settings: ClientSettings,
): Promise<XeroClient> {
	const session = await Session.open(ctx, api, settings);
	const { node, usage } = session;
	let asking: Promise<readonly Connection[]> | undefined;
	const client: XeroClient = {
		usage,
		send: async (request, sending) => {
			const about = session.subjectOf(request, sending);
			const place = placeOf(session, request, sending);
			const before = about.writes ? settings.attempts?.recall(place) : undefined;
			try {
				const answer = await sendUntilFinal(session, request, sending, place, before);
				// Answered for good: what is sent in its place is another write.
				if (!PASSING_STATUSES.has(answer.status)) settings.attempts?.close(place);
				if (mayBeOfOtherCountry(session.conventions, request, answer)) await lookUpCountry(session, sending);
				return answer;
			} catch (cause) {
				if (cause instanceof GaveUp) throw gaveUpError(node, cause, clock.now(), about);
				throw toError(cause);
			}
		},
		request: async (request, sending) => {
			const attempts = (request.method ?? 'GET') === 'GET' ? undefined : settings.attempts;
			const place = placeOf(session, request, sending);
			const known = attempts?.answerTo(place);
			if (known === 'forgotten') throw forgottenError(node, session.subjectOf(request, sending));
			if (known) return known;
			const answer = await client.send(request, sending);
			if (answer.status >= 300 && answer.status !== 304) throw client.refusal(answer, request, sending);
			attempts?.keepAnswer(place, answer);
			return answer;
		},
		settle: (request, sending) => settings.attempts?.close(placeOf(session, request, sending)),
		refusal: (answer, request, sending) =>
			refusedError(
				node,
				answer,
				api.conventions.sentences(readable(answer.body), request.body, sending.labelOf),
				session.subjectOf(request, sending),
			),
		connections: async () => {
			asking ??= connectionsOf(session, client);
			return await asking;
		},
	};
	return client;
}

/** Finds out, once a run, whether an organisation is of another country; where that cannot be told, Xero's own answer has to do. */
async function lookUpCountry(session: Session, { organisation }: RequestContext): Promise<void> {
	if (session.elsewhere.has(organisation)) return;
	session.elsewhere.set(organisation, undefined);
	const { scope, ...request } = ORGANISATION;
	const sending: RequestContext = { organisation, serial: 'country', scope };
	try {
		const answer = await sendUntilFinal(session, request, sending, placeOf(session, request, sending), undefined);
		session.elsewhere.set(organisation, otherCountry(session.conventions, answer));
	} catch {
		// It is the call before that is to be told of, not this one.
	}
}

/** GET /connections counts against no organisation's limit. */
async function connectionsOf(session: Session, client: XeroClient): Promise<readonly Connection[]> {
	const { ctx, node, base, settings } = session;
	const request: XeroRequest = { path: '/connections' };
	const sending: RequestContext = { organisation: '', serial: 'connections' };
	const about = session.subjectOf(request, sending);
	const asked = clock.now();
	for (let retries = 0; ; retries += 1) {
		const options = optionsOf(base, request, '', undefined, settings.timeout);
		const answer = await sendOnce(ctx, options, request, about, settings.cancelled);
		const isPassing = typeof answer === 'string' || PASSING_STATUSES.has(answer.status) || answer.status === 429;
		const wait = backoff(retries, LONGEST_PAUSE);
		if (!isPassing || clock.now() - asked + wait > settings.longestWait) {
			if (typeof answer === 'string') throw unansweredError(node, answer, about);
			if (answer.status >= 400) throw client.refusal(answer, request, sending);
			return (Array.isArray(answer.body) ? (answer.body as Connection[]) : []).filter(
				({ tenantType }) => tenantType !== 'APPLICATION',
			);
		}
		try {
			await pause(wait, settings.cancelled);
		} catch (cause) {
			throw cause instanceof GaveUp ? gaveUpError(node, cause, clock.now(), about) : toError(cause);
		}
	}
}
