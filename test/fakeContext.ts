import get from 'lodash/get';
import type {
	IBinaryData,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	NodeExecutionHint,
} from 'n8n-workflow';

/** One call as it left the engine. */
export interface Sent {
	readonly method: string;
	/** Origin, e.g. https://api.xero.com. */
	readonly host: string;
	/** Path, as encoded on the wire. */
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: unknown;
	readonly options: IHttpRequestOptions;
}

/** What the fake Xero answers; status 200 and no headers unless said. */
export interface Reply {
	readonly statusCode?: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: unknown;
}

export interface Fake {
	/** The panel's values, one object per item: parameter name → value. */
	readonly parameters: readonly IDataObject[];
	/** Input items; as many empty ones as there are parameters when left out. */
	readonly items?: readonly INodeExecutionData[];
	readonly credential?: IDataObject;
	/** Answers call number `index`. An error given back is thrown, as n8n's helper would. */
	reply?(request: Sent, index: number): Reply | Error;
	readonly continueOnFail?: boolean;
	readonly node?: Partial<INode>;
	readonly timezone?: string;
	readonly executionId?: string;
}

let made = 0;

/** Reads what a call's options say back into its parts. */
function sentOf(options: IHttpRequestOptions): Sent {
	const url = new URL(options.url);
	return {
		method: options.method ?? 'GET',
		host: url.origin,
		path: url.pathname,
		query: Object.fromEntries(url.searchParams),
		headers: (options.headers ?? {}) as Record<string, string>,
		body: options.body,
		options,
	};
}

/**
 * The parts of n8n's execute context that the engine uses, without n8n: parameters per item in, calls recorded.
 * Every fake is an app of its own (client ID), so that Xero's limits are counted for each alone.
 */
export function fakeExecute({
	parameters,
	items,
	credential,
	reply,
	continueOnFail = false,
	node,
	timezone = 'Pacific/Auckland',
	executionId = '',
}: Fake): {
	ctx: IExecuteFunctions;
	requests: Sent[];
	hints: NodeExecutionHint[];
} {
	made += 1;
	const requests: Sent[] = [];
	const hints: NodeExecutionHint[] = [];
	const input: readonly INodeExecutionData[] = items ?? parameters.map(() => ({ json: {} }));
	const self: INode = {
		id: `node-${made}`,
		name: 'Xero Accounting',
		type: 'xeroAccounting',
		typeVersion: 1,
		position: [0, 0],
		// What may differ from item to item is an expression as it is saved.
		parameters: parameters.some((one) => 'documentKey' in one) ? { documentKey: '={{ $json.documentKey }}' } : {},
		...node,
	};
	const binary = (item: number, property: string): IBinaryData => {
		const found = input[item]?.binary?.[property];
		if (!found) throw new Error(`The item has no binary field ${property}`);
		return found;
	};
	const parts = {
		getInputData: () => input,
		getNode: () => self,
		getTimezone: () => timezone,
		getWorkflow: () => ({ id: 'workflow', name: 'Workflow', active: false }),
		getExecutionId: () => executionId,
		getInstanceId: () => 'instance',
		getWorkflowDataProxy: () => ({ $runIndex: 0 }),
		getExecutionCancelSignal: () => undefined,
		isToolExecution: () => false,
		continueOnFail: () => continueOnFail,
		addExecutionHints: (...more: NodeExecutionHint[]) => void hints.push(...more),
		getCredentials: async () => ({ clientId: `app-${made}`, environment: 'xero', ...credential }),
		getNodeParameter: (name: string, item: number, fallback?: unknown): unknown => get(parameters[item], name, fallback),
		helpers: {
			httpRequestWithAuthentication: async (_type: string, options: IHttpRequestOptions) => {
				const sent = sentOf(options);
				requests.push(sent);
				const answer = reply?.(sent, requests.length - 1) ?? {};
				if (answer instanceof Error) throw answer;
				return { statusCode: answer.statusCode ?? 200, headers: answer.headers ?? {}, body: answer.body ?? '' };
			},
			assertBinaryData: (item: number, property: string) => binary(item, property),
			getBinaryDataBuffer: async (item: number, property: string) => Buffer.from(binary(item, property).data, 'base64'),
			prepareBinaryData: async (data: Buffer, fileName?: string, mimeType?: string): Promise<IBinaryData> => ({
				data: data.toString('base64'),
				mimeType: mimeType ?? 'application/octet-stream',
				...(fileName ? { fileName } : {}),
			}),
		},
	};
	return { ctx: parts as unknown as IExecuteFunctions, requests, hints };
}
