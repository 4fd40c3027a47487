// What the calls of one run share: credential, settings, what they cost.

import type { INode } from 'n8n-workflow';
import type { Api, Conventions, LabelOf } from '../model/operation';
import type { XeroRequest } from '../model/request';
import { withMsDates } from '../model/xeroDates';
import type { Attempts } from './pendingRequests';
import { clock } from './clock';
import type { ErrorSubject } from './errors';
import { LIMITS } from './rateWindow';
import type { N8nContext } from './transport';
import { CREDENTIAL } from './transport';

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
	/** What people call the inputs that the body was made of. */
	readonly labelOf?: LabelOf;
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

/** How many calls the credential allows at once; what it does not say rightly is what Xero allows. */
const atOnceIn = (given: unknown): number => {
	const count = Number(given);
	return Number.isInteger(count) && count >= 1 && count <= LIMITS.atOnce ? count : LIMITS.atOnce;
};

/** The calls of one run of a node. */
export class Session {
	readonly usage: Usage = { calls: 0, writes: 0, waited: 0, dayLeft: undefined };
	/** Organisation and scope → the error of a call that Xero did not let this credential make: the next ones would end the same way. */
	readonly ended = new Map<string, unknown>();
	/** Organisation → what is said of it when it is found to be of another country. */
	readonly elsewhere = new Map<string, ErrorSubject['elsewhere']>();
	readonly node: INode;
	private waiting = 0;
	private waitingSince = 0;

	private constructor(
		readonly ctx: N8nContext,
		readonly settings: ClientSettings,
		private readonly basePath: string,
		readonly conventions: Conventions,
		/** Xero's address, or the sandbox's. */
		readonly base: string,
		/** The app that is connected, there. */
		readonly app: string,
		readonly callsAtOnce: number,
	) {
		this.node = ctx.getNode();
	}

	/** @throws what getCredentials throws when the credential is missing */
	static async open(
		ctx: N8nContext,
		{ basePath, conventions }: Pick<Api, 'basePath' | 'conventions'>,
		settings: ClientSettings,
	): Promise<Session> {
		const credential = await ctx.getCredentials(CREDENTIAL);
		const base = credential.environment === 'sandbox' ? String(credential.sandboxUrl ?? '').replace(/\/+$/, '') : XERO;
		const app = `${String(credential.clientId)}@${base}`;
		return new Session(ctx, settings, basePath, conventions, base, app, atOnceIn(credential.callsAtOnce));
	}

	/** A request with the whole path and its days as the API writes them, as it is sent. */
	whole<R extends XeroRequest>(request: R): R {
		const { calendarDates, writesMsDates = false } = this.conventions;
		const path = `${request.basePath ?? this.basePath}${request.path}`;
		const inMs = writesMsDates && request.basePath === undefined && request.body !== undefined;
		return { ...request, path, ...(inMs ? { body: withMsDates(request.body, calendarDates) } : {}) };
	}

	/** What a message may say of a call. */
	subjectOf({ method = 'GET', path }: XeroRequest, { organisation, items = [], picked, scope }: RequestContext): ErrorSubject {
		const elsewhere = this.elsewhere.get(organisation);
		return {
			call: `${method} ${path.replace(this.basePath, '')}`,
			writes: method !== 'GET',
			items,
			...(picked === undefined ? {} : { picked }),
			...(scope === undefined ? {} : { scope }),
			...(elsewhere === undefined ? {} : { elsewhere }),
			accessRequirements: this.conventions.accessRequirements(scope ?? ''),
			timeout: this.settings.timeout,
			longestWait: this.settings.longestWait,
			zone: this.ctx.getTimezone(),
		};
	}

	/** Counts the time in which anything of this run waits, once. */
	async counted<T>(wait: Promise<T>): Promise<T> {
		if (this.waiting === 0) this.waitingSince = clock.now();
		this.waiting += 1;
		try {
			return await wait;
		} finally {
			this.waiting -= 1;
			if (this.waiting === 0) this.usage.waited += clock.now() - this.waitingSince;
		}
	}
}
