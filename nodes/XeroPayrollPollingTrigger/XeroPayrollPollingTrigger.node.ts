import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { onDemand } from '../shared/run/onDemand';
import { lists, properties } from './properties';

/** n8n's face of the polling trigger of payroll: Xero sends no webhooks for it. */
export class XeroPayrollPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Xero Payroll Polling Trigger',
		name: 'xeroPayrollPollingTrigger',
		icon: { light: 'file:../../icons/xero.svg', dark: 'file:../../icons/xero.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["resource"] }}',
		description:
			'Starts the workflow when employees, timesheets or pay runs in Xero are new, updated, approved or posted, by asking for them regularly',
		defaults: { name: 'Xero Payroll Polling Trigger' },
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
