// Writes that touch the same record go one after another, in the order of their items.

import type { Operation } from '../model/operation';
import type { WorkItem } from './workItem';

/**
 * The record that a work item changes; undefined when it makes a new one. Where many records share one path (the contacts of a group),
 * there is no such order.
 */
export function changedRecord(operation: Operation, { organisation, parameters }: WorkItem): string | undefined {
	const { batchSize, batchPath, identity = [], method } = operation;
	const { path, pathParameters, body } = parameters;
	if (method === 'GET') return undefined;
	if (Object.keys(pathParameters).length)
		return batchSize === undefined || batchPath !== undefined ? `${organisation} ${path.toLowerCase()}` : undefined;
	const known = identity.find((name) => typeof body[name] === 'string' && body[name] !== '');
	return known === undefined ? undefined : `${organisation} ${known} ${String(body[known]).toLowerCase()}`;
}

/** The records of which a work item uses something up: the credit of the path, and the documents that it settles. */
function settledRecords({ settles, linesField }: Operation, { organisation, parameters }: WorkItem): string[] {
	if (settles === undefined) return [];
	const { path, pathParameters, body } = parameters;
	const lines = linesField === undefined ? undefined : body[linesField];
	const documents = [body, ...(Array.isArray(lines) ? (lines as Array<typeof body>) : [])].map((one) => one[settles]);
	return [
		...(Object.keys(pathParameters).length ? [path] : []),
		...documents.filter((one) => one !== undefined).map((one) => JSON.stringify(one)),
	].map((key) => `${organisation} ${key.toLowerCase()}`);
}

/** All records by which the order of some work items is kept. */
export function orderKeys(operation: Operation, workItems: readonly WorkItem[]): ReadonlySet<string> {
	return new Set(
		workItems.flatMap((workItem) => {
			const changed = changedRecord(operation, workItem);
			const about = operation.orderBy?.(workItem.parameters.body);
			return [
				...(changed === undefined ? [] : [changed]),
				...(about === undefined ? [] : [`${workItem.organisation} ${about}`]),
				...settledRecords(operation, workItem),
			];
		}),
	);
}

/** Work items in rounds, none of which changes a record twice: Xero gives no order within one request. */
export function inRounds(operation: Operation, workItems: readonly WorkItem[]): WorkItem[][] {
	const rounds: WorkItem[][] = [];
	const before = new Map<string, number>();
	for (const workItem of workItems) {
		const record = changedRecord(operation, workItem);
		const round = record === undefined ? 0 : (before.get(record) ?? 0);
		if (record !== undefined) before.set(record, round + 1);
		(rounds[round] ??= []).push(workItem);
	}
	return rounds;
}

/**
 * Work that begins once all earlier work with one of its keys has ended, however that ended; other work goes on at the same time. Nothing
 * is kept of work that has ended: a queue may live as long as the process.
 */
export class KeyedQueue {
	private readonly latest = new Map<string, Promise<void>>();

	/** Keys of which work is under way. */
	get size(): number {
		return this.latest.size;
	}

	async add<T>(keys: Iterable<string>, work: () => Promise<T>): Promise<T> {
		const own = [...keys];
		const earlier = own.flatMap((key) => this.latest.get(key) ?? []);
		const done = earlier.length ? Promise.all(earlier).then(work) : work();
		const forget = (): void => this.forget(own, ended);
		const ended: Promise<void> = done.then(forget, forget);
		for (const key of own) this.latest.set(key, ended);
		return await done;
	}

	private forget(keys: readonly string[], ended: Promise<void>): void {
		for (const key of keys) if (this.latest.get(key) === ended) this.latest.delete(key);
	}
}
