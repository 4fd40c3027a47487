/**
 * What the rest of the project (tests, demo, benchmarks, end-to-end runs) may rely on from the local Xero.
 * The sandbox never imports from `nodes/`: its rules come from Xero's OpenAPI files and documented behaviour.
 */
import type { Bookkeeping } from './bookkeeping';

/** Time as the sandbox sees it: `now` in ms since the epoch, `sleep` in ms of that same time. Injectable to run a minute in a second. */
export interface Clock {
	now(): number;
	sleep(ms: number): Promise<void>;
}

/** Xero's limits; every one can be changed for a test. Calls, not items. */
export interface Limits {
	/** Calls per organisation in 60 s (60 at Xero). */
	minute: number;
	/** Calls per organisation and day (5,000 at Xero, 1,000 on the Starter tier). */
	day: number;
	/** Calls of one organisation under way at once (5 at Xero). */
	concurrent: number;
	/** Calls of one app over all organisations per minute (10,000 at Xero). */
	appMinute: number;
}

/** One thing that goes wrong on demand. The first fault whose `match` fits a call and which is not used up is applied to it. */
export interface Fault {
	/**
	 * Which calls: method and/or path (a substring or a pattern over the path below the host), e.g. { method: 'PUT', path: '/Invoices' }.
	 * Every API call when absent; the token endpoint only when the path names it ('/connect/token').
	 */
	match?: { method?: string; path?: string | RegExp };
	/** How many calls it hits; unlimited when absent. */
	times?: number;
	/** For how long it hits calls, in ms of the sandbox's clock from the first one on; for good when absent. */
	lasts?: number;
	/** How many matching calls pass unharmed first. */
	after?: number;
	/** Share of the matching calls it hits (0..1), drawn from a seeded generator; all when absent. */
	share?: number;
	/** Seed of that generator. */
	seed?: number;
	what:
		/** Real ms, as all delays, unless `delays` says otherwise. */
		| { kind: 'latency'; ms: number }
		| { kind: 'status'; status: number; as?: 'json' | 'text' | 'html'; body?: unknown; headers?: Record<string, string> }
		| { kind: 'limit'; problem: 'minute' | 'day' | 'appminute' | 'concurrent'; retryAfter?: number }
		/** The connection is cut before the write is done: nothing was written. */
		| { kind: 'dropBefore' }
		/** The write is done (and remembered under its Idempotency-Key), then the connection is cut. */
		| { kind: 'dropAfter' }
		/** The answer's headers are sent, its body trickles so that it takes `ms`. */
		| { kind: 'slowBody'; ms: number }
		/** The call is done, the answer's headers are sent, then a blank (which may stand before JSON) every `ms`, and never the body. */
		| { kind: 'drip'; ms: number }
		/** A list answers with only half of the page's elements, as a cut page. This one and the next fit GETs of lists only. */
		| { kind: 'halfPage' }
		/** The same page again whatever page is asked for. */
		| { kind: 'samePage' }
		/**
		 * The call is done, then its answer says something else: `change` gets a copy of the JSON body (undefined where there is none) and
		 * gives the one that is sent (and remembered under the call's Idempotency-Key). `halfAnswers` has the ones that matter.
		 */
		| {
				kind: 'answer';
				change: (body: unknown) => unknown;
				/** Of the answer; the call's own when absent. */
				status?: number;
				/** False takes back, before the answer goes out, all that the call wrote: no webhook tells of it. True when absent. */
				keepWrite?: boolean;
		  };
}

/** One API call the sandbox answered, as a witness of what the client really did. */
export interface CallRecord {
	method: string;
	/** Path with query string, below the host. */
	url: string;
	tenant?: string;
	/** 0 when the connection was cut instead of answering. */
	status: number;
	/** The limit that refused it, as `X-Rate-Limit-Problem` says. */
	limit?: 'minute' | 'day' | 'appminute' | 'concurrent';
	idempotencyKey?: string;
	/** True when the answer was replayed from the Idempotency-Key memory. */
	replayed: boolean;
	/** True when the sandbox has no such operation: the 404 is about the call and not about a record. */
	unknown?: true;
	/** Clock time (ms) at which the call arrived. */
	at: number;
	/** Parsed JSON request body, when there was one. */
	body?: unknown;
	headers: Record<string, string | string[] | undefined>;
}

