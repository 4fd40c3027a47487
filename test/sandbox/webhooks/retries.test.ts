import { events, leave, MINUTE, places, stage, START } from './stage';

afterEach(leave);

const DAY = 24 * 60 * MINUTE;

it('tries again at once, then every 15 minutes, with the very same body', async () => {
	const { sandbox, clock, hook, settle } = await stage();
	hook.answer(() => ({ status: 500 }));
	sandbox.webhooks.emit(events(1));
	await settle();
	expect(sandbox.webhooks.subscription()).toMatchObject({ status: 'retrying', reason: 'Try 2: the answer was 500.', waiting: 1 });
	clock.advance(15 * MINUTE - 1);
	await sandbox.webhooks.idle();
	expect(hook.deliveries()).toHaveLength(2);
	clock.advance(1);
	await sandbox.webhooks.idle();
	hook.answer();
	clock.advance(15 * MINUTE);
	await sandbox.webhooks.idle();
	expect(sandbox.webhooks.subscription()).toEqual(expect.objectContaining({ status: 'ok', waiting: 0 }));
	expect(sandbox.webhooks.subscription()).not.toHaveProperty('reason');
	const tries = sandbox.webhooks.attempts.slice(4);
	expect(tries.map(({ attempt, status, at }) => [attempt, status, (at - START - 1000) / MINUTE])).toEqual([
		[1, 500, 0],
		[2, 500, 0],
		[3, 500, 15],
		[4, 200, 30],
	]);
	expect(new Set(hook.received.slice(4).map(({ raw }) => raw.toString('utf8'))).size).toBe(1);
});

it.each([
	['a redirect', { status: 302, headers: { location: '/elsewhere' } }],
	['a refusal', { status: 401 }],
])('takes %s for a failed try and does not follow it', async (_what, says) => {
	const { sandbox, hook, settle } = await stage();
	hook.answer(() => says);
	sandbox.webhooks.emit(events(1));
	await settle();
	expect(sandbox.webhooks.subscription()?.reason).toBe(`Try 2: the answer was ${says.status}.`);
	expect(hook.received.map(({ path }) => path)).toEqual(Array(6).fill('/hook'));
});

it('gives up on an answer that takes too long', async () => {
	const { sandbox, hook, settle } = await stage({ webhooks: { timeout: 1_000 } });
	hook.answer(() => undefined);
	sandbox.webhooks.emit(events(1));
	await settle();
	expect(sandbox.webhooks.subscription()?.reason).toBe('Try 2: there was no answer within 1000 ms.');
	expect(sandbox.webhooks.attempts.slice(4).map(({ status, body }) => [status, body])).toEqual([
		[0, ''],
		[0, ''],
	]);
});

it('lets later events wait behind the delivery that is tried again', async () => {
	const { sandbox, clock, hook, settle } = await stage();
	hook.answer(() => ({ status: 503 }));
	sandbox.webhooks.emit(events(2));
	await settle();
	sandbox.webhooks.emit(events(3));
	await settle();
	expect(sandbox.webhooks.subscription()).toMatchObject({ status: 'retrying', waiting: 5 });
	hook.answer();
	clock.advance(15 * MINUTE);
	await sandbox.webhooks.idle();
	const sent = hook.deliveries().map(({ firstEventSequence, lastEventSequence }) => [firstEventSequence, lastEventSequence]);
	expect(sent).toEqual([
		[1, 2],
		[1, 2],
		[1, 2],
		[3, 5],
	]);
});

it('is disabled after 24 hours, keeps what happens, and sends it in order once it is enabled again', async () => {
	const { sandbox, clock, hook, settle } = await stage({ webhooks: { perDelivery: 2 } });
	hook.answer(() => ({ status: 500 }));
	sandbox.webhooks.emit(events(1));
	await settle();
	for (let quarter = 1; quarter <= 95; quarter += 1) {
		clock.advance(15 * MINUTE);
		await sandbox.webhooks.idle();
	}
	expect(sandbox.webhooks.subscription()?.status).toBe('retrying');
	clock.advance(15 * MINUTE);
	await sandbox.webhooks.idle();
	expect(sandbox.webhooks.subscription()).toMatchObject({
		status: 'disabled',
		reason: 'No delivery got through for 24 hours; at last the answer was 500.',
		waiting: 1,
	});
	expect(sandbox.webhooks.attempts.slice(4).map(({ attempt }) => attempt)).toEqual(Array.from({ length: 98 }, (_, at) => at + 1));

	sandbox.webhooks.emit(events(4).slice(1));
	clock.advance(DAY);
	await sandbox.webhooks.idle();
	expect(sandbox.webhooks.attempts).toHaveLength(4 + 98);
	hook.answer();
	hook.received.splice(0);
	expect(await sandbox.webhooks.register(hook.url)).toMatchObject({ status: 'ok' });
	await sandbox.webhooks.idle();
	expect(hook.received.slice(0, 4).map(({ signedRight }) => signedRight)).toEqual([true, false, true, false]);
	expect(hook.deliveries().map((delivery) => places(delivery.events))).toEqual([
		[1, 2],
		[3, 4],
	]);
	expect(hook.deliveries().map(({ firstEventSequence }) => firstEventSequence)).toEqual([1, 3]);
});

it('keeps what was not delivered for 31 days', async () => {
	const { sandbox, clock, hook } = await stage();
	hook.answer(() => ({ status: 500 }));
	await sandbox.webhooks.register(hook.url);
	sandbox.webhooks.emit(events(1));
	clock.advance(MINUTE);
	sandbox.webhooks.emit(events(2).slice(1));
	clock.advance(31 * DAY);
	hook.answer();
	await sandbox.webhooks.register(hook.url);
	await sandbox.webhooks.idle();
	expect(hook.deliveries().map((delivery) => [delivery.firstEventSequence, places(delivery.events)])).toEqual([[2, [2]]]);
});
