// Operations that read, and those that have a function of their own.

import memoize from 'lodash/memoize';
import type { IDataObject } from 'n8n-workflow';
import pLimit from 'p-limit';
import { NOT_THERE, NO_RECORD } from '../model/findings';
import type { OperationContext, OutputItem } from '../model/context';
import type { Finding } from '../model/findings';
import { pathParametersOf } from '../model/path';
import type { XeroRequest, Paging } from '../model/request';
import { expectedOf } from './batches';
import { ALL } from './halts';
import { inRow, notKept, otherKind } from './notKept';
import { KeyedQueue, orderKeys } from './ordering';
import { pickedIn } from './parameters';
import { endsOrganisation, failed } from './failures';
import type { Run } from './runState';
import { placesOf, simplified } from './simplify';
import type { WorkItem, WorkResult } from './workItem';
import { idOf, joinedContextOf, operationContextOf } from './context';

/** Items of one organisation worked on at the same time; the limiter decides how many calls that makes. */
const AT_ONCE = 5;

/** Every combination of the portions in which long lists of IDs are asked. */
function chunkQueries(portions: Readonly<Record<string, readonly string[]>>): IDataObject[] {
	return Object.entries(portions).reduce<IDataObject[]>(
		(queries, [name, parts]) => queries.flatMap((query) => parts.map((part) => ({ ...query, [name]: part }))),
		[{}],
	);
}

/** Fields to keep of each record as its page comes, so that a long list is never held whole; undefined where more is needed first. */
function simplifiedByPage(
	{ operation: { simplified, shape } }: Run,
	{ parameters }: WorkItem,
	paging: Paging,
	id: string,
): readonly string[] | undefined {
	const { results, keeps } = parameters;
	const needed = [id, ...(paging.by === 'offset' ? [paging.from] : [])];
	return simplified && !shape && results.simplify && keeps.length === 0 && needed.every((name) => simplified.includes(name))
		? simplified
		: undefined;
}

async function listed(run: Run, workItem: WorkItem, call: OperationContext, paging: Paging): Promise<OutputItem[]> {
	const { operation } = run;
	const { query, headers, chunks, keeps, results } = workItem.parameters;
	const parts = chunkQueries(chunks);
	if (parts.length > 1 && query.order !== undefined) {
		call.refuse({
			place: ['Order By'],
			says: 'cannot be kept over a list of IDs or numbers that long',
			todo: 'Xero takes 40 at a time: leave Order By out and sort afterwards, or give fewer',
		});
	}
	const id = idOf(run);
	// Who asks for some wants the newest; a whole list keeps Xero's order, in which its pages stay as they are.
	const order = parts.length === 1 && results.limit < Infinity && query.order === undefined ? operation.limitedOrder : undefined;
	const simple = simplifiedByPage(run, workItem, paging, id);
	const shape = simple && ((record: IDataObject): IDataObject => simplified(record, simple));
	const found: OutputItem[][] = [];
	let left = results.limit;
	for (const portion of parts) {
		if (left <= 0) break;
		const request: XeroRequest = {
			path: call.path,
			query: { ...query, ...portion, ...(order ? { order } : {}) },
			headers,
			...expectedOf(operation),
		};
		const upTo = async (most: number): Promise<IDataObject[]> =>
			await call.listAll(request, paging, operation.envelope, most, id, {
				...(shape ? { shape, reads: placesOf(simple) } : {}),
			});
		const isMeant = (record: IDataObject): boolean => keeps.every((keep) => keep(record));
		let every = await upTo(left);
		// Some of these are not meant, and there may be others behind them.
		if (every.length >= left && !every.every(isMeant)) every = await upTo(Infinity);
		const records = every.filter(isMeant);
		found.push(records.slice(0, left).map((json) => (simple ? { json, isSimplified: true } : { json })));
		left -= records.length;
	}
	return found.flat();
}

async function rowsOf(run: Run, workItem: WorkItem): Promise<readonly OutputItem[]> {
	const { operation } = run;
	const call = operationContextOf(run, workItem);
	if (workItem.parameters.matchesNothing) return [];
	if (operation.run) return await operation.run(call);
	if (operation.paging) return await listed(run, workItem, call, operation.paging);
	const { query, headers } = workItem.parameters;
	const records = call.recordsIn(await call.request({ path: call.path, query, headers, ...expectedOf(operation) }));
	const { picked } = pickedIn(operation, workItem.parameters.pathParameters);
	// A part of a record (its history) may be empty, the record itself not.
	if (records.length === 0 && pathParametersOf(operation.path).length && operation.path.endsWith('}'))
		call.refuse({ ...(picked ? { ...picked, ...NOT_THERE } : NO_RECORD), state: 'refused' });
	const other = records.map((record) => otherKind(operation, record)).find((one) => one !== undefined);
	if (other) call.refuse({ ...picked, ...other, state: 'refused' });
	return records.map((json) => ({ json }));
}

