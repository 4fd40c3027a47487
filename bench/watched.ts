import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

/**
 * What is looked at while a node runs: the processor's time it takes; how long it holds the event loop; its heap as it is; its heap without garbage, which is
 * collected at each answer; or what the workflows leave behind.
 */
export type Watch = 'nothing' | 'cpu' | 'loop' | 'peak' | 'held' | 'left';

/** What was seen; bytes are above what was there before. */
export interface Seen {
	/** ms of all processors that the process used from the node's start to its end, what collects garbage included. */
	readonly cpu?: number;
	/** Longest time in ms for which nothing else could run in the process, and longest that it worked in such a time. */
	readonly loop?: { readonly held: number; readonly worked: number };
	/** Most bytes of heap. */
	readonly most?: number;
	/** Bytes that the workflows left behind. */
	readonly left?: number;
}

/** ms between two looks. */
const TICK = 5;

const heap = (): number => process.memoryUsage().heapUsed;

/** Bytes of heap that are in use. */
const inUse = (): number => {
	globalThis.gc!();
	return heap();
};

/** The same once what has ended is let go of. */
async function settled(): Promise<number> {
	for (let turn = 0; turn < 5; turn += 1) {
		inUse();
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	return inUse();
}

/** Tells at each turn of a timer how long it took beyond its time, and how much of it this process had a processor; ms. */
function ticking(tell: (held: number, worked: number) => void): () => void {
	let timer: NodeJS.Timeout;
	let at = performance.now();
	let used = process.cpuUsage();
	const tick = (): void => {
		const held = Math.max(0, performance.now() - at - TICK);
		const { user, system } = process.cpuUsage(used);
		// Threads that collect garbage work at the same time.
		tell(held, Math.min(held, (user + system) / 1_000));
		[at, used] = [performance.now(), process.cpuUsage()];
		timer = setTimeout(tick, TICK);
	};
	timer = setTimeout(tick, TICK);
	return () => {
		clearTimeout(timer);
		tick();
		clearTimeout(timer);
	};
}

/** The node, with something done while it works, and its calls counted. */
const around = (
	node: INodeType,
	work: (run: () => ReturnType<NonNullable<INodeType['execute']>>) => ReturnType<NonNullable<INodeType['execute']>>,
	answered?: () => void,
): INodeType => ({
	description: node.description,
	async execute() {
		if (!answered) return await work(async () => await node.execute!.call(this));
		const send = async (
			...given: Parameters<IExecuteFunctions['helpers']['httpRequestWithAuthentication']>
		): Promise<unknown> => {
			const answer = (await this.helpers.httpRequestWithAuthentication.apply(this, given)) as unknown;
			answered();
			return answer;
		};
		const helpers = Object.create(this.helpers, {
			httpRequestWithAuthentication: { value: send },
		}) as IExecuteFunctions['helpers'];
		const context = Object.create(this, { helpers: { value: helpers } }) as IExecuteFunctions;
		return await work(async () => await node.execute!.call(context));
	},
});

/** Does the work with the node made so that it can be watched. */
export async function watched<T>(
	node: INodeType,
	watch: Watch,
	work: (node: INodeType) => Promise<T>,
): Promise<{ result: T; seen: Seen }> {
	if (watch === 'nothing') return { result: await work(node), seen: {} };
	if (watch === 'left') {
		const before = await settled();
		const result = await work(node);
		return { result, seen: { left: (await settled()) - before } };
	}
	if (watch === 'cpu') {
		let cpu = 0;
		const result = await work(
			around(node, async (run) => {
				const before = process.cpuUsage();
				return await run().finally(() => {
					const { user, system } = process.cpuUsage(before);
					cpu += (user + system) / 1_000;
				});
			}),
		);
		return { result, seen: { cpu } };
	}
	if (watch === 'loop') {
		const loop = { held: 0, worked: 0 };
		const result = await work(
			around(node, async (run) => {
				const stop = ticking((held, worked) => {
					loop.held = Math.max(loop.held, held);
					loop.worked = Math.max(loop.worked, worked);
				});
				return await run().finally(stop);
			}),
		);
		return { result, seen: { loop } };
	}
	const before = await settled();
	let most = before;
	const look = (now: number): void => void (most = Math.max(most, now));
	const result = await work(
		around(
			node,
			async (run) => {
				const ticker = watch === 'peak' ? setInterval(() => look(heap()), TICK) : undefined;
				const rows = await run().finally(() => clearInterval(ticker));
				look(watch === 'held' ? inUse() : heap());
				return rows;
			},
			watch === 'held' ? () => look(inUse()) : () => look(heap()),
		),
	);
	return { result, seen: { most: most - before } };
}
