import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { onDemand } from '../../shared/run/onDemand';
import { lists, properties } from './properties';

/** n8n's face of the Payroll API of New Zealand; everything it shows and does comes from the tables in `payrollNz`. */
export class XeroPayrollNz implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Xero Payroll NZ',
		name: 'xeroPayrollNz',
		icon: { light: 'file:../../../icons/xero.svg', dark: 'file:../../../icons/xero.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Work with employees, leave, timesheets and pay of a New Zealand organisation in Xero',
		defaults: { name: 'Xero Payroll NZ' },
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
