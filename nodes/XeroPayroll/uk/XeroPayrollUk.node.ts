import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { describe } from '../../shared/panel/description';
import { execute } from '../../shared/run/execute';
import { search } from '../../shared/run/listSearch';
import { accounting } from '../../XeroAccounting/accounting';
import { ACCOUNTS } from '../builders/inputs';
import { payrollUk } from './payrollUk';

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
		properties: describe(payrollUk),
	};

	methods = { listSearch: search(payrollUk, { api: accounting, names: ACCOUNTS }) };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(payrollUk, this);
	}
}
