import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

import type { Order, Report } from './worker';

/** Gives each process its order and waits for all; the first order goes to the first process. */
export type Ask = (orders: readonly Order[]) => Promise<Report[]>;

/** What a process says next. @throws when it ends instead */
async function next<T>(child: ChildProcess): Promise<T> {
	const over = new AbortController();
	try {
		return await Promise.race([
			once(child, 'message', over).then(([message]) => message as T),
			once(child, 'exit', over).then(([code]) => {
				throw new Error(`A process of the bench ended with ${code}`);
			}),
		]);
	} finally {
		over.abort();
	}
}

/**
 * Starts processes that each have n8n's engine and this pack for themselves, as n8n's workers do, and ends them whatever happens.
 * Their garbage can be collected on demand.
 */
export async function inProcesses<T>(count: number, work: (ask: Ask) => Promise<T>): Promise<T> {
	const children = Array.from({ length: count }, () =>
		fork(resolve(__dirname, 'worker.ts'), { execArgv: [...process.execArgv, '--expose-gc'] }),
	);
	try {
		await Promise.all(children.map(async (child) => await next(child)));
		return await work(
			async (orders) =>
				await Promise.all(
					orders.map(async (order, index) => {
						const child = children[index]!;
						const report = next<Report>(child);
						child.send(order);
						return await report;
					}),
				),
		);
	} finally {
		for (const child of children) if (child.connected) child.disconnect();
	}
}
