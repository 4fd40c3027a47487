import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { onDemand } from '../../shared/run/onDemand';
import { lists, properties } from './properties';

/** n8n's face of the Payroll API of the United Kingdom; everything it shows and does comes from the tables in `payrollUk`. */
export class XeroPayrollUk implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Xero Payroll UK',
		name: 'xeroPayrollUk',
		icon: { light: 'file:../../../icons/xero.svg', dark: 'file:../../../icons/xero.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Work with employees, leave, timesheets and pay of a UK organisation in Xero',
		defaults: { name: 'Xero Payroll UK' },
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
