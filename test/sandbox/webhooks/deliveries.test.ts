import { createHmac } from 'node:crypto';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';

import { harbour, kereru } from '../server/thingsApi';
import { caller } from '../server/callers';
import { events, hookFor, leave, MINUTE, places, stage, START } from './stage';

afterEach(leave);

const contact = (Name: string) => ({ method: 'PUT', json: { Contacts: [{ Name }] } });

it('signs the very bytes it sends with the key as text', async () => {
	const { sandbox, hook, settle } = await stage();
	sandbox.webhooks.emit([{ ...events(1)[0]!, eventCategory: 'KERERŪ ☂' }]);
	await settle();
	const [sent] = hook.received.slice(4);
	const key = sandbox.apps.web.webhooksKey;
	expect(key).toMatch(/^Sandbox\/Web\/webhooks\/key\/for\/local\/use\/only\/0+A==$/);
	expect(Buffer.from(key, 'base64')).toHaveLength(64);
	expect(sent?.raw.toString('utf8')).toContain('"eventCategory":"KERERŪ ☂"');
	expect(sent?.headers['x-xero-signature']).toBe(
		createHmac('sha256', Buffer.from(key, 'utf8'))
			.update(sent?.raw ?? '')
			.digest('base64'),
	);
	expect(sent?.headers['content-type']).toBe('application/json');
});

it('collects for a second and sends together what happened in it', async () => {
	const { sandbox, clock, hook, call } = await stage();
	await call('/api.xro/2.0/Contacts', contact('One'));
	clock.advance(600);
	await call('/api.xro/2.0/Contacts', contact('Two'));
	clock.advance(399);
	expect(hook.deliveries()).toEqual([]);
	expect(sandbox.webhooks.subscription()?.waiting).toBe(2);
	clock.advance(1);
	await sandbox.webhooks.idle();
	expect(hook.deliveries()).toMatchObject([
		{
			events: [{ eventDateUtc: '2026-10-01T09:00:00.000' }, { eventDateUtc: '2026-10-01T09:00:00.600' }],
			firstEventSequence: 1,
			lastEventSequence: 2,
			entropy: expect.stringMatching(/^[A-Z]{20}$/),
		},
	]);
	expect(sandbox.webhooks.subscription()?.waiting).toBe(0);
});

it('sends at once when it is told not to collect', async () => {
	const { sandbox, hook } = await stage({ webhooks: { collect: 0 } });
	sandbox.webhooks.emit(events(1));
	await sandbox.webhooks.idle();
	expect(hook.deliveries()).toHaveLength(1);
});

it('sends masses in order, a hundred at a time, numbered without gaps', async () => {
	const { sandbox, hook, settle } = await stage();
	sandbox.webhooks.emit(events(250));
	await settle();
	const sent = hook.deliveries();
	expect(sent.map(({ firstEventSequence, lastEventSequence }) => [firstEventSequence, lastEventSequence])).toEqual([
		[1, 100],
		[101, 200],
		[201, 250],
	]);
	expect(sent.flatMap((delivery) => places(delivery.events))).toEqual(Array.from({ length: 250 }, (_, at) => at + 1));
	sandbox.webhooks.emit(events(1));
	await settle();
	expect(hook.deliveries().at(-1)).toMatchObject({ firstEventSequence: 251, lastEventSequence: 251 });
});

it('sends as many at once as it is told', async () => {
	const { sandbox, hook, settle } = await stage({ webhooks: { perDelivery: 2 } });
	sandbox.webhooks.emit(events(5));
	await settle();
	expect(hook.deliveries().map((delivery) => places(delivery.events))).toEqual([[1, 2], [3, 4], [5]]);
});

it('tells an app only of organisations that are connected to it', async () => {
	const { sandbox, hook, settle } = await stage();
	const custom = await hookFor(sandbox.apps.custom.webhooksKey);
	await sandbox.webhooks.register(custom.url, { app: 'custom' });
	const call = caller(sandbox);
	await call('/api.xro/2.0/Contacts', contact('One'));
	await call('/api.xro/2.0/Contacts', { ...contact('Two'), tenant: harbour });
	await settle();
	const tenants = (one: typeof hook) => one.deliveries().flatMap((delivery) => delivery.events.map(({ tenantId }) => tenantId));
	expect(tenants(hook)).toEqual([kereru, harbour]);
	expect(tenants(custom)).toEqual([kereru]);

	const { access_token } = sandbox.issue({ app: 'pkce', tenants: [harbour] });
	sandbox.disconnect(kereru);
	sandbox.issue({ app: 'pkce', tenants: [kereru] });
	const other = caller(sandbox, access_token);
	expect((await other('/api.xro/2.0/Contacts', { ...contact('Three'), tenant: harbour })).status).toBe(200);
	const third = caller(sandbox, sandbox.issue({ app: 'pkce', tenants: [kereru] }).access_token);
	expect((await third('/api.xro/2.0/Contacts', contact('Four'))).status).toBe(200);
	await settle();
	expect(tenants(hook)).toEqual([kereru, harbour, harbour]);
	expect(tenants(custom)).toEqual([kereru]);
});

