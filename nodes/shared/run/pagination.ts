// Page after page of a list.

import type { IDataObject } from 'n8n-workflow';
import pLimit from 'p-limit';
import type { Page } from '../http/response';
import type { Paging } from '../model/request';

/** A list that could not be read whole. `says` is a sentence for the user. */
export class Incomplete extends Error {
	constructor(readonly says: string) {
		super(says);
		this.name = 'Incomplete';
	}
}

/** Pages asked for at the same time: as many as Xero lets one organisation have under way. */
const AT_ONCE = 5;
const TRIES = 3;

/** Asks for one page; the query holds what continues the list. */
export type PageRequest = (query: IDataObject) => Promise<Page>;

/** Hears how many pages a list has once its first page is there; what it throws ends the reading. */
export type PagesCounted = (pages: number) => Promise<void>;

/**
 * Every record of a list, in Xero's order, up to `limit`.
 * `id` names the property that tells records apart: a record that moved between pages while they were read counts once.
 * @throws Incomplete when a page comes twice, or the list stays shorter than Xero says it is
 */
export async function readPages(
	turn: PageRequest,
	paging: Paging,
	id: string,
	limit = Infinity,
	counted?: PagesCounted,
): Promise<IDataObject[]> {
	if (limit <= 0) return [];
	if (paging.by === 'nothing') return (await turn({})).records.slice(0, limit);
	if (paging.by === 'offset') return await byOffset(turn, paging, limit);
	for (let tries = 1; ; tries += 1) {
		const { records, total, shrank } = await byPage(turn, paging, id, limit, counted);
		const expected = Math.min(total ?? 0, limit);
		// Records changed while they were read move to the end, and one that left the list made room: either pulls others over
		// a page's edge that was read already. Read anew.
		if (records.length >= expected && !shrank) return records.slice(0, limit);
		if (tries < TRIES) continue;
		if (records.length >= expected)
			throw new Incomplete('lost records each time it was read, so that others may have been missed');
		throw new Incomplete(`came back with ${records.length} of ${expected} records, even when read again`);
	}
}

type ByPage = Extract<Paging, { by: 'page' }>;

async function byPage(
	turn: PageRequest,
	{ size, fixed, sizeName = 'pageSize', counted: isCounted }: ByPage,
	id: string,
	limit: number,
	pagesCounted?: PagesCounted,
) {
	const pageSize = fixed ? size : Math.min(size, limit);
	const atMost = Math.ceil(limit / pageSize);
	const firsts = new Set<string>();
	const read = async (page: number): Promise<Page> => {
		const answer = await turn({ page, ...(fixed ? {} : { [sizeName]: pageSize }) });
		const { records, here } = answer;
		if (here !== undefined && records.length < Math.max(here, 1))
			throw new Incomplete(`came with a page of ${records.length} records where Xero counts ${here || 'more'}`);
		const first = records[0];
		const print = first === undefined ? undefined : JSON.stringify(first[id] ?? first);
		if (print !== undefined && firsts.has(print)) throw new Incomplete('gave the same page twice');
		if (print !== undefined) firsts.add(print);
		return answer;
	};

	const answers = [await read(1)];
	const gate = pLimit(AT_ONCE);
	const last = (): Page => answers[answers.length - 1]!;
	/** Number of pages known to exist; the list may grow while it is read. */
	const known = (): number => Math.max(...answers.map((answer) => answer.pages ?? 0));
	await pagesCounted?.(Math.min(atMost, Math.max(known(), 1)));
	for (;;) {
		const counted = known();
		// Without a count, a full page means that there may be another.
		const goal = Math.min(
			atMost,
			counted > 0 || (isCounted && last().pages !== undefined)
				? Math.max(counted, 1)
				: last().records.length >= pageSize
					? answers.length + 1
					: answers.length,
		);
		if (answers.length >= goal) break;
		const missing = Array.from({ length: goal - answers.length }, (_, index) => answers.length + 1 + index);
		// When one page cannot be read, the pages still waiting are not asked for.
		answers.push(...(await Promise.all(missing.map((page) => gate(read, page))).finally(() => gate.clearQueue())));
	}
	const totals = answers.map((answer) => answer.total).filter((total) => total !== undefined);
	return {
		records: distinct(
			answers.flatMap((answer) => [...answer.records]),
			id,
		),
		total: totals.length ? Math.max(...totals) : undefined,
		shrank: totals.some((total, index) => index > 0 && total < totals[index - 1]!),
	};
}

/** Goes on until an empty answer: a short one does not mean the end (Journals). */
async function byOffset(
	turn: PageRequest,
	{ from, after }: { from: string; after?: number },
	limit: number,
): Promise<IDataObject[]> {
	const records: IDataObject[] = [];
	let offset: unknown = after ?? 0;
	while (records.length < limit) {
		const { records: more } = await turn({ offset: offset as number });
		const next = more[more.length - 1]?.[from];
		if (next === undefined) break;
		if (next === offset) throw new Incomplete('gave the same page twice');
		records.push(...more);
		offset = next;
	}
	return records.slice(0, limit);
}

/** Records by their first place, in their latest form. */
function distinct(records: readonly IDataObject[], id: string): IDataObject[] {
	const byId = new Map<unknown, IDataObject>();
	for (const record of records) byId.set(record[id] ?? record, record);
	return [...byId.values()];
}
