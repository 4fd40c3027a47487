import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { CATEGORIES, documentOf } from './categories';
import type { Delivery, Event } from './delivery';
import { deliveryIn } from './delivery';
import { fits } from './secret';
import { claim } from './seen';
import { isSigned } from './signature';

/** What is used of n8n's request: the body's bytes are read when asked for. */
interface Incoming {
	rawBody?: Buffer;
	readRawBody?(): Promise<void>;
}

/** What is used of n8n's response. */
interface Outgoing {
	status(code: number): { end(): unknown };
	readonly statusCode?: number;
	/** True once the answer was given, whether or not Xero was still there to hear it. */
	readonly writableEnded?: boolean;
}

/** Xero hangs up after 5 s and delivers anew (xero-facts 2.9). */
const PATIENCE = 4_000;
/** How long n8n may take to store an execution before it counts as not stored; times in ms. */
const STORING = 10 * 60_000;
const LOOK = 50;

/** @returns the bytes of the body, or undefined when they cannot be had (too many, cut off): nothing was shown to be Xero's then */
async function bytesOf(request: Incoming): Promise<Buffer | undefined> {
	try {
		if (!request.rawBody) await request.readRawBody?.();
		return request.rawBody ?? Buffer.alloc(0);
	} catch {
		return undefined;
	}
}

/** Waits as long as Xero does, or until it is over. */
async function waiting(isOver: () => boolean): Promise<void> {
	for (let waited = 0; waited < PATIENCE && !isOver(); waited += LOOK) await sleep(LOOK);
}

/** Whether n8n took a delivery: with "After the Execution Is Stored" it answers 200 then, and 500 when it could not. */
async function taken(response: Outgoing): Promise<boolean> {
	if (typeof response.writableEnded !== 'boolean') return true;
	for (let waited = 0; !response.writableEnded && waited < STORING; waited += LOOK) await sleep(LOOK);
	return response.writableEnded && (response.statusCode ?? 500) < 300;
}

interface Wanted {
	readonly categories: readonly string[];
	readonly eventType: string;
	readonly organisations: readonly string[];
	readonly side: string;
}

const listOf = (value: unknown): string[] =>
	(Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [])
		.map((one) => String(one).trim())
		.filter((one) => one !== '');

const wantedBy = (ctx: IWebhookFunctions): Wanted => ({
	categories: listOf(ctx.getNodeParameter('eventCategory', ['*'])),
	eventType: String(ctx.getNodeParameter('eventType', '*')),
	organisations: listOf(ctx.getNodeParameter('organisations', [])).map((id) => id.toLowerCase()),
	side: String(ctx.getNodeParameter('side', 'both')),
});

/** Whether the panel lets an event in, as far as the event itself tells. */
export function isWanted(event: Event, { categories, eventType, organisations, side }: Wanted): boolean {
	const { eventCategory, tenantId } = event;
	// All takes what Xero may add one day; the known ones are named one by one.
	const ofCategory = categories.includes('*') || categories.includes(eventCategory);
	const ofType = eventType === '*' || event.eventType === eventType;
	// A subscription belongs to the app, to no organisation.
	const ofOrganisation =
		organisations.length === 0 || organisations.includes(tenantId.toLowerCase()) || event.tenantType === 'APPLICATION';
	const known = CATEGORIES.some(({ code }) => code === eventCategory) ? documentOf(event)?.side : undefined;
	return ofCategory && ofType && ofOrganisation && (side === 'both' || known === undefined || known === side);
}

const itemsOf = (
	events: readonly Event[],
	{ firstEventSequence, lastEventSequence }: Delivery,
	together: boolean,
): INodeExecutionData[] =>
	together
		? [{ json: { firstEventSequence, lastEventSequence, events: [...events] } }]
		: events.map((event) => ({ json: event }));

/**
 * Answers one POST to the trigger's address: 401 when Xero did not sign it, 200 when it did, both without a body; 503 when it
 * repeats one that is still being stored. Starts an execution with the events that are new and wanted, if there are any.
 */
export async function receive(ctx: IWebhookFunctions): Promise<IWebhookResponseData> {
	const response = ctx.getResponseObject() as Outgoing;
	const answered = (status: number): IWebhookResponseData => {
		response.status(status).end();
		return { noWebhookResponse: true };
	};

	const signature = ctx.getHeaderData()['x-xero-signature'];
	// Not even read: a forger costs as little as possible.
	if (typeof signature !== 'string' || signature === '') return answered(401);
	const raw = await bytesOf(ctx.getRequestObject() as Incoming);
	if (raw === undefined || !(await fits(ctx, (secret) => isSigned(raw, signature, secret)))) return answered(401);

	const delivery = deliveryIn(raw);
	const wanted = wantedBy(ctx);
	const events = delivery.events.filter((event) => isWanted(event, wanted));
	const together = ctx.getNodeParameter('output', 'event') === 'delivery';
	// While the workflow is being made the same body may be sent again and again on purpose.
	if (ctx.getMode() === 'manual') return events.length ? { workflowData: [itemsOf(events, delivery, together)] } : answered(200);

	const data = ctx.getWorkflowStaticData('node');
	const node = `${ctx.getWorkflow().id ?? ''} ${ctx.getNode().id}`;
	const sequences = { first: delivery.firstEventSequence, last: delivery.lastEventSequence };
	const claimed = await claim(node, data, events, sequences, waiting);
	if (!claimed) return answered(503);
	const { fresh, missing } = claimed;
	claimed.keep();
	if (fresh.length === 0) {
		claimed.settle(true);
		return answered(200);
	}
	if (missing > 0) fresh[0] = { ...fresh[0]!, eventsMissingBefore: missing };
	const workflowData = [itemsOf(fresh, delivery, together)];
	if (ctx.getNodeParameter('answer', 'stored') === 'atOnce') {
		claimed.settle(true);
		return { ...answered(200), workflowData };
	}
	void taken(response).then(claimed.settle);
	// n8n answers by itself, 200 without a body, once it has stored the execution.
	return { workflowData };
}

/** @returns the events of an item, in whichever way the items were made */
export const eventsIn = ({ json }: INodeExecutionData): Event[] =>
	Array.isArray(json.events) ? (json.events as unknown as Event[]) : [json as unknown as Event];
