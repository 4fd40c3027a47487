import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { clock } from '../shared/http/clock';
import type { Delivery, Event } from './delivery';
import { deliveryIn } from './delivery';
import { chosenOptions, OPTIONS } from './options';
import type { Claim } from './receivedEvents';
import { claim, nodeIn } from './receivedEvents';
import { fits } from './secret';
import { isSigned, isSignature } from './signature';
import { passesFilter, eventFilterOf } from './eventFilter';

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

/** Xero hangs up after 5 s and delivers anew (xero-facts 2.9); ms. */
const PATIENCE = 3_500;
const LOOK = 50;

/** Larger than any delivery: a thousand events are 0.4 MB. Whoever sends more is not Xero, and is not read. */
const LARGEST = 8 * 1024 * 1024;

/** @returns the bytes of the body, or undefined when they cannot be had (too many, cut off): nothing was shown to be Xero's then */
async function bytesOf(request: Incoming): Promise<Buffer | undefined> {
	try {
		if (!request.rawBody) await request.readRawBody?.();
		return request.rawBody ?? Buffer.alloc(0);
	} catch {
		return undefined;
	}
}

/** Waits until Xero's patience is at its end, or until it is over. */
const waiting =
	(until: number) =>
	async (isOver: () => boolean): Promise<void> => {
		while (clock.now() < until && !isOver()) await clock.sleep(LOOK);
	};

/** How often n8n is looked at until it has answered; ms. Most answers are out within 30 ms. */
const SOON = 1;
const SOON_LOOKS = 250;
/** Up to an hour: longer than that n8n holds nothing back, and a redelivery is to start an execution of its own. */
const LOOKS = 72_000;

/**
 * Whether n8n took a delivery: with "After the Execution Is Stored" it answers 200 then, and another status when it could not.
 * It may take its time (a limit on executions at once lets it wait), and when Xero hung up first it answers all the same.
 * @param keep writes into the static data what is to be saved with the workflow
 */
async function taken(response: Outgoing, keep: () => void): Promise<boolean> {
	if (typeof response.writableEnded !== 'boolean') return true;
	for (let looks = 0; !response.writableEnded; looks += 1) {
		if (looks > LOOKS) return false;
		// n8n saves changed static data before it answers, but what was changed before an execution began it takes for saved:
		// a second Workflow over the same object resets the mark (n8n 2.41: WorkflowRunner.establishContextForPersistence).
		keep();
		await sleep(looks < SOON_LOOKS ? SOON : LOOK);
	}
	return (response.statusCode ?? 500) < 300;
}

const itemsOf = (
	events: readonly Event[],
	{ firstEventSequence, lastEventSequence }: Delivery,
	together: boolean,
): INodeExecutionData[] =>
	together
		? [{ json: { firstEventSequence, lastEventSequence, events: [...events] } }]
		: events.map((event) => ({ json: event }));

/** What may be answered without a body; the events, if any, start an execution. */
interface Reply {
	/** Undefined: n8n answers by itself, 200 without a body, once it has stored the execution. */
	readonly status: number | undefined;
	readonly items?: INodeExecutionData[];
	/** Events that count as received once n8n took them. */
	readonly claimed?: Claim;
}

async function replyTo(ctx: IWebhookFunctions, until: number): Promise<Reply> {
	const headers = ctx.getHeaderData();
	const signature = headers['x-xero-signature'];
	// Not even read: a forger costs as little as possible.
	if (!isSignature(signature) || Number(headers['content-length'] ?? 0) > LARGEST) return { status: 401 };
	const raw = await bytesOf(ctx.getRequestObject() as Incoming);
	const signed = raw === undefined ? false : await fits(ctx, (secret) => isSigned(raw, signature, secret));
	// Whether it is Xero's cannot be told while the credential cannot be opened: Xero is to ask again.
	if (signed === undefined) return { status: 503 };
	if (raw === undefined || !signed) return { status: 401 };

	const wanted = eventFilterOf(ctx);
	const { answersAtOnce, inOneItem } = chosenOptions(ctx.getNodeParameter(OPTIONS, {}));
	const delivery = deliveryIn(raw);
	if (delivery.unreadable)
		ctx.logger?.warn(`Xero Accounting Trigger: a signed delivery of ${raw.length} bytes could not be read`);
	if (delivery.incomplete > 0)
		ctx.logger?.warn(
			`Xero Accounting Trigger: ${delivery.incomplete} of ${delivery.events.length} events of a signed delivery came with values that could not be read, nested too deep; they go on without these`,
		);
	const events = delivery.events.filter((event) => passesFilter(event, wanted));
	if (events.length === 0) return { status: 200 };
	// While the workflow is being made the same body may be sent again and again on purpose.
	if (ctx.getMode() === 'manual') return { status: undefined, items: itemsOf(events, delivery, inOneItem) };

	const data = ctx.getWorkflowStaticData('node');
	const claimed = await claim(nodeIn(ctx), data, events, waiting(until));
	if (!claimed) return { status: 503 };
	if (claimed.fresh.length === 0) {
		claimed.settle(true);
		return { status: 200 };
	}
	return { status: answersAtOnce ? 200 : undefined, items: itemsOf(claimed.fresh, delivery, inOneItem), claimed };
}

/**
 * Answers one POST to the trigger's address: 401 when Xero did not sign it, 200 when it did, both without a body; 503 when it
 * repeats one that is still being stored, or when nothing can be told at the moment, so that Xero delivers it again later.
 * Starts an execution with the events that are new and wanted, if there are any. It throws nothing: n8n would answer with a body
 * of its own, and keep a failed execution of whatever a stranger sends.
 */
export async function receive(ctx: IWebhookFunctions): Promise<IWebhookResponseData> {
	const response = ctx.getResponseObject() as Outgoing;
	let reply: Reply;
	try {
		reply = await replyTo(ctx, clock.now() + PATIENCE);
	} catch (cause) {
		ctx.logger?.warn(`Xero Accounting Trigger: a delivery could not be taken: ${cause instanceof Error ? cause.message : ''}`);
		reply = { status: 503 };
	}
	const { status, items, claimed } = reply;
	claimed?.keep();
	if (status === undefined) {
		if (claimed) void taken(response, claimed.keep).then(claimed.settle, () => claimed.settle(false));
		return { workflowData: [items!] };
	}
	response.status(status).end();
	claimed?.settle(true);
	return { noWebhookResponse: true, ...(items ? { workflowData: [items] } : {}) };
}
