import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { describe } from '../../shared/panel/description';
import { execute } from '../../shared/run/execute';
import { search } from '../../shared/run/listSearch';
import { accounting } from '../../XeroAccounting/accounting';
import { ACCOUNTS } from '../builders/inputs';
import { payrollNz } from './payrollNz';

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
		properties: describe(payrollNz),
	};

	methods = { listSearch: search(payrollNz, { api: accounting, names: ACCOUNTS }) };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(payrollNz, this);
	}
}
