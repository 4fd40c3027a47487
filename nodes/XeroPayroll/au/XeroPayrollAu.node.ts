import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { onDemand } from '../../shared/run/onDemand';
import { lists, properties } from './properties';

/** n8n's face of the Payroll API of Australia; everything it shows and does comes from the tables in `payrollAu`. */
export class XeroPayrollAu implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Xero Payroll AU',
		name: 'xeroPayrollAu',
		icon: { light: 'file:../../../icons/xero.svg', dark: 'file:../../../icons/xero.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Work with employees, leave, timesheets and pay of an Australian organisation in Xero',
		defaults: { name: 'Xero Payroll AU' },
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
