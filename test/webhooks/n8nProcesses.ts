import { AsyncLocalStorage } from 'node:async_hooks';
import { WebhookContext } from 'n8n-core';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IWebhookData,
	IWebhookFunctions,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type * as Output from '../../nodes/XeroAccountingTrigger/output';
import type * as Receive from '../../nodes/XeroAccountingTrigger/receive';
import { XeroAccountingTrigger } from '../../nodes/XeroAccountingTrigger/XeroAccountingTrigger.node';
import type { Types, WorkflowFile } from '../n8n';
import { credentialsHelper, runWorkflow } from '../n8n';
import type { Table } from './deduplicationStore';
import { Store, useStore } from './deduplicationStore';
import { KEY, signatureOf } from './stage';
import { isChanged, workflowWith } from './staticData';

const TYPE = 'n8n-nodes-xero-suite.xeroAccountingTrigger';
const NODE = 'Xero Accounting Trigger';

/** An execution as n8n's database has it. */
export interface Execution {
	readonly id: string;
	readonly items: INodeExecutionData[];
	status: 'running' | 'success' | 'crashed';
	/** What left the trigger. */
	given: IDataObject[];
}

/** The modules of the trigger with a memory of their own, as another process has them: what it loads at its first event as well. */
function loaded(): { trigger: INodeType; forget(): void } {
	let made: { trigger: INodeType; forget(): void } | undefined;
	jest.isolateModules(() => {
		/* eslint-disable @typescript-eslint/no-require-imports */
		const { receive } = require('../../nodes/XeroAccountingTrigger/receive') as typeof Receive;
		const { outputOf } = require('../../nodes/XeroAccountingTrigger/output') as typeof Output;
		const { forgetReceived } = require('../../nodes/XeroAccountingTrigger/receivedEvents') as { forgetReceived(): void };
		const { forgetRecorded } = require('../../nodes/XeroAccountingTrigger/deduplication') as { forgetRecorded(): void };
		/* eslint-enable @typescript-eslint/no-require-imports */
		const trigger: INodeType = Object.assign(new XeroAccountingTrigger(), {
			async webhook(this: IWebhookFunctions) {
				return await receive(this);
			},
			async execute(this: IExecuteFunctions) {
				return await outputOf(this);
			},
		});
		made = { trigger, forget: () => (forgetReceived(), forgetRecorded()) };
	});
	return made!;
}

/** One process of n8n: it can be killed at any moment, and starts again with an empty memory. */
class Process {
	private readonly modules = loaded();
	private life = { isOver: false };
	private readonly responses = new Set<Response>();

	get trigger(): INodeType {
		return this.modules.trigger;
	}

	/** Ends what runs in it; whatever waits for its database never goes on. */
	kill(): void {
		this.life.isOver = true;
		this.life = { isOver: false };
		for (const response of this.responses) response.hangUp();
		this.responses.clear();
		this.modules.forget();
	}

	/** Runs something that ends with the process. */
	async run<T>(work: () => Promise<T>): Promise<T> {
		return await lives.run(this.life, work);
	}

	opened(response: Response): void {
		this.responses.add(response);
	}
}

const lives = new AsyncLocalStorage<{ readonly isOver: boolean }>();

/** @throws Error when the process was killed meanwhile */
function alive(): void {
	if (lives.getStore()?.isOver) throw new Error('killed');
}

/** As much of an HTTP response as n8n and the node use. */
class Response {
	statusCode = 200;
	writableEnded = false;
	/** Status that the sender heard; undefined when the connection broke. */
	readonly heard: Promise<number | undefined>;
	private tell: (status: number | undefined) => void = () => {};

	constructor() {
		this.heard = new Promise((resolve) => (this.tell = resolve));
	}

	status(code: number): this {
		this.statusCode = code;
		return this;
	}

	end(): this {
		alive();
		this.writableEnded = true;
		this.tell(this.statusCode);
		return this;
	}

	hangUp(): void {
		if (this.writableEnded) return;
		this.writableEnded = true;
		this.statusCode = 500;
		this.tell(undefined);
	}
}

/**
 * Several processes of n8n over one database, one workflow with a Xero Accounting Trigger. Its steps are those of n8n 2.41.1:
 * live-webhooks executeWebhook, webhook-helpers executeWebhook, WorkflowRunner.run, WorkflowStaticDataService.saveStaticData.
 */
export class Processes {
	readonly executions: Execution[] = [];
	readonly store: Store;
	private staticData: string;
	private readonly table: Table = new Map();
	private readonly running = new Set<Promise<unknown>>();
	/** Called when an execution has been stored, and before its delivery is answered. */
	whenStored: (execution: Execution) => Promise<void> = async () => {};

	constructor(
		private readonly processes: readonly Process[],
		private readonly parameters: INodeParameters,
		/** How long the next way to the database takes; ms. */
		private readonly ms: () => number,
	) {
		for (const one of processes) one.kill();
		this.staticData = JSON.stringify({ [`node:${NODE}`]: { events: [] } });
		this.store = new Store(this.table, async () => await this.trip());
		useStore(this.store);
	}

