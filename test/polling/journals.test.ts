import { byId, credentialFor, HARBOUR, KERERU, staged, thrown, triggerOf } from './stage';

describe('A trigger on journals', () => {
	const stage = staged();
	const numbers = () => stage.records('Journals').map(({ JournalNumber }) => Number(JournalNumber));
	const post = async (count: number): Promise<void> => {
		for (let left = count; left > 0; left -= 50)
			await stage.call('PUT', '/ManualJournals', {
				ManualJournals: Array.from({ length: Math.min(50, left) }, (_, index) => ({
					Narration: `Accrual ${index}`,
					Status: 'POSTED',
					Date: stage.day(0),
					JournalLines: [
						{ LineAmount: 10, AccountCode: '400' },
						{ LineAmount: -10, AccountCode: '404' },
					],
				})),
			});
	};

	it('tells of each new one once, in their order, and takes one call when there is none', async () => {
		const trigger = await stage.watching('journal');
		const before = Math.max(...numbers());
		await post(3);
		const items = await trigger.poll();

		expect(items.map(({ changeType, JournalNumber }) => [changeType, JournalNumber])).toEqual([
			['new', before + 1],
			['new', before + 2],
			['new', before + 3],
		]);
		expect(items[0]!.JournalDate).toBe(stage.day(0));
		expect(stage.asked).toEqual(['GET /Journals', 'GET /Journals']);
		expect(await trigger.poll()).toEqual([]);
		expect(stage.asked).toHaveLength(3);
	});

	it('reads more than a page until an answer is empty', async () => {
		const trigger = await stage.watching('journal');
		await post(230);
		const items = await trigger.poll();

		expect(items).toHaveLength(230);
		expect(stage.asked).toHaveLength(4);
		expect(new Set(items.map(({ JournalNumber }) => JournalNumber)).size).toBe(230);
	});

	it('finds the end of thousands with a few calls', async () => {
		await post(2_300);
		const trigger = stage.trigger('journal');
		stage.sandbox.forget();

		expect(await trigger.activate()).toEqual([]);
		expect(stage.asked.length).toBeLessThan(15);
		await post(1);
		expect(await trigger.poll()).toHaveLength(1);
	});

	it('starts with the first one there will ever be', async () => {
		const trigger = stage.trigger('journal', { organisation: byId(HARBOUR) });
		await trigger.activate();
		expect(await trigger.poll()).toEqual([]);
	});

	it('tells of those made since the moment it is to start from', async () => {
		await post(320);
		await stage.pass(10 * 60_000);
		const startFrom = new Date(stage.clock.now()).toISOString();
		const before = Math.max(...numbers());
		await stage.pass();
		await post(150);
		const items = await stage.trigger('journal', { options: { startFrom } }).activate();

		expect(items.map(({ JournalNumber }) => JournalNumber)).toEqual(
			Array.from({ length: 150 }, (_, index) => before + 1 + index),
		);
	});

	it('hands on as many as there is time for, and the rest with the next poll', async () => {
		const trigger = stage.trigger('journal');
		await trigger.activate();
		await post(150);
		const short = stage.trigger('journal', {}, { budget: 0, id: trigger.id });
		short.saved = trigger.saved;
		short.restart();
		const polls = [await short.poll(), await short.poll(), await short.poll()];

		expect(polls.map(({ length }) => length)).toEqual([100, 50, 0]);
	});

	it('hands on everything with the next poll when one breaks off', async () => {
		const trigger = await stage.watching('journal');
		await post(150);
		const repair = stage.sandbox.fail({ match: { path: '/Journals' }, after: 1, what: { kind: 'status', status: 503 } });
		const memory = trigger.memory;
		await thrown(trigger.raw());
		expect(trigger.memory).toEqual(memory);
		repair();

		expect(await trigger.poll()).toHaveLength(150);
	});

	it('says what it takes when the connection may not read them', async () => {
		const credentials = credentialFor(stage.sandbox, stage.sandbox.apps.web, stage.sandbox.issue());
		const trigger = triggerOf(credentials, { organisation: byId(KERERU), resource: 'journal' });
		const error = await thrown(trigger.raw());

		expect(error.message).toBe(
			'This credential may not touch Journals. In the credential tick Access: Journals (Read Only) (accounting.journals.read) and connect again',
		);
		expect(error.description).toContain('Xero gives journals only to apps on its Advanced tier and above');
	});
});
