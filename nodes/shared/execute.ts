import { randomUUID } from 'node:crypto';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import pLimit from 'p-limit';
import type { Door, Settings } from './client';
import { open } from './client';
import { ENGINE_DEFAULTS, ENGINE_OPTIONS } from './collections';
import type { Gathered, Mode } from './gather';
import { gather, refuseInput } from './gather';
import { hint } from './hints';
import { documentKey, documents } from './lines';
import { writtenBy } from './memory';
import type { Api, Operation } from './model';
import { organisationFor, organisationGiven } from './organisations';
import type { Job, Outcome } from './outcome';
import { failed, thrownFor } from './outcome';
import { read } from './read';
import { simplified } from './records';
import { write } from './write';

/** What every part of one run shares. */
export interface Run {
	readonly ctx: IExecuteFunctions;
	readonly api: Api;
	readonly operation: Operation;
	readonly door: Door;
	/** False: the first refusal ends the run with an error. True: a row per refusal. */
	readonly goesOn: boolean;
}

const operationOf = (api: Api, ctx: IExecuteFunctions): Operation => {
	const resource = ctx.getNodeParameter('resource', 0) as string;
	const name = ctx.getNodeParameter('operation', 0) as string;
	const operation = api.resources.find(({ key }) => key === resource)?.operations[name];
	if (!operation) {
		throw new NodeOperationError(ctx.getNode(), `${api.name} has no operation “${name}” on “${resource}”`, {
			description: 'Choose Resource and Operation again. For calls this node does not know, use the resource API Request.',
		});
	}
	return operation;
};

/** Names this run of this node for Idempotency-Keys: the same when n8n retries the node, another one in every other case. */
function runName(ctx: IExecuteFunctions): string {
	const execution = ctx.getExecutionId();
	if (!execution) return randomUUID();
	const { $runIndex } = ctx.getWorkflowDataProxy(0) as unknown as { $runIndex?: number };
	return [ctx.getInstanceId(), ctx.getWorkflow().id, execution, ctx.getNode().id, String($runIndex ?? 0)].join(' ');
}

function settingsOf(ctx: IExecuteFunctions): Settings {
	const given = ctx.getNodeParameter('options', 0, {}) as Record<string, unknown>;
	const amount = (key: keyof typeof ENGINE_DEFAULTS): number => {
		const { ui, schema, read } = ENGINE_OPTIONS[key]!;
		const value = read?.(given[key], '') ?? ENGINE_DEFAULTS[key];
		// Not a number, it would make every wait endless.
		if (!schema.safeParse(value).success) throw refuseInput(ctx, 0, ui.displayName, 'must be a number');
		return value as number;
	};
	const cancelled = ctx.getExecutionCancelSignal?.();
	const run = runName(ctx);
	return {
		patience: amount('longestWait') * 60_000,
		timeout: amount('timeout') * 1000,
		run,
		...(cancelled ? { cancelled } : {}),
		...(ctx.getNode().retryOnFail ? { written: writtenBy(run) } : {}),
	};
}

const orError = <T>(make: () => T): T | NodeOperationError => {
	try {
		return make();
	} catch (cause) {
		return cause as NodeOperationError;
	}
};

/** Reads and checks all items before any of them is sent. */
function gathered(
	ctx: IExecuteFunctions,
	operation: Operation,
	count: number,
): Array<{ items: readonly number[]; given: string; gathered: Gathered | NodeOperationError }> {
	const mode = (operation.json ? ctx.getNodeParameter('input', 0, 'fields') : 'fields') as Mode;
	const each = Array.from({ length: count }, (_, item) => ({
		item,
		organisation: organisationGiven(ctx, item),
		gathered: orError(() => gather(ctx, operation, item, mode)),
	}));
	if (mode !== 'lines')
		return each.map(({ item, organisation, gathered: one }) => ({ items: [item], given: organisation, gathered: one }));
	return documents(
		ctx,
		operation,
		each.map((one) => ({ ...one, key: documentKey(ctx, one.item) })),
	).map((document) => ({
		...document,
		given: each[document.items[0]!]!.organisation,
	}));
}

const paired = (items: readonly number[]): INodeExecutionData['pairedItem'] =>
	items.length === 1 ? { item: items[0]! } : items.map((item) => ({ item }));

/** Outcomes as n8n items, in the order of the input: rows with their pairing, or a row per refused input. */
function output({ operation, ctx }: Run, outcomes: readonly Outcome[]): INodeExecutionData[] {
	const ordered = [...outcomes].sort((a, b) => a.job.items[0]! - b.job.items[0]!);
	const simple = operation.simple && ctx.getNodeParameter('simplify', 0, true) === true ? operation.simple : undefined;
	return ordered.flatMap((outcome) => {
		const { items } = outcome.job;
		if (outcome.is === 'refused') {
			// No `error` beside `json`: n8n would cut the row down to the message. These keys alone send it to the error output.
			return items.map((item): INodeExecutionData => ({
				json: { error: outcome.error.message, details: outcome.details },
				pairedItem: { item },
			}));
		}
		return outcome.rows.map(({ json, binary }): INodeExecutionData => ({
			json: simple ? simplified(json, simple) : json,
			...(binary ? { binary } : {}),
			pairedItem: paired(items),
		}));
	});
}

/**
 * Runs one node over its input: reads the panel, checks every item, then reads or writes through the one door.
 * @throws NodeOperationError or NodeApiError that names the item and what Xero said, unless the node goes on (Continue On Fail)
 */
export async function execute(api: Api, ctx: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const count = ctx.getInputData().length;
	if (count === 0) return [[]];
	const operation = operationOf(api, ctx);
	const settings = settingsOf(ctx);
	const door = await open(ctx, api, settings);
	const run: Run = { ctx, api, operation, door, goesOn: ctx.continueOnFail() };

	const early: Outcome[] = [];
	const jobs: Job[] = [];
	const all = gathered(ctx, operation, count);
	// A wrong item ends the run before any call is spent, unless it becomes its own row.
	const wrong = all.find((one) => !('body' in one.gathered));
	if (wrong && !run.goesOn) throw asIs(wrong.gathered as NodeOperationError);
	const gate = pLimit(1);
	await Promise.all(
		all.map(async ({ items, given, gathered: one }) => {
			if (!('body' in one)) {
				early.push(failed({ items, organisation: '', gathered: undefined }, one));
				return;
			}
			const organisation = operation.noOrganisation ? '' : await gate(organisationOr, run, given, items[0]!);
			if (typeof organisation === 'string') jobs.push({ items, organisation, gathered: one });
			else early.push(failed({ items, organisation: '', gathered: one }, organisation));
		}),
	);
	const stuck = early.find((outcome) => outcome.is === 'refused');
	if (stuck?.is === 'refused' && !run.goesOn) throw asIs(stuck.error);

	const outcomes = [...early, ...(operation.run || operation.method === 'GET' ? await read(run, jobs) : await write(run, jobs))];
	hint(run, outcomes);
	if (!run.goesOn) {
		const error = thrownFor(run, outcomes);
		if (error) throw asIs(error);
	}
	// A first row that was refused makes n8n try the node again even when it goes on: then the memory is still needed.
	if (outcomes.every(({ is }) => is === 'done')) settings.written?.forget();
	return [output(run, outcomes)];
}

async function organisationOr({ ctx, door }: Run, given: string, item: number): Promise<string | Error> {
	try {
		return await organisationFor(ctx.getNode(), door, given, item);
	} catch (cause) {
		return cause as Error;
	}
}

const asIs = (error: Error): Error => error;
