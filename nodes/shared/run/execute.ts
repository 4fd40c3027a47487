// One run of a node, from the items to the rows.

import { randomUUID } from 'node:crypto';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { ClientSettings } from '../http/session';
import { openClient } from '../http/client';
import { forgottenError } from '../http/errors';
import { refuseInput } from '../inputs/check';
import { ENGINE_DEFAULTS, ENGINE_OPTIONS, LINKS } from '../inputs/engineOptions';
import { operationError } from '../model/errorState';
import { shown } from '../model/findings';
import type { Api, Operation } from '../model/operation';
import { betweenSteps, mapInTurns } from './eventLoop';
import { Halts } from './halts';
import { hint } from './hints';
import { read } from './read';
import { workItemsOf } from './readItems';
import { notSentError, failureError } from './failures';
import type { RetryMemory } from './retryMemory';
import { retryMemoryOf } from './retryMemory';
import type { Run } from './runState';
import { pageKeyOf } from './pages';
import { conventionsOf, resourceOf } from './runState';
import { simplified } from './simplify';
import { isTool } from './tool';
import { answerTo } from './toolOutput';
import type { WorkItem, WorkResult } from './workItem';
import { write } from './write';
import { toError } from '../model/values';

const operationOf = (api: Api, ctx: IExecuteFunctions): Operation => {
	const resource = ctx.getNodeParameter('resource', 0) as string;
	const name = ctx.getNodeParameter('operation', 0) as string;
	const operation = api.resources.find(({ key }) => key === resource)?.operations[name];
	if (!operation) {
		const says = `${api.name} has no operation “${shown(name)}” on “${shown(resource)}”`;
		throw operationError(
			ctx.getNode(),
			{ items: [], says, todo: 'Choose Resource and Operation again' },
			{ state: 'notSent', description: 'For calls this node does not know, use the resource API Request.' },
		);
	}
	return operation;
};

/**
 * Names this run of this node for Idempotency-Keys: the same when n8n retries the node, another one in every other case.
 * As a tool of an AI agent n8n counts each try as a run of its own, so there the execution alone names it: the same tool
 * with the same arguments is one write within one execution.
 */
function runName(ctx: IExecuteFunctions): string {
	const execution = ctx.getExecutionId();
	if (!execution) return randomUUID();
	const { $runIndex } = ctx.getWorkflowDataProxy(0) as unknown as { $runIndex?: number };
	const index = isTool(ctx) ? 'tool' : String($runIndex ?? 0);
	return [ctx.getInstanceId(), ctx.getWorkflow().id, execution, ctx.getNode().id, index].join(' ');
}

/** How often n8n tries a node with Retry On Fail, whatever is set. */
const triesOf = (maxTries: number | undefined): number => Math.min(5, Math.max(2, maxTries || 3));

/** Whether records are to have links to their pages. */
function wantsLinks(ctx: IExecuteFunctions): boolean {
	const { ui, schema, read } = LINKS.links!;
	const { links = false } = ctx.getNodeParameter('options', 0, {}) as Record<string, unknown>;
	const value = read?.(links, '') ?? false;
	const result = schema.safeParse(value);
	if (!result.success)
		throw refuseInput(ctx, undefined, { place: [ui.displayName], value: shown(value), says: result.error.issues[0]!.message });
	return value === true;
}

function settingsOf(ctx: IExecuteFunctions): ClientSettings & { readonly attempts?: RetryMemory } {
	const given = ctx.getNodeParameter('options', 0, {}) as Record<string, unknown>;
	const amount = (key: keyof typeof ENGINE_DEFAULTS): number => {
		const { ui, schema, read } = ENGINE_OPTIONS[key]!;
		const value = read?.(given[key], '') ?? ENGINE_DEFAULTS[key];
		// Not a number, it would make every wait endless.
		if (!schema.safeParse(value).success)
			throw refuseInput(ctx, undefined, { place: [ui.displayName], value: shown(value), says: 'is not a number of 0 or more' });
		return value as number;
	};
	const cancelled = ctx.getExecutionCancelSignal();
	const run = runName(ctx);
	const { retryOnFail, maxTries } = ctx.getNode();
	return {
		longestWait: amount('longestWait') * 60_000,
		timeout: amount('timeout') * 1000,
		run,
		...(cancelled ? { cancelled } : {}),
		// A tool's calls differ by their arguments only, so their places cannot tell them apart: there the key alone does.
		...(retryOnFail && !isTool(ctx) ? { attempts: retryMemoryOf(run, triesOf(maxTries)) } : {}),
	};
}

const paired = (items: readonly number[]): INodeExecutionData['pairedItem'] =>
	items.length === 1 ? { item: items[0]! } : items.map((item) => ({ item }));

/**
 * Sends a row to the error output. By its keys alone only n8n 2.36 and later do; and an `error` that n8n could copy would make
 * it cut the row down to the message, so this one is seen but not copied.
 */
