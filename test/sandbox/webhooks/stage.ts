import { stoppedClock, type StoppedClock } from '../../../sandbox/clock';
import type { Sandbox, SandboxOptions, WebhookEvent } from '../../../sandbox/contract';
import { startSandbox } from '../../../sandbox/server';
import { caller } from '../server/callers';
import { kereru } from '../server/thingsApi';
import { receiver, type Receiver } from './receiver';

/** 1 October 2026, 09:00 UTC. */
export const START = Date.UTC(2026, 9, 1, 9);
export const MINUTE = 60_000;

export interface Stage {
	clock: StoppedClock;
	sandbox: Sandbox;
	/** What the web app's delivery URL leads to. */
	hook: Receiver;
	call: ReturnType<typeof caller>;
	/** Moves the clock past the collecting and waits until what is due was sent. */
	settle(): Promise<void>;
}

const open: Array<() => unknown> = [];

/** Ends every sandbox and receiver of a test. */
export async function leave(): Promise<void> {
	for (const end of open.splice(0)) await end();
}

/** A receiver for the key that ends with the test. */
export async function hookFor(key: string): Promise<Receiver> {
	const hook = await receiver(key);
	open.unshift(() => hook.close());
	return hook;
}

/** A sandbox whose clock stands still, with a receiver that is registered for the web app. */
export async function stage(options: SandboxOptions = {}): Promise<Stage> {
	const clock = stoppedClock(START);
	const sandbox = await startSandbox({ clock, seed: 'empty', ...options });
	open.unshift(() => sandbox.stop());
	const hook = await hookFor(sandbox.apps.web.webhooksKey);
	const call = caller(sandbox);
	const { status, reason } = await sandbox.webhooks.register(hook.url);
	if (status !== 'ok') throw new Error(reason);
	const settle = (): Promise<void> => {
		clock.advance(1000);
		return sandbox.webhooks.idle();
	};
	return { clock, sandbox, hook, call, settle };
}

/** Made-up events, numbered in their ids from 1. */
export const events = (many: number): WebhookEvent[] =>
	Array.from({ length: many }, (_, at) => {
		const resourceId = `00000000-0000-4000-8000-${String(at + 1).padStart(12, '0')}`;
		return {
			resourceUrl: `https://api.xero.com/api.xro/2.0/Contacts/${resourceId}`,
			resourceId,
			tenantId: kereru,
			tenantType: 'ORGANISATION',
			eventCategory: 'CONTACT',
			eventType: 'UPDATE',
			eventDateUtc: '2026-10-01T09:00:00.000',
		};
	});

/** The places of {@link events} in a list of them. */
export const places = (given: readonly WebhookEvent[]): number[] => given.map(({ resourceId }) => Number(resourceId.slice(-12)));
