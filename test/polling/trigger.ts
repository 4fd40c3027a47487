import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { PollContext } from 'n8n-core';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IPollFunctions,
	IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';
import type { Credentials, WorkflowFile } from '../n8n';
import { credentialsHelper, workflowOf } from '../n8n';

/** A node that polls. */
export type PollingNode = INodeType & Required<Pick<INodeType, 'poll'>>;

/** How a trigger is set up, besides its parameters. */
export interface Setting {
	readonly timezone?: string;
	/** ms that n8n gives one poll. */
	readonly budget?: number;
	/** File with the static data, as n8n's database has it. */
	readonly file?: string;
	/** Tells triggers of one process apart; a fresh one when left out. */
	readonly id?: string;
}

let made = 0;

/** What n8n does with what a poll hands on, and what it saves: static data, when a poll hands something on. */
export class Trigger {
	private workflow: Workflow;
	/** Static data as it is saved. */
	saved: string;
	readonly id: string;

	constructor(
		private readonly type: PollingNode,
		private readonly credentials: Credentials,
		private readonly parameters: INodeParameters,
		private setting: Setting = {},
	) {
		made += 1;
		this.id = setting.id ?? `workflow-${process.pid}-${made}`;
		this.saved = setting.file ? readFileSync(setting.file, 'utf8') : '{}';
		this.workflow = this.loaded();
	}

	private loaded(): Workflow {
		const type = `n8n-nodes-xero-suite.${this.type.description.name}`;
		const node: INode = {
			id: 'trigger',
			name: 'Xero',
			type,
			typeVersion: 1,
			position: [0, 0],
			parameters: this.parameters,
			credentials: { xeroSuiteOAuth2Api: { id: '1', name: 'Xero' } },
		};
		const file: WorkflowFile = {
			name: 'Watching',
			nodes: [node],
			connections: {},
			settings: { timezone: this.setting.timezone ?? 'Pacific/Auckland' },
		};
		const workflow = workflowOf(file, { [type]: this.type });
		workflow.id = this.id;
		workflow.overrideStaticData(JSON.parse(this.saved) as IDataObject);
		return workflow;
	}

	/** The process ends and another one starts with what was saved. */
	restart(): void {
		this.workflow = this.loaded();
	}

	/** n8n saves the static data with what a poll hands on, and once after activation. */
	save(): void {
		this.saved = JSON.stringify(this.workflow.staticData);
		if (this.setting.file) writeFileSync(this.setting.file, this.saved);
	}

	/** Static data of the node as it is now, in memory. */
	get memory(): IDataObject {
		return JSON.parse(JSON.stringify(this.workflow.getStaticData('node', this.workflow.getNode('Xero')!))) as IDataObject;
	}

	private context(mode: 'trigger' | 'manual'): IPollFunctions {
		const additionalData = {
			credentialsHelper: credentialsHelper(this.credentials),
			variables: {},
			webhookWaitingBaseUrl: '',
			formWaitingBaseUrl: '',
		} as unknown as IWorkflowExecuteAdditionalData;
		const { budget } = this.setting;
		const context = new PollContext(
			this.workflow,
			this.workflow.getNode('Xero')!,
			additionalData,
			mode,
			'activate',
			undefined,
			undefined,
			undefined,
			undefined,
			undefined,
			budget === undefined ? undefined : () => budget,
		);
		return context as unknown as IPollFunctions;
	}

	/** From here on the static data is saved to a file. */
	saveTo(file: string): void {
		this.setting = { ...this.setting, file };
		this.save();
	}

	/** One poll of which nothing is saved, as when the process ends too early. */
	async unsaved(): Promise<INodeExecutionData[][] | null> {
		return await this.type.poll.call(this.context('trigger'));
	}

	/** One poll, as n8n makes it. */
	async raw(): Promise<INodeExecutionData[][] | null> {
		const items = await this.unsaved();
		if (items) this.save();
		return items;
	}

	/** What one poll hands on; nothing for null. */
	async poll(): Promise<IDataObject[]> {
		return ((await this.raw()) ?? []).flat().map(({ json }) => json);
	}

	/** The poll at activation. */
	async activate(): Promise<IDataObject[]> {
		const items = await this.poll();
		this.save();
		return items;
	}

	/** What a test in the editor shows. */
	async test(): Promise<IDataObject[]> {
		return ((await this.type.poll.call(this.context('manual'))) ?? []).flat().map(({ json }) => json);
	}
}
