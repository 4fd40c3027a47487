import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { isObject } from '../shared/model/values';

/** One event as it leaves the node; names are Xero's, dates have their zone. */
export interface Event extends IDataObject {
	/** CONTACT, INVOICE, …; whatever Xero may add. */
	eventCategory: string;
	/** CREATE or UPDATE (archiving is an update). */
	eventType: string;
	/** ISO 8601 in UTC with Z. */
	eventDateUtc: string;
	resourceId: string;
	resourceUrl: string;
	tenantId: string;
	/** ORGANISATION, or APPLICATION for subscriptions. */
	tenantType: string;
	/** Place of the event in all that Xero sent to the app; absent where the delivery's numbers do not add up. */
	sequence?: number;
}

/** One POST of Xero's. */
export interface Delivery {
	readonly events: readonly Event[];
	readonly firstEventSequence: number;
	readonly lastEventSequence: number;
	/** Signed, and all the same no JSON. */
	readonly unreadable: boolean;
	/** How many of the events came with values that could not be read, and go on without these. */
	readonly incomplete: number;
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const whole = (value: unknown): number => (Number.isInteger(value) ? (value as number) : 0);

/** Xero's times come without a zone and mean UTC (xero-facts 2.4). */
const inUtc = (value: string): string => (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$/.test(value) ? `${value}Z` : value);

/** Levels of nesting that n8n can store; Xero's events have two. Far deeper ones end every recursion, n8n's own as well. */
const DEEPEST = 100;

const isDeeper = (value: unknown, levels: number): boolean =>
	value !== null &&
	typeof value === 'object' &&
	(levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)));

const isStorable = ([, value]: readonly [string, unknown]): boolean => !isDeeper(value, DEEPEST);

/** Reads one element of `events`; what is no object tells nothing. */
function eventIn(raw: unknown, sequence: number | undefined): Event[] {
	if (!isObject(raw)) return [];
	return [
		{
			...Object.fromEntries(Object.entries(raw).filter(isStorable)),
			eventCategory: text(raw.eventCategory).toUpperCase(),
			// Older deliveries say "Create" (xero-facts 2.9).
			eventType: text(raw.eventType).toUpperCase(),
			eventDateUtc: inUtc(text(raw.eventDateUtc)),
			resourceId: text(raw.resourceId),
			resourceUrl: text(raw.resourceUrl),
			tenantId: text(raw.tenantId),
			tenantType: text(raw.tenantType).toUpperCase(),
			...(sequence === undefined ? {} : { sequence }),
		},
	];
}

function parsed(raw: Buffer): unknown {
	try {
		return JSON.parse(raw.toString('utf8').replace(/^\uFEFF/, ''));
	} catch {
		return undefined;
	}
}

/** What a signed body says. An Intent to Receive, and whatever has no events, holds none. */
export function deliveryIn(raw: Buffer): Delivery {
	const body = parsed(raw);
	const { events, firstEventSequence, lastEventSequence } = isObject(body) ? body : ({} as IDataObject);
	const [first, last] = [whole(firstEventSequence), whole(lastEventSequence)];
	const list: unknown[] = Array.isArray(events) ? events : [];
	const numbered = first > 0 && last - first + 1 === list.length;
	return {
		events: list.flatMap((event, index) => eventIn(event, numbered ? first + index : undefined)),
		firstEventSequence: first,
		lastEventSequence: last,
		unreadable: body === undefined && raw.length > 0,
		incomplete: list.filter((event) => isObject(event) && !Object.entries(event).every(isStorable)).length,
	};
}

/** @returns the events of an item, in whichever way the items were made; none where it is something else */
export const eventsIn = ({ json }: INodeExecutionData): Event[] => {
	const list: unknown[] = Array.isArray(json.events) ? (json.events as IDataObject[]) : [json];
	return list.filter((one): one is Event => typeof (one as IDataObject | null)?.tenantId === 'string');
};
