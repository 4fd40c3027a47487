import 'reflect-metadata';
import { ExecutionLifecycleHooks, LoadOptionsContext, WorkflowExecute } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IConnections,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	INodeTypes,
	IRun,
	IVersionedNodeType,
	IWorkflowExecuteAdditionalData,
	NodeExecutionHint,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createRunExecutionData, ICredentialsHelper, NodeConnectionTypes, Workflow } from 'n8n-workflow';
import { standIns } from './standIns';

// n8n logs every refusal besides returning it; in tests and in the demo it would only be noise between the lines.
process.env.N8N_LOG_LEVEL ??= 'silent';

/** A workflow as n8n exports it. */
export interface WorkflowFile {
	/** Given by n8n when it saves the workflow. */
	readonly id?: string;
	readonly name: string;
	readonly nodes: INode[];
	readonly connections: IConnections;
	readonly pinData?: Record<string, INodeExecutionData[]>;
	readonly settings?: { readonly timezone?: string };
}

/** Node types by their full name; 'start' and n8n's own that the examples use are always there. */
export type Types = Readonly<Record<string, INodeType>>;

export type Credentials = Record<string, ICredentialDataDecryptedObject>;

const typesOf = (types: Types): INodeTypes => {
	const all: Types = { ...standIns, ...types };
	const byName = (name: string): INodeType => {
		const type = all[name];
		if (!type) throw new Error(`No node type ${name}`);
		return type;
	};
	return {
		getByName: (name: string): INodeType | IVersionedNodeType => byName(name),
		getByNameAndVersion: byName,
		getKnownTypes: () => ({}),
	};
};

/** n8n's credential helper over plain objects; renewed tokens are kept in them. */
export const credentialsHelper = (credentials: Credentials): ICredentialsHelper =>
	Object.assign(Object.create(ICredentialsHelper.prototype) as ICredentialsHelper, {
		getParentTypes: () => ['oAuth2Api'],
		isCredentialUsableByNode: () => true,
		getCredentialsProperties: () => [],
		getDecrypted: async (_data: unknown, _node: unknown, type: string) => structuredClone(credentials[type]),
		preAuthentication: async () => undefined,
		runPreAuthentication: async () => undefined,
		authenticate: async (_credentials: unknown, _type: string, options: unknown) => options,
		updateCredentialsOauthTokenData: async (_node: unknown, type: string, data: ICredentialDataDecryptedObject) => {
			credentials[type] = { ...credentials[type], oauthTokenData: data.oauthTokenData! };
		},
	});

let executions = 0;

/** How a run ended, by node. */
export class Ran {
	constructor(private readonly run: IRun) {}

	/** Items of a node's output, all runs of it together; output 1 is the error output where there is one. Of a tool, what its agent gets. */
	items(node: string, output = 0): INodeExecutionData[] {
		return (this.run.data.resultData.runData[node] ?? []).flatMap(({ data }) => (data?.main ?? data?.ai_tool)?.[output] ?? []);
	}

	json(node: string, output = 0): IDataObject[] {
		return this.items(node, output).map(({ json }) => json);
	}

	hints(node: string): NodeExecutionHint[] {
		return (this.run.data.resultData.runData[node] ?? []).flatMap(({ hints }) => hints ?? []);
	}

	/** The error the workflow ended with. */
	get error():
		(Error & { description?: string | null; context?: IDataObject; httpCode?: string | null; failure?: unknown }) | undefined {
		return this.run.data.resultData.error as never;
	}

	get status(): string {
		return this.run.status;
	}
}

export interface RunOptions {
	readonly types: Types;
	readonly credentials: Credentials;
	/** Same id, same execution: n8n numbers executions; a fresh number is taken when absent. */
	readonly executionId?: string;
	/** What started it; as by the editor's button when absent. */
	readonly mode?: WorkflowExecuteMode;
	/** Called once the run is under way, with n8n's own way to cancel it. */
	readonly started?: (cancel: () => void) => void;
}

/** A workflow file as n8n's engine holds it. */
export const workflowOf = (file: WorkflowFile, types: Types): Workflow =>
	new Workflow({
		id: file.id ?? 'workflow',
		name: file.name,
		nodes: file.nodes,
		connections: file.connections,
		active: false,
		nodeTypes: typesOf(types),
		settings: { ...file.settings, executionOrder: 'v1' },
	});

/** Runs a workflow through n8n's own engine, from its first node, in this process. */
export async function runWorkflow(
	file: WorkflowFile,
	{ types, credentials, executionId, mode = 'manual', started }: RunOptions,
): Promise<Ran> {
	executions += 1;
	const id = executionId ?? `${process.pid}-${executions}-${Date.now()}`;
	const workflow = workflowOf(file, types);
	const additionalData = {
		executionId: id,
		instanceId: 'instance',
		hooks: new ExecutionLifecycleHooks(mode, id, file as never),
		credentialsHelper: credentialsHelper(credentials),
		variables: {},
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		setExecutionStatus: () => {},
		currentNodeExecutionIndex: 0,
	} as unknown as IWorkflowExecuteAdditionalData;
	const [first] = file.nodes as [INode, ...INode[]];
	const items = file.pinData?.[first.name] ?? [{ json: {} }];
	const data = createRunExecutionData({
		resultData: { runData: {} },
		executionData: { nodeExecutionStack: [{ node: workflow.getNode(first.name)!, data: { main: [items] }, source: null }] },
	});
	const engine = new WorkflowExecute(additionalData, mode, data);
	const running = engine.processRunExecutionData(workflow);
	started?.(() => running.cancel());
	return new Ran(await running);
}

/** What n8n gives to the methods behind a list of the editor, while the named node is open. */
export function loadOptions(
	file: WorkflowFile,
	node: string,
	{ types, credentials }: Pick<RunOptions, 'types' | 'credentials'>,
): LoadOptionsContext {
	const workflow = workflowOf(file, types);
	const found = workflow.getNode(node)!;
	const additionalData = {
		credentialsHelper: credentialsHelper(credentials),
		currentNodeParameters: found.parameters,
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
	return new LoadOptionsContext(workflow, found, additionalData, '');
}

/** One node behind a source of items: the shortest workflow there is. */
export const oneNode = (
	type: string,
	parameters: INode['parameters'],
	items: ReadonlyArray<IDataObject | INodeExecutionData>,
	settings: Partial<INode> = {},
): WorkflowFile => ({
	name: 'One node',
	nodes: [
		{ id: 'start', name: 'Start', type: 'start', typeVersion: 1, position: [0, 0], parameters: {} },
		{
			id: 'node',
			name: 'Xero',
			type,
			typeVersion: 1,
			position: [200, 0],
			parameters,
			credentials: { xeroSuiteOAuth2Api: { id: '1', name: 'Xero' } },
			...settings,
		},
	],
	connections: { Start: { main: [[{ node: 'Xero', type: NodeConnectionTypes.Main, index: 0 }]] } },
	pinData: { Start: items.map((item) => ('json' in item ? (item as INodeExecutionData) : { json: item as IDataObject })) },
});
