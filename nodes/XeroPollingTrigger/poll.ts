import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { simplified } from '../shared/run/simplify';
import type { Asking } from './asking';
import { askingOf } from './asking';
import { budgetOf } from './budget';
import type { Polled, Told } from './follow';
import { follow } from './follow';
import { journals } from './journals';
import { overdue } from './overdue';
import { sample } from './sample';
import type { Kept } from './state';
import { keep, recalled } from './state';
import type { Watched } from './watched';
import type { Wish } from './wish';
import { wishOf } from './wish';

const FOLLOWED: Readonly<
	Record<Watched['by'], (asking: Asking, key: string, earlier: IDataObject | undefined) => Promise<Polled>>
> = { change: follow, paid: follow, overdue, journal: journals };

/** Nodes whose poll is under way: a second one beside it would hand on the same changes. */
const underWay = new Set<string>();

/**
 * What a first poll left, by node, until a later one finds it in the static data. With durable cursors n8n does not save what the
 * poll at activation leaves when it hands nothing on, and what changed until the next poll would be lost.
 */
const begun = new Map<string, Kept>();

/** Names what is watched: with another one the trigger starts anew. */
const keyOf = ({ wish: { watched, startFrom, daysOverdue }, organisation }: Asking): string =>
	[organisation, watched.key, startFrom ?? '', ...(watched.by === 'overdue' ? [daysOverdue] : [])].join(' ');

const output = ({ simple }: Wish, told: readonly Told[]): INodeExecutionData[][] | null => {
	const items = told.map(({ type, record }): INodeExecutionData => ({
		json: { changeType: type, ...(simple ? simplified(record, simple) : record) },
	}));
	return items.length ? [items] : null;
};

async function next(ctx: IPollFunctions, place: string): Promise<INodeExecutionData[][] | null> {
	const wish = wishOf(ctx);
	const asking = await askingOf(ctx, wish, budgetOf(ctx));
	if (ctx.getMode() === 'manual') return output(wish, await sample(asking));
	const key = keyOf(asking);
	const data = ctx.getWorkflowStaticData('node');
	const saved = recalled(data, key);
	const first = begun.get(place);
	if (saved) begun.delete(place);
	const earlier = saved ?? (first?.key === key ? first : undefined);
	const { told, kept } = await FOLLOWED[wish.watched.by](asking, key, earlier);
	// The last thing of all: after anything that was thrown before, the next poll does the same again.
	keep(data, kept);
	if (!earlier && told.length === 0) begun.set(place, kept);
	return output(wish, told);
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
