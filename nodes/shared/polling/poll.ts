// One poll of a trigger, from its panel to what it hands on and remembers.

import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import type { PollClient, PollSettings } from './pollClient';
import { pollClientOf } from './pollClient';
import type { PollState } from './state';
import { savedState, saveState } from './state';
import { timeBudgetOf } from './timeBudget';

/** What came of a poll: what to hand on, and what to remember for the next. */
export interface PollOutcome<Told> {
	readonly items: readonly Told[];
	readonly state: PollState;
}

/** A trigger as far as it is its own. `Told`: what it tells of one record. */
export interface PollingTrigger<Settings extends PollSettings, Told> {
	/** Reads and checks the panel. @throws NodeOperationError that names the input's label */
	parametersOf(ctx: IPollFunctions): Settings;
	/** Names what is watched: with another one the trigger starts anew. */
	keyOf(pollClient: PollClient<Settings>): string;
	/** What changed since an earlier poll; a first one has none. */
	changes(pollClient: PollClient<Settings>, key: string, earlier: IDataObject | undefined): Promise<PollOutcome<Told>>;
	/** What a test in the editor shows; it remembers nothing. */
	sample(pollClient: PollClient<Settings>): Promise<readonly Told[]>;
	/** One item. */
	itemOf(parameters: Settings, told: Told): IDataObject;
}

/** Nodes whose poll is under way: a second one beside it would hand on the same changes. */
const underWay = new Set<string>();

/**
 * What a first poll left, by node, until a later one finds it in the static data. With durable cursors n8n does not save what the
 * poll at activation leaves when it hands nothing on, and what changed until the next poll would be lost.
 */
const begun = new Map<string, PollState>();

async function next<Settings extends PollSettings, Told>(
	ctx: IPollFunctions,
	trigger: PollingTrigger<Settings, Told>,
	place: string,
): Promise<INodeExecutionData[][] | null> {
	const parameters = trigger.parametersOf(ctx);
	const pollClient = await pollClientOf(ctx, parameters, timeBudgetOf(ctx));
	const output = (told: readonly Told[]): INodeExecutionData[][] | null =>
		told.length ? [told.map((one) => ({ json: trigger.itemOf(parameters, one) }))] : null;
	if (ctx.getMode() === 'manual') return output(await trigger.sample(pollClient));
	const key = trigger.keyOf(pollClient);
	const data = ctx.getWorkflowStaticData('node');
	const saved = savedState(data, key);
	const first = begun.get(place);
	if (saved) begun.delete(place);
	const earlier = saved ?? (first?.key === key ? first : undefined);
	const { items, state } = await trigger.changes(pollClient, key, earlier);
	// The last thing of all: after anything that was thrown before, the next poll does the same again.
	saveState(data, state);
	if (!earlier && items.length === 0) begun.set(place, state);
	return output(items);
}

/**
 * One poll of a trigger.
 * @returns an item for each change, the oldest first; null when there is none, or when a poll of this node is still under way
 * @throws NodeApiError, NodeOperationError; nothing is remembered then, and the next poll gives everything
 */
export async function poll<Settings extends PollSettings, Told>(
	ctx: IPollFunctions,
	trigger: PollingTrigger<Settings, Told>,
): Promise<INodeExecutionData[][] | null> {
	const place = `${ctx.getWorkflow().id ?? ''} ${ctx.getNode().id}`;
	if (ctx.getMode() === 'manual') return await next(ctx, trigger, place);
	if (underWay.has(place)) return null;
	underWay.add(place);
	try {
		return await next(ctx, trigger, place);
	} finally {
		underWay.delete(place);
	}
}
