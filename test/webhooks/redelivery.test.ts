import { forgetReceived, WITH_WORKFLOW } from '../../nodes/XeroAccountingTrigger/receivedEvents';
import { bodyOf, event, HARBOUR, intent, signatureOf, staged, until } from './stage';

const stage = staged({ seed: 'empty' });
const plain = { fetchRecord: false };

const id = (number: number): string => `0a6f7c1e-1111-4aaa-8bbb-${String(number).padStart(12, '0')}`;
const idsIn = (items: ReadonlyArray<{ json: Record<string, unknown> }>): unknown[] => items.map(({ json }) => json.resourceId);

test('a redelivery is answered with 200 and starts nothing', async () => {
	const active = await stage.activate(plain);
	const body = bodyOf([event()]);
	const heard = [await stage.post(active, body), await stage.post(active, body), await stage.post(active, body)];
	expect(heard.map(({ status }) => status)).toEqual([200, 200, 200]);
	expect(active.stored).toHaveLength(1);
});

test('a redelivery is known after a restart, from what n8n saved with the workflow', async () => {
	const active = await stage.activate(plain);
	const body = bodyOf([event()]);
	await stage.post(active, body);
	forgetReceived();
	const again = await stage.activate(plain, { name: 'w1', saved: active.saved });
	expect((await stage.post(again, body)).status).toBe(200);
	expect(again.stored).toEqual([]);
});

test('a delivery with old and new events passes on the new ones only', async () => {
	const active = await stage.activate(plain);
	await stage.post(active, bodyOf([event({ resourceId: id(1) })]));
	await stage.post(active, bodyOf([event({ resourceId: id(1) }), event({ resourceId: id(2) })]));
	expect(active.stored.map(idsIn)).toEqual([[id(1)], [id(2)]]);
});

test('record, organisation, kind, type and moment make an event: a change of any of them is another one', async () => {
	const active = await stage.activate(plain);
	const others = [
		event(),
		event({ resourceId: id(2) }),
		event({ tenantId: HARBOUR }),
		event({ eventCategory: 'CREDITNOTE' }),
		event({ eventType: 'CREATE' }),
		event({ eventType: 'ARCHIVE' }),
		event({ eventType: 'RESTORE' }),
		event({ eventDateUtc: '2026-10-01T09:30:00.124' }),
		event({ eventDateUtc: '2026-10-01T09:30:00.1234567' }),
	];
	await stage.post(active, bodyOf(others));
	expect(active.stored[0]).toHaveLength(others.length);
	const again = others.map((one) => ({ ...one, tenantId: String(one.tenantId).toUpperCase() }));
	await stage.post(active, bodyOf(again, 100));
	expect(active.stored).toHaveLength(1);
});

test('the same event twice in one delivery is one event', async () => {
	const active = await stage.activate(plain);
	await stage.post(active, bodyOf([event(), event()]));
	expect(active.stored[0]).toHaveLength(1);
});

test('what n8n could not store is not taken for received: Xero’s next try starts the execution', async () => {
	const active = await stage.activate(plain);
	const body = bodyOf([event()]);
	active.failing = 1;
	expect((await stage.post(active, body)).status).toBe(500);
	expect((await stage.post(active, body)).status).toBe(200);
	expect((await stage.post(active, body)).status).toBe(200);
	expect(active.stored).toHaveLength(1);
});

test('a redelivery that comes while the first is being stored waits for it and starts nothing', async () => {
	const active = await stage.activate(plain);
	const store = active.hold();
	const body = bodyOf([event()]);
	const posts = [stage.post(active, body), stage.post(active, body), stage.post(active, body)];
	await until(() => active.heard === 3);
	store();
	const heard = await Promise.all(posts);
	expect(heard.map(({ status }) => status)).toEqual([200, 200, 200]);
	expect(active.stored).toHaveLength(1);
});

test('a redelivery that comes while the first is being stored takes its place when that goes wrong', async () => {
	const active = await stage.activate(plain);
	const store = active.hold();
	active.failing = 1;
	const body = bodyOf([event()]);
	const first = stage.post(active, body);
	await until(() => active.heard === 1);
	const second = stage.post(active, body);
	await until(() => active.heard === 2);
	store();
	expect((await first).status).toBe(500);
	expect((await second).status).toBe(200);
	expect(active.stored).toHaveLength(1);
});

