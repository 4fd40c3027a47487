// What an operation's own function may use: calls, records, files of one work item.

import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { anyOf } from '../http/abortSignals';
import { clock, pause } from '../http/clock';
import { recordsIn, pageIn } from '../http/response';
import type { OperationContext, AfterSaveContext, Binaries, JoinedContext, PageReading } from '../model/context';
import { operationError } from '../model/errorState';
import { shown } from '../model/findings';
import type { Paging, XeroRequest } from '../model/request';
import { resultOf, explain } from './elementResults';
import { readPages, Incomplete } from './pagination';
import { labelOf } from './labels';
import { pickedIn } from './parameters';
import { type Run, resourceOf } from './runState';
import { KeyedQueue } from './ordering';
import type { WorkItem } from './workItem';
import { toError } from '../model/values';

/** Work of all runs of this process; see OperationContext.alone. */
const turns = new KeyedQueue();

/** What one item's work may use; see OperationContext. */
export function operationContextOf(run: Run, workItem: WorkItem): OperationContext {
	const { ctx, api, operation, client } = run;
	const item = workItem.items[0]!;
	const parameters = workItem.parameters;
	let asked = 0;
	const refuse: OperationContext['refuse'] = ({ state = 'notSent', sentences = [], description, open, ...finding }) => {
		throw operationError(
			ctx.getNode(),
			{ ...finding, items: workItem.items },
			{ state, sentences, description, ...(open ? { open } : {}) },
		);
	};
	const picked = pickedIn(operation, parameters.pathParameters);
	const serialOf = ({ step }: XeroRequest): string => `${item}.${step ?? asked}`;
	const ask = async (request: XeroRequest, over?: AbortSignal) => {
		const { scope = operation.scope } = request;
		const reads = (request.method ?? 'GET') === 'GET';
		const wanted = reads ? anyOf(over, run.halts.signal(workItem.organisation)) : undefined;
		// Writes alone are numbered: a page more or less in another try must not make another write of them.
		if (!reads) asked += 1;
		return await client.request(request, {
			organisation: workItem.organisation,
			serial: serialOf(request),
			items: workItem.items,
			...picked,
			...(scope ? { scope } : {}),
			labelOf: (path) => labelOf(operation, path),
			...(wanted ? { signal: wanted } : {}),
		});
	};
	const listAll: OperationContext['listAll'] = async <T extends object = IDataObject>(
		request: XeroRequest,
		paging: Paging,
		envelope = operation.envelope,
		limit?: number,
		id = idOf(run),
		{ shape, reads, counted }: PageReading<T> = {},
	): Promise<T[]> => {
		// When one page cannot be had, the others are not asked for any more.
		const over = new AbortController();
		const turn = async (query: IDataObject) => {
			const answer = await ask({ ...request, query: { ...request.query, ...query } }, over.signal);
			const one = pageIn(answer, envelope, run.conventions, reads);
			return shape ? { ...one, records: one.records.map((record) => shape(record) as IDataObject) } : one;
		};
		const { offset } = request.query ?? {};
		const continued = paging.by === 'offset' && typeof offset === 'number' ? { ...paging, after: offset } : paging;
		try {
			return (await readPages(turn, continued, id, limit, counted)) as T[];
		} catch (cause) {
			if (cause instanceof Incomplete)
				return refuse({
					says: `the list ${cause.says}`,
					todo: 'Run again; if it stays so, narrow the list with a filter',
					description: 'Nothing was returned, so that no record is missing unnoticed.',
					state: 'refused',
				});
			throw toError(cause);
		} finally {
			over.abort();
		}
	};
	const once = async <T>(key: string, work: () => Promise<T>): Promise<T> => {
		const place = `${workItem.organisation} ${key}`;
		const begun = (run.shared.get(place) as Promise<T> | undefined) ?? work();
		run.shared.set(place, begun);
		return await begun;
	};
	return {
		item,
		organisation: workItem.organisation,
		input: parameters.input,
		options: parameters.options,
		body: parameters.body,
		path: parameters.path,
		query: parameters.query,
		headers: parameters.headers,
		limit: parameters.results.limit,
		today: (zone = ctx.getTimezone()) => DateTime.fromMillis(clock.now(), { zone }).toFormat('yyyy-MM-dd'),
		now: () => new Date(clock.now()).toISOString(),
		stopsAtRefusals: !run.continuesOnFail,
		request: async (request) => await ask(request),
		recordsIn: (answer, envelope = operation.envelope) => recordsIn(answer, envelope, run.conventions),
		listAll,
		listOnce: async (request, paging, envelope, id) =>
			await once(
				`list ${request.path} ${envelope ?? ''} ${JSON.stringify(request.query ?? {})}`,
				async () =>
					await listAll({ ...request, ...(envelope === undefined ? {} : { envelope }) }, paging, envelope, undefined, id),
			),
		assertSaved: (records, confirms = operation.confirmedBy) => {
			const by = confirms === undefined ? {} : { confirmedBy: confirms };
			const { elements, repeatable = (sentence: string) => sentence } = run.conventions;
			const none = records.length === 0 && confirms !== undefined;
			for (const record of none ? [{}] : records) {
				const result = resultOf(record, by, none ? undefined : elements);
				if (result.is === 'saved') continue;
				const open = result.is === 'refused' && result.open ? { open: result.open } : {};
				const sentences = result.sentences.map((one) => repeatable(one, [parameters.body, record]));
				refuse({ ...explain({ ...result, sentences }, by), state: result.is, ...open });
			}
			return records;
		},
		readBinary: async (property, line = 0) => {
			const own = workItem.items[line]!;
			const binary = ctx.getInputData()[own]?.binary ?? {};
			// Only what the item itself has: a name such as __proto__ is none of its files.
			if (!Object.hasOwn(binary, property)) {
				const has = Object.keys(binary).join(', ');
				return refuse({
					place: ['Input Binary Field'],
					value: shown(property),
					says: 'the item has no binary data under this name',
					todo: has ? `It has ${has}` : 'It has none: read or download the file in a node before this one',
				});
			}
			const { fileName, mimeType } = ctx.helpers.assertBinaryData(own, property);
			return { data: await ctx.helpers.getBinaryDataBuffer(own, property), name: fileName ?? property, type: mimeType };
		},
		toBinary: async (data, name, type) => await ctx.helpers.prepareBinaryData(data, name, type),
		largestPage: api.largestPage ?? 1000,
		connections: async () => await client.connections(),
		isFirst: (key) => {
			const place = `${workItem.organisation} ${key}`;
			if (run.seen.has(place)) return false;
			run.seen.add(place);
			return true;
		},
		once,
		alone: async (key, work) => await turns.add([`${workItem.organisation} ${key}`], work),
		wasSent: (request) => client.wasSent(request, { organisation: workItem.organisation, serial: serialOf(request) }),
		pause: async (ms) => await pause(ms, ctx.getExecutionCancelSignal()),
		refuse,
	};
}
/** What the work on joined items may use. */
export function joinedContextOf(run: Run, workItem: WorkItem): JoinedContext {
	const { joined = [] } = workItem;
	const call = operationContextOf(run, workItem);
	return {
		...call,
		joined,
		refusalOf: (item, { state = 'notSent', sentences = [], description, open, ...finding }) =>
			operationError(
				run.ctx.getNode(),
				{ ...finding, items: [item] },
				{ state, sentences, description, ...(open ? { open } : {}) },
			),
	};
}

/** What an operation may use once a record of the work item was saved. */
export const afterSaveContextOf = (run: Run, workItem: WorkItem): Omit<AfterSaveContext, 'elapsed' | 'limited' | 'warn'> => ({
	...operationContextOf(run, workItem),
	binaries: binariesOf(run.ctx, workItem.items),
});

/** The binary fields of items. */
export const binariesOf = (ctx: Run['ctx'], items: readonly number[]): Binaries => {
	const given = ctx.getInputData();
	return items.map((item) => given[item]?.binary ?? {});
};

/** Property that tells the records of the operation's resource apart. */
export const idOf = (run: Run): string => resourceOf(run)?.id ?? '';
