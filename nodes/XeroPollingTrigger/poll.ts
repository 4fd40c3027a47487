import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { simplified } from '../shared/run/simplify';
import type { PollClient } from './pollClient';
import { pollClientOf } from './pollClient';
import { timeBudgetOf } from './timeBudget';
import type { PollResult, TriggerItem } from './pollChanges';
import { pollChanges } from './pollChanges';
import { journals } from './journals';
import { overdue } from './overdue';
import { sample } from './sample';
import type { PollState } from './state';
import { saveState, savedState } from './state';
import type { TriggerOn } from './triggerOn';
import type { PollParameters } from './pollParameters';
import { pollParametersOf } from './pollParameters';

const FOLLOWED: Readonly<
	Record<TriggerOn['by'], (pollClient: PollClient, key: string, earlier: IDataObject | undefined) => Promise<PollResult>>
> = { change: pollChanges, paid: pollChanges, overdue, journal: journals };

/** Nodes whose poll is under way: a second one beside it would hand on the same changes. */
const underWay = new Set<string>();

/**
 * What a first poll left, by node, until a later one finds it in the static data. With durable cursors n8n does not save what the
 * poll at activation leaves when it hands nothing on, and what changed until the next poll would be lost.
 */
const begun = new Map<string, PollState>();

/** Names what is watched: with another one the trigger starts anew. */
const keyOf = ({ parameters: { triggerOn: triggerOn, startFrom, daysOverdue }, organisation }: PollClient): string =>
	[organisation, triggerOn.key, startFrom ?? '', ...(triggerOn.by === 'overdue' ? [daysOverdue] : [])].join(' ');

const output = ({ simplified: simple }: PollParameters, told: readonly TriggerItem[]): INodeExecutionData[][] | null => {
	const items = told.map(({ type, record }): INodeExecutionData => ({
		json: { changeType: type, ...(simple ? simplified(record, simple) : record) },
	}));
	return items.length ? [items] : null;
};

async function next(ctx: IPollFunctions, place: string): Promise<INodeExecutionData[][] | null> {
	const parameters = pollParametersOf(ctx);
	const pollClient = await pollClientOf(ctx, parameters, timeBudgetOf(ctx));
	if (ctx.getMode() === 'manual') return output(parameters, await sample(pollClient));
	const key = keyOf(pollClient);
	const data = ctx.getWorkflowStaticData('node');
	const saved = savedState(data, key);
	const first = begun.get(place);
	if (saved) begun.delete(place);
	const earlier = saved ?? (first?.key === key ? first : undefined);
	const { items: items, state: state } = await FOLLOWED[parameters.triggerOn.by](pollClient, key, earlier);
	// The last thing of all: after anything that was thrown before, the next poll does the same again.
	saveState(data, state);
	if (!earlier && items.length === 0) begun.set(place, state);
	return output(parameters, items);
}

/**
 * One poll of the trigger.
 * @returns an item for each change, the oldest first; null when there is none, or when a poll of this node is still under way
 * @throws NodeApiError, NodeOperationError; nothing is remembered then, and the next poll gives everything
 */
export async function poll(ctx: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const place = `${ctx.getWorkflow().id ?? ''} ${ctx.getNode().id}`;
	if (ctx.getMode() === 'manual') return await next(ctx, place);
	if (underWay.has(place)) return null;
	underWay.add(place);
	try {
		return await next(ctx, place);
	} finally {
		underWay.delete(place);
	}
}
