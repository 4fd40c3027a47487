import { KeyedQueue } from '../../nodes/shared/run/ordering';

/** Work that ends when it is told to. */
function held() {
	let end: () => void = () => undefined;
	const ended = new Promise<void>((resolve) => (end = resolve));
	return { end, ended };
}

const settle = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve));

describe('Work in a keyed queue', () => {
	it('begins when all earlier work of one of its keys has ended, however that ended', async () => {
		const queue = new KeyedQueue();
		const log: string[] = [];
		const first = held();
		const one = queue.add(['a', 'b'], async () => {
			log.push('one begins');
			await first.ended;
			throw new Error('one fails');
		});
		const two = queue.add(['b'], async () => void log.push('two'));
		const other = queue.add(['c'], async () => void log.push('other'));
		await settle();
		log.push('one ends');
		first.end();
		await expect(one).rejects.toThrow('one fails');
		await Promise.all([two, other]);

		expect(log).toEqual(['one begins', 'other', 'one ends', 'two']);
	});

	it('leaves nothing behind, so that a queue may live as long as the process', async () => {
		const queue = new KeyedQueue();
		const first = held();
		const all = [
			queue.add(['a'], async () => await first.ended),
			queue.add(['a', 'b'], async () => undefined),
			queue.add(['b'], async () => await Promise.reject(new Error('fails'))).catch(() => undefined),
		];
		expect(queue.size).toBe(2);
		first.end();
		await Promise.all(all);
		await settle();

		expect(queue.size).toBe(0);
	});
});