	private async trip(): Promise<void> {
		alive();
		await sleep(this.ms());
		alive();
	}

	private readonly file: WorkflowFile = {
		id: 'w1',
		name: 'Hooks',
		nodes: [
			{
				id: 'trigger',
				name: NODE,
				type: TYPE,
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
				credentials: { xeroSuiteOAuth2Api: { id: '1', name: 'Xero' } },
			},
		],
		connections: {},
	};

	private withParameters(): WorkflowFile {
		const [node] = this.file.nodes;
		return { ...this.file, nodes: [{ ...node!, parameters: { ...this.parameters } }] };
	}

	private async save(workflow: ReturnType<typeof workflowWith>): Promise<void> {
		if (!isChanged(workflow)) return;
		const text = JSON.stringify(workflow.staticData);
		await this.trip();
		this.staticData = text;
		workflow.staticData.__dataChanged = false;
		await this.trip();
	}

	/** Sends a signed delivery to a process. @returns the status that came back; undefined when the connection broke */
	async deliver(at: number, body: string): Promise<number | undefined> {
		const process = this.processes[at]!;
		const response = new Response();
		process.opened(response);
		void this.follow(process.run(async () => await this.take(process, body, response)).catch(() => response.hangUp()));
		return await response.heard;
	}

	private async take(process: Process, body: string, response: Response): Promise<void> {
		const types: Types = { [TYPE]: process.trigger };
		await this.trip();
		const staticData = JSON.parse(this.staticData) as IDataObject;
		const workflow = workflowWith(this.withParameters(), types, staticData);
		const additionalData = {
			credentialsHelper: credentialsHelper({ xeroSuiteOAuth2Api: { webhookSigningSecret: KEY } }),
			httpRequest: { headers: { 'x-xero-signature': signatureOf(body) }, rawBody: Buffer.from(body) },
			httpResponse: response,
		} as unknown as IWorkflowExecuteAdditionalData;
		const node = workflow.getNode(NODE)!;
		const context = new WebhookContext(workflow, node, additionalData, 'webhook', {} as IWebhookData, [], null);
		const { workflowData, noWebhookResponse } = await process.trigger.webhook!.call(context);
		alive();
		if (noWebhookResponse) void this.follow(this.save(workflow).catch(() => {}));
		if (!workflowData) return;
		// WorkflowRunner.establishContextForPersistence
		workflowWith(this.withParameters(), types, staticData);
		await this.trip();
		const items = JSON.parse(JSON.stringify(workflowData[0])) as INodeExecutionData[];
		await this.trip();
		const execution: Execution = { id: String(this.executions.length + 1), items, status: 'running', given: [] };
		this.executions.push(execution);
		await this.trip();
		void this.start(process, execution, 'webhook');
		await this.whenStored(execution);
		await this.trip();
		if (noWebhookResponse) return;
		await this.save(workflow);
		response.status(200).end();
	}

	private async start(process: Process, execution: Execution, mode: WorkflowExecuteMode): Promise<void> {
		const work = process.run(async () => {
			const ran = await runWorkflow(
				{ ...this.withParameters(), pinData: { [NODE]: execution.items } },
				{ types: { [TYPE]: process.trigger }, credentials: {}, executionId: execution.id, mode },
			);
			await this.trip();
			Object.assign(execution, { status: 'success', given: ran.json(NODE) });
		});
		await this.follow(work.catch(() => void (execution.status = 'crashed')));
	}

	/** Counts something as running until it is over. */
	private async follow(work: Promise<unknown>): Promise<void> {
		this.running.add(work);
		await work;
		this.running.delete(work);
	}

	/** Kills a process; it starts again at once, with nothing in its memory. */
	restart(at: number): void {
		this.processes[at]!.kill();
	}

	/** Waits until no delivery and no execution is under way any more. */
	async rest(): Promise<void> {
		while (this.running.size) await Promise.all(this.running);
	}

	/** What a person does: tries an execution again that n8n holds as crashed. It keeps its items, and gets a new id. */
	async retry({ items }: Execution, mode: WorkflowExecuteMode = 'retry', at = 0): Promise<Execution> {
		const again: Execution = { id: String(this.executions.length + 1), items, status: 'running', given: [] };
		this.executions.push(again);
		await this.start(this.processes[at]!, again, mode);
		return again;
	}

	/** The same execution once more: the node's own Retry On Fail, or a queue that gives a job to another worker. */
	async rerun(execution: Execution, at = 0): Promise<Execution> {
		await this.start(this.processes[at]!, execution, 'webhook');
		return execution;
	}
}

/** Made once: loading the modules takes a second for each. */
export const processes = (count: number): Process[] => Array.from({ length: count }, () => new Process());
