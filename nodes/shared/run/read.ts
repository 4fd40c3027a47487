// Operations that read, and those that have a function of their own.

import memoize from 'lodash/memoize';
import type { IDataObject } from 'n8n-workflow';
import pLimit from 'p-limit';
import { anyOf } from '../http/abortSignals';
import { pause } from '../http/clock';
import { NOT_THERE, NO_RECORD } from '../model/findings';
import type { Page } from '../http/response';
import { recordsIn, pageIn } from '../http/response';
import type { OperationContext, OutputItem, AfterSaveContext } from '../model/context';
import { operationError } from '../model/errorState';
import type { Finding } from '../model/findings';
import { shown } from '../model/findings';
import { pathParametersOf } from '../model/path';
import type { XeroResponse, XeroRequest, Paging } from '../model/request';
import { expectedOf } from './batches';
import { explain, resultOf } from './elementResults';
import { ALL } from './halts';
import { inRow, notKept } from './notKept';
import { Incomplete, readPages } from './pagination';
import { pickedIn } from './parameters';
import { endsOrganisation, failed } from './results';
import type { Run } from './run';
import { resourceOf } from './run';
import { simplified } from './simplify';
import { withNamesTrimmed } from './trimNames';
import type { Job, WorkResult } from './workItem';

/** Items of one organisation worked on at the same time; the limiter decides how many calls that makes. */
const AT_ONCE = 5;

/** Every combination of the portions in which long lists of IDs are asked. */
function chunkQueries(portions: Readonly<Record<string, readonly string[]>>): IDataObject[] {
	return Object.entries(portions).reduce<IDataObject[]>(
		(queries, [name, parts]) => queries.flatMap((query) => parts.map((part) => ({ ...query, [name]: part }))),
		[{}],
	);
}

/** What one item's work may use; see Call. */
function operationContextOf(run: Run, job: Job): OperationContext {
	const { ctx, api, operation, client } = run;
	const item = job.items[0]!;
	const gathered = job.gathered!;
	let asked = 0;
	const refuse: OperationContext['refuse'] = ({ state = 'notSent', sentences = [], description, open, ...finding }) => {
		throw operationError(
			ctx.getNode(),
			{ ...finding, items: job.items },
			{ state, sentences, description, ...(open ? { open } : {}) },
		);
	};
	const picked = pickedIn(operation, gathered.pathParameters);
	const ask = async (request: XeroRequest, over?: AbortSignal) => {
		const reads = (request.method ?? 'GET') === 'GET';
		const wanted = reads ? anyOf(over, run.halts.signal(job.organisation)) : undefined;
		// Writes alone are numbered: a page more or less in another try must not make another write of them.
		if (!reads) asked += 1;
		return await client.request(request, {
			organisation: job.organisation,
			serial: `${item}.${asked}`,
			items: job.items,
			...picked,
			...(operation.scope ? { scope: operation.scope } : {}),
			...(wanted ? { signal: wanted } : {}),
		});
	};
	return {
		item,
		input: gathered.input,
		options: gathered.options,
		body: withNamesTrimmed(gathered.body),
		path: gathered.path,
		query: gathered.query,
		request: async (request) => await ask(request),
		recordsIn: (answer, envelope = operation.envelope) => recordsIn(answer, envelope, api.conventions),
		listAll: async (request, paging, envelope = operation.envelope, limit, id = idOf(run), shape) => {
			// When one page cannot be had, the others are not asked for any more.
			const over = new AbortController();
			const turn = async (query: IDataObject) => {
				const answer = await ask({ ...request, query: { ...request.query, ...query } }, over.signal);
				const one = whole(pageIn(answer, envelope, api.conventions), answer);
				return shape ? { ...one, records: one.records.map(shape) } : one;
			};
			const { offset } = request.query ?? {};
			const continued = paging.by === 'offset' && typeof offset === 'number' ? { ...paging, after: offset } : paging;
			try {
				return await readPages(turn, continued, id, limit);
			} catch (cause) {
				if (cause instanceof Incomplete)
					return refuse({
						says: `the list ${cause.says}`,
						todo: 'Run again; if it stays so, narrow the list with a filter',
						description: 'Nothing was returned, so that no record is missing unnoticed.',
						state: 'refused',
					});
				throw thrown(cause);
			} finally {
				over.abort();
			}
		},
		assertSaved: (records, confirms = operation.confirmedBy) => {
			const by = confirms === undefined ? {} : { confirmedBy: confirms };
			const [none] = records.length || confirms === undefined ? [] : [resultOf({}, by)];
			for (const result of [
				...(none ? [none] : []),
				...records.map((record) => resultOf(record, by, api.conventions.elements)),
			]) {
				if (result.is === 'saved') continue;
				const open = result.is === 'refused' && result.open ? { open: result.open } : {};
				refuse({ ...explain(result, by), state: result.is, ...open });
			}
			return records;
		},
		readBinary: async (property) => {
			const binary = ctx.getInputData()[item]?.binary ?? {};
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
			const { fileName, mimeType } = ctx.helpers.assertBinaryData(item, property);
			return { data: await ctx.helpers.getBinaryDataBuffer(item, property), name: fileName ?? property, type: mimeType };
		},
		toBinary: async (data, name, type) => await ctx.helpers.prepareBinaryData(data, name, type),
		largestPage: api.largestPage ?? 1000,
		connections: async () => await client.connections(),
		isFirst: (key) => {
			const place = `${job.organisation} ${key}`;
			if (run.seen.has(place)) return false;
			run.seen.add(place);
			return true;
		},
		once: async <T>(key: string, work: () => Promise<T>): Promise<T> => {
			const place = `${job.organisation} ${key}`;
			const begun = (run.shared.get(place) as Promise<T> | undefined) ?? work();
			run.shared.set(place, begun);
			return await begun;
		},
		refuse,
	};
}

