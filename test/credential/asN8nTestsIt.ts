import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	ICredentialsHelper,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type INode,
	type INodeType,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

/** The outcome n8n shows below the credential's form. */
interface Verdict {
	status: 'OK' | 'Error';
	message: string;
}

/**
 * Runs the credential's test request through n8n's RoutingNode and reads the rules as n8n does
 * (n8n 2.41.1, dist/services/credentials-tester.service.js). `data` is the credential as asN8nResolvesIt gives it.
 */
export async function asN8nTestsIt(credential: ICredentialType, data: ICredentialDataDecryptedObject): Promise<Verdict> {
	const request = credential.test?.request;
	if (request === undefined) throw new Error('The credential has no test');
	const decrypted = { id: '1', name: 'Xero', type: credential.name, data };
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [credential.name]: { id: '1', name: 'Xero' } },
	};
	const nodeType = {
		description: {
			displayName: 'Temp',
			name: 'temp',
			group: ['input'],
			version: 1,
			description: '',
			defaults: {},
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: credential.name, required: true }],
			properties: [{ displayName: 'Temp', name: 'temp', type: 'string', routing: { request }, default: '' }],
		},
	} as INodeType;
	const nodeTypes: INodeTypes = { getByName: () => nodeType, getByNameAndVersion: () => nodeType, getKnownTypes: () => ({}) };
	const credentialsHelper: unknown = Object.assign(Object.create(ICredentialsHelper.prototype) as object, {
		getParentTypes: () => ['oAuth2Api'],
		isCredentialUsableByNode: () => true,
		getCredentialsProperties: () => [],
		getDecrypted: async () => structuredClone(data),
		preAuthentication: async () => undefined,
		runPreAuthentication: async () => undefined,
		updateCredentialsOauthTokenData: async (_node: unknown, _type: unknown, update: ICredentialDataDecryptedObject) => {
			Object.assign(data, update);
		},
	});
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const context = new ExecuteContext(
		workflow,
		node,
		{ credentialsHelper, variables: {} } as unknown as IWorkflowExecuteAdditionalData,
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	try {
		await new RoutingNode(context, nodeType, decrypted).runNode();
		return { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		const status = (error as { cause?: { response?: { status?: number } } }).cause?.response?.status;
		const rule = credential.test?.rules?.find((each) => each.type === 'responseCode' && each.properties.value === status);
		return { status: 'Error', message: rule?.properties.message ?? (error as Error).message };
	}
}
