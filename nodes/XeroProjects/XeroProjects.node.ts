import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { describe } from '../shared/panel/description';
import { execute } from '../shared/run/execute';
import { search } from '../shared/run/listSearch';
import { accounting } from '../XeroAccounting/accounting';
import { projects } from './projects';

/** n8n's face of the Projects API; everything it shows and does comes from the tables in `projects`. */
export class XeroProjects implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Xero Projects and Time',
		name: 'xeroProjects',
		icon: { light: 'file:../../icons/xero.svg', dark: 'file:../../icons/xero.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Work with projects, their tasks and the time logged to them in Xero',
		defaults: { name: 'Xero Projects and Time' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'xeroSuiteOAuth2Api', required: true }],
		properties: describe(projects),
	};

	methods = { listSearch: search(projects, { api: accounting, names: ['contact', 'invoice'] }) };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(projects, this);
	}
}