/** An app registered with the sandbox's identity server. */
export interface SandboxApp {
	name: string;
	clientId: string;
	/** Absent for PKCE apps. */
	clientSecret?: string;
	/** What its webhooks are signed with, as UTF-8. */
	webhooksKey: string;
	kind: 'web' | 'pkce' | 'custom';
	/** Scopes the app may be granted; asking for another one refuses the whole consent, as Xero does. */
	scopes: readonly string[];
	/** Tenant ids it is connected to without a consent (custom connections have exactly one). */
	tenants: readonly string[];
}

/** What an app can choose to be told of. The sandbox itself never makes a SUBSCRIPTION event. */
export type WebhookCategory = 'CONTACT' | 'INVOICE' | 'CREDITNOTE' | 'PREPAYMENT' | 'OVERPAYMENT' | 'SUBSCRIPTION';

/** One event as it goes over the wire. Category and type are open, so that a test can send what Xero may send one day. */
export interface WebhookEvent {
	resourceUrl: string;
	resourceId: string;
	tenantId: string;
	tenantType: 'ORGANISATION' | 'APPLICATION';
	/** A {@link WebhookCategory} at Xero. */
	eventCategory: string;
	/** CREATE or UPDATE at Xero; archiving is an UPDATE. */
	eventType: string;
	/** UTC with milliseconds and without a zone: 2025-12-02T00:44:09.923 */
	eventDateUtc: string;
	/** Of credit notes, prepayments and overpayments only. */
	data?: { Type: string; Status: string; UpdatedDateUTCString?: string };
}

/** The one delivery URL of an app. */
export interface WebhookSubscription {
	app: SandboxApp['kind'];
	url: string;
	categories: readonly WebhookCategory[];
	/** 'intentRequired' until the Intent to Receive is passed, 'retrying' while a delivery fails, 'disabled' after 24 h of that. */
	status: 'ok' | 'intentRequired' | 'retrying' | 'disabled';
	/** Which answer was wrong, unless the status is 'ok'. */
	reason?: string;
	/** Events that were not delivered yet. */
	waiting: number;
}

/** One POST to a delivery URL. */
export interface WebhookAttempt {
	app: SandboxApp['kind'];
	url: string;
	/** Clock time (ms) at which it was sent. */
	at: number;
	kind: 'intent' | 'events';
	/** Of the answer; 0 when there was none in time. */
	status: number;
	signedRight: boolean;
	/** How many it carried. */
	events: number;
	firstEventSequence: number;
	lastEventSequence: number;
	/** Counts the tries of one delivery, or the requests of one Intent to Receive; from 1. */
	attempt: number;
	/** Real ms. */
	took: number;
	/** The answer's body (at most 64 KB of it). */
	body: string;
}

/** Webhooks as the developer portal has them. The app is 'web' where none is named. */
export interface Webhooks {
	/**
	 * As the Webhooks page of the developer portal does: sets the app's one delivery URL and checks the Intent to Receive. Registering
	 * again (another URL, or to enable what was disabled) checks it anew and then sends what is waiting. Every category when none is named.
	 * Real Xero takes https on port 443 only; here it is http(s) on a loopback address.
	 *
	 * @throws RangeError when the URL leads off this machine.
	 */
	register(
		url: string,
		options?: { app?: SandboxApp['kind']; categories?: readonly WebhookCategory[] },
	): Promise<WebhookSubscription>;
	subscription(app?: SandboxApp['kind']): WebhookSubscription | undefined;
	/** Takes the delivery URL away, and all that was waiting for it. */
	remove(app?: SandboxApp['kind']): void;
	/**
	 * Adds events as if they had happened, whatever categories and organisations the app has, for what the sandbox cannot do itself
	 * (subscriptions, unknown categories, masses). They are batched and sent like all.
	 *
	 * @throws Error when the app has no delivery URL that has passed the Intent to Receive.
	 */
	emit(events: readonly WebhookEvent[], app?: SandboxApp['kind']): void;
	/**
	 * A body and its headers as they would be sent now, without sending: for clients that send themselves. It uses up the sequence
	 * numbers of its events; without events it is a request of the Intent to Receive. `signed: false` gives a wrong signature.
	 */
	delivery(
		events: readonly WebhookEvent[],
		options?: { app?: SandboxApp['kind']; signed?: boolean },
	): { body: string; headers: Record<string, string> };
	/** Every POST made, oldest first. */
	readonly attempts: readonly WebhookAttempt[];
	/**
	 * Resolves once everything collected so far was delivered or has failed (does not wait for the retries that come 15 minutes apart, but
	 * for those that are due). A clock that stands still has to be moved past the collecting first.
	 */
	idle(): Promise<void>;
}

