import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { describe } from '../shared/panel/description';
import { execute } from '../shared/run/execute';
import { search } from '../shared/run/listSearch';
import { accounting } from './accounting';

/** n8n's face of the Accounting API; everything it shows and does comes from the tables in `accounting`. */
export class XeroAccounting implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Xero Accounting',
		name: 'xeroAccounting',
		icon: { light: 'file:../../icons/xero.svg', dark: 'file:../../icons/xero.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Work with invoices, bills, payments, bank transactions and journals in Xero',
		defaults: { name: 'Xero Accounting' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'xeroSuiteOAuth2Api', required: true }],
		properties: describe(accounting),
	};

	methods = { listSearch: search(accounting) };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(accounting, this);
	}
}
