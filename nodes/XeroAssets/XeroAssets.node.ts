import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { onDemand } from '../shared/run/onDemand';
import { lists, properties } from './properties';

/** n8n's face of the Assets API; everything it shows and does comes from the tables in `assets`. */
export class XeroAssets implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Xero Fixed Assets',
		name: 'xeroAssets',
		icon: { light: 'file:../../icons/xero.svg', dark: 'file:../../icons/xero.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Work with the fixed asset register in Xero',
		defaults: { name: 'Xero Fixed Assets' },
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
