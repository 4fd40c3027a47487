import { TRIGGER_ON } from '../../nodes/XeroPollingTrigger/triggerOn';
import { MAKINGS } from './making';
import { staged, told } from './stage';

describe('Every kind of record', () => {
	const stage = staged();

	it.each(TRIGGER_ON.map(({ key }) => [key]))('takes one call when nothing changed: %s', async (key) => {
		const trigger = await stage.watching(key);

		for (let polls = 1; polls <= 3; polls += 1) {
			await stage.pass();
			expect(await trigger.raw()).toBeNull();
			expect(stage.asked).toHaveLength(polls);
		}
	});

	it.each(MAKINGS.map((making) => [making.resource, making] as const))(
		'is new once, and updated once with each change: %s',
		async (resource, { id, make, change }) => {
			const trigger = await stage.watching(resource);
			const made = await make(stage);

			expect(told(await trigger.poll(), id)).toEqual([['new', made]]);
			expect(await trigger.poll()).toEqual([]);
			await change(stage, made);
			expect(told(await trigger.poll(), id)).toEqual([['updated', made]]);
			await stage.pass();
			expect(await trigger.poll()).toEqual([]);
		},
	);

	it.each(MAKINGS.map((making) => [making.resource, making] as const))(
		'that was there before is updated when it changes, not new: %s',
		async (resource, { id, make, change }) => {
			const old = await make(stage);
			await stage.pass(10 * 60_000);
			const trigger = await stage.watching(resource);
			await change(stage, old);

			expect(told(await trigger.poll(), id)).toEqual([['updated', old]]);
			await stage.pass();
			expect(await trigger.poll()).toEqual([]);
		},
	);
});

describe('From the beginning', () => {
	const stage = staged({ shared: true });
	const plain = { simplify: false, options: { startFrom: '2000-01-01T00:00:00Z', tellNew: false } };

	it.each(
		TRIGGER_ON.filter(({ by }) => by === 'change').map(
			({ key, resource, query }) => [key, resource.path, resource.id, query] as const,
		),
	)('every record comes, the one that changed last at the end: %s', async (key, plural, id, query) => {
		const items = await stage.trigger(key, plain).poll();
		const type = /Type=="(\w+)"/.exec(String(query.where))?.[1];
		const there = stage.records(plural).filter((record) => type === undefined || record.Type === type);

		expect(new Set(items.map((item) => item[id]))).toEqual(new Set(there.map((record) => record[id])));
		expect(items).toHaveLength(there.length);
		const times = items.map((item) => Date.parse(String(item.UpdatedDateUTC ?? item.CreatedDateUTC)));
		expect(times).toEqual([...times].sort((a, b) => a - b));
	});
});
