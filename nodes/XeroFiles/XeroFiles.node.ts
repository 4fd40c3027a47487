import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { onDemand } from '../shared/run/onDemand';
import { lists, properties } from './properties';

/** n8n's face of the Files API; everything it shows and does comes from the tables in `files`. */
export class XeroFiles implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Xero Files and Folders',
		name: 'xeroFiles',
		icon: { light: 'file:../../icons/xero.svg', dark: 'file:../../icons/xero.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Keep files in the file library of Xero and tie them to invoices, bills, contacts and other records',
		defaults: { name: 'Xero Files and Folders' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'xeroSuiteOAuth2Api', required: true }],
		properties: [...properties],
	};

	methods = { listSearch: onDemand(lists, async () => (await import('./methods')).listSearch) };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await (await import('./methods')).execute(this);
	}
}
