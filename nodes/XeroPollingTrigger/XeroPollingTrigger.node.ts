import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { onDemand } from '../shared/run/onDemand';
import { lists, properties } from './properties';

/** n8n's face of the polling trigger: everything in Xero's books that can be asked for what changed. */
export class XeroPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Xero Polling Trigger',
		name: 'xeroPollingTrigger',
		icon: { light: 'file:../../icons/xero.svg', dark: 'file:../../icons/xero.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["resource"] }}',
		description: 'Starts the workflow when records of Xero are new, updated, paid or overdue, by asking for them regularly',
		defaults: { name: 'Xero Polling Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'xeroSuiteOAuth2Api', required: true }],
		properties: [...properties],
	};

	methods = { listSearch: onDemand(lists, async () => (await import('./methods')).listSearch) };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await (await import('./methods')).poll(this);
	}
}