const marked = (row: INodeExecutionData, error: Error): INodeExecutionData =>
	Object.defineProperty(row, 'error', { value: error, enumerable: false });

/** The link of a record of an organisation; undefined where its page is not known. */
type LinkOf = (record: IDataObject, organisation: string) => string | undefined;

/** Links for what the work items gave, where they are asked for; each organisation is asked once. */
async function linksOf(run: Run, workResults: readonly WorkResult[]): Promise<LinkOf> {
	const { conventions, client, ctx } = run;
	const resource = resourceOf(run);
	if (!conventions.pages || !resource || !wantsLinks(ctx)) return () => undefined;
	const { linkOf } = conventions.pages;
	const given = workResults.filter(({ is }) => is === 'done');
	const organisations = [...new Set(given.map(({ workItem }) => workItem.organisation))];
	const keys = new Map(
		await Promise.all(organisations.map(async (one) => [one, await pageKeyOf(client, conventions, one)] as const)),
	);
	return (record, organisation) => {
		const key = keys.get(organisation);
		return key === undefined ? undefined : linkOf(resource, record, key);
	};
}

/** Outcomes as n8n items, in the order of the input: rows with their pairing, or a row per refused input. */
async function output(run: Run, workResults: readonly WorkResult[]): Promise<INodeExecutionData[]> {
	const { operation, ctx } = run;
	const link = await linksOf(run, workResults);
	const ordered = [...workResults].sort((a, b) => a.workItem.items[0]! - b.workItem.items[0]!);
	await betweenSteps(ordered.length);
	const toErrorOutput = ctx.getNode().onError === 'continueErrorOutput';
	const rows = await mapInTurns(ordered, (workResult) => {
		const { items } = workResult.workItem;
		const simple = workResult.workItem.parameters?.results.simplify ? operation.simplified : undefined;
		if (workResult.is === 'refused') {
			return items.map((item) => {
				const row: INodeExecutionData = {
					json: { error: workResult.error.message, details: workResult.details },
					pairedItem: { item },
				};
				return toErrorOutput ? marked(row, workResult.error) : row;
			});
		}
		const { input = {} } = workResult.workItem.parameters ?? {};
		return workResult.rows.map(({ json: record, binary, isSimplified }): INodeExecutionData => {
			const shaped = operation.shape?.(record, input) ?? record;
			const json = simple && !isSimplified ? simplified(shaped, simple) : shaped;
			const _link = link(record, workResult.workItem.organisation);
			return {
				json: _link === undefined ? json : { ...json, _link },
				...(binary ? { binary } : {}),
				pairedItem: paired(items),
			};
		});
	});
	return rows.flat();
}

/**
 * Runs one node over its input: reads the panel, checks every item, then reads or writes through the one client.
 * @throws NodeOperationError or NodeApiError that names the item and what Xero said, unless the node goes on (Continue On Fail)
 */
export async function execute(api: Api, ctx: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const count = ctx.getInputData().length;
	if (count === 0) return [[]];
	const operation = operationOf(api, ctx);
	const settings = settingsOf(ctx);
	const conventions = conventionsOf(api, operation);
	const client = await openClient(ctx, { basePath: api.basePath, conventions }, settings);
	const asTool = isTool(ctx);
	const { attempts: retryMemory } = settings;
	if (retryMemory?.isLost) throw forgottenError(ctx.getNode(), { items: [] });
	const run: Run = {
		ctx,
		api,
		operation,
		conventions,
		client,
		continuesOnFail: ctx.continueOnFail() || asTool,
		retryMemory,
		longestWait: settings.longestWait,
		halts: new Halts(),
		seen: new Set(),
		shared: new Map(),
	};
	try {
		const rows = await rowsOf(run, count);
		retryMemory?.end(rows[0]?.json.error ? 'first row refused' : 'rows');
		return [rows];
	} catch (cause) {
		retryMemory?.end('error');
		throw toError(cause);
	}
}

async function rowsOf(run: Run, count: number): Promise<INodeExecutionData[]> {
	const { ctx, operation } = run;
	const sorted = await workItemsOf(run, count);
	const early = sorted.filter((one): one is WorkResult => 'is' in one);
	const workItems = sorted.filter((one): one is WorkItem => !('is' in one));
	// A wrong item ends the run before anything is sent, with all that is wrong, unless it becomes its own row.
	const wrong = run.continuesOnFail ? undefined : notSentError(run, early, sorted.length);
	if (wrong) throw toError(wrong);

	const workResults = [
		...early,
		...(operation.run || operation.runJoined || operation.method === 'GET'
			? await read(run, workItems)
			: await write(run, workItems)),
	];
	await betweenSteps(workResults.length);
	hint(run, workResults);
	await betweenSteps(workResults.length);
	if (!run.continuesOnFail) {
		const error = failureError(run, workResults);
		if (error) throw toError(error);
	}
	if (!isTool(ctx)) return await output(run, workResults);
	const done = workResults.filter(({ is }) => is === 'done');
	return answerTo(run, workResults, await output(run, done));
}