/**
 * Bank Feeds count the records of a page where others count those of the list, which are more than fit into one page when there are
 * several. Such a count says nothing of the list, but whether the page came whole.
 * @throws Incomplete when it did not
 */
function whole(one: Page, { body }: XeroResponse): Page {
	const { records, pages: count = 0, total } = one;
	const { pageSize } = ((body as IDataObject | null)?.pagination ?? {}) as IDataObject;
	if (total === undefined || count < 2 || typeof pageSize !== 'number' || total > pageSize) return one;
	if (records.length < total || records.length === 0)
		throw new Incomplete(`came with a page of ${records.length} records where Xero counts ${total || 'more'}`);
	return { records, pages: count };
}

/** What an operation may use once a record of the job was saved. */
export const afterSaveContextOf = (run: Run, job: Job): Omit<AfterSaveContext, 'elapsed' | 'limited'> => ({
	...operationContextOf(run, job),
	pause: async (ms) => await pause(ms, run.ctx.getExecutionCancelSignal()),
});

const thrown = (cause: unknown): Error => cause as Error;

/** Property that tells the records of the operation's resource apart. */
const idOf = (run: Run): string => resourceOf(run)?.id ?? 'ID';

/** Fields to keep of each record as its page comes, so that a long list is never held whole; undefined where more is needed first. */
function simplifiedByPage(
	{ operation: { simplified } }: Run,
	{ gathered }: Job,
	paging: Paging,
	id: string,
): readonly string[] | undefined {
	const { results, keeps } = gathered!;
	const needed = [id, ...(paging.by === 'offset' ? [paging.from] : [])];
	return simplified && results.simplify && keeps.length === 0 && needed.every((name) => simplified.includes(name))
		? simplified
		: undefined;
}

async function listed(run: Run, job: Job, call: OperationContext, paging: Paging): Promise<OutputItem[]> {
	const { operation } = run;
	const { query, headers, chunks, keeps, results } = job.gathered!;
	const parts = chunkQueries(chunks);
	if (parts.length > 1 && query.order !== undefined) {
		call.refuse({
			place: ['Order By'],
			says: 'cannot be kept over a list of IDs or numbers that long',
			todo: 'Xero takes 40 at a time: leave Order By out and sort afterwards, or give fewer',
		});
	}
	const id = idOf(run);
	const simple = simplifiedByPage(run, job, paging, id);
	const shape = simple && ((record: IDataObject): IDataObject => simplified(record, simple));
	const found: OutputItem[][] = [];
	let left = results.limit;
	for (const portion of parts) {
		if (left <= 0) break;
		const request: XeroRequest = {
			path: call.path,
			query: { ...query, ...portion },
			headers,
			...expectedOf(operation),
		};
		const every = await call.listAll(request, paging, operation.envelope, keeps.length ? Infinity : left, id, shape);
		const records = every.filter((record) => keeps.every((keep) => keep(record)));
		found.push(records.slice(0, left).map((json) => (simple ? { json, isSimplified: true } : { json })));
		left -= records.length;
	}
	return found.flat();
}

async function rowsOf(run: Run, job: Job): Promise<readonly OutputItem[]> {
	const { operation } = run;
	const call = operationContextOf(run, job);
	if (job.gathered!.matchesNothing) return [];
	if (operation.run) return await operation.run(call);
	if (operation.paging) return await listed(run, job, call, operation.paging);
	const { query, headers } = job.gathered!;
	const records = call.recordsIn(await call.request({ path: call.path, query, headers, ...expectedOf(operation) }));
	const { picked } = pickedIn(operation, job.gathered!.pathParameters);
	// A part of a record (its history) may be empty, the record itself not.
	if (records.length === 0 && pathParametersOf(operation.path).length && operation.path.endsWith('}'))
		call.refuse({ ...(picked ? { ...picked, ...NOT_THERE } : NO_RECORD), state: 'refused' });
	return records.map((json) => ({ json }));
}

/** What Xero did not keep of what a bespoke operation wrote; of what it found instead, nothing was sent. */
function keptOf({ operation }: Run, { gathered, items }: Job, rows: readonly OutputItem[]): Finding[] {
	const [row, ...others] = rows;
	if (operation.method === 'GET' || row === undefined || others.length || row.json.found === true) return [];
	return notKept(operation, gathered!.body, row.json).map((one) => ({ items, ...one }));
}

/** Reads, and bespoke operations: one job each, several at the same time, stopped by what would stop them all. */
export async function read(run: Run, jobs: readonly Job[]): Promise<WorkResult[]> {
	const gateOf = memoize<(organisation: string) => pLimit.Limit>(() => pLimit(AT_ONCE));
	return await Promise.all(
		jobs.map(
			async (job) =>
				await gateOf(job.organisation)(async (): Promise<WorkResult> => {
					const reason = run.halts.reason(job.organisation);
					if (reason !== undefined) return failed(job, reason, {}, false);
					try {
						const rows = await rowsOf(run, job);
						const findings = keptOf(run, job, rows);
						const marked = rows.map((row) => (findings.length ? { ...row, json: { ...row.json, ...inRow(findings) } } : row));
						return { is: 'done', job, rows: marked, warnings: [], findings };
					} catch (cause) {
						if (run.halts.stopped(job.organisation, cause)) return failed(job, run.halts.reason(job.organisation), {}, false);
						if (endsOrganisation(cause)) run.halts.halt(job.organisation, cause);
						if (!run.continuesOnFail) run.halts.halt(ALL, cause);
						return failed(job, cause);
					}
				}),
		),
	);
}
