import { createHash } from 'node:crypto';
import { DataDeduplicationService } from 'n8n-core';
import type { DeduplicationItemTypes, ICheckProcessedContextData, ICheckProcessedOptions, IDataDeduplicator } from 'n8n-workflow';

/** As n8n's table processed_data: the list of a node as text. */
export type Table = Map<string, string>;

/**
 * n8n's store for deduplication in mode `entries`, written after its deduplication-helper of 2.41.1: it reads the whole list,
 * and writes it back later, so that two at once lose each other's values, and the second of two that begin it fails.
 */
export class Store implements IDataDeduplicator {
	/** How often it was asked. */
	asked = 0;

	/** @param trip what one way to the database takes; it may throw */
	constructor(
		private readonly table: Table,
		private readonly trip: () => Promise<void>,
	) {}

	private async read(context: string): Promise<string[] | undefined> {
		this.asked += 1;
		await this.trip();
		const text = this.table.get(context);
		return text === undefined ? undefined : (JSON.parse(text) as string[]);
	}

	private async write(context: string, list: string[], isNew: boolean): Promise<void> {
		await this.trip();
		if (isNew && this.table.has(context)) throw new Error('SQLITE_CONSTRAINT: UNIQUE constraint failed: processed_data');
		this.table.set(context, JSON.stringify(list));
	}

	async checkProcessedAndRecord(
		items: DeduplicationItemTypes[],
		_scope: unknown,
		data: ICheckProcessedContextData,
		{ maxEntries = Infinity }: ICheckProcessedOptions,
	) {
		const context = contextOf(data);
		const hashes = items.map(hashOf);
		const list = await this.read(context);
		if (!list) {
			await this.write(context, hashes.slice(Math.max(0, hashes.length - maxEntries)), true);
			return { new: items, processed: [] };
		}
		const before = new Set(list);
		const all = [...list, ...hashes.filter((hash) => !before.has(hash))];
		await this.write(context, all.slice(Math.max(0, all.length - maxEntries)), false);
		const isKnown = (item: DeduplicationItemTypes) => before.has(hashOf(item));
		return { new: items.filter((item) => !isKnown(item)), processed: items.filter(isKnown) };
	}

	async removeProcessed(items: DeduplicationItemTypes[], _scope: unknown, data: ICheckProcessedContextData): Promise<void> {
		const context = contextOf(data);
		const list = await this.read(context);
		const removed = new Set(items.map(hashOf));
		if (list)
			await this.write(
				context,
				list.filter((hash) => !removed.has(hash)),
				false,
			);
	}

	async clearAllProcessedItems(): Promise<void> {}

	async getProcessedDataCount(): Promise<number> {
		return 0;
	}
}

const contextOf = ({ node, workflow }: ICheckProcessedContextData): string => `${workflow.id} n:${node!.id}`;
const hashOf = (value: DeduplicationItemTypes): string => createHash('md5').update(value.toString()).digest('base64');

/** Gives n8n-core a store, as n8n does when it starts; n8n-core alone has none. */
export const useStore = (store: IDataDeduplicator | undefined): void =>
	// n8n-core takes one for the whole life of a process.
	void Object.assign(DataDeduplicationService, {
		instance: store && Object.assign(Object.create(DataDeduplicationService.prototype) as object, { deduplicator: store }),
	});