/** What Xero did not keep of what a bespoke operation wrote; of what it found instead, nothing was sent. */
function keptOf(run: Run, { parameters, items }: WorkItem, rows: readonly OutputItem[]): Finding[] {
	const [row, ...others] = rows;
	if (run.operation.method === 'GET' || row === undefined || others.length || row.json.found === true) return [];
	return notKept(run, parameters.body, row.json).map((one) => ({ items, ...one }));
}

/** A work item that is done, with what is to be told of all of its rows, and of some of them, in those. */
function done(workItem: WorkItem, rows: readonly OutputItem[], findings: readonly Finding[]): WorkResult {
	const { items } = workItem;
	const ofRows = new Set(rows.flatMap((row) => row.findings ?? []));
	return {
		is: 'done',
		workItem,
		rows: rows.map((row) => {
			const all = [...findings, ...(row.findings ?? []).map((finding) => ({ items, ...finding }))];
			return all.length ? { ...row, json: { ...row.json, ...inRow(all) } } : row;
		}),
		warnings: [],
		findings: [...findings, ...[...ofRows].map(({ code: _code, details: _details, ...finding }) => ({ items, ...finding }))],
	};
}

/** What became of a work item of which all could be had, or all but some records. */
function doneOrParted(run: Run, workItem: WorkItem, rows: readonly OutputItem[]): WorkResult[] {
	const had = rows.filter(({ error }) => error === undefined);
	const parts = rows.flatMap(({ error, json }) => (error ? [{ ...failed(workItem, error, json), isPart: true as const }] : []));
	return [done(workItem, had, keptOf(run, workItem, had)), ...parts];
}

/**
 * What became of each of some joined items.
 * @throws RangeError when the operation does not tell of one of them
 */
async function joinedResults(run: Run, workItem: WorkItem): Promise<WorkResult[]> {
	const results = await run.operation.runJoined!(joinedContextOf(run, workItem));
	const byItem = new Map(results.map((result) => [result.item, result]));
	return (workItem.joined ?? []).map((parameters): WorkResult => {
		const { item } = parameters;
		const own: WorkItem = { items: [item], organisation: workItem.organisation, parameters };
		const result = byItem.get(item);
		if (result === undefined) throw new RangeError(`Nothing is known of what became of item ${item + 1}`);
		if ('error' in result) return failed(own, result.error);
		if ('heldBackBy' in result) return failed(own, result.heldBackBy, {}, false);
		return done(
			own,
			result.rows,
			(result.findings ?? []).map((finding) => ({ items: [item], ...finding })),
		);
	});
}

/** One work item, read or written by its operation's own function; of joined items each has a result of its own. */
async function workResultsOf(run: Run, workItem: WorkItem): Promise<WorkResult[]> {
	const { halts, continuesOnFail } = run;
	const { organisation, joined } = workItem;
	const all = (error: unknown, begun = true): WorkResult[] =>
		joined
			? joined.map((parameters) => failed({ items: [parameters.item], organisation, parameters }, error, {}, begun))
			: [failed(workItem, error, {}, begun)];
	const reason = halts.reason(organisation);
	if (reason !== undefined) return all(reason, false);
	try {
		if (joined) {
			const results = await joinedResults(run, workItem);
			const refused = results.find((result) => result.is === 'refused');
			if (refused && !continuesOnFail) halts.halt(ALL, refused.error);
			return results;
		}
		return doneOrParted(run, workItem, await rowsOf(run, workItem));
	} catch (cause) {
		if (halts.stopped(organisation, cause)) return all(halts.reason(organisation), false);
		if (endsOrganisation(cause)) halts.halt(organisation, cause);
		if (!continuesOnFail) halts.halt(ALL, cause);
		return all(cause);
	}
}

/**
 * Reads, and what operations write by a function of their own: one work item each, several at the same time, those that change the same
 * record one after another, stopped by what would stop them all.
 */
export async function read(run: Run, workItems: readonly WorkItem[]): Promise<WorkResult[]> {
	const gateOf = memoize<(organisation: string) => pLimit.Limit>(() => pLimit(AT_ONCE));
	const queue = new KeyedQueue();
	const results = await Promise.all(
		workItems.map(
			async (workItem) =>
				await queue.add(
					orderKeys(run.operation, [workItem]),
					async () => await gateOf(workItem.organisation)(async () => await workResultsOf(run, workItem)),
				),
		),
	);
	return results.flat();
}
