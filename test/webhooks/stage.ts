import { createHmac } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { WebhookContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	IWebhookData,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { XeroSuiteOAuth2Api } from '../../credentials/XeroSuiteOAuth2Api.credentials';
import { forgetLimits } from '../../nodes/shared/http/rateLimiter';
import { clock as nodesClock } from '../../nodes/shared/http/clock';
import { XeroAccountingTrigger } from '../../nodes/XeroAccountingTrigger/XeroAccountingTrigger.node';
import { forgetReceived } from '../../nodes/XeroAccountingTrigger/receivedEvents';
import { forgetSecrets } from '../../nodes/XeroAccountingTrigger/secret';
import { leapingClock } from '../../sandbox/clock';
import type { Clock, Sandbox } from '../../sandbox/contract';
import { startSandbox } from '../../sandbox/server';
import { asN8nResolvesIt } from '../credential/asN8nResolvesIt';
import type { Credentials, Ran, WorkflowFile } from '../n8n';
import { credentialsHelper, runWorkflow } from '../n8n';
import { isChanged, workflowWith } from './staticData';

const TYPE = 'n8n-nodes-xero-suite.xeroAccountingTrigger';
const trigger = new XeroAccountingTrigger();
const types = { [TYPE]: trigger };

export const KERERU = '6b1f3c52-8d0e-4a57-9c3b-2e74a1d05f10';
export const HARBOUR = 'c94e27a8-51b6-4f3d-8e02-7ad913b6c4f2';
/** A webhooks key as Xero gives it: text in base64's letters. Made up. */
export const KEY = 'bG9jYWwgd2ViaG9va3Mga2V5IG9mIHRoZSB0ZXN0cywgbWFkZSB1cA==';

/** What came back over the wire. */
export interface Heard {
	readonly status: number;
	readonly body: string;
	readonly headers: Headers;
}

/** An event as Xero sends it. */
export type Sent = Record<string, unknown>;

export const event = (more: Sent = {}): Sent => ({
	resourceUrl: 'https://api.xero.com/api.xro/2.0/Invoices/0a6f7c1e-1111-4aaa-8bbb-000000000001',
	resourceId: '0a6f7c1e-1111-4aaa-8bbb-000000000001',
	tenantId: KERERU,
	tenantType: 'ORGANISATION',
	eventCategory: 'INVOICE',
	eventType: 'UPDATE',
	eventDateUtc: '2026-10-01T09:30:00.123',
	...more,
});

/** The body of a delivery, numbered from `first`. */
export const bodyOf = (events: readonly Sent[], first = 1): string =>
	JSON.stringify({ events, firstEventSequence: first, lastEventSequence: first + events.length - 1, entropy: 'QWERTYUIOP' });

export const intent = JSON.stringify({ events: [], firstEventSequence: 0, lastEventSequence: 0, entropy: 'ABCDEFGHIJ' });

/** Signed as Xero's page on webhooks says, by other means than the node's. */
export const signatureOf = (body: string | Buffer, key = KEY): string => createHmac('sha256', key).update(body).digest('base64');

/** A workflow that has been activated in a process: its static data outlives the process when n8n saved it. */
export interface Active {
	readonly url: string;
	/** Parameters of the trigger; may be changed between deliveries. */
	parameters: INodeParameters;
	/** Items of every execution that n8n stored, in order. */
	readonly stored: INodeExecutionData[][];
	/** The static data as n8n's database has it. */
	saved: string;
	/** How many executions cannot be stored from now on, as with a database that is gone. */
	failing: number;
	/** How many requests have come so far. */
	heard: number;
	/** Keeps every execution from being stored until the function it gives back is called. */
	hold(): () => void;
	mode: WorkflowExecuteMode;
	secret: string;
	/** The credential cannot be opened: it is gone, or the store of its secrets is away. */
	locked: boolean;
	/** How often n8n had to open the credential. */
	opened: number;
	/** Runs what an execution holds through n8n's engine and gives what the trigger hands on. */
	play(items?: INodeExecutionData[]): Promise<Ran>;
	/** Everything that came out of all executions. */
	json(): Promise<IDataObject[]>;
}

/** Resolves once something holds; looks again at every turn of the event loop. */
export async function until(holds: () => boolean): Promise<void> {
	while (!holds()) await turnOfTheLoop();
}

/**
 * n8n's part in a delivery: an HTTP server that reads the body's bytes, calls the node, stores an execution and answers as
 * n8n does for `responseMode: onReceived` with `responseData: noData`. With it a sandbox and a credential.
 */
export class Stage {
	sandbox!: Sandbox;
	/** Of sandbox and nodes. */
	clock!: Clock;
	credential!: ICredentialDataDecryptedObject;
	private readonly servers: Server[] = [];
	private made = 0;

	async open(options: Parameters<typeof startSandbox>[0] = {}): Promise<void> {
		const clock = leapingClock();
		this.clock = clock;
		Object.assign(nodesClock, clock, { random: () => 0.5 });
		forgetLimits();
		forgetReceived();
		forgetSecrets();
		this.sandbox = await startSandbox({ port: 0, seed: 'small', clock, ...options });
		const { web } = this.sandbox.apps;
		this.credential = {
			...asN8nResolvesIt(new XeroSuiteOAuth2Api(), {
				grantType: 'authorizationCode',
				clientId: web.clientId,
				clientSecret: web.clientSecret!,
				environment: 'sandbox',
				sandboxUrl: this.sandbox.url,
			}),
			oauthTokenData: this.sandbox.issue() as never,
		};
	}

	async close(): Promise<void> {
		await this.sandbox.stop();
		for (const server of this.servers.splice(0)) {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	}

	/** A workflow with one trigger, activated. Given a `name` again it is the same one in a new process. */
	async activate(parameters: INodeParameters = {}, { name = `w${(this.made += 1)}`, saved = '{}' } = {}): Promise<Active> {
		const stored: INodeExecutionData[][] = [];
		const file = (): WorkflowFile => ({
			id: name,
			name,
			nodes: [
				{
					id: 'trigger',
					name: 'Xero Accounting Trigger',
					type: TYPE,
					typeVersion: 1,
					position: [0, 0],
					webhookId: name,
					parameters: active.parameters,
					credentials: { xeroSuiteOAuth2Api: { id: '1', name: 'Xero' } },
				},
			],
			connections: {},
		});
		const credentials = (): Credentials => ({ xeroSuiteOAuth2Api: { ...this.credential, webhookSigningSecret: active.secret } });
		let held: Promise<void> | undefined;
		const server = createServer((request, response) => void answer(request, response));
		const answer = async (request: IncomingMessage & { rawBody?: Buffer }, response: ServerResponse) => {
			active.heard += 1;
			const staticData = JSON.parse(active.saved) as IDataObject;
			const workflow = workflowWith(file(), types, staticData);
			const node = workflow.getNode('Xero Accounting Trigger')!;
			const additionalData = {
				credentialsHelper: credentialsHelper(credentials()),
				httpRequest: Object.assign(request, {
					readRawBody: async () => void (request.rawBody ??= await buffer(request)),
				}),
				httpResponse: Object.assign(response, {
					status: (code: number) => Object.assign(response, { statusCode: code }),
				}),
			} as unknown as IWorkflowExecuteAdditionalData;
			const helper = additionalData.credentialsHelper;
			const getDecrypted = helper.getDecrypted.bind(helper);
			helper.getDecrypted = async (...args) => {
				active.opened += 1;
				if (active.locked) throw new Error('Credential with ID "1" does not exist');
				return await getDecrypted(...args);
			};
			const context = new WebhookContext(workflow, node, additionalData, active.mode, {} as IWebhookData, [], null);
			const { workflowData, noWebhookResponse } = await trigger.webhook.call(context);
			const save = () => {
				if (isChanged(workflow)) active.saved = JSON.stringify(workflow.staticData);
			};
			if (noWebhookResponse) save();
			if (workflowData) {
				// n8n builds the execution's workflow over the same data, which counts as unchanged from here on, and asks its database.
				workflowWith(file(), types, staticData);
				await sleep(5);
				await held;
				if (active.failing > 0) {
					active.failing -= 1;
					return void response.writeHead(500).end('{"message":"no database"}');
				}
				stored.push(JSON.parse(JSON.stringify(workflowData[0])) as INodeExecutionData[]);
			}
			if (noWebhookResponse) return;
			save();
			response.writeHead(200).end();
		};
		this.servers.push(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const active: Active = {
			url: `http://127.0.0.1:${port}/webhook/${name}/xero`,
			parameters,
			stored,
			saved,
			failing: 0,
			heard: 0,
			hold: () => {
				let release = (): void => {};
				held = new Promise((resolve) => (release = resolve));
				return () => {
					held = undefined;
					release();
				};
			},
			mode: 'webhook',
			secret: KEY,
			opened: 0,
			locked: false,
			play: async (items = stored[stored.length - 1]!) =>
				await runWorkflow({ ...file(), pinData: { 'Xero Accounting Trigger': items } }, { types, credentials: credentials() }),
			json: async () => {
				const runs: IDataObject[][] = [];
				for (const items of stored) runs.push((await active.play(items)).json('Xero Accounting Trigger'));
				return runs.flat();
			},
		};
		return active;
	}

	/** Changes something in the sandbox, as an app of somebody else would. @returns the answer's body */
	async xero(method: string, path: string, body: unknown, tenant = KERERU): Promise<Record<string, unknown>> {
		const response = await fetch(`${this.sandbox.url}/api.xro/2.0${path}`, {
			method,
			headers: {
				authorization: `Bearer ${this.sandbox.issue().access_token}`,
				'xero-tenant-id': tenant,
				'content-type': 'application/json',
				accept: 'application/json',
			},
			body: JSON.stringify(body),
		});
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
		return (await response.json()) as Record<string, unknown>;
	}

	/** Posts a body; signed unless told otherwise (`null` sends no signature). */
	async post({ url }: Active, body: string, signature: string | null = signatureOf(body)): Promise<Heard> {
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...(signature === null ? {} : { 'x-xero-signature': signature }) },
			body,
		});
		return { status: response.status, body: await response.text(), headers: response.headers };
	}
}

/** A fresh stage for each test of a file. */
export function staged(options: Parameters<typeof startSandbox>[0] = {}): Stage {
	const stage = new Stage();
	beforeEach(async () => await stage.open(options));
	afterEach(async () => await stage.close());
	return stage;
}
