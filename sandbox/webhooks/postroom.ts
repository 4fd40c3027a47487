import type {
	Clock,
	SandboxApp,
	SandboxOptions,
	WebhookAttempt,
	WebhookCategory,
	WebhookEvent,
	Webhooks,
	WebhookSubscription,
} from '../contract';
import type { RecordChange } from '../route';
import { deliveryOf } from './delivery';
import { loopbackUrl, Poster } from './posting';
import { Subscription } from './subscription';

/** Every category an app can choose. */
export const categories: readonly WebhookCategory[] = [
	'CONTACT',
	'INVOICE',
	'CREDITNOTE',
	'PREPAYMENT',
	'OVERPAYMENT',
	'SUBSCRIPTION',
];

/** What the postroom works with. */
export interface PostroomParts {
	clock: Clock;
	apps: Readonly<Record<SandboxApp['kind'], SandboxApp>>;
	/** Whether anybody connected the organisation to the app. */
	connected: (app: SandboxApp, tenantId: string) => boolean;
	/** Scheme and host of the sandbox. */
	origin: () => string;
	options: SandboxOptions['webhooks'];
}

/** Sends what happened to the apps that asked for it. */
export class Postroom implements Webhooks {
	readonly attempts: WebhookAttempt[] = [];
	private readonly subscriptions = new Map<SandboxApp['kind'], Subscription>();
	/** The last sequence number of each app; they go on when its delivery URL changes. */
	private readonly numbers = new Map<SandboxApp['kind'], number>();
	private readonly poster: Poster;
	private sleepers: Array<() => void> = [];

	constructor(private readonly parts: PostroomParts) {
		this.poster = new Poster(parts.options?.timeout ?? 5000);
	}

	async register(
		url: string,
		{ app = 'web', categories: chosen = categories }: Parameters<Webhooks['register']>[1] = {},
	): Promise<WebhookSubscription> {
		const target = loopbackUrl(url);
		const subscription = this.subscriptions.get(app) ?? this.open(app);
		await subscription.register(target, chosen);
		return subscription.view;
	}

	subscription(app: SandboxApp['kind'] = 'web'): WebhookSubscription | undefined {
		return this.subscriptions.get(app)?.view;
	}

	remove(app: SandboxApp['kind'] = 'web'): void {
		this.subscriptions.get(app)?.end();
		this.subscriptions.delete(app);
		this.wake();
	}

	emit(events: readonly WebhookEvent[], app: SandboxApp['kind'] = 'web'): void {
		const subscription = this.subscriptions.get(app);
		if (subscription?.keeps !== true)
			throw new Error(`The ${app} app has no delivery URL that passed the Intent to Receive: register one first`);
		subscription.take(events);
	}

	delivery(
		events: readonly WebhookEvent[],
		{ app = 'web', signed = true }: Parameters<Webhooks['delivery']>[1] = {},
	): ReturnType<Webhooks['delivery']> {
		const [first = 0] = events.map(() => this.number(app));
		const { body, headers } = deliveryOf(events, first, this.parts.apps[app].webhooksKey, signed);
		return { body, headers };
	}

	async idle(): Promise<void> {
		// Each is asked, since asking sends what is due.
		while ([...this.subscriptions.values()].filter((subscription) => subscription.busy()).length > 0)
			await new Promise<void>((wake) => this.sleepers.push(wake));
	}

	/** Told what a call created and updated: each app gets what it chose of the organisations that are connected to it. */
	happened(changes: readonly RecordChange[]): void {
		for (const [kind, subscription] of this.subscriptions) {
			const app = this.parts.apps[kind];
			const chosen = subscription.view.categories;
			const mine = changes.filter(({ category, tenantId }) => chosen.includes(category) && this.parts.connected(app, tenantId));
			if (subscription.keeps && mine.length > 0) subscription.take(mine.map((change) => this.event(change)));
		}
	}

	/** Ends everything at once; nothing is sent afterwards. */
	async stop(): Promise<void> {
		for (const kind of [...this.subscriptions.keys()]) this.remove(kind);
		await this.poster.end();
	}

	private event({ tenantId, category, plural, id, isNew, at, data }: RecordChange): WebhookEvent {
		return {
			// At Xero the host is api.xero.com; here it is the sandbox's own, so that a client that follows the link stays on this machine.
			resourceUrl: `${this.parts.origin()}/api.xro/2.0/${plural}/${id}`,
			resourceId: id,
			tenantId,
			tenantType: 'ORGANISATION',
			eventCategory: category,
			eventType: isNew ? 'CREATE' : 'UPDATE',
			eventDateUtc: at.replace('Z', ''),
			...(data === undefined ? {} : { data }),
		};
	}

	private open(kind: SandboxApp['kind']): Subscription {
		const { clock, apps, options } = this.parts;
		const subscription = new Subscription({
			clock,
			app: apps[kind],
			collect: options?.collect ?? 1000,
			perDelivery: options?.perDelivery ?? 100,
			poster: this.poster,
			number: () => this.number(kind),
			record: (attempt) => void this.attempts.push(attempt),
			settled: () => this.wake(),
		});
		this.subscriptions.set(kind, subscription);
		return subscription;
	}

	private number(kind: SandboxApp['kind']): number {
		const next = (this.numbers.get(kind) ?? 0) + 1;
		this.numbers.set(kind, next);
		return next;
	}

	private wake(): void {
		for (const wake of this.sleepers.splice(0)) wake();
	}
}
