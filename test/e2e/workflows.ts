import { randomUUID } from 'node:crypto';

import type { WorkflowFile } from './host/session';
import { credentialType, packName, type Scene } from './stage';

export type Parameters = Record<string, unknown>;

/** Names of the nodes in the workflows made here. */
export const START = 'When clicking';
export const XERO = 'Xero Accounting';

/** The first organisation as the editor saves it when one picks it from the list. */
const organisation = ({ sandbox }: Scene) => {
	const { tenantId = '', name = '' } = sandbox.organisations[0] ?? {};
	return { __rl: true, mode: 'list', value: tenantId, cachedResultName: name };
};

function xeroNode(
	stage: Scene,
	credential: { id: string; name: string },
	parameters: Parameters,
	more: Record<string, unknown> = {},
) {
	return {
		id: randomUUID(),
		name: XERO,
		type: `${packName}.xeroAccounting`,
		typeVersion: 1,
		position: [480, 0],
		parameters: { organisation: organisation(stage), ...parameters },
		credentials: { [credentialType]: credential },
		...more,
	};
}

const chain = (...names: string[]) =>
	Object.fromEntries(names.slice(0, -1).map((name, at) => [name, { main: [[{ node: names[at + 1], type: 'main', index: 0 }]] }]));

interface Between {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Parameters;
}

/** Webhook → a node that makes items of what was posted → Xero Accounting; answers with all items of the last node. */
const throughWebhook = (path: string, between: Between, xero: WorkflowFile['nodes'][number]): WorkflowFile => ({
	name: `e2e ${path}`,
	nodes: [
		{
			id: randomUUID(),
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2.1,
			position: [0, 0],
			webhookId: randomUUID(),
			parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'allEntries', options: {} },
		},
		{ id: randomUUID(), position: [240, 0], ...between },
		xero,
	],
	connections: chain('Webhook', between.name, XERO),
	settings: { executionOrder: 'v1' },
});

/** Webhook → one item per element of the body's `rows` → Xero Accounting. */
export const webhookWorkflow = (
	stage: Scene,
	path: string,
	credential: { id: string; name: string },
	parameters: Parameters,
	more: Record<string, unknown> = {},
): WorkflowFile =>
	throughWebhook(
		path,
		{
			name: 'Split Out',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'body.rows', options: {} },
		},
		xeroNode(stage, credential, parameters, more),
	);

/** Webhook → one item per row of the CSV file that was posted → Xero Accounting. */
export const csvWorkflow = (
	stage: Scene,
	path: string,
	credential: { id: string; name: string },
	parameters: Parameters,
): WorkflowFile =>
	throughWebhook(
		path,
		{
			name: 'Extract from File',
			type: 'n8n-nodes-base.extractFromFile',
			typeVersion: 1.1,
			parameters: { operation: 'csv', options: { enableBOM: true } },
		},
		xeroNode(stage, credential, parameters),
	);

/** A manual trigger and one Xero Accounting node: what a person has on the canvas at first. */
export function manualWorkflow(
	stage: Scene,
	name: string,
	credential: { id: string; name: string },
	parameters: Parameters,
	/** Which of the pack's nodes: the end of its type and its name on the canvas. */
	more: { type: string; name: string } | undefined = undefined,
): WorkflowFile {
	const node = xeroNode(stage, credential, parameters, more ? { type: `${packName}.${more.type}`, name: more.name } : {});
	return {
		name,
		nodes: [
			{ id: randomUUID(), name: START, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [240, 0], parameters: {} },
			node,
		],
		connections: chain(START, node.name),
		settings: { executionOrder: 'v1' },
	};
}

interface Answered {
	status: number;
	/** Parsed when it is JSON. */
	answer: unknown;
}

/** Posts a body to a published webhook workflow and takes its answer. */
export async function postBody({ n8n }: Scene, path: string, type: string, body: string): Promise<Answered> {
	const response = await fetch(`${n8n.url}/webhook/${path}`, { method: 'POST', headers: { 'content-type': type }, body });
	const text = await response.text();
	try {
		return { status: response.status, answer: JSON.parse(text) as unknown };
	} catch {
		return { status: response.status, answer: text };
	}
}

/** Posts rows to a published webhook workflow. */
export const post = async (stage: Scene, path: string, rows: readonly unknown[]): Promise<Answered> =>
	await postBody(stage, path, 'application/json', JSON.stringify({ rows }));

/** `count` sales invoices as Xero takes them, each with its own number. */
export function invoices(prefix: string, count: number): Array<Record<string, unknown>> {
	return Array.from({ length: count }, (_, at) => ({
		Type: 'ACCREC',
		InvoiceNumber: `${prefix}-${String(at + 1).padStart(4, '0')}`,
		Contact: { Name: 'Tūī Street Bakery' },
		Date: '2026-03-02',
		DueDate: '2026-03-20',
		LineItems: [{ Description: 'Rye bread', Quantity: 2, UnitAmount: 7.5, AccountCode: '200' }],
	}));
}

const READ_BACK = 'Read Back by Number';

/**
 * What one makes after a worker was lost: Webhook → one item per bill; those whose number Xero has already are left out by a Merge,
 * the others are written.
 */
export function restWorkflow(
	stage: Scene,
	path: string,
	credential: { id: string; name: string },
	parameters: Parameters,
): WorkflowFile {
	const workflow = webhookWorkflow(stage, path, credential, parameters);
	const numbers = "={{ $('Split Out').all().map(({ json }) => json.InvoiceNumber).join(',') }}";
	const filters = { InvoiceNumbers: numbers };
	const readBack = {
		...xeroNode(stage, credential, { resource: 'bill', operation: 'getAll', returnAll: true, filters }),
		...{ name: READ_BACK, executeOnce: true, alwaysOutputData: true },
	};
	const merge = {
		id: randomUUID(),
		name: 'Keep What Is Missing',
		type: 'n8n-nodes-base.merge',
		typeVersion: 3.2,
		position: [360, 0],
		parameters: {
			mode: 'combine',
			fieldsToMatchString: 'InvoiceNumber',
			joinMode: 'keepNonMatches',
			outputDataFrom: 'input1',
			options: {},
		},
	};
	const to = (node: string, index = 0) => ({ node, type: 'main', index });
	return {
		...workflow,
		nodes: [...workflow.nodes, readBack, merge],
		connections: {
			Webhook: { main: [[to('Split Out')]] },
			'Split Out': { main: [[to(READ_BACK), to(merge.name)]] },
			[READ_BACK]: { main: [[to(merge.name, 1)]] },
			[merge.name]: { main: [[to(XERO)]] },
		},
	};
}