it('tells an app only of the categories it chose, but everything it is given', async () => {
	const { sandbox, hook, call, settle } = await stage();
	await sandbox.webhooks.register(hook.url, { categories: ['INVOICE', 'SUBSCRIPTION'] });
	await call('/api.xro/2.0/Contacts', contact('One'));
	await settle();
	expect(hook.deliveries()).toEqual([]);
	sandbox.webhooks.emit([{ ...events(1)[0]!, eventCategory: 'QUOTE' }]);
	await settle();
	expect(hook.heard()).toEqual(['QUOTE UPDATE']);
});

it('has one URL for each app: the new one takes the place of the old', async () => {
	const { sandbox, hook, settle } = await stage();
	const other = await hookFor(sandbox.apps.web.webhooksKey);
	sandbox.webhooks.emit(events(1));
	await sandbox.webhooks.register(other.url);
	await settle();
	sandbox.webhooks.emit(events(1));
	await settle();
	expect(hook.deliveries()).toEqual([]);
	expect(other.deliveries().map(({ firstEventSequence }) => firstEventSequence)).toEqual([1, 2]);
	sandbox.webhooks.remove();
	expect(sandbox.webhooks.subscription()).toBeUndefined();
	expect(() => sandbox.webhooks.emit(events(1))).toThrow('The web app has no delivery URL');
});

it('signs with the key of each app', async () => {
	const { sandbox } = await stage();
	const keys = Object.values(sandbox.apps).map(({ webhooksKey }) => webhooksKey);
	expect(keys.map((key) => key.length)).toEqual([88, 88, 88]);
	expect(new Set(keys).size).toBe(3);
	for (const { kind, webhooksKey } of Object.values(sandbox.apps)) {
		const { body, headers } = sandbox.webhooks.delivery(events(1), { app: kind });
		expect(headers['x-xero-signature']).toBe(createHmac('sha256', webhooksKey).update(body).digest('base64'));
	}
});

it('writes deliveries for clients that send themselves, numbered on', async () => {
	const { sandbox, hook } = await stage();
	const { body, headers } = sandbox.webhooks.delivery(events(3));
	expect(JSON.parse(body)).toEqual({
		events: events(3),
		firstEventSequence: 1,
		lastEventSequence: 3,
		entropy: expect.any(String),
	});
	expect(Object.keys(headers)).toEqual(['content-type', 'x-xero-signature']);
	const second = sandbox.webhooks.delivery(events(1), { signed: false });
	expect(JSON.parse(second.body)).toMatchObject({ firstEventSequence: 4, lastEventSequence: 4 });
	const right = createHmac('sha256', sandbox.apps.web.webhooksKey).update(second.body).digest('base64');
	expect(second.headers['x-xero-signature']).toMatch(/^[A-Za-z\d+/]{43}=$/);
	expect(second.headers['x-xero-signature']).not.toBe(right);
	expect(JSON.parse(sandbox.webhooks.delivery([]).body)).toMatchObject({
		events: [],
		firstEventSequence: 0,
		lastEventSequence: 0,
	});
	expect(hook.deliveries()).toEqual([]);
});

it('remembers every POST with its answer', async () => {
	const { sandbox, clock, hook, settle } = await stage();
	hook.answer(() => ({ status: 202, body: 'thanks' }));
	clock.advance(MINUTE);
	sandbox.webhooks.emit(events(2));
	await settle();
	const [first, second, , , fifth] = sandbox.webhooks.attempts;
	const took = expect.any(Number) as number;
	const intent = { app: 'web', url: hook.url, at: START, kind: 'intent', events: 0, firstEventSequence: 0, lastEventSequence: 0 };
	expect(first).toEqual({ ...intent, status: 200, signedRight: true, attempt: 1, took, body: '' });
	expect(second).toEqual({ ...intent, status: 401, signedRight: false, attempt: 2, took, body: '' });
	expect(fifth).toEqual({
		...{ app: 'web', url: hook.url, at: START + MINUTE + 1000, kind: 'events', status: 202, signedRight: true },
		...{ events: 2, firstEventSequence: 1, lastEventSequence: 2, attempt: 1, took, body: 'thanks' },
	});
});

it('stops at once though a delivery is under way and others wait', async () => {
	const { sandbox, hook, clock } = await stage({ webhooks: { perDelivery: 1 } });
	hook.answer(() => undefined);
	sandbox.webhooks.emit(events(2));
	clock.advance(1000);
	const idle = sandbox.webhooks.idle();
	while (hook.deliveries().length === 0) await turnOfTheLoop();
	// The clock stands still and the answer never comes: nothing but stopping ends either.
	await Promise.all([sandbox.stop(), idle]);
	expect(hook.deliveries()).toHaveLength(1);
});
