import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { openClient } from '../shared/http/client';
import { costs } from '../shared/run/hints';
import { accounting } from '../XeroAccounting/accounting';
import { documentOf } from './categories';
import { notProcessed } from './deduplication';
import type { Event } from './delivery';
import { eventsIn } from './delivery';
import { chosenOptions, OPTIONS, wantsRecords } from './options';
import { organisationNames } from './organisationNames';
import type { FoundRecord } from './records';
import { recordsFor } from './records';
import { sideOf } from './eventFilter';
import { toError } from '../shared/model/values';

const recordIn = (found: FoundRecord): IDataObject | undefined => (found.recordStatus === 'found' ? found.record : undefined);

/** One event as it leaves the node with the record behind it. */
function eventItem(event: Event, found: FoundRecord, names: ReadonlyMap<string, string>): IDataObject {
	const record = recordIn(found);
	const name = names.get(event.tenantId.toLowerCase());
	const documentType = documentOf(event, record)?.documentType;
	return {
		...event,
		...(name ? { tenantName: name } : {}),
		...(documentType === undefined ? {} : { documentType }),
		recordStatus: found.recordStatus,
		...('reason' in found ? { reason: found.reason } : {}),
		record: record ?? null,
	};
}

/**
 * Reads the records behind events. An event whose record cannot be read comes out marked, with the reason.
 * @returns what leaves the node of an event: nothing where its document is of the side that is not wanted
 */
async function withRecords(ctx: IExecuteFunctions, events: readonly Event[]): Promise<(event: Event) => IDataObject[]> {
	const cancelled = ctx.getExecutionCancelSignal();
	const client = await openClient(ctx, accounting, {
		longestWait: 5 * 60_000,
		timeout: 100_000,
		run: '',
		...(cancelled ? { cancelled } : {}),
	});
	const found = await recordsFor(client, accounting.conventions, events);
	const unread = events.map(found).find((one) => 'cause' in one);
	const { stopsUnread } = chosenOptions(ctx.getNodeParameter(OPTIONS, 0, {}));
	if (unread && 'cause' in unread && stopsUnread) throw toError(unread.cause);
	const names = await organisationNames(ctx, client, events);
	const side = sideOf(ctx.getNodeParameter('side', 0, 'both'));
	ctx.addExecutionHints(...costs(client.usage));
	return (event) => {
		const what = found(event);
		const its = documentOf(event, recordIn(what))?.side;
		// What cannot be read may be on either side: it is told rather than lost.
		return side === 'both' || its === undefined || its === side ? [eventItem(event, what, names)] : [];
	};
}

/**
 * Gives the events of a delivery, in Xero's order, with their current records when these are asked for. It runs as a part
 * of the execution, after Xero was answered. An event that another execution gave before is left out.
 * @throws NodeApiError where a record cannot be read and the panel says that the execution is to stop then: it can be tried again
 */
export async function outputOf(ctx: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = ctx.getInputData();
	const events = items.flatMap(eventsIn);
	const reads = wantsRecords(ctx.getNodeParameter('fetchRecord', 0, true)) && events.length > 0;
	const full = reads ? await withRecords(ctx, events) : (event: Event): IDataObject[] => [event];
	// Last of all: what stops on the way has given nothing yet, and another delivery of it is no repetition.
	const isNew = await notProcessed(ctx, events);
	return [
		items.flatMap((item, index): INodeExecutionData[] => {
			const own = eventsIn(item);
			// Started by hand, or by another way than a delivery: there is nothing to read.
			if (own.length === 0) return [item];
			const all = own.filter(isNew).flatMap(full);
			const pairedItem = { item: index };
			if (!Array.isArray(item.json.events)) return all.map((json) => ({ json, pairedItem }));
			return all.length ? [{ json: { ...item.json, events: all }, pairedItem }] : [];
		}),
	];
}