test('when Xero hangs up before the execution is stored, its next try starts no second one', async () => {
	const active = await stage.activate(plain);
	const store = active.hold();
	const body = bodyOf([event()]);
	const gone = new AbortController();
	const first = fetch(active.url, {
		method: 'POST',
		headers: { 'x-xero-signature': signatureOf(body) },
		body,
		signal: gone.signal,
	}).catch(() => 'hung up');
	await until(() => active.heard === 1);
	gone.abort();
	expect(await first).toBe('hung up');
	store();
	expect((await stage.post(active, body)).status).toBe(200);
	expect(active.stored).toHaveLength(1);
});

test('answered at once, a delivery counts as received without waiting for n8n', async () => {
	const active = await stage.activate({ ...plain, additionalOptions: { answer: 'atOnce' } });
	const store = active.hold();
	const body = bodyOf([event()]);
	expect((await stage.post(active, body)).status).toBe(200);
	expect((await stage.post(active, body)).body).toBe('');
	expect(active.stored).toEqual([]);
	store();
	await until(() => active.stored.length > 0);
	expect(active.stored).toHaveLength(1);
});

test('two triggers on one app each get what is sent to them, and neither takes the other’s for a redelivery', async () => {
	const [one, other] = [await stage.activate(plain), await stage.activate(plain)];
	const body = bodyOf([event()]);
	for (const active of [one, other, one, other]) expect((await stage.post(active, body)).status).toBe(200);
	expect([one.stored.length, other.stored.length]).toEqual([1, 1]);
});

test('moments with another spelling of UTC are told apart by their fractions', async () => {
	const active = await stage.activate(plain);
	for (const fraction of ['123', '456', '123'])
		await stage.post(active, bodyOf([event({ eventDateUtc: `2026-10-01T09:30:00.${fraction}+00:00` })]));
	expect(active.stored).toHaveLength(2);
});

test('events without a moment are the same only when they are alike in everything', async () => {
	const active = await stage.activate(plain);
	for (const first of [1, 2, 2]) await stage.post(active, bodyOf([event({ eventDateUtc: null })], first));
	expect(active.stored).toHaveLength(2);
});

test('a redelivery that would have to wait longer than Xero does is answered with 503 in time', async () => {
	const active = await stage.activate(plain);
	const store = active.hold();
	const body = bodyOf([event()]);
	const first = stage.post(active, body);
	await until(() => active.heard === 1);
	const second = await stage.post(active, body);
	expect([second.status, second.body]).toEqual([503, '']);
	store();
	expect((await first).status).toBe(200);
	expect((await stage.post(active, body)).status).toBe(200);
	expect(active.stored).toHaveLength(1);
});

test('an Intent to Receive, a redelivery and a delivery that the filters keep out write nothing with the workflow', async () => {
	const active = await stage.activate({ ...plain, eventCategory: ['INVOICE'] });
	await stage.post(active, bodyOf([event()], 5));
	const { saved } = active;
	for (const body of [intent, bodyOf([event()], 5), bodyOf([event({ eventCategory: 'CONTACT' })], 6)])
		expect((await stage.post(active, body)).status).toBe(200);
	expect(active.saved).toBe(saved);
});

test('while the workflow is being made, the same delivery may be sent as often as one likes', async () => {
	const active = await stage.activate(plain);
	active.mode = 'manual';
	const body = bodyOf([event()]);
	for (let times = 0; times < 3; times += 1) expect((await stage.post(active, body)).status).toBe(200);
	expect(active.stored).toHaveLength(3);
	active.mode = 'webhook';
	await stage.post(active, body);
	expect(active.stored).toHaveLength(4);
});

test('a delivery of 1,000 events is one execution, and its redelivery none', async () => {
	const active = await stage.activate(plain);
	const body = bodyOf(Array.from({ length: 1_000 }, (_, number) => event({ resourceId: id(number) })));
	await stage.post(active, body);
	forgetReceived();
	const again = await stage.activate(plain, { name: 'w1', saved: active.saved });
	await stage.post(again, body);
	expect([active.stored.length, active.stored[0]!.length, again.stored.length]).toEqual([1, 1_000, 0]);
});

test('what is remembered with the workflow stays small however much comes', async () => {
	const active = await stage.activate(plain);
	for (let round = 0; round < 6; round += 1) {
		const events = Array.from({ length: 1_000 }, (_, number) => event({ resourceId: id(round * 1_000 + number) }));
		await stage.post(active, bodyOf(events, round * 1_000 + 1));
	}
	const { events } = Object.values(JSON.parse(active.saved) as Record<string, { events: string[] }>)[0]!;
	expect(events).toHaveLength(WITH_WORKFLOW);
	expect(active.saved.length).toBeLessThan(64_000);
	expect(active.stored.flat()).toHaveLength(6_000);
});
