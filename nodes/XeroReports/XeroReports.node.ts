import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { onDemand } from '../shared/run/onDemand';
import { lists, properties } from './properties';

/** n8n's face of the reports; everything it shows and does comes from the tables in `reports`. */
export class XeroReports implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Xero Financial Reports',
		name: 'xeroReports',
		icon: { light: 'file:../../icons/xero.svg', dark: 'file:../../icons/xero.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Get balance sheet, profit and loss, trial balance, aged debts and other reports of Xero as rows',
		defaults: { name: 'Xero Financial Reports' },
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
