import type { INodeExecutionData, INodeProperties, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';

/** Hands its items on: stands where a trigger or the data of a test comes from. */
const source: INodeType = {
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: 'Hands its items on',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute() {
		return [this.getInputData()];
	},
};

// n8n's engine keeps only parameters that a node describes.
const text = (name: string): INodeProperties => ({ displayName: name, name, type: 'string', default: '' });
const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	default: {},
	options: [text('fileName')],
};

/** A cell of CSV, in quotes where it takes them. */
const cell = (value: unknown): string => {
	const plain = String(value ?? '');
	return /[",\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** All items as CSV, with a column for each name that one of them has. */
function csvOf(items: readonly INodeExecutionData[]): string {
	const names = [...new Set(items.flatMap(({ json }) => Object.keys(json)))];
	return [names, ...items.map(({ json }) => names.map((name) => json[name]))].map((row) => row.map(cell).join(',')).join('\n');
}

/** n8n's Convert to File: each item as a file in the binary field `data`, from one of its fields or as JSON; all together as CSV. */
const file: INodeType = {
	description: {
		...source.description,
		displayName: 'Convert to File',
		name: 'convertToFile',
		group: ['input'],
		inputs: [NodeConnectionTypes.Main],
		properties: [text('operation'), text('sourceProperty'), options],
	},
	async execute() {
		const input = this.getInputData();
		if (this.getNodeParameter('operation', 0) === 'csv') {
			const { fileName } = this.getNodeParameter('options', 0) as { fileName?: string };
			const data = await this.helpers.prepareBinaryData(Buffer.from(csvOf(input)), fileName, 'text/csv');
			return [[{ json: {}, binary: { data }, pairedItem: input.map((_item, item) => ({ item })) }]];
		}
		const files = input.map(async ({ json }, item): Promise<INodeExecutionData> => {
			const { fileName } = this.getNodeParameter('options', item) as { fileName?: string };
			const isText = this.getNodeParameter('operation', item) === 'toText';
			const content = isText ? String(json[this.getNodeParameter('sourceProperty', item) as string]) : JSON.stringify(json);
			const type = isText ? 'text/plain' : 'application/json';
			const data = await this.helpers.prepareBinaryData(Buffer.from(content), fileName, type);
			return { json: {}, binary: { data }, pairedItem: { item } };
		});
		return [await Promise.all(files)];
	},
};

/** Cells of a line of CSV; a quoted one may hold commas, and quotes twice. */
const cells = (line: string): string[] =>
	[...`${line},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*)),/g)].map(
		([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
	);

/** n8n's Extract from File: an item for each row of a CSV file, with texts under the names of the first row; empty cells are left out. */
const csvRows: INodeType = {
	description: {
		...file.description,
		displayName: 'Extract from File',
		name: 'extractFromFile',
		properties: [],
	},
	async execute() {
		const rows = this.getInputData().map(async (_item, item): Promise<INodeExecutionData[]> => {
			const csv = (await this.helpers.getBinaryDataBuffer(item, 'data')).toString('utf8');
			const [head = [], ...lines] = csv.trim().split(/\r?\n/).map(cells);
			return lines.map((line) => {
				const filled = line.flatMap((cell, column) => (cell === '' ? [] : [[head[column]!, cell]]));
				return { json: Object.fromEntries(filled), pairedItem: { item } };
			});
		});
		return [(await Promise.all(rows)).flat()];
	},
};

/** n8n's Filter: lets through the items that its conditions hold for, by n8n's own reading of them. */
const filter: INodeType = {
	description: {
		...file.description,
		displayName: 'Filter',
		name: 'filter',
		properties: [{ displayName: 'Conditions', name: 'conditions', type: 'filter', default: {} }],
	},
	async execute() {
		const holds = (item: number): boolean => this.getNodeParameter('conditions', item, false, { extractValue: true }) as boolean;
		return [this.getInputData().flatMap((one, item) => (holds(item) ? [{ ...one, pairedItem: { item } }] : []))];
	},
};

/** n8n's Send Email, but that nothing goes out: what it would send, with the names of the files attached. */
const email: INodeType = {
	description: {
		...file.description,
		displayName: 'Send Email',
		name: 'emailSend',
		properties: [
			...['fromEmail', 'toEmail', 'subject', 'text'].map(text),
			{ ...options, options: [text('attachments'), { ...text('appendAttribution'), type: 'boolean' }] },
		],
	},
	async execute() {
		const sent = this.getInputData().map((_item, item): INodeExecutionData => {
			const given = (name: string): string => this.getNodeParameter(name, item) as string;
			const { attachments = '' } = this.getNodeParameter('options', item) as { attachments?: string };
			const names = attachments.split(',').filter((name) => name !== '');
			const files = names.map((name) => this.helpers.assertBinaryData(item, name).fileName);
			const json = { from: given('fromEmail'), to: given('toEmail'), subject: given('subject'), text: given('text'), files };
			return { json, pairedItem: { item } };
		});
		return [sent];
	},
};

/** n8n's Slack, but that nothing goes out: the message that it would post. */
const slack: INodeType = {
	description: {
		...file.description,
		displayName: 'Slack',
		name: 'slack',
		properties: [{ displayName: 'Channel', name: 'channelId', type: 'resourceLocator', default: {} }, text('text')],
	},
	async execute() {
		const posted = this.getInputData().map((_item, item): INodeExecutionData => {
			const { value } = this.getNodeParameter('channelId', item) as { value: string };
			return { json: { channel: value, text: this.getNodeParameter('text', item) as string }, pairedItem: { item } };
		});
		return [posted];
	},
};

/** n8n's Google Sheets appending rows, but that nothing goes out: the items are handed on, as the node does. */
const sheet: INodeType = {
	description: {
		...file.description,
		displayName: 'Google Sheets',
		name: 'googleSheets',
		properties: [],
	},
	async execute() {
		return [this.getInputData().map((one, item) => ({ ...one, pairedItem: { item } }))];
	},
};

/** n8n's Stop and Error: ends the execution. */
const stop: INodeType = {
	description: {
		...file.description,
		displayName: 'Stop and Error',
		name: 'stopAndError',
		properties: [text('errorMessage')],
	},
	async execute() {
		throw new NodeOperationError(this.getNode(), this.getNodeParameter('errorMessage', 0) as string);
	},
};

/** Stand-ins for n8n's own nodes by their full name, each as far as tests and examples use it: n8n-nodes-base is not installed here. */
export const standIns: Readonly<Record<string, INodeType>> = {
	start: source,
	'n8n-nodes-base.convertToFile': file,
	'n8n-nodes-base.emailSend': email,
	'n8n-nodes-base.extractFromFile': csvRows,
	'n8n-nodes-base.filter': filter,
	'n8n-nodes-base.googleSheets': sheet,
	'n8n-nodes-base.manualTrigger': source,
	'n8n-nodes-base.noOp': source,
	'n8n-nodes-base.scheduleTrigger': source,
	'n8n-nodes-base.stickyNote': source,
	'n8n-nodes-base.slack': slack,
	'n8n-nodes-base.stopAndError': stop,
};
