import type {
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	INodeExecutionData,
	INodePropertyOptions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { properties } from './properties';

/** n8n's face of Xero's webhooks: takes what Xero sends, and gives it with the records it is about. */
export class XeroAccountingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Xero Accounting Trigger',
		name: 'xeroAccountingTrigger',
		icon: { light: 'file:../../icons/xero.svg', dark: 'file:../../icons/xero.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ ("" + $parameter["eventCategory"]).includes("*") ? "all events" : ("" + $parameter["eventCategory"]).toLowerCase() }}',
		description:
			'Invoices, bills, payments, bank transactions, journals and contacts in Xero, and workflows that start when they change',
		eventTriggerDescription: 'Waiting for Xero to send an event to the test URL',
		activationMessage: 'Xero can now deliver to the Production URL. Choose Send “Intent to Receive” in its developer portal.',
		defaults: { name: 'Xero Accounting Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'xeroSuiteOAuth2Api', required: true }],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', responseData: 'noData', path: 'xero' }],
		triggerPanel: {
			header: 'Take events from Xero',
			executionsHelp: {
				inactive:
					'Xero delivers to one URL for each app, the Production URL: activate the workflow, and its executions show the events as they came. Open one in the editor to build on it. For a test, send a signed delivery to the Test URL while this listens.',
				active:
					'Events that Xero delivers start the workflow by themselves; you see them under Executions. Listening here takes what is sent to the Test URL.',
			},
			activationHint: 'Activate the workflow before you choose Send “Intent to Receive” in the developer portal of Xero',
		},
		properties: [...properties],
	};

	methods = {
		loadOptions: {
			async getOrganisations(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
				return await (await import('./organisationNames')).organisationOptions(this);
			},
		},
	};

	webhookMethods = {
		default: {
			// Xero has no way to register an address: a person does it, once, so n8n has nothing to look up or take away.
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await (await import('./secret')).refuseWithoutSecret(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await (await import('./receive')).receive(this);
	}

	/** The records are read here, as a part of the execution: Xero is answered by then, and what cannot be read is not lost. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await (await import('./output')).outputOf(this);
	}
}
