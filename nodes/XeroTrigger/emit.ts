import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { open } from '../shared/client';
import { costs } from '../shared/hints';
import { accounting } from '../XeroAccounting/accounting';
import { documentOf } from './categories';
import type { Event } from './delivery';
import { organisationNames } from './organisationNames';
import { eventsIn } from './receive';
import type { Found } from './records';
import { recordsFor } from './records';

/** One event as it leaves the node with the record behind it. */
function told(event: Event, found: Found, names: ReadonlyMap<string, string>): IDataObject {
	const record = found.recordStatus === 'found' ? found.record : null;
	const name = names.get(event.tenantId.toLowerCase());
	const documentType = documentOf(event, record ?? undefined)?.documentType;
	return {
		...event,
		...(name ? { tenantName: name } : {}),
		...(documentType === undefined ? {} : { documentType }),
		...found,
		record,
	};
}

/**
 * Gives the events of a delivery, in Xero's order, with their current records when these are asked for. It runs as a part
 * of the execution, after Xero was answered: what cannot be read now ends the execution, which holds the events and can be
 * tried again.
 * @throws NodeApiError when Xero could not be asked
 */
export async function emit(ctx: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = ctx.getInputData();
	const events = items.flatMap(eventsIn);
	if (ctx.getNodeParameter('fetchRecord', 0, true) !== true || events.length === 0) return [items];
	const cancelled = ctx.getExecutionCancelSignal?.();
	const door = await open(ctx, accounting, {
		patience: 5 * 60_000,
		timeout: 100_000,
		run: '',
		...(cancelled ? { cancelled } : {}),
	});
	const found = await recordsFor(door, accounting.dialect, events);
	const names = await organisationNames(ctx, door, events);
	const side = String(ctx.getNodeParameter('side', 0, 'both'));
	const full = (event: Event): IDataObject[] => {
		const what = found(event);
		const its = documentOf(event, what.recordStatus === 'found' ? what.record : undefined)?.side;
		// What is gone may have been on either side: it is told rather than lost.
		return side === 'both' || its === undefined || its === side ? [told(event, what, names)] : [];
	};
	ctx.addExecutionHints?.(...costs(door.spent));
	return [
		items.flatMap((item, index): INodeExecutionData[] => {
			const all = eventsIn(item).flatMap(full);
			const pairedItem = { item: index };
			if (!Array.isArray(item.json.events)) return all.map((json) => ({ json, pairedItem }));
			return all.length ? [{ json: { ...item.json, events: all }, pairedItem }] : [];
		}),
	];
}
