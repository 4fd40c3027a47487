import type { Clock, SandboxApp, WebhookAttempt, WebhookCategory, WebhookEvent, WebhookSubscription } from '../contract';
import { deliveryOf, type Delivery } from './delivery';
import { intentRefused } from './intent';
import type { Posted, Poster } from './posting';

/** What a subscription works with. */
export interface SubscriptionParts {
	app: SandboxApp;
	clock: Clock;
	/** Ms of the clock. */
	collect: number;
	perDelivery: number;
	poster: Poster;
	/** The next sequence number of the app. */
	number: () => number;
	record: (attempt: WebhookAttempt) => void;
	/** Told after everything that came to an end. */
	settled: () => void;
}

interface Waiting {
	event: WebhookEvent;
	sequence: number;
	/** Clock time (ms) at which it happened. */
	at: number;
}

/* Ms of the clock: what failed is sent again at once, then every 15 minutes for 24 hours, then the subscription is disabled; what was
 * not delivered is kept for 31 days [R]. */
const RETRY = 15 * 60_000;
const DAY = 24 * 60 * 60_000;
const KEPT = 31 * DAY;

/** Longest real ms between two looks at the clock while something is waiting for it: clocks may run faster than the machine's. */
const LOOK = 20;

/** The delivery URL of one app, with what is waiting for it. Deliveries are made one after the other, in order. */
export class Subscription {
	private url = '';
	private categories: readonly WebhookCategory[] = [];
	private status: WebhookSubscription['status'] = 'intentRequired';
	private reason: string | undefined;
	/** Whether the Intent to Receive was ever passed: only then events are kept [M]. */
	private begun = false;
	private waiting: Waiting[] = [];
	/** The delivery that is tried until it gets through; every try sends the very same body. */
	private current: Delivery | undefined;
	private tries = 0;
	private failingSince: number | undefined;
	private retryAt = 0;
	private underWay: Promise<void> | undefined;
	/** Counts registrations: only the latest one's check decides. */
	private round = 0;
	private checking = false;
	private timer: NodeJS.Timeout | undefined;
	private readonly ending = new AbortController();

	constructor(private readonly parts: SubscriptionParts) {}

	get view(): WebhookSubscription {
		const { url, categories, status, reason, waiting } = this;
		const why = reason === undefined ? {} : { reason };
		return { app: this.parts.app.kind, url, categories, status, ...why, waiting: waiting.length };
	}

	/** Whether it keeps events that happen. */
	get keeps(): boolean {
		return this.begun;
	}

	/** Sets the URL and checks the Intent to Receive; when it is passed, what is waiting is sent. */
	async register(url: string, categories: readonly WebhookCategory[]): Promise<void> {
		const round = (this.round += 1);
		Object.assign(this, { url, categories, status: 'intentRequired', reason: 'The Intent to Receive is being checked.' });
		this.checking = true;
		// What is under way to the old URL still counts.
		await this.underWay;
		const key = this.parts.app.webhooksKey;
		const refused = await intentRefused((signedRight, place) => this.post(deliveryOf([], 0, key, signedRight), 'intent', place));
		if (round !== this.round) return;
		this.checking = false;
		this.reason = refused;
		if (refused === undefined) this.begin();
		this.parts.settled();
	}

	/** Keeps events of its app and sends them when their time has come. */
	take(events: readonly WebhookEvent[]): void {
		const at = this.parts.clock.now();
		for (const event of events) this.waiting.push({ event, sequence: this.parts.number(), at });
		this.look();
	}

	/** Whether something is under way or is still to be sent for the first time; sends what is due. */
	busy(): boolean {
		this.look();
		const untried = this.status === 'ok' && this.waiting.length > 0;
		return this.checking || this.underWay !== undefined || untried;
	}

	/** Ends what is under way, for good. */
	end(): void {
		this.ending.abort();
		clearTimeout(this.timer);
	}

	private begin(): void {
		this.status = 'ok';
		this.begun = true;
		this.forget();
		const oldest = this.parts.clock.now() - KEPT;
		this.waiting = this.waiting.filter(({ at }) => at >= oldest);
		this.look();
	}

	private forget(): void {
		this.current = undefined;
		this.tries = 0;
		this.failingSince = undefined;
		this.retryAt = 0;
	}

	/** Sends when something is due, else looks again later when something will be. */
	private look(): void {
		const sends = this.status === 'ok' || this.status === 'retrying';
		const [next] = this.waiting;
		if (!sends || next === undefined || this.underWay !== undefined || this.ending.signal.aborted) return;
		const left = Math.max(next.at + this.parts.collect, this.retryAt) - this.parts.clock.now();
		if (left <= 0) this.underWay = this.send();
		else
			this.timer ??= setTimeout(
				() => {
					this.timer = undefined;
					this.look();
				},
				Math.min(left, LOOK),
			);
	}

	private async send(): Promise<void> {
		const next = this.waiting.slice(0, this.parts.perDelivery);
		this.current ??= deliveryOf(
			next.map(({ event }) => event),
			next[0]?.sequence ?? 0,
			this.parts.app.webhooksKey,
		);
		const { current } = this;
		this.tries += 1;
		const sentAt = this.parts.clock.now();
		const posted = await this.post(current, 'events', this.tries);
		this.underWay = undefined;
		if (this.ending.signal.aborted) return;
		if (posted.status >= 200 && posted.status < 300) this.delivered(current);
		else if (this.status !== 'intentRequired') this.failed(posted, sentAt);
		this.look();
		this.parts.settled();
	}

	private delivered({ events }: Delivery): void {
		this.waiting.splice(0, events);
		this.forget();
		if (this.status !== 'retrying') return;
		this.status = 'ok';
		this.reason = undefined;
	}

	private failed({ status, silence }: Posted, sentAt: number): void {
		this.failingSince ??= sentAt;
		const now = this.parts.clock.now();
		const what = silence ?? `the answer was ${status}`;
		if (now - this.failingSince >= DAY) {
			this.status = 'disabled';
			this.reason = `No delivery got through for 24 hours; at last ${what}.`;
			return;
		}
		this.status = 'retrying';
		this.reason = `Try ${this.tries}: ${what}.`;
		this.retryAt = this.tries === 1 ? now : now + RETRY;
	}

	private async post(delivery: Delivery, kind: WebhookAttempt['kind'], attempt: number): Promise<Posted> {
		const { body, headers, ...told } = delivery;
		const { url } = this;
		const at = this.parts.clock.now();
		const posted = await this.parts.poster.post(url, body, headers, this.ending.signal);
		const { status, took } = posted;
		this.parts.record({ app: this.parts.app.kind, url, at, kind, status, ...told, attempt, took, body: posted.body });
		return posted;
	}
}