export interface SandboxOptions {
	/** 0 takes a free port. */
	port?: number;
	/** Loopback only. Default 127.0.0.1. */
	host?: string;
	clock?: Clock;
	/** 'demo' is the whole Demo Company, 'small' a few records of each kind for quick tests, 'empty' only what Xero creates with an organisation. Default 'demo'. */
	seed?: 'demo' | 'small' | 'empty';
	/** Adds the organisation of the generated year, from this seed. None when absent. */
	generatedYear?: number;
	/**
	 * When the data is made, which takes a second: 'before' the sandbox listens, or 'afterwards', so that its address is known at once and
	 * the first calls wait. Default 'before'.
	 */
	seeding?: 'before' | 'afterwards';
	limits?: Partial<Limits>;
	/**
	 * How minutes are counted, which Xero does not say: in 'fixed' windows, each opened by the first call after the last one ended, or
	 * 'sliding', so that every call counts for 60 s. Default 'fixed'.
	 */
	minutes?: 'fixed' | 'sliding';
	/** The moment of which an answer's headers tell the calls left: its call's 'arrival' or the 'answer'. Default 'answer'. */
	remainingAt?: 'arrival' | 'answer';
	/** Delay of every API answer in ms, for benchmarks. */
	latency?: number;
	/** What `latency` and the fault of this name go by: 'real' time, or that of the sandbox's 'clock'. Default 'real'. */
	delays?: 'real' | 'clock';
	/** Largest request body in bytes; above it the answer is 413. Default 10 MB. */
	maxBody?: number;
	/**
	 * Webhooks: `collect` is how long (ms of the clock, default 1,000) events are collected before they are sent together, `timeout` how
	 * long (real ms, 5,000 at Xero) an answer may take, `perDelivery` how many events are sent at once at most (default 100).
	 */
	webhooks?: { collect?: number; timeout?: number; perDelivery?: number };
	/** Called for each answered call. */
	log?: (call: CallRecord) => void;
}

export interface Sandbox {
	/** e.g. http://127.0.0.1:4010 */
	readonly url: string;
	readonly apps: { readonly web: SandboxApp; readonly pkce: SandboxApp; readonly custom: SandboxApp };
	/** The organisations; `tenantId` is what goes into the Xero-tenant-id header. From the third on they are connected only where they are named. */
	readonly organisations: ReadonlyArray<{ tenantId: string; name: string }>;
	/** Every API call since the start or the last `forget()`. */
	readonly calls: readonly CallRecord[];
	forget(): void;
	limits: Limits;
	latency: number;
	/** Adds a fault; the function returned takes it away again. */
	fail(fault: Fault): () => void;
	clearFaults(): void;
	/** An access token (with refresh token) as a finished consent would have given it: for tests that do not want to click. */
	issue(options?: {
		app?: 'web' | 'pkce' | 'custom';
		scopes?: readonly string[];
		tenants?: readonly string[];
		/** Seconds until it expires; 1,800 at Xero. */
		expiresIn?: number;
	}): { access_token: string; refresh_token?: string; expires_in: number; token_type: 'Bearer'; scope: string };
	/** Makes every access token expired now (refresh still works). */
	expireTokens(): void;
	/** Revokes every token: refreshing answers invalid_grant. */
	revokeTokens(): void;
	/** Takes the organisation away from all connections: calls for it answer 403 AuthenticationUnsuccessful. */
	disconnect(tenantId: string): void;
	/** A deep copy of what the organisation holds, by Xero's plural name, e.g. records(tenant, 'Invoices'). Plain JSON with ISO dates. */
	records(tenantId: string, plural: string): ReadonlyArray<Record<string, unknown>>;
	/**
	 * Posts a draft pay run, which people do in Xero and no API does: its timesheets are completed, its calendar moves on.
	 *
	 * @throws RangeError when the organisation has no such draft.
	 */
	postPayRun(tenantId: string, payRunID: string): void;
	/**
	 * Gives an organisation in Australia the earnings rate Redundancy of older ones: a rate per unit without a type of units, which Xero
	 * refuses when it is sent back with all other pay items.
	 *
	 * @throws RangeError for an organisation without that payroll.
	 */
	addRedundancyRate(tenantId: string): void;
	/** Adds the organisation of the generated year, connected only where it is named; again with another seed, it fills it anew. Seed 1 when absent. */
	generateYear(seed?: number): { tenantId: string; name: string };
	/** What people and other products of Xero do in the books of an organisation, and no API does. */
	readonly bookkeeping: Bookkeeping;
	readonly webhooks: Webhooks;
	/** How often the token endpoint was asked, by grant type. */
	readonly tokenRequests: Readonly<Record<string, number>>;
	stop(): Promise<void>;
}
