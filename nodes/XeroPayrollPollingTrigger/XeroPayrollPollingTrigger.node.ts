import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { poll } from '../shared/polling/poll';
import { search } from '../shared/run/listSearch';
import { payrollNz } from '../XeroPayroll/nz/payrollNz';
import { panel } from './panel';
import { trigger } from './trigger';

// The organisations that a credential is connected to are the same whatever API is asked.
const { organisations } = search(payrollNz);

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
		properties: panel,
	};

	methods = { listSearch: { organisations: organisations! } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this, trigger);
	}
}
